//! "Forgotten your password?": a link by mail, for whoever asks, without telling anybody who has an account.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use mail::Mail;
use store::LinkPurpose;
use wording::args;

use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page, page_with};
use crate::limits::Limited;
use crate::links::{LINK_DAYS, Maker, NewLink, make_link};
use crate::posted::Posted;
use crate::signin::attempt;
use crate::site::Site;
use crate::visit::Visit;

/// How many days a link to a new password serves that somebody asked for without signing in.
const DAYS: i64 = 1;
/// The longest address, in characters.
const LONGEST_ADDRESS: usize = 200;

#[derive(Template)]
#[template(path = "signin/forgotten.html")]
struct ForgottenPage {
    frame: Frame,
    errors: Vec<FieldError>,
    address: String,
    /// Whether mails can be sent at all; else the page says whom to ask.
    sends: bool,
    /// Whether somebody just asked.
    asked: bool,
}

impl ForgottenPage {
    fn new(site: &Site, visit: &Visit) -> Self {
        Self {
            frame: Frame::new(site, visit, &visit.wording().say("forgotten-title", &args![])),
            errors: Vec::new(),
            address: String::new(),
            sends: site.settings().mailer.is_some(),
            asked: false,
        }
    }
}

/// `GET /forgotten`
pub async fn page_of(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    if visit.caller().person().is_some() {
        return Ok(on_to("/account"));
    }
    page(&ForgottenPage::new(&site, &visit))
}

/// `POST /forgotten`: the answer is the same, and as quick, whether the address has an account or not. Who it is, and
/// whether a link is made, is found out afterwards, where the mails leave.
pub async fn ask(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let mut shown = ForgottenPage::new(&site, &visit);
    let Some(mailer) = &site.settings().mailer else { return page(&shown) };
    let address = posted.get("address").trim().to_lowercase();
    attempt(&site, &visit, &address)?;
    if !address.contains('@') || address.chars().count() > LONGEST_ADDRESS {
        let text = visit.wording().say("forgotten-address-wrong", &args![]);
        shown.errors = vec![FieldError { field: "address".to_owned(), text }];
        shown.frame.has_errors = true;
        shown.address = address;
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown);
    }
    let day = site.now().div_euclid(86_400);
    // Nobody's letter box is filled by asking again and again; the answer does not tell that either.
    if site.limits().count(Limited::Mail, &address, day).is_ok() {
        let site = Site::clone(&site);
        mailer.later(move || mail_for(&site, &address));
    }
    shown.asked = true;
    page(&shown)
}

/// The mail for whoever has this address; none where nobody has, or the account is locked.
fn mail_for(site: &Site, address: &str) -> Option<Mail> {
    let made = site.store().account_by_address(address).and_then(|found| {
        let Some(account) = found.filter(|account| !account.disabled) else { return Ok(None) };
        let (purpose, days) = match account.password {
            Some(_) => (LinkPurpose::Reset, DAYS),
            // Beside the invitation, and no shorter.
            None => (LinkPurpose::Invitation, LINK_DAYS),
        };
        let public_url = &site.settings().public_url;
        let (random, now) = (site.random(), site.now());
        let new = NewLink { account: &account, purpose, by: Maker::Asked, random, now, days, public_url };
        make_link(site.store(), &new).map(Some)
    });
    match made {
        Ok(link) => link.map(|link| link.mail),
        Err(error) => {
            site.log(&format!("forgotten: {error}"));
            None
        }
    }
}
