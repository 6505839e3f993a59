//! A concept of the network's own: words in at least two languages that mean one thing.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use wording::args;

use super::typed::TypedWords;
use super::{LIST, MENU, Standing, address, fits, is_refused};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page_with};
use crate::free_text::FreeText;
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

/// A word in one language alone brings nobody together across languages.
const LANGUAGES: usize = 2;

#[derive(Template)]
#[template(path = "lexicon/new.html")]
struct NewPage {
    frame: Frame,
    errors: Vec<FieldError>,
    boxes: Vec<FreeText>,
}

/// `GET /lexicon/new`
pub async fn new_page(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    draw(&site, &visit, &TypedWords::nothing(), Vec::new())
}

/// `POST /lexicon/new`
pub async fn make(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let typed = TypedWords::read(&site, &visit, &posted);
    if visit.switches() {
        return draw(&site, &visit, &typed, Vec::new());
    }
    let wording = visit.wording();
    let standing = Standing::read(&site).await?;
    let words = match typed.words(wording, &standing, None) {
        Ok(words) => words,
        Err(errors) => return draw(&site, &visit, &typed, errors),
    };
    let languages: BTreeSet<_> = words.iter().map(|(language, _)| language).collect();
    if languages.len() < LANGUAGES {
        let text = wording.say("lexicon-two-languages", &args![]);
        return draw(&site, &visit, &typed, vec![FieldError { field: "words-nl".to_owned(), text }]);
    }
    let by = visit.person()?.account.id;
    let fits = fits(&site, None, &words);
    let made = site.try_ask(move |store| store.add_concept(words, by, fits)).await?;
    if is_refused(&made) {
        // Somebody added one of them elsewhere since they were looked at.
        let standing = Standing::read(&site).await?;
        let errors = typed.words(wording, &standing, None).err().unwrap_or_default();
        return draw(&site, &visit, &typed, errors);
    }
    site.compare_in_background();
    Ok(on_to(&format!("{}?done=made", address(&made?))))
}

fn draw(
    site: &Site,
    visit: &Visit,
    typed: &TypedWords,
    errors: Vec<FieldError>,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = NewPage {
        frame: Frame::new(site, visit, &wording.say("lexicon-new", &args![]))
            .at(MENU)
            .with_errors(&errors)
            .with_switch("concept", &format!("{LIST}/new")),
        boxes: typed.draw(wording, &errors),
        errors,
    };
    page_with(status, &page)
}
