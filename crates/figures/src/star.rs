//! The default plan: a star round the topic.

use std::collections::BTreeMap;

use model::{Authority, Cause, Code, Domain, DomainGroup, Formality, Place, Recurrence, TargetGroup, Zone};

use crate::plan::{Column, Dimension, Kind, Level, Plan, TablePlan};

/// The value of signals in which no right is in play, in dimension `cause`.
pub const NO_RIGHT: &str = "no-right";
/// In dimension `cause`: the group of [`NO_RIGHT`] and `unknown`.
pub const NO_CAUSE: &str = "no-cause";
/// The value of signals that do not say it, in dimensions `authority` and `recurrence`.
pub const UNSTATED: &str = "unstated";
/// With a domain's code behind it: the signals of a domain that no printed topic takes.
pub(crate) const REST: &str = "other-";
/// In dimension `cause`: nobody has decided.
pub(crate) const UNKNOWN: &str = "unknown";
pub(crate) const YES: &str = "yes";
pub(crate) const NO: &str = "no";

/// A printed structural signal: it counts its signals, under its domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its key.
    pub key: Code,
    /// Its domain.
    pub domain: Code,
}

/// The code of the yes/no dimension of a target group.
pub fn target_dimension(group: TargetGroup) -> String {
    format!("target-{}", group.code())
}

impl Plan {
    /// The default plan of `guard.md`: the total; one-way tables; the domain's groups by cause, zone and
    /// formality; then finer crosses of topic or domain with cause and place. Every two-way table crosses the
    /// topic or a coarser form of it, so the plan is acyclic.
    ///
    /// Topics whose domain is not in the list are left out; signals then count under their own domain.
    pub fn star(domains: &[Domain], topics: &[Topic]) -> Self {
        let mut dimensions = BTreeMap::new();
        let mut put = |code: &str, kind, values: Vec<String>| {
            let dimension =
                Dimension { kind, values, groups: BTreeMap::new(), multiple: false, within: None };
            dimensions.insert(code.to_owned(), dimension);
        };
        let yes_no = || vec![YES.to_owned(), NO.to_owned()];
        let mut ordered: Vec<&Domain> = Vec::new();
        for group in DomainGroup::ALL {
            let of_group = domains.iter().filter(|domain| domain.group == *group);
            for domain in of_group {
                if !ordered.iter().any(|other| other.code == domain.code) {
                    ordered.push(domain);
                }
            }
        }
        put("domain", Kind::Domain, ordered.iter().map(|domain| domain.code.to_string()).collect());
        put("topic", Kind::Topic, Vec::new());
        let causes = Cause::ALL.iter().map(|cause| cause.code().to_owned());
        put("cause", Kind::Cause, causes.chain([UNKNOWN.to_owned(), NO_RIGHT.to_owned()]).collect());
        put("place", Kind::Place, Place::all().map(Place::code).collect());
        put("formality", Kind::Formality, codes(Formality::ALL.iter().map(|f| f.code()), None));
        put("no_municipality", Kind::NoMunicipality, yes_no());
        put("authority", Kind::Authority, codes(Authority::ALL.iter().map(|a| a.code()), Some(UNSTATED)));
        put("recurrence", Kind::Recurrence, codes(Recurrence::ALL.iter().map(|r| r.code()), Some(UNSTATED)));
        for group in TargetGroup::ALL {
            put(&target_dimension(*group), Kind::TargetGroup, yes_no());
        }
        let mut plan = Self { dimensions, tables: Vec::new(), cyclic: false };

        let mut domain_groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut topic_groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut topic_values = Vec::new();
        for domain in &ordered {
            let group = plan.group_code("domain", domain.group.code());
            domain_groups.entry(group).or_default().push(domain.code.to_string());
            let mut members: Vec<String> = Vec::new();
            for topic in topics.iter().filter(|topic| topic.domain == domain.code) {
                if !topic_values.iter().any(|key: &String| key == topic.key.as_str()) {
                    members.push(topic.key.to_string());
                }
            }
            members.push(format!("{REST}{}", domain.code));
            topic_values.extend(members.iter().cloned());
            topic_groups.insert(domain.code.to_string(), members);
        }
        let mut zones: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for zone in Zone::ALL {
            let places = Place::all().filter(|place| place.zone() == Some(*zone)).map(Place::code);
            zones.insert(zone.code().to_owned(), places.collect());
        }
        // In crosses, the two ways of having no cause stand together: apart, each is a row of small counts.
        let no_cause = BTreeMap::from([(NO_CAUSE.to_owned(), vec![UNKNOWN.to_owned(), NO_RIGHT.to_owned()])]);
        let groups =
            [("domain", domain_groups), ("topic", topic_groups), ("place", zones), ("cause", no_cause)];
        for (code, groups) in groups {
            if let Some(dimension) = plan.dimensions.get_mut(code) {
                dimension.groups = groups;
            }
        }
        if let Some(topic) = plan.dimensions.get_mut("topic") {
            topic.values = topic_values;
            topic.within = Some("domain".to_owned());
        }

        plan.tables = tables();
        plan
    }
}

fn tables() -> Vec<TablePlan> {
    use Level::{Fine, Groups};
    let table = |tier, columns: &[(&str, Level)]| TablePlan {
        tier,
        columns: columns
            .iter()
            .map(|(d, level)| Column { dimension: (*d).to_owned(), level: *level })
            .collect(),
    };
    let mut tables = vec![table(1, &[])];
    for dimension in
        ["domain", "cause", "topic", "place", "formality", "no_municipality", "authority", "recurrence"]
    {
        tables.push(table(2, &[(dimension, Fine)]));
    }
    tables.extend(TargetGroup::ALL.iter().map(|group| table(2, &[(&target_dimension(*group), Fine)])));
    tables.push(table(3, &[("domain", Groups), ("cause", Groups)]));
    tables.push(table(3, &[("domain", Groups), ("place", Groups)]));
    tables.push(table(3, &[("domain", Groups), ("formality", Fine)]));
    tables.push(table(4, &[("domain", Fine), ("cause", Groups)]));
    tables.push(table(4, &[("domain", Fine), ("place", Groups)]));
    tables.push(table(4, &[("domain", Groups), ("place", Fine)]));
    tables.push(table(5, &[("topic", Fine), ("cause", Groups)]));
    tables.push(table(5, &[("domain", Fine), ("place", Fine)]));
    tables
}

fn codes<'a>(codes: impl Iterator<Item = &'a str>, last: Option<&'a str>) -> Vec<String> {
    codes.chain(last).map(str::to_owned).collect()
}
