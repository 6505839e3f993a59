//! What an organisation says of all chapters by its one-time link, without an account: read, answer, send once.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{Agreement, StructuralSignalId};
use store::{AgreementLink, LinkAnswer, NetworkView, StructuralFile, WRITTEN_MEANWHILE};
use wording::{Wording, args};

use super::asked::{Asked, Item, invitation, version};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::secrets::hash_of_token;
use crate::signals::organisation;
use crate::signin::attempt;
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "structural/by_link.html")]
struct LinkPage {
    frame: Frame,
    errors: Vec<FieldError>,
    lead: String,
    asked: String,
    /// Where the texts are as a PDF, where one can be made.
    pack: Option<String>,
    items: Vec<Asking>,
    all: bool,
    changed: bool,
}

#[derive(Template)]
#[template(path = "structural/by_link_used.html")]
struct UsedPage {
    frame: Frame,
    answered: String,
}

/// A chapter with the boxes for the answer.
struct Asking {
    number: usize,
    item: Item,
    stances: Vec<(Agreement, String, bool)>,
    remark: FreeText,
    /// Somebody wrote it anew since it was read.
    changed: bool,
}

impl Asking {
    /// Where its error leads.
    fn first_choice(&self) -> String {
        first_choice(self.item.id)
    }
}

/// What was sent about one chapter.
struct Sent {
    id: StructuralSignalId,
    version: i32,
    /// What was chosen for it; nothing that was chosen for another version.
    chosen: Option<Agreement>,
    typed: Typed,
    changed: bool,
}

/// All that was sent.
struct Answers {
    sent: Vec<Sent>,
    /// Whether the organisation agrees to what it answered nothing else to.
    all: bool,
}

/// Where such a link leads.
pub fn path_of(token: &str) -> String {
    format!("/agreement/by-link/{token}")
}

/// `GET /agreement/by-link/{token}`: opening it does not use it up.
pub async fn by_link(site: Data<Site>, visit: Visit, token: Path<String>) -> Result<HttpResponse, Failure> {
    let link = find(&site, &visit, &token).await?;
    if let Some(day) = link.answered_on {
        let wording = visit.wording();
        return page(&UsedPage {
            frame: Frame::new(&site, &visit, &wording.say("by-link-title", &args![])),
            answered: wording.say("by-link-answered", &args![day = wording.day(day)]),
        });
    }
    let asked = load(&site, &link).await?;
    draw(&site, &visit, (&token, &link), &asked, None).await
}

