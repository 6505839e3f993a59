//! Files of a small edition, whole and altered.

mod files;

use audit::{Kind, Refused, Why};
use files::{CSV, Part, audited, bar, edition, files, found, objects, pdf, refused, workbook};

const ROWS: &[&[&str]] = &[
    &["Oorzaak", "2025", "2024"],
    &["Niet kennen", "30", "22"],
    &["Niet vragen", "17", "21"],
    &["Uitsluiting", "\u{d7}", "\u{d7}"],
    &["2 tot 4 keer", "\u{d7}", "\u{d7}"],
    &["Alle signalen", "60", "50"],
];

fn text(words: &str) -> Vec<(String, Kind)> {
    found("bundle.nl.pdf", pdf(&[Part::Words("P", words)]))
}

fn stray(number: &str, kind: Kind) -> Vec<(String, Kind)> {
    vec![(number.to_owned(), kind)]
}

fn bars(widths: [f64; 2], numbers: [&str; 2]) -> Vec<u8> {
    let drawn = bar(500.0, widths[0], numbers[0]) + &bar(470.0, widths[1], numbers[1]);
    pdf(&[Part::Figure("Niet kennen 30, Niet vragen 17.", drawn)])
}

/// Rings for then, discs for now, on a line from zero at 100, three points a signal.
fn change(now: f64) -> String {
    let row = |y: f64, then: f64, here: f64, words: [&str; 2]| {
        let (left, right) = if then < here { (then, here) } else { (here, then) };
        let base = y + 3.0;
        format!(
            "<circle cx='{then}' cy='{y}' r='5' fill='#ffffff'/><circle cx='{here}' cy='{y}' r='3.5'/>\
             <text x='{}' y='{base}' font-size='9' text-anchor='end'>{}</text>\
             <text x='{}' y='{base}' font-size='9'>{}</text>",
            left - 9.0,
            words[0],
            right + 9.0,
            words[1]
        )
    };
    let rows = row(50.0, 166.0, now, ["22", "30"]) + &row(70.0, 163.0, 151.0, ["17", "21"]);
    format!(
        "<html><svg><title>Oorzaken</title>\
         <desc>Niet kennen van 22 naar 30; Niet vragen van 21 naar 17.</desc>{rows}</svg></html>"
    )
}

/// Two tiles; the shades as given.
fn map(shades: [&str; 2], second: &str) -> String {
    let tile = |x: u32, shade: &str, number: &str| {
        format!(
            "<rect x='{x}' y='0' width='60' height='60' fill='{shade}'/>\
             <text x='{0}' y='12' font-size='8'>Zone</text><text x='{0}' y='50' font-size='16'>{number}</text>",
            x + 5
        )
    };
    let tiles = tile(0, shades[0], "30") + &tile(70, shades[1], second);
    format!("<html><svg><title>Kaart</title><desc>Niet kennen 30, Niet vragen 17.</desc>{tiles}</svg></html>")
}

#[test]
fn an_edition_that_prints_only_what_it_publishes_is_clean() {
    let bundle = pdf(&[
        Part::Words("H1", "Signalenbundel, editie 2"),
        Part::Words("P", "30 van de 60 signalen, of 50 %, van 8 organisaties; 22 in editie 1."),
        Part::Words("LI", "het kleiner is dan 5;"),
        Part::Words("H2", "Signalen per oorzaak"),
        Part::Table(ROWS),
        Part::Figure("Niet kennen 30, Niet vragen 17.", bar(500.0, 90.0, "30") + &bar(470.0, 51.0, "17")),
        Part::Ornament("1"),
    ]);
    let more = [
        ("bundle.nl.pdf", bundle),
        ("tables.xlsx", workbook(&[("Niet kennen", 30.0), ("Niet vragen", 17.0)])),
        ("nl/index.html", change(190.0).into_bytes()),
        ("nl/map.html", map(["#004050", "#a0c0d0"], "17").into_bytes()),
    ];
    let printed = audited(&files(&more)).unwrap();
    assert_eq!(printed.strays, []);
    assert_eq!((printed.files, printed.shapes), (6, 2 + 4 + 2));
    assert!(printed.counts > 20 && printed.numbers > printed.counts);
}

#[test]
fn a_count_in_running_text_must_be_published() {
    assert_eq!(text("Vooral 29 van de 60 signalen."), stray("29", Kind::Count));
    assert_eq!(text("Slechts 3 signalen kwamen uit Elsene."), stray("3", Kind::Count));
    assert_eq!(text("In Elsene: 4."), stray("4", Kind::Count));
    assert_eq!(text("21 signalen in editie 2"), stray("21", Kind::Count));
    assert_eq!(text("7 organisaties"), stray("7", Kind::Count));
    assert_eq!(text("Gemiddeld 2,5 per organisatie"), stray("2,5", Kind::Count));
    assert_eq!(text("Elsene:3"), stray("3", Kind::Count));
}

