//! Trying: which concepts two texts, or two signals, share before and after.

use std::collections::BTreeSet;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use clustering::{Concept, Lexicon};
use model::{Language, SignalId};
use serde::Deserialize;
use wording::{Wording, args};

use super::typed::{TypedWords, tried};
use super::{LIST, MENU, Standing, address, name};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::signals::{Words, found_by, headline};
use crate::site::Site;
use crate::visit::Visit;

/// What the address may ask for: a concept to try words in, or two signals.
#[derive(Deserialize)]
pub struct TryQuery {
    concept: Option<String>,
    first: Option<String>,
    second: Option<String>,
}

#[derive(Template)]
#[template(path = "lexicon/try.html")]
struct TryPage {
    frame: Frame,
    errors: Vec<FieldError>,
    /// The concept in which words are tried.
    concept: Option<(String, String)>,
    words: Vec<FreeText>,
    texts: Vec<FreeText>,
    /// The signals that are compared, each with its address.
    signals: Vec<(SignalId, Words)>,
    result: Option<Compared>,
}

/// What two texts share.
struct Compared {
    before: Side,
    after: Side,
    /// What each has alone, after.
    alone: Vec<(String, Vec<Named>)>,
}

/// What they share with some words.
struct Side {
    title: String,
    shared: Vec<Named>,
}

/// A concept, and whether it is shared only now.
struct Named {
    href: String,
    name: String,
    is_new: bool,
}

/// A text with its language, where that is known.
type Told = (Option<Language>, String);

/// `GET /lexicon/try`
pub async fn try_page(
    site: Data<Site>,
    visit: Visit,
    query: Query<TryQuery>,
) -> Result<HttpResponse, Failure> {
    let standing = Standing::read(&site).await?;
    let mut drawn = Drawn::new(&standing, query.concept.as_deref())?;
    if let (Some(first), Some(second)) = (&query.first, &query.second) {
        let mut ids = Vec::new();
        for id in [first, second] {
            let (file, of) = found_by(&site, &visit, id).await?;
            if !of.network {
                return Err(Failure::NotFound);
            }
            let (text, lang) = headline(visit.wording(), &file.line);
            ids.push(file.line.id);
            drawn.signals.push((file.line.id, Words { text, lang }));
        }
        let wanted = ids.clone();
        let words = site.ask(move |store| store.words_of(&wanted)).await?;
        let told: Vec<Told> = ids
            .iter()
            .filter_map(|id| words.iter().find(|words| words.id == *id))
            .map(|words| (Some(words.language), words.text.clone()))
            .collect();
        if let [first, second] = &told[..] {
            drawn.result = Some(drawn.compared(&site, visit.wording(), [first, second], Vec::new()).await?);
        }
    }
    drawn.page(&site, &visit)
}

/// `POST /lexicon/try`: two texts; nothing is kept of them.
pub async fn try_texts(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let standing = Standing::read(&site).await?;
    let wording = visit.wording();
    let of = Some(posted.get("concept")).filter(|code| !code.is_empty());
    let mut drawn = Drawn::new(&standing, of)?;
    drawn.texts = ["first", "second"].map(|name| Typed::read(&site, &visit, &posted, name, true)).into();
    drawn.words = TypedWords::read(&site, &visit, &posted);
    if visit.switches() {
        return drawn.page(&site, &visit);
    }
    drawn.errors = drawn.texts.iter().filter_map(|typed| typed.error(wording)).collect();
    let mut words = Vec::new();
    if drawn.concept.is_some() && !drawn.words.is_empty() {
        match drawn.words.words(wording, &standing, drawn.concept) {
            Ok(typed) => words = typed,
            Err(errors) => drawn.errors.extend(errors),
        }
    }
    let told: Vec<Told> = drawn
        .texts
        .iter()
        .filter_map(|typed| Some((None, typed.text().filter(|_| drawn.errors.is_empty())?.to_owned())))
        .collect();
    if let [first, second] = &told[..] {
        drawn.result = Some(drawn.compared(&site, wording, [first, second], words).await?);
    }
    drawn.page(&site, &visit)
}

