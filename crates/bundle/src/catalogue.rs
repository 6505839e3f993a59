//! The entry of an edition in a catalogue of open data: `dcat.jsonld`.
//!
//! DCAT-AP 3.0.1 (Semic, European Commission), with the controlled vocabularies of the Publications Office of the European
//! Union. Addresses of files are relative to the entry itself, so that it holds wherever the folder is served; nothing
//! has to be fetched to read it, for its context stands in it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use model::{Language, Month, Period};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use wording::args;

use crate::edition::{SPREADSHEET, hex};
use crate::naming::Naming;
use crate::record::Header;

/// The name of the entry among the files.
pub const NAME: &str = "dcat.jsonld";

/// The region of Brussels, of which all places are a part (NUTS 2024, level 1).
const REGION: &str = "http://data.europa.eu/nuts/code/BE1";
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

/// The entry, for these files of the edition by name.
pub fn entry(namings: &[Naming<'_>], header: &Header, files: &BTreeMap<String, Vec<u8>>) -> Value {
    let edition = header.edition.to_string();
    let said = |key: &str| each(namings, |naming| naming.wording.say(key, &args![]));
    let network = |naming: &Naming<'_>| header.network.get_or_fallback(naming.wording.language()).to_owned();
    let description = each(namings, |naming| {
        let (network, period) = (network(naming), naming.wording.period(header.period));
        naming
            .wording
            .say("document-description", &args![network = &network, edition = &edition, period = &period])
    });
    let keywords: Vec<Value> = namings
        .iter()
        .flat_map(|naming| {
            let keywords = naming.wording.say("document-keywords", &args![]);
            let in_language = |word: &str| text(naming.wording.language(), word.trim());
            keywords.split(';').map(in_language).collect::<Vec<_>>()
        })
        .collect();
    let distributions: Vec<Value> =
        files.iter().filter_map(|(name, bytes)| distribution(namings, name, bytes)).collect();
    json!({
        "@context": {
            "adms": "http://www.w3.org/ns/adms#",
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": "./",
        "@type": "dcat:Dataset",
        "dct:identifier": format!("megafoon-{edition}-{}", header.revision),
        "dcat:version": header.revision.to_string(),
        "dct:title": said("document-title"),
        "dct:description": description,
        "dcat:keyword": keywords,
        "dct:publisher": { "@type": "foaf:Agent", "foaf:name": each(namings, network) },
        "dct:issued": date(header.date),
        "dct:temporal": temporal(header.period),
        "dct:spatial": { "@id": REGION, "@type": "dct:Location" },
        "dct:language": languages(namings),
        "dct:accessRights": of("access-right", "PUBLIC"),
        "dcat:theme": [of("data-theme", "SOCI"), of("data-theme", "GOVE")],
        "dcat:distribution": distributions,
    })
}

/// A file of the edition; nothing where it is no form of the edition itself.
fn distribution(namings: &[Naming<'_>], name: &str, bytes: &[u8]) -> Option<Value> {
    // A brief tells a part.
    let (media, kind, key) = match name.rsplit_once('.')?.1 {
        _ if name.contains('/') => return None,
        "pdf" => ("application/pdf", "PDFA3", "catalogue-bundle"),
        "csv" if name == SPREADSHEET => ("text/csv", "CSV", "catalogue-spreadsheet"),
        "csv" => ("text/csv", "CSV", "catalogue-csv"),
        "xlsx" => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "XLSX",
            "catalogue-workbook",
        ),
        "json" => ("application/json", "JSON", "catalogue-json"),
        _ => return None,
    };
    let in_one = name.strip_prefix("bundle.").and_then(|rest| rest.strip_suffix(".pdf"));
    let own: Vec<Naming<'_>> = namings
        .iter()
        .filter(|naming| in_one.is_none_or(|code| naming.wording.language().code() == code))
        .copied()
        .collect();
    Some(json!({
        "@id": format!("#{name}"),
        "@type": "dcat:Distribution",
        "dct:title": each(&own, |naming| naming.wording.say(key, &args![])),
        "dct:language": languages(&own),
        "dcat:accessURL": { "@id": name },
        "dcat:downloadURL": { "@id": name },
        "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{media}") },
        "dct:format": of("file-type", kind),
        "dct:license": of("licence", "CC_BY_4_0"),
        "adms:status": of("distribution-status", "COMPLETED"),
        "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": bytes.len().to_string() },
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
            "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": hex(&Sha256::digest(bytes)) },
        },
    }))
}

/// From the first month to the last, both included.
fn temporal(period: Period) -> Value {
    let month = |month: Month| json!({ "@type": "xsd:gYearMonth", "@value": month.to_string() });
    json!({
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": month(period.from()),
        "dcat:endDate": month(period.to()),
    })
}

fn date(date: NaiveDate) -> Value {
    json!({ "@type": "xsd:date", "@value": date.to_string() })
}

fn each(namings: &[Naming<'_>], say: impl Fn(&Naming<'_>) -> String) -> Vec<Value> {
    namings.iter().map(|naming| text(naming.wording.language(), &say(naming))).collect()
}

fn text(language: Language, words: &str) -> Value {
    json!({ "@language": language.code(), "@value": words })
}

fn languages(namings: &[Naming<'_>]) -> Vec<Value> {
    let code = |naming: &Naming<'_>| match naming.wording.language() {
        Language::Nl => "NLD",
        Language::Fr => "FRA",
        Language::En => "ENG",
    };
    namings.iter().map(|naming| of("language", code(naming))).collect()
}

/// A word of a controlled vocabulary.
fn of(vocabulary: &str, code: &str) -> Value {
    json!({ "@id": format!("{AUTHORITY}/{vocabulary}/{code}") })
}
