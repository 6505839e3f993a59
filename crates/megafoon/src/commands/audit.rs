//! `audit`: attacks what is published, knowing nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use audit::{Finding, Own, Printed, Published, Refused, Stray, Term, Why, Wrong, attack, printed};
use bundle::Audited;
use model::EditionNumber;
use serde_json::json;
use wording::args;

use crate::cli::Audit;
use crate::commands::{Context, bundle as files};
use crate::console;
use crate::failure::{Failure, Outcome};

/// The file of an edition that holds every figure.
const TABLES: &str = "tables.json";

pub fn run(context: &Context, audit: &Audit) -> Result<Outcome, Failure> {
    let mut folders = Vec::new();
    for folder in &audit.folders {
        for folder in editions_in(folder) {
            folders.push((read(context, &folder)?, folder));
        }
    }
    // An edition may name figures of those before it.
    folders.sort_by_key(|(edition, _)| (edition.edition, edition.revision));
    let (editions, folders): (Vec<Published>, Vec<PathBuf>) = folders.into_iter().unzip();
    let mut prints = Vec::new();
    for (edition, folder) in editions.iter().zip(&folders) {
        prints.extend(read_all(context, edition, folder)?.map(|print| (edition.edition, print)));
    }
    let own = audit.own.as_deref().map(|path| records(context, path)).transpose()?.unwrap_or_default();
    known(context, &editions, &own)?;
    let report = attack(&editions, &own).map_err(|refused| failure(context, &refused))?;
    let mut inside = Vec::new();
    if audit.frozen {
        let store = context.existing_store()?;
        for edition in &editions {
            let number = EditionNumber(edition.edition);
            let audited = bundle::audit_frozen(&store, edition);
            inside.push((edition, audited.map_err(|error| files::failed(context, number, error))?));
        }
    }
    if context.json {
        let prints: Vec<_> = prints.iter().map(|(_, print)| print).collect();
        let mut said = json!({ "tables": report, "printed": prints });
        if audit.frozen {
            said["frozen"] = inside.iter().map(|(edition, audited)| frozen_json(edition, audited)).collect();
        }
        console::say(&said.to_string());
    } else {
        strays(context, &prints).iter().for_each(|line| console::say(line));
        report.findings.iter().for_each(|finding| console::say(&found(context, finding)));
        for (edition, audited) in &inside {
            wrong(context, edition.edition, audited).iter().for_each(|line| console::say(line));
        }
    }
    if !report.apart.is_empty() {
        let apart: Vec<String> = report.apart.iter().map(u32::to_string).collect();
        console::note(&context.wording.say("audit-apart", &args![editions = apart.join(", ")]));
    }
    for (edition, Printed { files, numbers, counts, .. }) in &prints {
        let (edition, files) = (u64::from(*edition), *files as u64);
        let arguments =
            args![edition = edition, files = files, numbers = *numbers as u64, counts = *counts as u64];
        console::note(&context.wording.say("audit-printed", &arguments));
    }
    if !report.findings.is_empty()
        || prints.iter().any(|(_, print)| !print.strays.is_empty())
        || inside.iter().any(|(_, audited)| !audited.inside.wrong.is_empty())
    {
        return Ok(Outcome::FoundWrong);
    }
    let arguments = args![
        protected = report.protected as u64,
        editions = report.editions as u64,
        programs = report.programs
    ];
    console::note(&context.wording.say("audit-safe", &arguments));
    inside
        .iter()
        .for_each(|(edition, audited)| console::note(&from_inside(context, edition.edition, audited)));
    Ok(Outcome::Done)
}

/// Refuses own records that name what no edition has: they would be left aside, and the answer would be a stranger's.
fn known(context: &Context, editions: &[Published], own: &[Own]) -> Result<(), Failure> {
    for (number, record) in own.iter().enumerate() {
        for (dimension, value) in &record.at {
            let mut shapes =
                editions.iter().filter_map(|edition| edition.dimensions.get(dimension)).peekable();
            let name = if shapes.peek().is_none() { dimension } else { value };
            if !shapes.any(|shape| shape.values.contains(value)) {
                let arguments = args![record = number as u64 + 1, name = name.as_str()];
                return Err(Failure::Usage(context.wording.say("audit-own-unknown", &arguments)));
            }
        }
    }
    Ok(())
}

