//! Signing in: a password, where asked a code, and the one-time links that set a password.

mod forgotten;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use store::{LinkPurpose, NewSession};
use totp_rs::{Algorithm, Builder, Secret, Totp};
use wording::args;

use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page, page_with};
use crate::gate::{Held, cookie, no_cookie};
use crate::kept::{Kept, Said};
use crate::limits::Limited;
use crate::posted::Posted;
use crate::secrets::{
    LONGEST_PASSWORD, SHORTEST_PASSWORD, hash_of_token, is_password, new_token, password_hash,
};
use crate::site::{DemoAccount, Site};
use crate::visit::{Caller, Person, Visit};

pub use forgotten::{ask as ask_link, page_of as forgotten_page};

/// How long a session lasts at most, in seconds: a working day.
const SESSION: i64 = 12 * 3600;

#[derive(Template)]
#[template(path = "signin/sign_in.html")]
struct SignInPage {
    frame: Frame,
    errors: Vec<FieldError>,
    address: String,
    to: String,
    demo: Vec<DemoLine>,
    /// Those who speak for one organisation each.
    demo_members: Vec<DemoLine>,
}

struct DemoLine {
    role: String,
    address: String,
    password: String,
    second_factor: Option<String>,
}

impl SignInPage {
    fn new(site: &Site, visit: &Visit, to: &str) -> Self {
        let wording = visit.wording();
        let line = |account: &DemoAccount| DemoLine {
            role: format!(
                "{} ({})",
                account.speaks_for.clone().unwrap_or_else(|| wording.label(account.role)),
                account.language.code().to_uppercase()
            ),
            address: account.address.clone(),
            password: account.password.clone(),
            second_factor: account.second_factor.clone(),
        };
        let (members, roles): (Vec<&DemoAccount>, Vec<&DemoAccount>) =
            site.settings().demo_accounts.iter().partition(|account| account.speaks_for.is_some());
        let frame = Frame::new(site, visit, &wording.say("sign-in-title", &args![]));
        Self {
            frame: frame.with_switch("sign-in", "/sign-in"),
            errors: Vec::new(),
            address: String::new(),
            to: safe_path(to).unwrap_or_default().to_owned(),
            demo: roles.into_iter().map(line).collect(),
            demo_members: members.into_iter().map(line).collect(),
        }
    }
}

/// `GET /sign-in`
pub async fn page_of(
    site: Data<Site>,
    visit: Visit,
    request: actix_web::HttpRequest,
) -> Result<HttpResponse, Failure> {
    if visit.caller().person().is_some() {
        return Ok(on_to("/"));
    }
    page(&SignInPage::new(&site, &visit, to_of(&request)))
}

/// `POST /sign-in`
pub async fn sign_in(
    site: Data<Site>,
    visit: Visit,
    request: actix_web::HttpRequest,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let address = posted.get("address").trim().to_lowercase();
    if visit.switches() {
        return draw_sign_in(&site, &visit, &posted, address, Vec::new()).await;
    }
    attempt(&site, &visit, &address)?;
    let found = {
        let address = address.clone();
        site.ask(move |store| store.account_by_address(&address)).await?
    };
    let usable = found.filter(|account| !account.disabled && account.password.is_some());
    let password: String = posted.get("password").chars().take(LONGEST_PASSWORD + 1).collect();
    let phc = usable
        .as_ref()
        .and_then(|account| account.password.clone())
        .unwrap_or_else(|| site.unknown_password().to_owned());
    let right = actix_web::web::block(move || is_password(&password, &phc)).await?;
    let Some(account) = usable.filter(|_| right) else {
        let text = visit.wording().say("sign-in-wrong", &args![]);
        let errors = vec![FieldError { field: "address".to_owned(), text }];
        return draw_sign_in(&site, &visit, &posted, address, errors).await;
    };
    let token = new_token(site.random());
    let session = NewSession {
        token: hash_of_token(&token),
        account: account.id,
        expires_at: site.now() + SESSION,
        second_factor: false,
        device: device(&request),
    };
    site.ask(move |store| store.open_session(session)).await?;
    let owes_code = account.second_factor.is_some();
    let must_set = !owes_code && crate::visit::must_have_second_factor(&account);
    let to = safe_path(posted.get("to")).unwrap_or("/");
    let mut response = match Kept::carried(&posted) {
        Some(kept) => {
            let visit = visit_of(&site, &visit, &token).await?;
            kept.draw(&site, &visit, None, Said::default()).await?
        }
        // Whoever asked for no page in particular is asked for a code under its plain address.
        None if owes_code && to == "/" => on_to("/sign-in/code"),
        None if owes_code => on_to(&format!("/sign-in/code?to={to}")),
        None if must_set => on_to("/account/second-factor"),
        None => on_to(to),
    };
    keep(&mut response, cookie(&site, Held::Session, token))?;
    keep(&mut response, no_cookie(&site, Held::Visit))?;
    Ok(response)
}

