//! What a person with an account may do.

use crate::code::closed_list;

closed_list! {
    /// A role of an account; one account may have several.
    Role {
        /// Files signals, and sees what became of the own ones.
        Filer = "filer",
        /// Weighs the pre-signals of the own organisation, releases them, gives its agreement.
        SignalCoordinator = "signal-coordinator",
        /// Weighs what organisations released, for the whole network.
        NetworkCoordinator = "network-coordinator",
        /// An authority: reads and answers.
        Reader = "reader",
        /// Accounts and settings; no access to texts.
        Administrator = "administrator",
    }
}

impl Role {
    /// Whether the role is held in an organisation.
    pub const fn needs_organisation(self) -> bool {
        matches!(self, Self::Filer | Self::SignalCoordinator)
    }

    /// Whether the role is held for an authority.
    pub const fn needs_authority(self) -> bool {
        matches!(self, Self::Reader)
    }
}
