//! People with an account: who they are, what they may do, and how they prove it.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{AccountId, Authority, Code, Language, Role};
use serde_json::json;

use crate::columns::Id;
use crate::events::Event;
use crate::filing::{joined, many, one};
use crate::schema::{accounts, chain_head, links, sessions};
use crate::writer::Writing;
use crate::{Error, Store};

/// Someone who is to have an account.
#[derive(Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// The name.
    pub name: String,
    /// The e-mail address, in lower case and without white space around it.
    pub address: String,
    /// The organisation; needed by filers and signal coordinators.
    pub organisation: Option<Code>,
    /// The authority; needed by readers.
    pub authority: Option<Authority>,
    /// The roles, at least one.
    pub roles: Vec<Role>,
    /// The language of pages and mails.
    pub language: Language,
}

/// An account. It may sign in when it has a password and is not disabled.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub address: String,
    /// The organisation.
    pub organisation: Option<Code>,
    /// The authority.
    pub authority: Option<Authority>,
    /// The roles, in the order of the list.
    pub roles: Vec<Role>,
    /// The language of pages and mails.
    pub language: Language,
    /// The password, hashed (a PHC string); none before the invitation was taken.
    pub password: Option<String>,
    /// The secret of the second factor; none before it was set up.
    pub second_factor: Option<Vec<u8>>,
    /// Whether it is locked.
    pub disabled: bool,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// Whether it gets the digest mail.
    pub digest: bool,
}

impl Account {
    /// Whether it has this role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Never a name, an address, a password or a secret: what is printed by mistake tells only the id.
impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Account").field("id", &self.id).field("roles", &self.roles).finish_non_exhaustive()
    }
}

/// Never a name or an address.
impl std::fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewAccount").field("roles", &self.roles).finish_non_exhaustive()
    }
}

/// The detail of the `Conflict` for an address that another account has.
pub const ADDRESS_TAKEN: &str = "another account has this address";
/// The detail of the `Conflict` for roles without what they need.
pub const ROLE_WITHOUT_PLACE: &str = "a role needs an organisation or an authority";

impl Store {
    /// Makes an account, without a password. `by` is none where the command line does it, here and below. `Conflict`
    /// where the address is taken, where there is no role, or where a role lacks its organisation or authority.
    pub fn add_account(&self, new: NewAccount, by: Option<AccountId>) -> Result<AccountId, Error> {
        self.writer().send(move |writing| add(writing, new, by))?.wait()
    }

    /// Every account, by name.
    pub fn accounts(&self) -> Result<Vec<Account>, Error> {
        self.read(|db| {
            let rows: Vec<AccountRow> = accounts::table
                .select(AccountRow::as_select())
                .order((accounts::name, accounts::address))
                .load(db)?;
            rows.into_iter().map(AccountRow::account).collect()
        })
    }

    /// The account with this id.
    pub fn account(&self, id: AccountId) -> Result<Account, Error> {
        self.read(|db| {
            let row: AccountRow =
                accounts::table.find(Id(id.uuid())).select(AccountRow::as_select()).first(db)?;
            row.account()
        })
    }

    /// The account with this address.
    pub fn account_by_address(&self, address: &str) -> Result<Option<Account>, Error> {
        self.read(|db| {
            let row: Option<AccountRow> = accounts::table
                .filter(accounts::address.eq(address))
                .select(AccountRow::as_select())
                .first(db)
                .optional()?;
            row.map(AccountRow::account).transpose()
        })
    }

    /// Sets the password (a PHC string). All its sessions and links end.
    pub fn set_password(&self, id: AccountId, phc: &str) -> Result<(), Error> {
        let phc = phc.to_owned();
        self.writer().send(move |writing| put_password(writing, Id(id.uuid()), &phc))?.wait()
    }

    /// Sets the secret of the second factor, or takes it away. Codes of the former one count for nothing.
    pub fn set_second_factor(
        &self,
        id: AccountId,
        secret: Option<Vec<u8>>,
        by: Option<AccountId>,
    ) -> Result<(), Error> {
        let detail = json!({ "by": by, "set": secret.is_some() });
        self.change(id, "second-factor-changed", detail, move |writing, id| {
            if secret.is_none() {
                // Whoever was in with the lost one is out.
                end_access(writing, id)?;
            }
            let values = (accounts::second_factor.eq(secret), accounts::totp_step.eq(None::<i64>));
            Ok(diesel::update(accounts::table.find(id)).set(values).execute(writing.db)?)
        })
    }

