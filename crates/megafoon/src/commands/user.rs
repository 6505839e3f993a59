//! `user`: accounts, and the links by which their owners choose a password.

use mail::Mailer;
use model::{Authority, Code, is_mail_address};
use serde_json::json;
use store::{Account, LinkPurpose, NewAccount, Store};
use web::{LINK_DAYS, NewLink};
use wording::args;

use crate::cli::{AddUser, ChangeUser, User};
use crate::commands::Context;
use crate::failure::{Failure, Outcome};
use crate::surroundings;

pub fn run(context: &Context, what: &User) -> Result<Outcome, Failure> {
    match what {
        User::Add(new) => add(context, new),
        User::List => list(context),
        User::Change(change) => self::change(context, change),
        User::Disable { address } => {
            let (store, account) = find(context, address)?;
            store.disable_account(account.id, None).map_err(|error| context.failed(&error))?;
            Ok(Outcome::Done)
        }
        User::Enable { address } => {
            let (store, account) = find(context, address)?;
            store.enable_account(account.id, None).map_err(|error| context.failed(&error))?;
            Ok(Outcome::Done)
        }
        User::Reset { address, second_factor, send } => {
            let mailer = mailer(context, *send)?;
            let (store, account) = find(context, address)?;
            if *second_factor {
                store.set_second_factor(account.id, None, None).map_err(|error| context.failed(&error))?;
            }
            link(context, &store, &account, LinkPurpose::Reset, mailer.as_ref())
        }
    }
}

fn add(context: &Context, new: &AddUser) -> Result<Outcome, Failure> {
    let mailer = mailer(context, new.send)?;
    let address = new.address.trim().to_lowercase();
    if !is_mail_address(&address) {
        return Err(Failure::Usage(context.wording.say("user-address", &args![])));
    }
    let organisation = code(context, new.organisation.as_deref(), Code::parse)?;
    let authority = code(context, new.authority.as_deref(), Authority::parse)?;
    let store = context.existing_store()?;
    let account = NewAccount {
        name: new.name.trim().to_owned(),
        address: address.clone(),
        organisation,
        authority,
        roles: new.roles.clone(),
        language: new.language,
    };
    let id = store.add_account(account, None).map_err(|error| refused(context, error))?;
    let account = store.account(id).map_err(|error| context.failed(&error))?;
    link(context, &store, &account, LinkPurpose::Invitation, mailer.as_ref())
}

fn change(context: &Context, change: &ChangeUser) -> Result<Outcome, Failure> {
    let (store, account) = find(context, &change.address)?;
    let organisation = match change.organisation.as_deref() {
        None => account.organisation,
        Some(given) => code(context, Some(given).filter(|code| !code.is_empty()), Code::parse)?,
    };
    let authority = match change.authority.as_deref() {
        None => account.authority,
        Some(given) => code(context, Some(given).filter(|code| !code.is_empty()), Authority::parse)?,
    };
    let name = change.name.as_deref().map_or(account.name.as_str(), str::trim);
    let roles = if change.roles.is_empty() { &account.roles } else { &change.roles };
    store
        .change_account(account.id, name, organisation, authority, roles, None)
        .map_err(|error| refused(context, error))?;
    Ok(Outcome::Done)
}

fn code<T, E>(
    context: &Context,
    given: Option<&str>,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<Option<T>, Failure> {
    let unknown = |_| Failure::Usage(context.wording.say("user-unknown-code", &args![]));
    given.map(parse).transpose().map_err(unknown)
}

/// Why the store does not take an account as it is to be.
fn refused(context: &Context, error: store::Error) -> Failure {
    match error {
        store::Error::Conflict(detail) if detail == store::ADDRESS_TAKEN => {
            Failure::Wrong(context.wording.say("user-address-taken", &args![]))
        }
        store::Error::Conflict(detail) if detail == store::ROLE_WITHOUT_PLACE => {
            Failure::Usage(context.wording.say("user-role-without-place", &args![]))
        }
        store::Error::Conflict(_) => Failure::Usage(context.wording.say("user-unknown-code", &args![])),
        error => context.failed(&error),
    }
}

/// What sends the link, where that is wanted: asked for before anything is changed.
fn mailer(context: &Context, send: bool) -> Result<Option<Mailer>, Failure> {
    if send { context.needed_mailer().map(Some) } else { Ok(None) }
}

fn link(
    context: &Context,
    store: &Store,
    account: &Account,
    purpose: LinkPurpose,
    mailer: Option<&Mailer>,
) -> Result<Outcome, Failure> {
    let mut random = [0; 32];
    surroundings::random(&mut random);
    let now = surroundings::now();
    let public_url = context.settings.public_address();
    let new = NewLink {
        account,
        purpose,
        by: web::Maker::CommandLine,
        random,
        now,
        days: LINK_DAYS,
        public_url: &public_url,
    };
    let link = web::make_link(store, &new).map_err(|error| context.failed(&error))?;
    let address = &account.address;
    let sent = mailer.map(|mailer| mailer.now(&link.mail));
    if let Some(Ok(())) = sent {
        let line = context.wording.say("user-link-sent", &args![address = address]);
        context.report(&json!({ "address": address, "sent": true }), &[line]);
        return Ok(Outcome::Done);
    }
    let line = context.wording.say("user-link", &args![address = address, url = &link.url]);
    context.report(&json!({ "address": address, "link": link.url }), &[line]);
    if let Some(Err(why)) = sent {
        // The link is good all the same: it was printed, to be handed over.
        return Err(Failure::Unavailable(why.say(context.wording)));
    }
    Ok(Outcome::Done)
}

fn list(context: &Context) -> Result<Outcome, Failure> {
    let accounts = context.existing_store()?.accounts().map_err(|error| context.failed(&error))?;
    let roles = |account: &Account| account.roles.iter().map(|role| role.code()).collect::<Vec<_>>();
    let lines: Vec<String> = accounts
        .iter()
        .map(|account| {
            let place = account.organisation.as_ref().map(Code::as_str);
            let place = place.or(account.authority.map(Authority::code)).unwrap_or("-");
            let state = if account.disabled { " (disabled)" } else { "" };
            format!("{}\t{}\t{place}\t{}{state}", account.address, account.name, roles(account).join(","))
        })
        .collect();
    let json: Vec<serde_json::Value> = accounts
        .iter()
        .map(|account| {
            json!({
                "address": account.address,
                "name": account.name,
                "organisation": account.organisation,
                "authority": account.authority,
                "roles": roles(account),
                "second_factor": account.second_factor.is_some(),
                "disabled": account.disabled,
            })
        })
        .collect();
    context.report(&json.into(), &lines);
    Ok(Outcome::Done)
}

fn find(context: &Context, address: &str) -> Result<(Store, Account), Failure> {
    let store = context.existing_store()?;
    let found =
        store.account_by_address(&address.trim().to_lowercase()).map_err(|error| context.failed(&error))?;
    match found {
        Some(account) => Ok((store, account)),
        None => Err(Failure::Wrong(context.wording.say("user-unknown", &args![]))),
    }
}
