//! The codes of a signal as people read them: as filed, and beside it what was decided otherwise.

use model::{Cause, CauseChoice, Code, Decided, Field, Place};
use store::{NetworkView, SignalFile};
use wording::{Wording, args};

use super::line::domain;
use super::standing::Standing;

/// One field.
pub struct Fact {
    /// The name of the field.
    pub name: String,
    /// As filed.
    pub filed: String,
    /// As decided, where that differs.
    pub decided: Option<String>,
}

/// The fields that say something, in the order in which the form asks for them.
pub fn facts(wording: Wording, network: &NetworkView, file: &SignalFile, standing: Standing) -> Vec<Fact> {
    let (filed, decided) = (&file.submission, &file.decided);
    let as_filed = Decided::as_filed(filed);
    let show = Show { wording, network };
    let fact = |field: Field, filed: String, decided: String| {
        let decided = (decided != filed)
            .then(|| wording.say("signal-decided", &args![value = show.or_nothing(decided)]));
        Fact { name: wording.label(field), filed: show.or_nothing(filed), decided }
    };
    let same = |field: Field, value: String| fact(field, value.clone(), value);
    let both = |field: Field, of: &dyn Fn(&Decided) -> String| fact(field, of(&as_filed), of(decided));
    let list = |labels: Vec<String>| wording.list(&labels.iter().map(String::as_str).collect::<Vec<_>>());
    let mut facts = vec![
        both(Field::Domain, &|codes| domain(wording, network, &codes.domain)),
        both(Field::OtherDomains, &|codes| show.domains(&codes.other_domains)),
        both(Field::Place, &|codes| wording.place(codes.place)),
        same(Field::OtherPlaces, show.places(&filed.other_places)),
        same(Field::Tried, list(filed.tried.iter().map(|tried| wording.label(*tried)).collect())),
        both(Field::Cause, &|codes| show.cause(codes.cause, codes.never_eligible)),
        both(Field::OtherCauses, &|codes| show.causes(&codes.other_causes)),
        both(Field::Right, &|codes| show.right(codes.right.as_ref())),
        both(Field::Authority, &|codes| codes.authority.map_or_else(String::new, |one| wording.label(one))),
        same(
            Field::TargetGroups,
            list(filed.target_groups.iter().map(|group| wording.label(*group)).collect()),
        ),
        same(Field::Recurrence, filed.recurrence.map_or_else(String::new, |one| wording.label(one))),
        same(Field::Observed, wording.month(filed.observed)),
        same(Field::Language, wording.label(filed.language)),
    ];
    if filed.no_municipality {
        facts.push(same(Field::NoMunicipality, wording.say("yes", &args![])));
    }
    // The organisation's own number is seen by that organisation alone.
    if standing.is_own()
        && let Some(reference) = &filed.reference
        && file.line.receipt.as_ref() != Some(reference)
    {
        facts.push(same(Field::Reference, reference.clone()));
    }
    let nothing = wording.say("not-stated", &args![]);
    facts.retain(|fact| fact.filed != nothing || fact.decided.is_some());
    facts
}

struct Show<'a> {
    wording: Wording,
    network: &'a NetworkView,
}

impl Show<'_> {
    fn or_nothing(&self, value: String) -> String {
        if value.is_empty() { self.wording.say("not-stated", &args![]) } else { value }
    }

    fn listed(&self, labels: Vec<String>) -> String {
        self.wording.list(&labels.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn domains(&self, codes: &[Code]) -> String {
        self.listed(codes.iter().map(|code| domain(self.wording, self.network, code)).collect())
    }

    fn places(&self, places: &[Place]) -> String {
        self.listed(places.iter().map(|place| self.wording.place(*place)).collect())
    }

    fn cause(&self, cause: CauseChoice, never_eligible: bool) -> String {
        let label = self.wording.label(cause);
        if never_eligible {
            format!("{label} ({})", self.wording.say("never-eligible", &args![]).to_lowercase())
        } else {
            label
        }
    }

    fn causes(&self, causes: &[Cause]) -> String {
        self.listed(causes.iter().map(|cause| self.wording.label(*cause)).collect())
    }

    fn right(&self, code: Option<&Code>) -> String {
        let Some(code) = code else { return String::new() };
        let known = self.network.rights.iter().find(|right| right.code == *code);
        known.map_or_else(|| code.to_string(), |right| self.wording.right(right))
    }
}

#[cfg(test)]
mod tests {
    use model::{Authority, Language};
    use store::{Filing, Via};

    use super::*;

    #[test]
    fn what_was_decided_otherwise_stands_beside_what_was_filed() {
        let database = testkit::Database::sqlite();
        let store = database.open();
        store.import_network(&testkit::network()).unwrap();
        let token = store.add_token(&testkit::code("alfa"), "import", [1; 32], None).unwrap();
        let submission = testkit::submission("alfa", "7", "2025-11");
        let client_id = uuid::Builder::from_random_bytes([1; 16]).into_uuid();
        let via = Via::Token(token);
        let filing = Filing { client_id, submission, via, direct: false, release: false, draft: None };
        let mut file = store.signal(store.file(filing).unwrap().signal).unwrap();
        file.decided.domain = testkit::code("health");
        file.decided.authority = None;
        let (wording, network) = (Wording::new(Language::Nl), store.network().unwrap());
        let reader = Standing { filer: true, organisation: false, network: false };
        let facts = facts(wording, &network, &file, reader);
        let of = |field: Field| {
            let name = wording.label(field);
            let fact = facts.iter().find(|fact| fact.name == name).unwrap();
            (fact.filed.as_str(), fact.decided.as_deref())
        };
        assert_eq!(of(Field::Domain), ("housing (nl)", Some("Beslist: health (nl)")));
        let municipality = wording.label(Authority::Municipality);
        assert_eq!(of(Field::Authority), (municipality.as_str(), Some("Beslist: Niet ingevuld")));
        assert_eq!(of(Field::Right), ("referentieadres (nl)", None));
        assert_eq!(of(Field::Reference), ("7", None));
    }
}
