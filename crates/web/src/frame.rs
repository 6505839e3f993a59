//! What stands around every page: language, title, navigation, assets, and the mark of its forms.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap};
use askama::Template;
use model::{Language, Role};
use wording::{Wording, args};

use crate::access::{Access, FILERS};
use crate::failure::Failure;
use crate::secrets::form_mark;
use crate::site::Site;
use crate::visit::{Caller, Visit};

/// What the base template needs.
pub struct Frame {
    wording: Wording,
    /// The title of the page, without the name of the service.
    pub title: String,
    /// Whether something on the page is to be corrected: said first in the title.
    pub has_errors: bool,
    /// What is to be corrected, for the fields to say it too.
    wrong: Vec<FieldError>,
    /// The pages of this caller.
    pub links: Vec<Link>,
    /// The other languages.
    pub languages: Vec<LanguageLink>,
    /// The id of the form that keeps what was typed when the language is switched, where there is one.
    pub switch_form: Option<&'static str>,
    /// The name of whoever is signed in.
    pub name: Option<String>,
    /// The mark that every form carries.
    pub csrf: String,
    /// The style sheet.
    pub style: String,
    /// The script of this page, where it has one.
    pub script: Option<String>,
    /// For whoever files: the sentences of the script that sends what waits on this phone, on pages without another script.
    pub waiting: Option<String>,
    /// Where that script is.
    pub waiting_script: String,
    /// The folder of the assets, with a slash at the end.
    pub assets: String,
    /// Whether published editions are shown.
    pub editions: bool,
    /// Whether this is the demo.
    pub demo: bool,
    /// Whether the caller can sign out, or lay a card down.
    pub leaves: bool,
    /// Whether the page is a copy for use without network.
    pub copy: bool,
}

/// What is wrong with a field of a form, in words that also stand at the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the field.
    pub field: String,
    /// What is wrong and what to do.
    pub text: String,
}

/// A page in the navigation.
pub struct Link {
    /// Where.
    pub href: &'static str,
    /// In words.
    pub label: String,
    /// Whether the page is this one, or one below it.
    pub current: bool,
}

/// A language one may switch to.
pub struct LanguageLink {
    /// Its code.
    pub code: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// Whether the page is in it.
    pub current: bool,
    /// Where a form that keeps what was typed is sent for it.
    pub action: String,
}

impl LanguageLink {
    /// What is seen: "NL".
    pub fn short(&self) -> String {
        self.code.to_uppercase()
    }

    /// What is heard: what is seen, and the whole name.
    pub fn label(&self) -> String {
        format!("{}, {}", self.short(), self.name)
    }
}

impl Frame {
    /// The frame of a page with this title.
    pub fn new(site: &Site, visit: &Visit, title: &str) -> Self {
        let wording = visit.wording();
        Self {
            wording,
            title: title.to_owned(),
            has_errors: false,
            wrong: Vec::new(),
            links: links(visit, wording),
            languages: Language::ALL
                .iter()
                .map(|language| LanguageLink {
                    code: language.code(),
                    name: own_name(*language),
                    current: *language == visit.language(),
                    action: FILING_SWITCH.to_owned(),
                })
                .collect(),
            switch_form: None,
            name: visit.caller().person().map(|person| person.account.name.clone()),
            csrf: form_mark(site.visit_key(), visit.key(), site.random()),
            style: site.assets().url("style.css"),
            script: None,
            waiting: Access::Filing.admits(visit.caller()).then(|| crate::filing::words_of_any_page(wording)),
            waiting_script: site.assets().url("waiting.js"),
            assets: site.assets().folder(),
            editions: site.settings().editions.is_some(),
            demo: !site.settings().demo_accounts.is_empty(),
            leaves: matches!(visit.caller(), Caller::Person(_) | Caller::Card(_)),
            copy: false,
        }
    }

    /// With the page of the navigation that it is, or stands below.
    pub fn at(mut self, href: &str) -> Self {
        for link in &mut self.links {
            link.current = link.href == href;
        }
        self
    }

    /// As a copy that a phone keeps: nothing of anybody, and a menu of what opens without network.
    pub fn kept_offline(mut self, here: &str) -> Self {
        let link = |href, key: &str| Link { href, label: self.t(key), current: href == here };
        self.links =
            vec![link("/file", "nav-file"), link("/file/queue", "nav-queue"), link("/help", "nav-help")];
        self.csrf = String::new();
        self.copy = true;
        self.waiting = Some(crate::filing::words_of_any_page(self.wording));
        self
    }

