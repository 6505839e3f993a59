//! `bundle` and `verify`: the files of an edition, made and compared.

use std::path::Path;

use ::bundle::{Difference, Error, Made, Scope, Step, Verified};
use model::{Authority, EditionNumber, Language};
use serde_json::json;
use store::Store;
use wording::args;

use crate::cli::{Bundle, Languages, Verify};
use crate::commands::Context;
use crate::console;
use crate::failure::{Failure, Outcome};

pub fn make(context: &Context, bundle: &Bundle) -> Result<Outcome, Failure> {
    let languages = match bundle.language {
        Languages::Nl => vec![Language::Nl],
        Languages::Fr => vec![Language::Fr],
        Languages::En => vec![Language::En],
        Languages::All => Language::ALL.to_vec(),
    };
    let store = context.existing_store()?;
    let number = EditionNumber(bundle.edition);
    let authority = match bundle.authority.as_deref() {
        None | Some(EVERY) => None,
        Some(code) => Some(authority(context, code)?),
    };
    let scope = Scope { languages: &languages, authority };
    let made = files(context, &store, number, scope, &bundle.out)?;
    let letters = letters(context, &store, number, &languages, &bundle.out)?;
    let directory = made.folder.display().to_string();
    let line = if made.unchanged {
        context.wording.say("bundle-exists", &args![directory = &directory])
    } else {
        context.wording.say("bundle-written", &args![count = made.names.len(), directory = &directory])
    };
    let private = ::bundle::private_folder(&bundle.out, number).display().to_string();
    let kept_apart = context.wording.say("letters-written", &args![count = letters, directory = &private]);
    let json = json!({
        "folder": directory, "files": made.names, "unchanged": made.unchanged,
        "letters": letters, "private_folder": private,
    });
    context.report(&json, &[line, kept_apart]);
    Ok(Outcome::Done)
}

/// Makes the return letters of an edition, beside its files; how many.
pub fn letters(
    context: &Context,
    store: &Store,
    number: EditionNumber,
    languages: &[Language],
    out: &Path,
) -> Result<usize, Failure> {
    ::bundle::letters(store, number, languages, out).map_err(|error| failed(context, number, error))
}

/// What `--authority` says for all of them.
const EVERY: &str = "all";

fn authority(context: &Context, code: &str) -> Result<Authority, Failure> {
    Authority::parse(code).map_err(|_| {
        let codes: Vec<&str> = Authority::ALL.iter().map(|authority| authority.code()).collect();
        Failure::Usage(context.wording.say("bundle-unknown-authority", &args![codes = codes.join(", ")]))
    })
}

/// Makes the files of an edition, with its steps on a progress bar.
pub fn files(
    context: &Context,
    store: &Store,
    number: EditionNumber,
    scope: Scope<'_>,
    out: &Path,
) -> Result<Made, Failure> {
    let wording = context.wording;
    let edition = number.to_string();
    let bar = console::progress(
        &wording.say("step-aggregate", &args![edition = &edition]),
        Some(scope.languages.len() as u64 + 3),
    );
    let made = ::bundle::make(store, number, scope, out, &mut |step| {
        bar.inc(1);
        bar.set_message(match step {
            Step::Counted => wording.say("step-protect", &args![edition = &edition]),
            Step::Protected | Step::Typeset(..) => {
                let names: Vec<String> =
                    scope.languages.iter().map(|language| language.code().to_owned()).collect();
                wording.say("step-typeset", &args![edition = &edition, language = names.join(", ")])
            }
            Step::Written => wording.say("step-write", &args![edition = &edition]),
        });
    });
    bar.finish_and_clear();
    made.map_err(|error| failed(context, number, error))
}

