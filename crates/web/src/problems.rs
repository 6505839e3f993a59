//! The structural signals that the network has in hand, and "we see this too".

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use model::{Answer, Code, Language, Localised, Recognition, Role, StructuralSignalId};
use serde::Deserialize;
use store::{KnownProblem, StructuralFile};
use wording::{Wording, args};

use crate::access::FILERS;
use crate::begins::begins;
use crate::failure::Failure;
use crate::frame::{Frame, Link, on_to, page};
use crate::posted::Posted;
use crate::signals::{Done, Words, domain, localised};
use crate::site::Site;
use crate::structural::{self, Lacking};
use crate::visit::{Person, Visit};

/// So many characters of a recommendation say which one is meant; a little more where that is all of it.
const FIRST_WORDS: [usize; 2] = [100, 140];

/// What the address may ask for.
#[derive(Deserialize)]
pub struct ProblemsQuery {
    done: Option<String>,
    /// `unanswered`: what waits for the reader's authority.
    show: Option<String>,
    /// Of which one it tells what was done.
    of: Option<String>,
}

#[derive(Template)]
#[template(path = "problems/problems.html")]
struct ProblemsPage {
    frame: Frame,
    lead: String,
    done: Option<String>,
    /// For a reader: all of them, and what waits for the own authority.
    sections: Vec<Link>,
    domains: Vec<DomainPart>,
    /// Whether the reader's organisation is asked; with the words of the buttons.
    answers: Option<Vec<AnswerButton>>,
}

/// The problems of one domain.
struct DomainPart {
    name: String,
    problems: Vec<ProblemLine>,
}

struct ProblemLine {
    id: StructuralSignalId,
    title: Words,
    edition: String,
    state_code: &'static str,
    answers: Vec<AnswerLine>,
    /// What was just done to this one.
    done: Option<String>,
    /// The languages that its verdict lacks.
    lacking: Vec<Lacking>,
    /// What the problem is, once it is published: a summary, and what we see.
    text: Vec<Words>,
    /// The standing answer of the own organisation.
    ours: Option<Recognition>,
    /// The same in words.
    ours_said: Option<String>,
    proposed: Option<String>,
    /// What the reader may do with it once it is published: answer, or say what the field sees.
    acts: Vec<(String, String)>,
}

/// What an authority answered.
struct AnswerLine {
    state: String,
    by: String,
    text: Option<Words>,
    /// The languages that it lacks, for whoever answers for this authority.
    lacking: Vec<Lacking>,
}

struct AnswerButton {
    answer: Recognition,
    label: String,
}

impl ProblemLine {
    /// Whether this is what the own organisation answers.
    fn is_ours(&self, answer: &Recognition) -> bool {
        self.ours == Some(*answer)
    }
}