#[test]
fn what_is_no_count_is_left_alone() {
    for words in [
        "Op 14 maart 2026, tot 1 juni; le 1er mai 2025; 13 March 2026; 2025-06.",
        "Zie hoofdstuk 7, tabel 3 en artikel 57, art. 1 en 12; chapitre 4; Table 9.",
        "Code AWDH-V958, SHA-256 8bdfb74c11ea19af31e3527a62d517898f60636c76f2bdbef51772bd0fce5591, versie 0.1.0.",
        "Kinderen tot 17 jaar wachten 6 maanden; 18 ans; 3 weeks.",
        "2 structurele signalen; 3 keer slechter; 4 chapters.",
        "De groep 2 tot 4 keer is een naam.",
    ] {
        assert_eq!(text(words), [], "{words}");
    }
    let source = [
        Part::Words("P", "23 % van 1250 kinderen groeit zo op."),
        Part::Words("P", "Observatorium, \u{ab} Barometer \u{bb}, 2021"),
    ];
    assert_eq!(found("bundle.nl.pdf", pdf(&source)), []);
    assert_eq!(found("bundle.nl.pdf", pdf(&source[..1])).len(), 2);
}

#[test]
fn a_share_must_follow_from_two_published_counts() {
    assert_eq!(text("Dat is 28 % van het geheel."), []);
    assert_eq!(text("Dat is 27 % van het geheel."), stray("27", Kind::Share));
    assert_eq!(text("Dat is 28,3% van het geheel."), []);
    assert_eq!(text("Dat is 28,4% van het geheel."), stray("28,4%", Kind::Share));
}

#[test]
fn a_change_must_follow_from_two_editions() {
    assert_eq!(text("Een verschil van +8 en -4."), []);
    assert_eq!(text("Een verschil van +7."), stray("+7", Kind::Change));
}

#[test]
fn a_number_of_the_rules_stands_in_their_list_only() {
    let item = |words| found("bundle.nl.pdf", pdf(&[Part::Words("LI", words)]));
    assert_eq!(item("minder dan 3 signalen van anderen; meer dan 80%;"), []);
    assert_eq!(item("minder dan 4 signalen van anderen;"), stray("4", Kind::Count));
    assert_eq!(item("meer dan 50%;"), stray("50%", Kind::Share));
    assert_eq!(text("minder dan 3 signalen"), stray("3", Kind::Count));
}

#[test]
fn every_cell_of_a_printed_table_is_the_published_count_of_its_row_and_column() {
    let table = |row: usize, column: usize, words: &'static str| {
        let mut rows: Vec<Vec<&str>> = ROWS.iter().map(|row| row.to_vec()).collect();
        rows[row][column] = words;
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        found("bundle.nl.pdf", pdf(&[Part::Words("H2", "Signalen per oorzaak"), Part::Table(&rows)]))
    };
    assert_eq!(table(1, 1, "30"), []);
    // A count of another row, of another year, of none, and a protected one.
    assert_eq!(table(1, 1, "17"), stray("17", Kind::Cell));
    assert_eq!(table(1, 1, "22"), stray("22", Kind::Cell));
    assert_eq!(table(2, 2, "20"), stray("20", Kind::Cell));
    assert_eq!(table(3, 1, "13"), stray("13", Kind::Cell));
    assert_eq!(table(4, 2, "30"), stray("30", Kind::Cell));
}

#[test]
fn a_row_named_by_a_header_of_its_own_is_judged_by_the_head_of_its_column() {
    let table = |row: usize, column: usize, words: &'static str| {
        let mut rows: Vec<Vec<&str>> = ROWS.iter().map(|row| row.to_vec()).collect();
        rows[row][column] = words;
        let rows: Vec<String> = rows
            .iter()
            .enumerate()
            .map(|(at, cells)| {
                let cell = |(column, words): (usize, &&str)| match (at, column) {
                    (0, _) => format!("<th scope=\"col\">{words}</th>"),
                    (_, 0) => format!("<th scope=\"row\">{words}</th>"),
                    _ => format!("<td>{words}</td>"),
                };
                format!("<tr>{}</tr>", cells.iter().enumerate().map(cell).collect::<String>())
            })
            .collect();
        let caption = "<caption><p>Tabel 2</p><p>Signalen per oorzaak</p></caption>";
        found("nl/figures.html", format!("<table>{caption}{}</table>", rows.concat()).into_bytes())
    };
    assert_eq!(table(1, 1, "30"), []);
    assert_eq!(table(1, 1, "17"), stray("17", Kind::Cell));
    assert_eq!(table(1, 1, "22"), stray("22", Kind::Cell));
    assert_eq!(table(2, 2, "20"), stray("20", Kind::Cell));
}

