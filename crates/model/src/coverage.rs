//! Which characters the embedded fonts can print.

/// The characters of `text` that no embedded font has, each once, in order of appearance.
///
/// A text with such a character is refused when it is saved, so that a bundle never prints an empty box.
pub fn uncovered_characters(text: &str) -> Vec<char> {
    let mut missing = Vec::new();
    for character in text.chars() {
        if !is_covered(character) && !missing.contains(&character) {
            missing.push(character);
        }
    }
    missing
}

fn is_covered(character: char) -> bool {
    let code = u32::from(character);
    let after = RANGES.partition_point(|(first, _)| *first <= code);
    after > 0 && code <= RANGES[after - 1].1
}

include!("coverage_ranges.rs");
