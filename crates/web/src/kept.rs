//! What was typed in a form that could not be answered: it comes back on the page that says why, to be sent by a click.
//!
//! `docs/decisions/0014-what-was-typed-comes-back.md` says against what each condition here stands.

use actix_web::http::header::HeaderMap;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use askama::Template;
use model::{Authority, Cause, Code, Field, Language, Role};
use serde::{Deserialize, Serialize};
use store::NetworkView;
use wording::{Wording, args};

use crate::failure::Failure;
use crate::frame::{FieldError, Frame, accepts_html, page_with};
use crate::posted::{Posted, Sent};
use crate::routes::{self, Found};
use crate::signin::safe_path;
use crate::site::Site;
use crate::visit::{Caller, Visit};

/// The forms in which people write. What is sent to another address, a password above all, never comes back.
const FORMS: [&str; 46] = [
    "/file",
    "/file/check",
    "/file/change",
    "/file/language",
    "/file/recognise",
    "/file/draft",
    "/receipt",
    "/signals/{id}/messages",
    "/signals/{id}/solve",
    "/signals/{id}/decline",
    "/signals/{id}/refer",
    "/signals/{id}/same-case",
    "/organisation/solve",
    "/organisation/refer",
    "/organisation/search",
    "/organisation/views",
    "/network/decline",
    "/network/refer",
    "/network/search",
    "/network/views",
    "/structural/new",
    "/structural/{id}/describe",
    "/structural/{id}/text",
    "/structural/{id}/evidence/{kind}",
    "/structural/{id}/recommendation",
    "/structural/offices",
    "/structural/{id}/signals",
    "/structural/{id}/merge",
    "/structural/{id}/criteria",
    "/structural/{id}/actions",
    "/agreement/{id}",
    "/agreement/by-link/{token}",
    "/forums/new",
    "/forums/{id}/change",
    "/lexicon",
    "/lexicon/new",
    "/lexicon/try",
    "/lexicon/concepts/{code}/words",
    "/problems/{id}/answer",
    "/problems/{id}/verdict",
    "/problems/{id}/complete",
    "/problems/{id}/actions",
    "/administration/accounts",
    "/administration/accounts/{id}",
    "/administration/cards",
    "/administration/tokens",
];

/// On the way in, a form waits in this field of the forms that ask for a password and a code.
const CARRIED: &str = "kept";

/// The forms that carry another one.
const CARRIERS: [&str; 2] = ["/sign-in", "/sign-in/code"];

/// What belongs to the page that sent it, not to what was written; and what no page may repeat.
const NOT_KEPT: [&str; 6] = ["csrf", CARRIED, "password", "current", "again", "code"];

/// Kept, but nothing that somebody wrote: what the page carries, and the codes of its address.
const NOT_READ: [&str; 50] = [
    "back",
    "client_id",
    "draft",
    "step",
    "sure",
    "other",
    "search",
    "cause",
    "domain",
    "right",
    "place",
    "overdue",
    "asked",
    "aside",
    "marked",
    "counts",
    "order",
    "act",
    "edition",
    "version",
    "signal",
    "into",
    "titles",
    "criterion",
    "never-eligible",
    "predecessor",
    "like",
    "next_on",
    "stance",
    "state",
    "verdict",
    "day",
    "at",
    "was",
    "recommendation",
    "agreed",
    "reworded",
    "year",
    "addressee",
    "office",
    "term",
    "signed",
    "from",
    "until",
    "all",
    "topic",
    "concept",
    "of",
    "authority",
    "language",
];

/// What somebody sent, and where to.
#[derive(Serialize, Deserialize)]
pub struct Kept {
    path: String,
    fields: Vec<(String, String)>,
}

/// Whether what comes with this request may be drawn once more: a person's own browser sent it, from a page of this site.
pub fn may_come_back(request: &HttpRequest) -> bool {
    request.method() == Method::POST
        && comes_from_here(request.headers())
        && accepts_html(request.headers())
        && (form_of(request.path()).is_some() || CARRIERS.contains(&request.path()))
}

