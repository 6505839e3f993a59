//! What a coordinator can do with a signal besides deciding it, and what happened to it so far.

use model::{Authority, SignalId, Weighing, WeighingAnswer};
use store::{LogEntry, LogFilter, NetworkView, QueueFilter, QueueOrder, SignalLine, Slice, WeighingSide};
use wording::{Wording, args};

use crate::failure::Failure;
use crate::free_text::FreeText;
use crate::log::{LogLine, Names};
use crate::queue::{aside_until, cause_code, causes};
use crate::site::Site;
use crate::visit::Visit;

use super::line::headline;
use super::one::{Again, Found};
use super::redaction::TEXTS;

/// How far back the page of a signal tells what happened.
pub const HISTORY: u32 = 100;

/// How many signals are offered as telling the same case.
const CANDIDATES: u32 = 8;

/// What the page of a signal draws in `signals/review.html` and beside it.
pub struct Review {
    /// The three questions, where they can be answered now.
    pub questions: Vec<Question>,
    /// What each side answered.
    pub weighed: Vec<String>,
    /// Until when it is put aside.
    pub aside: Option<String>,
    pub refer: Option<FreeText>,
    /// The day that stands in the field, where it can be put aside.
    pub until: Option<String>,
    pub same: Option<Same>,
    /// The codes that can be put right.
    pub correct: Vec<Select>,
    /// The texts from which something can be taken out.
    pub redact: Vec<Choice>,
    pub passage: String,
    pub history: Vec<LogLine>,
}

/// One of the three questions.
pub struct Question {
    pub name: &'static str,
    pub text: String,
    pub answers: Vec<Choice>,
}

/// A list to choose from.
pub struct Select {
    pub name: &'static str,
    pub label: String,
    pub choices: Vec<Choice>,
}

/// A choice.
pub struct Choice {
    pub code: String,
    pub label: String,
    pub chosen: bool,
}

/// Looking for a signal that tells the same case.
pub struct Same {
    pub receipt: String,
    pub candidates: Vec<Candidate>,
}

/// An accepted signal that may tell it.
pub struct Candidate {
    pub id: SignalId,
    pub headline: String,
    pub lang: &'static str,
    pub place: String,
}

/// What the store said.
struct Asked {
    weighings: (Option<Weighing>, Option<Weighing>),
    until: Option<chrono::NaiveDate>,
    candidates: Vec<SignalLine>,
    entries: Vec<LogEntry>,
    names: Names,
}

impl Review {
    /// All of it; none for whoever does not coordinate.
    pub(super) async fn of(
        site: &Site,
        visit: &Visit,
        network: &NetworkView,
        found: &Found,
        again: &Again<'_>,
    ) -> Result<Option<Self>, Failure> {
        let Found { id, file, standing } = found;
        if !standing.coordinates() {
            return Ok(None);
        }
        let (wording, signal) = (visit.wording(), *id);
        let side = standing.puts_right(file);
        let joins = standing.joins(file);
        let alike = QueueFilter {
            cause: Some(file.decided.cause),
            domain: Some(file.decided.domain.clone()),
            ..QueueFilter::default()
        };
        let asked = site
            .ask(move |store| {
                let slice = Slice::first(CANDIDATES + 1);
                let accepted =
                    || store.queue_lines(&store::Queue::Accepted, &alike, QueueOrder::Newest, slice);
                let filter = LogFilter {
                    subject: Some("signal".to_owned()),
                    subject_id: Some(signal.to_string()),
                    ..LogFilter::default()
                };
                let entries = store.log(&filter, HISTORY)?.0;
                Ok(Asked {
                    weighings: store.weighings(signal)?,
                    until: store.postponed_until(signal)?,
                    candidates: if joins { accepted()? } else { Vec::new() },
                    names: Names::of(store, &entries)?,
                    entries,
                })
            })
            .await?;
        let own = visit.person()?.account.id.to_string();
        // An organisation takes back what the same person decided; the network whatever stands.
        let may_undo = |entry: &LogEntry| {
            let by_me = entry.detail["by"].as_str() == Some(own.as_str());
            entry.undoable && standing.takes_back(file) && (standing.network || by_me)
        };
        let (organisation, of_network) = asked.weighings;
        let current = match side {
            Some(WeighingSide::Organisation) => organisation,
            _ => of_network,
        };
        let passes_on = standing.passes_on(file);
        let shown_day = again.value("until");
        let texts = file.submission.texts();
        let has_words = |field| texts.iter().any(|(known, text)| *known == field && !text.is_empty());
        Ok(Some(Self {
            questions: if side.is_some() { questions(wording, current, again) } else { Vec::new() },
            weighed: [("weighed-organisation", organisation), ("weighed-network", of_network)]
                .into_iter()
                .filter_map(|(key, said)| Some(said_of(wording, key, said?)))
                .collect(),
            aside: asked
                .until
                .filter(|day| *day > site.today())
                .map(|day| wording.say("aside-now", &args![day = wording.day(day)])),
            refer: passes_on
                .then(|| FreeText::new(wording, "where", "refer-where").with(wording, again.typed)),
            until: passes_on.then(|| {
                if shown_day.is_empty() { aside_until(site.today()).to_string() } else { shown_day }
            }),
            same: joins.then(|| Same {
                receipt: again.value("receipt"),
                candidates: asked
                    .candidates
                    .iter()
                    .filter(|line| line.id != signal)
                    .take(CANDIDATES as usize)
                    .map(|line| {
                        let (headline, lang) = headline(wording, line);
                        Candidate { id: line.id, headline, lang, place: wording.place(line.place) }
                    })
                    .collect(),
            }),
            correct: if side.is_some() { codes(wording, network, found) } else { Vec::new() },
            redact: TEXTS
                .into_iter()
                .filter(|(_, field)| has_words(*field))
                .map(|(field, label)| Choice {
                    code: field.code().to_owned(),
                    label: wording.label(label),
                    chosen: again.value("field") == field.code(),
                })
                .collect(),
            passage: again.value("passage"),
            history: asked
                .entries
                .iter()
                .map(|entry| LogLine::new(wording, &asked.names, entry, may_undo(entry)))
                .collect(),
        }))
    }
}

