//! What makes a name of a word: the word itself, or a sign beside it.

use model::Language;

use super::closed::is_article;
use super::fold::Folded;
use super::judge::{Judge, Sign};
use super::known::Standing;
use super::lexicon::Classes;
use super::tokens::{Gap, Shape};

impl Judge<'_, '_> {
    /// Whether this word makes a name of the stretch.
    pub(super) fn anchors(&self, at: usize, start: usize, end: usize, sign: Sign) -> bool {
        let (classes, shape) = (self.classes(at), self.shape(at));
        let opens = self.opens_sentence(at);
        let listed = classes.any(Classes::NAME);
        if listed && shape == Shape::Capital && at + 1 == end && self.is_said_of_a_person(at) {
            return true;
        }
        match self.standing(at) {
            Standing::Always if sign == Sign::None && self.names_a_thing(start, end) => return false,
            Standing::Always => return true,
            Standing::Inside if !opens => return true,
            Standing::Never if sign != Sign::Title || classes.any(Classes::ORGANISATION) => return false,
            _ if shape == Shape::Small => return false,
            _ => {}
        }
        let signed =
            (start..at).all(|before| self.is_particle(before) || self.shape(before) == Shape::Initial);
        let particle = self.is_particle(at) && !listed;
        let by_sign = match sign {
            Sign::Title => !particle,
            Sign::Kin | Sign::Naming if shape == Shape::Initial => self.is_dotted(at),
            Sign::Kin | Sign::Naming => listed || !particle && !self.is_commonest(at),
            Sign::None => false,
        };
        // `K. Petit`, `S. De Smet`; an everyday word only within a sentence, for `A. Wonen` may head a list.
        let first = (start..at).rev().find(|before| !self.is_particle(*before));
        let initial_before = first.is_some_and(|first| {
            self.shape(first) == Shape::Initial
                && (listed
                    || shape == Shape::Capitals
                    || !self.is_own_word(at)
                    || !self.opens_sentence(first))
        });
        // `Hope Petit`, `Elke De Backer`: names that are words too; the second has no other reason for its capital.
        let next = (at + 1..end).find(|next| !self.is_particle(*next)).unwrap_or(end);
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let beside = (classes.any(Classes::FIRST)
            || !particle && !self.is_commonest(at) && !is_article(before))
            && shape == Shape::Capital
            && next < end
            && match self.shape(next) {
                Shape::Initial => self.is_dotted(next),
                _ if self.is_commonest(next) => {
                    classes.any(Classes::FIRST) && self.classes(next).any(Classes::NAME)
                }
                _ => self.classes(next).any(Classes::NAME),
            };
        let of_many = listed && before == "les" && at + 1 == end && self.gap(at) == Gap::Space;
        // `KABONGO Divine`: a surname in capitals that no list knows, beside a word with one capital.
        let surname = |at: usize| {
            let unknown =
                self.known(at).is_some_and(|known| !known.word && !known.classes.any(Classes::NAME));
            (start..end).contains(&at)
                && self.shape(at) == Shape::Capitals
                && unknown
                && self.word(at).len() > 3
        };
        let beside_surname = shape == Shape::Capital
            && !self.is_commonest(at)
            && (surname(at + 1) || at.checked_sub(1).is_some_and(surname));
        let shouted = (at + 1 < end && self.is_shouted_name(at, at + 1, start, end))
            || at > start && self.is_shouted_name(at, at - 1, start, end);
        let before_verb = (self.standing(at) == Standing::Inside
            || opens && shape == Shape::Capital && !self.is_own_word(at) && !particle)
            && at + 1 == end
            && (self.tokens.get(at).is_some_and(|token| token.colon)
                || (listed || !opens)
                    && self.gap(at + 1) == Gap::Space
                    && self.classes(at + 1).any(Classes::VERB));
        // `Placide n'ose plus`, `Hope told us`: only people do so.
        let acting = opens
            && shape == Shape::Capital
            && at + 1 == end
            && classes.any(Classes::FIRST)
            && !self.is_commonest(at)
            && self.acts(at + 1);
        let family_after = !opens
            && at + 1 == end
            && (0..at)
                .rev()
                .find(|before| !self.is_particle(*before))
                .is_some_and(|before| self.word(before).eq_ignore_ascii_case("the"))
            && self.is_family(end);
        let two_initials = shape == Shape::Initial
            && at + 1 < end
            && self.shape(at + 1) == Shape::Initial
            && start == at
            && at + 2 == end
            && self.is_dotted(at)
            && self.is_dotted(at + 1)
            && !matches!(
                (self.word(at), self.word(at + 1)),
                ("N", "V")
                    | ("B", "V")
                    | ("V", "S")
                    | ("E", "U")
                    | ("U", "S" | "K")
                    | ("P", "S" | "M" | "V")
                    | ("S", "A")
                    | ("A", "M")
                    | ("V", "N")
                    | ("K", "B")
                    | ("M", "B")
                    | ("R", "V")
                    | ("D", "C")
                    | ("J", "C")
                    | ("O", "V")
                    | ("N", "N")
                    | ("R", "R" | "N")
                    | ("C", "G")
                    | ("S", "P")
            );
        signed && by_sign
            || initial_before
            || beside
            || beside_surname
            || shouted
            || before_verb
            || acting
            || family_after
            || of_many
            || two_initials
            || at == start && at + 1 == end && self.stands_alone(at)
    }

