//! What somebody may know of a signal, and do with it.

use model::{Code, Role, SignalState};
use store::{Side, SignalFile};

use crate::access::FILERS;
use crate::visit::Person;

/// As what somebody reads a signal; a person may be several of these at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Filed it.
    pub filer: bool,
    /// A signal coordinator of the organisation, or of the one that releases for a group with a filing card.
    pub organisation: bool,
    /// A network coordinator, of a signal that was released.
    pub network: bool,
}

impl Standing {
    /// As what this person reads this signal; none where nobody should learn that it exists.
    ///
    /// A signal that went straight to the network is hidden from the coordinators of its own organisation. Withdrawn
    /// before or after its release: either way it is the organisation's own again.
    pub fn of(person: &Person, file: &SignalFile) -> Option<Self> {
        let line = &file.line;
        let own = |code: &Code| person.account.organisation.as_ref() == Some(code);
        let weighs = person.has_any(&[Role::SignalCoordinator]) && !line.direct;
        let released =
            matches!(line.state, SignalState::Released | SignalState::Accepted | SignalState::Declined);
        let standing = Self {
            filer: person.has_any(FILERS) && line.filer == Some(person.account.id),
            organisation: weighs && (own(&line.organisation) || file.sponsor.as_ref().is_some_and(own)),
            network: person.has_any(&[Role::NetworkCoordinator]) && released,
        };
        (standing.filer || standing.organisation || standing.network).then_some(standing)
    }

    /// Whether it may be released or solved now.
    pub fn weighs(self, file: &SignalFile) -> bool {
        self.organisation && file.line.state == SignalState::PreSignal
    }

    /// Whether it may be accepted or declined now.
    pub fn judges(self, file: &SignalFile) -> bool {
        self.network && file.line.state == SignalState::Released
    }

    /// Whether it may be withdrawn now.
    pub fn withdraws(self, file: &SignalFile) -> bool {
        self.is_own() && file.may_withdraw
    }

    /// On which side of the thread this person speaks now; none where there is nothing to say.
    ///
    /// A coordinator asks: the organisation's before release, the network's after. The filer replies, and after the
    /// release the organisation may reply too, since the signal is the organisation's and survives the worker.
    pub fn speaks(self, file: &SignalFile) -> Option<Side> {
        let asked = file.messages.iter().any(|message| message.side == Side::Coordinator);
        match file.line.state {
            SignalState::PreSignal if self.filer => asked.then_some(Side::Filer),
            SignalState::PreSignal if self.organisation => Some(Side::Coordinator),
            SignalState::Released | SignalState::Accepted if self.is_own() => asked.then_some(Side::Filer),
            SignalState::Released | SignalState::Accepted if self.network => Some(Side::Coordinator),
            _ => None,
        }
    }

    /// Whether a coordinator's question waits for this person's reply.
    pub fn is_asked(self, file: &SignalFile) -> bool {
        let open = file.messages.last().is_some_and(|last| last.side == Side::Coordinator);
        open && self.speaks(file) == Some(Side::Filer)
    }

    /// On which side of the thread this person's messages stand.
    pub fn side(self, file: &SignalFile) -> Side {
        let asks = if file.line.state == SignalState::PreSignal { !self.filer } else { !self.is_own() };
        if asks { Side::Coordinator } else { Side::Filer }
    }

    /// Whether the signal is this person's or this person's organisation's.
    pub fn is_own(self) -> bool {
        self.filer || self.organisation
    }

    /// Whether this person coordinates: sees what screening marked.
    pub fn coordinates(self) -> bool {
        self.organisation || self.network
    }
}
