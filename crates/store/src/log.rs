//! Reading the event log: who did what, which day, to which thing.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Text;
use serde_json::Value;

use crate::db::Db;
use crate::events::taken_back;
use crate::schema::events;
use crate::undo::{UNDONE, is_undoable};
use crate::{Error, Store};

/// Every kind of event, by its code: what tells the log in words has a sentence for each.
pub const LOG_KINDS: [&str; 76] = [
    "account-added",
    "account-changed",
    "account-disabled",
    "account-enabled",
    "action-noted",
    "address-changed",
    "agreement-asked",
    "agreement-given",
    "agreement-link-made",
    "agreement-link-revoked",
    "answer-completed",
    "answer-received",
    "card-added",
    "card-revoked",
    "chapter-cleared",
    "chapter-written",
    "concept-added",
    "concept-removed",
    "concept-word-added",
    "concept-word-removed",
    "concept-word-switched-off",
    "concept-word-switched-on",
    "criteria-judged",
    "dots-given",
    "edition-described",
    "edition-frozen",
    "edition-opened",
    "edition-published",
    "exported",
    "filter-deleted",
    "filter-saved",
    "forum-changed",
    "forum-held",
    "import-begun",
    "import-done",
    "import-removed",
    "link-asked-for",
    "link-made",
    "list-changed",
    "message-written",
    "password-set",
    "recognition-given",
    "recognition-proposed",
    "recommendation-made",
    "recommendation-removed",
    "recommendation-signed",
    "second-factor-changed",
    "settings-changed",
    "signal-accepted",
    "signal-corrected",
    "signal-declined",
    "signal-filed",
    "signal-handed-over",
    "signal-postponed",
    "signal-redacted",
    "signal-referred",
    "signal-released",
    "signal-same-case",
    "signal-solved-internally",
    "signal-stands-for-case",
    "signal-step-undone",
    "signal-weighed",
    "signal-withdrawn",
    "signals-linked",
    "signals-moved",
    "structural-signal-described",
    "structural-signal-part-removed",
    "structural-signal-split",
    "structural-signals-merged",
    "structural-step-undone",
    "text-wiped",
    "text-written",
    "token-added",
    "token-revoked",
    "verdict-completed",
    "verdict-given",
];

/// Which part of the log is wanted: what fits all that is said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogFilter {
    /// Of this sort of thing: `signal`, `structural-signal`, `edition`, `account` …
    pub subject: Option<String>,
    /// Of this one: its id, code or number.
    pub subject_id: Option<String>,
    /// Of these kinds; all where the list is empty.
    pub kinds: Vec<String>,
    /// From this day.
    pub from: Option<NaiveDate>,
    /// Up to and with this day.
    pub to: Option<NaiveDate>,
    /// By this account.
    pub by: Option<String>,
    /// Only what came before the event with this number.
    pub before: Option<i64>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct LogEntry {
    /// Its number in the chain.
    pub sequence: i64,
    /// The day.
    pub day: NaiveDate,
    /// What happened, as a code.
    pub kind: String,
    /// To which sort of thing.
    pub subject: String,
    /// To which one.
    pub subject_id: String,
    /// Further codes and ids.
    pub detail: Value,
    /// It was taken back since.
    pub undone: bool,
    /// It is a decision on a signal that could be taken back, as far as the log tells.
    pub undoable: bool,
}

impl Store {
    /// At most `limit` entries, the newest first; also whether there are older ones.
    pub fn log(&self, filter: &LogFilter, limit: u32) -> Result<(Vec<LogEntry>, bool), Error> {
        self.read(|db| {
            let mut rows = rows(db, filter, i64::from(limit) + 1)?;
            let more = rows.len() > limit as usize;
            rows.truncate(limit as usize);
            let undone = undone(db, &rows)?;
            let entries = rows
                .into_iter()
                .map(|(sequence, day, kind, subject, subject_id, detail)| {
                    let undone = undone.contains(&sequence);
                    LogEntry {
                        undoable: !undone && subject == "signal" && is_undoable(&kind),
                        // The log holds JSON that this store wrote: what is none was tampered with, and says nothing.
                        detail: serde_json::from_str(&detail).unwrap_or_default(),
                        sequence,
                        day,
                        kind,
                        subject,
                        subject_id,
                        undone,
                    }
                })
                .collect();
            Ok((entries, more))
        })
    }
}

type Row = (i64, NaiveDate, String, String, String, String);

fn rows(db: &mut Db, filter: &LogFilter, limit: i64) -> Result<Vec<Row>, Error> {
    let mut query = events::table
        .select((
            events::sequence,
            events::day,
            events::kind,
            events::subject,
            events::subject_id,
            events::detail,
        ))
        .order(events::sequence.desc())
        .limit(limit)
        .into_boxed();
    if let Some(subject) = &filter.subject {
        query = query.filter(events::subject.eq(subject));
    }
    if let Some(id) = &filter.subject_id {
        query = query.filter(events::subject_id.eq(id));
    }
    if let Some(day) = filter.from {
        query = query.filter(events::day.ge(day));
    }
    if let Some(day) = filter.to {
        query = query.filter(events::day.le(day));
    }
    let others: Vec<&str> =
        LOG_KINDS.into_iter().filter(|kind| !filter.kinds.iter().any(|wanted| wanted == kind)).collect();
    if filter.kinds.len() > others.len() {
        // Nearly all are wanted: to know that an event is none of the others takes less.
        query = query.filter(events::kind.ne_all(others));
    } else if !filter.kinds.is_empty() {
        query = query.filter(events::kind.eq_any(&filter.kinds));
    }
    if let Some(by) = &filter.by {
        query = query.filter(done_by(db).eq(by.clone()));
    }
    if let Some(before) = filter.before {
        query = query.filter(events::sequence.lt(before));
    }
    Ok(query.load(db)?)
}

/// Who did it: the id behind the key `by` of the detail, whose keys are sorted and written without spaces. These are the words
/// of the index `events_by`.
fn done_by(db: &Db) -> SqlLiteral<Text> {
    let position = match db {
        Db::Postgres(_) => "strpos",
        Db::Sqlite(_) => "instr",
    };
    sql(&format!("substr(detail, {position}(detail, '\"by\":\"') + 6, 36)"))
}

/// Which of these events were taken back.
fn undone(db: &mut Db, rows: &[Row]) -> Result<BTreeSet<i64>, Error> {
    let subjects: BTreeSet<&String> =
        rows.iter().filter(|row| is_undoable(&row.2)).map(|row| &row.4).collect();
    taken_back(db, UNDONE, subjects)
}
