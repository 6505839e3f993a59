//! Signals that say the same thing meet, in one language and across languages, and it is said why.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use clustering::{Index, Lexicon, Text};
use model::Language;

fn text(text: &str) -> Text<'_> {
    Text { text, ..Text::default() }
}

fn index(texts: &[&str]) -> Index {
    let mut index = Index::new(Lexicon::own().unwrap());
    index.add_all(texts.iter().copied().map(text));
    index
}

const SIX: [&str; 6] = [
    "De medische kaart laat weken op zich wachten en de apotheek geeft intussen niets mee.",
    "La carte médicale met des semaines à arriver ; le pharmacien refuse de délivrer le traitement.",
    "De kinderen moeten elke ochtend de nachtopvang uit, ook als het regent.",
    "Chaque matin, les familles doivent quitter l’abri de nuit avec les enfants, même sous la pluie.",
    "De huisbaas verbiedt om zich op het adres in te schrijven.",
    "Le propriétaire interdit de se domicilier dans le logement.",
];

#[test]
fn a_dutch_and_a_french_signal_on_the_same_problem_find_each_other() {
    let index = index(&SIX);
    for pair in [(0, 1), (2, 3), (4, 5)] {
        assert_eq!(index.neighbours(pair.0, 1)[0].number, pair.1);
        assert_eq!(index.neighbours(pair.1, 1)[0].number, pair.0);
    }
    let why = &index.neighbours(0, 1)[0].why;
    assert!(why.concepts.contains(&"medical-card".to_owned()), "{why:?}");
    assert_eq!(index.lexicon().term("medical-card", Language::Fr), "carte médicale");
}

#[test]
fn the_proposal_puts_together_what_says_the_same() {
    let tagged = |text, domain| Text { text, domain, ..Text::default() };
    let mut index = Index::new(Lexicon::own().unwrap());
    index.add_all(
        SIX.iter()
            .zip(["health", "health", "housing", "housing", "residence", "residence"])
            .map(|(text, domain)| tagged(text, domain)),
    );
    assert_eq!(index.clusters().texts, [[0, 1], [2, 3], [4, 5]]);
    assert_eq!(index.clusters().of[&3], 1);
}

#[test]
fn a_text_with_nothing_in_common_has_no_neighbour_and_stands_alone() {
    let mut index = index(&SIX);
    let strange = index.add(&text("Zzyzx qwrt"));
    assert!(index.neighbours(strange, 10).is_empty());
    assert!(!index.clusters().of.contains_key(&strange));
    let silent = index.add(&text(""));
    assert!(index.neighbours(silent, 10).is_empty());
}

#[test]
fn what_is_asked_from_outside_is_answered_as_if_it_were_inside() {
    let index = index(&SIX);
    let asked = index.like(&text("Geen medische kaart, geen geneesmiddelen: wachten op het OCMW."), 2);
    let mut numbers: Vec<usize> = asked.iter().map(|near| near.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [0, 1]);
    assert_eq!(index.len(), SIX.len());
}

#[test]
fn a_shared_cause_domain_and_right_bring_texts_nearer_and_are_told() {
    let tagged =
        |text, right| Text { text, cause: "not-obtained", domain: "health", right, ..Text::default() };
    let mut index = Index::new(Lexicon::own().unwrap());
    index.add_all([
        tagged("Wachten op de dokter.", "medical-card"),
        tagged("Attendre le médecin.", "leefloon"),
        tagged("Attendre le médecin encore.", "medical-card"),
    ]);
    let near = index.neighbours(0, 2);
    assert_eq!(near[0].number, 2);
    assert_eq!(near[0].why.right.as_deref(), Some("medical-card"));
    assert_eq!(near[1].why.right, None);
    assert_eq!(near[1].why.cause.as_deref(), Some("not-obtained"));
}

#[test]
fn that_nobody_chose_a_tag_is_nothing_in_common() {
    let mut index = Index::new(Lexicon::own().unwrap());
    let unknown = |text| Text { text, cause: "unknown", ..Text::default() };
    index.add_all([unknown("abcde"), unknown("fghij")]);
    assert!(index.neighbours(0, 1).is_empty());
}

