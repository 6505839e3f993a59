//! Next steps that are due, where somebody begins: on the page of the network, and on that of the organisation that owns them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use model::{Code, StructuralSignalId};
use store::DueStep;
use wording::{Wording, args};

use crate::failure::Failure;
use crate::signals::{Words, localised};
use crate::site::Site;

/// A next step that is due.
pub struct Reminder {
    /// Where it is read.
    pub href: String,
    /// Of which structural signal.
    pub title: Words,
    /// Since when.
    pub when: String,
    /// Whether its day is over.
    pub is_late: bool,
}

impl Reminder {
    /// As a network coordinator reads it.
    pub fn new(wording: Wording, today: NaiveDate, step: &DueStep) -> Self {
        let is_late = step.day < today;
        let key = if is_late { "reminder-late" } else { "reminder-today" };
        Self {
            href: format!("/structural/{}#actions", step.structural),
            title: localised(&step.title, wording.language()),
            when: wording.say(key, &args![day = wording.day(step.day)]),
            is_late,
        }
    }
}

/// All of them, for a network coordinator.
pub async fn of_network(site: &Site, wording: Wording) -> Result<Vec<Reminder>, Failure> {
    let today = site.today();
    let due = site.ask(move |store| store.due_steps(today)).await?;
    Ok(due.iter().map(|step| Reminder::new(wording, today, step)).collect())
}

/// Those of what an organisation owns, for its signal coordinators: of what they read among the problems.
pub async fn of_owner(site: &Site, wording: Wording, owner: &Code) -> Result<Vec<Reminder>, Failure> {
    let (today, own) = (site.today(), owner.clone());
    let (due, known) = site
        .ask(move |store| {
            let due = store.due_steps_of(&own, today)?;
            let owned: Vec<StructuralSignalId> = due.iter().map(|step| step.structural).collect();
            let known =
                if due.is_empty() { Vec::new() } else { store.known_problems_of(&owned, Some(&own))? };
            Ok((due, known))
        })
        .await?;
    let read: BTreeMap<StructuralSignalId, _> =
        known.into_iter().map(|known| (known.structural, known.title)).collect();
    let reminder = |step: &DueStep| {
        let title = localised(read.get(&step.structural)?, wording.language());
        let href = crate::structural::actions_of(step.structural);
        Some(Reminder { href, title, ..Reminder::new(wording, today, step) })
    };
    Ok(due.iter().filter_map(reminder).collect())
}
