//! A small network with somebody for each role, served on a loopback port.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use model::{Authority, Language, Role};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use store::{NewAccount, NewSession, Store};
use testkit::{Database, code, network};
use web::{Settings, Site, Surroundings};

use crate::actor::Actor;

/// A service with its people.
pub struct World {
    pub store: Store,
    pub database: Database,
    pub base: String,
    pub accounts: BTreeMap<&'static str, model::AccountId>,
    pub log: Arc<Mutex<Vec<String>>>,
    now: Arc<AtomicI64>,
    random: Mutex<ChaCha8Rng>,
}

/// 15 January 2026, noon: the day of every test.
pub const NOON: i64 = 1_768_478_400;

/// Everybody: name, organisation, roles.
const PEOPLE: [(&str, Option<&str>, &[Role]); 8] = [
    ("filer", Some("alfa"), &[Role::Filer]),
    ("colleague", Some("alfa"), &[Role::Filer]),
    ("coordinator", Some("alfa"), &[Role::SignalCoordinator, Role::Filer]),
    ("other-filer", Some("beta"), &[Role::Filer]),
    ("other-coordinator", Some("beta"), &[Role::SignalCoordinator]),
    ("network", None, &[Role::NetworkCoordinator]),
    ("reader", None, &[Role::Reader]),
    ("administrator", None, &[Role::Administrator]),
];

impl World {
    /// On a database of its own.
    pub fn new() -> Self {
        Self::on(Database::of_this_run("service"), Settings { requests_per_minute: 0, ..Settings::default() })
    }

    /// On this database, run so.
    pub fn on(database: Database, settings: Settings) -> Self {
        let store = database.open();
        store.import_network(&network()).expect("the network");
        let now = Arc::new(AtomicI64::new(NOON));
        let log = Arc::new(Mutex::new(Vec::new()));
        let random = Mutex::new(ChaCha8Rng::seed_from_u64(7));
        let surroundings = Surroundings {
            now: {
                let now = Arc::clone(&now);
                Box::new(move || now.load(Ordering::SeqCst))
            },
            random: {
                let random = Mutex::new(ChaCha8Rng::seed_from_u64(8));
                Box::new(move |bytes| random.lock().unwrap().fill_bytes(bytes))
            },
            log: {
                let log = Arc::clone(&log);
                Box::new(move |line| log.lock().unwrap().push(line.to_owned()))
            },
        };
        let site = Site::new(store.clone(), settings, surroundings).expect("a site");
        let running = web::start(site, "127.0.0.1:0").expect("a port");
        let base = format!("http://{}", running.address());
        std::thread::spawn(move || running.serve().expect("a service"));
        let mut world = Self { store, database, base, accounts: BTreeMap::new(), log, now, random };
        for (name, organisation, roles) in PEOPLE {
            let account = world
                .store
                .add_account(
                    NewAccount {
                        name: format!("Somebody {name}"),
                        address: format!("{name}@example.org"),
                        organisation: organisation.map(code),
                        authority: roles.contains(&Role::Reader).then_some(Authority::Region),
                        roles: roles.to_vec(),
                        language: Language::Nl,
                    },
                    None,
                )
                .expect("an account");
            world.accounts.insert(name, account);
        }
        world
    }

    /// Whether these words stand anywhere in the database: in its files, or on a server in a backup of it.
    pub fn stores(&self, words: &str) -> bool {
        if !self.database.is_sqlite() {
            let backup = self.database.folder().join(format!("{}.backup", self.token()));
            self.store.backup(&backup).expect("a backup");
        }
        let mut files = std::fs::read_dir(self.database.folder()).expect("a folder");
        files.any(|file| {
            let bytes = std::fs::read(file.expect("a file").path()).expect("its bytes");
            bytes.windows(words.len()).any(|window| window == words.as_bytes())
        })
    }

    /// Somebody unknown.
    pub fn visitor(&self) -> Actor {
        Actor::new(&self.base)
    }

    /// Somebody wholly signed in.
    pub fn signed_in(&self, name: &str) -> Actor {
        self.with_session(name, true)
    }

    /// Somebody who gave a password and owes the second factor.
    pub fn half_signed_in(&self, name: &str) -> Actor {
        self.with_session(name, false)
    }

    fn with_session(&self, name: &str, second_factor: bool) -> Actor {
        let token = self.token();
        self.store
            .open_session(NewSession {
                token: web::hash_of_token(&token),
                account: self.accounts[name],
                expires_at: self.now() + 3600,
                second_factor,
                device: "Firefox, Linux".to_owned(),
            })
            .expect("a session");
        self.visitor().with_cookie("megafoon-session", &token)
    }

    /// Somebody with the filing card of `gamma`, whose sponsor is `alfa`.
    pub fn card(&self) -> Actor {
        let token = self.token();
        self.store
            .add_card(&code("gamma"), Some(&code("alfa")), "Keukentafel", web::hash_of_token(&token), None)
            .expect("a card");
        self.visitor().with_cookie("megafoon-card", &token)
    }

    /// A program of `alfa`.
    pub fn program(&self) -> Actor {
        let token = self.token();
        self.store.add_token(&code("alfa"), "import", web::hash_of_token(&token), None).expect("a token");
        self.visitor().with_bearer(&token)
    }

    /// A token that nobody else has.
    pub fn token(&self) -> String {
        let mut bytes = [0; 32];
        self.random.lock().unwrap().fill_bytes(&mut bytes);
        web::new_token(bytes)
    }

    /// Unix seconds.
    pub fn now(&self) -> i64 {
        self.now.load(Ordering::SeqCst)
    }

    /// Lets time pass.
    pub fn pass(&self, seconds: i64) {
        self.now.fetch_add(seconds, Ordering::SeqCst);
    }
}
