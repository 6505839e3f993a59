//! The work of the demo: signals of these weeks, most of which wait for their organisation or for the network.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::{Datelike, Days, NaiveDate};
use model::{AccountId, Code, Field, Lists, Month, RawSubmission, Role, Submission};
use serde::Deserialize;
use store::{Account, Filing, Side, Store, Via};
use uuid::Uuid;

use crate::commands::Context;
use crate::failure::Failure;

/// The signals, the oldest first in each: what shows every state of a signal, and what coordinators make an edition of.
const FILES: [&str; 2] = [
    include_str!("../../../../../fixtures/demo/waiting.json"),
    include_str!("../../../../../fixtures/demo/raw.json"),
];

/// The group that files with a card, and what the card is called.
const CARD: (&str, &str) = ("collectif-horizons", "Cuisine du jeudi");

/// A signal, and what was done with it.
#[derive(Deserialize)]
struct Waiting {
    /// Filed so many days ago: the queues look the same on whichever day the demo is made.
    days_ago: u64,
    /// Seen so many months before it was filed.
    #[serde(default)]
    observed_months_ago: i32,
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
    /// The network put it aside for so many days from now.
    postponed: Option<u64>,
    /// The network accepted it; it is in no structural signal yet.
    #[serde(default)]
    accepted: bool,
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
    let wrong = |what: String| Failure::Wrong(format!("waiting.json, raw.json: {what}"));
    let signals = signals().map_err(|error| wrong(error.to_string()))?;
    let accounts = store.accounts().map_err(failed)?;
    for (number, signal) in (1_u128..).zip(&signals) {
        let day = last.checked_sub_days(Days::new(signal.days_ago)).unwrap_or(last);
        if let Ok(mut today) = today.lock() {
            *today = day;
        }
        let month = Month::new(day.year(), day.month()).map_err(|error| wrong(error.to_string()))?;
        let observed = Month::from_number(month.number() - signal.observed_months_ago)
            .map_err(|error| wrong(error.to_string()))?;
        let organisation = Code::parse(&signal.organisation).map_err(|_| wrong(number.to_string()))?;
        let found = |role| holder(&accounts, role, Some(&organisation)).ok_or(wrong(number.to_string()));
        let coordinator = found(Role::SignalCoordinator)?;
        let filer = found(Role::Filer).unwrap_or(coordinator);
        let network = holder(&accounts, Role::NetworkCoordinator, None).ok_or(wrong(number.to_string()))?;
        let (filed_for, via) = match signal.by {
            By::Filer => (organisation.clone(), Via::Account(filer)),
            By::Card => {
                let group = Code::parse(CARD.0).map_err(|_| wrong(number.to_string()))?;
                // The link of this card is nobody's: its token is the hash of no text.
                let card =
                    store.add_card(&group, Some(&organisation), CARD.1, [7; 32], None).map_err(failed)?;
                (group, Via::Card(card))
            }
        };
        let lists = store.lists(month).map_err(failed)?;
        let submission = submission(signal, &filed_for, observed, &lists)
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
        if let Some(days) = signal.postponed {
            let until = last.checked_add_days(Days::new(days)).unwrap_or(last);
            store.postpone(id, until, network).map_err(failed)?;
        }
        if signal.accepted {
            store.accept(id, network).map_err(failed)?;
        }
    }
    Ok(())
}

