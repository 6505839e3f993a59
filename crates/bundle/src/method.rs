//! How to read a bundle, and how it was made: the prose that surrounds the figures.

use figures::{Publication, Rules, Zeros};
use model::{Cause, CauseChoice};
use wording::args;

use crate::compose::Source;
use crate::naming::Naming;
use reading::document::{Block, Item, Prose};

/// What a reader must know before reading a figure.
pub fn how_to_read(naming: Naming<'_>) -> Prose {
    let wording = naming.wording;
    let say = |key: &str| wording.say(key, &args![]);
    let item = |key: &str| Item { term: say(&format!("{key}-term")), text: say(key) };
    let mut causes: Vec<Item> = Cause::ALL
        .iter()
        .map(|cause| Item { term: wording.label(*cause), text: wording.meaning(*cause) })
        .collect();
    causes.push(Item { term: wording.label(CauseChoice::NoRight), text: say("read-no-right") });
    Prose {
        heading: say("read-heading"),
        running: say("read-heading"),
        blocks: vec![
            Block { paragraphs: vec![say("read-signal"), say("read-problem-first")], ..Block::default() },
            Block {
                heading: Some(say("read-figures-heading")),
                paragraphs: vec![say("read-figures")],
                bullets: Vec::new(),
                items: vec![
                    item("read-protected"),
                    item("read-recognised"),
                    item("read-trace"),
                    item("read-answers"),
                ],
                table: None,
            },
            Block {
                heading: Some(say("read-causes-heading")),
                paragraphs: vec![say("read-causes")],
                bullets: Vec::new(),
                items: causes,
                table: None,
            },
        ],
    }
}

/// How the edition was made and protected, with what is not promised.
pub fn method(naming: Naming<'_>, source: Source<'_>) -> Prose {
    let publication = source.publication;
    let (wording, header) = (naming.wording, naming.header);
    let say = |key: &str| wording.say(key, &args![]);
    let period = wording.period(header.period);
    let silence = header.network_rules.silence_is_agreement;
    let unit = wording.say("method-unit", &args![to = wording.month(header.period.to()), period = &period]);
    let mut limits = vec![say("method-limits"), say("method-exclusion")];
    if source.frozen.generated {
        limits.push(say("method-generated"));
    }
    let block = |heading: Option<&str>, paragraphs: Vec<String>| Block {
        heading: heading.map(say),
        paragraphs,
        ..Block::default()
    };
    Prose {
        heading: say("method-heading"),
        running: say("method-heading"),
        blocks: vec![
            block(
                None,
                vec![
                    say("method-way"),
                    say("method-criteria"),
                    say(if silence { "method-agreement-silence" } else { "method-agreement" }),
                ],
            ),
            block(
                Some("method-unit-heading"),
                vec![unit, say(if header.previous.is_some() { "method-trend" } else { "method-first" })],
            ),
            guard_rules(naming, publication),
            guard_beyond(naming, publication),
            promise(naming, publication),
            block(Some("method-not-promised-heading"), vec![say("method-not-promised")]),
            block(Some("method-limits-heading"), limits),
        ],
    }
}

/// When a figure is not published.
fn guard_rules(naming: Naming<'_>, publication: &Publication) -> Block {
    let wording = naming.wording;
    let rules = publication.rules();
    let small = match rules.zeros {
        Zeros::Protect => "method-guard-small",
        Zeros::Publish => "method-guard-small-zeros",
    };
    let mut conditions = vec![wording.say(small, &args![threshold = rules.threshold])];
    for extra in &rules.thresholds {
        // A network may have thresholds of its own, whose words are in its tables alone.
        let usual = Rules::default().thresholds.iter().any(|usual| usual.when == extra.when);
        let key = if usual { "method-guard-sensitive" } else { "method-guard-crossing" };
        conditions.push(wording.say(key, &args![threshold = extra.threshold]));
    }
    conditions.push(wording.say("method-guard-organisations", &args![count = rules.min_organisations]));
    conditions.push(wording.say("method-guard-share", &args![share = wording.percent(rules.max_share, 0)]));
    conditions.push(wording.say("method-guard-others", &args![count = rules.min_others]));
    Block {
        heading: Some(wording.say("method-guard-heading", &args![])),
        paragraphs: vec![wording.say("method-guard-intro", &args![])],
        bullets: conditions,
        ..Block::default()
    }
}

/// What is promised, in the words of the guard's specification.
fn promise(naming: Naming<'_>, publication: &Publication) -> Block {
    let wording = naming.wording;
    let rules = publication.rules();
    let arguments = args![threshold = rules.threshold, smallest = rules.smallest()];
    Block {
        heading: Some(wording.say("method-promise-heading", &args![])),
        paragraphs: vec![
            wording.say("method-promise", &arguments),
            wording.say("method-promise-kept", &args![]),
        ],
        ..Block::default()
    }
}

/// What else is not published, and against whom this protection was proved.
fn guard_beyond(naming: Naming<'_>, publication: &Publication) -> Block {
    let wording = naming.wording;
    let keys = ["method-guard-secondary", "method-guard-attackers", "method-guard-never"];
    let mut paragraphs: Vec<String> = keys.into_iter().map(|key| wording.say(key, &args![])).collect();
    let cells = publication.cells();
    let all = cells.published + cells.protected;
    // Where the total stands alone there is nothing to count.
    if all > 1 {
        let said = wording.say("method-guard-cells", &args![protected = cells.protected, all = all]);
        paragraphs.push(said);
    }
    Block { paragraphs, ..Block::default() }
}
