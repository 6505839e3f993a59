//! A frozen signal as values of the plan's dimensions: read anew, not as the tally reads it.

use std::collections::BTreeMap;

use figures::{Kind, NO_RIGHT, UNSTATED, target_dimension};
use model::{Authority, CauseChoice, Recurrence, TargetGroup};

use crate::record::{Header, Line};

/// The value of each dimension that no other refines.
pub fn coded(header: &Header, line: &Line) -> BTreeMap<String, String> {
    let dimensions = &header.plan.dimensions;
    let is_refined = |code: &String| dimensions.values().any(|other| other.within.as_ref() == Some(code));
    let finest = dimensions.iter().filter(|(code, _)| !is_refined(code));
    finest
        .filter_map(|(code, dimension)| Some((code.clone(), value(header, line, code, dimension.kind)?)))
        .collect()
}

fn value(header: &Header, line: &Line, code: &str, kind: Kind) -> Option<String> {
    let yes_no = |yes: bool| Some(if yes { "yes" } else { "no" }.to_owned());
    match kind {
        Kind::Topic => Some(match printed(header, line) {
            Some(topic) => topic.to_owned(),
            None => format!("other-{}", line.domain),
        }),
        Kind::Domain => Some(line.domain.to_string()),
        Kind::Cause => Some(match line.cause {
            CauseChoice::Of(cause) => cause.code().to_owned(),
            CauseChoice::Unknown => "unknown".to_owned(),
            CauseChoice::NoRight => NO_RIGHT.to_owned(),
        }),
        Kind::Place => Some(line.place.code()),
        Kind::Formality => {
            let filer = header.organisations.get(line.organisation)?;
            Some(filer.kind.formality().code().to_owned())
        }
        Kind::NoMunicipality => yes_no(line.no_municipality),
        Kind::NeverEligible => yes_no(line.never_eligible),
        Kind::TargetGroup => {
            let group = TargetGroup::ALL.iter().find(|group| target_dimension(**group) == code)?;
            yes_no(line.target_groups.contains(group))
        }
        Kind::Authority => Some(line.authority.map_or(UNSTATED, Authority::code).to_owned()),
        Kind::Recurrence => Some(line.recurrence.map_or(UNSTATED, Recurrence::code).to_owned()),
        Kind::Other => None,
    }
}

/// The printed structural signal under which a signal counts.
fn printed<'a>(header: &'a Header, line: &Line) -> Option<&'a str> {
    let topic = line.topic.as_ref()?;
    header.chapters.iter().find(|chapter| chapter.key == *topic).map(|chapter| chapter.key.as_str())
}
