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
fn without_the_kept_tables_programmes_show_the_same() {
    let plan = plan(1, true);
    let answer = answered(&plan);
    let document = published(&serde_json::to_value(&answer).unwrap());
    let kept = serde_json::to_value(answer.witnesses()).unwrap();
    let none = json!({ "schema": 1, "cells": [], "tables": [] });
    let (with, without) = (inside(&plan, &document, &kept), inside(&plan, &document, &none));
    assert_eq!((with.wrong, without.wrong), (vec![], vec![]));
    assert!(
        with.programs < without.programs,
        "{} programmes with, {} without",
        with.programs,
        without.programs
    );
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
