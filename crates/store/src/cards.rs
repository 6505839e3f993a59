//! Filing cards: a link with which a group without a login files, and nothing else.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{AccountId, Code, FilingCardId};
use serde_json::json;

use crate::columns::Id;
use crate::events::Event;
use crate::filing::one;
use crate::schema::filing_cards;
use crate::{Error, Store};

/// A filing card; its link is known to its organisation alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingCard {
    /// Its id.
    pub id: FilingCardId,
    /// The organisation it files for.
    pub organisation: Code,
    /// The organisation that releases what is filed with it.
    pub sponsor: Option<Code>,
    /// What it is called in lists.
    pub label: String,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// The day it was revoked.
    pub revoked_on: Option<NaiveDate>,
}

impl Store {
    /// Makes a card (its token arrives as SHA-256). `by` is none where the command line does it. `Conflict` where an
    /// organisation is unknown.
    pub fn add_card(
        &self,
        organisation: &Code,
        sponsor: Option<&Code>,
        label: &str,
        token: [u8; 32],
        by: Option<AccountId>,
    ) -> Result<FilingCardId, Error> {
        let (organisation, sponsor, label) = (organisation.clone(), sponsor.cloned(), label.to_owned());
        self.writer()
            .send(move |writing| {
                let id = Id::from_random(writing.random());
                let sponsor = sponsor.as_ref().map(Code::as_str);
                diesel::insert_into(filing_cards::table)
                    .values((
                        filing_cards::id.eq(id),
                        filing_cards::token.eq(token.to_vec()),
                        filing_cards::organisation.eq(organisation.as_str()),
                        filing_cards::sponsor.eq(sponsor),
                        filing_cards::label.eq(label),
                        filing_cards::created_on.eq(writing.today),
                    ))
                    .execute(writing.db)?;
                let detail = json!({ "by": by, "organisation": organisation.as_str(), "sponsor": sponsor });
                writing.record(Event::new("card-added", "card", id, detail));
                Ok(FilingCardId::from_uuid(id.0))
            })?
            .wait()
    }

    /// The card with this SHA-256, revoked or not: a page can say that it was revoked.
    pub fn card(&self, token: [u8; 32]) -> Result<Option<FilingCard>, Error> {
        self.read(|db| {
            let row: Option<CardRow> = filing_cards::table
                .filter(filing_cards::token.eq(token.to_vec()))
                .select(CardRow::as_select())
                .first(db)
                .optional()?;
            row.map(CardRow::card).transpose()
        })
    }

    /// Every card: by organisation, newest first.
    pub fn cards(&self) -> Result<Vec<FilingCard>, Error> {
        self.read(|db| {
            let rows: Vec<CardRow> = filing_cards::table
                .select(CardRow::as_select())
                .order((filing_cards::organisation, filing_cards::created_on.desc(), filing_cards::label))
                .load(db)?;
            rows.into_iter().map(CardRow::card).collect()
        })
    }

    /// Revokes a card: nothing is filed with it from now on; what was, stays. Revoking it again changes nothing.
    pub fn revoke_card(&self, id: FilingCardId, by: Option<AccountId>) -> Result<(), Error> {
        self.writer()
            .send(move |writing| {
                let id = Id(id.uuid());
                let revoked: Option<NaiveDate> =
                    filing_cards::table.find(id).select(filing_cards::revoked_on).first(writing.db)?;
                if revoked.is_none() {
                    diesel::update(filing_cards::table.find(id))
                        .set(filing_cards::revoked_on.eq(writing.today))
                        .execute(writing.db)?;
                    writing.record(Event::new("card-revoked", "card", id, json!({ "by": by })));
                }
                Ok(())
            })?
            .wait()
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = filing_cards)]
struct CardRow {
    id: Id,
    organisation: String,
    sponsor: Option<String>,
    label: String,
    created_on: NaiveDate,
    revoked_on: Option<NaiveDate>,
}

impl CardRow {
    fn card(self) -> Result<FilingCard, Error> {
        Ok(FilingCard {
            id: FilingCardId::from_uuid(self.id.0),
            organisation: one(&self.organisation, Code::parse)?,
            sponsor: self.sponsor.as_deref().map(|code| one(code, Code::parse)).transpose()?,
            label: self.label,
            created_on: self.created_on,
            revoked_on: self.revoked_on,
        })
    }
}
