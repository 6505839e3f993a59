//! Next steps of owners that are due: what reminds whom, on pages and in the mail of the week.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{Code, Localised, StructuralSignalId};

use crate::columns::Id;
use crate::db::Db;
use crate::filing::one;
use crate::schema::{actions, structural_signals};
use crate::signal_file::title;
use crate::structural::load_these;
use crate::{Error, Store};

/// A next step that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueStep {
    /// Of which structural signal.
    pub structural: StructuralSignalId,
    /// Its title in its newest chapter.
    pub title: Localised,
    /// Who owns it.
    pub owner: Code,
    /// Since when it is due.
    pub day: NaiveDate,
}

impl Store {
    /// The next steps that are due on this day or before, the oldest first. A later action takes the place of an earlier
    /// one; what was merged into another has no next step of its own.
    pub fn due_steps(&self, today: NaiveDate) -> Result<Vec<DueStep>, Error> {
        self.steps(today, None)
    }

    /// The same of what this organisation owns.
    pub fn due_steps_of(&self, owner: &Code, today: NaiveDate) -> Result<Vec<DueStep>, Error> {
        self.steps(today, Some(owner))
    }

    fn steps(&self, today: NaiveDate, owner: Option<&Code>) -> Result<Vec<DueStep>, Error> {
        self.read(|db| {
            let due = due(db, today, owner)?;
            let ids: Vec<Id> = due.iter().map(|due| due.id).collect();
            let titles: BTreeMap<Id, Localised> = load_these(db, &ids)?
                .into_iter()
                .filter_map(|stored| {
                    let newest = stored.entry.chapters.iter().max_by_key(|chapter| chapter.edition)?;
                    Some((stored.id, title(&newest.text)))
                })
                .collect();
            let step = |Due { id, owner, day }: Due| {
                Ok(DueStep {
                    structural: StructuralSignalId::from_uuid(id.0),
                    title: titles.get(&id).cloned().unwrap_or_default(),
                    owner: one(&owner, Code::parse)?,
                    day,
                })
            };
            due.into_iter().map(step).collect()
        })
    }
}

/// A next step before it is read: of which structural signal, whose, since when.
pub(crate) struct Due {
    id: Id,
    pub owner: String,
    day: NaiveDate,
}

/// The next steps that are due on this day or before, of this owner or of all, the oldest first.
pub(crate) fn due(db: &mut Db, today: NaiveDate, owner: Option<&Code>) -> Result<Vec<Due>, Error> {
    let mut noted = actions::table
        .inner_join(structural_signals::table.on(structural_signals::id.eq(actions::structural_id)))
        .filter(structural_signals::merged_into.is_null())
        .select((actions::structural_id, structural_signals::owner, actions::next_on))
        .order((actions::structural_id, actions::number))
        .into_boxed();
    if let Some(owner) = owner {
        noted = noted.filter(structural_signals::owner.eq(owner.as_str().to_owned()));
    }
    let rows: Vec<(Id, String, Option<NaiveDate>)> = noted.load(db)?;
    // In the order of their numbers: the last one stays.
    let last: BTreeMap<Id, (String, Option<NaiveDate>)> =
        rows.into_iter().map(|(id, owner, day)| (id, (owner, day))).collect();
    let mut due: Vec<Due> = last
        .into_iter()
        .filter_map(|(id, (owner, day))| Some(Due { id, owner, day: day.filter(|day| *day <= today)? }))
        .collect();
    due.sort_by_key(|due| (due.day, due.id));
    Ok(due)
}
