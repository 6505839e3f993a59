//! What the next edition would show of figures if it were frozen today: what is protected and why, and what that costs. For
//! coordinators alone: the reasons tell which counts are small.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use chrono::Datelike;
use figures::{CellNumbers, Foreseen, Foresight, Outlook, Reason, TOTAL, Why};
use model::Localised;
use wording::{Wording, args};

use crate::Error;
use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::press::Foreseeing;
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "foreseen/foreseen.html")]
struct ForeseenPage {
    frame: Frame,
    /// Of when this is, where newer figures are being made.
    old: Option<String>,
    /// Where there is nothing to show: in words.
    nothing: Option<(String, String)>,
    seen: Option<Seen>,
}

struct Seen {
    lead: String,
    /// How much is published of everything.
    whole: String,
    /// How many tables are published as planned, coarser, or not.
    forms: String,
    /// The same, taken together with the edition before.
    together: Option<String>,
    /// Heading of the column of both editions.
    both: Option<String>,
    tables: Vec<Table>,
    protected: Vec<Protected>,
    why: Vec<(String, String)>,
    costs: Vec<Cost>,
}

struct Table {
    name: String,
    /// `5 of 6`
    published: String,
    /// How many of its coarser cells.
    coarser: String,
    /// Together with the edition before.
    both: String,
    /// That it is published as planned, or how not.
    form: String,
    as_planned: bool,
}

struct Protected {
    table: String,
    cells: Vec<(String, String)>,
}

struct Cost {
    rule: String,
    published: String,
    more: String,
}

/// `GET /network/figures`
pub async fn page_of(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let press = site.settings().press.clone().ok_or(Failure::NotFound)?;
    let (asked, now, today) = (site.clone(), site.now(), site.today());
    let (key, made) = site
        .ask(move |store| {
            // Whatever happened may change it: agreement, text, settings.
            let (_, last) = store.signals_changed_after(i64::MAX)?;
            let key = (last, i64::from(today.num_days_from_ce()));
            let maker = asked.clone();
            let make = move || {
                press.foresee(maker.store(), today).map_err(|error| match error {
                    Error::Store(error) => error,
                    other => store::Error::Broken(other.to_string()),
                })
            };
            Ok((key, asked.foreseen().of(key, now, make)?))
        })
        .await?;
    let frame = Frame::new(&site, &visit, &wording.say("foreseen-title", &args![])).at("/network");
    let say = |key: &str| (wording.say(&format!("{key}.title"), &args![]), wording.say(key, &args![]));
    let mut shown = ForeseenPage { frame, old: None, nothing: None, seen: None };
    let Some(made) = made else {
        shown.nothing = Some(say("similar-not-yet"));
        return page(&shown);
    };
    shown.old = made.age(wording, key, now);
    match &made.value {
        Foreseeing::Nothing => shown.nothing = Some(say("foreseen-nothing")),
        Foreseeing::MissingSignals(count) => {
            let text = wording.say("foreseen-missing", &args![count = *count]);
            shown.nothing = Some((wording.say("foreseen-missing.title", &args![]), text));
        }
        Foreseeing::Seen(seen) => shown.seen = Some(words(wording, seen)),
    }
    page(&shown)
}

fn words(wording: Wording, seen: &Foresight) -> Seen {
    let edition = seen.edition.to_string();
    let signals = seen.signals as u64;
    let period = wording.period(seen.period);
    let whole = |cells: CellNumbers| {
        let all = cells.published + cells.protected;
        let key = if cells.protected == 0 { "foreseen-whole-all" } else { "foreseen-whole" };
        args_of(wording, key, cells.published, all)
    };
    let together = seen.together.as_ref();
    let of_both = |table: &Foreseen| {
        let find = |outlook: &Outlook| {
            let same = outlook.tables.iter().find(|other| other.planned == table.planned)?;
            Some(part(wording, same))
        };
        together.and_then(|(_, _, outlook)| find(outlook)).unwrap_or_default()
    };
    Seen {
        lead: wording.say("foreseen-lead", &args![edition = &edition, period = &period, count = signals]),
        whole: whole(seen.outlook.cells),
        forms: {
            let count = |is: fn(&&Foreseen) -> bool| seen.outlook.tables.iter().filter(is).count() as u64;
            let arguments = args![
                planned = count(|table| table.reason.is_none()),
                coarser = count(|table| table.reason.is_some() && table.form.is_some()),
                left = count(|table| table.form.is_none())
            ];
            wording.say("foreseen-tables", &arguments)
        },
        together: together.map(|(before, signals, outlook)| {
            let (before, count) = (before.to_string(), *signals as u64);
            let cells = whole(outlook.cells);
            wording.say("foreseen-together", &args![before = &before, count = count, cells = &cells])
        }),
        both: together.map(|(before, _, _)| {
            let before = before.to_string();
            wording.say("foreseen-both", &args![before = &before, edition = &edition])
        }),
        tables: seen
            .outlook
            .tables
            .iter()
            .map(|table| Table {
                name: title(wording, seen, &table.planned.id()),
                published: part(wording, table),
                coarser: table.coarser.map(|cells| numbers(wording, cells)).unwrap_or_default(),
                both: of_both(table),
                form: form(wording, seen, table),
                as_planned: table.reason.is_none(),
            })
            .collect(),
        protected: protected(wording, seen),
        why: why(wording, &seen.outlook),
        costs: costs(wording, &seen.outlook),
    }
}

