//! Briefs: what concerns one authority in an edition, in two to four pages, in one language.
//!
//! A brief says nothing that the bundle does not say: it is made of the chapters in which the authority decides or applies,
//! with its own answers and the recommendations addressed to it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::Datelike;
use model::Authority;
use wording::args;

use crate::Error;
use crate::chapters::{chapter, role};
use crate::compose::{Source, about, follow_up, labels};
use crate::edition::json;
use crate::naming::Naming;
use crate::record::{Chapter, Header};
use crate::tables::Printed;
use reading::document::{Brief, BriefChapter, BriefClosing, BriefOpening, BriefRow, Labels};

/// An adviser reads no more.
const MOST_PAGES: usize = 4;

/// The path of a brief among the files of an edition.
pub fn name(authority: Authority, naming: Naming<'_>) -> String {
    format!("briefs/{authority}.{}.pdf", naming.wording.language())
}

/// Those who get one: a chapter concerns them, or they were asked about one of the previous edition.
pub fn authorities(naming: Naming<'_>) -> Vec<Authority> {
    let header = naming.header;
    let is_concerned = |authority: &Authority| {
        header.chapters.iter().any(|chapter| !role(naming, chapter, *authority).is_empty())
            || header.follow_up.iter().any(|past| past.authorities.contains(authority))
    };
    Authority::ALL.iter().copied().filter(is_concerned).collect()
}

/// The PDF for one authority. Where not all chapters fit on four pages, those that most organisations recognise are told,
/// and the others are listed.
pub fn brief(naming: Naming<'_>, source: Source<'_>, authority: Authority) -> Result<Vec<u8>, Error> {
    let header = narrowed(naming, authority);
    let narrow = Naming { header: &header, wording: naming.wording };
    let mut order: Vec<usize> = concerned(naming, authority).collect();
    order.sort_by_key(|at| {
        let chapter = &header.chapters[*at];
        // What is asked of it comes before what most organisations recognise.
        (chapter.recommendations.is_empty(), Reverse((chapter.often, chapter.sometimes)), *at)
    });
    loop {
        let document = compose(naming, narrow, source, authority, &order);
        let language = naming.wording.language();
        let day = |number: u32| u8::try_from(number).unwrap_or(1);
        let typeset = typeset::pdf(&typeset::Document {
            template: "brief.typ".to_owned(),
            data: json(&document)?,
            files: BTreeMap::new(),
            date: (header.date.year(), day(header.date.month()), day(header.date.day())),
            identity: format!("megafoon-{}-{}-{authority}-{language}", header.edition, header.revision),
        });
        let typeset = typeset.map_err(|error| Error::Typeset(language, error))?;
        if typeset.pages <= MOST_PAGES || order.is_empty() {
            return Ok(typeset.pdf);
        }
        // So many as would have fitted, were all as long, and at least one less.
        order.truncate((order.len() - 1).min(order.len() * MOST_PAGES / typeset.pages));
    }
}

/// The places of the chapters in which it decides or applies.
fn concerned(naming: Naming<'_>, authority: Authority) -> impl Iterator<Item = usize> {
    let chapters = naming.header.chapters.iter().enumerate();
    chapters.filter(move |(_, chapter)| !role(naming, chapter, authority).is_empty()).map(|(at, _)| at)
}

/// The same edition as this authority reads it: the rights in which it acts, what it answered, what is asked of it.
fn narrowed(naming: Naming<'_>, authority: Authority) -> Header {
    let mut header = naming.header.clone();
    for (chapter, whole) in header.chapters.iter_mut().zip(&naming.header.chapters) {
        let rights = || naming.header.rights.iter().filter(|right| whole.rights.contains(&right.code));
        let acts = |authority: Authority, right: &model::Right| {
            right.decides.contains(&authority) || right.applies.contains(&authority)
        };
        chapter.rights =
            rights().filter(|right| acts(authority, right)).map(|right| right.code.clone()).collect();
        // Beyond all rights, where the coordinator named it so: with those who are named beside it.
        chapter.authorities.retain(|other| !rights().any(|right| acts(*other, right)));
        if !chapter.authorities.contains(&authority) {
            chapter.authorities.clear();
        }
        chapter.recommendations.retain(|recommendation| recommendation.addressee == authority);
    }
    header.follow_up.retain_mut(|past| {
        let asked = past.authorities.contains(&authority)
            || past.answers.iter().any(|answer| answer.authority == authority);
        past.authorities.retain(|other| *other == authority);
        past.answers.retain(|answer| answer.authority == authority);
        asked
    });
    header
}

