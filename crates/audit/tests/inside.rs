//! Random plans, protected by the guard and attacked with the records they were made of.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "plans/mod.rs"]
#[expect(dead_code, reason = "shared with the other tests of plans")]
mod plans;

use std::collections::{BTreeMap, BTreeSet};

use audit::{Frozen, Inside, Published, Witnesses, Wrong};
use serde_json::{Value, json};

use plans::{answered, plan, published};

/// What an attack finds that has the records, and the tables that were kept.
fn inside(plan: &Value, edition: &Published, witnesses: &Value) -> Inside {
    let records = plan["records"].as_array().unwrap();
    let names: BTreeSet<&str> =
        records.iter().map(|record| record["organisation"].as_str().unwrap()).collect();
    let mut frozen = Frozen::new(edition, names.len()).unwrap();
    for record in records {
        let organisation = names.iter().position(|name| record["organisation"] == *name).unwrap();
        let at: BTreeMap<String, String> = serde_json::from_value(record.clone()).unwrap();
        frozen.add(organisation, &at).unwrap();
    }
    let witnesses: Witnesses = serde_json::from_value(witnesses.clone()).unwrap();
    frozen.attack(&witnesses).unwrap()
}

/// Seeds of plans without a cycle, whose groups cover what they divide: their kept tables are checked by adding alone.
fn plain() -> impl Iterator<Item = u64> {
    (0..24).filter(|seed| seed % 8 != 7)
}

#[test]
fn the_kept_tables_add_up_and_show_every_protected_count_small_and_large() {
    let (mut protected, mut witnesses, mut attackers) = (0, 0, 0);
    for seed in plain() {
        let plan = plan(seed, true);
        let answer = answered(&plan);
        let kept = serde_json::to_value(answer.witnesses()).unwrap();
        let found = inside(&plan, &published(&serde_json::to_value(&answer).unwrap()), &kept);
        assert_eq!(found.wrong, [], "seed {seed}");
        assert!(found.primary <= found.protected);
        (protected, witnesses, attackers) =
            (protected + found.protected, witnesses + found.witnesses, attackers + found.attackers);
    }
    assert!(protected > 300 && witnesses > 300 && attackers > 200, "{protected} {witnesses} {attackers}");
}

#[test]
fn without_the_kept_tables_programmes_show_the_same_and_what_is_missing_is_told() {
    let plan = plan(1, true);
    let answer = answered(&plan);
    let document = published(&serde_json::to_value(&answer).unwrap());
    let kept = serde_json::to_value(answer.witnesses()).unwrap();
    let none = json!({ "schema": 1, "cells": [], "tables": [] });
    let (with, without) = (inside(&plan, &document, &kept), inside(&plan, &document, &none));
    assert_eq!(with.wrong, []);
    assert!(!without.wrong.is_empty(), "a proof that nobody can add up");
    let unshown = |wrong: &Wrong| matches!(wrong, Wrong::Unshown { .. });
    assert!(without.wrong.iter().all(unshown), "{:?}", without.wrong);
    assert!(
        with.programs < without.programs,
        "{} programmes with, {} without",
        with.programs,
        without.programs
    );
}

#[test]
fn a_zero_beside_a_kind_of_organisations_is_one_only_where_nobody_of_that_kind_filed() {
    let cell = |at: serde_json::Value, count: Option<u64>| {
        let status = if count.is_some() { "published" } else { "protected" };
        json!({ "at": at, "count": count, "status": status })
    };
    let document = |informal: Option<u64>| {
        published(&json!({
            "schema": 1, "edition": 1, "revision": 1, "period": { "from": "2024-01", "to": "2024-12" },
            "rules": { "threshold": 5, "zeros": "protect", "min_organisations": 3, "max_share": 0.8, "min_others": 3 },
            "dimensions": {
                "domain": { "values": ["h", "k"] },
                "formality": { "kind": "formality", "values": ["formal", "informal"] },
            },
            "tables": [{ "id": "domain-by-formality", "dimensions": ["domain", "formality"], "cells": [
                cell(json!({ "domain": "*", "formality": "*" }), Some(40)),
                cell(json!({ "domain": "h", "formality": "*" }), Some(20)),
                cell(json!({ "domain": "k", "formality": "*" }), Some(20)),
                cell(json!({ "domain": "*", "formality": "formal" }), Some(40 - informal.unwrap_or(0))),
                cell(json!({ "domain": "*", "formality": "informal" }), informal),
                cell(json!({ "domain": "h", "formality": "formal" }), Some(20)),
                cell(json!({ "domain": "h", "formality": "informal" }), Some(0)),
                cell(json!({ "domain": "k", "formality": "formal" }), Some(20 - informal.unwrap_or(0))),
                cell(json!({ "domain": "k", "formality": "informal" }), informal),
            ] }],
        }))
    };
    let wrong = |edition: &Published, informal: usize| {
        let mut frozen = Frozen::new(edition, 8).unwrap();
        for number in 0..40 {
            let kind = if number < informal { "informal" } else { "formal" };
            let domain = if number < 20 { "k" } else { "h" };
            let at =
                [("domain", domain), ("formality", kind)].map(|(d, code)| (d.to_owned(), code.to_owned()));
            frozen
                .add(number % 4 + if number < informal { 4 } else { 0 }, &at.into_iter().collect())
                .unwrap();
        }
        frozen.attack(&Witnesses::default()).unwrap().wrong
    };
    assert_eq!(wrong(&document(Some(0)), 0), []);
    let filed = wrong(&document(Some(12)), 12);
    assert!(matches!(filed.as_slice(), [Wrong::Primary { published: 0, .. }]), "{filed:?}");
}

#[test]
fn a_wrong_count_a_small_one_and_a_kept_table_that_does_not_add_up_are_found() {
    let plan = plan(2, true);
    let answer = answered(&plan);
    let kept = serde_json::to_value(answer.witnesses()).unwrap();
    let document = serde_json::to_value(&answer).unwrap();

    let mut forged = document.clone();
    let total = &mut forged["tables"][0]["cells"][0]["count"];
    *total = json!(total.as_u64().unwrap() + 1);
    let found = inside(&plan, &published(&forged), &kept).wrong;
    assert!(found.iter().any(|wrong| matches!(wrong, Wrong::Count { .. })), "{found:?}");

    let mut bent = kept.clone();
    let count = &mut bent["tables"][0][0];
    *count = json!(count.as_u64().unwrap() + 1);
    let found = inside(&plan, &published(&document), &bent).wrong;
    assert!(matches!(found.as_slice(), [Wrong::Witness { number: 1 }, ..]), "{found:?}");

    // By rules that ask for more organisations than there are, every published count is one too many.
    let mut lax = document.clone();
    lax["rules"]["min_organisations"] = json!(1000);
    let found = inside(&plan, &published(&lax), &kept).wrong;
    assert!(found.iter().any(|wrong| matches!(wrong, Wrong::Primary { .. })), "{found:?}");
}