    /// With errors: the title says so first.
    pub fn with_errors(mut self, errors: &[FieldError]) -> Self {
        self.has_errors = !errors.is_empty();
        self.wrong = errors.to_vec();
        self
    }

    /// What is to be corrected in the field with this id.
    pub fn wrong(&self, field: &str) -> Option<&str> {
        self.wrong.iter().find(|error| error.field == field).map(|error| error.text.as_str())
    }

    /// With a form that keeps what was typed when the language is switched: its id, and where it is sent. The gate reads
    /// the language in the address; whoever answers does nothing then but draw the page (`Visit::switches`).
    pub fn with_switch(mut self, form: &'static str, path: &str) -> Self {
        self.switch_form = Some(form);
        for language in &mut self.languages {
            language.action = format!("{path}?{SWITCH}={}", language.code);
        }
        self
    }

    /// With a script.
    pub fn with_script(mut self, site: &Site, name: &str) -> Self {
        self.script = Some(site.assets().url(name));
        self
    }

    /// The sentence of this key, in the language of the page.
    pub fn t(&self, key: &str) -> String {
        self.wording.say(key, &args![])
    }

    /// The language of the page, as HTML writes it.
    pub fn language(&self) -> &'static str {
        self.wording.language().code()
    }
}

/// By which an address asks for the form that it is sent in another language.
pub const SWITCH: &str = "switch";

/// Where the form of a signal is sent for another language: its steps are more than one page.
const FILING_SWITCH: &str = "/file/language";

/// Where texts wait for the agreement of an organisation.
const AGREEMENT: &str = "/agreement";

/// Whether a person waits for a page.
pub fn accepts_html(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

/// A page as an answer.
pub fn page(template: &impl Template) -> Result<HttpResponse, Failure> {
    page_with(StatusCode::OK, template)
}

/// A page as an answer with this status: 422 for a form that has to be corrected.
pub fn page_with(status: StatusCode, template: &impl Template) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(template.render()?))
}

/// On to another page, after something was done.
pub fn on_to(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((actix_web::http::header::LOCATION, path)).finish()
}

/// A page that says what went wrong.
#[derive(Template)]
#[template(path = "failure.html")]
pub struct FailurePage {
    /// Around it.
    pub frame: Frame,
    /// What happened and what to do.
    pub text: String,
    /// Where one signs in, to come back to where one was.
    pub sign_in: Option<String>,
}

/// A language's name in itself is no sentence: it is the same on every page.
const fn own_name(language: Language) -> &'static str {
    match language {
        Language::Nl => "Nederlands",
        Language::Fr => "Français",
        Language::En => "English",
    }
}

fn links(visit: &Visit, wording: Wording) -> Vec<Link> {
    let mut links = Vec::new();
    let mut add = |href, key: &str| {
        // What waits is counted in the menu, as on the page where it waits.
        let waits = visit.caller().person().map_or(0, |person| person.unanswered);
        let label = if href == AGREEMENT && waits > 0 {
            wording.say("nav-agreement-waiting", &args![count = waits])
        } else {
            wording.say(key, &args![])
        };
        links.push(Link { href, label, current: false });
    };
    match visit.caller() {
        Caller::Card(_) => {
            add("/file", "nav-file");
            add("/receipt", "nav-receipt");
        }
        caller => {
            let Some(person) = caller.person() else { return links };
            if person.has_any(FILERS) {
                add("/file", "nav-file");
                add("/signals", "nav-signals");
            }
            if person.has_any(&[Role::SignalCoordinator]) {
                add("/organisation", "nav-organisation");
                add(AGREEMENT, "nav-agreement");
            }
            if person.has_any(&[Role::NetworkCoordinator]) {
                add("/network", "nav-network");
                add("/structural", "nav-structural");
            }
            if person.has_any(FILERS) || person.has_any(&[Role::NetworkCoordinator, Role::Reader]) {
                add("/problems", "nav-problems");
            }
            if person.has_any(&[Role::Administrator]) {
                add("/administration", "nav-administration");
            }
            add("/account", "nav-account");
        }
    }
    add("/help", "nav-help");
    links
}
