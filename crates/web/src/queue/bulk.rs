//! One decision on several signals: first the list of them, then what became of each, and the way back for all.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono::NaiveDate;
use model::SignalId;
use store::SignalFile;
use wording::{Wording, args};

use crate::begins::begins;
use crate::days::day;
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::signals::{Standing, event_of, found_by, headline, undo_of};
use crate::site::Site;
use crate::visit::Visit;

use super::bulk_acts::{Act, Step};
use super::lines::SHOWN;
use super::{Desk, aside_until};

/// How many signals one decision takes at most: as many as a page shows, and room to spare.
const MOST: usize = 50;

/// So many signals at least tell one case together.
const TOGETHER: usize = 2;

#[derive(Template)]
#[template(path = "queue/bulk.html")]
struct BulkPage {
    frame: Frame,
    errors: Vec<FieldError>,
    path: &'static str,
    /// The list from which it was asked.
    back: String,
    step: &'static str,
    button: String,
    said: String,
    /// That more was ticked than one decision takes, in words.
    left: Option<String>,
    items: Vec<Item>,
    /// The box of the words that go with each.
    words: Option<FreeText>,
    /// The day on which they are back, as the field has it.
    until: Option<String>,
    /// The signal that counts for the case that all tell.
    counts: Option<SignalId>,
    /// Whether there is something to do.
    may: bool,
}

#[derive(Template)]
#[template(path = "queue/bulk_done.html")]
struct DonePage {
    frame: Frame,
    path: &'static str,
    back: String,
    /// What was to be done.
    asked: String,
    /// That more was ticked than one decision takes, in words.
    left: Option<String>,
    items: Vec<Item>,
    /// Whether all that was done can be taken back in one go.
    undo: bool,
}

struct Item {
    id: SignalId,
    headline: String,
    lang: &'static str,
    /// How the problem begins.
    begins: String,
    /// Why it is not done; none where it can be, or was.
    why_not: Option<String>,
    /// What became of it.
    done: String,
    /// The mark with which it can be taken back.
    undo: Option<String>,
    /// Others say its case: it is taken back with them, not by itself.
    stands_for_others: bool,
}

impl Item {
    /// The mark of the button that takes it back by itself.
    fn undo_alone(&self) -> Option<&str> {
        self.undo.as_deref().filter(|_| !self.stands_for_others)
    }
}

/// A signal that was ticked, and as what the person reads it.
struct Ticked {
    id: SignalId,
    file: SignalFile,
    standing: Standing,
}

/// `POST /network/accept`, `POST /organisation/refer`, …: what the address says is done with the ticked signals, once it was
/// looked at.
pub async fn several(
    site: Data<Site>,
    visit: Visit,
    request: HttpRequest,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let bulk = Bulk::of(&site, &visit, &request, &posted)?;
    let code = request.path().rsplit('/').next().unwrap_or_default();
    let mut acts = Act::of_desk(&bulk.desk).iter().copied();
    let act = acts.find(|act| act.code() == code).ok_or(Failure::NotFound)?;
    if !posted.has("signal") {
        return Ok(on_to(bulk.back()));
    }
    let ticked = bulk.ticked().await?;
    let asked = Asked::read(&bulk, act, &ticked);
    match asked.step(act).filter(|_| posted.get("sure") == "yes" && !visit.switches()) {
        Some(step) => bulk.take(act, step, asked.counts, ticked).await,
        None => bulk.preview(act, asked, &ticked),
    }
}

/// `POST /network/undo`, `POST /organisation/undo`: takes back what was done with several, the last first.
pub async fn undo(
    site: Data<Site>,
    visit: Visit,
    request: HttpRequest,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let bulk = Bulk::of(&site, &visit, &request, &posted)?;
    let (wording, by) = (visit.wording(), visit.person()?.account.id);
    let marks: Vec<&str> = posted.all("undo").collect();
    let ids: Vec<&str> = posted.all("signal").collect();
    let mut items = Vec::new();
    for (id, mark) in ids.into_iter().zip(marks).take(MOST).rev() {
        let Some(one) = bulk.find(id).await? else { continue };
        let mut item = one.item(wording);
        item.done = wording.say("bulk-item-undone", &args![]);
        let signal = one.id;
        let event = event_of(&site, &visit, signal, mark).filter(|_| one.standing.takes_back(&one.file));
        let outcome = match event {
            Some(event) => site.try_ask(move |store| store.undo(signal, event, by)).await?,
            None => Err(store::Error::Conflict(String::new())),
        };
        match outcome {
            Ok(()) => {}
            Err(store::Error::Conflict(_) | store::Error::NotFound(_)) => {
                item.why_not = Some(wording.say("bulk-too-late", &args![]));
            }
            Err(error) => return Err(error.into()),
        }
        items.push(item);
    }
    bulk.tell("bulk-undone", "bulk-undo", items)
}

