//! Identifiers: one type per thing, all random, so that nothing published or linked tells when it was made.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A text that is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdError;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an identifier")
    }
}

impl std::error::Error for IdError {}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The identifier made of 16 random bytes (a version 4 UUID keeps 122 of the 128 bits).
            pub fn from_random(bytes: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }

            /// The identifier that a database or a file holds.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID itself.
            pub const fn uuid(self) -> Uuid {
                self.0
            }

            /// The identifier written in `text`; an error when it is not a version 4 UUID.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                match Uuid::try_parse(text) {
                    Ok(uuid) if uuid.get_version_num() == 4 => Ok(Self(uuid)),
                    _ => Err(IdError),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// Names a signal.
    SignalId,
    /// Names a structural signal, over all editions.
    StructuralSignalId,
    /// Names an organisation.
    OrganisationId,
    /// Names a recommendation.
    RecommendationId,
    /// Names an authority's answer.
    AnswerId,
    /// Names a text that people wrote, over all its versions.
    TextId,
    /// Names one version of a text.
    VersionId,
    /// Names an account.
    AccountId,
    /// Names an API token of an organisation; says nothing of the token itself.
    ApiTokenId,
    /// Names a filing card; says nothing of its link.
    FilingCardId,
    /// Names a draft.
    DraftId,
    /// Names a message of a thread.
    MessageId,
    /// Names a forum: a day on which structural signals were discussed with authorities.
    ForumId,
}
