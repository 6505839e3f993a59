//! Twenty-four editions of one network, one after the other, with signals that come late, are corrected, withdrawn or
//! added afterwards; revisions; and cumulated pairs.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};

use audit::{Own, Published, attack};
use figures::{Column, Dimension, Earlier, Kind, Level, Plan, Rules, TablePlan, Tally, Titles, protect};
use model::{Code, Month, OrganisationType, Period};
use serde_json::{Value, json};

const EDITIONS: usize = 24;
const ORGANISATIONS: u64 = 9;
const SIZES: [(&str, u64); 3] = [("domain", 6), ("cause", 4), ("place", 6)];

/// A small generator with a fixed seed: the same editions in every run.
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

/// A signal as it stands now.
struct Signal {
    at: [u64; 3],
    organisation: usize,
    /// The edition before which it arrives.
    arrives: usize,
    /// The edition that took it.
    taken: Option<usize>,
    withdrawn: bool,
}

/// What was published, in order, and how it reads.
#[derive(Default)]
struct Shelf {
    documents: Vec<Value>,
}

fn signal(dice: &mut Dice, now: usize) -> Signal {
    // One in eight comes after its edition was closed, and lands in a later one.
    let late = if dice.below(8) == 0 { 1 + dice.below(2) as usize } else { 0 };
    Signal {
        at: SIZES.map(|(_, size)| dice.skewed(size)),
        organisation: dice.skewed(ORGANISATIONS) as usize,
        arrives: now + late,
        taken: None,
        withdrawn: false,
    }
}

/// Each edition is about a quarter.
fn quarters(first: usize, last: usize) -> Period {
    let month = |number: usize| Month::from_number(2018 * 12 + i32::try_from(number).unwrap()).unwrap();
    Period::new(month(first * 3), month(last * 3 + 2)).unwrap()
}

/// The plan of a statement: not every one publishes the same tables in the same form.
fn plan(form: usize) -> Plan {
    let values = |name: &str, size: u64| (0..size).map(|i| format!("{name}{i}")).collect::<Vec<_>>();
    let group =
        |name: &str, from: usize, to: usize| (format!("{name}-{from}"), values(name, 6)[from..to].to_vec());
    let dimensions = SIZES.map(|(name, size)| {
        let groups = match name {
            "domain" => BTreeMap::from([group(name, 0, 2), group(name, 2, 4), group(name, 4, 6)]),
            "place" if form.is_multiple_of(2) => BTreeMap::from([group(name, 0, 3), group(name, 3, 6)]),
            "place" => BTreeMap::from([group(name, 0, 2), group(name, 2, 4), group(name, 4, 6)]),
            _ => BTreeMap::new(),
        };
        let dimension = Dimension {
            kind: Kind::Other,
            values: values(name, size),
            groups,
            multiple: false,
            within: None,
        };
        (name.to_owned(), dimension)
    });
    use Level::{Fine, Groups};
    let all: [&[(&str, Level)]; 8] = [
        &[],
        &[("domain", Fine)],
        &[("cause", Fine)],
        &[("place", Fine)],
        &[("domain", Groups), ("cause", Fine)],
        &[("domain", Groups), ("place", Fine)],
        &[("domain", Fine), ("cause", Fine)],
        &[("domain", Fine), ("place", Groups)],
    ];
    let chosen: &[usize] = match form % 3 {
        0 => &[0, 1, 2, 3, 4, 6],
        1 => &[0, 1, 2, 3, 5, 7],
        _ => &[0, 1, 2, 3, 4, 5, 6, 7],
    };
    let table = |number: &usize| {
        let columns =
            all[*number].iter().map(|(d, level)| Column { dimension: (*d).to_owned(), level: *level });
        let columns: Vec<Column> = columns.collect();
        TablePlan { tier: u8::try_from(columns.len()).unwrap() + 1, columns }
    };
    Plan {
        dimensions: dimensions.into_iter().collect(),
        tables: chosen.iter().map(table).collect(),
        cyclic: false,
    }
}

