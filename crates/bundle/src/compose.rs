//! An edition in one language, put together as the document that is typeset.

use figures::{Earlier, Fact, Publication, Unit};
use model::{Authority, Cause, Code, Formality, OrganisationType, Verdict};
use wording::{Wording, args};

use crate::chapters::{answers, chapter, comparison, role};
use crate::charts::{Drawn, charts};
use crate::method::{how_to_read, method};
use crate::naming::Naming;
use crate::record::Frozen;
use crate::tables::Printed;
use reading::document::{
    About, Block, Charts, Colophon, ColophonItem, Competence, CompetenceRow, Contents, Cover, Document,
    Figure, Filer, FilerGroup, Filers, FollowUp, FollowUpRow, Item, KeyPage, Labels, Message, Reference, Row,
    Signals, Table, Tables,
};

/// What a document is made of besides the words.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The frozen record.
    pub frozen: &'a Frozen,
    /// The figures that may be printed.
    pub publication: &'a Publication,
    /// The previous edition, as published.
    pub earlier: Option<&'a Earlier>,
    /// The counts that are not of signals.
    pub facts: &'a [Fact],
    /// SHA-256 of `tables.json`, in hexadecimal.
    pub tables_hash: &'a str,
}

impl Source<'_> {
    /// A fact's value; 0 where there is none.
    fn fact(&self, id: &str) -> u64 {
        self.facts.iter().find(|fact| fact.id == id).map_or(0, |fact| fact.value)
    }

    fn earlier_fact(&self, id: &str) -> Option<u64> {
        self.earlier?.facts().iter().find(|fact| fact.id == id).map(|fact| fact.value)
    }
}

/// A document with the charts that it shows.
pub struct Composed {
    pub document: Document,
    pub charts: Vec<Drawn>,
}

/// The document of an edition in the language of `naming`.
pub fn compose(naming: Naming<'_>, source: Source<'_>) -> Composed {
    let printed = Printed::new(naming, source.publication, source.earlier);
    let drawn = charts(naming, source.publication, source.earlier, &printed);
    let header = naming.header;
    let chapters: Vec<_> = (0..header.chapters.len())
        .map(|at| chapter(naming, at, source.publication, source.earlier, &printed))
        .collect();
    let document = Document {
        schema: 1,
        document: about(naming, source),
        labels: labels(naming.wording),
        cover: cover(naming, source),
        key_page: Some(key_page(naming, source)),
        contents: contents(naming.wording),
        changes: None,
        how_to_read: Some(how_to_read(naming)),
        signals: signals(naming),
        chapters,
        figures: figures_part(naming.wording, &drawn),
        tables: tables_part(naming.wording, &printed),
        follow_up: follow_up(naming),
        method: Some(method(naming, source)),
        filers: Some(filers(naming, source)),
        colophon: colophon(naming, source),
    };
    Composed { document, charts: drawn }
}

/// The counts of an edition that are not of signals. Every number printed of organisations or structural signals
/// is one of these.
pub fn facts(frozen: &Frozen) -> Vec<Fact> {
    let header = &frozen.header;
    let fact = |id: &str, value: usize, unit| Fact { id: id.to_owned(), value: value as u64, unit };
    let mut facts = vec![
        fact("members", header.organisations.len(), Unit::Organisations),
        fact(
            "organisations-that-filed",
            frozen.filed.iter().filter(|filed| **filed).count(),
            Unit::Organisations,
        ),
        fact("organisations-named", named(frozen).count(), Unit::Organisations),
        fact("structural-signals", header.chapters.len(), Unit::StructuralSignals),
    ];
    for (reason, count) in &header.withheld {
        facts.push(fact(&format!("withheld-{reason}"), *count as usize, Unit::StructuralSignals));
    }
    if !header.withheld.is_empty() {
        let all: u32 = header.withheld.values().sum();
        facts.push(fact("withheld", all as usize, Unit::StructuralSignals));
    }
    if !header.follow_up.is_empty() {
        let answered = header.follow_up.iter().filter(|past| past.is_answered()).count();
        facts.push(fact("followed-up", header.follow_up.len(), Unit::StructuralSignals));
        facts.push(fact("answered", answered, Unit::StructuralSignals));
        for verdict in Verdict::ALL {
            let seen = header.follow_up.iter().filter(|past| past.is_seen(*verdict)).count();
            facts.push(fact(&format!("seen-{verdict}"), seen, Unit::StructuralSignals));
        }
    }
    for chapter in &header.chapters {
        let (often, sometimes) = (chapter.often as usize, chapter.sometimes as usize);
        facts.push(fact(&format!("recognised-{}", chapter.key), often + sometimes, Unit::Organisations));
        facts.push(fact(&format!("recognised-often-{}", chapter.key), often, Unit::Organisations));
    }
    facts
}

