//! Filing one signal: durable before it is answered, and once only however often it is sent.

use diesel::prelude::*;
use model::{AccountId, ApiTokenId, DraftId, FilingCardId, SignalId, SignalState, Submission};
use serde_json::json;
use uuid::Uuid;

use crate::columns::{Id, Sealed};
use crate::db::{Db, insert_all};
use crate::events::Event;
use crate::filing::{SignalRow, SignalText, digest_key, one, written};
use crate::schema::{accounts, api_tokens, filing_cards, filings, signals, standings, text_versions, texts};
use crate::texts::{TextRow, VersionRow, keyed};
use crate::writer::Writing;
use crate::{Error, Store};

/// Who files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// Someone who signed in.
    Account(AccountId),
    /// A system of an organisation.
    Token(ApiTokenId),
    /// Whoever holds a filing card.
    Card(FilingCardId),
}

/// A signal as it is sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Filing {
    /// The sender's own id for it: the same id is the same signal.
    pub client_id: Uuid,
    /// What it says.
    pub submission: Submission,
    /// Who files.
    pub via: Via,
    /// Straight to a network coordinator: released, and never seen by the own organisation's coordinators.
    pub direct: bool,
    /// A signal coordinator files, and releases at once.
    pub release: bool,
    /// The draft it was; gone when this is filed.
    pub draft: Option<DraftId>,
}

/// Never what it says.
impl std::fmt::Debug for Filing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Filing")
            .field("client_id", &self.client_id)
            .field("via", &self.via)
            .finish_non_exhaustive()
    }
}

/// What was filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The signal.
    pub signal: SignalId,
    /// By which the sender finds it again: `K7QMW-2F9XR`.
    pub receipt: String,
    /// Where it stands now.
    pub state: SignalState,
    /// It was filed before, exactly so: nothing was added.
    pub repeated: bool,
}

/// The detail of the `Conflict` for a client id that stands for another signal.
pub const OTHER_CONTENT: &str = "another signal was filed under this client id";
/// The detail of the `Conflict` for a reference that its organisation used before.
pub const REFERENCE_TAKEN: &str = "the organisation has a signal with this reference";
/// The detail of the `Conflict` for a caller that may not file, or not for this organisation.
pub const MAY_NOT_FILE: &str = "the caller may not file this";

impl Store {
    /// Files a signal. The answer comes when it is durable.
    ///
    /// The same client id with the same content by the same caller gets the first answer again; anything else under
    /// that id is a `Conflict`. A signal without a reference takes its receipt for one.
    pub fn file(&self, filing: Filing) -> Result<Filed, Error> {
        let attempt = || {
            let filing = filing.clone();
            self.writer().send(move |writing| file(writing, filing))?.wait()
        };
        match attempt() {
            // Another server filed the same at the same moment: now it is there to be compared with.
            Err(Error::Conflict(place)) if place.starts_with("filings_") => attempt(),
            outcome => outcome,
        }
    }

    /// The signal with this receipt, however it was typed; none where there is no such receipt.
    pub fn receipt(&self, receipt: &str) -> Result<Option<SignalId>, Error> {
        let Some(receipt) = normalised(receipt) else { return Ok(None) };
        self.read(|db| {
            let id: Option<Id> = filings::table
                .filter(filings::receipt.eq(receipt))
                .select(filings::signal_id)
                .first(db)
                .optional()?;
            Ok(id.map(|id| SignalId::from_uuid(id.0)))
        })
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = filings)]
struct FilingRow {
    signal_id: Id,
    receipt: String,
    account: Option<Id>,
    token: Option<Id>,
    card: Option<Id>,
    direct: bool,
}

/// How a signal came in.
#[derive(Insertable)]
#[diesel(table_name = filings)]
#[diesel(treat_none_as_default_value = false)]
struct NewFiling<'a> {
    signal_id: Id,
    number: i64,
    client_id: Id,
    receipt: &'a str,
    account: Option<Id>,
    token: Option<Id>,
    card: Option<Id>,
    direct: bool,
}

fn file(writing: &mut Writing<'_>, filing: Filing) -> Result<Filed, Error> {
    let earlier: Option<FilingRow> = filings::table
        .filter(filings::client_id.eq(Id(filing.client_id)))
        .select(FilingRow::as_select())
        .first(writing.db)
        .optional()?;
    match earlier {
        Some(earlier) => repeat(writing, earlier, filing),
        None => add(writing, filing),
    }
}

