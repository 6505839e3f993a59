//! Where a coordinator goes after a decision: to the next signal of the same queue.

use model::SignalId;
use store::{QueueOrder, Slice};

use crate::failure::Failure;
use crate::queue::{Desk, all};
use crate::site::Site;

/// How far a queue is looked through for the next signal: the last one may stand in it still, and what was asked about
/// stands behind all others.
const AHEAD: u32 = 2;

/// The address of the page that follows on a signal: the next of the queue, which says what was done with the last (`said`
/// is that part of the address), or else the queue's own page. What waits for an answer is not the next.
pub async fn after(site: &Site, desk: Desk, signal: SignalId, said: &str) -> Result<String, Failure> {
    let (home, today) = (desk.path(), site.today());
    let waiting = site
        .ask(move |store| {
            store.queue_lines(&desk.queue(), &all(today), QueueOrder::Oldest, Slice::first(AHEAD))
        })
        .await?;
    let next = waiting.iter().find(|line| !line.unanswered_question && line.id != signal);
    Ok(match next {
        Some(line) => format!("/signals/{}?{said}&next=yes", line.id),
        None => format!("{home}?{said}"),
    })
}