/// `GET /problems`
pub async fn page_of(
    site: Data<Site>,
    visit: Visit,
    query: Query<ProblemsQuery>,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let person = visit.person()?;
    let network = site.network().await?;
    let asked = asked(person).cloned();
    let account = person.account.id;
    let speaks = person.has_any(&[Role::Reader, Role::SignalCoordinator, Role::NetworkCoordinator]);
    let (known, proposed, files) = {
        let asked = asked.clone();
        site.ask(move |store| {
            let proposals = match &asked {
                Some(code) => store.recognition_proposals(code)?,
                None => Vec::new(),
            };
            let mine = proposals.into_iter().filter(|proposal| proposal.account == account);
            let mine: BTreeMap<_, _> = mine.map(|proposal| (proposal.structural, proposal.answer)).collect();
            let files = if speaks { store.structural_files()? } else { Vec::new() };
            Ok((store.known_problems(asked.as_ref())?, mine, files))
        })
        .await?
    };
    let authority = person.account.authority.filter(|_| person.has_any(&[Role::Reader]));
    let unanswered = match query.show.as_deref() {
        None => None,
        Some("unanswered") => Some(authority.ok_or(Failure::NotFound)?),
        Some(_) => return Err(Failure::NotFound),
    };
    let shown = |known: &&KnownProblem| {
        may_see(person, known) && unanswered.is_none_or(|authority| known.waits_for(authority))
    };
    let seen: Vec<&KnownProblem> = known.iter().filter(shown).collect();
    // In the order of the network's domains; a domain that is in no list any more comes last.
    let mut codes: Vec<&Code> = network.domains.iter().map(|domain| &domain.code).collect();
    for known in &seen {
        if !codes.contains(&&known.domain) {
            codes.push(&known.domain);
        }
    }
    let known_done = |code| Done::parse(code).map(|done| done.say(wording));
    let done = query.done.as_deref();
    let done = done.and_then(known_done).or_else(|| structural::Done::said(wording, done));
    let id = query.of.as_deref().and_then(|id| StructuralSignalId::parse(id).ok());
    let done_to = seen.iter().map(|known| known.structural).find(|seen| Some(*seen) == id);
    let part = |code: &Code| DomainPart {
        name: domain(wording, &network, code),
        problems: seen
            .iter()
            .filter(|known| known.domain == *code)
            .map(|known| {
                let mut line = show(wording, known, proposed.get(&known.structural).copied());
                line.done = done_to.filter(|id| *id == known.structural).and(done.clone());
                match files.iter().find(|file| file.line.id == known.structural) {
                    Some(file) => for_speakers(wording, person, known, file, line),
                    None => line,
                }
            })
            .collect(),
    };
    let lead = if sees_open(person) { "problems-lead" } else { "problems-lead-reader" };
    page(&ProblemsPage {
        frame: Frame::new(&site, &visit, &wording.say("problems-title", &args![])).at("/problems"),
        lead: wording.say(lead, &args![]),
        done: done.clone().filter(|_| done_to.is_none()),
        sections: authority.map_or_else(Vec::new, |_| {
            let link = |href, key: &str, current| Link { href, label: wording.say(key, &args![]), current };
            vec![
                link("/problems", "problems-all", unanswered.is_none()),
                link("/problems?show=unanswered", "problems-unanswered", unanswered.is_some()),
            ]
        }),
        domains: codes.into_iter().map(part).filter(|part| !part.problems.is_empty()).collect(),
        answers: asked.is_some().then(|| {
            let button =
                |answer: &Recognition| AnswerButton { answer: *answer, label: wording.label(*answer) };
            Recognition::ALL.iter().map(button).collect()
        }),
    })
}

/// `POST /problems/{id}/recognise`: a filer's answer is a proposal, a signal coordinator's counts at once.
pub async fn recognise(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let person = visit.person()?;
    let id = StructuralSignalId::parse(&id).map_err(|_| Failure::NotFound)?;
    let answer = Recognition::parse(posted.get("answer")).map_err(|_| Failure::Unreadable)?;
    let organisation = asked(person).cloned().ok_or(Failure::Forbidden)?;
    let account = person.account.id;
    let counts = person.has_any(&[Role::SignalCoordinator]);
    site.ask(move |store| match counts {
        true => store.confirm_recognition(id, &organisation, account, answer),
        false => store.propose_recognition(id, &organisation, account, answer),
    })
    .await?;
    let back = ["/file", "/organisation"].into_iter().find(|path| *path == posted.get("back"));
    let done = if counts { Done::Recognised } else { Done::Proposed };
    Ok(on_to(&format!("{}?done={}", back.unwrap_or("/problems"), done.code())))
}

/// The organisation for which somebody answers.
fn asked(person: &Person) -> Option<&Code> {
    person.account.organisation.as_ref().filter(|_| person.has_any(FILERS))
}

/// Nothing leaves the network before it was agreed on: whoever only reads sees what is published.
fn sees_open(person: &Person) -> bool {
    person.has_any(FILERS) || person.has_any(&[Role::NetworkCoordinator])
}

fn may_see(person: &Person, known: &KnownProblem) -> bool {
    known.published || sees_open(person)
}