    /// Uses the one-time code of this time step: `true` only where it is later than the last one used.
    pub fn use_totp_step(&self, id: AccountId, step: i64) -> Result<bool, Error> {
        self.writer()
            .send(move |writing| {
                let unused = accounts::table
                    .filter(accounts::id.eq(Id(id.uuid())))
                    .filter(accounts::totp_step.is_null().or(accounts::totp_step.lt(step)));
                let used = diesel::update(unused).set(accounts::totp_step.eq(step)).execute(writing.db)?;
                Ok(used == 1)
            })?
            .wait()
    }

    /// Changes who someone is and what they may do. The same conditions as for a new account.
    pub fn change_account(
        &self,
        id: AccountId,
        name: &str,
        organisation: Option<Code>,
        authority: Option<Authority>,
        roles: &[Role],
        by: Option<AccountId>,
    ) -> Result<(), Error> {
        let roles = checked(roles, organisation.as_ref(), authority)?;
        let name = name.to_owned();
        let detail = described(organisation.as_ref(), authority, &roles, by);
        self.change(id, "account-changed", detail, move |writing, id| {
            let values = (
                accounts::name.eq(name),
                accounts::organisation.eq(organisation.as_ref().map(Code::as_str)),
                accounts::authority.eq(authority.map(Authority::code)),
                accounts::roles.eq(joined(roles.iter())),
            );
            Ok(diesel::update(accounts::table.find(id)).set(values).execute(writing.db)?)
        })
    }

    /// Changes the e-mail address. Links that were sent to the former one open nothing any more; the event names no
    /// address. `Conflict` where another account has it.
    pub fn change_address(&self, id: AccountId, address: &str, by: Option<AccountId>) -> Result<(), Error> {
        let address = address.to_owned();
        self.prefer(id, move |writing, id| {
            let has: Option<Id> = accounts::table
                .filter(accounts::address.eq(&address))
                .select(accounts::id)
                .first(writing.db)
                .optional()?;
            match has {
                Some(other) if other == id => return Ok(1),
                Some(_) => return Err(Error::Conflict(ADDRESS_TAKEN.to_owned())),
                None => {}
            }
            diesel::delete(links::table.filter(links::account.eq(id))).execute(writing.db)?;
            writing.record(Event::new("address-changed", "account", id, json!({ "by": by })));
            Ok(diesel::update(accounts::table.find(id))
                .set(accounts::address.eq(address))
                .execute(writing.db)?)
        })
    }

    /// Sets the language of pages and mails.
    pub fn set_language(&self, id: AccountId, language: Language) -> Result<(), Error> {
        self.prefer(id, move |writing, id| {
            let changed = accounts::language.eq(language.code());
            Ok(diesel::update(accounts::table.find(id)).set(changed).execute(writing.db)?)
        })
    }

    /// Sets whether it gets the digest mail. What was decided before is no news to it.
    pub fn set_digest(&self, id: AccountId, digest: bool) -> Result<(), Error> {
        self.prefer(id, move |writing, id| {
            if digest {
                let head: i64 = chain_head::table.select(chain_head::sequence).first(writing.db)?;
                let new = accounts::table.filter(accounts::id.eq(id)).filter(accounts::digest.eq(false));
                diesel::update(new).set(accounts::digest_event.eq(head)).execute(writing.db)?;
            }
            let changed = accounts::digest.eq(digest);
            Ok(diesel::update(accounts::table.find(id)).set(changed).execute(writing.db)?)
        })
    }

    /// Locks an account: its sessions and links end. What it filed stays.
    pub fn disable_account(&self, id: AccountId, by: Option<AccountId>) -> Result<(), Error> {
        self.change(id, "account-disabled", json!({ "by": by }), |writing, id| {
            end_access(writing, id)?;
            let changed = accounts::disabled.eq(true);
            Ok(diesel::update(accounts::table.find(id)).set(changed).execute(writing.db)?)
        })
    }

    /// Unlocks an account.
    pub fn enable_account(&self, id: AccountId, by: Option<AccountId>) -> Result<(), Error> {
        self.change(id, "account-enabled", json!({ "by": by }), |writing, id| {
            let changed = accounts::disabled.eq(false);
            Ok(diesel::update(accounts::table.find(id)).set(changed).execute(writing.db)?)
        })
    }

