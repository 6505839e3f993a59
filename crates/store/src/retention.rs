//! What is deleted, and when: texts go, decisions and links stay.
//!
//! When a version is due stands in a schedule that calls this; here is only how it goes.

use diesel::prelude::*;
use model::{SignalId, TextId};
use serde_json::json;

use crate::columns::{Id, Sealed};
use crate::events::Event;
use crate::schema::{signals, text_versions};
use crate::writer::Writing;
use crate::{Error, Store};

/// What the schedule removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Removed {
    /// Drafts that nobody saved for 30 days.
    pub drafts: u64,
}

impl Store {
    /// Removes what is due today, from the files too. To be called once a day or more often.
    pub fn keep_schedule(&self) -> Result<Removed, Error> {
        Ok(Removed { drafts: self.remove_old_drafts()? })
    }

    /// Wipes one version of a text: its words, its commitment key and its digest are gone from the database and
    /// its files; the row and the event of its writing stay. Wiping it again changes nothing.
    ///
    /// PostgreSQL keeps old pages in its write-ahead log and backups as long as its operator lets it.
    pub fn wipe_version(&self, text: TextId, number: u32) -> Result<(), Error> {
        let number = crate::editions::count(number)?;
        self.writer().send(move |writing| wipe(writing, Id(text.uuid()), number))?.wait()
    }

    /// The text that a signal's words are in.
    pub fn text_of_signal(&self, signal: SignalId) -> Result<TextId, Error> {
        self.read(|db| {
            let id: Id = signals::table.find(Id(signal.uuid())).select(signals::text_id).first(db)?;
            Ok(TextId::from_uuid(id.0))
        })
    }
}

/// Wipes one version, inside a command.
pub(crate) fn wipe(writing: &mut Writing<'_>, text: Id, number: i32) -> Result<(), Error> {
    let version = text_versions::table.find((text, number));
    let wiped: Option<chrono::NaiveDate> = version.select(text_versions::wiped_on).first(writing.db)?;
    if wiped.is_some() {
        return Ok(());
    }
    diesel::update(version)
        .set((
            text_versions::body.eq(None::<Sealed>),
            text_versions::commitment_key.eq(None::<Vec<u8>>),
            text_versions::digest.eq(None::<Vec<u8>>),
            text_versions::occurrence.eq(None::<i32>),
            text_versions::wiped_on.eq(writing.today),
        ))
        .execute(writing.db)?;
    writing.forget_deleted("text_versions");
    crate::search::forget(writing, text)?;
    writing.record(Event::new("text-wiped", "text", text, json!({ "version": number })));
    Ok(())
}
