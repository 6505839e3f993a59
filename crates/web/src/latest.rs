//! A value that takes seconds to make: the last one is kept until what it is made of changed, and a newer one is made beside
//! the pages, one at a time.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use store::Store;
use wording::{Wording, args};

/// So long a page waits where nothing was made yet, and where it can show the one before.
const FIRST: Duration = Duration::from_secs(10);
const NEXT: Duration = Duration::from_secs(1);

/// Of what state of the store a value is: the event up to which it knows everything, and what else it depends on.
pub type Key = (i64, i64);

/// Up to which event signals, or what belongs together, can look different: a look costs no more than what happened since the
/// last one.
#[derive(Default)]
pub struct Changes {
    /// Up to which event the log was looked at, and which of those was the last change.
    known: Mutex<(i64, i64)>,
}

impl Changes {
    /// The number of the last change.
    pub fn last(&self, store: &Store) -> Result<i64, store::Error> {
        let (looked_at, changed) = *self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (newer, last) = store.signals_changed_after(looked_at)?;
        let changed = newer.unwrap_or(changed);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        *known = (*known).max((last, changed));
        Ok(known.1.max(changed))
    }
}

/// The last value of its kind.
pub struct Latest<T> {
    state: Arc<State<T>>,
}

struct State<T> {
    kept: Mutex<Kept<T>>,
    changed: Condvar,
}

struct Kept<T> {
    last: Option<Arc<Made<T>>>,
    is_making: bool,
    failed: Option<store::Error>,
}

/// A value, and of when.
pub struct Made<T> {
    /// Of what state.
    pub of: Key,
    /// When it was begun, in Unix seconds.
    pub at: i64,
    /// The value.
    pub value: T,
}

impl<T> Made<T> {
    /// That a newer one is being made, and of when this is; none where it is of this state.
    pub fn age(&self, wording: Wording, key: Key, now: i64) -> Option<String> {
        let minutes = (now - self.at).max(0) / 60;
        (self.of != key).then(|| wording.say("latest-old", &args![count = minutes]))
    }
}

impl<T> Default for Latest<T> {
    fn default() -> Self {
        let kept = Kept { last: None, is_making: false, failed: None };
        Self { state: Arc::new(State { kept: Mutex::new(kept), changed: Condvar::new() }) }
    }
}

impl<T: Send + Sync + 'static> Latest<T> {
    /// The value of this state; the one before where it is not ready soon, and none where there was none. It waits: ask it
    /// off the threads that serve pages.
    pub fn of(
        &self,
        key: Key,
        now: i64,
        make: impl Fn() -> Result<T, store::Error> + Clone + Send + 'static,
    ) -> Result<Option<Arc<Made<T>>>, store::Error> {
        let patience = if self.last().is_some() { NEXT } else { FIRST };
        self.within(patience, key, now, make)
    }

    /// Has the value of this state made, without waiting for it.
    pub fn renew(
        &self,
        key: Key,
        now: i64,
        make: impl Fn() -> Result<T, store::Error> + Clone + Send + 'static,
    ) -> Result<(), store::Error> {
        self.within(Duration::ZERO, key, now, make).map(drop)
    }

    fn within(
        &self,
        patience: Duration,
        key: Key,
        now: i64,
        make: impl Fn() -> Result<T, store::Error> + Clone + Send + 'static,
    ) -> Result<Option<Arc<Made<T>>>, store::Error> {
        let until = Instant::now() + patience;
        let mut kept = self.state.lock();
        loop {
            if kept.last.as_ref().is_some_and(|made| made.of == key) {
                return Ok(kept.last.clone());
            }
            if let Some(error) = kept.failed.take() {
                return Err(error);
            }
            if !kept.is_making {
                kept.is_making = true;
                // Without the lock: where no thread can be had, the turn ends here and takes it.
                drop(kept);
                self.begin(key, now, make.clone())?;
                kept = self.state.lock();
                continue;
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(kept.last.clone());
            }
            kept = self.state.changed.wait_timeout(kept, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The last value, of whatever state.
    pub fn last(&self) -> Option<Arc<Made<T>>> {
        self.state.lock().last.clone()
    }

    /// Makes it in a thread of its own.
    fn begin(
        &self,
        of: Key,
        at: i64,
        make: impl FnOnce() -> Result<T, store::Error> + Send + 'static,
    ) -> Result<(), store::Error> {
        let turn = Turn(Arc::clone(&self.state));
        let work = move || {
            let made = make();
            let mut kept = turn.0.lock();
            match made {
                Ok(value) => kept.last = Some(Arc::new(Made { of, at, value })),
                Err(error) => kept.failed = Some(error),
            }
        };
        let begun = std::thread::Builder::new().name("comparing".to_owned()).spawn(work);
        begun.map(drop).map_err(|error| store::Error::Broken(error.to_string()))
    }
}

impl<T> State<T> {
    fn lock(&self) -> MutexGuard<'_, Kept<T>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The turn of whoever makes it: it ends however the making ends.
struct Turn<T>(Arc<State<T>>);

impl<T> Drop for Turn<T> {
    fn drop(&mut self) {
        self.0.lock().is_making = false;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::sync::mpsc::{Receiver, channel};

    use super::*;

    fn waits_for(gate: Receiver<()>, value: u32) -> impl Fn() -> Result<u32, store::Error> + Clone + Send {
        let gate = Arc::new(Mutex::new(gate));
        move || {
            gate.lock().unwrap().recv().unwrap();
            Ok(value)
        }
    }

    #[test]
    fn it_is_made_once_for_a_state() {
        let (latest, times) = (Latest::default(), Arc::new(AtomicU32::new(0)));
        let make = {
            let times = Arc::clone(&times);
            move || Ok(times.fetch_add(1, Ordering::SeqCst) + 1)
        };
        for _ in 0..3 {
            assert_eq!(latest.of((7, 0), 100, make.clone()).unwrap().unwrap().value, 1);
        }
        assert_eq!(latest.of((8, 0), 200, make).unwrap().unwrap().value, 2);
        assert_eq!(times.load(Ordering::SeqCst), 2);
    }

    #[test]
    fn while_a_newer_one_is_made_the_last_is_shown_with_its_time() {
        let latest = Latest::default();
        latest.of((7, 0), 100, || Ok(1)).unwrap();
        let (open, gate) = channel();
        let slow = waits_for(gate, 2);
        let shown = latest.of((8, 0), 200, slow.clone()).unwrap().unwrap();
        assert_eq!((shown.value, shown.at, shown.of), (1, 100, (7, 0)));
        open.send(()).unwrap();
        while latest.last().unwrap().value == 1 {
            std::thread::yield_now();
        }
        let shown = latest.of((8, 0), 300, slow).unwrap().unwrap();
        assert_eq!((shown.value, shown.at), (2, 200), "and it was made once");
    }

    #[test]
    fn what_could_not_be_made_is_told_once_and_made_again() {
        let latest = Latest::default();
        let broken = || Err(store::Error::Broken("broken".to_owned()));
        assert!(latest.of((7, 0), 100, broken).is_err());
        assert_eq!(latest.of((7, 0), 100, || Ok(1)).unwrap().unwrap().value, 1);
    }
}
