//! Which column holds which field.

use std::collections::BTreeSet;

use model::Field;

use crate::problem::{FileProblem, WrongHeader};

/// The fields without which no row can be a signal.
const REQUIRED: [Field; 6] =
    [Field::Organisation, Field::Observed, Field::Problem, Field::Tried, Field::Domain, Field::Place];

/// The fields of a file, in the order of its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    fields: Vec<Field>,
    width: usize,
}

impl Columns {
    /// The columns that the cells of a header name, in any order, as codes or as labels in Dutch, French or
    /// English; an error that lists everything wrong with them at once. Cells left blank at the end count as
    /// columns without a field.
    pub fn of_header<'a>(cells: impl Iterator<Item = &'a str>) -> Result<Self, FileProblem> {
        let mut cells: Vec<&str> = cells.map(str::trim).collect();
        let width = cells.len();
        while cells.last().is_some_and(|cell| cell.is_empty()) {
            cells.pop();
        }
        let mut wrong = WrongHeader::default();
        let mut fields = Vec::with_capacity(cells.len());
        let mut seen = BTreeSet::new();
        for (at, cell) in cells.iter().enumerate() {
            match wording::field_of_header(cell) {
                None => wrong.unknown.push(at + 1),
                Some(field) if !seen.insert(field) => wrong.repeated.push(at + 1),
                Some(field) => fields.push(field),
            }
        }
        wrong.missing = REQUIRED.into_iter().filter(|field| !seen.contains(field)).collect();
        if wrong == WrongHeader::default() {
            Ok(Self { fields, width })
        } else {
            Err(FileProblem::WrongHeader(wrong))
        }
    }

    /// The field of each column, from the first.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The number of cells each row has, the blank ones at the end of the header included.
    pub fn width(&self) -> usize {
        self.width
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str) -> Result<Columns, FileProblem> {
        Columns::of_header(text.split(','))
    }

    #[test]
    fn columns_come_in_any_order_and_language() {
        let columns = header("Plaats,domaine,PROBLEM, observed ,tried,organisatie,,").unwrap();
        let fields =
            [Field::Place, Field::Domain, Field::Problem, Field::Observed, Field::Tried, Field::Organisation];
        assert_eq!(columns.fields(), fields);
        assert_eq!(columns.width(), 8);
    }

    #[test]
    fn everything_wrong_with_a_header_is_said_at_once() {
        let wrong = WrongHeader {
            missing: vec![Field::Observed, Field::Tried],
            unknown: vec![2, 5],
            repeated: vec![6],
        };
        assert_eq!(
            header("organisation,desk,problem,domain,,probleem,place"),
            Err(FileProblem::WrongHeader(wrong))
        );
    }
}
