//! The log as coordinators read it: who did what, which day, in words; filtered, page by page, and as a file.

mod line;

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use askama::Template;
use exchange::{CellOut, CsvForm, TableOut, write_tables_csv};
use model::{AccountId, Role};
use serde::Deserialize;
use store::{Account, LogEntry, LogFilter, NetworkView};
use wording::{Wording, args};

use crate::days::day;
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, page};
use crate::paging::address;
use crate::site::Site;
use crate::visit::Visit;

pub use line::{LogLine, Names, answered_number, answered_sentence};

/// How many entries a page has.
const LINES: u32 = 50;

/// How many entries a file has at most, and how many are read at a time.
const IN_A_FILE: usize = 100_000;
const AT_ONCE: u32 = 2_000;

/// What happens to every text, beside the event that says what the text is for: shown only where texts are asked for.
const TEXTS: &str = "text-written";

/// The sorts of things that the log tells of.
pub const THINGS: [&str; 15] = [
    "signal",
    "structural-signal",
    "edition",
    "account",
    "card",
    "token",
    "import",
    "export",
    "network",
    "organisation",
    "domain",
    "right",
    "filter",
    "concept",
    "text",
];

/// What the address may ask for: codes, ids, days.
#[derive(Deserialize)]
pub struct LogQuery {
    #[serde(default)]
    thing: String,
    #[serde(default)]
    id: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    before: Option<String>,
}

#[derive(Template)]
#[template(path = "log/log.html")]
struct LogPage {
    frame: Frame,
    errors: Vec<FieldError>,
    things: Vec<Choice>,
    people: Vec<Choice>,
    from: String,
    to: String,
    lines: Vec<LogLine>,
    older: Option<String>,
    csv: String,
}

struct Choice {
    code: String,
    label: String,
    chosen: bool,
}

/// `GET /log`
pub async fn page_of(
    site: Data<Site>,
    visit: Visit,
    query: Query<LogQuery>,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let mut errors = Vec::new();
    for (name, value) in [("from", &query.from), ("to", &query.to)] {
        if !value.is_empty() && day(value).is_none() {
            errors.push(FieldError { field: name.to_owned(), text: wording.say("log-wrong", &args![]) });
        }
    }
    let filter = query.filter()?;
    let (entries, more, names, people) = site
        .ask(move |store| {
            let (entries, more) = store.log(&filter, LINES)?;
            let names = Names::of(store, &entries)?;
            Ok((entries, more, names, store.accounts()?))
        })
        .await?;
    let network = site.network().await?;
    let lines = query.lines(wording, &network, &names, &entries);
    let last = entries.last().map(|entry| entry.sequence.to_string()).filter(|_| more);
    let frame = Frame::new(&site, &visit, &wording.say("log-title", &args![])).at("/network");
    page(&LogPage {
        frame: frame.with_errors(&errors),
        errors,
        things: things(wording, &query.thing),
        people: choices(&people, &query.by, wording),
        from: query.from.clone(),
        to: query.to.clone(),
        lines,
        older: last.map(|last| query.address("/log", &last)),
        csv: query.address("/log.csv", ""),
    })
}

/// `GET /log.csv`: the same, without a page's end.
pub async fn csv(site: Data<Site>, visit: Visit, query: Query<LogQuery>) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let mut filter = query.filter()?;
    let (entries, names) = site
        .ask(move |store| {
            let mut entries = Vec::new();
            loop {
                let (some, more) = store.log(&filter, AT_ONCE)?;
                filter.before = some.last().map(|entry| entry.sequence);
                entries.extend(some);
                if !more || entries.len() >= IN_A_FILE {
                    break;
                }
            }
            let names = Names::of(store, &entries)?;
            Ok((entries, names))
        })
        .await?;
    let say = |key: &str| wording.say(key, &args![]);
    let header = vec!["nr".to_owned(), say("log-day"), say("log-who"), say("log-what"), say("log-thing")];
    let header = header.into_iter().chain(["id".to_owned(), say("log-undone")]).collect();
    let row = |line: LogLine| {
        let number = u64::try_from(line.sequence).unwrap_or_default();
        let undone = if line.undone { say("yes") } else { String::new() };
        let texts = [line.date, line.who, line.what, line.thing, line.subject_id, undone];
        std::iter::once(CellOut::Count(number)).chain(texts.map(CellOut::Text)).collect()
    };
    let network = site.network().await?;
    let rows = query.lines(wording, &network, &names, &entries).into_iter().map(row).collect();
    let table = TableOut { title: String::new(), header, rows };
    let file = write_tables_csv(CsvForm::Spreadsheet, Vec::new(), &[table])
        .map_err(|_| Failure::Broken("the log cannot be written".to_owned()))?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header(("content-disposition", "attachment; filename=\"log.csv\""))
        .body(file))
}

impl LogQuery {
    /// As the store is asked. What is no day asks for every day; the page says so.
    fn filter(&self) -> Result<LogFilter, Failure> {
        let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let thing = said(&self.thing);
        let before = self.before.as_deref().filter(|text| !text.is_empty());
        let all = || store::LOG_KINDS.iter().filter(|kind| **kind != TEXTS).map(|kind| (*kind).to_owned());
        Ok(LogFilter {
            kinds: if thing.is_none() { all().collect() } else { Vec::new() },
            subject: thing,
            subject_id: said(&self.id),
            from: day(&self.from),
            to: day(&self.to),
            by: match self.by.as_str() {
                "" => None,
                by => Some(AccountId::parse(by).map_err(|_| Failure::NotFound)?.to_string()),
            },
            before: before.map(|text| text.parse().map_err(|_| Failure::NotFound)).transpose()?,
        })
    }

    /// The entries in words. Where somebody is asked for by name, what that person did as a filer is left out: the network
    /// does not learn who files.
    fn lines(
        &self,
        wording: Wording,
        network: &NetworkView,
        names: &Names,
        entries: &[LogEntry],
    ) -> Vec<LogLine> {
        entries
            .iter()
            .filter(|entry| self.by.is_empty() || !names.is_filer(entry))
            .map(|entry| {
                LogLine::new(wording, names, entry, entry.undoable).told_to(wording, network, names, entry)
            })
            .collect()
    }

    fn address(&self, path: &str, before: &str) -> String {
        let pairs = [
            ("thing", self.thing.as_str()),
            ("id", &self.id),
            ("by", &self.by),
            ("from", &self.from),
            ("to", &self.to),
            ("before", before),
        ];
        address(path, &pairs)
    }
}

fn things(wording: Wording, chosen: &str) -> Vec<Choice> {
    let all = Choice {
        code: String::new(),
        label: wording.say("network-all", &args![]),
        chosen: chosen.is_empty(),
    };
    let named = THINGS.into_iter().map(|thing| Choice {
        code: thing.to_owned(),
        label: wording.say(&format!("log-thing-{thing}"), &args![]),
        chosen: thing == chosen,
    });
    std::iter::once(all).chain(named).collect()
}

/// Whoever coordinates or administers.
fn choices(people: &[Account], chosen: &str, wording: Wording) -> Vec<Choice> {
    let all = Choice {
        code: String::new(),
        label: wording.say("network-all", &args![]),
        chosen: chosen.is_empty(),
    };
    let named = people.iter().filter(|account| is_known(account)).map(|account| Choice {
        code: account.id.to_string(),
        label: account.name.clone(),
        chosen: account.id.to_string() == chosen,
    });
    std::iter::once(all).chain(named).collect()
}

/// Whether the log says this account's name: not one that only files.
fn is_known(account: &Account) -> bool {
    account.roles.iter().any(|role| *role != Role::Filer)
}
