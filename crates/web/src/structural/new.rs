//! A new structural signal: first the signals that say the same, then what surrounds them.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use model::{Language, Localised, StructuralSignalId};
use store::{ATTACHED_ELSEWHERE, NO_OPEN_EDITION, SignalFile};
use wording::{Wording, args};

use super::choose::{Chooser, Offer, Wanted, chooser, chosen as files_of, posted_ids, shown};
use super::describe::{Chosen, Fields};
use super::{LIST, open_edition};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page, page_with};
use crate::free_text::{FreeText, Printed, Typed};
use crate::posted::Posted;
use crate::signals::{Words, localised};
use crate::site::Site;
use crate::visit::Visit;

/// The fields of a working title, in Dutch, French and English.
const TITLES: [&str; 3] = ["title-nl", "title-fr", "title-en"];

/// The longest title, in characters.
const LONGEST_TITLE: usize = 120;

#[derive(Template)]
#[template(path = "structural/choose.html")]
struct ChoosePage {
    frame: Frame,
    lead: String,
    action: String,
    back: String,
    chooser: Chooser,
}

#[derive(Template)]
#[template(path = "structural/new.html")]
struct NewPage {
    frame: Frame,
    errors: Vec<FieldError>,
    /// Where the choice is made again, with what is chosen.
    again: String,
    offers: Vec<Offer>,
    titles: Vec<FreeText>,
    /// The structural signal that says it already, as the comparison proposed it.
    like: Option<Like>,
    fields: Fields,
    has_edition: bool,
}

/// A structural signal that the chosen signals look like.
struct Like {
    id: StructuralSignalId,
    title: Words,
    /// Whether it was printed: only then can another go on from it.
    is_printed: bool,
}

/// `GET /structural/new`: signals to choose from, and once they are chosen the form.
pub async fn new_page(site: Data<Site>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, Failure> {
    let wanted = Wanted::read(&request)?;
    let (wording, network) = (visit.wording(), site.network().await?);
    if wanted.is_made {
        let files = files_of(&site, &wanted.chosen).await?;
        let known = site.ask(store::Store::structural_signals).await?;
        let like = known.iter().find(|line| Some(line.id) == wanted.like);
        let chosen = Chosen::proposed(&network, &files).going_on_from(like);
        let form = Form { chosen, titles: None, like: wanted.like, errors: Vec::new() };
        return draw(&site, &visit, &files, form).await;
    }
    page(&ChoosePage {
        frame: Frame::new(&site, &visit, &wording.say("bench-choose-title", &args![])).at(LIST),
        lead: wording.say("bench-choose-lead", &args![]),
        action: format!("{LIST}/new"),
        back: LIST.to_owned(),
        chooser: chooser(&site, wording, &network, &wanted).await?,
    })
}

/// `GET /structural/{id}/add`'s first step: the same choice, for a structural signal that is there.
pub async fn choose_for(
    site: &Site,
    visit: &Visit,
    action: String,
    back: String,
    wanted: &Wanted,
) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    page(&ChoosePage {
        frame: Frame::new(site, visit, &wording.say("bench-add-title", &args![])).at(LIST),
        lead: wording.say("bench-add-lead", &args![]),
        action,
        back,
        chooser: chooser(site, wording, &network, wanted).await?,
    })
}

/// `POST /structural/new`
pub async fn make(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let ids = posted_ids(&posted)?;
    let files = files_of(&site, &ids).await?;
    let titles = typed_titles(&site, &visit, &posted);
    let mut form = Form {
        chosen: Chosen::posted(&posted),
        titles: Some(titles),
        like: StructuralSignalId::parse(posted.get("like")).ok(),
        errors: Vec::new(),
    };
    if posted.get("act") == "propose" {
        form.chosen.propose(&network);
        return draw(&site, &visit, &files, form).await;
    }
    let titles = form.titles.as_deref().unwrap_or_default();
    form.errors = title_errors(wording, titles);
    let description = match (form.chosen.read(wording, &network, title(titles)), form.errors.is_empty()) {
        (Ok(description), true) if !visit.switches() => description,
        (read, _) => {
            form.errors.extend(read.err().unwrap_or_default());
            return draw(&site, &visit, &files, form).await;
        }
    };
    let by = visit.person()?.account.id;
    let made = site
        .try_ask(move |store| {
            let id = store.make_structural(description, by)?;
            let put = if ids.is_empty() { Ok(()) } else { store.attach(id, &ids, "", by) };
            Ok((id, put))
        })
        .await?;
    match made {
        Ok((id, Ok(()))) => Ok(on_to(&format!("{LIST}/{id}?done=made"))),
        // Somebody else put one of them elsewhere in this very moment: the words are kept, the signals are chosen again.
        Ok((id, Err(store::Error::Conflict(detail)))) if detail == ATTACHED_ELSEWHERE => {
            Ok(on_to(&format!("{LIST}/{id}?done=made-alone")))
        }
        Err(store::Error::Conflict(detail)) if detail == NO_OPEN_EDITION => {
            draw(&site, &visit, &files, form).await
        }
        Ok((_, Err(error))) | Err(error) => Err(error.into()),
    }
}

