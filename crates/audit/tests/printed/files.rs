//! A small edition and its files, made by hand: every number of them can be altered.
#![expect(clippy::unwrap_used, reason = "files of a test are whole")]

use std::collections::BTreeMap;
use std::fmt::Write;

use audit::{Kind, Printed, Published, Refused, Why, printed};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

/// The edition before, and this one.
pub fn edition(number: u32) -> Value {
    let (all, a, b) = if number == 1 { (50, 22, 21) } else { (60, 30, 17) };
    let cell = |code: &str, count: Option<u64>| {
        let status = if count.is_some() { "published" } else { "protected" };
        json!({ "at": { "cause": code }, "count": count, "status": status })
    };
    let year = 2023 + number;
    json!({
        "schema": 1, "edition": number, "revision": 1,
        "period": { "from": format!("{year}-01"), "to": format!("{year}-12") },
        "rules": { "threshold": 5, "zeros": "protect", "min_organisations": 3, "max_share": 0.8, "min_others": 3 },
        "dimensions": { "cause": { "kind": "cause", "values": ["a", "b", "c", "d"], "groups": {} } },
        "tables": [{
            "id": "cause", "dimensions": ["cause"], "title": { "nl": "Signalen per oorzaak", "en": "Signals by cause" },
            "cells": [
                cell("*", Some(all)), cell("a", Some(a)), cell("b", Some(b)), cell("c", None), cell("d", None)
            ]
        }],
        "facts": [
            { "id": "filed", "value": 8, "unit": "organisations" },
            { "id": "structural-signals", "value": 8, "unit": "structural-signals" },
        ]
    })
}

pub const CSV: &str = "table,dimension_1,value_1,label_1_nl,label_1_en,count,status\n\
    cause,cause,*,Alle signalen,All signals,60,published\n\
    cause,cause,a,Niet kennen,Not knowing,30,published\n\
    cause,cause,b,Niet vragen,Not claiming,17,published\n\
    cause,cause,c,Uitsluiting,Exclusion,,protected\n\
    cause,cause,d,2 tot 4 keer,2 to 4 times,,protected\n";

/// The files of the second edition: the tables as JSON and CSV, and whatever is given.
pub fn files(more: &[(&str, Vec<u8>)]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::from([
        ("tables.json".to_owned(), edition(2).to_string().into_bytes()),
        ("tables.csv".to_owned(), CSV.as_bytes().to_vec()),
    ]);
    files.extend(more.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.clone())));
    files
}

pub fn audited(files: &BTreeMap<String, Vec<u8>>) -> Result<Printed, Refused> {
    let read = |number| serde_json::from_value::<Published>(edition(number)).unwrap();
    printed(&read(2), &[read(1)], files)
}

/// What is found in one more file: the number and what is wrong with it.
pub fn found(name: &str, bytes: Vec<u8>) -> Vec<(String, Kind)> {
    let printed = audited(&files(&[(name, bytes)])).unwrap();
    printed.strays.into_iter().map(|stray| (stray.number, stray.kind)).collect()
}

/// Why a file is refused.
pub fn refused(name: &str, bytes: Vec<u8>) -> Option<Why> {
    match audited(&files(&[(name, bytes)])) {
        Err(Refused::File { name: file, why }) if file == name => Some(why),
        _ => None,
    }
}

