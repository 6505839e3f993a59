//! The words for codes of dimensions and values in tables and charts.

use figures::{Column, Level, NO_CAUSE, NO_RIGHT, TOTAL, UNSTATED};
use model::{
    Authority, Cause, CauseChoice, Code, DomainGroup, Formality, Place, Recommendation, Recurrence,
    TargetGroup, Zone,
};
use wording::{Wording, args};

use crate::record::Header;

/// Says the codes of one edition in one language.
#[derive(Clone, Copy)]
pub struct Naming<'a> {
    pub header: &'a Header,
    pub wording: Wording,
}

/// Prefix of the yes/no dimension of a target group.
const TARGET: &str = "target-";
/// Prefix of the signals of a domain that no chapter takes.
const REST: &str = "other-";
/// Suffix of a group that bears the code of one of its values.
const GROUP: &str = "-group";

impl Naming<'_> {
    /// The heading over the values of a dimension.
    pub fn dimension(self, column: &Column) -> String {
        match target_group(&column.dimension) {
            Some(group) => {
                self.wording.say("dimension-target-group", &args![label = self.wording.label(group)])
            }
            None => self.wording.say(&format!("dimension-{}", level_id(column)), &args![]),
        }
    }

    /// The dimension within a sentence: "signals per …".
    fn dimension_per(self, column: &Column) -> String {
        match target_group(&column.dimension) {
            Some(group) => {
                self.wording.say("dimension-target-group.per", &args![label = self.wording.label(group)])
            }
            None => self.wording.say(&format!("dimension-{}.per", level_id(column)), &args![]),
        }
    }

    /// The title of a table with these dimensions.
    pub fn table(self, columns: &[Column]) -> String {
        match columns {
            [] => self.wording.say("table-title-total", &args![]),
            [one] => self.wording.say("table-title-one", &args![first = self.dimension_per(one)]),
            [first, second, ..] => self.wording.say(
                "table-title-two",
                &args![first = self.dimension_per(first), second = self.dimension_per(second)],
            ),
        }
    }

    /// The words for a value, a group, or the total of a dimension.
    pub fn value(self, dimension: &str, code: &str) -> String {
        let wording = self.wording;
        if code == TOTAL {
            return wording.say("dimension-total", &args![]);
        }
        if code == UNSTATED {
            return wording.say("value-unstated", &args![]);
        }
        let known = match dimension {
            "cause" if code == NO_CAUSE => Some(wording.say("value-no-cause", &args![])),
            "cause" if code == NO_RIGHT => Some(wording.label(CauseChoice::NoRight)),
            "cause" if code == CauseChoice::Unknown.code() => Some(wording.label(CauseChoice::Unknown)),
            "cause" => Cause::parse(code).ok().map(|cause| wording.label(cause)),
            "domain" => self.domain_or_group(code),
            "topic" => self.topic(code),
            "place" => Zone::parse(code)
                .map(|zone| wording.zone(zone))
                .or_else(|_| Place::parse(code).map(|place| wording.place(place)))
                .ok(),
            "formality" => Formality::parse(code).ok().map(|formality| wording.label(formality)),
            "authority" => Authority::parse(code).ok().map(|authority| wording.label(authority)),
            "recurrence" => Recurrence::parse(code).ok().map(|recurrence| wording.label(recurrence)),
            _ => wording.try_say(&format!("value-{code}"), &args![]),
        };
        known.unwrap_or_else(|| code.to_owned())
    }

    /// The label of a domain, by its code.
    pub fn domain(self, code: &Code) -> String {
        let found = self.header.domains.iter().find(|domain| domain.code == *code);
        found.map_or_else(|| code.to_string(), |domain| self.wording.domain(domain))
    }

    /// The label of a right, by its code.
    pub fn right(self, code: &Code) -> String {
        let found = self.header.rights.iter().find(|right| right.code == *code);
        found.map_or_else(|| code.to_string(), |right| self.wording.right(right))
    }

    /// The name of an organisation, by its code.
    pub fn organisation(self, code: &Code) -> String {
        let found = self.header.organisations.iter().find(|member| member.code == *code);
        let name = found.map(|member| member.name.get_or_fallback(self.wording.language()).to_owned());
        name.unwrap_or_else(|| code.to_string())
    }

    /// The name of an organisation that agreed to be named in this edition.
    pub fn consenting(self, code: &Code) -> Option<String> {
        let member = self.header.organisations.iter().find(|member| member.code == *code)?;
        member.consents.then(|| self.organisation(code))
    }

    /// To whom a recommendation goes: an office, with its level, or a level.
    pub fn addressee(self, recommendation: &Recommendation) -> String {
        let level = self.wording.label(recommendation.addressee);
        let office = self.header.offices.iter().find(|one| Some(&one.code) == recommendation.office.as_ref());
        match office {
            None => level,
            Some(office) => format!("{} ({level})", office.name.get_or_fallback(self.wording.language())),
        }
    }

    /// Whether a domain has this code.
    pub fn is_domain(self, code: &str) -> bool {
        self.header.domains.iter().any(|domain| domain.code.as_str() == code)
    }

    fn domain_or_group(self, code: &str) -> Option<String> {
        let domain =
            Code::parse(code).ok().filter(|code| self.header.domains.iter().any(|d| d.code == *code));
        if let Some(domain) = domain {
            return Some(self.domain(&domain));
        }
        let group = DomainGroup::parse(code.strip_suffix(GROUP).unwrap_or(code)).ok()?;
        Some(self.wording.label(group))
    }

    /// A chapter by its number and title; a domain as the group of its chapters; the rest of a domain.
    fn topic(self, code: &str) -> Option<String> {
        let chapters = &self.header.chapters;
        if let Some(at) = chapters.iter().position(|chapter| chapter.key.as_str() == code) {
            let title = chapters[at].text.get(&self.wording.language()).map(|text| text.title.as_str());
            return Some(format!("{}. {}", at + 1, title.unwrap_or(code)));
        }
        if let Some(domain) = code.strip_prefix(REST).and_then(|domain| Code::parse(domain).ok()) {
            return Some(self.wording.say("value-rest", &args![label = self.domain(&domain)]));
        }
        Code::parse(code).ok().map(|domain| self.domain(&domain))
    }
}

/// The target group whose yes/no dimension this is.
pub fn target_group(dimension: &str) -> Option<TargetGroup> {
    TargetGroup::parse(dimension.strip_prefix(TARGET)?).ok()
}

fn level_id(column: &Column) -> String {
    match column.level {
        Level::Fine => column.dimension.clone(),
        // The causes themselves lie in no group: the coarse form only joins the two ways of having none.
        Level::Groups if column.dimension == "cause" => column.dimension.clone(),
        Level::Groups => format!("{}-groups", column.dimension),
    }
}
