//! What an authority answers to a published structural signal, and what the field sees since: two sides, side by side.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::NaiveDate;
use model::{
    Answer, AnswerState, Authority, EditionNumber, Language, Localised, Role, StructuralSignalId, Verdict,
};
use store::{NetworkView, StructuralFile};
use wording::{Wording, args};

use super::boxes::Boxes;
use super::done::Done;
use super::missing::answered_in;
use super::{Choice, find, structural_id};
use crate::days::day;
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::signals::{Words, localised, organisation};
use crate::site::Site;
use crate::visit::{Person, Visit};

/// The page on which both sides are read.
const PROBLEMS: &str = "/problems";

/// An answer in Dutch and French: whoever answers writes one of them or both.
pub const ANSWER: Boxes = Boxes {
    fields: &[("answer-nl", Language::Nl), ("answer-fr", Language::Fr)],
    key: "answer-text",
    longest: 1_000,
    rows: 5,
};
/// The reason of a verdict, likewise.
pub const REASON: Boxes = Boxes {
    fields: &[("reason-nl", Language::Nl), ("reason-fr", Language::Fr)],
    key: "verdict-reason",
    longest: 1_000,
    rows: 5,
};

#[derive(Template)]
#[template(path = "structural/answer.html")]
struct AnswerPage {
    frame: Frame,
    errors: Vec<FieldError>,
    id: StructuralSignalId,
    title: Words,
    /// Where it is sent: `answer` or `verdict`.
    act: &'static str,
    lead: String,
    /// The levels to choose from; none where it is the reader's own, or where the field speaks.
    authorities: Vec<Choice>,
    question: String,
    /// The name of the choice.
    name: &'static str,
    choices: Vec<Choice>,
    /// The day of an answer; a verdict is of today.
    day: Option<String>,
    texts: Vec<FreeText>,
    /// The recommendations that it may name; none where there are none.
    recommendations: Vec<Choice>,
    /// The offices of the levels that answer; none where there are none.
    offices: Vec<Choice>,
    button: String,
}

/// What was filled in.
#[derive(Default)]
struct Filled {
    authority: String,
    chosen: String,
    day: String,
    recommendation: String,
    office: String,
    typed: Vec<Typed>,
    errors: Vec<FieldError>,
}

/// What a published structural signal is, and who asks.
struct Published {
    file: StructuralFile,
    edition: EditionNumber,
    /// Whose answer it is: the reader's own level, or any that is competent.
    levels: Vec<Authority>,
}

impl Published {
    /// The recommendations that it prints: those that somebody signed.
    fn recommendations(&self) -> impl Iterator<Item = &model::Recommendation> {
        let here = self.file.entry.recommendations.iter();
        here.filter(|one| one.edition == self.edition && !one.signed_by.is_empty())
    }
}

/// `GET /problems/{id}/answer`
pub async fn answer_page(site: Data<Site>, visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let published = answering(&site, &visit, &id).await?;
    let filled = Filled { day: site.today().to_string(), ..Filled::default() };
    draw_answer(&site, &visit, &published, filled).await
}

/// `POST /problems/{id}/answer`
pub async fn answer(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let published = answering(&site, &visit, &id).await?;
    let (wording, network) = (visit.wording(), site.network().await?);
    let mut filled = Filled {
        authority: posted.get("authority").to_owned(),
        chosen: posted.get("state").to_owned(),
        day: posted.get("day").trim().to_owned(),
        typed: ANSWER.read(&site, &visit, &posted, &Localised::default()),
        recommendation: posted.get("recommendation").to_owned(),
        office: posted.get("office").to_owned(),
        errors: Vec::new(),
    };
    let authority = match published.levels.as_slice() {
        [own] => Some(*own),
        levels => levels.iter().find(|level| level.code() == filled.authority).copied(),
    };
    let state = AnswerState::parse(&filled.chosen).ok().filter(|state| *state != AnswerState::None);
    let day = day(&filled.day).filter(|day| *day <= site.today());
    let mut errors = Vec::new();
    let mut wrong = |field: &str, key: &str| {
        errors.push(FieldError { field: field.to_owned(), text: wording.say(key, &args![]) });
    };
    if authority.is_none() {
        wrong("authority", "answer-authority-needed");
    }
    if state.is_none() {
        wrong("choices", "answer-state-needed");
    }
    if day.is_none() {
        wrong("day", "answer-day-wrong");
    }
    let office = network.offices.iter().find(|office| office.code.as_str() == filled.office);
    if office.is_some_and(|office| Some(office.authority) != authority) {
        wrong("office", "bench-office-elsewhere");
    }
    errors.extend(ANSWER.errors(wording, &filled.typed, "answer-text-needed"));
    if visit.switches() {
        return draw_answer(&site, &visit, &published, filled).await;
    }
    let (Some(authority), Some(state), Some(day), true) = (authority, state, day, errors.is_empty()) else {
        filled.errors = errors;
        return draw_answer(&site, &visit, &published, filled).await;
    };
    let answer = Answer {
        authority,
        edition: published.edition,
        state,
        date: Some(day),
        text: ANSWER.text(&filled.typed).unwrap_or_default(),
        recommendation: filled.recommendation.parse().ok(),
        office: office.map(|office| office.code.clone()),
    };
    let (id, by) = (published.file.line.id, visit.person()?.account.id);
    site.ask(move |store| store.answer(id, answer, by)).await?;
    Ok(landing(id, Done::Answered))
}

