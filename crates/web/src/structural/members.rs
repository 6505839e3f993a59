//! The signals of a structural signal on its page: which are shown at once, and which can be moved.

use model::{EditionNumber, EditionState};
use store::{NetworkView, SignalLine, StructuralFile};
use wording::{Wording, args};

use super::choose::{Offer, shown};

/// How many are shown at once.
const AT_ONCE: usize = 12;

/// The signals, in their order.
pub struct Members {
    /// Those that are shown at once.
    pub shown: Vec<Offer>,
    /// The rest.
    pub more: Vec<Offer>,
    /// Over the rest: how many they are.
    pub more_said: String,
    /// Whether the rest stands open: one of them is ticked.
    pub more_open: bool,
    /// Whether there are signals that can be moved.
    pub may_move: bool,
    /// Whether all of it can go into another.
    pub may_merge: bool,
    /// Why some or all signals stay.
    pub stays: Option<String>,
}

impl Members {
    /// Of these signals, with the ticks that were set.
    pub fn of(
        wording: Wording,
        network: &NetworkView,
        file: &StructuralFile,
        lines: &[SignalLine],
        ticked: Option<&[String]>,
    ) -> Self {
        let stands = file.line.merged_into.is_none();
        let offer = |line: &SignalLine| {
            let may = stands && !is_printed(file, line);
            let chosen = may && ticked.is_some_and(|ticked| ticked.contains(&line.id.to_string()));
            Offer { id: line.id, line: shown(wording, network, line), chosen, may }
        };
        let mut shown: Vec<Offer> = lines.iter().map(offer).collect();
        let may_move = shown.iter().any(|offer| offer.may);
        let may_merge = stands && shown.iter().all(|offer| offer.may);
        let more = shown.split_off(shown.len().min(AT_ONCE));
        let printed = lines.iter().filter(|line| stands && is_printed(file, line));
        Self {
            more_said: wording.say("bench-members-more", &args![count = more.len()]),
            more_open: more.iter().any(|offer| offer.chosen),
            may_move,
            may_merge,
            stays: printed.filter_map(|line| line.edition).max().map(|edition| {
                let key = if may_move { "bench-taken-some" } else { "bench-taken" };
                wording.say(key, &args![edition = edition.to_string()])
            }),
            shown,
            more,
        }
    }
}

/// Whether a printed chapter leads to this signal, or one that will be printed: then it stays where it is.
pub fn is_printed(file: &StructuralFile, line: &SignalLine) -> bool {
    let prints = |edition: EditionNumber| {
        file.line.printed_in.contains(&edition) || file.line.edition == Some((edition, EditionState::Frozen))
    };
    line.edition.is_some_and(prints)
}
