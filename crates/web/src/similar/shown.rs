//! A signal that is like another, in words.

use store::{NetworkView, QueueNote, SignalLine};
use wording::{Wording, args};

use super::follow::WhyInWords;
use crate::begins::begins;
use crate::queue::SHOWN;
use crate::signals::{ShownLine, organisation};

/// A signal that is like another.
pub struct Like {
    /// Its id, for the form.
    pub id: String,
    /// As in lists.
    pub line: ShownLine,
    /// How the problem begins: titles alone may be the same.
    pub begins: String,
    /// What both have, in the language of the page.
    pub shared: String,
}

/// The line, with the month of what it tells, and the reason.
pub fn like(
    (wording, network): (Wording, &NetworkView),
    line: &SignalLine,
    note: Option<&QueueNote>,
    why: &WhyInWords,
) -> Like {
    let mut shown = ShownLine::new(wording, network, line);
    shown.notes.push(wording.month(line.observed));
    shown.notes.push(organisation(network, wording.language(), &line.organisation));
    shown.notes.push(wording.label(line.cause));
    Like {
        id: line.id.to_string(),
        line: shown,
        begins: note.map(|note| begins(&note.problem, SHOWN)).unwrap_or_default(),
        shared: shared(wording, why),
    }
}

fn shared(wording: Wording, why: &WhyInWords) -> String {
    let mut parts: Vec<String> = Vec::new();
    let terms = why.terms.get(&wording.language()).filter(|terms| !terms.is_empty());
    // The lexicon writes apostrophes as people type them.
    parts.extend(terms.map(|terms| terms.join(", ").replace('\'', "’")));
    if parts.is_empty() && !why.words.is_empty() {
        parts.push(why.words.join(", "));
    }
    if why.right {
        parts.push(wording.say("similar-same-right", &args![]));
    }
    if why.cause {
        parts.push(wording.say("similar-same-cause", &args![]));
    }
    if parts.is_empty() {
        return wording.say("similar-same-theme", &args![]);
    }
    let all = parts
        .into_iter()
        .reduce(|before, part| wording.say("similar-and", &args![before = before, part = part]));
    wording.say("similar-shared", &args![what = all.unwrap_or_default()])
}
