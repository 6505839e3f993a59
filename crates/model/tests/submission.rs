//! A submission is checked once, with every problem at once.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::collections::BTreeMap;

use model::{
    CauseChoice, Code, Field, Lists, Month, Problem, RawSubmission, Reason, Submission, TargetGroup, Tried,
    limits,
};
use proptest::prelude::*;

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn lists() -> Lists {
    Lists {
        organisations: vec![code("table-ouverte")],
        domains: BTreeMap::from([(code("housing"), false), (code("energy"), false), (code("old"), true)]),
        rights: vec![code("leefloon")],
        this_month: Month::new(2026, 3).unwrap(),
    }
}

fn valid() -> RawSubmission {
    let mut raw = RawSubmission::default();
    raw.set(Field::Organisation, "table-ouverte");
    raw.set(Field::Observed, "2026-03");
    raw.set(Field::Problem, "Families wait for weeks. Nobody answers.");
    raw.set(Field::Domain, "housing");
    raw.set(Field::Place, "21012");
    raw.set(Field::Tried, "referred|asked-service");
    raw
}

fn with(field: Field, value: &str) -> RawSubmission {
    let mut raw = valid();
    raw.set(field, value);
    raw
}

fn problems(raw: &RawSubmission) -> Vec<(Field, Reason)> {
    match Submission::check(raw, &lists()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.into_iter().map(|Problem { field, reason }| (field, reason)).collect(),
    }
}

#[test]
fn what_is_required_is_enough() {
    let submission = Submission::check(&valid(), &lists()).unwrap();
    assert_eq!(submission.headline, "Families wait for weeks");
    assert_eq!(submission.tried, [Tried::AskedService, Tried::Referred]);
    assert_eq!(submission.cause, CauseChoice::NoRight);
    assert!(!submission.generated);
}

#[test]
fn an_empty_form_names_everything_that_is_required_at_once() {
    let missing =
        [Field::Organisation, Field::Observed, Field::Problem, Field::Tried, Field::Domain, Field::Place];
    let expected: Vec<_> = missing.into_iter().map(|field| (field, Reason::Missing)).collect();
    assert_eq!(problems(&RawSubmission::default()), expected);
}

#[test]
fn each_wrong_value_has_its_own_reason() {
    let cases = [
        (Field::Organisation, "nobody", Reason::UnknownCode),
        (Field::Observed, "March", Reason::NotAMonth),
        (Field::Observed, "2026-04", Reason::InTheFuture),
        (Field::Language, "de", Reason::UnknownCode),
        (Field::Tried, "prayed", Reason::UnknownCode),
        (Field::Tried, "|", Reason::Missing),
        (Field::Tried, "referred|referred", Reason::Repeated),
        (Field::Cause, "bad-luck", Reason::UnknownCode),
        (Field::NeverEligible, "yes", Reason::OnlyWithExclusion),
        (Field::NeverEligible, "maybe", Reason::NotYesOrNo),
        (Field::Domain, "astronomy", Reason::UnknownCode),
        (Field::Domain, "old", Reason::Retired),
        (Field::OtherDomains, "housing", Reason::Repeated),
        (Field::Right, "happiness", Reason::UnknownCode),
        (Field::TargetGroups, "kings", Reason::UnknownCode),
        (Field::Place, "1000", Reason::UnknownCode),
        (Field::OtherPlaces, "21012", Reason::Repeated),
        (Field::Authority, "un", Reason::UnknownCode),
        (Field::Recurrence, "often", Reason::UnknownCode),
        (Field::Impact, "a\u{7}b", Reason::ControlCharacter),
    ];
    for (field, value, reason) in cases {
        assert_eq!(problems(&with(field, value)), [(field, reason)], "{field} = {value:?}");
    }
}

#[test]
fn all_problems_come_in_the_order_of_the_fields() {
    let mut raw = valid();
    raw.set(Field::Place, "nowhere");
    raw.set(Field::Observed, "soon");
    raw.set(Field::Headline, "x".repeat(limits::HEADLINE + 1));
    let expected = [
        (Field::Observed, Reason::NotAMonth),
        (Field::Headline, Reason::TooLong),
        (Field::Place, Reason::UnknownCode),
    ];
    assert_eq!(problems(&raw), expected);
}

#[test]
fn a_limit_counts_characters_and_not_bytes() {
    assert!(problems(&with(Field::Headline, &"é👍".repeat(limits::HEADLINE / 2))).is_empty());
    assert!(problems(&with(Field::Problem, &"ع".repeat(limits::PROBLEM))).is_empty());
    let long = with(Field::Problem, &"ع".repeat(limits::PROBLEM + 1));
    assert_eq!(problems(&long), [(Field::Problem, Reason::TooLong)]);
}

#[test]
fn lists_are_kept_in_the_order_of_the_list_whatever_the_order_typed() {
    let submission =
        Submission::check(&with(Field::TargetGroups, "children| homeless |asylum"), &lists()).unwrap();
    assert_eq!(submission.target_groups, [TargetGroup::Asylum, TargetGroup::Homeless, TargetGroup::Children]);
}

proptest! {
    #[test]
    fn a_proposed_headline_fits_and_comes_from_the_problem(problem in "\\PC{1,400}") {
        let raw = with(Field::Problem, &problem);
        if let Ok(submission) = Submission::check(&raw, &lists()) {
            prop_assert!(submission.headline.chars().count() <= limits::HEADLINE);
            let start = submission.headline.trim_end_matches('…').trim_end();
            prop_assert!(submission.problem.starts_with(start));
        }
    }

    #[test]
    fn checking_never_panics_and_a_refusal_always_says_why(fields in proptest::collection::vec((0..23usize, ".{0,90}"), 0..12)) {
        let mut raw = valid();
        for (field, value) in fields {
            raw.set(Field::ALL[field], value);
        }
        if let Err(problems) = Submission::check(&raw, &lists()) {
            prop_assert!(!problems.is_empty());
            let mut sorted = problems.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, problems);
        }
    }
}
