//! One concept with its words: who added which and when, and the forms that add, take back and switch off.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use clustering::{Concept, OF_NETWORK};
use model::Language;
use serde::Deserialize;
use store::{LexiconWord, OWN_CONCEPT};
use uuid::Uuid;
use wording::{Wording, args};

use super::typed::{TypedWords, elsewhere, taken};
use super::{LIST, MENU, Standing, address, done_said, fits, group_name, is_refused, name, shown};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page_with};
use crate::free_text::FreeText;
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

/// What the address may ask for.
#[derive(Deserialize)]
pub struct ConceptQuery {
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "lexicon/concept.html")]
struct ConceptPage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: Option<String>,
    code: String,
    address: String,
    group: String,
    is_own: bool,
    /// By language, the words that count now.
    languages: Vec<(&'static str, String, Vec<String>)>,
    changes: Vec<Change>,
    boxes: Vec<FreeText>,
    /// The words of the program's own that could be switched off.
    own: Vec<OfLanguage>,
}

/// Words in one language: its code, its name, and each word after the value that names it in a form.
type OfLanguage = (&'static str, String, Vec<(String, String)>);

/// What the network did to a word.
struct Change {
    id: Uuid,
    word: String,
    lang: &'static str,
    what: String,
    is_off: bool,
}

/// `GET /lexicon/concepts/{code}`
pub async fn one(
    site: Data<Site>,
    visit: Visit,
    code: Path<String>,
    query: Query<ConceptQuery>,
) -> Result<HttpResponse, Failure> {
    let standing = Standing::read(&site).await?;
    let concept = standing.find(&code)?;
    draw(&site, &visit, &standing, concept, &TypedWords::nothing(), Vec::new(), query.done.as_deref())
}

/// `POST /lexicon/concepts/{code}/words`: more words for it.
pub async fn add(
    site: Data<Site>,
    visit: Visit,
    code: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let standing = Standing::read(&site).await?;
    let concept = standing.find(&code)?;
    let typed = TypedWords::read(&site, &visit, &posted);
    if visit.switches() {
        return draw(&site, &visit, &standing, concept, &typed, Vec::new(), None);
    }
    let words = match typed.words(visit.wording(), &standing, Some(concept)) {
        Ok(words) => words,
        Err(errors) => return draw(&site, &visit, &standing, concept, &typed, errors, None),
    };
    let (by, of) = (visit.person()?.account.id, concept.code().to_owned());
    let fits = fits(&site, Some(concept.code()), &words);
    let kept = site.try_ask(move |store| store.add_words(&of, words, by, fits)).await?;
    if is_refused(&kept) {
        let wrong = |standing: &Standing, concept: &Concept| {
            typed.words(visit.wording(), standing, Some(concept)).err().unwrap_or_default()
        };
        return again(&site, &visit, &code, &typed, wrong).await;
    }
    kept?;
    changed(&site, concept.code(), "added")
}

/// `POST /lexicon/concepts/{code}/off`: words of the program's own that lead astray.
pub async fn switch_off(
    site: Data<Site>,
    visit: Visit,
    code: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let standing = Standing::read(&site).await?;
    let concept = standing.find(&code)?;
    let brought: Vec<(Language, &str)> = brought(&standing, concept).collect();
    // What is no word of the concept is not kept, whoever made the form.
    let chosen = posted.all("word").filter_map(|value| {
        let (language, word) = value.split_once(':')?;
        let language = Language::parse(language).ok()?;
        brought.contains(&(language, word)).then(|| (language, word.to_owned()))
    });
    let chosen: Vec<(Language, String)> = chosen.collect();
    if chosen.is_empty() {
        return Ok(on_to(&format!("{}#off", address(concept.code()))));
    }
    let (by, of) = (visit.person()?.account.id, concept.code().to_owned());
    site.ask(move |store| store.switch_words_off(&of, chosen, by)).await?;
    changed(&site, concept.code(), "off")
}

/// `POST /lexicon/concepts/{code}/back`: an added word goes, one that was switched off counts again.
pub async fn put_back(
    site: Data<Site>,
    visit: Visit,
    code: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let standing = Standing::read(&site).await?;
    let concept = standing.find(&code)?;
    let id = posted.get("id").parse::<Uuid>().map_err(|_| Failure::NotFound)?;
    let kept = standing.words.iter().find(|kept| kept.id == id).ok_or(Failure::NotFound)?;
    let (by, of) = (visit.person()?.account.id, concept.code().to_owned());
    let fits = {
        let (site, concept, kept) = (site.clone(), of.clone(), kept.clone());
        move |now: &[LexiconWord]| {
            let standing = Standing::of(&site, now.to_vec());
            standing.is_ok_and(|standing| taken(&standing, &concept, &kept).is_none())
        }
    };
    let done = site.try_ask(move |store| store.take_word_back(&of, id, by, fits)).await?;
    if is_refused(&done) {
        let wrong = |standing: &Standing, concept: &Concept| {
            let other = taken(standing, concept.code(), kept);
            let text = other.map(|other| elsewhere(visit.wording(), &kept.word, other));
            text.map(|text| FieldError { field: "changes".to_owned(), text }).into_iter().collect()
        };
        return again(&site, &visit, &code, &TypedWords::nothing(), wrong).await;
    }
    done?;
    let others = standing.words.iter().filter(|other| other.concept == concept.code()).count() > 1;
    if concept.group() == OF_NETWORK && !others {
        // With its last word a concept of the network's own is gone.
        site.compare_in_background();
        return Ok(on_to(&format!("{LIST}?done=gone")));
    }
    changed(&site, concept.code(), if kept.is_off { "on" } else { "taken" })
}

/// `POST /lexicon/concepts/{code}/remove`: a concept of the network's own, with all its words.
pub async fn remove(site: Data<Site>, visit: Visit, code: Path<String>) -> Result<HttpResponse, Failure> {
    let by = visit.person()?.account.id;
    let code = code.into_inner();
    site.ask(move |store| store.remove_concept(&code, by)).await?;
    site.compare_in_background();
    Ok(on_to(&format!("{LIST}?done=gone")))
}

/// The page with the words as they stand by now, and what is wrong there: somebody changed them since they were looked at.
async fn again(
    site: &Site,
    visit: &Visit,
    code: &str,
    typed: &TypedWords,
    wrong: impl Fn(&Standing, &Concept) -> Vec<FieldError>,
) -> Result<HttpResponse, Failure> {
    let standing = Standing::read(site).await?;
    let concept = standing.find(code)?;
    let errors = wrong(&standing, concept);
    draw(site, visit, &standing, concept, typed, errors, None)
}

/// Signals are compared anew, and the page says what was done.
fn changed(site: &Site, code: &str, done: &str) -> Result<HttpResponse, Failure> {
    site.compare_in_background();
    Ok(on_to(&format!("{}?done={done}", address(code))))
}

/// The words of a concept that the program brings and that count.
fn brought<'a>(standing: &'a Standing, concept: &'a Concept) -> impl Iterator<Item = (Language, &'a str)> {
    let added = |language: Language, term: &str| {
        standing.words.iter().any(|kept| {
            !kept.is_off && kept.concept == concept.code() && kept.language == language && kept.word == term
        })
    };
    Language::ALL.iter().flat_map(move |language| {
        let terms = concept.terms(*language).iter().map(String::as_str);
        terms.filter(move |term| !added(*language, term)).map(|term| (*language, term))
    })
}