/// Answers for a client id that was there before.
fn repeat(writing: &mut Writing<'_>, earlier: FilingRow, filing: Filing) -> Result<Filed, Error> {
    let FilingRow { signal_id, receipt, account, token, card, direct } = earlier;
    let same_caller = (account, token, card) == columns(filing.via) && direct == filing.direct;
    let (state, digest): (String, Option<Vec<u8>>) = signals::table
        .inner_join(
            text_versions::table
                .on(text_versions::text_id.eq(signals::text_id).and(text_versions::number.eq(1))),
        )
        .filter(signals::id.eq(signal_id))
        .select((signals::state, text_versions::digest))
        .first(writing.db)?;
    let sent = digest_of(writing, &with_reference(filing.submission, &receipt))?;
    // Wiped words have no digest left: that this caller filed under this id is all that is known.
    let same_content = digest.is_none_or(|digest| digest == sent);
    if !same_caller || !same_content {
        return Err(Error::Conflict(OTHER_CONTENT.to_owned()));
    }
    // A draft may have been saved again between the first sending and this one.
    forget_draft(writing, filing.via, filing.draft)?;
    Ok(Filed {
        signal: SignalId::from_uuid(signal_id.0),
        receipt,
        state: one(&state, SignalState::parse)?,
        repeated: true,
    })
}

fn add(writing: &mut Writing<'_>, filing: Filing) -> Result<Filed, Error> {
    let Filing { client_id, submission, via, direct, release, draft } = filing;
    check_caller(writing, via, &submission, direct || release)?;
    if let Some(reference) = &submission.reference {
        let taken: i64 = signals::table
            .filter(signals::organisation.eq(submission.organisation.as_str()))
            .filter(signals::reference.eq(reference))
            .count()
            .get_result(writing.db)?;
        if taken > 0 {
            return Err(Error::Conflict(REFERENCE_TAKEN.to_owned()));
        }
    }
    let id = Id::from_random(writing.random());
    let text_id = Id::from_random(writing.random());
    let commitment_key: [u8; 32] = writing.random();
    let receipt = receipt_code(writing.random());
    let submission = with_reference(submission, &receipt);
    let state = if direct || release { SignalState::Released } else { SignalState::PreSignal };
    let body = SignalText::of(&submission).written()?;
    let digest = digest_of(writing, &submission)?;
    diesel::insert_into(texts::table).values(TextRow { id: text_id, kind: "signal" }).execute(writing.db)?;
    diesel::insert_into(text_versions::table)
        .values(VersionRow {
            text_id,
            number: 1,
            body: Some(Sealed::seal(&body)),
            commitment_key: Some(commitment_key.to_vec()),
            digest: Some(digest),
            occurrence: None,
            day: writing.today,
            wiped_on: None,
        })
        .execute(writing.db)?;
    diesel::insert_into(signals::table)
        .values(SignalRow::new(id, text_id, None, state, writing.today, &submission))
        .execute(writing.db)?;
    let number = last_number(writing.db)? + 1;
    let (account, token, card) = columns(via);
    let client_id = Id(client_id);
    let filed =
        NewFiling { signal_id: id, number, client_id, receipt: &receipt, account, token, card, direct };
    diesel::insert_into(filings::table).values(filed).execute(writing.db)?;
    diesel::update(standings::table.find(id)).set(standings::number.eq(number)).execute(writing.db)?;
    crate::structural::meet(writing, id)?;
    crate::search::renew(writing, id)?;
    forget_draft(writing, via, draft)?;
    let mut detail = json!({ "direct": direct, "state": state.code(), "version": 1 });
    let (kind, caller) = named(via);
    detail[kind] = caller.to_string().into();
    let mut event = Event::new("signal-filed", "signal", id, detail);
    event.commitment = Some(keyed(&commitment_key, body.as_bytes()));
    writing.record(event);
    Ok(Filed { signal: SignalId::from_uuid(id.0), receipt, state, repeated: false })
}

/// Whether the caller may file this now: it may have been disabled or revoked since its request was checked.
fn check_caller(
    writing: &mut Writing<'_>,
    via: Via,
    submission: &Submission,
    released: bool,
) -> Result<(), Error> {
    let own = submission.organisation.as_str();
    let allowed: i64 = match via {
        Via::Account(id) => accounts::table
            .filter(accounts::id.eq(Id(id.uuid())))
            .filter(accounts::disabled.eq(false))
            .filter(accounts::organisation.eq(own))
            .count()
            .get_result(writing.db)?,
        Via::Token(id) => api_tokens::table
            .filter(api_tokens::id.eq(Id(id.uuid())))
            .filter(api_tokens::organisation.eq(own))
            .filter(api_tokens::revoked_on.is_null())
            .count()
            .get_result(writing.db)?,
        // What comes by card waits for its sponsor.
        Via::Card(_) if released => 0,
        Via::Card(id) => filing_cards::table
            .filter(filing_cards::id.eq(Id(id.uuid())))
            .filter(filing_cards::organisation.eq(own))
            .filter(filing_cards::revoked_on.is_null())
            .count()
            .get_result(writing.db)?,
    };
    if allowed == 1 { Ok(()) } else { Err(Error::Conflict(MAY_NOT_FILE.to_owned())) }
}