/// Whether a browser says that a page of this site made this request. One that says nothing is not believed.
pub fn comes_from_here(headers: &HeaderMap) -> bool {
    let said = headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN);
    said && !comes_from_elsewhere(headers)
}

/// Whether a browser says that another site made this request. A program without a browser says nothing.
pub fn comes_from_elsewhere(headers: &HeaderMap) -> bool {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = header("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    match (header("origin"), header("host")) {
        (Some(origin), Some(host)) => origin.split_once("://").is_none_or(|(_, origin)| origin != host),
        _ => false,
    }
}

impl Kept {
    /// What came with a request that failed, where it may come back.
    pub fn of(request: &HttpRequest) -> Option<Self> {
        if !may_come_back(request) {
            return None;
        }
        let extensions = request.extensions();
        let Sent(fields) = extensions.get::<Sent>()?;
        if CARRIERS.contains(&request.path()) {
            let carried = fields.iter().find(|(name, _)| name == CARRIED)?;
            return Self::parse(&carried.1);
        }
        let fields = fields.iter().filter(|(name, _)| !NOT_KEPT.contains(&name.as_str())).cloned();
        let kept = Self { path: request.path().to_owned(), fields: fields.collect() };
        kept.says_something().then_some(kept)
    }

    /// What waits in the form that asks for a password or a code.
    pub fn carried(posted: &Posted) -> Option<Self> {
        Self::parse(posted.get(CARRIED))
    }

    fn parse(text: &str) -> Option<Self> {
        let kept: Self = serde_json::from_str(text).ok()?;
        (safe_path(&kept.path).is_some() && form_of(&kept.path).is_some()).then_some(kept)
    }

    /// The page with all of it. `failure`: why it was not answered; none once somebody has signed in. Nothing is done
    /// before somebody reads it and clicks.
    pub async fn draw(
        self,
        site: &Site,
        visit: &Visit,
        failure: Option<&Failure>,
        said: Said,
    ) -> Result<HttpResponse, Failure> {
        let wording = visit.wording();
        let next = self.next(visit, failure);
        let key = match (failure, &next) {
            (None, Next::Copy) => "failure-forbidden".to_owned(),
            (None, Next::SignIn) => "kept-sign-in".to_owned(),
            (None, _) => "kept-again".to_owned(),
            (Some(Failure::SignIn), _) => "kept-sign-in".to_owned(),
            (Some(Failure::StaleForm), _) => "kept-stale".to_owned(),
            (Some(failure), _) => format!("failure-{}", failure.table().1),
        };
        let frame = Frame::new(site, visit, &wording.say(&format!("{key}.title"), &args![]));
        let carried = serde_json::to_string(&self).map_err(|error| Failure::Broken(error.to_string()))?;
        let status = match failure {
            _ if !said.errors.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
            Some(failure) => failure.table().0,
            None => StatusCode::OK,
        };
        let at = match next {
            Next::SignIn => CARRIERS[0],
            Next::Code => CARRIERS[1],
            _ => self.action(),
        };
        let network = site.network().await.ok();
        let page = KeptPage {
            frame: frame.with_errors(&said.errors).with_switch("kept", at),
            errors: said.errors,
            address: said.address,
            text: wording.say(&key, &args![]),
            who: visit
                .caller()
                .person()
                .map(|person| wording.say("kept-as", &args![name = &person.account.name])),
            read: self.read(wording, network.as_deref()),
            files: self.files(),
            action: self.action().to_owned(),
            page: (!self.files()).then(|| routes::page_above(&self.path)),
            carried,
            next,
            fields: self.fields,
        };
        page_with(status, &page)
    }

