//! What keeps a structural signal from being printed, in plain words; and what it has already.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use model::{AccountId, Code, Criteria, EditionNumber, EditionState, Language, StructuralSignalId};
use store::{Cleared, MissingText, NetworkView, Store, StructuralFile};
use wording::{Wording, args};

use super::missing::{missing_text, of_one};
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
fn open(
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
    let here = || file.entry.recommendations.iter().filter(|one| one.edition == edition);
    let unsigned = here().filter(|one| one.signed_by.is_empty()).count();
    let half = here().filter(|one| NEEDED.iter().any(|language| one.text.lacks(*language))).count();
    if half > 0 {
        add("recommendations", wording.say("bench-open-half", &args![count = half]));
    }
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

/// The texts for which the edition that is next cannot be frozen on this day; the freeze asks the same.
pub fn missing_now(store: &Store, today: NaiveDate) -> Result<Vec<MissingText>, store::Error> {
    next_edition(store)?.map_or_else(|| Ok(Vec::new()), |next| store.missing_texts(next, today))
}

/// The edition that is frozen next: the first that is open.
pub fn next_edition(store: &Store) -> Result<Option<EditionNumber>, store::Error> {
    let editions = store.editions()?;
    Ok(editions.iter().find(|edition| edition.state == EditionState::Open).map(|edition| edition.number))
}

/// What is still open for the newest chapter, where its edition is (how many points are cleared, and whether the
/// organisations were asked); and after it what else stands on its page and keeps an edition from being frozen.
pub fn open_with_missing(
    wording: Wording,
    network: &NetworkView,
    file: &StructuralFile,
    chapter: Option<(usize, bool)>,
    missing: &[MissingText],
) -> Vec<Open> {
    let mut found = match chapter {
        Some((cleared, asked)) => open(wording, network, file, cleared, asked),
        None => Vec::new(),
    };
    let files = std::slice::from_ref(file);
    found.extend(
        of_one(file, missing)
            .into_iter()
            .map(|(anchor, missing)| Open { anchor, text: missing_text(wording, network, files, &missing) }),
    );
    found
}

/// That the edition waits for texts which do not stand on the page of this one.
pub fn elsewhere(wording: Wording, file: &StructuralFile, missing: &[MissingText]) -> Option<String> {
    let count = missing.len() - of_one(file, missing).len();
    (count > 0).then(|| wording.say("bench-edition-waits", &args![count = count]))
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

/// From so many dots between the least and the most on, people disagree.
const APART: u32 = 3;

/// The dots of everybody, by structural signal.
pub type Dots = BTreeMap<StructuralSignalId, BTreeMap<AccountId, u32>>;

/// The dots that a structural signal got: how many, from how many people, and how far they differ. Whoever gave dots to others
/// alone gave this one none: that is a disagreement too.
pub fn dots(wording: Wording, all: &Dots, id: StructuralSignalId) -> Option<String> {
    let given = all.get(&id).filter(|given| !given.is_empty())?;
    let total: u32 = given.values().sum();
    let (least, most) = (*given.values().min()?, *given.values().max()?);
    let people = given.len();
    let said = if people == 1 {
        wording.say("bench-dots-one", &args![count = total])
    } else {
        wording.say("bench-dots", &args![count = total, people = people, least = least, most = most])
    };
    let without = all.values().flat_map(BTreeMap::keys).filter(|by| !given.contains_key(by));
    let without = without.collect::<BTreeSet<_>>().len();
    let least = if without > 0 { 0 } else { least };
    let spread = if without + people < 2 {
        None
    } else if most - least >= APART {
        Some(wording.say("bench-dots-apart", &args![least = least, most = most]))
    } else if most == least {
        Some(wording.say("bench-dots-same", &args![]))
    } else {
        Some(wording.say("bench-dots-near", &args![]))
    };
    Some(spread.map_or_else(|| said.clone(), |spread| format!("{said}. {spread}")))
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    fn said(given: &[u32], elsewhere: u32) -> String {
        let (here, other) = (one(1), one(2));
        let account = |number: usize| AccountId::from_uuid(uuid(number));
        let mut all = Dots::new();
        all.insert(here, given.iter().enumerate().map(|(at, count)| (account(at + 1), *count)).collect());
        all.insert(other, (0..elsewhere).map(|at| (account(100 + at as usize), 1)).collect());
        dots(Wording::new(Language::Nl), &all, here).unwrap()
    }

    fn one(number: usize) -> StructuralSignalId {
        StructuralSignalId::from_uuid(uuid(number))
    }

    fn uuid(number: usize) -> uuid::Uuid {
        uuid::Builder::from_random_bytes((number as u128).to_be_bytes()).into_uuid()
    }

    #[test]
    fn dots_say_in_words_whether_people_agree() {
        assert!(said(&[1, 5], 0).ends_with("De meningen lopen uiteen: van 1 tot 5."));
        assert!(said(&[2, 3], 0).ends_with("De meningen liggen dicht bij elkaar."));
        assert!(said(&[2, 2], 0).ends_with("Iedereen geeft er evenveel."));
        // Who gave dots to others alone gave this one none.
        assert!(said(&[5], 1).ends_with("De meningen lopen uiteen: van 0 tot 5."));
        assert!(!said(&[5], 0).contains("meningen"), "one alone disagrees with nobody");
    }
}
