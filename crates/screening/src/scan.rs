//! Runs the blocked rules over a normalised text.

use std::ops::Range;

use crate::finding::Kind;
use crate::rules::{Rule, Rules};

/// A place in the normalised text, in bytes, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) kind: Kind,
    pub(crate) range: Range<usize>,
}

impl Rules {
    /// Every place that must be reworded, by start. Places that overlap become one, of the kind of the longest.
    pub(crate) fn scan(&self, text: &str) -> Vec<Place> {
        let densest = densest_digits(text);
        let open = self.gates.matches(text);
        let mut places = Vec::new();
        for rule in &self.rules {
            if rule.min <= densest && rule.gate.is_none_or(|gate| open.matched(gate)) {
                self.find(rule, text, &mut places);
            }
        }
        merged(places)
    }

    fn find(&self, rule: &Rule, text: &str, places: &mut Vec<Place>) {
        let mut groups = rule.at.capture_locations();
        let mut from = 0;
        while from <= text.len() && rule.at.captures_read_at(&mut groups, text, from).is_some() {
            let Some((start, end)) = groups.get(1) else { return };
            from = match self.judge(rule, text, start, end) {
                Some(range) => {
                    let next = range.end.max(start + 1);
                    places.push(Place { kind: rule.kind, range });
                    next
                }
                None => after_first(text, start),
            };
        }
    }

    /// The part of the place that counts, or none where the check or the context says no.
    fn judge(&self, rule: &Rule, text: &str, start: usize, end: usize) -> Option<Range<usize>> {
        let place = text.get(start..end)?;
        let start = start + rule.trim.as_ref().and_then(|trim| trim.find(place)).map_or(0, |cut| cut.end());
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
fn densest_digits(text: &str) -> usize {
    let (mut densest, mut run, mut gap) = (0, 0, 0);
    for byte in text.bytes() {
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

fn left_of(text: &str, start: usize, within: usize) -> &str {
    let head = text.get(..start).unwrap_or_default();
    let from = head.char_indices().rev().take(within).last().map_or(start, |(at, _)| at);
    head.get(from..).unwrap_or_default()
}

fn right_of(text: &str, end: usize, within: usize) -> &str {
    let tail = text.get(end..).unwrap_or_default();
    let to = tail.char_indices().nth(within).map_or(tail.len(), |(at, _)| at);
    tail.get(..to).unwrap_or_default()
}

fn after_first(text: &str, start: usize) -> usize {
    start + text.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}
#[cfg(test)]
mod tests {
    use super::{Rules, densest_digits};
    use crate::{GATES_JSON, RULES_JSON};

    #[derive(serde::Deserialize)]
    struct Cases {
        blocked: Vec<String>,
        clean: Vec<String>,
    }

    #[test]
    fn gates_change_no_finding() {
        let gated = Rules::read(RULES_JSON, GATES_JSON).unwrap();
        let open = Rules::read(RULES_JSON, "[]").unwrap();
        let cases: Cases = serde_json::from_str(include_str!("../rules/cases.json")).unwrap();
        let demo = include_str!("../../../fixtures/demo/generated-2024.csv").lines().map(str::to_owned);
        for text in cases.blocked.into_iter().chain(cases.clean).chain(demo.take(300)) {
            let text = text.replace(['⟦', '⟧'], " ");
            let text = gated.folding.normalise(&text);
            assert_eq!(gated.scan(text.text()), open.scan(text.text()), "{}", text.text());
        }
    }

    #[test]
    fn digits_stand_close_together_across_separators_but_not_across_words() {
        assert_eq!(densest_digits("+32 (0)477 12.34.56"), 12);
        assert_eq!(densest_digits("3 kinderen van 2, 5 en 9 jaar"), 2);
        assert_eq!(densest_digits(""), 0);
    }
}