struct Bulk<'a> {
    site: &'a Site,
    visit: &'a Visit,
    desk: Desk,
    posted: &'a Posted,
}

/// What the page that asks once more was told.
struct Asked {
    words: Option<Typed>,
    until: Option<NaiveDate>,
    /// The day as it was typed.
    day: String,
    /// The signal that counts, where all tell one case.
    counts: Option<SignalId>,
}

impl Asked {
    fn read(bulk: &Bulk<'_>, act: Act, ticked: &[Ticked]) -> Self {
        let Bulk { site, visit, posted, desk } = bulk;
        let words = act.words().map(|(name, _, needed)| Typed::read(site, visit, posted, name, needed));
        let typed = posted.get("until").trim();
        let proposed = aside_until(site.today());
        let until = if posted.has("until") { day(typed) } else { Some(proposed) };
        // Of what can be joined the first counts, unless another was chosen.
        let joined = || ticked.iter().filter(|one| act.may(desk, one.standing, &one.file)).map(|one| one.id);
        let chosen = SignalId::parse(posted.get("counts")).ok();
        let counts = joined().find(|id| Some(*id) == chosen).or_else(|| joined().next());
        let enough = joined().count() >= TOGETHER;
        Self {
            words,
            day: if posted.has("until") { typed.to_owned() } else { proposed.to_string() },
            until: until.filter(|day| *day > site.today()),
            counts: counts.filter(|_| act == Act::SameCase && enough),
        }
    }

    /// The step, where all that it needs is there.
    fn step(&self, act: Act) -> Option<Step> {
        let words = || Some(self.words.as_ref()?.text()?.to_owned());
        Some(match act {
            Act::Release => Step::Release,
            Act::Accept => Step::Accept,
            Act::Solve => Step::Solve(words()?),
            Act::Decline => Step::Decline(words()?),
            Act::Refer => Step::Refer(words()?),
            Act::Postpone => Step::Postpone(self.until?),
            Act::SameCase => Step::SameCase(self.counts?),
        })
    }

    /// What is wrong; nothing before anybody was asked.
    fn errors(&self, wording: Wording, act: Act) -> Vec<FieldError> {
        let mut errors: Vec<FieldError> =
            self.words.iter().filter_map(|typed| typed.error(wording)).collect();
        if act == Act::Postpone && self.until.is_none() {
            errors.push(FieldError { field: "until".to_owned(), text: wording.say("aside-wrong", &args![]) });
        }
        errors
    }
}

impl<'a> Bulk<'a> {
    /// What was sent to an address of a desk.
    fn of(
        site: &'a Site,
        visit: &'a Visit,
        request: &HttpRequest,
        posted: &'a Posted,
    ) -> Result<Self, Failure> {
        Ok(Self { site, visit, desk: Desk::of(visit, request.path())?, posted })
    }

    /// The list from which it was asked, or else the desk's own page.
    fn back(&self) -> &str {
        self.desk.list(self.posted.get("back")).unwrap_or(self.desk.path())
    }

    /// The ids that were ticked, each once.
    fn ids(&self) -> impl Iterator<Item = &str> {
        let mut seen = BTreeSet::new();
        self.posted.all("signal").filter(move |id| seen.insert(*id))
    }

    /// The signals that were ticked, of those that this person may know of: as many as one decision takes.
    async fn ticked(&self) -> Result<Vec<Ticked>, Failure> {
        let mut ticked = Vec::new();
        for id in self.ids().take(MOST) {
            ticked.extend(self.find(id).await?);
        }
        Ok(ticked)
    }

    /// That more was ticked than one decision takes.
    fn left(&self) -> Option<String> {
        let left = self.ids().count().saturating_sub(MOST);
        let wording = self.visit.wording();
        (left > 0).then(|| wording.say("bulk-left", &args![count = left, most = MOST]))
    }

