//! Trends, shares, and statements about the same period.

use figures::{Direction, Publication, protect};
use model::{Month, Period};

use crate::world::{dimension, keep_all, plan, read_back, tally, year};

fn edition(
    period: Period,
    red: &[u32],
    green: &[u32],
    blue: &[u32],
    earlier: &[figures::Earlier],
) -> Publication {
    let plan =
        plan(&[("colour", dimension(&["red", "green", "blue"], &[("warm", &["red"])]))], &[&[], &["colour"]]);
    let tally = tally(
        plan,
        &[(&[("colour", "red")], red), (&[("colour", "green")], green), (&[("colour", "blue")], blue)],
    );
    protect(&tally, &keep_all(), period, earlier)
}

const RED: &[(&str, &str)] = &[("colour", "red")];

#[test]
fn a_change_is_told_where_both_sides_are_public() {
    let earlier = read_back(&edition(year(2024), &[20, 20, 20], &[9, 9, 9], &[9, 9, 9], &[]));
    let now = edition(year(2025), &[15, 15, 15], &[9, 9, 9], &[10, 9, 9], &[]);
    let change = now.change(&earlier, RED).unwrap();
    assert_eq!((change.before, change.now, change.difference), (60, 45, -15));
    assert_eq!((change.direction, change.percent), (Direction::Down, Some(-25)));
    let green = now.change(&earlier, &[("colour", "green")]).unwrap();
    assert_eq!((green.direction, green.percent), (Direction::Same, None));
    let blue = now.change(&earlier, &[("colour", "blue")]).unwrap();
    assert_eq!(
        (blue.direction, blue.percent),
        (Direction::Up, None),
        "27 is too small a base for a percentage"
    );
}

#[test]
fn no_change_is_told_of_a_protected_figure() {
    let earlier = read_back(&edition(year(2024), &[1, 1, 1], &[9, 9, 9], &[20, 20, 20], &[]));
    let now = edition(year(2025), &[15, 15, 15], &[9, 9, 9], &[9, 9, 9], &[]);
    assert!(now.figure(RED).count().is_some());
    assert_eq!(now.change(&earlier, RED), None);
}

#[test]
fn no_change_is_told_between_periods_that_share_a_month() {
    let earlier = read_back(&edition(year(2024), &[20, 20, 20], &[9, 9, 9], &[9, 9, 9], &[]));
    let overlap = Period::new(Month::new(2024, 12).unwrap(), Month::new(2025, 11).unwrap()).unwrap();
    assert_eq!(edition(overlap, &[20, 20, 20], &[9, 9, 9], &[9, 9, 9], &[]).change(&earlier, RED), None);
}

#[test]
fn a_share_needs_two_public_figures_of_which_one_holds_the_other() {
    let now = edition(year(2025), &[10, 10, 10], &[20, 10, 10], &[10, 10, 10], &[]);
    let share = now.share(RED, &[]).unwrap();
    assert_eq!((share.part, share.whole, share.percent), (30, 100, 30));
    assert_eq!(now.share(RED, &[("colour", "green")]), None);
    let small = edition(year(2025), &[1, 1, 1], &[20, 10, 10], &[10, 10, 10], &[]);
    assert_eq!(small.share(RED, &[]), None);
}

#[test]
fn a_cell_protected_once_stays_protected_when_the_same_period_is_restated() {
    let first = edition(year(2024), &[1, 1, 2], &[9, 9, 9], &[20, 20, 20], &[]);
    assert!(first.figure(RED).is_protected());
    let second = edition(year(2024), &[9, 9, 9], &[9, 9, 9], &[20, 20, 20], &[read_back(&first)]);
    assert!(second.figure(RED).is_protected());
    assert!(second.self_check().is_ok());
    let other_year = edition(year(2025), &[9, 9, 9], &[9, 9, 9], &[20, 20, 20], &[read_back(&first)]);
    assert_eq!(other_year.figure(RED).count(), Some(27));
}

#[test]
fn two_statements_about_a_period_differ_by_nothing_or_by_the_threshold() {
    let first = edition(year(2024), &[9, 9, 9], &[9, 9, 9], &[20, 20, 20], &[]);
    let late = edition(year(2024), &[9, 9, 11], &[9, 9, 9], &[20, 20, 20], &[read_back(&first)]);
    assert!(late.figure(RED).is_protected());
    let many = edition(year(2024), &[9, 9, 15], &[9, 9, 9], &[20, 20, 20], &[read_back(&first)]);
    assert_eq!(many.figure(RED).count(), Some(33));
    let same = edition(year(2024), &[9, 9, 9], &[9, 9, 9], &[20, 20, 20], &[read_back(&first)]);
    assert_eq!(same.figure(RED).count(), Some(27));
}
