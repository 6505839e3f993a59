//! Recall and false marks on our own sentences, and exact spans.

use std::collections::BTreeMap;

use model::Language;

use super::Names;

const CARRIERS: &str = include_str!("tests/carriers.txt");
const PEOPLE: &str = include_str!("tests/people.txt");
const CLEAN: &str = include_str!("tests/clean.txt");
const EXACT: &str = include_str!("tests/exact.txt");

/// Lines of "language: text".
fn texts(file: &str) -> impl Iterator<Item = (Language, &str)> {
    file.lines().filter_map(|line| line.split_once(": ")).map(|(code, text)| {
        let language = match code {
            "nl" => Language::Nl,
            "fr" => Language::Fr,
            "en" => Language::En,
            other => panic!("{other} is no language"),
        };
        (language, text)
    })
}

#[test]
fn names_of_every_origin_are_found_whole_in_every_language() {
    let names = Names::new();
    let mut found: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let mut missed = Vec::new();
    for (origin, people) in PEOPLE.lines().filter_map(|line| line.split_once(": ")) {
        for name in people.split("; ") {
            for (language, carrier) in texts(CARRIERS) {
                let text = carrier.replace("{}", name);
                let start = carrier.find("{}").expect("a carrier holds a place");
                let whole = names
                    .find(&text, Some(language))
                    .iter()
                    .any(|range| range.start <= start && start + name.len() <= range.end);
                if !whole {
                    missed.push(text);
                }
                for key in [origin.to_owned(), format!("{language:?}")] {
                    let (hits, all) = found.entry(key).or_default();
                    *hits += u32::from(whole);
                    *all += 1;
                }
            }
        }
    }
    for (key, (hits, all)) in &found {
        assert!(f64::from(*hits) >= 0.98 * f64::from(*all), "{key}: {hits} of {all}; missed {missed:#?}");
    }
}

#[test]
fn texts_without_a_name_are_left_alone() {
    let names = Names::new();
    for (language, text) in texts(CLEAN) {
        for asked in [Some(language), None] {
            let marked: Vec<&str> = names.find(text, asked).into_iter().map(|range| &text[range]).collect();
            assert!(marked.is_empty(), "{marked:?} in {text}");
        }
    }
}

#[test]
fn a_span_is_the_name_without_title_or_possessive() {
    let names = Names::new();
    let mut wrong = Vec::new();
    for (language, bracketed) in texts(EXACT) {
        let text = bracketed.replace(['[', ']'], "");
        let wanted: Vec<&str> = bracketed
            .split('[')
            .skip(1)
            .filter_map(|rest| rest.split_once(']'))
            .map(|(name, _)| name)
            .collect();
        let marked: Vec<&str> =
            names.find(&text, Some(language)).into_iter().map(|range| &text[range]).collect();
        if marked != wanted {
            wrong.push(format!("{marked:?} in {bracketed}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_institution_or_a_street_keeps_its_name() {
    let names = Names::new();
    for text in [
        "De Emile Bockstaellaan is afgesloten.",
        "Elle dort près de la rue Marie-Christine et du parc Josaphat.",
        "Het gebouw van Tamtam vzw staat leeg.",
        "L’institut Jules Bordet demande une avance.",
    ] {
        assert!(names.find(text, None).is_empty(), "{text}");
    }
}

#[test]
fn hostile_texts_are_read_to_their_end() {
    let names = Names::new();
    for piece in ["A", "A. ", "De ", "'", "-", "a-", "N'", "Ahmed van de ", "é", "Ț", "\u{301}", "١", "M. "]
    {
        let text = piece.repeat(5_000);
        let mut end = 0;
        for range in names.find(&text, None) {
            assert!(range.start >= end && range.start < range.end, "{piece}");
            assert!(text.get(range.clone()).is_some(), "{piece}");
            end = range.end;
        }
    }
}
