//! `edition open`, `freeze`, `publish`, `list`.

use std::path::Path;

use bundle::{Error, FreezeFailure, Freezing};
use model::{EditionNumber, EditionState, Month, Period};
use serde_json::json;
use store::Store;
use web::missing_text;
use wording::args;

use crate::cli::Edition;
use crate::commands::{Context, audit, bundle as files};
use crate::failure::{Failure, Outcome};
use crate::surroundings::{this_month, today};

pub fn run(context: &Context, edition: &Edition) -> Result<Outcome, Failure> {
    let store = match edition {
        Edition::Open { .. } => context.store()?,
        _ => context.existing_store()?,
    };
    match edition {
        Edition::Open { number, from, to } => {
            let period = period(*from, *to)
                .map_err(|_| Failure::Usage(context.wording.say("edition-period-wrong", &args![])))?;
            let number = EditionNumber(*number);
            store.open_edition(number, period).map_err(|error| match error {
                store::Error::Conflict(why) if why == store::OUT_OF_ORDER => Failure::Wrong(
                    context.wording.say("edition-out-of-order", &args![edition = number.to_string()]),
                ),
                store::Error::Conflict(_) => Failure::Wrong(
                    context.wording.say("edition-exists", &args![edition = number.to_string()]),
                ),
                other => context.failed(&other),
            })?;
            let said = context.wording.say(
                "edition-opened",
                &args![edition = number.to_string(), period = context.wording.period(period)],
            );
            context.report(&json!({"edition": number, "period": period}), &[said]);
            Ok(Outcome::Done)
        }
        Edition::Freeze { number } => {
            refuse_open_period(context, &store, EditionNumber(*number))?;
            freeze(
                context,
                &store,
                EditionNumber(*number),
                Freezing { date: today(), demonstration: false },
            )?;
            Ok(Outcome::Done)
        }
        Edition::Publish { number, out } => publish(context, &store, EditionNumber(*number), out),
        Edition::List => list(context, &store),
    }
}

/// A period is closed at the freeze: what is observed in it later would have no edition.
fn refuse_open_period(context: &Context, store: &Store, number: EditionNumber) -> Result<(), Failure> {
    let wording = context.wording;
    let now = this_month().map_err(|_| Failure::Usage(wording.say("settings-wrong-clock", &args![])))?;
    let editions = store.editions().map_err(|error| context.failed(&error))?;
    match editions.iter().find(|edition| edition.number == number && edition.period.to() >= now) {
        Some(edition) => {
            let to = wording.month(edition.period.to());
            Err(Failure::Wrong(
                wording.say("edition-not-over", &args![edition = number.to_string(), to = to]),
            ))
        }
        None => Ok(()),
    }
}

fn period(from: Month, to: Option<Month>) -> Result<Period, model::MonthError> {
    let to = match to {
        Some(to) => to,
        None => Month::from_number(from.number() + 11)?,
    };
    Period::new(from, to)
}