/// What is on the page.
struct Drawn<'a> {
    standing: &'a Standing,
    concept: Option<&'a Concept>,
    texts: Vec<Typed>,
    words: TypedWords,
    errors: Vec<FieldError>,
    signals: Vec<(SignalId, Words)>,
    result: Option<Compared>,
}

impl<'a> Drawn<'a> {
    fn new(standing: &'a Standing, concept: Option<&str>) -> Result<Self, Failure> {
        Ok(Self {
            concept: concept.map(|code| standing.find(code)).transpose()?,
            standing,
            texts: Vec::new(),
            words: TypedWords::nothing(),
            errors: Vec::new(),
            signals: Vec::new(),
            result: None,
        })
    }

    /// Before and after: with words to try, as it stands now and with them; else with the program's own words alone and
    /// as it stands now.
    async fn compared(
        &self,
        site: &Site,
        wording: Wording,
        [first, second]: [&Told; 2],
        words: super::typed::Words,
    ) -> Result<Compared, Failure> {
        let tries = !words.is_empty();
        let made = if tries { tried(self.standing, self.concept, &words) } else { Vec::new() };
        let make = move |_: &store::Store| {
            Lexicon::of_network(made).map_err(|error| store::Error::Broken(error.to_string()))
        };
        let (made, now) = (Arc::new(site.ask(make).await?), Arc::clone(&self.standing.lexicon));
        let (before, after) = if tries { (now, made) } else { (made, now) };
        let titles =
            if tries { ["lexicon-now", "lexicon-with-these"] } else { ["lexicon-alone", "lexicon-now"] };
        let both = |lexicon: &Lexicon| {
            let [one, other] = [first, second].map(|(language, text)| lexicon.named_in(*language, text));
            let shared: BTreeSet<String> = one.intersection(&other).cloned().collect();
            (shared, one, other)
        };
        let (was, ..) = both(&before);
        let (is, one, other) = both(&after);
        let named = |lexicon: &Lexicon, codes: &BTreeSet<String>| -> Vec<Named> {
            let mut named: Vec<Named> = Vec::new();
            for concept in codes.iter().filter_map(|code| lexicon.concept(code)) {
                let (href, name) = (address(concept.code()), name(wording, concept));
                // Of two concepts the usual term may be the same word.
                if !named.iter().any(|known| known.name == name) {
                    named.push(Named { href, name, is_new: !was.contains(concept.code()) });
                }
            }
            named
        };
        let side = |key: &str, lexicon: &Lexicon, shared: &BTreeSet<String>| Side {
            title: wording.say(key, &args![]),
            shared: named(lexicon, shared),
        };
        let alone = |key: &str, codes: &BTreeSet<String>| {
            let codes = codes.difference(&is).cloned().collect();
            (wording.say(key, &args![]), named(&after, &codes))
        };
        Ok(Compared {
            before: side(titles[0], &before, &was),
            after: side(titles[1], &after, &is),
            alone: vec![alone("lexicon-only-first", &one), alone("lexicon-only-second", &other)],
        })
    }

    fn page(self, site: &Site, visit: &Visit) -> Result<HttpResponse, Failure> {
        let wording = visit.wording();
        let status = if self.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let text = |field: &'static str, key: &str| {
            let typed = self.texts.iter().find(|typed| typed.name() == field);
            FreeText::new(wording, field, key).with(wording, typed)
        };
        let page = TryPage {
            frame: Frame::new(site, visit, &wording.say("lexicon-try", &args![]))
                .at(MENU)
                .with_errors(&self.errors)
                .with_switch("try", &format!("{LIST}/try")),
            concept: self.concept.map(|concept| (concept.code().to_owned(), name(wording, concept))),
            words: if self.concept.is_some() { self.words.draw(wording, &self.errors) } else { Vec::new() },
            texts: vec![text("first", "lexicon-first"), text("second", "lexicon-second")],
            signals: self.signals,
            result: self.result,
            errors: self.errors,
        };
        page_with(status, &page)
    }
}
