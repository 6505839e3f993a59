//! The audit from inside: what is published, attacked with the frozen record it was made of.

use audit::{Frozen, Inside, Published, Refused, Witnesses};
use model::{Code, EditionNumber};
use store::Store;

use crate::Error;
use crate::coded::coded;
use crate::edition::read_with;
use crate::record::{Header, Line, Reader};

/// What the audit from inside found in an edition.
#[derive(Debug, Clone)]
pub struct Audited {
    /// What was tried, and what is wrong.
    pub inside: Inside,
    /// The organisations that findings name by their place.
    pub organisations: Vec<Code>,
}

/// Attacks the tables of an edition, as somebody published them, with everything that its frozen record holds: counts
/// every cell again, judges it, adds up the kept tables, and attacks as each organisation.
///
/// The rules are those of the record, whatever the tables say that they follow.
pub fn audit_frozen(store: &Store, tables: &Published) -> Result<Audited, Error> {
    let mut signals: Vec<Line> = Vec::new();
    let mut keep = |_: &Header, line: &Line| {
        signals.push(line.clone());
        Ok(())
    };
    let read = read_with(store, EditionNumber(tables.edition), Reader::watched(&mut keep))?;
    let header = &read.frozen.header;
    let same = tables.revision == header.revision;
    if !header.rules.may_stand() {
        return Err(Error::LooseRules);
    }
    let rules = serde_json::to_value(&header.rules).and_then(serde_json::from_value);
    let rules = rules.map_err(|_| Error::Internal("the rules cannot be read"))?;
    let tables = Published { rules, ..tables.clone() };
    if !same {
        return Err(Error::NotAnEdition);
    }
    let inside = attack(&tables, header, &signals, &read.frozen.witnesses).map_err(Error::Audit)?;
    let organisations = header.organisations.iter().map(|member| member.code.clone()).collect();
    Ok(Audited { inside, organisations })
}

fn attack(
    tables: &Published,
    header: &Header,
    signals: &[Line],
    witnesses: &Witnesses,
) -> Result<Inside, Refused> {
    let mut frozen = Frozen::new(tables, header.organisations.len())?;
    for signal in signals {
        frozen.add(signal.organisation, &coded(header, signal))?;
    }
    frozen.attack(witnesses)
}
