//! What stands in a chapter beside its text: quotes, figures from elsewhere, good practices. One form for one of them; each
//! change is a new version of the chapter, so that everybody is asked about what is printed.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use chrono::Datelike;
use model::{
    Code, EditionNumber, EditionState, Evidence, GoodPractice, Language, Localised, OutsideFigure, Quote,
    StructuralSignalId,
};
use serde::Deserialize;
use store::{NetworkView, StructuralFile, WRITTEN_MEANWHILE};
use wording::{Wording, args};

use super::acts::done;
use super::beside::{Kind, evidence, shown};
use super::{Choice, LIST, find, newest, structural_id};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, page_with};
use crate::free_text::{FreeText, Printed, Typed};
use crate::posted::Posted;
use crate::signals::{Words, localised, organisation};
use crate::site::Site;
use crate::visit::Visit;

/// The longest source of a figure, in characters.
const LONGEST_SOURCE: usize = 200;
/// No figure is older.
const FIRST_YEAR: u16 = 1990;

/// What the address may ask for.
#[derive(Deserialize)]
pub struct EvidenceQuery {
    at: Option<usize>,
}

#[derive(Template)]
#[template(path = "structural/evidence.html")]
struct EvidencePage {
    frame: Frame,
    errors: Vec<FieldError>,
    id: StructuralSignalId,
    title: Words,
    kind: Kind,
    /// The place of the one that is changed, from 1; none for a new one.
    at: Option<usize>,
    edition: EditionNumber,
    version: i32,
    lead: String,
    /// Somebody else wrote the chapter meanwhile; and what stands here now, language by language.
    meanwhile: bool,
    theirs: Vec<(&'static str, String)>,
    theirs_facts: Vec<String>,
    /// The words that it is about, as they were read.
    was: String,
    texts: Vec<FreeText>,
    agreed: bool,
    reworded: bool,
    source: FreeText,
    year: String,
    practices_of: Vec<Choice>,
}

/// What was filled in, whatever is wrong with it.
#[derive(Default)]
struct Filled {
    texts: Vec<Typed>,
    agreed: bool,
    reworded: bool,
    source: Option<Typed>,
    year: String,
    organisation: String,
    errors: Vec<FieldError>,
    /// The version of the chapter that was read, and the words that stood there then.
    read: Option<(i32, String)>,
}

/// The chapter, and which part of it is meant.
struct Place {
    file: StructuralFile,
    edition: EditionNumber,
    kind: Kind,
    /// From 0; none for a new one.
    at: Option<usize>,
}

impl Place {
    fn evidence(&self) -> Evidence {
        evidence(&self.file, self.edition)
    }

    fn version(&self) -> i32 {
        self.file.versions.get(&self.edition).copied().unwrap_or(0)
    }

    /// The words that stand there.
    fn known(&self) -> Localised {
        let evidence = self.evidence();
        self.at.and_then(|at| self.kind.words(&evidence, at)).cloned().unwrap_or_default()
    }

