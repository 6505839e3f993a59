//! Decides which words of a text name a person, and how far the name reaches.

use std::ops::Range;

use model::Language;

use super::closed::{is_abbreviation, is_english_head, is_kind_of_school, is_namesake};
use super::fold::Folded;
use super::known::{Known, Standing, is_street, know};
use super::lexicon::{Classes, Holders, Lexicon};
use super::memory::Asked;
use super::tokens::{Gap, Shape, Token};

/// What a word before a name says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    None,
    /// A title: whatever follows with a capital is a name.
    Title,
    /// A noun of kin or of family.
    Kin,
    /// A verb or noun of naming.
    Naming,
}

/// One text before the judge.
pub(super) struct Judge<'a, 't> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) language: Option<Language>,
    pub(super) tokens: &'a [Token<'t>],
    known: Vec<Known>,
    found: Vec<Range<usize>>,
}

impl<'a, 't> Judge<'a, 't> {
    pub(super) fn new(lexicon: &'a Lexicon, language: Option<Language>, tokens: &'a [Token<'t>]) -> Self {
        let known = tokens.iter().map(|token| know(lexicon, language, token)).collect();
        Self { lexicon, language, tokens, known, found: Vec::new() }
    }

    /// Every name, by start, as byte ranges.
    pub(super) fn names(mut self) -> Vec<Range<usize>> {
        let mut at = 0;
        while at < self.tokens.len() {
            at = if self.has_capital(at) {
                let end = self.run_end(at);
                match self.register_end(at, end) {
                    Some(register) => {
                        self.take(at, register);
                        register
                    }
                    None => {
                        self.judge_run(at, end);
                        end
                    }
                }
            } else if self.is_small_name(at) {
                let end = self.small_end(at);
                self.take(at, end);
                end
            } else {
                at + 1
            };
        }
        let (tokens, found) = (self.tokens, self.found);
        found
            .into_iter()
            .filter_map(|range| {
                Some(tokens.get(range.start)?.start..tokens.get(range.end.checked_sub(1)?)?.end())
            })
            .collect()
    }

    /// Where the words with capitals that stand side by side end, small particles between them included.
    fn run_end(&self, from: usize) -> usize {
        let mut end = from + 1;
        loop {
            let mut next = end;
            while self.is_small_particle(next) && self.gap(next) == Gap::Space && next - end < 3 {
                next += 1;
            }
            if !self.has_capital(next)
                || !self.joins(next)
                || next > end && self.standing(next) == Standing::Never
            {
                return end;
            }
            end = next + 1;
        }
    }

    /// Where `MULAMBA, Divine` ends, as registers write it: a surname that is no word, a comma, a given name.
    fn register_end(&self, start: usize, end: usize) -> Option<usize> {
        let comma = self.gap(end) == Gap::Comma
            && self.tokens.get(end)?.start <= self.tokens.get(end.checked_sub(1)?)?.end() + 2;
        let part = |at: usize| {
            self.known(at).is_some_and(|known| known.classes.any(Classes::NAME) || !known.word)
                && !self.classes(at).any(Classes::OTHER.or(Classes::HEAD).or(Classes::TITLE))
        };
        let surname = (start..end).all(|at| self.is_particle(at) || part(at)) && end - start <= 3;
        let shouted = (start..end).all(|at| self.shape(at) == Shape::Capitals || self.is_particle(at));
        if !comma || !surname || self.shape(end) != Shape::Capital || self.is_commonest(end) {
            return None;
        }
        let first = self.classes(end).any(Classes::FIRST);
        let given = first || shouted && part(end);
        let alone = end - start == 1 && self.shape(start) == Shape::Initial;
        given.then_some(())?;
        let mut to = end + 1;
        while self.gap(to) == Gap::Space && self.shape(to) == Shape::Capital && part(to) {
            to += 1;
        }
        (!alone).then_some(to)
    }

    /// Whether a word with a capital continues the run before it.
    fn joins(&self, at: usize) -> bool {
        match self.gap(at) {
            Gap::Space => true,
            // `K. Mensah`, `Mme. Diallo`; not `… of Serwaa O. The school …`.
            Gap::Stop => {
                let before = at.checked_sub(1);
                let initial = before.is_some_and(|before| self.shape(before) == Shape::Initial);
                let title = before.is_some_and(|before| is_abbreviation(self.word(before)));
                let leading = before.and_then(|before| before.checked_sub(1)).is_none_or(|first| {
                    !self.has_capital(first)
                        || self.gap(first + 1) != Gap::Space
                        || self.is_opener(first)
                        || self.classes(first).any(Classes::TITLE)
                });
                let particle =
                    self.is_particle(at) && (self.has_capital(at + 1) || self.is_small_particle(at + 1));
                let listed = self.classes(at).any(Classes::NAME);
                let opens =
                    self.known(at).is_some_and(|known| known.own_word || known.standing == Standing::Never);
                let part = match (leading, self.is_commonest(at)) {
                    (true, true) => listed,
                    (true, false) => self.standing(at) != Standing::Never,
                    (false, true) => false,
                    (false, false) => listed || !opens,
                };
                title || initial && (particle || part)
            }
            _ => false,
        }
    }

    /// Finds the names in a run of words with capitals.
    fn judge_run(&mut self, start: usize, end: usize) {
        // `Selon Nadir`: the first word has its capital from the sentence alone.
        let start = if self.is_opener(start) && start + 1 < end { start + 1 } else { start };
        let mut sign = self.sign_before(start);
        let mut from = start;
        let mut institution = self.is_head_before(start);
        for at in start..end {
            let classes = self.classes(at);
            let title =
                classes.any(Classes::TITLE) || classes.any(Classes::KIN) && !classes.any(Classes::NAME);
            if title && start + 1 == end && classes.any(Classes::NAME) && self.is_said_of_a_person(at) {
                self.take(at, end);
                return;
            }
            if title && self.shape(at) == Shape::Capital {
                self.judge(from, at, sign, institution);
                (from, institution) = (at + 1, false);
                sign = if classes.any(Classes::TITLE) { Sign::Title } else { Sign::Kin };
            } else if self.standing(at) == Standing::Never && !self.is_surname(at, from, end, sign)
                || classes.any(Classes::HEAD) && (sign != Sign::Title || at > from)
            {
                if is_street(self.tokens.get(at)) || self.word(at).contains('-') {
                    // `Emile Bockstaellaan`, `Paul Brien-ziekenhuis`: the names before it belong to the place.
                    institution = true;
                }
                // `Pinocchio House`: in English the head comes last.
                institution |= at > from && is_english_head(self.word(at));
                self.judge(from, at, sign, institution);
                (from, sign) = (at + 1, Sign::None);
                institution = classes.any(Classes::HEAD);
            }
        }
        // `Tamtam vzw`: the form of the organisation may follow its name.
        institution |= self
            .tokens
            .get(end)
            .is_some_and(|next| matches!(next.word, "vzw" | "asbl" | "aisbl" | "npo" | "ngo"));
        // `the Jacques Brel hostel`.
        let kind = self.gap(end) == Gap::Space && self.classes(end).any(Classes::STREET.or(Classes::THING));
        institution |= kind && start.checked_sub(1).is_some_and(|before| self.word(before) == "the");
        self.judge(from, end, sign, institution);
    }

    /// Takes the name out of a stretch of words that may all be part of it.
    fn judge(&mut self, start: usize, end: usize, sign: Sign, institution: bool) {
        if institution && sign != Sign::Title || start >= end {
            return;
        }
        let Some(anchor) = (start..end).find(|at| self.anchors(*at, start, end, sign)) else { return };
        let mut from = anchor;
        while from > start && self.belongs_before(from - 1) {
            from -= 1;
        }
        let mut to = anchor + 1;
        while to < end && self.belongs_after(to, end) {
            to += 1;
        }
        while to > anchor + 1 && self.is_small_particle(to - 1) {
            to -= 1;
        }
        if from == start {
            from = self.particles_before(from);
        }
        self.take(from, to);
        if to < end {
            self.judge(to, end, Sign::None, false);
        }
    }

    /// Whether the word before a name is part of it.
    fn belongs_before(&self, at: usize) -> bool {
        let classes = self.classes(at);
        if self.shape(at) == Shape::Initial || classes.any(Classes::NAME) || self.is_particle(at) {
            return true;
        }
        // `Nadir Mahrez`: a given name that is a word, before a surname; `Begeleider Ahmed` opens a sentence.
        let before_surname = !self.classes(at + 1).any(Classes::FIRST) || !self.opens_sentence(at);
        !self.is_commonest(at)
            && (self.shape(at) == Shape::Capitals && self.word(at).len() > 3 || before_surname)
    }

    /// Whether the word after a name is part of it; the sentence may have ended without a full stop.
    fn belongs_after(&self, at: usize, end: usize) -> bool {
        let classes = self.classes(at);
        if self.shape(at) == Shape::Initial {
            return self.word(at) != "I" || self.is_dotted(at) || self.language != Some(Language::En);
        }
        if self.is_particle(at) && !classes.any(Classes::NAME) {
            return at + 1 < end;
        }
        classes.any(Classes::NAME) || !self.is_commonest(at)
    }

    /// The first of the small particles that belong to a name: `el Amrani`; `van den Berg` only after a title.
    fn particles_before(&self, name: usize) -> usize {
        let mut from = name;
        while from > 0 && self.gap(from) == Gap::Space && self.is_small_particle(from - 1) && name - from < 3
        {
            from -= 1;
        }
        if from == name {
            return name;
        }
        let titled = from.checked_sub(1).is_some_and(|before| {
            let family = Classes::TITLE.or(Classes::KIN).or(Classes::NAMING);
            self.gap(from) <= Gap::Stop
                && (self.classes(before).any(family) || self.shape(before) == Shape::Initial)
        });
        let own = |at: usize| {
            matches!(
                self.word(at),
                "el" | "al"
                    | "ben"
                    | "bin"
                    | "bint"
                    | "ibn"
                    | "abu"
                    | "abou"
                    | "ait"
                    | "ould"
                    | "oum"
                    | "umm"
                    | "bou"
                    | "von"
                    | "della"
                    | "dos"
                    | "da"
                    | "das"
                    | "di"
                    | "del"
            )
        };
        if titled {
            // `J. da Silva`: the initials before the particles too.
            while from > 0 && self.gap(from) <= Gap::Stop && self.shape(from - 1) == Shape::Initial {
                from -= 1;
            }
            return from;
        }
        (from..name).find(|at| own(*at)).unwrap_or(name)
    }

    /// What the word before says: a title, a noun of kin, a word of naming.
    pub(super) fn sign_before(&self, at: usize) -> Sign {
        let Some(before) = at.checked_sub(1) else { return Sign::None };
        let mut before = before;
        // `mevrouw de Wit`: the particles stand between.
        while before > 0
            && self.gap(before + 1) == Gap::Space
            && self.is_small_particle(before)
            && at - before < 3
        {
            before -= 1;
        }
        let (classes, gap) = (self.classes(before), self.gap(before + 1));
        let close = gap == Gap::Space || gap == Gap::Stop && is_abbreviation(self.word(before));
        if close && (classes.any(Classes::TITLE) || self.word(before) == "M") {
            Sign::Title
        } else if close && classes.any(Classes::KIN) {
            Sign::Kin
        } else if classes.any(Classes::NAMING)
            && (gap == Gap::Space || self.tokens.get(before).is_some_and(|token| token.colon))
        {
            Sign::Naming
        } else {
            Sign::None
        }
    }

    /// Whether a street or an institution is announced in small letters right before: `rue`, `parc`, `asbl`.
    fn is_head_before(&self, at: usize) -> bool {
        let Some(mut before) = at.checked_sub(1) else { return false };
        let of = self.word(before) == "of";
        while before > 0 && self.gap(before + 1) == Gap::Space && self.is_link(before) {
            before -= 1;
        }
        let street = !of && self.classes(before).any(Classes::STREET) && self.shape(before) == Shape::Small;
        // `Institut technique Cardinal Mercier`, `House of Hope`; not `Huis van Ahmed`.
        let head = self.classes(before).any(Classes::HEAD)
            && self.shape(before) == Shape::Capital
            && (before + 1 == at - 1 && is_kind_of_school(self.word(at - 1))
                || before + 1 < at && self.standing(at) < Standing::Always);
        self.gap(before + 1) == Gap::Space && (street || head)
    }

    /// `de`, `du`, `des`, `l'` between the head and the name: `rue de l'Abbé Cuypers`; also what kind of school.
    fn is_link(&self, at: usize) -> bool {
        let word = self.word(at);
        matches!(word, "de" | "du" | "des" | "d" | "l" | "la" | "le" | "of") || is_kind_of_school(word)
    }

    /// An everyday word that opens a sentence and can be no name.
    pub(super) fn is_opener(&self, at: usize) -> bool {
        self.shape(at) == Shape::Capital
            && self.is_commonest(at)
            && !self.classes(at).any(Classes::NAME.or(Classes::PARTICLE))
            && self.opens_sentence(at)
    }

    /// Whether a word opens a sentence, a line or a quotation, which gives any word a capital.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        match self.gap(at) {
            Gap::End | Gap::Opening => true,
            Gap::Stop => at.checked_sub(1).is_none_or(|before| {
                self.shape(before) != Shape::Initial && !is_abbreviation(self.word(before))
            }),
            Gap::Space | Gap::Comma => at == 0,
        }
    }

    /// A surname that a place, a people or a feast has too, to judge by what stands beside it: `mevrouw Brussel`,
    /// `Ileana Moldovan`, `V. Toussaint`.
    fn is_surname(&self, at: usize, from: usize, end: usize, sign: Sign) -> bool {
        let borrowed = self.classes(at).any(Classes::BORROWED)
            && self.shape(at) != Shape::Odd
            && !is_street(self.tokens.get(at));
        let after_name =
            at > from && (self.standing(at - 1) == Standing::Always || self.shape(at - 1) == Shape::Initial);
        let before_name =
            self.shape(at) == Shape::Capitals && at + 1 < end && self.standing(at + 1) == Standing::Always;
        let of_kin = sign == Sign::Kin && self.classes(at).any(Classes::NAME);
        borrowed && ((sign == Sign::Title || of_kin) && at == from || after_name || before_name)
    }

    pub(super) fn is_dotted(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_none_or(|_| self.gap(at + 1) >= Gap::Stop)
    }

    fn take(&mut self, from: usize, to: usize) {
        let taken = self.found.last().map_or(0, |last| last.end);
        let from = from.max(taken);
        if from >= to || from + 2 == to && is_namesake(self.word(from), self.word(from + 1)) {
            return;
        }
        // `Papy Makiese`, `KALONJI Papy`: a given name that is a title too.
        let named = |at: usize| {
            let classes = self.classes(at);
            self.shape(at) == Shape::Capital && classes.any(Classes::TITLE) && classes.any(Classes::FIRST)
        };
        let first = from
            .checked_sub(1)
            .filter(|before| *before >= taken && self.gap(from) == Gap::Space && named(*before));
        let last = self.gap(to) == Gap::Space && named(to);
        self.found.push(first.unwrap_or(from)..to + usize::from(last));
    }

    pub(super) fn has_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape != Shape::Small)
    }

    pub(super) fn is_small_particle(&self, at: usize) -> bool {
        self.shape(at) == Shape::Small && self.classes(at).any(Classes::PARTICLE)
    }

    /// A particle, small or with a capital; a single letter is an initial.
    pub(super) fn is_particle(&self, at: usize) -> bool {
        self.shape(at) != Shape::Initial && self.classes(at).any(Classes::PARTICLE)
    }

    pub(super) fn is_commonest(&self, at: usize) -> bool {
        self.classes(at).any(Classes::COMMONEST)
    }

    pub(super) fn is_own_word(&self, at: usize) -> bool {
        self.known(at).is_some_and(|known| known.own_word)
    }

    pub(super) fn holders(&self, token: &Token<'_>) -> Holders {
        let find_out = || {
            let Holders { any, own } = self.lexicon.holders(&Folded::new(token.word), self.language);
            Known { classes: Classes::default(), standing: Standing::Never, own_word: own, word: any }
        };
        let known = self.lexicon.memory.recall(token.word, Asked::Holders, self.language, find_out);
        Holders { any: known.word, own: known.own_word }
    }

    pub(super) fn known(&self, at: usize) -> Option<&Known> {
        self.known.get(at)
    }

    pub(super) fn classes(&self, at: usize) -> Classes {
        self.known(at).map(|known| known.classes).unwrap_or_default()
    }

    pub(super) fn standing(&self, at: usize) -> Standing {
        self.known(at).map_or(Standing::Never, |known| known.standing)
    }

    pub(super) fn shape(&self, at: usize) -> Shape {
        self.tokens.get(at).map_or(Shape::Odd, |token| token.shape)
    }

    /// What stands before the word; after the last word, an end.
    pub(super) fn gap(&self, at: usize) -> Gap {
        self.tokens.get(at).map_or(Gap::End, |token| token.gap)
    }

    pub(super) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.word)
    }
}
