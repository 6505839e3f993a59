//! What waits for a coordinator: the organisation's queue and the network's, with the filters, searches and kept views
//! that both have.

mod bulk;
mod bulk_acts;
mod codes;
mod kept;
mod lines;
mod marked;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use model::{AccountId, Code, FIRST_REPLY_WITHIN, SignalId, working_days_before};
use serde::Deserialize;
use store::{QueueNote, SignalPage};
use uuid::Uuid;
use wording::{Wording, args};

use crate::failure::Failure;
use crate::paging::{PageNumber, Paging};
use crate::signin::safe_path;
use crate::similar::renew_now_and_then;
use crate::site::Site;
use crate::visit::Visit;
use crate::words;

pub use bulk::{several, undo};
pub use kept::{delete_view, keep_view, search};

use codes::{Codes, Filter};
pub use codes::{cause, cause_code, causes};
use kept::{Looked, View};
use lines::QueueLine;
pub use lines::SHOWN;
pub use marked::Marked;

/// Whose work it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Desk {
    /// The signal coordinators' of this organisation.
    Organisation(Code),
    /// The network coordinators'.
    Network,
}

impl Desk {
    /// The address of its page.
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Organisation(_) => "/organisation",
            Self::Network => "/network",
        }
    }

    /// The code of its list, with the searches that are kept for it.
    const fn code(&self) -> &'static str {
        match self {
            Self::Organisation(_) => "organisation",
            Self::Network => "network",
        }
    }

    /// What waits for it.
    pub fn queue(&self) -> store::Queue {
        match self {
            Self::Organisation(code) => store::Queue::Organisation(code.clone()),
            Self::Network => store::Queue::Network,
        }
    }

    fn organisation(&self) -> Option<&Code> {
        match self {
            Self::Organisation(code) => Some(code),
            Self::Network => None,
        }
    }

    /// The list of this desk that a form names as where it stands.
    pub fn list<'a>(&self, back: &'a str) -> Option<&'a str> {
        let rest = safe_path(back)?.strip_prefix(self.path())?;
        let sound = |c: char| c.is_ascii_alphanumeric() || "?&=-%".contains(c);
        ((rest.is_empty() || rest.starts_with('?')) && rest.chars().all(sound)).then_some(back)
    }

    /// The desk at this address of the one who asks.
    fn of(visit: &Visit, path: &str) -> Result<Self, Failure> {
        if path.starts_with("/network") {
            return Ok(Self::Network);
        }
        visit.person()?.account.organisation.clone().map(Self::Organisation).ok_or(Failure::Forbidden)
    }
}

/// What the address of a queue may ask for: codes and ids, never a word that somebody typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct QueueQuery {
    #[serde(flatten)]
    codes: Codes,
    /// The id of a search, whose words count.
    search: Option<String>,
    /// The id of a kept view, which counts whole.
    view: Option<String>,
    page: Option<String>,
}

impl QueueQuery {
    /// The page of the list.
    pub fn number(&self) -> Result<PageNumber, Failure> {
        PageNumber::read(self.page.as_deref())
    }
}