/// The places in the record of the organisations that are named: they agreed to it, and they filed.
fn named(frozen: &Frozen) -> impl Iterator<Item = usize> + '_ {
    let members = frozen.header.organisations.iter().zip(&frozen.filed).enumerate();
    members.filter(|(_, (member, filed))| member.consents && **filed).map(|(at, _)| at)
}

pub fn about(naming: Naming<'_>, source: Source<'_>) -> About {
    let (wording, header) = (naming.wording, naming.header);
    let network = header.network.get_or_fallback(wording.language()).to_owned();
    let edition = header.edition.to_string();
    let period = wording.period(header.period);
    let keywords = wording.say("document-keywords", &args![]);
    About {
        title: wording.say("document-title", &args![]),
        authors: vec![network.clone()],
        date: header.date.to_string(),
        language: wording.language().code().to_owned(),
        region: if wording.language() == model::Language::En { "GB" } else { "BE" }.to_owned(),
        description: wording
            .say("document-description", &args![network = &network, edition = &edition, period = &period]),
        keywords: keywords.split(';').map(|word| word.trim().to_owned()).collect(),
        foot: wording.say("document-foot", &args![edition = &edition, period = &period]),
        mark: source.frozen.is_demonstration().then(|| wording.say("demonstration", &args![])),
        attachment: wording.say("document-attachment", &args![]),
    }
}

pub fn labels(wording: Wording) -> Labels {
    let say = |key| wording.say(key, &args![]);
    Labels {
        page: say("contents-page"),
        protected_symbol: say("protected-symbol"),
        protected_read: say("protected-read"),
        domain: say("chapter-domain"),
        cause: say("chapter-cause"),
        causes: say("chapter-causes"),
        right: say("chapter-right"),
        recognised: say("chapter-recognised"),
        owner: say("chapter-owner"),
        trace: say("chapter-trace"),
        seen: say("chapter-seen"),
        quotes: say("chapter-quotes"),
        practices: say("chapter-practices"),
        exists: say("chapter-exists"),
        structural: say("chapter-structural"),
        competent: say("chapter-competent"),
        competent_subject: say("competent-subject"),
        competent_decides: say("competent-decides"),
        competent_applies: say("competent-applies"),
        competent_both: say("competent-both"),
        competent_basis: say("competent-basis"),
        answers: say("answers-heading"),
        answers_authority: say("answers-authority"),
        answers_says: say("answers-says"),
        answers_sees: say("answers-sees"),
        recommendations: say("recommendations-heading"),
        recommendations_note: Some(say("recommendations-note")),
        signed_by: say("recommendation-signed"),
        addressed_to: say("recommendation-to"),
        term: say("recommendation-term"),
        do_: say("recommendation-do"),
        dont: say("recommendation-dont"),
    }
}

fn cover(naming: Naming<'_>, source: Source<'_>) -> Cover {
    let (wording, header) = (naming.wording, naming.header);
    let demonstration = |key| source.frozen.is_demonstration().then(|| wording.say(key, &args![]));
    Cover {
        kicker: wording.say("cover-kicker", &args![]),
        subtitle: wording.say(
            "cover-subtitle",
            &args![
                chapters = source.fact("structural-signals"),
                organisations = source.fact("organisations-that-filed")
            ],
        ),
        network: header.network.get_or_fallback(wording.language()).to_owned(),
        lines: vec![
            wording.say("cover-edition", &args![edition = header.edition.to_string()]),
            wording.say("cover-period", &args![period = wording.period(header.period)]),
            wording.say(
                "cover-revision",
                &args![revision = header.revision.to_string(), date = wording.day(header.date)],
            ),
        ],
        mark: demonstration("demonstration"),
        mark_note: demonstration("demonstration-note"),
    }
}

