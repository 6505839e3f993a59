//! The work of the demo: signals of these weeks that wait for their organisation or for the network.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::{Datelike, Days, NaiveDate};
use model::{AccountId, Code, Field, Lists, Month, RawSubmission, Role, Submission};
use serde::Deserialize;
use store::{Account, Filing, Side, Store, Via};
use uuid::Uuid;

use crate::commands::Context;
use crate::failure::Failure;

/// The signals, the oldest first.
const SIGNALS: &str = include_str!("../../../../../fixtures/demo/waiting.json");

/// The group that files with a card, and what the card is called.
const CARD: (&str, &str) = ("collectif-horizons", "Cuisine du jeudi");

/// A signal, and what was done with it.
#[derive(Deserialize)]
struct Waiting {
    /// Filed so many days ago: the queues look the same on whichever day the demo is made.
    days_ago: u64,
    /// The organisation; for a card the one that releases.
    organisation: String,
    by: By,
    /// What it says, by the fields of files.
    fields: BTreeMap<String, String>,
    /// Sent past the own organisation.
    #[serde(default)]
    direct: bool,
    #[serde(default)]
    released: bool,
    /// How the organisation solved it.
    solved: Option<String>,
    /// What was asked, by whoever has it now.
    question: Option<String>,
}

#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum By {
    Filer,
    Card,
}

/// Files the signals on their days, counted back from `last`; `today` is the day that the store takes it to be.
pub fn file(
    context: &Context,
    store: &Store,
    today: &Arc<Mutex<NaiveDate>>,
    last: NaiveDate,
) -> Result<(), Failure> {
    let failed = |error: store::Error| context.failed(&error);
    // The signals come with the program: what is wrong with them is told like a file that was given.
    let wrong = |what: String| Failure::Wrong(format!("waiting.json: {what}"));
    let signals: Vec<Waiting> = serde_json::from_str(SIGNALS).map_err(|error| wrong(error.to_string()))?;
    let accounts = store.accounts().map_err(failed)?;
    for (number, signal) in (1_u128..).zip(&signals) {
        let day = last.checked_sub_days(Days::new(signal.days_ago)).unwrap_or(last);
        if let Ok(mut today) = today.lock() {
            *today = day;
        }
        let month = Month::new(day.year(), day.month()).map_err(|error| wrong(error.to_string()))?;
        let organisation = Code::parse(&signal.organisation).map_err(|_| wrong(number.to_string()))?;
        let found = |role| holder(&accounts, role, Some(&organisation)).ok_or(wrong(number.to_string()));
        let (filer, coordinator) = (found(Role::Filer)?, found(Role::SignalCoordinator)?);
        let network = holder(&accounts, Role::NetworkCoordinator, None).ok_or(wrong(number.to_string()))?;
        let (filed_for, via) = match signal.by {
            By::Filer => (organisation.clone(), Via::Account(filer)),
            By::Card => {
                let group = Code::parse(CARD.0).map_err(|_| wrong(number.to_string()))?;
                // The link of this card is nobody's: its token is the hash of no text.
                let card = store.add_card(&group, Some(&organisation), CARD.1, [7; 32]).map_err(failed)?;
                (group, Via::Card(card))
            }
        };
        let lists = store.lists(month).map_err(failed)?;
        let submission = submission(signal, &filed_for, month, &lists)
            .map_err(|field| wrong(format!("{number}: {field}")))?;
        let filing = Filing {
            client_id: Uuid::from_u128(number),
            submission,
            via,
            direct: signal.direct,
            release: false,
            draft: None,
        };
        let id = store.file(filing).map_err(failed)?.signal;
        if signal.released {
            store.release(id, coordinator).map_err(failed)?;
        }
        if let Some(how) = &signal.solved {
            store.solve_internally(id, coordinator, how).map_err(failed)?;
        }
        if let Some(question) = &signal.question {
            let asker = if signal.released { network } else { coordinator };
            store.write_message(id, Side::Coordinator, Some(asker), question).map_err(failed)?;
        }
    }
    Ok(())
}

/// Who has a role, in an organisation or in the network.
fn holder(accounts: &[Account], role: Role, organisation: Option<&Code>) -> Option<AccountId> {
    let holds = |account: &&Account| account.is(role) && account.organisation.as_ref() == organisation;
    accounts.iter().find(holds).map(|account| account.id)
}

/// The signal as its organisation files it; else the name of a field that is wrong.
fn submission(
    signal: &Waiting,
    organisation: &Code,
    month: Month,
    lists: &Lists,
) -> Result<Submission, String> {
    let mut raw = RawSubmission::default();
    for (name, text) in &signal.fields {
        raw.set(Field::parse(name).map_err(|_| name.clone())?, text);
    }
    raw.set(Field::Organisation, organisation.as_str());
    raw.set(Field::Observed, month.to_string());
    Submission::check(&raw, lists).map_err(|problems| {
        problems.first().map_or_else(String::new, |problem| problem.field.code().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use screening::{Certainty, Screen};

    use super::*;

    #[test]
    fn nobody_can_be_recognised_in_what_waits() {
        let screen = Screen::new().unwrap();
        let signals: Vec<Waiting> = serde_json::from_str(SIGNALS).unwrap();
        assert!((10..=12).contains(&signals.len()));
        for signal in &signals {
            let texts =
                ["headline", "problem", "impact"].iter().filter_map(|field| signal.fields.get(*field));
            for text in texts.chain(&signal.solved).chain(&signal.question) {
                let language = model::Language::parse(&signal.fields["language"]).unwrap();
                let blocked = screen.findings(text, Some(language));
                assert!(blocked.iter().all(|finding| finding.certainty != Certainty::Blocked), "{text}");
            }
        }
    }

    #[test]
    fn both_languages_have_something_in_every_queue_and_one_question_waits_for_each_side() {
        let signals: Vec<Waiting> = serde_json::from_str(SIGNALS).unwrap();
        for language in ["nl", "fr"] {
            let count = |fits: fn(&Waiting) -> bool| {
                signals.iter().filter(|one| one.fields["language"] == language && fits(one)).count()
            };
            assert!(count(|one| one.released || one.direct) >= 2, "{language}: for the network");
            assert!(count(|one| !one.released && !one.direct && one.solved.is_none()) >= 3, "{language}");
        }
        let asked =
            |released: bool| signals.iter().any(|one| one.question.is_some() && one.released == released);
        assert!(asked(true) && asked(false));
        assert!(signals.iter().any(|one| one.solved.is_some()));
        assert!(signals.iter().any(|one| one.by == By::Card));
        assert!(signals.windows(2).all(|pair| pair[0].days_ago > pair[1].days_ago), "the oldest first");
    }
}
