//! Who files, for which organisation, and what that person may ask besides.

use model::{AccountId, Code, FilingCardId, Role};
use store::{FilingCard, Via};

use super::answers::{Answers, DIRECT, RELEASE};
use crate::access::FILERS;
use crate::failure::Failure;
use crate::visit::{Caller, Person, Visit};

/// Who files.
#[derive(Clone)]
pub struct Filer {
    /// For which organisation.
    pub organisation: Code,
    by: By,
}

#[derive(Clone, Copy)]
enum By {
    Account { id: AccountId, coordinator: bool },
    Card(FilingCardId),
}

impl Filer {
    /// The filer of this visit.
    pub fn of(visit: &Visit) -> Result<Self, Failure> {
        match visit.caller() {
            Caller::Card(card) => Ok(Self::with_card(card)),
            caller => caller.person().and_then(Self::with_account).ok_or(Failure::SignIn),
        }
    }

    /// Whoever holds this card.
    pub fn with_card(card: &FilingCard) -> Self {
        Self { organisation: card.organisation.clone(), by: By::Card(card.id) }
    }

    fn with_account(person: &Person) -> Option<Self> {
        let organisation = person.account.organisation.clone().filter(|_| person.has_any(FILERS))?;
        let coordinator = person.has_any(&[Role::SignalCoordinator]);
        Some(Self { organisation, by: By::Account { id: person.account.id, coordinator } })
    }

    /// As the store names it.
    pub fn via(&self) -> Via {
        match self.by {
            By::Account { id, .. } => Via::Account(id),
            By::Card(id) => Via::Card(id),
        }
    }

    /// The account, where there is one.
    pub fn account(&self) -> Option<AccountId> {
        match self.by {
            By::Account { id, .. } => Some(id),
            By::Card(_) => None,
        }
    }

    /// Whether it files with a card.
    pub fn has_card(&self) -> bool {
        self.account().is_none()
    }

    /// Whether it may release what it files.
    pub fn may_release(&self) -> bool {
        matches!(self.by, By::Account { coordinator: true, .. })
    }

    /// Whether these answers ask to go straight to a network coordinator. What comes by card waits for its sponsor.
    pub fn goes_direct(&self, answers: &Answers) -> bool {
        !self.has_card() && answers.has(DIRECT, "yes")
    }

    /// Whether these answers ask to be released at once, by someone who may.
    pub fn releases(&self, answers: &Answers) -> bool {
        self.may_release() && answers.has(RELEASE, "yes") && !self.goes_direct(answers)
    }

    /// By what the page knows the same filer again.
    pub fn mark(&self) -> String {
        match self.by {
            By::Account { id, .. } => id.to_string(),
            By::Card(id) => id.to_string(),
        }
    }
}
