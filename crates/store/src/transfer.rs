//! Backup and restore. A backup is a SQLite database whichever database it was made of, and is read back and
//! checked before it counts.

use std::fs;
use std::path::{Path, PathBuf};

use crate::db::{Address, Db, carry};
use crate::events::{self, ChainReport};
use crate::{Error, Store};

impl Store {
    /// Writes a backup to a new file, while others go on reading and writing: one state of everything.
    ///
    /// The file appears only when it was read back: whole, every reference met, its event chain unbroken. What
    /// its chain says. `Conflict` where the file exists.
    pub fn backup(&self, to: &Path) -> Result<ChainReport, Error> {
        refuse_existing(to)?;
        let partial = beside(to);
        let outcome = self.write_backup(&partial).and_then(|()| check(&partial));
        settle(outcome, &partial, to)
    }

    fn write_backup(&self, to: &Path) -> Result<(), Error> {
        match self.address() {
            Address::Sqlite(_) => carry::copy_file(&mut self.address().connect()?, to),
            Address::Postgres(_) => {
                let mut target = Address::Sqlite(to.to_owned()).connect()?;
                target.migrate()?;
                self.read(|source| copy_all(source, &mut target))?;
                carry::close_file(target)
            }
        }
    }

    /// Fills a new database from a backup, and brings its tables up to date. What its chain says.
    ///
    /// `Conflict` where the database holds something already.
    pub fn restore(url: &str, from: &Path) -> Result<ChainReport, Error> {
        check(from)?;
        let address = Address::parse(url)?;
        match &address {
            Address::Sqlite(file) => {
                refuse_existing(file)?;
                let partial = beside(file);
                let outcome =
                    carry::open_file(from).and_then(|mut backup| carry::copy_file(&mut backup, &partial));
                settle(outcome, &partial, file)?;
                let mut db = address.connect()?;
                db.migrate()?;
                events::check(&mut db)
            }
            Address::Postgres(_) => {
                let mut target = address.connect()?;
                target.migrate()?;
                let mut source = carry::open_file(from)?;
                if source.is_outdated()? {
                    let detail = "a backup of an older version: restore it to SQLite first, and back that up";
                    return Err(Error::Conflict(detail.to_owned()));
                }
                copy_all(&mut source, &mut target)?;
                let report = events::check(&mut target)?;
                whole(report)
            }
        }
    }
}

/// Copies every table, inside one transaction of the target.
fn copy_all(source: &mut Db, target: &mut Db) -> Result<(), Error> {
    target.begin_writing()?;
    let outcome = carry::copy_tables(source, target);
    match outcome {
        Ok(()) => target.commit(),
        Err(error) => {
            // The first error is the one to tell.
            let _ = target.rollback();
            Err(error)
        }
    }
}

/// Reads a backup back: the pages of the file, the references between its rows, the chain of its events.
fn check(file: &Path) -> Result<ChainReport, Error> {
    let mut db = carry::open_file(file)?;
    carry::check_file(&mut db)?;
    whole(events::check(&mut db)?)
}

fn whole(report: ChainReport) -> Result<ChainReport, Error> {
    match report.broken_at {
        None => Ok(report),
        Some(sequence) => Err(Error::Broken(format!("the event chain is broken at {sequence}"))),
    }
}

fn refuse_existing(file: &Path) -> Result<(), Error> {
    if file.exists() { Err(Error::Conflict("the file exists".to_owned())) } else { Ok(()) }
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".partial");
    PathBuf::from(name)
}

/// Gives a finished file its name, or removes an unfinished one.
fn settle<T>(outcome: Result<T, Error>, partial: &Path, file: &Path) -> Result<T, Error> {
    let unavailable = |_| Error::Unavailable("the file cannot be written".to_owned());
    match outcome {
        Ok(value) => {
            fs::File::open(partial).and_then(|written| written.sync_all()).map_err(unavailable)?;
            fs::rename(partial, file).map_err(unavailable)?;
            Ok(value)
        }
        Err(error) => {
            // It may never have been made.
            let _ = fs::remove_file(partial);
            Err(error)
        }
    }
}
