//! Generated signals, one after the other, without end.

use model::{
    Authority, Cause, CauseChoice, Code, Language, OrganisationType, Period, Place, Recurrence, Submission,
    TargetGroup, Tried,
};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::chance::{Weighted, happens, one, some};
use crate::grammar::Grammar;
use crate::personal;
use crate::problems::{SPECS, Season, Spec};
use crate::skew::{Months, Places, filing_weight, problems_seen_by};

/// A generated signal, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeneratedSignal {
    /// The signal; valid, and marked as generated.
    pub submission: Submission,
    /// The key of the problem it speaks of: which signals say the same thing.
    pub problem: &'static str,
    /// Whether invented personal data stand in its text.
    pub personal_data: bool,
}

/// Makes signals. Equal seeds, periods and organisations give equal signals, on every machine.
pub struct Generator {
    rng: ChaCha8Rng,
    grammar: Grammar,
    places: Places,
    editions: Vec<Months>,
    edition_weights: Weighted,
    filers: Vec<Filer>,
    filer_weights: Weighted,
    problems: Vec<Problem>,
    none: Option<Code>,
    first_reference: u32,
    with_personal_data: bool,
}

struct Filer {
    code: Code,
    languages: Vec<Language>,
    home: Place,
    problems: Weighted,
    filed: u32,
}

/// A problem with its codes parsed.
struct Problem {
    spec: &'static Spec,
    domain: Code,
    rights: Vec<Code>,
    other_domains: Vec<Code>,
    causes: Weighted,
}

/// Shares, in a hundred.
const UNKNOWN_CAUSE: u32 = 5;
const NO_RIGHT: u32 = 4;
const PERSONAL_DATA: u32 = 2;

/// How often an organisation of one, two, or three languages writes in each.
const LANGUAGES: [&[u32]; 3] = [&[100], &[65, 35], &[55, 35, 10]];
const TRIED: [u32; 4] = [45, 20, 30, 5];
const RECURRENCE: [u32; 5] = [15, 35, 25, 15, 10];

impl Generator {
    /// A generator of signals observed in one of the periods and filed by one of the organisations, which write
    /// in their languages, the first one most. Without a period or an organisation it makes nothing.
    pub fn new(
        seed: u64,
        editions: &[Period],
        organisations: &[(Code, OrganisationType, Vec<Language>)],
    ) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let places = Places::new();
        // Who files most differs from seed to seed, not with the order of the list.
        let mut ranks: Vec<usize> = (0..organisations.len()).collect();
        for at in (1..ranks.len()).rev() {
            let other = Weighted::new(std::iter::repeat_n(1, at + 1)).draw(&mut rng);
            ranks.swap(at, other);
        }
        let filers = organisations.iter().map(|(code, kind, languages)| Filer {
            code: code.clone(),
            languages: if languages.is_empty() { vec![Language::Nl] } else { languages.clone() },
            home: places.draw_home(&mut rng),
            problems: problems_seen_by(*kind),
            filed: 0,
        });
        let filers = filers.collect();
        Self {
            rng,
            grammar: Grammar::new(),
            places,
            editions: editions.iter().map(|period| Months::new(*period)).collect(),
            edition_weights: Weighted::new(editions.iter().map(|period| period.months().unsigned_abs())),
            filers,
            filer_weights: Weighted::new(ranks.into_iter().map(filing_weight)),
            problems: SPECS.iter().filter_map(Problem::of).collect(),
            none: Code::parse("none").ok(),
            first_reference: 1,
            with_personal_data: false,
        }
    }

    /// Whether about two texts in a hundred carry invented personal data, for tests of what must find them.
    #[must_use]
    pub const fn with_personal_data(mut self, with: bool) -> Self {
        self.with_personal_data = with;
        self
    }

    /// The number of the first reference of each organisation, 1 unless chosen: a second generator for the same
    /// organisations goes on where the first one ended.
    #[must_use]
    pub const fn numbered_from(mut self, first: u32) -> Self {
        self.first_reference = first;
        self
    }

    fn cause(&mut self, problem: usize) -> CauseChoice {
        if happens(&mut self.rng, UNKNOWN_CAUSE) {
            return CauseChoice::Unknown;
        }
        let Some(problem) = self.problems.get(problem) else { return CauseChoice::Unknown };
        let at = problem.causes.draw(&mut self.rng);
        problem.spec.causes.get(at).map_or(CauseChoice::Unknown, |(cause, _)| CauseChoice::Of(*cause))
    }

    fn tried(&mut self) -> Vec<Tried> {
        let weights = Weighted::new(TRIED);
        let mut tried: Vec<Tried> =
            Tried::ALL.get(weights.draw(&mut self.rng)).copied().into_iter().collect();
        if !tried.contains(&Tried::NothingPossible) && happens(&mut self.rng, 30) {
            let more = Tried::ALL.get(weights.draw(&mut self.rng)).copied();
            tried.extend(more.filter(|more| *more != Tried::NothingPossible && !tried.contains(more)));
        }
        tried.sort_unstable();
        tried
    }
}

