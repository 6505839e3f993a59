//! What rises: problems that are filed more often than chance and all filing together explain, for the workbench alone.

mod plot;
mod words;

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use clustering::emerging::{Alarm, Compared, Emerging, Filed, Found, Key, Months, Settings, series, watch};
use model::{Localised, Month, Period, SignalId, SignalState, StructuralSignalId};
use store::{CountedBy, MonthlyCount, SignalLine};
use wording::{Wording, args};

use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::signals::ShownLine;
use crate::site::Site;
use crate::visit::Visit;
use plot::{Plot, Row};
use words::Names;

/// So many rises are shown.
const SHOWN: usize = 12;
/// So many signals behind each; as many as an address can name.
const BEHIND: u32 = 40;

#[derive(Template)]
#[template(path = "rising/rising.html")]
struct RisingPage {
    frame: Frame,
    /// Of when this is, where newer counts are being made.
    old: Option<String>,
    rises: Vec<Rise>,
    /// Where nothing rose or nothing can be said yet: in words.
    nothing: Option<Nothing>,
    /// How much was filed, beside what is usual; none where there is too little to compare with.
    filing: Option<String>,
    /// What rose no more than all filing did.
    with_all: Option<String>,
    /// What was looked at.
    watched: Option<String>,
}

struct Nothing {
    title: String,
    text: String,
}

struct Rise {
    name: String,
    /// How many, and how many were expected.
    found: String,
    /// How sure that is, and what else it was compared with.
    facts: Vec<String>,
    plot: Plot,
    rows: Vec<Row>,
    signals: Vec<ShownLine>,
    /// How many more there are, in words.
    more: Option<String>,
    /// Where a structural signal of them begins.
    make: Option<String>,
}

/// What the store said: it is kept until signals change, or the month is over.
pub struct Read {
    months: Option<Months>,
    /// What the month that runs has so far.
    running: Option<Months>,
    found: Option<Found<Key>>,
    /// The signals behind each, and whether a structural signal can begin with it. Their words are read anew for each page.
    behind: Vec<Vec<(SignalId, bool)>>,
    titles: BTreeMap<StructuralSignalId, Localised>,
}

/// `GET /network/rising`
pub async fn page_of(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let network = site.network().await?;
    let settings = Settings::default();
    let (asked, now, running) = (site.clone(), site.now(), site.this_month());
    let (key, made, lines) = site
        .ask(move |store| {
            let key = (asked.changes().last(store)?, running.number().into());
            let maker = asked.clone();
            let make = move || read(maker.store(), running, &Settings::default());
            let made = asked.rises().of(key, now, make)?;
            let behind = made.iter().flat_map(|made| made.value.behind.iter().flatten());
            let ids: Vec<SignalId> = behind.map(|(id, _)| *id).collect();
            Ok((key, made, store.lines_of(&ids)?))
        })
        .await?;
    let frame = Frame::new(&site, &visit, &wording.say("rising-title", &args![])).at("/network");
    let Some(made) = made else {
        let nothing = Nothing {
            title: wording.say("similar-not-yet.title", &args![]),
            text: wording.say("similar-not-yet", &args![]),
        };
        return page(&RisingPage::with(frame, nothing));
    };
    let old = made.age(wording, key, now);
    let Read { months, running: so_far, found, behind, titles } = &made.value;
    let lines = lines.into_iter().map(|line| (line.id, line)).collect();
    let names = Names { wording, network: &network, titles };
    let (Some(months), Some(found)) = (months, found) else {
        return page(&RisingPage { old, ..RisingPage::with(frame, too_short(wording, 0, &settings)) });
    };
    let emerging = match found {
        Found::TooShort { months, .. } => {
            let nothing = too_short(wording, *months, &settings);
            return page(&RisingPage { old, ..RisingPage::with(frame, nothing) });
        }
        Found::Compared(emerging) => emerging,
    };
    let shown = emerging.alarms.iter().take(SHOWN).zip(behind);
    let rises: Vec<Rise> =
        shown.map(|(alarm, behind)| rise(&names, months, so_far.as_ref(), alarm, behind, &lines)).collect();
    let nothing = rises.is_empty().then(|| Nothing {
        title: wording.say("rising-none.title", &args![]),
        text: wording.say("rising-none", &args![]),
    });
    page(&RisingPage {
        rises,
        nothing,
        filing: emerging.all.as_ref().map(|all| filing(wording, months, all)),
        with_all: with_all(&names, emerging),
        watched: Some(wording.say(
            "rising-watched",
            &args![
                count = emerging.watched,
                months = months.all.len(),
                share = wording.percent(settings.nominal, 0),
            ],
        )),
        old,
        frame,
    })
}

