//! Whether a folded word stands in a packed list (`lists/dawg.py` describes the file).

const BAR: u8 = 29;
const LABELS: usize = 32;
const LAST: u32 = 1 << 6;
const ENDS: u32 = 1 << 7;

/// A list of words as a minimal acyclic automaton, read where it lies.
pub(super) struct Automaton {
    edges: &'static [[u8; 4]],
    /// The edge of the root for each label, and of the node behind it for each second label, so that the widest nodes
    /// need not be searched.
    first: [u32; LABELS],
    second: Box<[[u32; LABELS]; LABELS]>,
}

impl Automaton {
    pub(super) fn new(bytes: &'static [u8]) -> Self {
        let mut automaton =
            Self { edges: bytes.as_chunks().0, first: [0; LABELS], second: Box::new([[0; LABELS]; LABELS]) };
        automaton.first = automaton.row(1);
        for at in 0..LABELS {
            let node = automaton.first.get(at).map_or(0, |edge| edge >> 8);
            let row = automaton.row(node);
            if let Some(slot) = automaton.second.get_mut(at) {
                *slot = row;
            }
        }
        automaton
    }

    /// The edges of a node by their labels; none of node 0, which is no node.
    fn row(&self, node: u32) -> [u32; LABELS] {
        let mut row = [0; LABELS];
        let mut at = node;
        while let Some(edge) = self.edge(at).filter(|_| node != 0) {
            if let Some(slot) = row.get_mut((edge & 63) as usize) {
                *slot = edge;
            }
            if edge & LAST != 0 {
                break;
            }
            at += 1;
        }
        row
    }

    /// Whether the word stands in the list.
    pub(super) fn contains(&self, word: &[u8]) -> bool {
        self.walk(word).is_some_and(|edge| edge & ENDS != 0)
    }

    /// The ends of all words of the list that `word` begins with.
    pub(super) fn prefixes<'a>(&'a self, word: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
        let mut edge = None;
        word.iter()
            .enumerate()
            .map_while(move |(at, label)| {
                edge = match (at, word) {
                    (0, _) => self.first(*label),
                    (1, [first, ..]) => self.second(*first, *label),
                    _ => edge.and_then(|from| self.step(from, *label)),
                };
                edge.map(|taken| (at + 1, taken & ENDS != 0))
            })
            .filter_map(|(end, ends)| ends.then_some(end))
    }

    /// Every word with the classes that follow its bar, one bit per letter from `a`.
    pub(super) fn each_classed(&self, take: &mut impl FnMut(&[u8], u32)) {
        self.visit(1, &mut Vec::new(), take);
    }

    fn visit(&self, node: u32, word: &mut Vec<u8>, take: &mut impl FnMut(&[u8], u32)) {
        let mut at = node;
        while let Some(edge) = self.edge(at) {
            let label = (edge & 63) as u8;
            if label == BAR {
                take(word, self.classes_after(edge));
            } else if edge >> 8 != 0 {
                word.push(label);
                self.visit(edge >> 8, word, take);
                word.pop();
            }
            if edge & LAST != 0 {
                return;
            }
            at += 1;
        }
    }

    /// The classes behind a bar: one path leads to the end, because every word has one string of classes.
    fn classes_after(&self, bar: u32) -> u32 {
        let (mut edge, mut bits) = (bar, 0);
        while let Some(next) = self.edge(edge >> 8).filter(|_| edge >> 8 != 0) {
            bits |= 1 << ((next & 63).saturating_sub(1));
            edge = next;
        }
        bits
    }

    fn walk(&self, word: &[u8]) -> Option<u32> {
        match word {
            [] => None,
            [first] => self.first(*first),
            [first, second, rest @ ..] => {
                rest.iter().try_fold(self.second(*first, *second)?, |edge, label| self.step(edge, *label))
            }
        }
    }

    fn first(&self, label: u8) -> Option<u32> {
        self.first.get(usize::from(label)).copied().filter(|edge| *edge != 0)
    }

    fn second(&self, first: u8, second: u8) -> Option<u32> {
        let row = self.second.get(usize::from(first))?;
        row.get(usize::from(second)).copied().filter(|edge| *edge != 0)
    }

    fn step(&self, edge: u32, label: u8) -> Option<u32> {
        let mut at = edge >> 8;
        if at == 0 {
            return None;
        }
        loop {
            let next = self.edge(at)?;
            if next & 63 == u32::from(label) {
                return Some(next);
            }
            if next & LAST != 0 {
                return None;
            }
            at += 1;
        }
    }

    fn edge(&self, at: u32) -> Option<u32> {
        self.edges.get(at as usize).map(|bytes| u32::from_le_bytes(*bytes))
    }
}
