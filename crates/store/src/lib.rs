//! Every SQL statement: SQLite or PostgreSQL behind one type, the one writer, the event log.
//!
//! All writes are commands to one thread (`writer`): many per transaction, a result each, answered only after
//! the commit. Readers use connections of their own and never wait for it. Random bytes and the day come from
//! outside ([`Surroundings`]), so that the same calls give the same rows.

mod accounts;
mod alike;
mod cards;
mod columns;
mod corrections;
mod db;
mod decide;
mod digest;
mod drafts;
mod editions;
mod error;
mod events;
mod export;
mod filing;
mod follow_up;
mod forums;
mod freeze;
mod frozen;
mod hand_over;
mod imports;
mod keys;
mod known;
mod lexicon;
mod links;
mod log;
mod material;
mod messages;
mod network;
mod offices;
mod organisations;
mod publishing;
mod queue_notes;
mod queues;
mod redact;
mod reminders;
mod retention;
mod returned;
mod rising;
mod saved_filters;
mod schema;
mod search;
mod sessions;
mod signal_file;
mod structural;
mod submit;
mod texts;
mod tokens;
mod transfer;
mod undo;
mod view;
mod writer;

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use chrono::NaiveDate;

pub use accounts::{ADDRESS_TAKEN, Account, NewAccount, ROLE_WITHOUT_PLACE};
pub use alike::SignalWords;
pub use cards::FilingCard;
pub use corrections::{NOT_LATER, WeighingSide};
pub use db::{create_database, drop_database, migration_names};
pub use decide::{NO_SAME_CASE, REASON_NEEDED, WRONG_STATE};
pub use digest::Digest;
pub use drafts::{DRAFT_DAYS, Draft};
pub use editions::OUT_OF_ORDER;
pub use error::Error;
pub use events::ChainReport;
pub use export::ExportFilter;
pub use follow_up::{SignalLine, SignalPage, Slice};
pub use forums::{CHANGED_MEANWHILE, Forum, HeldForum};
pub use freeze::{Encode, FreezeError, FreezeReport, MissingPlace, MissingText, Parts, Rows, missing_half};
pub use frozen::FrozenMeta;
pub use hand_over::OTHER_ORGANISATION;
pub use imports::{ImportHow, ImportReport};
pub use known::{KnownProblem, RecognitionProposal};
pub use lexicon::{LexiconWord, OWN_CONCEPT, WORDS_DO_NOT_FIT};
pub use links::LinkPurpose;
pub use log::{LOG_KINDS, LogEntry, LogFilter};
pub use material::{CountRow, Material, OrganisationHere, Past, PrintedStructural, Withheld, WithheldReason};
pub use messages::{EMPTY_MESSAGE, Message, Side};
pub use network::{Counts, NetworkError, NetworkProblem, NetworkReason, NetworkReport};
pub use offices::{MANDATE_BACKWARDS, OFFICE_IN_USE};
pub use publishing::PublishingLock;
pub use queue_notes::QueueNote;
pub use queues::{Among, Queue, QueueFilter, QueueOrder};
pub use redact::{NOTHING_TO_REDACT, Passage, REDACTED, SignalField};
pub use reminders::DueStep;
pub use retention::Removed;
pub use returned::{Fate, Returned};
pub use rising::{CountedBy, CountedSignal, MonthlyCount};
pub use saved_filters::SavedFilter;
pub use search::{Wanted, Words};
pub use sessions::{NewSession, Session};
pub use signal_file::{Became, SignalFile};
pub use structural::agreement::{NOT_ASKED, NOT_PUBLISHED};
pub use structural::by_link::{AgreementLink, LinkAnswer, said_code};
pub use structural::chapter::{Action, EDITION_CLOSED, EMPTY_ACTION, WRITTEN_MEANWHILE};
pub use structural::clearance::{Clearance, Cleared, OWN_TEXT};
pub use structural::completing::HalfText;
pub use structural::members::{ATTACHED_ELSEWHERE, MERGED, MOVED_ON};
pub use structural::priorities::{DOTS, TOO_MANY_DOTS};
pub use structural::recommending::{OFFICE_ELSEWHERE, RecommendationAt, Signature, asks_code};
pub use structural::workbench::{
    Frame, NO_OPEN_EDITION, StructuralFile, StructuralLine, UNKNOWN_CODE, signed_recommendations,
};
pub use submit::{Filed, Filing, MAY_NOT_FILE, OTHER_CONTENT, REFERENCE_TAKEN, Via};
pub use tokens::ApiToken;
pub use view::NetworkView;

