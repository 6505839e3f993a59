//! One account: who it is and what it may do, a new link, locking, a lost second step.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{AccountId, Authority, Code, Language, Role};
use store::{Account, LinkPurpose};
use wording::args;

use super::accounts::state_of;
use super::made::{self, Made};
use super::wanted::{Wanted, wanted};
use super::{Choices, again_status, not_found, sections};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, Link, page, page_with};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "administration/account.html")]
struct AccountPage {
    frame: Frame,
    errors: Vec<FieldError>,
    sections: Vec<Link>,
    done: String,
    made: Option<Made>,
    id: AccountId,
    name: String,
    address: String,
    /// The address that it has, whatever was typed.
    known_address: String,
    state: String,
    choices: Choices,
    disabled: bool,
    own: bool,
    has_second_factor: bool,
}

/// `GET /administration/accounts/{id}`
pub async fn account(site: Data<Site>, visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let (account, _) = find(&site, &visit, &id).await?;
    page(&account_page(&site, &visit, &account, None).await?)
}

/// `POST /administration/accounts/{id}`: changes who somebody is and what they may do.
pub async fn change_account(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let (account, by) = find(&site, &visit, &id).await?;
    let id = account.id;
    if visit.switches() {
        return again(&site, &visit, &account, Some(&posted), Vec::new()).await;
    }
    let checked = wanted(visit.wording(), &posted, Some(&account.address)).and_then(|wanted| {
        // Nobody gives away the key of the door behind which they stand: the last administrator could not come back.
        if id == by && !wanted.roles.contains(&Role::Administrator) {
            Err(vec![wrong(&visit, "roles", "administration-keep-role")])
        } else {
            Ok(wanted)
        }
    });
    let Wanted { name, address, organisation, authority, roles } = match checked {
        Ok(wanted) => wanted,
        Err(errors) => return again(&site, &visit, &account, Some(&posted), errors).await,
    };
    let language = Language::parse(posted.get("language")).unwrap_or(account.language);
    let changed = site
        .try_ask(move |store| {
            store.change_address(id, &address, Some(by))?;
            store.set_language(id, language)?;
            store.change_account(id, &name, organisation, authority, &roles, Some(by))
        })
        .await?;
    match changed {
        Ok(()) => done(&site, &visit, id, "administration-changed").await,
        Err(store::Error::Conflict(detail)) if detail == store::ADDRESS_TAKEN => {
            let errors = vec![wrong(&visit, "address", "administration-address-taken")];
            again(&site, &visit, &account, Some(&posted), errors).await
        }
        Err(store::Error::Conflict(_)) => {
            let errors = vec![wrong(&visit, "organisation", "administration-choose-organisation")];
            again(&site, &visit, &account, Some(&posted), errors).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /administration/accounts/{id}/lock`: locks it, or unlocks it.
pub async fn lock_account(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let (account, by) = find(&site, &visit, &id).await?;
    let id = account.id;
    if posted.get("lock") == "no" {
        site.ask(move |store| store.enable_account(id, Some(by))).await?;
        return done(&site, &visit, id, "administration-unlocked").await;
    }
    if id == by {
        let errors = vec![wrong(&visit, "lock", "administration-lock-self")];
        return again(&site, &visit, &account, None, errors).await;
    }
    site.ask(move |store| store.disable_account(id, Some(by))).await?;
    done(&site, &visit, id, "administration-locked").await
}

/// `POST /administration/accounts/{id}/link`: makes a new link; a mail takes it, or the page shows it once.
pub async fn new_link(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    _: Posted,
) -> Result<HttpResponse, Failure> {
    let (account, by) = find(&site, &visit, &id).await?;
    let purpose = if account.password.is_some() { LinkPurpose::Reset } else { LinkPurpose::Invitation };
    let made = made::make(&site, &visit, account.clone(), purpose, by).await?;
    let mut shown = account_page(&site, &visit, &account, None).await?;
    shown.made = Some(made);
    page(&shown)
}

/// `POST /administration/accounts/{id}/second-factor`: takes a lost second step away; all its sessions end.
pub async fn forget_second_factor(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    _: Posted,
) -> Result<HttpResponse, Failure> {
    let (account, by) = find(&site, &visit, &id).await?;
    let id = account.id;
    // One's own is changed where it is shown first: under one's own account.
    if id == by {
        return Err(Failure::Conflict);
    }
    site.ask(move |store| store.set_second_factor(id, None, Some(by))).await?;
    done(&site, &visit, id, "administration-second-factor-forgotten").await
}

/// The account, and who looks at it.
async fn find(site: &Site, visit: &Visit, id: &str) -> Result<(Account, AccountId), Failure> {
    let id = AccountId::parse(id).map_err(not_found)?;
    Ok((site.ask(move |store| store.account(id)).await?, visit.person()?.account.id))
}

/// The page as it is now, with what was done.
async fn done(site: &Site, visit: &Visit, id: AccountId, key: &str) -> Result<HttpResponse, Failure> {
    let account = site.ask(move |store| store.account(id)).await?;
    let mut done = account_page(site, visit, &account, None).await?;
    done.done = visit.wording().say(key, &args![]);
    page(&done)
}

/// The page once more, as it was filled in, with what has to be put right.
async fn again(
    site: &Site,
    visit: &Visit,
    account: &Account,
    posted: Option<&Posted>,
    errors: Vec<FieldError>,
) -> Result<HttpResponse, Failure> {
    let mut again = account_page(site, visit, account, posted).await?;
    let path = format!("/administration/accounts/{}", account.id);
    again.frame = again.frame.with_errors(&errors).with_switch("change", &path);
    again.errors = errors;
    page_with(again_status(&again.errors), &again)
}

fn wrong(visit: &Visit, field: &str, key: &str) -> FieldError {
    FieldError { field: field.to_owned(), text: visit.wording().say(key, &args![]) }
}

async fn account_page(
    site: &Site,
    visit: &Visit,
    account: &Account,
    posted: Option<&Posted>,
) -> Result<AccountPage, Failure> {
    let network = site.network().await?;
    let as_it_is = Posted::with(
        [
            ("name", account.name.as_str()),
            ("address", &account.address),
            ("language", account.language.code()),
        ]
        .into_iter()
        .chain(account.roles.iter().map(|role| ("role", role.code())))
        .chain(account.organisation.as_ref().map(|code| ("organisation", Code::as_str(code))))
        .chain(account.authority.map(|authority| ("authority", Authority::code(authority)))),
    );
    let filled = posted.unwrap_or(&as_it_is);
    Ok(AccountPage {
        frame: Frame::new(site, visit, &account.name).at("/administration"),
        errors: Vec::new(),
        sections: sections(visit, "/administration"),
        done: String::new(),
        made: None,
        id: account.id,
        name: filled.get("name").to_owned(),
        address: filled.get("address").to_owned(),
        known_address: account.address.clone(),
        state: state_of(visit.wording(), account),
        choices: Choices::of(visit, &network, filled),
        disabled: account.disabled,
        own: visit.person()?.account.id == account.id,
        has_second_factor: account.second_factor.is_some(),
    })
}
