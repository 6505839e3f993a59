//! `import network`: what surrounds the signals, from one file; importing it again changes nothing.

mod check;

use diesel::prelude::*;
use model::{Code, EditionEntry, EditionState, Network, Organisation, Right};
use serde_json::json;

use crate::db::Db;
use crate::editions::column;
use crate::events::Event;
use crate::filing::{joined, written};
use crate::schema::{consents, domains, editions, network, organisations, rights};
use crate::structural::{self, Stored};
use crate::view::{self, NetworkView};
use crate::writer::Writing;
use crate::{Error, Store};

/// What an import of a network did, per kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NetworkReport {
    /// The name and the rules.
    pub settings: Counts,
    /// Domains.
    pub domains: Counts,
    /// Rights.
    pub rights: Counts,
    /// Organisations.
    pub organisations: Counts,
    /// Offices.
    pub offices: Counts,
    /// Editions, with their consents.
    pub editions: Counts,
    /// Structural signals, with everything that hangs on them.
    pub structural_signals: Counts,
}

/// How many things of a kind a file added, changed, or found as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Not there before.
    pub added: u32,
    /// There, and now different.
    pub changed: u32,
    /// There already, exactly so.
    pub unchanged: u32,
}

/// Why a network was not imported. Nothing of it was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NetworkError {
    /// The file contradicts itself or what is stored: everything wrong with it.
    Refused(Vec<NetworkProblem>),
    /// The store failed.
    Store(Error),
}

impl std::fmt::Display for NetworkError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(problems) => write!(f, "{} problems in the network file", problems.len()),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for NetworkError {}

impl From<Error> for NetworkError {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

/// One thing wrong with a network file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkProblem {
    /// Where: `structural_signals[3].chapters[0].agreements[2].organisation`.
    pub path: String,
    /// The code or number that stands there; empty where nothing does.
    pub code: String,
    /// What is wrong with it.
    pub reason: NetworkReason,
}

/// What can be wrong with an entry of a network file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NetworkReason {
    /// Neither the file nor the network knows this code.
    Unknown,
    /// It stands there twice.
    Repeated,
    /// It has to be there and is not.
    Missing,
    /// This version of the program does not read this version of the format.
    Format,
    /// The edition is frozen: its period stays as it is.
    Frozen,
    /// *Never eligible* goes only with the cause *exclusion*.
    OnlyWithExclusion,
    /// No embedded font has this character.
    Unprintable,
    /// It ends before it begins.
    Backwards,
}

impl NetworkReason {
    /// The code as written in messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Repeated => "repeated",
            Self::Missing => "missing",
            Self::Format => "format",
            Self::Frozen => "frozen",
            Self::OnlyWithExclusion => "only-with-exclusion",
            Self::Unprintable => "unprintable",
            Self::Backwards => "backwards",
        }
    }
}

impl Store {
    /// Stores what the file describes; what it does not name stays as it is.
    ///
    /// Entries are known by code, key or number. A structural signal is replaced as a whole, with its texts
    /// versioned. Signals it names may arrive later.
    pub fn import_network(&self, network: &Network) -> Result<NetworkReport, NetworkError> {
        let network = network.clone();
        let outcome = self.writer().send_alone(move |writing| {
            let before = Before::load(writing.db)?;
            let problems = check::problems(&network, &before);
            if problems.is_empty() { save(writing, &network, &before).map(Ok) } else { Ok(Err(problems)) }
        })?;
        outcome.wait()?.map_err(NetworkError::Refused)
    }
}

/// The network as it is before the import.
struct Before {
    view: NetworkView,
    editions: Vec<(EditionEntry, EditionState)>,
    structural: Vec<Stored>,
}

impl Before {
    fn load(db: &mut Db) -> Result<Self, Error> {
        let mut editions = Vec::new();
        for edition in crate::editions::load_all(db)? {
            let consents = crate::editions::load_consents(db, edition.number)?;
            let entry = EditionEntry { number: edition.number, period: edition.period, consents };
            editions.push((entry, edition.state));
        }
        let mut structural = structural::load_all(db)?;
        // What an organisation answered here itself is no matter of files: neither side of the comparison has it.
        for stored in &mut structural {
            let own = &stored.own;
            stored.entry.recognition.retain(|one| !own.contains(&(one.edition, one.organisation.clone())));
        }
        Ok(Self { view: view::load(db)?, editions, structural })
    }
}

