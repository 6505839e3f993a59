//! What screening says of a place in a text.

/// A place in a text that could point at a person, as a half-open range of Unicode scalars of the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Finding {
    /// What was found.
    pub kind: Kind,
    /// The first scalar of the place.
    pub start: usize,
    /// The scalar after the last one of the place; always above `start`.
    pub end: usize,
    /// Whether the text must be reworded or is only marked.
    pub certainty: Certainty,
}

/// How a finding is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Must be reworded before anything is stored.
    Blocked,
    /// A warning for the filer and a mark for the coordinator.
    Marked,
}

impl Certainty {
    /// `blocked` or `marked`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Blocked => "blocked",
            Self::Marked => "marked",
        }
    }
}

/// What a finding is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Belgian national register number, also with a wrong check digit.
    Nrn,
    /// BIS number: a register number with month + 20 or + 40.
    Bis,
    /// Number of an identity card.
    Eid,
    /// Bank account.
    Iban,
    /// E-mail address, also spelled out.
    Email,
    /// Telephone number.
    Phone,
    /// Bank card.
    Card,
    /// Number at the Foreigners' Office (OV, SP).
    Ov,
    /// Number of an asylum procedure (CG, CGRA, CGVS).
    Cg,
    /// Licence plate.
    Plate,
    /// Address of a profile, or a handle.
    Profile,
    /// Date of birth.
    Dob,
    /// Street with number.
    Addr,
    /// A point on the map.
    Coordinates,
    /// Personal name.
    Name,
    /// Initials with details of a person.
    Initials,
    /// Exact ages together with place and family size.
    AgePlaceFamily,
    /// Room number in a shelter.
    Room,
    /// A combination of traits that few share.
    Rare,
}

impl Kind {
    /// Every kind, blocked ones first.
    pub const ALL: [Self; 19] = [
        Self::Nrn,
        Self::Bis,
        Self::Eid,
        Self::Iban,
        Self::Email,
        Self::Phone,
        Self::Card,
        Self::Ov,
        Self::Cg,
        Self::Plate,
        Self::Profile,
        Self::Dob,
        Self::Addr,
        Self::Coordinates,
        Self::Name,
        Self::Initials,
        Self::AgePlaceFamily,
        Self::Room,
        Self::Rare,
    ];

    /// The code that programs and pages use.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Nrn => "nrn",
            Self::Bis => "bis",
            Self::Eid => "eid",
            Self::Iban => "iban",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Card => "card",
            Self::Ov => "ov",
            Self::Cg => "cg",
            Self::Plate => "plate",
            Self::Profile => "profile",
            Self::Dob => "dob",
            Self::Addr => "addr",
            Self::Coordinates => "coordinates",
            Self::Name => "name",
            Self::Initials => "initials",
            Self::AgePlaceFamily => "age-place-family",
            Self::Room => "room",
            Self::Rare => "rare",
        }
    }

    /// The kind with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Blocked up to coordinates, marked from names on.
    #[must_use]
    pub fn certainty(self) -> Certainty {
        match self {
            Self::Name | Self::Initials | Self::AgePlaceFamily | Self::Room | Self::Rare => Certainty::Marked,
            _ => Certainty::Blocked,
        }
    }
}
