//! Locks between processes that die with their holder: no row to clean up, no clock to trust.
//!
//! SQLite: a lock of the operating system on an empty file beside the database. PostgreSQL: an advisory lock
//! of a session of its own. Both are released by the system when the holder is killed, which a lock row with
//! a heartbeat only guesses.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use sha2::{Digest, Sha256};

use super::{Address, Db};
use crate::Error;

/// A lock that is held; dropping it releases it.
pub(crate) struct Lock {
    held: Held,
}

enum Held {
    File(File),
    Session(Box<PgConnection>),
}

impl Drop for Lock {
    fn drop(&mut self) {
        match &mut self.held {
            Held::File(file) => drop(file.unlock()),
            // The end of a session releases it too, but the server may take its time over that: whoever asks for the
            // lock the next moment would be refused. A lost session has released it already.
            Held::Session(session) => drop(session.batch_execute("SELECT pg_advisory_unlock_all()")),
        }
    }
}

// Between two attempts; short enough that nobody notices, long enough to cost nothing.
const PAUSE: Duration = Duration::from_millis(50);

impl Lock {
    /// The lock named `name` (letters, digits and `-`) of this database; `Conflict` when someone else holds it all of `wait`.
    pub fn take(address: &Address, name: &str, wait: Duration) -> Result<Self, Error> {
        let begin = Instant::now();
        let mut attempt = attempts(address, name)?;
        loop {
            if let Some(held) = attempt()? {
                return Ok(Self { held });
            }
            if begin.elapsed() >= wait {
                return Err(Error::Conflict(format!("someone else holds the lock {name}")));
            }
            sleep(PAUSE.min(wait.saturating_sub(begin.elapsed())));
        }
    }
}

type Attempt = Box<dyn FnMut() -> Result<Option<Held>, Error>>;

fn attempts(address: &Address, name: &str) -> Result<Attempt, Error> {
    match address {
        Address::Sqlite(file) => {
            let mut path = file.clone().into_os_string();
            path.push(format!(".{name}.lock"));
            let path = PathBuf::from(path);
            let unavailable =
                |_| Error::Unavailable("the lock file beside the database cannot be opened".to_owned());
            let mut opened = Some(
                OpenOptions::new()
                    .create(true)
                    .truncate(false)
                    .write(true)
                    .open(path)
                    .map_err(unavailable)?,
            );
            Ok(Box::new(move || match opened.take() {
                Some(file) => match file.try_lock() {
                    Ok(()) => Ok(Some(Held::File(file))),
                    Err(TryLockError::WouldBlock) => {
                        opened = Some(file);
                        Ok(None)
                    }
                    Err(TryLockError::Error(_)) => {
                        Err(Error::Unavailable("the disk keeps no locks".to_owned()))
                    }
                },
                None => Ok(None),
            }))
        }
        Address::Postgres(_) => {
            let Db::Postgres(session) = address.connect()? else {
                return Err(Error::Broken("another database answered".to_owned()));
            };
            let key = key_of(name);
            let mut session = Some(Box::new(session));
            Ok(Box::new(move || {
                let Some(connection) = session.as_mut() else { return Ok(None) };
                let got: bool = diesel::select(pg_try_advisory_lock(key)).get_result(connection.as_mut())?;
                Ok(if got { session.take().map(Held::Session) } else { None })
            }))
        }
    }
}

#[diesel::declare_sql_function]
extern "SQL" {
    fn pg_try_advisory_lock(key: BigInt) -> Bool;
}

fn key_of(name: &str) -> i64 {
    let digest = Sha256::digest(format!("megafoon lock {name}"));
    digest.iter().take(8).fold(0_i64, |key, byte| (key << 8) | i64::from(*byte))
}
