//! What is proposed, as it is kept between two visits: which signals belong together, and how many others each that waits is
//! like.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use clustering::{Index, Lexicon};
use model::{Code, SignalId, StructuralSignalId};
use store::{Queue, QueueFilter, QueueOrder, SignalLine, Slice, Store};

use super::follow::{WhyInWords, in_words, text};

/// So many signals of each kind are compared at most: those that wait longest.
const COMPARED: u32 = 2_000;
/// A proposal has at least so many signals: a problem is not one situation.
pub const FEWEST: usize = 3;
/// So many signals of a proposal are shown.
pub const SHOWN: usize = 4;

/// All that is proposed now.
#[derive(Default)]
pub struct Proposed {
    /// What nobody made a structural signal of comes first, then what most organisations see.
    pub groups: Vec<Group>,
    /// How many others each signal that waits at the network's desk is like, where there are any.
    pub alike: BTreeMap<SignalId, usize>,
}

/// Signals that say the same thing.
pub struct Group {
    /// Those that no structural signal names yet, and who filed them.
    pub free: Vec<(SignalId, Code)>,
    /// The first of them, each with what it shares with the first.
    pub shown: Vec<(SignalId, WhyInWords)>,
    /// How many that still wait for a decision say it too.
    pub waiting: usize,
    /// The structural signal that names most of the others that say it too.
    pub known: Option<StructuralSignalId>,
}

/// What stands beside a signal in the comparison.
struct Compared {
    id: SignalId,
    organisation: Code,
    place: Place,
}

/// Where a signal stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Free,
    Waiting,
    Named(StructuralSignalId),
}

impl Proposed {
    /// Compares what was accepted, and what waits, by these words.
    pub fn make(store: &Store, lexicon: Arc<Lexicon>) -> Result<Self, store::Error> {
        let all = compared(store)?;
        let ids: Vec<SignalId> = all.keys().copied().collect();
        let words = store.words_of(&ids)?;
        let mut index = Index::new(lexicon);
        let numbers = index.add_all(words.iter().map(text));
        let by_number: BTreeMap<usize, &Compared> =
            numbers.zip(&words).filter_map(|(number, signal)| Some((number, all.get(&signal.id)?))).collect();
        let mut proposed = Self::default();
        for texts in index.clusters().texts {
            let group: Vec<(usize, &Compared)> =
                texts.iter().filter_map(|number| Some((*number, *by_number.get(number)?))).collect();
            let waiting = group.iter().filter(|(_, one)| one.place == Place::Waiting);
            proposed.alike.extend(waiting.map(|(_, one)| (one.id, group.len() - 1)));
            proposed.groups.extend(Group::of(&index, &group));
        }
        proposed.groups.sort_by_key(|group| {
            let organisations: BTreeSet<&Code> = group.free.iter().map(|(_, code)| code).collect();
            (group.known.is_some(), std::cmp::Reverse((organisations.len(), group.free.len())))
        });
        Ok(proposed)
    }
}

/// The signals that are compared: accepted ones that no structural signal names, those that one names, and those that wait.
fn compared(store: &Store) -> Result<BTreeMap<SignalId, Compared>, store::Error> {
    let lines = |queue: &Queue, attached| {
        let filter = QueueFilter { attached, ..QueueFilter::default() };
        store.queue_lines(queue, &filter, QueueOrder::Oldest, Slice::first(COMPARED))
    };
    let mut all = BTreeMap::new();
    let mut add = |line: SignalLine, place| {
        let compared = Compared { id: line.id, organisation: line.organisation, place };
        all.entry(line.id).or_insert(compared);
    };
    lines(&Queue::Accepted, Some(false))?.into_iter().for_each(|line| add(line, Place::Free));
    lines(&Queue::Network, None)?.into_iter().for_each(|line| add(line, Place::Waiting));
    let known = store.structural_signals()?.into_iter().filter(|one| one.merged_into.is_none());
    for structural in known.take(STRUCTURAL) {
        for line in store.signals_of(structural.id, NAMED)? {
            add(line, Place::Named(structural.id));
        }
    }
    Ok(all)
}

/// So many structural signals are compared, and so many signals of each.
const STRUCTURAL: usize = 200;
const NAMED: u32 = 20;

impl Group {
    /// The proposal; none where too few are free.
    fn of(index: &Index, group: &[(usize, &Compared)]) -> Option<Self> {
        let free: Vec<(usize, &Compared)> =
            group.iter().filter(|(_, one)| one.place == Place::Free).copied().collect();
        let (first, _) = free.first().copied().filter(|_| free.len() >= FEWEST)?;
        let shown: BTreeSet<usize> = free.iter().take(SHOWN).map(|(number, _)| *number).collect();
        let near = index.neighbours(first, usize::MAX).into_iter();
        let mut why: BTreeMap<usize, _> =
            near.filter(|near| shown.contains(&near.number)).map(|near| (near.number, near.why)).collect();
        let mut named: BTreeMap<StructuralSignalId, usize> = BTreeMap::new();
        for (_, one) in group {
            if let Place::Named(id) = one.place {
                *named.entry(id).or_default() += 1;
            }
        }
        Some(Self {
            shown: free
                .iter()
                .take(SHOWN)
                .map(|(number, one)| {
                    (one.id, in_words(index.lexicon(), why.remove(number).unwrap_or_default()))
                })
                .collect(),
            free: free.iter().map(|(_, one)| (one.id, one.organisation.clone())).collect(),
            waiting: group.iter().filter(|(_, one)| one.place == Place::Waiting).count(),
            known: named.into_iter().max_by_key(|(id, count)| (*count, *id)).map(|(id, _)| id),
        })
    }
}
