//! What an edition that is frozen left out, and why: as the log tells it, since nothing that changed later counts.

use std::collections::BTreeMap;

use model::EditionNumber;
use store::{LogFilter, Store, StructuralFile};
use wording::{Wording, args};

/// Why the last freeze of this edition left it out, as a code; none where it is printed, or nothing is frozen.
pub fn why(
    store: &Store,
    file: &StructuralFile,
    edition: EditionNumber,
) -> Result<Option<String>, store::Error> {
    Ok(all(store, edition)?.remove(file.entry.key.as_str()))
}

/// What the last freeze of this edition left out, by key, and why, as a code.
pub fn all(store: &Store, edition: EditionNumber) -> Result<BTreeMap<String, String>, store::Error> {
    let filter = LogFilter {
        subject: Some("edition".to_owned()),
        subject_id: Some(edition.to_string()),
        kinds: vec!["edition-frozen".to_owned()],
        ..LogFilter::default()
    };
    let (entries, _) = store.log(&filter, 1)?;
    let left_out = entries.first().and_then(|entry| entry.detail["withheld"].as_array());
    let pair =
        |one: &serde_json::Value| Some((one["key"].as_str()?.to_owned(), one["reason"].as_str()?.to_owned()));
    Ok(left_out.into_iter().flatten().filter_map(pair).collect())
}

/// In words.
pub fn say(wording: Wording, edition: EditionNumber, reason: &str) -> String {
    let reason = wording.say(&format!("withheld-{reason}"), &args![]);
    wording.say("bench-left-out", &args![edition = edition.to_string(), reason = reason])
}