    async fn find(&self, id: &str) -> Result<Option<Ticked>, Failure> {
        match found_by(self.site, self.visit, id).await {
            Ok((file, standing)) => Ok(Some(Ticked { id: file.line.id, file, standing })),
            Err(Failure::NotFound) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// The page that asks once more, with what was typed and what is wrong with it.
    fn preview(&self, act: Act, asked: Asked, ticked: &[Ticked]) -> Result<HttpResponse, Failure> {
        let wording = self.visit.wording();
        let wrong = self.posted.get("sure") == "yes";
        let errors = if wrong { asked.errors(wording, act) } else { Vec::new() };
        let items: Vec<Item> = ticked
            .iter()
            .map(|one| {
                let mut item = one.item(wording);
                if !act.may(&self.desk, one.standing, &one.file) {
                    item.why_not = Some(wording.say("bulk-decided", &args![]));
                }
                item
            })
            .collect();
        let count = items.iter().filter(|item| item.why_not.is_none()).count();
        let alone = act == Act::SameCase && asked.counts.is_none();
        let said = if alone { "bulk-same-alone" } else { "bulk-asks" };
        let words = act.words().map(|(name, key, needed)| {
            let typed = asked.words.as_ref().filter(|_| wrong);
            let shown = FreeText::new(wording, name, key).with(wording, typed);
            if needed { shown } else { shown.may_be_empty(wording) }
        });
        let path = self.desk.path();
        let frame = Frame::new(self.site, self.visit, &wording.say(act.title(), &args![]))
            .at(path)
            .with_errors(&errors)
            .with_switch("several", &format!("{path}/{}", act.code()));
        let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let page = BulkPage {
            frame,
            errors,
            path,
            back: self.back().to_owned(),
            step: act.code(),
            button: wording.say(act.button(), &args![]),
            said: wording.say(said, &args![count = count]),
            left: self.left(),
            items,
            words,
            until: (act == Act::Postpone).then_some(asked.day),
            counts: asked.counts,
            may: count > 0 && !alone,
        };
        page_with(status, &page)
    }

    /// Does it with each that still permits it, and tells what became of each.
    async fn take(
        &self,
        act: Act,
        step: Step,
        counts: Option<SignalId>,
        mut ticked: Vec<Ticked>,
    ) -> Result<HttpResponse, Failure> {
        let wording = self.visit.wording();
        let by = self.visit.person()?.account.id;
        // The one that counts comes first: without it the others tell no case.
        ticked.sort_by_key(|one| Some(one.id) != counts);
        let mut items = Vec::new();
        for one in ticked {
            let mut item = one.item(wording);
            let is_counted = Some(one.id) == counts;
            let key = if is_counted { "bulk-item-counts" } else { "bulk-item-done" };
            item.done = wording.say(key, &args![]);
            let may = act.may(&self.desk, one.standing, &one.file);
            let (signal, step) = (one.id, step.clone());
            let outcome = if may {
                self.site.try_ask(move |store| step.take(store, signal, by)).await?
            } else {
                Err(store::Error::NotFound(String::new()))
            };
            match outcome {
                Ok(true) => item.undo = undo_of(self.site, self.visit, signal).await?,
                Ok(false) => {}
                Err(store::Error::Conflict(detail)) if detail == store::NO_SAME_CASE => {
                    item.why_not = Some(wording.say("bulk-same-not", &args![]));
                }
                Err(store::Error::Conflict(_) | store::Error::NotFound(_)) => {
                    item.why_not = Some(wording.say("bulk-decided", &args![]));
                }
                Err(error) => return Err(error.into()),
            }
            items.push(item);
        }
        let others = items.iter().any(|item| Some(item.id) != counts && item.undo.is_some());
        if let Some(counted) = items.iter_mut().find(|item| Some(item.id) == counts) {
            counted.stands_for_others = others;
        }
        self.tell("bulk-done", act.title(), items)
    }

    /// What became of each.
    fn tell(&self, said: &str, asked: &str, items: Vec<Item>) -> Result<HttpResponse, Failure> {
        let wording = self.visit.wording();
        let done = items.iter().filter(|item| item.why_not.is_none()).count();
        let path = self.desk.path();
        page(&DonePage {
            frame: Frame::new(self.site, self.visit, &wording.say(said, &args![count = done])).at(path),
            path,
            back: self.back().to_owned(),
            asked: wording.say(asked, &args![]),
            left: self.left(),
            undo: items.iter().filter(|item| item.undo.is_some()).count() > 1,
            items,
        })
    }
}

impl Ticked {
    fn item(&self, wording: Wording) -> Item {
        let (headline, lang) = headline(wording, &self.file.line);
        let begins = begins(&self.file.submission.problem, SHOWN);
        Item {
            id: self.id,
            headline,
            lang,
            begins,
            why_not: None,
            done: String::new(),
            undo: None,
            stands_for_others: false,
        }
    }
}
