//! Forums: the days on which structural signals were discussed with authorities, and what was decided.

mod form;

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use model::{ForumId, StructuralSignalId};
use serde::Deserialize;
use store::{HeldForum, StructuralLine};
use wording::{Wording, args};

use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::signals::{Words, localised};
use crate::site::Site;
use crate::visit::Visit;

pub use form::{change, change_page, hold, new_page};

/// The address of the list.
const LIST: &str = "/forums";
/// The page of the menu that it stands below.
const MENU: &str = "/structural";

/// What the address may ask for.
#[derive(Deserialize)]
pub struct ForumQuery {
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "forums/list.html")]
struct ListPage {
    frame: Frame,
    forums: Vec<ForumLine>,
}

/// A forum in the list.
struct ForumLine {
    id: ForumId,
    day: String,
    facts: Vec<String>,
}

#[derive(Template)]
#[template(path = "forums/one.html")]
struct OnePage {
    frame: Frame,
    done: Option<String>,
    id: ForumId,
    facts: Vec<(String, String)>,
    topics: Vec<Topic>,
    decisions: String,
}

/// A structural signal that was discussed.
struct Topic {
    id: StructuralSignalId,
    title: Words,
    decision: String,
}

/// A forum as the page of a structural signal shows it.
pub struct Discussed {
    /// Which.
    pub id: ForumId,
    /// The day.
    pub day: String,
    /// The authorities that were invited.
    pub authorities: String,
    /// What was decided on this structural signal.
    pub decision: String,
}

/// `GET /forums`
pub async fn list(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let forums = site.ask(store::Store::forums).await?;
    let line = |held: HeldForum| ForumLine {
        id: held.id,
        day: wording.day(held.forum.day),
        facts: [
            authorities(wording, &held),
            wording.say("forum-discussed-count", &args![count = held.forum.topics.len()]),
        ]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .collect(),
    };
    page(&ListPage {
        frame: Frame::new(&site, &visit, &wording.say("forums-title", &args![])).at(MENU),
        forums: forums.into_iter().map(line).collect(),
    })
}

/// `GET /forums/{id}`
pub async fn one(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    query: Query<ForumQuery>,
) -> Result<HttpResponse, Failure> {
    let (wording, id) = (visit.wording(), forum_id(&id)?);
    let (held, all) = site.ask(move |store| Ok((store.forum(id)?, store.structural_signals()?))).await?;
    let mut titles = titles(wording, &all);
    let topics = held.forum.topics.iter().filter_map(|(id, decision)| {
        Some(Topic { id: *id, title: titles.remove(id)?, decision: decision.clone() })
    });
    let facts =
        [("forum-place", held.forum.place.clone()), ("forum-authorities", authorities(wording, &held))];
    let said = |code: &str| wording.try_say(&format!("forum-done-{code}"), &args![]);
    page(&OnePage {
        frame: Frame::new(&site, &visit, &title(wording, &held)).at(MENU),
        done: query.done.as_deref().filter(|code| ["held", "changed"].contains(code)).and_then(said),
        id,
        facts: facts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| (wording.say(key, &args![]), value))
            .collect(),
        topics: topics.collect(),
        decisions: held.forum.decisions.clone(),
    })
}

/// The forums in which this structural signal was discussed, as its page shows them.
pub fn discussed(wording: Wording, id: StructuralSignalId, forums: &[HeldForum]) -> Vec<Discussed> {
    let show = |held: &HeldForum| Discussed {
        id: held.id,
        day: wording.day(held.forum.day),
        authorities: authorities(wording, held),
        decision: held.forum.topics.get(&id).cloned().unwrap_or_default(),
    };
    forums.iter().map(show).collect()
}

/// "Forum van 15 januari 2026".
fn title(wording: Wording, held: &HeldForum) -> String {
    wording.say("forum-title", &args![day = wording.day(held.forum.day)])
}

fn authorities(wording: Wording, held: &HeldForum) -> String {
    let names: Vec<String> = held.forum.authorities.iter().map(|one| wording.label(*one)).collect();
    wording.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

fn titles(wording: Wording, all: &[StructuralLine]) -> BTreeMap<StructuralSignalId, Words> {
    all.iter().map(|line| (line.id, localised(&line.title, wording.language()))).collect()
}

/// The id in an address. What is none, is nowhere.
fn forum_id(text: &str) -> Result<ForumId, Failure> {
    ForumId::parse(text).map_err(|_| Failure::NotFound)
}