    /// `MYKYTA CHUMAK`, as an identity card and a form in capitals write it: two words, each a listed name or no word
    /// at all, of which one is more than an abbreviation; not amid a shouted sentence.
    fn is_shouted_name(&self, at: usize, beside: usize, start: usize, end: usize) -> bool {
        let part = |at: usize| {
            let vowel =
                |letter| matches!(letter, 'A' | 'E' | 'I' | 'O' | 'U' | 'Y') || !char::is_ascii(&letter);
            self.shape(at) == Shape::Capitals
                && !self.is_commonest(at)
                && self.standing(at) != Standing::Never
                && self.known(at).is_some_and(|known| known.classes.any(Classes::NAME) || !known.word)
                && self.word(at).contains(vowel)
        };
        let listed = |at: usize| self.classes(at).any(Classes::NAME);
        let long = |at: usize| self.word(at).chars().count() > 4;
        end - start <= 5
            && self.gap(at.max(beside)) == Gap::Space
            && part(at)
            && part(beside)
            && (listed(at) && listed(beside) || long(at) || long(beside))
    }

    /// `la Fondatis`, `het Xenium`, `de dienst Samvra`: an article or the kind of thing right before words that no list
    /// of names holds.
    fn names_a_thing(&self, start: usize, end: usize) -> bool {
        // `De Voedselvrienden` opens a sentence: the article has a capital too.
        let capital_article =
            self.shape(start) == Shape::Capital && is_article(self.word(start)) && self.opens_sentence(start);
        if capital_article && start + 1 < end {
            return (start + 1..end).all(|at| !self.classes(at).any(Classes::NAME)) && !self.is_family(end);
        }
        let Some(before) = start.checked_sub(1).filter(|_| self.gap(start) == Gap::Space) else {
            return false;
        };
        let kind = self.shape(before) == Shape::Small && self.classes(before).any(Classes::THING);
        let listed = (start..end).any(|at| self.classes(at).any(Classes::NAME));
        (kind || self.is_definite(before)) && !listed && !self.is_family(end)
    }

    /// An article that does not go before a person; French `de` does.
    fn is_definite(&self, at: usize) -> bool {
        let word = self.word(at);
        let person = word.eq_ignore_ascii_case("d") || word.eq_ignore_ascii_case("les");
        // `la demande de …` in a Dutch text, `a dit …`: the word before says in which language this one is.
        let before = at.checked_sub(1).filter(|_| self.gap(at) == Gap::Space);
        let of = word.eq_ignore_ascii_case("de")
            && (self.language != Some(Language::Nl) || before.is_some_and(|before| self.is_french(before)));
        let said =
            word == "dit" && before.is_some_and(|before| matches!(self.word(before), "a" | "ont" | "ai"));
        !person && !of && !said && is_article(word)
    }

    fn is_family(&self, at: usize) -> bool {
        self.word(at) == "family" && self.gap(at) == Gap::Space
    }

