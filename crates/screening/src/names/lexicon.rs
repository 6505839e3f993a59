//! What the lists know of a word (`lists/README.md` says where they come from).

use model::Language;

use super::automaton::Automaton;
use super::fold::Folded;
use super::memory::Memory;
use super::table::{Key, Table};

/// What a word may be; several may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u32);

impl Classes {
    pub(super) const FIRST: Self = Self::of(b'f');
    pub(super) const LAST: Self = Self::of(b'l');
    /// A first name that is an everyday word too.
    pub(super) const EVERYDAY: Self = Self::of(b'c');
    /// The same, so common that only what stands beside it makes it a name; and words that open sentences.
    pub(super) const COMMONEST: Self = Self::of(b'u');
    pub(super) const PLACE: Self = Self::of(b'p');
    pub(super) const PEOPLE: Self = Self::of(b'd');
    pub(super) const ORGANISATION: Self = Self::of(b'o');
    pub(super) const MONTH: Self = Self::of(b'm');
    /// The head of an institution's or a place's name.
    pub(super) const HEAD: Self = Self::of(b'h');
    /// The same written small before the name.
    pub(super) const STREET: Self = Self::of(b's');
    pub(super) const TITLE: Self = Self::of(b't');
    pub(super) const KIN: Self = Self::of(b'k');
    pub(super) const NAMING: Self = Self::of(b'v');
    pub(super) const PARTICLE: Self = Self::of(b'j');
    /// A verb that follows a name.
    pub(super) const VERB: Self = Self::of(b'q');
    /// A word that goes before a person.
    pub(super) const BEFORE: Self = Self::of(b'b');
    /// A word written small before the name of a thing, unless a list holds the name.
    pub(super) const THING: Self = Self::of(b'w');
    /// A verb that only people do.
    pub(super) const PERSONAL: Self = Self::of(b'y');
    /// A word that goes before a person and hardly before a place, a faith or a service.
    pub(super) const PERSON: Self = Self::of(b'g');
    /// What people have: an income, an application, a landlord.
    pub(super) const HELD: Self = Self::of(b'r');
    /// Any name of a person.
    pub(super) const NAME: Self = Self(Self::FIRST.0 | Self::LAST.0);
    /// A name of something other than a person.
    pub(super) const OTHER: Self =
        Self(Self::PLACE.0 | Self::PEOPLE.0 | Self::ORGANISATION.0 | Self::MONTH.0);

    /// Places, peoples, months and feasts: surnames come from them.
    pub(super) const BORROWED: Self = Self(Self::PLACE.0 | Self::PEOPLE.0 | Self::MONTH.0);

    const fn of(letter: u8) -> Self {
        Self(1 << (letter - b'a'))
    }

    /// As the lowest 26 bits of a number.
    pub(super) const fn bits(self) -> u32 {
        self.0
    }

    /// Those of the lowest 26 bits.
    pub(super) const fn from_bits(bits: u32) -> Self {
        Self(bits & ((1 << 26) - 1))
    }

    /// Either of two.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of these holds.
    pub(super) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

/// Which dictionaries hold a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holders {
    /// Any of them.
    pub(super) any: bool,
    /// That of the text's own language; any, when it is not known.
    pub(super) own: bool,
}

/// The lists: names with their classes, and the words of three languages.
pub(super) struct Lexicon {
    listed: Table,
    dutch: Automaton,
    french: Automaton,
    english: Automaton,
    pub(super) memory: Memory,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        let mut listed = Table::new();
        Automaton::new(include_bytes!("../../lists/names.dawg"))
            .each_classed(&mut |word, classes| listed.insert(Key::of(word), classes));
        Self {
            listed,
            dutch: Automaton::new(include_bytes!("../../lists/words-nl.dawg")),
            french: Automaton::new(include_bytes!("../../lists/words-fr.dawg")),
            english: Automaton::new(include_bytes!("../../lists/words-en.dawg")),
            memory: Memory::new(),
        }
    }

    pub(super) fn classes(&self, word: &Folded) -> Classes {
        Classes(self.listed.get(word.key()))
    }

    /// The same, of a word by its key.
    pub(super) fn classes_of(&self, word: Key) -> Classes {
        Classes(self.listed.get(word))
    }

    /// Which dictionaries hold the word; Dutch also holds what two of its words make up.
    pub(super) fn holders(&self, word: &Folded, language: Option<Language>) -> Holders {
        let labels = word.labels();
        let (first, others) = match language {
            Some(Language::Fr) => (&self.french, [&self.dutch, &self.english]),
            Some(Language::En) => (&self.english, [&self.dutch, &self.french]),
            Some(Language::Nl) | None => (&self.dutch, [&self.french, &self.english]),
        };
        if first.contains(labels) {
            return Holders { any: true, own: true };
        }
        let listed = others.iter().any(|list| list.contains(labels));
        let compound = !listed && self.is_compound(word);
        let own = match language {
            Some(Language::Nl) => compound,
            Some(Language::Fr | Language::En) => false,
            None => listed || compound,
        };
        Holders { any: listed || compound, own }
    }

    /// Whether the word is French and neither Dutch nor English.
    pub(super) fn is_french_only(&self, word: &Folded) -> bool {
        let labels = word.labels();
        self.french.contains(labels) && !self.dutch.contains(labels) && !self.english.contains(labels)
    }

    /// Whether two Dutch words, with or without an s between them, make up the word; short parts make up names too.
    fn is_compound(&self, word: &Folded) -> bool {
        const S: u8 = 19;
        let labels = word.labels();
        labels.len() >= 8
            && self.dutch.prefixes(labels).filter(|end| *end >= 4).any(|end| {
                let rest = labels.get(end..).unwrap_or_default();
                let after_s = rest.strip_prefix(&[S]).unwrap_or_default();
                [rest, after_s].into_iter().any(|part| part.len() >= 4 && self.dutch.contains(part))
            })
    }
}
