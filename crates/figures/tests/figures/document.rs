//! The file `tables.json`.

use std::collections::BTreeMap;

use figures::{Document, Fact, Publication, Unit, protect};
use model::Localised;

use crate::world::{dimension, keep_all, plan, tally, year};

fn small() -> Publication {
    let plan = plan(&[("a", dimension(&["p", "q", "r"], &[("g", &["p", "q"])]))], &[&[], &["a"]]);
    let tally =
        tally(plan, &[(&[("a", "p")], &[1, 1]), (&[("a", "q")], &[9, 9, 9]), (&[("a", "r")], &[4, 4, 4])]);
    protect(&tally, &keep_all(), year(2025), &[])
}

#[test]
fn a_file_names_each_cell_with_its_count_or_as_protected() {
    let titles = BTreeMap::from([(
        "a".to_owned(),
        Localised { nl: "Kleuren".to_owned(), fr: "Couleurs".to_owned(), en: "Colours".to_owned() },
    )]);
    let filers = Fact { id: "filers".to_owned(), value: 3, unit: Unit::Organisations };
    let file = serde_json::to_value(small().document(2, 1, &titles, &[filers])).unwrap();
    assert_eq!(file["schema"], 1);
    assert_eq!(file["period"], serde_json::json!({"from": "2025-01", "to": "2025-12"}));
    assert_eq!(file["rules"]["threshold"], 5);
    assert_eq!(file["dimensions"]["a"]["groups"], serde_json::json!({"g": ["p", "q"]}));
    assert_eq!(
        file["tables"][0]["cells"],
        serde_json::json!([{"at": {}, "count": 41, "status": "published"}])
    );
    assert_eq!(file["tables"][1]["title"]["fr"], "Couleurs");
    assert_eq!(
        file["tables"][1]["cells"],
        serde_json::json!([
            {"at": {"a": "*"}, "count": 41, "status": "published"},
            {"at": {"a": "g"}, "count": 29, "status": "published"},
            {"at": {"a": "p"}, "count": null, "status": "protected"},
            {"at": {"a": "q"}, "count": null, "status": "protected"},
            {"at": {"a": "r"}, "count": 12, "status": "published"},
        ])
    );
    let unit = &file["facts"][0];
    assert_eq!((&unit["unit"], &unit["value"]), (&"organisations".into(), &3.into()));
}

#[test]
fn a_file_read_back_is_the_same() {
    let document = small().document(2, 1, &BTreeMap::new(), &[]);
    let text = serde_json::to_string(&document).unwrap();
    let again: Document = serde_json::from_str(&text).unwrap();
    assert_eq!(again, document);
    assert!(again.self_check().is_ok());
}

#[test]
fn a_protected_cell_that_is_written_out_is_found_with_the_sum_that_betrays_the_other() {
    let mut file = serde_json::to_value(small().document(2, 1, &BTreeMap::new(), &[])).unwrap();
    let q = &mut file["tables"][1]["cells"][3];
    q["count"] = 27.into();
    q["status"] = "published".into();
    let document: Document = serde_json::from_value(file).unwrap();
    let leak = document.self_check().unwrap_err();
    assert_eq!(leak.cell["a"], "p");
    assert_eq!(leak.between, (2, 2));
    let value: i64 = leak.sum.iter().map(|t| t.factor * i64::try_from(t.count).unwrap()).sum();
    assert_eq!((value, leak.sum.len()), (2, 2));
}

#[test]
fn a_file_whose_status_contradicts_the_count_is_refused() {
    let mut file = serde_json::to_value(small().document(2, 1, &BTreeMap::new(), &[])).unwrap();
    file["tables"][1]["cells"][0]["status"] = "protected".into();
    assert!(serde_json::from_value::<Document>(file).is_err());
}