impl RisingPage {
    fn with(frame: Frame, nothing: Nothing) -> Self {
        let nothing = Some(nothing);
        Self { frame, rises: Vec::new(), nothing, old: None, filing: None, with_all: None, watched: None }
    }
}

/// Reads the counts, compares them, and reads what is behind each rise. Only finished months are compared.
fn read(store: &store::Store, running: Month, settings: &Settings) -> Result<Read, store::Error> {
    let broken = |_| store::Error::Broken("a month outside the calendar".to_owned());
    let back = |months: usize| {
        let months = i32::try_from(months).unwrap_or(i32::MAX);
        Month::from_number(running.number().saturating_sub(months)).map_err(broken)
    };
    let (from, last) = (back(settings.months())?, back(1)?);
    let counts = store.monthly_counts(Period::new(from, running).map_err(broken)?)?;
    let filed: Vec<Filed> = counts.into_iter().map(filed).collect();
    let months = series(&filed, from, last);
    let found = months.as_ref().map(|months| watch(&months.all, &months.series, settings));
    let mut behind = Vec::new();
    let mut titles = BTreeMap::new();
    if let Some(Found::Compared(emerging)) = &found {
        for alarm in emerging.alarms.iter().take(SHOWN) {
            let period = Period::new(back(alarm.window)?, last).map_err(broken)?;
            let signals = store.signals_behind(period, &counted_by(&alarm.key), BEHIND)?;
            behind.push(signals.iter().map(|one| (one.line.id, one.is_free)).collect());
        }
        let keys = || emerging.alarms.iter().map(|alarm| &alarm.key).chain(&emerging.with_all);
        if keys().any(|key| matches!(key, Key::Structural(_))) {
            titles = store.structural_signals()?.into_iter().map(|line| (line.id, line.title)).collect();
        }
    }
    Ok(Read { months, running: series(&filed, running, running), found, behind, titles })
}

fn filed(counted: MonthlyCount) -> Filed {
    let MonthlyCount { month, cause, domain, place, structural, count } = counted;
    Filed { month, cause, domain, place, structural, count: u32::try_from(count).unwrap_or(u32::MAX) }
}

/// The signals that a series counts, as the store is asked for them.
fn counted_by(key: &Key) -> CountedBy {
    use model::{CauseChoice, Place};
    let places = |zone| Place::all().filter(|place| place.zone() == Some(zone)).collect();
    let all = CountedBy::default();
    match key.clone() {
        Key::Cause(cause) => CountedBy { cause: Some(CauseChoice::Of(cause)), ..all },
        Key::Domain(domain) => CountedBy { domain: Some(domain), ..all },
        Key::Structural(id) => CountedBy { structural: Some(id), ..all },
        Key::CauseDomain(cause, domain) => {
            CountedBy { cause: Some(CauseChoice::Of(cause)), domain: Some(domain), ..all }
        }
        Key::CauseZone(cause, zone) => {
            CountedBy { cause: Some(CauseChoice::Of(cause)), places: places(zone), ..all }
        }
        Key::DomainZone(domain, zone) => CountedBy { domain: Some(domain), places: places(zone), ..all },
    }
}

