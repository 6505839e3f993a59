//! In which waiting signals screening marks something, so that a queue can be filtered by it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use model::{Code, SignalId};
use store::{Among, Queue, QueueFilter, QueueOrder, SignalLine, Slice, Store};

use super::Desk;
use crate::findings::marks;
use crate::latest::Made;
use crate::site::Site;

/// So many waiting signals of a desk are looked through at most, so many at a time: as many as a question to the store can name.
const LOOKED_AT: u32 = 5_000;
const AT_ONCE: usize = 500;

/// The waiting signals of all desks, as far as they were looked through.
#[derive(Default)]
pub struct Marked {
    /// By organisation; the network's own desk has none.
    desks: BTreeMap<Option<Code>, Looked>,
}

/// What was looked through of a desk.
#[derive(Default)]
pub struct Looked {
    /// Where something is marked.
    marked: BTreeSet<SignalId>,
    /// Where nothing is.
    clear: BTreeSet<SignalId>,
}

/// What can be asked of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Where something is marked.
    Marked,
    /// Where nothing is.
    Clear,
    /// What nobody looked through yet: it is neither.
    NotYet,
}

impl Asked {
    /// Its code in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Marked => "yes",
            Self::Clear => "no",
            Self::NotYet => "not-yet",
        }
    }

    /// What has this code.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Marked, Self::Clear, Self::NotYet].into_iter().find(|asked| asked.code() == code)
    }
}

impl Looked {
    /// The signals that fit, as the store is asked for them.
    pub fn among(&self, asked: Asked) -> Among {
        match asked {
            Asked::Marked => Among::Only(self.marked.iter().copied().collect()),
            Asked::Clear => Among::Only(self.clear.iter().copied().collect()),
            Asked::NotYet => Among::Without(self.marked.union(&self.clear).copied().collect()),
        }
    }
}

impl Marked {
    /// As it is now, or was a moment ago; none where nobody could say yet.
    pub fn newest(site: &Site) -> Result<Option<Arc<Made<Self>>>, store::Error> {
        let key = (site.changes().last(site.store())?, 0);
        let maker = site.clone();
        site.marked().of(key, site.now(), move || Self::make(&maker, maker.store()))
    }

    /// What was looked through of this desk.
    pub fn of(&self, desk: &Desk) -> Option<&Looked> {
        self.desks.get(&desk.organisation().cloned())
    }

    fn make(site: &Site, store: &Store) -> Result<Self, store::Error> {
        let organisations = store.network()?.organisations;
        let desks = organisations.into_iter().map(|one| Desk::Organisation(one.code));
        let mut marked = Self::default();
        for desk in std::iter::once(Desk::Network).chain(desks) {
            let looked = Looked::through(site, store, &desk.queue())?;
            marked.desks.insert(desk.organisation().cloned(), looked);
        }
        Ok(marked)
    }
}

impl Looked {
    fn through(site: &Site, store: &Store, queue: &Queue) -> Result<Self, store::Error> {
        let all = QueueFilter::default();
        let lines = store.queue_lines(queue, &all, QueueOrder::Oldest, Slice::first(LOOKED_AT))?;
        let mut looked = Self::default();
        for part in lines.chunks(AT_ONCE) {
            looked.look_at(site, store, part)?;
        }
        Ok(looked)
    }

    fn look_at(&mut self, site: &Site, store: &Store, lines: &[SignalLine]) -> Result<(), store::Error> {
        let ids: Vec<SignalId> = lines.iter().map(|line| line.id).collect();
        let notes = store.queue_notes(&ids)?;
        for line in lines {
            let texts = notes.get(&line.id).map_or(&[][..], |note| &note.texts);
            let is_marked =
                texts.iter().any(|text| marks(&site.screen().findings(text, Some(line.language))) > 0);
            let place = if is_marked { &mut self.marked } else { &mut self.clear };
            place.insert(line.id);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_looked_through_yet_is_neither_marked_nor_unmarked() {
        let id = |number| SignalId::from_uuid(uuid::Uuid::from_u128(number));
        let looked = Looked { marked: BTreeSet::from([id(1)]), clear: BTreeSet::from([id(2)]) };
        assert_eq!(looked.among(Asked::Marked), Among::Only(vec![id(1)]));
        assert_eq!(looked.among(Asked::Clear), Among::Only(vec![id(2)]), "and nothing that came since");
        assert_eq!(looked.among(Asked::NotYet), Among::Without(vec![id(1), id(2)]));
        // Before anything was looked through, nothing is said of any.
        let none = Looked::default();
        assert_eq!(none.among(Asked::Clear), Among::Only(Vec::new()));
        assert_eq!(none.among(Asked::NotYet), Among::Without(Vec::new()));
    }
}
