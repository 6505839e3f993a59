//! What a publication shows and costs, for those who decide about it. Not for publication: it tells which counts are small.

use std::collections::BTreeMap;

use model::{EditionNumber, Localised, Period};

use crate::document::{Earlier, Titles};
use crate::plan::{Plan, TablePlan};
use crate::protect::protect;
use crate::publication::{CellNumbers, Publication, Reason, Why};
use crate::rules::{Rules, Zeros};
use crate::space::At;
use crate::tally::Tally;

/// What would be published, table by table, and what each rule costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook {
    /// The tables as planned, in the order in which they are decided.
    pub tables: Vec<Foreseen>,
    /// Different cells, in all tables together.
    pub cells: CellNumbers,
    /// How many cells would be published without each rule, everything else being equal.
    pub without: Vec<(Rule, CellNumbers)>,
}

/// What an edition would show, in words of the three languages. Not for publication.
#[derive(Debug, Clone)]
pub struct Foresight {
    /// The edition.
    pub edition: EditionNumber,
    /// The months it covers.
    pub period: Period,
    /// How many signals it would take.
    pub signals: usize,
    /// Table by table.
    pub outlook: Outlook,
    /// The names of the tables, as planned and as published.
    pub titles: Titles,
    /// Dimension → code → label, for the protected cells.
    pub labels: BTreeMap<String, BTreeMap<String, Localised>>,
    /// Taken together with the edition before: its number, the signals of both, and table by table (as planned) how many
    /// cells would be published and protected.
    pub together: Option<(EditionNumber, usize, Outlook)>,
}

/// A planned table, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreseen {
    /// The table as planned.
    pub planned: TablePlan,
    /// The form in which it is published; none where it is left out.
    pub form: Option<TablePlan>,
    /// Why it is not published as planned.
    pub reason: Option<Reason>,
    /// How many of its cells are published, and protected.
    pub cells: CellNumbers,
    /// The same of its coarser cells alone, those that name no value which lies in a group: what its coarser form would show.
    /// None where it has no others.
    pub coarser: Option<CellNumbers>,
    /// Its protected cells, in its order, and why each is.
    pub protected: Vec<(At, Why)>,
}

/// A rule that can be thought away, to see what it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// That a zero is protected.
    Zeros,
    /// The higher threshold of sensitive crossings.
    Sensitive,
    /// The least number of organisations.
    Organisations,
    /// The largest share of one organisation.
    Share,
    /// The least number of signals from others.
    Others,
    /// That no organisation may work out what the others contribute.
    Insiders,
    /// That a table with too many protected cells is left out.
    ProtectedShare,
}

impl Rule {
    /// All, in the order in which people read them.
    pub const ALL: &'static [Self] = &[
        Self::Zeros,
        Self::Sensitive,
        Self::Organisations,
        Self::Share,
        Self::Others,
        Self::Insiders,
        Self::ProtectedShare,
    ];

    /// Its code in sentences' keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zeros => "zeros",
            Self::Sensitive => "sensitive",
            Self::Organisations => "organisations",
            Self::Share => "share",
            Self::Others => "others",
            Self::Insiders => "insiders",
            Self::ProtectedShare => "protected-share",
        }
    }

    /// The rules without this one; nothing where it asks for nothing now.
    fn thought_away(self, rules: &Rules) -> Option<Rules> {
        let mut without = rules.clone();
        match self {
            Self::Zeros => without.zeros = Zeros::Publish,
            Self::Sensitive => without.thresholds.clear(),
            Self::Organisations => without.min_organisations = 0,
            Self::Share => without.max_share = 1.0,
            Self::Others => without.min_others = 0,
            Self::Insiders => without.insiders = false,
            Self::ProtectedShare => without.max_protected_share = 1.0,
        }
        (without != *rules).then_some(without)
    }
}

/// What an edition of these counts would publish, and what each of its rules costs.
pub fn outlook(tally: &Tally, rules: &Rules, period: Period, earlier: &[Earlier]) -> Outlook {
    let without = Rule::ALL.iter().filter_map(|rule| {
        let other = rule.thought_away(rules)?;
        Some((*rule, protect(tally, &other, period, earlier).cells()))
    });
    let without = without.collect();
    Outlook { without, ..outlook_without_costs(tally, rules, period, earlier) }
}

/// What an edition of these counts would publish.
pub fn outlook_without_costs(tally: &Tally, rules: &Rules, period: Period, earlier: &[Earlier]) -> Outlook {
    let publication = protect(tally, rules, period, earlier);
    Outlook { tables: foreseen(tally.plan(), &publication), cells: publication.cells(), without: Vec::new() }
}

fn foreseen(plan: &Plan, publication: &Publication) -> Vec<Foreseen> {
    let mut planned: Vec<&TablePlan> = plan.tables.iter().collect();
    planned.sort_by_key(|table| table.tier);
    let dropped: BTreeMap<&str, _> =
        publication.dropped().iter().map(|dropped| (dropped.table.as_str(), dropped)).collect();
    let of = |planned: &TablePlan| {
        let id = planned.id();
        let dropped = dropped.get(id.as_str());
        let form = dropped.map_or(Some(id.as_str()), |dropped| dropped.instead.as_deref());
        let table = form.and_then(|form| publication.table(form));
        let protected: Vec<(At, Why)> = table
            .into_iter()
            .flat_map(|table| table.cells())
            .filter_map(|cell| Some((cell.at.clone(), publication.why(&cell.at)?)))
            .collect();
        let cells = table.map_or(0, |table| table.cells().len());
        let is_fine = |at: &At| {
            at.iter().any(|(dimension, code)| {
                let shape = plan.dimensions.get(dimension);
                shape.is_some_and(|shape| shape.groups.values().any(|members| members.contains(code)))
            })
        };
        let coarse =
            table.into_iter().flat_map(|table| table.cells()).filter(|cell| !is_fine(&cell.at)).count();
        let hidden = protected.iter().filter(|(at, _)| !is_fine(at)).count();
        Foreseen {
            coarser: (coarse < cells)
                .then_some(CellNumbers { published: coarse - hidden, protected: hidden }),
            form: table.map(|table| TablePlan { tier: table.tier(), columns: table.columns().to_vec() }),
            reason: dropped.map(|dropped| dropped.reason),
            cells: CellNumbers { published: cells - protected.len(), protected: protected.len() },
            planned: planned.clone(),
            protected,
        }
    };
    planned.into_iter().map(of).collect()
}