/// `POST /agreement/by-link/{token}`: all answers at once, or none.
pub async fn answer_by_link(
    site: Data<Site>,
    visit: Visit,
    token: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let link = find(&site, &visit, &token).await?;
    let here = path_of(&token);
    if link.answered_on.is_some() {
        return Ok(on_to(&here));
    }
    let asked = load(&site, &link).await?;
    let answers = Answers::read(&site, &visit, &posted, &asked);
    // Whoever asked for another language has not sent anything, whatever the browser says of itself: there is no second time.
    let Some(said) = answers.said().filter(|_| !posted.has("switch")) else {
        return draw(&site, &visit, (&token, &link), &asked, Some(&answers)).await;
    };
    let hash = hash_of_token(&token);
    match site.try_ask(move |store| store.agree_by_link(hash, said)).await? {
        Ok(()) => Ok(on_to(&here)),
        // Written anew between the look and the answer: what is there now is looked at again.
        Err(store::Error::Conflict(detail)) if detail == WRITTEN_MEANWHILE => {
            let asked = load(&site, &link).await?;
            let answers = Answers::read(&site, &visit, &posted, &asked);
            draw(&site, &visit, (&token, &link), &asked, Some(&answers)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The link of this token. Whether it is unknown, ended or was taken back is not told; who guesses is counted.
pub async fn find(site: &Site, visit: &Visit, token: &str) -> Result<AgreementLink, Failure> {
    let (hash, today) = (hash_of_token(token), site.today());
    match site.ask(move |store| store.agreement_link(hash, today)).await? {
        Some(link) => Ok(link),
        None => {
            attempt(site, visit, "")?;
            Err(Failure::NotFound)
        }
    }
}

/// The chapters that it is about.
pub async fn load(site: &Site, link: &AgreementLink) -> Result<Asked, Failure> {
    let edition = link.edition;
    site.ask(move |store| Asked::load(store, edition)).await
}

async fn draw(
    site: &Site,
    visit: &Visit,
    (token, link): (&str, &AgreementLink),
    asked: &Asked,
    answers: Option<&Answers>,
) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let (_, until) = asked.round.ok_or(Failure::NotFound)?;
    let errors = answers.filter(|_| !visit.switches()).map_or_else(Vec::new, |all| all.errors(wording));
    let changed = answers.is_some_and(|answers| answers.sent.iter().any(|sent| sent.changed));
    let status = match () {
        () if changed => StatusCode::CONFLICT,
        () if errors.is_empty() => StatusCode::OK,
        () => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let items = asked.files.iter().enumerate().map(|(at, file)| {
        let sent = answers.and_then(|all| all.sent.iter().find(|sent| sent.id == file.line.id));
        asking(wording, &network, (at + 1, file), (asked, link), sent)
    });
    let own = organisation(&network, wording.language(), &link.organisation);
    page_with(
        status,
        &LinkPage {
            frame: Frame::new(site, visit, &wording.say("by-link-title", &args![]))
                .with_errors(&errors)
                .with_switch("answers", &path_of(token)),
            errors,
            lead: wording.say("by-link-lead", &args![organisation = own]),
            asked: invitation(wording, &network, until),
            pack: site.settings().press.is_some().then(|| format!("{}/pack.pdf", path_of(token))),
            items: items.collect(),
            all: answers.is_some_and(|answers| answers.all),
            changed,
        },
    )
}

fn asking(
    wording: Wording,
    network: &NetworkView,
    (number, file): (usize, &StructuralFile),
    (asked, link): (&Asked, &AgreementLink),
    sent: Option<&Sent>,
) -> Asking {
    let item = asked.show(wording, network, &link.organisation).item(file);
    let chosen = match sent {
        Some(sent) => sent.chosen,
        // What somebody of the organisation said already, signed in.
        None => item.said.as_ref().map(|said| said.stance),
    };
    let stands = item.said.as_ref().map_or("", |said| said.remark.as_str());
    let remark = FreeText::new(wording, remark_name(item.id), "agreement-remark")
        .may_be_empty(wording)
        .holding(stands)
        .with(wording, sent.map(|sent| &sent.typed));
    Asking {
        number,
        stances: Agreement::ALL
            .iter()
            .map(|stance| (*stance, wording.label(*stance), chosen == Some(*stance)))
            .collect(),
        remark,
        changed: sent.is_some_and(|sent| sent.changed),
        item,
    }
}

impl Answers {
    /// Reads what was sent about the chapters as they are now.
    fn read(site: &Site, visit: &Visit, posted: &Posted, asked: &Asked) -> Self {
        let read = |file: &StructuralFile| {
            let (id, now) = (file.line.id, version(file, asked.edition));
            let changed = posted.get(&format!("version-{id}")).parse() != Ok(now);
            let stance = Agreement::parse(posted.get(&format!("stance-{id}"))).ok();
            let chosen = stance.filter(|_| !changed);
            let words_needed = chosen.is_some_and(|stance| stance != Agreement::Agrees);
            let typed = Typed::read(site, visit, posted, remark_name(id), words_needed);
            Sent { id, version: now, chosen, typed, changed }
        };
        Self { sent: asked.files.iter().map(read).collect(), all: posted.get("all") == "yes" }
    }

    /// What is to be kept; none where something is still to be said, corrected or read anew.
    fn said(&self) -> Option<Vec<LinkAnswer>> {
        let answer = |sent: &Sent| {
            let stance = self.stance(sent).filter(|_| !sent.changed)?;
            let remark = sent.typed.text()?.to_owned();
            // There is no second time to say it: what was written beside a plain yes is its remark.
            let stance = match stance {
                Agreement::Agrees if !remark.is_empty() => Agreement::AgreesWithRemark,
                stance => stance,
            };
            Some(LinkAnswer { structural: sent.id, version: sent.version, stance, remark })
        };
        self.sent.iter().map(answer).collect()
    }

    /// What was chosen, or what the tick below all chapters says; of a chapter with words and no choice it says nothing.
    fn stance(&self, sent: &Sent) -> Option<Agreement> {
        sent.chosen.or((self.all && sent.typed.is_empty()).then_some(Agreement::Agrees))
    }

    /// What is to be corrected, chapter by chapter, each by its number on the page.
    fn errors(&self, wording: Wording) -> Vec<FieldError> {
        let mut errors = Vec::new();
        for (at, sent) in self.sent.iter().enumerate() {
            let mut add = |field: String, what: String| {
                let text = wording.say("by-link-wrong", &args![number = at + 1, what = what]);
                errors.push(FieldError { field, text });
            };
            if sent.changed {
                add(first_choice(sent.id), wording.say("by-link-changed", &args![]));
            } else if self.stance(sent).is_none() {
                add(first_choice(sent.id), wording.say("agreement-stance-needed", &args![]));
            }
            if let Some(error) = sent.typed.error(wording) {
                add(error.field, error.text);
            }
        }
        errors
    }
}

fn remark_name(id: StructuralSignalId) -> String {
    format!("remark-{id}")
}

/// The id of the first choice of a chapter, where its error leads.
fn first_choice(id: StructuralSignalId) -> String {
    format!("stance-{id}-agrees")
}
