//! The one writer: commands in, many per transaction, a result each, answered only after the commit.
//!
//! Each command has a savepoint of its own, so that one that fails undoes only itself. The events of a
//! transaction are chained last: the head of the chain is locked for the shortest time. What is random is
//! drawn here, in the order of the commands.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread::JoinHandle;

use chrono::NaiveDate;

use crate::db::{Address, Db};
use crate::events::{self, Event};
use crate::{Error, Surroundings};

/// How many commands one transaction takes at most, so that the first does not wait for ever.
const GROUP: usize = 256;

/// What a command works with.
pub(crate) struct Writing<'a> {
    /// The connection, inside a transaction and a savepoint.
    pub db: &'a mut Db,
    /// The day of this transaction.
    pub today: NaiveDate,
    events: Vec<Event>,
    surroundings: &'a mut Surroundings,
    forgets: BTreeSet<&'static str>,
}

impl Writing<'_> {
    /// Random bytes.
    pub fn random<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.surroundings.random)(&mut bytes);
        bytes
    }

    /// Records a change of state, to be chained at the end of the transaction.
    pub fn record(&mut self, event: Event) {
        debug_assert!(crate::log::LOG_KINDS.contains(&event.kind), "{} is no known kind", event.kind);
        self.events.push(event);
    }

    /// What this transaction deletes or wipes in a table shall leave no trace in the files of the database.
    pub fn forget_deleted(&mut self, table: &'static str) {
        self.forgets.insert(table);
    }
}

/// The thread that writes. Dropping it answers what was asked, and then ends it.
pub(crate) struct Writer {
    queue: Option<SyncSender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread, which owns the connection and everything random.
    pub fn start(db: Db, address: Address, surroundings: Surroundings) -> Result<Self, Error> {
        let (queue, jobs) = sync_channel(GROUP * 4);
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || {
                Loop { db: Some(db), address, surroundings, unforgotten: BTreeSet::new() }.run(&jobs)
            })
            .map_err(|_| Error::Unavailable("no thread to write with".to_owned()))?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Has a command done together with others; its result arrives after the commit.
    pub fn send<T, F>(&self, work: F) -> Result<Answer<T>, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Writing<'_>) -> Result<T, Error> + Send + 'static,
    {
        self.queue_up(work, false)
    }

    /// Has a command done in a transaction of its own, with the chain locked from the beginning: no other server
    /// changes anything meanwhile.
    pub fn send_alone<T, F>(&self, work: F) -> Result<Answer<T>, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Writing<'_>) -> Result<T, Error> + Send + 'static,
    {
        self.queue_up(work, true)
    }

    fn queue_up<T, F>(&self, work: F, alone: bool) -> Result<Answer<T>, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Writing<'_>) -> Result<T, Error> + Send + 'static,
    {
        let (reply, answer) = sync_channel(1);
        let queue = self.queue.as_ref().ok_or_else(stopped)?;
        queue
            .send(Box::new(Command { work: Some(work), result: None, reply, alone }))
            .map_err(|_| stopped())?;
        Ok(Answer(answer))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            // A writer that panicked has already failed whoever waited for it.
            let _ = thread.join();
        }
    }
}

fn stopped() -> Error {
    Error::Unavailable("the writer has stopped".to_owned())
}

/// The result of a command, when it is durable.
pub(crate) struct Answer<T>(Receiver<Result<T, Error>>);

impl<T> Answer<T> {
    /// Waits for it.
    pub fn wait(self) -> Result<T, Error> {
        self.0.recv().map_err(|_| stopped())?
    }
}

