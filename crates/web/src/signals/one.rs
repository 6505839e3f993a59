//! One signal: what was filed, what was decided, what was said about it, and what became of it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use model::{Role, SignalId, SignalState, Submission};
use screening::Finding;
use serde::Deserialize;
use store::{Became, LogFilter, NetworkView, Side, SignalFile};
use wording::{Wording, args};

use crate::failure::Failure;
use crate::findings::{Piece, marks, passages};
use crate::frame::{FieldError, Frame, page, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::problems::answer_state;
use crate::site::Site;
use crate::visit::Visit;

use super::actions::list_of;
use super::done::Done;
use super::facts::{Fact, facts};
use super::line::{headline, organisation, state_code};
use super::review::Review;
use super::standing::Standing;
use super::steps::{Step, edition, steps};
use super::toast::{DoneQuery, Toast};
use super::words::{Words, localised};

/// What the address of a signal's page may ask for.
#[derive(Deserialize)]
pub struct OneQuery {
    #[serde(flatten)]
    done: DoneQuery,
    next: Option<String>,
    /// The list from which it was opened.
    back: Option<String>,
}

#[derive(Template)]
#[template(path = "signals/one.html")]
struct OnePage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: Option<Toast>,
    id: SignalId,
    back: &'static str,
    /// The list from which it was opened, and to which what is decided leads back.
    list: Option<String>,
    lang: &'static str,
    state_code: &'static str,
    state: String,
    from: Vec<String>,
    steps: Vec<Step>,
    reason: Option<Reason>,
    texts: Vec<FiledText>,
    marks: Option<String>,
    facts: Vec<Fact>,
    facts_decided: bool,
    chapters: Vec<Chapter>,
    thread: Vec<Said>,
    speak: Option<Speak>,
    weigh: Option<FreeText>,
    judge: Option<FreeText>,
    /// Whoever has something to decide reads the text first, and the way of the signal last.
    decides: bool,
    /// Whoever was asked something reads the question first.
    asked: bool,
    withdraws: bool,
    review: Option<Review>,
    /// One of the codes could not be put right: the fold that asks for them stands open.
    corrects_again: bool,
    /// What opens a fold to which a link leads, for whoever decides.
    folds: Option<String>,
}

struct Reason {
    title: String,
    text: String,
}

struct FiledText {
    name: String,
    paragraphs: Vec<Vec<Piece>>,
}

/// A chapter that says what the signal says.
struct Chapter {
    title: Words,
    edition: String,
    /// What both sides say; once it is published.
    sides: Option<Sides>,
}

struct Sides {
    answers: Vec<SideText>,
    verdict: Option<SideText>,
}

struct SideText {
    state: String,
    by: String,
    text: Option<Words>,
}

struct Said {
    own: bool,
    who: String,
    day: String,
    date: String,
    text: String,
}

/// The box in the thread.
struct Speak {
    text: FreeText,
    button: String,
}

/// `GET /signals/{id}`
pub async fn one(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    query: Query<OneQuery>,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    let wording = visit.wording();
    let mut drawn = draw(&site, &visit, &found, Again::default()).await?;
    let say = |done: Done| match query.next {
        Some(_) => done.say_before_next(wording),
        None => done.say(wording),
    };
    drawn.list = list_of(&visit, &found, query.back.as_deref().unwrap_or_default())?;
    drawn.done = query.done.toast(&site, &visit, &drawn.frame.csrf, say).await?;
    page(&drawn)
}

/// The page once more, with what was typed and may not stay.
pub(super) async fn again(
    site: &Site,
    visit: &Visit,
    found: &Found,
    typed: &Typed,
    posted: &Posted,
) -> Result<HttpResponse, Failure> {
    let again = Again { typed: Some(typed), ..Again::default() };
    let mut drawn = draw(site, visit, found, again).await?;
    drawn.list = list_of(visit, found, posted.get("back"))?;
    // A text with nothing wrong in it comes back too, when only its language was to be another.
    let status = if drawn.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &drawn)
}

/// The page once more, with what is wrong in one of the small forms and what was chosen there.
pub(super) async fn refused(
    site: &Site,
    visit: &Visit,
    found: &Found,
    posted: &Posted,
    field: &str,
    key: &str,
) -> Result<HttpResponse, Failure> {
    let wrong = FieldError { field: field.to_owned(), text: visit.wording().say(key, &args![]) };
    let again = Again { typed: None, posted: Some(posted), wrong: Some(wrong) };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &draw(site, visit, found, again).await?)
}

/// What a form sent that comes back.
#[derive(Default)]
pub(super) struct Again<'a> {
    /// A text, where that is what is wrong.
    pub typed: Option<&'a Typed>,
    /// The fields of another form, where one of them is wrong.
    pub posted: Option<&'a Posted>,
    pub wrong: Option<FieldError>,
}

