//! How long 100,000 signals take to index and one question for neighbours takes, beside a plain BM25 index over the same
//! texts in the same run, which ranks by shared words alone and explains nothing.
//!
//! `cargo bench -p clustering --bench similar -- [SIGNALS]`. The texts are synthetic ones of `generate`, in three
//! languages; every question is a signal of the index. What indexing takes is processor time (Linux).
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints its figures and may stop at once"
)]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use clustering::{Index, Lexicon, Text};
use generate::Generator;
use model::{Code, Language, Month, OrganisationType, Period};

const QUESTIONS: usize = 1_000;

fn main() {
    let many = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(100_000);
    let signals = signals(many);
    let texts: Vec<Text<'_>> = signals.iter().map(Signal::text).collect();
    let length: usize = texts.iter().map(|text| text.text.chars().count()).sum();
    println!("{many} signals of {} characters on average", length / many.max(1));
    // Questions spread over the whole index, the same in every run.
    let asked: Vec<usize> = (0..QUESTIONS).map(|question| question * many / QUESTIONS).collect();

    let begin = spent();
    let plain = Plain::new(&texts);
    let reference = spent() - begin;
    let reference_asked = times(&asked, |number| plain.nearest(texts[number].text, 10).len());

    let before = resident();
    let begin = spent();
    let mut index = Index::new(Lexicon::own().unwrap());
    index.add_all(texts.iter().copied());
    let indexing = spent() - begin;
    println!(
        "index: {:.1} s ({:.0} signals/s), {:.1} times the plain index ({:.1} s); memory {} MB",
        indexing.as_secs_f64(),
        many as f64 / indexing.as_secs_f64(),
        indexing.as_secs_f64() / reference.as_secs_f64(),
        reference.as_secs_f64(),
        resident().saturating_sub(before)
    );
    let neighbours = times(&asked, |number| index.neighbours(number, 10).len());
    told("ask", &neighbours, &reference_asked);
    told("plain index", &reference_asked, &reference_asked);
    // A signal comes and goes while the index is full.
    let changes = times(&asked, |number| {
        let added = index.add(&texts[number]);
        index.remove(added);
        added
    });
    told("add and remove", &changes, &reference_asked);
}

fn told(what: &str, times: &[Duration], reference: &[Duration]) {
    let at = |times: &[Duration], share: usize| times[times.len() * share / 100].as_secs_f64() * 1000.0;
    println!(
        "{what}: median {:.2} ms, p99 {:.2} ms, slowest {:.2} ms; p99 {:.2} of the plain index",
        at(times, 50),
        at(times, 99),
        times.last().unwrap().as_secs_f64() * 1000.0,
        at(times, 99) / at(reference, 99)
    );
}

/// How long each takes, the fastest of three times, which other work on the machine disturbs least; the shortest first.
fn times(asked: &[usize], mut ask: impl FnMut(usize) -> usize) -> Vec<Duration> {
    let mut time = |number: usize| {
        let begin = Instant::now();
        black_box(ask(number));
        begin.elapsed()
    };
    let mut times: Vec<Duration> =
        asked.iter().filter_map(|number| (0..3).map(|_| time(*number)).min()).collect();
    times.sort_unstable();
    times
}

struct Signal {
    text: String,
    language: Language,
    cause: &'static str,
    domain: String,
    right: String,
}

impl Signal {
    fn text(&self) -> Text<'_> {
        Text {
            text: &self.text,
            language: Some(self.language),
            cause: self.cause,
            domain: &self.domain,
            right: &self.right,
        }
    }
}

fn signals(many: usize) -> Vec<Signal> {
    let month = |month: &str| Month::parse(month).unwrap();
    let period = Period::new(month("2024-01"), month("2025-12")).unwrap();
    let organisation = |number: usize| {
        let code = Code::parse(&format!("house-{number}")).unwrap();
        (code, OrganisationType::StructuralNonprofit, vec![Language::Fr, Language::Nl, Language::En])
    };
    let organisations: Vec<_> = (0..30).map(organisation).collect();
    let generated = Generator::new(7, &[period], &organisations).take(many);
    let signal = |made: generate::GeneratedSignal| {
        let signal = made.submission;
        Signal {
            text: format!("{} {} {}", signal.headline, signal.problem, signal.impact),
            language: signal.language,
            cause: signal.cause.code(),
            domain: signal.domain.as_str().to_owned(),
            right: signal.right.map_or_else(|| "none".to_owned(), |right| right.as_str().to_owned()),
        }
    };
    generated.map(signal).collect()
}

/// The reference: BM25 over lower-case words, in inverted lists without any pruning.
struct Plain {
    lists: BTreeMap<String, Vec<(u32, f32)>>,
    lengths: Vec<f32>,
    mean: f32,
}

impl Plain {
    fn new(texts: &[Text<'_>]) -> Self {
        let mut lists: BTreeMap<String, Vec<(u32, f32)>> = BTreeMap::new();
        let mut lengths = Vec::new();
        for (number, text) in texts.iter().enumerate() {
            let counted = words(text.text);
            lengths.push(counted.values().sum());
            for (word, times) in counted {
                lists.entry(word).or_default().push((number as u32, times));
            }
        }
        let mean = lengths.iter().sum::<f32>() / lengths.len().max(1) as f32;
        Self { lists, lengths, mean }
    }

    fn nearest(&self, text: &str, many: usize) -> Vec<(f32, usize)> {
        let all = self.lengths.len() as f32;
        let mut scores = vec![0.0_f32; self.lengths.len()];
        for list in words(text).keys().filter_map(|word| self.lists.get(word)) {
            let rare = (1.0 + (all - list.len() as f32 + 0.5) / (list.len() as f32 + 0.5)).ln();
            for (number, times) in list {
                let length = 0.25 + 0.75 * self.lengths[*number as usize] / self.mean;
                scores[*number as usize] += rare * times * 2.5 / (times + 1.5 * length);
            }
        }
        let mut ranked: Vec<(f32, usize)> = scores.into_iter().zip(0..).collect();
        ranked.select_nth_unstable_by(many.min(self.lengths.len() - 1), |a, b| b.0.total_cmp(&a.0));
        ranked.truncate(many);
        ranked
    }
}

fn words(text: &str) -> BTreeMap<String, f32> {
    let mut counted = BTreeMap::new();
    for word in
        text.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
    {
        *counted.entry(word.to_owned()).or_insert(0.0) += 1.0;
    }
    counted
}

/// The processor time spent so far: other work on the machine does not count.
fn spent() -> Duration {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(spent.split_whitespace().next().unwrap().parse().unwrap())
}

/// The memory in use, in MB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}