use db::{Address, Db, Lock};
use writer::Writer;

/// What the store takes from outside: random bytes and the day. There is no time of day in the store.
pub struct Surroundings {
    /// Fills a slice with random bytes; called by the writer alone, in the order of the commands.
    pub random: Random,
    /// The day.
    pub today: Box<dyn Fn() -> NaiveDate + Send + Sync>,
}

/// A source of random bytes.
pub type Random = Box<dyn FnMut(&mut [u8]) + Send>;

/// A database of one network. Cloning is cheap; the last clone that goes stops the writer.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    address: Address,
    writer: Writer,
    readers: Mutex<Readers>,
    free: Condvar,
}

/// The connections for reading: those that are idle, and how many are in use.
#[derive(Default)]
struct Readers {
    idle: Vec<Db>,
    busy: usize,
}

/// How many connections read at once; whoever comes later waits. A burst may not use up what PostgreSQL has to give.
const READERS: usize = 16;

impl Store {
    /// Opens the database at `sqlite://FILE` or `postgres://…`, brings its tables up to date, and removes
    /// what an import that never ended left behind.
    pub fn open(url: &str, surroundings: Surroundings) -> Result<Self, Error> {
        let address = Address::parse(url)?;
        let mut db = address.connect()?;
        db.migrate()?;
        let writer = Writer::start(db, address.clone(), surroundings)?;
        let store = Self {
            inner: Arc::new(Inner { address, writer, readers: Mutex::default(), free: Condvar::new() }),
        };
        store.inner.writer.send_alone(filing::ensure_digest_key)?.wait()?;
        // While someone else imports, their unfinished rows are theirs.
        match Lock::take(&store.inner.address, imports::LOCK, Duration::ZERO) {
            Ok(lock) => {
                store.remove_unfinished_imports()?;
                drop(lock);
            }
            Err(Error::Conflict(_)) => {}
            Err(error) => return Err(error),
        }
        Ok(store)
    }

    /// Reads one state of the database on a connection of its own.
    pub(crate) fn read<T>(&self, question: impl FnOnce(&mut Db) -> Result<T, Error>) -> Result<T, Error> {
        let idle = {
            let readers = self.inner.readers.lock().unwrap_or_else(PoisonError::into_inner);
            let waiting = self.inner.free.wait_while(readers, |readers| readers.busy >= READERS);
            let mut readers = waiting.unwrap_or_else(PoisonError::into_inner);
            readers.busy += 1;
            readers.idle.pop()
        };
        let seat = Seat(&self.inner);
        let mut db = match idle {
            Some(db) => db,
            None => self.inner.address.connect()?,
        };
        db.begin_reading()?;
        let answer = question(&mut db);
        // After a failure of the database the connection may be lost; it is not kept.
        let sound = !matches!(answer, Err(Error::Unavailable(_) | Error::Broken(_)));
        if db.rollback().is_ok() && sound {
            self.inner.readers.lock().unwrap_or_else(PoisonError::into_inner).idle.push(db);
        }
        drop(seat);
        answer
    }

    pub(crate) fn writer(&self) -> &Writer {
        &self.inner.writer
    }

    pub(crate) fn address(&self) -> &Address {
        &self.inner.address
    }
}

/// A place among the readers, given back when it is dropped, however the reading ended.
struct Seat<'a>(&'a Inner);

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        self.0.readers.lock().unwrap_or_else(PoisonError::into_inner).busy -= 1;
        self.0.free.notify_one();
    }
}

/// Brings the tables of a database up to date without opening it for work.
pub fn migrate(url: &str) -> Result<(), Error> {
    Address::parse(url)?.connect()?.migrate()
}

/// Takes every migration back: the tables are gone, and all they held.
pub fn revert_all(url: &str) -> Result<(), Error> {
    Address::parse(url)?.connect()?.revert()
}
