//! Choosing signals: the accepted ones that no structural signal names yet, found by codes that stand in the address.

use std::collections::BTreeSet;

use actix_web::HttpRequest;
use actix_web::web::Query;
use model::{Cause, CauseChoice, Code, Field, SignalId, SignalState, StructuralSignalId};
use store::{NetworkView, Queue, QueueFilter, QueueOrder, SignalFile, SignalLine, Slice};
use wording::{Wording, args};

use super::Choice;
use crate::failure::Failure;
use crate::signals::{ShownLine, organisation};
use crate::site::Site;

/// How many signals are offered at once; codes find the others.
const OFFERED: u32 = 200;

/// How many signals are put together in one step.
const AT_ONCE: usize = 100;

/// Where no right is in play: in an address the empty code means all.
pub const NO_RIGHT: &str = "none";

/// What the address asks for.
#[derive(Default)]
pub struct Wanted {
    domain: String,
    cause: String,
    right: String,
    /// The signals that are ticked.
    pub chosen: Vec<SignalId>,
    /// What they look like, as the comparison proposed it.
    pub like: Option<StructuralSignalId>,
    /// Whether the choice is made.
    pub is_made: bool,
}

/// A choice among signals, as the page shows it.
pub struct Chooser {
    /// The lists by which signals are found.
    pub filters: Vec<Filter>,
    /// The signals: what is ticked first.
    pub lines: Vec<Offer>,
    /// How many fit.
    pub count: String,
}

/// A list by which signals are found.
pub struct Filter {
    /// Its name in the address.
    pub name: &'static str,
    /// In words.
    pub label: String,
    /// Its choices.
    pub choices: Vec<Choice>,
}

/// A signal that may be ticked.
pub struct Offer {
    /// Its id.
    pub id: SignalId,
    /// As in lists.
    pub line: ShownLine,
    /// Whether it is ticked.
    pub chosen: bool,
    /// Whether it can be ticked.
    pub may: bool,
}

impl Wanted {
    /// Reads an address: codes, `signals=ID,ID`, and `signal=ID` as often as there are ticks.
    pub fn read(request: &HttpRequest) -> Result<Self, Failure> {
        let pairs = Query::<Vec<(String, String)>>::from_query(request.query_string());
        let pairs = pairs.map_err(|_| Failure::NotFound)?.into_inner();
        let mut wanted = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "domain" => wanted.domain = value,
                "cause" => wanted.cause = value,
                "right" => wanted.right = value,
                "signals" => {
                    wanted.is_made = true;
                    wanted.add(value.split(',').filter(|id| !id.is_empty()))?;
                }
                "like" => wanted.like = StructuralSignalId::parse(&value).ok(),
                "signal" => wanted.add([value.as_str()])?,
                "chosen" => wanted.is_made = true,
                _ => {}
            }
        }
        Ok(wanted)
    }

    fn add<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) -> Result<(), Failure> {
        for id in ids {
            let id = SignalId::parse(id).map_err(|_| Failure::NotFound)?;
            if !self.chosen.contains(&id) {
                self.chosen.push(id);
            }
        }
        if self.chosen.len() > AT_ONCE { Err(Failure::TooLarge) } else { Ok(()) }
    }

    fn filter(&self) -> Result<QueueFilter, Failure> {
        let code = |text: &str| match text {
            "" => Ok(None),
            text => Code::parse(text).map(Some).map_err(|_| Failure::NotFound),
        };
        Ok(QueueFilter {
            attached: Some(false),
            domain: code(&self.domain)?,
            right: code(&self.right)?,
            cause: match self.cause.as_str() {
                "" => None,
                NO_RIGHT => Some(CauseChoice::NoRight),
                text => Some(CauseChoice::parse(text).map_err(|_| Failure::NotFound)?),
            },
            ..QueueFilter::default()
        })
    }
}

/// The signals to choose from.
pub async fn chooser(
    site: &Site,
    wording: Wording,
    network: &NetworkView,
    wanted: &Wanted,
) -> Result<Chooser, Failure> {
    let filter = wanted.filter()?;
    let ids = wanted.chosen.clone();
    let (ticked, found) = site
        .ask(move |store| {
            let found = store.queue(&Queue::Accepted, &filter, QueueOrder::Oldest, Slice::first(OFFERED))?;
            let ticked: Result<Vec<SignalLine>, _> =
                ids.iter().map(|id| Ok(store.signal(*id)?.line)).collect::<Result<_, store::Error>>();
            Ok((ticked?, found))
        })
        .await?;
    let chosen: BTreeSet<SignalId> = ticked.iter().map(|line| line.id).collect();
    let rest = found.lines.iter().filter(|line| !chosen.contains(&line.id));
    let lines = ticked.iter().chain(rest).map(|line| Offer {
        id: line.id,
        line: shown(wording, network, line),
        chosen: chosen.contains(&line.id),
        may: true,
    });
    Ok(Chooser {
        filters: filters(wording, network, wanted),
        lines: lines.collect(),
        count: wording.say("bench-choose-count", &args![count = found.total, shown = OFFERED]),
    })
}

/// A signal as in lists, with its organisation.
pub fn shown(wording: Wording, network: &NetworkView, line: &SignalLine) -> ShownLine {
    let mut shown = ShownLine::new(wording, network, line);
    shown.notes.push(organisation(network, wording.language(), &line.organisation));
    shown
}

/// The chosen signals, whole. `Conflict` where one was not accepted.
pub async fn chosen(site: &Site, ids: &[SignalId]) -> Result<Vec<SignalFile>, Failure> {
    let ids = ids.to_vec();
    let files: Vec<SignalFile> =
        site.ask(move |store| ids.iter().map(|id| store.signal(*id)).collect()).await?;
    let accepted = files.iter().all(|file| file.line.state == SignalState::Accepted);
    if accepted { Ok(files) } else { Err(Failure::Conflict) }
}

/// The ids that a form names.
pub fn posted_ids(posted: &crate::posted::Posted) -> Result<Vec<SignalId>, Failure> {
    let mut wanted = Wanted::default();
    wanted.add(posted.all("signal"))?;
    Ok(wanted.chosen)
}

fn filters(wording: Wording, network: &NetworkView, wanted: &Wanted) -> Vec<Filter> {
    let all = |value: &str| Choice {
        code: String::new(),
        label: wording.say("network-all", &args![]),
        chosen: value.is_empty(),
    };
    let filter = |name, field, value: &str, choices: Vec<(String, String)>| {
        let choice = |(code, label): (String, String)| Choice { chosen: code == value, code, label };
        Filter {
            name,
            label: wording.label(field),
            choices: std::iter::once(all(value)).chain(choices.into_iter().map(choice)).collect(),
        }
    };
    let domains = network.domains.iter().map(|one| (one.code.to_string(), wording.domain(one)));
    let causes = Cause::ALL
        .iter()
        .map(|cause| (cause.code().to_owned(), wording.label(*cause)))
        .chain([(NO_RIGHT.to_owned(), wording.label(CauseChoice::NoRight))]);
    let rights = network.rights.iter().map(|one| (one.code.to_string(), wording.right(one)));
    vec![
        filter("domain", Field::Domain, &wanted.domain, domains.collect()),
        filter("cause", Field::Cause, &wanted.cause, causes.collect()),
        filter("right", Field::Right, &wanted.right, rights.collect()),
    ]
}
