//! The tables of the lexicon: what may stand in them, what is refused and how, and that the project's own keep the rules.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::collections::{BTreeMap, BTreeSet};

use clustering::{BrokenLexicon, Index, Lexicon, Text};
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