/// The page of a password once more, with what else it carries.
async fn draw_sign_in(
    site: &Site,
    visit: &Visit,
    posted: &Posted,
    address: String,
    errors: Vec<FieldError>,
) -> Result<HttpResponse, Failure> {
    if let Some(kept) = Kept::carried(posted) {
        return kept.draw(site, visit, None, Said { errors, address }).await;
    }
    let mut again = SignInPage::new(site, visit, posted.get("to"));
    again.address = address;
    again.frame = again.frame.with_errors(&errors);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    again.errors = errors;
    page_with(status, &again)
}

/// The visit that begins with this session: the page that answers a sign-in is already its.
async fn visit_of(site: &Site, before: &Visit, token: &str) -> Result<Visit, Failure> {
    let (hash, now) = (hash_of_token(token), site.now());
    let person = site
        .ask(move |store| store.session(hash, now)?.map(|session| Person::load(store, session)).transpose());
    let person = person.await?.ok_or(Failure::SignIn)?;
    let client = before.client().to_owned();
    Ok(Visit::new(Caller::Person(person), before.language(), token.to_owned(), client, Some(hash)))
}

#[derive(Template)]
#[template(path = "signin/code.html")]
struct CodePage {
    frame: Frame,
    errors: Vec<FieldError>,
    to: String,
    demo_code: Option<String>,
}

impl CodePage {
    fn new(site: &Site, visit: &Visit, to: &str) -> Self {
        let frame = Frame::new(site, visit, &visit.wording().say("code-title", &args![]));
        let demo_code = match visit.caller() {
            Caller::Person(person) => demo_code(site, &person.account.address),
            _ => None,
        };
        let to = safe_path(to).unwrap_or_default().to_owned();
        let frame = frame.with_switch("code-form", "/sign-in/code");
        Self { frame, errors: Vec::new(), to, demo_code }
    }
}

/// The code of this moment, for an account of the demo: nobody should need a telephone to look around.
fn demo_code(site: &Site, address: &str) -> Option<String> {
    let account = site.settings().demo_accounts.iter().find(|account| account.address == address)?;
    let secret = Secret::try_from_base32(account.second_factor.as_ref()?).ok()?;
    let totp = totp(secret.as_ref(), address).ok()?;
    Some(totp.generate(site.now().unsigned_abs()).to_string())
}

/// `GET /sign-in/code`
pub async fn code_page(
    site: Data<Site>,
    visit: Visit,
    request: actix_web::HttpRequest,
) -> Result<HttpResponse, Failure> {
    match visit.caller() {
        Caller::Person(person) if person.is_signed_in() => Ok(on_to("/")),
        Caller::Person(person) if person.account.second_factor.is_none() => {
            Ok(on_to("/account/second-factor"))
        }
        _ => page(&CodePage::new(&site, &visit, to_of(&request))),
    }
}

