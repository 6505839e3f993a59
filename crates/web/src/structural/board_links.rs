//! One-time links by which organisations answer without an account: made and taken back on the board, shown once or mailed.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use chrono::NaiveDate;
use mail::{Mail, Mailer, Undelivered};
use model::{AccountId, Code, EditionNumber, Role};
use store::{Account, AgreementLink, NetworkView, Store};
use wording::{Wording, args};

use super::asked::{Asked, invitation};
use super::board::BOARD;
use super::by_link::path_of;
use super::standing::silent;
use super::{LIST, names};
use crate::failure::Failure;
use crate::frame::{Frame, on_to, page};
use crate::posted::Posted;
use crate::secrets::{hash_of_token, new_token};
use crate::signals::organisation;
use crate::site::Site;
use crate::visit::Visit;

/// The links of an edition, and everybody's name.
#[derive(Default)]
pub struct Links {
    links: Vec<AgreementLink>,
    names: BTreeMap<AccountId, String>,
}

/// Where the link of an organisation stands.
pub struct Standing {
    /// In words.
    pub text: String,
    /// Whether it can still be used, and so be taken back.
    pub is_open: bool,
}

#[derive(Template)]
#[template(path = "structural/links_made.html")]
struct MadePage {
    frame: Frame,
    lead: String,
    made: Vec<Made>,
    /// The organisations that are silent and hold a link already, each with who made it when.
    kept: Vec<(String, String)>,
    edition: EditionNumber,
    /// Whether mails can carry links.
    sends: bool,
}

/// A link that was just made.
struct Made {
    name: String,
    /// The link, to be handed over; none where a mail took it.
    url: Option<String>,
    /// What became of the mail; none where none was wanted.
    mailed: Option<String>,
}

/// A link before it is handed over.
struct New {
    organisation: Code,
    url: String,
    hash: [u8; 32],
}

impl Links {
    /// Reads them.
    pub fn load(store: &Store, edition: EditionNumber) -> Result<Self, store::Error> {
        Ok(Self { links: store.agreement_links(edition)?, names: names(store)? })
    }

    /// The link of this organisation.
    pub fn of(&self, wording: Wording, organisation: &Code) -> Option<Standing> {
        let link = self.links.iter().find(|link| link.organisation == *organisation)?;
        let by = self.names.get(&link.made_by).map_or("", String::as_str);
        let text = match link.answered_on {
            Some(day) => wording.say("board-link-answered", &args![day = wording.day(day)]),
            None => wording.say("board-link-made", &args![day = wording.day(link.made_on), name = by]),
        };
        Some(Standing { text, is_open: link.answered_on.is_none() })
    }

    /// Whether this organisation holds a link that it has not used yet.
    fn is_open(&self, organisation: &Code) -> bool {
        let mut open = self.links.iter().filter(|link| link.answered_on.is_none());
        open.any(|link| link.organisation == *organisation)
    }
}

/// `POST /structural/board/links`: for one organisation, or for all that are silent. The answer shows the links, this once.
pub async fn make_links(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let edition = super::acts::edition(&posted)?;
    let (wording, network) = (visit.wording(), site.network().await?);
    let asked = site.ask(move |store| Asked::load(store, edition)).await?;
    let (_, until) = asked.round.ok_or(Failure::Conflict)?;
    let links = site.ask(move |store| Links::load(store, edition)).await?;
    let (wanted, holders): (Vec<Code>, Vec<Code>) = match posted.get("organisation") {
        _ if asked.files.is_empty() => (Vec::new(), Vec::new()),
        // Who has a link already keeps it, unless all are wanted anew: it may be in somebody's mailbox.
        "" => {
            let renews = posted.get("again") == "yes";
            all_silent(&network, &asked).into_iter().partition(|code| renews || !links.is_open(code))
        }
        code => {
            let named = network.organisations.iter().find(|one| one.code.as_str() == code);
            (vec![named.ok_or(Failure::NotFound)?.code.clone()], Vec::new())
        }
    };
    let new: Vec<New> = wanted.into_iter().map(|organisation| New::draw(&site, organisation)).collect();
    let tokens = new.iter().map(|link| (link.organisation.clone(), link.hash)).collect();
    let by = visit.person()?.account.id;
    if !new.is_empty() {
        site.ask(move |store| store.make_agreement_links(edition, tokens, by)).await?;
    }
    let mailer = site.settings().mailer.clone().filter(|_| posted.get("act") == "mail");
    let mails = mailer.map(|mailer| (mailer, mails(&new, &network, &asked, until)));
    let mut sent = match mails {
        Some((mailer, mails)) => actix_web::web::block(move || send(&mailer, mails)).await?,
        None => BTreeMap::new(),
    };
    let made = new.into_iter().map(|link| {
        let name = organisation(&network, wording.language(), &link.organisation);
        let (mailed, took) = sent.remove(&link.organisation).map_or((None, false), |sent| sent.said(wording));
        Made { name, url: (!took).then_some(link.url), mailed }
    });
    let made: Vec<Made> = made.collect();
    let (title, lead) = match () {
        () if !made.is_empty() => ("board-links-title", invitation(wording, &network, until)),
        () if !holders.is_empty() => ("board-links-none", wording.say("board-links-none.lead", &args![])),
        () if asked.files.is_empty() => ("board-links-none", wording.say("board-links-no-texts", &args![])),
        () => ("board-links-none", wording.say("board-links-nobody", &args![])),
    };
    page(&MadePage {
        frame: Frame::new(&site, &visit, &wording.say(title, &args![]))
            .at(LIST)
            .with_script(&site, "copy.js"),
        lead,
        made,
        kept: holders
            .iter()
            .filter_map(|code| {
                let name = organisation(&network, wording.language(), code);
                Some((name, links.of(wording, code)?.text))
            })
            .collect(),
        edition,
        sends: site.settings().mailer.is_some(),
    })
}

