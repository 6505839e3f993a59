//! What waits for a network coordinator: the signals that organisations released, the oldest first.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;
use wording::args;

use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::queue::{self, Desk, QueueQuery};
use crate::reminders::{self, Reminder};
use crate::signals::{Done, DoneQuery, Toast};
use crate::site::Site;
use crate::visit::Visit;

/// What the address may ask for.
#[derive(Deserialize)]
pub struct NetworkQuery {
    #[serde(flatten)]
    queue: QueueQuery,
    #[serde(flatten)]
    done: DoneQuery,
}

#[derive(Template)]
#[template(path = "network/network.html")]
struct NetworkPage {
    frame: Frame,
    done: Option<Toast>,
    due: Vec<Reminder>,
    queue: queue::Shown,
    nothing_title: String,
    nothing: String,
}

/// `GET /network`
pub async fn page_of(
    site: Data<Site>,
    visit: Visit,
    query: Query<NetworkQuery>,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let queue = queue::show(&site, &visit, &Desk::Network, &query.queue).await?;
    let frame = Frame::new(&site, &visit, &wording.say("network-title", &args![])).at("/network");
    let say = |done: Done| done.say_before_queue(wording, queue.waiting);
    page(&NetworkPage {
        done: query.done.toast(&site, &visit, &frame.csrf, say).await?,
        frame,
        due: reminders::of_network(&site, wording).await?,
        queue,
        nothing_title: wording.say("network-none.title", &args![]),
        nothing: wording.say("network-none", &args![]),
    })
}