fn rise(
    names: &Names<'_>,
    months: &Months,
    so_far: Option<&Months>,
    alarm: &Alarm<Key>,
    behind: &[(SignalId, bool)],
    lines: &BTreeMap<SignalId, SignalLine>,
) -> Rise {
    let wording = names.wording;
    let counts = |months: &Months| {
        let found = months.series.iter().find(|series| series.key == alarm.key);
        found.map_or_else(|| vec![0; months.all.len()], |series| series.counts.clone())
    };
    let running = so_far.map_or((0, 0), |months| (counts(months).iter().sum(), months.all.iter().sum()));
    let own = counts(months);
    let shown = counting(behind, lines);
    let free: Vec<String> =
        shown.iter().filter(|(_, is_free)| *is_free).map(|(line, _)| line.id.to_string()).collect();
    let rest = usize::try_from(alarm.observed).unwrap_or(0).saturating_sub(behind.len());
    Rise {
        name: names.of(&alarm.key),
        found: words::found(wording, &words::when(wording, months, alarm.window), alarm),
        facts: words::facts(wording, alarm),
        plot: Plot::new(wording, months, &own, alarm, running.0),
        rows: plot::rows(wording, months, &own, alarm.window, running),
        signals: shown.iter().map(|(line, _)| ShownLine::new(wording, names.network, line)).collect(),
        more: (rest > 0).then(|| wording.say("suggested-more", &args![count = rest])),
        make: (!free.is_empty()).then(|| format!("/structural/new?signals={}", free.join(","))),
    }
}

/// Those of the signals behind a rise that count still, as they stand now, and whether a structural signal can begin with
/// each: what was withdrawn or turned away since the counts were made is shown no more.
fn counting<'a>(
    behind: &[(SignalId, bool)],
    lines: &'a BTreeMap<SignalId, SignalLine>,
) -> Vec<(&'a SignalLine, bool)> {
    let stands = |(id, was_free): &(SignalId, bool)| {
        let line = lines.get(id)?;
        let accepted = match line.state {
            SignalState::Accepted => true,
            SignalState::Released => false,
            _ => return None,
        };
        Some((line, *was_free && accepted && line.edition.is_none()))
    };
    behind.iter().filter_map(stands).collect()
}

/// All filing of the last month beside what is usual.
fn filing(wording: Wording, months: &Months, all: &Compared) -> String {
    let (from, to) = all.usual;
    let count = months.all.last().copied().unwrap_or(0);
    let month = words::when(wording, months, 1);
    let expected = words::rounded(wording, all.expected);
    wording
        .say("rising-filing", &args![count = count, month = month, expected = expected, from = from, to = to])
}

fn with_all(names: &Names<'_>, emerging: &Emerging<Key>) -> Option<String> {
    let mut named: Vec<String> = emerging.with_all.iter().map(|key| names.of(key)).collect();
    names.wording.sort_by_label(&mut named, String::as_str);
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    (!named.is_empty())
        .then(|| names.wording.say("rising-with-all", &args![names = names.wording.list(&named)]))
}

fn too_short(wording: Wording, months: usize, settings: &Settings) -> Nothing {
    Nothing {
        title: wording.say("rising-too-short.title", &args![]),
        text: wording.say("rising-too-short", &args![count = months, needed = settings.shortest_past + 1]),
    }
}

#[cfg(test)]
mod tests {
    use model::{CauseChoice, Code, Language, Place};

    use super::*;

    fn line(number: u128, state: SignalState) -> SignalLine {
        SignalLine {
            id: SignalId::from_uuid(uuid::Uuid::from_u128(number)),
            receipt: None,
            headline: "Het loket is dicht".to_owned(),
            organisation: Code::parse("alfa").unwrap(),
            state,
            observed: Month::parse("2025-12").unwrap(),
            filed_on: chrono::NaiveDate::default(),
            language: Language::Nl,
            domain: Code::parse("housing").unwrap(),
            cause: CauseChoice::Unknown,
            place: Place::parse("21001").unwrap(),
            direct: false,
            unanswered_question: false,
            filer: None,
            edition: None,
        }
    }

    #[test]
    fn what_was_withdrawn_since_the_counts_were_made_is_shown_no_more() {
        let states =
            [SignalState::Accepted, SignalState::Withdrawn, SignalState::Released, SignalState::Declined];
        let lines: BTreeMap<SignalId, SignalLine> = (1..)
            .zip(states)
            .map(|(number, state)| line(number, state))
            .map(|line| (line.id, line))
            .collect();
        // As it was when they were counted: all accepted, each free.
        let behind: Vec<(SignalId, bool)> = lines.keys().map(|id| (*id, true)).collect();
        let shown = counting(&behind, &lines);
        let shown: Vec<_> = shown.into_iter().map(|(line, is_free)| (line.state, is_free)).collect();
        assert_eq!(shown, [(SignalState::Accepted, true), (SignalState::Released, false)]);
    }
}
