//! Accounts, filing cards and tokens: who gets in. No page here shows what a signal says.

mod accounts;
mod cards;
mod tokens;

pub use accounts::{add_account, change_account, page_of as accounts};
pub use cards::{add_card, cards, revoke_card};
pub use tokens::{add_token, revoke_token, tokens};

use actix_web::http::StatusCode;
use model::{Code, Language};
use store::NetworkView;
use wording::args;

use crate::failure::Failure;
use crate::frame::{FieldError, Link};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

/// One choice of a list.
pub struct Choice {
    /// Its code.
    pub code: String,
    /// In words.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The pages of the administration; `current` is the one that is open.
fn sections(visit: &Visit, current: &str) -> Vec<Link> {
    let wording = visit.wording();
    let section =
        |href, key: &str| Link { href, label: wording.say(key, &args![]), current: href == current };
    vec![
        section("/administration", "administration-accounts"),
        section("/administration/cards", "administration-cards"),
        section("/administration/tokens", "administration-tokens"),
    ]
}

/// The organisations, sorted as people read them.
fn organisations(visit: &Visit, network: &NetworkView, chosen: &str) -> Vec<Choice> {
    let mut choices: Vec<Choice> = network
        .organisations
        .iter()
        .map(|organisation| Choice {
            code: organisation.code.as_str().to_owned(),
            label: organisation.name.get_or_fallback(visit.language()).to_owned(),
            chosen: organisation.code.as_str() == chosen,
        })
        .collect();
    visit.wording().sort_by_label(&mut choices, |choice| &choice.label);
    choices
}

fn organisation_name(network: &NetworkView, code: &Code, language: Language) -> String {
    let known = network.organisations.iter().find(|organisation| organisation.code == *code);
    known.map_or_else(|| code.to_string(), |known| known.name.get_or_fallback(language).to_owned())
}

/// The longest label of a card or token, in characters.
const LONGEST_LABEL: usize = 60;

/// A label that may be kept: it stands in lists, so nobody may be recognised in it.
fn label(site: &Site, visit: &Visit, posted: &Posted) -> Result<String, FieldError> {
    let text = posted.get("label").trim();
    let key = if text.is_empty() || text.chars().count() > LONGEST_LABEL {
        "administration-label-length"
    } else if !site.screen().blocked(text).is_empty() {
        "administration-label-personal"
    } else {
        return Ok(text.to_owned());
    };
    let text = visit.wording().say(key, &args![longest = LONGEST_LABEL]);
    Err(FieldError { field: "label".to_owned(), text })
}

fn organisation_of(
    network: &NetworkView,
    visit: &Visit,
    posted: &Posted,
    field: &str,
) -> Result<Code, FieldError> {
    let code = Code::parse(posted.get(field)).ok();
    let known = code.filter(|code| network.organisations.iter().any(|known| known.code == *code));
    known.ok_or_else(|| FieldError {
        field: field.to_owned(),
        text: visit.wording().say(&format!("administration-choose-{field}"), &args![]),
    })
}

/// What was found wrong, all at once, or all that was right.
fn both<A, B>(a: Result<A, FieldError>, b: Result<B, FieldError>) -> Result<(A, B), Vec<FieldError>> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (a, b) => Err([a.err(), b.err()].into_iter().flatten().collect()),
    }
}

/// The status of a form that comes back: wrong, or only in another language.
fn again_status(errors: &[FieldError]) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

fn not_found<E>(_: E) -> Failure {
    Failure::NotFound
}