trait Job: Send {
    fn alone(&self) -> bool;
    /// Does the work; whether it succeeded.
    fn work(&mut self, writing: &mut Writing<'_>) -> bool;
    fn fail(&mut self, error: Error);
    fn answer(self: Box<Self>, committed: Result<(), Error>);
}

struct Command<T, F> {
    work: Option<F>,
    result: Option<Result<T, Error>>,
    reply: SyncSender<Result<T, Error>>,
    alone: bool,
}

impl<T, F> Job for Command<T, F>
where
    T: Send + 'static,
    F: FnOnce(&mut Writing<'_>) -> Result<T, Error> + Send,
{
    fn alone(&self) -> bool {
        self.alone
    }

    fn work(&mut self, writing: &mut Writing<'_>) -> bool {
        let result = self.work.take().map_or_else(|| Err(stopped()), |work| work(writing));
        let succeeded = result.is_ok();
        self.result = Some(result);
        succeeded
    }

    fn fail(&mut self, error: Error) {
        self.result = Some(Err(error));
    }

    fn answer(self: Box<Self>, committed: Result<(), Error>) {
        let answer = match (committed, self.result) {
            (Ok(()), Some(result)) => result,
            (Err(_), Some(Err(own))) => Err(own),
            (Err(error), _) => Err(error),
            (Ok(()), None) => Err(stopped()),
        };
        // Whoever asked may have gone; what was done stays done.
        let _ = self.reply.send(answer);
    }
}

struct Loop {
    db: Option<Db>,
    address: Address,
    surroundings: Surroundings,
    /// The tables where something was wiped, and a reader still kept old pages.
    unforgotten: BTreeSet<&'static str>,
}

impl Loop {
    fn run(mut self, jobs: &Receiver<Box<dyn Job>>) {
        let mut next = None;
        while let Some(first) = next.take().or_else(|| jobs.recv().ok()) {
            let mut group = Vec::new();
            // A command that panics ends its group, not the thread: the connection goes with the transaction.
            let work = || self.transaction(first, jobs, &mut group, &mut next);
            let committed = catch_unwind(AssertUnwindSafe(work))
                .unwrap_or_else(|_| Err(Error::Broken("a command that could not be done".to_owned())));
            if committed.is_err() {
                // The connection may be lost with the transaction: the next group begins with a new one.
                self.db = None;
            }
            if !self.unforgotten.is_empty()
                && let Some(db) = self.db.as_mut()
                && db.forget_deleted(&self.unforgotten).unwrap_or(false)
            {
                self.unforgotten.clear();
            }
            for job in group {
                job.answer(committed.clone());
            }
        }
    }

    fn transaction(
        &mut self,
        first: Box<dyn Job>,
        jobs: &Receiver<Box<dyn Job>>,
        group: &mut Vec<Box<dyn Job>>,
        next: &mut Option<Box<dyn Job>>,
    ) -> Result<(), Error> {
        let alone = first.alone();
        group.push(first);
        if self.db.is_none() {
            self.db = Some(self.address.connect()?);
        }
        let Some(db) = self.db.as_mut() else { return Err(stopped()) };
        db.begin_writing()?;
        if alone {
            db.lock_head()?;
        }
        let today = (self.surroundings.today)();
        let mut writing = Writing {
            db,
            today,
            events: Vec::new(),
            surroundings: &mut self.surroundings,
            forgets: BTreeSet::new(),
        };
        let mut at = 0;
        while let Some(job) = group.get_mut(at) {
            at += 1;
            one(job.as_mut(), &mut writing)?;
            if alone || group.len() >= GROUP {
                break;
            }
            match jobs.try_recv() {
                Ok(job) if job.alone() => {
                    *next = Some(job);
                    break;
                }
                Ok(job) => group.push(job),
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
            }
        }
        let Writing { db, events, forgets, .. } = writing;
        let outcome = events::chain(db, today, &events).and_then(|()| db.commit());
        if outcome.is_err() {
            // Where the commit itself failed there may be nothing left to roll back.
            let _ = db.rollback();
        } else {
            self.unforgotten.extend(forgets);
        }
        outcome
    }
}

/// Does one command in its own savepoint. An error here is the transaction's, not the command's.
fn one(job: &mut dyn Job, writing: &mut Writing<'_>) -> Result<(), Error> {
    let events_before = writing.events.len();
    writing.db.begin_savepoint()?;
    if job.work(writing) {
        if let Err(error) = writing.db.commit() {
            job.fail(error.clone());
            return Err(error);
        }
    } else {
        writing.events.truncate(events_before);
        writing.db.rollback()?;
    }
    Ok(())
}