/// `GET /problems/{id}/verdict`
pub async fn verdict_page(site: Data<Site>, visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let published = judging(&site, &visit, &id).await?;
    draw_verdict(&site, &visit, &published, Filled::default()).await
}

/// `POST /problems/{id}/verdict`: by the organisation that owns it, or by a network coordinator in its name.
pub async fn verdict(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let published = judging(&site, &visit, &id).await?;
    let wording = visit.wording();
    let mut filled = Filled {
        chosen: posted.get("verdict").to_owned(),
        typed: REASON.read(&site, &visit, &posted, &Localised::default()),
        ..Filled::default()
    };
    if visit.switches() {
        return draw_verdict(&site, &visit, &published, filled).await;
    }
    let verdict = Verdict::parse(&filled.chosen).ok();
    if verdict.is_none() {
        let text = wording.say("verdict-needed", &args![]);
        filled.errors.push(FieldError { field: "choices".to_owned(), text });
    }
    filled.errors.extend(REASON.errors(wording, &filled.typed, "verdict-reason-needed"));
    let (Some(verdict), true) = (verdict, filled.errors.is_empty()) else {
        return draw_verdict(&site, &visit, &published, filled).await;
    };
    let (id, edition, by) = (published.file.line.id, published.edition, visit.person()?.account.id);
    let (owner, reason) = (published.file.line.owner.clone(), REASON.text(&filled.typed).unwrap_or_default());
    site.ask(move |store| store.give_verdict(id, edition, verdict, &owner, reason, by)).await?;
    Ok(landing(id, Done::Verdict))
}

/// Back where it is read, at the place of this one.
pub fn landing(id: StructuralSignalId, done: Done) -> HttpResponse {
    on_to(&format!("{PROBLEMS}?done={}&of={id}#problem-{id}", done.code()))
}

/// Its title as this edition prints it: what is being written for a later one is nobody's to read yet.
pub fn printed_title(file: &StructuralFile, edition: EditionNumber, wording: Wording) -> Words {
    localised(&file.title_in(edition), wording.language())
}

/// The newest edition that prints it. `NotFound` too for what is not published: nobody outside learns of it.
pub async fn published(site: &Site, id: &str) -> Result<(StructuralFile, EditionNumber), Failure> {
    let file = find(site, structural_id(id)?).await?;
    let edition = answered_in(&file).ok_or(Failure::NotFound)?;
    Ok((file, edition))
}

async fn answering(site: &Site, visit: &Visit, id: &str) -> Result<Published, Failure> {
    let (file, edition) = published(site, id).await?;
    let levels = levels(visit.person()?, &file);
    if levels.is_empty() { Err(Failure::Forbidden) } else { Ok(Published { file, edition, levels }) }
}

/// For which levels somebody answers: a network coordinator registers the letters of all that are competent.
pub fn levels(person: &Person, file: &StructuralFile) -> Vec<Authority> {
    let competent = file.entry.authorities.iter().copied();
    if person.has_any(&[Role::NetworkCoordinator]) {
        competent.collect()
    } else if person.has_any(&[Role::Reader]) {
        competent.filter(|level| person.account.authority == Some(*level)).collect()
    } else {
        Vec::new()
    }
}

async fn judging(site: &Site, visit: &Visit, id: &str) -> Result<Published, Failure> {
    let (file, edition) = published(site, id).await?;
    if judges(visit.person()?, &file) {
        Ok(Published { file, edition, levels: Vec::new() })
    } else {
        Err(Failure::Forbidden)
    }
}

/// Whether somebody speaks for the field: the owner, or the network.
pub fn judges(person: &Person, file: &StructuralFile) -> bool {
    person.has_any(&[Role::NetworkCoordinator]) || owns(person, file)
}

/// Whether somebody speaks for the organisation that owns it.
pub fn owns(person: &Person, file: &StructuralFile) -> bool {
    person.account.organisation.as_ref() == Some(&file.line.owner)
        && person.has_any(&[Role::SignalCoordinator])
}

