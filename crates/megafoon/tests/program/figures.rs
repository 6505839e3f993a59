//! The figures of the demo: printed ones are published ones, the same in every language.

use model::{Cause, EditionNumber, Language};
use serde_json::{Value, json};
use wording::{Wording, args};

use crate::demo::{EDITIONS, demo, edition, json as read};
use crate::pdf;

/// Published cells by place; the total under no place.
struct Published {
    tables: Value,
}

impl Published {
    fn of(number: u32) -> Self {
        Self { tables: read(&edition(number).join("tables.json")) }
    }

    /// The count of a cell, `None` where it is protected or absent.
    fn count(&self, dimension: &str, code: &str) -> Option<u64> {
        let tables = self.tables["tables"].as_array().unwrap();
        let mut cells = tables.iter().flat_map(|table| table["cells"].as_array().unwrap());
        cells.find(|cell| cell["at"] == json!({ dimension: code }))?["count"].as_u64()
    }

    fn total(&self) -> u64 {
        self.tables["tables"][0]["cells"][0]["count"].as_u64().unwrap()
    }

    fn fact(&self, id: &str) -> u64 {
        let facts = self.tables["facts"].as_array().unwrap();
        facts.iter().find(|fact| fact["id"] == id).unwrap_or_else(|| panic!("no fact {id}"))["value"]
            .as_u64()
            .unwrap()
    }
}

/// A large figure: its value, its words, and the words of its comparison.
type Figure = (String, String, Option<String>);

#[test]
fn every_large_figure_of_a_document_is_a_published_cell_or_a_fact_in_every_language() {
    let url = format!("sqlite://{}", demo().join("megafoon.db").display());
    let store = store::Store::open(&url, testkit::surroundings(1)).unwrap();
    for number in EDITIONS {
        let now = Published::of(number);
        let before = (number > 1).then(|| Published::of(number - 1));
        for &language in Language::ALL {
            let wording = Wording::new(language);
            let input = bundle::typeset_input(&store, EditionNumber(number), language).unwrap();
            let document: Value = serde_json::from_slice(&input.data).unwrap();
            let compared = |before: Option<u64>| {
                let edition = (number - 1).to_string();
                before.map(|count| wording.say("compare-value", &args![count = count, edition = edition]))
            };
            let figure = |count: u64, label: String, before: Option<u64>| -> Figure {
                (wording.number(i64::try_from(count).unwrap()), label, compared(before))
            };

            let mut allowed = vec![figure(
                now.total(),
                wording.say("figure-signals", &args![count = now.total()]),
                before.as_ref().map(Published::total),
            )];
            for cause in Cause::ALL {
                let Some(count) = now.count("cause", cause.code()) else { continue };
                let label = wording.label(*cause).to_lowercase();
                let label = wording.say("figure-cause", &args![count = count, label = label]);
                allowed.push(figure(
                    count,
                    label,
                    before.as_ref().and_then(|b| b.count("cause", cause.code())),
                ));
            }
            for (fact, label) in [
                ("structural-signals", "figure-structural"),
                ("organisations-that-filed", "figure-organisations"),
            ] {
                let count = now.fact(fact);
                let label = wording.say(label, &args![count = count]);
                allowed.push(figure(count, label, before.as_ref().map(|before| before.fact(fact))));
            }
            let key = figures(&document["key_page"]["figures"]);
            assert_eq!(key.len(), 4, "edition {number} in {language}: {key:?}");
            for one in &key {
                assert!(
                    allowed.contains(one),
                    "edition {number} in {language}: {one:?} is not published as such"
                );
            }

            let chapters = document["chapters"].as_array().unwrap();
            assert_eq!(chapters.len() as u64, now.fact("structural-signals"));
            let topics = topics(&now.tables);
            for chapter in chapters {
                let title = chapter["title"].as_str().unwrap();
                let numbered = format!("{}. {title}", chapter["number"].as_str().unwrap());
                let code = chapter_code(number, language, &numbered, &topics);
                let expected: Vec<Figure> = now
                    .count("topic", &code)
                    .map(|count| {
                        let label = wording.say("figure-topic", &args![count = count]);
                        let before = before.as_ref().and_then(|before| before.count("topic", &code));
                        figure(count, label, before)
                    })
                    .into_iter()
                    .collect();
                let printed = figures(&chapter["figures"]);
                // A change may be kept back where its meaning changed; a figure may not, nor may another stand there.
                let plain = |list: &[Figure]| -> Vec<(String, String)> {
                    list.iter().map(|(value, label, _)| (value.clone(), label.clone())).collect()
                };
                assert_eq!(plain(&printed), plain(&expected), "edition {number} in {language}: {numbered}");
                for (printed, expected) in printed.iter().zip(&expected) {
                    assert!(
                        printed.2.is_none() || printed.2 == expected.2,
                        "{numbered}: {printed:?}, not {expected:?}"
                    );
                }
                let (count, often) =
                    (now.fact(&format!("recognised-{code}")), now.fact(&format!("recognised-often-{code}")));
                let recognised =
                    wording.say("chapter-recognised-value", &args![count = count, often = often]);
                assert_eq!(chapter["recognised"], recognised.as_str(), "{numbered}");
            }
        }
    }
}

