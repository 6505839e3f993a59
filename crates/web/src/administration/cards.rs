//! Filing cards: a QR link by which a group without accounts files.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{Code, FilingCardId, Language};
use store::NetworkView;
use wording::{Wording, args};

use super::{
    Choice, again_status, both, label, not_found, organisation_name, organisation_of, organisations, sections,
};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, Link, on_to, page, page_with};
use crate::posted::Posted;
use crate::secrets::{hash_of_token, new_token};
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "administration/cards.html")]
struct CardsPage {
    frame: Frame,
    errors: Vec<FieldError>,
    sections: Vec<Link>,
    made: Option<PrintedCard>,
    cards: Vec<CardLine>,
    label: String,
    organisations: Vec<Choice>,
    sponsors: Vec<Choice>,
}

/// The card as it is printed, once: its link stands nowhere else.
struct PrintedCard {
    link: String,
    qr: String,
    faces: Vec<Face>,
}

/// What the card says in one language: whoever finds it reads one of the three.
struct Face {
    language: &'static str,
    title: String,
    organisation: String,
    steps: [String; 3],
    /// What to do instead, where somebody is in danger.
    danger: String,
}

struct CardLine {
    id: FilingCardId,
    label: String,
    organisation: String,
    sponsor: String,
    since: String,
    revoked: Option<String>,
}

/// `GET /administration/cards`
pub async fn cards(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    page(&cards_page(&site, &visit, &Posted::default()).await?)
}

async fn cards_page(site: &Site, visit: &Visit, posted: &Posted) -> Result<CardsPage, Failure> {
    let wording = visit.wording();
    let network = site.network().await?;
    let cards = site.ask(store::Store::cards).await?;
    let lines = cards.into_iter().map(|card| CardLine {
        id: card.id,
        organisation: organisation_name(&network, &card.organisation, visit.language()),
        sponsor: card
            .sponsor
            .as_ref()
            .map(|sponsor| organisation_name(&network, sponsor, visit.language()))
            .unwrap_or_default(),
        since: wording.day(card.created_on),
        revoked: card
            .revoked_on
            .map(|day| wording.say("administration-revoked", &args![day = wording.day(day)])),
        label: card.label,
    });
    Ok(CardsPage {
        frame: Frame::new(site, visit, &wording.say("administration-cards", &args![])).at("/administration"),
        errors: Vec::new(),
        sections: sections(visit, "/administration/cards"),
        made: None,
        cards: lines.collect(),
        label: posted.get("label").to_owned(),
        organisations: organisations(visit, &network, posted.get("organisation")),
        sponsors: organisations(visit, &network, posted.get("sponsor")),
    })
}

/// `POST /administration/cards`: makes a card; the page shows it once, to be printed.
pub async fn add_card(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let network = site.network().await?;
    let places = both(
        organisation_of(&network, &visit, &posted, "organisation"),
        organisation_of(&network, &visit, &posted, "sponsor"),
    );
    let (organisation, sponsor, label) = match (places, label(&site, &visit, &posted)) {
        (Ok((organisation, sponsor)), Ok(label)) if !visit.switches() => (organisation, sponsor, label),
        (places, label) => {
            let mut errors = places.err().unwrap_or_default();
            errors.extend(label.err());
            let mut again = cards_page(&site, &visit, &posted).await?;
            again.frame = again.frame.with_errors(&errors).with_switch("new", "/administration/cards");
            again.errors = errors;
            return page_with(again_status(&again.errors), &again);
        }
    };
    let by = visit.person()?.account.id;
    let token = new_token(site.random());
    let hash = hash_of_token(&token);
    let faces = Language::ALL.iter().map(|language| face(&network, &organisation, *language)).collect();
    site.ask(move |store| store.add_card(&organisation, Some(&sponsor), &label, hash, Some(by))).await?;
    let link = format!("{}/card/{token}", site.settings().public_url);
    let mut made = cards_page(&site, &visit, &Posted::default()).await?;
    made.frame = made.frame.with_script(&site, "print.js");
    made.made = Some(PrintedCard { qr: crate::qr::svg_inside(&link)?, link, faces });
    page(&made)
}

fn face(network: &NetworkView, organisation: &Code, language: Language) -> Face {
    let wording = Wording::new(language);
    let say = |key: &str| wording.say(key, &args![]);
    Face {
        language: language.code(),
        title: say("administration-card-title"),
        organisation: organisation_name(network, organisation, language),
        steps: [
            say("administration-card-one"),
            say("administration-card-two"),
            say("administration-card-three"),
        ],
        danger: say("administration-card-danger"),
    }
}

/// `POST /administration/cards/{id}`: revokes it.
pub async fn revoke_card(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    _: Posted,
) -> Result<HttpResponse, Failure> {
    let by = visit.person()?.account.id;
    let id = FilingCardId::parse(&id).map_err(not_found)?;
    site.ask(move |store| store.revoke_card(id, Some(by))).await?;
    Ok(on_to("/administration/cards"))
}