fn forget_draft(writing: &mut Writing<'_>, via: Via, draft: Option<DraftId>) -> Result<(), Error> {
    match (via, draft) {
        (Via::Account(account), Some(draft)) => {
            crate::drafts::delete(writing, Id(account.uuid()), Id(draft.uuid()))
        }
        _ => Ok(()),
    }
}

/// The receipt stands in for a reference, so that a network file can name the signal, and an export that comes
/// back by import is known again.
fn with_reference(mut submission: Submission, receipt: &str) -> Submission {
    submission.reference.get_or_insert_with(|| receipt.to_owned());
    submission
}

fn digest_of(writing: &mut Writing<'_>, submission: &Submission) -> Result<Vec<u8>, Error> {
    Ok(keyed(&digest_key(writing.db)?, written(submission)?.as_bytes()))
}

/// Account, token and card, of which one is there.
fn columns(via: Via) -> (Option<Id>, Option<Id>, Option<Id>) {
    match via {
        Via::Account(id) => (Some(Id(id.uuid())), None, None),
        Via::Token(id) => (None, Some(Id(id.uuid())), None),
        Via::Card(id) => (None, None, Some(Id(id.uuid()))),
    }
}

fn named(via: Via) -> (&'static str, Uuid) {
    match via {
        Via::Account(id) => ("account", id.uuid()),
        Via::Token(id) => ("token", id.uuid()),
        Via::Card(id) => ("card", id.uuid()),
    }
}

/// Digits and letters that survive being read aloud and copied by hand (Crockford's base 32: no I L O U).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 10;

/// Says of signals that came in otherwise that this account filed them, in this order: each gets a receipt.
pub(crate) fn attribute(writing: &mut Writing<'_>, signals: &[Id], account: Id) -> Result<(), Error> {
    let receipts: Vec<String> = signals.iter().map(|_| receipt_code(writing.random())).collect();
    let first = last_number(writing.db)? + 1;
    let filed: Vec<NewFiling<'_>> = signals
        .iter()
        .zip(&receipts)
        .zip(first..)
        .map(|((signal_id, receipt), number)| NewFiling {
            signal_id: *signal_id,
            number,
            client_id: Id::from_random(writing.random()),
            receipt,
            account: Some(account),
            token: None,
            card: None,
            direct: false,
        })
        .collect();
    insert_all!(&mut *writing.db, filings::table, &filed)?;
    for one in &filed {
        diesel::update(standings::table.find(one.signal_id))
            .set(standings::number.eq(one.number))
            .execute(writing.db)?;
    }
    Ok(())
}

/// The number of the filing that came last; 0 before the first.
fn last_number(db: &mut Db) -> Result<i64, Error> {
    let last: Option<i64> =
        filings::table.select(filings::number).order(filings::number.desc()).first(db).optional()?;
    Ok(last.unwrap_or(0))
}

/// Fifty random bits in two groups.
pub(crate) fn receipt_code(random: [u8; 8]) -> String {
    let mut number = u64::from_be_bytes(random);
    let mut letters = Vec::with_capacity(LENGTH);
    for _ in 0..LENGTH {
        let index = usize::try_from(number % 32).unwrap_or(0);
        letters.push(char::from(ALPHABET[index]));
        number /= 32;
    }
    grouped(&letters)
}

/// A receipt as it was given, from one as it was typed: in any case, with any signs between, `O` for `0`, `I` or `L` for `1`, `U` for `V`.
fn normalised(typed: &str) -> Option<String> {
    let letters: Option<Vec<char>> = typed
        .chars()
        .filter(|sign| sign.is_alphanumeric())
        .map(|sign| match sign.to_ascii_uppercase() {
            'O' => Some('0'),
            'I' | 'L' => Some('1'),
            'U' => Some('V'),
            letter if letter.is_ascii() && ALPHABET.contains(&(letter as u8)) => Some(letter),
            _ => None,
        })
        .collect();
    letters.filter(|letters| letters.len() == LENGTH).map(|letters| grouped(&letters))
}

fn grouped(letters: &[char]) -> String {
    let (first, second) = letters.split_at(letters.len() / 2);
    first.iter().chain(&['-']).chain(second).collect()
}