fn save(writing: &mut Writing<'_>, file: &Network, before: &Before) -> Result<NetworkReport, Error> {
    let mut report = NetworkReport::default();
    report.settings.count(save_settings(writing, file, before)?);
    for domain in &file.domains {
        report.domains.count(save_domain(writing, domain, &before.view)?);
    }
    for right in &file.rights {
        report.rights.count(save_right(writing, right, &before.view)?);
    }
    for organisation in &file.organisations {
        report.organisations.count(save_organisation(writing, organisation, &before.view)?);
    }
    for office in &file.offices {
        let old = before.view.offices.iter().find(|old| old.code == office.code);
        let change = Change::between(old, office);
        if change != Change::Unchanged {
            crate::offices::save(writing, office)?;
            tell(writing, change, "office", &office.code);
        }
        report.offices.count(change);
    }
    for edition in &file.editions {
        let old = before.editions.iter().find(|(old, _)| old.number == edition.number).map(|(old, _)| old);
        report.editions.count(save_edition(writing, edition, old)?);
    }
    let mut next = before.structural.len();
    for entry in &file.structural_signals {
        let place = before.structural.iter().position(|stored| stored.entry.key == entry.key);
        let old = place.and_then(|place| before.structural.get(place));
        if old.is_some_and(|old| old.kept_here) {
            // People went on with it in the workbench: what the file says is history.
            report.structural_signals.count(Change::Unchanged);
            continue;
        }
        let mut entry = entry.clone();
        if let Some(old) = old {
            entry.recognition.retain(|one| !old.own.contains(&(one.edition, one.organisation.clone())));
        }
        let change = Change::between(old.map(|stored| &stored.entry), &entry);
        if change != Change::Unchanged {
            let position = place.unwrap_or(next);
            structural::save(writing, old, self::position(position)?, &entry)?;
        }
        if place.is_none() {
            next += 1;
        }
        report.structural_signals.count(change);
    }
    Ok(report)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    Added,
    Changed,
    Unchanged,
}

impl Change {
    fn between<T: PartialEq>(old: Option<&T>, new: &T) -> Self {
        match old {
            None => Self::Added,
            Some(old) if old == new => Self::Unchanged,
            Some(_) => Self::Changed,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
        }
    }
}

impl Counts {
    fn count(&mut self, change: Change) {
        match change {
            Change::Added => self.added += 1,
            Change::Changed => self.changed += 1,
            Change::Unchanged => self.unchanged += 1,
        }
    }
}

fn position(place: usize) -> Result<i32, Error> {
    i32::try_from(place).map_err(|_| Error::Conflict("a list too long for a column".to_owned()))
}

/// Records that an entry of a list was added or changed.
fn tell(writing: &mut Writing<'_>, change: Change, subject: &'static str, id: impl ToString) {
    writing.record(Event::new("list-changed", subject, id, json!({ "change": change.code() })));
}

fn save_settings(writing: &mut Writing<'_>, file: &Network, before: &Before) -> Result<Change, Error> {
    let present: i64 = network::table.count().get_result(writing.db)?;
    let old = (present > 0).then(|| (before.view.name.clone(), before.view.rules.clone()));
    let change = Change::between(old.as_ref(), &(file.name.clone(), file.rules.clone()));
    if change == Change::Unchanged {
        return Ok(change);
    }
    diesel::delete(network::table).execute(writing.db)?;
    diesel::insert_into(network::table)
        .values((
            network::id.eq(1),
            network::name.eq(written(&file.name)?),
            network::silence_is_agreement.eq(file.rules.silence_is_agreement),
            network::publication.eq(Some(written(&file.rules.publication)?)),
        ))
        .execute(writing.db)?;
    let detail = json!({
        "silence_is_agreement": file.rules.silence_is_agreement,
        "publication": file.rules.publication,
    });
    writing.record(Event::new("settings-changed", "network", "network", detail));
    Ok(change)
}

fn save_domain(
    writing: &mut Writing<'_>,
    domain: &model::Domain,
    before: &NetworkView,
) -> Result<Change, Error> {
    let old = before.domains.iter().find(|old| old.code == domain.code);
    let change = Change::between(old, domain);
    let values = (
        domains::domain_group.eq(domain.group.code()),
        domains::label.eq(written(&domain.label)?),
        domains::retired.eq(domain.retired),
    );
    let code = domain.code.as_str();
    match change {
        Change::Unchanged => return Ok(change),
        Change::Changed => diesel::update(domains::table.find(code)).set(values).execute(writing.db)?,
        Change::Added => {
            let next: i64 = domains::table.count().get_result(writing.db)?;
            let row = (domains::code.eq(code), domains::position.eq(list_end(next)?), values);
            diesel::insert_into(domains::table).values(row).execute(writing.db)?
        }
    };
    tell(writing, change, "domain", code);
    Ok(change)
}

