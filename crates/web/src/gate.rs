//! The one door: who is there, may they enter, and how a failure looks.

use std::net::{IpAddr, SocketAddr};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use data_encoding::BASE64URL_NOPAD;
use model::Language;
use wording::args;

use crate::failure::Failure;
use crate::frame::{FailurePage, Frame, SWITCH};
use crate::kept::{Kept, Said, comes_from_elsewhere, comes_from_here, may_come_back};
use crate::limits::Limited;
use crate::posted::remember;
use crate::routes;
use crate::secrets::hash_of_token;
use crate::site::Site;
use crate::visit::{Caller, Person, Visit};

/// What scripts, styles, pictures and forms may do: only what comes from here, and nothing inside the page itself.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                      connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// The route of styles, scripts, fonts and pictures.
const ASSETS: &str = "/assets/{version}/{name}";

/// The cookies, by what they hold.
#[derive(Debug, Clone, Copy)]
pub enum Held {
    /// The token of a session.
    Session,
    /// The token of a filing card.
    Card,
    /// Nothing but a random number that forms are tied to.
    Visit,
    /// The language that was chosen.
    Language,
}

impl Held {
    fn name(self, secure: bool) -> String {
        let name = match self {
            Self::Session => "megafoon-session",
            Self::Card => "megafoon-card",
            Self::Visit => "megafoon-visit",
            Self::Language => "megafoon-language",
        };
        if secure { format!("__Host-{name}") } else { name.to_owned() }
    }
}

/// A cookie of this site. Gone with the browser, except the language and a card.
pub fn cookie(site: &Site, held: Held, value: String) -> Cookie<'static> {
    let mut cookie = Cookie::build(held.name(site.is_secure()), value)
        .path("/")
        .http_only(true)
        .secure(site.is_secure())
        .same_site(SameSite::Lax);
    if matches!(held, Held::Language | Held::Card) {
        cookie = cookie.max_age(actix_web::cookie::time::Duration::days(365));
    }
    cookie.finish()
}

/// The cookie that takes another away.
pub fn no_cookie(site: &Site, held: Held) -> Cookie<'static> {
    let mut cookie = cookie(site, held, String::new());
    cookie.make_removal();
    cookie
}

/// Answers one request.
pub async fn gate(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(site) = request.app_data::<Data<Site>>().map(|site| site.get_ref().clone()) else {
        return Err(Failure::Broken("a gate without a site".to_owned()).into());
    };
    let pattern = request.match_pattern().unwrap_or_default();
    let method = request.method().clone();
    // Styles, scripts and fonts are the same for everyone: nobody is looked up for them, and they are not counted.
    let is_asset = pattern == ASSETS;
    let arrived = if is_asset {
        let language = language(&site, &request, None);
        Ok((Visit::new(Caller::Visitor, language, String::new(), String::new(), None), None))
    } else {
        let client = client(&site, request.request());
        let day = site.now().div_euclid(86_400);
        // Counted before anybody is looked up: who asks too often costs the database nothing.
        match site.limits().count(Limited::Request, &client, day) {
            Ok(()) => arrive(&site, &request, client).await,
            Err(seconds) => Err(Failure::TooMany(seconds)),
        }
    };
    let (visit, new_visit) = match arrived {
        Ok(arrived) => arrived,
        Err(failure) => {
            // Nobody was looked up: the page is for nobody, and what was typed can be copied from it.
            let language = language(&site, &request, None);
            let visit = Visit::new(Caller::Visitor, language, String::new(), String::new(), None);
            let http = door(request).await;
            let mut shown = show(&site, &http, &visit, &failure, &pattern).await;
            dress(&site, shown.headers_mut(), false);
            return Ok(ServiceResponse::new(http, shown));
        }
    };
    let from_here = comes_from_here(request.headers());
    let switched = switched(&request).filter(|_| from_here);
    let visit = switched.map_or(visit.clone(), |language| visit.in_language(language));
    let (http, answer) = match enter(&request, &visit, &pattern) {
        Err(failure) => {
            let http = door(request).await;
            let shown = show(&site, &http, &visit, &failure, &pattern).await;
            (http, shown)
        }
        Ok(()) => {
            request.extensions_mut().insert(visit.clone());
            // A request that is held twice cannot be routed: an error that is no answer yet goes on as it is.
            let response = next.call(request).await?;
            let failure = response.response().error().map(failure_of);
            let (http, response) = response.into_parts();
            let response = match failure {
                Some(failure) => show(&site, &http, &visit, &failure, &pattern).await,
                None => response.map_into_boxed_body(),
            };
            (http, response)
        }
    };
    let mut response = ServiceResponse::new(http, answer);
    if response.status() == StatusCode::METHOD_NOT_ALLOWED
        && let Ok(allowed) = HeaderValue::from_str(&routes::allowed(&pattern))
    {
        response.headers_mut().insert(header::ALLOW, allowed);
    }
    let kept = response.headers().contains_key(header::CACHE_CONTROL);
    dress(&site, response.headers_mut(), kept);
    if let Some(language) = switched {
        let language = cookie(&site, Held::Language, language.code().to_owned());
        let _ = response.response_mut().add_cookie(&language);
    }
    // Not on a form that another site sent: a browser leaves cookies out there, and would get a new visit for the old.
    if let Some(key) = new_visit
        && (method == Method::GET || from_here)
        && !kept
    {
        // Without the cookie a form could not be sent; a header that cannot be written leaves it so.
        let _ = response.response_mut().add_cookie(&cookie(&site, Held::Visit, key));
    }
    Ok(response)
}

