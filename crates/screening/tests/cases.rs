//! The shared cases of `rules/cases.json`, against the server's screen; `js/screening.test.js` runs the same file.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::sync::LazyLock;

use screening::{Certainty, Finding, Kind, Screen};
use serde::Deserialize;

static SCREEN: LazyLock<Screen> = LazyLock::new(|| Screen::new().unwrap());

#[derive(Deserialize)]
struct Cases {
    blocked: Vec<String>,
    clean: Vec<String>,
}

fn cases() -> Cases {
    serde_json::from_str(include_str!("../rules/cases.json")).unwrap()
}

/// `bel ⟦phone|0477 …⟧` → the text without marks, and where the marks stood.
fn parse(marked: &str) -> (String, Vec<Finding>) {
    let (mut text, mut expected) = (String::new(), Vec::new());
    let mut pieces = marked.split('⟦');
    text.push_str(pieces.next().unwrap());
    for piece in pieces {
        let (kind, rest) = piece.split_once('|').unwrap();
        let (place, after) = rest.split_once('⟧').unwrap();
        let start = text.chars().count();
        let end = start + place.chars().count();
        let kind = Kind::from_code(kind).unwrap();
        expected.push(Finding { kind, start, end, certainty: Certainty::Blocked });
        text.push_str(place);
        text.push_str(after);
    }
    (text, expected)
}

#[test]
fn every_planted_place_is_found_whole_and_of_its_kind() {
    let cases = cases().blocked;
    assert!(cases.len() >= 300);
    let wrong: Vec<_> = cases
        .iter()
        .filter(|marked| {
            let (text, expected) = parse(marked);
            SCREEN.blocked(&text) != expected
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_is_found_in_clean_texts() {
    let wrong: Vec<_> = cases().clean.into_iter().filter(|text| !SCREEN.blocked(text).is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_blocked_kind_has_cases() {
    let planted: Vec<_> =
        cases().blocked.iter().flat_map(|marked| parse(marked).1).map(|one| one.kind).collect();
    for kind in Kind::ALL.into_iter().filter(|kind| kind.certainty() == Certainty::Blocked) {
        assert!(planted.iter().filter(|one| **one == kind).count() >= 8, "{}", kind.code());
    }
}

#[test]
fn blocked_findings_stay_when_marked_ones_join_them() {
    for marked in cases().blocked {
        let (text, expected) = parse(&marked);
        let findings = SCREEN.findings(&text, None);
        let blocked: Vec<_> =
            findings.iter().copied().filter(|one| one.certainty == Certainty::Blocked).collect();
        assert_eq!(blocked, expected, "{text}");
        assert!(findings.windows(2).all(|two| two[0].end <= two[1].start), "{text}");
    }
}

#[test]
fn what_is_blocked_is_not_marked_again() {
    let found = |text: &str| SCREEN.findings(text, None).into_iter().map(|one| one.kind).collect::<Vec<_>>();
    assert_eq!(found("Post voor Fatima Benali."), [Kind::Name]);
    assert_eq!(found("Post voor iemand op rue Fatima Benali 12."), [Kind::Addr]);
}

#[test]
fn the_demo_signals_hold_nothing_that_must_be_reworded() {
    let demo = [
        include_str!("../../../fixtures/demo/signals-2024-nl.csv"),
        include_str!("../../../fixtures/demo/signals-2024-fr.csv"),
        include_str!("../../../fixtures/demo/signals-2025-nl.csv"),
        include_str!("../../../fixtures/demo/signals-2025-fr.csv"),
    ];
    // What people wrote stands between quotation marks; beside it stand codes.
    for text in demo.into_iter().flat_map(str::lines).flat_map(|line| line.split('"').skip(1).step_by(2)) {
        assert_eq!(SCREEN.blocked(text), [], "{text}");
    }
}
