//! Where a coordinator goes after a decision: to the next signal of the same queue.

use model::{Code, SignalId};
use store::Slice;

use crate::failure::Failure;
use crate::site::Site;

/// A queue that is worked through.
pub enum Queue {
    /// What waits for this organisation.
    Organisation(Code),
    /// What waits for the network.
    Network,
}

/// How far a queue is looked through for the next signal: the last one may stand in it still, and what was asked about
/// stands behind all others.
const AHEAD: u32 = 2;

/// The address of the page that follows on a signal: the next of the queue, which says what was done with the last (`said`
/// is that part of the address), or else the queue's own page. What waits for an answer is not the next.
pub async fn after(site: &Site, queue: Queue, signal: SignalId, said: &str) -> Result<String, Failure> {
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
    let next = waiting.lines.iter().find(|line| !line.unanswered_question && line.id != signal);
    Ok(match next {
        Some(line) => format!("/signals/{}?{said}&next=yes", line.id),
        None => format!("{home}?{said}"),
    })
}
