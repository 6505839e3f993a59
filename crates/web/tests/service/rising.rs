//! What rises: told to the network's coordinators with the signals behind it, and told apart from a rise in filing.

use model::{Cause, CauseChoice, Language, Month, Place, Submission};
use store::ImportHow;
use testkit::{code, submission};

use crate::world::World;

/// The last finished month: the tests live in January 2026.
const LAST: &str = "2025-12";

/// A year and a half of signals, so many a month on each of these domains, and other numbers in the last month.
struct Year {
    usual: [(&'static str, u32); 3],
    last: [u32; 3],
}

const STEADY: Year = Year { usual: [("housing", 8), ("health", 3), ("child-rights", 7)], last: [8, 3, 7] };

/// Files it: with a file, whose signals count in the month of observation.
fn file(world: &World, year: &Year, months: i32) {
    let last = Month::parse(LAST).unwrap();
    let mut rows: Vec<Result<Submission, store::Error>> = Vec::new();
    for month in last.number() - months + 1..=last.number() {
        let month = Month::from_number(month).unwrap();
        for ((domain, usual), now) in year.usual.iter().zip(year.last) {
            let count = if month == last { now } else { *usual };
            for number in 0..count {
                // Spread over causes and places, so that no pair tells more than its domain.
                let cause = Cause::ALL[number as usize % Cause::ALL.len()];
                let reference = format!("{domain}-{month}-{number}");
                rows.push(Ok(Submission {
                    language: Language::Fr,
                    headline: format!("Signal {domain} {month} {number}"),
                    domain: code(domain),
                    cause: CauseChoice::Of(cause),
                    place: Place::parse(if number % 2 == 0 { "21001" } else { "21015" }).unwrap(),
                    ..submission("alfa", &reference, &month.to_string())
                }));
            }
        }
    }
    let how = ImportHow { accept: true, ..ImportHow::default() };
    world.store.import_signals(how, &mut rows.into_iter(), &mut |_| {}).unwrap();
}

fn page(world: &World, language: &str) -> String {
    let page = world.signed_in("network").in_language(language).get("/network/rising");
    assert_eq!(page.status, 200);
    page.body
}

#[test]
fn a_domain_that_rises_is_told_with_its_plot_its_figures_and_its_signals() {
    let world = World::new();
    file(&world, &Year { last: [8, 16, 7], ..STEADY }, 24);
    let body = page(&world, "nl");
    assert!(body.contains("health (nl)</h2>"), "the domain by its name");
    assert!(body.contains("16 signalen (december 2025)") && body.contains("Ongeveer 3 verwacht"));
    assert!(body.contains("<rect class=\"now\"") && body.contains("<polygon"), "marked by a shape too");
    assert!(body.contains("aria-label=\"Staafjes van 24 maanden"));
    assert!(body.contains("Signal health 2025-12 0"), "the signals behind it");
    assert!(!body.contains("Signal health 2025-11"), "those of the month that rose alone");
    assert!(body.contains("/structural/new?signals="), "a structural signal can begin with them");
    assert!(body.contains("kan ook gewoon vaker gesignaleerd worden"));
    let french = page(&world, "fr");
    assert!(french.contains("16 signaux (décembre 2025)"));
    let english = page(&world, "en");
    assert!(english.contains("16 signals (December 2025)"));
    // The link leads on: the signals are chosen already.
    let link = body.split("href=\"/structural/new?signals=").nth(1).and_then(|rest| rest.split('"').next());
    let chosen = world.signed_in("network").get(&format!("/structural/new?signals={}", link.unwrap()));
    assert_eq!(chosen.status, 200);
}

#[test]
fn where_all_filing_rises_no_domain_does_and_the_page_says_so() {
    let world = World::new();
    file(&world, &Year { last: [24, 9, 21], ..STEADY }, 24);
    let body = page(&world, "en");
    assert!(body.contains("Nothing stands out"));
    assert!(body.contains("54 signals reached the network in December 2025. About 18 could be expected"));
    assert!(body.contains("but no more than all signals together"));
    assert!(!body.contains("/structural/new?signals="));
}

#[test]
fn where_nothing_rises_the_page_says_what_it_looked_at() {
    let world = World::new();
    file(&world, &STEADY, 24);
    let body = page(&world, "nl");
    assert!(body.contains("Niets neemt opvallend toe"));
    assert!(body.contains("over 24 volle maanden") && body.contains("5%"), "how many, and how often wrongly");
}

#[test]
fn with_a_short_past_the_page_says_that_it_is_too_early() {
    let world = World::new();
    assert!(page(&world, "nl").contains("Er is nog geen volle maand met signalen."));
    file(&world, &Year { last: [8, 16, 7], ..STEADY }, 12);
    let body = page(&world, "fr");
    assert!(body.contains("que 12 mois complets") && body.contains("À partir de 13 mois"));
    assert!(!body.contains("<svg viewBox"));
}

#[test]
fn the_queue_and_the_workbench_lead_there_and_nobody_else_gets_in() {
    let world = World::new();
    let network = world.signed_in("network");
    for from in ["/network", "/structural"] {
        assert!(network.get(from).body.contains("href=\"/network/rising\""), "{from}");
    }
    for stranger in ["filer", "coordinator", "reader", "administrator"] {
        assert_eq!(world.signed_in(stranger).get("/network/rising").status, 403, "{stranger}");
    }
}
