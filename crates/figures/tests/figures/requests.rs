//! Plans with their records in one file.

use figures::{Limits, Request, RequestError};
use serde_json::{Value, json};

fn answer(request: Value) -> Result<Value, RequestError> {
    let request: Request = serde_json::from_value(request).unwrap();
    Ok(serde_json::to_value(request.protect(&Limits::DEFAULT)?).unwrap())
}

/// Three by three by three, of which only the two-way tables are asked: a cycle.
fn triangle(counts: &[u64], cyclic: bool) -> Value {
    let record = |(at, count): (usize, &u64)| {
        json!({
            "a": format!("a{}", at / 9), "b": format!("b{}", at / 3 % 3), "c": format!("c{}", at % 3),
            "count": count,
        })
    };
    let values = |name: &str| json!({ "values": (0..3).map(|i| format!("{name}{i}")).collect::<Vec<_>>() });
    json!({
        "schema": 1,
        "rules": { "thresholds": [], "max_protected_share": 1.0 },
        "dimensions": { "a": values("a"), "b": values("b"), "c": values("c") },
        "tables": [[], ["a", "b"], ["b", "c"], ["a", "c"]],
        "records": counts.iter().enumerate().map(record).collect::<Vec<_>>(),
        "cyclic": cyclic,
    })
}

const COUNTS: [u64; 27] =
    [1, 0, 1, 8, 12, 3, 6, 5, 14, 11, 6, 2, 9, 30, 8, 7, 7, 9, 5, 12, 16, 3, 8, 9, 10, 11, 6];

#[test]
fn tables_come_out_as_in_tables_json_with_what_was_tried() {
    let answer = answer(json!({
        "schema": 1,
        "rules": { "max_protected_share": 1.0 },
        "dimensions": { "colour": { "values": ["red", "green", "blue"], "groups": { "warm": ["red", "green"] }, "multiple": false } },
        "tables": [[], ["colour"]],
        "records": [
            { "colour": "red", "count": 12 }, { "colour": "green", "count": 2 }, { "colour": "blue", "count": 9 },
            { "colour": "blue" },
        ],
    }))
    .unwrap();
    assert_eq!(answer["schema"], 1);
    let cells = answer["tables"][1]["cells"].as_array().unwrap();
    let of = |code: &str| cells.iter().find(|cell| cell["at"]["colour"] == code).unwrap();
    assert_eq!(of("warm")["count"], 14);
    assert_eq!(of("blue")["count"], 10);
    assert_eq!(of("green")["status"], "protected");
    assert_eq!(of("red")["status"], "protected");
    assert_eq!(answer["audit"]["primary"], 1);
    assert_eq!(answer["audit"]["secondary"], 1);
    assert_eq!(answer["audit"]["safe"], true);
    assert_eq!(answer["audit"]["attackers"], json!(["A0", "A1", "A4"]));
}

#[test]
fn tables_that_form_a_cycle_are_refused_unless_they_are_wanted() {
    let refused = answer(triangle(&COUNTS, false)).unwrap_err();
    assert!(matches!(refused, RequestError::Plan(figures::PlanError::Cyclic(_))), "{refused}");
    let answer = answer(triangle(&COUNTS, true)).unwrap();
    assert_eq!(answer["tables"].as_array().unwrap().len(), 4);
}

#[test]
fn what_is_wrong_with_a_record_is_told_by_its_number() {
    let request = |records: Value| {
        json!({
            "schema": 1, "dimensions": { "a": { "values": ["p", "q"] } }, "tables": [["a"]], "records": records,
        })
    };
    let wrong = |records: Value| answer(request(records)).unwrap_err();
    assert_eq!(wrong(json!([{ "a": "p" }, { "a": "z" }])), RequestError::Record(2, "a".to_owned()));
    assert_eq!(wrong(json!([{ "a": "p", "count": 4_294_967_296u64 }])), RequestError::Count(1));
    let half = json!([{ "a": "p", "organisation": "x" }, { "a": "p" }]);
    assert_eq!(wrong(half), RequestError::Organisation(2));
}

#[test]
fn a_limit_publishes_nothing() {
    let request: Request = serde_json::from_value(triangle(&COUNTS, true)).unwrap();
    let limits = Limits { programs: 0, stop: &|| true };
    assert_eq!(request.protect(&limits).unwrap_err(), RequestError::Limits);
}

#[test]
fn witnesses_agree_with_the_published_sums_and_show_both_ends() {
    let request: Request = serde_json::from_value(triangle(&COUNTS, true)).unwrap();
    let answer = request.protect(&Limits::DEFAULT).unwrap();
    let witnesses = answer.witnesses();
    assert!(witnesses.cells().len() >= 4, "{witnesses:?}");
    for at in 0..witnesses.cells().len() {
        let counts = || witnesses.tables().iter().map(|table| table[at]);
        assert!(counts().max() >= Some(5), "{:?}", witnesses.cells()[at]);
        assert!(counts().min() == Some(0) || counts().min() >= Some(5), "{:?}", witnesses.cells()[at]);
    }
}