/// Three messages, each from published figures or from a text every organisation agreed to: the cause named most,
/// the chapter that most organisations recognise, and what became of the previous edition (in a first edition the
/// domain with the most signals). Up to four figures with their comparison.
fn key_page(naming: Naming<'_>, source: Source<'_>) -> KeyPage {
    let wording = naming.wording;
    let mut messages = Vec::new();
    messages.extend(cause_message(naming, source));
    messages.extend(chapter_message(naming));
    messages.extend(answers_message(naming, source).or_else(|| domain_message(naming, source)));
    KeyPage {
        heading: wording.say("key-heading", &args![]),
        running: wording.say("key-heading", &args![]),
        messages,
        figures_heading: Some(wording.say("key-figures-heading", &args![])),
        figures: key_figures(naming, source),
        note: Some(wording.say("key-note", &args![])),
    }
}

/// The value of a dimension with the highest count, where all of them are public and none shares the lead.
fn leader<'a>(
    source: Source<'_>,
    dimension: &str,
    codes: impl Iterator<Item = &'a str>,
) -> Option<(&'a str, u64)> {
    let counts: Option<Vec<(&str, u64)>> =
        codes.map(|code| Some((code, source.publication.figure(&[(dimension, code)]).count()?))).collect();
    let counts = counts?;
    let (code, most) = *counts.iter().max_by_key(|(_, count)| *count)?;
    (counts.iter().filter(|(_, count)| *count == most).count() == 1).then_some((code, most))
}

fn cause_message(naming: Naming<'_>, source: Source<'_>) -> Option<Message> {
    let (code, count) = leader(source, "cause", Cause::ALL.iter().map(|cause| cause.code()))?;
    let total = source.publication.total().count()?;
    let key = format!("key-cause-{code}");
    Some(Message {
        title: naming.wording.say(&key, &args![]),
        text: naming.wording.say(&format!("{key}.text"), &args![count = count, total = total]),
        reference: None,
    })
}

/// By recognition, "often" first; between equals the first in the order of the chapters.
fn chapter_message(naming: Naming<'_>) -> Option<Message> {
    let chapters = &naming.header.chapters;
    let by_recognition = |at: &usize| (chapters[*at].often, chapters[*at].sometimes, std::cmp::Reverse(*at));
    let at = (0..chapters.len()).max_by_key(by_recognition)?;
    let language = naming.wording.language();
    let text = chapters[at].text.get(&language).or_else(|| chapters[at].text.get(&model::Language::Fr))?;
    let number = (at + 1).to_string();
    Some(Message {
        title: text.title.clone(),
        text: text.summary.clone(),
        reference: Some(Reference {
            text: naming.wording.say("key-chapter", &args![number = &number]),
            anchor: Some(format!("signal-{number}")),
        }),
    })
}

fn answers_message(naming: Naming<'_>, source: Source<'_>) -> Option<Message> {
    let asked = source.fact("followed-up");
    if asked == 0 {
        return None;
    }
    let answered = source.fact("answered");
    let key = match answered {
        0 => "key-answers-none",
        all if all == asked => "key-answers-all",
        _ => "key-answers-some",
    };
    Some(Message {
        title: naming.wording.say(key, &args![answered = answered, asked = asked]),
        text: naming.wording.say(
            &format!("{key}.text"),
            &args![
                asked = asked,
                worse = source.fact("seen-worse"),
                unchanged = source.fact("seen-unchanged"),
                better = source.fact("seen-better"),
                solved = source.fact("seen-solved")
            ],
        ),
        reference: None,
    })
}

fn domain_message(naming: Naming<'_>, source: Source<'_>) -> Option<Message> {
    let domains = || naming.header.domains.iter().map(|domain| domain.code.as_str());
    // Small domains are often protected; the lead is known where the largest beats all that is not published.
    let open = domains().filter(|code| !source.publication.figure(&[("domain", code)]).is_protected());
    let (code, count) = leader(source, "domain", open)?;
    let total = source.publication.total().count()?;
    let published: u64 =
        domains().filter_map(|code| source.publication.figure(&[("domain", code)]).count()).sum();
    if total.saturating_sub(published) >= count {
        return None;
    }
    let label = naming.domain(&Code::parse(code).ok()?);
    Some(Message {
        title: naming.wording.say("key-domain", &args![label = &label]),
        text: naming.wording.say("key-domain.text", &args![count = count, total = total]),
        reference: None,
    })
}

