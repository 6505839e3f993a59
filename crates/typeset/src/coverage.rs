//! Which characters the embedded fonts can print.

use typst::foundations::Bytes;
use typst::text::Font;

use crate::world::font_files;

/// The ranges of Unicode scalar values, first and last, that at least one embedded font has a glyph for; sorted,
/// apart from each other. The line feed and the tab, which are layout, count as printable.
pub fn covered_ranges() -> Vec<(u32, u32)> {
    let mut covered: Vec<u32> = vec![0x09, 0x0A];
    for (_, bytes) in font_files() {
        for font in Font::iter(Bytes::new(bytes)) {
            covered.extend(font.info().coverage.iter());
        }
    }
    // Controls that a font happens to map are no text.
    covered
        .retain(|code| matches!(code, 0x09 | 0x0A) || char::from_u32(*code).is_some_and(|c| !c.is_control()));
    covered.sort_unstable();
    covered.dedup();
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for code in covered {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == code => *last = code,
            _ => ranges.push((code, code)),
        }
    }
    ranges
}