/// Every number of the files beside `tables.json`; nothing where that stands alone.
fn read_all(context: &Context, edition: &Published, folder: &Path) -> Result<Option<Printed>, Failure> {
    let mut files = BTreeMap::new();
    gather(folder, folder, &mut files)?;
    if files.len() < 2 {
        return Ok(None);
    }
    // An edition prints figures of those before it, which stand beside it.
    let beside = folder.canonicalize().ok().and_then(|folder| Some(folder.parent()?.to_owned()));
    let mut before = Vec::new();
    for other in beside.iter().flat_map(|beside| editions_in(beside)) {
        if other.join(TABLES).is_file() {
            before.push(read(context, &other)?);
        }
    }
    before.retain(|other| other.edition < edition.edition);
    printed(edition, &before, &files).map(Some).map_err(|refused| failure(context, &refused))
}

/// The numbers of an edition that stand in no table.
pub fn strays(context: &Context, prints: &[(u32, Printed)]) -> Vec<String> {
    let of = |(edition, print): &(u32, Printed)| {
        let say = |stray: &Stray| said_stray(context, *edition, stray);
        print.strays.iter().map(say).collect::<Vec<_>>()
    };
    prints.iter().flat_map(of).collect()
}

/// That nothing was found from inside, with what was tried.
pub fn from_inside(context: &Context, edition: u32, audited: &Audited) -> String {
    let inside = &audited.inside;
    let arguments = args![
        edition = u64::from(edition),
        published = inside.published as u64,
        protected = inside.protected as u64,
        attackers = inside.attackers as u64,
        witnesses = inside.witnesses as u64,
        programs = inside.programs
    ];
    context.wording.say("audit-frozen-safe", &arguments)
}

fn frozen_json(edition: &Published, audited: &Audited) -> serde_json::Value {
    let mut said = json!(audited.inside);
    said["edition"] = json!(edition.edition);
    said["organisations"] = json!(audited.organisations);
    said
}

/// What is wrong with an edition for whoever has its records.
pub fn wrong(context: &Context, edition: u32, audited: &Audited) -> Vec<String> {
    let wording = context.wording;
    let say = |wrong: &Wrong| match wrong {
        Wrong::Count { at, published, counted } => wording.say(
            "audit-frozen-count",
            &args![
                edition = u64::from(edition),
                cell = coordinates(at),
                published = *published,
                counted = *counted
            ],
        ),
        Wrong::Primary { at, published } => wording.say(
            "audit-frozen-primary",
            &args![edition = u64::from(edition), cell = coordinates(at), published = *published],
        ),
        Wrong::Witness { number } => {
            wording.say("audit-frozen-witness", &args![edition = u64::from(edition), number = *number as u64])
        }
        Wrong::Unshown { organisation: None, at } => {
            wording.say("audit-frozen-unshown", &args![edition = u64::from(edition), cell = coordinates(at)])
        }
        Wrong::Unshown { organisation: Some(organisation), at } => {
            let code = audited.organisations.get(*organisation).map(ToString::to_string).unwrap_or_default();
            wording.say(
                "audit-frozen-unshown-by",
                &args![edition = u64::from(edition), cell = coordinates(at), organisation = code],
            )
        }
        Wrong::Follows { organisation: None, finding } => found(context, finding),
        Wrong::Follows { organisation: Some(organisation), finding } => {
            let code = audited.organisations.get(*organisation).map(ToString::to_string).unwrap_or_default();
            let said = found(context, finding);
            wording.say("audit-frozen-organisation", &args![organisation = code, found = said])
        }
    };
    audited.inside.wrong.iter().map(say).collect()
}

/// The folder itself, or the editions in it.
fn editions_in(folder: &Path) -> Vec<PathBuf> {
    if folder.join(TABLES).exists() {
        return vec![folder.to_owned()];
    }
    let inside = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = inside.filter(|path| path.join(TABLES).is_file()).collect();
    found.sort();
    if found.is_empty() { vec![folder.to_owned()] } else { found }
}

/// Every file of a folder, by its path from there.
fn gather(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    let unread =
        |path: &Path, error: &std::io::Error| Failure::Usage(format!("{}: {}", path.display(), error.kind()));
    for entry in fs::read_dir(folder).map_err(|error| unread(folder, &error))? {
        let path = entry.map_err(|error| unread(folder, &error))?.path();
        if path.is_dir() {
            gather(root, &path, files)?;
            continue;
        }
        let parts = path.strip_prefix(root).unwrap_or(&path).components();
        let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
        files.insert(parts.join("/"), fs::read(&path).map_err(|error| unread(&path, &error))?);
    }
    Ok(())
}