/// How many cells of a table are published; a dash where it is left out.
fn part(wording: Wording, table: &Foreseen) -> String {
    if table.form.is_none() { wording.say("no-value", &args![]) } else { numbers(wording, table.cells) }
}

fn numbers(wording: Wording, cells: CellNumbers) -> String {
    args_of(wording, "foreseen-of", cells.published, cells.published + cells.protected)
}

fn args_of(wording: Wording, key: &str, published: usize, all: usize) -> String {
    wording.say(key, &args![published = published as u64, all = all as u64])
}

fn title(wording: Wording, seen: &Foresight, id: &str) -> String {
    let words = |title: &Localised| title.get_or_fallback(wording.language()).to_owned();
    seen.titles.get(id).map_or_else(|| id.to_owned(), words)
}

fn form(wording: Wording, seen: &Foresight, table: &Foreseen) -> String {
    let why = match table.reason {
        None => return wording.say("foreseen-as-planned", &args![]),
        Some(Reason::TooManyProtected) => wording.say("foreseen-too-many", &args![]),
        Some(Reason::NotSafe) => wording.say("foreseen-not-safe", &args![]),
    };
    match &table.form {
        Some(form) => {
            let instead = title(wording, seen, &form.id());
            wording.say("foreseen-coarser", &args![table = &instead, why = &why])
        }
        None => wording.say("foreseen-left-out", &args![why = &why]),
    }
}

/// The protected cells, table by table, each with its reason.
fn protected(wording: Wording, seen: &Foresight) -> Vec<Protected> {
    let label = |dimension: &str, code: &str| {
        let label = seen.labels.get(dimension).and_then(|labels| labels.get(code));
        label.map_or_else(|| code.to_owned(), |words| words.get_or_fallback(wording.language()).to_owned())
    };
    let cell = |at: &std::collections::BTreeMap<String, String>| {
        let named: Vec<String> = at
            .iter()
            .filter(|(_, code)| *code != TOTAL)
            .map(|(dimension, code)| label(dimension, code))
            .collect();
        if named.is_empty() { wording.say("foreseen-total", &args![]) } else { named.join(" · ") }
    };
    let tables = seen.outlook.tables.iter().filter(|table| !table.protected.is_empty());
    tables
        .map(|table| Protected {
            table: title(wording, seen, &table.form.as_ref().unwrap_or(&table.planned).id()),
            cells: table.protected.iter().map(|(at, why)| (cell(at), reason(wording, *why))).collect(),
        })
        .collect()
}

fn reason(wording: Wording, why: Why) -> String {
    wording.say(&format!("foreseen-why-{}", why.code()), &args![])
}

/// How many cells each reason protects, over all tables; a cell counts where it first stands.
fn why(wording: Wording, outlook: &Outlook) -> Vec<(String, String)> {
    let cells = || outlook.tables.iter().flat_map(|table| &table.protected);
    let number = |why: Why| cells().filter(|(_, other)| *other == why).count() as u64;
    let counted = Why::ALL.iter().map(|why| (*why, number(*why))).filter(|(_, count)| *count > 0);
    counted
        .map(|(why, count)| (reason(wording, why), wording.say("foreseen-cells", &args![count = count])))
        .collect()
}

fn costs(wording: Wording, outlook: &Outlook) -> Vec<Cost> {
    let now = outlook.cells.published;
    let cost = |(rule, cells): &(figures::Rule, CellNumbers)| {
        let more = i64::try_from(cells.published).unwrap_or(0) - i64::try_from(now).unwrap_or(0);
        Cost {
            rule: wording.say(&format!("foreseen-rule-{}", rule.code()), &args![]),
            published: wording.number(i64::try_from(cells.published).unwrap_or(0)),
            more: match more {
                0 => wording.say("foreseen-same", &args![]),
                more if more > 0 => wording.say("foreseen-more", &args![count = more]),
                more => wording.say("foreseen-fewer", &args![count = -more]),
            },
        }
    };
    outlook.without.iter().map(cost).collect()
}
