//! The fixtures named by risk, read as an import reads them.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod support;

use exchange::{
    Checked, FileForm, FileProblem, ReadOptions, RefusedRow, RowProblem, TextEncoding, check_file,
};
use model::{Field, Problem, Reason, Submission};
use support::{HEADER, ROW, file, fixture, lists, screen};

fn check(name: &str) -> Result<(Checked, Vec<RefusedRow>), FileProblem> {
    let mut refused = Vec::new();
    let checked = check_file(&fixture(name), ReadOptions::default(), &lists(), screen(), &mut |row| {
        refused.push(row);
        Ok(())
    })?;
    Ok((checked, refused))
}

fn accepted(name: &str) -> (FileForm, Vec<Submission>) {
    let (mut checked, refused) = check(name).unwrap();
    assert_eq!(refused, [], "{name}");
    let signals = checked.spool.rows().unwrap().map(|row| row.unwrap().submission).collect();
    (checked.report.form, signals)
}

#[test]
fn every_signal_of_the_demo_is_accepted() {
    for name in [
        "signals-2024-nl",
        "signals-2024-fr",
        "signals-2025-nl",
        "signals-2025-fr",
        "generated-2024",
        "generated-2025",
    ] {
        let (_, signals) = accepted(&format!("demo/{name}.csv"));
        assert!(signals.len() >= 20, "{name}: {}", signals.len());
    }
}

#[test]
fn windows_1252_is_recognised() {
    let (form, signals) = accepted("risk/windows-1252.csv");
    assert_eq!(form, FileForm::Csv { encoding: TextEncoding::Windows1252, delimiter: ',' });
    let text: String =
        signals.iter().flat_map(|signal| signal.texts().map(|(_, text)| text.to_owned())).collect();
    assert!(text.contains('é') && text.contains('€') && !text.contains('\u{FFFD}'));
}

#[test]
fn semicolons_and_dutch_labels_read_as_commas_and_codes() {
    let (form, signals) = accepted("risk/semicolon.csv");
    assert_eq!(form, FileForm::Csv { encoding: TextEncoding::Utf8WithMark, delimiter: ';' });
    assert_eq!(signals.len(), 2);
}

#[test]
fn tabs_utf_16_and_french_labels_read_as_commas_and_codes() {
    let (form, signals) = accepted("risk/tab-utf16.csv");
    assert_eq!(form, FileForm::Csv { encoding: TextEncoding::Utf16Le, delimiter: '\t' });
    assert_eq!(signals.len(), 2);
}

#[test]
fn hostile_and_long_texts_are_kept_as_they_stand() {
    for (name, rows) in [("escaping", 6), ("longest", 3), ("right-to-left", 2), ("emoji", 2)] {
        let (_, signals) = accepted(&format!("risk/{name}.csv"));
        assert_eq!(signals.len(), rows, "{name}");
    }
    let (_, signals) = accepted("risk/longest.csv");
    assert!(signals.iter().all(|signal| signal.problem.chars().count() == 1000));
}

#[test]
fn a_text_over_its_limit_is_refused_by_field_and_never_cut() {
    let (checked, refused) = check("risk/too-long.csv").unwrap();
    assert_eq!((checked.spool.len(), checked.refused), (1, 5));
    let fields: Vec<_> = refused
        .iter()
        .map(|row| match &row.problem {
            RowProblem::Fields(problems) => {
                assert!(problems.iter().all(|problem| problem.reason == Reason::TooLong));
                problems[0].field
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(fields, [Field::Headline, Field::Problem, Field::Impact, Field::TriedNote, Field::Problem]);
}

#[test]
fn all_broken_rows_are_reported_at_once_with_their_lines() {
    let (mut checked, refused) = check("risk/broken-row.csv").unwrap();
    let rows: Vec<_> = refused.iter().map(|row| row.number.row).collect();
    assert_eq!(rows, [2, 3, 4, 5]);
    assert!(refused.iter().all(|row| row.number.line > row.number.row));
    assert!(matches!(refused[2].problem, RowProblem::Columns { expected: 23, .. }));
    let good: Vec<_> = checked.spool.rows().unwrap().map(|row| row.unwrap().number.row).collect();
    assert_eq!(good, [1, 6]);
}

#[test]
fn a_header_alone_is_no_error_and_no_row() {
    let (checked, refused) = check("risk/empty.csv").unwrap();
    assert_eq!((checked.report.rows, checked.spool.len(), refused.len()), (0, 0, 0));
}

#[test]
fn broken_files_are_refused_as_a_whole() {
    assert_eq!(check("risk/nothing.csv").unwrap_err(), FileProblem::Empty);
    assert_eq!(check("risk/binary.csv").unwrap_err(), FileProblem::Binary);
    assert!(matches!(check("risk/cut.csv").unwrap_err(), FileProblem::CutInTheMiddle { line: 4.. }));
    assert_eq!(check("risk/absent.csv").unwrap_err(), FileProblem::NotFound);
    let FileProblem::WrongHeader(wrong) = check("risk/wrong-header.csv").unwrap_err() else { panic!() };
    assert_eq!(wrong.missing, [Field::Problem]);
    assert_eq!(wrong.unknown.len(), 2);
}

#[test]
fn a_row_by_which_somebody_can_be_recognised_is_refused_with_all_that_is_wrong_with_it() {
    let header = format!("{HEADER},headline,reference,recurrence");
    let row = |problem: &str, rest: &str| {
        format!("{},{rest}", ROW.replace("Er is geen loket in de buurt.", problem))
    };
    let rows = [
        row("Er is geen loket in de buurt.", ",17,once"),
        row("Bel 0477 12 34 56.", ",,often"),
        row("Er is geen loket.", "Mail jan@example.org,85.07.30-033.28,"),
    ];
    let file = file(format!("{header}\n{}\n", rows.join("\n")).as_bytes());
    let mut refused = Vec::new();
    let checked = check_file(file.path(), ReadOptions::default(), &lists(), screen(), &mut |row| {
        refused.push(row);
        Ok(())
    })
    .unwrap();
    assert_eq!((checked.spool.len(), checked.refused), (1, 2));
    let problem = |field, reason| Problem { field, reason };
    let problems: Vec<_> = refused.into_iter().map(|row| row.problem).collect();
    assert_eq!(
        problems,
        [
            RowProblem::Fields(vec![
                problem(Field::Problem, Reason::PersonalData),
                problem(Field::Recurrence, Reason::UnknownCode),
            ]),
            RowProblem::Fields(vec![
                problem(Field::Reference, Reason::PersonalData),
                problem(Field::Headline, Reason::PersonalData),
            ]),
        ]
    );
}
