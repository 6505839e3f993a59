//! The two databases behind one type. Nothing outside this module knows that there are two.

pub(crate) mod carry;
mod lock;
mod server;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::migration::MigrationSource;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel::sqlite::SqliteConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::Error;

pub(crate) use lock::Lock;
pub use server::{create_database, drop_database};

const SQLITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES_MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations/postgresql");

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// PostgreSQL.
    Postgres(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// Where the database is.
#[derive(Clone)]
pub(crate) enum Address {
    /// The whole URL.
    Postgres(String),
    /// The file.
    Sqlite(PathBuf),
}

impl Address {
    /// `sqlite://FILE` or `postgres://…`; anything else is an error, since SQLite would take it for a path.
    pub fn parse(url: &str) -> Result<Self, Error> {
        match url.strip_prefix("sqlite://") {
            Some(file) if !file.is_empty() && file != ":memory:" => Ok(Self::Sqlite(PathBuf::from(file))),
            None if url.starts_with("postgres://") => Ok(Self::Postgres(url.to_owned())),
            // The URL may hold a password: it is not repeated.
            _ => Err(Error::Conflict("the database is neither sqlite://FILE nor postgres://…".to_owned())),
        }
    }

    /// A new connection.
    pub fn connect(&self) -> Result<Db, Error> {
        match self {
            Self::Postgres(url) => {
                let mut connection = PgConnection::establish(url)
                    .map_err(|_| Error::Unavailable("no connection to PostgreSQL".to_owned()))?;
                // A plan made while a table was empty is not kept for when it is full.
                connection.batch_execute(
                    "SET client_min_messages = warning; SET synchronous_commit = on; \
                     SET plan_cache_mode = force_custom_plan",
                )?;
                Ok(Db::Postgres(connection))
            }
            Self::Sqlite(file) => {
                let name = file
                    .to_str()
                    .ok_or_else(|| Error::Conflict("the path of the database is not UTF-8".to_owned()))?;
                make_private(file)?;
                let mut connection = SqliteConnection::establish(name)
                    .map_err(|_| Error::Unavailable("the database file cannot be opened".to_owned()))?;
                connection.batch_execute(
                    "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                     PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536; \
                     PRAGMA wal_autocheckpoint = 4000",
                )?;
                Ok(Db::Sqlite(connection))
            }
        }
    }
}

/// Inserts rows (of one `Insertable` struct) many at a time, however the database likes it best.
macro_rules! insert_all {
    ($db:expr, $table:expr, $rows:expr) => {
        (|| -> Result<(), $crate::Error> {
            match $db {
                // Measured on 100,000 signals: a statement of 1,000 rows takes four times as long as a copy.
                $crate::db::Db::Postgres(connection) if $rows.len() > $crate::db::FEW => {
                    diesel::copy_from($table).from_insertable($rows.as_slice()).execute(connection)?;
                }
                $crate::db::Db::Postgres(connection) => {
                    diesel::insert_into($table).values($rows.as_slice()).execute(connection)?;
                }
                // One prepared statement, kept and bound anew: a statement of many rows is parsed again each time.
                $crate::db::Db::Sqlite(connection) => {
                    for row in $rows {
                        diesel::insert_into($table).values(row).execute(connection)?;
                    }
                }
            }
            Ok(())
        })()
    };
}
/// Up to so many rows, PostgreSQL takes them in one statement: beginning a copy costs more.
pub(crate) const FEW: usize = 20;
pub(crate) use insert_all;

impl Db {
    /// Brings the tables up to this version of the program.
    pub fn migrate(&mut self) -> Result<(), Error> {
        match self {
            Self::Postgres(connection) => {
                // Two servers that start at once migrate one after the other.
                connection.batch_execute("SELECT pg_advisory_lock(7305203014)")?;
                let outcome =
                    connection.run_pending_migrations(POSTGRES_MIGRATIONS).map(|_| ()).map_err(migration);
                connection.batch_execute("SELECT pg_advisory_unlock(7305203014)")?;
                outcome
            }
            Self::Sqlite(connection) => {
                // A connection that only reads the list first does not lock out whoever writes.
                if connection.has_pending_migration(SQLITE_MIGRATIONS).map_err(migration)? {
                    AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN IMMEDIATE")?;
                    let outcome =
                        connection.run_pending_migrations(SQLITE_MIGRATIONS).map(|_| ()).map_err(migration);
                    finish(connection, &outcome)?;
                    return outcome;
                }
                Ok(())
            }
        }
    }

    /// Takes every migration back, newest first: the tables and all they hold are gone.
    pub fn revert(&mut self) -> Result<(), Error> {
        match self {
            Self::Postgres(c) => c.revert_all_migrations(POSTGRES_MIGRATIONS).map(|_| ()).map_err(migration),
            Self::Sqlite(c) => c.revert_all_migrations(SQLITE_MIGRATIONS).map(|_| ()).map_err(migration),
        }
    }

    /// Whether its tables are older than this version of the program.
    pub fn is_outdated(&mut self) -> Result<bool, Error> {
        match self {
            Self::Postgres(c) => c.has_pending_migration(POSTGRES_MIGRATIONS).map_err(migration),
            Self::Sqlite(c) => c.has_pending_migration(SQLITE_MIGRATIONS).map_err(migration),
        }
    }

    /// Begins a transaction that writes. SQLite takes its lock at once: a later upgrade could fail.
    pub fn begin_writing(&mut self) -> Result<(), Error> {
        match self {
            Self::Postgres(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?,
            Self::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
        }
        Ok(())
    }

    /// Begins a transaction that only reads, and sees one state throughout.
    pub fn begin_reading(&mut self) -> Result<(), Error> {
        match self {
            Self::Postgres(c) => {
                AnsiTransactionManager::begin_transaction_sql(
                    c,
                    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                )?;
            }
            Self::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN DEFERRED")?,
        }
        Ok(())
    }

    /// Begins a savepoint inside the transaction.
    pub fn begin_savepoint(&mut self) -> Result<(), Error> {
        Ok(<Self as Connection>::TransactionManager::begin_transaction(self)?)
    }

    /// Keeps what was done since the innermost begin.
    pub fn commit(&mut self) -> Result<(), Error> {
        Ok(<Self as Connection>::TransactionManager::commit_transaction(self)?)
    }

    /// Undoes what was done since the innermost begin.
    pub fn rollback(&mut self) -> Result<(), Error> {
        Ok(<Self as Connection>::TransactionManager::rollback_transaction(self)?)
    }

    /// The end of the chain, kept from every other writer until this transaction ends.
    pub fn lock_head(&mut self) -> Result<(i64, Vec<u8>), Error> {
        use crate::schema::chain_head::dsl::{chain_head, hash, sequence};
        let query = chain_head.select((sequence, hash));
        Ok(match self {
            Self::Postgres(c) => query.for_update().first(c)?,
            // The transaction holds the only write lock already.
            Self::Sqlite(c) => query.first(c)?,
        })
    }

    /// Lets the database look at the signals it holds, so that it plans queries for what is there now.
    pub fn survey_signals(&mut self) -> Result<(), Error> {
        match self {
            Self::Postgres(c) => c.batch_execute("ANALYZE signals, text_versions")?,
            // The few plans that SQLite has to choose from do not depend on it.
            Self::Sqlite(_) => {}
        }
        Ok(())
    }

    /// Puts the words of a text into the search: stems, one space between, their order without meaning.
    pub fn put_words(&mut self, row: i64, words: &str) -> Result<(), Error> {
        match self {
            Self::Postgres(c) => diesel::sql_query(
                "INSERT INTO search_words (row, words) VALUES ($1, array_to_tsvector(ARRAY(\
                 SELECT DISTINCT word FROM unnest(string_to_array($2, ' ')) AS word WHERE word <> '')))",
            )
            .bind::<BigInt, _>(row)
            .bind::<Text, _>(words)
            .execute(c)?,
            Self::Sqlite(c) => diesel::sql_query("INSERT INTO search_words (rowid, words) VALUES (?, ?)")
                .bind::<BigInt, _>(row)
                .bind::<Text, _>(words)
                .execute(c)?,
        };
        Ok(())
    }

    /// Takes the words of a text out of the search.
    pub fn forget_words(&mut self, row: i64) -> Result<(), Error> {
        match self {
            Self::Postgres(c) => diesel::sql_query("DELETE FROM search_words WHERE row = $1")
                .bind::<BigInt, _>(row)
                .execute(c)?,
            Self::Sqlite(c) => diesel::sql_query("DELETE FROM search_words WHERE rowid = ?")
                .bind::<BigInt, _>(row)
                .execute(c)?,
        };
        Ok(())
    }

    /// Removes what deleted rows of these tables left behind in files beside the table itself; `false` where a reader prevents it now.
    ///
    /// SQLite overwrites deleted content in its pages (`secure_delete`), but its write-ahead log still holds the old pages.
    pub fn forget_deleted(&mut self, tables: &BTreeSet<&'static str>) -> Result<bool, Error> {
        match self {
            Self::Postgres(c) => {
                for table in tables {
                    c.batch_execute(&format!("VACUUM {table}"))?;
                }
                Ok(true)
            }
            Self::Sqlite(c) => {
                let busy: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(c)?;
                Ok(busy.busy == 0)
            }
        }
    }
}

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    busy: i32,
}

fn finish(connection: &mut SqliteConnection, outcome: &Result<(), Error>) -> Result<(), Error> {
    match outcome {
        Ok(()) => AnsiTransactionManager::commit_transaction(connection)?,
        Err(_) => AnsiTransactionManager::rollback_transaction(connection)?,
    }
    Ok(())
}

fn migration(error: Box<dyn std::error::Error + Send + Sync>) -> Error {
    match error.downcast::<diesel::result::Error>() {
        Ok(error) => Error::from(*error),
        Err(_) => Error::Broken("the tables could not be migrated".to_owned()),
    }
}

/// The names of the migrations of both databases, SQLite first, each in order.
pub fn migration_names() -> Result<[Vec<String>; 2], Error> {
    fn names<DB: diesel::backend::Backend>(source: &EmbeddedMigrations) -> Result<Vec<String>, Error> {
        let migrations = MigrationSource::<DB>::migrations(source).map_err(migration)?;
        let mut names: Vec<String> =
            migrations.iter().map(|migration| migration.name().to_string()).collect();
        names.sort();
        Ok(names)
    }
    Ok([names::<diesel::sqlite::Sqlite>(&SQLITE_MIGRATIONS)?, names::<diesel::pg::Pg>(&POSTGRES_MIGRATIONS)?])
}

/// A new database file is its owner's alone: whoever reads it reads every text and key. The files that SQLite puts
/// beside it take over its permissions.
fn make_private(file: &Path) -> Result<(), Error> {
    if file.exists() {
        return Ok(());
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
        .open(file)
        .map(|_| ())
        .map_err(|_| Error::Unavailable("the database file cannot be opened".to_owned()))
}
