//! Secrets of the network: drawn once, the same for everyone.

use store::{Error, Store};
use testkit::{on_each_database, surroundings};

#[test]
fn a_secret_is_drawn_once_whoever_asks() {
    on_each_database("secret", |database| {
        let store = database.open();
        let other = Store::open(database.url(), surroundings(2)).unwrap();
        let drawn: Vec<Vec<u8>> = std::thread::scope(|scope| {
            let ask = |store: &Store| store.secret("csrf", 32).unwrap();
            let threads: Vec<_> = [&store, &other, &store, &other]
                .into_iter()
                .map(|one| scope.spawn(move || ask(one)))
                .collect();
            threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
        });
        assert_eq!(drawn.len(), 4);
        assert!(drawn.iter().all(|secret| *secret == drawn[0] && secret.len() == 32));
        assert_ne!(store.secret("totp", 32).unwrap(), drawn[0]);
        assert_eq!(database.open().secret("csrf", 32).unwrap(), drawn[0]);
        for length in [0, 16, 65] {
            assert!(matches!(store.secret("csrf", length), Err(Error::Conflict(_))), "{length}");
        }
    });
}
