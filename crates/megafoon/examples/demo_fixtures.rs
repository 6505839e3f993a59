//! Makes the generated part of the demo fixtures anew (`just fixtures`): signals that fill each edition to 300, and
//! which signals say the same as which structural signal.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use exchange::{CsvForm, SignalFormat, write_signals};
use generate::{Generator, languages_of};
use model::{Code, Network, Period, SignalReference};
use serde::Deserialize;

/// Signals per edition, hand-written ones included.
const PER_EDITION: usize = 300;
/// Seed, year, organisations that stay silent.
const EDITIONS: [(u64, i32, &[&str]); 2] =
    [(2024, 2024, &["occupation-ateliers", "de-olijftak"]), (2025, 2025, &["de-olijftak"])];

#[derive(Deserialize)]
struct Link {
    organisation: Code,
    reference: String,
    structural: Code,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/demo");
    let mut network: Network = serde_json::from_str(&fs::read_to_string(folder.join("network.json"))?)?;
    let mut links: BTreeMap<Code, Vec<SignalReference>> = BTreeMap::new();
    for file in ["links-nl.json", "links-fr.json"] {
        let written: Vec<Link> = serde_json::from_str(&fs::read_to_string(folder.join(file))?)?;
        for link in written {
            let signal = SignalReference { organisation: link.organisation, reference: link.reference };
            links.entry(link.structural).or_default().push(signal);
        }
    }
    let mut first = 1;
    for (seed, year, silent) in EDITIONS {
        let by_hand = hand_written(&folder, year)?;
        let organisations: Vec<_> = network
            .organisations
            .iter()
            .filter(|one| !silent.contains(&one.code.as_str()))
            .map(|one| (one.code.clone(), one.kind, languages_of(&one.name)))
            .collect();
        let generator = Generator::new(seed, &[Period::year(year)?], &organisations).numbered_from(first);
        let signals: Vec<_> = generator.take(PER_EDITION - by_hand).collect();
        first += u32::try_from(signals.len())?;
        let path = folder.join(format!("generated-{year}.csv"));
        let rows = signals.iter().map(|signal| &signal.submission);
        write_signals(SignalFormat::Csv(CsvForm::Plain), File::create(path)?, rows)?;
        for signal in &signals {
            let key = network.structural_signals.iter().find(|one| one.key.as_str() == signal.problem);
            if let (Some(key), Some(reference)) = (key, &signal.submission.reference) {
                links.entry(key.key.clone()).or_default().push(SignalReference {
                    organisation: signal.submission.organisation.clone(),
                    reference: reference.clone(),
                });
            }
        }
    }
    for structural in &mut network.structural_signals {
        structural.signals = links.remove(&structural.key).unwrap_or_default();
        structural.signals.sort();
    }
    let mut json = serde_json::to_string_pretty(&network)?;
    json.push('\n');
    fs::write(folder.join("network.json"), json)?;
    Ok(())
}

fn hand_written(folder: &Path, year: i32) -> Result<usize, Box<dyn Error>> {
    let mut count = 0;
    for language in ["nl", "fr"] {
        let path: PathBuf = folder.join(format!("signals-{year}-{language}.csv"));
        let mut rows = csv::Reader::from_path(path)?;
        count += rows.records().count();
    }
    Ok(count)
}