fn figures(list: &Value) -> Vec<Figure> {
    let figure = |one: &Value| {
        let text = |field: &str| one[field].as_str().map(str::to_owned);
        (text("value").unwrap(), text("label").unwrap(), text("comparison"))
    };
    list.as_array().unwrap().iter().map(figure).collect()
}

/// The codes of the topics of an edition.
fn topics(tables: &Value) -> Vec<String> {
    tables["dimensions"]["topic"]["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v.as_str().unwrap().to_owned())
        .collect()
}

/// The code of a chapter by the label it has in `tables.csv`.
fn chapter_code(number: u32, language: Language, label: &str, topics: &[String]) -> String {
    let cells = Labels::read(number, language);
    let found = cells.0.iter().find(|cell| cell.table == "topic" && cell.labels[0] == pdf::bare(label));
    let code = found.unwrap_or_else(|| panic!("no cell for {label}")).values[0].clone();
    assert!(topics.contains(&code));
    code
}

/// One line of `tables.csv`.
struct Cell {
    table: String,
    /// The codes.
    values: Vec<String>,
    /// The labels in one language, without white space.
    labels: Vec<String>,
    /// As it is printed.
    figure: String,
}

struct Labels(Vec<Cell>);

impl Labels {
    fn read(number: u32, language: Language) -> Self {
        let mut reader = csv::Reader::from_path(edition(number).join("tables.csv")).unwrap();
        let header = reader.headers().unwrap().clone();
        let column = |name: &str| header.iter().position(|other| other == name).unwrap();
        let cells = reader.records().map(Result::unwrap).map(|row| {
            let both = |name: &str, suffix: &str| -> Vec<String> {
                let cells = [1, 2].map(|number| row[column(&format!("{name}_{number}{suffix}"))].to_owned());
                cells.into_iter().filter(|cell| !cell.is_empty()).collect()
            };
            let figure = match &row[column("status")] {
                "protected" => "×".to_owned(),
                _ => row[column("count")].to_owned(),
            };
            let labels =
                both("label", &format!("_{language}")).iter().map(|label| pdf::bare(label)).collect();
            Cell { table: row[column("table")].to_owned(), values: both("value", ""), labels, figure }
        });
        Self(cells.collect())
    }

    /// Whether the table has two dimensions.
    fn has_two(&self, table: Option<&str>) -> bool {
        self.0.iter().any(|cell| Some(cell.table.as_str()) == table && cell.values.len() == 2)
    }

    /// The figures of the cells of a table whose (first) label ends what was printed before them: the longest label
    /// that does; in a two-way table the whole row, in the order of `tables.csv`.
    fn of_row(&self, table: &str, printed: &str) -> Option<Vec<String>> {
        let ends = |cell: &&Cell| cell.table == table && printed.ends_with(cell.labels[0].as_str());
        let longest = self.0.iter().filter(ends).map(|cell| cell.labels[0].len()).max()?;
        let of_label = |cell: &&Cell| ends(cell) && cell.labels[0].len() == longest;
        Some(self.0.iter().filter(of_label).map(|cell| cell.figure.clone()).collect())
    }
}

/// Where a printed table begins: its caption, once in the contents and once above the table.
fn caption(line: &str, prefix: &str) -> Option<String> {
    let rest = line.trim().strip_prefix(prefix)?;
    let (number, title) = rest.trim_start().split_once("  ")?;
    let is_contents =
        title.trim().rsplit_once("  ").is_some_and(|(_, page)| page.trim().parse::<u32>().is_ok());
    (number.parse::<u32>().is_ok() && !is_contents).then(|| title.trim().to_owned())
}

#[test]
fn every_figure_of_a_printed_table_is_the_published_one_and_the_same_in_three_languages() {
    if pdf::validator().is_none() {
        return;
    }
    for number in EDITIONS {
        let mut per_language = Vec::new();
        for &language in Language::ALL {
            let printed = printed_tables(number, language);
            let labels = Labels::read(number, language);
            let earlier = (number > 1).then(|| Labels::read(number - 1, language));
            let tables = read(&edition(number).join("tables.json"));
            let mut checked = 0;
            for (title, rows) in &printed {
                let id = table_with_title(&tables, language, title);
                for row in rows {
                    // The heads of the columns are years: words, then years.
                    if row.figures.iter().all(|figure| ["2024", "2025"].contains(&figure.as_str())) {
                        continue;
                    }
                    let place = format!("edition {number}, {language}, {title}: {row:?}");
                    let found = match &id {
                        Some(id) => labels.of_row(id, &row.label),
                        None => target_group(&tables, &labels, language, &row.label),
                    };
                    let found = found.unwrap_or_else(|| panic!("{place}: no such cell"));
                    let mut expected = found.clone();
                    let is_two_way = labels.has_two(id.as_deref());
                    if !is_two_way {
                        // The City of Brussels is a zone of one municipality: two cells, one label, one figure.
                        assert!(found.iter().all(|figure| *figure == row.figures[0]), "{place}: {found:?}");
                        assert_eq!(row.figures.len(), if earlier.is_some() { 2 } else { 1 }, "{place}");
                        let before = earlier.as_ref().and_then(|earlier| {
                            earlier.of_row(id.as_deref()?, &row.label).map(|figures| figures[0].clone())
                        });
                        if let (Some(printed), Some(before)) = (row.figures.get(1), before) {
                            // A chapter's number may differ between editions: then the label is another one.
                            assert!(
                                *printed == before || printed == "–" || id.as_deref() == Some("topic"),
                                "{place}, before {before}"
                            );
                        }
                    } else {
                        let mut there = row.figures.clone();
                        there.sort();
                        expected.sort();
                        assert_eq!(there, expected, "{place}");
                    }
                    checked += 1;
                }
            }
            assert!(checked > 60, "edition {number}, {language}: only {checked} rows were found");
            let mut figures: Vec<Vec<Vec<String>>> = printed
                .iter()
                .map(|(_, rows)| rows.iter().map(|row| row.figures.clone()).collect())
                .collect();
            // Places stand in the order of their names, which differs between languages.
            figures.iter_mut().for_each(|table| table.sort());
            per_language.push(figures);
        }
        assert!(
            per_language.iter().all(|figures| *figures == per_language[0]),
            "edition {number}: languages differ"
        );
    }
}

/// The tables of a bundle: title and rows.
fn printed_tables(number: u32, language: Language) -> Vec<(String, Vec<pdf::Row>)> {
    let wording = Wording::new(language);
    let one = wording.say("table-number", &args![number = "1"]);
    let prefix = one.trim_end_matches('1');
    // A first edition has nothing to follow up.
    let after = ["follow-heading", "method-heading"].map(|key| wording.say(key, &args![]));
    let pages = pdf::pages(&edition(number).join(format!("bundle.{language}.pdf")));
    let mut tables: Vec<(String, Vec<&str>)> = Vec::new();
    for page in &pages {
        for line in pdf::body(page) {
            if let Some(title) = caption(line, prefix) {
                tables.push((title, Vec::new()));
            } else if !tables.is_empty() && after.iter().any(|heading| heading == line.trim()) {
                return tables
                    .into_iter()
                    .map(|(title, lines)| (title, pdf::rows(lines.into_iter())))
                    .collect();
            } else if let Some((_, lines)) = tables.last_mut() {
                lines.push(line);
            }
        }
    }
    panic!("the tables do not end before {after:?}");
}

/// The table with this title; none for the target groups, which are printed as one.
fn table_with_title(tables: &Value, language: Language, title: &str) -> Option<String> {
    let mut all = tables["tables"].as_array().unwrap().iter();
    let found = all.find(|table| {
        let whole = pdf::bare(table["title"][language.code()].as_str().unwrap());
        whole == pdf::bare(title) || whole.starts_with(&pdf::bare(title)) && title.len() > 40
    });
    found.map(|table| table["id"].as_str().unwrap().to_owned())
}

/// The figure "yes" of the target group whose label was printed.
fn target_group(tables: &Value, labels: &Labels, language: Language, printed: &str) -> Option<Vec<String>> {
    let all = tables["tables"].as_array().unwrap().iter();
    let ids = all.filter(|table| table["id"].as_str().unwrap().starts_with("target-"));
    let mut matching: Vec<(usize, &str)> = ids
        .filter_map(|table| {
            let title = pdf::bare(table["title"][language.code()].as_str().unwrap());
            let (_, group) = title.split_once(':')?;
            printed
                .to_lowercase()
                .ends_with(&group.to_lowercase())
                .then(|| (group.len(), table["id"].as_str().unwrap()))
        })
        .collect();
    matching.sort_unstable();
    let (_, id) = matching.last()?;
    let cell = labels.0.iter().find(|cell| cell.table == *id && cell.values[0] == "yes")?;
    Some(vec![cell.figure.clone()])
}

#[test]
fn no_page_has_protected_figures_only() {
    if pdf::validator().is_none() {
        return;
    }
    for number in EDITIONS {
        for &language in Language::ALL {
            let pages = pdf::pages(&edition(number).join(format!("bundle.{language}.pdf")));
            for (at, page) in pages.iter().enumerate() {
                let body = pdf::body(page);
                let figures: Vec<String> =
                    pdf::rows(body.iter().copied()).into_iter().flat_map(|row| row.figures).collect();
                let open = figures.iter().filter(|figure| figure.chars().all(|c| c.is_ascii_digit())).count();
                let protected = figures.iter().filter(|figure| *figure == "×").count();
                assert!(protected == 0 || open > 0, "edition {number}, {language}, page {}: only ×", at + 1);
            }
        }
    }
}

#[test]
fn the_table_for_programs_and_the_table_for_spreadsheets_hold_the_same_cells() {
    for number in EDITIONS {
        let tables = read(&edition(number).join("tables.json"));
        let labels = Labels::read(number, Language::Nl);
        let mut cells = 0;
        for table in tables["tables"].as_array().unwrap() {
            let dimensions: Vec<&str> =
                table["dimensions"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            for cell in table["cells"].as_array().unwrap() {
                let values: Vec<&str> =
                    dimensions.iter().map(|name| cell["at"][name].as_str().unwrap_or("*")).collect();
                let line =
                    labels.0.iter().find(|line| table["id"] == line.table.as_str() && line.values == values);
                let line = line.unwrap_or_else(|| panic!("tables.csv lacks {} at {values:?}", table["id"]));
                let expected = cell["count"].as_u64().map_or("×".to_owned(), |count| count.to_string());
                assert_eq!(line.figure, expected, "{} at {values:?}", table["id"]);
                assert_eq!(
                    cell["status"] == "protected",
                    line.figure == "×",
                    "{} at {values:?}",
                    table["id"]
                );
                cells += 1;
            }
        }
        assert_eq!(cells, labels.0.len(), "tables.csv holds more than tables.json");
    }
}
