//! The page of the proposals: which accepted signals that nobody put into a structural signal yet could become one.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use model::{Code, SignalId, SignalState, StructuralSignalId};
use store::{Among, Queue, QueueFilter, QueueOrder, SignalLine, Slice, Store};
use wording::args;

use super::proposed::{FEWEST, Group, Proposed};
use super::shown::{Like, like};
use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::latest::Key;
use crate::signals::{Words, localised};
use crate::site::Site;
use crate::visit::Visit;

/// So many proposals are shown.
const PROPOSED: usize = 20;
/// After so many seconds a queue has newer ones made.
const OLD: i64 = 300;
/// So many signals an address can name.
const NAMED: usize = 40;

#[derive(Template)]
#[template(path = "similar/proposals.html")]
struct ProposalsPage {
    frame: Frame,
    /// None while the first are being made.
    proposals: Option<Vec<Proposal>>,
    /// Why there are none, where there are none.
    none: String,
    /// Of when they are, where newer ones are being made.
    old: Option<String>,
}

struct Proposal {
    /// How many signals, of how many organisations.
    title: String,
    /// The first of its signals, with what each has in common with the first.
    signals: Vec<Like>,
    /// How many more there are, in words.
    more: Option<String>,
    /// How many that wait for a decision say it too.
    waiting: Option<String>,
    /// The structural signal that says it already.
    known: Option<(StructuralSignalId, Words)>,
    /// Where a structural signal of them begins.
    href: String,
}

/// `GET /proposals`
pub async fn proposals(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let network = site.network().await?;
    let (asked, now) = (site.clone(), site.now());
    let (key, made, lines, notes, titles, free, accepted) = site
        .ask(move |store| {
            let key = state(&asked)?;
            let made = asked.proposed().of(key, now, maker(&asked))?;
            let groups = || made.iter().flat_map(|made| made.value.groups.iter().take(PROPOSED));
            let shown: Vec<SignalId> =
                groups().flat_map(|group| group.shown.iter().map(|(id, _)| *id)).collect();
            let (lines, notes) = (store.lines_of(&shown)?, store.queue_notes(&shown)?);
            let known = groups().any(|group| group.known.is_some());
            let titles = if known { store.structural_signals()? } else { Vec::new() };
            let is_old = made.as_ref().is_some_and(|made| made.of != key);
            let named = groups().flat_map(|group| group.free.iter().map(|(id, _)| *id));
            let free = if is_old { Some(still_free(store, named.collect())?) } else { None };
            let unattached = QueueFilter { attached: Some(false), ..QueueFilter::default() };
            let accepted = store.queue_counts(&Queue::Accepted, &[unattached])?.first().copied().unwrap_or(0);
            Ok((key, made, lines, notes, titles, free, accepted))
        })
        .await?;
    // What was decided or taken out of the texts since is shown as it is now.
    let lines: BTreeMap<SignalId, SignalLine> = lines.into_iter().map(|line| (line.id, line)).collect();
    let title = |id: StructuralSignalId| {
        let line = titles.iter().find(|line| line.id == id)?;
        Some((id, localised(&line.title, wording.language())))
    };
    // What somebody put into a structural signal since is not proposed again.
    let is_free = |id: &SignalId| free.as_ref().is_none_or(|free| free.contains(id));
    let proposal = |group: &Group| {
        let members: Vec<&(SignalId, Code)> = group.free.iter().filter(|(id, _)| is_free(id)).collect();
        let organisations: BTreeSet<&Code> = members.iter().map(|(_, code)| code).collect();
        let shown = group.shown.iter().filter(|(id, _)| is_free(id));
        let shown = shown.filter_map(|(id, why)| Some((lines.get(id)?, why)));
        let signals: Vec<Like> = shown
            .filter(|(line, _)| line.state == SignalState::Accepted)
            .map(|(line, why)| like((wording, &network), line, notes.get(&line.id), why))
            .collect();
        let rest = members.len().saturating_sub(signals.len());
        let ids: Vec<String> = members.iter().take(NAMED).map(|(id, _)| id.to_string()).collect();
        (members.len() >= FEWEST).then(|| Proposal {
            title: wording
                .say("suggested-group", &args![count = members.len(), organisations = organisations.len()]),
            signals,
            more: (rest > 0).then(|| wording.say("suggested-more", &args![count = rest])),
            waiting: (group.waiting > 0)
                .then(|| wording.say("suggested-waiting", &args![count = group.waiting])),
            known: group.known.and_then(title),
            href: match group.known {
                Some(known) => format!("/structural/new?signals={}&like={known}", ids.join(",")),
                None => format!("/structural/new?signals={}", ids.join(",")),
            },
        })
    };
    page(&ProposalsPage {
        frame: Frame::new(&site, &visit, &wording.say("suggested-title", &args![])).at("/structural"),
        none: wording.say("suggested-none-why", &args![count = accepted]),
        old: made.as_deref().and_then(|made| made.age(wording, key, now)),
        proposals: made.map(|made| made.value.groups.iter().take(PROPOSED).filter_map(proposal).collect()),
    })
}

/// Which of these no structural signal names now.
fn still_free(store: &Store, ids: Vec<SignalId>) -> Result<BTreeSet<SignalId>, store::Error> {
    let many = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    let filter =
        QueueFilter { attached: Some(false), among: Some(Among::Only(ids)), ..QueueFilter::default() };
    let lines = store.queue_lines(&Queue::Accepted, &filter, QueueOrder::Oldest, Slice::first(many))?;
    Ok(lines.into_iter().map(|line| line.id).collect())
}

/// Has the proposals of now made, where they are not yet; it does not wait.
pub fn renew(site: &Site) -> Result<(), store::Error> {
    site.proposed().renew(state(site)?, site.now(), maker(site))
}

/// The same, where the last ones are old: whoever works through a queue changes it all the time. Without any, none are made:
/// whoever asks for them does that.
pub fn renew_now_and_then(site: &Site) -> Result<(), store::Error> {
    let Some(last) = site.proposed().last() else { return Ok(()) };
    if site.now() - last.at < OLD { Ok(()) } else { renew(site) }
}

/// The state of which proposals are.
fn state(site: &Site) -> Result<Key, store::Error> {
    Ok((site.changes().last(site.store())?, 0))
}

fn maker(site: &Site) -> impl Fn() -> Result<Proposed, store::Error> + Clone + Send + 'static {
    let site = site.clone();
    move || Proposed::make(site.store(), site.alike().lexicon(site.store())?)
}
