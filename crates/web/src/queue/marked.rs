//! In which waiting signals screening marks something, so that a queue can be filtered by it.

use std::collections::BTreeSet;
use std::sync::Arc;

use model::SignalId;
use store::{Queue, QueueFilter, QueueOrder, SignalLine, Slice, Store};

use crate::findings::marks;
use crate::latest::Made;
use crate::site::Site;

/// So many waiting signals of a desk are looked through at most, so many at a time; and so many marked ones are kept.
const LOOKED_AT: u32 = 5_000;
const AT_ONCE: usize = 500;
const KEPT: usize = 20_000;

/// The waiting signals of all desks in which something is marked.
#[derive(Default)]
pub struct Marked {
    /// Their ids.
    pub ids: BTreeSet<SignalId>,
}

impl Marked {
    /// As it is now, or was a moment ago; none where nobody could say yet.
    pub fn newest(site: &Site) -> Result<Option<Arc<Made<Self>>>, store::Error> {
        let key = (site.changes().last(site.store())?, 0);
        let maker = site.clone();
        site.marked().of(key, site.now(), move || Self::make(&maker, maker.store()))
    }

    fn make(site: &Site, store: &Store) -> Result<Self, store::Error> {
        let organisations = store.network()?.organisations;
        let desks = organisations.into_iter().map(|one| Queue::Organisation(one.code));
        let mut marked = Self::default();
        for queue in std::iter::once(Queue::Network).chain(desks) {
            let all = QueueFilter::default();
            let lines = store.queue_lines(&queue, &all, QueueOrder::Oldest, Slice::first(LOOKED_AT))?;
            for part in lines.chunks(AT_ONCE) {
                marked.look_at(site, store, part)?;
            }
            if marked.ids.len() >= KEPT {
                break;
            }
        }
        Ok(marked)
    }

    fn look_at(&mut self, site: &Site, store: &Store, lines: &[SignalLine]) -> Result<(), store::Error> {
        let ids: Vec<SignalId> = lines.iter().map(|line| line.id).collect();
        let notes = store.queue_notes(&ids)?;
        let is_marked = |line: &&SignalLine| {
            let texts = notes.get(&line.id).map_or(&[][..], |note| &note.texts);
            texts.iter().any(|text| marks(&site.screen().findings(text, Some(line.language))) > 0)
        };
        self.ids.extend(lines.iter().filter(is_marked).map(|line| line.id));
        Ok(())
    }
}
