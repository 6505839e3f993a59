//! A million generated signals, from CSV to the files of an edition on the embedded database: the time and the peak
//! memory of each step. `million PROGRAM FOLDER [SIGNALS]`
#![expect(clippy::print_stdout, reason = "a measurement prints its figures")]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use generate::{Generator, languages_of};
use model::{EditionNumber, Network, Period, SignalReference};

/// How many of the signals are named by structural signals.
const NAMED: usize = 20_000;
const SEED: u64 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [program, folder, rest @ ..] = arguments.as_slice() else {
        return Err("million PROGRAM FOLDER [SIGNALS]".into());
    };
    let signals = rest.first().map_or("1000000", String::as_str);
    let folder = Path::new(folder);
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let path = |name: &str| folder.join(name).display().to_string();
    fs::write(folder.join("network.json"), serde_json::to_string(&network(signals.parse()?)?)?)?;
    let (csv, network, out) = (path("signals.csv"), path("network.json"), path("editions"));
    let database = format!("sqlite://{}", path("megafoon.db"));
    let seed = SEED.to_string();
    let steps: [(&str, Vec<&str>); 6] = [
        ("generate", vec!["generate", "--signals", signals, "--seed", &seed, "--out", &csv]),
        ("import network", vec!["import", "network", &network]),
        ("import signals", vec!["import", "signals", &csv, "--accept"]),
        ("freeze", vec!["edition", "freeze", "1"]),
        ("bundle", vec!["bundle", "--edition", "1", "--out", &out]),
        ("publish", vec!["edition", "publish", "1", "--out", &out]),
    ];
    let begin = Instant::now();
    for (name, arguments) in steps {
        let (seconds, peak) = step(program, &database, &arguments)?;
        println!("{name}: {seconds:.1} s, peak memory {peak} MB");
    }
    println!(
        "all: {:.1} s; database {} MB",
        begin.elapsed().as_secs_f64(),
        fs::metadata(folder.join("megafoon.db"))?.len() >> 20
    );
    Ok(())
}

/// Seconds and megabytes of one command.
fn step(program: &str, database: &str, arguments: &[&str]) -> Result<(f64, u64), Box<dyn Error>> {
    let begin = Instant::now();
    let mut child =
        Command::new(program).args(["--database", database]).args(arguments).stdout(Stdio::null()).spawn()?;
    let mut peak = 0;
    let status = loop {
        // The kernel's own high-water mark, read while the process lives: the last reading misses little.
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        peak = peak.max(now.unwrap_or(0));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    if !status.success() {
        return Err(format!("{arguments:?}: {status}").into());
    }
    Ok((begin.elapsed().as_secs_f64(), peak >> 10))
}

/// The demo's network with one edition, whose structural signals name generated signals.
fn network(signals: usize) -> Result<Network, Box<dyn Error>> {
    let mut network: Network = serde_json::from_str(include_str!("../../../fixtures/demo/network.json"))?;
    let period = Period::year(2025)?;
    let one = EditionNumber(1);
    network.editions.retain(|edition| edition.number == EditionNumber(2));
    for edition in &mut network.editions {
        edition.number = one;
    }
    let organisations: Vec<_> = network
        .organisations
        .iter()
        .map(|one| (one.code.clone(), one.kind, languages_of(&one.name)))
        .collect();
    let generated: Vec<_> =
        Generator::new(SEED, &[period], &organisations).take(NAMED.min(signals)).collect();
    for entry in &mut network.structural_signals {
        entry.answers.clear();
        entry.verdicts.clear();
        entry.chapters.retain(|chapter| chapter.edition == EditionNumber(2));
        entry.chapters.iter_mut().for_each(|chapter| chapter.edition = one);
        entry.recognition.retain(|answer| answer.edition == EditionNumber(2));
        entry.recognition.iter_mut().for_each(|answer| answer.edition = one);
        entry.recommendations.retain(|recommendation| recommendation.edition == EditionNumber(2));
        entry.recommendations.iter_mut().for_each(|recommendation| recommendation.edition = one);
        let same = generated.iter().filter(|signal| signal.problem == entry.key.as_str());
        entry.signals = same
            .filter_map(|signal| {
                let reference = signal.submission.reference.clone()?;
                Some(SignalReference { organisation: signal.submission.organisation.clone(), reference })
            })
            .collect();
    }
    Ok(network)
}
