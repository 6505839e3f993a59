//! API tokens: with one, the systems of an organisation file for it.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{AccountId, ApiTokenId, Code};
use serde_json::json;

use crate::columns::Id;
use crate::events::Event;
use crate::filing::one;
use crate::schema::api_tokens;
use crate::{Error, Store};

/// An API token; the token itself is known to its organisation alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Its id.
    pub id: ApiTokenId,
    /// The organisation it files for.
    pub organisation: Code,
    /// What it is called in lists.
    pub label: String,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// The day it was revoked.
    pub revoked_on: Option<NaiveDate>,
}

impl Store {
    /// Makes a token (it arrives as SHA-256). `by` is none where the command line does it. `Conflict` where the
    /// organisation is unknown.
    pub fn add_token(
        &self,
        organisation: &Code,
        label: &str,
        token: [u8; 32],
        by: Option<AccountId>,
    ) -> Result<ApiTokenId, Error> {
        let (organisation, label) = (organisation.clone(), label.to_owned());
        self.writer()
            .send(move |writing| {
                let id = Id::from_random(writing.random());
                diesel::insert_into(api_tokens::table)
                    .values((
                        api_tokens::id.eq(id),
                        api_tokens::token.eq(token.to_vec()),
                        api_tokens::organisation.eq(organisation.as_str()),
                        api_tokens::label.eq(label),
                        api_tokens::created_on.eq(writing.today),
                    ))
                    .execute(writing.db)?;
                let detail = json!({ "by": by, "organisation": organisation.as_str() });
                writing.record(Event::new("token-added", "token", id, detail));
                Ok(ApiTokenId::from_uuid(id.0))
            })?
            .wait()
    }

    /// The token with this SHA-256, revoked or not.
    pub fn token(&self, token: [u8; 32]) -> Result<Option<ApiToken>, Error> {
        self.read(|db| {
            let row: Option<TokenRow> = api_tokens::table
                .filter(api_tokens::token.eq(token.to_vec()))
                .select(TokenRow::as_select())
                .first(db)
                .optional()?;
            row.map(TokenRow::token).transpose()
        })
    }

    /// The tokens of an organisation, or all: by organisation, newest first.
    pub fn tokens(&self, organisation: Option<&Code>) -> Result<Vec<ApiToken>, Error> {
        self.read(|db| {
            let mut query = api_tokens::table.select(TokenRow::as_select()).into_boxed();
            if let Some(code) = organisation {
                query = query.filter(api_tokens::organisation.eq(code.as_str()));
            }
            let rows: Vec<TokenRow> = query
                .order((api_tokens::organisation, api_tokens::created_on.desc(), api_tokens::label))
                .load(db)?;
            rows.into_iter().map(TokenRow::token).collect()
        })
    }

    /// Revokes a token: nothing is filed with it from now on. Revoking it again changes nothing.
    pub fn revoke_token(&self, id: ApiTokenId, by: Option<AccountId>) -> Result<(), Error> {
        self.writer()
            .send(move |writing| {
                let id = Id(id.uuid());
                let revoked: Option<NaiveDate> =
                    api_tokens::table.find(id).select(api_tokens::revoked_on).first(writing.db)?;
                if revoked.is_none() {
                    diesel::update(api_tokens::table.find(id))
                        .set(api_tokens::revoked_on.eq(writing.today))
                        .execute(writing.db)?;
                    writing.record(Event::new("token-revoked", "token", id, json!({ "by": by })));
                }
                Ok(())
            })?
            .wait()
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = api_tokens)]
struct TokenRow {
    id: Id,
    organisation: String,
    label: String,
    created_on: NaiveDate,
    revoked_on: Option<NaiveDate>,
}

impl TokenRow {
    fn token(self) -> Result<ApiToken, Error> {
        Ok(ApiToken {
            id: ApiTokenId::from_uuid(self.id.0),
            organisation: one(&self.organisation, Code::parse)?,
            label: self.label,
            created_on: self.created_on,
            revoked_on: self.revoked_on,
        })
    }
}
