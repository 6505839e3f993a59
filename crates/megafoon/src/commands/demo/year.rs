//! The months behind the demo's today: signals that came in and were accepted, and one problem that rose in the last of
//! them, so that the page of what rises has something to compare and something to tell.

use generate::{Generator, languages_of};
use model::{Code, Language, Month, Network, OrganisationType, Period, Submission};
use store::{Error, ImportHow, Store};

/// So many finished months, with so many signals in all.
const MONTHS: i32 = 15;
const SIGNALS: usize = 120;
/// The problem that rose in the last month, and by how many signals.
const RISEN: (&str, usize) = ("urgent-medical-aid", 12);
/// The seeds of both.
const SEEDS: (u64, u64) = (2026, 2027);
/// Where the references of both begin: behind those of the demo's files.
const FIRST: (u32, u32) = (2_001, 4_001);

/// Brings in the signals of the finished months before this one. They come as one file, so each counts in the month in
/// which it was observed, on whichever day the demo is made.
pub fn bring_in(store: &Store, network: &Network, this: Month) -> Result<(), Error> {
    let mut signals = signals(network, this)?.into_iter().map(Ok);
    let how = ImportHow { accept: true, accept_valid: false, filer: None };
    store.import_signals(how, &mut signals, &mut |_| {}).map(|_| ())
}

fn signals(network: &Network, this: Month) -> Result<Vec<Submission>, Error> {
    let broken = |_| Error::Broken("a month outside the calendar".to_owned());
    let back = |months: i32| Month::from_number(this.number() - months).map_err(broken);
    let all = Period::new(back(MONTHS)?, back(1)?).map_err(broken)?;
    let last = Period::new(back(1)?, back(1)?).map_err(broken)?;
    let organisations: Vec<(Code, OrganisationType, Vec<Language>)> = network
        .organisations
        .iter()
        .map(|one| (one.code.clone(), one.kind, languages_of(&one.name)))
        .collect();
    let usual = Generator::new(SEEDS.0, &[all], &organisations).numbered_from(FIRST.0).take(SIGNALS);
    let risen = Generator::new(SEEDS.1, &[last], &organisations)
        .numbered_from(FIRST.1)
        .filter(|signal| signal.problem == RISEN.0)
        .take(RISEN.1);
    Ok(usual.chain(risen).map(|signal| signal.submission).collect())
}

#[cfg(test)]
mod tests {
    use clustering::emerging::{Filed, Found, Key, Settings, series, watch};

    use super::*;

    #[test]
    fn in_every_month_of_the_year_the_demo_has_something_that_rises() {
        let network: Network = serde_json::from_str(super::super::NETWORK).unwrap();
        let settings = Settings::default();
        for month in 1..=12 {
            let this = Month::new(2026, month).unwrap();
            let filed: Vec<Filed> = signals(&network, this)
                .unwrap()
                .into_iter()
                .map(|one| Filed {
                    month: one.observed,
                    cause: one.cause,
                    domain: one.domain,
                    place: one.place,
                    structural: None,
                    count: 1,
                })
                .collect();
            let back = |months: i32| Month::from_number(this.number() - months).unwrap();
            let months = series(&filed, back(30), back(1)).unwrap();
            let found = watch(&months.all, &months.series, &settings);
            let Found::Compared(found) = found else { panic!("a past that is too short") };
            let health = Key::Domain(Code::parse("health").unwrap());
            assert!(found.alarms.iter().any(|alarm| alarm.key == health), "{this}");
        }
    }
}
