//! Tokens of organisations: how their programs reach the API.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use model::ApiTokenId;
use wording::args;

use super::{Choice, both, label, not_found, organisation_name, organisation_of, organisations, sections};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, Link, on_to, page, page_with};
use crate::posted::Posted;
use crate::secrets::{hash_of_token, new_token};
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "administration/tokens.html")]
struct TokensPage {
    frame: Frame,
    errors: Vec<FieldError>,
    sections: Vec<Link>,
    made: Option<String>,
    tokens: Vec<TokenLine>,
    label: String,
    organisations: Vec<Choice>,
}

struct TokenLine {
    id: ApiTokenId,
    label: String,
    organisation: String,
    since: String,
    revoked: Option<String>,
}

/// `GET /administration/tokens`
pub async fn tokens(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    page(&tokens_page(&site, &visit, &Posted::default()).await?)
}

async fn tokens_page(site: &Site, visit: &Visit, posted: &Posted) -> Result<TokensPage, Failure> {
    let wording = visit.wording();
    let network = site.network().await?;
    let tokens = site.ask(|store| store.tokens(None)).await?;
    let lines = tokens.into_iter().map(|token| TokenLine {
        id: token.id,
        organisation: organisation_name(&network, &token.organisation, visit.language()),
        since: wording.day(token.created_on),
        revoked: token
            .revoked_on
            .map(|day| wording.say("administration-revoked", &args![day = wording.day(day)])),
        label: token.label,
    });
    Ok(TokensPage {
        frame: Frame::new(site, visit, &wording.say("administration-tokens", &args![])).at("/administration"),
        errors: Vec::new(),
        sections: sections(visit, "/administration/tokens"),
        made: None,
        tokens: lines.collect(),
        label: posted.get("label").to_owned(),
        organisations: organisations(visit, &network, posted.get("organisation")),
    })
}

/// `POST /administration/tokens`: makes a token; the page shows it once.
pub async fn add_token(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let network = site.network().await?;
    let checked =
        both(organisation_of(&network, &visit, &posted, "organisation"), label(&site, &visit, &posted));
    let (organisation, label) = match checked {
        Ok(checked) => checked,
        Err(errors) => {
            let mut again = tokens_page(&site, &visit, &posted).await?;
            again.frame = again.frame.with_errors(&errors);
            again.errors = errors;
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    let by = visit.person()?.account.id;
    let token = new_token(site.random());
    let hash = hash_of_token(&token);
    site.ask(move |store| store.add_token(&organisation, &label, hash, Some(by))).await?;
    let mut made = tokens_page(&site, &visit, &Posted::default()).await?;
    made.made = Some(token);
    page(&made)
}

/// `POST /administration/tokens/{id}`: revokes it.
pub async fn revoke_token(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    _: Posted,
) -> Result<HttpResponse, Failure> {
    let by = visit.person()?.account.id;
    let id = ApiTokenId::parse(&id).map_err(not_found)?;
    site.ask(move |store| store.revoke_token(id, Some(by))).await?;
    Ok(on_to("/administration/tokens"))
}
