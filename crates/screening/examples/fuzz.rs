//! Screens texts drawn from a seed until told to stop: no panic, places within the text, and no text that takes long.
//!
//! `cargo run --release -p screening --example fuzz -- [SEED] [SECONDS]`; prints what it did, fails on what it found.
#![expect(clippy::print_stdout, reason = "an example prints its results")]

use std::time::{Duration, Instant};

use screening::Screen;

const PIECES: [&str; 48] = [
    "85.07.30-033.28",
    "0477",
    "12",
    "34.56",
    " ",
    " - ",
    ".",
    ",",
    "/",
    "BE68",
    "5390 0754",
    "@",
    " at ",
    " punt ",
    "gmail.com",
    "rue ",
    "rue de la Loi",
    "Wetstraat",
    "avenue Louise",
    "née le ",
    "geboren op ",
    "12/03/1985",
    "maart",
    "OV ",
    "8.123.456",
    "CGVS ",
    "1-ABC-234",
    "insta: ",
    "é",
    "e\u{301}",
    "\u{301}",
    "\u{200b}",
    "👨‍👩‍👧",
    "٤",
    "ﬁ",
    "½",
    "А",
    "El Khattabi",
    "mevrouw K.",
    "kamer 214",
    "\n",
    "°",
    "50.8466",
    "€",
    "𝟜",
    "…",
    "OO",
    "ll",
];

/// The slowest a text of some ten thousand characters may be.
const LIMIT: Duration = Duration::from_secs(2);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut asked = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let seed = asked.next().transpose()?.unwrap_or(1);
    let seconds = asked.next().transpose()?.unwrap_or(60);
    let screen = Screen::new()?;
    let mut random = Random(seed);
    let begin = Instant::now();
    let (mut texts, mut found, mut slowest) = (0_u64, 0, Duration::ZERO);
    while begin.elapsed() < Duration::from_secs(seconds) {
        let text = random.text();
        let started = Instant::now();
        let findings = screen.findings(&text, None);
        slowest = slowest.max(started.elapsed());
        let scalars = text.chars().count();
        let within = findings.iter().all(|one| one.start < one.end && one.end <= scalars);
        if !within || slowest > LIMIT {
            return Err(format!("seed {seed}, text {texts}, {slowest:?}: {text:?} gave {findings:?}").into());
        }
        texts += 1;
        found += findings.len();
    }
    println!("seed {seed}: {texts} texts, {found} findings, slowest {slowest:?}");
    Ok(())
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same for the same seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// A medley of telling pieces and any characters; now and then one piece over and over.
    fn text(&mut self) -> String {
        let mut text = String::new();
        let repeated = self.below(8) == 0;
        let length = if repeated { self.below(3_000) } else { self.below(120) };
        let first = self.next();
        for _ in 0..length {
            let drawn = if repeated { first } else { self.next() };
            match PIECES.get((drawn % 60) as usize) {
                Some(piece) => text.push_str(piece),
                None => text.extend(char::from_u32((drawn >> 32) as u32 % 0x1_1000)),
            }
        }
        text
    }
}