fn compose(
    naming: Naming<'_>,
    narrow: Naming<'_>,
    source: Source<'_>,
    authority: Authority,
    detailed: &[usize],
) -> Brief {
    let (wording, header) = (naming.wording, narrow.header);
    let say = |key: &str| wording.say(key, &args![]);
    let concerned: Vec<usize> = concerned(naming, authority).collect();
    let printed = Printed::new(naming, source.publication, source.earlier);
    let chapters = concerned.iter().filter(|at| detailed.contains(at)).map(|at| {
        let whole = &naming.header.chapters[*at];
        let told = chapter(narrow, *at, source.publication, source.earlier, &printed);
        let number = told.number.clone();
        let owner = told.owner.map(|owner| wording.say("brief-owner", &args![owner = owner]));
        let place = wording.say("brief-place", &args![number = &number, trace = &told.trace]);
        BriefChapter {
            number,
            title: told.title,
            running: told.running,
            lead: told.lead,
            figures: told.figures,
            why: say("brief-why"),
            reasons: vec![reason(naming, whole, authority)],
            competent: told.competent,
            answers: told.answers,
            recommendations: told.recommendations,
            source: [Some(place), owner].into_iter().flatten().collect::<Vec<_>>().join(" "),
        }
    });
    let chapters: Vec<BriefChapter> = chapters.collect();
    let rows = concerned.iter().map(|at| {
        let told = &naming.header.chapters[*at];
        let text = told.text.get(&wording.language()).or_else(|| told.text.get(&model::Language::Fr));
        let (number, title) = ((at + 1).to_string(), text.map(|text| text.title.clone()).unwrap_or_default());
        let detailed = detailed.contains(at);
        let elsewhere = || wording.say("brief-elsewhere", &args![title = &title, number = &number]);
        BriefRow {
            title: if detailed { title.clone() } else { elsewhere() },
            number: if detailed { number.clone() } else { String::new() },
            role: wording.say(&format!("brief-role-{}", role(naming, told, authority)), &args![]),
            detailed,
        }
    });
    let opening = if concerned.is_empty() { "brief-intro-none" } else { "brief-intro" };
    let mut answered = follow_up(narrow);
    if let Some(answered) = &mut answered {
        // What still has a chapter here is told there.
        let told = |key: &model::Code| detailed.iter().any(|at| header.chapters[*at].key == *key);
        let keys: Vec<bool> = header.follow_up.iter().map(|past| told(&past.key)).collect();
        let mut keys = keys.into_iter();
        answered.rows.retain(|_| !keys.next().unwrap_or(false));
        answered.heading = say("brief-before");
        answered.running = say("brief-before");
        answered.paragraphs.clear();
    }
    let signed = chapters.iter().any(|chapter| !chapter.recommendations.is_empty());
    let paragraphs = [Some(say(opening)), signed.then(|| say("recommendations-note"))];
    let edition = header.edition.to_string();
    let name = wording.label(authority);
    let mut document = about(naming, source);
    document.title = wording.say("brief-title", &args![authority = &name]);
    document.description = wording.say(
        "brief-description",
        &args![authority = &name, edition = &edition, period = wording.period(header.period)],
    );
    Brief {
        schema: 1,
        // Said once, in front.
        labels: Labels { recommendations_note: None, ..labels(wording) },
        opening: BriefOpening {
            kicker: say("brief-kicker"),
            lines: vec![
                header.network.get_or_fallback(wording.language()).to_owned(),
                wording.say("cover-edition", &args![edition = &edition]),
                wording.say("cover-period", &args![period = wording.period(header.period)]),
                wording.say(
                    "cover-revision",
                    &args![revision = header.revision.to_string(), date = wording.day(header.date)],
                ),
            ],
            heading: say("brief-heading"),
            running: say("brief-heading"),
            paragraphs: paragraphs.into_iter().flatten().collect(),
            columns: vec![say("competence-number"), say("competence-title"), say("brief-role")],
            rows: rows.collect(),
        },
        others: (chapters.len() < concerned.len()).then(|| say("brief-others")),
        chapters,
        follow_up: answered.filter(|answered| !answered.rows.is_empty()),
        closing: BriefClosing {
            heading: say("brief-answering"),
            paragraphs: vec![say("brief-answering-text")],
            notes: vec![say("brief-figures"), wording.say("brief-check", &args![hash = source.tables_hash])],
        },
        document,
    }
}

/// Why a chapter is its concern.
fn reason(naming: Naming<'_>, chapter: &Chapter, authority: Authority) -> String {
    naming.wording.say(&format!("brief-reason-{}", role(naming, chapter, authority)), &args![])
}
