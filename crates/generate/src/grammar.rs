//! What a generated signal says, in one of three languages.
//!
//! A file per language holds templates, a line each: `# KEY` opens a problem, `h` is a headline, `s` what is
//! seen, `o` the obstacle, `e` the effect. Under `# *` stand those that fit every problem: `p` openings, `c`
//! closings, and one kind of note for each thing that may have been tried. `[a|b]` is one of the alternatives.

use std::collections::BTreeMap;

use model::{Language, Tried, limits};
use rand_chacha::ChaCha8Rng;

use crate::chance::{happens, one};
use crate::problems::SPECS;

/// The texts of one signal.
pub(crate) struct Texts {
    pub headline: String,
    pub problem: String,
    pub impact: String,
    pub tried_note: String,
}

/// The templates of every language.
pub(crate) struct Grammar {
    pools: Vec<Pool>,
}

struct Pool {
    common: Kinds,
    problems: Vec<Kinds>,
}

type Kinds = BTreeMap<&'static str, Vec<Template>>;

/// Fixed pieces and pieces to choose from, in turn.
struct Template(Vec<Vec<&'static str>>);

/// A problem shorter than this, in characters, gets a sentence more.
const SHORT: usize = 140;

const SOURCES: [(Language, &str); 3] = [
    (Language::Nl, include_str!("texts/nl.txt")),
    (Language::Fr, include_str!("texts/fr.txt")),
    (Language::En, include_str!("texts/en.txt")),
];

impl Grammar {
    pub(crate) fn new() -> Self {
        let pools = Language::ALL.iter().map(|language| {
            let source = SOURCES.iter().find(|(of, _)| of == language).map_or("", |(_, source)| source);
            Pool::read(source)
        });
        Self { pools: pools.collect() }
    }

    /// The texts of a signal about problem number `problem`.
    pub(crate) fn texts(
        &self,
        rng: &mut ChaCha8Rng,
        language: Language,
        problem: usize,
        tried: &[Tried],
    ) -> Texts {
        let at = Language::ALL.iter().position(|of| *of == language).unwrap_or(0);
        let mut texts = Texts {
            headline: String::with_capacity(limits::HEADLINE),
            problem: String::with_capacity(500),
            impact: String::with_capacity(240),
            tried_note: String::new(),
        };
        let Some((pool, own)) = self.pools.get(at).and_then(|pool| Some((pool, pool.problems.get(problem)?)))
        else {
            return texts;
        };
        say(rng, own, "h", &mut texts.headline);
        let opened = happens(rng, 60);
        if opened {
            say(rng, &pool.common, "p", &mut texts.problem);
        }
        let seen = own.get("s").map_or(&[][..], Vec::as_slice);
        let first = one(rng, seen);
        let second = one(rng, seen).filter(|second| first.is_some_and(|first| !std::ptr::eq(first, *second)));
        for template in first.into_iter().chain(second.filter(|_| happens(rng, 70))) {
            template.say(rng, &mut texts.problem);
        }
        say(rng, own, "o", &mut texts.problem);
        if !opened && is_short(&texts.problem) {
            let mut longer = String::with_capacity(500);
            say(rng, &pool.common, "p", &mut longer);
            longer.push(' ');
            longer.push_str(&texts.problem);
            texts.problem = longer;
        }
        if is_short(&texts.problem) {
            say(rng, &pool.common, "c", &mut texts.problem);
        }
        if is_short(&texts.problem)
            && let Some(other) =
                seen.iter().find(|other| first.is_some_and(|first| !std::ptr::eq(first, *other)))
        {
            other.say(rng, &mut texts.problem);
        }
        if happens(rng, 85) {
            say(rng, own, "e", &mut texts.impact);
            if happens(rng, 50) {
                say(rng, &pool.common, "c", &mut texts.impact);
            }
        }
        if let Some(tried) = tried.first()
            && happens(rng, 60)
        {
            say(rng, &pool.common, note_kind(*tried), &mut texts.tried_note);
        }
        texts
    }
}

fn is_short(text: &str) -> bool {
    text.chars().count() < SHORT
}

const fn note_kind(tried: Tried) -> &'static str {
    match tried {
        Tried::AskedService => "asked",
        Tried::RaisedInternally => "raised",
        Tried::Referred => "referred",
        Tried::NothingPossible => "nothing",
    }
}

fn say(rng: &mut ChaCha8Rng, kinds: &Kinds, kind: &str, text: &mut String) {
    if let Some(template) = kinds.get(kind).and_then(|templates| one(rng, templates)) {
        template.say(rng, text);
    }
}

