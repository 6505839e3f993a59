//! The tables that show what stays possible for every protected cell.

use std::collections::BTreeMap;

use serde::Serialize;

/// Whole-number tables that agree with everything published. For each protected cell and each attacker there is one in
/// which it is small and one in which it is large (`guard.md`, "A4"); to check them one only adds.
///
/// They are kept with the frozen record and never published: together they betray the small counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Witnesses {
    schema: u32,
    /// The protected cells: dimension → value, group or `*`.
    cells: Vec<BTreeMap<String, String>>,
    /// Counts of those cells, in their order; every other cell is as published.
    tables: Vec<Vec<u64>>,
}

impl Witnesses {
    pub(crate) const fn new(cells: Vec<BTreeMap<String, String>>, tables: Vec<Vec<u64>>) -> Self {
        Self { schema: 1, cells, tables }
    }

    /// The protected cells.
    pub fn cells(&self) -> &[BTreeMap<String, String>] {
        &self.cells
    }

    /// Counts of the protected cells, a table each.
    pub fn tables(&self) -> &[Vec<u64>] {
        &self.tables
    }
}
