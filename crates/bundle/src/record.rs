//! The frozen record: everything an edition is made from, in one self-contained stream of bytes.
//!
//! The first line is a JSON header; each further line is one signal, as codes only; then come the tables that were kept
//! to show that every protected count can be small and can be large; the last line says how many signals there were. No signal text is in it, no
//! reference, no month, no identifier of a signal: the lines stand in the order of random numbers, so that
//! their order tells nothing. `verify` needs nothing else.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use figures::{Plan, Record, Rules, Tally};
use model::{
    Answer, AnswerState, Authority, Cause, CauseChoice, ChapterText, Code, Domain, EditionNumber, Evidence,
    FieldVerdict, Language, Localised, NetworkRules, Office, OrganisationType, Period, Place, Recommendation,
    Recurrence, Right, TargetGroup, Verdict,
};
use serde::{Deserialize, Serialize};

use crate::Error;

/// The version of the record's form.
pub const SCHEMA: u32 = 1;

/// All that is printed of an edition besides its figures, and all that its figures are counted by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The version of the record's form.
    pub schema: u32,
    /// The version of the program that froze it.
    pub software: String,
    /// The edition.
    pub edition: EditionNumber,
    /// Its revision.
    pub revision: u32,
    /// The months it covers.
    pub period: Period,
    /// The day it was frozen; printed as the edition's date.
    pub date: NaiveDate,
    /// Not for use: the edition comes from a demonstration.
    pub demonstration: bool,
    /// The network's name.
    pub network: Localised,
    /// The network's settings.
    pub network_rules: NetworkRules,
    /// Its domains.
    pub domains: Vec<Domain>,
    /// Its rights.
    pub rights: Vec<Right>,
    /// The offices that recommendations are addressed to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<Office>,
    /// Its member organisations, sorted by code; a signal's line names one by its place here.
    pub organisations: Vec<Member>,
    /// The structural signals that are printed, in the order of the chapters.
    pub chapters: Vec<Chapter>,
    /// How many structural signals were left out, by the code of the reason.
    pub withheld: BTreeMap<String, u32>,
    /// The structural signals of the previous edition, with what became of them, in the order of its chapters.
    pub follow_up: Vec<FollowUp>,
    /// Which tables are published.
    pub plan: Plan,
    /// How they are protected.
    pub rules: Rules,
    /// The previous edition, as it was published.
    pub previous: Option<Previous>,
    /// The head of the event chain when the record was made.
    pub chain_head: String,
}

impl Header {
    /// The empty tally of this edition's plan.
    pub(crate) fn tally(&self) -> Result<Tally, Error> {
        let organisations =
            self.organisations.iter().map(|member| (member.code.clone(), member.kind)).collect();
        Tally::new(self.plan.clone(), organisations).map_err(|error| Error::Plan(error.to_string()))
    }
}

/// A member organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Localised,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: OrganisationType,
    /// Whether it agreed to be named in this edition.
    pub consents: bool,
}

/// One printed structural signal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Its key.
    pub key: Code,
    /// The opaque code printed with it.
    pub trace: String,
    /// Its domain.
    pub domain: Code,
    /// Its main cause.
    pub cause: Option<Cause>,
    /// No right in law at all.
    pub never_eligible: bool,
    /// The rights in play.
    pub rights: Vec<Code>,
    /// The competent levels.
    pub authorities: Vec<Authority>,
    /// The owner's code.
    pub owner: Code,
    /// How many organisations see it often.
    pub often: u32,
    /// How many organisations see it sometimes.
    pub sometimes: u32,
    /// The text, complete in nl and fr.
    pub text: BTreeMap<Language, ChapterText>,
    /// Quotes, figures from elsewhere and good practices, each in nl and fr.
    #[serde(default, skip_serializing_if = "Evidence::is_empty")]
    pub evidence: Evidence,
    /// The recommendations of this edition.
    pub recommendations: Vec<Recommendation>,
}

/// What became of one structural signal of the previous edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Its key.
    pub key: Code,
    /// Its title in the previous edition.
    pub title: Localised,
    /// To whom it was addressed.
    pub authorities: Vec<Authority>,
    /// What the authorities say.
    pub answers: Vec<Answer>,
    /// The recommendations that answers name, by the number in print.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub recommended: BTreeMap<u32, Localised>,
    /// What the field sees.
    pub verdict: Option<FieldVerdict>,
}

