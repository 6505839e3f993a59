//! Complementary protection: what may not follow from sums.

use figures::{Publication, Rules, protect};

use crate::world::{CountAt, Counts, dimension, keep_all, plan, published, tally, year};

fn protected(publication: &Publication, table: &str) -> Vec<String> {
    let table = publication.table(table).unwrap();
    let names = table.cells().iter().filter(|cell| cell.figure.is_protected());
    names.map(|cell| cell.at.values().cloned().collect::<Vec<_>>().join("+")).collect()
}

#[test]
fn a_single_small_count_takes_a_second_one_with_it() {
    let plan = plan(&[("a", dimension(&["p", "q", "r"], &[]))], &[&[], &["a"]]);
    let counts: Counts<'_> =
        &[(&[("a", "p")], &[1, 1]), (&[("a", "q")], &[9, 9, 9]), (&[("a", "r")], &[4, 4, 4])];
    let publication = published(plan, counts);
    assert_eq!(protected(&publication, "a"), ["p", "r"]);
    assert_eq!(publication.total().count(), Some(41));
}

#[test]
fn two_small_counts_that_add_up_to_three_pull_in_a_third() {
    let plan = plan(&[("a", dimension(&["p", "q", "r", "s"], &[]))], &[&[], &["a"]]);
    let counts: Counts<'_> = &[
        (&[("a", "p")], &[1]),
        (&[("a", "q")], &[0, 1, 1]),
        (&[("a", "r")], &[9, 9, 9]),
        (&[("a", "s")], &[4, 4, 4]),
    ];
    assert_eq!(protected(&published(plan, counts), "a"), ["p", "q", "s"]);
}

#[test]
fn a_group_does_not_give_away_its_only_small_member() {
    let groups: &[(&str, &[&str])] = &[("first", &["p", "q"]), ("second", &["r", "s"])];
    let plan = plan(&[("a", dimension(&["p", "q", "r", "s"], groups))], &[&[], &["a"]]);
    let counts: Counts<'_> = &[
        (&[("a", "p")], &[1, 1]),
        (&[("a", "q")], &[9, 9, 9]),
        (&[("a", "r")], &[9, 9, 9]),
        (&[("a", "s")], &[4, 4, 4]),
    ];
    let publication = published(plan, counts);
    assert_eq!(protected(&publication, "a"), ["p", "q"]);
    assert_eq!(publication.figure(&[("a", "first")]).count(), Some(29));
}

#[test]
fn a_two_way_table_protects_a_small_count_in_its_row_and_its_column() {
    let values = ["1", "2", "3"];
    let plan = plan(
        &[("a", dimension(&values, &[])), ("b", dimension(&values, &[]))],
        &[&[], &["a"], &["b"], &["a", "b"]],
    );
    let mut counts = Vec::new();
    for a in values {
        for b in values {
            let parts: &[u32] = if (a, b) == ("1", "1") { &[1, 1] } else { &[6, 6, 6] };
            counts.push(([("a", a), ("b", b)], parts));
        }
    }
    let counts: Vec<CountAt<'_>> = counts.iter().map(|(at, p)| (at.as_slice(), *p)).collect();
    let publication = published(plan, &counts);
    assert_eq!(protected(&publication, "a-by-b").len(), 4);
    assert!(publication.self_check().is_ok());
    assert_eq!(publication.figure(&[("a", "1")]).count(), Some(38));
}

#[test]
fn an_organisation_that_filed_most_of_two_small_counts_cannot_tell_the_others() {
    let plan = plan(&[("a", dimension(&["p", "q", "r", "s"], &[]))], &[&[], &["a"]]);
    let counts: Counts<'_> = &[
        (&[("a", "p")], &[3, 1]),
        (&[("a", "q")], &[3, 1]),
        (&[("a", "r")], &[9, 9, 9]),
        (&[("a", "s")], &[4, 4, 4]),
    ];
    assert_eq!(protected(&published(plan.clone(), counts), "a"), ["p", "q", "s"]);
    let outsiders = Rules { insiders: false, ..keep_all() };
    let publication = protect(&tally(plan, counts), &outsiders, year(2025), &[]);
    assert_eq!(protected(&publication, "a"), ["p", "q"]);
}

#[test]
fn a_dominated_count_is_not_known_to_within_a_fifth() {
    let plan = plan(&[("a", dimension(&["p", "q", "r"], &[]))], &[&[], &["a"]]);
    // 100, nearly all from one organisation; the 6 beside it would leave it at no more than 106.
    let counts: Counts<'_> =
        &[(&[("a", "p")], &[90, 10]), (&[("a", "q")], &[2, 2, 2]), (&[("a", "r")], &[40, 40, 40])];
    assert_eq!(protected(&published(plan, counts), "a"), ["p", "r"]);
}

#[test]
fn small_counts_where_two_groups_cross_are_not_fixed_by_the_rest_of_the_table() {
    // The group crossing low × low is published: its four cells must not follow from it and the margins.
    let (rows, columns) = (["1", "2", "3", "4"], ["1", "2", "3", "4"]);
    let plan = plan(
        &[
            ("a", dimension(&rows, &[("low", &["1", "2"])])),
            ("b", dimension(&columns, &[("low", &["1", "2"])])),
        ],
        &[&[], &["a"], &["b"], &["a", "b"]],
    );
    let small = [("1", "1"), ("1", "2"), ("2", "1"), ("3", "3")];
    let mut counts = Vec::new();
    for a in rows {
        for b in columns {
            let parts: &[u32] = if small.contains(&(a, b)) { &[1, 1, 1] } else { &[5, 6, 7] };
            counts.push(([("a", a), ("b", b)], parts));
        }
    }
    let counts: Vec<CountAt<'_>> = counts.iter().map(|(at, p)| (at.as_slice(), *p)).collect();
    let publication = published(plan, &counts);
    for (a, b) in small {
        assert!(publication.figure(&[("a", a), ("b", b)]).is_protected());
    }
    assert!(publication.self_check().is_ok());
    assert!(publication.document(1, 1, &Default::default(), &[]).self_check().is_ok());
}

#[test]
fn the_finest_table_gives_way_to_a_coarser_one() {
    let places = dimension(&["p1", "p2", "p3", "p4"], &[("west", &["p1", "p2"]), ("east", &["p3", "p4"])]);
    let plan = plan(&[("place", places)], &[&[], &["place"]]);
    let counts: Counts<'_> = &[
        (&[("place", "p1")], &[1, 1, 1]),
        (&[("place", "p2")], &[4, 4, 4]),
        (&[("place", "p3")], &[1, 1, 1]),
        (&[("place", "p4")], &[4, 4, 4]),
    ];
    let publication = protect(&tally(plan, counts), &Rules::default(), year(2025), &[]);
    assert_eq!(publication.dropped()[0].instead.as_deref(), Some("place-groups"));
    assert_eq!(publication.figure(&[("place", "west")]).count(), Some(15));
    assert!(publication.figure(&[("place", "p2")]).is_protected());
}
