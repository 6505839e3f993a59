//! Texts that are printed and stand in Dutch or in French alone: what they belong to, in words, and where the other language
//! is put to them.

use model::{Answer, Code, EditionNumber, FieldVerdict, Language, Localised, StructuralSignalId};
use store::{MissingPlace, MissingText, NetworkView, StructuralFile, missing_half};
use wording::{Wording, args};

use super::LIST;
use crate::signals::{domain, localised, organisation};

/// A text that an edition waits for.
pub struct Waited {
    /// What is missing, in words.
    pub text: String,
    /// Where it is put right, where that is a page.
    pub href: Option<String>,
}

/// A language that an answer or a verdict lacks.
pub struct Lacking {
    /// That it is missing, in words.
    pub said: String,
    /// What the way to it is called.
    pub add: String,
    /// Where it is put to it, for whoever may.
    pub href: Option<String>,
}

/// What one text that an edition waits for belongs to, and its language, with labels and titles.
pub fn missing_text(
    wording: Wording,
    network: &NetworkView,
    files: &[StructuralFile],
    missing: &MissingText,
) -> String {
    let place = place(wording, network, files, &missing.place);
    let language = wording.language_inside(missing.language);
    wording.say("missing-text", &args![place = place, language = language])
}

/// All texts that an edition waits for.
pub fn waited(
    wording: Wording,
    network: &NetworkView,
    files: &[StructuralFile],
    missing: &[MissingText],
) -> Vec<Waited> {
    let one = |missing: &MissingText| Waited {
        text: missing_text(wording, network, files, missing),
        href: href(files, &missing.place),
    };
    missing.iter().map(one).collect()
}

/// Those of them that stand on the page of one structural signal outside of its chapter and its recommendations, of which the
/// page speaks before anybody agrees; each with the section of the page.
pub fn of_one(file: &StructuralFile, missing: &[MissingText]) -> Vec<(&'static str, MissingText)> {
    let here = missing.iter().filter_map(|missing| {
        let section = match &missing.place {
            MissingPlace::Answer { key, .. } | MissingPlace::Verdict(key) if *key == file.entry.key => {
                "answers"
            }
            MissingPlace::Right(code) | MissingPlace::LegalBasis(code)
                if file.entry.rights.contains(code) =>
            {
                "about"
            }
            _ => return None,
        };
        Some((section, missing.clone()))
    });
    here.collect()
}

/// What an answer lacks; `may`: the reader may put it to it.
pub fn of_answer(wording: Wording, id: StructuralSignalId, answer: &Answer, may: bool) -> Vec<Lacking> {
    let mut query = format!("of=answer&authority={}", answer.authority.code());
    if let Some(number) = answer.recommendation {
        query.push_str(&format!("&recommendation={number}"));
    }
    lacking(wording, &answer.text, may.then(|| path(id, &query)))
}

/// What a verdict lacks.
pub fn of_verdict(
    wording: Wording,
    id: StructuralSignalId,
    verdict: &FieldVerdict,
    may: bool,
) -> Vec<Lacking> {
    lacking(wording, &verdict.reason, may.then(|| path(id, "of=verdict")))
}

/// The edition whose answers and verdict the next one prints: the newest that prints it.
pub fn answered_in(file: &StructuralFile) -> Option<EditionNumber> {
    file.line.printed_in.iter().max().copied()
}

fn lacking(wording: Wording, text: &Localised, href: Option<String>) -> Vec<Lacking> {
    let one = |language: Language| {
        let language = wording.language_inside(language);
        Lacking {
            said: wording.say("missing-here", &args![language = &language]),
            add: wording.say("missing-add", &args![language = &language]),
            href: href.clone(),
        }
    };
    missing_half(text).map(one).collect()
}

fn path(id: StructuralSignalId, query: &str) -> String {
    format!("/problems/{id}/complete?{query}")
}

fn place(wording: Wording, network: &NetworkView, files: &[StructuralFile], place: &MissingPlace) -> String {
    let title = |key: &Code| {
        let title = file(files, key).map(|file| localised(&file.line.title, wording.language()).text);
        // What has no title in any language has a key at least.
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| key.to_string())
    };
    match place {
        MissingPlace::Chapter(key) => wording.say("missing-chapter", &args![title = title(key)]),
        MissingPlace::Recommendation { key, number } => {
            wording.say("missing-recommendation", &args![title = title(key), number = *number])
        }
        MissingPlace::Answer { key, authority, recommendation: None } => {
            wording.say("missing-answer", &args![authority = wording.label(*authority), title = title(key)])
        }
        MissingPlace::Answer { key, authority, recommendation: Some(number) } => wording.say(
            "missing-answer-to",
            &args![authority = wording.label(*authority), title = title(key), number = *number],
        ),
        MissingPlace::Verdict(key) => wording.say("missing-verdict", &args![title = title(key)]),
        MissingPlace::Right(code) => {
            wording.say("missing-right", &args![name = right(wording, network, code)])
        }
        MissingPlace::LegalBasis(code) => {
            wording.say("missing-legal-basis", &args![name = right(wording, network, code)])
        }
        MissingPlace::Domain(code) => {
            wording.say("missing-domain", &args![name = domain(wording, network, code)])
        }
        MissingPlace::Organisation(code) => {
            let name = organisation(network, wording.language(), code);
            wording.say("missing-organisation", &args![name = name])
        }
        MissingPlace::Network => wording.say("missing-network", &args![]),
    }
}

fn right(wording: Wording, network: &NetworkView, code: &Code) -> String {
    let known = network.rights.iter().find(|right| right.code == *code);
    known.map_or_else(|| code.to_string(), |right| wording.right(right))
}

/// The page on which it is put right; none for what only a network file brings.
fn href(files: &[StructuralFile], place: &MissingPlace) -> Option<String> {
    let of = |key: &Code, section: &str| Some(format!("{LIST}/{}#{section}", file(files, key)?.line.id));
    match place {
        MissingPlace::Chapter(key) => of(key, "chapter"),
        MissingPlace::Recommendation { key, .. } => of(key, "recommendations"),
        MissingPlace::Answer { key, .. } | MissingPlace::Verdict(key) => of(key, "answers"),
        _ => None,
    }
}

fn file<'a>(files: &'a [StructuralFile], key: &Code) -> Option<&'a StructuralFile> {
    files.iter().find(|file| file.entry.key == *key)
}
