//! A signal as rows: its codes beside each other as filed and as decided, its words in one sealed text.

use std::fmt::Write;

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{
    Authority, Cause, CauseChoice, Code, Language, Month, Place, Recurrence, SignalState, Submission,
    TargetGroup, Tried,
};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::columns::Id;
use crate::db::Db;
use crate::redact::SignalField;
use crate::schema::{imports, secrets, signals};
use crate::writer::Writing;

/// A new row of `signals`, decided as it was filed.
#[derive(Insertable)]
#[diesel(table_name = signals)]
#[diesel(treat_none_as_default_value = false)]
pub(crate) struct SignalRow {
    pub id: Id,
    pub import_id: Option<Id>,
    pub text_id: Id,
    pub organisation: String,
    pub reference: Option<String>,
    pub observed: i32,
    pub filed_on: NaiveDate,
    pub language: &'static str,
    pub state: &'static str,
    pub edition: Option<i32>,
    pub tried: String,
    pub target_groups: String,
    pub other_places: String,
    pub no_municipality: bool,
    pub recurrence: Option<&'static str>,
    pub generated: bool,
    pub filed_cause: &'static str,
    pub filed_other_causes: String,
    pub filed_never_eligible: bool,
    pub filed_domain: String,
    pub filed_other_domains: String,
    pub filed_right: Option<String>,
    pub filed_place: String,
    pub filed_authority: Option<&'static str>,
    pub decided_cause: &'static str,
    pub decided_other_causes: String,
    pub decided_never_eligible: bool,
    pub decided_domain: String,
    pub decided_other_domains: String,
    pub decided_right: Option<String>,
    pub decided_place: String,
    pub decided_authority: Option<&'static str>,
}

impl SignalRow {
    /// The row of a submission.
    pub fn new(
        id: Id,
        text_id: Id,
        import_id: Option<Id>,
        state: SignalState,
        filed_on: NaiveDate,
        submission: &Submission,
    ) -> Self {
        let other_causes = joined(submission.other_causes.iter().map(|cause| cause.code()));
        let other_domains = joined(submission.other_domains.iter().map(Code::as_str));
        let domain = submission.domain.as_str().to_owned();
        let right = submission.right.as_ref().map(|right| right.as_str().to_owned());
        let place = submission.place.code();
        let authority = submission.authority.map(Authority::code);
        Self {
            id,
            import_id,
            text_id,
            organisation: submission.organisation.as_str().to_owned(),
            reference: submission.reference.clone(),
            observed: submission.observed.number(),
            filed_on,
            language: submission.language.code(),
            state: state.code(),
            edition: None,
            tried: joined(submission.tried.iter().map(|tried| tried.code())),
            target_groups: joined(submission.target_groups.iter().map(|group| group.code())),
            other_places: joined(submission.other_places.iter().map(|place| place.code())),
            no_municipality: submission.no_municipality,
            recurrence: submission.recurrence.map(Recurrence::code),
            generated: submission.generated,
            filed_cause: submission.cause.code(),
            filed_other_causes: other_causes.clone(),
            filed_never_eligible: submission.never_eligible,
            filed_domain: domain.clone(),
            filed_other_domains: other_domains.clone(),
            filed_right: right.clone(),
            filed_place: place.clone(),
            filed_authority: authority,
            decided_cause: submission.cause.code(),
            decided_other_causes: other_causes,
            decided_never_eligible: submission.never_eligible,
            decided_domain: domain,
            decided_other_domains: other_domains,
            decided_right: right,
            decided_place: place,
            decided_authority: authority,
        }
    }
}

/// What a signal says as it was filed, read back.
#[derive(Queryable, Selectable)]
#[diesel(table_name = signals)]
pub(crate) struct FiledRow {
    pub id: Id,
    pub text_id: Id,
    organisation: String,
    pub reference: Option<String>,
    observed: i32,
    language: String,
    tried: String,
    target_groups: String,
    other_places: String,
    no_municipality: bool,
    recurrence: Option<String>,
    generated: bool,
    filed_cause: String,
    filed_other_causes: String,
    filed_never_eligible: bool,
    filed_domain: String,
    filed_other_domains: String,
    filed_right: Option<String>,
    filed_place: String,
    filed_authority: Option<String>,
}

impl FiledRow {
    /// The submission, with the words of its text.
    pub fn submission(self, text: SignalText) -> Result<Submission, Error> {
        Ok(Submission {
            reference: self.reference,
            organisation: one(&self.organisation, Code::parse)?,
            observed: month(self.observed)?,
            language: one(&self.language, Language::parse)?,
            headline: text.headline,
            problem: text.problem,
            impact: text.impact,
            tried: many(&self.tried, Tried::parse)?,
            tried_note: text.tried_note,
            cause: one(&self.filed_cause, CauseChoice::parse)?,
            other_causes: many(&self.filed_other_causes, Cause::parse)?,
            never_eligible: self.filed_never_eligible,
            domain: one(&self.filed_domain, Code::parse)?,
            other_domains: many(&self.filed_other_domains, Code::parse)?,
            right: self.filed_right.as_deref().map(|code| one(code, Code::parse)).transpose()?,
            target_groups: many(&self.target_groups, TargetGroup::parse)?,
            place: one(&self.filed_place, Place::parse)?,
            other_places: many(&self.other_places, Place::parse)?,
            no_municipality: self.no_municipality,
            authority: self.filed_authority.as_deref().map(|code| one(code, Authority::parse)).transpose()?,
            recurrence: self.recurrence.as_deref().map(|code| one(code, Recurrence::parse)).transpose()?,
            source: text.source,
            generated: self.generated,
        })
    }
}

