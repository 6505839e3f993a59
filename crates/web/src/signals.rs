//! What became of it: my signals and drafts, and each signal's own page.

mod actions;
mod corrections;
mod done;
mod facts;
mod line;
mod next;
mod one;
mod redaction;
mod review;
mod same_case;
mod standing;
mod steps;
mod toast;
mod words;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use model::{DraftId, SignalId, SignalState};
use serde::Deserialize;
use store::{Draft, SignalLine};
use wording::{Wording, args};

use crate::failure::Failure;
use crate::filing::title_of_draft;
use crate::frame::{Frame, on_to, page};
use crate::paging::{PageNumber, Paging};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

pub use actions::{accept, decline, message, release, solve, undo, withdraw, withdraw_page};
pub use corrections::{correct, postpone, refer, undo_event, weigh};
pub use done::Done;
pub use line::{ShownLine, domain, headline, organisation};
pub(crate) use one::found_by;
pub use one::one;
pub use redaction::redact;
pub use same_case::same_case;
pub use standing::Standing;
pub use toast::{DoneQuery, Toast, event_of, undo_of};
pub use words::{Words, localised};

/// What the address of a list may ask for.
#[derive(Deserialize)]
pub struct ListQuery {
    page: Option<String>,
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "signals/list.html")]
struct ListPage {
    frame: Frame,
    done: Option<String>,
    /// How many questions wait, and where the first of them stands.
    waiting: Option<(String, String)>,
    drafts: Vec<DraftLine>,
    signals: Vec<ShownLine>,
    paging: Paging,
}

struct DraftLine {
    id: DraftId,
    name: String,
    kept: String,
}

/// `GET /signals`
pub async fn list(site: Data<Site>, visit: Visit, query: Query<ListQuery>) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let account = visit.person()?.account.id;
    let number = PageNumber::read(query.page.as_deref())?;
    let network = site.network().await?;
    let (drafts, own, answered) = site
        .ask(move |store| {
            let own = store.signals_of_account(account, number.slice())?;
            let ids: Vec<SignalId> = own.lines.iter().map(|line| line.id).collect();
            Ok((store.drafts(account)?, own, store.answered(&ids)?))
        })
        .await?;
    let waiting = own.lines.iter().filter(|line| waits(line)).count();
    let first = own.lines.iter().find(|line| waits(line)).map(|line| line.id);
    let signals = own.lines.iter().map(|line| {
        let mut shown = ShownLine::new(wording, &network, line);
        if waits(line) {
            shown.news = Some(wording.say("signal-question-waits", &args![]));
            shown.href.push_str("#thread");
        }
        shown.notes = vec![now(wording, line)];
        shown.notes.extend(answered.get(&line.id).map(|day| match day {
            Some(day) => wording.say("signal-answered.on", &args![day = wording.day(*day)]),
            None => wording.say("signal-answered", &args![]),
        }));
        shown
    });
    let today = site.today();
    page(&ListPage {
        frame: Frame::new(&site, &visit, &wording.say("signals-title", &args![])).at("/signals"),
        done: query.done.as_deref().and_then(Done::parse).map(|done| done.say(wording)),
        waiting: first.map(|id| {
            (wording.say("signals-waiting", &args![count = waiting]), format!("/signals/{id}#thread"))
        }),
        drafts: drafts.iter().map(|draft| draft_line(wording, draft, today)).collect(),
        paging: Paging::new(wording, "/signals", &[], number, own.total)?,
        signals: signals.collect(),
    })
}

/// `POST /drafts/{id}/delete`
pub async fn delete_draft(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    _: Posted,
) -> Result<HttpResponse, Failure> {
    let account = visit.person()?.account.id;
    let id = DraftId::parse(&id).map_err(|_| Failure::NotFound)?;
    site.ask(move |store| match store.draft(account, id)? {
        Some(_) => store.delete_draft(account, id),
        None => Err(store::Error::NotFound("draft".to_owned())),
    })
    .await?;
    Ok(on_to(&format!("/signals?done={}", Done::DraftDeleted.code())))
}

/// Whether the filer has something to reply to.
fn waits(line: &SignalLine) -> bool {
    let open = matches!(line.state, SignalState::PreSignal | SignalState::Released | SignalState::Accepted);
    open && line.unanswered_question
}

/// Where a signal stands, in a sentence.
fn now(wording: Wording, line: &SignalLine) -> String {
    match line.edition {
        Some(edition) => wording.say("signal-now-edition", &args![edition = edition.to_string()]),
        None => wording.say(&format!("signal-now-{}", line.state.code()), &args![]),
    }
}

fn draft_line(wording: Wording, draft: &Draft, today: chrono::NaiveDate) -> DraftLine {
    let days = (draft.expires_on - today).num_days().max(0);
    let title = title_of_draft(&draft.body);
    let day = wording.day(draft.saved_on);
    DraftLine {
        id: draft.id,
        name: if title.is_empty() { wording.say("draft-name", &args![day = day]) } else { title },
        kept: wording.say("draft-kept", &args![count = days]),
    }
}
