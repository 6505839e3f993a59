//! What waits for a signal coordinator: pre-signals to weigh, and answers of colleagues to confirm.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use askama::Template;
use model::{AccountId, Code, Recognition, SignalState, StructuralSignalId};
use serde::Deserialize;
use store::{NetworkView, RecognitionProposal, SignalLine, SignalPage};
use wording::{Wording, args};

use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::paging::{PageNumber, Paging};
use crate::queue::{self, Desk, QueueQuery};
use crate::reminders::{self, Reminder};
use crate::signals::{Done, DoneQuery, ShownLine, Toast, Words, localised, organisation};
use crate::site::Site;
use crate::visit::Visit;

/// What the address may ask for.
#[derive(Deserialize)]
pub struct OrganisationQuery {
    show: Option<String>,
    #[serde(flatten)]
    queue: QueueQuery,
    #[serde(flatten)]
    done: DoneQuery,
}

/// A section of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Weigh,
    Released,
    Solved,
    All,
}

impl Section {
    const ALL: [Self; 4] = [Self::Weigh, Self::Released, Self::Solved, Self::All];

    const fn code(self) -> &'static str {
        match self {
            Self::Weigh => "weigh",
            Self::Released => "released",
            Self::Solved => "solved",
            Self::All => "all",
        }
    }

    /// The states of the signals in it. What was released stays there, whatever the network decided.
    const fn states(self) -> &'static [SignalState] {
        match self {
            Self::Weigh => &[SignalState::PreSignal],
            Self::Released => &[SignalState::Released, SignalState::Accepted, SignalState::Declined],
            Self::Solved => &[SignalState::SolvedInternally],
            Self::All => SignalState::ALL,
        }
    }
}

#[derive(Template)]
#[template(path = "organisation/organisation.html")]
struct OrganisationPage {
    frame: Frame,
    done: Option<Toast>,
    sections: Vec<SectionLink>,
    proposals: Vec<ProposalLine>,
    /// How many texts wait for the agreement of the organisation, in words; none where none does.
    texts: Option<String>,
    /// Next steps of what the organisation owns.
    due: Vec<Reminder>,
    /// What waits, where that is the section.
    queue: Option<queue::Shown>,
    signals: Vec<ShownLine>,
    paging: Paging,
    nothing_title: String,
    nothing: String,
}

struct SectionLink {
    href: String,
    label: String,
    current: bool,
}

struct ProposalLine {
    structural: StructuralSignalId,
    /// Tells the fields of two proposals apart.
    number: usize,
    title: Words,
    by: String,
    answers: Vec<AnswerChoice>,
}

struct AnswerChoice {
    code: &'static str,
    label: String,
    chosen: bool,
}

