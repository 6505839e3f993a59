//! The whole URL tree on one screen, and who may go where. What does not stand here does not exist.

use actix_web::http::Method;
use actix_web::{Handler, Responder, Route, web};
use model::Role;

use crate::access::{Access, FILERS};
use crate::{
    account, administration, api, assets, editions, filing, foreseen, forums, home, lexicon, log, network,
    organisation, problems, queue, rising, signals, signin, similar, structural, upload,
};

/// One line of the table, without its page: for whoever checks who may go where.
pub type Public = (Method, &'static str, Access);

use Access::{Everyone, Filing, HalfSignedIn, SignedIn, Token};

const COORDINATOR: Access = Access::Role(&[Role::SignalCoordinator]);
/// Whoever takes steps with signals.
const DECIDING: Access = Access::Role(&[Role::SignalCoordinator, Role::NetworkCoordinator]);
/// Whoever answers for an authority, or registers what it wrote.
const ANSWERING: Access = Access::Role(&[Role::NetworkCoordinator, Role::Reader]);
/// Whoever answers for an authority or judges for the field.
const COMPLETING: Access = Access::Role(&[Role::SignalCoordinator, Role::NetworkCoordinator, Role::Reader]);
const NETWORK: Access = Access::Role(&[Role::NetworkCoordinator]);
const FILER: Access = Access::Role(FILERS);
const KNOWING: Access =
    Access::Role(&[Role::Filer, Role::SignalCoordinator, Role::NetworkCoordinator, Role::Reader]);
const ADMINISTRATOR: Access = Access::Role(&[Role::Administrator]);

#[rustfmt::skip]
fn lines() -> Vec<Line> {
    vec![
        get("/", Everyone, home::start),
        get("/help", Everyone, home::help),
        get("/language/{code}", Everyone, home::language),
        get("/health", Everyone, home::health),
        get("/assets/{version}/{name}", Everyone, assets::file),
        get("/service-worker.js", Everyone, assets::service_worker),

        get("/editions", Everyone, editions::list),
        get("/editions/{number}", Everyone, editions::front),
        get("/editions/{number}/", Everyone, editions::front),
        get("/editions/{number}/{name}", Everyone, editions::top),
        get("/editions/{number}/{folder}/{name}", Everyone, editions::within),

        get("/sign-in", Everyone, signin::page_of),
        post("/sign-in", Everyone, signin::sign_in),
        get("/sign-in/code", HalfSignedIn, signin::code_page),
        post("/sign-in/code", HalfSignedIn, signin::code),
        post("/sign-out", Everyone, signin::sign_out),
        get("/forgotten", Everyone, signin::forgotten_page),
        post("/forgotten", Everyone, signin::ask_link),
        get("/link/{token}", Everyone, signin::link_page),
        post("/link/{token}", Everyone, signin::link),

        get("/account", SignedIn, account::page_of),
        post("/account/password", SignedIn, account::password),
        post("/account/digest", SignedIn, account::digest),
        post("/account/sessions", SignedIn, account::end_sessions),
        get("/account/second-factor", HalfSignedIn, account::second_factor_page),
        get("/account/second-factor.svg", HalfSignedIn, account::second_factor_picture),
        post("/account/second-factor", HalfSignedIn, account::second_factor),

        get("/administration", ADMINISTRATOR, administration::accounts),
        post("/administration/accounts", ADMINISTRATOR, administration::add_account),
        get("/administration/accounts/{id}", ADMINISTRATOR, administration::account),
        post("/administration/accounts/{id}", ADMINISTRATOR, administration::change_account),
        post("/administration/accounts/{id}/lock", ADMINISTRATOR, administration::lock_account),
        post("/administration/accounts/{id}/link", ADMINISTRATOR, administration::new_link),
        post("/administration/accounts/{id}/second-factor", ADMINISTRATOR, administration::forget_second_factor),
        get("/administration/cards", ADMINISTRATOR, administration::cards),
        post("/administration/cards", ADMINISTRATOR, administration::add_card),
        post("/administration/cards/{id}", ADMINISTRATOR, administration::revoke_card),
        get("/administration/tokens", ADMINISTRATOR, administration::tokens),
        post("/administration/tokens", ADMINISTRATOR, administration::add_token),
        post("/administration/tokens/{id}", ADMINISTRATOR, administration::revoke_token),

        get("/file", Filing, filing::form),
        post("/file/check", Filing, filing::check),
        post("/file/change", Filing, filing::change),
        post("/file/language", Filing, filing::switch_language),
        post("/file/recognise", FILER, filing::recognise),
        post("/file/known", Filing, filing::known_part),
        post("/file/draft", FILER, filing::save_draft),
        post("/file", Filing, filing::send),
        get("/filed/{id}", Filing, filing::filed),
        get("/card/{token}", Everyone, filing::card),
        get("/receipt", Everyone, filing::receipt_form),
        post("/receipt", Everyone, filing::receipt_of),

        get("/file/session", Everyone, filing::session),
        get("/file/key", Everyone, filing::key),
        get("/file/offline.json", Everyone, filing::offline_list),
        get("/file/offline/{code}/{name}", Everyone, filing::offline_copy),
        get("/file/queue", Everyone, filing::queue),
        post("/file/queue", Everyone, filing::upload_queue),
        post("/file/sealed", Everyone, filing::send_sealed),
        get("/manifest.webmanifest", Everyone, filing::manifest),

        get("/signals", FILER, signals::list),
        // Who may not read a signal is not told that it is there.
        get("/signals/{id}", SignedIn, signals::one),
        post("/signals/{id}/messages", SignedIn, signals::message),
        get("/signals/{id}/withdraw", FILER, signals::withdraw_page),
        post("/signals/{id}/withdraw", FILER, signals::withdraw),
        post("/signals/{id}/release", COORDINATOR, signals::release),
        post("/signals/{id}/solve", COORDINATOR, signals::solve),
        post("/signals/{id}/undo", DECIDING, signals::undo),
        post("/signals/{id}/accept", NETWORK, signals::accept),
        post("/signals/{id}/decline", NETWORK, signals::decline),
        post("/signals/{id}/weigh", DECIDING, signals::weigh),
        post("/signals/{id}/correct", DECIDING, signals::correct),
        post("/signals/{id}/postpone", DECIDING, signals::postpone),
        post("/signals/{id}/refer", DECIDING, signals::refer),
        post("/signals/{id}/redact", DECIDING, signals::redact),
        post("/signals/{id}/same-case", NETWORK, signals::same_case),
        post("/signals/{id}/undo-event", DECIDING, signals::undo_event),
        post("/drafts/{id}/delete", FILER, signals::delete_draft),
        get("/signals/{id}/similar", DECIDING, similar::page_of),
        post("/signals/{id}/similar", NETWORK, similar::choose),
        get("/proposals", NETWORK, similar::proposals),
        get("/lexicon", NETWORK, lexicon::list),
        post("/lexicon", NETWORK, lexicon::search),
        get("/lexicon/new", NETWORK, lexicon::new_page),
        post("/lexicon/new", NETWORK, lexicon::make),
        get("/lexicon/try", NETWORK, lexicon::try_page),
        post("/lexicon/try", NETWORK, lexicon::try_texts),
        get("/lexicon/concepts/{code}", NETWORK, lexicon::one),
        post("/lexicon/concepts/{code}/words", NETWORK, lexicon::add),
        post("/lexicon/concepts/{code}/off", NETWORK, lexicon::switch_off),
        post("/lexicon/concepts/{code}/back", NETWORK, lexicon::put_back),
        post("/lexicon/concepts/{code}/remove", NETWORK, lexicon::remove),
        get("/organisation", COORDINATOR, organisation::page_of),
        post("/organisation/search", COORDINATOR, queue::search),
        post("/organisation/release", COORDINATOR, queue::several),
        post("/organisation/solve", COORDINATOR, queue::several),
        post("/organisation/refer", COORDINATOR, queue::several),
        post("/organisation/postpone", COORDINATOR, queue::several),
        post("/organisation/undo", COORDINATOR, queue::undo),
        post("/organisation/views", COORDINATOR, queue::keep_view),
        post("/organisation/views/{id}/delete", COORDINATOR, queue::delete_view),
        get("/network", NETWORK, network::page_of),
        get("/network/rising", NETWORK, rising::page_of),
        get("/network/figures", NETWORK, foreseen::page_of),
        post("/network/search", NETWORK, queue::search),
        post("/network/accept", NETWORK, queue::several),
        post("/network/decline", NETWORK, queue::several),
        post("/network/refer", NETWORK, queue::several),
        post("/network/postpone", NETWORK, queue::several),
        post("/network/same-case", NETWORK, queue::several),
        post("/network/undo", NETWORK, queue::undo),
        post("/network/views", NETWORK, queue::keep_view),
        post("/network/views/{id}/delete", NETWORK, queue::delete_view),
        get("/log", NETWORK, log::page_of),
        get("/log.csv", NETWORK, log::csv),
        get("/problems", KNOWING, problems::page_of),
        post("/problems/{id}/recognise", FILER, problems::recognise),

        get("/structural", NETWORK, structural::list),
        get("/structural/new", NETWORK, structural::new_page),
        post("/structural/new", NETWORK, structural::make),
        get("/structural/compare", NETWORK, structural::compare),
        get("/structural/board", NETWORK, structural::board),
        post("/structural/board", NETWORK, structural::ask_agreement),
        get("/structural/offices", NETWORK, structural::offices_page),
        post("/structural/offices", NETWORK, structural::put_office),
        post("/structural/board/links", NETWORK, structural::make_links),
        post("/structural/board/links/revoke", NETWORK, structural::revoke_link),
        get("/structural/{id}", NETWORK, structural::one),
        get("/structural/{id}/describe", NETWORK, structural::describe_page),
        post("/structural/{id}/describe", NETWORK, structural::describe),
        get("/structural/{id}/text", NETWORK, structural::text_page),
        post("/structural/{id}/text", NETWORK, structural::write),
        get("/structural/{id}/add", NETWORK, structural::add_page),
        post("/structural/{id}/signals", NETWORK, structural::signals),
        get("/structural/{id}/merge", NETWORK, structural::merge_page),
        post("/structural/{id}/merge", NETWORK, structural::merge),
        get("/structural/{id}/evidence/{kind}", NETWORK, structural::evidence_page),
        post("/structural/{id}/evidence/{kind}", NETWORK, structural::write_evidence),
        get("/structural/{id}/recommendation", NETWORK, structural::recommendation_page),
        post("/structural/{id}/recommendation", NETWORK, structural::recommend),
        post("/structural/{id}/undo", NETWORK, structural::undo),
        post("/structural/{id}/criteria", NETWORK, structural::judge),
        post("/structural/{id}/clearance", NETWORK, structural::clear),
        post("/structural/{id}/dots", NETWORK, structural::give_dots),
        post("/structural/{id}/actions", NETWORK, structural::note_action),
        get("/forums", NETWORK, forums::list),
        get("/forums/new", NETWORK, forums::new_page),
        post("/forums/new", NETWORK, forums::hold),
        get("/forums/{id}", NETWORK, forums::one),
        get("/forums/{id}/change", NETWORK, forums::change_page),
        post("/forums/{id}/change", NETWORK, forums::change),
        get("/agreement", COORDINATOR, structural::agreement_page),
        post("/agreement", COORDINATOR, structural::agree_to_all),
        get("/agreement/pack.pdf", DECIDING, structural::pack),
        get("/agreement/{id}", COORDINATOR, structural::agreement_one),
        post("/agreement/{id}", COORDINATOR, structural::agree),
        post("/agreement/{id}/sign", COORDINATOR, structural::sign),
        get("/agreement/by-link/{token}", Everyone, structural::by_link),
        post("/agreement/by-link/{token}", Everyone, structural::answer_by_link),
        get("/agreement/by-link/{token}/pack.pdf", Everyone, structural::pack_by_link),
        get("/problems/{id}/answer", ANSWERING, structural::answer_page),
        post("/problems/{id}/answer", ANSWERING, structural::answer),
        get("/problems/{id}/actions", COORDINATOR, structural::owned),
        post("/problems/{id}/actions", COORDINATOR, structural::note_owned),
        get("/problems/{id}/verdict", DECIDING, structural::verdict_page),
        post("/problems/{id}/verdict", DECIDING, structural::verdict),
        get("/problems/{id}/complete", COMPLETING, structural::complete_page),
        post("/problems/{id}/complete", COMPLETING, structural::complete),

        get("/upload", FILER, upload::form),
        post("/upload", FILER, upload::look),
        get("/upload/template.csv", FILER, upload::template),
        get("/upload/{id}", FILER, upload::looked),
        post("/upload/{id}", FILER, upload::keep),

        get("/api", Everyone, api::page_of),
        get("/api/v1/openapi.json", Everyone, api::document),
        post("/api/v1/signals", Token, api::submit),
        get("/api/v1/signals", Token, api::list),
        get("/api/v1/signals/{id}", Token, api::one),
        post("/api/v1/signals/{id}/withdraw", Token, api::withdraw),
        get("/api/v1/lists", Token, api::lists),
        get("/api/v1/problems", Token, api::problems),
    ]
}

/// Who may use which route.
pub fn table() -> Vec<Public> {
    lines().into_iter().map(|line| (line.method, line.path, line.access)).collect()
}

/// What the table says of a request.
pub(crate) enum Found {
    /// Who may use it.
    Route(Access),
    /// The path is there, for another method.
    OtherMethod,
    /// No such path.
    Nothing,
}

/// Who may use this route, by the pattern of its path.
pub(crate) fn access(method: &Method, pattern: &str) -> Found {
    thread_local! {
        static TABLE: Vec<Public> = table();
    }
    TABLE.with(|table| {
        let mut found = Found::Nothing;
        for (known, path, access) in table {
            if *path == pattern {
                if known == method {
                    return Found::Route(*access);
                }
                found = Found::OtherMethod;
            }
        }
        found
    })
}

/// The page on which the form stands that was sent to this path: the nearest one above it.
pub(crate) fn page_above(path: &str) -> String {
    let is_page = |path: &str| {
        let asked: Vec<&str> = path.split('/').collect();
        table().iter().any(|(method, known, _)| {
            let known: Vec<&str> = known.split('/').collect();
            let fits = |(known, asked): (&&str, &&str)| known.starts_with('{') || known == asked;
            method == Method::GET && known.len() == asked.len() && known.iter().zip(&asked).all(fits)
        })
    };
    let mut path = path;
    while !path.is_empty() && !is_page(path) {
        path = path.rsplit_once('/').map_or("", |(above, _)| above);
    }
    if path.is_empty() { "/".to_owned() } else { path.to_owned() }
}

/// The methods that this path is there for, as the header `Allow` lists them.
pub(crate) fn allowed(pattern: &str) -> String {
    let here = table().into_iter().filter(|(_, path, _)| *path == pattern);
    let methods = here
        .map(|(method, ..)| if method == Method::GET { "GET, HEAD".to_owned() } else { method.to_string() });
    methods.collect::<Vec<_>>().join(", ")
}

/// Puts every line where requests find it.
pub(crate) fn configure(config: &mut web::ServiceConfig) {
    for Line { method, path, route, .. } in lines() {
        config.route(
            path,
            if method == Method::GET { route.guard(get_or_head()) } else { route.method(method) },
        );
    }
}

struct Line {
    method: Method,
    path: &'static str,
    access: Access,
    route: Route,
}

fn get<F, Args>(path: &'static str, access: Access, page: F) -> Line
where
    F: Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Line { method: Method::GET, path, access, route: web::route().to(page) }
}

fn post<F, Args>(path: &'static str, access: Access, action: F) -> Line
where
    F: Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Line { method: Method::POST, path, access, route: web::route().to(action) }
}

fn get_or_head() -> impl actix_web::guard::Guard {
    actix_web::guard::Any(actix_web::guard::Get()).or(actix_web::guard::Head())
}