/// A queue as its page draws it, in `queue/queue.html`.
pub struct Shown {
    pub path: &'static str,
    pub filters: Vec<Filter>,
    pub filtered: bool,
    /// What is chosen, in words.
    pub chosen: String,
    /// What was typed to look for; empty where nothing was.
    pub words: String,
    /// The id under which those words are kept.
    pub search: Option<Uuid>,
    /// The codes that are asked for, for the forms beside the filters.
    pub codes: Vec<(&'static str, String)>,
    pub views: Vec<View>,
    pub count: String,
    /// That some could be marked or not, in words: nobody looked through them yet.
    pub not_looked_at: Option<String>,
    pub signals: Vec<QueueLine>,
    pub paging: Paging,
    /// The list as it is asked for: where a decision leads back to; and as it may stand in an address.
    pub here: String,
    pub here_in_address: String,
    pub step: Step,
    pub script: String,
    /// How many wait, whatever is asked for.
    pub waiting: u64,
}

/// The step that a desk takes most.
pub struct Step {
    /// The last part of its address.
    pub code: &'static str,
    /// On the button that takes it with several at once.
    pub all: String,
    /// What else can be done with several: the last part of its address, and its button.
    pub others: Vec<(&'static str, String)>,
    /// On its button.
    pub label: String,
    /// The key that presses it.
    pub key: &'static str,
    /// What each key does, in words.
    pub help: Vec<String>,
    /// The steps that need words: what they are called, the key, and the field on the page of the signal.
    pub with_words: Vec<(String, &'static str, &'static str)>,
    /// The day on which what is put aside is back by default.
    pub aside_until: NaiveDate,
}

/// How long something is put aside where nobody says otherwise, in days.
pub const ASIDE_DAYS: u64 = 14;

impl Step {
    fn of(desk: &Desk, wording: Wording, today: NaiveDate) -> Self {
        let (code, label, key) = match desk {
            Desk::Organisation(_) => ("release", wording.say("weigh-release", &args![]), "r"),
            Desk::Network => ("accept", wording.say("judge-accept", &args![]), "a"),
        };
        let mut acts = bulk_acts::Act::of_desk(desk).iter();
        let mut title = |act: &bulk_acts::Act| (act.code(), wording.say(act.title(), &args![]));
        let all = acts.next().map(&mut title).map(|(_, title)| title).unwrap_or_default();
        let others = acts.map(title).collect();
        let no = match desk {
            Desk::Organisation(_) => (wording.say("weigh-solved", &args![]), "n", "note"),
            Desk::Network => (wording.say("judge-decline", &args![]), "n", "reason"),
        };
        let with_words = vec![no, (wording.say("queue-ask", &args![]), "q", "text")];
        let press = |key: &str, does: &str| wording.say("keys-press", &args![key = key, does = does]);
        let mut help = vec![press(key, &label), press("p", &wording.say("queue-postpone", &args![]))];
        help.extend(with_words.iter().map(|(does, key, _)| press(key, does)));
        Self { all, others, help, with_words, code, label, key, aside_until: aside_until(today) }
    }
}

/// The day on which what is put aside today is back by default.
pub fn aside_until(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(chrono::Days::new(ASIDE_DAYS)).unwrap_or(today)
}

/// The last day of filing of what waits too long: more than the working days within which a filer hears from somebody.
fn overdue_since(today: NaiveDate) -> NaiveDate {
    working_days_before(today, FIRST_REPLY_WITHIN + 1)
}

/// How many signals a request takes into the search at most, and how many at a time: whoever searches finds what was written a
/// moment ago, and waits for no more than that. The rest is taken in beside the service.
const TAKEN_IN: [u32; 2] = [100, 100];

/// What the store said of a queue.
struct Answered {
    page: SignalPage,
    notes: BTreeMap<SignalId, QueueNote>,
    names: BTreeMap<AccountId, String>,
    waiting: u64,
    views: Vec<(store::SavedFilter, u64)>,
    /// Where marks are asked for: how many that fit otherwise nobody looked through yet.
    not_looked_at: u64,
}

/// The queue of a desk, as the address asks for it. `NotFound` for a search or a view that is not there for whoever asks.
pub async fn show(site: &Site, visit: &Visit, desk: &Desk, query: &QueueQuery) -> Result<Shown, Failure> {
    let wording = visit.wording();
    let number = query.number()?;
    let network = site.network().await?;
    let today = site.today();
    let looked = kept::looked(site, visit, desk, query).await?;
    let Looked { codes, words: typed, search, view } = looked;
    let wanted = words::wanted(&typed);
    let searches = !wanted.is_empty();
    let order = codes.order();
    let answered = {
        let (desk, asks, codes) = (desk.clone(), site.clone(), codes.clone());
        site.ask(move |store| {
            renew_now_and_then(&asks)?;
            if searches {
                take_in(store, TAKEN_IN)?;
            }
            let marked = if codes.ask_marks() { Marked::newest(&asks)? } else { None };
            let looked = marked.as_ref().and_then(|made| made.value.of(&desk));
            let queue = desk.queue();
            let rest = codes.not_looked_at().and_then(|rest| rest.filter(today, wanted.clone(), looked));
            let not_looked_at = match rest {
                Some(rest) => store.queue_counts(&queue, &[rest])?.first().copied().unwrap_or(0),
                None => 0,
            };
            let filter = codes.filter(today, wanted, looked);
            let page = match &filter {
                Some(filter) => store.queue(&queue, filter, order, number.slice())?,
                None => SignalPage { lines: Vec::new(), total: 0 },
            };
            let ids: Vec<SignalId> = page.lines.iter().map(|line| line.id).collect();
            // Where nothing is asked for, the page has counted them.
            let waiting = match &filter {
                Some(filter) if *filter == all(today) => page.total,
                _ => waiting(store, &desk, today)?,
            };
            let views = kept::counted(&asks, &desk, today)?;
            let mut names = BTreeMap::new();
            let filers = page.lines.iter().filter_map(|line| line.filer);
            for filer in filers.filter(|_| desk != Desk::Network) {
                if let std::collections::btree_map::Entry::Vacant(place) = names.entry(filer) {
                    place.insert(store.account(filer)?.name);
                }
            }
            Ok(Answered { notes: store.queue_notes(&ids)?, page, names, waiting, views, not_looked_at })
        })
        .await?
    };
    let Answered { page, notes, names, waiting, views, not_looked_at } = answered;
    let pairs = codes.pairs();
    let id = search.map(|id| id.to_string()).unwrap_or_default();
    let view_id = view.map(|id| id.to_string()).unwrap_or_default();
    // A view stands for its codes.
    let address: Vec<(&str, &str)> = if view.is_some() {
        vec![("view", &view_id)]
    } else {
        pairs.iter().copied().chain([("search", id.as_str())]).collect()
    };
    let proposed = site.proposed().last();
    let show = lines::Show {
        site,
        wording,
        network: &network,
        desk,
        today,
        names: &names,
        proposed: proposed.as_deref().map(|made| &made.value),
    };
    let filters = codes.filters(wording, &network, desk);
    let here = crate::paging::address(desk.path(), &address);
    Ok(Shown {
        path: desk.path(),
        chosen: chosen(&filters, &typed),
        filters,
        filtered: pairs.iter().any(|(_, value)| !value.is_empty()) || searches,
        views: kept::views(&views, view),
        count: wording.say("network-count", &args![count = page.total]),
        not_looked_at: (not_looked_at > 0)
            .then(|| wording.say("queue-not-looked-at", &args![count = not_looked_at])),
        signals: page.lines.iter().map(|line| show.line(line, notes.get(&line.id))).collect(),
        paging: Paging::new(wording, desk.path(), &address, number, page.total)?,
        here_in_address: crate::paging::encoded(&here),
        here,
        step: Step::of(desk, wording, today),
        script: site.assets().url("triage.js"),
        codes: codes.owned_pairs(),
        words: typed,
        search,
        waiting,
    })
}

/// What is chosen, and looked for, in a line.
fn chosen(filters: &[Filter], words: &str) -> String {
    // The first choice of each list is everything.
    let labels = filters.iter().flat_map(|filter| filter.choices.iter().skip(1));
    let labels = labels.filter(|choice| choice.chosen).map(|choice| choice.label.as_str());
    let all: Vec<&str> = labels.chain([words]).filter(|text| !text.is_empty()).collect();
    all.join(" · ")
}

/// How many signals wait at a desk; what is put aside does not.
pub fn waiting(store: &store::Store, desk: &Desk, today: NaiveDate) -> Result<u64, store::Error> {
    Ok(store.queue_counts(&desk.queue(), &[all(today)])?.first().copied().unwrap_or(0))
}

/// Everything that waits now.
pub fn all(today: NaiveDate) -> store::QueueFilter {
    store::QueueFilter { today: Some(today), ..store::QueueFilter::default() }
}

/// Takes what the search does not know yet into it: at most so many signals, so many at a time.
pub fn take_in(store: &store::Store, [most, at_once]: [u32; 2]) -> Result<(), store::Error> {
    for _ in 0..most.div_ceil(at_once) {
        if store.index_words(at_once, &words::of_text)? == 0 {
            break;
        }
    }
    Ok(())
}