pub fn verify(context: &Context, verify: &Verify) -> Result<Outcome, Failure> {
    let store = context.existing_store()?;
    let verified =
        ::bundle::verify(&store, &verify.folder).map_err(|error| failed(context, EditionNumber(0), error))?;
    let wording = context.wording;
    let edition = verified.edition.to_string();
    let (lines, outcome) = if verified.differences.is_empty() {
        (
            vec![wording.say("verify-same", &args![edition = &edition, count = verified.files.len()])],
            Outcome::Done,
        )
    } else {
        let mut lines = difference_lines(context, &verified);
        lines.push(wording.say("verify-failed", &args![count = verified.differences.len()]));
        (lines, Outcome::FoundWrong)
    };
    context.report(&verified_json(&verified), &lines);
    Ok(outcome)
}

/// A line for each difference.
pub fn difference_lines(context: &Context, verified: &Verified) -> Vec<String> {
    let wording = context.wording;
    let line = |difference: &Difference| match difference {
        Difference::Missing(file) => wording.say("verify-missing", &args![file = file]),
        Difference::Extra(file) => wording.say("verify-extra", &args![file = file]),
        Difference::Bytes(file, at) => {
            wording.say("verify-differs-at", &args![file = file, byte = at.to_string()])
        }
        Difference::Figure(place) => wording.say("verify-figure", &args![place = place]),
    };
    verified.differences.iter().map(line).collect()
}

/// What was compared and found, for programs.
pub fn verified_json(verified: &Verified) -> serde_json::Value {
    let differences: Vec<serde_json::Value> = verified
        .differences
        .iter()
        .map(|difference| match difference {
            Difference::Missing(file) => json!({"missing": file}),
            Difference::Extra(file) => json!({"extra": file}),
            Difference::Bytes(file, at) => json!({"differs": file, "byte": at}),
            Difference::Figure(place) => json!({"figure": place}),
        })
        .collect();
    json!({"edition": verified.edition, "revision": verified.revision, "files": verified.files.len(), "differences": differences})
}

/// What a person reads when a batch did not end.
pub fn failed(context: &Context, number: EditionNumber, error: Error) -> Failure {
    let wording = context.wording;
    let edition = number.to_string();
    match error {
        Error::Store(error) => context.failed(&error),
        Error::NotFrozen(number) => {
            Failure::Wrong(wording.say("edition-not-frozen", &args![edition = number.to_string()]))
        }
        Error::AlreadyFrozen(number) => {
            Failure::Wrong(wording.say("edition-already-frozen", &args![edition = number.to_string()]))
        }
        Error::NoSignals(number) => {
            Failure::Wrong(wording.say("freeze-no-signals", &args![edition = number.to_string()]))
        }
        Error::Busy => Failure::Wrong(wording.say("bundle-busy", &args![])),
        Error::Files(error) => Failure::Unavailable(format!(
            "{} ({})",
            wording.say("disk-unavailable", &args![directory = "--out"]),
            error.kind()
        )),
        Error::PublishedOtherwise => {
            Failure::Wrong(wording.say("edition-published-otherwise", &args![edition = &edition]))
        }
        Error::ForeignFolder(folder) => Failure::Wrong(
            wording.say("bundle-foreign-folder", &args![directory = folder.display().to_string()]),
        ),
        Error::LanguageMissing => {
            Failure::Wrong(wording.say("publish-language-missing", &args![edition = &edition]))
        }
        Error::BriefMissing => {
            Failure::Wrong(wording.say("publish-brief-missing", &args![edition = &edition]))
        }
        Error::NotAnEdition => Failure::Usage(wording.say("verify-no-edition", &args![])),
        Error::LooseRules => Failure::Wrong(wording.say("network-loose-rules", &args![])),
        Error::Audit(refused) => super::audit::failure(context, &refused),
        Error::Leak(_) => Failure::Wrong(wording.say("publish-refused", &args![edition = &edition])),
        Error::DamagedRecord(number) => {
            Failure::Wrong(wording.say("edition-record-broken", &args![edition = number.to_string()]))
        }
        // These name places in templates and plans, nothing that a person wrote.
        other => Failure::Wrong(other.to_string()),
    }
}
