//! The texts about which organisations are asked, as a PDF: for whoever is signed in, and by a one-time link.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path};

use super::asked::{Asked, ask, version};
use super::by_link;
use crate::failure::Failure;
use crate::press::Contents;
use crate::site::Site;
use crate::visit::Visit;

/// `GET /agreement/pack.pdf`
pub async fn pack(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let asked = ask(&site).await?.ok_or(Failure::NotFound)?;
    answer(&site, &visit, asked).await
}

/// `GET /agreement/by-link/{token}/pack.pdf`: as long as the link was not used.
pub async fn pack_by_link(
    site: Data<Site>,
    visit: Visit,
    token: Path<String>,
) -> Result<HttpResponse, Failure> {
    let link = by_link::find(&site, &visit, &token).await?;
    if link.answered_on.is_some() {
        return Err(Failure::NotFound);
    }
    let asked = by_link::load(&site, &link).await?;
    answer(&site, &visit, asked).await
}

async fn answer(site: &Site, visit: &Visit, asked: Asked) -> Result<HttpResponse, Failure> {
    let press = site.settings().press.clone().ok_or(Failure::NotFound)?;
    if asked.files.is_empty() {
        return Err(Failure::NotFound);
    }
    let wanted = Contents {
        edition: asked.edition,
        language: visit.language(),
        round: asked.round,
        silence: site.network().await?.rules.silence_is_agreement,
        versions: asked.files.iter().map(|file| (file.line.id, version(file, asked.edition))).collect(),
        asks: asked
            .files
            .iter()
            .flat_map(|file| &file.entry.recommendations)
            .filter(|one| one.edition == asked.edition)
            .map(store::asks_code)
            .collect(),
    };
    let (name, site) = (format!("megafoon-{}-{}.pdf", wanted.edition, wanted.language), site.clone());
    let made = move || site.packs().get(press.as_ref(), site.store(), &wanted);
    let pack = match actix_web::web::block(made).await? {
        Ok(pack) => pack,
        Err(crate::Error::Store(error)) => return Err(error.into()),
        Err(error) => return Err(Failure::Broken(error.to_string())),
    };
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(pack.to_vec()))
}