impl FollowUp {
    /// Whether at least one authority answered.
    pub fn is_answered(&self) -> bool {
        self.answers.iter().any(|answer| answer.state != AnswerState::None)
    }

    /// Whether this is what the field sees of it.
    pub fn is_seen(&self, verdict: Verdict) -> bool {
        self.verdict.as_ref().is_some_and(|seen| seen.verdict == verdict)
    }
}

/// The previous edition as published: its tables are what a change is compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Previous {
    /// Its number.
    pub edition: EditionNumber,
    /// Its revision.
    pub revision: u32,
    /// The months it covered.
    pub period: Period,
    /// Its `tables.json`, word for word.
    pub tables: serde_json::Value,
}

/// One signal as codes: what figures are counted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The place of its organisation in [`Header::organisations`].
    pub organisation: usize,
    /// The main cause, as decided.
    pub cause: CauseChoice,
    /// No right in law at all.
    pub never_eligible: bool,
    /// The domain.
    pub domain: Code,
    /// The printed structural signal it counts under.
    pub topic: Option<Code>,
    /// Where it happens.
    pub place: Place,
    /// No municipality accepts responsibility.
    pub no_municipality: bool,
    /// The groups concerned.
    pub target_groups: Vec<TargetGroup>,
    /// The competent level, as decided.
    pub authority: Option<Authority>,
    /// How often it was seen.
    pub recurrence: Option<Recurrence>,
    /// Made by the generator.
    pub generated: bool,
}

impl Line {
    /// Appends the line, ended by a line feed.
    pub fn write(&self, out: &mut Vec<u8>) {
        let groups: Vec<&str> = self.target_groups.iter().map(|group| group.code()).collect();
        let text = [
            self.organisation.to_string(),
            self.cause.code().to_owned(),
            flag(self.never_eligible).to_owned(),
            self.domain.to_string(),
            self.topic.as_ref().map(Code::to_string).unwrap_or_default(),
            self.place.code(),
            flag(self.no_municipality).to_owned(),
            groups.join("|"),
            self.authority.map_or("", Authority::code).to_owned(),
            self.recurrence.map_or("", Recurrence::code).to_owned(),
            flag(self.generated).to_owned(),
        ]
        .join(",");
        out.extend_from_slice(text.as_bytes());
        out.push(b'\n');
    }

    /// The line written in `text`; an error when it has another form.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::fields(text).ok_or(Error::BrokenRecord)
    }

    pub(crate) fn counted(&self) -> Record<'_> {
        Record {
            organisation: self.organisation,
            cause: self.cause,
            never_eligible: self.never_eligible,
            domain: &self.domain,
            topic: self.topic.as_ref(),
            place: self.place,
            no_municipality: self.no_municipality,
            target_groups: &self.target_groups,
            authority: self.authority,
            recurrence: self.recurrence,
        }
    }

    fn fields(text: &str) -> Option<Self> {
        let mut fields = text.split(',');
        let mut next = || fields.next();
        let line = Self {
            organisation: next()?.parse().ok()?,
            cause: CauseChoice::parse(next()?).ok()?,
            never_eligible: next()? == "1",
            domain: Code::parse(next()?).ok()?,
            topic: optional(next()?, |code| Code::parse(code).ok())?,
            place: Place::parse(next()?).ok()?,
            no_municipality: next()? == "1",
            target_groups: next()?
                .split('|')
                .filter(|code| !code.is_empty())
                .map(|code| TargetGroup::parse(code).ok())
                .collect::<Option<_>>()?,
            authority: optional(next()?, |code| Authority::parse(code).ok())?,
            recurrence: optional(next()?, |code| Recurrence::parse(code).ok())?,
            generated: next()? == "1",
        };
        next().is_none().then_some(line)
    }
}

fn optional<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { parse(text).map(Some) }
}

const fn flag(value: bool) -> &'static str {
    if value { "1" } else { "0" }
}

/// The last line of a record of `signals` signals.
pub fn write_end(signals: u64, out: &mut Vec<u8>) {
    out.extend_from_slice(format!("{END}{signals}\n").as_bytes());
}

