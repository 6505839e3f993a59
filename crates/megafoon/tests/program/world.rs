//! A small network and its signals, as files: three organisations, two structural signals, sixty signals in 2024.

use std::fs::{self, File};
use std::path::Path;

use exchange::{CsvForm, SignalFormat, SignalWriter};
use model::{Cause, CauseChoice, Network, Place};
use testkit::{code, network, structural_signal, submission};

use crate::run::{Program, argument};

/// The organisations of the network.
pub const ORGANISATIONS: [&str; 3] = ["alfa", "beta", "gamma"];

/// Two structural signals that may be printed, with the references they name.
pub fn small() -> Network {
    let mut network = network();
    let signals = |numbers: std::ops::Range<u32>| -> Vec<(&'static str, String)> {
        numbers.flat_map(|number| ORGANISATIONS.map(|name| (name, format!("24-{number:02}")))).collect()
    };
    for (key, numbers) in [("address", 0..5), ("counter", 5..9)] {
        let signals = signals(numbers);
        let named: Vec<(&str, &str)> =
            signals.iter().map(|(name, reference)| (*name, reference.as_str())).collect();
        network.structural_signals.push(structural_signal(key, 1, &named));
    }
    network
}

/// Writes `network.json`.
pub fn write_network(folder: &Path, network: &Network) {
    fs::write(folder.join("network.json"), serde_json::to_vec(network).unwrap()).unwrap();
}

/// Writes `signals.csv`: twenty of each organisation, without those that are to be missing.
pub fn write_signals(folder: &Path, missing: &[(&str, &str)]) {
    let file = File::create(folder.join("signals.csv")).unwrap();
    let mut writer = SignalWriter::new(SignalFormat::Csv(CsvForm::Plain), file).unwrap();
    for number in 0_u32..20 {
        for name in ORGANISATIONS {
            let reference = format!("24-{number:02}");
            if missing.contains(&(name, reference.as_str())) {
                continue;
            }
            let mut signal = submission(name, &reference, "2024-05");
            signal.cause = CauseChoice::Of(Cause::ALL[number as usize % 3]);
            signal.other_causes.clear();
            signal.domain = code(if number % 2 == 0 { "housing" } else { "child-rights" });
            signal.place = Place::parse(if number % 3 == 0 { "21001" } else { "21004" }).unwrap();
            writer.write(&signal).unwrap();
        }
    }
    writer.finish().unwrap();
}

/// Imports both files and freezes edition 1.
pub fn frozen(program: &Program) {
    write_network(&program.folder, &small());
    write_signals(&program.folder, &[]);
    filled(program);
    program.run(&["edition", "freeze", "1"]).ends(0);
}

/// Imports both files as they stand in the folder.
pub fn filled(program: &Program) {
    program.run(&["import", "network", "network.json"]).ends(0);
    let signals = program.folder.join("signals.csv");
    program.run(&["import", "signals", argument(&signals), "--accept"]).ends(0);
}
