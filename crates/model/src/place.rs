//! Where a problem happens: the 19 municipalities, their zones, and two other values.

use serde::{Deserialize, Serialize};

use crate::code::{UnknownCode, closed_list};

closed_list! {
    /// A zone: the City of Brussels alone, and the five care areas (*bassins d'aide et de soins*).
    Zone {
        /// The City of Brussels.
        City = "city",
        /// Anderlecht, Sint-Jans-Molenbeek.
        West = "west",
        /// Sint-Agatha-Berchem, Ganshoren, Jette, Koekelberg.
        North = "north",
        /// Evere, Sint-Joost-ten-Node, Schaarbeek.
        NorthEast = "north-east",
        /// Vorst, Elsene, Sint-Gillis, Ukkel, Watermaal-Bosvoorde.
        South = "south",
        /// Oudergem, Etterbeek, the two Woluwes.
        SouthEast = "south-east",
    }
}

/// One of the 19 municipalities of Brussels, by its NIS code 21001 to 21019.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Municipality(u8);

impl Municipality {
    /// The 19, in the order of their NIS codes.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=19).map(Self)
    }

    /// The NIS code, 21001 to 21019.
    pub const fn nis(self) -> u32 {
        21_000 + self.0 as u32
    }

    /// The zone it lies in; each municipality lies in exactly one.
    pub const fn zone(self) -> Zone {
        match self.0 {
            1 | 12 => Zone::West,
            3 | 8 | 10 | 11 => Zone::North,
            6 | 14 | 15 => Zone::NorthEast,
            7 | 9 | 13 | 16 | 17 => Zone::South,
            2 | 5 | 18 | 19 => Zone::SouthEast,
            _ => Zone::City,
        }
    }
}

/// Where it happens: a municipality, the whole region, or unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Place {
    /// One municipality.
    In(Municipality),
    /// The whole region.
    Region,
    /// Not known.
    Unknown,
}

impl Place {
    /// All 21 values: the municipalities by NIS code, then the region, then unknown.
    pub fn all() -> impl Iterator<Item = Self> {
        Municipality::all().map(Self::In).chain([Self::Region, Self::Unknown])
    }

    /// The code as written in files: the NIS code, `region` or `unknown`.
    pub fn code(self) -> String {
        match self {
            Self::In(municipality) => municipality.nis().to_string(),
            Self::Region => "region".to_owned(),
            Self::Unknown => "unknown".to_owned(),
        }
    }

    /// The place with this code; an error when there is none.
    pub fn parse(code: &str) -> Result<Self, UnknownCode> {
        match code {
            "region" => Ok(Self::Region),
            "unknown" => Ok(Self::Unknown),
            _ => Municipality::all().find(|m| m.nis().to_string() == code).map(Self::In).ok_or(UnknownCode),
        }
    }

    /// The zone, where the place is a municipality.
    pub fn zone(self) -> Option<Zone> {
        match self {
            Self::In(municipality) => Some(municipality.zone()),
            Self::Region | Self::Unknown => None,
        }
    }
}

impl TryFrom<String> for Place {
    type Error = UnknownCode;
    fn try_from(code: String) -> Result<Self, UnknownCode> {
        Self::parse(&code)
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        place.code()
    }
}
