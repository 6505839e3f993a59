//! What an organisation says of all chapters by its one-time link, without an account: read, answer, send once.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use model::Agreement;
use store::{AgreementLink, NetworkView, StructuralFile, WRITTEN_MEANWHILE, said_code};
use wording::{Wording, args};

use super::asked::{Asked, Item, invitation};
use super::link_answers::{Answers, Sent, first_choice, is_answer, remark_name};
use super::sections::{Recommended, recommendations};
use super::signing::{SignBox, boxes};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page, page_with};
use crate::free_text::FreeText;
use crate::limits::Limited;
use crate::posted::Posted;
use crate::secrets::hash_of_token;
use crate::signals::{Words, localised, organisation};
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
    /// What was sent too late.
    lost: Vec<Lost>,
}

/// What was sent of one chapter after somebody else had answered.
struct Lost {
    title: Words,
    said: String,
    words: String,
    /// The recommendations that were signed and are not, and those that were left unsigned and are.
    signed: Vec<Words>,
    unsigned: Vec<Words>,
}

/// A chapter with the boxes for the answer.
struct Asking {
    number: usize,
    item: Item,
    stances: Vec<(Agreement, String, bool)>,
    remark: FreeText,
    sign_boxes: Vec<SignBox>,
    /// Somebody wrote it anew since it was read.
    changed: bool,
    /// Somebody of the organisation said something of it since it was read.
    answered: bool,
    /// What the organisation said of it, as a code.
    was: String,
}

/// All answers once more, before they are sent: there is no second time.
#[derive(Template)]
#[template(path = "structural/by_link_check.html")]
struct CheckPage {
    frame: Frame,
    lead: String,
    rows: Vec<Checked>,
    /// What was sent, to be sent again with the button.
    kept: Vec<(String, String)>,
}

/// What is about to be said of one chapter.
struct Checked {
    title: Words,
    said: String,
    permits: bool,
    remark: String,
    signed: Vec<Words>,
}

impl Asking {
    /// Where its error leads.
    fn first_choice(&self) -> String {
        first_choice(self.item.id)
    }
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
            lost: Vec::new(),
        });
    }
    let asked = load(&site, &link).await?;
    draw(&site, &visit, (&token, &link), &asked, None).await
}

