//! What waits for a network coordinator: the signals that organisations released, the oldest first.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use askama::Template;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use model::{Cause, CauseChoice, Code};
use serde::Deserialize;
use store::{NetworkView, Side, SignalFile, SignalLine, Slice};
use wording::{Wording, args};

use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::paging::{PageNumber, Paging};
use crate::signals::{Done, DoneQuery, ShownLine, Toast, organisation};
use crate::site::Site;
use crate::visit::Visit;

/// Within how many working days a filer hears from a human.
const WORKING_DAYS: u32 = 10;

/// What the address may ask for: codes, the cause `none` where no right is in play.
#[derive(Deserialize)]
pub struct NetworkQuery {
    #[serde(default)]
    domain: String,
    #[serde(default)]
    cause: String,
    #[serde(default)]
    organisation: String,
    page: Option<String>,
    #[serde(flatten)]
    done: DoneQuery,
}

#[derive(Template)]
#[template(path = "network/network.html")]
struct NetworkPage {
    frame: Frame,
    done: Option<Toast>,
    filters: Vec<Filter>,
    filtered: bool,
    count: String,
    signals: Vec<ShownLine>,
    paging: Paging,
}

struct Filter {
    name: &'static str,
    label: String,
    choices: Vec<Choice>,
}

struct Choice {
    code: String,
    label: String,
    chosen: bool,
}

/// How many released signals are looked through at most.
const LONGEST_QUEUE: u32 = 5_000;

/// `GET /network`
pub async fn page_of(
    site: Data<Site>,
    visit: Visit,
    query: Query<NetworkQuery>,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let number = PageNumber::read(query.page.as_deref())?;
    let network = site.network().await?;
    let wanted = (query.domain.clone(), query.cause.clone(), query.organisation.clone());
    let (left, total, files) = site
        .ask(move |store| {
            let waiting = store.released_signals(Slice::first(LONGEST_QUEUE))?;
            let (domain, cause, organisation) = &wanted;
            let fits = |line: &&SignalLine| {
                (domain.is_empty() || line.domain.as_str() == domain)
                    && (cause.is_empty() || cause_code(line.cause) == cause)
                    && (organisation.is_empty() || line.organisation.as_str() == organisation)
            };
            let fitting: Vec<&SignalLine> = waiting.lines.iter().filter(fits).collect();
            let slice = number.slice();
            let shown = fitting.iter().skip(slice.offset as usize).take(slice.limit as usize);
            let files = shown.map(|line| Ok((line.unanswered_question, store.signal(line.id)?)));
            let files = files.collect::<Result<Vec<_>, store::Error>>()?;
            Ok((waiting.total, fitting.len() as u64, files))
        })
        .await?;
    let today = site.today();
    let codes =
        [("domain", &*query.domain), ("cause", &*query.cause), ("organisation", &*query.organisation)];
    let frame = Frame::new(&site, &visit, &wording.say("network-title", &args![])).at("/network");
    let say = |done: Done| done.say_before_queue(wording, left);
    page(&NetworkPage {
        done: query.done.toast(&site, &visit, &frame.csrf, say).await?,
        frame,
        filters: filters(wording, &network, &query),
        filtered: codes.iter().any(|(_, code)| !code.is_empty()),
        count: wording.say("network-count", &args![count = total]),
        signals: files.iter().map(|(asked, file)| show(wording, &network, file, *asked, today)).collect(),
        paging: Paging::new(wording, "/network", &codes, number, total)?,
    })
}

/// `asked`: whether the network asked something about it that nobody answered yet.
fn show(
    wording: Wording,
    network: &NetworkView,
    file: &SignalFile,
    asked: bool,
    today: NaiveDate,
) -> ShownLine {
    let line = &file.line;
    let mut shown = ShownLine::new(wording, network, line);
    let days = (today - line.filed_on).num_days().max(0);
    shown.filed = wording.say("organisation-age", &args![count = days]);
    shown.notes.push(organisation(network, wording.language(), &line.organisation));
    shown.notes.push(wording.label(line.cause));
    if line.direct {
        shown.notes.push(wording.say("network-direct", &args![]));
    }
    if asked {
        shown.notes.push(wording.say("signal-question-open", &args![]));
    }
    let answered = file.messages.iter().any(|message| message.side == Side::Coordinator);
    if !answered && is_overdue(line.filed_on, today) {
        shown.news = Some(wording.say("network-overdue", &args![]));
    }
    shown
}

/// Whether more than ten working days went by since a day. Holidays count as working days: who waits does not care.
fn is_overdue(since: NaiveDate, today: NaiveDate) -> bool {
    let mut day = since;
    let mut left = WORKING_DAYS;
    while left > 0 {
        match day.checked_add_days(Days::new(1)) {
            Some(next) => day = next,
            None => return false,
        }
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    today > day
}

/// The code of a cause in an address, where the empty one means all.
fn cause_code(cause: CauseChoice) -> &'static str {
    match cause {
        CauseChoice::NoRight => "none",
        other => other.code(),
    }
}

fn filters(wording: Wording, network: &NetworkView, query: &NetworkQuery) -> Vec<Filter> {
    let choices = |named: Vec<(String, String)>, chosen: &str| {
        let all = (String::new(), wording.say("network-all", &args![]));
        let choice = |(code, label): (String, String)| Choice { chosen: code == chosen, code, label };
        std::iter::once(all).chain(named).map(choice).collect()
    };
    let mut domains: Vec<(String, String)> =
        network.domains.iter().map(|domain| (domain.code.to_string(), wording.domain(domain))).collect();
    wording.sort_by_label(&mut domains, |(_, label)| label);
    let causes = Cause::ALL
        .iter()
        .map(|cause| CauseChoice::Of(*cause))
        .chain([CauseChoice::Unknown, CauseChoice::NoRight])
        .map(|cause| (cause_code(cause).to_owned(), wording.label(cause)))
        .collect();
    let name = |code: &Code| organisation(network, wording.language(), code);
    let mut organisations: Vec<(String, String)> =
        network.organisations.iter().map(|one| (one.code.to_string(), name(&one.code))).collect();
    wording.sort_by_label(&mut organisations, |(_, label)| label);
    let label = |field| wording.label(field);
    vec![
        Filter {
            name: "domain",
            label: label(model::Field::Domain),
            choices: choices(domains, &query.domain),
        },
        Filter { name: "cause", label: label(model::Field::Cause), choices: choices(causes, &query.cause) },
        Filter {
            name: "organisation",
            label: label(model::Field::Organisation),
            choices: choices(organisations, &query.organisation),
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn ten_working_days_are_two_weeks_without_their_weekends() {
        // A Monday: the tenth working day is the Monday two weeks later.
        assert!(!is_overdue(day("2026-03-02"), day("2026-03-16")));
        assert!(is_overdue(day("2026-03-02"), day("2026-03-17")));
    }

    #[test]
    fn what_is_filed_in_a_weekend_waits_from_monday_on() {
        assert!(!is_overdue(day("2026-03-07"), day("2026-03-20")));
        assert!(is_overdue(day("2026-03-07"), day("2026-03-21")));
    }
}
