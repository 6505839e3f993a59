//! The chapters of the structural signals.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use figures::{Earlier, Publication};
use model::{AnswerState, Authority, Code, Language, Localised, Month, Stance};
use wording::args;

use crate::naming::Naming;
use crate::record::{Chapter, FollowUp};
use crate::tables::Printed;
use reading::document;

/// The chapter at `at` (from 0) of the edition.
pub fn chapter(
    naming: Naming<'_>,
    at: usize,
    publication: &Publication,
    earlier: Option<&Earlier>,
    printed: &Printed<'_>,
) -> document::Chapter {
    let wording = naming.wording;
    let chapter = &naming.header.chapters[at];
    let number = (at + 1).to_string();
    let domain = naming.domain(&chapter.domain);
    let text = chapter.text.get(&wording.language()).or_else(|| chapter.text.get(&Language::Fr));
    let text = text.cloned().unwrap_or_default();
    let mut causes: Vec<String> = chapter.cause.iter().map(|cause| wording.label(*cause)).collect();
    if chapter.never_eligible {
        causes.push(wording.say("chapter-never-eligible", &args![]));
    }
    let rights: Vec<String> = specific(chapter).map(|right| naming.right(right)).collect();
    let owner =
        naming.header.organisations.iter().find(|member| member.code == chapter.owner && member.consents);
    let figures = topic_figure(naming, chapter, publication, earlier);
    let figures_source = if figures.is_empty() { None } else { printed.reference("topic") };
    document::Chapter {
        running: wording.say("chapter-running", &args![number = &number, domain = &domain]),
        number,
        title: text.title,
        domain,
        causes,
        right: (!rights.is_empty()).then(|| rights.join(", ")),
        recognised: (chapter.often + chapter.sometimes > 0).then(|| {
            let count = chapter.often + chapter.sometimes;
            wording.say("chapter-recognised-value", &args![count = count, often = chapter.often])
        }),
        owner: owner.map(|member| naming.organisation(&member.code)),
        trace: chapter.trace.clone(),
        lead: text.summary,
        seen: text.see,
        figures,
        figures_source,
        outside: chapter
            .evidence
            .figures
            .iter()
            .filter_map(|figure| {
                let source = Some(format!("{}, {}", figure.source, figure.year));
                Some(document::Sourced { text: filled(naming, &figure.text)?, source })
            })
            .collect(),
        quotes: chapter.evidence.quotes.iter().filter_map(|quote| quotation(naming, &quote.text)).collect(),
        practices: chapter
            .evidence
            .practices
            .iter()
            .filter_map(|practice| {
                let source = practice.organisation.as_ref().and_then(|code| naming.consenting(code));
                Some(document::Sourced { text: filled(naming, &practice.text)?, source })
            })
            .collect(),
        exists: text.exists,
        structural: text.structural,
        competent: competent(naming, chapter),
        answers: naming
            .header
            .follow_up
            .iter()
            .find(|past| past.key == chapter.key)
            .map(|past| answers(naming, past))
            .unwrap_or_default(),
        recommendations: recommendations(naming, chapter),
    }
}