fn read(context: &Context, folder: &Path) -> Result<Published, Failure> {
    let path = folder.join(TABLES);
    let text =
        fs::read(&path).map_err(|error| Failure::Usage(format!("{}: {}", path.display(), error.kind())))?;
    serde_json::from_slice(&text).map_err(|_| {
        let file = path.display().to_string();
        Failure::Usage(context.wording.say("audit-unreadable", &args![file = file]))
    })
}

/// The attacker's own records: a JSON list of dimension and value, with `month` and `count` where they matter.
fn records(context: &Context, path: &Path) -> Result<Vec<Own>, Failure> {
    serde_json::from_reader(super::input(Some(path))?).map_err(|error| {
        let (line, column) = (error.line() as u64, error.column() as u64);
        Failure::Usage(context.wording.say("audit-own-file", &args![line = line, column = column]))
    })
}

/// A protected count that follows, and from what.
pub fn found(context: &Context, finding: &Finding) -> String {
    let wording = context.wording;
    let arguments = args![
        edition = u64::from(finding.edition),
        revision = u64::from(finding.revision),
        table = finding.table.as_str(),
        cell = coordinates(&finding.at),
        low = number(finding.low),
        high = finding.high.map(number).unwrap_or_default(),
        sum = finding.sum.iter().map(|term| part(context, term)).collect::<Vec<_>>().join("\n")
    ];
    let key = match finding.high {
        _ if finding.small => "audit-found-small",
        None => "audit-found-least",
        Some(high) if (high - finding.low).abs() < 1e-5 => "audit-found-exact",
        Some(_) => "audit-found-between",
    };
    wording.say(key, &arguments)
}

fn said_stray(context: &Context, edition: u32, stray: &Stray) -> String {
    let file = stray.file.as_str();
    let place = match stray.page {
        Some(page) => context.wording.say("audit-stray-page", &args![file = file, page = page as u64]),
        None => file.to_owned(),
    };
    let arguments = args![
        edition = u64::from(edition),
        place = place,
        number = stray.number.as_str(),
        words = stray.words.as_str(),
        kind = stray.kind.code()
    ];
    context.wording.say("audit-stray", &arguments)
}

fn part(context: &Context, term: &Term) -> String {
    let sign = if term.factor < 0.0 { "−" } else { "+" };
    let factor = term.factor.abs();
    let times = if (factor - 1.0).abs() < 1e-6 { String::new() } else { format!("{} × ", number(factor)) };
    let cell = coordinates(&term.said.at);
    let edition = u64::from(term.said.edition);
    let of = context.wording.say("audit-term", &args![edition = edition, cell = cell]);
    format!("  {sign} {times}{} {of}", term.said.count)
}

/// `cause=not-known, domain=*`; the total is `*`.
fn coordinates(at: &BTreeMap<String, String>) -> String {
    let named: Vec<String> = at.iter().map(|(dimension, code)| format!("{dimension}={code}")).collect();
    if named.is_empty() { "*".to_owned() } else { named.join(", ") }
}

fn number(number: f64) -> String {
    let whole = number.round();
    if (number - whole).abs() < 1e-5 { format!("{whole:.0}") } else { format!("{number:.3}") }
}

/// That no audit could be done.
pub fn failure(context: &Context, refused: &Refused) -> Failure {
    let wording = context.wording;
    Failure::Wrong(match refused {
        Refused::Unreadable(table) => wording.say("audit-wrong-table", &args![table = table.as_str()]),
        Refused::TooLarge => wording.say("audit-too-large", &args![]),
        Refused::Contradiction(edition) => {
            wording.say("audit-contradiction", &args![edition = u64::from(*edition)])
        }
        Refused::LooseRules(edition) => {
            wording.say("audit-loose-rules", &args![edition = u64::from(*edition)])
        }
        Refused::Unsolved => wording.say("audit-unsolved", &args![]),
        Refused::File { name, why } => {
            wording.say("audit-file", &args![file = name.as_str(), why = Why::code(*why)])
        }
    })
}