    /// What can be done with it now.
    fn next(&self, visit: &Visit, failure: Option<&Failure>) -> Next {
        let never = matches!(failure, Some(Failure::Forbidden | Failure::NotFound | Failure::Conflict));
        // Nobody was looked up then, so nobody knows who could send it.
        let not_now =
            matches!(failure, Some(Failure::TooMany(_) | Failure::Unavailable | Failure::Broken(_)));
        if never || not_now {
            return Next::Copy;
        }
        let access = form_of(&self.path).map(|form| routes::access(&Method::POST, form));
        match visit.caller() {
            caller if matches!(access, Some(Found::Route(access)) if access.admits(caller)) => Next::Send,
            Caller::Visitor => Next::SignIn,
            Caller::Person(person) if person.is_signed_in() => Next::Copy,
            Caller::Person(person) if person.account.second_factor.is_some() => Next::Code,
            Caller::Person(_) => Next::SetUp,
            Caller::Card(_) | Caller::Program(_) => Next::Copy,
        }
    }

    /// Whether it is the form of a signal: that one is opened again, and sent from there.
    fn files(&self) -> bool {
        self.path == "/file" || self.path.starts_with("/file/")
    }

    /// Where a click sends it.
    fn action(&self) -> &str {
        if self.files() { "/file/change" } else { &self.path }
    }

    /// Whether there is anything in it that a person would miss.
    fn says_something(&self) -> bool {
        self.fields.iter().any(|(name, value)| is_read(name, value))
    }

    /// What a person reads of it: names and answers in words. Of the form of a signal only what was written: its
    /// choices stand in the form.
    fn read(&self, wording: Wording, network: Option<&NetworkView>) -> Vec<(String, String)> {
        let written =
            |name: &str| Field::parse(name).is_ok_and(|field| crate::filing::TEXTS.contains(&field));
        let fields = self.fields.iter().filter(|(name, value)| {
            if self.files() { written(name) && !value.trim().is_empty() } else { is_read(name, value) }
        });
        fields
            .map(|(name, value)| {
                let label = match Field::parse(name) {
                    Ok(field) if self.files() => wording.label(field),
                    _ => label_in_words(wording, name),
                };
                (label, in_words(wording, network, name, value).unwrap_or_else(|| value.clone()))
            })
            .collect()
    }
}

/// What is said on the page besides what was kept.
#[derive(Default)]
pub struct Said {
    /// What is wrong with the password or the code.
    pub errors: Vec<FieldError>,
    /// The address with which somebody tried to sign in.
    pub address: String,
}

#[derive(Template)]
#[template(path = "kept/kept.html")]
struct KeptPage {
    frame: Frame,
    errors: Vec<FieldError>,
    address: String,
    text: String,
    /// As whom one is signed in.
    who: Option<String>,
    read: Vec<(String, String)>,
    files: bool,
    action: String,
    /// The page on which it was written.
    page: Option<String>,
    carried: String,
    next: Next,
    fields: Vec<(String, String)>,
}

/// What can be done with what was typed.
enum Next {
    /// Sign in, and go on with it.
    SignIn,
    /// Give the code of the second factor.
    Code,
    /// Set the second factor first.
    SetUp,
    /// Send it, or open it in its form.
    Send,
    /// Nothing here: it can be read and copied.
    Copy,
}

/// The form of this path in the table.
fn form_of(path: &str) -> Option<&'static str> {
    let fits = |form: &&str| {
        let (mut known, mut asked) = (form.split('/'), path.split('/'));
        loop {
            match (known.next(), asked.next()) {
                (None, None) => return true,
                (Some("{token}"), Some(token)) if is_made_of(token, b"-_") => {}
                (Some(known), Some(id)) if known.starts_with('{') && is_made_of(id, b"-") => {}
                (Some(known), Some(asked)) if known == asked => {}
                _ => return false,
            }
        }
    };
    FORMS.into_iter().find(fits)
}

/// Whether there is something, of letters, digits and these signs alone.
fn is_made_of(text: &str, signs: &[u8]) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || signs.contains(&byte))
}

