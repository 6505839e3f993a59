//! The proof at length: random plans, protected by the guard; attacked by the audit as a stranger and as organisations;
//! their witnesses added up; and one cell too many published, in as many ways as asked.
//!
//! `prove PLANS MUTANTS`: exit 1 with the first plan in which anything is found.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a program that says what it saw")]

#[path = "../tests/plans/mod.rs"]
mod plans;

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::time::Instant;

use audit::{Own, attack};
use serde_json::{Value, json};

use plans::{answered, check_witnesses, count, plan, protected, published};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>().unwrap());
    let (number, mutants) = (arguments.next().unwrap_or(1_000), arguments.next().unwrap_or(1_000));
    let begun = Instant::now();
    let (mut cells, mut attacked, mut witnesses, mut programs, mut organisations) = (0, 0, 0, 0, 0);
    for seed in 0..number {
        let plan = plan(seed, true);
        let answer = answered(&plan);
        witnesses += match check_witnesses(&plan, &answer) {
            Ok(witnesses) => witnesses,
            Err(wrong) => return found(seed, &wrong),
        };
        cells += answer.audit.cells;
        programs += answer.audit.programs;
        let document = published(&serde_json::to_value(&answer).unwrap());
        let report = attack(std::slice::from_ref(&document), &[]).unwrap();
        attacked += report.protected;
        if let Some(finding) = report.findings.first() {
            return found(seed, &format!("{finding:?}"));
        }
        let records = plan["records"].as_array().unwrap();
        let names: BTreeSet<&str> =
            records.iter().map(|record| record["organisation"].as_str().unwrap()).collect();
        // One in five plans by each organisation; the others by the one that filed most.
        let largest = names
            .iter()
            .copied()
            .max_by_key(|name| records.iter().filter(|record| record["organisation"] == *name).count());
        for name in names.iter().copied().filter(|name| seed % 5 == 0 || Some(*name) == largest) {
            let own = records.iter().filter(|record| record["organisation"] == name);
            let own: Vec<Own> = own.map(|record| serde_json::from_value(record.clone()).unwrap()).collect();
            let report = attack(std::slice::from_ref(&document), &own).unwrap();
            organisations += 1;
            if let Some(finding) = report.findings.iter().find(|finding| !finding.small) {
                return found(seed, &format!("{name}: {finding:?}"));
            }
        }
    }
    println!(
        "{number} plans, {cells} cells, {attacked} protected cells attacked by a stranger and {organisations} times by an \
         organisation: nothing found. {programs} programmes of the guard, {witnesses} witness tables that add up. {:.0} s",
        begun.elapsed().as_secs_f64()
    );
    let begun = Instant::now();
    let mut tried = 0;
    for seed in 0.. {
        let plan = plan(seed, false);
        let document = protected(&plan);
        for (t, table) in document["tables"].as_array().unwrap().iter().enumerate() {
            for (c, cell) in table["cells"].as_array().unwrap().iter().enumerate() {
                if tried == mutants {
                    println!(
                        "{tried} protected cells published one by one: each found. {:.0} s",
                        begun.elapsed().as_secs_f64()
                    );
                    return ExitCode::SUCCESS;
                }
                if cell["status"] == "protected" {
                    let mutant = with(&document, (t, c), count(&plan, &cell["at"]));
                    if attack(&[published(&mutant)], &[]).unwrap().findings.is_empty() {
                        return found(seed, &format!("{} published, and nothing was found", cell["at"]));
                    }
                    tried += 1;
                }
            }
        }
    }
    ExitCode::SUCCESS
}

/// The document with one cell published.
fn with(document: &Value, (table, cell): (usize, usize), count: u64) -> Value {
    let mut mutant = document.clone();
    let cell = &mut mutant["tables"][table]["cells"][cell];
    *cell = json!({ "at": cell["at"], "count": count, "status": "published" });
    mutant
}

fn found(seed: u64, what: &str) -> ExitCode {
    println!("plan {seed}: {what}");
    ExitCode::FAILURE
}