fn show(wording: Wording, known: &KnownProblem, proposed: Option<Recognition>) -> ProblemLine {
    let edition = known.edition.to_string();
    let key = if known.published { "structural-published" } else { "structural-open" };
    ProblemLine {
        id: known.structural,
        title: localised(&known.title, wording.language()),
        edition: wording.say(key, &args![edition = edition]),
        state_code: if known.published { "structural" } else { "released" },
        answers: known
            .answers
            .iter()
            .map(|answer| answer_line(wording, answer, &known.recommended))
            .collect(),
        text: if known.published { text(known, wording.language()) } else { Vec::new() },
        ours: known.mine,
        ours_said: known
            .mine
            .map(|answer| wording.say("structural-ours", &args![answer = wording.label(answer)])),
        proposed: proposed
            .map(|answer| wording.say("structural-proposed", &args![answer = wording.label(answer)])),
        acts: Vec::new(),
        done: None,
        lacking: Vec::new(),
    }
}

/// What whoever speaks of it may do besides: the pages on which this person answers to it or judges it, none before it is
/// published; that of who owns it; and the languages that are still missing.
fn for_speakers(
    wording: Wording,
    person: &Person,
    known: &KnownProblem,
    file: &StructuralFile,
    mut line: ProblemLine,
) -> ProblemLine {
    let levels = if known.published { structural::levels(person, file) } else { Vec::new() };
    let judges = known.published && structural::judges(person, file);
    let answer = if person.has_any(&[Role::NetworkCoordinator]) { "answer-register" } else { "answer-give" };
    let all = [
        (!levels.is_empty(), "answer", answer),
        (judges, "verdict", "verdict-give"),
        (structural::owns(person, file), "actions", "bench-actions"),
    ];
    let link = |(_, path, key): (bool, &str, &str)| {
        (format!("/problems/{}/{path}", known.structural), wording.say(key, &args![]))
    };
    line.acts = all.into_iter().filter(|(may, ..)| *may).map(link).collect();
    for (answer, drawn) in known.answers.iter().zip(&mut line.answers) {
        if levels.contains(&answer.authority) {
            drawn.lacking = structural::of_answer(wording, known.structural, answer, true);
        }
    }
    let verdict = file.entry.verdicts.iter().find(|one| judges && one.edition == known.edition);
    line.lacking = verdict
        .map(|verdict| structural::of_verdict(wording, known.structural, verdict, true))
        .unwrap_or_default();
    line
}

/// The summary and what we see, in this language or in another one that the chapter has.
fn text(known: &KnownProblem, language: Language) -> Vec<Words> {
    let first = [language, Language::Fr, Language::Nl];
    let found = first.iter().find_map(|language| Some((language, known.text.get(language)?)));
    let Some((language, chapter)) = found else { return Vec::new() };
    let paragraphs = std::iter::once(&chapter.summary).chain(&chapter.see);
    let written = paragraphs.filter(|text| !text.trim().is_empty());
    written.map(|text| Words { text: text.clone(), lang: language.code() }).collect()
}

/// What an authority answers, and to which of these recommendations where it names one.
pub fn answer_state(wording: Wording, answer: &Answer, recommended: &[Localised]) -> String {
    let named = answer.recommendation.and_then(|number| {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        recommended.get(at)
    });
    answered_to(wording, wording.label(answer.state), answer.recommendation, named)
}

/// What is said, and of which recommendation: by its first words, or by its number where it has none any more.
pub fn answered_to(
    wording: Wording,
    said: String,
    number: Option<u32>,
    recommended: Option<&Localised>,
) -> String {
    let sentence = recommended.map_or("", |text| text.get_or_fallback(wording.language()));
    match number {
        None => said,
        Some(number) if sentence.is_empty() => {
            wording.say("answer-to-number", &args![state = said, number = number])
        }
        Some(_) => wording.say(
            "sides-to-recommendation",
            &args![state = said, recommendation = begins(sentence, FIRST_WORDS)],
        ),
    }
}

fn answer_line(wording: Wording, answer: &Answer, recommended: &[Localised]) -> AnswerLine {
    let who = wording.label(answer.authority);
    let text = localised(&answer.text, wording.language());
    AnswerLine {
        state: answer_state(wording, answer, recommended),
        by: match answer.date {
            Some(day) => wording.say("sides-by", &args![who = who, day = wording.day(day)]),
            None => who,
        },
        text: (!text.text.is_empty()).then_some(text),
        lacking: Vec::new(),
    }
}