/// `POST /structural/board/links/revoke`
pub async fn revoke_link(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let edition = super::acts::edition(&posted)?;
    let organisation = Code::parse(posted.get("organisation")).map_err(|_| Failure::Unreadable)?;
    let by = visit.person()?.account.id;
    site.ask(move |store| store.revoke_agreement_link(edition, &organisation, by)).await?;
    Ok(on_to(&format!("{BOARD}?done=link-revoked")))
}

impl New {
    fn draw(site: &Site, organisation: Code) -> Self {
        let token = new_token(site.random());
        let url = format!("{}{}", site.settings().public_url, path_of(&token));
        Self { organisation, url, hash: hash_of_token(&token) }
    }
}

/// The organisations that said nothing of one chapter or more.
fn all_silent(network: &NetworkView, asked: &Asked) -> Vec<Code> {
    let is_silent =
        |code: &&Code| asked.files.iter().any(|file| silent(network, file, asked.edition).contains(code));
    network.organisations.iter().map(|one| &one.code).filter(is_silent).cloned().collect()
}

/// The mails with a link, for each organisation to its signal coordinators, each in their language.
fn mails(new: &[New], network: &NetworkView, asked: &Asked, until: NaiveDate) -> Vec<(Code, Vec<Mail>)> {
    let silence = network.rules.silence_is_agreement;
    let to = |link: &New, account: &Account| {
        let day = Wording::new(account.language).day(until);
        Mail::agreement(&account.address, account.language, &link.url, &day, silence)
    };
    let of = |link: &New| {
        let here = asked.accounts.iter().filter(|account| {
            account.organisation.as_ref() == Some(&link.organisation)
                && account.is(Role::SignalCoordinator)
                && !account.disabled
        });
        (link.organisation.clone(), here.map(|account| to(link, account)).collect())
    };
    new.iter().map(of).collect()
}

/// What became of the mails of one organisation.
struct Sent {
    left: usize,
    why: Option<Undelivered>,
}

impl Sent {
    /// In words, and whether one of them left: then nobody has to hand the link over.
    fn said(&self, wording: Wording) -> (Option<String>, bool) {
        let text = match (self.left, self.why) {
            (0, None) => wording.say("board-link-nobody", &args![]),
            (0, Some(why)) => why.say(wording),
            (left, _) => wording.say("board-link-mailed", &args![count = left]),
        };
        (Some(text), self.left > 0)
    }
}

/// Sends them; once the server takes none, the rest is not tried.
fn send(mailer: &Mailer, mails: Vec<(Code, Vec<Mail>)>) -> BTreeMap<Code, Sent> {
    let mut stopped = None;
    let mut all = BTreeMap::new();
    for (organisation, mails) in mails {
        let mut sent = Sent { left: 0, why: None };
        for mail in mails {
            match stopped.map_or_else(|| mailer.now(&mail), Err) {
                Ok(()) => sent.left += 1,
                Err(why) => {
                    sent.why = Some(why);
                    stopped = stopped.or(Some(why).filter(|why| why.is_of_the_server()));
                }
            }
        }
        all.insert(organisation, sent);
    }
    all
}
