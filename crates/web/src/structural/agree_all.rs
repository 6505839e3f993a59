//! All texts about which an organisation is asked, on one page: read them, sign their recommendations, agree to all but some
//! in one go.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use model::{Agreement, AgreementEntry, StructuralSignalId};
use store::{Signature, WRITTEN_MEANWHILE};
use wording::{Wording, args};

use super::agreement::{AgreementQuery, HERE, own_organisation};
use super::asked::{Item, ask, asked_before, invitation};
use super::done::Done;
use super::signing::{SignBox, boxes, is_signing, signatures};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page, page_with};
use crate::posted::Posted;
use crate::signals::Words;
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "structural/agreement.html")]
struct AgreementPage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: Option<String>,
    /// A text or a recommendation was written anew since it was read.
    changed: bool,
    /// Until when, and what silence means; none where nobody is asked.
    asked: Option<String>,
    /// Whether the texts can be had as a PDF.
    has_pack: bool,
    waiting: Vec<Waiting>,
    answered: Vec<Answered>,
    /// What the organisation answered about the last edition that is no longer written, while nothing else is asked.
    before: Option<Before>,
}

/// The answers about an edition that is no longer written: nothing of them changes any more.
struct Before {
    /// Which edition.
    title: String,
    items: Vec<Item>,
}

/// A text without an answer of the organisation.
struct Waiting {
    item: Item,
    /// Whether it is left out of what is agreed to in one go.
    except: bool,
    sign_boxes: Vec<SignBox>,
}

/// A text with its answer.
struct Answered {
    item: Item,
    /// How many of its recommendations the organisation does not sign, in words; none where it signs all.
    unsigned: Option<String>,
}

#[derive(Template)]
#[template(path = "structural/agree_all.html")]
struct PreviewPage {
    frame: Frame,
    agreed: Vec<Previewed>,
    left_out: Vec<Previewed>,
    /// The boxes as they were sent, to be sent again with the button.
    kept: Vec<(String, String)>,
}

/// A text once more, before the organisation agrees to it or leaves it for later.
struct Previewed {
    item: Item,
    signed: Vec<Words>,
    unsigned: Vec<Words>,
}

/// `GET /agreement`
pub async fn agreement_page(
    site: Data<Site>,
    visit: Visit,
    query: Query<AgreementQuery>,
) -> Result<HttpResponse, Failure> {
    let mut drawn = draw(&site, &visit, None, Vec::new()).await?;
    drawn.done = Done::said(visit.wording(), query.done.as_deref());
    page(&drawn)
}

/// `POST /agreement`: agrees to all that were read except those that are marked, and signs the recommendations that are
/// ticked; first it is shown which.
pub async fn agree_to_all(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    if visit.switches() {
        return page(&draw(&site, &visit, Some(&posted), Vec::new()).await?);
    }
    if posted.get("act") == "agree" {
        return agree(&site, &visit, &posted).await;
    }
    let organisation = own_organisation(&visit)?;
    let asked = ask(&site).await?.ok_or(Failure::Conflict)?;
    let read = read_versions(&posted)?;
    let marked: Vec<String> = posted.all("except").map(str::to_owned).collect();
    let (wording, network) = (visit.wording(), site.network().await?);
    let show = asked.show(wording, &network, &organisation);
    let (mut agreed, mut left_out, mut changed) = (Vec::new(), Vec::new(), false);
    for (id, version) in read {
        let Some(file) = asked.files.iter().find(|file| file.line.id == id) else { continue };
        let (sent, others) = signatures(&posted, file, asked.edition);
        changed |= others;
        let own = (&organisation, site.today());
        let boxes = boxes((wording, &network), (file, asked.edition), own, Some(&sent));
        let (signed, unsigned): (Vec<SignBox>, Vec<SignBox>) = boxes.into_iter().partition(|one| one.signs);
        let words = |boxes: Vec<SignBox>| boxes.into_iter().filter_map(SignBox::words).collect();
        let item = Item { version, ..show.item(file) };
        let side = if marked.contains(&id.to_string()) { &mut left_out } else { &mut agreed };
        side.push(Previewed { item, signed: words(signed), unsigned: words(unsigned) });
    }
    if changed {
        let mut drawn = draw(&site, &visit, Some(&posted), Vec::new()).await?;
        drawn.changed = true;
        return page_with(StatusCode::CONFLICT, &drawn);
    }
    if agreed.is_empty() {
        let text = wording.say("agreement-nothing", &args![]);
        let errors = vec![FieldError { field: "waiting".to_owned(), text }];
        let drawn = draw(&site, &visit, Some(&posted), errors).await?;
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    }
    page(&PreviewPage {
        frame: Frame::new(&site, &visit, &wording.say("agreement-preview", &args![])).at(HERE),
        agreed,
        left_out,
        kept: posted.kept(is_signing),
    })
}

/// A text as it was read, and which of its recommendations are signed.
struct Sent {
    id: StructuralSignalId,
    /// The version that is agreed to; none where the text is left for later.
    version: Option<i32>,
    signatures: Vec<Signature>,
}

