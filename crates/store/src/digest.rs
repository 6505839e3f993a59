//! The mail of the week: who asked for one, and how much waits for them. Counts alone, nothing of what is written.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};
use model::{AccountId, AnswerState, Authority, Language, Role, SignalState};

use crate::accounts::{Account, AccountRow};
use crate::columns::Id;
use crate::db::{Db, MultiBackend};
use crate::filing::visible;
use crate::follow_up::unanswered;
use crate::queues::{count_released, count_to_release};
use crate::reminders::due;
use crate::schema::{accounts, chain_head, events, filings, messages, signals};
use crate::signal_file::Printed;
use crate::{Error, Store, structural};

/// A digest that is due: whose, where to, and what it counts.
#[derive(Clone, PartialEq, Eq)]
pub struct Digest {
    /// Whose it is.
    pub account: AccountId,
    /// The e-mail address.
    pub address: String,
    /// The language of mails.
    pub language: Language,
    /// Questions about own signals that wait for an answer.
    pub questions: u64,
    /// Own signals that were decided since the last digest.
    pub decided: u64,
    /// Pre-signals that wait for the organisation; for its signal coordinators.
    pub to_release: u64,
    /// Released signals; for network coordinators.
    pub to_accept: u64,
    /// Published problems that the authority has not answered; for its readers.
    pub to_answer: u64,
    /// Next steps that are due: of all owners for network coordinators, of the own organisation for its signal coordinators.
    pub next_steps: u64,
    /// The day it is for, and the last event it knows.
    now: Mark,
    /// The same of the digest before.
    before: Mark,
}

/// After so many seconds a digest that was taken and did not leave counts as lost.
const LOST_AFTER: i64 = 3_600;

/// When a digest was sent, and what it knew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    day: Option<NaiveDate>,
    event: Option<i64>,
}

/// Never an address.
impl std::fmt::Debug for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Digest").field("account", &self.account).finish_non_exhaustive()
    }
}

impl Digest {
    fn says_something(&self) -> bool {
        let waits = [self.questions, self.to_release, self.to_accept, self.to_answer, self.next_steps];
        self.decided > 0 || waits != [0; 5]
    }
}

/// The decisions on a signal that its filer hears of.
const DECISIONS: [&str; 3] = ["signal-accepted", "signal-declined", "signal-solved-internally"];
/// Where such a decision leads.
const DECIDED: [SignalState; 3] =
    [SignalState::Accepted, SignalState::Declined, SignalState::SolvedInternally];

impl Store {
    /// The digests that are due on this day: of accounts that ask for one, are not locked, had none in this week
    /// (Monday to Sunday), and for whom something waits or was decided.
    pub fn digests_due(&self, day: NaiveDate) -> Result<Vec<Digest>, Error> {
        let monday = monday(day);
        self.read(|db| {
            let rows: Vec<(AccountRow, Option<NaiveDate>, Option<i64>)> = accounts::table
                .filter(accounts::digest.eq(true))
                .filter(accounts::disabled.eq(false))
                .filter(accounts::digest_sent_on.is_null().or(accounts::digest_sent_on.lt(monday)))
                .select((AccountRow::as_select(), accounts::digest_sent_on, accounts::digest_event))
                .order((accounts::address, accounts::id))
                .load(db)?;
            let head: i64 = chain_head::table.select(chain_head::sequence).first(db)?;
            // Whoever was never told of anything is told of what comes from now on.
            let since: BTreeMap<Id, i64> =
                rows.iter().map(|(row, _, event)| (row.id(), event.unwrap_or(head))).collect();
            let decided = decided(db, &since)?;
            let mut waiting = Waiting::default();
            let mut due = Vec::new();
            for (row, sent_on, event) in rows {
                let id = row.id();
                let account = row.account()?;
                let digest = Digest {
                    account: account.id,
                    questions: questions(db, id)?,
                    decided: decided.get(&id).copied().unwrap_or(0),
                    to_release: waiting.in_organisation(db, &account)?,
                    to_accept: waiting.in_network(db, &account)?,
                    to_answer: waiting.for_authority(db, &account)?,
                    next_steps: waiting.steps(db, &account, day)?,
                    address: account.address,
                    language: account.language,
                    now: Mark { day: Some(day), event: Some(head) },
                    before: Mark { day: sent_on, event },
                };
                due.extend(Some(digest).filter(Digest::says_something));
            }
            Ok(due)
        })
    }

