//! Which plans are refused.

use figures::{Column, Kind, Level, Plan, PlanError, TablePlan};

use crate::world::{dimension, plan};

#[test]
fn a_triangle_of_tables_is_refused_and_a_star_is_not() {
    let d = || dimension(&["x", "y"], &[]);
    let dimensions = [("a", d()), ("b", d()), ("c", d())];
    let triangle = plan(&dimensions, &[&[], &["a", "b"], &["b", "c"], &["a", "c"]]);
    assert!(matches!(triangle.check(), Err(PlanError::Cyclic(_))));
    assert_eq!(plan(&dimensions, &[&[], &["a", "b"], &["a", "c"]]).check(), Ok(()));
}

#[test]
fn the_default_plan_is_acyclic() {
    assert_eq!(crate::network::plan().check(), Ok(()));
}

#[test]
fn no_municipality_is_never_crossed_with_place_nor_formality() {
    for other in ["no_municipality", "formality"] {
        let mut plan: Plan = crate::network::plan();
        let columns =
            ["place", other].map(|d| Column { dimension: d.to_owned(), level: Level::Fine }).to_vec();
        plan.tables = vec![TablePlan { tier: 3, columns }];
        assert!(matches!(plan.check(), Err(PlanError::Forbidden(_))));
    }
}

#[test]
fn a_group_may_not_have_the_code_of_a_value() {
    let plan = plan(&[("a", dimension(&["x", "y"], &[("x", &["x", "y"])]))], &[&["a"]]);
    assert_eq!(plan.check(), Err(PlanError::Dimension("a".to_owned())));
}

#[test]
fn the_health_group_and_the_health_domain_have_codes_of_their_own() {
    let plan = crate::network::plan();
    assert_eq!(plan.group_code("domain", "health"), "health-group");
    assert_eq!(plan.group_code("domain", "living"), "living");
    assert!(plan.dimensions["domain"].groups.contains_key("health-group"));
}

#[test]
fn a_dimension_with_several_values_at_once_is_refused() {
    let mut plan = plan(&[("a", dimension(&["x", "y"], &[]))], &[&["a"]]);
    plan.dimensions.get_mut("a").unwrap().multiple = true;
    assert_eq!(plan.check(), Err(PlanError::Multiple("a".to_owned())));
}

#[test]
fn two_dimensions_that_divide_the_same_thing_are_not_crossed() {
    let mut plan = crate::network::plan();
    let columns =
        ["topic", "domain"].map(|d| Column { dimension: d.to_owned(), level: Level::Fine }).to_vec();
    plan.tables = vec![TablePlan { tier: 3, columns }];
    assert!(matches!(plan.check(), Err(PlanError::Table(_))));
    assert_eq!(plan.dimensions["topic"].kind, Kind::Topic);
}

#[test]
fn a_plan_is_the_same_after_a_file() {
    let plan = crate::network::plan();
    let text = serde_json::to_string(&plan).unwrap();
    assert_eq!(serde_json::from_str::<Plan>(&text).unwrap(), plan);
}