    /// The source that stands there.
    fn known_source(&self) -> String {
        let figures = self.evidence().figures;
        let figure = self.at.and_then(|at| figures.get(at)).filter(|_| self.kind == Kind::Figure);
        figure.map(|figure| figure.source.clone()).unwrap_or_default()
    }
}

/// `GET /structural/{id}/evidence/{kind}`: a new one, or with `?at=N` the one at that place.
pub async fn evidence_page(
    site: Data<Site>,
    visit: Visit,
    path: Path<(String, String)>,
    query: Query<EvidenceQuery>,
) -> Result<HttpResponse, Failure> {
    let place = place(&site, &path, query.at).await?;
    let evidence = place.evidence();
    let mut filled = Filled::default();
    if let Some(at) = place.at {
        match place.kind {
            Kind::Quote => {
                let quote = evidence.quotes.get(at).ok_or(Failure::NotFound)?;
                (filled.agreed, filled.reworded) = (quote.agreed, quote.reworded);
            }
            Kind::Figure => {
                filled.year = evidence.figures.get(at).ok_or(Failure::NotFound)?.year.to_string();
            }
            Kind::Practice => {
                let practice = evidence.practices.get(at).ok_or(Failure::NotFound)?;
                filled.organisation = practice.organisation.as_ref().map(Code::to_string).unwrap_or_default();
            }
        }
    }
    draw(&site, &visit, &place, filled, None).await
}

/// `POST /structural/{id}/evidence/{kind}`: with the version of the chapter that was read. With `act=remove` it is taken out.
pub async fn write_evidence(
    site: Data<Site>,
    visit: Visit,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let at = posted.get("at").parse().ok();
    let (network, mut place) = (site.network().await?, place(&site, &path, at).await?);
    let mut filled = read(&site, &visit, &posted, &place)?;
    let (version, was) = filled.read.clone().unwrap_or_default();
    let mut evidence = place.evidence();
    let removes = posted.get("act") == "remove" && !visit.switches();
    if version == place.version() {
        if removes {
            remove(&mut evidence, place.kind, place.at.ok_or(Failure::Unreadable)?)?;
        } else if !put(&mut evidence, (&site, &network), &visit, &place, &mut filled)? {
            return draw(&site, &visit, &place, filled, None).await;
        }
        let (id, edition, by) = (place.file.line.id, place.edition, visit.person()?.account.id);
        let written =
            site.try_ask(move |store| store.write_evidence(id, edition, version, evidence, by)).await?;
        match written {
            Ok(_) => {
                let code = if removes { "evidence-removed" } else { "evidence" };
                return Ok(done(id, code, "evidence"));
            }
            Err(store::Error::Conflict(detail)) if detail == WRITTEN_MEANWHILE => {
                place.file = find(&site, id).await?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    if visit.switches() {
        return draw(&site, &visit, &place, filled, None).await;
    }
    // The same words show which one was meant; where they are gone, what was typed becomes a new one beside what stands now.
    let evidence = place.evidence();
    let now = place.at.map(|at| (at, place.kind.words(&evidence, at).cloned()));
    if let Some((at, words)) = &now {
        let is_meant = |at: &usize| joined(place.kind.words(&evidence, *at)) == was;
        let stays = words.is_some() && joined(words.as_ref()) == was;
        place.at = if stays { Some(*at) } else { (0..place.kind.count(&evidence)).find(is_meant) };
    }
    draw(&site, &visit, &place, filled, Some(now.and_then(|(_, words)| words))).await
}

/// The words of a text in all languages, as the form remembers what it was about.
fn joined(text: Option<&Localised>) -> String {
    text.map(|text| format!("{} | {} | {}", text.nl, text.fr, text.en)).unwrap_or_default()
}

async fn place(site: &Site, path: &(String, String), at: Option<usize>) -> Result<Place, Failure> {
    let file = find(site, structural_id(&path.0)?).await?;
    let kind = Kind::parse(&path.1)?;
    let edition = newest(&file).ok_or(Failure::NotFound)?;
    let is_open = file.line.edition.is_some_and(|(_, state)| state == EditionState::Open);
    if !is_open || file.line.merged_into.is_some() {
        return Err(Failure::Conflict);
    }
    let at = at.map(|at| at.checked_sub(1).ok_or(Failure::NotFound)).transpose()?;
    Ok(Place { file, edition, kind, at })
}

fn read(site: &Site, visit: &Visit, posted: &Posted, place: &Place) -> Result<Filled, Failure> {
    let version = posted.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let known = place.known_source();
    let source = source_box(visit.language(), &known);
    Ok(Filled {
        texts: place.kind.boxes().read(site, visit, posted, &place.known()),
        agreed: posted.has("agreed"),
        reworded: posted.has("reworded"),
        source: (place.kind == Kind::Figure).then(|| Typed::printed(site, visit, posted, source)),
        year: posted.get("year").trim().to_owned(),
        organisation: posted.get("organisation").to_owned(),
        errors: Vec::new(),
        read: Some((version, posted.get("was").to_owned())),
    })
}

fn source_box(language: Language, known: &str) -> Printed<'_> {
    Printed { name: "source", language, longest: LONGEST_SOURCE, known }
}

/// Puts what was filled in where it belongs; false, with the errors, where something is wrong with it.
fn put(
    evidence: &mut Evidence,
    (site, network): (&Site, &NetworkView),
    visit: &Visit,
    place: &Place,
    filled: &mut Filled,
) -> Result<bool, Failure> {
    let wording = visit.wording();
    let boxes = place.kind.boxes();
    let mut errors = boxes.errors(wording, &filled.texts, "bench-evidence-needed");
    let mut wrong = |field: &str, key: &str| {
        errors.push(FieldError {
            field: field.to_owned(),
            text: wording.say(key, &args![first = FIRST_YEAR.to_string()]),
        });
    };
    let this_year = u16::try_from(site.today().year()).unwrap_or(u16::MAX);
    let year = filled.year.parse::<u16>().ok().filter(|year| (FIRST_YEAR..=this_year).contains(year));
    if place.kind == Kind::Quote && !filled.agreed {
        wrong("agreed", "bench-quote-agreed-needed");
    }
    if place.kind == Kind::Figure {
        if year.is_none() {
            wrong("year", "bench-figure-year-wrong");
        }
        if filled.source.as_ref().is_some_and(Typed::is_empty) {
            wrong("source", "bench-figure-source-needed");
        }
    }
    errors.extend(filled.source.as_ref().and_then(|typed| typed.error(wording)));
    let text = boxes.text(&filled.texts);
    filled.errors = errors;
    let (Some(text), true) = (text, filled.errors.is_empty() && !visit.switches()) else {
        if visit.switches() {
            filled.errors.clear();
        }
        return Ok(false);
    };
    match place.kind {
        Kind::Quote => set(
            &mut evidence.quotes,
            place.at,
            Quote { text, agreed: filled.agreed, reworded: filled.reworded },
        )?,
        Kind::Figure => {
            let source = filled.source.as_ref().and_then(Typed::text).unwrap_or_default();
            let source = source.split_whitespace().collect::<Vec<_>>().join(" ");
            set(
                &mut evidence.figures,
                place.at,
                OutsideFigure { text, source, year: year.unwrap_or_default() },
            )?;
        }
        Kind::Practice => {
            let of_it = network.organisations.iter().find(|one| one.code.as_str() == filled.organisation);
            let organisation = of_it.map(|one| one.code.clone());
            set(&mut evidence.practices, place.at, GoodPractice { text, organisation })?;
        }
    }
    Ok(true)
}

fn set<T>(list: &mut Vec<T>, at: Option<usize>, new: T) -> Result<(), Failure> {
    match at {
        None => list.push(new),
        Some(at) => *list.get_mut(at).ok_or(Failure::NotFound)? = new,
    }
    Ok(())
}

fn remove(evidence: &mut Evidence, kind: Kind, at: usize) -> Result<(), Failure> {
    if at >= kind.count(evidence) {
        return Err(Failure::NotFound);
    }
    match kind {
        Kind::Quote => drop(evidence.quotes.remove(at)),
        Kind::Figure => drop(evidence.figures.remove(at)),
        Kind::Practice => drop(evidence.practices.remove(at)),
    }
    Ok(())
}

/// `meanwhile`: somebody else wrote the chapter since; with what stands at this place now, where there is one.
async fn draw(
    site: &Site,
    visit: &Visit,
    place: &Place,
    filled: Filled,
    meanwhile: Option<Option<Localised>>,
) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let (id, kind) = (place.file.line.id, place.kind);
    let key = format!("bench-{}", kind.code());
    let change = if place.at.is_some() { "change" } else { "add" };
    let frame = Frame::new(site, visit, &wording.say(&format!("{key}-{change}"), &args![]))
        .at(LIST)
        .with_errors(&filled.errors)
        .with_switch("evidence", &format!("{LIST}/{id}/evidence/{}", kind.code()));
    let status = match () {
        () if meanwhile.is_some() => StatusCode::CONFLICT,
        () if filled.errors.is_empty() => StatusCode::OK,
        () => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let theirs = meanwhile.iter().flatten().flat_map(|text| {
        let written = Language::ALL.iter().filter(|language| !text.lacks(**language));
        written.map(|language| (language.code(), text.get(*language).to_owned()))
    });
    // Until somebody has seen what others wrote, the form is about what it was about.
    let read = filled.read.filter(|_| meanwhile.is_none());
    let theirs_facts = if meanwhile.is_some() { there(wording, &network, place) } else { Vec::new() };
    let known = place.known_source();
    let page = EvidencePage {
        frame,
        id,
        title: localised(&place.file.line.title, visit.language()),
        kind,
        at: place.at.map(|at| at + 1),
        edition: place.edition,
        version: read.as_ref().map_or_else(|| place.version(), |(version, _)| *version),
        was: read.map_or_else(|| joined(Some(&place.known())), |(_, was)| was),
        lead: wording.say(&format!("{key}-lead"), &args![]),
        meanwhile: meanwhile.is_some(),
        theirs: theirs.collect(),
        theirs_facts,
        texts: kind.boxes().draw(wording, &place.known(), &filled.texts),
        agreed: filled.agreed,
        reworded: filled.reworded,
        source: FreeText::new(wording, "source", "bench-figure-source")
            .line(wording, source_box(visit.language(), &known))
            .with(wording, filled.source.as_ref()),
        year: filled.year,
        practices_of: organisations(wording, &network, &filled.organisation),
        errors: filled.errors,
    };
    page_with(status, &page)
}

/// What stands at this place now besides its words.
fn there(wording: Wording, network: &NetworkView, place: &Place) -> Vec<String> {
    let shown = shown(wording, network, &place.file, place.edition);
    let of_kind = shown.into_iter().find(|shown| shown.kind == place.kind);
    let item = of_kind.zip(place.at).and_then(|(shown, at)| shown.items.into_iter().nth(at));
    item.map(|item| item.origin.into_iter().chain(item.missing).collect()).unwrap_or_default()
}

fn organisations(wording: Wording, network: &NetworkView, chosen: &str) -> Vec<Choice> {
    let nobody = Choice {
        code: String::new(),
        label: wording.say("bench-practice-elsewhere", &args![]),
        chosen: chosen.is_empty(),
    };
    let members = network.organisations.iter().map(|one| Choice {
        code: one.code.to_string(),
        label: organisation(network, wording.language(), &one.code),
        chosen: one.code.as_str() == chosen,
    });
    std::iter::once(nobody).chain(members).collect()
}
