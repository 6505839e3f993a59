//! Files in, files out: what is taken, what is refused, and what is said.

use std::fs;

use model::Language;
use tempfile::TempDir;
use testkit::on_each_database;
use wording::{Wording, args};

use crate::run::{Program, Ran, argument, project};

/// A program on an empty SQLite database that knows the demo network.
fn with_network() -> (TempDir, Program) {
    let folder = TempDir::new().unwrap();
    let url = format!("sqlite://{}", folder.path().join("test.db").display());
    let program = Program::new(folder.path(), &url);
    program.run(&["import", "network", argument(&project("fixtures/demo/network.json"))]).ends(0);
    (folder, program)
}

fn import(program: &Program, language: Language, file: &str, more: &[&str]) -> Ran {
    let path = project(&format!("fixtures/risk/{file}"));
    let mut arguments = vec!["--messages", language.code(), "import", "signals", argument(&path)];
    arguments.extend(more);
    program.run(&arguments)
}

/// How many signals the database holds, by an export.
fn stored(program: &Program) -> usize {
    exported(program).1.len()
}

/// The header and the rows of an export.
fn exported(program: &Program) -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let ran = program.run(&["export", "signals"]).ends(0);
    let mut reader = csv::Reader::from_reader(ran.out.as_bytes());
    let header = reader.headers().unwrap().clone();
    (header, reader.records().map(Result::unwrap).collect())
}

/// A sentence of `wording`, and the line of the file it is said about.
fn refused(wording: Wording, line: u32, reason: &str) -> String {
    wording.say("import-refused-row", &args![line = line.to_string(), reason = reason])
}

fn field_problem(wording: Wording, problem: &str, field: &str) -> String {
    wording.say(problem, &args![field = wording.say(&format!("field-{field}"), &args![])])
}

fn too_long(wording: Wording, field: &str, limit: i64) -> String {
    let field = wording.say(&format!("field-{field}"), &args![]);
    wording.say("problem-too-long", &args![field = field, limit = limit])
}

#[test]
fn every_good_file_is_taken_whole_whatever_its_encoding_and_form() {
    let (_folder, program) = with_network();
    let files = [
        ("windows-1252.csv", 2),
        ("semicolon.csv", 2),
        ("tab-utf16.csv", 2),
        ("escaping.csv", 6),
        ("longest.csv", 3),
        ("right-to-left.csv", 2),
        ("emoji.csv", 2),
        ("empty.csv", 0),
    ];
    let mut all = 0;
    for (file, count) in files {
        let ran = import(&program, Language::En, file, &["--json"]).ends(0);
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(report["added"], count, "{file}");
        all += count;
        assert_eq!(stored(&program), all, "{file}");
    }
    let (_, rows) = exported(&program);
    let text = rows.iter().flat_map(csv::StringRecord::iter).collect::<Vec<_>>().join("\n");
    for kept in
        ["À l’étage, sans chauffage : 650 €", "« en ligne »", "Noodopvang vol; bel morgen terug", "👩‍👧‍👦"]
    {
        assert!(text.contains(kept), "{kept} is not stored as it was written");
    }
    assert!(!text.contains('\u{fffd}'), "a character was lost");
}

#[test]
fn every_bad_file_is_refused_in_the_language_asked_and_leaves_nothing() {
    let (_folder, program) = with_network();
    for &language in Language::ALL {
        let wording = Wording::new(language);
        let file = |code: &str, line: u32| {
            wording.say(&format!("file-problem-{code}"), &args![line = line.to_string()])
        };
        let expected: [(&str, Vec<String>); 8] = [
            ("binary.csv", vec![file("binary", 0)]),
            ("cut.csv", vec![file("cut-in-the-middle", 4)]),
            ("nothing.csv", vec![file("empty", 0)]),
            (
                "wrong-header.csv",
                vec![
                    file("wrong-header", 0),
                    wording.say("header-missing", &args![fields = "problem"]),
                    wording.say("header-unknown", &args![count = 2, columns = "4, 8"]),
                ],
            ),
            (
                "too-long.csv",
                vec![
                    refused(wording, 2, &too_long(wording, "headline", 80)),
                    refused(wording, 3, &too_long(wording, "problem", 1000)),
                    refused(wording, 4, &too_long(wording, "impact", 1000)),
                    refused(wording, 5, &too_long(wording, "tried_note", 500)),
                    refused(wording, 6, &too_long(wording, "problem", 1000)),
                ],
            ),
            (
                "broken-row.csv",
                vec![
                    refused(wording, 3, &field_problem(wording, "problem-unknown-code", "domain")),
                    refused(wording, 4, &field_problem(wording, "problem-missing", "problem")),
                    refused(
                        wording,
                        5,
                        &wording.say("row-problem-columns", &args![found = 6, expected = 23]),
                    ),
                    refused(wording, 6, &field_problem(wording, "problem-in-the-future", "observed")),
                ],
            ),
            (
                "duplicate.csv",
                vec![refused(
                    wording,
                    3,
                    &field_problem(wording, "row-problem-reference-taken", "reference"),
                )],
            ),
            ("not-there.csv", vec![file("not-found", 0)]),
        ];
        for (name, sentences) in expected {
            let ran = import(&program, language, name, &[]).ends(1);
            for sentence in sentences {
                assert!(
                    ran.said().contains(&sentence),
                    "{name} in {language}: not said: {sentence}\n{}",
                    ran.said()
                );
            }
            assert_eq!(stored(&program), 0, "{name}");
        }
    }
}

