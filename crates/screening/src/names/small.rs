//! Names in small letters, as tired thumbs type them: as far as the lists and the titles go.

use super::judge::{Judge, Sign};
use super::lexicon::Classes;
use super::tokens::{Gap, Shape};

impl Judge<'_, '_> {
    /// Whether a word in small letters is a name: listed and no word of any language, or announced by a title.
    pub(super) fn is_small_name(&self, at: usize) -> bool {
        let classes = self.classes(at);
        let named = classes.any(Classes::NAME);
        let may_follow_title = || {
            at.checked_sub(1).is_some_and(|before| {
                self.classes(before).any(Classes::TITLE.or(Classes::PARTICLE))
                    || self.shape(before) == Shape::Initial && self.word(before) == "M"
            })
        };
        // Most words end here: this is asked of each.
        if !named && !may_follow_title()
            || self.shape(at) != Shape::Small
            || classes.any(Classes::OTHER.or(Classes::COMMONEST))
        {
            return false;
        }
        let known_small =
            Classes::TITLE.or(Classes::KIN).or(Classes::NAMING).or(Classes::PARTICLE).or(Classes::HEAD);
        let (Some(token), false) =
            (self.tokens.get(at), classes.any(known_small.or(Classes::STREET).or(Classes::VERB)))
        else {
            return false;
        };
        if token.word.len() < 3 {
            return false;
        }
        let sign = self.sign_before(at);
        if !named && sign != Sign::Title {
            return false;
        }
        let is_word = || self.holders(token).any;
        match sign {
            Sign::Title => !is_word(),
            Sign::Naming => classes.any(Classes::FIRST) && !classes.any(Classes::EVERYDAY),
            Sign::Kin => !is_word(),
            Sign::None => classes.any(Classes::FIRST) && !classes.any(Classes::EVERYDAY) && !is_word(),
        }
    }

    /// Where a name in small letters ends.
    pub(super) fn small_end(&self, from: usize) -> usize {
        let mut end = from + 1;
        loop {
            let mut next = end;
            while self.is_small_particle(next) && self.gap(next) == Gap::Space && next - end < 3 {
                next += 1;
            }
            let part = self.gap(next) == Gap::Space
                && self.tokens.get(next).is_some_and(|token| {
                    self.classes(next).any(Classes::NAME)
                        && !self.classes(next).any(Classes::COMMONEST)
                        && (token.shape != Shape::Small || !self.holders(token).own)
                });
            if !part {
                return end;
            }
            end = next + 1;
        }
    }
}
