//! Random plans, protected by the guard and attacked by the audit; and what the audit says when one cell too many is
//! published.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "plans/mod.rs"]
mod plans;

use std::collections::BTreeSet;

use audit::{Own, attack};
use serde_json::json;

use plans::{answered, check_witnesses, count, plan, protected, published};

#[test]
fn what_the_guard_lets_out_the_audit_finds_nothing_in() {
    let mut protected_cells = 0;
    for seed in 0..16 {
        let plan = plan(seed, true);
        let answer = answered(&plan);
        check_witnesses(&plan, &answer).unwrap();
        let report = attack(&[published(&serde_json::to_value(&answer).unwrap())], &[]).unwrap();
        assert!(report.findings.is_empty(), "seed {seed}: {:?}", report.findings);
        protected_cells += report.protected;
    }
    assert!(protected_cells > 200, "only {protected_cells} cells were attacked");
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
    for seed in 0..3 {
        let plan = plan(seed, false);
        let document = protected(&plan);
        for (t, table) in document["tables"].as_array().unwrap().iter().enumerate() {
            for (c, cell) in table["cells"].as_array().unwrap().iter().enumerate() {
                if cell["status"] == "protected" {
                    let mut mutant = document.clone();
                    let cell = &mut mutant["tables"][t]["cells"][c];
                    *cell = json!({ "at": cell["at"], "count": count(&plan, &cell["at"]), "status": "published" });
                    let report = attack(&[published(&mutant)], &[]).unwrap();
                    assert!(!report.findings.is_empty(), "seed {seed}: {}", mutant["tables"][t]["cells"][c]);
                    mutants += 1;
                }
            }
        }
    }
    assert!(mutants > 50, "only {mutants} cells were tried");
}