impl Again<'_> {
    /// What was sent in this field; empty where nothing was.
    pub fn value(&self, name: &str) -> String {
        self.posted.map_or_else(String::new, |posted| posted.get(name).to_owned())
    }
}

/// A signal, and as what the caller reads it.
pub(super) struct Found {
    pub id: SignalId,
    pub file: SignalFile,
    pub standing: Standing,
}

/// The signal with this id. `NotFound` too for whoever should not learn that it is there.
pub(super) async fn find(site: &Site, visit: &Visit, id: &str) -> Result<Found, Failure> {
    let id = SignalId::parse(id).map_err(|_| Failure::NotFound)?;
    let person = visit.person()?;
    let file = site.ask(move |store| store.signal(id)).await?;
    let mut standing = Standing::of(person, &file);
    // Whoever referred a released signal elsewhere still reads it.
    if file.line.state == SignalState::Referred
        && person.has_any(&[Role::NetworkCoordinator])
        && site.ask(move |store| was_released(store, id)).await?
    {
        let own = standing.unwrap_or(Standing { filer: false, organisation: false, network: false });
        standing = Some(Standing { network: true, ..own });
    }
    let standing = standing.ok_or(Failure::NotFound)?;
    Ok(Found { id, file, standing })
}

/// A signal, and as what this person reads it; `NotFound` for whoever should not learn that it exists.
pub(crate) async fn found_by(
    site: &Site,
    visit: &Visit,
    id: &str,
) -> Result<(SignalFile, Standing), Failure> {
    let found = find(site, visit, id).await?;
    Ok((found.file, found.standing))
}

/// Whether a signal that was referred elsewhere had been released before.
fn was_released(store: &store::Store, signal: SignalId) -> Result<bool, store::Error> {
    let filter = LogFilter {
        subject: Some("signal".to_owned()),
        subject_id: Some(signal.to_string()),
        kinds: vec!["signal-referred".to_owned()],
        ..LogFilter::default()
    };
    let (entries, _) = store.log(&filter, 1)?;
    Ok(entries.first().is_some_and(|entry| entry.detail["from"] == SignalState::Released.code()))
}

async fn draw(site: &Site, visit: &Visit, found: &Found, again: Again<'_>) -> Result<OnePage, Failure> {
    let typed = again.typed;
    let wording = visit.wording();
    let network = site.network().await?;
    let Found { id, file, standing } = found;
    let errors: Vec<FieldError> =
        typed.and_then(|typed| typed.error(wording)).or(again.wrong.clone()).into_iter().collect();
    let (title, lang) = headline(wording, &file.line);
    let back = back(file, *standing);
    let screened = screened(site, &file.submission, *standing);
    let marked: usize = screened.iter().map(|text| marks(&text.findings)).sum();
    let facts = facts(wording, &network, file, *standing);
    let mut frame = Frame::new(site, visit, &title).at(back).with_errors(&errors);
    if let Some(typed) = typed {
        let (form, step) = match typed.name() {
            "note" => ("solve", "solve"),
            "reason" => ("decline", "decline"),
            "where" => ("refer", "refer"),
            _ => ("speak", "messages"),
        };
        frame = frame.with_switch(form, &format!("/signals/{id}/{step}"));
    }
    let codes = ["domain", "cause", "right", "place", "authority"];
    let corrects_again = codes.iter().any(|field| frame.wrong(field).is_some());
    Ok(OnePage {
        frame,
        errors,
        done: None,
        id: *id,
        back,
        list: None,
        lang,
        state_code: state_code(file.line.state),
        state: wording.label(file.line.state),
        from: from(wording, &network, file, *standing),
        steps: steps(wording, file),
        reason: reason(wording, file),
        texts: screened.iter().map(|text| text.show(wording)).collect(),
        marks: (marked > 0).then(|| wording.say("signal-marks", &args![count = marked])),
        facts_decided: facts.iter().any(|fact| fact.decided.is_some()),
        facts,
        chapters: file
            .became
            .iter()
            .filter(|chapter| standing.network || !chapter.in_work)
            .map(|chapter| show_chapter(wording, &network, chapter))
            .collect(),
        thread: thread(wording, file, *standing),
        speak: standing.speaks(file).map(|side| speak(wording, side, typed)),
        weigh: standing
            .weighs(file)
            .then(|| FreeText::new(wording, "note", "weigh-note").may_be_empty(wording).with(wording, typed)),
        judge: standing
            .judges(file)
            .then(|| FreeText::new(wording, "reason", "judge-reason").with(wording, typed)),
        asked: standing.is_asked(file),
        decides: standing.weighs(file) || standing.judges(file),
        withdraws: standing.withdraws(file),
        corrects_again,
        review: Review::of(site, visit, &network, found, &again).await?,
        folds: (standing.organisation || standing.network).then(|| site.assets().url("fold.js")),
    })
}