fn save_right(writing: &mut Writing<'_>, right: &Right, before: &NetworkView) -> Result<Change, Error> {
    let old = before.rights.iter().find(|old| old.code == right.code);
    let change = Change::between(old, right);
    let values = (
        rights::label.eq(written(&right.label)?),
        rights::decides.eq(joined(right.decides.iter())),
        rights::applies.eq(joined(right.applies.iter())),
        rights::legal_basis.eq(written(&right.legal_basis)?),
        rights::valid_from.eq(right.valid_from.map(|month| month.number())),
    );
    let code = right.code.as_str();
    match change {
        Change::Unchanged => return Ok(change),
        Change::Changed => diesel::update(rights::table.find(code)).set(values).execute(writing.db)?,
        Change::Added => {
            let next: i64 = rights::table.count().get_result(writing.db)?;
            let row = (rights::code.eq(code), rights::position.eq(list_end(next)?), values);
            diesel::insert_into(rights::table).values(row).execute(writing.db)?
        }
    };
    tell(writing, change, "right", code);
    Ok(change)
}

fn save_organisation(
    writing: &mut Writing<'_>,
    organisation: &Organisation,
    before: &NetworkView,
) -> Result<Change, Error> {
    let old = before.organisations.iter().find(|old| old.code == organisation.code);
    let change = Change::between(old, organisation);
    let values = (
        organisations::name.eq(written(&organisation.name)?),
        organisations::kind.eq(organisation.kind.code()),
    );
    let code = organisation.code.as_str();
    match change {
        Change::Unchanged => return Ok(change),
        Change::Changed => diesel::update(organisations::table.find(code)).set(values).execute(writing.db)?,
        Change::Added => {
            add_organisation(writing, organisation)?;
            return Ok(change);
        }
    };
    tell(writing, change, "organisation", code);
    Ok(change)
}

/// Adds a member organisation at the end of the list.
pub(crate) fn add_organisation(writing: &mut Writing<'_>, organisation: &Organisation) -> Result<(), Error> {
    let next: i64 = organisations::table.count().get_result(writing.db)?;
    diesel::insert_into(organisations::table)
        .values((
            organisations::code.eq(organisation.code.as_str()),
            organisations::position.eq(list_end(next)?),
            organisations::name.eq(written(&organisation.name)?),
            organisations::kind.eq(organisation.kind.code()),
        ))
        .execute(writing.db)?;
    tell(writing, Change::Added, "organisation", organisation.code.as_str());
    Ok(())
}

fn save_edition(
    writing: &mut Writing<'_>,
    entry: &EditionEntry,
    old: Option<&EditionEntry>,
) -> Result<Change, Error> {
    let change = Change::between(old, entry);
    let number = column(entry.number)?;
    match change {
        Change::Unchanged => return Ok(change),
        Change::Added => crate::editions::open(writing, entry.number, entry.period)?,
        Change::Changed => {
            diesel::update(editions::table.find(number))
                .set((
                    editions::period_from.eq(entry.period.from().number()),
                    editions::period_to.eq(entry.period.to().number()),
                ))
                .execute(writing.db)?;
        }
    }
    diesel::delete(consents::table.filter(consents::edition.eq(number))).execute(writing.db)?;
    for (place, organisation) in (0_i32..).zip(&entry.consents) {
        diesel::insert_into(consents::table)
            .values((
                consents::edition.eq(number),
                consents::organisation.eq(organisation.as_str()),
                consents::position.eq(place),
            ))
            .execute(writing.db)?;
    }
    let detail = json!({
        "from": entry.period.from().to_string(),
        "to": entry.period.to().to_string(),
        "consents": entry.consents.iter().map(Code::as_str).collect::<Vec<_>>(),
    });
    writing.record(Event::new("edition-described", "edition", entry.number, detail));
    Ok(change)
}

/// The place after the last of a list of this length.
fn list_end(length: i64) -> Result<i32, Error> {
    i32::try_from(length).map_err(|_| Error::Conflict("a list too long for a column".to_owned()))
}