impl Shelf {
    /// Publishes what some editions took, as it stands now. Whoever forgets what was published before publishes each
    /// statement as if it were the first.
    fn publish(&mut self, signals: &[Signal], (first, last): (usize, usize), number: usize, forgets: bool) {
        let organisations = (0..ORGANISATIONS)
            .map(|i| (Code::parse(&format!("o{i}")).unwrap(), OrganisationType::PublicService));
        let mut tally = Tally::new(plan(self.documents.len()), organisations.collect()).unwrap();
        let inside = |signal: &&Signal| {
            !signal.withdrawn && signal.taken.is_some_and(|edition| (first..=last).contains(&edition))
        };
        for signal in signals.iter().filter(inside) {
            let codes: Vec<String> =
                SIZES.iter().zip(signal.at).map(|((name, _), value)| format!("{name}{value}")).collect();
            let at: Vec<(&str, &str)> =
                SIZES.iter().zip(&codes).map(|((name, _), code)| (*name, code.as_str())).collect();
            tally.add_coded(&at, signal.organisation, 1).unwrap();
        }
        let read = |document: &Value| serde_json::from_value::<Earlier>(document.clone()).unwrap();
        let earlier: Vec<Earlier> =
            if forgets { Vec::new() } else { self.documents.iter().map(read).collect() };
        let rules = Rules { max_protected_share: 0.9, thresholds: Vec::new(), ..Rules::default() };
        let publication = protect(&tally, &rules, quarters(first, last), &earlier);
        let number = u32::try_from(number).unwrap();
        let revision = self.documents.iter().filter(|document| document["edition"] == number).count();
        let document =
            publication.document(number, u32::try_from(revision).unwrap() + 1, &Titles::new(), &[]);
        self.documents.push(serde_json::to_value(document).unwrap());
    }
}

/// All that a network publishes in six years.
fn shelf(seed: u64, forgets: bool) -> Shelf {
    let mut dice = Dice(seed);
    let mut signals: Vec<Signal> = Vec::new();
    let mut shelf = Shelf::default();
    for now in 0..EDITIONS {
        for _ in 0..90 + dice.below(160) {
            signals.push(signal(&mut dice, now));
        }
        for signal in signals.iter_mut().filter(|s| s.taken.is_none() && s.arrives <= now && !s.withdrawn) {
            signal.taken = Some(now);
        }
        shelf.publish(&signals, (now, now), now + 1, forgets);
        // One in three is stated again, with few or many corrections, before or after it is cumulated.
        let corrects = now % 3 == 1;
        let revise = |shelf: &mut Shelf, signals: &mut Vec<Signal>, dice: &mut Dice| {
            let few = [0, 1, 3, 12, 60][dice.below(5) as usize];
            for signal in signals.iter_mut().filter(|signal| signal.taken == Some(now)) {
                match dice.below(200) {
                    n if n < few => signal.at[dice.below(3) as usize] = dice.below(4),
                    n if n < few + few / 2 => signal.withdrawn = true,
                    _ => {}
                }
            }
            for _ in 0..few / 2 {
                signals.push(Signal { taken: Some(now), ..signal(dice, now) });
            }
            shelf.publish(signals, (now, now), now + 1, forgets);
        };
        if corrects && now % 2 == 0 {
            revise(&mut shelf, &mut signals, &mut dice);
        }
        if now % 2 == 1 {
            shelf.publish(&signals, (now - 1, now), 100 + now, forgets);
        }
        if corrects && now % 2 == 1 {
            revise(&mut shelf, &mut signals, &mut dice);
            revise(&mut shelf, &mut signals, &mut dice);
        }
    }
    shelf
}

type At = BTreeMap<String, String>;

/// What a document says openly: coordinates without totals → count.
fn open(document: &Value) -> BTreeMap<At, i64> {
    let cells =
        document["tables"].as_array().unwrap().iter().flat_map(|table| table["cells"].as_array().unwrap());
    let mut said = BTreeMap::new();
    for cell in cells {
        let mut at: At = serde_json::from_value(cell["at"].clone()).unwrap();
        at.retain(|_, code| code != "*");
        if let Some(count) = cell["count"].as_i64() {
            said.insert(at, count);
        }
    }
    said
}