fn key_figures(naming: Naming<'_>, source: Source<'_>) -> Vec<Figure> {
    let wording = naming.wording;
    let number = |count: u64| wording.number(i64::try_from(count).unwrap_or(i64::MAX));
    let mut figures = Vec::new();
    let mut signals = |at: &[(&str, &str)], label: &dyn Fn(u64) -> String| {
        if let Some(count) = source.publication.figure(at).count() {
            let comparison =
                source.earlier.and_then(|earlier| comparison(naming, source.publication, earlier, at));
            figures.push(Figure { value: number(count), label: label(count), comparison });
        }
    };
    signals(&[], &|count| wording.say("figure-signals", &args![count = count]));
    if let Some((code, _)) = leader(source, "cause", Cause::ALL.iter().map(|cause| cause.code())) {
        let label = Cause::parse(code).map(|cause| wording.label(cause)).unwrap_or_default();
        signals(&[("cause", code)], &|count| {
            wording.say("figure-cause", &args![count = count, label = label.to_lowercase()])
        });
    }
    for (id, label) in
        [("structural-signals", "figure-structural"), ("organisations-that-filed", "figure-organisations")]
    {
        let count = source.fact(id);
        let before = source.earlier_fact(id).zip(naming.header.previous.as_ref());
        figures.push(Figure {
            value: number(count),
            label: wording.say(label, &args![count = count]),
            comparison: before.map(|(before, previous)| {
                wording.say("compare-value", &args![count = before, edition = previous.edition.to_string()])
            }),
        });
    }
    figures
}

fn contents(wording: Wording) -> Contents {
    let heading = wording.say("contents-heading", &args![]);
    Contents { running: heading.clone(), heading }
}

fn signals(naming: Naming<'_>) -> Signals {
    let (wording, header) = (naming.wording, naming.header);
    let heading = wording.say("signals-heading", &args![]);
    let rows = header.chapters.iter().enumerate().map(|(at, chapter)| CompetenceRow {
        number: (at + 1).to_string(),
        title: chapter.text.get(&wording.language()).map(|text| text.title.clone()).unwrap_or_default(),
        cells: Authority::ALL.iter().map(|authority| role(naming, chapter, *authority).into()).collect(),
    });
    Signals {
        running: heading.clone(),
        heading,
        paragraphs: vec![wording.say("signals-intro", &args![count = header.chapters.len()])],
        competence: Some(Competence {
            heading: wording.say("competence-heading", &args![]),
            paragraphs: vec![wording.say("competence-intro", &args![])],
            number: wording.say("competence-number", &args![]),
            title: wording.say("competence-title", &args![]),
            page: wording.say("competence-page", &args![]),
            columns: Authority::ALL.iter().map(|authority| wording.short(*authority)).collect(),
            rows: rows.collect(),
        }),
    }
}

fn figures_part(wording: Wording, drawn: &[Drawn]) -> Option<Charts> {
    let heading = wording.say("charts-heading", &args![]);
    (!drawn.is_empty()).then(|| Charts {
        running: heading.clone(),
        heading,
        paragraphs: vec![wording.say("charts-intro", &args![])],
        charts: drawn.iter().map(|drawn| drawn.chart.clone()).collect(),
    })
}

fn tables_part(wording: Wording, printed: &Printed<'_>) -> Option<Tables> {
    let tables = printed.tables();
    let heading = wording.say("tables-heading", &args![]);
    (!tables.is_empty()).then(|| Tables {
        running: heading.clone(),
        heading,
        paragraphs: vec![wording.say("tables-intro", &args![])],
        tables,
    })
}

pub fn follow_up(naming: Naming<'_>) -> Option<FollowUp> {
    let (wording, header) = (naming.wording, naming.header);
    if header.follow_up.is_empty() {
        return None;
    }
    let rows = header.follow_up.iter().map(|past| {
        // The title of the edition that was answered; a link where the problem still has a chapter.
        let now = header.chapters.iter().position(|chapter| chapter.key == past.key);
        FollowUpRow {
            reference: Reference {
                text: past.title.get_or_fallback(wording.language()).to_owned(),
                anchor: now.map(|at| format!("signal-{}", at + 1)),
            },
            answers: answers(naming, past),
        }
    });
    Some(FollowUp {
        heading: wording.say("follow-heading", &args![]),
        running: wording.say("follow-running", &args![]),
        paragraphs: vec![wording.say("follow-intro", &args![])],
        signal: wording.say("follow-signal", &args![]),
        rows: rows.collect(),
    })
}

