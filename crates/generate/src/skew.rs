//! Who files how much, about what, where and when.

use model::{Municipality, OrganisationType, Period, Place};
use rand_chacha::ChaCha8Rng;

use crate::chance::{Weighted, happens};
use crate::problems::{SPECS, Season};

/// How much an organisation files, by its rank: as Zipf found of words, so that a few file most.
pub(crate) fn filing_weight(rank: usize) -> u32 {
    let rank = u32::try_from(rank).unwrap_or(u32::MAX - 3);
    10_000 / (rank + 2)
}

/// What an organisation of this kind sees, over the problems.
pub(crate) fn problems_seen_by(kind: OrganisationType) -> Weighted {
    Weighted::new(SPECS.iter().map(|spec| {
        let near = near_domains(kind);
        let factor = if near.is_empty() {
            10
        } else if near.contains(&spec.domain) {
            30
        } else {
            5
        };
        spec.weight * factor
    }))
}

/// The domains an organisation of this kind stands close to; none where it sees them all alike.
const fn near_domains(kind: OrganisationType) -> &'static [&'static str] {
    match kind {
        OrganisationType::PublicService | OrganisationType::RecognisedService => &[],
        OrganisationType::StructuralNonprofit => {
            &["housing", "childcare-family", "income-debts", "residence-status"]
        }
        OrganisationType::PovertyAssociation => {
            &["income-debts", "energy", "housing", "digital", "child-rights"]
        }
        OrganisationType::ProjectNonprofit => &["education", "childcare-family", "language", "digital"],
        OrganisationType::School => {
            &["education", "child-rights", "childcare-family", "language", "material-needs"]
        }
        OrganisationType::VolunteerOrganisation => &["material-needs", "housing", "health", "mental-health"],
        OrganisationType::SelfOrganisation => {
            &["residence-status", "work", "language", "violence-safety", "health"]
        }
        OrganisationType::FaithCommunity => &["material-needs", "residence-status", "mental-health"],
        OrganisationType::CitizensInitiative => &["digital", "energy", "housing", "service-access"],
        OrganisationType::NegotiatedOccupation => {
            &["housing", "service-access", "health", "residence-status"]
        }
    }
}

/// Weights of the 19 municipalities by NIS code, then the region and unknown: poverty weighs, and size.
const PLACES: [u32; 21] =
    [120, 15, 25, 180, 30, 30, 50, 20, 50, 40, 40, 130, 90, 60, 110, 25, 8, 15, 8, 60, 30];

/// Where things happen.
pub(crate) struct Places {
    all: Vec<Place>,
    weights: Weighted,
}

impl Places {
    pub(crate) fn new() -> Self {
        Self { all: Place::all().collect(), weights: Weighted::new(PLACES) }
    }

    /// A municipality, the region or unknown.
    pub(crate) fn draw(&self, rng: &mut ChaCha8Rng) -> Place {
        self.all.get(self.weights.draw(rng)).copied().unwrap_or(Place::Region)
    }

    /// The municipality in which an organisation works.
    pub(crate) fn draw_home(&self, rng: &mut ChaCha8Rng) -> Place {
        let weights = Weighted::new(PLACES.into_iter().take(Municipality::all().count()));
        self.all.get(weights.draw(rng)).copied().unwrap_or(Place::Region)
    }

    /// Mostly where the organisation works, else anywhere.
    pub(crate) fn draw_near(&self, rng: &mut ChaCha8Rng, home: Place) -> Place {
        if happens(rng, 45) { home } else { self.draw(rng) }
    }
}

/// The months of a period, each with its weight in every season.
pub(crate) struct Months {
    period: Period,
    by_season: [Weighted; 3],
}

/// From January to December: quiet summers, busy autumns.
const YEAR: [u32; 12] = [9, 9, 10, 9, 9, 8, 5, 5, 10, 11, 10, 7];
const WINTER: [u32; 12] = [20, 18, 12, 6, 4, 3, 2, 2, 4, 10, 18, 20];
const SCHOOL: [u32; 12] = [10, 7, 7, 6, 8, 7, 3, 15, 26, 18, 8, 4];

impl Months {
    pub(crate) fn new(period: Period) -> Self {
        let weights = |of_year: [u32; 12]| {
            Weighted::new((0..period.months()).map(move |month| {
                let of = (period.from().number() + month).rem_euclid(12);
                usize::try_from(of).ok().and_then(|of| of_year.get(of)).copied().unwrap_or(0)
            }))
        };
        Self { period, by_season: [weights(YEAR), weights(WINTER), weights(SCHOOL)] }
    }

    /// A month of the period.
    pub(crate) fn draw(&self, rng: &mut ChaCha8Rng, season: Season) -> model::Month {
        let [even, winter, school] = &self.by_season;
        let weights = match season {
            Season::Even => even,
            Season::Winter => winter,
            Season::School => school,
        };
        let after = i32::try_from(weights.draw(rng)).unwrap_or(0);
        model::Month::from_number(self.period.from().number() + after).unwrap_or(self.period.from())
    }
}