impl Problem {
    fn of(spec: &'static Spec) -> Option<Self> {
        let codes = |texts: &[&str]| texts.iter().filter_map(|text| Code::parse(text).ok()).collect();
        Some(Self {
            spec,
            domain: Code::parse(spec.domain).ok()?,
            rights: codes(spec.rights),
            other_domains: codes(spec.other_domains),
            causes: Weighted::new(spec.causes.iter().map(|(_, share)| *share)),
        })
    }
}

impl Iterator for Generator {
    type Item = GeneratedSignal;

    fn next(&mut self) -> Option<GeneratedSignal> {
        let edition = self.edition_weights.draw(&mut self.rng);
        let at = self.filer_weights.draw(&mut self.rng);
        let filer = self.filers.get_mut(at)?;
        let reference = format!("G-{:06}", self.first_reference.saturating_add(filer.filed));
        filer.filed += 1;
        let (organisation, home) = (filer.code.clone(), filer.home);
        let number = filer.problems.draw(&mut self.rng);
        let by_use = LANGUAGES[filer.languages.len().clamp(1, 3) - 1];
        let language = Weighted::new(by_use.iter().copied()).draw(&mut self.rng);
        let language = filer.languages.get(language).copied().unwrap_or(Language::Nl);

        let cause = self.cause(number);
        let tried = self.tried();
        let rng = &mut self.rng;
        let problem = self.problems.get(number)?;
        let spec = problem.spec;
        let season = if happens(rng, 90) { spec.season } else { Season::Even };
        let observed = self.editions.get(edition)?.draw(rng, season);
        let (cause, right) = if happens(rng, NO_RIGHT) {
            (CauseChoice::NoRight, self.none.clone().filter(|_| happens(rng, 50)))
        } else {
            // The first named is the likeliest.
            let right = if happens(rng, 60) { problem.rights.first() } else { one(rng, &problem.rights) };
            (cause, right.cloned())
        };
        let other_causes: Vec<Cause> = if happens(rng, 25) && cause != CauseChoice::NoRight {
            let others = Cause::ALL.iter().copied().filter(|other| cause != CauseChoice::Of(*other));
            some(rng, &others.collect::<Vec<_>>(), 35, 2)
        } else {
            Vec::new()
        };
        let place = self.places.draw_near(rng, home);
        let mut other_places = Vec::new();
        if matches!(place, Place::In(_)) && happens(rng, 14) {
            let other = self.places.draw(rng);
            other_places.extend(Some(other).filter(|other| *other != place && matches!(other, Place::In(_))));
        }
        let mut other_domains: Vec<Code> = problem.other_domains.clone();
        other_domains.retain(|_| happens(rng, 25));
        other_domains.sort_unstable();
        let mut target_groups: Vec<TargetGroup> = some(rng, spec.groups, 45, 3);
        target_groups.sort_unstable();
        let authority: Option<Authority> = if happens(rng, 20) {
            None
        } else if happens(rng, 55) {
            spec.authorities.first().copied()
        } else {
            one(rng, spec.authorities).copied()
        };
        let recurrence = Recurrence::ALL.get(Weighted::new(RECURRENCE).draw(rng)).copied();
        let mut texts = self.grammar.texts(rng, language, number, &tried);
        let personal_data = self.with_personal_data && happens(rng, PERSONAL_DATA);
        if personal_data {
            texts.problem.push(' ');
            texts.problem.push_str(&personal::sentence(rng, language));
        }
        let never_eligible = cause == CauseChoice::Of(Cause::Exclusion) && happens(rng, spec.never_eligible);
        let no_municipality = happens(rng, spec.no_municipality);
        let submission = Submission {
            reference: Some(reference),
            organisation,
            observed,
            language,
            headline: texts.headline,
            problem: texts.problem,
            impact: texts.impact,
            tried,
            tried_note: texts.tried_note,
            cause,
            other_causes,
            never_eligible,
            domain: problem.domain.clone(),
            other_domains,
            right,
            target_groups,
            place,
            other_places,
            no_municipality,
            authority,
            recurrence,
            source: String::new(),
            generated: true,
        };
        Some(GeneratedSignal { submission, problem: spec.key, personal_data })
    }
}