async fn agree(site: &Site, visit: &Visit, posted: &Posted) -> Result<HttpResponse, Failure> {
    let organisation = own_organisation(visit)?;
    let asked = ask(site).await?.ok_or(Failure::Conflict)?;
    let read = read_versions(posted)?;
    let is_asked = |id: &StructuralSignalId| asked.files.iter().any(|file| file.line.id == *id);
    let mut changed = !read.iter().all(|(id, _)| is_asked(id));
    let mut all = Vec::new();
    for file in &asked.files {
        let id = file.line.id;
        let version = read.iter().find(|(read, _)| *read == id).map(|(_, version)| *version);
        let (signatures, others) = signatures(posted, file, asked.edition);
        if others {
            // Of a text with other recommendations than were read nothing counts: it is asked again.
            changed |= version.is_some();
        } else {
            all.push(Sent { id, version, signatures });
        }
    }
    let (edition, by) = (asked.edition, visit.person()?.account.id);
    let meanwhile = site
        .ask(move |store| {
            let mut meanwhile = false;
            for Sent { id, version, signatures } in all {
                let attempt = || {
                    if let Some(version) = version {
                        let said = AgreementEntry {
                            organisation: organisation.clone(),
                            stance: Agreement::Agrees,
                            remark: String::new(),
                        };
                        store.agree(id, edition, version, said, by)?;
                    }
                    signatures.iter().try_for_each(|one| {
                        store.sign_recommendation(id, organisation.clone(), one.clone(), by)
                    })
                };
                match attempt() {
                    Err(store::Error::Conflict(detail)) if detail == WRITTEN_MEANWHILE => meanwhile = true,
                    outcome => outcome?,
                }
            }
            Ok(meanwhile)
        })
        .await?;
    let code = if changed || meanwhile { Done::AgreedSome } else { Done::Agreed };
    Ok(on_to(&format!("{HERE}?done={}", code.code())))
}

/// The versions that were on the page, as `ID:VERSION`.
fn read_versions(posted: &Posted) -> Result<Vec<(StructuralSignalId, i32)>, Failure> {
    let read = |text: &str| {
        let (id, version) = text.split_once(':')?;
        Some((StructuralSignalId::parse(id).ok()?, version.parse().ok()?))
    };
    posted.all("read").map(|text| read(text).ok_or(Failure::Unreadable)).collect()
}

/// The page; what was `posted` stands ticked.
async fn draw(
    site: &Site,
    visit: &Visit,
    posted: Option<&Posted>,
    errors: Vec<FieldError>,
) -> Result<AgreementPage, Failure> {
    let organisation = own_organisation(visit)?;
    let (wording, network) = (visit.wording(), site.network().await?);
    let asked = ask(site).await?;
    let (mut waiting, mut answered) = (Vec::new(), Vec::new());
    if let Some(asked) = &asked {
        let show = asked.show(wording, &network, &organisation);
        for file in &asked.files {
            let item = show.item(file);
            let sent = posted
                .filter(|_| item.said.is_none())
                .map(|posted| signatures(posted, file, asked.edition).0);
            let own = (&organisation, site.today());
            let sign_boxes = boxes((wording, &network), (file, asked.edition), own, sent.as_deref());
            if item.said.is_some() {
                answered.push(Answered { unsigned: unsigned(wording, &sign_boxes), item });
            } else {
                let id = item.id.to_string();
                let except = posted.is_some_and(|posted| posted.all("except").any(|one| one == id));
                waiting.push(Waiting { item, except, sign_boxes });
            }
        }
    }
    let until = asked.and_then(|asked| asked.round);
    let before = match until {
        Some(_) => None,
        None => asked_before(site).await?.map(|(asked, state)| Before {
            title: wording.say(
                "agreement-before",
                &args![edition = asked.edition.to_string(), state = wording.label(state).to_lowercase()],
            ),
            items: {
                let show = asked.show(wording, &network, &organisation);
                asked.files.iter().map(|file| show.item(file)).collect()
            },
        }),
    };
    let frame =
        Frame::new(site, visit, &wording.say("agreement-title", &args![])).at(HERE).with_errors(&errors);
    Ok(AgreementPage {
        // Where nothing waits there is no form to keep.
        frame: if waiting.is_empty() { frame } else { frame.with_switch("all", HERE) },
        errors,
        done: None,
        changed: false,
        asked: until.map(|(_, until)| invitation(wording, &network, until)),
        has_pack: site.settings().press.is_some() && !(waiting.is_empty() && answered.is_empty()),
        waiting,
        answered,
        before,
    })
}

/// How many of these recommendations the organisation does not sign; none where it signs them all.
fn unsigned(wording: Wording, boxes: &[SignBox]) -> Option<String> {
    let count = boxes.iter().filter(|one| !one.signs).count();
    (count > 0).then(|| wording.say("agreement-unsigned", &args![count = count]))
}