    /// Changes the one row, and records it.
    fn change(
        &self,
        id: AccountId,
        kind: &'static str,
        detail: serde_json::Value,
        work: impl FnOnce(&mut Writing<'_>, Id) -> Result<usize, Error> + Send + 'static,
    ) -> Result<(), Error> {
        self.prefer(id, move |writing, id| {
            let changed = work(writing, id)?;
            writing.record(Event::new(kind, "account", id, detail));
            Ok(changed)
        })
    }

    /// Changes the one row; what someone prefers is no change of state.
    fn prefer(
        &self,
        id: AccountId,
        work: impl FnOnce(&mut Writing<'_>, Id) -> Result<usize, Error> + Send + 'static,
    ) -> Result<(), Error> {
        self.writer()
            .send(move |writing| match work(writing, Id(id.uuid()))? {
                1 => Ok(()),
                _ => Err(Error::NotFound("account".to_owned())),
            })?
            .wait()
    }
}

/// The columns of an account.
#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
pub(crate) struct AccountRow {
    id: Id,
    name: String,
    address: String,
    organisation: Option<String>,
    authority: Option<String>,
    roles: String,
    language: String,
    password: Option<String>,
    second_factor: Option<Vec<u8>>,
    disabled: bool,
    digest: bool,
    created_on: NaiveDate,
}

impl AccountRow {
    /// Its id.
    pub fn id(&self) -> Id {
        self.id
    }

    /// The account in the row.
    pub fn account(self) -> Result<Account, Error> {
        Ok(Account {
            id: AccountId::from_uuid(self.id.0),
            name: self.name,
            address: self.address,
            organisation: self.organisation.as_deref().map(|code| one(code, Code::parse)).transpose()?,
            authority: self.authority.as_deref().map(|code| one(code, Authority::parse)).transpose()?,
            roles: many(&self.roles, Role::parse)?,
            language: one(&self.language, Language::parse)?,
            password: self.password,
            second_factor: self.second_factor,
            disabled: self.disabled,
            created_on: self.created_on,
            digest: self.digest,
        })
    }
}

fn add(writing: &mut Writing<'_>, new: NewAccount, by: Option<AccountId>) -> Result<AccountId, Error> {
    let NewAccount { name, address, organisation, authority, roles, language } = new;
    let roles = checked(&roles, organisation.as_ref(), authority)?;
    let taken: i64 = accounts::table.filter(accounts::address.eq(&address)).count().get_result(writing.db)?;
    if taken > 0 {
        return Err(Error::Conflict(ADDRESS_TAKEN.to_owned()));
    }
    let id = Id::from_random(writing.random());
    diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(id),
            accounts::name.eq(name),
            accounts::address.eq(address),
            accounts::organisation.eq(organisation.as_ref().map(Code::as_str)),
            accounts::authority.eq(authority.map(Authority::code)),
            accounts::roles.eq(joined(roles.iter())),
            accounts::language.eq(language.code()),
            accounts::disabled.eq(false),
            accounts::digest.eq(false),
            accounts::created_on.eq(writing.today),
        ))
        .execute(writing.db)?;
    let detail = described(organisation.as_ref(), authority, &roles, by);
    writing.record(Event::new("account-added", "account", id, detail));
    Ok(AccountId::from_uuid(id.0))
}

/// The roles in the order of the list, each once.
fn checked(
    roles: &[Role],
    organisation: Option<&Code>,
    authority: Option<Authority>,
) -> Result<Vec<Role>, Error> {
    let lacks_organisation = organisation.is_none() && roles.iter().any(|role| role.needs_organisation());
    let lacks_authority = authority.is_none() && roles.iter().any(|role| role.needs_authority());
    if roles.is_empty() || lacks_organisation || lacks_authority {
        return Err(Error::Conflict(ROLE_WITHOUT_PLACE.to_owned()));
    }
    let mut roles = roles.to_vec();
    roles.sort_unstable();
    roles.dedup();
    Ok(roles)
}

fn described(
    organisation: Option<&Code>,
    authority: Option<Authority>,
    roles: &[Role],
    by: Option<AccountId>,
) -> serde_json::Value {
    json!({
        "by": by,
        "organisation": organisation.map(Code::as_str),
        "authority": authority.map(Authority::code),
        "roles": roles.iter().map(|role| role.code()).collect::<Vec<_>>(),
    })
}

/// Sets the password and ends every way in that there was before.
pub(crate) fn put_password(writing: &mut Writing<'_>, id: Id, phc: &str) -> Result<(), Error> {
    let changed =
        diesel::update(accounts::table.find(id)).set(accounts::password.eq(phc)).execute(writing.db)?;
    if changed == 0 {
        return Err(Error::NotFound("account".to_owned()));
    }
    end_access(writing, id)?;
    writing.record(Event::new("password-set", "account", id, json!({})));
    Ok(())
}

fn end_access(writing: &mut Writing<'_>, id: Id) -> Result<(), Error> {
    diesel::delete(sessions::table.filter(sessions::account.eq(id))).execute(writing.db)?;
    diesel::delete(links::table.filter(links::account.eq(id))).execute(writing.db)?;
    Ok(())
}
