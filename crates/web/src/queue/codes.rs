//! The codes by which a queue is filtered: they may stand in an address.

use chrono::NaiveDate;
use model::{Cause, CauseChoice, Code, Field, Language, Place};
use serde::{Deserialize, Serialize};
use store::{NetworkView, QueueFilter, QueueOrder, Wanted};
use wording::{Wording, args};

use crate::posted::Posted;
use crate::signals::organisation;

use super::marked::{Asked, Looked};
use super::{Desk, overdue_since};

/// What is asked for, as codes; an empty one asks for everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Codes {
    organisation: String,
    cause: String,
    domain: String,
    right: String,
    place: String,
    language: String,
    /// `yes`: only what waits too long.
    overdue: String,
    /// `yes` or `no`: whether a question is open.
    asked: String,
    /// `yes`: only what is put aside.
    aside: String,
    /// `yes` or `no`: whether screening marks something; `not-yet`: what it did not look through yet.
    marked: String,
    /// `newest`; the oldest first where nothing is said.
    order: String,
}

/// A list to choose from.
pub struct Filter {
    pub name: &'static str,
    pub label: String,
    pub choices: Vec<Choice>,
}

/// One of its choices.
pub struct Choice {
    pub code: String,
    pub label: String,
    pub chosen: bool,
}

const NAMES: [&str; 11] = [
    "organisation",
    "cause",
    "domain",
    "right",
    "place",
    "language",
    "overdue",
    "asked",
    "aside",
    "marked",
    "order",
];

impl Codes {
    /// The codes of a form. What cannot be a code is left out: it must not get into an address.
    pub fn posted(posted: &Posted) -> Self {
        let mut codes = Self::default();
        for name in NAMES {
            let value = posted.get(name);
            let sound = value.len() <= 80 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            if sound && let Some(place) = codes.place(name) {
                value.clone_into(place);
            }
        }
        codes
    }

