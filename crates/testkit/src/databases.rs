//! Throw-away databases: a SQLite file in a temporary folder, a PostgreSQL database of its own.
#![expect(clippy::disallowed_methods, reason = "tests are told their server by the environment alone")]

use std::env;
use std::path::PathBuf;

use store::Store;
use tempfile::TempDir;

use crate::surroundings::surroundings;

/// A database that is gone when the test is over.
pub struct Database {
    url: String,
    folder: TempDir,
    server: Option<(String, String)>,
}

impl Database {
    /// Its URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Whether it is SQLite.
    pub fn is_sqlite(&self) -> bool {
        self.server.is_none()
    }

    /// A folder of its own, gone with it.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Opens it in the usual surroundings.
    pub fn open(&self) -> Store {
        Store::open(&self.url, surroundings(1)).expect("the database opens")
    }

    /// A new SQLite database.
    pub fn sqlite() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        Self { url, folder, server: None }
    }

    /// A new database for tests that need one of either kind and take long: SQLite, or PostgreSQL where
    /// `MEGAFOON_TEST_PAGES=postgres`, so that the same tests run a second time on it.
    pub fn of_this_run(name: &str) -> Self {
        match env::var("MEGAFOON_TEST_PAGES").as_deref() {
            Ok("postgres") => Self::postgres(name),
            Ok(other) => panic!("MEGAFOON_TEST_PAGES is {other}; it may only be postgres"),
            Err(_) => Self::sqlite(),
        }
    }

    /// A new PostgreSQL database on the server of the tests.
    pub fn postgres(name: &str) -> Self {
        let Ok(server) = env::var("MEGAFOON_TEST_POSTGRES") else {
            panic!(
                "MEGAFOON_TEST_POSTGRES names no PostgreSQL server: run ./test, which starts one, \
                 or set MEGAFOON_TEST_DATABASES=sqlite to test on SQLite alone"
            );
        };
        // Tests run side by side, in several programs at once.
        let letters: String = name.chars().filter(char::is_ascii_alphanumeric).take(30).collect();
        let unique =
            tempfile::Builder::new().prefix("").rand_bytes(12).tempdir().expect("a temporary folder");
        let suffix =
            unique.path().file_name().and_then(|name| name.to_str()).expect("a plain name").to_lowercase();
        let database = format!("t_{}_{suffix}", letters.to_lowercase()).replace(['.', '-'], "_");
        let url = store::create_database(&server, &database).expect("the test server makes a database");
        Self { url, folder: unique, server: Some((server, database)) }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some((server, database)) = &self.server {
            // What a test leaves behind goes with the throw-away server at the latest.
            let _ = store::drop_database(server, database);
        }
    }
}

/// Runs a test on a fresh store of either kind.
///
/// # Panics
/// Where no PostgreSQL server is named, unless `MEGAFOON_TEST_DATABASES=sqlite` says that SQLite alone is meant.
pub fn on_both(name: &str, test: impl Fn(&Store)) {
    on_each_database(name, |database| test(&database.open()));
}

/// Runs a test on a fresh database of either kind, not yet opened.
pub fn on_each_database(name: &str, test: impl Fn(&Database)) {
    test(&Database::sqlite());
    match env::var("MEGAFOON_TEST_DATABASES").as_deref() {
        Ok("sqlite") => {}
        Ok(other) => panic!("MEGAFOON_TEST_DATABASES is {other}; it may only be sqlite"),
        Err(_) => test(&Database::postgres(name)),
    }
}