fn draw(
    site: &Site,
    visit: &Visit,
    standing: &Standing,
    concept: &Concept,
    typed: &TypedWords,
    errors: Vec<FieldError>,
    done: Option<&str>,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let said = |language: &Language| wording.label(*language);
    let is_own = concept.code().starts_with(OWN_CONCEPT);
    let terms = |language: &Language| {
        let terms: Vec<String> = concept.terms(*language).iter().map(|term| shown(term)).collect();
        (language.code(), said(language), terms)
    };
    let off = |language: &Language| {
        let its = brought(standing, concept).filter(|(of, _)| of == language);
        let words = its.map(|(_, term)| (format!("{}:{term}", language.code()), shown(term)));
        (language.code(), said(language), words.collect::<Vec<_>>())
    };
    let changes = standing.words.iter().filter(|kept| kept.concept == concept.code());
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let address = address(concept.code());
    let page = ConceptPage {
        frame: Frame::new(site, visit, &name(wording, concept))
            .at(MENU)
            .with_errors(&errors)
            .with_switch("words", &format!("{address}/words")),
        done: done_said(wording, done),
        code: concept.code().to_owned(),
        group: group_name(wording, concept.group()),
        is_own,
        languages: Language::ALL.iter().map(terms).collect(),
        changes: changes.map(|kept| change(wording, kept)).collect(),
        boxes: typed.draw(wording, &errors),
        errors,
        own: if is_own {
            Vec::new()
        } else {
            Language::ALL.iter().map(off).filter(|(.., words)| !words.is_empty()).collect()
        },
        address,
    };
    page_with(status, &page)
}

fn change(wording: Wording, kept: &LexiconWord) -> Change {
    let key = if kept.is_off { "lexicon-off-by" } else { "lexicon-added-by" };
    Change {
        id: kept.id,
        word: shown(&kept.word),
        lang: kept.language.code(),
        what: wording.say(
            key,
            &args![language = wording.label(kept.language), who = &kept.by, day = wording.day(kept.on)],
        ),
        is_off: kept.is_off,
    }
}
