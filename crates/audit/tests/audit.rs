//! What a stranger works out from published files.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use audit::{Own, Published, Refused, attack};
use serde_json::{Value, json};

fn published(document: &Value) -> Published {
    serde_json::from_value(document.clone()).unwrap()
}

/// One table of colours: a group of two, and one beside it.
fn colours(edition: u32, counts: &[(&str, Option<u64>)]) -> Value {
    let cell = |(code, count): &(&str, Option<u64>)| {
        let status = if count.is_some() { "published" } else { "protected" };
        json!({ "at": { "colour": code }, "count": count, "status": status })
    };
    json!({
        "schema": 1, "edition": edition, "revision": 1, "period": { "from": "2025-01", "to": "2025-12" },
        "rules": { "threshold": 5, "zeros": "protect" },
        "dimensions": { "colour": { "values": ["red", "green", "blue"], "groups": { "warm": ["red", "green"] } } },
        "tables": [{ "id": "colour", "dimensions": ["colour"], "cells": counts.iter().map(cell).collect::<Vec<_>>() }],
    })
}

#[test]
fn what_can_be_nothing_and_can_be_five_is_not_found() {
    let file = colours(
        1,
        &[("*", Some(30)), ("warm", Some(14)), ("red", None), ("green", None), ("blue", Some(16))],
    );
    let report = attack(&[published(&file)], &[]).unwrap();
    assert_eq!((report.protected, report.findings.len()), (2, 0), "{report:?}");
}

#[test]
fn a_count_that_follows_is_found_with_the_sum_that_gives_it_away() {
    let file = colours(
        1,
        &[("*", Some(30)), ("warm", Some(14)), ("red", Some(12)), ("green", None), ("blue", Some(16))],
    );
    let report = attack(&[published(&file)], &[]).unwrap();
    let finding = &report.findings[0];
    assert_eq!((finding.low, finding.high), (2.0, Some(2.0)));
    let sum: f64 = finding.sum.iter().map(|term| term.factor * term.said.count as f64).sum();
    assert!((sum - 2.0).abs() < 1e-6, "{finding:?}");
}

#[test]
fn a_count_that_can_only_be_small_is_found_and_so_is_a_small_one_that_is_published() {
    let file =
        colours(1, &[("*", Some(20)), ("warm", Some(4)), ("red", None), ("green", None), ("blue", Some(16))]);
    let report = attack(&[published(&file)], &[]).unwrap();
    let (small, narrow): (Vec<_>, Vec<_>) = report.findings.iter().partition(|finding| finding.small);
    assert_eq!((small.len(), small[0].low), (1, 4.0));
    assert_eq!((narrow.len(), narrow[0].low, narrow[0].high), (2, 0.0, Some(4.0)));
}

#[test]
fn two_editions_about_the_same_months_are_attacked_together() {
    let one = colours(1, &[("*", Some(30)), ("warm", None), ("red", None), ("green", None), ("blue", None)]);
    let two = colours(
        2,
        &[("*", Some(30)), ("warm", Some(13)), ("red", Some(12)), ("green", None), ("blue", Some(17))],
    );
    let alone = attack(&[published(&one)], &[]).unwrap();
    assert!(alone.findings.is_empty());
    let both = attack(&[published(&one), published(&two)], &[]).unwrap();
    let finding = both.findings.iter().find(|finding| finding.edition == 1).unwrap();
    assert_eq!((finding.at["colour"].as_str(), finding.low, finding.high), ("green", 1.0, Some(1.0)));
    assert!(
        finding.sum.iter().all(|term| term.said.edition == 2 || term.said.at["colour"] == "*"),
        "{finding:?}"
    );
}

#[test]
fn editions_that_contradict_each_other_are_attacked_apart_and_that_is_told() {
    let one = colours(
        1,
        &[("*", Some(30)), ("warm", Some(14)), ("red", None), ("green", None), ("blue", Some(16))],
    );
    let two = colours(
        2,
        &[("*", Some(40)), ("warm", Some(24)), ("red", None), ("green", None), ("blue", Some(16))],
    );
    let report = attack(&[published(&one), published(&two)], &[]).unwrap();
    assert_eq!(report.apart, [1, 2]);
}

