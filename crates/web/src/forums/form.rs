//! The form of a forum, new or changed: day, place, who was invited, what was discussed, and what was decided.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{Authority, ForumId, StructuralSignalId};
use store::{CHANGED_MEANWHILE, Forum, HeldForum, StructuralLine};
use wording::{Wording, args};

use super::{LIST, MENU, forum_id, title};
use crate::days::day;
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::signals::{Words, localised};
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "forums/form.html")]
struct FormPage {
    frame: Frame,
    errors: Vec<FieldError>,
    action: String,
    back: String,
    version: i32,
    /// Somebody else changed it since it was read: where it stands as it is now.
    meanwhile: Option<String>,
    day: String,
    place: FreeText,
    authorities: Vec<(Authority, String, bool)>,
    topics: Vec<TopicBox>,
    decisions: FreeText,
}

/// A structural signal that may have been discussed.
struct TopicBox {
    id: StructuralSignalId,
    title: Words,
    chosen: bool,
    /// What was decided on it, where it is chosen.
    decision: Option<FreeText>,
}

/// What stands in the form.
#[derive(Default)]
struct Filled {
    version: i32,
    day: String,
    authorities: Vec<Authority>,
    topics: BTreeSet<StructuralSignalId>,
    /// What was typed: the place, what was decided, and what was decided on each.
    typed: Vec<Typed>,
}

/// `GET /forums/new`
pub async fn new_page(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let filled = Filled { day: site.today().to_string(), ..Filled::default() };
    draw(&site, &visit, None, filled, Vec::new(), false).await
}

/// `POST /forums/new`
pub async fn hold(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let filled = Filled::posted(&site, &visit, &posted);
    if only_opens(&posted) {
        return draw(&site, &visit, None, filled, Vec::new(), false).await;
    }
    match filled.read(visit.wording()) {
        Ok(Some(forum)) => {
            let by = visit.person()?.account.id;
            let id = site.ask(move |store| store.hold_forum(forum, by)).await?;
            Ok(on_to(&format!("{LIST}/{id}?done=held")))
        }
        Ok(None) => draw(&site, &visit, None, filled, Vec::new(), false).await,
        Err(errors) => draw(&site, &visit, None, filled, errors, false).await,
    }
}

/// `GET /forums/{id}/change`
pub async fn change_page(site: Data<Site>, visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let held = find(&site, forum_id(&id)?).await?;
    let filled = Filled {
        version: held.version,
        day: held.forum.day.to_string(),
        authorities: held.forum.authorities.clone(),
        topics: held.forum.topics.keys().copied().collect(),
        typed: Vec::new(),
    };
    draw(&site, &visit, Some(held), filled, Vec::new(), false).await
}