    fn is_french(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| self.lexicon.is_french_only(&Folded::new(token.word)))
    }

    /// Whether a verb that only people do stands here, also after `ne`, `se` or an auxiliary: `s'est retrouvé`.
    fn acts(&self, at: usize) -> bool {
        let between = |at: usize| {
            matches!(
                self.word(at),
                "n" | "ne"
                    | "s"
                    | "se"
                    | "nous"
                    | "me"
                    | "m"
                    | "lui"
                    | "l"
                    | "a"
                    | "est"
                    | "avait"
                    | "has"
                    | "had"
                    | "heeft"
                    | "is"
                    | "was"
            )
        };
        let mut verb = at;
        while verb < at + 3 && between(verb) {
            verb += 1;
        }
        (at..=verb).all(|word| self.gap(word) == Gap::Space) && self.classes(verb).any(Classes::PERSONAL)
    }

    /// Whether what stands beside a listed name, which a place, a faith or an everyday word is too, is said of people
    /// only: `met Louiza naar de spoed`, `Islam vroeg`, `Huy, moeder van drie`, `Aster + 3 kinderen`.
    pub(super) fn is_said_of_a_person(&self, at: usize) -> bool {
        let close = |at: usize| self.gap(at) == Gap::Space;
        let before = at.checked_sub(1);
        if self.classes(at).any(Classes::MONTH) {
            return false;
        }
        let alone = !(self.has_capital(at + 1) && close(at + 1));
        let after_word = close(at)
            && alone
            && before.is_some_and(|before| {
                self.classes(before).any(Classes::PERSON)
                    && (self.shape(before) == Shape::Small || self.opens_sentence(before))
            });
        let kin = |at: usize| self.classes(at).any(Classes::KIN.or(Classes::TITLE));
        let among_commas = matches!(self.gap(at), Gap::Comma | Gap::Opening)
            && self.gap(at + 1) >= Gap::Comma
            && before.is_some_and(|before| self.shape(before) == Shape::Small && kin(before));
        let parent = self.gap(at + 1) == Gap::Comma
            && (kin(at + 1) || self.is_parent(at + 1))
            && matches!(self.word(at + 2), "van" | "de" | "d" | "of");
        let counted = self.gap(at + 1) > Gap::Stop && self.is_number(at + 1) && self.is_child(at + 2);
        // `Dan komt …` is an everyday word in its own language.
        let first = self.classes(at).any(Classes::FIRST) && !(self.is_commonest(at) && self.is_own_word(at));
        let acting = self.opens_sentence(at) && first && self.acts(at + 1);
        // `l'employeur de Huy`, `the income of Louiza`.
        let held = close(at)
            && alone
            && before.is_some_and(|before| {
                matches!(self.word(before), "van" | "de" | "d" | "of")
                    && before.checked_sub(1).is_some_and(|noun| self.classes(noun).any(Classes::HELD))
            });
        // `nog iets: Islam heeft morgen …`, `D'après le généraliste, Islam doit …`.
        let clause = matches!(self.gap(at), Gap::Comma | Gap::Opening)
            && first
            && close(at + 1)
            && self.classes(at + 1).any(Classes::VERB);
        after_word || held || clause || among_commas || parent || counted || acting
    }

    fn is_parent(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "moeder" | "vader" | "mama" | "papa" | "mère" | "père" | "maman" | "mother" | "father"
        )
    }

    fn is_number(&self, at: usize) -> bool {
        let word = self.word(at);
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn is_child(&self, at: usize) -> bool {
        matches!(self.word(at), "kind" | "kinderen" | "kids" | "enfant" | "enfants" | "child" | "children")
    }

    /// Whether an everyday word has a capital within a sentence for no other reason than being a name: no article
    /// before it, no other capital around it.
    fn stands_alone(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let bare = before.is_some_and(|before| {
            let joined = matches!(
                self.word(before),
                "van" | "voor" | "of" | "de" | "for" | "pour" | "en" | "et" | "and"
            );
            let within_a_title = joined
                && before
                    .checked_sub(1)
                    .is_some_and(|first| self.has_capital(first) && self.gap(before) == Gap::Space);
            let opener = self.is_opener(before);
            let person = match self.gap(at) {
                Gap::Space => {
                    let verb = self.classes(at + 1).any(Classes::VERB) && self.gap(at + 1) == Gap::Space;
                    let foreign = !self.is_own_word(at) && !is_article(self.word(before));
                    self.classes(before).any(Classes::BEFORE)
                        || opener && verb && !is_article(self.word(before))
                        || foreign
                }
                Gap::Comma => !is_article(self.word(before)),
                _ => false,
            };
            person && (opener || !self.has_capital(before)) && !within_a_title
        });
        self.shape(at) == Shape::Capital
            && bare
            && !(self.has_capital(at + 1) && self.gap(at + 1) == Gap::Space)
            && (!self.is_commonest(at)
                || self.classes(at).any(Classes::FIRST)
                    && before.is_some_and(|before| self.classes(before).any(Classes::BEFORE)))
            && !self.classes(at).any(Classes::OTHER.or(Classes::HEAD).or(Classes::PARTICLE))
            && !self.word(at).contains('-')
    }
}
