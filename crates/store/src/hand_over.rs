//! Whose signal it is: a signal belongs to the organisation and survives the worker, so it can pass to a colleague.

use diesel::prelude::*;
use model::{AccountId, Code, SignalId};
use serde_json::json;

use crate::columns::Id;
use crate::events::Event;
use crate::filing::visible;
use crate::schema::{accounts, filings, signals};
use crate::submit::attribute;
use crate::writer::Writing;
use crate::{Error, Store};

/// The detail of the `Conflict` for an account of another organisation.
pub const OTHER_ORGANISATION: &str = "the account is of another organisation";

impl Store {
    /// Hands a signal to an account of the same organisation, which from then on sees what becomes of it; an imported
    /// signal gets a receipt then. `Conflict` for an account of another organisation.
    pub fn hand_over(&self, signal: SignalId, to: AccountId, by: Option<AccountId>) -> Result<(), Error> {
        self.writer().send(move |writing| hand_over(writing, signal, to, by))?.wait()
    }

    /// The signal that has this reference in its organisation.
    pub fn signal_by_reference(
        &self,
        organisation: &Code,
        reference: &str,
    ) -> Result<Option<SignalId>, Error> {
        self.read(|db| {
            let id: Option<Id> = signals::table
                .filter(signals::organisation.eq(organisation.as_str()))
                .filter(signals::reference.eq(reference))
                .filter(visible())
                .select(signals::id)
                .first(db)
                .optional()?;
            Ok(id.map(|id| SignalId::from_uuid(id.0)))
        })
    }
}

fn hand_over(
    writing: &mut Writing<'_>,
    signal: SignalId,
    to: AccountId,
    by: Option<AccountId>,
) -> Result<(), Error> {
    let (signal, account) = (Id(signal.uuid()), Id(to.uuid()));
    let owner: String = signals::table.find(signal).select(signals::organisation).first(writing.db)?;
    let theirs: Option<String> =
        accounts::table.find(account).select(accounts::organisation).first(writing.db)?;
    if theirs.as_deref() != Some(owner.as_str()) {
        return Err(Error::Conflict(OTHER_ORGANISATION.to_owned()));
    }
    let changed = diesel::update(filings::table.find(signal))
        .set((
            filings::account.eq(Some(account)),
            filings::token.eq(None::<Id>),
            filings::card.eq(None::<Id>),
        ))
        .execute(writing.db)?;
    if changed == 0 {
        attribute(writing, &[signal], account)?;
    }
    let detail = json!({ "account": to.to_string(), "by": by.map(|by| by.to_string()) });
    writing.record(Event::new("signal-handed-over", "signal", signal, detail));
    Ok(())
}
