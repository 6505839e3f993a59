//! One decision on several signals: first the list of them, then what became of each.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use model::{AccountId, SignalId};
use store::Store;
use wording::{Wording, args};

use crate::failure::Failure;
use crate::frame::{Frame, on_to, page};
use crate::posted::Posted;
use crate::signals::{Standing, headline, undo_of};
use crate::site::Site;
use crate::visit::Visit;

use super::Desk;

/// How many signals one decision takes at most: as many as a page shows, and room to spare.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "queue/bulk.html")]
struct BulkPage {
    frame: Frame,
    path: &'static str,
    step: &'static str,
    button: String,
    items: Vec<Item>,
    /// Whether it was done.
    done: bool,
    said: String,
}

struct Item {
    id: SignalId,
    headline: String,
    lang: &'static str,
    /// Why it is not done; none where it can be, or was.
    why_not: Option<String>,
    /// The mark with which it can be taken back.
    undo: Option<String>,
}

/// `POST /network/accept`
pub async fn accept(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let take = Take { desk: Desk::Network, step: "accept", label: "judge-accept", take: Store::accept };
    take.answer(&site, &visit, &posted).await
}

/// `POST /organisation/release`
pub async fn release(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let desk = Desk::of(&visit, "/organisation")?;
    let take = Take { desk, step: "release", label: "weigh-release", take: Store::release };
    take.answer(&site, &visit, &posted).await
}

struct Take {
    desk: Desk,
    step: &'static str,
    label: &'static str,
    take: fn(&Store, SignalId, AccountId) -> Result<(), store::Error>,
}

impl Take {
    async fn answer(self, site: &Site, visit: &Visit, posted: &Posted) -> Result<HttpResponse, Failure> {
        let wording = visit.wording();
        let mut ids: Vec<SignalId> =
            posted.all("signal").take(MOST).filter_map(|id| SignalId::parse(id).ok()).collect();
        let mut seen = std::collections::BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        if ids.is_empty() {
            return Ok(on_to(self.desk.path()));
        }
        let sure = posted.get("sure") == "yes";
        let mut items = Vec::new();
        for id in ids {
            items.extend(self.item(site, visit, id, sure).await?);
        }
        let done = items.iter().filter(|item| item.why_not.is_none()).count();
        let key = if sure { "bulk-done" } else { "bulk-asks" };
        let title = wording.say(&format!("bulk-{}", self.step), &args![]);
        page(&BulkPage {
            frame: Frame::new(site, visit, &title).at(self.desk.path()),
            path: self.desk.path(),
            step: self.step,
            button: wording.say(self.label, &args![]),
            said: wording.say(key, &args![count = done]),
            items,
            done: sure,
        })
    }

    /// One of them; none where whoever asks may not know that it is there.
    async fn item(
        &self,
        site: &Site,
        visit: &Visit,
        id: SignalId,
        sure: bool,
    ) -> Result<Option<Item>, Failure> {
        let wording = visit.wording();
        let found = site.try_ask(move |store| store.signal(id)).await?;
        let file = match found {
            Ok(file) => file,
            Err(store::Error::NotFound(_)) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let person = visit.person()?;
        let Some(standing) = Standing::of(person, &file) else { return Ok(None) };
        let may = match self.desk {
            Desk::Network => standing.judges(&file),
            Desk::Organisation(_) => standing.weighs(&file),
        };
        let (headline, lang) = headline(wording, &file.line);
        let mut item = Item { id, headline, lang, why_not: None, undo: None };
        if !may {
            item.why_not = Some(decided_meanwhile(wording));
        } else if sure {
            let (take, by) = (self.take, person.account.id);
            match site.try_ask(move |store| take(store, id, by)).await? {
                Ok(()) => item.undo = Some(undo_of(site, visit, id)),
                Err(store::Error::Conflict(_) | store::Error::NotFound(_)) => {
                    item.why_not = Some(decided_meanwhile(wording));
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Some(item))
    }
}

fn decided_meanwhile(wording: Wording) -> String {
    wording.say("bulk-decided", &args![])
}