fn filers(naming: Naming<'_>, source: Source<'_>) -> Filers {
    let (wording, header) = (naming.wording, naming.header);
    let group = |formality: Formality| {
        let mut members: Vec<_> = named(source.frozen).map(|at| &header.organisations[at]).collect();
        members.retain(|member| member.kind.formality() == formality);
        let name = |code: &Code| naming.organisation(code);
        members.sort_by(|a, b| {
            a.kind.cmp(&b.kind).then_with(|| wording.collate(&name(&a.code), &name(&b.code)))
        });
        let rows = members.into_iter().map(|member| Filer {
            name: name(&member.code),
            sector: wording.label(member.kind),
            language: wording.language().code().to_owned(),
        });
        FilerGroup { heading: wording.label(formality), note: None, rows: rows.collect() }
    };
    Filers {
        heading: wording.say("filers-heading", &args![]),
        running: wording.say("filers-heading", &args![]),
        paragraphs: vec![wording.say("filers-intro", &args![named = source.fact("organisations-named")])],
        columns: vec![wording.say("filers-organisation", &args![]), wording.say("filers-sector", &args![])],
        groups: Formality::ALL.iter().map(|formality| group(*formality)).collect(),
        blocks: vec![silent(naming, source), withheld(naming, source)],
    }
}

fn silent(naming: Naming<'_>, source: Source<'_>) -> Block {
    let (wording, header) = (naming.wording, naming.header);
    let item = |kind: &OrganisationType| {
        let has_members = header.organisations.iter().any(|member| member.kind == *kind);
        let key = if has_members { "silent-members" } else { "silent-no-member" };
        Item { term: wording.sector(*kind), text: wording.say(key, &args![]) }
    };
    let items: Vec<Item> = source.publication.silent_sectors().iter().map(item).collect();
    let text = if items.is_empty() { "silent-none" } else { "silent-intro" };
    Block {
        heading: Some(wording.say("silent-heading", &args![])),
        paragraphs: vec![wording.say(text, &args![])],
        bullets: Vec::new(),
        items,
        table: None,
    }
}

fn withheld(naming: Naming<'_>, source: Source<'_>) -> Block {
    let (wording, header) = (naming.wording, naming.header);
    let rows: Vec<Row> = header
        .withheld
        .iter()
        .map(|(reason, count)| Row {
            kind: "row".into(),
            cells: vec![
                wording.say(&format!("withheld-{reason}"), &args![]),
                wording.number(i64::from(*count)),
            ],
        })
        .collect();
    let text = match source.fact("withheld") {
        0 => wording.say("withheld-none", &args![]),
        count => wording.say("withheld-intro", &args![count = count]),
    };
    let column = |key, numeric| reading::document::Column { label: wording.say(key, &args![]), numeric };
    Block {
        heading: Some(wording.say("withheld-heading", &args![])),
        paragraphs: vec![text],
        bullets: Vec::new(),
        items: Vec::new(),
        table: (!rows.is_empty()).then(|| Table {
            anchor: None,
            number: None,
            title: None,
            columns: vec![column("withheld-reason", false), column("withheld-count", true)],
            rows,
            notes: Vec::new(),
        }),
    }
}

/// The families of the embedded fonts, as the colophon names them.
const FONTS: &str = "Source Sans 3, Noto Sans, Noto Emoji";

fn colophon(naming: Naming<'_>, source: Source<'_>) -> Colophon {
    let (wording, header) = (naming.wording, naming.header);
    let heading = wording.say("colophon-heading", &args![]);
    let item = |key: &str, text: String, code| ColophonItem { term: wording.say(key, &args![]), text, code };
    let said = |key: &str| item(key, wording.say(&format!("{key}-value"), &args![]), false);
    let edition = header.edition.to_string();
    let publication = wording.say(
        "colophon-publication-value",
        &args![edition = &edition, revision = header.revision.to_string(), date = wording.day(header.date)],
    );
    let network = header.network.get_or_fallback(wording.language()).to_owned();
    Colophon {
        running: heading.clone(),
        heading,
        paragraphs: Vec::new(),
        items: vec![
            item("colophon-publication", publication, false),
            item("colophon-network", network, false),
            item("colophon-period", wording.period(header.period), false),
            said("colophon-languages"),
            said("colophon-data"),
            item("colophon-tables-hash", source.tables_hash.to_owned(), true),
            item("colophon-chain", header.chain_head.clone(), true),
            item("colophon-program", format!("Megafoon {}", header.software), false),
            said("colophon-check"),
            said("colophon-accessibility"),
            said("colophon-licence"),
            item("colophon-fonts", wording.say("colophon-fonts-value", &args![fonts = FONTS]), false),
        ],
    }
}
