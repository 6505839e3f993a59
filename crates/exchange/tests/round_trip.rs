//! What is exported is imported as the same signals.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod support;

use std::io::{Cursor, Read, Write};

use exchange::{CsvForm, RawRow, RowProblem, SignalFormat, write_signals};
use model::{
    Authority, Cause, CauseChoice, Code, Field, Language, Month, Place, RawSubmission, Recurrence,
    Submission, TargetGroup, Tried, limits,
};
use proptest::collection::btree_set;
use proptest::prelude::*;
use proptest::sample::select;
use support::{HEADER, ROW, lists, rows, screen, signals};

const FORMATS: [SignalFormat; 3] =
    [SignalFormat::Csv(CsvForm::Plain), SignalFormat::Csv(CsvForm::Spreadsheet), SignalFormat::Xlsx];

/// Any text up to `limit`, often one of those that spreadsheets, quotes and line ends make difficult.
fn text(limit: usize) -> impl Strategy<Value = String> {
    let hostile = select(vec![
        "=", "+", "-", "@", "'", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "|", "_x0041_", "_x005F_",
        "<b>", "&amp;", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "é", "€", "😀", "\u{202E}", "\u{2028}", " ",
        "aap",
    ]);
    prop_oneof!["\\PC{0,60}", proptest::collection::vec(hostile, 0..20).prop_map(|parts| parts.concat()),]
        .prop_map(move |text| text.chars().take(limit).collect())
}

