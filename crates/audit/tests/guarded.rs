//! Random plans, protected by the guard and attacked by the audit; and what the audit says when one cell too many is
//! published.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;

use audit::{Own, Published, attack};
use figures::{Limits, Request};
use serde_json::{Value, json};

/// A small generator with a fixed seed: the same plans in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn skewed(&mut self, n: u64) -> u64 {
        self.below(n).min(self.below(n))
    }
}

/// Two to four dimensions, some with groups; one-way tables and a star of two-way ones; sparse, skewed counts.
fn plan(seed: u64, insiders: bool) -> Value {
    let mut dice = Dice(seed.wrapping_mul(7919).wrapping_add(17));
    let names = ["a", "b", "c", "d"];
    let dimensions = 2 + dice.below(3) as usize;
    let sizes: Vec<u64> = (0..dimensions).map(|_| 3 + dice.below(5)).collect();
    let mut shapes = serde_json::Map::new();
    for (name, size) in names.iter().zip(&sizes) {
        let values: Vec<String> = (0..*size).map(|i| format!("{name}{i}")).collect();
        let groups = match dice.below(3) {
            0 => json!({}),
            1 => json!({ "g": values[..2], "h": values[2..] }),
            _ => json!({ "g": values[..2], "h": values[1..] }),
        };
        shapes.insert((*name).to_owned(), json!({ "values": values, "groups": groups }));
    }
    let mut tables = vec![json!([])];
    tables.extend(names[..dimensions].iter().map(|name| json!([name])));
    tables.extend(names[1..dimensions].iter().map(|name| json!(["a", name])));
    let organisations = 10 + dice.below(31);
    let records: Vec<Value> = (0..20 + dice.below(400))
        .map(|_| {
            let mut record = serde_json::Map::new();
            for (name, size) in names.iter().zip(&sizes) {
                record.insert((*name).to_owned(), json!(format!("{name}{}", dice.skewed(*size))));
            }
            // Who filed stands in no published file: a count that one organisation dominates is not told by it.
            if insiders {
                record.insert("organisation".to_owned(), json!(format!("o{}", dice.skewed(organisations))));
            }
            Value::Object(record)
        })
        .collect();
    json!({
        "schema": 1, "rules": { "max_protected_share": 1.0, "thresholds": [], "insiders": insiders },
        "dimensions": shapes, "tables": tables, "records": records,
    })
}

fn protected(plan: &Value) -> Value {
    let request: Request = serde_json::from_value(plan.clone()).unwrap();
    serde_json::to_value(request.protect(&Limits::DEFAULT).unwrap()).unwrap()
}

fn published(document: &Value) -> Published {
    serde_json::from_value(document.clone()).unwrap()
}

/// The true count of a cell, from the records.
fn count(plan: &Value, at: &Value) -> u64 {
    let holds = |record: &Value, dimension: &str, code: &str| {
        let value = record[dimension].as_str().unwrap();
        let group = plan["dimensions"][dimension]["groups"][code].as_array();
        code == "*" || code == value || group.is_some_and(|members| members.iter().any(|m| m == value))
    };
    let matches = |record: &&Value| {
        at.as_object().unwrap().iter().all(|(d, code)| holds(record, d, code.as_str().unwrap()))
    };
    plan["records"].as_array().unwrap().iter().filter(matches).count() as u64
}

#[test]
fn what_the_guard_lets_out_the_audit_finds_nothing_in() {
    let mut protected_cells = 0;
    for seed in 0..24 {
        let report = attack(&[published(&protected(&plan(seed, true)))], &[]).unwrap();
        assert!(report.findings.is_empty(), "seed {seed}: {:?}", report.findings);
        protected_cells += report.protected;
    }
    assert!(protected_cells > 500, "only {protected_cells} cells were attacked");
}

#[test]
fn no_organisation_works_out_what_the_others_contribute() {
    for seed in 0..8 {
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
    for seed in 0..6 {
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
    assert!(mutants > 100, "only {mutants} cells were tried");
}
