//! Workbooks as people make them, and the workbook of tables.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod support;

use calamine::{Data, Reader, Xlsx};
use exchange::{
    CellOut, CsvForm, RawRow, RowProblem, SheetText, TableOut, WorkbookOut, write_tables_csv,
    write_tables_xlsx, write_workbook,
};
use model::Field;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::Cursor;
use support::{rows, signals};

const HEADER: [&str; 8] =
    ["Organisatie", "Waargenomen", "Probleem", "Geprobeerd", "Domein", "Plaats", "Herhaling", "Gegenereerd"];

fn workbook(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, name) in (0..).zip(HEADER) {
        sheet.write_string(0, column, name).unwrap();
    }
    for (column, text) in [(0, "het-kompas"), (2, "Er is geen loket."), (3, "referred"), (4, "housing")] {
        sheet.write_string(2, column, text).unwrap();
    }
    fill(sheet);
    workbook.save_to_buffer().unwrap()
}

#[test]
fn dates_numbers_and_booleans_become_what_a_csv_would_hold() {
    let bytes = workbook(|sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let date = |month, day| ExcelDateTime::from_ymd(2025, month, day).unwrap();
        sheet.write_datetime_with_format(2, 1, date(3, 14), &day).unwrap();
        sheet.write_number(2, 5, 21_004.0).unwrap();
        sheet.write_datetime_with_format(2, 6, date(4, 2), &day).unwrap();
        sheet.write_boolean(2, 7, true).unwrap();
    });
    let signal = &signals(&bytes)[0];
    assert_eq!(signal.observed.to_string(), "2025-03");
    assert_eq!(signal.place.code(), "21004");
    assert_eq!(signal.recurrence.map(|code| code.code()), Some("2-4"));
    assert!(signal.generated);
    assert_eq!(rows(&bytes).unwrap().1[0].0, exchange::RowNumber { row: 1, line: 3 });
}

#[test]
fn a_cell_beyond_the_header_or_with_an_error_is_refused() {
    let bytes = workbook(|sheet| {
        sheet.write_string(2, 16_000, "stray").unwrap();
        sheet.write_formula(3, 2, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    });
    let (_, rows) = rows(&bytes).unwrap();
    assert_eq!(rows[0].1, RawRow::Refused(RowProblem::Columns { expected: 8, found: 9 }));
    assert_eq!(rows[1].1, RawRow::Refused(RowProblem::ErrorCell(Field::Problem)));
}

fn table(title: &str) -> TableOut {
    TableOut {
        title: title.to_owned(),
        header: vec!["Domein".to_owned(), "Aantal".to_owned()],
        rows: vec![
            vec![CellOut::Text("Huisvesting".to_owned()), CellOut::Count(12)],
            vec![CellOut::Text("=Gezondheid".to_owned()), CellOut::Text("×".to_owned())],
            vec![CellOut::Text("Werk".to_owned()), CellOut::Blank],
        ],
    }
}

#[test]
fn tables_are_written_as_separated_values() {
    let csv = |form, tables: &[TableOut]| {
        String::from_utf8(write_tables_csv(form, Vec::new(), tables).unwrap()).unwrap()
    };
    let one = "Domein,Aantal\nHuisvesting,12\n'=Gezondheid,×\nWerk,\n";
    assert_eq!(csv(CsvForm::Plain, &[table("A")]), one);
    assert_eq!(csv(CsvForm::Plain, &[table("A"), table("B")]), format!("A\n{one}\nB\n{one}"));
    let windows = csv(CsvForm::Spreadsheet, &[table("A"), table("B")]);
    assert_eq!(windows, format!("\u{FEFF}A\n{one}\nB\n{one}").replace(',', ";").replace('\n', "\r\n"));
}

#[test]
fn a_workbook_has_cover_notes_and_a_sheet_per_table() {
    let out = WorkbookOut {
        title: "Signalenbundel".to_owned(),
        cover: SheetText {
            name: "Titel".to_owned(),
            lines: vec!["Signalenbundel".to_owned(), "Editie 1".to_owned()],
        },
        notes: SheetText { name: "Lezen".to_owned(), lines: vec!["Zo leest u dit".to_owned()] },
        tables: vec![table("Per domein"), table("Per oorzaak")],
    };
    let bytes = write_workbook(Vec::new(), &out).unwrap();
    let mut workbook = Xlsx::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(workbook.sheet_names(), ["Titel", "Lezen", "1", "2"]);
    let cover = workbook.worksheet_range("Titel").unwrap();
    assert_eq!(cover.get_value((3, 0)), Some(&Data::String("2  Per oorzaak".to_owned())));
    let sheet = workbook.worksheet_range("1").unwrap();
    assert_eq!(sheet.get_value((0, 1)), Some(&Data::String("Aantal".to_owned())));
    assert_eq!(sheet.get_value((1, 1)), Some(&Data::Float(12.0)));
    // Text stays text in a sheet: no apostrophe is needed, and no formula comes of it.
    assert_eq!(sheet.get_value((2, 0)), Some(&Data::String("=Gezondheid".to_owned())));
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert_eq!(bytes, write_workbook(Vec::new(), &out).unwrap());
}

#[test]
fn tables_alone_need_no_words() {
    let bytes = write_tables_xlsx(Vec::new(), &[table("A")]).unwrap();
    assert_eq!(Xlsx::new(Cursor::new(&bytes)).unwrap().sheet_names(), ["1"]);
}