/// `POST /agreement/by-link/{token}`: all answers at once, or none; first they are shown once more.
pub async fn answer_by_link(
    site: Data<Site>,
    visit: Visit,
    token: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let link = find(&site, &visit, &token).await?;
    let here = path_of(&token);
    let asked = load(&site, &link).await?;
    let answers = Answers::read(&site, &visit, &posted, (&asked, &link.organisation));
    if link.answered_on.is_some() {
        return too_late(&site, &visit, (&here, &link), &asked, &answers).await;
    }
    // Whoever asked for another language has not sent anything, whatever the browser says of itself: there is no second time.
    let goes_on = !posted.has("switch") && posted.get("act") != "change";
    let Some(said) = answers.said().filter(|_| goes_on) else {
        let errors_too = goes_on && !visit.switches();
        return draw(&site, &visit, (&token, &link), &asked, Some((&answers, errors_too))).await;
    };
    if posted.get("act") != "send" {
        return check(&site, &visit, &posted, (&token, &link), (&asked, &answers)).await;
    }
    let hash = hash_of_token(&token);
    match site.try_ask(move |store| store.agree_by_link(hash, said)).await? {
        Ok(()) => Ok(on_to(&here)),
        // Written anew between the look and the answer: what is there now is looked at again.
        Err(store::Error::Conflict(detail)) if detail == WRITTEN_MEANWHILE => {
            let asked = load(&site, &link).await?;
            let answers = Answers::read(&site, &visit, &posted, (&asked, &link.organisation));
            draw(&site, &visit, (&token, &link), &asked, Some((&answers, true))).await
        }
        // Of two at once, one was first.
        Err(store::Error::NotFound(_)) => {
            let link = find(&site, &visit, &token).await?;
            let asked = load(&site, &link).await?;
            too_late(&site, &visit, (&here, &link), &asked, &answers).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Somebody of the organisation answered before. Whoever sent the same sees that it was answered; whoever sent something else
/// is told that nothing of it counts, and keeps the words.
async fn too_late(
    site: &Site,
    visit: &Visit,
    (here, link): (&str, &AgreementLink),
    asked: &Asked,
    answers: &Answers,
) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let show = asked.show(wording, &network, &link.organisation);
    let mut lost = Vec::new();
    for sent in &answers.sent {
        let Some(file) = asked.files.iter().find(|file| file.line.id == sent.id) else { continue };
        let (item, stance, words) = (show.item(file), answers.stance(sent), sent.typed.typed());
        let own = (Some(&link.organisation), site.today());
        let recommended = recommendations(wording, &network, file, asked.edition, own);
        let other = recommended.into_iter().filter(|one| one.own != sent.signs(one.at));
        let (signed, unsigned): (Vec<_>, Vec<_>) = other.partition(|one| sent.signs(one.at));
        let same = item.said.as_ref().is_some_and(|said| {
            let permits = stance.map(Agreement::permits_printing);
            permits == Some(said.permits) && words == said.remark && signed.is_empty() && unsigned.is_empty()
        });
        if !same {
            let said = stance.map(|stance| wording.label(stance)).unwrap_or_default();
            lost.push(Lost {
                title: item.title,
                said,
                words: words.to_owned(),
                signed: named(wording, signed),
                unsigned: named(wording, unsigned),
            });
        }
    }
    if lost.is_empty() {
        return Ok(on_to(here));
    }
    let day = link.answered_on.map(|day| wording.day(day)).unwrap_or_default();
    let used = UsedPage {
        frame: Frame::new(site, visit, &wording.say("by-link-title", &args![])),
        answered: wording.say("by-link-answered", &args![day = day]),
        lost,
    };
    page_with(StatusCode::CONFLICT, &used)
}

/// The link of this token. Whether it is unknown, ended or was taken back is not told; who guesses is counted.
pub async fn find(site: &Site, visit: &Visit, token: &str) -> Result<AgreementLink, Failure> {
    let (hash, today) = (hash_of_token(token), site.today());
    match site.ask(move |store| store.agreement_link(hash, today)).await? {
        Some(link) => Ok(link),
        None => {
            let day = site.now().div_euclid(86_400);
            site.limits().count(Limited::AgreementLink, visit.client(), day).map_err(Failure::TooMany)?;
            Err(Failure::NotFound)
        }
    }
}

/// The chapters that it is about.
pub async fn load(site: &Site, link: &AgreementLink) -> Result<Asked, Failure> {
    let edition = link.edition;
    site.ask(move |store| Asked::load(store, edition)).await
}

/// Everything once more, and nothing sent yet.
async fn check(
    site: &Site,
    visit: &Visit,
    posted: &Posted,
    (token, link): (&str, &AgreementLink),
    (asked, answers): (&Asked, &Answers),
) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let rows = asked.files.iter().zip(&answers.sent).filter_map(|(file, sent)| {
        let stance = answers.stance(sent)?;
        let own = (&link.organisation, site.today());
        let boxes = boxes((wording, &network), (file, asked.edition), own, Some(&sent.signatures));
        let signed = boxes.into_iter().filter(|one| one.signs).filter_map(SignBox::words);
        Some(Checked {
            title: localised(&file.line.title, wording.language()),
            said: wording.label(stance),
            permits: stance.permits_printing(),
            remark: sent.typed.typed().trim().to_owned(),
            signed: signed.collect(),
        })
    });
    let own = organisation(&network, wording.language(), &link.organisation);
    page(&CheckPage {
        frame: Frame::new(site, visit, &wording.say("by-link-check", &args![]))
            .with_switch("answers", &path_of(token)),
        lead: wording.say("by-link-check-lead", &args![organisation = own]),
        rows: rows.collect(),
        kept: posted.kept(is_answer),
    })
}

/// What each asks for: in the language of the page, or else in another.
fn named(wording: Wording, recommended: impl IntoIterator<Item = Recommended>) -> Vec<Words> {
    let name = |one: Recommended| {
        let own = one.text.iter().position(|words| words.lang == wording.language().code());
        one.text.into_iter().nth(own.unwrap_or(0))
    };
    recommended.into_iter().filter_map(name).collect()
}

async fn draw(
    site: &Site,
    visit: &Visit,
    (token, link): (&str, &AgreementLink),
    asked: &Asked,
    answers: Option<(&Answers, bool)>,
) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let (_, until) = asked.round.ok_or(Failure::NotFound)?;
    let errors = match answers {
        Some((answers, true)) => answers.errors(wording),
        _ => Vec::new(),
    };
    let answers = answers.map(|(answers, _)| answers);
    let changed =
        answers.is_some_and(|answers| answers.sent.iter().any(|sent| sent.changed || sent.answered));
    let status = match () {
        () if changed => StatusCode::CONFLICT,
        () if errors.is_empty() => StatusCode::OK,
        () => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let items = asked.files.iter().enumerate().map(|(at, file)| {
        let sent = answers.and_then(|all| all.sent.iter().find(|sent| sent.id == file.line.id));
        asking(wording, &network, (at + 1, file), (asked, link), (sent, site.today()))
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
    (sent, today): (Option<&Sent>, chrono::NaiveDate),
) -> Asking {
    let item = asked.show(wording, network, &link.organisation).item(file);
    let chosen = match sent {
        Some(sent) => sent.chosen.filter(|_| !sent.answered),
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
        sign_boxes: boxes(
            (wording, network),
            (file, asked.edition),
            (&link.organisation, today),
            sent.map(|sent| sent.signatures.as_slice()),
        ),
        changed: sent.is_some_and(|sent| sent.changed),
        answered: sent.is_some_and(|sent| sent.answered),
        was: said_code(file, asked.edition, &link.organisation),
        item,
    }
}
