//! Texts that people wrote, in numbered versions, each sealed and with a commitment key of its own.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;

use crate::Error;
use crate::columns::{Id, Sealed};
use crate::db::Db;
use crate::events::Event;
use crate::schema::{text_versions, texts};
use crate::writer::Writing;

/// A new text.
#[derive(Insertable)]
#[diesel(table_name = texts)]
#[diesel(treat_none_as_default_value = false)]
pub(crate) struct TextRow {
    pub id: Id,
    pub kind: &'static str,
}

/// A new version of a text.
#[derive(Insertable)]
#[diesel(table_name = text_versions)]
#[diesel(treat_none_as_default_value = false)]
pub(crate) struct VersionRow {
    pub text_id: Id,
    pub number: i32,
    pub body: Option<Sealed>,
    pub commitment_key: Option<Vec<u8>>,
    pub digest: Option<Vec<u8>>,
    pub occurrence: Option<i32>,
    pub day: NaiveDate,
    pub wiped_on: Option<NaiveDate>,
}

/// HMAC-SHA-256 of `text` under `key`.
pub(crate) fn keyed(key: &[u8], text: &[u8]) -> Vec<u8> {
    // A key of any length is taken; the error of `new_from_slice` cannot happen, and an empty answer would fail every comparison.
    Hmac::<Sha256>::new_from_slice(key)
        .map(|mut mac| {
            mac.update(text);
            mac.finalize().into_bytes().to_vec()
        })
        .unwrap_or_default()
}

/// A text of a structural signal as it stands: which text, its current version, and its words.
#[derive(Debug, Clone)]
pub(crate) struct Current {
    pub id: Id,
    pub version: i32,
    pub body: String,
}

/// The current versions of these texts, by id. The body of a wiped one is empty.
pub(crate) fn current(db: &mut Db, ids: &[Id]) -> Result<BTreeMap<Id, Current>, Error> {
    let mut found = BTreeMap::new();
    for some in ids.chunks(500) {
        let rows: Vec<(Id, i32, Option<Sealed>)> = text_versions::table
            .select((text_versions::text_id, text_versions::number, text_versions::body))
            .filter(text_versions::text_id.eq_any(some))
            .order((text_versions::text_id, text_versions::number))
            .load(db)?;
        for (id, version, body) in rows {
            let body = body.map_or(Ok(String::new()), Sealed::unseal)?;
            // In order of number: the last one stays.
            found.insert(id, Current { id, version, body });
        }
    }
    Ok(found)
}

/// Sees to it that the text says `body`: nothing where it does, else a new version, else a new text. No text for an empty body that never had one.
pub(crate) fn put(
    writing: &mut Writing<'_>,
    kind: &'static str,
    before: Option<&Current>,
    body: &str,
) -> Result<Option<(Id, i32)>, Error> {
    let (id, number) = match before {
        Some(current) if current.body == body => return Ok(Some((current.id, current.version))),
        Some(current) => (current.id, current.version + 1),
        None if body.is_empty() => return Ok(None),
        None => {
            let id = Id::from_random(writing.random());
            diesel::insert_into(texts::table).values(TextRow { id, kind }).execute(writing.db)?;
            (id, 1)
        }
    };
    let key: [u8; 32] = writing.random();
    let row = VersionRow {
        text_id: id,
        number,
        body: Some(Sealed::seal(body)),
        commitment_key: Some(key.to_vec()),
        digest: None,
        occurrence: None,
        day: writing.today,
        wiped_on: None,
    };
    diesel::insert_into(text_versions::table).values(row).execute(writing.db)?;
    let mut event = Event::new("text-written", "text", id, json!({ "kind": kind, "version": number }));
    event.commitment = Some(keyed(&key, body.as_bytes()));
    writing.record(event);
    Ok(Some((id, number)))
}