/// What authorities answered to a structural signal of the previous edition: a row for the whole and one for each
/// recommendation that was answered; an authority that answered nothing has a row too. The field's verdict stands in the first.
pub fn answers(naming: Naming<'_>, past: &FollowUp) -> Vec<document::Answer> {
    let wording = naming.wording;
    let mut standing: BTreeMap<(Authority, Option<u32>), Option<&model::Answer>> = BTreeMap::new();
    for answer in &past.answers {
        // The latest answer of an authority to the same is the one that stands.
        let stands = standing.entry((answer.authority, answer.recommendation)).or_default();
        if stands.is_none_or(|earlier| earlier.date <= answer.date) {
            *stands = Some(answer);
        }
    }
    for authority in &past.authorities {
        if past.answers.iter().all(|answer| answer.authority != *authority) {
            standing.insert((*authority, None), None);
        }
    }
    let rows = standing.into_iter().enumerate().map(|(at, ((authority, number), answer))| {
        let state = answer.map_or(AnswerState::None, |answer| answer.state);
        let verdict = past.verdict.as_ref().filter(|_| at == 0);
        let about = number.and_then(|number| filled(naming, past.recommended.get(&number)?));
        document::Answer {
            authority: wording.short(authority),
            about: about.map(|sentence| wording.say("answers-about", &args![recommendation = sentence])),
            answer_code: state.code().into(),
            answer: wording.label(state),
            answer_text: answer.and_then(|answer| filled(naming, &answer.text)),
            date: answer
                .and_then(|answer| answer.date)
                .and_then(month_of)
                .map(|month| wording.month(month))
                .unwrap_or_default(),
            verdict_code: verdict.map_or("", |verdict| verdict.verdict.code()).into(),
            verdict: match verdict {
                Some(verdict) => wording.label(verdict.verdict),
                None if at == 0 => wording.say("answers-no-verdict", &args![]),
                None => String::new(),
            },
            verdict_text: verdict.and_then(|verdict| filled(naming, &verdict.reason)),
        }
    });
    rows.collect()
}

