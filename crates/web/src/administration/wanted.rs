//! Who somebody is to be and what they may do, as the administrator chose it: for a new account and for a changed one.

use model::{Authority, Code, Role};
use wording::{Wording, args};

use crate::frame::FieldError;
use crate::posted::Posted;

/// What was chosen, checked.
pub struct Wanted {
    /// The name.
    pub name: String,
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
/// store checks.
pub fn wanted(wording: Wording, posted: &Posted) -> Result<Wanted, Vec<FieldError>> {
    let name = posted.get("name").trim().to_owned();
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
    if roles.is_empty() {
        wrong("roles", "administration-role-missing");
    }
    if organisation.is_none() && roles.iter().any(|role| role.needs_organisation()) {
        wrong("organisation", "administration-organisation-missing");
    }
    if authority.is_none() && roles.iter().any(|role| role.needs_authority()) {
        wrong("authority", "administration-authority-missing");
    }
    if errors.is_empty() { Ok(Wanted { name, organisation, authority, roles }) } else { Err(errors) }
}
