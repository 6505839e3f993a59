//! Runs the blocked rules over a normalised text.

use std::ops::Range;

use crate::finding::Kind;
use crate::rules::{Rule, Rules};

/// A place in the normalised text, in characters, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) kind: Kind,
    pub(crate) range: Range<usize>,
}

impl Rules {
    /// Every place that must be reworded, by start. Places that overlap become one, of the kind of the longest.
    pub(crate) fn scan(&self, text: &[u8], open: u64) -> Vec<Place> {
        let densest = densest_digits(text);
        let mut places = Vec::new();
        for rule in &self.rules {
            if rule.min <= densest && rule.gates & open != 0 {
                self.find(rule, text, &mut places);
            }
        }
        merged(places)
    }

    fn find(&self, rule: &Rule, text: &[u8], places: &mut Vec<Place>) {
        let mut room = rule.at.room();
        let mut from = 0;
        while from <= text.len()
            && let Some(Range { start, end }) = rule.at.place(text, from, &mut room)
        {
            from = match self.judge(rule, text, start, end) {
                Some(range) => {
                    let next = range.end.max(start + 1);
                    places.push(Place { kind: rule.kind, range });
                    next
                }
                None => start + 1,
            };
        }
    }

    /// The part of the place that counts, or none where the check or the context says no.
    fn judge(&self, rule: &Rule, text: &[u8], start: usize, end: usize) -> Option<Range<usize>> {
        let place = text.get(start..end)?;
        let start = start + rule.trim.as_ref().and_then(|trim| trim.end(place)).unwrap_or(0);
        let place = text.get(start..end)?;
        let end = match rule.check {
            Some(check) => start + self.checks.passing(check, place)?,
            None => end,
        };
        if rule.not.as_ref().is_some_and(|not| not.is_match(place)) {
            return None;
        }
        let (left, right) = (left_of(text, start, rule.within), right_of(text, end, rule.within));
        let refused = rule.not_before.as_ref().is_some_and(|not| not.is_match(left))
            || rule.not_after.as_ref().is_some_and(|not| not.is_match(right));
        let free = rule.before.is_none() && rule.after.is_none();
        let supported = free
            || rule.before.as_ref().is_some_and(|before| before.is_match(left))
            || rule.after.as_ref().is_some_and(|after| after.is_match(right));
        (supported && !refused).then_some(start..end)
    }
}

/// The most digits that stand close together: at most four characters apart, with no letter between.
fn densest_digits(text: &[u8]) -> usize {
    let (mut densest, mut run, mut gap) = (0, 0, 0);
    for byte in text {
        if byte.is_ascii_digit() {
            run += 1;
            densest = densest.max(run);
            gap = 0;
        } else if run > 0 {
            gap += 1;
            if gap > 4 || byte.is_ascii_alphabetic() {
                run = 0;
                gap = 0;
            }
        }
    }
    densest
}

/// Overlapping places become one; of two kinds the longer place gives it, and at the same length the earlier rule.
fn merged(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_by_key(|place| place.range.start);
    let mut whole: Vec<(Place, usize)> = Vec::with_capacity(places.len());
    for place in places {
        let length = place.range.len();
        match whole.last_mut() {
            Some((last, longest)) if place.range.start < last.range.end => {
                last.range.end = last.range.end.max(place.range.end);
                if length > *longest {
                    *longest = length;
                    last.kind = place.kind;
                }
            }
            _ => whole.push((place, length)),
        }
    }
    whole.into_iter().map(|(place, _)| place).collect()
}

fn left_of(text: &[u8], start: usize, within: usize) -> &[u8] {
    text.get(start.saturating_sub(within)..start).unwrap_or_default()
}

fn right_of(text: &[u8], end: usize, within: usize) -> &[u8] {
    text.get(end..text.len().min(end + within)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Rules, densest_digits};
    use crate::gates::Gates;
    use crate::image::Alphabet;
    use crate::{GATES_JSON, RULES_JSON};

    #[derive(serde::Deserialize)]
    struct Cases {
        blocked: Vec<String>,
        clean: Vec<String>,
    }

    #[test]
    fn gates_change_no_finding() {
        let alphabet = Alphabet::new().unwrap();
        let gates = Gates::read(&alphabet, GATES_JSON).unwrap();
        let rules = Rules::read(&alphabet, RULES_JSON, &gates).unwrap();
        let cases: Cases = serde_json::from_str(include_str!("../rules/cases.json")).unwrap();
        let demo = include_str!("../../../fixtures/demo/generated-2024.csv").lines().map(str::to_owned);
        for text in cases.blocked.into_iter().chain(cases.clean).chain(demo.take(300)) {
            let text = text.replace(['⟦', '⟧'], " ");
            let text = rules.folding.normalise(&text);
            let image = alphabet.image(text.text());
            let gated = rules.scan(&image, gates.open(&image));
            assert_eq!(gated, rules.scan(&image, u64::MAX), "{}", text.text());
        }
    }

    #[test]
    fn digits_stand_close_together_across_separators_but_not_across_words() {
        assert_eq!(densest_digits(b"+32 (0)477 12.34.56"), 12);
        assert_eq!(densest_digits(b"3 kinderen van 2, 5 en 9 jaar"), 2);
        assert_eq!(densest_digits(b""), 0);
    }
}
