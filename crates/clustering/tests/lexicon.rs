//! The tables of the lexicon: what may stand in them, what is refused and how, and that the project's own keep the rules.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::collections::{BTreeMap, BTreeSet};

use clustering::{BrokenLexicon, Index, Lexicon, NetworkWord, Text, WrongTerm, owned_term};
use model::Language;

const HEADER: &str = "concept,group,nl,fr,en\n";

fn broken(table: &str) -> BrokenLexicon {
    Lexicon::parse(table).err().unwrap()
}

#[test]
fn a_broken_table_says_the_line_and_what_is_wrong() {
    assert_eq!(broken("code,nl\n").line, 1);
    assert!(broken("code,nl\n").what.contains("concept,group,nl,fr,en"));
    for (row, what) in [
        ("Bad Code,right,a,b,c", "small letters"),
        ("empty,right,,,", "without terms"),
        ("stars,right,een ster* in een zin,b,c", "star"),
        ("stars,right,*st*,b,c", "star"),
        ("letters,right,…,b,c", "without a letter"),
        ("short,right,a", "five cells"),
    ] {
        let broken = broken(&format!("{HEADER}good,right,goed,bon,good\n{row}\n"));
        assert_eq!(broken.line, 3, "{row}");
        assert!(broken.to_string().contains(what) || what == "five cells", "{row}: {broken}");
    }
    let mut lexicon = Lexicon::parse(&format!("{HEADER}good,right,goed,bon,good\n")).unwrap();
    assert!(
        lexicon.extend_themes("theme,language,text\na,de,goed\n").unwrap_err().what.contains("nl, fr or en")
    );
    assert_eq!(lexicon.extend_themes("theme,language,text\na,nl,goed\nb,nl,iets\n").unwrap_err().line, 3);
}

#[test]
fn of_a_broken_table_nothing_is_added() {
    let mut lexicon = Lexicon::default();
    lexicon.extend(&format!("{HEADER}good,right,goed,bon,good\nBad,right,a,b,c\n")).unwrap_err();
    assert!(lexicon.is_empty());
}

#[test]
fn a_table_of_coordinators_adds_concepts_and_terms() {
    let mut lexicon = Lexicon::own().unwrap();
    let before = lexicon.len();
    lexicon.extend(&format!("{HEADER}zwijn-project,procedure,zwijnproject,projet sanglier,\nmedical-card,document,zorgpasje,,\n")).unwrap();
    assert_eq!(lexicon.len(), before + 1);
    let mut index = Index::new(lexicon);
    let text = |text| Text { text, ..Text::default() };
    index.add_all(["Het zwijnproject stopt.", "La fin du projet sanglier.", "Le train."].map(text));
    assert_eq!(index.neighbours(0, 1)[0].number, 1);
    let near = index.like(&text("Het zorgpasje"), 1);
    assert!(near.is_empty(), "nobody spoke of it yet");
    index.add(&text("Sa carte médicale."));
    assert_eq!(index.like(&text("Het zorgpasje"), 1)[0].why.concepts, ["medical-card"]);
}

#[test]
fn the_file_of_a_spreadsheet_with_a_mark_and_other_line_ends_is_read() {
    let table = "\u{feff}concept,group,nl,fr,en\r\ngood,right,\"goed, beter\",bon,good\r\n";
    let lexicon = Lexicon::parse(table).unwrap();
    assert_eq!(lexicon.term("good", Language::Nl), "goed, beter");
    assert_eq!(lexicon.term("good", Language::Fr), "bon");
    assert_eq!(lexicon.term("nothing", Language::Fr), "nothing");
}

#[test]
fn the_tables_of_the_project_keep_the_rules_of_their_readme() {
    let groups: BTreeSet<&str> =
        "actor right document place procedure obstacle digital money housing energy health education \
        childcare family violence work residence language situation feeling"
            .split_whitespace()
            .collect();
    let mut codes = BTreeSet::new();
    for (table, everyday) in
        [(include_str!("../lexicon/concepts.csv"), false), (include_str!("../lexicon/everyday.csv"), true)]
    {
        let mut terms: BTreeMap<(usize, String), String> = BTreeMap::new();
        for row in csv::Reader::from_reader(table.as_bytes()).records() {
            let row = row.unwrap();
            assert!(codes.insert(row[0].to_owned()), "{} stands twice", &row[0]);
            assert!(if everyday { &row[1] == "everyday" } else { groups.contains(&row[1]) }, "{}", &row[0]);
            for (column, cell) in row.iter().enumerate().skip(2) {
                assert!(!cell.is_empty() || column == 4, "{}", &row[0]);
                for term in cell.split('|').filter(|term| !term.is_empty()) {
                    assert_eq!((term.trim(), term.to_lowercase().as_str()), (term, term), "{}", &row[0]);
                    let other = terms.insert((column, term.to_owned()), row[0].to_owned());
                    // An everyday word may have several meanings; a term of the field has one.
                    assert!(everyday || other.is_none(), "{term}: {} and {other:?}", &row[0]);
                }
            }
        }
    }
    assert!(codes.len() > 1_000);
}

