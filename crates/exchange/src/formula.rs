//! Cells that a spreadsheet would run as a formula: how an export disarms them, and how an import takes that back.
//!
//! A text that starts with one of `= + - @`, their full-width forms, a tab or a line end is written with an
//! apostrophe before it. So that this can be taken back exactly, a text that already starts with apostrophes
//! before such a character gets one more. `'s avonds` is left as it is.

use std::borrow::Cow;

/// The text as an export writes it.
pub(crate) fn disarmed(text: &str) -> Cow<'_, str> {
    if starts_like_a_formula(text.trim_start_matches('\'')) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that [`disarmed`] was given.
pub(crate) fn as_written(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if starts_like_a_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

fn starts_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe() {
        for text in ["=1+1", "+32", "-5", "@SUM(A1)", "\tx", "\r=x", "\u{FF1D}1"] {
            assert_eq!(disarmed(text), format!("'{text}"));
        }
    }

    #[test]
    fn an_ordinary_apostrophe_stays_alone() {
        for text in ["'s avonds", "l'école", "", "'", "''"] {
            assert_eq!(disarmed(text), text);
            assert_eq!(as_written(text), text);
        }
    }

    proptest! {
        #[test]
        fn disarming_is_taken_back_exactly(text in "[='+@\t a-]{0,6}") {
            let cell = disarmed(&text);
            prop_assert_eq!(as_written(&cell), text.as_str());
            prop_assert!(!starts_like_a_formula(&cell));
        }
    }
}
