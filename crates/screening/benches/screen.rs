//! How many texts of 600 characters one core screens in a second, beside one pass of a single small pattern over the
//! same texts in the same run.
//!
//! `cargo bench -p screening`. The texts are the demo signals, cut at 600 characters; in every tenth a number, an
//! address or a name is planted.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints its figures and may stop at once"
)]

use std::hint::black_box;
use std::time::Instant;

use screening::Screen;

const SOURCES: [&str; 4] = [
    include_str!("../../../fixtures/demo/signals-2024-nl.csv"),
    include_str!("../../../fixtures/demo/signals-2024-fr.csv"),
    include_str!("../../../fixtures/demo/signals-2025-nl.csv"),
    include_str!("../../../fixtures/demo/signals-2025-fr.csv"),
];
const PLANTED: [&str; 5] = [
    " 85.07.30-033.28 ",
    " bel 0477/12.34.56 ",
    " rue de la Loi 16 bte 3, 1000 Bruxelles ",
    " mevrouw Amina El Khattabi ",
    " née le 3 mars 2015 ",
];
const LENGTH: usize = 600;
const ROUNDS: usize = 100;

fn main() {
    let texts = texts();
    let screen = Screen::new().unwrap();
    let small = regex::Regex::new("[0-9]{11}").unwrap();

    let reference = per_second(&texts, |text| small.find_iter(text).count());
    let blocked = per_second(&texts, |text| screen.blocked(text).len());
    let findings = per_second(&texts, |text| screen.findings(text, None).len());
    let begin = Instant::now();
    black_box(Screen::new().unwrap());
    let building = begin.elapsed();

    println!("{} texts of {LENGTH} characters, the fastest of {ROUNDS} rounds, one core", texts.len());
    println!("one small pattern  {reference:>10.0} texts/s (reference)");
    println!("blocked            {blocked:>10.0} texts/s, {:.3} of the reference", blocked / reference);
    println!("blocked and marked {findings:>10.0} texts/s, {:.3} of the reference", findings / reference);
    println!("compiling the rules took {} ms", building.as_millis());
}

fn texts() -> Vec<String> {
    let all: Vec<char> =
        SOURCES.iter().flat_map(|source| source.lines().skip(1)).flat_map(str::chars).collect();
    let plant = |(index, chunk): (usize, &[char])| {
        let mut text: String = chunk.iter().collect();
        if index % 10 == 0 {
            let planted = PLANTED[index / 10 % PLANTED.len()];
            let middle = text.char_indices().nth(LENGTH / 2).unwrap().0;
            text.insert_str(middle, planted);
            text = text.chars().take(LENGTH).collect();
        }
        text
    };
    all.chunks_exact(LENGTH).enumerate().map(plant).collect()
}

/// By the fastest of the rounds, which other work on the machine disturbs least.
fn per_second(texts: &[String], screen: impl Fn(&str) -> usize) -> f64 {
    let round = || {
        let begin = Instant::now();
        for text in texts {
            black_box(screen(text));
        }
        begin.elapsed()
    };
    let fastest = (0..ROUNDS).map(|_| round()).min().unwrap();
    texts.len() as f64 / fastest.as_secs_f64()
}
