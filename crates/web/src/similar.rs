//! Which signals say the same thing: the ten nearest of one, and a proposal of what could become structural signals.
//!
//! The comparison only proposes. What it shows to whom is what they may read anyway.

mod follow;
mod proposals;
mod proposed;
mod shown;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{SignalId, SignalState};
use store::SignalLine;
use wording::args;

use crate::failure::Failure;
use crate::frame::{Frame, on_to, page};
use crate::posted::Posted;
use crate::signals::{found_by, headline};
use crate::site::Site;
use crate::visit::Visit;

pub(crate) use follow::Alike;
pub use proposals::{proposals, renew, renew_now_and_then};
pub(crate) use proposed::Proposed;
use shown::{Like, like};

/// How many are shown.
const SHOWN: usize = 10;
/// Of these, so many in another language where there are any: who reads one language shall not miss what the other says,
/// however many say it in the same words.
const OTHER_LANGUAGES: usize = 3;
/// So many are looked at, since not all that is near may be read.
const LOOKED_AT: usize = 60;

#[derive(Template)]
#[template(path = "similar/similar.html")]
struct SimilarPage {
    frame: Frame,
    id: SignalId,
    /// Of the signal that the others are like.
    headline: String,
    lang: &'static str,
    /// None while the comparison is still being made.
    like: Option<Vec<Like>>,
    /// Whether the reader makes structural signals.
    makes: bool,
}

/// `GET /signals/{id}/similar`
pub async fn page_of(site: Data<Site>, visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let (file, standing) = found_by(&site, &visit, &id).await?;
    if !(standing.organisation || standing.network) {
        return Err(Failure::NotFound);
    }
    let signal = file.line.id;
    let own = visit.person()?.account.organisation.clone();
    let alike = site.clone();
    let found = site
        .ask(move |store| {
            alike.alike().follow(store)?;
            let Some(near) = alike.alike().near(signal, LOOKED_AT) else { return Ok(None) };
            let ids: Vec<SignalId> = near.iter().map(|near| near.id).collect();
            let lines = store.lines_of(&ids)?;
            Ok(Some((near, lines, store.queue_notes(&ids)?)))
        })
        .await?;
    let network = site.network().await?;
    // An organisation compares with its own; the network with what organisations released.
    let reads = |line: &SignalLine| {
        let released = matches!(line.state, SignalState::Released | SignalState::Accepted);
        let ours = own.as_ref() == Some(&line.organisation) && !line.direct;
        (standing.network && released) || (standing.organisation && ours)
    };
    let shown = found.map(|(near, lines, notes)| {
        let read = near.iter().filter_map(|near| {
            let line = lines.iter().find(|line| line.id == near.id).filter(|line| reads(line))?;
            Some((line.language != file.line.language, line, &near.why))
        });
        let read: Vec<_> = read.collect();
        let others = read.iter().filter(|(other, ..)| *other).count().min(OTHER_LANGUAGES);
        // As many of the own language as leave room for those; the nearest first all the same.
        let mut room = SHOWN - others;
        let chosen = read.iter().filter(|(other, ..)| {
            let fits = *other || room > 0;
            room -= usize::from(fits && !*other);
            fits
        });
        chosen
            .take(SHOWN)
            .map(|(_, line, why)| like((wording, &network), line, notes.get(&line.id), why))
            .collect::<Vec<_>>()
    });
    let (headline, lang) = headline(wording, &file.line);
    let back = if standing.network { "/network" } else { "/organisation" };
    page(&SimilarPage {
        frame: Frame::new(&site, &visit, &wording.say("similar-title", &args![])).at(back),
        id: signal,
        headline,
        lang,
        like: shown,
        makes: standing.network,
    })
}

/// `POST /signals/{id}/similar`: on to a structural signal of this one and those that were chosen.
pub async fn choose(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let (file, _) = found_by(&site, &visit, &id).await?;
    let chosen = posted.all("signal").filter_map(|id| SignalId::parse(id).ok());
    let mut all: Vec<String> = std::iter::once(file.line.id).chain(chosen).map(|id| id.to_string()).collect();
    all.dedup();
    Ok(on_to(&format!("/structural/new?signals={}", all.join(","))))
}
