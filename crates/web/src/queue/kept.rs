//! Searches and views that are kept on the server, so that an address holds their ids and never what somebody typed.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use store::SavedFilter;
use uuid::Uuid;
use wording::args;

use crate::administration::{LabelProblem, fit_label};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page_with};
use crate::paging::address;
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;
use crate::words;

use super::codes::Codes;
use super::marked::Marked;
use super::{Desk, QueueQuery, TAKEN_IN};

/// The longest search, in characters.
const LONGEST: usize = 200;

/// How many views of a desk are shown, each with its count.
const VIEWS: usize = 12;

/// What is kept.
#[derive(Default, Serialize, Deserialize)]
struct Query {
    #[serde(flatten)]
    codes: Codes,
    #[serde(default)]
    words: String,
}

impl Query {
    fn of(kept: &SavedFilter) -> Self {
        serde_json::from_str(&kept.query).unwrap_or_default()
    }

    fn written(&self) -> Result<String, Failure> {
        serde_json::to_string(self).map_err(|error| Failure::Broken(error.to_string()))
    }
}

/// What an address asks for, its ids looked up.
pub struct Looked {
    pub codes: Codes,
    pub words: String,
    /// The id under which the words are kept.
    pub search: Option<Uuid>,
    pub view: Option<Uuid>,
}

/// A kept view, as a link.
pub struct View {
    pub id: Uuid,
    pub name: String,
    pub count: u64,
    pub current: bool,
}

/// Looks up what the address asks for.
pub async fn looked(site: &Site, visit: &Visit, desk: &Desk, query: &QueueQuery) -> Result<Looked, Failure> {
    if let Some(id) = id(query.view.as_deref())? {
        let kept = find(site, visit, desk, id).await?;
        if kept.account.is_some() {
            return Err(Failure::NotFound);
        }
        let Query { codes, words } = Query::of(&kept);
        let search = (!words.is_empty()).then_some(id);
        return Ok(Looked { codes, words, search, view: Some(id) });
    }
    let codes = query.codes.clone();
    Ok(match id(query.search.as_deref())? {
        Some(id) => {
            let words = Query::of(&find(site, visit, desk, id).await?).words;
            Looked { codes, words, search: Some(id), view: None }
        }
        None => Looked { codes, words: String::new(), search: None, view: None },
    })
}

/// The views that are kept for a desk, each with how many signals it holds.
pub fn counted(site: &Site, desk: &Desk, today: NaiveDate) -> Result<Vec<(SavedFilter, u64)>, store::Error> {
    let store = site.store();
    let mut kept = store.shared_filters(desk.organisation(), desk.code())?;
    kept.truncate(VIEWS);
    let queries: Vec<Query> = kept.iter().map(Query::of).collect();
    if queries.iter().any(|query| !query.words.is_empty()) {
        super::take_in(store, TAKEN_IN)?;
    }
    let asks_marks = queries.iter().any(|query| query.codes.ask_marks());
    let marked = if asks_marks { Marked::newest(site)? } else { None };
    let looked = marked.as_ref().and_then(|made| made.value.of(desk));
    let mut counts = Vec::new();
    for Query { codes, words } in &queries {
        let filter = codes.filter(today, words::wanted(words), looked);
        let count = filter.map(|filter| store.queue_counts(&desk.queue(), &[filter])).transpose()?;
        counts.push(count.and_then(|counts| counts.first().copied()).unwrap_or(0));
    }
    Ok(kept.into_iter().zip(counts).collect())
}

/// The same as links.
pub fn views(counted: &[(SavedFilter, u64)], current: Option<Uuid>) -> Vec<View> {
    let show = |(kept, count): &(SavedFilter, u64)| View {
        id: kept.id,
        name: kept.name.clone(),
        count: *count,
        current: current == Some(kept.id),
    };
    counted.iter().map(show).collect()
}

