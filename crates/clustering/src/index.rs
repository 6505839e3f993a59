//! Texts that can be asked for their neighbours.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::bags::{Bag, Feature, Text, bag};
use crate::features::{Features, magnitude};
use crate::lexicon::Lexicon;
use crate::reading::Reader;
use crate::themes::Themes;
use crate::vectors::{Item, Sort, UNKNOWN, Vector, vector};

/// The texts of a network, each under the number it got. What it answers depends on the texts it holds, and on nothing
/// else: not on their order, nor on texts that were there before.
pub struct Index {
    lexicon: Arc<Lexicon>,
    pub(crate) themes: Themes,
    pub(crate) features: Features,
    texts: Vec<Option<Entry>>,
    /// By feature: the texts that have it in the order of their numbers, and how much it weighs in each.
    pub(crate) postings: Vec<Vec<(u32, u16)>>,
    many: u32,
    /// The magnitude of `many` when the texts were weighed.
    weighed: Option<u32>,
}

/// A text in the index, or one that is compared with those.
pub(crate) struct Entry {
    /// The same for texts that say the same.
    pub mark: u64,
    /// What it weighs in each feature.
    pub vector: Vector,
    /// What was counted, in a fixed order.
    items: Vec<Item>,
}

impl Index {
    /// Without a text. Several may read with one lexicon.
    pub fn new(lexicon: impl Into<Arc<Lexicon>>) -> Self {
        let lexicon = lexicon.into();
        let themes = Themes::new(&lexicon);
        let mut features = Features::default();
        // The number of a theme is its number among the features.
        for theme in 0..themes.len() as u32 {
            features.number(&Feature::Theme(theme), "");
        }
        Self { lexicon, themes, features, texts: Vec::new(), postings: Vec::new(), many: 0, weighed: None }
    }

    /// How many texts it holds.
    pub fn len(&self) -> usize {
        self.many as usize
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.many == 0
    }

    /// What the program knows of the field.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The numbers of the texts, in order.
    pub fn numbers(&self) -> impl Iterator<Item = usize> {
        self.texts.iter().enumerate().filter(|(_, entry)| entry.is_some()).map(|(number, _)| number)
    }

    /// Adds a text; its number, which no other text ever gets.
    pub fn add(&mut self, text: &Text<'_>) -> usize {
        self.add_all([*text]).start
    }

    /// Adds texts; their numbers. Many at once are weighed once.
    pub fn add_all<'a>(&mut self, texts: impl IntoIterator<Item = Text<'a>>) -> std::ops::Range<usize> {
        let start = self.texts.len();
        let mut changed = BTreeSet::new();
        let mut reader = Reader::new(&self.lexicon);
        for text in texts {
            let counted = bag(&self.lexicon, &mut reader, &text);
            let items = counted.counted.iter().map(|(feature, (times, word))| {
                let number = self.features.number(feature, word);
                if self.features.count(number, true) {
                    changed.insert(number);
                }
                Item { number, sort: sort(feature), times: *times }
            });
            let items = items.collect();
            self.texts.push(Some(Entry { mark: counted.mark, vector: Vector::new(), items }));
            self.many += 1;
        }
        let end = self.texts.len();
        self.weigh(&changed, start..end);
        start..end
    }

    /// Takes a text away.
    pub fn remove(&mut self, number: usize) {
        let Some(entry) = self.texts.get_mut(number).and_then(Option::take) else { return };
        self.many -= 1;
        let mut changed = BTreeSet::new();
        for item in &entry.items {
            if self.features.count(item.number, false) {
                changed.insert(item.number);
            }
        }
        repost(&mut self.postings, number as u32, &entry.vector, &Vector::new());
        self.weigh(&changed, number..number);
    }

    pub(crate) fn entry(&self, number: usize) -> Option<&Entry> {
        self.texts.get(number).and_then(Option::as_ref)
    }

    /// How many numbers were given.
    pub(crate) fn given(&self) -> usize {
        self.texts.len()
    }

    /// A text that is not among them, as it would be compared.
    pub(crate) fn outside(&self, text: &Text<'_>) -> Entry {
        let Bag { counted, mark } = bag(&self.lexicon, &mut Reader::new(&self.lexicon), text);
        let item = |(feature, (times, _)): (&Feature, &(u32, String))| Item {
            number: self.features.known(feature).unwrap_or(UNKNOWN),
            sort: sort(feature),
            times: *times,
        };
        let items: Vec<Item> = counted.iter().map(item).collect();
        let vector = vector(&self.lexicon, &self.themes, &self.features, self.many, &items);
        Entry { mark, vector, items }
    }

    /// Weighs what is new, and what has a feature that has become rarer or more frequent.
    fn weigh(&mut self, changed: &BTreeSet<u32>, new: std::ops::Range<usize>) {
        let weighed = Some(magnitude(self.many));
        let mut stale: BTreeSet<usize> = new.collect();
        if self.weighed == weighed && stale.len() * 2 < self.texts.len() {
            let posted = changed.iter().filter_map(|feature| self.postings.get(*feature as usize)).flatten();
            stale.extend(posted.map(|(text, _)| *text as usize));
        } else {
            self.weighed = weighed;
            self.postings.iter_mut().for_each(Vec::clear);
            for entry in self.texts.iter_mut().flatten() {
                entry.vector.clear();
            }
            stale = self.numbers().collect();
        }
        for number in stale {
            let Some(Some(entry)) = self.texts.get_mut(number) else { continue };
            let fresh = vector(&self.lexicon, &self.themes, &self.features, self.many, &entry.items);
            let old = std::mem::take(&mut entry.vector);
            repost(&mut self.postings, number as u32, &old, &fresh);
            entry.vector = fresh;
        }
    }
}

/// Brings the lists from what a text weighed to what it weighs.
fn repost(postings: &mut Vec<Vec<(u32, u16)>>, number: u32, old: &Vector, fresh: &Vector) {
    let (mut was, mut is) = (old.iter().peekable(), fresh.iter().peekable());
    loop {
        let feature = match (was.peek(), is.peek()) {
            (None, None) => return,
            (Some((feature, _)), None) | (None, Some((feature, _))) => *feature,
            (Some((one, _)), Some((other, _))) => *one.min(other),
        };
        let before = was.next_if(|(one, _)| *one == feature);
        let after = is.next_if(|(one, _)| *one == feature);
        if before == after {
            continue;
        }
        let at = feature as usize;
        if postings.len() <= at {
            postings.resize_with(at + 1, Vec::new);
        }
        let Some(texts) = postings.get_mut(at) else { continue };
        // What is new stands mostly at the end.
        let place = match texts.last() {
            Some((last, _)) if *last < number => Err(texts.len()),
            _ => texts.binary_search_by_key(&number, |(text, _)| *text),
        };
        match (place, after) {
            (Ok(place), Some((_, much))) => texts[place].1 = *much,
            (Ok(place), None) => {
                texts.remove(place);
            }
            (Err(place), Some((_, much))) => texts.insert(place, (number, *much)),
            (Err(_), None) => {}
        }
    }
}

fn sort(feature: &Feature) -> Sort {
    match feature {
        Feature::Concept(concept) => Sort::Concept(*concept),
        Feature::Tag(..) => Sort::Tag,
        Feature::Stem(..) | Feature::Theme(_) => Sort::Stem,
    }
}
