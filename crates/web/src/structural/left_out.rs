//! What an edition that is frozen left out, and why: as the log tells it, since nothing that changed later counts.

use model::EditionNumber;
use store::{LogFilter, Store, StructuralFile};
use wording::{Wording, args};

/// Why the last freeze of this edition left it out, as a code; none where it is printed, or nothing is frozen.
pub fn why(
    store: &Store,
    file: &StructuralFile,
    edition: EditionNumber,
) -> Result<Option<String>, store::Error> {
    let filter = LogFilter {
        subject: Some("edition".to_owned()),
        subject_id: Some(edition.to_string()),
        kinds: vec!["edition-frozen".to_owned()],
        ..LogFilter::default()
    };
    let (entries, _) = store.log(&filter, 1)?;
    let left_out = entries.first().and_then(|entry| entry.detail["withheld"].as_array());
    let own = left_out.into_iter().flatten().find(|one| one["key"] == file.entry.key.as_str());
    Ok(own.and_then(|one| one["reason"].as_str()).map(str::to_owned))
}

/// In words.
pub fn say(wording: Wording, edition: EditionNumber, reason: &str) -> String {
    let reason = wording.say(&format!("withheld-{reason}"), &args![]);
    wording.say("bench-left-out", &args![edition = edition.to_string(), reason = reason])
}
