//! The accounts: who there is, and inviting somebody.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use model::{AccountId, Language, Role};
use store::{Account, LinkPurpose, NewAccount};
use wording::{Wording, args};

use super::made::{self, Made};
use super::wanted::{Wanted, wanted};
use super::{Choices, again_status, organisation_name, sections};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, Link, page, page_with};
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
    /// Whether the invitation stands open: it is to be put right.
    invites: bool,
    name: String,
    address: String,
    choices: Choices,
}

struct AccountLine {
    id: AccountId,
    name: String,
    address: String,
    place: String,
    roles: String,
    state: String,
}

/// `GET /administration`
pub async fn page_of(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    page(&accounts_page(&site, &visit, &Posted::default()).await?)
}

async fn accounts_page(site: &Site, visit: &Visit, posted: &Posted) -> Result<AccountsPage, Failure> {
    let wording = visit.wording();
    let network = site.network().await?;
    let accounts = site.ask(store::Store::accounts).await?;
    let lines = accounts.into_iter().map(|account| {
        let organisation =
            account.organisation.as_ref().map(|code| organisation_name(&network, code, visit.language()));
        AccountLine {
            id: account.id,
            place: organisation
                .or(account.authority.map(|authority| wording.label(authority)))
                .unwrap_or_default(),
            roles: roles_of(wording, &account.roles),
            state: state_of(wording, &account),
            name: account.name,
            address: account.address,
        }
    });
    Ok(AccountsPage {
        frame: Frame::new(site, visit, &wording.say("administration-accounts", &args![]))
            .at("/administration"),
        errors: Vec::new(),
        sections: sections(visit, "/administration"),
        made: None,
        invites: posted.has("name"),
        accounts: lines.collect(),
        name: posted.get("name").to_owned(),
        address: posted.get("address").to_owned(),
        choices: Choices::of(visit, &network, posted),
    })
}

/// `POST /administration/accounts`: invites somebody, by mail or by a link that the page shows once.
pub async fn add_account(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let by = visit.person()?.account.id;
    let (wanted, mut errors) = match wanted(wording, &posted, None) {
        Ok(wanted) => (Some(wanted), Vec::new()),
        Err(errors) => (None, errors),
    };
    let mut wrong = |field: &str, key: &str| {
        errors.push(FieldError { field: field.to_owned(), text: wording.say(key, &args![]) });
    };
    if let Some(Wanted { name, address, organisation, authority, roles }) =
        wanted.filter(|_| !visit.switches())
    {
        let language = Language::parse(posted.get("language")).unwrap_or(visit.language());
        let new = NewAccount { name, address, organisation, authority, roles, language };
        match site.try_ask(move |store| store.add_account(new, Some(by))).await? {
            Ok(id) => {
                let account = site.ask(move |store| store.account(id)).await?;
                let made = made::make(&site, &visit, account, LinkPurpose::Invitation, by).await?;
                let mut shown = accounts_page(&site, &visit, &Posted::default()).await?;
                shown.made = Some(made);
                return page(&shown);
            }
            Err(store::Error::Conflict(detail)) if detail == store::ADDRESS_TAKEN => {
                wrong("address", "administration-address-taken");
            }
            Err(store::Error::Conflict(_)) => wrong("organisation", "administration-choose-organisation"),
            Err(error) => return Err(error.into()),
        }
    }
    let mut again = accounts_page(&site, &visit, &posted).await?;
    again.frame = again.frame.with_errors(&errors).with_switch("new", "/administration/accounts");
    again.errors = errors;
    page_with(again_status(&again.errors), &again)
}

/// Roles in one phrase.
pub(super) fn roles_of(wording: Wording, roles: &[Role]) -> String {
    let labels: Vec<String> = roles.iter().map(|role| wording.label(*role)).collect();
    wording.list(&labels.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Whether somebody was invited, is in, or is locked out.
pub(super) fn state_of(wording: Wording, account: &Account) -> String {
    let key = match (account.disabled, account.password.is_some()) {
        (true, _) => "administration-state-locked",
        (_, false) => "administration-state-invited",
        _ => "administration-state-active",
    };
    wording.say(key, &args![])
}