fn is_read(name: &str, value: &str) -> bool {
    // Where a page asks the same of several things, a field ends with the id of one.
    let of_one = ["version-", "stance-"].iter().any(|before| name.starts_with(before));
    !value.trim().is_empty() && !NOT_READ.contains(&name) && !name.ends_with("-sure") && !of_one
}

/// What a field of a form other than that of a signal is called: a part of a chapter, with its language, or a box.
fn label_in_words(wording: Wording, name: &str) -> String {
    match crate::structural::part_of(name) {
        Some((key, language)) => {
            format!("{} ({})", wording.say(key, &args![]), language.code().to_uppercase())
        }
        None => wording.say(label_of(name), &args![]),
    }
}

/// The sentence that names a field of a form other than that of a signal.
fn label_of(name: &str) -> &'static str {
    match name {
        "reason" => "judge-reason",
        "note" => "weigh-note",
        "source" => "bench-figure-source",
        "where" => "refer-where",
        "words" => "queue-search",
        "called" => "queue-keep.name",
        "words-nl" | "words-fr" | "words-en" => "lexicon-words",
        "first" => "lexicon-first",
        "second" => "lexicon-second",
        "receipt" => "filing-receipt-code",
        "name" => "administration-name",
        "address" => "account-address",
        "role" => "account-roles",
        "organisation" => "account-organisation",
        "authority" => "administration-authority",
        "owner" => "bench-owner",
        "right" => "bench-rights",
        "domain" => "field-domain",
        "cause" => "field-cause",
        "language" => "page-languages",
        "sponsor" => "administration-card-sponsor",
        "label" => "administration-label",
        _ => "kept-text",
    }
}

/// A code in words; none where it was typed.
fn in_words(wording: Wording, network: Option<&NetworkView>, name: &str, value: &str) -> Option<String> {
    match name {
        "role" => Role::parse(value).ok().map(|role| wording.label(role)),
        "authority" => Authority::parse(value).ok().map(|authority| wording.label(authority)),
        "language" => Language::parse(value).ok().map(|language| wording.label(language)),
        "organisation" | "sponsor" | "owner" => {
            let code = Code::parse(value).ok()?;
            let known = network?.organisations.iter().find(|known| known.code == code)?;
            Some(known.name.get_or_fallback(wording.language()).to_owned())
        }
        "domain" => Some(crate::signals::domain(wording, network?, &Code::parse(value).ok()?)),
        "right" => {
            network?.rights.iter().find(|one| one.code.as_str() == value).map(|one| wording.right(one))
        }
        "cause" => Cause::parse(value).ok().map(|cause| wording.label(cause)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_that_comes_back_is_a_form_of_the_table() {
        for form in FORMS.into_iter().chain(CARRIERS) {
            assert!(matches!(routes::access(&Method::POST, form), Found::Route(_)), "{form}");
        }
    }

    #[test]
    fn no_form_with_a_password_comes_back() {
        for path in ["/sign-in", "/sign-in/code", "/account/password", "/link/abc", "/account/second-factor"]
        {
            assert_eq!(form_of(path), None, "{path}");
        }
    }

    #[test]
    fn a_path_is_one_form_or_none() {
        assert_eq!(form_of("/signals/0a-1b/decline"), Some("/signals/{id}/decline"));
        for path in
            ["/signals//decline", "/signals/%2e%2e/decline", "/signals/a/decline/", "//file", "/file/", ""]
        {
            assert_eq!(form_of(path), None, "{path}");
        }
    }

    #[test]
    fn what_waits_in_a_form_cannot_lead_elsewhere() {
        let text = |path: &str| serde_json::json!({ "path": path, "fields": [["text", "x"]] }).to_string();
        assert!(Kept::parse(&text("/signals/1/messages")).is_some());
        for path in
            ["//elsewhere.example/file", "https://elsewhere.example/file", "/sign-out", "/account/password"]
        {
            assert!(Kept::parse(&text(path)).is_none(), "{path}");
        }
        assert!(Kept::parse("").is_none());
    }
}
