//! The pages of the sample document that the templates are tried on.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use model::Language;
use reading::document::Document;
use reading::page::{ANSWER_BEGINS, ANSWER_ENDS, Source, pages, shared};
use serde_json::Value;
use wording::Wording;

fn sample() -> (Value, BTreeMap<String, String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../report-templates/sample");
    let data = serde_json::from_slice(&std::fs::read(folder.join("data.nl.json")).unwrap()).unwrap();
    let charts = ["causes", "change", "zones"].map(|name| {
        let path = format!("charts/{name}.svg");
        (path.clone(), std::fs::read_to_string(folder.join(path)).unwrap())
    });
    (data, charts.into())
}

/// Every page and file, by path.
fn made(data: &Value, charts: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let document: Document = serde_json::from_value(data.clone()).unwrap();
    let wording = Wording::new(Language::Nl);
    let briefs = [("briefs/federal.nl.pdf".to_owned(), "Federale overheid".to_owned())];
    let source = Source { document: &document, charts, wording, languages: &[Language::Nl], briefs: &briefs };
    let mut files = pages(source).unwrap();
    files.extend(shared(&[(wording, &document)]).unwrap());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
    files.into_iter().map(|(name, bytes)| (name, text(bytes))).collect()
}

fn html(files: &BTreeMap<String, String>) -> impl Iterator<Item = (&String, &String)> {
    files.iter().filter(|(name, _)| name.ends_with(".html"))
}

/// The values of an attribute.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    let after = page.split(begin.as_str()).skip(1);
    after.map(|rest| rest.split('"').next().unwrap_or_default()).collect()
}

#[test]
fn every_link_leads_to_a_place_that_exists() {
    let (data, charts) = sample();
    let files = made(&data, &charts);
    // What stands beside the pages is not made here.
    let beside = |path: &str| {
        path.starts_with("briefs/")
            || path.starts_with("bundle.")
            || !path.contains('/') && !path.ends_with(".html")
    };
    let mut links = 0;
    for (name, page) in html(&files) {
        for href in values(page, "href") {
            if href == "https://creativecommons.org/licenses/by/4.0/" {
                continue;
            }
            let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
            let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
            let path = match path.strip_prefix("../") {
                Some(up) => up.to_owned(),
                None if path.is_empty() => name.clone(),
                None if folder.is_empty() => path.to_owned(),
                None => format!("{folder}/{path}"),
            };
            links += 1;
            if beside(&path) {
                continue;
            }
            let target = files.get(&path).unwrap_or_else(|| panic!("{name}: {href} leads nowhere"));
            let found = anchor.is_empty() || values(target, "id").contains(&anchor);
            assert!(found, "{name}: {href} leads to a page without that place");
        }
    }
    assert!(links > 100, "only {links} links");
}

#[test]
fn every_place_has_one_name_and_every_page_one_title() {
    let (data, charts) = sample();
    let files = made(&data, &charts);
    for (name, page) in html(&files) {
        let ids = values(page, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: {ids:?}");
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        assert_eq!(page.matches("<main").count(), 1, "{name}");
    }
    // The places that print names.
    let figures = &files["nl/figures.html"];
    for part in ["figures", "tables"] {
        let list = if part == "figures" { "charts" } else { "tables" };
        for one in data[part][list].as_array().unwrap() {
            let anchor = one["anchor"].as_str().unwrap();
            assert!(values(figures, "id").contains(&anchor), "{anchor}");
        }
    }
    for chapter in data["chapters"].as_array().unwrap() {
        let number = chapter["number"].as_str().unwrap();
        let page = &files[&format!("nl/signal-{number}.html")];
        assert!(values(page, "id").contains(&format!("signal-{number}").as_str()));
        assert!(
            page.contains(&format!("{ANSWER_BEGINS}{}{ANSWER_ENDS}", chapter["trace"].as_str().unwrap()))
        );
    }
}

/// What is said of the PDF alone, codes for the templates, and the words of a chart, which stand in the chart.
const NOT_ON_PAGES: [&str; 22] = [
    "schema",
    "date",
    "language",
    "region",
    "keywords",
    "attachment",
    "running",
    "contents",
    "page",
    "kind",
    "image",
    "anchor",
    "answer_code",
    "verdict_code",
    "protected_symbol",
    "competent_both",
    "number",
    "cells",
    "authors",
    "right",
    "foot",
    "alt",
];

fn printed<'a>(key: &str, value: &'a Value, path: &str, take: &mut impl FnMut(String, &'a str)) {
    if NOT_ON_PAGES.contains(&key) && !(key == "cells" && path.starts_with("/tables")) {
        return;
    }
    let path = format!("{path}/{key}");
    match value {
        Value::String(words) => take(path, words),
        Value::Array(list) => list.iter().for_each(|one| printed("", one, &path, take)),
        Value::Object(fields) => fields.iter().for_each(|(key, one)| printed(key, one, &path, take)),
        _ => {}
    }
}

#[test]
fn whatever_is_typeset_stands_on_the_pages_too() {
    let (data, charts) = sample();
    let files = made(&data, &charts);
    let all: String = html(&files).map(|(_, page)| page.as_str()).collect();
    let all = all.replace("&#38;", "&").replace("&#39;", "'").replace("&#34;", "\"");
    let mut texts = 0;
    let of_the_pdf = [data["tables"]["paragraphs"][0].as_str().unwrap()];
    for part in [
        "document",
        "cover",
        "key_page",
        "how_to_read",
        "signals",
        "chapters",
        "figures",
        "tables",
        "follow_up",
        "method",
        "filers",
        "colophon",
    ] {
        printed(part, &data[part], "", &mut |path, words| {
            texts += 1;
            let elsewhere = path.starts_with("/colophon") || of_the_pdf.contains(&words);
            assert!(elsewhere || all.contains(words), "{path}: “{words}” is on no page");
        });
    }
    assert!(texts > 500, "only {texts} texts");
}

#[test]
fn what_somebody_wrote_is_text_and_nothing_else() {
    let (mut data, charts) = sample();
    let hostile = "</p><script>alert(1)</script><img src=x onerror=alert(2)> & \" '";
    data["chapters"][0]["title"] = hostile.into();
    data["chapters"][0]["lead"] = hostile.into();
    data["chapters"][0]["quotes"] =
        serde_json::json!([{ "text": hostile, "source": null, "language": "nl" }]);
    data["document"]["title"] = hostile.into();
    data["tables"]["tables"][0]["rows"][0]["cells"][0] = hostile.into();
    let files = made(&data, &charts);
    for (name, page) in html(&files) {
        assert!(!page.contains("<script") && !page.contains("<img"), "{name}");
    }
    assert!(files["nl/signal-1.html"].contains("&#60;script&#62;"));
}

#[test]
fn the_pages_need_nothing_from_elsewhere() {
    let (data, charts) = sample();
    let files = made(&data, &charts);
    for (name, page) in html(&files) {
        for absent in ["<script", "<iframe", "<img", " style=", " onclick", " src="] {
            assert!(!page.contains(absent), "{name}: {absent}");
        }
    }
    let style = &files["style/style.css"];
    assert!(!style.contains("content:"), "a style that prints is refused by the audit");
    for url in style.split("url(\"").skip(1) {
        let name = url.split('"').next().unwrap();
        assert!(files.contains_key(&format!("style/{name}")), "{name}");
    }
}
