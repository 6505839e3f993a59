//! `protect`: JSON in, protected tables out.

use std::os::unix::fs::PermissionsExt;

use testkit::Database;

use crate::run::Program;
use crate::world;

const PLAN: &str = r#"{
  "schema": 1,
  "rules": { "threshold": 5, "zeros": "protect", "min_organisations": 1, "max_share": 1.0, "min_others": 0,
             "max_protected_share": 1.0, "thresholds": [], "protection": "safe", "insiders": true },
  "dimensions": { "place": { "values": ["21001", "21003", "21004"], "groups": { "north": ["21003", "21004"] }, "multiple": false } },
  "tables": [[], ["place"]],
  "records": [
    { "place": "21001", "organisation": "one", "count": 20 }, { "place": "21001", "organisation": "two", "count": 20 },
    { "place": "21003", "organisation": "one", "count": 1 }, { "place": "21003", "organisation": "two", "count": 1 },
    { "place": "21004", "organisation": "one", "count": 9 }, { "place": "21004", "organisation": "two", "count": 9 }
  ]
}"#;

#[test]
fn protect_answers_with_the_tables_and_what_was_tried_and_keeps_the_witnesses_apart() {
    let database = Database::sqlite();
    let program = Program::new(&database.folder(), database.url());
    std::fs::write(program.folder.join("plan.json"), PLAN).unwrap();
    let ran = program.run(&["protect", "plan.json", "--witnesses", "witnesses.json"]).ends(0);
    let answer: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let cells = answer["tables"][1]["cells"].as_array().unwrap();
    let status = |code: &str| {
        cells.iter().find(|cell| cell["at"]["place"] == code).unwrap()["status"].as_str().unwrap().to_owned()
    };
    assert_eq!((status("21003").as_str(), status("21004").as_str()), ("protected", "protected"));
    assert_eq!((status("north").as_str(), status("21001").as_str()), ("published", "published"));
    assert_eq!(answer["audit"]["attackers"], serde_json::json!(["A0", "A1", "A2", "A4"]));
    assert!(answer["audit"]["programs"].as_u64().unwrap() > 0);
    let file = program.folder.join("witnesses.json");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let witnesses: serde_json::Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert_eq!(witnesses["cells"].as_array().unwrap().len(), 2);
    // The same again, to the byte but for the time.
    let again: serde_json::Value =
        serde_json::from_str(&program.run(&["protect", "plan.json"]).ends(0).out).unwrap();
    assert_eq!(again["tables"], answer["tables"]);
}

#[test]
fn protect_says_what_is_wrong_with_a_plan_and_repeats_nothing_of_it() {
    let database = Database::sqlite();
    let program = Program::new(&database.folder(), database.url());
    let try_out = |text: &str| {
        std::fs::write(program.folder.join("plan.json"), text).unwrap();
        program.run(&["--messages", "nl", "protect", "plan.json"])
    };
    assert!(try_out("{ \"secret\": 1 }").ends(2).err.contains("regel 1"));
    assert!(!try_out("{ \"secret\": 1 }").said().contains("secret"));
    assert!(
        try_out(&PLAN.replace("21004\", \"organisation\": \"two\"", "21009\", \"organisation\": \"two\""))
            .ends(2)
            .err
            .contains("Record 6")
    );
    assert!(try_out(&PLAN.replace("[[], [\"place\"]]", "[[], [\"planet\"]]")).ends(2).err.contains("planet"));
    let ran = program.run(&["protect", "missing.json"]).ends(2);
    assert!(ran.err.contains("missing.json"));
    std::fs::write(program.folder.join("plan.json"), PLAN).unwrap();
    assert!(program.run(&["protect", "plan.json", "--max-programs", "0"]).ends(1).out.is_empty());
}

#[test]
fn audit_finds_what_follows_from_published_tables_and_nothing_in_those_that_were_protected() {
    let database = Database::sqlite();
    let program = Program::new(&database.folder(), database.url());
    std::fs::write(program.folder.join("plan.json"), PLAN).unwrap();
    let tables = program.run(&["protect", "plan.json"]).ends(0).out;
    let folder = program.folder.join("edition-1");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("tables.json"), &tables).unwrap();
    assert!(program.run(&["audit", "edition-1"]).ends(0).out.is_empty());
    // The folder above holds it too.
    program.run(&["audit", "."]).ends(0);
    let betrayed = tables.replace(
        r#"{"at":{"place":"21004"},"count":null,"status":"protected"}"#,
        r#"{"at":{"place":"21004"},"count":18,"status":"published"}"#,
    );
    assert_ne!(betrayed, tables);
    std::fs::write(folder.join("tables.json"), betrayed).unwrap();
    let found = program.run(&["--messages", "fr", "audit", "edition-1"]).ends(1).out;
    assert!(found.contains("place=21003") && found.contains("− 18 (place=21004"), "{found}");
    std::fs::write(folder.join("tables.json"), "{}").unwrap();
    program.run(&["audit", "edition-1"]).ends(2);
    program.run(&["audit", "nowhere"]).ends(2);
}

#[test]
fn from_inside_every_count_is_counted_again_and_own_records_that_no_edition_knows_are_refused() {
    let database = Database::sqlite();
    let program = Program::new(&database.folder(), database.url());
    world::frozen(&program);
    program.run(&["bundle", "--edition", "1", "--language", "all", "--out", "out"]).ends(0);
    let published = program.run(&["edition", "publish", "1", "--out", "out"]).ends(0).said();
    assert!(published.contains("from inside"), "{published}");
    let audited = program.run(&["audit", "out", "--frozen"]).ends(0).said();
    assert!(audited.contains("from inside"), "{audited}");

    std::fs::write(program.folder.join("own.json"), r#"[{ "cause": "not-known", "domain": "hosing" }]"#)
        .unwrap();
    let refused = program.run(&["audit", "out", "--own", "own.json"]).ends(2).said();
    assert!(refused.contains("hosing") && refused.contains("Record 1"), "{refused}");

    let tables = program.folder.join("out/edition-1/tables.json");
    let text = std::fs::read_to_string(&tables).unwrap();
    std::fs::write(&tables, text.replacen("\"count\": 60,", "\"count\": 61,", 1)).unwrap();
    program.run(&["audit", "out", "--frozen"]).ends(1);
}