/// All signals, the oldest first.
fn signals() -> serde_json::Result<Vec<Waiting>> {
    let mut all: Vec<Waiting> = Vec::new();
    for text in FILES {
        all.extend(serde_json::from_str::<Vec<Waiting>>(text)?);
    }
    all.sort_by_key(|signal| std::cmp::Reverse(signal.days_ago));
    Ok(all)
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
    observed: Month,
    lists: &Lists,
) -> Result<Submission, String> {
    let mut raw = RawSubmission::default();
    for (name, text) in &signal.fields {
        raw.set(Field::parse(name).map_err(|_| name.clone())?, text);
    }
    raw.set(Field::Organisation, organisation.as_str());
    raw.set(Field::Observed, observed.to_string());
    Submission::check(&raw, lists).map_err(|problems| {
        problems.first().map_or_else(String::new, |problem| problem.field.code().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clustering::{Index, Lexicon, Text};
    use model::Language;
    use screening::{Certainty, Screen};

    use super::*;

    /// What waits at the network's desk.
    fn at_the_network() -> Vec<Waiting> {
        // Neither decided nor put aside.
        let here = |one: &Waiting| (one.released || one.direct) && !one.accepted && one.postponed.is_none();
        signals().unwrap().into_iter().filter(here).collect()
    }

    fn is(signal: &Waiting, field: &str, value: &str) -> bool {
        signal.fields.get(field).is_some_and(|text| text == value)
    }

    #[test]
    fn nobody_can_be_recognised_in_what_waits() {
        let screen = Screen::new().unwrap();
        for signal in &signals().unwrap() {
            let texts =
                ["headline", "problem", "impact"].iter().filter_map(|field| signal.fields.get(*field));
            for text in texts.chain(&signal.solved).chain(&signal.question) {
                let language = Language::parse(&signal.fields["language"]).unwrap();
                let blocked = screen.findings(text, Some(language));
                assert!(blocked.iter().all(|finding| finding.certainty != Certainty::Blocked), "{text}");
            }
        }
    }

    #[test]
    fn every_signal_that_waits_can_be_filed() {
        let network: model::Network = serde_json::from_str(super::super::NETWORK).unwrap();
        let month = Month::new(2026, 3).unwrap();
        let lists = Lists {
            organisations: network.organisations.iter().map(|one| one.code.clone()).collect(),
            domains: network.domains.iter().map(|one| (one.code.clone(), one.retired)).collect(),
            rights: network.rights.iter().map(|right| right.code.clone()).collect(),
            this_month: month,
        };
        for signal in &signals().unwrap() {
            let organisation = Code::parse(&signal.organisation).unwrap();
            let checked = submission(signal, &organisation, month, &lists);
            assert!(checked.is_ok(), "{:?}: {checked:?}", signal.fields["headline"]);
        }
    }

    #[test]
    fn both_languages_have_something_in_every_queue_and_one_question_waits_for_each_side() {
        let signals = signals().unwrap();
        for language in ["nl", "fr"] {
            let count = |fits: fn(&Waiting) -> bool| {
                signals.iter().filter(|one| is(one, "language", language) && fits(one)).count()
            };
            assert!(count(|one| one.released || one.direct) >= 2, "{language}: for the network");
            assert!(count(|one| !one.released && !one.direct && one.solved.is_none()) >= 3, "{language}");
        }
        let asked =
            |released: bool| signals.iter().any(|one| one.question.is_some() && one.released == released);
        assert!(asked(true) && asked(false));
        assert!(signals.iter().any(|one| one.solved.is_some()));
        assert!(signals.iter().any(|one| one.by == By::Card));
        assert!(signals.windows(2).all(|pair| pair[0].days_ago >= pair[1].days_ago), "the oldest first");
    }

    #[test]
    fn the_network_has_an_edition_to_make_from_many_organisations_in_three_languages() {
        let here = at_the_network();
        assert!(here.len() >= 45, "{}", here.len());
        let organisations: BTreeSet<&str> = here.iter().map(|one| one.organisation.as_str()).collect();
        assert!(organisations.len() >= 15, "{organisations:?}");
        let languages: BTreeSet<&str> = here.iter().map(|one| one.fields["language"].as_str()).collect();
        assert_eq!(languages, BTreeSet::from(["en", "fr", "nl"]));
        // Ten working days are over in fifteen days, whatever the weekday.
        assert!(here.iter().filter(|one| one.days_ago >= 15).count() >= 3, "some wait too long");
        let all = signals().unwrap();
        assert!(all.iter().any(|one| one.postponed.is_some()));
        assert!(all.iter().filter(|one| one.accepted).count() >= 6, "for the proposals");
    }

    #[test]
    fn what_waits_can_be_proposed_together_over_organisations_and_languages() {
        let signals = signals().unwrap();
        let mut index = Index::new(Lexicon::own().unwrap());
        let words: Vec<String> = signals
            .iter()
            .map(|one| format!("{}\n{}", one.fields["headline"], one.fields["problem"]))
            .collect();
        index.add_all(signals.iter().zip(&words).map(|(signal, words)| text(signal, words)));
        let medical = |one: &Waiting| is(one, "right", "urgent-medical-aid");
        for (at, signal) in
            signals.iter().enumerate().filter(|(_, one)| medical(one) && is(one, "language", "nl"))
        {
            let near = index.neighbours(at, 5);
            let french = near.iter().filter(|near| {
                let other = &signals[near.number];
                medical(other) && is(other, "language", "fr")
            });
            assert!(french.count() >= 1, "{}", signal.fields["headline"]);
        }
        let groups = index.clusters().texts;
        let shared = groups.iter().filter(|group| {
            let of = |field: fn(&Waiting) -> &str| -> usize {
                group.iter().map(|at| field(&signals[*at])).collect::<BTreeSet<_>>().len()
            };
            group.len() >= 3
                && of(|one| one.organisation.as_str()) >= 3
                && of(|one| one.fields["language"].as_str()) >= 2
        });
        assert!(shared.count() >= 6);
    }

    fn text<'a>(signal: &'a Waiting, words: &'a str) -> Text<'a> {
        let field = |name: &str| signal.fields.get(name).map_or("", String::as_str);
        Text {
            text: words,
            language: Language::parse(field("language")).ok(),
            cause: field("cause"),
            domain: field("domain"),
            right: field("right"),
        }
    }
}
