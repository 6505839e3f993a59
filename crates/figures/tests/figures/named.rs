//! Tables by name, as a network's settings list them.

use figures::{Plan, PlanError, TablePlan};

use crate::network::domains;

fn named(tables: &[&str]) -> Result<Plan, PlanError> {
    let tables: Vec<String> = tables.iter().map(|name| (*name).to_owned()).collect();
    Plan::of(&domains(), &[], &tables)
}

#[test]
fn the_default_plan_named_table_by_table_is_the_default_plan() {
    let default = named(&[]).unwrap();
    let names: Vec<String> = default.tables.iter().map(TablePlan::id).collect();
    assert_eq!(Plan::of(&domains(), &[], &names).unwrap(), default);
}

#[test]
fn the_total_is_always_there_and_once() {
    let ids = |tables: &[&str]| named(tables).unwrap().tables.iter().map(TablePlan::id).collect::<Vec<_>>();
    assert_eq!(ids(&["cause"]), ["total", "cause"]);
    assert_eq!(ids(&["cause", "total"]), ["total", "cause"]);
}

#[test]
fn what_cannot_be_published_is_refused_by_name() {
    let refused = |tables: &[&str]| named(tables).unwrap_err();
    assert_eq!(refused(&["planet"]), PlanError::Table("planet".to_owned()));
    assert_eq!(
        refused(&["formality-groups-by-planet"]),
        PlanError::Table("formality-groups-by-planet".to_owned())
    );
    assert_eq!(refused(&["place-by-formality"]), PlanError::Forbidden("place-by-formality".to_owned()));
    assert_eq!(refused(&["cause", "cause"]), PlanError::Repeated("cause".to_owned()));
    let cycle = refused(&["domain-by-cause", "domain-by-place", "cause-by-place"]);
    assert!(matches!(cycle, PlanError::Cyclic(_)), "{cycle:?}");
}