/// The words of a signal: one text, with versions.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct SignalText {
    pub headline: String,
    pub problem: String,
    impact: String,
    tried_note: String,
    source: String,
}

impl SignalText {
    /// The words of a submission.
    pub fn of(submission: &Submission) -> Self {
        Self {
            headline: submission.headline.clone(),
            problem: submission.problem.clone(),
            impact: submission.impact.clone(),
            tried_note: submission.tried_note.clone(),
            source: submission.source.clone(),
        }
    }

    /// What others are compared with.
    pub fn compared(&self) -> String {
        [&self.headline, &self.problem, &self.impact].map(String::as_str).join("\n").trim().to_owned()
    }

    /// One of its texts.
    pub fn field(&mut self, field: SignalField) -> &mut String {
        match field {
            SignalField::Headline => &mut self.headline,
            SignalField::Problem => &mut self.problem,
            SignalField::Impact => &mut self.impact,
            SignalField::TriedNote => &mut self.tried_note,
        }
    }

    /// The words in the form that is sealed: JSON, its keys always in the same order.
    pub fn written(&self) -> Result<String, Error> {
        written(self)
    }

    /// What the filer wrote, part by part.
    pub fn each(&self) -> [&str; 4] {
        [&self.headline, &self.problem, &self.impact, &self.tried_note].map(String::as_str)
    }

    /// All that can be searched, one part a line.
    pub fn all(&self) -> String {
        self.each().join("\n")
    }

    /// The words of a text; all empty for a wiped one.
    pub fn read(body: &str) -> Result<Self, Error> {
        if body.is_empty() { Ok(Self::default()) } else { read_json(body) }
    }
}

/// The condition under which a reader sees a signal: outside every import, or of one that has ended. It asks for what is
/// hidden, which is next to nothing: asked for what has ended, SQLite reads signals import by import, whatever else is asked.
#[diesel::dsl::auto_type(no_type_alias)]
pub(crate) fn visible() -> _ {
    let done: &'static str = DONE;
    let unfinished = imports::table.filter(imports::state.ne(done)).select(imports::id.nullable());
    signals::import_id.is_null().or(signals::import_id.ne_all(unfinished))
}

/// The imports whose signals no reader sees, as they did not end: none most of the time, and then nobody need ask which
/// import a signal came with. Imports that were removed have no signals.
pub(crate) fn hidden(db: &mut Db) -> Result<Vec<Id>, Error> {
    let unfinished = imports::table.filter(imports::state.eq(crate::imports::RUNNING));
    Ok(unfinished.select(imports::id).load(db)?)
}

/// The state of an import whose rows are visible.
pub(crate) const DONE: &str = "done";

const DIGEST_KEY: &str = "row-digest";

/// Draws the key under the digests of rows, where the network has none.
pub(crate) fn ensure_digest_key(writing: &mut Writing<'_>) -> Result<(), Error> {
    let present: Option<String> = secrets::table
        .select(secrets::name)
        .filter(secrets::name.eq(DIGEST_KEY))
        .first(writing.db)
        .optional()?;
    if present.is_none() {
        let key: [u8; 32] = writing.random();
        diesel::insert_into(secrets::table)
            .values((secrets::name.eq(DIGEST_KEY), secrets::value.eq(key.to_vec())))
            .execute(writing.db)?;
    }
    Ok(())
}

/// The key under the digests of rows.
pub(crate) fn digest_key(db: &mut Db) -> Result<Vec<u8>, Error> {
    Ok(secrets::table.select(secrets::value).filter(secrets::name.eq(DIGEST_KEY)).first(db)?)
}

/// A value as JSON.
pub(crate) fn written<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::Broken("a value that JSON cannot hold".to_owned()))
}

/// The value that stands as JSON in a column.
pub(crate) fn read_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text)
        .map_err(|_| Error::Broken("a column that is not the JSON it should be".to_owned()))
}

/// Codes as one column holds them.
pub(crate) fn joined<S: std::fmt::Display>(codes: impl Iterator<Item = S>) -> String {
    let mut text = String::new();
    for code in codes {
        if !text.is_empty() {
            text.push('|');
        }
        // Writing into a String does not fail.
        let _ = write!(text, "{code}");
    }
    text
}

/// The codes of a column.
pub(crate) fn many<T, E>(text: &str, parse: impl Fn(&str) -> Result<T, E>) -> Result<Vec<T>, Error> {
    text.split('|').filter(|code| !code.is_empty()).map(|code| one(code, &parse)).collect()
}

/// The code of a column.
pub(crate) fn one<T, E>(text: &str, parse: impl Fn(&str) -> Result<T, E>) -> Result<T, Error> {
    parse(text).map_err(|_| Error::Broken("a code in a column that no list knows".to_owned()))
}

/// The month of a column.
pub(crate) fn month(number: i32) -> Result<Month, Error> {
    Month::from_number(number).map_err(|_| Error::Broken("a month in a column that is none".to_owned()))
}