/// `POST /sign-in/code`
pub async fn code(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let Caller::Person(person) = visit.caller() else { return Err(Failure::SignIn) };
    let account = &person.account;
    if visit.switches() {
        return draw_code(&site, &visit, &posted, Vec::new()).await;
    }
    attempt(&site, &visit, &account.address)?;
    let Some(secret) = account.second_factor.clone() else { return Ok(on_to("/account/second-factor")) };
    let day = site.now().div_euclid(86_400);
    site.limits().count(Limited::Code, &account.address, day).map_err(Failure::TooMany)?;
    let step = step_of(&site, &secret, &account.address, posted.get("code"))?;
    let id = account.id;
    let token = visit.session_token().ok_or(Failure::SignIn)?;
    let fresh = match step {
        Some(step) => site.ask(move |store| store.use_totp_step(id, step)).await?,
        None => false,
    };
    if fresh {
        site.ask(move |store| store.confirm_second_factor(token)).await?;
        return match Kept::carried(&posted) {
            Some(kept) => {
                let visit = visit_of(&site, &visit, visit.key()).await?;
                kept.draw(&site, &visit, None, Said::default()).await
            }
            None => Ok(on_to(safe_path(posted.get("to")).unwrap_or("/"))),
        };
    }
    let text = visit.wording().say("code-wrong", &args![]);
    draw_code(&site, &visit, &posted, vec![FieldError { field: "code".to_owned(), text }]).await
}

/// The page of a code once more, with what else it carries.
async fn draw_code(
    site: &Site,
    visit: &Visit,
    posted: &Posted,
    errors: Vec<FieldError>,
) -> Result<HttpResponse, Failure> {
    if let Some(kept) = Kept::carried(posted) {
        return kept.draw(site, visit, None, Said { errors, address: String::new() }).await;
    }
    let mut again = CodePage::new(site, visit, posted.get("to"));
    again.frame = again.frame.with_errors(&errors);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    again.errors = errors;
    page_with(status, &again)
}

/// `POST /sign-out`: ends the session, or lays the filing card down.
pub async fn sign_out(site: Data<Site>, visit: Visit, _: Posted) -> Result<HttpResponse, Failure> {
    if let Some(token) = visit.session_token() {
        site.ask(move |store| store.end_session(token)).await?;
    }
    let mut response = on_to("/sign-in");
    for held in [Held::Session, Held::Card, Held::Visit] {
        keep(&mut response, no_cookie(&site, held))?;
    }
    Ok(response)
}

#[derive(Template)]
#[template(path = "signin/link.html")]
struct LinkPage {
    frame: Frame,
    errors: Vec<FieldError>,
    lead: String,
    address: String,
}

/// `GET /link/{token}`
pub async fn link_page(site: Data<Site>, visit: Visit, token: Path<String>) -> Result<HttpResponse, Failure> {
    page(&link_form(&site, &visit, &token).await?)
}

/// `POST /link/{token}`
pub async fn link(
    site: Data<Site>,
    visit: Visit,
    token: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let mut form = link_form(&site, &visit, &token).await?;
    if let Err(error) = new_password(&visit, &posted) {
        form.errors = vec![error];
        form.frame.has_errors = true;
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &form);
    }
    let phc = hashed(&site, posted.get("password")).await?;
    let hash = hash_of_token(&token);
    let now = site.now();
    site.ask(move |store| store.redeem_link(hash, now, &phc)).await?.ok_or(Failure::NotFound)?;
    Ok(on_to("/sign-in"))
}

async fn link_form(site: &Site, visit: &Visit, token: &str) -> Result<LinkPage, Failure> {
    let hash = hash_of_token(token);
    let now = site.now();
    let Some((account, purpose)) = site.ask(move |store| store.link(hash, now)).await? else {
        // Only who guesses is counted: many behind one address may open their own links.
        attempt(site, visit, "")?;
        return Err(Failure::NotFound);
    };
    let wording = visit.wording();
    let key = match purpose {
        LinkPurpose::Invitation => "link-invitation",
        LinkPurpose::Reset => "link-reset",
    };
    Ok(LinkPage {
        frame: Frame::new(site, visit, &wording.say(&format!("{key}.title"), &args![])),
        errors: Vec::new(),
        lead: wording.say(key, &args![name = &account.name]),
        address: account.address,
    })
}

