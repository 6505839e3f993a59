//! One entry of the log in words.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use model::{AccountId, Code, EditionNumber, Localised, SignalId, StructuralSignalId};
use store::{LogEntry, NetworkView, Store, StructuralFile, signed_recommendations};
use wording::{Wording, args};

use super::is_known;
use crate::problems::answered_to;
use crate::signals::organisation as organisation_name;

/// An entry as a page shows it.
pub struct LogLine {
    pub sequence: i64,
    /// The day in words, and as HTML writes it.
    pub day: String,
    pub date: String,
    pub who: String,
    pub what: String,
    pub thing: String,
    pub subject_id: String,
    /// The page of the thing, where it has one.
    pub href: Option<String>,
    pub undone: bool,
    /// The signal of which it can be taken back here.
    pub undo: Option<SignalId>,
}

/// What some entries name.
pub struct Names {
    /// The names of the people; none for one that only files, whom the network does not know.
    people: BTreeMap<String, Option<String>>,
    /// The recommendations that authorities answered, by the number of the entry.
    recommended: BTreeMap<i64, Localised>,
}

/// The event of an answer.
const ANSWERED: &str = "answer-received";

/// What only a filer does, whatever roles the account has besides.
const FILERS: [&str; 2] = ["signal-filed", "signal-withdrawn"];

impl Names {
    /// The names of whoever did these things, and what was answered.
    pub fn of(store: &Store, entries: &[LogEntry]) -> Result<Self, store::Error> {
        let mut names = BTreeMap::new();
        let who = entries.iter().flat_map(|entry| [&entry.detail["by"], &entry.detail["link_of"]]);
        for by in who.filter_map(|by| by.as_str()) {
            let Ok(id) = AccountId::parse(by) else { continue };
            if names.contains_key(by) {
                continue;
            }
            match store.account(id) {
                Ok(account) => {
                    names.insert(by.to_owned(), is_known(&account).then_some(account.name));
                }
                Err(store::Error::NotFound(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Self { people: names, recommended: recommended(store, entries)? })
    }

    /// Whether it was done by somebody as a filer.
    pub fn is_filer(&self, entry: &LogEntry) -> bool {
        let as_filer = FILERS.contains(&entry.kind.as_str()) || entry.detail["side"] == "filer";
        as_filer || entry.detail["by"].as_str().is_some_and(|by| self.people.get(by) == Some(&None))
    }

    fn who(&self, wording: Wording, entry: &LogEntry) -> String {
        if self.is_filer(entry) {
            return wording.say("log-filer", &args![]);
        }
        match entry.detail["by"].as_str() {
            None if entry.detail["link_of"].is_string() => wording.say("log-by-link", &args![]),
            None => wording.say("log-nobody", &args![]),
            Some(by) => {
                let name = self.people.get(by).cloned().flatten();
                name.unwrap_or_else(|| wording.say("log-someone", &args![]))
            }
        }
    }
}

/// Which recommendation an entry says that an authority answered; none where it was the problem as a whole.
pub fn answered_number(entry: &LogEntry) -> Option<u32> {
    let number = entry.detail["recommendation"].as_u64().filter(|_| entry.kind == ANSWERED)?;
    u32::try_from(number).ok()
}

/// The same in words, as its structural signal has it.
pub fn answered_sentence<'a>(file: &'a StructuralFile, entry: &LogEntry) -> Option<&'a Localised> {
    let at = usize::try_from(answered_number(entry)?).ok()?.checked_sub(1)?;
    let edition = u32::try_from(entry.detail["edition"].as_u64()?).ok()?;
    signed_recommendations(&file.entry, EditionNumber(edition)).nth(at).map(|one| &one.text)
}

/// The recommendations that these entries say were answered: each structural signal is read once.
fn recommended(store: &Store, entries: &[LogEntry]) -> Result<BTreeMap<i64, Localised>, store::Error> {
    let mut files = BTreeMap::new();
    let mut found = BTreeMap::new();
    for entry in entries.iter().filter(|entry| answered_number(entry).is_some()) {
        let Ok(id) = StructuralSignalId::parse(&entry.subject_id) else { continue };
        let file = match files.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(store.structural_signal(id)?),
        };
        found.extend(answered_sentence(file, entry).map(|sentence| (entry.sequence, sentence.clone())));
    }
    Ok(found)
}

impl LogLine {
    /// The entry in words; `may_undo`: whoever reads it may take it back.
    pub fn new(wording: Wording, names: &Names, entry: &LogEntry, may_undo: bool) -> Self {
        let signal = (entry.subject == "signal").then(|| SignalId::parse(&entry.subject_id).ok()).flatten();
        let named = |prefix: &str, code: &str| {
            wording.try_say(&format!("{prefix}-{code}"), &args![]).unwrap_or_else(|| code.to_owned())
        };
        Self {
            sequence: entry.sequence,
            day: wording.day(entry.day),
            date: entry.day.to_string(),
            who: names.who(wording, entry),
            what: answered_to(
                wording,
                named("log", &entry.kind),
                answered_number(entry),
                names.recommended.get(&entry.sequence),
            ),
            thing: named("log-thing", &entry.subject),
            subject_id: entry.subject_id.clone(),
            href: match entry.subject.as_str() {
                "structural-signal" => Some(format!("/structural/{}", entry.subject_id)),
                // What became of it stands among the words; one that is gone has no page.
                "concept" if entry.kind != "concept-removed" => {
                    Some(format!("/lexicon/concepts/{}", entry.subject_id))
                }
                _ => signal.map(|id| format!("/signals/{id}")),
            },
            undone: entry.undone,
            undo: signal.filter(|_| may_undo),
        }
    }

    /// As the network reads it: an answer by a link names the organisation that gave it, and who made the link.
    pub fn told_to(
        mut self,
        wording: Wording,
        network: &NetworkView,
        names: &Names,
        entry: &LogEntry,
    ) -> Self {
        let organisation = entry.detail["organisation"].as_str().and_then(|code| Code::parse(code).ok());
        let maker = entry.detail["link_of"].as_str();
        if let (Some(code), Some(maker)) = (organisation, maker) {
            let organisation = organisation_name(network, wording.language(), &code);
            let name = names.people.get(maker).cloned().flatten();
            let name = name.unwrap_or_else(|| wording.say("log-someone", &args![]));
            self.who = wording.say("log-by-link-of", &args![organisation = organisation, name = name]);
        }
        self
    }
}
