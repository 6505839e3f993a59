//! What keeps a structural signal from being printed, in plain words; and what it has already.

use std::collections::BTreeMap;

use model::{AccountId, Code, Criteria, EditionNumber, Language};
use store::{Cleared, NetworkView, StructuralFile};
use wording::{Wording, args};

use super::{chapter_text, newest};

/// The languages without which nothing is printed.
const NEEDED: [Language; 2] = [Language::Nl, Language::Fr];

/// Something that is still open, and the section of the page where it is settled.
pub struct Open {
    /// The section.
    pub anchor: &'static str,
    /// In words.
    pub text: String,
}

/// What is still open for the newest chapter. `asked`: whether the organisations were asked to agree; `cleared`: how many
/// points a second person ticked.
pub fn open(
    wording: Wording,
    network: &NetworkView,
    file: &StructuralFile,
    cleared: usize,
    asked: bool,
) -> Vec<Open> {
    let mut found = Vec::new();
    let mut add = |anchor, text| found.push(Open { anchor, text });
    let Some(edition) = newest(file) else { return found };
    for language in NEEDED {
        let inside = wording.language_inside(language);
        match chapter_text(file, edition, language) {
            None => add("chapter", wording.say("bench-open-missing", &args![language = inside])),
            Some(text) if !text.is_complete() => {
                add("chapter", wording.say("bench-open-unfinished", &args![language = inside]));
            }
            Some(_) => {}
        }
    }
    let met = met(file.line.criteria.as_ref());
    if met < 4 {
        add("criteria", wording.say("bench-open-criteria", &args![count = 4 - met]));
    }
    let evidence = super::beside::evidence(file, edition);
    if NEEDED.iter().any(|language| evidence.texts().any(|text| text.lacks(*language))) {
        add("evidence", wording.say("bench-open-evidence", &args![]));
    }
    let waiting = evidence.quotes.iter().filter(|quote| !quote.may_be_printed()).count();
    if waiting > 0 {
        add("evidence", wording.say("bench-open-quotes", &args![count = waiting]));
    }
    let here = file.entry.recommendations.iter().filter(|one| one.edition == edition);
    let unsigned = here.filter(|one| one.signed_by.is_empty()).count();
    if unsigned > 0 {
        add("recommendations", wording.say("bench-open-unsigned", &args![count = unsigned]));
    }
    if cleared < Cleared::all(evidence.quotes.len()).len() {
        add("clearance", wording.say("bench-open-clearance", &args![]));
    }
    let (_, refused) = file.line.agreed;
    if refused > 0 {
        add("agreement", wording.say("bench-open-refused", &args![count = refused]));
    }
    let silent = silent(network, file, edition).len();
    if !asked {
        add("agreement", wording.say("bench-open-not-asked", &args![]));
    } else if silent > 0 {
        add("agreement", wording.say("bench-open-silent", &args![count = silent]));
    }
    found
}

/// The organisations that said nothing of the chapter as it is now.
pub fn silent<'a>(network: &'a NetworkView, file: &StructuralFile, edition: EditionNumber) -> Vec<&'a Code> {
    let now = file.versions.get(&edition);
    let spoke = |code: &Code| now.is_some() && file.agreed_versions.get(&(edition, code.clone())) == now;
    network.organisations.iter().map(|one| &one.code).filter(|code| !spoke(code)).collect()
}

/// How many of the four criteria are met.
pub fn met(criteria: Option<&Criteria>) -> usize {
    let all = |one: &Criteria| [one.clear, one.neutral, one.recognised, one.shared];
    criteria.map_or(0, |criteria| all(criteria).into_iter().filter(|met| *met).count())
}

/// The dots that a structural signal got: how many, from how many people, and how far they differ.
pub fn dots(wording: Wording, given: Option<&BTreeMap<AccountId, u32>>) -> Option<String> {
    let given = given.filter(|given| !given.is_empty())?;
    let total: u32 = given.values().sum();
    let (least, most) = (given.values().min()?, given.values().max()?);
    let people = given.len();
    Some(if people == 1 {
        wording.say("bench-dots-one", &args![count = total])
    } else {
        wording.say("bench-dots", &args![count = total, people = people, least = *least, most = *most])
    })
}
