//! How wide words run in Source Sans 3, and where they break into lines.

use crate::advances::{ADVANCES, FIRST_GENERAL, GENERAL, LATIN_END};

/// A weight of Source Sans 3 that the charts use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Light,
    Regular,
    Semibold,
}

/// The width of words in points. Kerning, which mostly tightens, is left out; a character that Source Sans 3
/// lacks counts as wide as the widest of its kind, so that no estimate is too small.
pub(crate) fn width_of(words: &str, size: f64, weight: Weight) -> f64 {
    let units: u32 = words.chars().map(|character| advance(character, weight)).sum();
    f64::from(units) * size / 1000.0
}

/// The words in lines that are no wider than `width`: broken at spaces and after hyphens, and inside a word only
/// where the word alone is too long. Nothing is left out but the spaces at the breaks. At least one line.
pub(crate) fn wrap(words: &str, width: f64, size: f64, weight: Weight) -> Vec<String> {
    let fits = |line: &str| width_of(line.trim_end_matches(' '), size, weight) <= width;
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(words) {
        if fits(&format!("{line}{piece}")) {
            line.push_str(&piece);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for character in piece.chars() {
            let longer = format!("{line}{character}");
            if !line.is_empty() && !joins_the_one_before(character) && !fits(&longer) {
                lines.push(std::mem::replace(&mut line, character.to_string()));
            } else {
                line = longer;
            }
        }
    }
    lines.push(line);
    lines.iter().map(|line| line.trim_end_matches(' ').to_owned()).collect()
}

/// The narrowest column up to `widest` in which no label takes more lines than it takes in `widest`, or
/// two where fewer would do, and no word is broken: so that short labels leave their room to the bars.
pub(crate) fn column_for<'a>(
    labels: impl Iterator<Item = &'a str> + Clone,
    widest: f64,
    size: f64,
    weight: Weight,
) -> f64 {
    let lines =
        |width: f64| labels.clone().map(|label| wrap(label, width, size, weight).len()).max().unwrap_or(1);
    let natural = labels.clone().map(|label| width_of(label, size, weight)).fold(0.0, f64::max);
    // A single line is worth a little more than the bars lose by it, but not half of the chart.
    if natural <= widest * 0.8 {
        return natural.ceil();
    }
    let allowed = lines(widest).max(2);
    let words = labels.clone().flat_map(pieces);
    let word = words.map(|piece| width_of(piece.trim_end(), size, weight)).fold(40.0, f64::max);
    let mut width = widest.floor();
    while width > word + 1.0 && lines(width - 1.0) <= allowed {
        width -= 1.0;
    }
    width.min(natural.ceil())
}

/// Single spaces; each piece ends where a line may break.
fn pieces(words: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in words.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        if let Some(last) = pieces.last_mut() {
            last.push(' ');
        }
        let mut piece = String::new();
        for character in word.chars() {
            piece.push(character);
            if matches!(character, '-' | '/' | '–' | '\u{2010}') && piece.chars().count() > 1 {
                pieces.push(std::mem::take(&mut piece));
            }
        }
        if !piece.is_empty() {
            pieces.push(piece);
        }
    }
    pieces
}

fn advance(character: char, weight: Weight) -> u32 {
    let code = u32::from(character);
    let column = weight as usize;
    if let Some(row) = (code < LATIN_END).then(|| ADVANCES.get(code.checked_sub(0x20)? as usize)).flatten() {
        return u32::from(row[column]);
    }
    if let Some(at) = code.checked_sub(FIRST_GENERAL)
        && let Ok(found) = GENERAL.binary_search_by_key(&(at as u16), |(offset, _)| *offset)
    {
        return u32::from(GENERAL[found].1[column]);
    }
    match code {
        _ if joins_the_one_before(character) => 0,
        0x2600..=0x27bf | 0x1_f000.. => 1300,
        _ => 1000,
    }
}

/// Combining marks, joiners and variation selectors: never at the start of a line.
fn joins_the_one_before(character: char) -> bool {
    matches!(u32::from(character),
        0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x5bf..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x670
        | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfe00..=0xfe0f | 0x1_f3fb..=0x1_f3ff)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_breaks_at_a_space_and_after_a_hyphen() {
        let lines = |words, width| wrap(words, width, 10.0, Weight::Regular);
        assert_eq!(lines("Toegang tot dienstverlening", 70.0), ["Toegang tot", "dienstverlening"]);
        assert_eq!(lines("Sint-Lambrechts-Woluwe", 74.0), ["Sint-Lambrechts-", "Woluwe"]);
        assert_eq!(lines("", 70.0), [""]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken_inside() {
        let lines = wrap("Levensonderhoudsverplichtingen", 60.0, 10.0, Weight::Regular);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), "Levensonderhoudsverplichtingen");
    }

    #[test]
    fn a_no_break_space_holds() {
        assert_eq!(wrap("aide à\u{a0}domicile", 60.0, 10.0, Weight::Regular)[0], "aide");
    }

    #[test]
    fn short_labels_keep_one_line_and_long_ones_share_two() {
        let short = column_for(["Werk", "Huisvesting"].into_iter(), 160.0, 9.5, Weight::Regular);
        assert!(short >= width_of("Huisvesting", 9.5, Weight::Regular) && short < 60.0);
        let long = "Toegang tot dienstverlening voor gezinnen zonder verblijf";
        let column = column_for([long].into_iter(), 160.0, 9.5, Weight::Regular);
        assert!(column < 130.0, "{column}");
        assert_eq!(wrap(long, column, 9.5, Weight::Regular).len(), 2);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(words in "[a-zé \\-A-Z]{0,80}", width in 30.0f64..200.0) {
            let lines = wrap(&words, width, 9.5, Weight::Semibold);
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&words));
            for line in lines {
                prop_assert!(width_of(&line, 9.5, Weight::Semibold) <= width + 1e-6);
            }
        }
    }
}
