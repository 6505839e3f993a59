//! Random plans, protected by the guard and attacked by the audit; and what the audit says when one cell too many is
//! published.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "plans/mod.rs"]
#[expect(dead_code, reason = "the large plans are for the proof at length")]
mod plans;

use std::collections::BTreeSet;
use std::ops::Range;

use audit::{Own, attack};
use serde_json::json;

use plans::{answered, beside_a_cycle, check_witnesses, count, plan, protected, published};

/// The first plans of the proof at length.
const PLANS: Range<u64> = 0..40;
/// So many cells of each plan at most are published though they are protected.
const OF_EACH: usize = 12;

#[test]
fn what_the_guard_lets_out_the_audit_finds_nothing_in() {
    let mut protected_cells = 0;
    for seed in PLANS {
        let plan = plan(seed, true);
        let answer = answered(&plan);
        check_witnesses(&plan, &answer).unwrap();
        let report = attack(&[published(&serde_json::to_value(&answer).unwrap())], &[]).unwrap();
        assert!(report.findings.is_empty(), "seed {seed}: {:?}", report.findings);
        protected_cells += report.protected;
    }
    assert!(protected_cells > 500, "only {protected_cells} cells were attacked");
}

#[test]
fn a_table_that_reaches_beyond_a_cycle_is_bound_by_it_all_the_same() {
    let (mut protected_cells, mut whole) = (0, 0);
    for seed in 0..100 {
        let plan = beside_a_cycle(seed);
        let answer = answered(&plan);
        check_witnesses(&plan, &answer).unwrap();
        let document = serde_json::to_value(&answer).unwrap();
        let report = attack(&[published(&document)], &[]).unwrap();
        assert!(report.findings.is_empty(), "seed {seed}: {:?}", report.findings);
        protected_cells += report.protected;
        whole += usize::from(document["tables"].as_array().unwrap().len() == 8);
    }
    assert!(protected_cells > 500 && whole > 10, "{protected_cells} cells, {whole} plans kept whole");
}

#[test]
fn no_organisation_works_out_what_the_others_contribute() {
    for seed in 0..3 {
        let plan = plan(seed, true);
        let document = published(&protected(&plan));
        let records = plan["records"].as_array().unwrap();
        let names: BTreeSet<&str> = records.iter().map(|r| r["organisation"].as_str().unwrap()).collect();
        for name in names {
            let own = records.iter().filter(|record| record["organisation"] == name);
            let own: Vec<Own> = own.map(|record| serde_json::from_value(record.clone()).unwrap()).collect();
            let report = attack(std::slice::from_ref(&document), &own).unwrap();
            let follows: Vec<_> = report.findings.iter().filter(|finding| !finding.small).collect();
            assert!(follows.is_empty(), "seed {seed}, {name}: {follows:?}");
        }
    }
}

#[test]
fn one_protected_cell_too_many_is_always_found() {
    let mut mutants = 0;
    for seed in PLANS {
        let plan = plan(seed, false);
        let document = protected(&plan);
        let mut closed: Vec<(usize, usize)> = Vec::new();
        for (t, table) in document["tables"].as_array().unwrap().iter().enumerate() {
            let cells = table["cells"].as_array().unwrap().iter().enumerate();
            closed.extend(cells.filter(|(_, cell)| cell["status"] == "protected").map(|(c, _)| (t, c)));
        }
        // Some of each plan, spread over its tables, so that every plan has its turn.
        for (t, c) in closed.iter().copied().step_by(closed.len().div_ceil(OF_EACH).max(1)) {
            let mut mutant = document.clone();
            let cell = &mut mutant["tables"][t]["cells"][c];
            *cell = json!({ "at": cell["at"], "count": count(&plan, &cell["at"]), "status": "published" });
            let report = attack(&[published(&mutant)], &[]).unwrap();
            assert!(!report.findings.is_empty(), "seed {seed}: {}", mutant["tables"][t]["cells"][c]);
            mutants += 1;
        }
    }
    assert!(mutants > 200, "only {mutants} cells were tried");
}