/// Finds out who asks; with a new key of the visit where there was none.
async fn arrive(
    site: &Site,
    request: &ServiceRequest,
    client: String,
) -> Result<(Visit, Option<String>), Failure> {
    let read = |held: Held| {
        request
            .cookie(&held.name(site.is_secure()))
            .map(|cookie| cookie.value().to_owned())
            .filter(|value| !value.is_empty())
    };
    let now = site.now();
    let mut caller = Caller::Visitor;
    let mut key = None;
    let mut token_hash = None;
    if let Some(token) = bearer(request) {
        let hash = hash_of_token(token);
        if let Some(token) = site.ask(move |store| store.token(hash)).await?
            && token.revoked_on.is_none()
        {
            caller = Caller::Program(token);
        }
    } else if let Some(token) = read(Held::Session) {
        let hash = hash_of_token(&token);
        let person = site.ask(move |store| {
            store.session(hash, now)?.map(|session| Person::load(store, session)).transpose()
        });
        if let Some(person) = person.await? {
            caller = Caller::Person(person);
            token_hash = Some(hash);
            key = Some(token);
        }
    }
    if matches!(caller, Caller::Visitor)
        && let Some(token) = read(Held::Card)
    {
        let hash = hash_of_token(&token);
        if let Some(card) = site.ask(move |store| store.card(hash)).await?
            && card.revoked_on.is_none()
        {
            caller = Caller::Card(card);
            key = Some(token);
        }
    }
    let (key, new) = match key.or_else(|| read(Held::Visit)) {
        Some(key) => (key, None),
        None => {
            let key = BASE64URL_NOPAD.encode(&site.random::<16>());
            (key.clone(), Some(key))
        }
    };
    let language = language(site, request, Some(&caller));
    Ok((Visit::new(caller, language, key, client, token_hash), new))
}

/// Whether this caller may use this route now.
fn enter(request: &ServiceRequest, visit: &Visit, pattern: &str) -> Result<(), Failure> {
    if !request.method().is_safe() && comes_from_elsewhere(request.headers()) {
        return Err(Failure::StaleForm);
    }
    // HEAD is answered as GET.
    let method = if request.method() == Method::HEAD { &Method::GET } else { request.method() };
    let access = match routes::access(method, pattern) {
        routes::Found::Route(access) => access,
        routes::Found::OtherMethod => return Err(Failure::WrongMethod),
        routes::Found::Nothing => return Err(Failure::NotFound),
    };
    if access.admits(visit.caller()) {
        return Ok(());
    }
    Err(match visit.caller() {
        Caller::Visitor => Failure::SignIn,
        Caller::Person(person) if !person.is_signed_in() => Failure::SignIn,
        _ => Failure::Forbidden,
    })
}

/// A request that stays outside; what was typed in it is read, where it may come back.
async fn door(request: ServiceRequest) -> HttpRequest {
    let (http, mut payload) = request.into_parts();
    if may_come_back(&http) {
        remember(&http, &mut payload).await;
    }
    http
}

/// The language that a form is to be read in, and nothing else (`Frame::with_switch`).
fn switched(request: &ServiceRequest) -> Option<Language> {
    let asked = request.query_string().strip_prefix(SWITCH)?.strip_prefix('=')?;
    Language::parse(asked).ok().filter(|_| request.method() == Method::POST)
}

fn bearer(request: &ServiceRequest) -> Option<&str> {
    if !request.path().starts_with("/api/") {
        return None;
    }
    request.headers().get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// What requests of one client are counted by: its address, of which a whole network of IPv6 (/64) is one client, for
/// every household has that many.
fn client(site: &Site, request: &HttpRequest) -> String {
    let forwarded = site.settings().behind_proxy.then(|| {
        let value = request.headers().get_all("x-forwarded-for").last()?.to_str().ok()?;
        address_in(value.rsplit(',').next().unwrap_or(value).trim())
    });
    // What cannot be read is no client of its own: whoever writes it would never be counted twice.
    let address = forwarded.flatten().or_else(|| request.peer_addr().map(|address| address.ip()));
    address.map(counted_by).unwrap_or_default()
}

/// The address as proxies write it: alone, in brackets, or with a port.
fn address_in(written: &str) -> Option<IpAddr> {
    let bare = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(written);
    bare.parse().ok().or_else(|| written.parse().ok().map(|address: SocketAddr| address.ip()))
}

fn counted_by(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
        IpAddr::V4(address) => address.to_string(),
    }
}