/// The role of an authority in a chapter: empty, `decides`, `applies` or `both`.
pub fn role(naming: Naming<'_>, chapter: &Chapter, authority: Authority) -> &'static str {
    let rights = || naming.header.rights.iter().filter(|right| chapter.rights.contains(&right.code));
    let decides = rights().any(|right| right.decides.contains(&authority));
    let applies = rights().any(|right| right.applies.contains(&authority));
    match (decides, applies) {
        (true, true) => "both",
        (true, false) => "decides",
        (false, true) => "applies",
        // Named by the coordinator as competent for the problem beyond the right itself.
        (false, false) if chapter.authorities.contains(&authority) => {
            if authority == Authority::Organisations { "applies" } else { "decides" }
        }
        (false, false) => "",
    }
}

/// The count of the chapter's signals, where it may be printed, with its change since the previous edition.
fn topic_figure(
    naming: Naming<'_>,
    chapter: &Chapter,
    publication: &Publication,
    earlier: Option<&Earlier>,
) -> Vec<document::Figure> {
    let wording = naming.wording;
    let at = [("topic", chapter.key.as_str())];
    let Some(count) = publication.figure(&at).count() else { return Vec::new() };
    vec![document::Figure {
        value: wording.number(i64::try_from(count).unwrap_or(i64::MAX)),
        label: wording.say("figure-topic", &args![count = count]),
        comparison: earlier.and_then(|earlier| comparison(naming, publication, earlier, &at)),
    }]
}

/// How a figure compares with the previous edition, where both are public.
pub fn comparison(
    naming: Naming<'_>,
    publication: &Publication,
    earlier: &Earlier,
    at: &[(&str, &str)],
) -> Option<String> {
    let change = publication.change(earlier, at)?;
    let edition = earlier.edition().to_string();
    Some(naming.wording.say("compare-value", &args![count = change.before, edition = edition]))
}

/// The rights of a chapter that name something; "another right" and "no right" stand in no list.
fn specific(chapter: &Chapter) -> impl Iterator<Item = &Code> {
    chapter.rights.iter().filter(|right| !matches!(right.as_str(), "other" | "none"))
}

/// A citation in which the number of an article stays on the line of its word.
fn kept_together(citation: &str) -> String {
    citation.replace("art. ", "art.\u{a0}").replace("§ ", "§\u{a0}").replace("artt. ", "artt.\u{a0}")
}

fn competent(naming: Naming<'_>, chapter: &Chapter) -> Vec<document::Competent> {
    let wording = naming.wording;
    let names = |authorities: &[Authority]| {
        let names: Vec<String> = authorities.iter().map(|authority| wording.short(*authority)).collect();
        if names.is_empty() { wording.say("no-value", &args![]) } else { names.join(", ") }
    };
    let specific: Vec<_> = specific(chapter).collect();
    let rights = naming.header.rights.iter().filter(|right| specific.contains(&&right.code));
    let mut rows: Vec<document::Competent> = rights
        .map(|right| document::Competent {
            subject: Some(wording.right(right)),
            decides: names(&right.decides),
            applies: names(&right.applies),
            basis: filled(naming, &right.legal_basis)
                .map_or_else(|| wording.say("no-value", &args![]), |basis| kept_together(&basis)),
        })
        .collect();
    let named = |authority: &Authority| {
        let rights = naming.header.rights.iter().filter(|right| chapter.rights.contains(&right.code));
        rights.into_iter().any(|right| right.decides.contains(authority) || right.applies.contains(authority))
    };
    let beyond: Vec<Authority> =
        chapter.authorities.iter().copied().filter(|authority| !named(authority)).collect();
    if !beyond.is_empty() {
        let subject = if rows.is_empty() { "competent-no-right" } else { "competent-beyond" };
        let (organisations, authorities): (Vec<_>, Vec<_>) =
            beyond.into_iter().partition(|authority| *authority == Authority::Organisations);
        rows.push(document::Competent {
            subject: Some(wording.say(subject, &args![])),
            decides: names(&authorities),
            applies: names(&organisations),
            basis: wording.say("no-value", &args![]),
        });
    }
    rows
}

/// The recommendations by addressee, signatories and term: one signed part each.
fn recommendations(naming: Naming<'_>, chapter: &Chapter) -> Vec<document::Recommendations> {
    let wording = naming.wording;
    let mut parts: Vec<(&model::Recommendation, document::Recommendations)> = Vec::new();
    let mut sorted: Vec<&model::Recommendation> = chapter.recommendations.iter().collect();
    sorted.sort_by_key(|one| (one.addressee, one.office.clone(), one.term));
    for recommendation in sorted {
        let Some(sentence) = filled(naming, &recommendation.text) else { continue };
        let same = |other: &model::Recommendation| {
            other.addressee == recommendation.addressee
                && other.office == recommendation.office
                && other.signed_by == recommendation.signed_by
                && other.term == recommendation.term
        };
        let at = match parts.iter().position(|(first, _)| same(first)) {
            Some(at) => at,
            None => {
                let mut signed: Vec<String> =
                    recommendation.signed_by.iter().map(|code| naming.organisation(code)).collect();
                wording.sort_by_label(&mut signed, String::as_str);
                let term = recommendation
                    .term
                    .map(|month| wording.say("recommendation-by", &args![month = wording.month(month)]));
                parts.push((
                    recommendation,
                    document::Recommendations {
                        addressed: vec![naming.addressee(recommendation)],
                        signed,
                        term,
                        do_: Vec::new(),
                        dont: Vec::new(),
                    },
                ));
                parts.len() - 1
            }
        };
        match recommendation.stance {
            Stance::Do => parts[at].1.do_.push(sentence),
            Stance::Dont => parts[at].1.dont.push(sentence),
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

/// A quote in the reader's language, or in another that it has, with the language that it is in.
fn quotation(naming: Naming<'_>, text: &Localised) -> Option<document::Quote> {
    let own = naming.wording.language();
    let language = [own, Language::Fr, Language::Nl].into_iter().find(|language| !text.lacks(*language))?;
    Some(document::Quote {
        text: text.get(language).to_owned(),
        source: None,
        language: language.code().to_owned(),
    })
}

/// The month of a day: answers are dated by month in print.
fn month_of(day: NaiveDate) -> Option<Month> {
    Month::new(day.year(), day.month()).ok()
}

/// The text in the reader's language (or else in French, or Dutch), unless there is none at all.
pub fn filled(naming: Naming<'_>, text: &Localised) -> Option<String> {
    let words = text.get_or_fallback(naming.wording.language());
    (!words.trim().is_empty()).then(|| words.to_owned())
}