impl Pool {
    fn read(source: &'static str) -> Self {
        let mut common = Kinds::new();
        let mut problems: Vec<Kinds> = SPECS.iter().map(|_| Kinds::new()).collect();
        let mut at = None;
        for line in source.lines() {
            let Some((kind, words)) = line.split_once(' ') else { continue };
            if kind == "#" {
                at = SPECS.iter().position(|spec| spec.key == words);
                continue;
            }
            let kinds = match at {
                Some(at) => problems.get_mut(at),
                None => Some(&mut common),
            };
            if let Some(kinds) = kinds {
                kinds.entry(kind).or_default().push(Template::read(words));
            }
        }
        Self { common, problems }
    }
}

impl Template {
    fn read(words: &'static str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('[') {
            pieces.push(vec![before]);
            let (choices, after) = after.split_once(']').unwrap_or((after, ""));
            pieces.push(choices.split('|').collect());
            rest = after;
        }
        pieces.push(vec![rest]);
        Self(pieces)
    }

    fn say(&self, rng: &mut ChaCha8Rng, text: &mut String) {
        if !text.is_empty() {
            text.push(' ');
        }
        for piece in &self.0 {
            let words = if piece.len() == 1 { piece.first() } else { one(rng, piece) };
            text.push_str(words.copied().unwrap_or(""));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn longest(template: &Template) -> usize {
        template.0.iter().filter_map(|piece| piece.iter().map(|words| words.chars().count()).max()).sum()
    }

    fn ways(template: &Template) -> usize {
        template.0.iter().map(Vec::len).product()
    }

    #[test]
    fn every_problem_has_something_to_say_in_every_language() {
        for (language, pool) in Language::ALL.iter().zip(Grammar::new().pools) {
            for (spec, kinds) in SPECS.iter().zip(&pool.problems) {
                for kind in ["h", "s", "o", "e"] {
                    let count = kinds.get(kind).map_or(0, Vec::len);
                    assert!(count >= 2, "{language} {} {kind}: {count}", spec.key);
                }
                let total = |kind: &str| kinds[kind].iter().map(ways).sum::<usize>();
                let openings: usize = pool.common["p"].iter().map(ways).sum();
                let texts = openings * total("s") * total("o");
                assert!(texts >= 2_000, "{language} {}: {texts}", spec.key);
            }
            for kind in ["p", "c", "asked", "raised", "referred", "nothing"] {
                assert!(
                    pool.common.get(kind).is_some_and(|templates| templates.len() >= 2),
                    "{language} {kind}"
                );
            }
        }
    }

    #[test]
    fn every_file_names_only_problems_that_exist() {
        for (_, source) in SOURCES {
            for key in source.lines().filter_map(|line| line.strip_prefix("# ")) {
                assert!(key == "*" || SPECS.iter().any(|spec| spec.key == key), "{key}");
            }
        }
    }

    #[test]
    fn no_headline_is_longer_than_a_headline_may_be() {
        for pool in Grammar::new().pools {
            for template in pool.problems.iter().flat_map(|kinds| &kinds["h"]) {
                assert!(longest(template) <= limits::HEADLINE, "{:?}", template.0);
            }
        }
    }

    #[test]
    fn every_sentence_starts_with_a_capital_and_ends_with_a_full_stop() {
        for pool in Grammar::new().pools {
            for (kind, template) in pool.problems.iter().chain([&pool.common]).flat_map(|kinds| {
                kinds
                    .iter()
                    .flat_map(|(kind, templates)| templates.iter().map(move |template| (*kind, template)))
            }) {
                let starts =
                    template.0.iter().find(|piece| piece.iter().any(|words| !words.is_empty())).unwrap();
                assert!(
                    starts.iter().all(|words| words.chars().next().is_some_and(char::is_uppercase)),
                    "{:?}",
                    template.0
                );
                let flat = template.0.concat().concat();
                assert!(!flat.contains("  ") && !flat.contains(" .") && !flat.contains(" ,"), "{flat}");
                let ends = template.0.last().and_then(|piece| piece.first()).unwrap();
                assert_eq!(ends.ends_with('.'), kind != "h", "{kind} {:?}", template.0);
            }
        }
    }

    #[test]
    fn brackets_are_closed_and_never_nested() {
        for (_, source) in SOURCES {
            for line in source.lines() {
                let mut open = false;
                for character in line.chars() {
                    match character {
                        '[' => assert!(!std::mem::replace(&mut open, true), "{line}"),
                        ']' => assert!(std::mem::replace(&mut open, false), "{line}"),
                        '|' => assert!(open, "{line}"),
                        _ => {}
                    }
                }
                assert!(!open, "{line}");
            }
        }
    }
}