fn word(concept: &str, language: Language, word: &str, is_off: bool) -> NetworkWord {
    NetworkWord { concept: concept.to_owned(), language, word: word.to_owned(), is_off }
}

#[test]
fn the_words_of_a_network_bring_texts_together_and_those_it_switched_off_do_not() {
    let texts = [(Language::Nl, "Het zorgpasje blijft uit."), (Language::Fr, "La carte médicale tarde.")];
    let shared = |lexicon: &Lexicon| {
        let [one, other] = texts.map(|(language, text)| lexicon.named_in(Some(language), text));
        one.intersection(&other).cloned().collect::<Vec<_>>()
    };
    assert_eq!(shared(&Lexicon::own().unwrap()), Vec::<String>::new());
    let added = word("medical-card", Language::Nl, "zorgpasje", false);
    assert_eq!(shared(&Lexicon::of_network([added.clone()]).unwrap()), ["medical-card"]);
    let off = word("medical-card", Language::Fr, "carte médicale", true);
    let lexicon = Lexicon::of_network([added, off]).unwrap();
    assert_eq!(shared(&lexicon), Vec::<String>::new());
    let concept = lexicon.concept("medical-card").unwrap();
    assert!(!concept.terms(Language::Fr).contains(&"carte médicale".to_owned()));
    assert_eq!(concept.usual(Language::Nl), Some("medische kaart"), "what was added stands behind");
}

#[test]
fn a_concept_of_a_network_is_one_of_the_field_and_has_its_terms() {
    let own = [
        word("own-1", Language::Nl, "zwijnproject", false),
        word("own-1", Language::Fr, "projet sanglier", false),
    ];
    let lexicon = Lexicon::of_network(own).unwrap();
    assert_eq!(lexicon.len(), Lexicon::own().unwrap().len() + 1);
    assert_eq!(lexicon.concept("own-1").unwrap().group(), clustering::OF_NETWORK);
    assert!(lexicon.named_in(None, "La fin du projet sanglier.").contains("own-1"));
    assert!(lexicon.named_in(None, "Het zwijnproject stopt.").contains("own-1"));
    // Of what a network wrote nothing may break the pages: what is no term is left out.
    let broken = Lexicon::of_network([word("own-2", Language::Nl, "st*er", false)]).unwrap();
    assert!(broken.concept("own-2").is_none());
}

#[test]
fn a_network_that_switches_off_every_word_of_a_theme_still_has_a_lexicon() {
    let own = Lexicon::own().unwrap();
    let off = own.concepts().iter().take(400).flat_map(|concept| {
        Language::ALL.iter().flat_map(|language| {
            concept.terms(*language).iter().map(|term| word(concept.code(), *language, term, true))
        })
    });
    let lexicon = Lexicon::of_network(off).unwrap();
    assert_eq!(lexicon.len(), own.len());
    assert_eq!(lexicon.term("cpas", Language::Nl), "cpas", "its code, where no word is left");
}

#[test]
fn what_is_typed_becomes_a_term_or_says_why_not() {
    let nl = |typed: &str| owned_term(Language::Nl, typed);
    assert_eq!(nl("  Zorg  Pasje’s "), Ok("zorg pasje's".to_owned()));
    assert_eq!(nl("Zorgpas*"), Ok("zorgpas*".to_owned()));
    assert_eq!(nl("…"), Err(WrongTerm::Empty));
    assert_eq!(nl("zorg*"), Err(WrongTerm::Star));
    assert_eq!(nl("een zorgpas*"), Err(WrongTerm::Star));
    assert_eq!(nl("niet de"), Err(WrongTerm::Common));
    assert_eq!(nl(&"pas ".repeat(20)), Err(WrongTerm::Long));
    assert_eq!(nl("pas|kaart"), Err(WrongTerm::Long));
}

#[test]
fn a_concept_is_found_by_any_of_its_terms_the_exact_one_first() {
    let lexicon = Lexicon::own().unwrap();
    let codes = |typed| lexicon.search(typed).iter().map(|concept| concept.code()).collect::<Vec<_>>();
    assert_eq!(codes("CARTE MEDICALE")[0], "medical-card");
    assert_eq!(codes("ocmw")[0], "cpas");
    assert!(codes("medisch").contains(&"medical-card"));
    assert!(codes("…").is_empty());
    let having = |language, term| {
        lexicon.having(language, term).iter().map(|concept| concept.code()).collect::<Vec<_>>()
    };
    assert_eq!(having(Language::Nl, "medische kaarten")[0], "medical-card");
    assert!(having(Language::Fr, "zorgpasje").is_empty());
}
