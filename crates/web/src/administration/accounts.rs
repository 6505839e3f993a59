//! The accounts: who there is, inviting somebody, locking, a new link.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{AccountId, Authority, Code, Language, Role};
use store::{LinkPurpose, NewAccount};
use wording::args;

use super::{Choice, again_status, not_found, organisation_name, organisations, sections};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, Link, on_to, page, page_with};
use crate::posted::Posted;
use crate::secrets::{hash_of_token, new_token};
use crate::site::Site;
use crate::visit::Visit;

/// How long a link serves: a week.
const LINK_SECONDS: i64 = 7 * 86_400;

#[derive(Template)]
#[template(path = "administration/accounts.html")]
struct AccountsPage {
    frame: Frame,
    errors: Vec<FieldError>,
    sections: Vec<Link>,
    /// The link that was just made, with the address it is for.
    made: Option<(String, String)>,
    accounts: Vec<AccountLine>,
    name: String,
    address: String,
    roles: Vec<Choice>,
    organisations: Vec<Choice>,
    authorities: Vec<Choice>,
    languages: Vec<Choice>,
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

/// `POST /administration/accounts`: invites somebody; the page shows the link once.
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
        address: address.clone(),
        organisation,
        authority,
        roles,
        language: Language::parse(posted.get("language")).unwrap_or(visit.language()),
    };
    let mut added = None;
    if errors.is_empty() && !visit.switches() {
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
        again.frame = again.frame.with_errors(&errors).with_switch("new", "/administration/accounts");
        again.errors = errors;
        return page_with(again_status(&again.errors), &again);
    };
    let link = make_link(&site, id, LinkPurpose::Invitation).await?;
    let mut made = accounts_page(&site, &visit, &Posted::default()).await?;
    made.made = Some((address, link));
    page(&made)
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
            let link = make_link(&site, id, purpose).await?;
            let mut made = accounts_page(&site, &visit, &Posted::default()).await?;
            made.made = Some((account.address, link));
            return page(&made);
        }
        _ => return Err(Failure::Unreadable),
    }
    Ok(on_to("/administration"))
}

async fn make_link(site: &Site, account: AccountId, purpose: LinkPurpose) -> Result<String, Failure> {
    let token = new_token(site.random());
    let (hash, until) = (hash_of_token(&token), site.now() + LINK_SECONDS);
    site.ask(move |store| store.make_link(hash, account, purpose, until)).await?;
    Ok(format!("{}/link/{token}", site.settings().public_url))
}
