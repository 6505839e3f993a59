//! The months behind the demo's today: signals that came in and were accepted, and one problem that rose in the last of
//! them, so that the page of what rises has something to compare and something to tell.

use generate::{Generator, languages_of};
use model::{Code, Language, Month, Network, OrganisationType, Period};
use store::{Error, ImportHow, Store};

/// So many finished months, with so many signals in all.
const MONTHS: i32 = 20;
const SIGNALS: usize = 300;
/// The problem that rose in the last month, and by how many signals.
const RISEN: (&str, usize) = ("benefit-suspension", 12);
/// The seeds of both.
const SEEDS: (u64, u64) = (2026, 2027);
/// Where the references of both begin: behind those of the demo's files.
const FIRST: (u32, u32) = (2_001, 4_001);

/// Brings in the signals of the finished months before this one. They come as one file, so each counts in the month in
/// which it was observed, on whichever day the demo is made.
pub fn bring_in(store: &Store, network: &Network, this: Month) -> Result<(), Error> {
    let broken = |_| Error::Broken("a month outside the calendar".to_owned());
    let back = |months: i32| Month::from_number(this.number() - months).map_err(broken);
    let period = |from, to| Period::new(from, to).map_err(broken);
    let (all, last) = (period(back(MONTHS)?, back(1)?)?, period(back(1)?, back(1)?)?);
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
    let mut signals = usual.chain(risen).map(|signal| Ok(signal.submission));
    let how = ImportHow { accept: true, accept_valid: false, filer: None };
    store.import_signals(how, &mut signals, &mut |_| {}).map(|_| ())
}