/// Freezes, and says what was frozen and what was left out.
pub fn freeze(context: &Context, store: &Store, number: EditionNumber, how: Freezing) -> Result<(), Failure> {
    let wording = context.wording;
    let edition = number.to_string();
    let report = bundle::freeze(store, number, how).map_err(|failure| {
        let refused = wording.say("freeze-refused", &args![edition = &edition]);
        match failure {
            FreezeFailure::MissingSignals(references) => {
                let mut lines = vec![refused, wording.say("freeze-missing-signals", &args![])];
                lines.extend(references.iter().map(|signal| {
                    let organisation = signal.organisation.to_string();
                    wording.say(
                        "freeze-missing-signal",
                        &args![organisation = organisation, reference = &signal.reference],
                    )
                }));
                Failure::Wrong(lines.join("\n"))
            }
            FreezeFailure::Refused(Error::MissingTexts(missing)) => {
                let mut lines = vec![refused, wording.say("freeze-missing-texts", &args![])];
                let known = store.network().and_then(|network| Ok((network, store.structural_files()?)));
                let (network, files) = match known {
                    Ok(known) => known,
                    Err(error) => return context.failed(&error),
                };
                lines.extend(missing.iter().map(|text| missing_text(wording, &network, &files, text)));
                Failure::Wrong(lines.join("\n"))
            }
            FreezeFailure::Refused(Error::Store(store::Error::NotFound(_))) => {
                Failure::Wrong(wording.say("edition-unknown", &args![edition = &edition]))
            }
            FreezeFailure::Refused(Error::Store(store::Error::Conflict(_))) if is_frozen(store, number) => {
                Failure::Wrong(wording.say("edition-already-frozen", &args![edition = &edition]))
            }
            FreezeFailure::Refused(error) => files::failed(context, number, error),
        }
    })?;
    let mut lines = vec![wording.say(
        "edition-frozen",
        &args![edition = &edition, signals = report.signals, chapters = report.printed],
    )];
    let files = store.structural_files().map_err(|error| context.failed(&error))?;
    for withheld in &report.withheld {
        // What was made in the workbench has a key that nobody chose.
        let named = files.iter().find(|file| file.entry.key == withheld.key);
        let title = named.map_or("", |file| file.line.title.get_or_fallback(wording.language()));
        let title = if title.is_empty() { withheld.key.as_str() } else { title };
        let reason = wording.say(&format!("withheld-{}", withheld.reason.code()), &args![]);
        lines.push(wording.say("freeze-withheld", &args![title = title, reason = reason]));
    }
    let json = json!({
        "edition": number, "revision": report.revision, "signals": report.signals,
        "structural_signals": report.printed,
        "withheld": report.withheld.iter()
            .map(|one| json!({"key": one.key, "reason": one.reason.code()})).collect::<Vec<_>>(),
    });
    context.report(&json, &lines);
    Ok(())
}

fn is_frozen(store: &Store, number: EditionNumber) -> bool {
    let editions = store.editions().unwrap_or_default();
    editions.iter().any(|edition| edition.number == number && edition.state != EditionState::Open)
}

/// Publishes, unless the edition's own checks fail.
pub fn publish(
    context: &Context,
    store: &Store,
    number: EditionNumber,
    out: &Path,
) -> Result<Outcome, Failure> {
    let wording = context.wording;
    let edition = number.to_string();
    let tried = bundle::publish(store, number, out).map_err(|error| files::failed(context, number, error))?;
    let verified = &tried.verified;
    if !tried.is_published() {
        let mut lines = files::difference_lines(context, verified);
        let outside = tried.outside.iter().flat_map(|report| &report.findings);
        lines.extend(outside.map(|finding| audit::found(context, finding)));
        let printed: Vec<_> = tried.printed.iter().map(|printed| (number.0, printed.clone())).collect();
        lines.extend(audit::strays(context, &printed));
        lines.extend(tried.inside.iter().flat_map(|inside| audit::wrong(context, number.0, inside)));
        lines.push(wording.say("publish-refused", &args![edition = &edition]));
        context.report(&files::verified_json(verified), &lines);
        return Ok(Outcome::FoundWrong);
    }
    let revision = verified.revision.to_string();
    let mut lines = vec![wording.say("edition-published", &args![edition = &edition, revision = revision])];
    lines.extend(tried.inside.iter().map(|inside| audit::from_inside(context, number.0, inside)));
    context.report(&json!({"edition": number, "revision": verified.revision, "published": true}), &lines);
    Ok(Outcome::Done)
}

fn list(context: &Context, store: &Store) -> Result<Outcome, Failure> {
    let wording = context.wording;
    let editions = store.editions().map_err(|error| context.failed(&error))?;
    let mut lines: Vec<String> = editions
        .iter()
        .map(|edition| {
            wording.say(
                "edition-line",
                &args![
                    edition = edition.number.to_string(),
                    period = wording.period(edition.period),
                    state = wording.label(edition.state),
                    revision = edition.revision.to_string()
                ],
            )
        })
        .collect();
    if lines.is_empty() {
        lines.push(wording.say("edition-none", &args![]));
    }
    context.report(&json!(editions), &lines);
    Ok(Outcome::Done)
}
