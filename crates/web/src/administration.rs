//! Accounts, filing cards and tokens: who gets in. No page here shows what a signal says.

mod account;
mod accounts;
mod cards;
mod label;
mod made;
mod tokens;
mod wanted;

pub use account::{account, change_account, forget_second_factor, lock_account, new_link};
pub use accounts::{add_account, page_of as accounts};
pub use cards::{add_card, cards, revoke_card};
pub use label::{LabelProblem, fit_label};
pub use tokens::{add_token, revoke_token, tokens};

use actix_web::http::StatusCode;
use model::{Authority, Code, Language, Role};
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

/// What an account may be given: who it is for and what it may do.
pub struct Choices {
    roles: Vec<Choice>,
    organisations: Vec<Choice>,
    authorities: Vec<Choice>,
    languages: Vec<Choice>,
}

impl Choices {
    /// Everything there is, with what the form chose.
    fn of(visit: &Visit, network: &NetworkView, posted: &Posted) -> Self {
        let wording = visit.wording();
        let choice = |code: &str, label: String, field: &str| Choice {
            chosen: posted.all(field).any(|chosen| chosen == code),
            code: code.to_owned(),
            label,
        };
        let roles = Role::ALL.iter().map(|role| choice(role.code(), wording.label(*role), "role"));
        let authorities = Authority::ALL.iter();
        let authorities = authorities.map(|one| choice(one.code(), wording.label(*one), "authority"));
        let languages = Language::ALL.iter().map(|one| choice(one.code(), wording.label(*one), "language"));
        Self {
            roles: roles.collect(),
            organisations: organisations(visit, network, posted.get("organisation")),
            authorities: authorities.collect(),
            languages: languages.collect(),
        }
    }
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

/// The label of a card or token, as it was typed.
fn label(site: &Site, visit: &Visit, posted: &Posted) -> Result<String, FieldError> {
    fit_label(site.screen(), posted.get("label"))
        .map_err(|problem| FieldError { field: "label".to_owned(), text: problem.said(visit.wording()) })
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
