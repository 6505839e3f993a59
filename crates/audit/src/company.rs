//! In which company editions are attacked that share months.
//!
//! All together first. Where their counts contradict each other, some signals were corrected, late or withdrawn; still
//! whoever reads may suppose so of as few as possible: leave out the cells on which statements about the same months
//! differ, or all revisions but the newest, or take the statements about the same months alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::published::{Dimension, Published};

/// What is attacked once the whole company contradicts itself, most first, each edition alone last.
pub(crate) fn smaller(editions: &[&Published]) -> Vec<Vec<Published>> {
    let mut companies = vec![agreeing(editions)];
    let newest = |edition: &&Published| {
        !editions.iter().any(|other| other.edition == edition.edition && other.revision > edition.revision)
    };
    companies.push(editions.iter().copied().filter(newest).cloned().collect());
    let mut by_months: BTreeMap<_, Vec<&Published>> = BTreeMap::new();
    for edition in editions {
        by_months.entry((edition.period.from, edition.period.to)).or_default().push(edition);
    }
    companies.extend(by_months.into_values().map(|same| agreeing(&same)));
    companies.retain(|company| company.len() > 1);
    companies.extend(editions.iter().map(|edition| vec![(*edition).clone()]));
    companies
}

/// The editions without the cells on which those about the same months differ.
fn agreeing(editions: &[&Published]) -> Vec<Published> {
    let named = |at: &BTreeMap<String, String>| -> Vec<(String, String)> {
        at.iter().filter(|(_, code)| *code != "*").map(|(d, code)| (d.clone(), code.clone())).collect()
    };
    let months = |edition: &Published| (edition.period.from, edition.period.to);
    let mut said: BTreeMap<_, BTreeSet<u64>> = BTreeMap::new();
    for edition in editions {
        for cell in edition.tables.iter().flat_map(|table| &table.cells) {
            said.entry((months(edition), named(&cell.at))).or_default().extend(cell.count);
        }
    }
    let mut agreeing: Vec<Published> = editions.iter().map(|edition| (*edition).clone()).collect();
    for edition in &mut agreeing {
        let months = months(edition);
        for table in &mut edition.tables {
            table.cells.retain(|cell| said.get(&(months, named(&cell.at))).is_none_or(|n| n.len() < 2));
        }
        edition.tables.retain(|table| !table.cells.is_empty());
    }
    agreeing
}

/// Makes the rest of a domain say what it holds: in an edition that does not print a topic, its signals are there.
pub(crate) fn spell_out_rests(editions: &mut [Published]) {
    let printed: Vec<(String, BTreeMap<String, Vec<String>>)> = editions
        .iter()
        .flat_map(|edition| &edition.dimensions)
        .filter(|(_, dimension)| dimension.kind == "topic")
        .map(|(code, dimension)| (code.clone(), dimension.groups.clone()))
        .collect();
    for edition in editions {
        for (code, dimension) in edition.dimensions.iter_mut().filter(|(_, d)| d.kind == "topic") {
            for (_, domains) in printed.iter().filter(|(other, _)| other == code) {
                for (domain, topics) in domains {
                    add_unprinted(dimension, domain, topics);
                }
            }
        }
    }
}

fn add_unprinted(dimension: &mut Dimension, domain: &str, topics: &[String]) {
    let rest = format!("other-{domain}");
    if !dimension.values.contains(&rest) {
        return;
    }
    for topic in topics.iter().filter(|topic| **topic != rest) {
        if dimension.values.contains(topic) {
            continue;
        }
        dimension.values.push(topic.clone());
        dimension.groups.entry(domain.to_owned()).or_default().push(topic.clone());
        dimension.groups.entry(rest.clone()).or_insert_with(|| vec![rest.clone()]).push(topic.clone());
    }
}