#[test]
fn what_follows_from_the_rest_is_found_where_one_count_was_corrected_for_all_to_see() {
    let one = colours(
        1,
        &[("*", Some(30)), ("warm", Some(14)), ("red", None), ("green", None), ("blue", Some(16))],
    );
    let two =
        colours(2, &[("*", None), ("warm", None), ("red", Some(12)), ("green", None), ("blue", Some(26))]);
    for alone in [&one, &two] {
        assert!(attack(&[published(alone)], &[]).unwrap().findings.is_empty());
    }
    let report = attack(&[published(&one), published(&two)], &[]).unwrap();
    assert_eq!(report.apart, [1, 2]);
    let green: Vec<u32> = report
        .findings
        .iter()
        .filter(|f| f.at["colour"] == "green" && f.high == Some(2.0))
        .map(|f| f.edition)
        .collect();
    assert_eq!(green, [1, 2], "{report:?}");
    assert_eq!(report.protected, 5);
}

/// Two domains, of which the first edition prints a topic of one.
#[test]
fn a_topic_that_only_one_edition_prints_is_part_of_the_rest_in_the_other() {
    let edition = |number: u32, topics: &[&str], counts: &[(&str, Option<u64>)]| {
        let cell = |(code, count): &(&str, Option<u64>)| {
            let status = if count.is_some() { "published" } else { "protected" };
            json!({ "at": { "topic": code }, "count": count, "status": status })
        };
        json!({
            "schema": 1, "edition": number, "revision": 1, "period": { "from": "2025-01", "to": "2025-12" },
            "rules": { "threshold": 5, "zeros": "protect" },
            "dimensions": { "topic": { "kind": "topic", "values": topics, "groups": { "housing": topics } } },
            "tables": [{ "id": "topic", "dimensions": ["topic"], "cells": counts.iter().map(cell).collect::<Vec<_>>() }],
        })
    };
    let one = edition(1, &["damp", "other-housing"], &[("damp", Some(9)), ("other-housing", None)]);
    let two = edition(2, &["other-housing"], &[("other-housing", Some(11))]);
    let report = attack(&[published(&one), published(&two)], &[]).unwrap();
    assert!(report.apart.is_empty(), "{report:?}");
    assert_eq!((report.findings[0].low, report.findings[0].high), (2.0, Some(2.0)));
}

#[test]
fn counts_that_contradict_each_other_and_unknown_codes_are_refused() {
    let wrong = colours(
        1,
        &[("*", Some(30)), ("warm", Some(14)), ("blue", Some(17)), ("red", None), ("green", None)],
    );
    assert_eq!(attack(&[published(&wrong)], &[]), Err(Refused::Contradiction(1)));
    let unknown = colours(1, &[("*", Some(30)), ("purple", Some(14))]);
    assert_eq!(attack(&[published(&unknown)], &[]), Err(Refused::Unreadable("colour".to_owned())));
}

#[test]
fn an_organisation_subtracts_its_own_records() {
    // Fourteen warm ones, of which red and green are withheld; to a stranger each may be nothing.
    let file = colours(
        1,
        &[("*", Some(30)), ("warm", Some(14)), ("red", None), ("green", None), ("blue", Some(16))],
    );
    let own: Vec<Own> =
        serde_json::from_value(json!([{ "colour": "red", "count": 7 }, { "colour": "green", "count": 4 }]))
            .unwrap();
    assert!(attack(&[published(&file)], &[]).unwrap().findings.is_empty());
    let report = attack(&[published(&file)], &own).unwrap();
    assert_eq!(report.findings.len(), 2);
    assert_eq!((report.findings[0].low, report.findings[0].high), (0.0, Some(3.0)));
}
