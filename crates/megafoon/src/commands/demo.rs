//! `demo`: the main job on an invented network, from files to two published editions.

mod people;
mod waiting;
mod year;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use bundle::{Freezing, Scope};
use chrono::{Datelike, NaiveDate};
use model::{EditionNumber, Language, Month, Network, Period};
use store::{ImportHow, Store};
use wording::args;

use crate::cli::Demo;
use crate::commands::{Context, bundle as files, edition, import, press, serve};
use crate::console;
use crate::failure::{Failure, Outcome};
use crate::surroundings;

/// The demo network, without its signals.
pub const NETWORK: &str = include_str!("../../../../fixtures/demo/network.json");

/// The files of signals, in the order in which they are read.
const SIGNALS: [(&str, &str); 6] = [
    ("signals-2024-nl.csv", include_str!("../../../../fixtures/demo/signals-2024-nl.csv")),
    ("signals-2024-fr.csv", include_str!("../../../../fixtures/demo/signals-2024-fr.csv")),
    ("generated-2024.csv", include_str!("../../../../fixtures/demo/generated-2024.csv")),
    ("signals-2025-nl.csv", include_str!("../../../../fixtures/demo/signals-2025-nl.csv")),
    ("signals-2025-fr.csv", include_str!("../../../../fixtures/demo/signals-2025-fr.csv")),
    ("generated-2025.csv", include_str!("../../../../fixtures/demo/generated-2025.csv")),
];

/// The demo draws ids and keys from this seed.
const SEED: u64 = 20;
/// The days on which the demo's editions are made: the number of the edition, year, month, day.
const DAYS: [(u32, i32, u32, u32); 2] = [(1, 2025, 3, 14), (2, 2026, 3, 13)];
/// Says that the database beside it may be thrown away.
const MARK: &str = ".megafoon-demo";

pub fn run(context: &Context, demo: &Demo) -> Result<Outcome, Failure> {
    let wording = context.wording;
    let start = Instant::now();
    console::note(&wording.say("demo-title", &args![]));
    let folder = &demo.data;
    clear(context, folder)?;
    let disk = |_| disk(context, folder);

    let today = Arc::new(Mutex::new(day(DAYS[0])));
    let database = folder.join("megafoon.db");
    let url = format!("sqlite://{}", database.display());
    let store = Store::open(&url, surroundings::fixed(SEED, Arc::clone(&today)))
        .map_err(|error| context.failed(&error))?;

    console::note(&wording.say("step-network", &args![]));
    import::network(context, &store, "network.json", NETWORK)?;
    console::note(&wording.say("step-signals", &args![]));
    // The month of the demo's last day: its files are good whatever the clock of the machine says.
    let last = day(DAYS[DAYS.len() - 1]);
    let month = Month::new(last.year(), last.month()).map_err(|error| Failure::Usage(error.to_string()))?;
    let sources = folder.join("signals");
    fs::create_dir_all(&sources).map_err(disk)?;
    for (name, text) in SIGNALS {
        let path = sources.join(name);
        fs::write(&path, text).map_err(disk)?;
        let mut checked = import::check(context, &store, &path, month)?;
        if checked.refused > 0 {
            return Err(Failure::Wrong(wording.say("import-nothing-stored", &args![file = name])));
        }
        let how = ImportHow { accept: true, accept_valid: false, filer: None };
        let report = import::import(context, &store, &mut checked, how)?;
        console::note(&wording.say("import-added", &args![count = report.added]));
    }

    let out = folder.join("editions");
    let mut lines = Vec::new();
    for moment in DAYS {
        if let Ok(mut today) = today.lock() {
            *today = day(moment);
        }
        let number = EditionNumber(moment.0);
        console::note(&wording.say("step-freeze", &args![edition = number.to_string()]));
        edition::freeze(context, &store, number, Freezing { date: day(moment), demonstration: true })?;
        let made = files::files(context, &store, number, Scope::ALL, &out)?;
        let letters = files::letters(context, &store, number, Language::ALL, &out)?;
        let outcome = edition::publish(context, &store, number, &out)?;
        if outcome != Outcome::Done {
            return Ok(outcome);
        }
        let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
        for name in &made.names {
            if let Some((folder, _)) = name.split_once('/') {
                *folders.entry(folder).or_default() += 1;
                continue;
            }
            let path = made.folder.join(name).display().to_string();
            let language = Language::ALL.iter().find(|language| *name == format!("bundle.{language}.pdf"));
            lines.push(match language.and_then(|language| made.pages.get(language)) {
                Some(pages) => wording.say("demo-pages", &args![file = path, pages = *pages]),
                None => path,
            });
        }
        for (folder, count) in folders {
            let path = made.folder.join(folder).display().to_string();
            lines.push(wording.say("demo-folder", &args![folder = path, count = count]));
        }
        let private = bundle::private_folder(&out, number).display().to_string();
        lines.push(wording.say("letters-written", &args![count = letters, directory = private]));
    }

    let directory = out.display().to_string();
    console::say(&wording.say("demo-files", &args![directory = directory]));
    lines.iter().for_each(|line| console::say(line));
    console::note(
        &wording.say("demo-done", &args![seconds = format!("{:.1}", start.elapsed().as_secs_f64())]),
    );
    // The editions are made on their own days; what waits was filed in the last weeks, the months before today had signals
    // of their own, and whoever files a signal now does so today.
    let people = people::settle(context, &store)?;
    let now = surroundings::today();
    waiting::file(context, &store, &today, now)?;
    open_next(&store, now).map_err(|error| context.failed(&error))?;
    if let Ok(mut today) = today.lock() {
        *today = now;
    }
    let network: Network =
        serde_json::from_str(NETWORK).map_err(|error| Failure::Wrong(format!("network.json: {error}")))?;
    year::bring_in(&store, &network, Month::of(now)).map_err(|error| context.failed(&error))?;
    console::say(&wording.say("demo-who", &args![]));
    for person in &people {
        let label = wording.label(person.role);
        let role = match &person.speaks_for {
            Some(organisation) => format!("{label}, {organisation}"),
            None => label,
        };
        let line = args![address = &person.address, password = &person.password, role = role];
        console::say(&wording.say("demo-person", &line));
    }
    if demo.no_serve {
        return Ok(Outcome::Done);
    }
    let settings = web::Settings {
        public_url: format!("http://{}", demo.listen),
        demo_accounts: people,
        press: Some(press::bundles()),
        editions: Some(out),
        ..web::Settings::default()
    };
    serve::listen(context, store, settings, &demo.listen)
}

