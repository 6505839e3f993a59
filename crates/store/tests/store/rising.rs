//! What came in month by month, and the signals behind a count.

use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use model::{Authority, Cause, CauseChoice, Code, Decided, Localised, Period, Place, SignalId};
use store::{CountedBy, Filing, Frame, ImportHow, MonthlyCount, Store, Surroundings, Via};
use testkit::{code, month, on_each_database, surroundings};

use crate::people::{People, filing, people, submission};

/// A store whose day can be set.
struct Days {
    store: Store,
    day: Arc<Mutex<NaiveDate>>,
    people: People,
}

impl Days {
    fn on(url: &str) -> Self {
        let day = Arc::new(Mutex::new(testkit::today()));
        let clock = Arc::clone(&day);
        let today = Box::new(move || *clock.lock().unwrap());
        let store = Store::open(url, Surroundings { today, ..surroundings(1) }).unwrap();
        let people = people(&store);
        Self { store, day, people }
    }

    /// Files and releases a signal on this day.
    fn released(&self, number: u128, day: &str) -> SignalId {
        *self.day.lock().unwrap() = day.parse().unwrap();
        let via = Via::Account(self.people.signal_coordinator);
        let filing = Filing { release: true, ..filing(number, via, submission("alfa", number)) };
        self.store.file(filing).unwrap().signal
    }

    fn counts(&self, from: &str, to: &str) -> Vec<MonthlyCount> {
        let mut counts = self.store.monthly_counts(period(from, to)).unwrap();
        counts.sort_by_key(|one| (one.month, one.domain.clone(), one.place.code(), one.structural));
        counts
    }

    fn of_months(&self, from: &str, to: &str) -> Vec<(String, u64)> {
        self.counts(from, to).iter().map(|one| (one.month.to_string(), one.count)).collect()
    }
}

fn period(from: &str, to: &str) -> Period {
    Period::new(month(from), month(to)).unwrap()
}

fn said(expected: &[(&str, u64)]) -> Vec<(String, u64)> {
    expected.iter().map(|(month, count)| ((*month).to_owned(), *count)).collect()
}

#[test]
fn what_the_desk_has_counts_in_the_month_of_its_filing() {
    on_each_database("rising_months", |database| {
        let days = Days::on(database.url());
        days.released(1, "2026-01-31");
        let accepted = days.released(2, "2026-02-01");
        days.released(3, "2026-02-28");
        days.store.accept(accepted, days.people.network_coordinator).unwrap();
        assert_eq!(days.of_months("2026-01", "2026-02"), said(&[("2026-01", 1), ("2026-02", 2)]));
        assert_eq!(days.of_months("2026-02", "2026-02"), said(&[("2026-02", 2)]));
        assert_eq!(days.of_months("2025-01", "2026-01"), said(&[("2026-01", 1)]));
    });
}

#[test]
fn what_does_not_wait_at_the_desk_or_was_turned_away_does_not_count() {
    on_each_database("rising_out", |database| {
        let days = Days::on(database.url());
        let network = days.people.network_coordinator;
        let [withdrawn, declined, twice, first] =
            [1, 2, 3, 4].map(|number| days.released(number, "2026-02-10"));
        let via = Via::Account(days.people.filer);
        days.store.file(filing(5, via, submission("alfa", 5))).unwrap();
        assert_eq!(days.of_months("2026-02", "2026-02"), said(&[("2026-02", 4)]), "no pre-signal");
        days.store.withdraw(withdrawn, Some(days.people.signal_coordinator)).unwrap();
        days.store.decline(declined, network, "Niet voor ons.").unwrap();
        days.store.accept(first, network).unwrap();
        days.store.same_case(twice, first, network).unwrap();
        assert_eq!(days.of_months("2026-02", "2026-02"), said(&[("2026-02", 1)]), "a case counts once");
    });
}

#[test]
fn what_came_with_a_file_counts_in_the_month_in_which_it_was_observed() {
    on_each_database("rising_files", |database| {
        let days = Days::on(database.url());
        let rows = ["2025-11", "2025-12", "2025-12"].iter().zip(1..);
        let rows = rows.map(|(month, number)| Ok(testkit::submission("beta", &number.to_string(), month)));
        let how = ImportHow { accept: true, ..ImportHow::default() };
        days.store.import_signals(how, &mut rows.collect::<Vec<_>>().into_iter(), &mut |_| {}).unwrap();
        assert_eq!(days.of_months("2025-11", "2026-01"), said(&[("2025-11", 1), ("2025-12", 2)]));
    });
}

#[test]
fn codes_count_as_decided_and_a_structural_signal_counts_what_it_names() {
    on_each_database("rising_codes", |database| {
        let days = Days::on(database.url());
        let network = days.people.network_coordinator;
        let [plain, moved, named] = [1, 2, 3].map(|number| days.released(number, "2026-02-10"));
        let decided = Decided {
            domain: code("health"),
            place: Place::parse("21001").unwrap(),
            cause: CauseChoice::Of(Cause::Exclusion),
            ..days.store.signal(moved).unwrap().decided
        };
        days.store.correct(moved, decided, network).unwrap();
        days.store.accept(named, network).unwrap();
        days.store.open_edition(model::EditionNumber(3), period("2026-01", "2026-12")).unwrap();
        let frame = Frame {
            domain: code("housing"),
            cause: Some(Cause::NotObtained),
            never_eligible: false,
            rights: Vec::new(),
            authorities: vec![Authority::Cpas],
            owner: code("alfa"),
            predecessor: None,
            title: Localised { nl: "Geen adres".to_owned(), ..Localised::default() },
        };
        let structural = days.store.make_structural(frame, network).unwrap();
        days.store.attach(structural, &[named], "", network).unwrap();
        let found: Vec<(Code, String, bool)> = days
            .counts("2026-02", "2026-02")
            .into_iter()
            .map(|one| (one.domain, one.place.code(), one.structural == Some(structural)))
            .collect();
        let row = |domain, place: &str, named| (code(domain), place.to_owned(), named);
        let expected =
            [row("health", "21001", false), row("housing", "21004", false), row("housing", "21004", true)];
        assert_eq!(found, expected);

        let behind = |by: &CountedBy| {
            let mut found = days.store.signals_behind(period("2026-02", "2026-02"), by, 10).unwrap();
            found.sort_by_key(|one| one.line.id);
            found.into_iter().map(|one| (one.line.id, one.is_free)).collect::<Vec<_>>()
        };
        let mut all = vec![(plain, false), (moved, false), (named, false)];
        all.sort_unstable();
        assert_eq!(behind(&CountedBy::default()), all, "what waits, or is named, is not free");
        let of_structural = CountedBy { structural: Some(structural), ..CountedBy::default() };
        assert_eq!(behind(&of_structural), [(named, false)]);
        let west = CountedBy {
            cause: Some(CauseChoice::Of(Cause::Exclusion)),
            domain: Some(code("health")),
            places: vec![Place::parse("21001").unwrap(), Place::parse("21012").unwrap()],
            structural: None,
        };
        assert_eq!(behind(&west), [(moved, false)]);
        days.store.accept(moved, network).unwrap();
        assert_eq!(behind(&west), [(moved, true)], "a structural signal can begin with it");
    });
}
