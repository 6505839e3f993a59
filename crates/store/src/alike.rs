//! What a comparison of signals needs: their words and codes, and which of them changed since.

use diesel::prelude::*;
use model::{CauseChoice, Code, Language, SignalId, SignalState};

use crate::columns::Id;
use crate::events::last_sequence;
use crate::filing::{SignalText, one, visible};
use crate::schema::{events, signals};
use crate::texts::current;
use crate::{Error, Store};

/// A signal as it is compared with others. Codes are as decided.
#[derive(Clone, PartialEq, Eq)]
pub struct SignalWords {
    /// Its id.
    pub id: SignalId,
    /// Where it stands.
    pub state: SignalState,
    /// The language it is written in.
    pub language: Language,
    /// Headline, problem and impact, one part a line; empty when the words were wiped.
    pub text: String,
    /// The main cause.
    pub cause: CauseChoice,
    /// The main domain.
    pub domain: Code,
    /// The right in play.
    pub right: Option<Code>,
}

/// Never its words.
impl std::fmt::Debug for SignalWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignalWords").field("id", &self.id).finish_non_exhaustive()
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = signals)]
struct Row {
    id: Id,
    text_id: Id,
    state: String,
    language: String,
    decided_cause: String,
    decided_domain: String,
    decided_right: Option<String>,
}

impl Store {
    /// Up to `limit` signals in the order of their random ids, those after this one.
    pub fn words_after(&self, after: Option<SignalId>, limit: u32) -> Result<Vec<SignalWords>, Error> {
        let after = Id(after.map_or(uuid::Uuid::nil(), |id| id.uuid()));
        self.read(|db| {
            let rows = signals::table
                .filter(signals::id.gt(after))
                .filter(visible())
                .select(Row::as_select())
                .order(signals::id)
                .limit(limit.into())
                .load(db)?;
            words(db, rows)
        })
    }

    /// These signals, as far as they are there.
    pub fn words_of(&self, ids: &[SignalId]) -> Result<Vec<SignalWords>, Error> {
        let ids: Vec<Id> = ids.iter().map(|id| Id(id.uuid())).collect();
        self.read(|db| {
            let rows = signals::table
                .filter(signals::id.eq_any(&ids))
                .filter(visible())
                .select(Row::as_select())
                .load(db)?;
            words(db, rows)
        })
    }

    /// The number of the last event.
    pub fn last_event(&self) -> Result<i64, Error> {
        self.read(last_sequence)
    }

    /// The last event after this one by which signals, or what belongs together, can look
    /// different, the words by which they are compared too; and the last of all.
    pub fn signals_changed_after(&self, event: i64) -> Result<(Option<i64>, i64), Error> {
        self.read(|db| {
            let last = last_sequence(db)?;
            let named = events::kind
                .like("signal%")
                .or(events::kind.like("structural-%"))
                .or(events::kind.like("concept-%"));
            let changes = named.or(events::kind.eq_any([
                "import-done",
                "import-removed",
                "edition-frozen",
                "chapter-written",
                "text-wiped",
            ]));
            let changed = events::table
                .filter(events::sequence.gt(event))
                .filter(events::sequence.le(last))
                .filter(changes)
                .select(diesel::dsl::max(events::sequence))
                .first(db)?;
            Ok((changed, last))
        })
    }

    /// The signals that the log mentions after this event, up to `limit` events; the number of the last one looked at; and
    /// whether everything is to be read anew: an import ended, which the log tells without its signals, or the words changed by
    /// which signals are compared.
    pub fn changed_after(&self, event: i64, limit: u32) -> Result<(Vec<SignalId>, i64, bool), Error> {
        self.read(|db| {
            let rows: Vec<(i64, String, String)> = events::table
                .filter(events::sequence.gt(event))
                .select((events::sequence, events::kind, events::subject_id))
                .order(events::sequence)
                .limit(limit.into())
                .load(db)?;
            let last = rows.last().map_or(event, |row| row.0);
            let anew = rows.iter().any(|(_, kind, _)| kind == "import-done" || kind.starts_with("concept-"));
            let mut ids: Vec<SignalId> = rows
                .into_iter()
                .filter(|(_, kind, _)| kind.starts_with("signal-"))
                .filter_map(|(.., id)| SignalId::parse(&id).ok())
                .collect();
            ids.sort_unstable();
            ids.dedup();
            Ok((ids, last, anew))
        })
    }
}

fn words(db: &mut crate::db::Db, rows: Vec<Row>) -> Result<Vec<SignalWords>, Error> {
    let texts = current(db, &rows.iter().map(|row| row.text_id).collect::<Vec<_>>())?;
    rows.into_iter()
        .map(|row| {
            let body = texts.get(&row.text_id).map_or("", |text| text.body.as_str());
            Ok(SignalWords {
                id: SignalId::from_uuid(row.id.0),
                state: one(&row.state, SignalState::parse)?,
                language: one(&row.language, Language::parse)?,
                text: SignalText::read(body)?.compared(),
                cause: one(&row.decided_cause, CauseChoice::parse)?,
                domain: one(&row.decided_domain, Code::parse)?,
                right: row.decided_right.as_deref().map(|code| one(code, Code::parse)).transpose()?,
            })
        })
        .collect()
}
