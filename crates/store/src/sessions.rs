//! Who is signed in, on which device, until when. Tokens arrive as SHA-256; the clock is the caller's.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::AccountId;

use crate::accounts::{Account, AccountRow};
use crate::columns::Id;
use crate::events::to_hex;
use crate::schema::{accounts, links, sessions};
use crate::writer::Writing;
use crate::{Error, Store};

/// A session that is to begin.
#[derive(Clone, PartialEq, Eq)]
pub struct NewSession {
    /// SHA-256 of the token that the browser keeps.
    pub token: [u8; 32],
    /// Whose it is.
    pub account: AccountId,
    /// When it ends, in Unix seconds.
    pub expires_at: i64,
    /// Whether the second factor was given.
    pub second_factor: bool,
    /// A few words by which its owner knows the device again.
    pub device: String,
}

/// A session that has not ended.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is, as the account is now.
    pub account: Account,
    /// Whether the second factor was given.
    pub second_factor: bool,
    /// When it ends, in Unix seconds.
    pub expires_at: i64,
    /// The day it began.
    pub opened_on: NaiveDate,
    /// A few words by which its owner knows the device again.
    pub device: String,
    /// Names it in a list, and opens nothing.
    pub key: String,
}

/// Neither key nor device.
impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("account", &self.account.id).finish_non_exhaustive()
    }
}

/// Neither token nor device.
impl std::fmt::Debug for NewSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewSession").field("account", &self.account).finish_non_exhaustive()
    }
}

impl Store {
    /// Begins a session. `Conflict` for a disabled account.
    pub fn open_session(&self, new: NewSession) -> Result<(), Error> {
        self.writer().send(move |writing| open(writing, &new))?.wait()
    }

    /// The session of this token, with its account; none where it has ended or the account is disabled.
    pub fn session(&self, token: [u8; 32], now: i64) -> Result<Option<Session>, Error> {
        self.read(|db| {
            let row: Option<(SessionRow, AccountRow)> = sessions::table
                .inner_join(accounts::table.on(accounts::id.eq(sessions::account)))
                .select((SessionRow::as_select(), AccountRow::as_select()))
                .filter(sessions::token.eq(token.to_vec()))
                .filter(sessions::expires_at.gt(now))
                .filter(accounts::disabled.eq(false))
                .first(db)
                .optional()?;
            row.map(session).transpose()
        })
    }

    /// Records that the second factor was given. `NotFound` where there is no such session.
    pub fn confirm_second_factor(&self, token: [u8; 32]) -> Result<(), Error> {
        self.writer()
            .send(move |writing| {
                let changed = diesel::update(sessions::table.find(token.to_vec()))
                    .set(sessions::second_factor.eq(true))
                    .execute(writing.db)?;
                found(changed)
            })?
            .wait()
    }

    /// Moves the end of a session. `NotFound` where there is no such session.
    pub fn extend_session(&self, token: [u8; 32], expires_at: i64) -> Result<(), Error> {
        self.writer()
            .send(move |writing| {
                let changed = diesel::update(sessions::table.find(token.to_vec()))
                    .set(sessions::expires_at.eq(expires_at))
                    .execute(writing.db)?;
                found(changed)
            })?
            .wait()
    }

    /// Ends a session. One that has ended stays so.
    pub fn end_session(&self, token: [u8; 32]) -> Result<(), Error> {
        self.writer()
            .send(move |writing| {
                diesel::delete(sessions::table.find(token.to_vec())).execute(writing.db)?;
                Ok(())
            })?
            .wait()
    }

    /// Ends the session of this account that a list names so. `NotFound` where there is none.
    pub fn end_session_by_key(&self, account: AccountId, key: &str) -> Result<(), Error> {
        let key = key.to_owned();
        self.writer()
            .send(move |writing| {
                let one = sessions::table
                    .filter(sessions::account.eq(Id(account.uuid())))
                    .filter(sessions::key.eq(key));
                found(diesel::delete(one).execute(writing.db)?)
            })?
            .wait()
    }

    /// Ends every session of an account, but for one; how many.
    pub fn end_all_sessions(&self, account: AccountId, except: Option<[u8; 32]>) -> Result<u64, Error> {
        self.writer()
            .send(move |writing| {
                // No token is empty.
                let kept = except.map_or_else(Vec::new, |token| token.to_vec());
                let others = sessions::table
                    .filter(sessions::account.eq(Id(account.uuid())))
                    .filter(sessions::token.ne(kept));
                Ok(diesel::delete(others).execute(writing.db)? as u64)
            })?
            .wait()
    }

    /// The sessions of an account that have not ended, newest first.
    pub fn sessions_of(&self, account: AccountId, now: i64) -> Result<Vec<Session>, Error> {
        self.read(|db| {
            let rows: Vec<(SessionRow, AccountRow)> = sessions::table
                .inner_join(accounts::table.on(accounts::id.eq(sessions::account)))
                .select((SessionRow::as_select(), AccountRow::as_select()))
                .filter(sessions::account.eq(Id(account.uuid())))
                .filter(sessions::expires_at.gt(now))
                .order((sessions::opened_on.desc(), sessions::expires_at.desc(), sessions::key))
                .load(db)?;
            rows.into_iter().map(session).collect()
        })
    }

    /// Removes the sessions and links that have ended; how many.
    pub fn remove_expired(&self, now: i64) -> Result<u64, Error> {
        self.writer()
            .send(move |writing| {
                let ended = sessions::table.filter(sessions::expires_at.le(now));
                let sessions = diesel::delete(ended).execute(writing.db)?;
                let ended = links::table.filter(links::expires_at.le(now));
                let links = diesel::delete(ended).execute(writing.db)?;
                Ok((sessions + links) as u64)
            })?
            .wait()
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = sessions)]
struct SessionRow {
    key: String,
    second_factor: bool,
    expires_at: i64,
    opened_on: NaiveDate,
    device: String,
}

fn session((row, account): (SessionRow, AccountRow)) -> Result<Session, Error> {
    Ok(Session {
        account: account.account()?,
        second_factor: row.second_factor,
        expires_at: row.expires_at,
        opened_on: row.opened_on,
        device: row.device,
        key: row.key,
    })
}

fn open(writing: &mut Writing<'_>, new: &NewSession) -> Result<(), Error> {
    let account = Id(new.account.uuid());
    let disabled: bool = accounts::table.find(account).select(accounts::disabled).first(writing.db)?;
    if disabled {
        return Err(Error::Conflict("a disabled account".to_owned()));
    }
    let key = to_hex(&writing.random::<8>());
    diesel::insert_into(sessions::table)
        .values((
            sessions::token.eq(new.token.to_vec()),
            sessions::key.eq(key),
            sessions::account.eq(account),
            sessions::second_factor.eq(new.second_factor),
            sessions::expires_at.eq(new.expires_at),
            sessions::opened_on.eq(writing.today),
            sessions::device.eq(&new.device),
        ))
        .execute(writing.db)?;
    Ok(())
}

fn found(changed: usize) -> Result<(), Error> {
    if changed == 0 { Err(Error::NotFound("session".to_owned())) } else { Ok(()) }
}