/// The language that was chosen, else the account's, else the browser's first that we have, else Dutch.
fn language(site: &Site, request: &ServiceRequest, caller: Option<&Caller>) -> Language {
    let name = Held::Language.name(site.is_secure());
    if let Some(chosen) = request.cookie(&name).and_then(|cookie| Language::parse(cookie.value()).ok()) {
        return chosen;
    }
    if let Some(Caller::Person(person)) = caller {
        return person.account.language;
    }
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    accepted
        .into_iter()
        .flat_map(|list| list.split(','))
        .filter_map(|item| item.split([';', '-']).next())
        .find_map(|code| Language::parse(code.trim()).ok())
        .unwrap_or(Site::default_language())
}

fn failure_of(error: &actix_web::Error) -> Failure {
    if let Some(failure) = error.as_error::<Failure>() {
        return failure.clone();
    }
    match error.as_response_error().status_code() {
        StatusCode::NOT_FOUND => Failure::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Failure::WrongMethod,
        StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
        status if status.is_client_error() => Failure::Unreadable,
        _ => Failure::Broken("an answer that failed".to_owned()),
    }
}

/// A failure as the caller reads it: JSON for programs, a page for people; whoever is not signed in is led there.
async fn show(
    site: &Site,
    request: &HttpRequest,
    visit: &Visit,
    failure: &Failure,
    pattern: &str,
) -> HttpResponse {
    let (status, code) = failure.table();
    if status.is_server_error() {
        let detail = if let Failure::Broken(detail) = failure { detail.as_str() } else { code };
        site.log(&format!("{} {pattern}: {detail}", request.method()));
    }
    let wording = visit.wording();
    let wants_json = request.path().starts_with("/api/")
        || request
            .headers()
            .get(header::ACCEPT)
            .is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    if wants_json {
        let for_programs = request.path().starts_with("/api/");
        let message = for_programs
            .then(|| wording.try_say(&format!("api-failure-{code}"), &args![]))
            .flatten()
            .unwrap_or_else(|| wording.say(&format!("failure-{code}"), &args![]));
        let mut response = HttpResponse::build(status);
        if for_programs && status == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        if let Failure::TooMany(seconds) = failure {
            response.insert_header((header::RETRY_AFTER, *seconds));
        }
        return response.json(serde_json::json!({ "error": { "code": code, "message": message } }));
    }
    let sign_in = (*failure == Failure::SignIn).then(|| {
        if matches!(visit.caller(), Caller::Person(_)) {
            return "/sign-in/code".to_owned();
        }
        let to = match request.uri().path_and_query() {
            Some(asked) if request.method() == Method::GET => asked.as_str().to_owned(),
            _ => routes::page_above(request.path()),
        };
        format!("/sign-in?to={to}")
    });
    if let Some(sign_in) = &sign_in
        && request.method() == Method::GET
    {
        return HttpResponse::SeeOther().insert_header((header::LOCATION, sign_in.as_str())).finish();
    }
    if let Some(kept) = Kept::of(request) {
        match kept.draw(site, visit, Some(failure), Said::default()).await {
            Ok(page) => return page,
            Err(failure) => site.log(&format!("{} {pattern}: {failure}", request.method())),
        }
    }
    let title = wording.say(&format!("failure-{code}.title"), &args![]);
    let frame = Frame::new(site, visit, &title);
    let page = FailurePage { frame, text: wording.say(&format!("failure-{code}"), &args![]), sign_in };
    match askama::Template::render(&page) {
        Ok(body) => HttpResponse::build(status).content_type("text/html; charset=utf-8").body(body),
        Err(_) => HttpResponse::new(status),
    }
}

/// The headers that every answer wears.
fn dress(site: &Site, headers: &mut HeaderMap, kept: bool) {
    let mut set =
        |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // Not `no-referrer`: browsers would then send forms with the origin `null`.
    set(header::REFERRER_POLICY, "same-origin");
    set(header::PERMISSIONS_POLICY, "camera=(), geolocation=(), microphone=(), interest-cohort=()");
    set(header::CROSS_ORIGIN_OPENER_POLICY, "same-origin");
    set(header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin");
    if site.is_secure() {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    if !kept {
        set(header::CACHE_CONTROL, "no-store");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_network_of_ipv6_is_one_client() {
        let of = |text: &str| text.parse().ok().map(counted_by);
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }

    #[test]
    fn an_address_is_read_as_proxies_write_it() {
        for written in ["192.0.2.1", "192.0.2.1:4711"] {
            assert_eq!(address_in(written), "192.0.2.1".parse().ok(), "{written}");
        }
        for written in ["2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:4711"] {
            assert_eq!(address_in(written), "2001:db8::1".parse().ok(), "{written}");
        }
        assert_eq!(address_in("unknown"), None);
    }
}
