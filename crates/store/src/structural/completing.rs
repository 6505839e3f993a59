//! The other language of an answer or a verdict: what was written in Dutch or in French alone is not printed before it stands
//! in both. The words that stand are kept as they are; the new version says the same in one language more.

use diesel::prelude::*;
use model::{AccountId, Authority, EditionNumber, Language, Localised, StructuralSignalId};
use serde_json::json;

use super::agreement::{stands_printed, text_of};
use super::chapter::WRITTEN_MEANWHILE;
use super::localised;
use super::members::SUBJECT;
use crate::columns::Id;
use crate::editions::{self, column};
use crate::events::Event;
use crate::filing::written;
use crate::schema::{answers, verdicts};
use crate::texts::put;
use crate::{Error, Store};

/// A text about a published chapter that may stand in one language alone, until the next edition prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HalfText {
    /// What this authority answered to the whole, or to the recommendation of this number.
    Answer(Authority, Option<u32>),
    /// The reason of the field's verdict.
    Verdict,
}

impl Store {
    /// Puts a missing language to an answer or a verdict; the others, the day and the state stay. `NotFound` where nothing
    /// was written, `Conflict` where somebody wrote this language meanwhile.
    pub fn complete(
        &self,
        structural: StructuralSignalId,
        edition: EditionNumber,
        which: HalfText,
        (language, words): (Language, &str),
        by: AccountId,
    ) -> Result<(), Error> {
        let (id, words) = (Id(structural.uuid()), words.trim().to_owned());
        self.writer()
            .send_alone(move |writing| {
                stands_printed(writing, id, edition)?;
                let number = column(edition)?;
                let mut detail = json!({
                    "by": by.to_string(), "edition": edition.0, "language": language.code(),
                });
                let (text, kind, event) = match which {
                    HalfText::Answer(authority, recommendation) => {
                        detail["authority"] = json!(authority.code());
                        detail["recommendation"] = json!(recommendation);
                        let about = editions::count(recommendation.unwrap_or(0))?;
                        let stored = answers::table.find((id, number, authority.code(), about));
                        let text = stored.select(answers::text_id).first(writing.db).optional()?;
                        (text, "answer", "answer-completed")
                    }
                    HalfText::Verdict => {
                        let stored = verdicts::table.find((id, number));
                        let text = stored.select(verdicts::reason_id).first(writing.db).optional()?;
                        (text, "verdict-reason", "verdict-completed")
                    }
                };
                let stands: Option<Option<Id>> = text;
                let before = text_of(writing, stands.flatten())?;
                let before = before.filter(|before| !before.body.is_empty());
                let before = before.ok_or_else(|| Error::NotFound(kind.to_owned()))?;
                let mut text: Localised = localised(&before.body)?;
                if !text.lacks(language) {
                    return Err(Error::Conflict(WRITTEN_MEANWHILE.to_owned()));
                }
                match language {
                    Language::Nl => text.nl = words,
                    Language::Fr => text.fr = words,
                    Language::En => text.en = words,
                }
                put(writing, kind, Some(&before), &written(&text)?)?;
                writing.record(Event::new(event, SUBJECT, id, detail));
                Ok(())
            })?
            .wait()
    }
}
