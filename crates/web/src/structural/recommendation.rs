//! One recommendation: a do or a don't, to whom, by when, and who signs it. Apart from the problem, and never printed unsigned.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use model::{
    Authority, Code, EditionNumber, EditionState, Language, Localised, Month, Office, Recommendation, Stance,
    StructuralSignalId,
};
use serde::Deserialize;
use store::{NetworkView, OFFICE_ELSEWHERE, RecommendationAt, StructuralFile, WRITTEN_MEANWHILE};
use wording::{Wording, args};

use super::acts::done;
use super::boxes::Boxes;
use super::sections::recommendations;
use super::{Choice, LIST, find, newest, structural_id};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::signals::{Words, localised, organisation};
use crate::site::Site;
use crate::visit::Visit;

/// The sentence of a recommendation.
pub const SENTENCE: Boxes = Boxes {
    fields: &[
        ("recommendation-nl", Language::Nl),
        ("recommendation-fr", Language::Fr),
        ("recommendation-en", Language::En),
    ],
    key: "bench-recommendation",
    longest: 500,
    rows: 4,
};

/// What the address may ask for.
#[derive(Deserialize)]
pub struct RecommendationQuery {
    at: Option<i32>,
}

#[derive(Template)]
#[template(path = "structural/recommendation.html")]
struct RecommendationPage {
    frame: Frame,
    errors: Vec<FieldError>,
    id: StructuralSignalId,
    title: Words,
    at: Option<i32>,
    edition: EditionNumber,
    version: i32,
    /// Somebody else wrote it meanwhile; and what it says now, language by language.
    meanwhile: bool,
    theirs: Vec<(&'static str, String)>,
    theirs_facts: Vec<String>,
    texts: Vec<FreeText>,
    stances: Vec<Choice>,
    addressees: Vec<Choice>,
    offices: Vec<Choice>,
    term: String,
    signers: Vec<Choice>,
}

/// What was filled in, as codes.
#[derive(Default)]
struct Filled {
    texts: Vec<Typed>,
    stance: String,
    addressee: String,
    office: String,
    term: String,
    signed_by: Vec<String>,
    errors: Vec<FieldError>,
    /// The revision that was read.
    read: Option<i32>,
}

/// The chapter, and which recommendation of it is meant.
struct Place {
    file: StructuralFile,
    edition: EditionNumber,
    at: Option<RecommendationAt>,
}

impl Place {
    /// The recommendation as it stands, with the version of its sentence; none for a new one.
    fn stands(&self) -> Option<(&Recommendation, i32)> {
        let pairs = self.file.entry.recommendations.iter().zip(&self.file.recommendations);
        let mut here = pairs.filter(|(one, _)| one.edition == self.edition);
        here.find(|(_, (at, _))| Some(*at) == self.at).map(|(one, (_, version))| (one, *version))
    }

