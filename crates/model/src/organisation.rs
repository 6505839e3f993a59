//! Organisations of the network, on the continuum from formal to informal.

use serde::{Deserialize, Serialize};

use crate::code::{Code, closed_list};
use crate::language::Localised;

closed_list! {
    /// The eleven types (in print: *sectors*), from formal to informal.
    OrganisationType {
        /// A public service.
        PublicService = "public-service",
        /// A recognised service.
        RecognisedService = "recognised-service",
        /// A structurally subsidised non-profit.
        StructuralNonprofit = "structural-nonprofit",
        /// An association where people in poverty speak.
        PovertyAssociation = "poverty-association",
        /// A project-funded non-profit.
        ProjectNonprofit = "project-nonprofit",
        /// A school or pupil guidance.
        School = "school",
        /// A volunteer organisation.
        VolunteerOrganisation = "volunteer-organisation",
        /// A self-organisation.
        SelfOrganisation = "self-organisation",
        /// A faith community.
        FaithCommunity = "faith-community",
        /// A citizens' initiative or de-facto association.
        CitizensInitiative = "citizens-initiative",
        /// A negotiated occupation.
        NegotiatedOccupation = "negotiated-occupation",
    }
}

closed_list! {
    /// The only form in which organisation types appear in published figures.
    Formality {
        /// Public services, recognised services, structurally subsidised non-profits.
        Formal = "formal",
        /// Between formal and informal.
        InBetween = "in-between",
        /// Self-organisations, faith communities, citizens' initiatives, negotiated occupations.
        Informal = "informal",
    }
}

impl OrganisationType {
    /// Where the type stands on the continuum.
    pub const fn formality(self) -> Formality {
        match self {
            Self::PublicService | Self::RecognisedService | Self::StructuralNonprofit => Formality::Formal,
            Self::PovertyAssociation
            | Self::ProjectNonprofit
            | Self::School
            | Self::VolunteerOrganisation => Formality::InBetween,
            Self::SelfOrganisation
            | Self::FaithCommunity
            | Self::CitizensInitiative
            | Self::NegotiatedOccupation => Formality::Informal,
        }
    }
}

/// A member organisation of the network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// The code by which files name it.
    pub code: Code,
    /// Its name; many have the same name in every language.
    pub name: Localised,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: OrganisationType,
}
