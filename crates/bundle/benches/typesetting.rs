//! How long a bundle takes from its frozen record to its PDF, as a ratio to the typesetter alone on the same
//! document in the same run.
//!
//! `cargo bench --bench typesetting -- [CHAPTERS …]`; about 50 and 200 pages unless said otherwise. SQLite.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints its figures and may stop at once"
)]

use std::time::Instant;

use bundle::{Freezing, Scope, freeze, make, typeset_input};
use model::{Code, EditionNumber, Language, Network};
use testkit::{Database, today};

const EDITION: EditionNumber = EditionNumber(1);
const ACCEPT: store::ImportHow = store::ImportHow { accept: true, accept_valid: false, filer: None };

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    for chapters in if asked.is_empty() { vec![31, 142] } else { asked } {
        measure(chapters);
    }
}

/// The demo's chapters, again and again under other keys.
fn measure(chapters: usize) {
    let mut network: Network =
        serde_json::from_str(include_str!("../../../fixtures/demo/network.json")).unwrap();
    network.editions.truncate(1);
    let written: Vec<_> = network
        .structural_signals
        .into_iter()
        .filter(|one| one.chapters.iter().any(|chapter| chapter.edition == EDITION))
        .collect();
    network.structural_signals = (0..chapters)
        .map(|at| {
            let mut entry = written[at % written.len()].clone();
            entry.key = Code::parse(&format!("{}-{at}", entry.key)).unwrap();
            entry.signals.clear();
            entry.answers.clear();
            entry.verdicts.clear();
            entry.chapters.retain(|chapter| chapter.edition == EDITION);
            entry.recommendations.retain(|one| one.edition == EDITION);
            entry.recognition.retain(|one| one.edition == EDITION);
            entry
        })
        .collect();
    let database = Database::sqlite();
    let store = database.open();
    store.import_network(&network).unwrap();
    let signal = testkit::submission("toit-partage", "1", "2024-05");
    store.import_signals(ACCEPT, &mut std::iter::once(Ok(signal)), &mut |_| {}).unwrap();
    freeze(&store, EDITION, Freezing { date: today(), demonstration: true }).unwrap();

    let document = typeset_input(&store, EDITION, Language::Nl).unwrap();
    let begin = Instant::now();
    let pages = typeset::pdf(&document).unwrap().pages;
    let alone = begin.elapsed().as_secs_f64();
    // The typesetter remembers what it laid out; the batch must not profit from the run before.
    typeset::forget();
    let begin = Instant::now();
    let scope = Scope { languages: &[Language::Nl], authority: None };
    make(&store, EDITION, scope, &database.folder().join("out"), &mut |_| {}).unwrap();
    let batch = begin.elapsed().as_secs_f64();
    println!(
        "typesetting: {chapters} chapters, {pages} pages: record to files {batch:.2} s; typst alone {alone:.2} s; ratio {:.2}",
        batch / alone
    );
}
