//! What several editions say together, as sums between known and unknown counts.

use std::collections::{BTreeMap, BTreeSet};

use crate::feasible::Equation;
use crate::need::Need;
use crate::space::{Region, Relation};

/// A count of signals of some stretches of time.
pub(super) type Key = (Vec<usize>, Region);
/// Sums over unknown cells, each with what its published cells leave.
pub(super) type Tied = Vec<(Vec<(Key, i64)>, i64)>;

/// What the editions say of one cell.
#[derive(Default)]
pub(super) struct Stand {
    pub(super) counts: BTreeSet<u64>,
    pub(super) protected: bool,
    pub(super) threshold: i64,
    /// Where it is published, and nowhere else but in new tables.
    pub(super) new: Option<(usize, usize)>,
    pub(super) old: bool,
}

/// The sums that hold if nothing was corrected, and what is known in them.
pub(super) struct Model {
    pub(super) stands: BTreeMap<Key, Stand>,
    pub(super) known: BTreeMap<Key, i64>,
    pub(super) relations: BTreeSet<(Key, Vec<Key>)>,
    pub(super) parts: Vec<TiedPart>,
}

/// Unknown cells that sums tie together.
pub(super) struct TiedPart {
    pub(super) keys: Vec<Key>,
    pub(super) sums: Vec<Relation>,
    /// For each sum what the published cells leave: the parts together less the whole.
    pub(super) rests: Vec<i64>,
    pub(super) tied: Tied,
}

impl Model {
    pub(super) fn new(stands: BTreeMap<Key, Stand>, relations: BTreeSet<(Key, Vec<Key>)>) -> Self {
        // Published twice with two counts it was corrected, for everybody to see: nobody knows which still holds.
        let only = |stand: &Stand| (stand.counts.len() == 1).then(|| stand.counts.first().copied()).flatten();
        let known = stands
            .iter()
            .filter_map(|(key, stand)| Some((key.clone(), i64::try_from(only(stand)?).unwrap_or(i64::MAX))))
            .collect();
        let mut model = Self { stands, known, relations, parts: Vec::new() };
        model.parts = model.tied();
        model
    }

    /// What a cell must be able to be: nothing is asked of what no edition prints, or one prints openly.
    pub(super) fn need(&self, key: &Key, smallest: i64, own: i64) -> Option<Need> {
        let stand = self.stands.get(key).filter(|stand| stand.protected && stand.counts.is_empty())?;
        let threshold = stand.threshold + own;
        Some(Need::Range { down: smallest + own, up: threshold, above: threshold, loose: i64::MAX })
    }

    pub(super) fn least(&self, key: &Key, smallest: i64) -> i64 {
        if self.need(key, smallest, 0).is_some() { smallest } else { 0 }
    }

    fn tied(&self) -> Vec<TiedPart> {
        let mut of_key: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
        let relations: Vec<&(Key, Vec<Key>)> = self.relations.iter().collect();
        let unknown = |key: &&Key| !self.known.contains_key(*key);
        for (number, (whole, parts)) in relations.iter().enumerate() {
            for key in std::iter::once(whole).chain(parts).filter(unknown) {
                of_key.entry(key).or_default().push(number);
            }
        }
        for key in self.stands.keys().filter(unknown) {
            of_key.entry(key).or_default();
        }
        let mut done: BTreeSet<&Key> = BTreeSet::new();
        let mut found = Vec::new();
        for key in of_key.keys() {
            if done.contains(*key) {
                continue;
            }
            let (mut keys, mut sums, mut next) = (BTreeSet::from([*key]), BTreeSet::new(), vec![*key]);
            while let Some(key) = next.pop() {
                for number in &of_key[key] {
                    sums.insert(*number);
                    let (whole, parts) = relations[*number];
                    let tied = std::iter::once(whole).chain(parts).filter(unknown);
                    next.extend(tied.filter(|other| keys.insert(other)));
                }
            }
            done.extend(&keys);
            // What no edition prints as protected is of no concern.
            if keys.iter().any(|key| self.need(key, 0, 0).is_some()) {
                found.push(self.part(keys.into_iter().cloned().collect(), sums, &relations));
            }
        }
        found
    }

    fn part(&self, keys: Vec<Key>, numbers: BTreeSet<usize>, relations: &[&(Key, Vec<Key>)]) -> TiedPart {
        let place: BTreeMap<&Key, usize> = keys.iter().enumerate().map(|(at, key)| (key, at)).collect();
        let (mut sums, mut rests, mut tied) = (Vec::new(), Vec::new(), Tied::new());
        for number in numbers {
            let (whole, parts) = relations[number];
            let known = |key: &Key| self.known.get(key).copied().unwrap_or(0);
            let rest = known(whole) - parts.iter().map(known).sum::<i64>();
            let inside: Vec<usize> = parts.iter().filter_map(|part| place.get(part).copied()).collect();
            let at = place.get(whole).copied();
            let terms = at.into_iter().map(|at| (keys[at].clone(), -1));
            tied.push((terms.chain(inside.iter().map(|at| (keys[*at].clone(), 1))).collect(), rest));
            sums.push(Relation { whole: at.unwrap_or(usize::MAX), parts: inside });
            rests.push(rest);
        }
        // What must stay possible belongs to it: a cell that a new table prints as protected asks more.
        let asked = keys.iter().filter_map(|key| Some((key.clone(), self.stands.get(key)?)));
        let asked = asked.filter(|(_, stand)| stand.protected && stand.counts.is_empty());
        tied.extend(asked.map(|(key, stand)| (vec![(key, 0)], stand.threshold)));
        tied.sort_unstable();
        tied.dedup();
        TiedPart { keys, sums, rests, tied }
    }
}

impl TiedPart {
    pub(super) fn equations(&self) -> Vec<Equation> {
        let equation = |(sum, rest): (&Relation, &i64)| {
            let whole = (sum.whole != usize::MAX).then_some((sum.whole, -1));
            (whole.into_iter().chain(sum.parts.iter().map(|part| (*part, 1))).collect(), *rest)
        };
        self.sums.iter().zip(&self.rests).map(equation).collect()
    }
}
