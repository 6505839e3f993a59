//! The sections of the page of a structural signal: what it says per language, who agrees, who sees it too, what was
//! answered.

use std::collections::BTreeMap;

use model::{Agreement, ChapterText, Code, EditionNumber, Language, Localised, Recognition, Stance};
use store::{NetworkView, RecommendationAt, StructuralFile, asks_code, signed_recommendations};
use wording::{Wording, args};

use super::chapter_text;
use super::missing::{Lacking, answered_in, of_answer, of_verdict};
use super::recommendation::office_name;
use super::standing::silent;
use crate::problems::answer_state;
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
    /// What people said, without quotation marks.
    pub quotes: Vec<String>,
    /// Figures from elsewhere and good practices, each with where it comes from.
    pub beside: Vec<(String, String)>,
}

/// The chapter in all languages.
pub fn texts(
    wording: Wording,
    network: &NetworkView,
    file: &StructuralFile,
    edition: EditionNumber,
) -> Vec<TextShown> {
    let evidence = super::beside::evidence(file, edition);
    let beside = |language: Language| {
        let figures = evidence.figures.iter().map(|one| (&one.text, super::beside::origin(one)));
        let practices = evidence.practices.iter().map(|one| {
            let of = one.organisation.as_ref().map(|code| organisation(network, language, code));
            (&one.text, of.unwrap_or_default())
        });
        let all = figures.chain(practices).filter(|(text, _)| !text.lacks(language));
        all.map(|(text, origin)| (text.get(language).to_owned(), origin)).collect()
    };
    let quotes = |language: Language| {
        let all = evidence.quotes.iter().filter(|quote| !quote.text.lacks(language));
        all.map(|quote| quote.text.get(language).to_owned()).collect()
    };
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
            quotes: quotes(*language),
            beside: beside(*language),
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

/// Something that somebody answered or judged.
pub struct Said {
    /// What kind of thing it is.
    pub kind: String,
    /// Who, to whom, when.
    pub by: String,
    /// The words.
    pub text: Option<Words>,
    /// The languages that it lacks.
    pub lacking: Vec<Lacking>,
}

/// A recommendation.
pub struct Recommended {
    /// Which one it is.
    pub at: i32,
    /// What it asks for, as a short code: what was read and what is signed are the same where this is.
    pub asks: String,
    /// Do or don't.
    pub kind: String,
    /// The words; in every language on a page where it is changed.
    pub text: Vec<Words>,
    /// To whom, and by when.
    pub facts: Vec<String>,
    /// Who signs it, in words; none where nobody does yet.
    pub signed: Option<String>,
    /// Whether this organisation signs it.
    pub own: bool,
    /// The mandate of its office is over.
    pub is_over: bool,
}

/// The recommendations of an edition, as `own` reads them on this day.
pub fn recommendations(
    wording: Wording,
    network: &NetworkView,
    file: &StructuralFile,
    edition: EditionNumber,
    (own, today): (Option<&Code>, chrono::NaiveDate),
) -> Vec<Recommended> {
    let pairs = file.entry.recommendations.iter().zip(&file.recommendations);
    let mut here: Vec<_> = pairs.filter(|(one, _)| one.edition == edition).collect();
    here.sort_by_key(|(one, _)| one.stance != Stance::Do);
    let show = |(one, (at, _)): (&model::Recommendation, &(RecommendationAt, i32))| {
        let office = network.offices.iter().find(|office| Some(&office.code) == one.office.as_ref());
        let to = match office_name(wording, network, one.office.as_ref()) {
            Some(office) => format!("{office} ({})", wording.label(one.addressee)),
            None => wording.label(one.addressee),
        };
        let mut facts = vec![wording.say("bench-recommendation-to", &args![addressee = to])];
        facts.extend(one.term.map(|term| wording.say("bench-term-by", &args![month = wording.month(term)])));
        let signed: Vec<String> =
            one.signed_by.iter().map(|code| organisation(network, wording.language(), code)).collect();
        let signed = wording.list(&signed.iter().map(String::as_str).collect::<Vec<_>>());
        let written = Language::ALL.iter().filter(|language| !one.text.lacks(**language));
        Recommended {
            at: at.0,
            asks: asks_code(one),
            kind: wording.label(one.stance),
            text: written
                .map(|language| Words { text: one.text.get(*language).to_owned(), lang: language.code() })
                .collect(),
            facts,
            signed: (!one.signed_by.is_empty())
                .then(|| wording.say("bench-recommendation-signed", &args![signed = signed])),
            own: own.is_some_and(|own| one.signed_by.contains(own)),
            is_over: office.and_then(|office| office.until).is_some_and(|until| until < today),
        }
    };
    here.into_iter().map(show).collect()
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

/// Both sides of every edition that printed it, or that printed what it goes on from: `chain` is the structural signal and
/// what it goes on from, the latest first. What nobody answered stands there as a blank.
pub fn sides(wording: Wording, network: &NetworkView, chain: &[StructuralFile]) -> Vec<Sides> {
    let mut editions = BTreeMap::new();
    let printed = chain.iter().flat_map(|file| file.line.printed_in.iter().map(move |one| (file, one)));
    for (file, edition) in printed {
        let next_prints = |file: &StructuralFile| answered_in(file) == Some(*edition);
        let by = |who: String, day: Option<chrono::NaiveDate>| match day {
            Some(day) => wording.say("sides-by", &args![who = who, day = wording.day(day)]),
            None => who,
        };
        let given = || file.entry.answers.iter().filter(|one| one.edition == *edition);
        let recommended: Vec<Localised> =
            signed_recommendations(&file.entry, *edition).map(|one| one.text.clone()).collect();
        let answers = given().map(|one| Said {
            kind: answer_state(wording, one, &recommended),
            by: by(
                office_name(wording, network, one.office.as_ref())
                    .unwrap_or_else(|| wording.label(one.authority)),
                one.date,
            ),
            text: words(wording, &one.text),
            lacking: if next_prints(file) { of_answer(wording, file.line.id, one, true) } else { Vec::new() },
        });
        // Whoever is competent and said nothing is shown too.
        let silent =
            file.entry.authorities.iter().filter(|one| given().all(|given| given.authority != **one));
        let blanks = silent.map(|one| Said {
            kind: wording.say("sides-no-answer", &args![]),
            by: wording.label(*one),
            text: None,
            lacking: Vec::new(),
        });
        let answers = answers.chain(blanks);
        let verdict = file.entry.verdicts.iter().find(|one| one.edition == *edition).map(|one| Said {
            kind: wording.label(one.verdict),
            by: by(organisation(network, wording.language(), &one.by), Some(one.date)),
            text: words(wording, &one.reason),
            lacking: if next_prints(file) {
                of_verdict(wording, file.line.id, one, true)
            } else {
                Vec::new()
            },
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
