//! `run-due`: editions by the calendar of the settings, for cron or a timer.
//!
//! One step after another until none is due: an edition is frozen so many days after its period, its files are made, it is
//! published so many days after the freeze, the next one is opened. Each step leaves the database whole, and a step that
//! was broken off is due again: whatever kills a run, the next one goes on from there. What is not set is left to people.

mod calendar;

use bundle::{Freezing, Scope};
use chrono::NaiveDate;
use mail::{BatchStep, Mail};
use model::{EditionNumber, EditionState, Language, Role};
use serde_json::json;
use store::Store;
use wording::args;

use self::calendar::{Calendar, Standing, Step};
use crate::commands::{Context, bundle as files, edition};
use crate::console;
use crate::failure::{Failure, Outcome};
use crate::surroundings::today;

pub fn run(context: &Context, dry_run: bool) -> Result<Outcome, Failure> {
    let settings = &context.settings;
    let calendar = Calendar {
        months: settings.edition_months,
        freeze_after: settings.freeze_after_days,
        publish_after: settings.publish_after_days,
    };
    if calendar.is_empty() {
        return Err(Failure::Usage(context.wording.say("due-no-calendar", &args![])));
    }
    let store = context.existing_store()?;
    let day = today();
    if dry_run {
        return list(context, calendar, standing(context, &store)?, day);
    }
    // Settings of mail that cannot work are found before anything is done.
    let mailer = context.mailer()?;
    let mut done: Vec<Step> = Vec::new();
    let failed = loop {
        let editions = standing(context, &store)?;
        let step = calendar.due(&editions, day).filter(|step| !done.contains(step));
        let Some(step) = step else { break None };
        console::note(&said(context, step));
        match take(context, &store, step, day) {
            Ok(Outcome::Done) => done.push(step),
            other => break Some((step, other)),
        }
    };
    if !done.is_empty() || failed.is_some() {
        if let Some(mailer) = mailer {
            let steps: Vec<_> = done.iter().map(|step| mailed(*step)).collect();
            let broken = failed.as_ref().map(|(step, _)| mailed(*step));
            for (address, language) in coordinators(context, &store)? {
                let mail = Mail::batch(&address, language, &steps, broken, &settings.public_address());
                if let Err(why) = mailer.now(&mail) {
                    console::complain(&why.say(context.wording));
                }
            }
        }
    } else {
        let editions = standing(context, &store)?;
        return list(context, calendar, editions, day);
    }
    match failed {
        None => Ok(Outcome::Done),
        Some((_, outcome)) => outcome,
    }
}

/// Whoever coordinates the network and can sign in.
fn coordinators(context: &Context, store: &Store) -> Result<Vec<(String, Language)>, Failure> {
    let mut accounts = store.accounts().map_err(|error| context.failed(&error))?;
    accounts.retain(|account| !account.disabled && account.is(Role::NetworkCoordinator));
    Ok(accounts.into_iter().map(|account| (account.address, account.language)).collect())
}

/// How the editions stand.
fn standing(context: &Context, store: &Store) -> Result<Vec<Standing>, Failure> {
    let editions = store.editions().map_err(|error| context.failed(&error))?;
    let standing = |edition: model::Edition| {
        let number = edition.number;
        let frozen_on = match edition.state {
            EditionState::Frozen => {
                let day = bundle::frozen_on(store, number);
                Some(day.map_err(|error| files::failed(context, number, error))?)
            }
            _ => None,
        };
        let made = bundle::is_made(&context.settings.editions, number, edition.revision);
        Ok(Standing { number, period: edition.period, state: edition.state, frozen_on, made })
    };
    editions.into_iter().map(standing).collect()
}

fn take(context: &Context, store: &Store, step: Step, day: NaiveDate) -> Result<Outcome, Failure> {
    let out = &context.settings.editions;
    match step {
        Step::Open(number, period) => {
            store.open_edition(number, period).map_err(|error| context.failed(&error))?;
            Ok(Outcome::Done)
        }
        Step::Freeze(number) => {
            edition::freeze(context, store, number, Freezing { date: day, demonstration: false })?;
            Ok(Outcome::Done)
        }
        Step::Make(number) => {
            // The edition's files come last: where they stand, this step is done.
            files::letters(context, store, number, Language::ALL, out)?;
            files::files(context, store, number, Scope::ALL, out)?;
            Ok(Outcome::Done)
        }
        Step::Publish(number) => edition::publish(context, store, number, out),
    }
}

/// What is due, one line each; where nothing is, what comes next and when.
fn list(
    context: &Context,
    calendar: Calendar,
    editions: Vec<Standing>,
    day: NaiveDate,
) -> Result<Outcome, Failure> {
    let wording = context.wording;
    let next = calendar.next(&editions);
    let steps = calendar.all_due(editions, day);
    let mut lines: Vec<String> = steps.iter().map(|step| said(context, *step)).collect();
    if lines.is_empty() {
        lines.push(match next {
            Some((step, on)) => {
                wording.say("due-next", &args![step = said(context, step), day = wording.day(on)])
            }
            None => wording.say("due-nothing", &args![]),
        });
    }
    let entry = |step: &Step| json!({"step": mailed(*step).0.code(), "edition": mailed(*step).1});
    let next = next.filter(|_| steps.is_empty());
    let next =
        next.map(|(step, on)| json!({"step": mailed(step).0.code(), "edition": mailed(step).1, "on": on}));
    let json = json!({"due": steps.iter().map(entry).collect::<Vec<_>>(), "next": next});
    context.report(&json, &lines);
    Ok(Outcome::Done)
}

const fn mailed(step: Step) -> (BatchStep, EditionNumber) {
    match step {
        Step::Open(number, _) => (BatchStep::Open, number),
        Step::Freeze(number) => (BatchStep::Freeze, number),
        Step::Make(number) => (BatchStep::Make, number),
        Step::Publish(number) => (BatchStep::Publish, number),
    }
}

fn said(context: &Context, step: Step) -> String {
    let (step, number) = mailed(step);
    context.wording.say(&format!("due-step-{}", step.code()), &args![edition = number.to_string()])
}
