//! `database migrate`, `check`, `backup`, `restore`.

use std::path::{Path, PathBuf};

use ::bundle::Manifest;
use serde_json::json;
use store::Store;
use wording::args;

use crate::cli::Database;
use crate::commands::Context;
use crate::failure::{Failure, Outcome};

pub fn run(context: &Context, database: &Database) -> Result<Outcome, Failure> {
    let wording = context.wording;
    match database {
        Database::Migrate => {
            context.store()?;
            context.report(&json!({"ready": true}), &[wording.say("database-ready", &args![])]);
            Ok(Outcome::Done)
        }
        Database::Check { against } => check(context, against.as_deref()),
        Database::Backup { file } => {
            let report = context.existing_store()?.backup(file).map_err(|error| context.failed(&error))?;
            let name = file.display().to_string();
            let line = wording.say("database-backed-up", &args![file = &name]);
            context.report(&json!({"file": name, "events": report.events, "head": report.head}), &[line]);
            Ok(Outcome::Done)
        }
        Database::Restore { file } => {
            let report = Store::restore(&context.settings.database, file).map_err(|error| match error {
                store::Error::Broken(_) | store::Error::NotFound(_) => Failure::Wrong(
                    wording.say("database-not-a-backup", &args![file = file.display().to_string()]),
                ),
                store::Error::Conflict(_) => Failure::Wrong(wording.say("database-not-empty", &args![])),
                other => context.failed(&other),
            })?;
            let name = file.display().to_string();
            let line = wording.say("database-restored", &args![file = &name]);
            context.report(&json!({"file": name, "events": report.events, "head": report.head}), &[line]);
            Ok(Outcome::Done)
        }
    }
}

fn check(context: &Context, against: Option<&Path>) -> Result<Outcome, Failure> {
    let wording = context.wording;
    let store = context.existing_store()?;
    let report = store.check_chain().map_err(|error| context.failed(&error))?;
    let mut lines = match report.broken_at {
        None => vec![wording.say("database-chain-whole", &args![count = report.events])],
        Some(event) => vec![wording.say("database-chain-broken", &args![event = event.to_string()])],
    };
    let mut strangers = Vec::new();
    let mut known_heads = 0_u32;
    let manifests = against.map(manifests);
    // Without any manifest nothing was compared: that must not read as agreement.
    if manifests.as_ref().is_some_and(Vec::is_empty) {
        return Err(Failure::Usage(wording.say("verify-no-edition", &args![])));
    }
    for manifest in manifests.unwrap_or_default() {
        let name = manifest.display().to_string();
        let head =
            std::fs::read(&manifest).ok().and_then(|bytes| serde_json::from_slice::<Manifest>(&bytes).ok());
        let known = match head {
            Some(manifest) => {
                store.chain_contains(&manifest.event_chain_head).map_err(|error| context.failed(&error))?
            }
            None => false,
        };
        if known {
            known_heads += 1;
        } else {
            lines.push(wording.say("database-head-differs", &args![file = &name]));
            strangers.push(name);
        }
    }
    if known_heads > 0 {
        lines.push(wording.say("database-heads-known", &args![count = known_heads]));
    }
    let wrong = report.broken_at.is_some() || !strangers.is_empty();
    let json = json!({
        "events": report.events, "head": report.head, "broken_at": report.broken_at, "not_in_chain": strangers,
    });
    context.report(&json, &lines);
    Ok(if wrong { Outcome::FoundWrong } else { Outcome::Done })
}

/// The manifests in a folder and in the folders within it, sorted.
fn manifests(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let own = folder.join("manifest.json");
    if own.is_file() {
        found.push(own);
    }
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let inner = entries.map(|entry| entry.path().join("manifest.json")).filter(|path| path.is_file());
    found.extend(inner);
    found.sort();
    found
}
