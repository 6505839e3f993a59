//! Who looks for another table in which a cell is smaller, or larger.
//!
//! Small parts are worked on in exact fractions ([`Tableau`]), and what that ends in is both a table and a proof. Where
//! a part is too large for it, and the feature `highs` is there, a solver in floating point proposes tables; what it says
//! counts as far as it can be checked in whole numbers.

use crate::space::Relation;
use crate::tableau::{Point, Pushed, Stopped, Tableau, Way};

/// A part with more cells is beyond the exact tableau.
#[cfg(feature = "highs")]
const LARGEST_TABLEAU: usize = 3_000;

/// Looks for tables that agree with a set of sums.
pub(crate) trait Engine {
    /// Keeps a cell as it is from now on.
    fn fix(&mut self, cell: usize) -> Result<(), Stopped>;

    /// Takes back the last [`fix`](Self::fix).
    fn release(&mut self, cell: usize);

    /// Whether a cell is kept as it is.
    fn is_fixed(&self, cell: usize) -> bool;

    /// Pushes a cell from a table that agrees with the sums towards a goal, every count staying at or above its
    /// least.
    fn push(&mut self, from: &[i64], least: &[i64], cell: usize, aim: (Way, i64)) -> Result<Found, Stopped>;

    /// Whether it is proved that a cell cannot be below a count: for an engine that found nothing.
    fn is_at_least(&mut self, _least: &[i64], _cell: usize, _count: i64) -> bool {
        false
    }

    /// How many cells that are held too tightly are looked for before any is helped.
    fn at_once(&self) -> usize {
        1
    }

    /// After how many programmes nothing more is opened again that was closed for others.
    fn enough(&self) -> u64 {
        u64::MAX
    }
}

/// How a search ended.
pub(crate) enum Found {
    /// In whole counts: where the cell reached the goal, or gets no further.
    Table(Vec<i64>, Pushed),
    /// In fractions, in which the cell gets so far, in whole numbers.
    Fractions(i64),
    /// Nowhere: not even in fractions.
    #[cfg_attr(not(feature = "highs"), expect(dead_code, reason = "exact fractions always end somewhere"))]
    Nothing,
}

/// The engine that fits a part with these counts and the sums between them.
pub(crate) fn engine(counts: &[i64], sums: &[Relation]) -> Result<Box<dyn Engine>, Stopped> {
    #[cfg(feature = "highs")]
    if is_dear(counts.len()) {
        return Ok(Box::new(crate::highs::Highs::new(counts, sums)?));
    }
    Ok(Box::new(Exact::new(counts.len(), sums)?))
}

/// Whether a part of so many cells goes to the second solver.
#[cfg(feature = "highs")]
pub(crate) const fn is_dear(cells: usize) -> bool {
    cells > LARGEST_TABLEAU
}

/// Whether a part of so many cells goes to the second solver: there is none.
#[cfg(not(feature = "highs"))]
pub(crate) const fn is_dear(_: usize) -> bool {
    false
}

/// In exact fractions.
pub(crate) struct Exact {
    tableau: Tableau,
    /// Where programmes are run, so that the tableau stays as sparse as it was made.
    scratch: Tableau,
    /// The tableau before a cell was kept.
    before: Tableau,
}

impl Exact {
    /// For so many cells.
    pub(crate) fn new(cells: usize, sums: &[Relation]) -> Result<Self, Stopped> {
        let tableau = Tableau::new(cells, sums.iter().map(Relation::equation))?;
        Ok(Self { scratch: tableau.clone(), before: tableau.clone(), tableau })
    }
}

impl Engine for Exact {
    fn fix(&mut self, cell: usize) -> Result<(), Stopped> {
        self.before.clone_from(&self.tableau);
        self.tableau.fix(cell)
    }

    fn release(&mut self, _: usize) {
        self.tableau.clone_from(&self.before);
    }

    fn is_fixed(&self, cell: usize) -> bool {
        self.tableau.is_fixed(cell)
    }

    fn push(
        &mut self,
        from: &[i64],
        least: &[i64],
        cell: usize,
        (way, goal): (Way, i64),
    ) -> Result<Found, Stopped> {
        let mut point = Point::new(from.to_vec());
        self.scratch.clone_from(&self.tableau);
        let pushed = self.scratch.push(&mut point, least, cell, way, goal)?;
        let found = point.whole().map(|counts| Found::Table(counts.to_vec(), pushed));
        Ok(found.unwrap_or_else(|| Found::Fractions(point.nearest(cell, way))))
    }
}
