//! Each primary rule of the guard, with everything else harmless.

use figures::{Rules, Threshold, Zeros, protect};

use crate::world::{CountAt, Counts, dimension, keep_all, plan, published, tally, year};

fn colours() -> figures::Plan {
    plan(&[("colour", dimension(&["red", "green", "blue", "grey"], &[]))], &[&[], &["colour"]])
}

const PLENTY: &[u32] = &[10, 10, 10, 10];

fn red_of(parts: &[u32]) -> Option<u64> {
    let counts: Counts<'_> = &[
        (&[("colour", "red")], parts),
        (&[("colour", "green")], PLENTY),
        (&[("colour", "blue")], PLENTY),
        (&[("colour", "grey")], PLENTY),
    ];
    published(colours(), counts).figure(&[("colour", "red")]).count()
}

#[test]
fn a_count_of_five_from_three_organisations_is_published() {
    assert_eq!(red_of(&[2, 2, 1]), Some(5));
}

#[test]
fn a_count_of_four_is_protected() {
    assert_eq!(red_of(&[2, 1, 1]), None);
}

#[test]
fn a_zero_is_protected() {
    assert_eq!(red_of(&[0]), None);
}

#[test]
fn a_count_from_two_organisations_is_protected() {
    assert_eq!(red_of(&[20, 20]), None);
}

#[test]
fn a_count_of_which_one_organisation_filed_over_four_fifths_is_protected() {
    assert_eq!(red_of(&[81, 10, 9]), None);
    assert_eq!(red_of(&[80, 10, 10]), Some(100));
}

#[test]
fn a_count_with_two_signals_from_others_than_the_largest_is_protected() {
    assert_eq!(red_of(&[8, 1, 1]), None);
    assert_eq!(red_of(&[8, 2, 1]), Some(11));
}

#[test]
fn zeros_are_published_where_the_network_says_so() {
    let counts: Counts<'_> = &[(&[("colour", "green")], PLENTY), (&[("colour", "blue")], PLENTY)];
    let rules = Rules { zeros: Zeros::Publish, ..keep_all() };
    let publication = protect(&tally(colours(), counts), &rules, year(2025), &[]);
    assert_eq!(publication.figure(&[("colour", "red")]).count(), Some(0));
    assert_eq!(publication.figure(&[("colour", "green")]).count(), Some(40));
}

#[test]
fn a_place_together_with_a_sensitive_domain_or_its_group_needs_ten() {
    let domains =
        dimension(&["health", "housing", "work"], &[("care", &["health"]), ("living", &["housing", "work"])]);
    let places = dimension(&["north", "south", "west"], &[]);
    let plan = plan(
        &[("domain", domains), ("place", places)],
        &[&[], &["domain"], &["place"], &["domain", "place"]],
    );
    let mut counts = Vec::new();
    for domain in ["health", "housing", "work"] {
        for place in ["north", "south", "west"] {
            let few: &[u32] = &[3, 3, 2];
            let parts = if place == "north" { few } else { PLENTY };
            counts.push(([("domain", domain), ("place", place)], parts));
        }
    }
    let counts: Vec<CountAt<'_>> = counts.iter().map(|(at, parts)| (at.as_slice(), *parts)).collect();
    let publication = published(plan.clone(), &counts);
    assert!(publication.figure(&[("domain", "health"), ("place", "north")]).is_protected());
    assert!(publication.figure(&[("domain", "care"), ("place", "north")]).is_protected());
    assert_eq!(publication.figure(&[("domain", "health")]).count(), Some(88));
    assert_eq!(publication.figure(&[("place", "north")]).count(), Some(24));

    let rules = Rules { thresholds: Vec::<Threshold>::new(), ..keep_all() };
    let publication = protect(&tally(plan, &counts), &rules, year(2025), &[]);
    assert_eq!(publication.figure(&[("domain", "health"), ("place", "north")]).count(), Some(8));
}

#[test]
fn the_total_of_a_tiny_edition_is_protected_and_nothing_else_is_there() {
    let publication =
        protect(&tally(colours(), &[(&[("colour", "red")], &[1, 1, 1])]), &Rules::default(), year(2025), &[]);
    assert!(publication.total().is_protected());
    assert_eq!(publication.tables().len(), 1);
    assert_eq!(publication.dropped().len(), 1);
}

#[test]
fn a_table_of_mostly_protected_cells_is_dropped() {
    let counts: Counts<'_> = &[(&[("colour", "red")], PLENTY), (&[("colour", "green")], &[1, 1, 1])];
    let publication = protect(&tally(colours(), counts), &Rules::default(), year(2025), &[]);
    assert_eq!(publication.total().count(), Some(43));
    assert!(publication.table("colour").is_none());
    assert_eq!(publication.dropped()[0].reason, figures::Reason::TooManyProtected);
}

#[test]
fn a_tally_says_nothing_of_its_counts() {
    let tally = tally(colours(), &[(&[("colour", "red")], &[7, 7, 7])]);
    assert!(!format!("{tally:?}").contains('7'));
}
