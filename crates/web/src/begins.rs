//! How a text begins, where a page has no room for all of it.

/// The first characters of a text, up to the end of a word; all of it where that is little more.
pub fn begins(text: &str, [shown, whole]: [usize; 2]) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= whole {
        return words;
    }
    let start: String = words.chars().take(shown).collect();
    let end = start.rsplit_once(' ').map_or(start.as_str(), |(end, _)| end);
    format!("{end} …")
}
