//! The proof at length: random plans, protected by the guard; attacked by the audit as a stranger and as organisations;
//! their witnesses added up; and one cell too many published, in as many ways as asked.
//!
//! `prove PLANS LARGE MUTANTS`: exit 1 with the first plan in which anything is found. A large plan has one to two thousand cells
//! and 40 organisations.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a program that says what it saw")]

#[path = "../tests/plans/mod.rs"]
#[expect(dead_code, reason = "the plans serve other tests too")]
mod plans;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

use audit::{Own, attack};
use serde_json::{Value, json};

use plans::{answered, check_witnesses, count, large, plan, protected, published};

/// From so many cells, where an attack takes minutes, only one in five plans is attacked by an organisation, the one that
/// filed most; the witnesses are added up for every organisation all the same.
const LARGE: usize = 500;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>().unwrap());
    let mut asked = |otherwise: u64| arguments.next().unwrap_or(otherwise);
    let (number, big, mutants) = (asked(1_000), asked(20), asked(1_000));
    let proved = attacked("plans", (0..number).map(|seed| (seed, plan(seed, true))))
        .and_then(|()| attacked("large plans", (0..big).map(|seed| (seed, large(seed, true)))))
        .and_then(|()| mutated(mutants));
    match proved {
        Ok(()) => ExitCode::SUCCESS,
        Err(found) => {
            println!("{found}");
            ExitCode::FAILURE
        }
    }
}

/// Protects each plan, adds up its witnesses and attacks what is published: as a stranger, and as the organisation that
/// filed most; one in five as each organisation. What was found, in words.
fn attacked(what: &str, plans: impl Iterator<Item = (u64, Value)>) -> Result<(), String> {
    let begun = Instant::now();
    let (mut number, mut most) = (0, 0);
    let (mut cells, mut attacked, mut witnesses, mut programs, mut organisations) = (0, 0, 0, 0, 0);
    for (seed, plan) in plans {
        let found = |wrong: String| format!("{what}, number {seed}: {wrong}");
        let answer = answered(&plan);
        witnesses += check_witnesses(&plan, &answer).map_err(found)?;
        number += 1;
        cells += answer.audit.cells;
        most = most.max(answer.audit.cells);
        programs += answer.audit.programs;
        let document = published(&serde_json::to_value(&answer).unwrap());
        let report = attack(std::slice::from_ref(&document), &[]).unwrap();
        attacked += report.protected;
        if let Some(finding) = report.findings.first() {
            return Err(found(format!("{finding:?}")));
        }
        let records = plan["records"].as_array().unwrap();
        let mut filed: BTreeMap<&str, Vec<Own>> = BTreeMap::new();
        for record in records {
            let name = record["organisation"].as_str().unwrap();
            filed.entry(name).or_default().push(serde_json::from_value(record.clone()).unwrap());
        }
        let largest = filed.iter().max_by_key(|(_, own)| own.len()).map(|(name, _)| *name);
        let (large, fifth) = (answer.audit.cells >= LARGE, seed % 5 == 0);
        let attacks =
            |name: &str| if large { fifth && Some(name) == largest } else { fifth || Some(name) == largest };
        for (name, own) in filed.iter().filter(|(name, _)| attacks(name)) {
            let report = attack(std::slice::from_ref(&document), own).unwrap();
            organisations += 1;
            if let Some(finding) = report.findings.iter().find(|finding| !finding.small) {
                return Err(found(format!("{name}: {finding:?}")));
            }
        }
    }
    println!(
        "{number} {what}, {cells} cells ({most} in one at most), {attacked} protected cells attacked by a stranger and \
         {organisations} times by an organisation: nothing found. {programs} programmes of the guard, {witnesses} witness \
         tables that add up. {:.0} s",
        begun.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Publishes one protected cell too many, in so many ways, each of which the audit must find.
fn mutated(mutants: u64) -> Result<(), String> {
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
                    return Ok(());
                }
                if cell["status"] == "protected" {
                    let mutant = with(&document, (t, c), count(&plan, &cell["at"]));
                    if attack(&[published(&mutant)], &[]).unwrap().findings.is_empty() {
                        let at = &cell["at"];
                        return Err(format!("plan {seed}: {at} published, and nothing was found"));
                    }
                    tried += 1;
                }
            }
        }
    }
    Ok(())
}

/// The document with one cell published.
fn with(document: &Value, (table, cell): (usize, usize), count: u64) -> Value {
    let mut mutant = document.clone();
    let cell = &mut mutant["tables"][table]["cells"][cell];
    *cell = json!({ "at": cell["at"], "count": count, "status": "published" });
    mutant
}
