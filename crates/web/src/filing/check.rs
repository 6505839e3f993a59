//! "Read it once more": every answer in words, with what screening marked, before it is sent.

use askama::Template;
use model::{CauseChoice, Field, Submission};
use store::NetworkView;
use wording::{Wording, args};

use super::answers::{NO_RIGHT, TEXTS};
use super::form::{Carried, Form};
use super::known::Known;
use super::look::Looked;
use crate::findings::{Findings, shown};
use crate::frame::Frame;
use crate::site::Site;
use crate::visit::Visit;

/// The page of the answers.
#[derive(Template)]
#[template(path = "filing/check.html")]
pub struct CheckPage {
    frame: Frame,
    done: String,
    page: Carried,
    answers: Vec<(String, String)>,
    rows: Vec<Row>,
    empty: String,
    wishes: Vec<String>,
    marked: Vec<Marked>,
    known: Known,
}

/// An answer in words.
struct Row {
    name: &'static str,
    label: String,
    value: String,
    language: Option<&'static str>,
}

/// What was marked in one answer.
struct Marked {
    label: String,
    findings: Findings,
}

impl CheckPage {
    /// The page of a form that may be sent.
    #[expect(clippy::too_many_arguments, reason = "each is a thing of its own")]
    pub fn new(
        site: &Site,
        visit: &Visit,
        network: &NetworkView,
        form: &Form,
        signal: &Submission,
        looked: &Looked,
        known: Known,
        done: String,
    ) -> Self {
        let wording = visit.wording();
        let mut frame = Frame::new(site, visit, &wording.say("filing-check-title", &args![]))
            .at("/file")
            .with_script(site, "form.js");
        frame.switch_form = Some("filing");
        // No answer counts as "I don't know", but it is not what was said.
        let chose_cause = !form.answers.text(Field::Cause).is_empty();
        let (rows, empty) = rows(wording, network, signal, chose_cause);
        let mut wishes = Vec::new();
        if form.filer.goes_direct(&form.answers) {
            wishes.push(wording.say("filing-direct", &args![]));
        }
        if form.filer.releases(&form.answers) {
            wishes.push(wording.say("filing-release", &args![]));
        }
        let marked = looked.findings.iter().map(|(field, found)| Marked {
            label: wording.label(*field),
            findings: Findings {
                field: format!("marked-{}", field.code()),
                shown: shown(wording, form.answers.text(*field), found),
            },
        });
        let empty: Vec<&str> = empty.iter().map(String::as_str).collect();
        Self {
            frame,
            done,
            page: Carried::of(site, visit, form),
            answers: form.answers.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            rows,
            empty: wording.list(&empty),
            wishes,
            marked: marked.collect(),
            known,
        }
    }
}

/// What was answered, and the names of what was not.
fn rows(
    wording: Wording,
    network: &NetworkView,
    signal: &Submission,
    chose_cause: bool,
) -> (Vec<Row>, Vec<String>) {
    let listed = |labels: Vec<String>| labels.join("\n");
    let domain = |code: &model::Code| {
        let found = network.domains.iter().find(|domain| domain.code == *code);
        found.map(|domain| wording.domain(domain)).unwrap_or_default()
    };
    let right =
        signal.right.as_ref().and_then(|code| network.rights.iter().find(|right| right.code == *code));
    let cause = match signal.cause {
        _ if !chose_cause => "filing-check-empty".to_owned(),
        CauseChoice::NoRight => format!("filing-cause-{NO_RIGHT}"),
        cause => format!("filing-cause-{}", cause.code()),
    };
    let yes = |is: bool, key: &str| if is { wording.say(key, &args![]) } else { String::new() };
    let all = [
        (Field::Headline, signal.headline.clone()),
        (Field::Problem, signal.problem.clone()),
        (Field::Domain, domain(&signal.domain)),
        (Field::Place, wording.place(signal.place)),
        (Field::NoMunicipality, yes(signal.no_municipality, "filing-no-municipality")),
        (Field::Tried, listed(signal.tried.iter().map(|one| wording.label(*one)).collect())),
        (Field::TriedNote, signal.tried_note.clone()),
        (Field::Cause, wording.say(&cause, &args![])),
        (Field::NeverEligible, yes(signal.never_eligible, "filing-never-eligible")),
        (Field::Impact, signal.impact.clone()),
        (Field::Recurrence, signal.recurrence.map(|one| wording.label(one)).unwrap_or_default()),
        (Field::Right, right.map(|right| wording.right(right)).unwrap_or_default()),
        (Field::TargetGroups, listed(signal.target_groups.iter().map(|one| wording.label(*one)).collect())),
        (Field::Authority, signal.authority.map(|one| wording.label(one)).unwrap_or_default()),
        (Field::OtherCauses, listed(signal.other_causes.iter().map(|one| wording.label(*one)).collect())),
        (Field::OtherDomains, listed(signal.other_domains.iter().map(domain).collect())),
        (Field::OtherPlaces, listed(signal.other_places.iter().map(|one| wording.place(*one)).collect())),
        (Field::Observed, wording.month(signal.observed)),
        (Field::Language, wording.label(signal.language)),
        (Field::Reference, signal.reference.clone().unwrap_or_default()),
    ];
    // What is rarely asked for is not missed either.
    let missed = [Field::Impact, Field::Recurrence, Field::Right, Field::TargetGroups, Field::Authority];
    let foreign = (signal.language != wording.language()).then(|| signal.language.code());
    let (mut rows, mut empty) = (Vec::new(), Vec::new());
    for (field, value) in all {
        let label = wording.label(field);
        if value.is_empty() {
            if missed.contains(&field) {
                empty.push(label);
            }
            continue;
        }
        let own_words = TEXTS.contains(&field);
        rows.push(Row { name: field.code(), label, value, language: foreign.filter(|_| own_words) });
    }
    (rows, empty)
}