/// `GET /organisation`
pub async fn page_of(
    site: Data<Site>,
    visit: Visit,
    query: Query<OrganisationQuery>,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let own = visit.person()?.account.organisation.clone().ok_or(Failure::Forbidden)?;
    let section = match query.show.as_deref() {
        None => Section::Weigh,
        Some(code) => Section::ALL.into_iter().find(|one| one.code() == code).ok_or(Failure::NotFound)?,
    };
    let network = site.network().await?;
    let desk = Desk::Organisation(own.clone());
    let (queue, number) = match section {
        Section::Weigh => (Some(queue::show(&site, &visit, &desk, &query.queue).await?), PageNumber::FIRST),
        _ => (None, query.queue.number()?),
    };
    let found = {
        let own = own.clone();
        let today = site.today();
        site.ask(move |store| {
            let proposals = store.recognition_proposals(&own)?;
            let mut names = BTreeMap::new();
            let (to_weigh, signals) = match section {
                Section::Weigh => (0, SignalPage { lines: Vec::new(), total: 0 }),
                _ => (
                    queue::waiting(store, &desk, today)?,
                    store.signals_of_organisation(&own, section.states(), number.slice())?,
                ),
            };
            for filer in signals.lines.iter().filter_map(|line| line.filer) {
                if let std::collections::btree_map::Entry::Vacant(place) = names.entry(filer) {
                    place.insert(store.account(filer)?.name);
                }
            }
            Ok(Asked { to_weigh, signals, names, proposals })
        })
        .await?
    };
    let to_weigh = queue.as_ref().map_or(found.to_weigh, |queue| queue.waiting);
    let show = Show { wording, network: &network, own: &own, names: &found.names };
    let waits = visit.person()?.unanswered;
    let texts = (waits > 0).then(|| wording.say("organisation-texts", &args![count = waits]));
    let frame = Frame::new(&site, &visit, &wording.say("organisation-title", &args![])).at("/organisation");
    let say = |done: Done| done.say_before_queue(wording, to_weigh);
    page(&OrganisationPage {
        done: query.done.toast(&site, &visit, &frame.csrf, say).await?,
        frame,
        sections: Section::ALL.into_iter().map(|one| section_link(wording, one, section, to_weigh)).collect(),
        proposals: proposals(wording, &found.proposals),
        due: reminders::of_owner(&site, wording, &own).await?,
        queue,
        paging: Paging::new(
            wording,
            "/organisation",
            &[("show", section.code())],
            number,
            found.signals.total,
        )?,
        signals: found.signals.lines.iter().map(|line| show.line(line)).collect(),
        // Where texts wait for agreement it is only signals of which none waits.
        nothing_title: match &texts {
            Some(_) => wording.say("organisation-none-to-weigh", &args![]),
            None => wording.say("organisation-none-weigh.title", &args![]),
        },
        texts,
        nothing: wording.say("organisation-none-weigh", &args![]),
    })
}

/// What the store said.
struct Asked {
    to_weigh: u64,
    /// The signals of a section that is no queue.
    signals: SignalPage,
    names: BTreeMap<AccountId, String>,
    proposals: Vec<RecognitionProposal>,
}

struct Show<'a> {
    wording: Wording,
    network: &'a NetworkView,
    own: &'a Code,
    names: &'a BTreeMap<AccountId, String>,
}

impl Show<'_> {
    fn line(&self, line: &SignalLine) -> ShownLine {
        let wording = self.wording;
        let mut shown = ShownLine::new(wording, self.network, line);
        if line.organisation != *self.own {
            let name = organisation(self.network, wording.language(), &line.organisation);
            shown.notes.push(wording.say("organisation-card", &args![organisation = name]));
        }
        if let Some(name) = line.filer.and_then(|filer| self.names.get(&filer)) {
            shown.notes.push(wording.say("organisation-filer", &args![name = name]));
        }
        if line.unanswered_question {
            shown.notes.push(wording.say("signal-question-open", &args![]));
        }
        shown
    }
}

fn section_link(wording: Wording, section: Section, current: Section, to_weigh: u64) -> SectionLink {
    let (href, label) = match section {
        Section::Weigh => {
            // To the list itself, where keys work.
            let list = if to_weigh > 0 { "#list" } else { "" };
            let label = wording.say("organisation-weigh", &args![count = to_weigh]);
            (format!("/organisation{list}"), label)
        }
        other => (
            format!("/organisation?show={}", other.code()),
            wording.say(&format!("organisation-{}", other.code()), &args![]),
        ),
    };
    SectionLink { href, label, current: section == current }
}

fn proposals(wording: Wording, proposals: &[RecognitionProposal]) -> Vec<ProposalLine> {
    let show = |(number, proposal): (usize, &RecognitionProposal)| ProposalLine {
        structural: proposal.structural,
        number,
        title: localised(&proposal.title, wording.language()),
        by: wording
            .say("proposal-by", &args![name = &proposal.name, answer = wording.label(proposal.answer)]),
        answers: Recognition::ALL
            .iter()
            .map(|answer| AnswerChoice {
                code: answer.code(),
                label: wording.label(*answer),
                chosen: *answer == proposal.answer,
            })
            .collect(),
    };
    proposals.iter().enumerate().map(show).collect()
}