    /// Takes a digest to send it: `false` where somebody else has it, or it is not wanted any more. `now` in Unix seconds.
    ///
    /// Taken before it leaves, since two servers at once would both send it; with a time, since what a process that died
    /// had taken would never leave: after an hour another one may take it.
    pub fn claim_digest(&self, digest: &Digest, now: i64) -> Result<bool, Error> {
        let (account, before) = (Id(digest.account.uuid()), digest.before.day);
        self.writer()
            .send(move |writing| {
                let free = accounts::digest_claimed_at
                    .is_null()
                    .or(accounts::digest_claimed_at.le(now.saturating_sub(LOST_AFTER)));
                let wanted = accounts::table
                    .filter(accounts::id.eq(account))
                    .filter(accounts::digest.eq(true))
                    .filter(accounts::disabled.eq(false))
                    .filter(last_sent(before))
                    .filter(free);
                let claimed = accounts::digest_claimed_at.eq(Some(now));
                Ok(diesel::update(wanted).set(claimed).execute(writing.db)? == 1)
            })?
            .wait()
    }

    /// Marks a digest as sent: there is none for this account any more in this week.
    pub fn digest_left(&self, digest: &Digest) -> Result<(), Error> {
        self.end_claim(digest, digest.now)
    }

    /// Leaves a digest that did not leave to whoever tries next.
    pub fn give_digest_back(&self, digest: &Digest) -> Result<(), Error> {
        self.end_claim(digest, digest.before)
    }

    fn end_claim(&self, digest: &Digest, mark: Mark) -> Result<(), Error> {
        let (account, before) = (Id(digest.account.uuid()), digest.before.day);
        self.writer()
            .send(move |writing| {
                // Only where nobody else sent it meanwhile.
                let same = accounts::table.filter(accounts::id.eq(account)).filter(last_sent(before));
                let values = (
                    accounts::digest_sent_on.eq(mark.day),
                    accounts::digest_event.eq(mark.event),
                    accounts::digest_claimed_at.eq(None::<i64>),
                );
                diesel::update(same).set(values).execute(writing.db)?;
                Ok(())
            })?
            .wait()
    }
}

/// Whether the last digest of an account is the one of this day, or there was none.
fn last_sent(
    day: Option<NaiveDate>,
) -> Box<dyn BoxableExpression<accounts::table, MultiBackend, SqlType = Nullable<Bool>>> {
    match day {
        Some(day) => Box::new(accounts::digest_sent_on.eq(day)),
        None => Box::new(accounts::digest_sent_on.is_null().nullable()),
    }
}

/// The Monday of the week that this day is in.
fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into())).unwrap_or(day)
}

/// How many signals of each account were decided after the event that it knows.
fn decided(db: &mut Db, since: &BTreeMap<Id, i64>) -> Result<BTreeMap<Id, u64>, Error> {
    const AT_ONCE: usize = 1_000;
    let mut counts = BTreeMap::new();
    let Some(first) = since.values().min() else { return Ok(counts) };
    let rows: Vec<(i64, String)> = events::table
        .filter(events::sequence.gt(first))
        .filter(events::kind.eq_any(DECISIONS))
        .select((events::sequence, events::subject_id))
        .load(db)?;
    let decided: BTreeMap<Id, i64> =
        rows.iter().filter_map(|(sequence, id)| Some((Id(id.parse().ok()?), *sequence))).collect();
    let ids: Vec<Id> = decided.keys().copied().collect();
    for ids in ids.chunks(AT_ONCE) {
        // A decision that was taken back is none.
        let filed: Vec<(Id, Option<Id>)> = filings::table
            .inner_join(signals::table.on(signals::id.eq(filings::signal_id)))
            .filter(filings::signal_id.eq_any(ids))
            .filter(signals::state.eq_any(DECIDED.map(SignalState::code)))
            .select((filings::signal_id, filings::account))
            .load(db)?;
        for (signal, account) in filed {
            let Some(account) = account else { continue };
            let known = since.get(&account);
            if known.is_some_and(|known| decided.get(&signal).is_some_and(|sequence| sequence > known)) {
                *counts.entry(account).or_insert(0) += 1;
            }
        }
    }
    Ok(counts)
}

