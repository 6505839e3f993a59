//! Who somebody is to be and what they may do, as the administrator chose it: for a new account and for a changed one.

use model::{Authority, Code, Role, is_mail_address};
use wording::{Wording, args};

use crate::frame::FieldError;
use crate::posted::Posted;

/// What was chosen, checked.
pub struct Wanted {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub address: String,
    /// The organisation.
    pub organisation: Option<Code>,
    /// The authority.
    pub authority: Option<Authority>,
    /// The roles, at least one.
    pub roles: Vec<Role>,
}

/// The longest name of somebody with an account, in characters.
const LONGEST_NAME: usize = 100;

/// What the form says, or everything that is wrong with it, in the order of the page. That the organisation exists, the
/// store checks. `known`: the address that the account has.
pub fn wanted(wording: Wording, posted: &Posted, known: Option<&str>) -> Result<Wanted, Vec<FieldError>> {
    let name = posted.get("name").trim().to_owned();
    // A page that was opened before it had the field leaves the address as it is.
    let kept = known.filter(|_| !posted.has("address"));
    let address = kept.map_or_else(|| posted.get("address").trim().to_lowercase(), str::to_owned);
    let roles: Vec<Role> = posted.all("role").filter_map(|code| Role::parse(code).ok()).collect();
    let organisation = Code::parse(posted.get("organisation")).ok();
    let authority = Authority::parse(posted.get("authority")).ok();
    let mut errors = Vec::new();
    let mut wrong = |field: &str, key: &str| {
        errors.push(FieldError { field: field.to_owned(), text: wording.say(key, &args![]) });
    };
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        wrong("name", "administration-name-missing");
    }
    if !is_mail_address(&address) {
        wrong("address", "administration-address-wrong");
    }
    if roles.is_empty() {
        wrong("roles", "administration-role-missing");
    }
    if organisation.is_none() && roles.iter().any(|role| role.needs_organisation()) {
        wrong("organisation", "administration-organisation-missing");
    }
    if authority.is_none() && roles.iter().any(|role| role.needs_authority()) {
        wrong("authority", "administration-authority-missing");
    }
    if errors.is_empty() { Ok(Wanted { name, address, organisation, authority, roles }) } else { Err(errors) }
}