/// `POST /network/search`, `POST /organisation/search`: what is looked for, which then has an address of its own.
pub async fn search(
    site: Data<Site>,
    visit: Visit,
    request: HttpRequest,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let desk = Desk::of(&visit, request.path())?;
    let codes = Codes::posted(&posted);
    let words: String = posted.get("words").trim().chars().take(LONGEST).collect();
    let mut pairs = codes.owned_pairs();
    if !words.is_empty() {
        let by = visit.person()?.account.id;
        let query = Query { codes: Codes::default(), words }.written()?;
        let list = desk.code();
        let id = site.ask(move |store| store.remember_search(list, &query, by)).await?;
        pairs.push(("search", id.to_string()));
    }
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Ok(on_to(&address(desk.path(), &pairs)))
}

#[derive(Template)]
#[template(path = "queue/keep.html")]
struct KeepPage {
    frame: Frame,
    errors: Vec<FieldError>,
    path: &'static str,
    codes: Vec<(&'static str, String)>,
    search: Option<Uuid>,
    called: String,
}

/// `POST /network/views`, `POST /organisation/views`: keeps what is shown, for everyone of this desk.
pub async fn keep_view(
    site: Data<Site>,
    visit: Visit,
    request: HttpRequest,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let desk = Desk::of(&visit, request.path())?;
    let codes = Codes::posted(&posted);
    let search = id(Some(posted.get("search")))?;
    let words = match search {
        Some(id) => Query::of(&find(&site, &visit, &desk, id).await?).words,
        None => String::new(),
    };
    // What one person typed is read by others from now on.
    let wrong = if codes.are_empty() && words.is_empty() {
        Some(wording.say("queue-keep-nothing", &args![]))
    } else if !site.screen().blocked(&words).is_empty() {
        Some(LabelProblem::PersonalData.said(wording))
    } else {
        None
    };
    let fit = fit_label(site.screen(), posted.get("called")).map_err(|problem| problem.said(wording));
    match wrong.map_or(fit, Err) {
        Ok(name) => {
            let (by, place) = (visit.person()?.account.id, desk.clone());
            let query = Query { codes, words }.written()?;
            let id = site
                .ask(move |store| store.save_filter(place.organisation(), place.code(), &name, &query, by))
                .await?;
            Ok(on_to(&address(desk.path(), &[("view", &id.to_string())])))
        }
        Err(text) => {
            let errors = vec![FieldError { field: "called".to_owned(), text }];
            let frame = Frame::new(&site, &visit, &wording.say("queue-keep", &args![]));
            let page = KeepPage {
                frame: frame.at(desk.path()).with_errors(&errors),
                errors,
                path: desk.path(),
                codes: codes.owned_pairs(),
                search,
                called: posted.get("called").to_owned(),
            };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// `POST /network/views/{id}/delete`, `POST /organisation/views/{id}/delete`
pub async fn delete_view(
    site: Data<Site>,
    visit: Visit,
    request: HttpRequest,
    path: Path<String>,
    _: Posted,
) -> Result<HttpResponse, Failure> {
    let desk = Desk::of(&visit, request.path())?;
    let id = id(Some(&path))?.ok_or(Failure::NotFound)?;
    if find(&site, &visit, &desk, id).await?.account.is_some() {
        return Err(Failure::NotFound);
    }
    let by = visit.person()?.account.id;
    site.ask(move |store| store.delete_filter(id, by)).await?;
    Ok(on_to(desk.path()))
}

/// What is kept under an id, for this desk: shared, or of whoever asks. `NotFound` for anybody else's.
async fn find(site: &Site, visit: &Visit, desk: &Desk, id: Uuid) -> Result<SavedFilter, Failure> {
    let kept = site.ask(move |store| store.filter(id)).await?;
    let may = match kept.account {
        Some(account) => account == visit.person()?.account.id,
        None => kept.organisation.as_ref() == desk.organisation(),
    };
    if may && kept.queue == desk.code() { Ok(kept) } else { Err(Failure::NotFound) }
}

fn id(text: Option<&str>) -> Result<Option<Uuid>, Failure> {
    let text = text.filter(|text| !text.is_empty());
    text.map(|text| Uuid::parse_str(text).map_err(|_| Failure::NotFound)).transpose()
}