#[test]
fn no_message_repeats_what_stood_in_a_cell() {
    let (folder, program) = with_network();
    let secret = "Amina-zegt-dit";
    let cells = [
        ("organisation", secret),
        ("observed", secret),
        ("language", secret),
        ("cause", secret),
        ("domain", secret),
        ("right", secret),
        ("place", secret),
        ("authority", secret),
        ("recurrence", secret),
        ("target_groups", secret),
        ("tried", secret),
        ("generated", secret),
        ("problem", "Amina-zegt-dit \u{7}"),
    ];
    let good = [
        ("organisation", "table-ouverte"),
        ("observed", "2025-03"),
        ("problem", "Een probleem."),
        ("domain", "housing"),
        ("place", "region"),
        ("tried", "referred"),
    ];
    let mut names: Vec<&str> = good.iter().map(|(name, _)| *name).collect();
    names.extend(
        cells.iter().map(|(name, _)| *name).filter(|name| !good.iter().any(|(known, _)| known == name)),
    );
    let mut writer = csv::Writer::from_path(folder.path().join("cells.csv")).unwrap();
    writer.write_record(&names).unwrap();
    for (bad, value) in cells {
        let cell = |name: &str| {
            let usual = good.iter().find(|(known, _)| *known == name).map_or("", |(_, usual)| usual);
            if name == bad { value } else { usual }
        };
        writer.write_record(names.iter().map(|name| cell(name))).unwrap();
    }
    writer.flush().unwrap();
    let path = folder.path().join("cells.csv");
    for &language in Language::ALL {
        let ran = program.run(&["--messages", language.code(), "import", "signals", argument(&path)]).ends(1);
        assert!(!ran.said().contains("Amina"), "{}", ran.said());
        let refused = ran.err.lines().count();
        assert_eq!(refused, cells.len(), "a refused row without a reason:\n{}", ran.said());
    }
    // The whole file refused: neither its header nor its bytes are repeated.
    let header = folder.path().join("header.csv");
    fs::write(&header, format!("{secret},organisation\nx,y\n")).unwrap();
    let ran = program.run(&["import", "signals", argument(&header)]).ends(1);
    assert!(!ran.said().contains("Amina"), "{}", ran.said());
}

#[test]
fn a_file_with_refused_rows_gives_its_good_ones_only_when_asked() {
    let (_folder, program) = with_network();
    for (file, good) in [("broken-row.csv", 2), ("too-long.csv", 1), ("duplicate.csv", 3)] {
        let before = stored(&program);
        import(&program, Language::En, file, &[]).ends(1);
        assert_eq!(stored(&program), before, "{file}");
        import(&program, Language::En, file, &["--accept-valid"]).ends(1);
        assert_eq!(stored(&program), before + good, "{file}");
    }
}

#[test]
fn a_dry_run_says_the_same_and_stores_nothing() {
    let (_folder, program) = with_network();
    let wording = Wording::new(Language::Nl);
    let ran = import(&program, Language::Nl, "semicolon.csv", &["--dry-run"]).ends(0);
    assert!(ran.out.contains(&wording.say("import-read", &args![count = 2])), "{}", ran.out);
    assert!(ran.out.contains(&wording.say("import-dry-run", &args![])), "{}", ran.out);
    let ran = import(&program, Language::Nl, "broken-row.csv", &["--dry-run", "--accept-valid"]).ends(1);
    assert!(ran.out.contains(&wording.say("import-refused", &args![count = 4])), "{}", ran.out);
    assert_eq!(stored(&program), 0);
}