const END: &str = "end,";

/// Appends the kept tables, ended by a line feed.
pub fn write_witnesses(witnesses: &figures::Witnesses, out: &mut Vec<u8>) -> Result<(), Error> {
    out.extend_from_slice(WITNESSES.as_bytes());
    serde_json::to_writer(&mut *out, witnesses)
        .map_err(|_| Error::Internal("the kept tables cannot be written"))?;
    out.push(b'\n');
    Ok(())
}

const WITNESSES: &str = "witnesses,";

/// A record that was read to its end.
pub struct Frozen {
    /// All but the signals.
    pub header: Header,
    /// The signals, counted.
    pub tally: Tally,
    /// Per organisation of the header, whether it filed a signal that this edition counts.
    pub filed: Vec<bool>,
    /// Whether some of the signals come from the generator.
    pub generated: bool,
    /// The tables that were kept at the freeze.
    pub witnesses: audit::Witnesses,
}

impl Frozen {
    /// Whether the edition is marked *demonstration*: made for one, or of signals that nobody filed.
    pub fn is_demonstration(&self) -> bool {
        self.header.demonstration || self.generated
    }
}

/// What is told of each signal as it is read.
pub type Watch<'a> = &'a mut dyn FnMut(&Header, &Line) -> Result<(), Error>;

/// Reads a record as it comes in pieces of any size, counting each signal on the way: memory does not grow with
/// the number of signals.
#[derive(Default)]
pub struct Reader<'a> {
    watch: Option<Watch<'a>>,
    pending: Vec<u8>,
    begun: Option<Frozen>,
    lines: u64,
    kept: bool,
    ended: bool,
}

impl<'a> Reader<'a> {
    /// A reader that shows each signal on the way.
    pub fn watched(watch: Watch<'a>) -> Self {
        Self { watch: Some(watch), ..Self::default() }
    }

    /// Takes the next piece.
    pub fn take(&mut self, piece: &[u8]) -> Result<(), Error> {
        let mut pending = std::mem::take(&mut self.pending);
        pending.extend_from_slice(piece);
        let mut rest = pending.as_slice();
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let text = std::str::from_utf8(&rest[..end]).map_err(|_| Error::BrokenRecord)?;
            self.line(text)?;
            rest = &rest[end + 1..];
        }
        self.pending = rest.to_vec();
        Ok(())
    }

    /// The record; an error when it is cut short or runs on.
    pub fn finish(self) -> Result<Frozen, Error> {
        match self.begun {
            Some(frozen) if self.ended && self.pending.is_empty() => Ok(frozen),
            _ => Err(Error::BrokenRecord),
        }
    }

    fn line(&mut self, text: &str) -> Result<(), Error> {
        if self.ended {
            return Err(Error::BrokenRecord);
        }
        let Some(frozen) = &mut self.begun else {
            let header: Header = serde_json::from_str(text).map_err(|_| Error::BrokenRecord)?;
            let filed = vec![false; header.organisations.len()];
            let (tally, witnesses) = (header.tally()?, audit::Witnesses::default());
            self.begun = Some(Frozen { tally, filed, generated: false, witnesses, header });
            return Ok(());
        };
        if let Some(witnesses) = text.strip_prefix(WITNESSES) {
            // Once, behind the signals.
            if std::mem::replace(&mut self.kept, true) {
                return Err(Error::BrokenRecord);
            }
            frozen.witnesses = serde_json::from_str(witnesses).map_err(|_| Error::BrokenRecord)?;
            return Ok(());
        }
        if let Some(count) = text.strip_prefix(END) {
            self.ended = self.kept && count.parse() == Ok(self.lines);
            return if self.ended { Ok(()) } else { Err(Error::BrokenRecord) };
        }
        if self.kept {
            return Err(Error::BrokenRecord);
        }
        let line = Line::parse(text)?;
        let filed = frozen.filed.get_mut(line.organisation).ok_or(Error::BrokenRecord)?;
        *filed = true;
        frozen.generated |= line.generated;
        frozen.tally.add(&line.counted()).map_err(|_| Error::BrokenRecord)?;
        if let Some(watch) = &mut self.watch {
            watch(&frozen.header, &line)?;
        }
        self.lines += 1;
        Ok(())
    }
}
