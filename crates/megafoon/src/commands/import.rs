//! `import network` and `import signals`.

use std::collections::BTreeSet;
use std::path::Path;

use exchange::{Checked, FileProblem, ReadOptions, RefusedRow, check_file};
use model::{
    Authority, Cause, CauseChoice, Code, Field, Language, Lists, Month, Network, Place, Problem, Reason,
    Recurrence, TargetGroup, Tried,
};
use screening::Screen;
use serde_json::json;
use store::{Counts, ImportHow, ImportReport, NetworkError, NetworkProblem, NetworkReason, Store};
use wording::{Wording, args};

use crate::cli::{Import, ImportSignals};
use crate::commands::Context;
use crate::commands::protect::plan_failure;
use crate::console;
use crate::failure::{Failure, Outcome};
use crate::surroundings::this_month;

pub fn run(context: &Context, import: &Import) -> Result<Outcome, Failure> {
    match import {
        Import::Network { files } => {
            let store = context.store()?;
            for file in files {
                let text = std::fs::read_to_string(file)
                    .map_err(|error| Failure::Unavailable(format!("{}: {}", file.display(), error.kind())))?;
                network(context, &store, &file.display().to_string(), &text)?;
            }
            Ok(Outcome::Done)
        }
        Import::Signals(signals) => {
            let store = context.store()?;
            let mut outcome = Outcome::Done;
            for file in &signals.files {
                match one_file(context, &store, file, signals) {
                    Ok(Outcome::Done) => {}
                    Ok(Outcome::FoundWrong) => outcome = Outcome::FoundWrong,
                    // A file that cannot be read keeps no other out.
                    Err(Failure::Wrong(why)) => {
                        console::complain(&why);
                        outcome = Outcome::FoundWrong;
                    }
                    Err(other) => return Err(other),
                }
            }
            Ok(outcome)
        }
    }
}

/// Imports a network from the text of a file.
pub fn network(context: &Context, store: &Store, name: &str, text: &str) -> Result<(), Failure> {
    let wording = context.wording;
    let network: Network = serde_json::from_str(text).map_err(|error| {
        // The parser's message may repeat the file; the place is enough.
        let key = if error.is_data() { "network-wrong-form" } else { "network-not-json" };
        let (line, column) = (error.line().to_string(), error.column().to_string());
        let said = match key {
            "network-wrong-form" => {
                wording.say("network-wrong-form", &args![file = name, line = &line, column = &column])
            }
            _ => wording.say("network-not-json", &args![file = name, line = &line, column = &column]),
        };
        Failure::Wrong(said)
    })?;
    // What an edition cannot be published by is refused here, and not on the day of the freeze.
    let publication = &network.rules.publication;
    let mut domains = store.network().map_err(|error| context.failed(&error))?.domains;
    domains.extend(network.domains.iter().cloned());
    if !domains.is_empty() {
        figures::Plan::of(&domains, &[], &publication.tables)
            .map_err(|error| Failure::Wrong(format!("{name}: {}", plan_failure(context, &error))))?;
    }
    if !publication.guard.may_stand() {
        return Err(Failure::Wrong(format!("{name}: {}", wording.say("network-loose-rules", &args![]))));
    }
    let report = store.import_network(&network).map_err(|error| match error {
        NetworkError::Store(error) => context.failed(&error),
        NetworkError::Refused(problems) => Failure::Wrong(
            problems.iter().map(|p| network_problem(wording, p)).collect::<Vec<_>>().join("\n"),
        ),
    })?;
    let kinds = [
        ("settings", report.settings),
        ("domains", report.domains),
        ("rights", report.rights),
        ("organisations", report.organisations),
        ("offices", report.offices),
        ("editions", report.editions),
        ("structural-signals", report.structural_signals),
    ];
    let changed = |counts: &Counts| counts.added + counts.changed > 0;
    let lines = if kinds.iter().any(|(_, counts)| changed(counts)) {
        let all = |counts: Counts| counts.added + counts.changed + counts.unchanged;
        vec![wording.say(
            "network-stored",
            &args![
                organisations = all(report.organisations),
                structural = all(report.structural_signals),
                editions = all(report.editions)
            ],
        )]
    } else {
        vec![wording.say("network-unchanged", &args![])]
    };
    let counted: serde_json::Map<String, serde_json::Value> = kinds
        .iter()
        .map(|(kind, c)| {
            ((*kind).to_owned(), json!({"added": c.added, "changed": c.changed, "unchanged": c.unchanged}))
        })
        .collect();
    context.report(&json!(counted), &lines);
    Ok(())
}

