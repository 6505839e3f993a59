//! `card` and `token`: ways in that are no accounts.

use model::{ApiTokenId, Code, FilingCardId};
use screening::Screen;
use serde_json::json;
use wording::args;

use crate::cli::{Card, Token};
use crate::commands::Context;
use crate::failure::{Failure, Outcome};
use crate::surroundings;

pub fn card(context: &Context, what: &Card) -> Result<Outcome, Failure> {
    let store = context.existing_store()?;
    match what {
        Card::Add { organisation, sponsor, label } => {
            let (organisation, sponsor) = (code(context, organisation)?, code(context, sponsor)?);
            let label = fit(context, label)?;
            let token = new_token();
            let id = store
                .add_card(&organisation, Some(&sponsor), &label, web::hash_of_token(&token), None)
                .map_err(|error| context.failed(&error))?;
            let url = format!("{}/card/{token}", context.settings.public_address());
            let line = context.wording.say("card-link", &args![url = &url]);
            context.report(&json!({ "id": id, "link": url }), &[line]);
        }
        Card::List => {
            let cards = store.cards().map_err(|error| context.failed(&error))?;
            let lines: Vec<String> = cards
                .iter()
                .map(|card| line(&card.id, &card.organisation, &card.label, card.revoked_on))
                .collect();
            let json: Vec<_> = cards
                .iter()
                .map(|card| {
                    json!({ "id": card.id, "organisation": card.organisation, "sponsor": card.sponsor,
                            "label": card.label, "created_on": card.created_on, "revoked_on": card.revoked_on })
                })
                .collect();
            context.report(&json.into(), &lines);
        }
        Card::Revoke { id } => {
            let id = FilingCardId::parse(id).map_err(|_| unknown(context))?;
            store.revoke_card(id, None).map_err(|error| context.failed(&error))?;
        }
    }
    Ok(Outcome::Done)
}

pub fn token(context: &Context, what: &Token) -> Result<Outcome, Failure> {
    let store = context.existing_store()?;
    match what {
        Token::Add { organisation, label } => {
            let organisation = code(context, organisation)?;
            let label = fit(context, label)?;
            let token = new_token();
            let id = store
                .add_token(&organisation, &label, web::hash_of_token(&token), None)
                .map_err(|error| context.failed(&error))?;
            let line = context.wording.say("token-made", &args![token = &token]);
            context.report(&json!({ "id": id, "token": token }), &[line]);
        }
        Token::List => {
            let tokens = store.tokens(None).map_err(|error| context.failed(&error))?;
            let lines: Vec<String> = tokens
                .iter()
                .map(|token| line(&token.id, &token.organisation, &token.label, token.revoked_on))
                .collect();
            let json: Vec<_> = tokens
                .iter()
                .map(|token| {
                    json!({ "id": token.id, "organisation": token.organisation, "label": token.label,
                            "created_on": token.created_on, "revoked_on": token.revoked_on })
                })
                .collect();
            context.report(&json.into(), &lines);
        }
        Token::Revoke { id } => {
            let id = ApiTokenId::parse(id).map_err(|_| unknown(context))?;
            store.revoke_token(id, None).map_err(|error| context.failed(&error))?;
        }
    }
    Ok(Outcome::Done)
}

/// The label, where nobody can be recognised in it.
fn fit(context: &Context, label: &str) -> Result<String, Failure> {
    let screen = Screen::new().map_err(|error| Failure::Unavailable(error.to_string()))?;
    web::fit_label(&screen, label).map_err(|problem| Failure::Usage(problem.said(context.wording)))
}

fn new_token() -> String {
    let mut bytes = [0; 32];
    surroundings::random(&mut bytes);
    web::new_token(bytes)
}

fn line(
    id: &impl std::fmt::Display,
    organisation: &Code,
    label: &str,
    revoked: Option<chrono::NaiveDate>,
) -> String {
    let state = revoked.map(|day| format!("\t(revoked {day})")).unwrap_or_default();
    format!("{id}\t{organisation}\t{label}{state}")
}

fn code(context: &Context, text: &str) -> Result<Code, Failure> {
    Code::parse(text).map_err(|_| unknown(context))
}

fn unknown(context: &Context) -> Failure {
    Failure::Usage(context.wording.say("user-unknown-code", &args![]))
}
