//! The columns of a file of signals, explained: which there are, which must be there, and what may stand in each.

use model::{
    Authority, Cause, CauseChoice, Code, Field, Language, Place, Recurrence, TargetGroup, Tried, limits,
};
use store::NetworkView;
use wording::{Label, Wording, args};

/// A column.
pub struct Column {
    /// Its name in the first row; its label will do too.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// Whether it must be there.
    pub required: bool,
    /// What may stand in it.
    pub holds: String,
    /// The codes that may stand in it, with their words.
    pub codes: Vec<(String, String)>,
}

const REQUIRED: [Field; 6] =
    [Field::Organisation, Field::Observed, Field::Problem, Field::Tried, Field::Domain, Field::Place];

/// Every column, the required ones first.
pub fn all(wording: Wording, network: &NetworkView, own: &Code) -> Vec<Column> {
    let others = Field::ALL.iter().filter(|field| !REQUIRED.contains(field));
    // Where fixtures come from, and what a generator made, is nobody's to fill in here.
    let others = others.filter(|field| !matches!(field, Field::Source | Field::Generated));
    REQUIRED.iter().chain(others).map(|field| column(wording, network, own, *field)).collect()
}

fn column(wording: Wording, network: &NetworkView, own: &Code, field: Field) -> Column {
    let say = |key: &str| wording.say(key, &args![]);
    let text = |longest: usize| (wording.say("upload-holds-text", &args![longest = longest]), Vec::new());
    let one = |codes| (say("upload-holds-code"), codes);
    let several = |codes| (say("upload-holds-codes"), codes);
    let (holds, codes) = match field {
        Field::Reference => text(limits::REFERENCE),
        Field::Headline => text(limits::HEADLINE),
        Field::Problem => text(limits::PROBLEM),
        Field::Impact => text(limits::IMPACT),
        Field::TriedNote => text(limits::TRIED_NOTE),
        Field::Source => text(limits::SOURCE),
        Field::Organisation => (wording.say("upload-holds-own", &args![code = own.as_str()]), Vec::new()),
        Field::Observed => (say("upload-holds-month"), Vec::new()),
        Field::NeverEligible | Field::NoMunicipality | Field::Generated => {
            (say("upload-holds-yes-or-no"), Vec::new())
        }
        Field::Language => one(labels(wording, Language::ALL, Language::code)),
        Field::Tried => several(labels(wording, Tried::ALL, Tried::code)),
        Field::Cause => {
            let mut causes = labels(wording, Cause::ALL, Cause::code);
            causes.push((CauseChoice::Unknown.code().to_owned(), wording.label(CauseChoice::Unknown)));
            (say("upload-holds-cause"), causes)
        }
        Field::OtherCauses => several(labels(wording, Cause::ALL, Cause::code)),
        Field::Domain => one(domains(wording, network)),
        Field::OtherDomains => several(domains(wording, network)),
        Field::Right => {
            one(network.rights.iter().map(|right| (right.code.to_string(), wording.right(right))).collect())
        }
        Field::TargetGroups => several(labels(wording, TargetGroup::ALL, TargetGroup::code)),
        Field::Place => one(places(wording)),
        Field::OtherPlaces => several(places(wording)),
        Field::Authority => one(labels(wording, Authority::ALL, Authority::code)),
        Field::Recurrence => one(labels(wording, Recurrence::ALL, Recurrence::code)),
    };
    Column {
        name: field.code(),
        label: wording.label(field),
        required: REQUIRED.contains(&field),
        holds,
        codes,
    }
}

fn labels<T: Label + Copy>(
    wording: Wording,
    all: &[T],
    code: fn(T) -> &'static str,
) -> Vec<(String, String)> {
    all.iter().map(|one| (code(*one).to_owned(), wording.label(*one))).collect()
}

fn domains(wording: Wording, network: &NetworkView) -> Vec<(String, String)> {
    let open = network.domains.iter().filter(|domain| !domain.retired);
    open.map(|domain| (domain.code.to_string(), wording.domain(domain))).collect()
}

fn places(wording: Wording) -> Vec<(String, String)> {
    Place::all().map(|place| (place.code(), wording.place(place))).collect()
}