#[test]
fn the_words_of_an_image_name_published_counts_of_their_labels() {
    let image = |words: &str| found("bundle.nl.pdf", pdf(&[Part::Figure(words, String::new())]));
    assert_eq!(image("Niet kennen 30, Niet vragen 17."), []);
    assert_eq!(image("Niet kennen 30, Niet vragen 30."), stray("30", Kind::Count));
    assert_eq!(image("Uitsluiting 17."), stray("17", Kind::Count));
    assert_eq!(image("Niet kennen van 22 naar 30."), []);
}

#[test]
fn what_is_not_seen_is_read_too() {
    let titled = "<< /Type /StructTreeRoot /K [<< /S /Document /T (Elsene 3) /K [] >>] >>";
    assert_eq!(found("a.pdf", objects("", titled, "")), stray("3", Kind::Count));
    let empty = "<< /Type /StructTreeRoot /K [] >>";
    let unmarked = objects("BT /F 9 Tf (Elsene 3) Tj ET", empty, "");
    assert_eq!(found("a.pdf", unmarked), stray("3", Kind::Count));
    let instead = objects("/Span << /ActualText (Elsene 3) >> BDC EMC", empty, "");
    assert_eq!(found("a.pdf", instead), stray("3", Kind::Count));
    assert_eq!(found("a.pdf", pdf(&[Part::Ornament("7")])), stray("7", Kind::Count));
    for page in
        ["<p title='Elsene 3'>Elsene</p>", "<!-- Elsene 3 -->", "<b style='width:3%'></b>", "<p data-n=3>"]
    {
        assert_eq!(found("a.html", page.as_bytes().to_vec()).len(), 1, "{page}");
    }
}

#[test]
fn a_bar_gives_away_no_other_count_than_the_one_beside_it() {
    assert_eq!(found("a.pdf", bars([90.0, 51.0], ["30", "17"])), []);
    assert_eq!(found("a.pdf", bars([90.0, 52.0], ["30", "17"])), stray("17.33", Kind::Length));
    // Without a number beside it, its length must be one that the words name.
    assert_eq!(found("a.pdf", bars([90.0, 51.0], ["30", ""])), []);
    assert_eq!(found("a.pdf", bars([90.0, 39.0], ["30", ""])), stray("13", Kind::Length));
    assert_eq!(
        found("a.pdf", bars([90.0, 51.0], ["30", "18"])),
        [("17".to_owned(), Kind::Length), ("18".to_owned(), Kind::Count)]
    );
}

#[test]
fn a_disc_or_a_shade_gives_away_no_other_count() {
    assert_eq!(found("a.html", change(190.0).into_bytes()), []);
    assert_eq!(found("a.html", change(193.0).into_bytes()), stray("31", Kind::Length));
    assert_eq!(found("a.html", map(["#a0c0d0", "#004050"], "17").into_bytes()).len(), 2);
    let protected = map(["#004050", "#a0c0d0"], "\u{d7}");
    assert!(found("a.html", protected.into_bytes()).iter().all(|(_, kind)| *kind == Kind::Shade));
}

#[test]
fn a_page_is_read_like_a_bundle() {
    let page = |words: &str| found("nl/index.html", format!("<!doctype html><p>{words}</p>").into_bytes());
    assert_eq!(page("30 van de 60 signalen<br>in 2025"), []);
    assert_eq!(page("29 van de <b>60</b> signalen"), stray("29", Kind::Count));
    let table = "<h2>Signalen per oorzaak</h2><table><tr><th>Oorzaak<th>2025</tr>\
        <tr><td>Niet kennen</td><td>17</td></tr></table>";
    assert_eq!(page(table), stray("17", Kind::Cell));
}

#[test]
fn the_sheets_hold_the_same_cells() {
    let csv = |from: &str, to: &str| found("tables.csv", CSV.replace(from, to).into_bytes());
    assert_eq!(csv("30,published", "31,published"), stray("31", Kind::Sheet));
    assert_eq!(csv("Exclusion,,protected", "Exclusion,9,published"), stray("9", Kind::Sheet));
    assert_eq!(csv("cause,cause,b,Niet vragen,Not claiming,17,published\n", ""), stray("17", Kind::Sheet));
    let sheet = |count: f64| found("tables.xlsx", workbook(&[("Niet kennen", count), ("Niet vragen", 17.0)]));
    assert_eq!(sheet(30.0), []);
    assert_eq!(sheet(17.0), stray("17", Kind::Cell));
    let mut tables = edition(2);
    tables["tables"][0]["cells"][3]["before"] = 4.into();
    assert_eq!(found("tables.json", tables.to_string().into_bytes()), stray("4", Kind::Count));
}

