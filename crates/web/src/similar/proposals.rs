//! A proposal: which accepted signals that nobody put into a structural signal yet could become one.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use clustering::Index;
use model::SignalId;
use store::{Queue, QueueFilter, QueueOrder, SignalLine, Slice};
use wording::args;

use super::follow::{in_words, text};
use super::shown::{Like, like};
use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::site::Site;
use crate::visit::Visit;

/// So many signals are compared at most: those that wait longest.
const COMPARED: u32 = 2_000;
/// A proposal has at least so many signals: a problem is not one situation.
const FEWEST: usize = 3;
/// So many signals of a proposal are shown.
const SHOWN: usize = 4;
/// So many proposals are shown.
const PROPOSED: usize = 20;
/// So many signals an address can name.
const NAMED: usize = 40;

#[derive(Template)]
#[template(path = "similar/proposals.html")]
struct ProposalsPage {
    frame: Frame,
    proposals: Vec<Proposal>,
}

struct Proposal {
    /// How many signals, of how many organisations.
    title: String,
    /// The first of its signals, with what each has in common with the first.
    signals: Vec<Like>,
    /// How many more there are, in words.
    more: Option<String>,
    /// Where a structural signal of them begins.
    href: String,
}

/// `GET /proposals`
pub async fn proposals(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let network = site.network().await?;
    let alike = site.clone();
    let (lines, groups) = site
        .ask(move |store| {
            let filter = QueueFilter { attached: Some(false), ..QueueFilter::default() };
            let waiting =
                store.queue_lines(&Queue::Accepted, &filter, QueueOrder::Oldest, Slice::first(COMPARED))?;
            let ids: Vec<SignalId> = waiting.iter().map(|line| line.id).collect();
            let words = store.words_of(&ids)?;
            let mut index = Index::new(alike.alike().lexicon(store)?);
            let numbers = index.add_all(words.iter().map(text));
            let by_number: BTreeMap<usize, SignalId> =
                numbers.zip(words.iter().map(|signal| signal.id)).collect();
            let mut groups: Vec<Group> = Vec::new();
            for texts in index.clusters().texts {
                let Some(first) = texts.first().copied().filter(|_| texts.len() >= FEWEST) else { continue };
                let mut why: BTreeMap<usize, _> = index
                    .neighbours(first, usize::try_from(COMPARED).unwrap_or(usize::MAX))
                    .into_iter()
                    .map(|near| (near.number, near.why))
                    .collect();
                let member = |number: &usize| {
                    let why = in_words(index.lexicon(), why.remove(number).unwrap_or_default());
                    Some((*by_number.get(number)?, why))
                };
                groups.push(texts.iter().filter_map(member).collect());
            }
            Ok((waiting, groups))
        })
        .await?;
    let lines: BTreeMap<SignalId, SignalLine> = lines.into_iter().map(|line| (line.id, line)).collect();
    let mut proposals: Vec<(usize, usize, Proposal)> = groups
        .iter()
        .map(|group| {
            let members: Vec<&SignalLine> = group.iter().filter_map(|(id, _)| lines.get(id)).collect();
            let organisations: BTreeSet<_> = members.iter().map(|line| &line.organisation).collect();
            let ids: Vec<String> = members.iter().take(NAMED).map(|line| line.id.to_string()).collect();
            let shown = group.iter().take(SHOWN);
            let rest = members.len().saturating_sub(SHOWN);
            let proposal = Proposal {
                title: wording.say(
                    "suggested-group",
                    &args![count = members.len(), organisations = organisations.len()],
                ),
                signals: shown
                    .filter_map(|(id, why)| Some(like(wording, &network, lines.get(id)?, why)))
                    .collect(),
                more: (rest > 0).then(|| wording.say("suggested-more", &args![count = rest])),
                href: format!("/structural/new?signals={}", ids.join(",")),
            };
            (organisations.len(), members.len(), proposal)
        })
        .collect();
    // What most organisations see, first.
    proposals.sort_by_key(|(organisations, members, _)| std::cmp::Reverse((*organisations, *members)));
    page(&ProposalsPage {
        frame: Frame::new(&site, &visit, &wording.say("suggested-title", &args![])).at("/structural"),
        proposals: proposals.into_iter().take(PROPOSED).map(|(.., proposal)| proposal).collect(),
    })
}

/// The signals of a proposal, each with why it is like the first.
type Group = Vec<(SignalId, super::follow::WhyInWords)>;
