//! A skewed network on the default plan, the same for the same seed.

use figures::{Plan, Record, Tally, Topic};
use model::{
    Authority, Cause, CauseChoice, Code, Domain, DomainGroup, Localised, OrganisationType, Place, Recurrence,
    TargetGroup,
};

const DOMAINS: [(&str, DomainGroup); 15] = [
    ("housing", DomainGroup::Living),
    ("energy", DomainGroup::Living),
    ("material-needs", DomainGroup::Living),
    ("residence-status", DomainGroup::Rights),
    ("service-access", DomainGroup::Rights),
    ("language", DomainGroup::Rights),
    ("digital", DomainGroup::Rights),
    ("child-rights", DomainGroup::Family),
    ("education", DomainGroup::Family),
    ("childcare-family", DomainGroup::Family),
    ("violence-safety", DomainGroup::Family),
    ("health", DomainGroup::Health),
    ("mental-health", DomainGroup::Health),
    ("income-debts", DomainGroup::Income),
    ("work", DomainGroup::Income),
];

const TOPICS: [(&str, &str); 8] = [
    ("family-shelter", "housing"),
    ("overcrowding", "housing"),
    ("reference-address", "residence-status"),
    ("urgent-care", "health"),
    ("school-costs", "education"),
    ("late-allowances", "income-debts"),
    ("closed-counters", "service-access"),
    ("childcare-places", "childcare-family"),
];

pub fn domains() -> Vec<Domain> {
    let domain = |(code, group): &(&str, DomainGroup)| Domain {
        code: Code::parse(code).unwrap(),
        group: *group,
        label: Localised::default(),
        retired: false,
    };
    DOMAINS.iter().map(domain).collect()
}

pub fn plan() -> Plan {
    let code = |text: &str| Code::parse(text).unwrap();
    let topics: Vec<Topic> =
        TOPICS.iter().map(|(key, domain)| Topic { key: code(key), domain: code(domain) }).collect();
    Plan::star(&domains(), &topics)
}

/// A small generator with a fixed seed: the same world in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    /// Low numbers far more often than high ones.
    pub fn skewed(&mut self, n: u64) -> usize {
        let (a, b) = (self.below(n), self.below(n));
        usize::try_from(a.min(b)).unwrap()
    }
}

pub fn network(signals: u64, number_of_organisations: usize, seed: u64) -> Tally {
    network_on(plan(), signals, number_of_organisations, seed)
}

/// The same network, counted for a plan with the default plan's dimensions.
pub fn network_on(plan: Plan, signals: u64, number_of_organisations: usize, seed: u64) -> Tally {
    let mut tally = Tally::new(plan, organisations(number_of_organisations)).unwrap();
    let domains: Vec<Code> = DOMAINS.iter().map(|(c, _)| Code::parse(c).unwrap()).collect();
    let topics: Vec<Code> = TOPICS.iter().map(|(c, _)| Code::parse(c).unwrap()).collect();
    let places: Vec<Place> = Place::all().collect();
    let mut dice = Dice(seed);
    for _ in 0..signals {
        let with_topic = dice.below(10) < 5;
        let topic = dice.skewed(8);
        let own_domain = dice.skewed(15);
        let domain = if with_topic { TOPICS[topic].1 } else { DOMAINS[own_domain].0 };
        let cause = match dice.below(20) {
            0 => CauseChoice::NoRight,
            1 => CauseChoice::Unknown,
            _ => CauseChoice::Of(Cause::ALL[dice.skewed(5)]),
        };
        let groups: Vec<TargetGroup> =
            TargetGroup::ALL.iter().copied().filter(|_| dice.below(6) == 0).collect();
        let record = Record {
            organisation: dice.skewed(u64::try_from(number_of_organisations).unwrap()),
            cause,
            never_eligible: false,
            domain: domains.iter().find(|code| code.as_str() == domain).unwrap(),
            topic: with_topic.then(|| &topics[topic]),
            place: places[dice.skewed(21)],
            no_municipality: dice.below(8) == 0,
            target_groups: &groups,
            authority: (dice.below(4) > 0).then(|| Authority::ALL[dice.skewed(10)]),
            recurrence: (dice.below(4) > 0).then(|| Recurrence::ALL[dice.skewed(4)]),
        };
        tally.add(&record).unwrap();
    }
    tally
}

pub fn organisations(number: usize) -> Vec<(Code, OrganisationType)> {
    let kinds = OrganisationType::ALL;
    (0..number).map(|i| (Code::parse(&format!("org-{i}")).unwrap(), kinds[i % kinds.len()])).collect()
}