async fn draw_answer(
    site: &Site,
    visit: &Visit,
    published: &Published,
    filled: Filled,
) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let level = |level: &Authority| Choice {
        code: level.code().to_owned(),
        label: wording.label(*level),
        chosen: filled.authority == level.code(),
    };
    let state = |state: &AnswerState| Choice {
        code: state.code().to_owned(),
        label: wording.label(*state),
        chosen: filled.chosen == state.code(),
    };
    let own = match published.levels.as_slice() {
        [own] => Some(*own),
        _ => None,
    };
    let file = &published.file;
    let page = AnswerPage {
        frame: frame(site, visit, "answer-title", &filled.errors, &format!("{}/answer", file.line.id)),
        id: file.line.id,
        title: printed_title(&published.file, published.edition, wording),
        act: "answer",
        lead: match own {
            Some(own) => wording.say("answer-lead-own", &args![authority = wording.label(own)]),
            None => wording.say("answer-lead", &args![]),
        },
        authorities: if own.is_some() { Vec::new() } else { published.levels.iter().map(level).collect() },
        question: wording.say("answer-state", &args![]),
        name: "state",
        choices: AnswerState::ALL.iter().filter(|one| **one != AnswerState::None).map(state).collect(),
        day: Some(filled.day),
        texts: ANSWER.draw(wording, &Localised::default(), &filled.typed),
        recommendations: recommendations(wording, published, &filled.recommendation),
        offices: offices(wording, &network, published, (&filled.office, site.today())),
        button: wording.say("answer-do", &args![]),
        errors: filled.errors,
    };
    drawn(&page)
}

async fn draw_verdict(
    site: &Site,
    visit: &Visit,
    published: &Published,
    filled: Filled,
) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let file = &published.file;
    let choice = |one: &Verdict| Choice {
        code: one.code().to_owned(),
        label: wording.label(*one),
        chosen: filled.chosen == one.code(),
    };
    let owner = organisation(&network, wording.language(), &file.line.owner);
    let page = AnswerPage {
        frame: frame(site, visit, "verdict-title", &filled.errors, &format!("{}/verdict", file.line.id)),
        id: file.line.id,
        title: printed_title(&published.file, published.edition, wording),
        act: "verdict",
        lead: wording.say("verdict-lead", &args![owner = owner]),
        authorities: Vec::new(),
        question: wording.say("verdict-ask", &args![]),
        name: "verdict",
        choices: Verdict::ALL.iter().map(choice).collect(),
        day: None,
        texts: REASON.draw(wording, &Localised::default(), &filled.typed),
        recommendations: Vec::new(),
        offices: Vec::new(),
        button: wording.say("verdict-do", &args![]),
        errors: filled.errors,
    };
    drawn(&page)
}

/// The recommendations of the edition, counted as in print, after the problem as a whole.
fn recommendations(wording: Wording, published: &Published, chosen: &str) -> Vec<Choice> {
    let here = published.recommendations();
    let choice = |(number, one): (usize, &model::Recommendation)| {
        let code = number.to_string();
        Choice {
            label: format!("{number}. {}", one.text.get_or_fallback(wording.language())),
            chosen: code == chosen,
            code,
        }
    };
    let all: Vec<Choice> = (1..).zip(here).map(choice).collect();
    if all.is_empty() {
        return all;
    }
    let whole = Choice {
        code: String::new(),
        label: wording.say("answer-whole", &args![]),
        chosen: chosen.is_empty(),
    };
    std::iter::once(whole).chain(all).collect()
}

/// The offices of the levels that answer.
fn offices(
    wording: Wording,
    network: &NetworkView,
    published: &Published,
    (chosen, today): (&str, NaiveDate),
) -> Vec<Choice> {
    let of_levels = |choice: &Choice| {
        choice.code.is_empty()
            || network.offices.iter().any(|office| {
                office.code.as_str() == choice.code && published.levels.contains(&office.authority)
            })
    };
    let mut all = super::recommendation::offices(wording, network, chosen, today);
    all.retain(of_levels);
    if all.len() > 1 { all } else { Vec::new() }
}

fn frame(site: &Site, visit: &Visit, key: &str, errors: &[FieldError], path: &str) -> Frame {
    let title = visit.wording().say(key, &args![]);
    let frame = Frame::new(site, visit, &title).at(PROBLEMS).with_errors(errors);
    frame.with_switch("answer", &format!("{PROBLEMS}/{path}"))
}

fn drawn(page: &AnswerPage) -> Result<HttpResponse, Failure> {
    let status = if page.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, page)
}
