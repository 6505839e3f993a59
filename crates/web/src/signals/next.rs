//! Where a coordinator goes after a decision: to the next signal of the same queue.

use model::{Code, SignalId};
use store::Slice;

use crate::failure::Failure;
use crate::site::Site;

use super::done::Done;

/// A queue that is worked through.
pub enum Queue {
    /// What waits for this organisation.
    Organisation(Code),
    /// What waits for the network.
    Network,
}

/// How far a queue is looked through for the next signal.
const AHEAD: u32 = 200;

/// The address of the page that follows on a signal: the next of the queue, which says what was done with the last,
/// or else the queue's own page.
pub async fn after(site: &Site, queue: Queue, signal: SignalId, done: Done) -> Result<String, Failure> {
    let home = match queue {
        Queue::Organisation(_) => "/organisation",
        Queue::Network => "/network",
    };
    let waiting = site
        .ask(move |store| match &queue {
            Queue::Organisation(code) => store.signals_to_release(code, Slice::first(AHEAD)),
            Queue::Network => store.released_signals(Slice::first(AHEAD)),
        })
        .await?;
    // A signal that still waits was asked about: the one behind it follows.
    let at = waiting.lines.iter().position(|line| line.id == signal).map_or(0, |at| at + 1);
    Ok(match waiting.lines.get(at) {
        Some(line) => format!("/signals/{}?done={}&next=yes", line.id, done.code()),
        None => format!("{home}?done={}", done.code()),
    })
}
