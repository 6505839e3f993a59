//! Small worlds: plans of given dimensions, and counts by organisation.

use std::collections::BTreeMap;

use figures::{Column, Dimension, Earlier, Kind, Level, Plan, Publication, Rules, TablePlan, Tally, protect};
use model::Period;

use crate::network::organisations;

pub fn dimension(values: &[&str], groups: &[(&str, &[&str])]) -> Dimension {
    Dimension {
        kind: Kind::Other,
        values: values.iter().map(|v| (*v).to_owned()).collect(),
        groups: groups
            .iter()
            .map(|(g, m)| ((*g).to_owned(), m.iter().map(|v| (*v).to_owned()).collect()))
            .collect(),
        multiple: false,
        within: None,
    }
}

pub fn plan(dimensions: &[(&str, Dimension)], tables: &[&[&str]]) -> Plan {
    let fine = |d: &&str| Column { dimension: (*d).to_owned(), level: Level::Fine };
    Plan {
        dimensions: dimensions
            .iter()
            .map(|(code, d)| ((*code).to_owned(), d.clone()))
            .collect::<BTreeMap<_, _>>(),
        tables: tables
            .iter()
            .map(|columns| TablePlan {
                tier: u8::try_from(columns.len()).unwrap() + 1,
                columns: columns.iter().map(fine).collect(),
            })
            .collect(),
        cyclic: false,
    }
}

/// Counts at coordinates: the count of each organisation in turn.
pub type Counts<'a> = &'a [CountAt<'a>];
pub type CountAt<'a> = (At<'a>, &'a [u32]);
pub type At<'a> = &'a [(&'a str, &'a str)];

pub fn tally(plan: Plan, counts: Counts<'_>) -> Tally {
    let mut tally = Tally::new(plan, organisations(8)).unwrap();
    for (at, parts) in counts {
        for (organisation, count) in parts.iter().enumerate() {
            tally.add_coded(at, organisation, *count).unwrap();
        }
    }
    tally
}

pub fn year(year: i32) -> Period {
    Period::year(year).unwrap()
}

/// Rules under which every table is kept, however many of its cells are protected.
pub fn keep_all() -> Rules {
    Rules { max_protected_share: 1.0, ..Rules::default() }
}

pub fn published(plan: Plan, counts: Counts<'_>) -> Publication {
    protect(&tally(plan, counts), &keep_all(), year(2025), &[])
}

/// A publication as a later edition finds it.
pub fn read_back(publication: &Publication) -> Earlier {
    let text = serde_json::to_string(&publication.document(1, 1, &BTreeMap::new(), &[])).unwrap();
    serde_json::from_str(&text).unwrap()
}
