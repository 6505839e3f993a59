//! A small invented network: three organisations, two editions, the three given domains.

use std::collections::BTreeMap;

use model::{
    Agreement, AgreementEntry, Authority, Cause, CauseChoice, ChapterEntry, ChapterText, Code, Criteria,
    Domain, DomainGroup, EditionEntry, EditionNumber, Language, Localised, Month, Network, NetworkRules,
    Organisation, OrganisationType, Period, Place, Recognition, RecognitionEntry, Recommendation, Right,
    SignalReference, Stance, StructuralEntry, Submission, Tried,
};

/// The code written so.
pub fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

/// The month written so.
pub fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

/// The text, in Dutch and French.
pub fn localised(text: &str) -> Localised {
    Localised { nl: format!("{text} (nl)"), fr: format!("{text} (fr)"), en: String::new() }
}

/// A network of the organisations `alfa`, `beta` and `gamma`, editions 1 (2024) and 2 (2025), no structural signal.
pub fn network() -> Network {
    let organisation = |name: &str, kind| Organisation { code: code(name), name: localised(name), kind };
    let domain =
        |name: &str, group| Domain { code: code(name), group, label: localised(name), retired: false };
    let edition = |number, year| EditionEntry {
        number: EditionNumber(number),
        period: Period::year(year).expect("a year"),
        consents: vec![code("alfa"), code("gamma")],
    };
    Network {
        schema: 1,
        name: localised("Voorbeeldnetwerk"),
        rules: NetworkRules::default(),
        domains: vec![
            domain("housing", DomainGroup::Living),
            domain("residence-status", DomainGroup::Rights),
            domain("child-rights", DomainGroup::Family),
            domain("health", DomainGroup::Health),
        ],
        rights: vec![Right {
            code: code("reference-address"),
            label: localised("referentieadres"),
            decides: vec![Authority::Federal],
            applies: vec![Authority::Municipality, Authority::Cpas],
            legal_basis: Localised::default(),
            valid_from: None,
        }],
        organisations: vec![
            organisation("alfa", OrganisationType::RecognisedService),
            organisation("beta", OrganisationType::VolunteerOrganisation),
            organisation("gamma", OrganisationType::SelfOrganisation),
        ],
        editions: vec![edition(1, 2024), edition(2, 2025)],
        offices: Vec::new(),
        structural_signals: Vec::new(),
    }
}

/// A structural signal that meets the criteria, is complete and agreed on by all, for one edition.
pub fn structural_signal(key: &str, edition: u32, signals: &[(&str, &str)]) -> StructuralEntry {
    let text = |language: &str| ChapterText {
        title: format!("Titel van {key} ({language})"),
        summary: "Kort.".to_owned(),
        see: vec!["Wat we zien.".to_owned()],
        exists: vec!["Wat bestaat.".to_owned()],
        structural: vec!["Waarom structureel.".to_owned()],
    };
    let agreement = |organisation: &str| AgreementEntry {
        organisation: code(organisation),
        stance: Agreement::Agrees,
        remark: String::new(),
    };
    StructuralEntry {
        key: code(key),
        domain: code("residence-status"),
        cause: Some(Cause::NotObtained),
        never_eligible: false,
        rights: vec![code("reference-address")],
        authorities: vec![Authority::Municipality],
        owner: code("alfa"),
        signals: signals
            .iter()
            .map(|(organisation, reference)| SignalReference {
                organisation: code(organisation),
                reference: (*reference).to_owned(),
            })
            .collect(),
        recognition: vec![RecognitionEntry {
            organisation: code("beta"),
            answer: Recognition::Often,
            edition: EditionNumber(edition),
        }],
        chapters: vec![ChapterEntry {
            edition: EditionNumber(edition),
            criteria: Criteria {
                clear: true,
                neutral: true,
                recognised: true,
                shared: true,
                note: "Besproken.".to_owned(),
            },
            text: BTreeMap::from([(Language::Nl, text("nl")), (Language::Fr, text("fr"))]),
            evidence: model::Evidence::default(),
            agreements: vec![agreement("alfa"), agreement("beta"), agreement("gamma")],
        }],
        recommendations: vec![Recommendation {
            edition: EditionNumber(edition),
            addressee: Authority::Municipality,
            office: None,
            stance: Stance::Do,
            text: localised("Doe dit."),
            signed_by: vec![code("alfa")],
            term: None,
        }],
        answers: Vec::new(),
        verdicts: Vec::new(),
    }
}

/// A signal of an organisation, with a reference (none for an empty one).
pub fn submission(organisation: &str, reference: &str, observed: &str) -> Submission {
    Submission {
        reference: Some(reference.to_owned()).filter(|reference| !reference.is_empty()),
        organisation: code(organisation),
        observed: month(observed),
        language: Language::Nl,
        headline: "Geen adres, geen recht".to_owned(),
        problem: format!("Een gezin krijgt nergens een referentieadres ({organisation} {reference})."),
        impact: "Post komt niet aan.".to_owned(),
        tried: vec![Tried::AskedService, Tried::Referred],
        tried_note: String::new(),
        cause: CauseChoice::Of(Cause::NotObtained),
        other_causes: vec![Cause::NotKnown],
        never_eligible: false,
        domain: code("housing"),
        other_domains: vec![code("residence-status")],
        right: Some(code("reference-address")),
        target_groups: vec![model::TargetGroup::Undocumented, model::TargetGroup::Children],
        place: Place::parse("21004").expect("a place"),
        other_places: vec![Place::Region],
        no_municipality: true,
        authority: Some(Authority::Municipality),
        recurrence: Some(model::Recurrence::TwoToFour),
        source: String::new(),
        generated: false,
    }
}
