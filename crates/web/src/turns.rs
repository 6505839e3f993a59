//! Work beside the pages that is asked for more often than it need be done: one turn runs, and at most one more is wanted.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The turns of one kind of work.
#[derive(Default, Clone)]
pub struct Turns {
    turn: Arc<Mutex<Turn>>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Turn {
    #[default]
    None,
    Runs,
    /// One runs, and what it reads may have changed since it began.
    RunsAndWanted,
}

impl Turns {
    /// Has the work done from now on, without waiting for it. Where it runs already, it is done once more after that, however
    /// often that is asked meanwhile. Where no thread can be had, nothing is done.
    pub fn work(&self, work: impl Fn() + Send + 'static) {
        {
            let mut turn = self.lock();
            if *turn != Turn::None {
                *turn = Turn::RunsAndWanted;
                return;
            }
            *turn = Turn::Runs;
        }
        let turns = self.clone();
        let run = move || {
            let end = End(turns);
            while {
                work();
                end.0.goes_on()
            } {}
        };
        if std::thread::Builder::new().name("comparing".to_owned()).spawn(run).is_err() {
            *self.lock() = Turn::None;
        }
    }

    /// Whether it is to be done once more; else the turn is over.
    fn goes_on(&self) -> bool {
        let mut turn = self.lock();
        let wanted = *turn == Turn::RunsAndWanted;
        *turn = if wanted { Turn::Runs } else { Turn::None };
        wanted
    }

    fn lock(&self) -> MutexGuard<'_, Turn> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// However the work breaks off, the next one can begin.
struct End(Turns);

impl Drop for End {
    fn drop(&mut self) {
        if std::thread::panicking() {
            *self.0.lock() = Turn::None;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::*;

    #[test]
    fn however_often_it_is_asked_for_one_runs_and_one_is_wanted() {
        let turns = Turns::default();
        let (begun, begins) = channel();
        let (open, gate) = channel::<()>();
        let gate = Arc::new(Mutex::new(gate));
        let ask = || {
            let (begun, gate) = (begun.clone(), Arc::clone(&gate));
            turns.work(move || {
                begun.send(()).unwrap();
                gate.lock().unwrap().recv().unwrap();
            });
        };
        let soon = Duration::from_secs(20);
        ask();
        begins.recv_timeout(soon).unwrap();
        for _ in 0..5 {
            ask();
        }
        let a_moment = Duration::from_millis(100);
        assert!(begins.recv_timeout(a_moment).is_err(), "none beside the one that runs");
        open.send(()).unwrap();
        begins.recv_timeout(soon).unwrap();
        open.send(()).unwrap();
        assert!(begins.recv_timeout(a_moment).is_err(), "five wishes are one more turn");
        while *turns.lock() != Turn::None {
            std::thread::yield_now();
        }
        ask();
        begins.recv_timeout(soon).unwrap();
        open.send(()).unwrap();
    }

    #[test]
    fn work_that_broke_off_does_not_stand_in_the_way_of_the_next() {
        let turns = Turns::default();
        turns.work(|| std::panic::resume_unwind(Box::new("broken off")));
        while *turns.lock() != Turn::None {
            std::thread::yield_now();
        }
        let (done, is_done) = channel();
        turns.work(move || done.send(()).unwrap());
        is_done.recv_timeout(Duration::from_secs(20)).unwrap();
    }
}
