//! The words by which signals find each other: what the program knows, and what the network's coordinators add to it or
//! switch off there.

mod concept;
mod known;
mod new;
mod trying;
mod typed;

use std::collections::BTreeSet;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use askama::Template;
use clustering::{Concept, Lexicon, OF_NETWORK};
use model::Language;
use serde::Deserialize;
use store::{LexiconWord, WORDS_DO_NOT_FIT};
use wording::{Wording, args};

use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

pub use concept::{add, one, put_back, remove, switch_off};
pub(crate) use known::Known;
pub use new::{make, new_page};
pub use trying::{try_page, try_texts};

/// The address of the list.
const LIST: &str = "/lexicon";
/// The page of the menu that it stands below.
const MENU: &str = "/structural";

/// The groups in which the program's own concepts stand, in the order of the page.
const GROUPS: [&str; 21] = [
    "actor",
    "right",
    "document",
    "place",
    "procedure",
    "obstacle",
    "digital",
    "money",
    "housing",
    "energy",
    "health",
    "education",
    "childcare",
    "family",
    "violence",
    "work",
    "residence",
    "language",
    "situation",
    "feeling",
    "everyday",
];

/// What the address may ask for.
#[derive(Deserialize)]
pub struct LexiconQuery {
    group: Option<String>,
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "lexicon/list.html")]
struct ListPage {
    frame: Frame,
    done: Option<String>,
    search: String,
    /// What was looked for, or the group that was asked for, and what was found; none on the first page.
    found: Option<(String, Vec<ConceptLine>)>,
    /// What the network changed.
    changed: Vec<ConceptLine>,
    /// The address, the name and the size of each group.
    groups: Vec<(String, String, usize)>,
}

/// A concept in a list.
struct ConceptLine {
    href: String,
    name: String,
    /// The language of the name, where it is not that of the page.
    lang: &'static str,
    /// Its usual terms in the other languages.
    others: Vec<(&'static str, String)>,
    group: String,
    is_own: bool,
    is_changed: bool,
}

/// The words as they count now, and what the network did to them.
struct Standing {
    lexicon: Arc<Lexicon>,
    words: Vec<LexiconWord>,
}

impl Standing {
    async fn read(site: &Site) -> Result<Self, Failure> {
        let asked = site.clone();
        site.ask(move |store| Self::of(&asked, store.lexicon_words()?)).await
    }

    fn of(site: &Site, words: Vec<LexiconWord>) -> Result<Self, store::Error> {
        Ok(Self { lexicon: site.alike().lexicon_of(&words)?, words })
    }

