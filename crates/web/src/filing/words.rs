//! The sentences that the page's scripts say: they stand in the page, in its language. `assets/scripts/WORDS.md` lists
//! them, and a test holds the list and these together.

use std::collections::BTreeMap;

use model::{Problem, Reason};
use screening::{Certainty, Kind};
use wording::{Args, Wording, args};

/// A sentence with the name of what the script fills in; `{count}` has a form for one as well.
type Sentence = (&'static str, Option<&'static str>);

const EVERYWHERE: &[Sentence] = &[("waiting-count", Some("count")), ("submit-trying", None)];

const FORM: &[Sentence] = &[
    ("counter-left", Some("count")),
    ("counter-over", Some("count")),
    ("draft-saved", Some("time")),
    ("draft-blocked", None),
    ("draft-offline", None),
    ("draft-signed-out", None),
    ("error-title", Some("title")),
    ("offline-not-possible", None),
    ("offline-failed", None),
    ("submit-went", Some("receipt")),
    ("problem-missing", None),
    ("problem-problem-missing", None),
    ("problem-domain-missing", None),
    ("problem-place-missing", None),
    ("problem-tried-missing", None),
    ("problem-observed-missing", None),
    ("finding-show", None),
];

const BOTH: &[Sentence] = &[
    ("problem-too-long", None),
    ("problem-control-character", None),
    ("problem-not-a-month", None),
    ("problem-in-the-future", None),
    ("problem-repeated", None),
    ("problem-only-with-exclusion", None),
];

const QUEUE: &[Sentence] = &[
    ("problem-unknown-code", None),
    ("problem-retired", None),
    ("problem-not-yes-or-no", None),
    ("queue-title", Some("day")),
    ("state-waiting", None),
    ("state-needs-sign-in", None),
    ("state-other-account", None),
    ("state-conflict", None),
    ("state-refused", None),
    ("state-changed-key", None),
    ("why-waiting", None),
    ("why-network", None),
    ("why-server", None),
    ("why-needs-sign-in", None),
    ("why-other-account", None),
    ("why-conflict", None),
    ("why-refused", None),
    ("why-changed-key", None),
    ("remove-sure", None),
    ("send-done", None),
    ("import-done", Some("count")),
    ("import-refused", None),
    ("wipe-waiting", Some("count")),
    ("wiped-offline", None),
];

/// For every other page of whoever files: it sends what waits.
pub fn of_any_page(wording: Wording) -> String {
    as_json(&said(wording, &[EVERYWHERE]))
}

/// For the form and the page of its answers, as JSON that may stand in a page.
pub fn of_form(wording: Wording) -> String {
    let mut words = said(wording, &[EVERYWHERE, FORM, BOTH]);
    for kind in blocked() {
        let key = format!("suggestion-{}", kind.code());
        words.insert(key.clone(), wording.say(&key, &args![]));
    }
    as_json(&words)
}

/// For the page of what waits.
pub fn of_queue(wording: Wording) -> String {
    as_json(&said(wording, &[EVERYWHERE, BOTH, QUEUE]))
}

/// What is wrong with an answer: in words for that question where there are such, else in those that files use too.
pub fn problem(wording: Wording, problem: Problem) -> String {
    if problem.reason == Reason::PersonalData {
        let field = wording.label(problem.field);
        return wording.say("filing-blocked", &args![field = field]);
    }
    let (field, reason) = (problem.field.code(), problem.reason.code());
    wording
        .try_say(&format!("script-problem-{field}-{reason}"), &args![])
        .unwrap_or_else(|| wording.problem(problem))
}

fn said(wording: Wording, lists: &[&[Sentence]]) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for (key, filled) in lists.iter().flat_map(|list| list.iter()) {
        let sentence = format!("script-{key}");
        // The script fills the value in, so its name goes in as it stands.
        let text = filled.map(|name| format!("{{{name}}}")).unwrap_or_default();
        let args: Vec<_> = filled.iter().map(|name| (*name, text.as_str().into())).collect();
        let args: &Args<'_> = &args;
        words.insert((*key).to_owned(), wording.say(&sentence, args));
        if *filled == Some("count") {
            words.insert(format!("{key}.one"), wording.say(&format!("{sentence}.one"), args));
        }
    }
    for kind in blocked() {
        let key = format!("finding-{}", kind.code());
        words.insert(key.clone(), wording.say(&key, &args![]));
    }
    words
}

fn blocked() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| kind.certainty() == Certainty::Blocked)
}

/// Nothing in it may end the element that it stands in.
fn as_json(words: &BTreeMap<String, String>) -> String {
    serde_json::to_string(words).unwrap_or_else(|_| "{}".to_owned()).replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    const LIST: &str = include_str!("../../assets/scripts/WORDS.md");

    /// The keys that the scripts ask for on a page.
    fn asked(page: char) -> Vec<String> {
        let rows = LIST.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
        let here = rows.filter(|(_, rest)| {
            let on = rest.split(" |").next().unwrap_or_default();
            on == "all" || on.contains(page)
        });
        here.map(|(key, _)| key.to_owned()).collect()
    }

    #[test]
    fn the_page_holds_every_sentence_that_its_scripts_ask_for_and_no_other() {
        for language in Language::ALL {
            let wording = Wording::new(*language);
            for (page, words) in [('F', of_form(wording)), ('Q', of_queue(wording))] {
                let words: BTreeMap<String, String> = serde_json::from_str(&words).unwrap();
                let asked = asked(page);
                assert!(asked.len() > 20, "the list is read");
                for key in &asked {
                    assert!(words.contains_key(key), "{key} on {page} in {language}");
                }
                for key in words.keys() {
                    assert!(asked.contains(key), "{key} on {page} is asked for by no script");
                }
            }
        }
    }

    #[test]
    fn what_a_script_fills_in_stands_in_the_sentence_by_its_name() {
        let words: BTreeMap<String, String> =
            serde_json::from_str(&of_form(Wording::new(Language::Nl))).unwrap();
        assert_eq!(words.get("counter-left.one").unwrap(), "Nog {count} teken");
        assert!(words.get("draft-saved").unwrap().contains("{time}"));
    }
}