/// The edition that coordinators work towards: it holds the chapters of what they make. It ends with the last whole month,
/// since an edition is frozen only when its period is over, and whoever tries the demo should get that far.
fn open_next(store: &Store, now: NaiveDate) -> Result<(), store::Error> {
    let last = store.editions()?.into_iter().next_back();
    let Some(last) = last else { return Ok(()) };
    let from = Month::from_number(last.period.to().number() + 1);
    let until = Month::new(now.year(), now.month()).and_then(|month| Month::from_number(month.number() - 1));
    let (Ok(from), Ok(until)) = (from, until) else { return Ok(()) };
    let until = if until.number() < from.number() { from } else { until };
    let Ok(period) = Period::new(from, until) else { return Ok(()) };
    store.open_edition(EditionNumber(last.number.0 + 1), period)
}

/// An empty folder for the demo. A database that the demo did not make is never removed.
fn clear(context: &Context, folder: &Path) -> Result<(), Failure> {
    let disk = |_| disk(context, folder);
    let mark = folder.join(MARK);
    let database = |suffix: &str| folder.join(format!("megafoon.db{suffix}"));
    let remains: Vec<PathBuf> = ["", "-wal", "-shm"].iter().map(|suffix| database(suffix)).collect();
    let used = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if used && !mark.exists() {
        let directory = folder.display().to_string();
        return Err(Failure::Usage(context.wording.say("demo-in-use", &args![directory = directory])));
    }
    fs::create_dir_all(folder).map_err(disk)?;
    fs::write(&mark, "").map_err(disk)?;
    for path in remains.iter().filter(|path| path.exists()) {
        fs::remove_file(path).map_err(disk)?;
    }
    for inner in ["editions", "signals"] {
        let path = folder.join(inner);
        if path.exists() {
            fs::remove_dir_all(path).map_err(disk)?;
        }
    }
    Ok(())
}

fn day((_, year, month, day): (u32, i32, u32, u32)) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn disk(context: &Context, folder: &Path) -> Failure {
    let directory = folder.display().to_string();
    Failure::Unavailable(context.wording.say("disk-unavailable", &args![directory = directory]))
}
