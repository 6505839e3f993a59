//! One-time links: made for an account, with the mail that carries them.

use mail::{LinkFor, Mail};
use model::AccountId;
use store::{Account, LinkPurpose, Store};

use crate::secrets::{hash_of_token, new_token};

/// How many days a link serves that an administrator makes.
pub const LINK_DAYS: i64 = 7;

/// A link that was just made. Its token is kept nowhere else.
pub struct OneTimeLink {
    /// Where it leads.
    pub url: String,
    /// The mail that carries it, in the language of the account.
    pub mail: Mail,
}

/// Who makes a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maker {
    /// An administrator: older links of the account count no more.
    Administrator(AccountId),
    /// The command line: so too.
    CommandLine,
    /// Whoever forgot the password, or says so: older links count still.
    Asked,
}

/// What a link is made from.
pub struct NewLink<'a> {
    /// Whose password is chosen with it.
    pub account: &'a Account,
    /// What it is for.
    pub purpose: LinkPurpose,
    /// Who makes it.
    pub by: Maker,
    /// Random bytes.
    pub random: [u8; 32],
    /// Unix seconds.
    pub now: i64,
    /// How many days it serves.
    pub days: i64,
    /// Where people find the service.
    pub public_url: &'a str,
}

/// Makes a link.
pub fn make_link(store: &Store, new: &NewLink<'_>) -> Result<OneTimeLink, store::Error> {
    let token = new_token(new.random);
    let until = new.now + new.days * 86_400;
    let (hash, account) = (hash_of_token(&token), new.account.id);
    match new.by {
        Maker::Administrator(by) => store.make_link(hash, account, new.purpose, until, Some(by))?,
        Maker::CommandLine => store.make_link(hash, account, new.purpose, until, None)?,
        Maker::Asked => store.add_link(hash, account, new.purpose, until)?,
    }
    let url = format!("{}/link/{token}", new.public_url);
    let what = match new.purpose {
        LinkPurpose::Invitation => LinkFor::Invitation,
        LinkPurpose::Reset => LinkFor::Reset,
    };
    let mail = Mail::link(&new.account.address, new.account.language, what, &url, new.days);
    Ok(OneTimeLink { url, mail })
}