    fn place(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "organisation" => &mut self.organisation,
            "cause" => &mut self.cause,
            "domain" => &mut self.domain,
            "right" => &mut self.right,
            "place" => &mut self.place,
            "language" => &mut self.language,
            "overdue" => &mut self.overdue,
            "asked" => &mut self.asked,
            "aside" => &mut self.aside,
            "marked" => &mut self.marked,
            "order" => &mut self.order,
            _ => return None,
        })
    }

    /// Name and code of each.
    pub fn pairs(&self) -> [(&'static str, &str); 11] {
        let values = [
            &self.organisation,
            &self.cause,
            &self.domain,
            &self.right,
            &self.place,
            &self.language,
            &self.overdue,
            &self.asked,
            &self.aside,
            &self.marked,
            &self.order,
        ];
        let mut values = values.into_iter();
        NAMES.map(|name| (name, values.next().map_or("", String::as_str)))
    }

    /// The same, of those that ask for something.
    pub fn owned_pairs(&self) -> Vec<(&'static str, String)> {
        let said = self.pairs().into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| (name, value.to_owned())).collect()
    }

    /// Whether nothing is asked for.
    pub fn are_empty(&self) -> bool {
        *self == Self::default()
    }

    /// In which order.
    pub fn order(&self) -> QueueOrder {
        if self.order == "newest" { QueueOrder::Newest } else { QueueOrder::Oldest }
    }

    /// Whether it is asked in what screening marks something.
    pub fn ask_marks(&self) -> bool {
        !self.marked.is_empty()
    }

    /// The same of what nobody looked through yet; none where marks are not asked for, or this is it already.
    pub fn not_looked_at(&self) -> Option<Self> {
        let not_yet = Asked::NotYet.code().to_owned();
        (self.ask_marks() && self.marked != not_yet).then(|| Self { marked: not_yet, ..self.clone() })
    }

    /// As the store is asked; none where a code is none, so that nothing fits. `looked` is needed where marks are asked for.
    pub fn filter(&self, today: NaiveDate, words: Wanted, looked: Option<&Looked>) -> Option<QueueFilter> {
        fn read<T>(code: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
            if code.is_empty() { Some(None) } else { parse(code).map(Some) }
        }
        let is_yes = |code: &str| (code == "yes").then_some(true);
        let yes_or_no = |code: &str| match code {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        Some(QueueFilter {
            organisation: read(&self.organisation, |code| Code::parse(code).ok())?,
            cause: read(&self.cause, cause)?,
            domain: read(&self.domain, |code| Code::parse(code).ok())?,
            right: read(&self.right, |code| Code::parse(code).ok())?,
            place: read(&self.place, |code| Place::parse(code).ok())?,
            language: read(&self.language, |code| Language::parse(code).ok())?,
            silent_since: read(&self.overdue, is_yes)?.map(|_| overdue_since(today)),
            asked: read(&self.asked, yes_or_no)?,
            today: Some(today),
            put_aside: read(&self.aside, is_yes)?.is_some(),
            attached: None,
            among: read(&self.marked, Asked::parse)?.map(|asked| match looked {
                Some(looked) => looked.among(asked),
                None => Looked::default().among(asked),
            }),
            words,
        })
    }

    /// The lists to choose from, in words.
    pub fn filters(&self, wording: Wording, network: &NetworkView, desk: &Desk) -> Vec<Filter> {
        let language = wording.language();
        let filter = |name: &'static str, label: String, all: &str, named: Vec<(String, String)>| {
            let chosen = self.pairs().into_iter().find(|(known, _)| *known == name).map_or("", |pair| pair.1);
            let all = (String::new(), wording.say(all, &args![]));
            let choice = |(code, label): (String, String)| Choice { chosen: code == chosen, code, label };
            Filter { name, label, choices: std::iter::once(all).chain(named).map(choice).collect() }
        };
        let sorted = |mut named: Vec<(String, String)>| {
            wording.sort_by_label(&mut named, |(_, label)| label);
            named
        };
        let said = |codes: &[(&str, &str)]| {
            let say = |(code, key): &(&str, &str)| ((*code).to_owned(), wording.say(key, &args![]));
            codes.iter().map(say).collect::<Vec<_>>()
        };
        let organisations = network
            .organisations
            .iter()
            .map(|one| (one.code.to_string(), organisation(network, language, &one.code)));
        let domains = network.domains.iter().map(|one| (one.code.to_string(), wording.domain(one)));
        let rights = network.rights.iter().map(|one| (one.code.to_string(), wording.right(one)));
        let causes = causes().map(|one| (cause_code(one).to_owned(), wording.label(one)));
        let places = Place::all().map(|one| (one.code().to_owned(), wording.place(one)));
        let languages = Language::ALL.iter().map(|one| (one.code().to_owned(), wording.label(*one)));
        let mut filters = vec![
            filter("domain", wording.label(Field::Domain), "network-all", sorted(domains.collect())),
            filter("cause", wording.label(Field::Cause), "network-all", causes.collect()),
            filter("right", wording.label(Field::Right), "network-all", sorted(rights.collect())),
            filter("place", wording.label(Field::Place), "network-all", places.collect()),
            filter("language", wording.label(Field::Language), "network-all", languages.collect()),
            filter(
                "overdue",
                wording.say("queue-overdue", &args![]),
                "network-all",
                said(&[("yes", "queue-overdue-yes")]),
            ),
            filter(
                "asked",
                wording.say("queue-asked", &args![]),
                "network-all",
                said(&[("yes", "queue-asked-yes"), ("no", "queue-asked-no")]),
            ),
            filter(
                "aside",
                wording.say("queue-aside", &args![]),
                "queue-aside-no",
                said(&[("yes", "queue-aside-yes")]),
            ),
            filter(
                "marked",
                wording.say("queue-marked", &args![]),
                "network-all",
                said(&[
                    (Asked::Marked.code(), "queue-marked-yes"),
                    (Asked::Clear.code(), "queue-marked-no"),
                    (Asked::NotYet.code(), "queue-marked-not-yet"),
                ]),
            ),
            filter(
                "order",
                wording.say("queue-order", &args![]),
                "queue-order-oldest",
                said(&[("newest", "queue-order-newest")]),
            ),
        ];
        if *desk == Desk::Network {
            let named = sorted(organisations.collect());
            filters
                .insert(0, filter("organisation", wording.label(Field::Organisation), "network-all", named));
        }
        filters
    }
}

/// Every main cause that can be chosen.
pub fn causes() -> impl Iterator<Item = CauseChoice> {
    let named = Cause::ALL.iter().map(|cause| CauseChoice::Of(*cause));
    named.chain([CauseChoice::Unknown, CauseChoice::NoRight])
}

/// The code of a cause in an address, where the empty one means all.
pub fn cause_code(cause: CauseChoice) -> &'static str {
    match cause {
        CauseChoice::NoRight => "none",
        other => other.code(),
    }
}

/// The cause with this code in an address.
pub fn cause(code: &str) -> Option<CauseChoice> {
    causes().find(|cause| cause_code(*cause) == code)
}
