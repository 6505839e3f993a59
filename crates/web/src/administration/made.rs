//! A link that is made for an account, and how it reaches its owner: by mail, or by the administrator's hand.

use model::AccountId;
use store::{Account, LinkPurpose};

use crate::failure::Failure;
use crate::links::{LINK_DAYS, Maker, NewLink, make_link};
use crate::site::Site;
use crate::visit::Visit;

/// The link that was just made.
pub struct Made {
    /// The address it is for.
    pub address: String,
    /// The link, to be handed over; none where a mail took it.
    pub link: Option<String>,
    /// Why no mail took it, where one should have.
    pub why: Option<String>,
}

/// Makes a link and mails it; the page is to show it where there is no mailer, or where the mail did not leave.
pub async fn make(
    site: &Site,
    visit: &Visit,
    account: Account,
    purpose: LinkPurpose,
    by: AccountId,
) -> Result<Made, Failure> {
    let address = account.address.clone();
    let (random, now) = (site.random(), site.now());
    let public_url = site.settings().public_url.clone();
    let link = site
        .ask(move |store| {
            let (account, public_url) = (&account, public_url.as_str());
            let by = Maker::Administrator(by);
            make_link(store, &NewLink { account, purpose, by, random, now, days: LINK_DAYS, public_url })
        })
        .await?;
    let Some(mailer) = site.settings().mailer.clone() else {
        return Ok(Made { address, link: Some(link.url), why: None });
    };
    match actix_web::web::block(move || mailer.now(&link.mail)).await? {
        Ok(()) => Ok(Made { address, link: None, why: None }),
        Err(why) => Ok(Made { address, link: Some(link.url), why: Some(why.say(visit.wording())) }),
    }
}
