//! Files that were looked through and wait for somebody to say "store": by a random key, for one account, half an hour.
//!
//! The rows wait in temporary files without a name. When the service ends they are gone, and the file is sent again.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use exchange::{RefusedRow, Spool};
use model::{AccountId, Code};
use uuid::Uuid;

/// How long a file waits, in seconds.
const SECONDS: i64 = 30 * 60;
/// How many files of one account wait: the oldest goes.
const OF_ONE: usize = 3;
/// How many files wait in all: the oldest goes.
const OF_ALL: usize = 200;

/// The files that wait.
#[derive(Default)]
pub struct Waiting {
    files: Mutex<BTreeMap<Uuid, File>>,
}

struct File {
    account: AccountId,
    until: i64,
    stands: Stands,
}

enum Stands {
    Looked(Looked),
    Storing,
    Stored(Stored),
}

/// A file that was looked through.
pub struct Looked {
    /// The organisation whose rows they are.
    pub organisation: Code,
    /// The good rows.
    pub spool: Spool,
    /// The first refused rows.
    pub refused: Vec<RefusedRow>,
    /// How many were refused.
    pub refused_rows: u64,
}

/// What was stored of a file.
pub struct Stored {
    /// Signals that are new.
    pub added: u64,
    /// Rows that were there already.
    pub already_there: u64,
    /// Lines whose reference is another signal's.
    pub repeated: Vec<u64>,
}

/// How a file stands.
pub enum Found<'a> {
    /// It waits.
    Looked(&'a mut Looked),
    /// It is being stored now.
    Storing,
    /// It was stored.
    Stored(&'a Stored),
}

impl Waiting {
    /// Keeps a file that was looked through.
    pub fn keep(&self, id: Uuid, account: AccountId, looked: Looked, now: i64) {
        self.put(id, account, Stands::Looked(looked), now);
    }

    /// Keeps what was stored of a file, so that it can be read again.
    pub fn done(&self, id: Uuid, account: AccountId, stored: Stored, now: i64) {
        self.put(id, account, Stands::Stored(stored), now);
    }

    /// Takes a file out to be stored: nobody else gets it. None where it does not wait for this account, or the account
    /// went to another organisation meanwhile.
    pub fn take(&self, id: Uuid, account: AccountId, organisation: &Code, now: i64) -> Option<Looked> {
        let mut files = self.open(now);
        let file = files.get_mut(&id).filter(|file| file.account == account)?;
        match std::mem::replace(&mut file.stands, Stands::Storing) {
            Stands::Looked(looked) if looked.organisation == *organisation => Some(looked),
            other => {
                file.stands = other;
                None
            }
        }
    }

    /// Looks at a file of this account.
    pub fn with<T>(
        &self,
        id: Uuid,
        account: AccountId,
        now: i64,
        look: impl FnOnce(Found<'_>) -> T,
    ) -> Option<T> {
        let mut files = self.open(now);
        let file = files.get_mut(&id).filter(|file| file.account == account)?;
        Some(look(match &mut file.stands {
            Stands::Looked(looked) => Found::Looked(looked),
            Stands::Storing => Found::Storing,
            Stands::Stored(stored) => Found::Stored(stored),
        }))
    }

    fn put(&self, id: Uuid, account: AccountId, stands: Stands, now: i64) {
        let mut files = self.open(now);
        files.remove(&id);
        let oldest = |files: &BTreeMap<Uuid, File>, own: bool| {
            let some = files.iter().filter(|(_, file)| !own || file.account == account);
            some.min_by_key(|(_, file)| file.until).map(|(id, _)| *id)
        };
        let of_one = files.values().filter(|file| file.account == account).count();
        let gone = if of_one >= OF_ONE {
            oldest(&files, true)
        } else if files.len() >= OF_ALL {
            oldest(&files, false)
        } else {
            None
        };
        if let Some(gone) = gone {
            files.remove(&gone);
        }
        files.insert(id, File { account, until: now + SECONDS, stands });
    }

    fn open(&self, now: i64) -> MutexGuard<'_, BTreeMap<Uuid, File>> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|_, file| file.until > now);
        files
    }
}
