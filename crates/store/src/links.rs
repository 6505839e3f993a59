//! One-time links: the invitation to an account, and the way to a new password.

use diesel::prelude::*;
use model::AccountId;
use serde_json::json;

use crate::accounts::{Account, AccountRow, put_password};
use crate::columns::Id;
use crate::events::Event;
use crate::filing::one;
use crate::schema::{accounts, links};
use crate::writer::Writing;
use crate::{Error, Store};

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPurpose {
    /// The first password of a new account.
    Invitation,
    /// Another password.
    Reset,
}

impl LinkPurpose {
    /// The code as the database and the log have it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reset => "reset",
        }
    }

    fn parse(code: &str) -> Result<Self, ()> {
        [Self::Invitation, Self::Reset].into_iter().find(|purpose| purpose.code() == code).ok_or(())
    }
}

impl Store {
    /// Makes a link (its token arrives as SHA-256), valid until `expires_at` in Unix seconds. Older ones of the account
    /// count no more. `by` is none where nobody is signed in: on the command line, or by mail. `Conflict` for a disabled account.
    pub fn make_link(
        &self,
        token: [u8; 32],
        account: AccountId,
        purpose: LinkPurpose,
        expires_at: i64,
        by: Option<AccountId>,
    ) -> Result<(), Error> {
        self.writer()
            .send(move |writing| {
                let account = Id(account.uuid());
                diesel::delete(links::table.filter(links::account.eq(account))).execute(writing.db)?;
                put(writing, token, account, purpose, expires_at)?;
                let detail = json!({ "by": by, "purpose": purpose.code() });
                writing.record(Event::new("link-made", "account", account, detail));
                Ok(())
            })?
            .wait()
    }

    /// Makes a link that somebody asked for who did not sign in: older ones count still, so that nobody takes away what
    /// an administrator gave. The first that is used ends them all. `Conflict` for a disabled account.
    pub fn add_link(
        &self,
        token: [u8; 32],
        account: AccountId,
        purpose: LinkPurpose,
        expires_at: i64,
    ) -> Result<(), Error> {
        self.writer()
            .send(move |writing| {
                let account = Id(account.uuid());
                put(writing, token, account, purpose, expires_at)?;
                let detail = json!({ "by": null, "purpose": purpose.code() });
                writing.record(Event::new("link-asked-for", "account", account, detail));
                Ok(())
            })?
            .wait()
    }

    /// Whose link this is, and what for; none where it has ended or was used.
    pub fn link(&self, token: [u8; 32], now: i64) -> Result<Option<(Account, LinkPurpose)>, Error> {
        self.read(|db| {
            let row: Option<(String, AccountRow)> = links::table
                .inner_join(accounts::table.on(accounts::id.eq(links::account)))
                .select((links::purpose, AccountRow::as_select()))
                .filter(links::token.eq(token.to_vec()))
                .filter(links::expires_at.gt(now))
                .filter(accounts::disabled.eq(false))
                .first(db)
                .optional()?;
            row.map(|(purpose, account)| Ok((account.account()?, one(&purpose, LinkPurpose::parse)?)))
                .transpose()
        })
    }

    /// Uses a link, once: sets the password, and ends the account's sessions and links. None where the link has
    /// ended or was used.
    pub fn redeem_link(&self, token: [u8; 32], now: i64, phc: &str) -> Result<Option<AccountId>, Error> {
        let phc = phc.to_owned();
        self.writer().send(move |writing| redeem(writing, token, now, &phc))?.wait()
    }
}

/// Puts a link beside those that the account has.
fn put(
    writing: &mut Writing<'_>,
    token: [u8; 32],
    account: Id,
    purpose: LinkPurpose,
    expires_at: i64,
) -> Result<(), Error> {
    let disabled: bool = accounts::table.find(account).select(accounts::disabled).first(writing.db)?;
    if disabled {
        return Err(Error::Conflict("a disabled account".to_owned()));
    }
    diesel::insert_into(links::table)
        .values((
            links::token.eq(token.to_vec()),
            links::account.eq(account),
            links::purpose.eq(purpose.code()),
            links::expires_at.eq(expires_at),
        ))
        .execute(writing.db)?;
    Ok(())
}

fn redeem(
    writing: &mut Writing<'_>,
    token: [u8; 32],
    now: i64,
    phc: &str,
) -> Result<Option<AccountId>, Error> {
    let valid: Option<Id> = links::table
        .inner_join(accounts::table.on(accounts::id.eq(links::account)))
        .select(links::account)
        .filter(links::token.eq(token.to_vec()))
        .filter(links::expires_at.gt(now))
        .filter(accounts::disabled.eq(false))
        .first(writing.db)
        .optional()?;
    let Some(account) = valid else { return Ok(None) };
    // Whoever deletes the row has used the link: on two servers at once, one of them.
    if diesel::delete(links::table.find(token.to_vec())).execute(writing.db)? == 0 {
        return Ok(None);
    }
    put_password(writing, account, phc)?;
    Ok(Some(AccountId::from_uuid(account.0)))
}
