//! Many commands at once: each has its own result, all are durable, and readers never wait.

use std::sync::Barrier;

use model::{EditionNumber, Month, Period};
use store::Error;
use testkit::{on_both, on_each_database, surroundings};

fn year(year: i32) -> Period {
    Period::year(year).unwrap()
}

/// Periods follow each other as numbers do: one month for each.
fn month_of(number: EditionNumber) -> Period {
    let month = Month::from_number(2000 * 12 + i32::try_from(number.0).unwrap()).unwrap();
    Period::new(month, month).unwrap()
}

#[test]
fn concurrent_commands_each_hear_their_own_result() {
    on_both("concurrent", |store| {
        let barrier = Barrier::new(16);
        std::thread::scope(|scope| {
            for thread in 0..16_u32 {
                let (store, barrier) = (store.clone(), &barrier);
                scope.spawn(move || {
                    barrier.wait();
                    for n in 0..10 {
                        let own = EditionNumber(1 + thread * 10 + n);
                        assert_eq!(store.open_edition(own, month_of(own)), Ok(()));
                        // One that fails beside others that succeed undoes only itself.
                        assert!(matches!(store.open_edition(own, year(2025)), Err(Error::Conflict(_))));
                    }
                });
            }
        });
        let editions = store.editions().unwrap();
        assert_eq!(editions.len(), 160);
        assert!(editions.iter().all(|edition| edition.period == month_of(edition.number)));
        let chain = store.check_chain().unwrap();
        assert_eq!((chain.events, chain.broken_at), (160, None));
    });
}

#[test]
fn what_was_answered_is_there_after_a_restart() {
    on_each_database("durable", |database| {
        let store = database.open();
        let answered = std::thread::scope(|scope| {
            let threads: Vec<_> = (1..=8_u32)
                .map(|n| {
                    let store = &store;
                    scope.spawn(move || store.open_edition(EditionNumber(n), year(2024)).is_ok())
                })
                .collect();
            threads.into_iter().filter_map(|thread| thread.join().ok()).filter(|ok| *ok).count()
        });
        // Nobody closes the first store: what it answered has to be on disk already.
        let other = store::Store::open(database.url(), surroundings(2)).unwrap();
        assert_eq!(other.editions().unwrap().len(), answered);
        drop(store);
    });
}

#[test]
fn two_servers_on_one_database_keep_one_chain() {
    on_each_database("two_servers", |database| {
        let one = database.open();
        let other = store::Store::open(database.url(), surroundings(2)).unwrap();
        std::thread::scope(|scope| {
            for (first, store) in [(1_u32, &one), (101, &other)] {
                scope.spawn(move || {
                    for n in first..first + 30 {
                        store.open_edition(EditionNumber(n), month_of(EditionNumber(n))).unwrap();
                    }
                });
            }
        });
        let chain = one.check_chain().unwrap();
        assert_eq!((chain.events, chain.broken_at), (60, None));
        assert_eq!(chain, other.check_chain().unwrap());
    });
}

#[test]
fn a_reader_does_not_wait_for_a_long_command() {
    on_both("reader", |store| {
        store.import_network(&testkit::network()).unwrap();
        store
            .freeze(EditionNumber(1), &mut |_, _, parts| {
                parts.write(&[1])?;
                // The writer is in the middle of its transaction here.
                assert_eq!(store.editions()?.len(), 2);
                assert_eq!(store.network()?.organisations.len(), 3);
                Ok(())
            })
            .unwrap();
    });
}