    fn known(&self) -> Localised {
        self.stands().map(|(one, _)| one.text.clone()).unwrap_or_default()
    }
}

/// `GET /structural/{id}/recommendation`: a new one, or with `?at=N` one that is there.
pub async fn recommendation_page(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    query: Query<RecommendationQuery>,
) -> Result<HttpResponse, Failure> {
    let place = place(&site, &id, query.at).await?;
    let filled = match place.stands() {
        None if place.at.is_some() => return Err(Failure::NotFound),
        None => Filled { stance: Stance::Do.code().to_owned(), ..Filled::default() },
        Some((one, _)) => Filled {
            stance: one.stance.code().to_owned(),
            addressee: one.addressee.code().to_owned(),
            office: one.office.as_ref().map(Code::to_string).unwrap_or_default(),
            term: one.term.map(|term| term.to_string()).unwrap_or_default(),
            signed_by: one.signed_by.iter().map(Code::to_string).collect(),
            ..Filled::default()
        },
    };
    draw(&site, &visit, &place, filled, None).await
}

/// `POST /structural/{id}/recommendation`: with the version that was read. With `act=remove` it is taken out.
pub async fn recommend(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let mut place = place(&site, &id, posted.get("at").parse().ok()).await?;
    let expected: i32 = posted.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let (wording, network) = (visit.wording(), site.network().await?);
    let mut filled = Filled {
        texts: SENTENCE.read(&site, &visit, &posted, &place.known()),
        stance: posted.get("stance").to_owned(),
        addressee: posted.get("addressee").to_owned(),
        office: posted.get("office").to_owned(),
        term: posted.get("term").trim().to_owned(),
        signed_by: posted.all("signed").map(str::to_owned).collect(),
        errors: Vec::new(),
        read: Some(expected),
    };
    if visit.switches() {
        return draw(&site, &visit, &place, filled, None).await;
    }
    let (id, at, by) = (place.file.line.id, place.at, visit.person()?.account.id);
    let removes = posted.get("act") == "remove";
    let stale = at.is_some() && place.stands().is_none_or(|(_, revision)| revision != expected);
    let outcome = if stale {
        // What others wrote is seen before anything is corrected.
        Err(store::Error::Conflict(WRITTEN_MEANWHILE.to_owned()))
    } else if removes {
        let at = at.ok_or(Failure::Unreadable)?;
        site.try_ask(move |store| store.remove_recommendation(id, at, expected, by)).await?
    } else {
        match checked(wording, &network, &filled, place.edition) {
            Err(errors) => {
                filled.errors = errors;
                return draw(&site, &visit, &place, filled, None).await;
            }
            Ok(one) => {
                site.try_ask(move |store| match at {
                    None => store.add_recommendation(id, one, by),
                    Some(at) => store.change_recommendation(id, at, expected, one, by),
                })
                .await?
            }
        }
    };
    match outcome {
        Ok(()) => {
            let code = if removes { "recommendation-removed" } else { "recommended" };
            Ok(done(id, code, "recommendations"))
        }
        Err(store::Error::Conflict(detail)) if detail == WRITTEN_MEANWHILE => {
            place.file = find(&site, id).await?;
            let now = place.known();
            // What is gone becomes a new one: nothing that was typed is lost.
            if place.stands().is_none() {
                place.at = None;
            }
            draw(&site, &visit, &place, filled, Some(now)).await
        }
        Err(store::Error::Conflict(detail)) if detail == OFFICE_ELSEWHERE => {
            let text = wording.say("bench-office-elsewhere", &args![]);
            filled.errors.push(FieldError { field: "office".to_owned(), text });
            draw(&site, &visit, &place, filled, None).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn place(site: &Site, id: &str, at: Option<i32>) -> Result<Place, Failure> {
    let file = find(site, structural_id(id)?).await?;
    let edition = newest(&file).ok_or(Failure::NotFound)?;
    let is_open = file.line.edition.is_some_and(|(_, state)| state == EditionState::Open);
    if !is_open || file.line.merged_into.is_some() {
        return Err(Failure::Conflict);
    }
    Ok(Place { file, edition, at: at.map(RecommendationAt) })
}

/// The recommendation, or everything that is wrong with what was filled in.
fn checked(
    wording: Wording,
    network: &NetworkView,
    filled: &Filled,
    edition: EditionNumber,
) -> Result<Recommendation, Vec<FieldError>> {
    let mut errors = SENTENCE.errors(wording, &filled.texts, "bench-evidence-needed");
    let mut wrong = |field: &str, key: &str| {
        errors.push(FieldError { field: field.to_owned(), text: wording.say(key, &args![]) });
    };
    let stance = Stance::parse(&filled.stance).ok();
    if stance.is_none() {
        wrong("stance", "bench-stance-needed");
    }
    let addressee = Authority::parse(&filled.addressee).ok();
    if addressee.is_none() {
        wrong("addressee", "bench-addressee-needed");
    }
    let term = (!filled.term.is_empty()).then(|| Month::parse(&filled.term));
    if term.as_ref().is_some_and(Result::is_err) {
        wrong("term", "bench-term-wrong");
    }
    let office = network.offices.iter().find(|office| office.code.as_str() == filled.office);
    if office.is_some_and(|office| Some(office.authority) != addressee) {
        wrong("office", "bench-office-elsewhere");
    }
    let signed = network.organisations.iter().map(|one| &one.code);
    let signed = signed.filter(|code| filled.signed_by.iter().any(|one| one == code.as_str()));
    match (stance, addressee, SENTENCE.text(&filled.texts)) {
        (Some(stance), Some(addressee), Some(text)) if errors.is_empty() => Ok(Recommendation {
            edition,
            addressee,
            office: office.map(|office| office.code.clone()),
            stance,
            text,
            signed_by: signed.cloned().collect(),
            term: term.and_then(Result::ok),
        }),
        _ => Err(errors),
    }
}

/// `meanwhile`: somebody else wrote it since; with what it says now.
async fn draw(
    site: &Site,
    visit: &Visit,
    place: &Place,
    filled: Filled,
    meanwhile: Option<Localised>,
) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let id = place.file.line.id;
    let key = if place.at.is_some() { "bench-recommendation-change" } else { "bench-recommendation-add" };
    let frame = Frame::new(site, visit, &wording.say(key, &args![]))
        .at(LIST)
        .with_errors(&filled.errors)
        .with_switch("recommendation", &format!("{LIST}/{id}/recommendation"));
    let status = match () {
        () if meanwhile.is_some() => StatusCode::CONFLICT,
        () if filled.errors.is_empty() => StatusCode::OK,
        () => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let choice = |code: &str, label: String, chosen: bool| Choice { code: code.to_owned(), label, chosen };
    let theirs = meanwhile.iter().flat_map(|text| {
        let written = Language::ALL.iter().filter(|language| !text.lacks(**language));
        written.map(|language| (language.code(), text.get(*language).to_owned()))
    });
    // Until somebody has seen what others wrote, the form is about what it was about.
    let version = match filled.read.filter(|_| meanwhile.is_none()) {
        Some(read) => read,
        None => place.stands().map_or(0, |(_, revision)| revision),
    };
    let theirs_facts = match &meanwhile {
        Some(_) => facts(wording, &network, place, site.today()),
        None => Vec::new(),
    };
    let competent = &place.file.entry.authorities;
    let (near, far): (Vec<Authority>, Vec<Authority>) =
        Authority::ALL.iter().partition(|one| competent.contains(one));
    let page = RecommendationPage {
        frame,
        id,
        title: localised(&place.file.line.title, visit.language()),
        at: place.at.map(|at| at.0),
        edition: place.edition,
        version,
        theirs_facts,
        meanwhile: meanwhile.is_some(),
        theirs: theirs.collect(),
        texts: SENTENCE.draw(wording, &place.known(), &filled.texts),
        stances: Stance::ALL
            .iter()
            .map(|one| choice(one.code(), wording.label(*one), one.code() == filled.stance))
            .collect(),
        // Whoever is competent for the problem stands first.
        addressees: near
            .into_iter()
            .chain(far)
            .map(|one| choice(one.code(), wording.label(one), one.code() == filled.addressee))
            .collect(),
        offices: offices(wording, &network, &filled.office, site.today()),
        term: filled.term,
        signers: network
            .organisations
            .iter()
            .map(|one| {
                let chosen = filled.signed_by.iter().any(|code| code == one.code.as_str());
                choice(one.code.as_str(), organisation(&network, wording.language(), &one.code), chosen)
            })
            .collect(),
        errors: filled.errors,
    };
    page_with(status, &page)
}

/// What it says now besides its sentence: do or don't, to whom, by when, and who signs.
fn facts(wording: Wording, network: &NetworkView, place: &Place, today: chrono::NaiveDate) -> Vec<String> {
    let all = recommendations(wording, network, &place.file, place.edition, (None, today));
    let own = all.into_iter().find(|one| Some(RecommendationAt(one.at)) == place.at);
    own.map(|one| std::iter::once(one.kind).chain(one.facts).chain(one.signed).collect()).unwrap_or_default()
}

/// The offices to choose from, each with its level: those whose mandate runs, and the one that is chosen.
pub fn offices(
    wording: Wording,
    network: &NetworkView,
    chosen: &str,
    today: chrono::NaiveDate,
) -> Vec<Choice> {
    let none = Choice {
        code: String::new(),
        label: wording.say("bench-office-none", &args![]),
        chosen: chosen.is_empty(),
    };
    let office = |one: &Office| Choice {
        code: one.code.to_string(),
        label: format!("{} ({})", one.name.get_or_fallback(wording.language()), wording.label(one.authority)),
        chosen: one.code.as_str() == chosen,
    };
    let running = network.offices.iter().filter(|one| one.is_held_on(today) || one.code.as_str() == chosen);
    std::iter::once(none).chain(running.map(office)).collect()
}

/// The name of an office; none where nobody named one.
pub fn office_name(wording: Wording, network: &NetworkView, code: Option<&Code>) -> Option<String> {
    let office = network.offices.iter().find(|office| Some(&office.code) == code)?;
    Some(office.name.get_or_fallback(wording.language()).to_owned())
}
