//! A waiting signal in its list: how long it waits, from whom, what screening marks in it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use model::{AccountId, SignalId};
use store::{NetworkView, QueueNote, SignalLine};
use wording::{Wording, args};

use crate::begins::begins;
use crate::findings::marks;
use crate::signals::{ShownLine, organisation};
use crate::similar::Proposed;
use crate::site::Site;

use super::{Desk, overdue_since};

/// A line of the list.
pub struct QueueLine {
    pub id: SignalId,
    pub line: ShownLine,
    /// How the problem begins: most signals are decided on that.
    pub begins: Option<String>,
    /// How many others say much the same, where that is known.
    pub alike: Option<String>,
}

/// So many characters of a problem are shown in a list; a little more where that is all of it.
pub const SHOWN: [usize; 2] = [280, 340];

/// What a line is drawn with.
pub struct Show<'a> {
    pub site: &'a Site,
    pub wording: Wording,
    pub network: &'a NetworkView,
    pub desk: &'a Desk,
    pub today: NaiveDate,
    pub names: &'a BTreeMap<AccountId, String>,
    /// What was proposed last.
    pub proposed: Option<&'a Proposed>,
}

impl Show<'_> {
    /// The line in words.
    pub fn line(&self, line: &SignalLine, note: Option<&QueueNote>) -> QueueLine {
        let wording = self.wording;
        let mut shown = ShownLine::new(wording, self.network, line);
        let days = (self.today - line.filed_on).num_days().max(0);
        shown.filed = wording.say("organisation-age", &args![count = days]);
        let name = || organisation(self.network, wording.language(), &line.organisation);
        match self.desk {
            Desk::Organisation(own) => {
                if line.organisation != *own {
                    shown.notes.push(wording.say("organisation-card", &args![organisation = name()]));
                }
                if let Some(name) = line.filer.and_then(|filer| self.names.get(&filer)) {
                    shown.notes.push(wording.say("organisation-filer", &args![name = name]));
                }
            }
            Desk::Network => shown.notes.push(name()),
        }
        shown.notes.push(wording.label(line.cause));
        if line.direct && *self.desk == Desk::Network {
            shown.notes.push(wording.say("network-direct", &args![]));
        }
        if line.unanswered_question {
            shown.notes.push(wording.say("signal-question-open", &args![]));
        }
        if let Some(note) = note {
            shown.notes.extend(self.marked(line, note));
            if note.silent && line.filed_on <= overdue_since(self.today) {
                shown.news = Some(wording.say("network-overdue", &args![]));
            }
        }
        let begins = note.map(|note| begins(&note.problem, SHOWN)).filter(|text| !text.is_empty());
        // An organisation learns nothing of what others filed.
        let proposed = self.proposed.filter(|_| *self.desk == Desk::Network);
        let alike = proposed.and_then(|proposed| proposed.alike.get(&line.id));
        let alike = alike.map(|count| wording.say("queue-alike", &args![count = *count]));
        QueueLine { id: line.id, line: shown, begins, alike }
    }

    /// How many places screening marks in a signal now; none where it marks nothing.
    fn marked(&self, line: &SignalLine, note: &QueueNote) -> Option<String> {
        let in_text = |text: &String| marks(&self.site.screen().findings(text, Some(line.language)));
        let count: usize = note.texts.iter().map(in_text).sum();
        (count > 0).then(|| self.wording.say("organisation-marks", &args![count = count]))
    }
}
