//! What each kind of protection suppresses in a public test table (`guard.md`, "Reference figures"), beside the
//! published figures of other tools. The table is read from the path given; it is no part of this project.
#![expect(clippy::print_stdout, reason = "a program that prints a table")]

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;

use figures::{
    Column, Dimension, Kind, Level, Plan, Protection, Publication, Rules, TablePlan, Tally, Zeros, protect,
};
use model::{Code, OrganisationType, Period};

/// Columns of the file.
const REGION: usize = 0;
const FYLKE: usize = 1;
const KOSTRAGR: usize = 2;
const HOVEDINT: usize = 3;
const MONTHS: usize = 4;
const HALVES: usize = 5;
const COUNT: usize = 6;

/// Suppressed cells by GaussSuppression (exact) or, for the others, the bar that the issue sets.
const BARS: [(&str, bool, Zeros, usize); 8] = [
    ("exact", false, Zeros::Publish, 515),
    ("exact", false, Zeros::Protect, 626),
    ("exact", true, Zeros::Publish, 619),
    ("exact", true, Zeros::Protect, 684),
    ("width:3", false, Zeros::Protect, 642),
    ("width:5", false, Zeros::Protect, 712),
    ("interval", false, Zeros::Protect, 686),
    ("interval", true, Zeros::Protect, 764),
];

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: z3 PATH: the public table z3.csv")?;
    let text = std::fs::read_to_string(path)?;
    let field = |field: &str| field.trim_matches('"').to_owned();
    let rows: Vec<Vec<String>> =
        text.lines().skip(1).map(|line| line.split(',').map(field).collect()).collect();
    println!("| run | cells | primary | suppressed | at most | programmes | seconds |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    for (name, linked, zeros, bar) in BARS {
        let protection = Protection::try_from(name.to_owned())?;
        let at = Instant::now();
        let publication = run(&rows, linked, zeros, protection)?;
        let seconds = at.elapsed().as_secs_f64();
        // Primary alone: whatever has no other cell to lean on is what the rules say.
        let (cells, suppressed) = numbers(&publication);
        let primary = primaries(&rows, linked, zeros)?;
        let run = format!(
            "{name}, {}, zeros {}",
            if linked { "linked" } else { "single" },
            if zeros == Zeros::Publish { "open" } else { "protected" }
        );
        let programs = publication.programs();
        println!("| {run} | {cells} | {primary} | {suppressed} | {bar} | {programs} | {seconds:.1} |");
    }
    Ok(())
}

fn run(
    rows: &[Vec<String>],
    linked: bool,
    zeros: Zeros,
    protection: Protection,
) -> Result<Publication, Box<dyn Error>> {
    let groups: &[usize] = if linked { &[FYLKE, KOSTRAGR] } else { &[FYLKE] };
    let dimensions = BTreeMap::from([
        ("region".to_owned(), dimension(rows, REGION, groups)),
        ("hovedint".to_owned(), dimension(rows, HOVEDINT, &[])),
        ("mnd".to_owned(), dimension(rows, MONTHS, &[HALVES])),
    ]);
    let column = |dimension: &str| Column { dimension: dimension.to_owned(), level: Level::Fine };
    let columns = ["region", "hovedint", "mnd"].map(column).to_vec();
    let plan = Plan { dimensions, tables: vec![TablePlan { tier: 1, columns }], cyclic: false };
    let mut tally = Tally::new(plan, vec![(Code::parse("all")?, OrganisationType::PublicService)])?;
    for row in rows {
        let at = [("region", &*row[REGION]), ("hovedint", &row[HOVEDINT]), ("mnd", &row[MONTHS])];
        tally.add_coded(&at, 0, row[COUNT].parse()?)?;
    }
    let rules = Rules {
        threshold: 4,
        zeros,
        min_organisations: 0,
        max_share: 1.0,
        min_others: 0,
        max_protected_share: 1.0,
        thresholds: Vec::new(),
        insiders: false,
        protection,
    };
    Ok(protect(&tally, &rules, Period::year(2025)?, &[]))
}

fn dimension(rows: &[Vec<String>], value: usize, groups: &[usize]) -> Dimension {
    let mut values: Vec<String> = Vec::new();
    let mut members: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows {
        if !values.contains(&row[value]) {
            values.push(row[value].clone());
        }
        for group in groups {
            let members = members.entry(format!("{group}-{}", row[*group])).or_default();
            if !members.contains(&row[value]) {
                members.push(row[value].clone());
            }
        }
    }
    Dimension { kind: Kind::Other, values, groups: members, multiple: false, within: None }
}

fn numbers(publication: &Publication) -> (usize, usize) {
    let cells = || publication.tables().iter().flat_map(|table| table.cells());
    (cells().count(), cells().filter(|cell| cell.figure.is_protected()).count())
}

/// How many cells are small: counted apart, from the rows.
fn primaries(rows: &[Vec<String>], linked: bool, zeros: Zeros) -> Result<usize, Box<dyn Error>> {
    type Key = Vec<Option<(usize, String)>>;
    let places: &[usize] = if linked { &[REGION, FYLKE, KOSTRAGR] } else { &[REGION, FYLKE] };
    let mut counts: BTreeMap<Key, u64> = BTreeMap::new();
    for row in rows {
        let level = |columns: &[usize]| -> Key {
            std::iter::once(None)
                .chain(columns.iter().map(|column| Some((*column, row[*column].clone()))))
                .collect()
        };
        for place in level(places) {
            for kind in level(&[HOVEDINT]) {
                for month in level(&[MONTHS, HALVES]) {
                    let key = vec![place.clone(), kind.clone(), month.clone()];
                    *counts.entry(key).or_default() += row[COUNT].parse::<u64>()?;
                }
            }
        }
    }
    Ok(counts.values().filter(|count| **count < 4 && (**count > 0 || zeros == Zeros::Protect)).count())
}