/// What the form holds.
struct Form {
    chosen: Chosen,
    titles: Option<Vec<Typed>>,
    like: Option<StructuralSignalId>,
    errors: Vec<FieldError>,
}

async fn draw(site: &Site, visit: &Visit, files: &[SignalFile], form: Form) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let (others, edition) = site.ask(|store| Ok((store.structural_signals()?, open_edition(store)?))).await?;
    let frame = Frame::new(site, visit, &wording.say("bench-new-title", &args![]))
        .at(LIST)
        .with_errors(&form.errors)
        .with_switch("new", &format!("{LIST}/new"));
    let offer = |file: &SignalFile| Offer {
        id: file.line.id,
        line: shown(wording, &network, &file.line),
        chosen: true,
        may: true,
    };
    let ids: Vec<String> = files.iter().map(|file| format!("signal={}", file.line.id)).collect();
    let status = if form.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(
        status,
        &NewPage {
            frame,
            again: format!("{LIST}/new?{}", ids.join("&")),
            offers: files.iter().map(offer).collect(),
            titles: title_boxes(wording, form.titles.as_deref().unwrap_or_default()),
            like: others.iter().find(|line| Some(line.id) == form.like).map(|line| Like {
                id: line.id,
                title: localised(&line.title, wording.language()),
                is_printed: !line.printed_in.is_empty(),
            }),
            fields: form.chosen.fields(wording, &network, &others, None),
            has_edition: edition.is_some(),
            errors: form.errors,
        },
    )
}

/// A box for a working title.
fn title_box(wording: Wording, language: Language, name: &'static str, typed: Option<&Typed>) -> FreeText {
    let printed = Printed { name, language, longest: LONGEST_TITLE, known: "" };
    FreeText::new(wording, name, "bench-working-title").printed(wording, printed, 2).with(wording, typed)
}

/// The boxes for a working title in each language, still empty or as they were typed.
pub fn title_boxes(wording: Wording, typed: &[Typed]) -> Vec<FreeText> {
    let pairs = Language::ALL.iter().zip(TITLES);
    pairs
        .map(|(language, name)| {
            title_box(wording, *language, name, typed.iter().find(|typed| typed.name() == name))
        })
        .collect()
}

/// The working title as it was typed in each language.
pub fn typed_titles(site: &Site, visit: &Visit, posted: &Posted) -> Vec<Typed> {
    let pairs = Language::ALL.iter().zip(TITLES);
    pairs
        .map(|(language, name)| {
            let printed = Printed { name, language: *language, longest: LONGEST_TITLE, known: "" };
            Typed::printed(site, visit, posted, printed)
        })
        .collect()
}

/// What is wrong with a title; one language is enough.
pub fn title_errors(wording: Wording, titles: &[Typed]) -> Vec<FieldError> {
    let mut errors: Vec<FieldError> = titles.iter().filter_map(|typed| typed.error(wording)).collect();
    if errors.is_empty() && titles.iter().all(Typed::is_empty) {
        let text = wording.say("bench-title-needed", &args![]);
        errors.push(FieldError { field: TITLES[0].to_owned(), text });
    }
    errors
}

/// The title; empty where something is wrong with it.
pub fn title(titles: &[Typed]) -> Localised {
    let text = |name: &str| {
        let typed = titles.iter().find(|typed| typed.name() == name).and_then(Typed::text);
        typed.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    Localised { nl: text(TITLES[0]), fr: text(TITLES[1]), en: text(TITLES[2]) }
}
