//! The accounts: who there is, inviting somebody, locking, a new link.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{AccountId, Authority, Code, Language, Role};
use store::{Account, LinkPurpose, NewAccount};
use wording::args;

use super::{Choice, not_found, organisation_name, organisations, sections};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, Link, on_to, page, page_with};
use crate::links::{LINK_DAYS, NewLink, make_link};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "administration/accounts.html")]
struct AccountsPage {
    frame: Frame,
    errors: Vec<FieldError>,
    sections: Vec<Link>,
    made: Option<Made>,
    accounts: Vec<AccountLine>,
    name: String,
    address: String,
    roles: Vec<Choice>,
    organisations: Vec<Choice>,
    authorities: Vec<Choice>,
    languages: Vec<Choice>,
}

/// The link that was just made.
struct Made {
    /// The address it is for.
    address: String,
    /// The link, to be handed over; none where a mail took it.
    link: Option<String>,
    /// Why no mail took it, where one should have.
    why: Option<String>,
}

struct AccountLine {
    id: AccountId,
    name: String,
    address: String,
    place: String,
    roles: String,
    state: String,
    disabled: bool,
    has_second_factor: bool,
}

/// `GET /administration`
pub async fn page_of(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    page(&accounts_page(&site, &visit, &Posted::default()).await?)
}

