//! A cyclic plan beyond the guard's exact tableau: its second solver proposes, and every witness still adds up.
#![cfg(feature = "highs")]
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[expect(dead_code, reason = "the plans serve other tests too")]
#[path = "plans/mod.rs"]
mod plans;

use serde_json::{Value, json};

use plans::{answered, check_witnesses};

/// Three dimensions of fifteen values, with all their two-way tables: 3,375 finest cells.
fn plan() -> Value {
    let values = |name: &str| (0..15).map(|i| format!("{name}{i}")).collect::<Vec<_>>();
    let dimension = |name: &str| json!({ "values": values(name), "groups": { "g": values(name)[..6], "h": values(name)[6..] } });
    let mut state = 5_u64;
    let mut skewed = || {
        let mut below = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % 15
        };
        below().min(below())
    };
    let mut record = |_| json!({ "a": format!("a{}", skewed()), "b": format!("b{}", skewed()), "c": format!("c{}", skewed()) });
    json!({
        "schema": 1, "rules": { "max_protected_share": 1.0, "thresholds": [], "insiders": false }, "cyclic": true,
        "dimensions": { "a": dimension("a"), "b": dimension("b"), "c": dimension("c") },
        "tables": [[], ["a"], ["b"], ["c"], ["a", "b"], ["a", "c"], ["b", "c"]],
        "records": (0..3_000).map(&mut record).collect::<Vec<_>>(),
    })
}

#[test]
fn witnesses_of_a_large_cyclic_plan_add_up_and_the_same_records_give_the_same_tables() {
    let plan = plan();
    let answer = answered(&plan);
    let document = serde_json::to_value(&answer).unwrap();
    assert_eq!(document["tables"].as_array().unwrap().len(), 7, "{}", document["dropped"]);
    assert!(check_witnesses(&plan, &answer).unwrap() > 10);
    assert_eq!(serde_json::to_value(answered(&plan)).unwrap(), document);
}