/// The list to which this signal belongs for this reader.
fn back(file: &SignalFile, standing: Standing) -> &'static str {
    if standing.organisation && (!standing.filer || file.line.state == SignalState::PreSignal) {
        "/organisation"
    } else if standing.filer {
        "/signals"
    } else {
        "/network"
    }
}

/// Whose signal it is; how the filer finds it again.
fn from(wording: Wording, network: &NetworkView, file: &SignalFile, standing: Standing) -> Vec<String> {
    let mut from = Vec::new();
    let name = organisation(network, wording.language(), &file.line.organisation);
    if file.sponsor.is_some() && !standing.network {
        from.push(wording.say("organisation-card", &args![organisation = name]));
    } else {
        from.push(name);
    }
    if let Some(receipt) = file.line.receipt.as_ref().filter(|_| standing.filer) {
        from.push(format!("{} {receipt}", wording.say("signal-receipt", &args![])));
    }
    from
}

fn reason(wording: Wording, file: &SignalFile) -> Option<Reason> {
    let key = match file.line.state {
        SignalState::Declined => "signal-reason-declined",
        SignalState::SolvedInternally => "signal-reason-solved",
        SignalState::Referred => "signal-reason-referred",
        _ => return None,
    };
    Some(Reason { title: wording.say(key, &args![]), text: file.reason.clone()? })
}

/// A text with what screening finds in it now.
struct Screened<'a> {
    field: model::Field,
    text: &'a str,
    findings: Vec<Finding>,
}

/// The texts that say something; what is marked in them is shown to coordinators alone.
fn screened<'a>(site: &Site, submission: &'a Submission, standing: Standing) -> Vec<Screened<'a>> {
    let find = |text: &str| match standing.coordinates() {
        true => site.screen().findings(text, Some(submission.language)),
        false => Vec::new(),
    };
    let texts = submission.texts().into_iter().filter(|(_, text)| !text.is_empty());
    texts.map(|(field, text)| Screened { field, text, findings: find(text) }).collect()
}

impl Screened<'_> {
    fn show(&self, wording: Wording) -> FiledText {
        FiledText {
            name: wording.label(self.field),
            paragraphs: passages(wording, self.text, &self.findings),
        }
    }
}

fn show_chapter(wording: Wording, network: &NetworkView, chapter: &Became) -> Chapter {
    let language = wording.language();
    let by = |who: String, day: Option<chrono::NaiveDate>| match day {
        Some(day) => wording.say("sides-by", &args![who = who, day = wording.day(day)]),
        None => who,
    };
    let text = |text: &model::Localised| {
        let words = localised(text, language);
        (!words.text.is_empty()).then_some(words)
    };
    let answers = chapter.answers.iter().map(|answer| SideText {
        state: answer_state(wording, answer, &chapter.recommended),
        by: by(wording.label(answer.authority), answer.date),
        text: text(&answer.text),
    });
    let verdict = chapter.verdict.as_ref().map(|verdict| SideText {
        state: wording.label(verdict.verdict),
        by: by(organisation(network, language, &verdict.by), Some(verdict.date)),
        text: text(&verdict.reason),
    });
    Chapter {
        title: localised(&chapter.title, language),
        edition: edition(wording, chapter),
        sides: chapter.published.then(|| Sides { answers: answers.collect(), verdict }),
    }
}

fn thread(wording: Wording, file: &SignalFile, standing: Standing) -> Vec<Said> {
    let side = standing.side(file);
    let said = file.messages.iter().map(|message| {
        let own = message.side == side;
        let key = match (message.side, own) {
            (Side::Coordinator, true) => "thread-own-coordinator",
            (Side::Coordinator, false) => "thread-coordinator",
            (Side::Filer, true) => "thread-own-filer",
            (Side::Filer, false) => "thread-filer",
        };
        let text = if message.text.is_empty() {
            wording.say("thread-wiped", &args![])
        } else {
            message.text.clone()
        };
        Said {
            own,
            who: wording.say(key, &args![]),
            day: wording.day(message.day),
            date: message.day.to_string(),
            text,
        }
    });
    said.collect()
}

fn speak(wording: Wording, side: Side, typed: Option<&Typed>) -> Speak {
    let key = match side {
        Side::Coordinator => "thread-question",
        Side::Filer => "thread-reply",
    };
    Speak {
        text: FreeText::new(wording, "text", key).with(wording, typed),
        button: wording.say(&format!("{key}.send"), &args![]),
    }
}