#[test]
fn the_sheet_for_spreadsheet_programs_is_read_like_the_other() {
    let excel =
        |text: String| found("tables-excel.csv", format!("\u{feff}{}", text.replace(',', ";")).into_bytes());
    assert_eq!(excel(CSV.to_owned()), []);
    assert_eq!(excel(CSV.replace("30,published", "31,published")), stray("31", Kind::Sheet));
    assert_eq!(excel(CSV.replace("Exclusion,,protected", "Exclusion,9,published")), stray("9", Kind::Sheet));
}

#[test]
fn the_catalogue_entry_says_no_other_count() {
    let entry = |description: &str| {
        let said = serde_json::json!({
            "@id": "./", "dcat:version": "1",
            "dct:description": [{ "@language": "nl", "@value": description }],
            "dcat:distribution": [{ "@id": "tables.csv", "dcat:byteSize": { "@value": "412" } }],
        });
        found("dcat.jsonld", said.to_string().into_bytes())
    };
    assert_eq!(entry("Signalenbundel, editie 2, 60 signalen in 2025"), []);
    assert_eq!(entry("Signalenbundel, editie 2, 4 signalen in 2025"), stray("4", Kind::Count));
    let elsewhere = br#"{ "dcat:distribution": [{ "rows": 4 }] }"#.to_vec();
    assert_eq!(found("dcat.jsonld", elsewhere), stray("4", Kind::Count));
}

#[test]
fn what_cannot_be_read_is_refused_and_never_skipped() {
    let whole = pdf(&[Part::Words("P", "60 signalen")]);
    assert_eq!(refused("bundle.nl.pdf", whole.clone()), None);
    assert_eq!(refused("notes.txt", b"60".to_vec()), Some(Why::Unknown));
    assert_eq!(refused("bundle.nl.pdf", whole[..whole.len() - 200].to_vec()), Some(Why::Broken));
    let mut encrypted = whole.clone();
    encrypted.extend(b"trailer << /Encrypt 9 0 R >> startxref 0 %%EOF");
    assert_eq!(refused("bundle.nl.pdf", encrypted), Some(Why::Encrypted));
    let untagged = String::from_utf8_lossy(&whole).replace("/StructTreeRoot 7", "/StructTreeRaat 7");
    assert_eq!(refused("bundle.nl.pdf", untagged.into_bytes()), Some(Why::Untagged));
    let open = objects("/P << /MCID 0 >> BDC", "<< /K [] >>", "");
    assert_eq!(refused("bundle.nl.pdf", open), Some(Why::Broken));
    let image = objects("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", "<< /K [] >>", "");
    assert_eq!(refused("bundle.nl.pdf", image), Some(Why::Picture));
    assert_eq!(refused("index.html", b"<script>3</script>".to_vec()), Some(Why::Picture));
    assert_eq!(refused("tables.xlsx", b"no workbook".to_vec()), Some(Why::Broken));
    let mut without = files(&[]);
    without.remove("tables.csv");
    let missing = Refused::File { name: "tables.csv".to_owned(), why: Why::Missing };
    assert_eq!(audited(&without), Err(missing));
    // The same cells under other words.
    let renamed = |words: &str| refused("tables-excel.csv", CSV.replace("Niet vragen", words).into_bytes());
    assert_eq!(renamed("Niet vragen"), None);
    assert_eq!(renamed("Uitsluiting van 3"), Some(Why::Broken));
}

#[test]
fn a_brief_numbers_its_chapters_as_the_bundle_does() {
    let headings = |first: &'static str, second: &'static str| {
        pdf(&[Part::Words("H2", first), Part::Words("H2", second)])
    };
    let brief = |first, second| found("briefs/federal.nl.pdf", headings(first, second)).len();
    assert_eq!(brief("1 Eerst", "3 Later"), 0);
    assert_eq!(brief("3 Later", "1 Eerst"), 1, "they rise");
    assert_eq!(brief("1 Eerst", "9 Te ver"), 1, "there are not so many");
    assert_eq!(found("bundle.nl.pdf", headings("1 Eerst", "3 Later")).len(), 1, "a bundle has them all");
}
