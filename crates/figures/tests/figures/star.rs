//! The default plan on a skewed network: 20 organisations, 300 signals.

use figures::{Publication, Record, Rules, Tally, protect};
use model::{Cause, CauseChoice, Code, OrganisationType, Place};

use crate::network::{network, organisations, plan};
use crate::world::year;

/// Published and all cells of the tables of a tier that are kept, and of those that were planned.
fn shares(publication: &Publication, table: &str) -> Option<(usize, usize)> {
    let cells = publication.table(table)?.cells();
    Some((cells.iter().filter(|cell| !cell.figure.is_protected()).count(), cells.len()))
}

#[test]
fn an_edition_of_300_signals_keeps_most_of_its_one_way_figures() {
    for seed in [1, 2, 3] {
        let publication = protect(&network(300, 20, seed), &Rules::default(), year(2025), &[]);
        assert_eq!(publication.total().count(), Some(300));
        assert!(publication.self_check().is_ok());
        for table in publication.tables() {
            let (open, all) = shares(&publication, table.id()).unwrap();
            println!("seed {seed}: {} {open} of {all}", table.id());
        }
        for dropped in publication.dropped() {
            println!("seed {seed}: {} dropped, {:?}, {:?}", dropped.table, dropped.reason, dropped.instead);
        }
        for table in ["cause", "domain", "topic"] {
            let (open, all) = shares(&publication, table).unwrap();
            assert!(open * 10 >= all * 6, "{table}: {open} of {all} published");
        }
    }
}

#[test]
fn a_signal_counts_under_the_domain_of_its_topic() {
    let mut tally = Tally::new(plan(), organisations(5)).unwrap();
    let code = |text: &str| Code::parse(text).unwrap();
    let (topic, work) = (code("family-shelter"), code("work"));
    for organisation in 0..5 {
        for _ in 0..4 {
            let record = Record {
                organisation,
                cause: CauseChoice::Of(Cause::NotObtained),
                never_eligible: false,
                domain: &work,
                topic: Some(&topic),
                place: Place::Region,
                no_municipality: false,
                target_groups: &[],
                authority: None,
                recurrence: None,
            };
            tally.add(&record).unwrap();
        }
    }
    let rules = Rules { max_protected_share: 1.0, zeros: figures::Zeros::Publish, ..Rules::default() };
    let publication = protect(&tally, &rules, year(2025), &[]);
    assert_eq!(publication.figure(&[("topic", "family-shelter")]).count(), Some(20));
    assert_eq!(publication.figure(&[("domain", "housing")]).count(), Some(20));
    assert_eq!(publication.figure(&[("topic", "living")]), figures::Publishable::PROTECTED);
    assert_eq!(publication.figure(&[("domain", "living")]).count(), Some(20));
    assert_eq!(publication.figure(&[("domain", "work")]).count(), Some(0));
}

#[test]
fn only_silent_sectors_make_a_public_zero() {
    // Organisations 0 to 2 are formal, 3 to 6 in between; nobody informal is a member.
    let publication = protect(&network_of(7), &Rules::default(), year(2025), &[]);
    assert_eq!(publication.figure(&[("formality", "informal")]).count(), Some(0));
    assert!(publication.figure(&[("formality", "formal")]).count().is_some());
    assert!(publication.silent_sectors().contains(&OrganisationType::SelfOrganisation));
    assert!(!publication.silent_sectors().contains(&OrganisationType::School));
}

fn network_of(organisations: usize) -> Tally {
    network(600, organisations, 7)
}

#[test]
fn a_record_that_the_plan_has_no_place_for_is_refused_by_name() {
    let mut tally = Tally::new(plan(), organisations(3)).unwrap();
    let unknown = Code::parse("astronomy").unwrap();
    let mut record = Record {
        organisation: 0,
        cause: CauseChoice::NoRight,
        never_eligible: false,
        domain: &unknown,
        topic: None,
        place: Place::Region,
        no_municipality: false,
        target_groups: &[],
        authority: None,
        recurrence: None,
    };
    assert_eq!(tally.add(&record).unwrap_err().dimension, "topic");
    record.organisation = 3;
    assert_eq!(tally.add(&record).unwrap_err().dimension, "organisation");
}

#[test]
fn a_large_edition_publishes_its_finest_tables() {
    let publication = protect(&network(60_000, 40, 5), &Rules::default(), year(2025), &[]);
    assert!(publication.table("domain-by-place").is_some());
    assert!(publication.table("topic-by-cause-groups").is_some());
    assert!(publication.dropped().is_empty());
    let cells = publication.cells();
    assert!(cells.protected * 10 < cells.published, "{cells:?}");
}