#[test]
fn the_same_file_twice_adds_nothing_the_second_time_and_says_so() {
    on_each_database("same_file", |database| {
        let program = Program::new(&database.folder(), database.url());
        program.run(&["import", "network", argument(&project("fixtures/demo/network.json"))]).ends(0);
        let path = project("fixtures/demo/signals-2025-fr.csv");
        let once = |_| program.run(&["--messages", "fr", "import", "signals", argument(&path)]).ends(0);
        once(());
        let before = exported(&program);
        let again = once(());
        let wording = Wording::new(Language::Fr);
        let said = wording.say("import-same-file", &args![file = argument(&path)]);
        assert!(again.out.contains(&said), "{}", again.out);
        assert!(
            again.out.contains(&wording.say("import-known", &args![count = before.1.len()])),
            "{}",
            again.out
        );
        assert_eq!(exported(&program), before);
        // Rows without a reference count as often as they stand in the file, however often the file is read.
        import(&program, Language::Fr, "duplicate.csv", &["--accept-valid"]).ends(1);
        let before = stored(&program);
        import(&program, Language::Fr, "duplicate.csv", &["--accept-valid"]).ends(1);
        assert_eq!(stored(&program), before);
    });
}

#[test]
fn a_row_counted_as_refused_is_refused_in_every_line_of_the_report() {
    let (_folder, program) = with_network();
    let wording = Wording::new(Language::En);
    let ran = import(&program, Language::En, "duplicate.csv", &[]).ends(1);
    assert!(ran.out.contains(&wording.say("import-refused", &args![count = 1])), "{}", ran.out);
    assert!(!ran.out.contains(&wording.say("import-refused", &args![count = 0])), "{}", ran.out);
}

#[test]
fn what_was_exported_comes_back_the_same_from_csv_and_from_a_workbook() {
    let (folder, program) = with_network();
    for file in [
        "fixtures/demo/signals-2025-nl.csv",
        "fixtures/demo/signals-2024-fr.csv",
        "fixtures/risk/escaping.csv",
    ] {
        program.run(&["import", "signals", argument(&project(file))]).ends(0);
    }
    for file in ["longest.csv", "right-to-left.csv", "emoji.csv", "windows-1252.csv"] {
        import(&program, Language::En, file, &[]).ends(0);
    }
    let whole = sorted(&exported(&program));
    let json = program.run(&["export", "signals", "--format", "json"]).ends(0).out;
    assert_eq!(json.matches("\"organisation\"").count(), whole.len(), "the JSON export is not complete");
    let forms: [(&str, &[&str]); 3] = [
        ("plain.csv", &["--format", "csv"]),
        ("spreadsheet.csv", &["--format", "csv", "--for-spreadsheet"]),
        ("workbook.xlsx", &["--format", "xlsx"]),
    ];
    for (name, form) in forms {
        let path = folder.path().join(name);
        let mut arguments = vec!["export", "signals", "--out", argument(&path)];
        arguments.extend(form);
        program.run(&arguments).ends(0);
        let (_second, other) = with_network();
        other.run(&["import", "signals", argument(&path)]).ends(0);
        assert_eq!(sorted(&exported(&other)), whole, "{name}");
    }
}

fn sorted((header, rows): &(csv::StringRecord, Vec<csv::StringRecord>)) -> Vec<Vec<(String, String)>> {
    let named = |row: &csv::StringRecord| {
        header.iter().zip(row).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect::<Vec<_>>()
    };
    let mut rows: Vec<_> = rows.iter().map(named).collect();
    rows.sort();
    rows
}

#[test]
fn a_wrong_setting_ends_with_2_and_an_absent_database_with_3() {
    let (folder, program) = with_network();
    fs::write(folder.path().join("wrong.toml"), "colour = \"red\"\n").unwrap();
    let ran = program.run(&["--settings", "wrong.toml", "edition", "list"]).ends(2);
    assert!(ran.err.contains("colour"), "{}", ran.err);
    program.run(&["edition", "list", "--no-such-flag"]).ends(2);
    for url in ["mysql://127.0.0.1/x", "megafoon.db"] {
        Program::new(folder.path(), url).run(&["edition", "list"]).ends(2);
    }
    // Port 1 of the loopback interface answers nobody.
    let secret = "postgres://megafoon:very-secret@127.0.0.1:1/megafoon";
    let ran = Program::new(folder.path(), secret).run(&["edition", "list"]).ends(3);
    assert!(!ran.said().contains("very-secret"), "{}", ran.said());
    assert!(
        ran.err.contains(&Wording::new(Language::En).say("database-unavailable", &args![])),
        "{}",
        ran.err
    );
    // A file that is not there is not made by a question about it.
    let absent = folder.path().join("absent.db");
    Program::new(folder.path(), &format!("sqlite://{}", absent.display())).run(&["edition", "list"]).ends(3);
    assert!(!absent.exists(), "a question made a database");
}
