//! The sections of the page of a structural signal: what it says per language, who agrees, who sees it too, what was
//! answered.

use std::collections::BTreeMap;

use model::{Agreement, ChapterText, Code, EditionNumber, Language, Localised, Recognition, Stance};
use store::{NetworkView, StructuralFile};
use wording::{Wording, args};

use super::chapter_text;
use super::standing::silent;
use crate::signals::{Words, localised, organisation};

/// The chapter in one language.
pub struct TextShown {
    /// The language.
    pub lang: &'static str,
    /// Its name.
    pub name: String,
    /// What is missing; none where it is whole.
    pub missing: Option<String>,
    /// What is there.
    pub text: Option<ChapterText>,
}

/// The chapter in all languages.
pub fn texts(wording: Wording, file: &StructuralFile, edition: EditionNumber) -> Vec<TextShown> {
    let show = |language: &Language| {
        let text = chapter_text(file, edition, *language).cloned();
        let key = match &text {
            None if *language == Language::En => Some("bench-text-none-optional"),
            None => Some("bench-text-none"),
            Some(text) if !text.is_complete() => Some("bench-text-unfinished"),
            Some(_) => None,
        };
        TextShown {
            lang: language.code(),
            name: wording.label(*language),
            missing: key.map(|key| wording.say(key, &args![])),
            text,
        }
    };
    Language::ALL.iter().map(show).collect()
}

/// What some organisations say.
pub struct Voices {
    /// In words.
    pub said: String,
    /// As the style sheet knows it.
    pub state: &'static str,
    /// Who says it, each with their words.
    pub who: Vec<(String, String)>,
}

/// Who agrees with the chapter as it is now, who does not, whose word was about an earlier version, and who is silent.
pub fn agreement(
    wording: Wording,
    network: &NetworkView,
    file: &StructuralFile,
    edition: EditionNumber,
) -> Vec<Voices> {
    let name = |code: &Code| organisation(network, wording.language(), code);
    let chapter = file.entry.chapters.iter().find(|chapter| chapter.edition == edition);
    let given = || chapter.into_iter().flat_map(|chapter| &chapter.agreements);
    let quiet = silent(network, file, edition);
    let mut voices = Vec::new();
    for stance in Agreement::ALL {
        let who = given()
            .filter(|one| one.stance == *stance && !quiet.contains(&&one.organisation))
            .map(|one| (name(&one.organisation), one.remark.clone()));
        let state = if stance.permits_printing() { "accepted" } else { "refused" };
        voices.push(Voices { said: wording.label(*stance), state, who: who.collect() });
    }
    let spoke_earlier = |code: &Code| given().any(|one| one.organisation == *code);
    let (earlier, never): (Vec<&Code>, Vec<&Code>) = quiet.iter().partition(|code| spoke_earlier(code));
    for (key, codes) in [("bench-agreement-earlier", earlier), ("bench-agreement-silent", never)] {
        voices.push(Voices {
            said: wording.say(key, &args![]),
            state: "waiting",
            who: codes.into_iter().map(|code| (name(code), String::new())).collect(),
        });
    }
    voices.retain(|voices| !voices.who.is_empty());
    voices
}

/// Who sees it too, as asked for this edition.
pub fn recognition(
    wording: Wording,
    network: &NetworkView,
    file: &StructuralFile,
    edition: EditionNumber,
) -> Vec<Voices> {
    let answered = |answer: &Recognition| {
        let here = file.entry.recognition.iter();
        let who = here.filter(|one| one.edition == edition && one.answer == *answer);
        who.map(|one| (organisation(network, wording.language(), &one.organisation), String::new())).collect()
    };
    let mut voices: Vec<Voices> = Recognition::ALL
        .iter()
        .map(|answer| Voices { said: wording.label(*answer), state: "released", who: answered(answer) })
        .collect();
    voices.retain(|voices| !voices.who.is_empty());
    voices
}

/// Something that somebody signed or answered.
pub struct Said {
    /// What kind of thing it is.
    pub kind: String,
    /// Who, to whom, when.
    pub by: String,
    /// The words.
    pub text: Option<Words>,
}

/// The recommendations of an edition.
pub fn recommendations(
    wording: Wording,
    network: &NetworkView,
    file: &StructuralFile,
    edition: EditionNumber,
) -> Vec<Said> {
    let here = file.entry.recommendations.iter().filter(|one| one.edition == edition);
    let show = |one: &model::Recommendation| {
        let signed: Vec<String> =
            one.signed_by.iter().map(|code| organisation(network, wording.language(), code)).collect();
        let signed = wording.list(&signed.iter().map(String::as_str).collect::<Vec<_>>());
        let to = wording.label(one.addressee);
        Said {
            kind: wording.label(one.stance),
            by: wording.say("bench-recommendation-by", &args![signed = signed, addressee = to]),
            text: words(wording, &one.text),
        }
    };
    let order = |one: &&model::Recommendation| one.stance != Stance::Do;
    let mut all: Vec<&model::Recommendation> = here.collect();
    all.sort_by_key(order);
    all.into_iter().map(show).collect()
}

/// What authorities answered and what the field sees, per edition, the newest first.
pub struct Sides {
    /// The edition in words.
    pub name: String,
    /// The answers.
    pub answers: Vec<Said>,
    /// The verdict.
    pub verdict: Option<Said>,
}

/// Both sides of every edition that printed it.
pub fn sides(wording: Wording, network: &NetworkView, file: &StructuralFile) -> Vec<Sides> {
    let mut editions = BTreeMap::new();
    for edition in &file.line.printed_in {
        let by = |who: String, day: Option<chrono::NaiveDate>| match day {
            Some(day) => wording.say("sides-by", &args![who = who, day = wording.day(day)]),
            None => who,
        };
        let answers = file.entry.answers.iter().filter(|one| one.edition == *edition).map(|one| Said {
            kind: wording.label(one.state),
            by: by(wording.label(one.authority), one.date),
            text: words(wording, &one.text),
        });
        let verdict = file.entry.verdicts.iter().find(|one| one.edition == *edition).map(|one| Said {
            kind: wording.label(one.verdict),
            by: by(organisation(network, wording.language(), &one.by), Some(one.date)),
            text: words(wording, &one.reason),
        });
        let name = wording.say("became-published", &args![edition = edition.to_string()]);
        editions.insert(*edition, Sides { name, answers: answers.collect(), verdict });
    }
    editions.into_values().rev().collect()
}

fn words(wording: Wording, text: &Localised) -> Option<Words> {
    let words = localised(text, wording.language());
    (!words.text.is_empty()).then_some(words)
}
