//! How a structural signal came to be what it is: who wrote its chapter, and why signals moved.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use model::{AccountId, EditionNumber, StructuralSignalId};
use serde_json::Value;

use super::members::SUBJECT;
use crate::columns::Id;
use crate::editions::column;
use crate::schema::{chapter_authors, events, structural_signals, texts};
use crate::texts::current;
use crate::{Error, Store};

impl Store {
    /// Who wrote the chapter of an edition, in any of its versions: they do not clear it.
    pub fn chapter_authors(
        &self,
        structural: StructuralSignalId,
        edition: EditionNumber,
    ) -> Result<BTreeSet<AccountId>, Error> {
        self.read(|db| {
            let rows: Vec<Id> = chapter_authors::table
                .filter(chapter_authors::structural_id.eq(Id(structural.uuid())))
                .filter(chapter_authors::edition.eq(column(edition)?))
                .select(chapter_authors::account)
                .load(db)?;
            Ok(rows.into_iter().map(|account| AccountId::from_uuid(account.0)).collect())
        })
    }

    /// The structural signal with this code, as a chapter prints it.
    pub fn structural_by_trace(&self, trace: &str) -> Result<Option<StructuralSignalId>, Error> {
        self.read(|db| {
            let found: Option<Id> = structural_signals::table
                .filter(structural_signals::trace.eq(trace))
                .select(structural_signals::id)
                .first(db)
                .optional()?;
            Ok(found.map(|id| StructuralSignalId::from_uuid(id.0)))
        })
    }

    /// Why signals were moved, merged or split, by the number of the event that tells of it; nothing for an event without
    /// a reason.
    pub fn reasons_of_moves(&self, sequences: &[i64]) -> Result<BTreeMap<i64, String>, Error> {
        self.read(|db| {
            let rows: Vec<(i64, String)> = events::table
                .filter(events::sequence.eq_any(sequences))
                .filter(events::subject.eq(SUBJECT))
                .select((events::sequence, events::detail))
                .load(db)?;
            let text = |detail: &String| -> Option<Id> {
                serde_json::from_str::<Value>(detail).ok()?["text"].as_str()?.parse().ok().map(Id)
            };
            let named: Vec<(i64, Id)> =
                rows.iter().filter_map(|(sequence, detail)| Some((*sequence, text(detail)?))).collect();
            // Other events name texts too: what an owner noted is no reason.
            let reasons: Vec<Id> = texts::table
                .filter(texts::id.eq_any(named.iter().map(|(_, id)| *id)))
                .filter(texts::kind.eq("structural-reason"))
                .select(texts::id)
                .load(db)?;
            let words = current(db, &reasons)?;
            let said = |(sequence, id): (i64, Id)| Some((sequence, words.get(&id)?.body.clone()));
            Ok(named.into_iter().filter_map(said).collect())
        })
    }
}