#[test]
fn the_parts_of_a_dutch_compound_are_understood() {
    let index = index(&["De schimmelmuur.", "Le mur et la moisissure.", "Les légumes."]);
    let near = &index.neighbours(0, 1)[0];
    assert_eq!(near.number, 1);
    assert!(near.why.concepts.contains(&"e-wall".to_owned()), "{:?}", near.why);
    assert!(near.why.concepts.contains(&"e-mould".to_owned()), "{:?}", near.why);
}

#[test]
fn a_word_that_every_text_has_is_no_term_of_another_language() {
    let lexicon = Lexicon::own().unwrap();
    let named = |language, text| lexicon.named_in(Some(language), text);
    assert!(named(Language::En, "The van.").contains("e-car"));
    assert!(named(Language::Nl, "Het adres van de ouders.").contains("e-address"));
    assert!(!named(Language::Nl, "Het adres van de ouders.").contains("e-car"));
    assert!(!named(Language::Fr, "Il attend, car le guichet est fermé.").contains("e-car"));
    // Workers mix languages all the same.
    assert!(named(Language::Nl, "De huisbaas wil geen garantie locative.").contains("rental-deposit"));
}

#[test]
fn a_word_with_one_letter_wrong_is_understood() {
    let index = index(&["L’hébergement.", "Les légumes.", "Le train."]);
    let english = |text| Text { text, language: Some(Language::En), ..Text::default() };
    for misspelt in ["accomodation", "acommodation", "accommodatoin", "accommodatiom", "accommmodation"] {
        assert_eq!(index.like(&english(misspelt), 1)[0].number, 0, "{misspelt}");
    }
    assert!(index.like(&english("acomodation"), 1).is_empty(), "two letters wrong is another word");
}

#[test]
fn the_labelled_signals_of_the_half_that_was_looked_at_find_their_own_problem() {
    // The half on which weights were chosen: this only notices when something breaks. README.md of the comparison has
    // the figures that count.
    let table = include_str!("../../testkit/comparisons/clustering/labelled-a.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let mut index = Index::new(Lexicon::own().unwrap());
    index.add_all(rows.iter().map(|row| Text {
        text: &row[3],
        language: Language::parse(&row[2]).ok(),
        cause: &row[4],
        domain: &row[5],
        right: &row[6],
    }));
    let (mut found, mut asked) = (0, 0);
    for (number, row) in rows.iter().enumerate().step_by(10) {
        let across = index.neighbours(number, 60).into_iter().filter(|near| rows[near.number][2] != row[2]);
        for near in across.take(5) {
            asked += 1;
            found += usize::from(rows[near.number][1] == row[1]);
            assert_ne!(near.why, clustering::Why::default(), "a neighbour without a reason");
        }
    }
    assert_eq!(asked, 5 * rows.len().div_ceil(10));
    assert!(found * 100 >= asked * 80, "{found} of {asked}");
}

#[test]
fn what_more_than_a_tenth_of_many_texts_say_is_no_reason_unless_it_is_the_only_one() {
    // Thirty-nine texts have the word, each with a word of its own; two share another one besides.
    let own = |number: u8| {
        let letter = |by: u8| char::from(b'a' + number / by % 6);
        format!("Het zomerkamp kost geld voor qu{}{}x.", letter(1), letter(6))
    };
    let mut texts: Vec<String> = (0..36).map(own).collect();
    texts.push("Het zomerkamp vraagt een voorschot aan vrijwilligers.".to_owned());
    texts.push("Een voorschot voor het zomerkamp haalt niemand.".to_owned());
    texts.push("Het zomerkamp.".to_owned());
    let index = index(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let shared = |number: usize, other: usize| {
        let near = index.neighbours(number, texts.len()).into_iter().find(|near| near.number == other);
        near.unwrap().why.words
    };
    assert_eq!(shared(36, 37), ["voorschot"], "the word of all is left out");
    assert_eq!(shared(38, 36), ["zomerkamp"], "a neighbour is never without a reason");
}