/// Counts a password, code or link that is tried: by client, and by account.
pub(crate) fn attempt(site: &Site, visit: &Visit, address: &str) -> Result<(), Failure> {
    let day = site.now().div_euclid(86_400);
    site.limits().count(Limited::Attempt, visit.client(), day).map_err(Failure::TooMany)?;
    if !address.is_empty() {
        // By account and client: whoever guesses elsewhere does not keep the owner out. And by account alone, far looser.
        let both = format!("{address} {}", visit.client());
        site.limits().count(Limited::Account, &both, day).map_err(Failure::TooMany)?;
        site.limits().count(Limited::Everywhere, address, day).map_err(Failure::TooMany)?;
    }
    Ok(())
}

/// Whether a password that is being set will do; what is wrong with it.
pub(crate) fn new_password(visit: &Visit, posted: &Posted) -> Result<(), FieldError> {
    let password = posted.get("password");
    let length = password.chars().count();
    let key = if length < SHORTEST_PASSWORD {
        "password-short"
    } else if length > LONGEST_PASSWORD {
        "password-long"
    } else if password != posted.get("again") {
        "password-differs"
    } else {
        return Ok(());
    };
    let text = visit.wording().say(key, &args![shortest = SHORTEST_PASSWORD, longest = LONGEST_PASSWORD]);
    Err(FieldError { field: if key == "password-differs" { "again" } else { "password" }.to_owned(), text })
}

/// The PHC string of a password, off the threads that serve pages.
pub(crate) async fn hashed(site: &Site, password: &str) -> Result<String, Failure> {
    let salt = site.random();
    let password = password.to_owned();
    actix_web::web::block(move || password_hash(&password, &salt))
        .await?
        .map_err(|error| Failure::Broken(error.to_string()))
}

/// The time-based code of a secret (RFC 6238: SHA-1, six digits, 30 seconds, one step to either side).
pub(crate) fn totp(secret: &[u8], address: &str) -> Result<Totp, Failure> {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(secret.to_vec())
        .with_account_name(address)
        .with_issuer(Some("Megafoon"))
        .build()
        .map_err(|error| Failure::Broken(error.to_string()))
}

/// The step whose code this is; none for a wrong one.
pub(crate) fn step_of(site: &Site, secret: &[u8], address: &str, code: &str) -> Result<Option<i64>, Failure> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let step = totp(secret, address)?.check(&digits, site.now().unsigned_abs());
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// Where the address of a sign-in leads afterwards.
fn to_of(request: &actix_web::HttpRequest) -> &str {
    request.query_string().strip_prefix("to=").unwrap_or_default()
}

/// A path of this site: never another site's, whatever a link says.
pub(crate) fn safe_path(path: &str) -> Option<&str> {
    // Browsers read a backslash as a slash, and pass over tabs and line ends.
    let odd = |letter: char| letter == '\\' || letter.is_control();
    let local = path.starts_with('/') && !path.starts_with("//") && !path.contains(odd);
    local.then_some(path)
}

/// The browser and the system in two words, so that a list of sessions means something; no version, nothing rare.
fn device(request: &actix_web::HttpRequest) -> String {
    let agent = request.headers().get("user-agent").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = |known: &[&'static str]| known.iter().find(|name| agent.contains(**name)).copied();
    let browser = first(&["Firefox", "Edg", "Chrome", "Safari"])
        .map_or("", |name| if name == "Edg" { "Edge" } else { name });
    let system = first(&["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"]).unwrap_or_default();
    [browser, system].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}

pub(crate) fn keep(
    response: &mut HttpResponse,
    cookie: actix_web::cookie::Cookie<'static>,
) -> Result<(), Failure> {
    response.add_cookie(&cookie).map_err(|_| Failure::Broken("a cookie that no header can hold".to_owned()))
}
