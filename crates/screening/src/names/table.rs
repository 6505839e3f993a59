//! The classes of the listed words, by hash: every word of every text is looked up here, and most are not listed.

const SLOTS: usize = 1 << 16;

/// Words with their classes, found by one hash.
pub(super) struct Table {
    /// One bit per bucket of hashes that some word falls in: small enough to stay near the processor.
    present: Vec<u64>,
    /// Open addressing, half empty: a part of the hash, and the classes; a part of 0 marks a free slot.
    slots: Vec<(u32, u32)>,
}

impl Table {
    pub(super) fn new() -> Self {
        Self { present: vec![0; SLOTS * 2 / 64], slots: vec![(0, 0); SLOTS] }
    }

    pub(super) fn insert(&mut self, word: &[u8], classes: u32) {
        let hash = hash(word);
        let mark = mark(hash);
        if let Some(bits) = self.present.get_mut(bucket(hash) / 64) {
            *bits |= 1 << (bucket(hash) % 64);
        }
        let free = self.places(hash).find(|at| self.slots.get(*at).is_some_and(|slot| slot.0 == 0));
        if let Some(slot) = free.and_then(|at| self.slots.get_mut(at)) {
            *slot = (mark, classes);
        }
    }

    /// The classes of a word, 0 when it is not listed.
    pub(super) fn get(&self, word: &[u8]) -> u32 {
        let hash = hash(word);
        if self.present.get(bucket(hash) / 64).is_none_or(|bits| bits >> (bucket(hash) % 64) & 1 == 0) {
            return 0;
        }
        self.places(hash)
            .filter_map(|at| self.slots.get(at))
            .take_while(|slot| slot.0 != 0)
            .find(|slot| slot.0 == mark(hash))
            .map_or(0, |slot| slot.1)
    }

    /// The slots that a hash may stand in, in order.
    fn places(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let start = hash as usize;
        (0..SLOTS).map(move |step| start.wrapping_add(step) % SLOTS)
    }
}

/// The bit of `present` for a hash, from its upper half.
fn bucket(hash: u64) -> usize {
    (hash >> 32) as usize % (SLOTS * 2)
}

/// The part of a hash that its slot keeps; never 0. The place of the slot says sixteen bits more.
fn mark(hash: u64) -> u32 {
    (hash >> 24) as u32 | 1
}

/// The first and the last letters of a word, and those between of a long one, multiplied and folded. A plain letter
/// and its label have the same: they share their lower five bits.
fn hash(word: &[u8]) -> u64 {
    const LABELS: u64 = 0x1f1f_1f1f_1f1f_1f1f;
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |one: u64, other: u64| {
        let wide = u128::from(one) * u128::from(other);
        (wide >> 64) as u64 ^ wide as u64
    };
    let length = word.len() as u64;
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        let between = word.get(8..word.len() - 8).unwrap_or_default().chunks(8);
        let seed = between.fold(length, |hash, piece| {
            mix(hash ^ ODD, piece.iter().fold(0, |letters, letter| letters << 8 | u64::from(*letter & 31)))
        });
        return mix(u64::from_le_bytes(*first) & LABELS ^ ODD, u64::from_le_bytes(*last) & LABELS ^ seed);
    }
    let halves = match (word.first_chunk(), word.last_chunk()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        _ => word.iter().fold(0, |letters, letter| letters << 8 | u64::from(*letter & 31)),
    };
    mix(halves & LABELS ^ ODD, length ^ ODD.rotate_left(32))
}
