//! What holds for any texts: order and history do not matter, every neighbour has a reason, nothing breaks it.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use clustering::{Index, Lexicon, Text, Why};
use proptest::prelude::*;

/// Words of three languages, some of them terms, from which texts are made.
const WORDS: [&str; 24] = [
    "OCMW",
    "CPAS",
    "wachtlijst",
    "liste d’attente",
    "kinderen",
    "enfants",
    "school",
    "école",
    "nachtopvang",
    "abri",
    "brief",
    "lettre",
    "niemand",
    "xyzzy",
    "plugh",
    "medische kaart",
    "carte médicale",
    "huisbaas",
    "propriétaire",
    "schimmel",
    "damp",
    "interpreter",
    "tolk",
    "expulsion",
];
const CAUSES: [&str; 4] = ["", "unknown", "not-obtained", "exclusion"];
const DOMAINS: [&str; 3] = ["", "housing", "health"];

/// Reading the lexicon takes longest; an index needs one of its own, and gets it from a table that is small.
static SMALL: LazyLock<(String, String)> = LazyLock::new(|| {
    let keep = |table: &str, every: usize| {
        let lines = table.lines().enumerate().filter(|(at, line)| {
            *at == 0
                || at % every == 0
                || WORDS.iter().any(|word| line.to_lowercase().contains(&word.to_lowercase()))
        });
        lines.map(|(_, line)| format!("{line}\n")).collect::<String>()
    };
    (keep(include_str!("../lexicon/concepts.csv"), 20), keep(include_str!("../lexicon/everyday.csv"), 20))
});

fn empty() -> Index {
    let mut lexicon = Lexicon::parse(&SMALL.0).unwrap();
    lexicon.extend(&SMALL.1).unwrap();
    lexicon
        .extend_themes("theme,language,text\nwaiting,nl,wachtlijst OCMW\nshelter,fr,abri de nuit enfants\n")
        .unwrap();
    Index::new(lexicon)
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Made {
    text: String,
    cause: &'static str,
    domain: &'static str,
}

impl Made {
    fn text(&self) -> Text<'_> {
        Text { text: &self.text, cause: self.cause, domain: self.domain, ..Text::default() }
    }
}

fn made() -> impl Strategy<Value = Made> {
    let words = prop::collection::vec(prop::sample::select(&WORDS[..]), 0..8);
    let tags = (prop::sample::select(&CAUSES[..]), prop::sample::select(&DOMAINS[..]));
    (words, tags).prop_map(|(words, (cause, domain))| Made { text: words.join(" "), cause, domain })
}

/// Different texts, in an order by chance.
fn several(many: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Made>> {
    prop::collection::btree_set(made(), many)
        .prop_map(|set| set.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
}

/// What an index answers about each text, by what the texts say.
fn answers(index: &Index, texts: &[(usize, &Made)]) -> BTreeSet<String> {
    let said = |number: usize| texts.iter().find(|(known, _)| *known == number).unwrap().1;
    let mut answers = BTreeSet::new();
    for (number, text) in texts {
        let near = index.neighbours(*number, 10);
        let near: Vec<_> =
            near.iter().map(|near| (said(near.number), near.score.to_bits(), near.why.clone())).collect();
        answers.insert(format!(
            "{text:?} {:?}",
            near.iter().map(|(text, score, _)| (text, score)).collect::<Vec<_>>()
        ));
    }
    for cluster in index.clusters().texts {
        let cluster: BTreeSet<_> = cluster.into_iter().map(said).collect();
        answers.insert(format!("{cluster:?}"));
    }
    answers
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_in_which_texts_come_does_not_matter(texts in several(1..25), cut in 0_usize..25) {
        let mut one = empty();
        let numbers = one.add_all(texts.iter().map(Made::text));
        let one_by_one: Vec<(usize, &Made)> = numbers.zip(&texts).collect();
        let mut other = empty();
        let (first, last) = texts.split_at(cut.min(texts.len()));
        let mut numbered: Vec<(usize, &Made)> = Vec::new();
        for text in last {
            numbered.push((other.add(&text.text()), text));
        }
        let numbers = other.add_all(first.iter().map(Made::text));
        numbered.extend(numbers.zip(first));
        prop_assert_eq!(answers(&one, &one_by_one), answers(&other, &numbered));
    }

    #[test]
    fn what_was_added_and_taken_away_leaves_no_trace(texts in several(1..20), guests in several(1..12)) {
        let mut index = empty();
        let numbers = index.add_all(texts.iter().map(Made::text));
        let texts: Vec<(usize, &Made)> = numbers.zip(&texts).collect();
        let before = answers(&index, &texts);
        let taken: Vec<usize> = guests.iter().map(|guest| index.add(&guest.text())).collect();
        prop_assert_eq!(index.len(), texts.len() + guests.len());
        for number in taken {
            index.remove(number);
            // Twice is as good as once.
            index.remove(number);
        }
        prop_assert_eq!(index.len(), texts.len());
        prop_assert_eq!(before, answers(&index, &texts));
    }

    #[test]
    fn every_neighbour_has_a_reason_and_a_score_between_nought_and_one(texts in several(1..25)) {
        let mut index = empty();
        for number in index.add_all(texts.iter().map(Made::text)) {
            let near = index.neighbours(number, 60);
            for near in &near {
                prop_assert_ne!(&near.why, &Why::default());
                prop_assert!(near.score > 0.0 && near.score <= 1.0, "{}", near.score);
                prop_assert_ne!(near.number, number);
            }
            prop_assert!(near.windows(2).all(|pair| pair[0].score >= pair[1].score));
        }
    }

    #[test]
    fn no_text_breaks_it(hostile in prop::collection::vec(any::<String>(), 1..6), tag in any::<String>()) {
        let mut index = empty();
        let text = |text| Text { text, cause: &tag, domain: &tag, right: &tag, ..Text::default() };
        index.add_all(hostile.iter().map(|hostile| text(hostile)));
        for hostile in &hostile {
            index.like(&text(hostile), 3);
        }
        index.clusters();
        index.remove(0);
        index.remove(usize::MAX);
        prop_assert_eq!(index.len(), hostile.len() - 1);
    }

    #[test]
    fn no_table_breaks_the_lexicon(table in any::<String>(), cell in "[^\"\r\n]{0,30}") {
        // Whatever comes of it, nothing stops.
        let _ = Lexicon::parse(&table);
        let _ = Lexicon::parse(&format!("concept,group,nl,fr,en\na,b,{cell},{cell},\n"));
        let mut lexicon = Lexicon::default();
        let _ = lexicon.extend_themes(&format!("theme,language,text\na,nl,{cell}\n"));
    }
}

#[test]
fn very_long_and_very_strange_texts_are_read() {
    let mut index = empty();
    let long = "wachtlijst ".repeat(50_000);
    let word = "a".repeat(200_000);
    let marks = "\u{301}".repeat(1_000);
    let numbers = index.add_all(
        [&*long, &word, &marks, "𝔬𝔠𝔪𝔴 ＯＣＭＷ", "\0\u{202e}\u{feff}"]
            .map(|text| Text { text, ..Text::default() }),
    );
    assert_eq!(numbers, 0..5);
    // Letters of another form are the same letters.
    assert!(!index.like(&Text { text: "OCMW", ..Text::default() }, 5).is_empty());
}