fn network_problem(wording: Wording, problem: &NetworkProblem) -> String {
    let (place, code) = (&problem.path, &problem.code);
    let key = match problem.reason {
        NetworkReason::Unknown => "network-problem-unknown",
        NetworkReason::Repeated => "network-problem-repeated",
        NetworkReason::Backwards => "network-problem-backwards",
        NetworkReason::Missing => "network-problem-missing",
        NetworkReason::Format => "network-problem-format",
        NetworkReason::Frozen => "network-problem-frozen",
        NetworkReason::OnlyWithExclusion => "network-problem-only-with-exclusion",
        NetworkReason::Unprintable => "network-problem-unprintable",
    };
    wording.say(key, &[("where", place.into()), ("code", code.into())])
}

fn one_file(context: &Context, store: &Store, file: &Path, how: &ImportSignals) -> Result<Outcome, Failure> {
    let wording = context.wording;
    let name = file.display().to_string();
    let now = this_month().map_err(|_| Failure::Usage(wording.say("settings-wrong-clock", &args![])))?;
    let mut checked = check(context, store, file, now)?;
    let read = wording.say("import-read", &args![count = checked.report.rows]);
    let counted = |refused: u64| vec![read.clone(), wording.say("import-refused", &args![count = refused])];
    let refused = checked.refused;
    if how.dry_run {
        let mut lines = counted(refused);
        lines.push(wording.say("import-dry-run", &args![]));
        context.report(&report_json(&name, checked.report.rows, refused, None), &lines);
        return Ok(if refused > 0 { Outcome::FoundWrong } else { Outcome::Done });
    }
    if refused > 0 && !how.accept_valid {
        let mut lines = counted(refused);
        lines.push(wording.say("import-nothing-stored", &args![file = &name]));
        context.report(&report_json(&name, checked.report.rows, refused, None), &lines);
        return Ok(Outcome::FoundWrong);
    }
    let report = import(
        context,
        store,
        &mut checked,
        ImportHow { accept: how.accept, accept_valid: how.accept_valid, filer: None },
    )?;
    let repeated = report.repeated_differently.len() as u64;
    say_repeated(context, &mut checked, &report.repeated_differently)?;
    let mut lines = counted(refused + repeated);
    if repeated > 0 && !how.accept_valid {
        lines.push(wording.say("import-nothing-stored", &args![file = &name]));
    } else if report.added == 0
        && report.accepted_now == 0
        && report.already_there > 0
        && refused + repeated == 0
    {
        lines.push(wording.say("import-same-file", &args![file = &name]));
        lines.push(wording.say("import-known", &args![count = report.already_there]));
    } else {
        lines.push(wording.say("import-added", &args![count = report.added]));
        if report.already_there > 0 {
            lines.push(wording.say("import-known", &args![count = report.already_there]));
        }
        if how.accept && report.added > 0 {
            lines.push(wording.say("import-weighed", &args![count = report.added]));
        } else if report.added > 0 {
            lines.push(wording.say("import-pre-signals", &args![count = report.added]));
        }
        if report.accepted_now > 0 {
            lines.push(wording.say("import-accepted-now", &args![count = report.accepted_now]));
        }
        if refused + repeated > 0 {
            lines.push(wording.say("import-valid-stored", &args![]));
        }
    }
    context.report(&report_json(&name, checked.report.rows, refused + repeated, Some(&report)), &lines);
    Ok(if refused + repeated > 0 { Outcome::FoundWrong } else { Outcome::Done })
}

/// Checks every row of a file against what is known in the month `now`, saying each refused one as it is met.
pub fn check(context: &Context, store: &Store, file: &Path, now: Month) -> Result<Checked, Failure> {
    let wording = context.wording;
    let lists = store.lists(now).map_err(|error| context.failed(&error))?;
    let screen = Screen::new().map_err(|error| Failure::Unavailable(error.to_string()))?;
    let name = file.display().to_string();
    let bar = console::progress(&wording.say("import-checking", &args![file = &name]), None);
    let checked = check_file(file, ReadOptions::default(), &lists, &screen, &mut |refused| {
        bar.suspend(|| refused_lines(wording, &lists, &refused).iter().for_each(|line| console::note(line)));
        Ok(())
    });
    bar.finish_and_clear();
    checked.map_err(|problem| {
        let reason = problem.said(wording);
        let said = wording.say("import-file-refused", &args![file = &name, reason = &reason]);
        match problem {
            FileProblem::NoRoomToCheck => Failure::Unavailable(said),
            _ => Failure::Wrong(said),
        }
    })
}