/// How many signals of an account have a question that nobody answered.
fn questions(db: &mut Db, account: Id) -> Result<u64, Error> {
    let asked: Vec<Id> = messages::table
        .inner_join(filings::table.on(filings::signal_id.eq(messages::signal_id)))
        .inner_join(signals::table.on(signals::id.eq(messages::signal_id)))
        .filter(filings::account.eq(account))
        .filter(signals::state.ne(SignalState::Withdrawn.code()))
        .filter(visible())
        .select(messages::signal_id)
        .distinct()
        .load(db)?;
    Ok(unanswered(db, &asked)?.len() as u64)
}

/// What waits for a role, counted once for all who have it.
#[derive(Default)]
struct Waiting {
    to_release: BTreeMap<String, u64>,
    to_accept: Option<u64>,
    to_answer: Option<BTreeMap<Authority, u64>>,
    /// The owners of the next steps that are due, one for each step.
    owners: Option<Vec<String>>,
}

impl Waiting {
    fn in_organisation(&mut self, db: &mut Db, account: &Account) -> Result<u64, Error> {
        let Some(code) = account.organisation.as_ref().filter(|_| account.is(Role::SignalCoordinator)) else {
            return Ok(0);
        };
        if let Some(count) = self.to_release.get(code.as_str()) {
            return Ok(*count);
        }
        let count = count_to_release(db, code.as_str())?.unsigned_abs();
        self.to_release.insert(code.to_string(), count);
        Ok(count)
    }

    fn in_network(&mut self, db: &mut Db, account: &Account) -> Result<u64, Error> {
        if !account.is(Role::NetworkCoordinator) {
            return Ok(0);
        }
        let count = match self.to_accept {
            Some(count) => count,
            None => count_released(db)?.unsigned_abs(),
        };
        self.to_accept = Some(count);
        Ok(count)
    }

    fn steps(&mut self, db: &mut Db, account: &Account, day: NaiveDate) -> Result<u64, Error> {
        let own = account.organisation.as_ref().filter(|_| account.is(Role::SignalCoordinator));
        let sees_all = account.is(Role::NetworkCoordinator);
        if own.is_none() && !sees_all {
            return Ok(0);
        }
        let owners = match self.owners.take() {
            Some(owners) => owners,
            None => due(db, day, None)?.into_iter().map(|due| due.owner).collect(),
        };
        let is_own = |owner: &&String| sees_all || own.is_some_and(|own| own.as_str() == owner.as_str());
        let count = owners.iter().filter(is_own).count() as u64;
        self.owners = Some(owners);
        Ok(count)
    }

    fn for_authority(&mut self, db: &mut Db, account: &Account) -> Result<u64, Error> {
        let Some(authority) = account.authority.filter(|_| account.is(Role::Reader)) else { return Ok(0) };
        let counts = match self.to_answer.take() {
            Some(counts) => counts,
            None => without_answer(db)?,
        };
        let count = counts.get(&authority).copied().unwrap_or(0);
        self.to_answer = Some(counts);
        Ok(count)
    }
}

/// How many published problems each competent authority has not answered, in the newest edition that prints them.
fn without_answer(db: &mut Db) -> Result<BTreeMap<Authority, u64>, Error> {
    let printed = Printed::load(db)?;
    let mut counts = BTreeMap::new();
    for stored in structural::load_without_members(db)? {
        let editions = stored.entry.chapters.iter().map(|chapter| chapter.edition);
        let Some(edition) = editions.filter(|edition| printed.publishes(*edition, stored.id)).max() else {
            continue;
        };
        for authority in &stored.entry.authorities {
            let answered = stored.entry.answers.iter().any(|answer| {
                answer.edition == edition
                    && answer.authority == *authority
                    && answer.state != AnswerState::None
            });
            if !answered {
                *counts.entry(*authority).or_insert(0) += 1;
            }
        }
    }
    Ok(counts)
}
