//! `generate`: synthetic signals as a file that `import signals` reads.

use std::io::{BufWriter, Write};

use ::generate::Generator;
use exchange::{CsvForm, SignalFormat, SignalWriter};
use model::{Code, Language, Network, OrganisationType, Period};
use serde_json::json;
use wording::args;

use crate::cli::Generate;
use crate::commands::{Context, demo};
use crate::console;
use crate::failure::{Failure, Outcome};
use crate::output::Output;

/// The last year of the generated editions.
const LAST_YEAR: i32 = 2025;

pub fn run(context: &Context, generate: &Generate) -> Result<Outcome, Failure> {
    let wording = context.wording;
    let disk = |_| {
        let directory = generate.out.display().to_string();
        Failure::Unavailable(wording.say("disk-unavailable", &args![directory = directory]))
    };
    let editions = i32::try_from(generate.editions).unwrap_or(i32::MAX);
    let first = LAST_YEAR.saturating_sub(editions).saturating_add(1);
    let periods: Result<Vec<Period>, _> = (first..=LAST_YEAR).map(Period::year).collect();
    let periods = periods.ok().filter(|periods| !periods.is_empty());
    let periods = periods
        .ok_or_else(|| Failure::Usage(wording.say("settings-wrong-value", &args![key = "--editions"])))?;
    let organisations = demo_organisations()?;

    let output = Output::begin(&generate.out).map_err(disk)?;
    let sink = BufWriter::with_capacity(1 << 20, output.file());
    let mut writer = SignalWriter::new(SignalFormat::Csv(CsvForm::Plain), sink)
        .map_err(|problem| Failure::Unavailable(problem.to_string()))?;
    let name = generate.out.display().to_string();
    let bar = console::progress(&name, Some(generate.signals));
    let generator = Generator::new(generate.seed, &periods, &organisations);
    for (at, signal) in (0..generate.signals).zip(generator) {
        writer.write(&signal.submission).map_err(|problem| Failure::Unavailable(problem.to_string()))?;
        if at % 1_000 == 0 {
            bar.set_position(at);
        }
    }
    bar.finish_and_clear();
    let mut sink = writer.finish().map_err(|problem| Failure::Unavailable(problem.to_string()))?;
    sink.flush().map_err(disk)?;
    drop(sink);
    output.finish().map_err(disk)?;
    let said = wording.say("generate-done", &args![count = generate.signals, file = &name]);
    context.report(&json!({"signals": generate.signals, "seed": generate.seed, "file": name}), &[said]);
    Ok(Outcome::Done)
}

/// The organisations of the demo network, with the languages they write in.
fn demo_organisations() -> Result<Vec<(Code, OrganisationType, Vec<Language>)>, Failure> {
    let network: Network = serde_json::from_str(demo::NETWORK)
        .map_err(|error| Failure::Usage(format!("network.json: line {}", error.line())))?;
    let languages = ::generate::languages_of;
    Ok(network.organisations.into_iter().map(|one| (one.code, one.kind, languages(&one.name))).collect())
}