/// Writes the checked rows into the database.
pub fn import(
    context: &Context,
    store: &Store,
    checked: &mut Checked,
    how: ImportHow,
) -> Result<ImportReport, Failure> {
    let bar = console::progress(&context.wording.say("step-signals", &args![]), Some(checked.spool.len()));
    let spooled = checked.spool.rows().map_err(|_| no_room(context))?;
    let mut rows = spooled.map(|row| match row {
        Ok(row) => Ok(row.submission),
        Err(_) => Err(store::Error::Unavailable("the checked rows cannot be read back".to_owned())),
    });
    let report = store.import_signals(how, &mut rows, &mut |done| bar.set_position(done));
    bar.finish_and_clear();
    report.map_err(|error| context.failed(&error))
}

fn no_room(context: &Context) -> Failure {
    Failure::Unavailable(FileProblem::NoRoomToCheck.said(context.wording))
}

/// Says of each of these rows that its reference was used before for another signal. The rows are read back once,
/// however many they are.
fn say_repeated(context: &Context, checked: &mut Checked, indexes: &[u64]) -> Result<(), Failure> {
    let wording = context.wording;
    let wanted: BTreeSet<u64> = indexes.iter().copied().collect();
    let Some(last) = wanted.last() else { return Ok(()) };
    let reason = wording.say("row-problem-reference-taken", &args![field = wording.label(Field::Reference)]);
    let rows = checked.spool.rows().map_err(|_| no_room(context))?;
    for (index, row) in (0..=*last).zip(rows) {
        if wanted.contains(&index) {
            let line = row.map_err(|_| no_room(context))?.number.line.to_string();
            console::note(&wording.say("import-refused-row", &args![line = line, reason = &reason]));
        }
    }
    Ok(())
}

/// A line per problem of a refused row: where, and what to do; nothing of what was written there.
fn refused_lines(wording: Wording, lists: &Lists, refused: &RefusedRow) -> Vec<String> {
    let reasons = refused.problem.said(wording, |problem| with_allowed(wording, lists, problem));
    let line = refused.number.line.to_string();
    let say = |reason: String| wording.say("import-refused-row", &args![line = &line, reason = reason]);
    reasons.into_iter().map(say).collect()
}

/// The sentence for a problem; for a code that no list knows, with the codes of the list.
fn with_allowed(wording: Wording, lists: &Lists, problem: Problem) -> String {
    let said = wording.problem(problem);
    let codes: Vec<String> = match (problem.reason, problem.field) {
        (Reason::UnknownCode, Field::Tried) => Tried::ALL.iter().map(|code| code.code().to_owned()).collect(),
        (Reason::UnknownCode, Field::Cause) => {
            let unknown = CauseChoice::Unknown.code();
            Cause::ALL.iter().map(|code| code.code()).chain([unknown]).map(str::to_owned).collect()
        }
        (Reason::UnknownCode, Field::OtherCauses) => {
            Cause::ALL.iter().map(|code| code.code().to_owned()).collect()
        }
        (Reason::UnknownCode, Field::Authority) => {
            Authority::ALL.iter().map(|code| code.code().to_owned()).collect()
        }
        (Reason::UnknownCode, Field::Recurrence) => {
            Recurrence::ALL.iter().map(|code| code.code().to_owned()).collect()
        }
        (Reason::UnknownCode, Field::TargetGroups) => {
            TargetGroup::ALL.iter().map(|code| code.code().to_owned()).collect()
        }
        (Reason::UnknownCode, Field::Place | Field::OtherPlaces) => Place::all().map(Place::code).collect(),
        (Reason::UnknownCode, Field::Language) => {
            Language::ALL.iter().map(|code| code.code().to_owned()).collect()
        }
        (Reason::UnknownCode, Field::Organisation) => {
            lists.organisations.iter().map(Code::to_string).collect()
        }
        (Reason::UnknownCode, Field::Right) => lists.rights.iter().map(Code::to_string).collect(),
        (Reason::UnknownCode | Reason::Retired, Field::Domain | Field::OtherDomains) => {
            lists.domains.iter().filter(|(_, retired)| !**retired).map(|(code, _)| code.to_string()).collect()
        }
        _ => return said,
    };
    format!("{said} {}", wording.say("problem-allowed", &args![codes = codes.join(", ")]))
}

fn report_json(file: &str, rows: u64, refused: u64, report: Option<&ImportReport>) -> serde_json::Value {
    json!({
        "file": file,
        "rows": rows,
        "refused": refused,
        "added": report.map_or(0, |report| report.added),
        "already_there": report.map_or(0, |report| report.already_there),
    })
}