/// Every public statement, also by adding two editions that follow each other: months and coordinates → counts.
fn statements(shelf: &Shelf) -> BTreeMap<(String, String, At), BTreeSet<i64>> {
    let months = |document: &Value| {
        let text = |which: &str| document["period"][which].as_str().unwrap().to_owned();
        (text("from"), text("to"))
    };
    let all: Vec<((String, String), BTreeMap<At, i64>)> =
        shelf.documents.iter().map(|document| (months(document), open(document))).collect();
    let mut said: BTreeMap<(String, String, At), BTreeSet<i64>> = BTreeMap::new();
    let number = |month: &str| Month::parse(month).unwrap().number();
    for ((from, to), cells) in &all {
        for (at, count) in cells {
            said.entry((from.clone(), to.clone(), at.clone())).or_default().insert(*count);
        }
        for ((_, end), after) in all.iter().filter(|((start, _), _)| number(start) == number(to) + 1) {
            for (at, count) in cells {
                if let Some(more) = after.get(at) {
                    said.entry((from.clone(), end.clone(), at.clone())).or_default().insert(count + more);
                }
            }
        }
    }
    said
}

/// How many pairs of statements about the same signals differ by 1 to 4.
fn near_misses(shelf: &Shelf) -> usize {
    // The sum of two revisions of neighbours that were never stated as one edition is no statement of that edition.
    let stated: BTreeSet<(String, String)> = shelf
        .documents
        .iter()
        .map(|d| {
            (d["period"]["from"].as_str().unwrap().to_owned(), d["period"]["to"].as_str().unwrap().to_owned())
        })
        .collect();
    let near = |counts: &BTreeSet<i64>| {
        let next = counts.iter().zip(counts.iter().skip(1));
        next.filter(|(low, high)| *high - *low < 5).count()
    };
    let about = |(from, to, _): &(String, String, At)| stated.contains(&(from.clone(), to.clone()));
    statements(shelf).iter().filter(|(key, _)| about(key)).map(|(_, counts)| near(counts)).sum()
}

fn published(shelf: &Shelf) -> Vec<Published> {
    shelf.documents.iter().map(|document| serde_json::from_value(document.clone()).unwrap()).collect()
}

#[test]
fn no_two_statements_about_the_same_months_differ_by_one_to_four_and_nothing_follows_from_all() {
    let shelf = shelf(1, false);
    assert_eq!(near_misses(&shelf), 0);
    let report = attack(&published(&shelf), &[]).unwrap();
    assert!(report.editions > 40 && report.protected > 1_000, "{report:?}");
    assert!(!report.apart.is_empty(), "some corrections are for everybody to see");
    // The more tables stand, the more of the corrections are for everybody to see.
    assert!(report.editions - report.apart.len() > 20, "and many are not: {:?}", report.apart);
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
    let open = shelf.documents.iter().map(|document| open(document).len()).sum::<usize>();
    assert!(open > 900, "only {open} counts were published");
}

#[test]
fn who_forgets_what_was_published_before_is_caught() {
    let shelf = shelf(1, true);
    let found = attack(&published(&shelf), &[]).unwrap().findings;
    assert!(near_misses(&shelf) > 0);
    assert!(!found.is_empty());
}

/// What strangers and each organisation find in two revisions that print other tables of the same signals.
fn found_in_two_forms(seed: u64, forgets: bool) -> usize {
    let mut dice = Dice(seed);
    let signals: Vec<Signal> =
        (0..60 + dice.below(100)).map(|_| Signal { taken: Some(0), ..signal(&mut dice, 0) }).collect();
    let mut shelf = Shelf::default();
    for _ in 0..2 {
        shelf.publish(&signals, (0, 0), 1, forgets);
    }
    let editions = published(&shelf);
    let own = |organisation: usize| -> Vec<Own> {
        let filed = signals.iter().filter(|signal| signal.organisation == organisation);
        let record = |signal: &Signal| {
            let named =
                SIZES.iter().zip(signal.at).map(|((name, _), value)| (*name, format!("{name}{value}")));
            serde_json::from_value(json!(named.collect::<BTreeMap<_, _>>())).unwrap()
        };
        filed.map(record).collect()
    };
    let strangers = attack(&editions, &[]).unwrap().findings.len();
    let organisations = 0..usize::try_from(ORGANISATIONS).unwrap();
    strangers
        + organisations.map(|number| attack(&editions, &own(number)).unwrap().findings.len()).sum::<usize>()
}

#[test]
fn two_revisions_in_other_forms_give_nothing_away_neither_to_strangers_nor_to_who_filed() {
    let forgetting: usize = (0..12).map(|seed| found_in_two_forms(seed, true)).sum();
    assert!(forgetting > 0, "the two forms would not tie");
    for seed in 0..12 {
        assert_eq!(found_in_two_forms(seed, false), 0, "seed {seed}");
    }
}