fn codes<T: std::fmt::Display + Copy + std::fmt::Debug + 'static>(
    all: &'static [T],
) -> impl Strategy<Value = String> {
    proptest::sample::subsequence(all.to_vec(), 0..=all.len())
        .prop_map(|codes| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"))
}

prop_compose! {
    fn submission()(
        texts in (text(limits::REFERENCE), text(limits::HEADLINE), text(limits::PROBLEM), text(limits::IMPACT), text(limits::TRIED_NOTE), text(limits::SOURCE)),
        organisation in select(lists().organisations),
        month in 0..26i32,
        language in select(Language::ALL),
        tried in codes(Tried::ALL),
        cause in select(vec!["", "unknown", "exclusion", "not-known"]),
        other_causes in codes(&[Cause::NotRequested, Cause::NotObtained]),
        flags in (any::<bool>(), any::<bool>(), any::<bool>()),
        domains in btree_set(select(lists().domains.into_keys().collect::<Vec<_>>()), 1..4),
        right in proptest::option::of(select(lists().rights)),
        groups in codes(TargetGroup::ALL),
        places in btree_set(select(Place::all().collect::<Vec<_>>()), 1..4),
        authority in proptest::option::of(select(Authority::ALL)),
        recurrence in proptest::option::of(select(Recurrence::ALL)),
    ) -> Submission {
        let mut raw = RawSubmission::default();
        let yes_or_no = |value| if value { "yes" } else { "no" };
        let (reference, headline, problem, impact, tried_note, source) = texts;
        raw.set(Field::Reference, reference);
        raw.set(Field::Headline, headline);
        raw.set(Field::Problem, if problem.trim().is_empty() { "?".to_owned() } else { problem });
        raw.set(Field::Impact, impact);
        raw.set(Field::TriedNote, tried_note);
        raw.set(Field::Source, source);
        raw.set(Field::Organisation, organisation.to_string());
        raw.set(Field::Observed, Month::from_number(2024 * 12 + month).unwrap().to_string());
        raw.set(Field::Language, language.code());
        raw.set(Field::Tried, if tried.is_empty() { "referred".to_owned() } else { tried });
        raw.set(Field::Cause, cause);
        raw.set(Field::OtherCauses, other_causes);
        raw.set(Field::NeverEligible, yes_or_no(flags.0 && CauseChoice::parse(cause) == Ok(CauseChoice::Of(Cause::Exclusion))));
        raw.set(Field::NoMunicipality, yes_or_no(flags.1));
        raw.set(Field::Generated, yes_or_no(flags.2));
        let domains: Vec<String> = domains.iter().map(Code::to_string).collect();
        raw.set(Field::Domain, domains[0].clone());
        raw.set(Field::OtherDomains, domains[1..].join("|"));
        raw.set(Field::Right, right.map(|code| code.to_string()).unwrap_or_default());
        raw.set(Field::TargetGroups, groups);
        let places: Vec<String> = places.into_iter().map(Place::code).collect();
        raw.set(Field::Place, places[0].clone());
        raw.set(Field::OtherPlaces, places[1..].join("|"));
        raw.set(Field::Authority, authority.map(|code| code.code()).unwrap_or_default());
        raw.set(Field::Recurrence, recurrence.map(|code| code.code()).unwrap_or_default());
        Submission::check(&raw, &lists()).unwrap()
    }
}

fn points_at_nobody(signal: &Submission) -> bool {
    let texts = signal.texts().map(|(_, text)| text);
    let others = [signal.reference.as_deref().unwrap_or_default(), &signal.source];
    texts.into_iter().chain(others).all(|text| screen().blocked(text).is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_signals_survive_export_and_import(written in proptest::collection::vec(submission(), 1..5)) {
        // What points at somebody is refused on the way in, whoever wrote it.
        prop_assume!(written.iter().all(points_at_nobody));
        for format in FORMATS {
            let bytes = write_signals(format, Vec::new(), &written).unwrap();
            prop_assert_eq!(&signals(&bytes), &written, "{:?}", format);
        }
        let json = write_signals(SignalFormat::Json, Vec::new(), &written).unwrap();
        prop_assert_eq!(&serde_json::from_slice::<Vec<Submission>>(&json).unwrap(), &written);
    }

    #[test]
    fn no_bytes_whatever_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = rows(&bytes);
        let _ = rows(&[format!("{HEADER}\n{ROW}\n").as_bytes(), &bytes].concat());
    }

    #[test]
    fn no_damage_to_a_workbook_makes_reading_panic(at in 0usize..6000, byte: u8) {
        let mut bytes = write_signals(SignalFormat::Xlsx, Vec::new(), signals(format!("{HEADER}\n{ROW}\n").as_bytes())).unwrap();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = rows(&bytes);
    }

    #[test]
    fn no_damage_within_a_workbook_makes_reading_panic(part in 0usize..32, at in 0usize..6000, byte: u8) {
        let _ = rows(&damaged_part(part, at, byte));
    }
}

/// The workbook of one row, with one byte of one of its parts replaced: the archive itself is sound, so that what
/// reads the XML meets the damage.
fn damaged_part(part: usize, at: usize, byte: u8) -> Vec<u8> {
    let signals = signals(format!("{HEADER}\n{ROW}\n").as_bytes());
    let whole = write_signals(SignalFormat::Xlsx, Vec::new(), signals).unwrap();
    let mut from = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let part = part % from.len();
    for index in 0..from.len() {
        let mut entry = from.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if index == part {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        to.start_file(entry.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(&bytes).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn a_formula_reaches_no_cell_of_an_export() {
    let text = format!("headline,{HEADER}\n\"=HYPERLINK(\"\"x\"\")\",{ROW}\n");
    let bytes =
        write_signals(SignalFormat::Csv(CsvForm::Plain), Vec::new(), signals(text.as_bytes())).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{text}");
}

#[test]
fn the_same_signals_give_the_same_bytes() {
    let written = signals(format!("{HEADER}\n{ROW}\n").as_bytes());
    for format in FORMATS {
        let first = write_signals(format, Vec::new(), &written).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(2100));
        assert_eq!(first, write_signals(format, Vec::new(), &written).unwrap());
    }
}

#[test]
fn an_export_of_nothing_is_a_header_alone() {
    for format in FORMATS {
        let bytes = write_signals(format, Vec::new(), Vec::<Submission>::new()).unwrap();
        assert_eq!(rows(&bytes).unwrap().0.rows, 0);
    }
    assert_eq!(write_signals(SignalFormat::Json, Vec::new(), Vec::<Submission>::new()).unwrap(), b"[]\n");
}

#[test]
fn yes_and_no_are_read_in_dutch_and_french() {
    for (word, expected) in
        [("ja", true), ("OUI", true), ("yes", true), ("Nee", false), ("non", false), ("", false)]
    {
        let text = format!("{HEADER},generated\n{ROW},{word}\n");
        assert_eq!(signals(text.as_bytes())[0].generated, expected, "{word}");
    }
}

#[test]
fn labels_are_read_as_codes() {
    let text = "Organisatie;Waargenomen;Probleem;Geprobeerd;Domein;Plaats\n\
                het-kompas;2025-03;Er is geen loket.;referred;Huisvesting;Molenbeek-Saint-Jean\n";
    let signal = &signals(text.as_bytes())[0];
    assert_eq!((signal.domain.as_str(), signal.place.code().as_str()), ("housing", "21012"));
}

#[test]
fn a_row_with_more_or_fewer_cells_is_a_problem_of_that_row() {
    let text = format!("{HEADER}\n{ROW}\n{ROW},more\nhet-kompas,2025-03\n{ROW}\n");
    let (report, rows) = rows(text.as_bytes()).unwrap();
    assert_eq!(report.rows, 4);
    let refused: Vec<_> = rows
        .iter()
        .filter_map(|(number, raw)| match raw {
            RawRow::Refused(problem) => Some((number.line, problem.clone())),
            RawRow::Row(_) => None,
        })
        .collect();
    assert_eq!(
        refused,
        [
            (3, RowProblem::Columns { expected: 6, found: 7 }),
            (4, RowProblem::Columns { expected: 6, found: 2 })
        ]
    );
}

#[test]
fn columns_left_blank_at_the_end_do_not_matter() {
    let text = format!("{HEADER},,\n{ROW},,\n{ROW}\n");
    assert_eq!(signals(text.as_bytes()).len(), 2);
    let text = format!("{HEADER},\n{ROW},stray\n");
    assert!(matches!(rows(text.as_bytes()).unwrap().1[0].1, RawRow::Refused(_)));
}