async fn accounts_page(site: &Site, visit: &Visit, posted: &Posted) -> Result<AccountsPage, Failure> {
    let wording = visit.wording();
    let network = site.network().await?;
    let accounts = site.ask(store::Store::accounts).await?;
    let roles = |roles: &[Role]| {
        let labels: Vec<String> = roles.iter().map(|role| wording.label(*role)).collect();
        wording.list(&labels.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let lines = accounts.into_iter().map(|account| {
        let state = match (account.disabled, account.password.is_some()) {
            (true, _) => "administration-state-locked",
            (_, false) => "administration-state-invited",
            _ => "administration-state-active",
        };
        let organisation =
            account.organisation.as_ref().map(|code| organisation_name(&network, code, visit.language()));
        AccountLine {
            id: account.id,
            place: organisation
                .or(account.authority.map(|authority| wording.label(authority)))
                .unwrap_or_default(),
            roles: roles(&account.roles),
            state: wording.say(state, &args![]),
            disabled: account.disabled,
            has_second_factor: account.second_factor.is_some(),
            name: account.name,
            address: account.address,
        }
    });
    let choice = |code: &str, label: String, field: &str| Choice {
        chosen: posted.all(field).any(|chosen| chosen == code),
        code: code.to_owned(),
        label,
    };
    Ok(AccountsPage {
        frame: Frame::new(site, visit, &wording.say("administration-accounts", &args![]))
            .at("/administration"),
        errors: Vec::new(),
        sections: sections(visit, "/administration"),
        made: None,
        accounts: lines.collect(),
        name: posted.get("name").to_owned(),
        address: posted.get("address").to_owned(),
        roles: Role::ALL.iter().map(|role| choice(role.code(), wording.label(*role), "role")).collect(),
        organisations: organisations(visit, &network, posted.get("organisation")),
        authorities: Authority::ALL
            .iter()
            .map(|authority| choice(authority.code(), wording.label(*authority), "authority"))
            .collect(),
        languages: Language::ALL
            .iter()
            .map(|language| choice(language.code(), wording.label(*language), "language"))
            .collect(),
    })
}

/// `POST /administration/accounts`: invites somebody, by mail or by a link that the page shows once.
pub async fn add_account(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let address = posted.get("address").trim().to_lowercase();
    let name = posted.get("name").trim().to_owned();
    let roles: Vec<Role> = posted.all("role").filter_map(|code| Role::parse(code).ok()).collect();
    let mut errors = Vec::new();
    let mut wrong = |field: &str, key: &str| {
        errors.push(FieldError { field: field.to_owned(), text: wording.say(key, &args![]) });
    };
    if name.is_empty() || name.chars().count() > 100 {
        wrong("name", "administration-name-missing");
    }
    if !address.contains('@') || address.chars().count() > 200 || address.contains(char::is_whitespace) {
        wrong("address", "administration-address-wrong");
    }
    if roles.is_empty() {
        wrong("roles", "administration-role-missing");
    }
    let organisation = Code::parse(posted.get("organisation")).ok();
    let authority = Authority::parse(posted.get("authority")).ok();
    if organisation.is_none() && roles.iter().any(|role| crate::access::FILERS.contains(role)) {
        wrong("organisation", "administration-organisation-missing");
    }
    if authority.is_none() && roles.contains(&Role::Reader) {
        wrong("authority", "administration-authority-missing");
    }
    let new = NewAccount {
        name,
        address,
        organisation,
        authority,
        roles,
        language: Language::parse(posted.get("language")).unwrap_or(visit.language()),
    };
    let mut added = None;
    if errors.is_empty() {
        match site.try_ask(move |store| store.add_account(new)).await? {
            Ok(id) => added = Some(id),
            Err(store::Error::Conflict(detail)) => {
                let key = if detail == store::ADDRESS_TAKEN {
                    "administration-address-taken"
                } else {
                    "administration-organisation-missing"
                };
                errors.push(FieldError { field: "address".to_owned(), text: wording.say(key, &args![]) });
            }
            Err(error) => return Err(error.into()),
        }
    }
    let Some(id) = added else {
        let mut again = accounts_page(&site, &visit, &posted).await?;
        again.frame = again.frame.with_errors(&errors);
        again.errors = errors;
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &again);
    };
    let account = site.ask(move |store| store.account(id)).await?;
    with_link(&site, &visit, account, LinkPurpose::Invitation).await
}

/// `POST /administration/accounts/{id}`: locks, unlocks, makes a new link, removes the second factor.
pub async fn change_account(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let id = AccountId::parse(&id).map_err(not_found)?;
    let account = site.ask(move |store| store.account(id)).await?;
    if posted.get("action") == "lock" && visit.person()?.account.id == id {
        // Nobody locks the door behind which they stand: the last administrator could not come back.
        let text = visit.wording().say("administration-lock-self", &args![]);
        let mut again = accounts_page(&site, &visit, &Posted::default()).await?;
        again.errors = vec![FieldError { field: format!("account-{id}"), text }];
        again.frame.has_errors = true;
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &again);
    }
    match posted.get("action") {
        "lock" => site.ask(move |store| store.disable_account(id)).await?,
        "unlock" => site.ask(move |store| store.enable_account(id)).await?,
        "forget-second-factor" => site.ask(move |store| store.set_second_factor(id, None)).await?,
        "link" => {
            let purpose =
                if account.password.is_some() { LinkPurpose::Reset } else { LinkPurpose::Invitation };
            return with_link(&site, &visit, account, purpose).await;
        }
        _ => return Err(Failure::Unreadable),
    }
    Ok(on_to("/administration"))
}

/// Makes a link and mails it; the page shows it where there is no mailer, or where the mail did not leave.
async fn with_link(
    site: &Site,
    visit: &Visit,
    account: Account,
    purpose: LinkPurpose,
) -> Result<HttpResponse, Failure> {
    let address = account.address.clone();
    let (random, now) = (site.random(), site.now());
    let public_url = site.settings().public_url.clone();
    let link = site
        .ask(move |store| {
            let new =
                NewLink { account: &account, purpose, random, now, days: LINK_DAYS, public_url: &public_url };
            make_link(store, &new)
        })
        .await?;
    let made = match site.settings().mailer.clone() {
        None => Made { address, link: Some(link.url), why: None },
        Some(mailer) => match actix_web::web::block(move || mailer.now(&link.mail)).await? {
            Ok(()) => Made { address, link: None, why: None },
            Err(why) => Made { address, link: Some(link.url), why: Some(why.say(visit.wording())) },
        },
    };
    let mut shown = accounts_page(site, visit, &Posted::default()).await?;
    shown.made = Some(made);
    page(&shown)
}
