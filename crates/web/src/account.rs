//! One's own account: password, second factor, sessions.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use askama::Template;
use data_encoding::BASE32_NOPAD;
use wording::args;

use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page, page_with};
use crate::posted::Posted;
use crate::secrets::{is_password, keyed};
use crate::signin::{attempt, hashed, new_password, step_of, totp};
use crate::site::Site;
use crate::visit::{Caller, Person, Visit};

#[derive(Template)]
#[template(path = "account/account.html")]
struct AccountPage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: Option<String>,
    name: String,
    address: String,
    organisation: Option<String>,
    roles: String,
    has_second_factor: bool,
    /// Whether the mail of the week is wanted; none where no mail can be sent.
    digest: Option<bool>,
    sessions: Vec<SessionLine>,
}

struct SessionLine {
    key: String,
    device: String,
    since: String,
    current: bool,
}

/// `GET /account`
pub async fn page_of(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    page(&account_page(&site, &visit).await?)
}

async fn account_page(site: &Site, visit: &Visit) -> Result<AccountPage, Failure> {
    let wording = visit.wording();
    let person = visit.person()?;
    let account = &person.account;
    let (id, now) = (account.id, site.now());
    let sessions = site.ask(move |store| store.sessions_of(id, now)).await?;
    let network = site.network().await?;
    let organisation = account.organisation.as_ref().and_then(|code| {
        let organisation = network.organisations.iter().find(|organisation| organisation.code == *code)?;
        Some(organisation.name.get_or_fallback(visit.language()).to_owned())
    });
    let roles: Vec<String> = account.roles.iter().map(|role| wording.label(*role)).collect();
    let unknown = wording.say("account-device-unknown", &args![]);
    Ok(AccountPage {
        frame: Frame::new(site, visit, &wording.say("account-title", &args![])).at("/account"),
        errors: Vec::new(),
        done: None,
        name: account.name.clone(),
        address: account.address.clone(),
        organisation,
        roles: wording.list(&roles.iter().map(String::as_str).collect::<Vec<_>>()),
        has_second_factor: account.second_factor.is_some(),
        digest: site.settings().mailer.is_some().then_some(account.digest),
        sessions: sessions
            .into_iter()
            .map(|session| SessionLine {
                since: wording.say("account-session-since", &args![day = wording.day(session.opened_on)]),
                device: if session.device.is_empty() { unknown.clone() } else { session.device },
                current: session.key == person.session,
                key: session.key,
            })
            .collect(),
    })
}

/// `POST /account/password`
pub async fn password(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let person = visit.person()?;
    attempt(&site, &visit, &person.account.address)?;
    let wording = visit.wording();
    let error = match new_password(&visit, &posted) {
        Err(error) => Some(error),
        Ok(()) if !knows_password(person, posted.get("current")).await? => Some(FieldError {
            field: "current".to_owned(),
            text: wording.say("password-current-wrong", &args![]),
        }),
        Ok(()) => None,
    };
    if let Some(error) = error {
        let mut again = account_page(&site, &visit).await?;
        again.frame.has_errors = true;
        again.errors = vec![error];
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &again);
    }
    let phc = hashed(&site, posted.get("password")).await?;
    let id = person.account.id;
    // Every session ends, this one too: whoever knew the old password is out.
    site.ask(move |store| store.set_password(id, &phc)).await?;
    Ok(on_to("/sign-in"))
}

/// `POST /account/digest`: asks for the mail of the week, or ends it.
pub async fn digest(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let id = visit.person()?.account.id;
    let wanted = posted.get("digest") == "yes";
    site.ask(move |store| store.set_digest(id, wanted)).await?;
    let mut shown = account_page(&site, &visit).await?;
    shown.digest = shown.digest.map(|_| wanted);
    let key = if wanted { "account-digest-on" } else { "account-digest-off" };
    shown.done = Some(visit.wording().say(key, &args![]));
    page(&shown)
}

