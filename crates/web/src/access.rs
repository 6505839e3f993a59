//! Who may go where: closed by default, one rule per route.

use model::Role;

use crate::visit::Caller;

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everyone, signed in or not.
    Everyone,
    /// Whoever gave a password; the second factor may still be owed.
    HalfSignedIn,
    /// Whoever is wholly signed in.
    SignedIn,
    /// Whoever is wholly signed in and has one of these roles.
    Role(&'static [Role]),
    /// Whoever may file: filers, signal coordinators, network coordinators of an organisation, and filing cards.
    Filing,
    /// Programs with a token of an organisation.
    Token,
}

/// Whoever files by an account.
pub const FILERS: &[Role] = &[Role::Filer, Role::SignalCoordinator];

impl Access {
    /// Whether this caller may use it.
    pub fn admits(self, caller: &Caller) -> bool {
        match self {
            Self::Everyone => true,
            Self::HalfSignedIn => matches!(caller, Caller::Person(_)),
            Self::SignedIn => caller.person().is_some(),
            Self::Role(roles) => caller.person().is_some_and(|person| person.has_any(roles)),
            Self::Filing => match caller {
                Caller::Card(_) => true,
                _ => caller.person().is_some_and(|person| person.has_any(FILERS)),
            },
            Self::Token => matches!(caller, Caller::Program(_)),
        }
    }
}
