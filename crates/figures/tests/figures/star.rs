//! The default plan on a skewed network: 20 organisations, 300 signals.

use figures::{Plan, Publication, Record, Rules, Tally, Topic, protect};
use model::{
    Authority, Cause, CauseChoice, Code, Domain, DomainGroup, Localised, OrganisationType, Place, Recurrence,
    TargetGroup,
};

use crate::world::{organisations, year};

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

pub fn plan() -> Plan {
    let code = |text: &str| Code::parse(text).unwrap();
    let domains: Vec<Domain> = DOMAINS
        .iter()
        .map(|(c, group)| Domain {
            code: code(c),
            group: *group,
            label: Localised::default(),
            retired: false,
        })
        .collect();
    let topics: Vec<Topic> =
        TOPICS.iter().map(|(key, domain)| Topic { key: code(key), domain: code(domain) }).collect();
    Plan::star(&domains, &topics)
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
    let mut tally = Tally::new(plan(), organisations(number_of_organisations)).unwrap();
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

/// Published and all cells of the tables of a tier that are kept, and of those that were planned.
fn shares(publication: &Publication, table: &str) -> Option<(usize, usize)> {
    let cells = publication.table(table)?.cells();
    Some((cells.iter().filter(|cell| !cell.figure.is_protected()).count(), cells.len()))
}

#[test]
fn an_edition_of_300_signals_keeps_most_of_its_one_way_figures() {
    for seed in [1, 2, 3] {
        let publication = protect(&network(300, 20, seed), &Rules::default(), year(2025), &[]);
        assert_eq!(publication.total().count(), Some(300));
        assert!(publication.self_check().is_ok());
        for table in publication.tables() {
            let (open, all) = shares(&publication, table.id()).unwrap();
            println!("seed {seed}: {} {open} of {all}", table.id());
        }
        for dropped in publication.dropped() {
            println!("seed {seed}: {} dropped, {:?}, {:?}", dropped.table, dropped.reason, dropped.instead);
        }
        for table in ["cause", "domain", "topic"] {
            let (open, all) = shares(&publication, table).unwrap();
            assert!(open * 10 >= all * 6, "{table}: {open} of {all} published");
        }
    }
}

#[test]
fn a_signal_counts_under_the_domain_of_its_topic() {
    let mut tally = Tally::new(plan(), organisations(5)).unwrap();
    let code = |text: &str| Code::parse(text).unwrap();
    let (topic, work) = (code("family-shelter"), code("work"));
    for organisation in 0..5 {
        for _ in 0..4 {
            let record = Record {
                organisation,
                cause: CauseChoice::Of(Cause::NotObtained),
                never_eligible: false,
                domain: &work,
                topic: Some(&topic),
                place: Place::Region,
                no_municipality: false,
                target_groups: &[],
                authority: None,
                recurrence: None,
            };
            tally.add(&record).unwrap();
        }
    }
    let rules = Rules { max_protected_share: 1.0, zeros: figures::Zeros::Publish, ..Rules::default() };
    let publication = protect(&tally, &rules, year(2025), &[]);
    assert_eq!(publication.figure(&[("topic", "family-shelter")]).count(), Some(20));
    assert_eq!(publication.figure(&[("domain", "housing")]).count(), Some(20));
    assert_eq!(publication.figure(&[("topic", "living")]), figures::Publishable::PROTECTED);
    assert_eq!(publication.figure(&[("domain", "living")]).count(), Some(20));
    assert_eq!(publication.figure(&[("domain", "work")]).count(), Some(0));
}

#[test]
fn only_silent_sectors_make_a_public_zero() {
    // Organisations 0 to 2 are formal, 3 to 6 in between; nobody informal is a member.
    let publication = protect(&network_of(7), &Rules::default(), year(2025), &[]);
    assert_eq!(publication.figure(&[("formality", "informal")]).count(), Some(0));
    assert!(publication.figure(&[("formality", "formal")]).count().is_some());
    assert!(publication.silent_sectors().contains(&OrganisationType::SelfOrganisation));
    assert!(!publication.silent_sectors().contains(&OrganisationType::School));
}

fn network_of(organisations: usize) -> Tally {
    network(600, organisations, 7)
}

#[test]
fn a_record_that_the_plan_has_no_place_for_is_refused_by_name() {
    let mut tally = Tally::new(plan(), organisations(3)).unwrap();
    let unknown = Code::parse("astronomy").unwrap();
    let mut record = Record {
        organisation: 0,
        cause: CauseChoice::NoRight,
        never_eligible: false,
        domain: &unknown,
        topic: None,
        place: Place::Region,
        no_municipality: false,
        target_groups: &[],
        authority: None,
        recurrence: None,
    };
    assert_eq!(tally.add(&record).unwrap_err().dimension, "topic");
    record.organisation = 3;
    assert_eq!(tally.add(&record).unwrap_err().dimension, "organisation");
}

#[test]
fn a_large_edition_publishes_its_finest_tables() {
    let publication = protect(&network(60_000, 40, 5), &Rules::default(), year(2025), &[]);
    assert!(publication.table("domain-by-place").is_some());
    assert!(publication.table("topic-by-cause-groups").is_some());
    assert!(publication.dropped().is_empty());
    let cells = publication.cells();
    assert!(cells.protected * 10 < cells.published, "{cells:?}");
}