/// `POST /account/sessions`: ends one session, or every other one with this.
pub async fn end_sessions(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let id = visit.person()?.account.id;
    let key = posted.get("session").to_owned();
    if key == "*" {
        site.ask(move |store| store.end_all_sessions(id, None)).await?;
        return Ok(on_to("/sign-in"));
    }
    site.ask(move |store| store.end_session_by_key(id, &key)).await?;
    Ok(on_to("/account"))
}

#[derive(Template)]
#[template(path = "account/second_factor.html")]
struct SecondFactorPage {
    frame: Frame,
    errors: Vec<FieldError>,
    secret: String,
    asks_password: bool,
}

impl SecondFactorPage {
    fn new(site: &Site, visit: &Visit, setup: &Setup<'_>) -> Self {
        let letters = BASE32_NOPAD.encode(&setup.secret);
        let groups: Vec<&str> =
            letters.as_bytes().chunks(4).filter_map(|four| std::str::from_utf8(four).ok()).collect();
        Self {
            frame: Frame::new(site, visit, &visit.wording().say("second-factor-title", &args![])),
            errors: Vec::new(),
            secret: groups.join(" "),
            asks_password: setup.person.account.second_factor.is_some(),
        }
    }
}

/// A second factor that is being set up. Its secret follows from the session, so that nothing is kept before it is confirmed.
struct Setup<'a> {
    person: &'a Person,
    secret: Vec<u8>,
}

fn setup<'a>(site: &Site, visit: &'a Visit) -> Result<Setup<'a>, Failure> {
    let Caller::Person(person) = visit.caller() else { return Err(Failure::SignIn) };
    // Whoever has one must show it before setting another.
    if person.account.second_factor.is_some() && !person.is_signed_in() {
        return Err(Failure::SignIn);
    }
    let token = visit.session_token().ok_or(Failure::SignIn)?;
    let secret = keyed(site.visit_key(), &[b"second factor", &token])[..20].to_vec();
    Ok(Setup { person, secret })
}

/// `GET /account/second-factor`
pub async fn second_factor_page(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let setup = setup(&site, &visit)?;
    page(&SecondFactorPage::new(&site, &visit, &setup))
}

/// `GET /account/second-factor.svg`
pub async fn second_factor_picture(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let setup = setup(&site, &visit)?;
    let url = totp(&setup.secret, &setup.person.account.address)?
        .to_url()
        .map_err(|error| Failure::Broken(error.to_string()))?;
    Ok(HttpResponse::Ok().insert_header((header::CONTENT_TYPE, "image/svg+xml")).body(crate::qr::svg(&url)?))
}

/// `POST /account/second-factor`
pub async fn second_factor(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let setup = setup(&site, &visit)?;
    let account = &setup.person.account;
    attempt(&site, &visit, &account.address)?;
    let wording = visit.wording();
    let known =
        account.second_factor.is_none() || knows_password(setup.person, posted.get("current")).await?;
    let step = step_of(&site, &setup.secret, &account.address, posted.get("code"))?;
    let Some(step) = step.filter(|_| known) else {
        let mut again = SecondFactorPage::new(&site, &visit, &setup);
        let (field, key) = if known { ("code", "code-wrong") } else { ("current", "password-current-wrong") };
        again.errors = vec![FieldError { field: field.to_owned(), text: wording.say(key, &args![]) }];
        again.frame.has_errors = true;
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &again);
    };
    let (id, secret) = (account.id, setup.secret.clone());
    let token = visit.session_token().ok_or(Failure::SignIn)?;
    site.ask(move |store| {
        store.set_second_factor(id, Some(secret), Some(id))?;
        store.use_totp_step(id, step)?;
        store.confirm_second_factor(token)
    })
    .await?;
    Ok(on_to("/"))
}

async fn knows_password(person: &Person, password: &str) -> Result<bool, Failure> {
    let Some(phc) = person.account.password.clone() else { return Ok(false) };
    let password = password.to_owned();
    Ok(actix_web::web::block(move || is_password(&password, &phc)).await?)
}