/// `POST /forums/{id}/change`
pub async fn change(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let id = forum_id(&id)?;
    let held = find(&site, id).await?;
    let mut filled = Filled::posted(&site, &visit, &posted);
    if only_opens(&posted) {
        return draw(&site, &visit, Some(held), filled, Vec::new(), false).await;
    }
    let forum = match filled.read(visit.wording()) {
        Ok(Some(forum)) => forum,
        Ok(None) => return draw(&site, &visit, Some(held), filled, Vec::new(), false).await,
        Err(errors) => return draw(&site, &visit, Some(held), filled, errors, false).await,
    };
    let (by, version) = (visit.person()?.account.id, filled.version);
    match site.try_ask(move |store| store.change_forum(id, version, forum, by)).await? {
        Ok(()) => Ok(on_to(&format!("{LIST}/{id}?done=changed"))),
        Err(store::Error::Conflict(detail)) if detail == CHANGED_MEANWHILE => {
            // Read again, so that whoever sends it once more knows what it replaces.
            let held = find(&site, id).await?;
            filled.version = held.version;
            draw(&site, &visit, Some(held), filled, Vec::new(), true).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn find(site: &Site, id: ForumId) -> Result<HeldForum, Failure> {
    site.ask(move |store| store.forum(id)).await
}

/// Whether the form was sent only for the boxes of what is ticked.
fn only_opens(posted: &Posted) -> bool {
    posted.get("act") == "open"
}

impl Filled {
    fn posted(site: &Site, visit: &Visit, posted: &Posted) -> Self {
        let topics: BTreeSet<StructuralSignalId> =
            posted.all("topic").filter_map(|id| StructuralSignalId::parse(id).ok()).collect();
        let read = |name: String| Typed::read(site, visit, posted, name, false);
        let names = ["place".to_owned(), "decisions".to_owned()].into_iter();
        Self {
            version: posted.get("version").parse().unwrap_or(0),
            day: posted.get("day").trim().to_owned(),
            authorities: posted.all("authority").filter_map(|code| Authority::parse(code).ok()).collect(),
            typed: names.chain(topics.iter().map(decision_name)).map(read).collect(),
            topics,
        }
    }

    /// The forum, or what is wrong with it; none of both where it was sent only to be read in another language.
    fn read(&self, wording: Wording) -> Result<Option<Forum>, Vec<FieldError>> {
        let mut errors = Vec::new();
        let day = day(&self.day);
        if day.is_none() {
            let text = wording.say("bench-day-wrong", &args![]);
            errors.push(FieldError { field: "day".to_owned(), text });
        }
        errors.extend(self.typed.iter().filter_map(|typed| typed.error(wording)));
        let Some(day) = day.filter(|_| errors.is_empty()) else { return Err(errors) };
        let text = |name: &str| {
            let typed = self.typed.iter().find(|typed| typed.name() == name);
            typed.map_or(Some(""), Typed::text).map(str::to_owned)
        };
        let topics = self.topics.iter().map(|id| Some((*id, text(&decision_name(id))?)));
        let (place, decisions) = (text("place"), text("decisions"));
        Ok(topics.collect::<Option<_>>().and_then(|topics| {
            let authorities = self.authorities.clone();
            Some(Forum { day, place: place?, authorities, topics, decisions: decisions? })
        }))
    }
}

/// The name of the box for what was decided on one.
fn decision_name(id: &StructuralSignalId) -> String {
    format!("decision-{id}")
}

async fn draw(
    site: &Site,
    visit: &Visit,
    held: Option<HeldForum>,
    filled: Filled,
    errors: Vec<FieldError>,
    meanwhile: bool,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let all = site.ask(store::Store::structural_signals).await?;
    let (action, back, heading) = match &held {
        Some(held) => {
            (format!("{LIST}/{}/change", held.id), format!("{LIST}/{}", held.id), title(wording, held))
        }
        None => (format!("{LIST}/new"), LIST.to_owned(), wording.say("forum-new", &args![])),
    };
    let errors = if visit.switches() { Vec::new() } else { errors };
    let status = match () {
        () if meanwhile => StatusCode::CONFLICT,
        () if errors.is_empty() => StatusCode::OK,
        () => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let forum = held.as_ref().map(|held| &held.forum);
    let typed = |name: &str| filled.typed.iter().find(|typed| typed.name() == name);
    let text = |name: String, key: &str, stands: &str| {
        let typed = typed(&name);
        FreeText::new(wording, name, key).may_be_empty(wording).holding(stands).with(wording, typed)
    };
    let chosen = |line: &StructuralLine| filled.topics.contains(&line.id);
    let topic = |line: &StructuralLine| TopicBox {
        id: line.id,
        title: localised(&line.title, wording.language()),
        chosen: chosen(line),
        decision: chosen(line).then(|| {
            let stands = forum.and_then(|forum| forum.topics.get(&line.id)).map_or("", String::as_str);
            text(decision_name(&line.id), "forum-decision", stands)
        }),
    };
    // The newest edition first; what was merged into another only where it was discussed.
    let mut lines: Vec<&StructuralLine> =
        all.iter().filter(|line| line.merged_into.is_none() || chosen(line)).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.edition.map(|(edition, _)| edition)));
    let page = FormPage {
        frame: Frame::new(site, visit, &heading).at(MENU).with_errors(&errors).with_switch("forum", &action),
        errors,
        meanwhile: meanwhile.then(|| back.clone()),
        version: filled.version,
        day: filled.day.clone(),
        place: text("place".to_owned(), "forum-place", forum.map_or("", |forum| &forum.place)).high(1),
        authorities: Authority::ALL
            .iter()
            .filter(|one| **one != Authority::Organisations)
            .map(|one| (*one, wording.label(*one), filled.authorities.contains(one)))
            .collect(),
        topics: lines.into_iter().map(topic).collect(),
        decisions: text(
            "decisions".to_owned(),
            "forum-decisions",
            forum.map_or("", |forum| &forum.decisions),
        ),
        action,
        back,
    };
    page_with(status, &page)
}
