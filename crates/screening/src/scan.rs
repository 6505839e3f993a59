//! Runs the blocked rules over a normalised text.

use std::ops::Range;

use crate::finding::Kind;
use crate::gates::Open;
use crate::image::places;
use crate::rules::{Rule, Rules};

/// A place in the normalised text, in characters, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) kind: Kind,
    pub(crate) range: Range<usize>,
}

impl Rules {
    /// Every place that must be reworded, by start. Places that overlap become one, of the kind of the longest.
    pub(crate) fn scan(&self, text: &[u8], open: &Open) -> Vec<Place> {
        let clusters = clusters(text);
        let densest = clusters.iter().map(|cluster| cluster.digits).max().unwrap_or(0);
        let mut places = Vec::new();
        for rule in &self.rules {
            if rule.min > densest || !open.any(rule.gates) {
                continue;
            }
            let open = open.windows(rule.gates);
            if rule.min < DENSE {
                for window in open.iter() {
                    self.find(rule, text, window.clone(), &mut places);
                }
            } else {
                for window in windows(&clusters, rule.min, rule.digits, &open, text.len()) {
                    self.find(rule, text, window, &mut places);
                }
            }
        }
        merged(places)
    }

    /// Every place that this rule finds within a window of the text; what it looks at around a place may lie outside.
    fn find(&self, rule: &Rule, text: &[u8], window: Range<usize>, places: &mut Vec<Place>) {
        let mut from = window.start;
        while from <= window.end
            && let Some(Range { start, end }) = rule.at.place(text, from..window.end)
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
        if refused {
            return None;
        }
        let free = rule.before.is_none() && rule.after.is_none();
        let supported = free
            || rule.before.as_ref().is_some_and(|before| before.is_match(left))
            || rule.after.as_ref().is_some_and(|after| after.is_match(right));
        supported.then_some(start..end)
    }
}

/// Digits that stand close together: at most four characters apart, with no letter between.
#[derive(Debug, PartialEq, Eq)]
struct Cluster {
    range: Range<usize>,
    digits: usize,
}

/// A rule that asks for so many digits together matches nothing but these digits and a short label.
const DENSE: usize = 5;

fn clusters(text: &[u8]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let lettered = |between: &[u8]| between.iter().any(u8::is_ascii_alphabetic);
    for at in places(text, |byte| byte.is_ascii_digit()) {
        match clusters.last_mut() {
            Some(last) if at - last.range.end <= 4 && !text.get(last.range.end..at).is_some_and(lettered) => {
                last.range.end = at + 1;
                last.digits += 1;
            }
            _ => clusters.push(Cluster { range: at..at + 1, digits: 1 }),
        }
    }
    clusters
}

/// Where a rule that asks for many digits together can match, within what is open; no two windows overlap.
fn windows<'a>(
    clusters: &'a [Cluster],
    min: usize,
    [before, after]: [usize; 2],
    open: &'a [Range<usize>],
    length: usize,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let is_open = |range: &Range<usize>| {
        let first = open.partition_point(|window| window.end < range.start);
        open.get(first).is_some_and(|window| window.start <= range.end)
    };
    let dense = clusters.iter().filter(move |cluster| cluster.digits >= min && is_open(&cluster.range));
    let mut dense = dense.peekable();
    std::iter::from_fn(move || {
        let first = dense.next()?;
        let start = first.range.start.saturating_sub(before);
        let mut end = first.range.end + after;
        while let Some(next) = dense.next_if(|next| next.range.start <= end + before) {
            end = next.range.end + after;
        }
        Some(start..end.min(length))
    })
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
    use super::{Rules, clusters, windows};
    use crate::gates::{Gates, Open};
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
            let gated = rules.scan(&image, &gates.open(&image));
            assert_eq!(gated, rules.scan(&image, &Open::everything(image.len())), "{}", text.text());
        }
    }

    #[test]
    fn digits_stand_close_together_across_separators_but_not_across_words() {
        let most = |text: &[u8]| clusters(text).iter().map(|cluster| cluster.digits).max();
        assert_eq!(most(b"+32 (0)477 12.34.56"), Some(12));
        assert_eq!(most(b"3 kinderen van 2, 5 en 9 jaar"), Some(2));
        assert_eq!(most(b""), None);
    }

    #[test]
    fn windows_hold_what_stands_close_together_and_do_not_overlap() {
        let text = format!("12345{}123456{}1234567", "a".repeat(300), "a".repeat(100));
        let clusters = clusters(text.as_bytes());
        let whole = 0..text.len();
        let found = |min| {
            let pair = |window: super::Range<usize>| (window.start, window.end);
            windows(&clusters, min, [64, 64], std::slice::from_ref(&whole), text.len())
                .map(pair)
                .collect::<Vec<_>>()
        };
        assert_eq!(found(5), [(0, 69), (241, 418)]);
        assert_eq!(found(7), [(347, 418)]);
        assert_eq!(found(8), []);
    }
}