fn questions(wording: Wording, said: Option<Weighing>, again: &Again<'_>) -> Vec<Question> {
    let asked = [
        ("recurring", wording.say("weigh-recurring", &args![]), said.map(|said| said.recurring)),
        ("beyond_one", wording.say("weigh-beyond", &args![]), said.map(|said| said.beyond_one)),
        ("solvable", wording.say("weigh-ourselves", &args![]), said.map(|said| said.solvable)),
    ];
    asked
        .into_iter()
        .map(|(name, text, said)| {
            let chosen = WeighingAnswer::parse(&again.value(name)).ok().or(said);
            let answer = |answer: &WeighingAnswer| Choice {
                code: answer.code().to_owned(),
                label: wording.label(*answer),
                chosen: chosen == Some(*answer),
            };
            Question { name, text, answers: WeighingAnswer::ALL.iter().map(answer).collect() }
        })
        .collect()
}

/// "Recurring? yes, beyond one? no, …" in one sentence.
fn said_of(wording: Wording, key: &str, said: Weighing) -> String {
    let pair = |question: String, answer: WeighingAnswer| format!("{question} {}", wording.label(answer));
    let answers = [
        pair(wording.say("weigh-recurring", &args![]), said.recurring),
        pair(wording.say("weigh-beyond", &args![]), said.beyond_one),
        pair(wording.say("weigh-ourselves", &args![]), said.solvable),
    ];
    wording.say(key, &args![answers = answers.join(" · ")])
}

fn codes(wording: Wording, network: &NetworkView, found: &Found) -> Vec<Select> {
    let now = &found.file.decided;
    let select =
        |name: &'static str, field: model::Field, named: Vec<(String, String)>, chosen: &str| Select {
            name,
            label: wording.label(field),
            choices: named
                .into_iter()
                .map(|(code, label)| Choice { chosen: code == chosen, code, label })
                .collect(),
        };
    let nothing = || (String::new(), wording.say("not-stated", &args![]));
    let mut domains: Vec<(String, String)> = network
        .domains
        .iter()
        .filter(|one| !one.retired || one.code == now.domain)
        .map(|one| (one.code.to_string(), wording.domain(one)))
        .collect();
    wording.sort_by_label(&mut domains, |(_, label)| label);
    let mut rights: Vec<(String, String)> =
        network.rights.iter().map(|one| (one.code.to_string(), wording.right(one))).collect();
    wording.sort_by_label(&mut rights, |(_, label)| label);
    rights.insert(0, nothing());
    let causes = causes().map(|one| (cause_code(one).to_owned(), wording.label(one))).collect();
    let places = model::Place::all().map(|one| (one.code(), wording.place(one))).collect();
    let named = Authority::ALL.iter().map(|one| (one.code().to_owned(), wording.label(*one)));
    let authorities = std::iter::once(nothing()).chain(named).collect();
    let right = now.right.as_ref().map_or("", model::Code::as_str);
    vec![
        select("domain", model::Field::Domain, domains, now.domain.as_str()),
        select("cause", model::Field::Cause, causes, cause_code(now.cause)),
        select("right", model::Field::Right, rights, right),
        select("place", model::Field::Place, places, &now.place.code()),
        select("authority", model::Field::Authority, authorities, now.authority.map_or("", Authority::code)),
    ]
}
