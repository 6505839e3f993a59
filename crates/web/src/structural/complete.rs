//! The other language of an answer or a verdict that was written in Dutch or in French alone: what stands is read beside the
//! box, and stays.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use model::{Authority, EditionNumber, Language, Localised, StructuralSignalId};
use serde::Deserialize;
use store::{HalfText, StructuralFile, WRITTEN_MEANWHILE, missing_half};
use wording::args;

use super::answer::{ANSWER, REASON, judges, landing, levels, printed_title, published};
use super::boxes::Boxes;
use super::done::Done;
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::signals::Words;
use crate::site::Site;
use crate::visit::Visit;

/// Which text it is, as an address and a form say it.
#[derive(Deserialize)]
pub struct Which {
    of: String,
    #[serde(default)]
    authority: String,
    #[serde(default)]
    recommendation: String,
}

#[derive(Template)]
#[template(path = "structural/complete.html")]
struct CompletePage {
    frame: Frame,
    errors: Vec<FieldError>,
    id: StructuralSignalId,
    title: Words,
    /// What it is, and what is missing.
    lead: String,
    /// What stands, in each language it has.
    stands: Vec<Words>,
    language: &'static str,
    text: FreeText,
    which: Which,
}

/// A text that lacks a language, and what stands of it.
struct Half {
    file: StructuralFile,
    edition: EditionNumber,
    which: HalfText,
    stands: Localised,
    missing: Language,
}

impl Half {
    fn boxes(&self) -> &'static Boxes {
        match self.which {
            HalfText::Answer(..) => &ANSWER,
            HalfText::Verdict => &REASON,
        }
    }

    /// The place of the box of the missing language among the boxes.
    fn place(&self) -> Result<usize, Failure> {
        let fields = self.boxes().fields;
        fields.iter().position(|(_, language)| *language == self.missing).ok_or(Failure::NotFound)
    }
}

/// `GET /problems/{id}/complete`
pub async fn complete_page(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    query: Query<Which>,
) -> Result<HttpResponse, Failure> {
    let which = query.into_inner();
    let half = find(&site, &visit, &id, &which).await?;
    draw(&site, &visit, (&half, which), &[])
}

/// `POST /problems/{id}/complete`
pub async fn complete(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let which = Which {
        of: posted.get("of").to_owned(),
        authority: posted.get("authority").to_owned(),
        recommendation: posted.get("recommendation").to_owned(),
    };
    let half = find(&site, &visit, &id, &which).await?;
    if posted.get("language") != half.missing.code() {
        return Err(Failure::Conflict);
    }
    let typed = half.boxes().read(&site, &visit, &posted, &Localised::default());
    let words = typed.get(half.place()?).and_then(Typed::text).filter(|words| !words.is_empty());
    let Some(words) = words.map(|words| words.split_whitespace().collect::<Vec<_>>().join(" ")) else {
        return draw(&site, &visit, (&half, which), &typed);
    };
    let (id, edition, by) = (half.file.line.id, half.edition, visit.person()?.account.id);
    let (which, language) = (half.which, half.missing);
    let put = site.try_ask(move |store| store.complete(id, edition, which, (language, &words), by)).await?;
    match put {
        Ok(()) => Ok(landing(id, Done::Completed)),
        Err(store::Error::Conflict(detail)) if detail == WRITTEN_MEANWHILE => Err(Failure::Conflict),
        Err(error) => Err(error.into()),
    }
}

/// The text that is meant, where this person may put a language to it and it lacks one.
async fn find(site: &Site, visit: &Visit, id: &str, which: &Which) -> Result<Half, Failure> {
    let (file, edition) = published(site, id).await?;
    let person = visit.person()?;
    let (half, stands) = match which.of.as_str() {
        "answer" => {
            let authority = Authority::parse(&which.authority).map_err(|_| Failure::NotFound)?;
            if !levels(person, &file).contains(&authority) {
                return Err(Failure::Forbidden);
            }
            let number = which.recommendation.parse().ok();
            let given = file.entry.answers.iter().find(|one| {
                one.edition == edition && one.authority == authority && one.recommendation == number
            });
            (HalfText::Answer(authority, number), given.map(|one| one.text.clone()))
        }
        "verdict" => {
            if !judges(person, &file) {
                return Err(Failure::Forbidden);
            }
            let given = file.entry.verdicts.iter().find(|one| one.edition == edition);
            (HalfText::Verdict, given.map(|one| one.reason.clone()))
        }
        _ => return Err(Failure::NotFound),
    };
    let stands = stands.ok_or(Failure::NotFound)?;
    // What is whole already was put to it by somebody meanwhile.
    let missing = missing_half(&stands).next().ok_or(Failure::Conflict)?;
    Ok(Half { file, edition, which: half, stands, missing })
}

fn draw(
    site: &Site,
    visit: &Visit,
    (half, which): (&Half, Which),
    typed: &[Typed],
) -> Result<HttpResponse, Failure> {
    let (wording, place) = (visit.wording(), half.place()?);
    let inside = wording.language_inside(half.missing);
    let mut errors = Vec::new();
    if let Some(one) = typed.get(place).filter(|_| !visit.switches()) {
        let empty = one.is_empty().then(|| FieldError {
            field: one.name().to_owned(),
            text: wording.say("complete-needed", &args![language = &inside]),
        });
        errors.extend(one.error(wording).or(empty));
    }
    let id = half.file.line.id;
    let title = wording.say("missing-add", &args![language = &inside]);
    let lead = match half.which {
        HalfText::Answer(authority, _) => wording
            .say("complete-lead-answer", &args![authority = wording.label(authority), language = &inside]),
        HalfText::Verdict => wording.say("complete-lead-verdict", &args![language = &inside]),
    };
    let key = match half.which {
        HalfText::Answer(..) => "complete-answer",
        HalfText::Verdict => "complete-verdict",
    };
    let boxes = Boxes { key, ..*half.boxes() };
    let text = boxes.draw(wording, &Localised::default(), typed).into_iter().nth(place);
    let page = CompletePage {
        frame: Frame::new(site, visit, &title)
            .at("/problems")
            .with_errors(&errors)
            .with_switch("complete", &format!("/problems/{id}/complete")),
        id,
        title: printed_title(&half.file, half.edition, wording),
        lead,
        stands: Language::ALL
            .iter()
            .filter(|language| !half.stands.lacks(**language))
            .map(|language| Words { text: half.stands.get(*language).to_owned(), lang: language.code() })
            .collect(),
        language: half.missing.code(),
        text: text.ok_or(Failure::NotFound)?.refused(&errors),
        which,
        errors,
    };
    let status = if page.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &page)
}