/// A part of the structure of a PDF.
pub enum Part<'a> {
    /// A kind of element, and its words.
    Words(&'a str, &'a str),
    /// Rows of cells; the first row is the header.
    Table(&'a [&'a [&'a str]]),
    /// The words for an image, and what it draws.
    Figure(&'a str, String),
    /// What adorns the page.
    Ornament(&'a str),
}

/// A bar with its number beside it, in the operators of a page.
pub fn bar(y: f64, width: f64, number: &str) -> String {
    let x = 100.0 + width + 5.0;
    format!("100 {y} {width} 14 re f BT /F 9 Tf 1 0 0 1 {x} {} Tm ({number}) Tj ET\n", y + 4.0)
}

/// A tagged PDF of one page.
pub fn pdf(parts: &[Part<'_>]) -> Vec<u8> {
    let mut page = Page { content: String::new(), marks: 0, y: 800.0 };
    let mut tree = String::new();
    for part in parts {
        match part {
            Part::Words(kind, words) => tree += &page.element(kind, words),
            Part::Table(rows) => {
                tree += "<< /S /Table /K [";
                for (at, row) in rows.iter().enumerate() {
                    tree += "<< /S /TR /K [";
                    for words in *row {
                        tree += &page.element(if at == 0 { "TH" } else { "TD" }, words);
                    }
                    tree += "] >>";
                }
                tree += "] >>";
            }
            Part::Figure(words, drawn) => {
                let mark = page.mark("Figure", drawn);
                write!(tree, "<< /S /Figure /Pg 3 0 R /Alt ({words}) /K [{mark}] >>").unwrap();
            }
            Part::Ornament(words) => {
                writeln!(page.content, "/Artifact BMC BT /F 9 Tf 1 0 0 1 20 20 Tm ({words}) Tj ET EMC")
                    .unwrap();
            }
        }
    }
    let structure = format!("<< /Type /StructTreeRoot /K [<< /S /Document /Pg 3 0 R /K [{tree}] >>] >>");
    objects(&page.content, &structure, "")
}

/// The objects of a PDF of one page, with their places.
pub fn objects(content: &str, structure: &str, catalog: &str) -> Vec<u8> {
    let map = "begincmap 1 begincodespacerange <00> <FF> endcodespacerange \
        1 beginbfrange <20> <FF> <0020> endbfrange endcmap";
    let widths = "500 ".repeat(224);
    let stream = |text: &str| format!("<< /Length {} >>\nstream\n{text}\nendstream", text.chars().count());
    let all = [
        format!("<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 7 0 R {catalog} >>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents 4 0 R \
         /Resources << /Font << /F 5 0 R >> >> >>"
            .to_owned(),
        stream(content),
        format!(
            "<< /Type /Font /Subtype /TrueType /BaseFont /F /FirstChar 32 /LastChar 255 \
             /Widths [{widths}] /ToUnicode 6 0 R >>"
        ),
        stream(map),
        structure.to_owned(),
    ];
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in all.iter().enumerate() {
        places.push(file.chars().count());
        write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1).unwrap();
    }
    let start = file.chars().count();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", all.len() + 1).unwrap();
    for place in places {
        writeln!(file, "{place:010} 00000 n ").unwrap();
    }
    write!(file, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", all.len() + 1).unwrap();
    // One byte for each character: Latin-1.
    file.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect()
}

struct Page {
    content: String,
    marks: usize,
    y: f64,
}

impl Page {
    fn mark(&mut self, tag: &str, drawn: &str) -> usize {
        let mark = self.marks;
        self.marks += 1;
        writeln!(self.content, "/{tag} << /MCID {mark} >> BDC {drawn} EMC").unwrap();
        mark
    }

    fn element(&mut self, kind: &str, words: &str) -> String {
        self.y -= 15.0;
        let drawn = format!("BT /F 9 Tf 1 0 0 1 50 {} Tm ({words}) Tj ET", self.y);
        let mark = self.mark(kind, &drawn);
        format!("<< /S /{kind} /Pg 3 0 R /K [{mark}] >>")
    }
}

/// A workbook of one sheet.
pub fn workbook(rows: &[(&str, f64)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Oorzaken").unwrap();
    sheet.write(0, 0, "Oorzaak").unwrap();
    sheet.write(0, 1, "Signalen").unwrap();
    for (row, (label, count)) in (1..).zip(rows) {
        sheet.write(row, 0, *label).unwrap();
        sheet.write(row, 1, *count).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}
