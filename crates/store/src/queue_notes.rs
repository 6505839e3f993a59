//! What a queue says of its signals beside the lines: whether a coordinator wrote yet, and the words to screen.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use model::SignalId;

use crate::columns::Id;
use crate::filing::SignalText;
use crate::messages::Side;
use crate::schema::{messages, signals};
use crate::texts::current;
use crate::{Error, Store};

/// What is known of a waiting signal.
#[derive(Clone, PartialEq, Eq)]
pub struct QueueNote {
    /// No coordinator wrote anything about it.
    pub silent: bool,
    /// Its texts; empty where they were wiped.
    pub texts: Vec<String>,
    /// Of these, what the problem is.
    pub problem: String,
}

/// Never its texts.
impl std::fmt::Debug for QueueNote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("QueueNote").field("silent", &self.silent).finish_non_exhaustive()
    }
}

impl Store {
    /// What is known of each of these signals, in two questions for all of them.
    pub fn queue_notes(&self, signals: &[SignalId]) -> Result<BTreeMap<SignalId, QueueNote>, Error> {
        let ids: Vec<Id> = signals.iter().map(|id| Id(id.uuid())).collect();
        self.read(|db| {
            let rows: Vec<(Id, Id)> = signals::table
                .filter(signals::id.eq_any(&ids))
                .select((signals::id, signals::text_id))
                .load(db)?;
            let told: Vec<Id> = messages::table
                .filter(messages::signal_id.eq_any(&ids))
                .filter(messages::side.eq(Side::Coordinator.code()))
                .select(messages::signal_id)
                .distinct()
                .load(db)?;
            let told: BTreeSet<_> = told.iter().map(|id| id.0).collect();
            let bodies = current(db, &rows.iter().map(|row| row.1).collect::<Vec<_>>())?;
            rows.into_iter()
                .map(|(signal, text)| {
                    let words = SignalText::read(bodies.get(&text).map_or("", |text| text.body.as_str()))?;
                    let note = QueueNote {
                        silent: !told.contains(&signal.0),
                        texts: words.each().map(str::to_owned).into(),
                        problem: words.problem,
                    };
                    Ok((SignalId::from_uuid(signal.0), note))
                })
                .collect()
        })
    }
}