    /// A concept that people can look at: one that has words, or had some before they were switched off.
    fn find(&self, code: &str) -> Result<&Concept, Failure> {
        self.lexicon.concept(code).ok_or(Failure::NotFound)
    }
}

/// `GET /lexicon`: what the network changed, and the groups; with `?group=…` all of a group.
pub async fn list(
    site: Data<Site>,
    visit: Visit,
    query: Query<LexiconQuery>,
) -> Result<HttpResponse, Failure> {
    let standing = Standing::read(&site).await?;
    let wording = visit.wording();
    let found = match query.group.as_deref() {
        None => None,
        Some(group) if GROUPS.contains(&group) => {
            let of_group = standing.lexicon.concepts().iter().filter(|concept| concept.group() == group);
            Some((group_name(wording, group), of_group.collect()))
        }
        Some(_) => return Err(Failure::NotFound),
    };
    draw(&site, &visit, &standing, String::new(), found, query.done.as_deref())
}

/// `POST /lexicon`: what has a word like this. What somebody looks for stands in no address.
pub async fn search(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let standing = Standing::read(&site).await?;
    let wanted: String = posted.get("words").trim().chars().take(100).collect();
    let found = (!wanted.is_empty()).then(|| {
        let found = standing.lexicon.search(&wanted);
        (visit.wording().say("lexicon-found", &args![count = found.len()]), found)
    });
    draw(&site, &visit, &standing, wanted, found, None)
}

fn draw(
    site: &Site,
    visit: &Visit,
    standing: &Standing,
    search: String,
    found: Option<(String, Vec<&Concept>)>,
    done: Option<&str>,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let changed: BTreeSet<&str> = standing.words.iter().map(|word| word.concept.as_str()).collect();
    let line = |concept: &Concept| line(wording, concept, changed.contains(concept.code()));
    let concepts = standing.lexicon.concepts();
    // The network's own concepts first.
    let mut here: Vec<&Concept> =
        concepts.iter().filter(|concept| changed.contains(concept.code())).collect();
    here.sort_by_key(|concept| concept.group() != OF_NETWORK);
    let group = |code: &&str| {
        let size = concepts.iter().filter(|concept| concept.group() == *code).count();
        (format!("{LIST}?group={code}"), group_name(wording, code), size)
    };
    page(&ListPage {
        frame: Frame::new(site, visit, &wording.say("lexicon-title", &args![])).at(MENU),
        done: done_said(wording, done),
        search,
        found: found.map(|(what, found)| (what, found.into_iter().map(line).collect())),
        changed: here.into_iter().map(line).collect(),
        groups: GROUPS.iter().map(group).collect(),
    })
}

fn line(wording: Wording, concept: &Concept, is_changed: bool) -> ConceptLine {
    let here = wording.language();
    let usual = |language: &Language| {
        let term = concept.terms(*language).iter().find(|term| !term.contains('*'))?;
        Some((language.code(), shown(term)))
    };
    let (lang, name) = usual(&here)
        .or_else(|| Language::ALL.iter().find_map(usual))
        .unwrap_or_else(|| ("en", concept.code().to_owned()));
    let others = Language::ALL.iter().filter_map(usual).filter(|(code, _)| *code != lang);
    ConceptLine {
        href: address(concept.code()),
        others: others.collect(),
        name,
        lang,
        group: group_name(wording, concept.group()),
        is_own: concept.group() == OF_NETWORK,
        is_changed,
    }
}

/// The page of a concept.
fn address(code: &str) -> String {
    format!("{LIST}/concepts/{code}")
}

/// What a concept is called: by its usual term in the language of the page, or else in another.
fn name(wording: Wording, concept: &Concept) -> String {
    shown(concept.usual(wording.language()).unwrap_or(concept.code()))
}

/// A term as people read it: the lexicon writes apostrophes as people type them.
fn shown(term: &str) -> String {
    term.replace('\'', "’")
}

fn group_name(wording: Wording, group: &str) -> String {
    wording.try_say(&format!("lexicon-group-{group}"), &args![]).unwrap_or_else(|| group.to_owned())
}

/// What the store asks within its transaction: whether these words fit those that stand by then.
fn fits(
    site: &Site,
    concept: Option<&str>,
    words: &typed::Words,
) -> impl FnOnce(&[LexiconWord]) -> bool + Send + 'static {
    let (site, concept, words) = (site.clone(), concept.map(str::to_owned), words.clone());
    move |now| {
        let standing = Standing::of(&site, now.to_vec());
        standing.is_ok_and(|standing| typed::fit(&standing, concept.as_deref(), &words))
    }
}

/// Whether the store kept nothing, because the words did not fit by then.
fn is_refused<T>(kept: &Result<T, store::Error>) -> bool {
    matches!(kept, Err(store::Error::Conflict(detail)) if detail == WORDS_DO_NOT_FIT)
}

/// What was just done, as a code in the address; none where it says nothing.
fn done_said(wording: Wording, code: Option<&str>) -> Option<String> {
    let known = ["made", "gone", "added", "taken", "off", "on"];
    let code = code.filter(|code| known.contains(code))?;
    wording.try_say(&format!("lexicon-done-{code}"), &args![])
}
