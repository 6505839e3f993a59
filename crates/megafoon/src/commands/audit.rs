//! `audit`: attacks what is published, knowing nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use audit::{Finding, Own, Printed, Published, Refused, Stray, Term, Why, attack, printed};
use serde_json::json;
use wording::args;

use crate::cli::Audit;
use crate::commands::Context;
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
    for (at, (edition, folder)) in editions.iter().zip(&folders).enumerate() {
        let mut files = BTreeMap::new();
        gather(folder, folder, &mut files)?;
        prints.push(printed(edition, &editions[..at], &files).map_err(|refused| failure(context, &refused))?);
    }
    let own = audit.own.as_deref().map(|path| records(context, path)).transpose()?.unwrap_or_default();
    let report = attack(&editions, &own).map_err(|refused| failure(context, &refused))?;
    if context.json {
        console::say(&json!({ "tables": report, "printed": prints }).to_string());
    } else {
        for (edition, print) in editions.iter().zip(&prints) {
            for stray in &print.strays {
                console::say(&said_stray(context, edition.edition, stray));
            }
        }
        for finding in &report.findings {
            console::say(&said(context, finding));
        }
    }
    if !report.apart.is_empty() {
        let apart: Vec<String> = report.apart.iter().map(u32::to_string).collect();
        console::note(&context.wording.say("audit-apart", &args![editions = apart.join(", ")]));
    }
    for (edition, Printed { files, numbers, counts, .. }) in editions.iter().zip(&prints) {
        let (edition, files) = (u64::from(edition.edition), *files as u64);
        let arguments =
            args![edition = edition, files = files, numbers = *numbers as u64, counts = *counts as u64];
        console::note(&context.wording.say("audit-printed", &arguments));
    }
    if report.findings.is_empty() && prints.iter().all(|print| print.strays.is_empty()) {
        let arguments = args![
            protected = report.protected as u64,
            editions = report.editions as u64,
            programs = report.programs
        ];
        console::note(&context.wording.say("audit-safe", &arguments));
        Ok(Outcome::Done)
    } else {
        Ok(Outcome::FoundWrong)
    }
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

fn said(context: &Context, finding: &Finding) -> String {
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

fn failure(context: &Context, refused: &Refused) -> Failure {
    let wording = context.wording;
    Failure::Wrong(match refused {
        Refused::Unreadable(table) => wording.say("audit-wrong-table", &args![table = table.as_str()]),
        Refused::TooLarge => wording.say("audit-too-large", &args![]),
        Refused::Contradiction(edition) => {
            wording.say("audit-contradiction", &args![edition = u64::from(*edition)])
        }
        Refused::Unsolved => wording.say("audit-unsolved", &args![]),
        Refused::File { name, why } => {
            wording.say("audit-file", &args![file = name.as_str(), why = Why::code(*why)])
        }
    })
}
