//! What happened to a structural signal, the last first; and which moves of signals can be taken back.

use std::collections::{BTreeMap, BTreeSet};

use model::{AccountId, Localised, StructuralSignalId};
use store::{LogEntry, LogFilter, Store};
use wording::{Wording, args};

use super::members::is_printed;
use super::names;
use crate::log::{answered_number, answered_sentence};
use crate::problems::answered_to;

/// How many entries are read at most.
const LONGEST: u32 = 300;

/// The moves of signals, which can be taken back.
const MOVES: [&str; 3] = ["signals-moved", "structural-signals-merged", "structural-signal-split"];

/// The event that takes a move back.
const UNDONE: &str = "structural-step-undone";

/// What the log says of a structural signal.
pub struct History {
    entries: Vec<LogEntry>,
    undone: BTreeSet<i64>,
    reasons: BTreeMap<i64, String>,
    names: BTreeMap<AccountId, String>,
    /// The signals to which a printed chapter leads: they stay.
    printed: BTreeSet<String>,
    /// The recommendations that authorities answered, by the number of the entry.
    recommended: BTreeMap<i64, Localised>,
}

/// How many signals are looked through for those.
const SIGNALS: u32 = 300;

/// An entry as the page shows it.
pub struct Line {
    /// The day.
    pub day: String,
    /// What happened.
    pub text: String,
    /// Who did it.
    pub by: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// It was taken back.
    pub undone: bool,
    /// The number of the event, where it can be taken back.
    pub undo: Option<i64>,
}

impl History {
    /// Reads it: what happened to this one, and what others gave or took.
    pub fn load(store: &Store, id: StructuralSignalId) -> Result<Self, store::Error> {
        let subject = Some("structural-signal".to_owned());
        let own =
            LogFilter { subject: subject.clone(), subject_id: Some(id.to_string()), ..LogFilter::default() };
        let (mut entries, _) = store.log(&own, LONGEST)?;
        let kinds = MOVES.iter().chain([&UNDONE]).map(|kind| (*kind).to_owned()).collect();
        let (moves, _) = store.log(&LogFilter { subject, kinds, ..LogFilter::default() }, LONGEST)?;
        let own_id = id.to_string();
        let touches = |entry: &&LogEntry| {
            let came_from = || entry.detail["moves"].as_object().into_iter().flatten();
            entry.subject_id != own_id
                && (entry.detail["to"] == own_id.as_str()
                    || came_from().any(|(_, from)| *from == own_id.as_str()))
        };
        entries.extend(moves.iter().filter(touches).cloned());
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.sequence));
        let taken_back =
            |entry: &LogEntry| (entry.kind == UNDONE).then(|| entry.detail["event"].as_i64()).flatten();
        let undone = moves.iter().chain(&entries).filter_map(taken_back).collect();
        let moved = entries.iter().filter(|entry| MOVES.contains(&entry.kind.as_str()));
        let reasons = store.reasons_of_moves(&moved.map(|entry| entry.sequence).collect::<Vec<_>>())?;
        let file = store.structural_signal(id)?;
        let printed =
            if file.line.printed_in.is_empty() { Vec::new() } else { store.signals_of(id, SIGNALS)? };
        let printed = printed.iter().filter(|line| is_printed(&file, line));
        let printed = printed.map(|line| line.id.to_string()).collect();
        let answered = |entry: &LogEntry| Some((entry.sequence, answered_sentence(&file, entry)?.clone()));
        let recommended = entries.iter().filter_map(answered).collect();
        Ok(Self { entries, undone, reasons, names: names(store)?, printed, recommended })
    }

    /// The last move of signals, where this account made it and it can be taken back.
    pub fn last_move(&self, by: AccountId) -> Option<i64> {
        let last = self.entries.iter().find(|entry| MOVES.contains(&entry.kind.as_str()))?;
        let own = last.detail["by"] == by.to_string().as_str();
        (own && self.is_open(last)).then_some(last.sequence)
    }

    /// Whether a move of this number can be taken back from this page.
    pub fn offers(&self, sequence: i64) -> bool {
        self.entries.iter().any(|entry| entry.sequence == sequence && self.is_open(entry))
    }

    /// The entries in words.
    pub fn lines(&self, wording: Wording, id: StructuralSignalId) -> Vec<Line> {
        let line = |entry: &LogEntry| Line {
            day: wording.day(entry.day),
            text: answered_to(
                wording,
                said(wording, entry, id),
                answered_number(entry),
                self.recommended.get(&entry.sequence),
            ),
            by: self.who(entry).cloned(),
            reason: self.reasons.get(&entry.sequence).filter(|reason| !reason.is_empty()).cloned(),
            undone: self.undone.contains(&entry.sequence),
            undo: self.is_open(entry).then_some(entry.sequence),
        };
        self.entries.iter().map(line).collect()
    }

    /// Everybody's name.
    pub fn names(&self) -> &BTreeMap<AccountId, String> {
        &self.names
    }

    fn is_open(&self, entry: &LogEntry) -> bool {
        let moved = || entry.detail["moves"].as_object().into_iter().flatten();
        MOVES.contains(&entry.kind.as_str())
            && !self.undone.contains(&entry.sequence)
            && !moved().any(|(signal, _)| self.printed.contains(signal))
    }

    fn who(&self, entry: &LogEntry) -> Option<&String> {
        let by = AccountId::parse(entry.detail["by"].as_str()?).ok()?;
        self.names.get(&by)
    }
}

fn said(wording: Wording, entry: &LogEntry, id: StructuralSignalId) -> String {
    let here = id.to_string();
    let count = entry.detail["moves"].as_object().map_or(0, serde_json::Map::len);
    let key = match (entry.kind.as_str(), entry.detail["to"] == here.as_str()) {
        ("signals-moved", true) => "bench-event-signals-in",
        ("signals-moved", false) => "bench-event-signals-out",
        ("structural-signals-merged", true) => "bench-event-merged-here",
        ("structural-signals-merged", false) => "bench-event-merged-away",
        ("structural-signal-split", true) => "bench-event-split-from",
        ("structural-signal-split", false) => "bench-event-split-off",
        (kind, _) => {
            let known = wording.try_say(&format!("bench-event-{kind}"), &args![]);
            return known.unwrap_or_else(|| wording.say("bench-event-other", &args![]));
        }
    };
    wording.say(key, &args![count = count])
}
