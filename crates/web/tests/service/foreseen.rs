//! What the next edition would show: for the network's coordinators alone, with what is protected and why.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use figures::{Column, Dimension, Foresight, Kind, Level, Plan, Rules, TablePlan, Tally, outlook};
use model::{EditionNumber, Language, Localised, OrganisationType, Period};
use store::Store;
use testkit::{Database, code};
use web::{Foreseeing, Press, Settings};

use crate::world::World;

/// Sees one table of three values, of which one is small.
#[derive(Debug)]
struct Seer;

impl Press for Seer {
    fn pack(&self, _: &Store, _: EditionNumber, _: Language) -> Result<Vec<u8>, web::Error> {
        Ok(Vec::new())
    }

    fn foresee(&self, _: &Store, _: NaiveDate) -> Result<Foreseeing, web::Error> {
        let values = ["north", "east", "south"].map(str::to_owned).to_vec();
        let dimension =
            Dimension { kind: Kind::Other, values, groups: BTreeMap::new(), multiple: false, within: None };
        let column = Column { dimension: "side".to_owned(), level: Level::Fine };
        let tables =
            vec![TablePlan { tier: 1, columns: vec![] }, TablePlan { tier: 2, columns: vec![column] }];
        let plan =
            Plan { dimensions: BTreeMap::from([("side".to_owned(), dimension)]), tables, cyclic: false };
        let organisations = (0..4).map(|n| (code(&format!("o{n}")), OrganisationType::PublicService));
        let mut tally = Tally::new(plan, organisations.collect()).unwrap();
        for (value, each) in [("north", 10), ("east", 9), ("south", 0)] {
            (0..4).for_each(|n| tally.add_coded(&[("side", value)], n, each).unwrap());
        }
        let period = Period::year(2025).unwrap();
        let rules = Rules { max_protected_share: 1.0, ..Rules::default() };
        let words = |text: &str| Localised {
            nl: format!("{text} nl"),
            fr: format!("{text} fr"),
            en: text.to_owned(),
        };
        Ok(Foreseeing::Seen(Box::new(Foresight {
            edition: EditionNumber(3),
            period,
            signals: 76,
            outlook: outlook(&tally, &rules, period, &[]),
            titles: ["total", "side"].map(|id| (id.to_owned(), words(id))).into_iter().collect(),
            labels: BTreeMap::from([(
                "side".to_owned(),
                ["north", "east", "south"]
                    .map(|value| (value.to_owned(), words(value)))
                    .into_iter()
                    .collect(),
            )]),
            together: None,
        })))
    }
}

fn world() -> World {
    let settings = Settings { requests_per_minute: 0, press: Some(Arc::new(Seer)), ..Settings::default() };
    World::on(Database::sqlite(), settings)
}

#[test]
fn a_coordinator_sees_what_would_be_published_what_not_and_why() {
    let world = world();
    let body = world.signed_in("network").in_language(Language::Nl.code()).get("/network/figures").body;
    for said in [
        "editie 3",
        "76 signalen",
        "side nl",
        "south nl",
        "te klein",
        "beschermt een ander",
        "Wat elke regel kost",
    ] {
        assert!(body.contains(said), "{said} is not in {body}");
    }
    let french = world.signed_in("network").in_language("fr").get("/network/figures").body;
    assert!(french.contains("south fr") && french.contains("trop petit"));
}

#[test]
fn nobody_else_sees_it() {
    let world = world();
    assert_ne!(world.visitor().get("/network/figures").status, 200);
    for role in ["coordinator", "filer", "reader"] {
        assert_ne!(world.signed_in(role).get("/network/figures").status, 200, "{role}");
    }
}
