//! Whether a network file agrees with itself and with what is stored: every problem at once.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Answer, Authority, Cause, Code, EditionNumber, EditionState, GIVEN_DOMAINS, Network, SignalReference,
    StructuralEntry,
};

use super::{Before, NetworkProblem, NetworkReason};

/// Everything wrong with the file, in its order.
pub(super) fn problems(file: &Network, before: &Before) -> Vec<NetworkProblem> {
    let view = &before.view;
    let mut check = Check {
        problems: Vec::new(),
        offices: view
            .offices
            .iter()
            .chain(&file.offices)
            .map(|office| (office.code.clone(), office.authority))
            .collect(),
        domains: view.domains.iter().chain(&file.domains).map(|domain| domain.code.clone()).collect(),
        rights: view.rights.iter().chain(&file.rights).map(|right| right.code.clone()).collect(),
        organisations: view
            .organisations
            .iter()
            .chain(&file.organisations)
            .map(|one| one.code.clone())
            .collect(),
        editions: before
            .editions
            .iter()
            .map(|(entry, _)| entry)
            .chain(&file.editions)
            .map(|e| e.number)
            .collect(),
    };
    if file.schema != 1 {
        check.report("schema".to_owned(), file.schema, NetworkReason::Format);
    }
    for code in GIVEN_DOMAINS {
        if !check.domains.iter().any(|known| known.as_str() == code) {
            check.report("domains".to_owned(), code, NetworkReason::Missing);
        }
    }
    check.once("domains", "code", file.domains.iter().map(|domain| &domain.code));
    check.once("rights", "code", file.rights.iter().map(|right| &right.code));
    check.once("organisations", "code", file.organisations.iter().map(|organisation| &organisation.code));
    check.once("offices", "code", file.offices.iter().map(|office| &office.code));
    for (place, office) in file.offices.iter().enumerate() {
        if office.until.is_some_and(|until| until < office.from) {
            check.report(format!("offices[{place}].until"), &office.code, NetworkReason::Backwards);
        }
    }
    check.once("editions", "number", file.editions.iter().map(|edition| &edition.number));
    check.once("structural_signals", "key", file.structural_signals.iter().map(|entry| &entry.key));
    check.given_domains_stay(file);
    check.editions(file, before);
    check.members(file, before);
    for (place, entry) in file.structural_signals.iter().enumerate() {
        check.structural(&format!("structural_signals[{place}]"), entry);
    }
    if let Ok(all) = serde_json::to_value(file) {
        check.printable(String::new(), &all);
    }
    check.problems
}

/// What is kept and never printed may hold any character.
const NEVER_PRINTED: [&str; 2] = ["note", "remark"];

struct Check {
    problems: Vec<NetworkProblem>,
    offices: BTreeMap<Code, Authority>,
    domains: BTreeSet<Code>,
    rights: BTreeSet<Code>,
    organisations: BTreeSet<Code>,
    editions: BTreeSet<EditionNumber>,
}

impl Check {
    /// Every character that no embedded font has, by its number: a text is refused when it is saved, not when the
    /// bundle is made.
    fn printable(&mut self, path: String, value: &serde_json::Value) {
        match value {
            serde_json::Value::String(text) => {
                for character in model::uncovered_characters(text) {
                    let number = format!("U+{:04X}", u32::from(character));
                    self.report(path.clone(), number, NetworkReason::Unprintable);
                }
            }
            serde_json::Value::Array(entries) => {
                for (place, entry) in entries.iter().enumerate() {
                    self.printable(format!("{path}[{place}]"), entry);
                }
            }
            serde_json::Value::Object(fields) => {
                for (name, field) in fields.iter().filter(|(name, _)| !NEVER_PRINTED.contains(&name.as_str()))
                {
                    let dot = if path.is_empty() { "" } else { "." };
                    self.printable(format!("{path}{dot}{name}"), field);
                }
            }
            _ => {}
        }
    }

    fn report(&mut self, path: String, code: impl ToString, reason: NetworkReason) {
        self.problems.push(NetworkProblem { path, code: code.to_string(), reason });
    }

    fn once<'a, T: Ord + ToString + 'a>(
        &mut self,
        list: &str,
        field: &str,
        values: impl Iterator<Item = &'a T>,
    ) {
        let mut seen = BTreeSet::new();
        for (place, value) in values.enumerate() {
            if !seen.insert(value) {
                self.report(format!("{list}[{place}].{field}"), value.to_string(), NetworkReason::Repeated);
            }
        }
    }

    fn organisation(&mut self, path: String, code: &Code) {
        if !self.organisations.contains(code) {
            self.report(path, code, NetworkReason::Unknown);
        }
    }

    /// An office that is there, and of this authority.
    fn office(&mut self, path: String, code: Option<&Code>, authority: Authority) {
        if let Some(code) = code
            && self.offices.get(code) != Some(&authority)
        {
            self.report(path, code, NetworkReason::Unknown);
        }
    }

    fn edition(&mut self, path: String, number: EditionNumber) {
        if !self.editions.contains(&number) {
            self.report(path, number, NetworkReason::Unknown);
        }
    }

    fn given_domains_stay(&mut self, file: &Network) {
        for (place, domain) in file.domains.iter().enumerate() {
            if domain.retired && domain.is_given() {
                self.report(format!("domains[{place}].retired"), &domain.code, NetworkReason::Missing);
            }
        }
    }

    fn editions(&mut self, file: &Network, before: &Before) {
        for (place, entry) in file.editions.iter().enumerate() {
            let path = format!("editions[{place}]");
            self.once(&format!("{path}.consents"), "code", entry.consents.iter());
            for (at, organisation) in entry.consents.iter().enumerate() {
                self.organisation(format!("{path}.consents[{at}]"), organisation);
            }
            let old = before.editions.iter().find(|(old, _)| old.number == entry.number);
            if old.is_some_and(|(old, state)| *state != EditionState::Open && old.period != entry.period) {
                self.report(format!("{path}.period"), entry.number, NetworkReason::Frozen);
            }
        }
    }

    /// A signal counts under at most one structural signal.
    fn members(&mut self, file: &Network, before: &Before) {
        let replaced: BTreeSet<&Code> = file.structural_signals.iter().map(|entry| &entry.key).collect();
        let staying =
            before.structural.iter().map(|stored| &stored.entry).filter(|e| !replaced.contains(&e.key));
        let mut taken: BTreeMap<&SignalReference, &Code> =
            staying.flat_map(|entry| entry.signals.iter().map(move |signal| (signal, &entry.key))).collect();
        for (place, entry) in file.structural_signals.iter().enumerate() {
            for (at, signal) in entry.signals.iter().enumerate() {
                let path = format!("structural_signals[{place}].signals[{at}]");
                if taken.insert(signal, &entry.key).is_some() {
                    // The organisation is named, its running number is not: the path finds it.
                    self.report(path.clone(), &signal.organisation, NetworkReason::Repeated);
                }
                if signal.reference.trim().is_empty() {
                    self.report(format!("{path}.reference"), "", NetworkReason::Missing);
                }
                self.organisation(format!("{path}.organisation"), &signal.organisation);
            }
        }
    }

    fn structural(&mut self, path: &str, entry: &StructuralEntry) {
        if !self.domains.contains(&entry.domain) {
            self.report(format!("{path}.domain"), &entry.domain, NetworkReason::Unknown);
        }
        if entry.never_eligible && entry.cause != Some(Cause::Exclusion) {
            self.report(format!("{path}.never_eligible"), "", NetworkReason::OnlyWithExclusion);
        }
        for (at, right) in entry.rights.iter().enumerate() {
            if !self.rights.contains(right) {
                self.report(format!("{path}.rights[{at}]"), right, NetworkReason::Unknown);
            }
        }
        if entry.authorities.is_empty() {
            self.report(format!("{path}.authorities"), "", NetworkReason::Missing);
        }
        self.organisation(format!("{path}.owner"), &entry.owner);
        let asked: Vec<_> =
            entry.recognition.iter().map(|one| Pair(one.edition, &one.organisation)).collect();
        self.once(&format!("{path}.recognition"), "organisation", asked.iter());
        for (at, one) in entry.recognition.iter().enumerate() {
            self.organisation(format!("{path}.recognition[{at}].organisation"), &one.organisation);
            self.edition(format!("{path}.recognition[{at}].edition"), one.edition);
        }
        self.once(
            &format!("{path}.chapters"),
            "edition",
            entry.chapters.iter().map(|chapter| &chapter.edition),
        );
        for (at, chapter) in entry.chapters.iter().enumerate() {
            let path = format!("{path}.chapters[{at}]");
            self.edition(format!("{path}.edition"), chapter.edition);
            let voices = chapter.agreements.iter().map(|agreement| &agreement.organisation);
            self.once(&format!("{path}.agreements"), "organisation", voices);
            for (at, agreement) in chapter.agreements.iter().enumerate() {
                self.organisation(format!("{path}.agreements[{at}].organisation"), &agreement.organisation);
            }
        }
        for (at, recommendation) in entry.recommendations.iter().enumerate() {
            let path = format!("{path}.recommendations[{at}]");
            self.edition(format!("{path}.edition"), recommendation.edition);
            self.office(format!("{path}.office"), recommendation.office.as_ref(), recommendation.addressee);
            if recommendation.signed_by.is_empty() {
                self.report(format!("{path}.signed_by"), "", NetworkReason::Missing);
            }
            for (at, organisation) in recommendation.signed_by.iter().enumerate() {
                self.organisation(format!("{path}.signed_by[{at}]"), organisation);
            }
        }
        let answered: Vec<_> = entry.answers.iter().map(answered).collect();
        self.once(&format!("{path}.answers"), "authority", answered.iter());
        for (at, answer) in entry.answers.iter().enumerate() {
            self.edition(format!("{path}.answers[{at}].edition"), answer.edition);
            self.office(format!("{path}.answers[{at}].office"), answer.office.as_ref(), answer.authority);
            let there = entry.recommendations.iter().filter(|one| one.edition == answer.edition).count();
            if answer.recommendation.is_some_and(|number| number == 0 || number as usize > there) {
                let number = answer.recommendation.unwrap_or_default();
                self.report(format!("{path}.answers[{at}].recommendation"), number, NetworkReason::Unknown);
            }
        }
        self.once(
            &format!("{path}.verdicts"),
            "edition",
            entry.verdicts.iter().map(|verdict| &verdict.edition),
        );
        for (at, verdict) in entry.verdicts.iter().enumerate() {
            self.edition(format!("{path}.verdicts[{at}].edition"), verdict.edition);
            self.organisation(format!("{path}.verdicts[{at}].by"), &verdict.by);
        }
    }
}

/// What distinguishes an entry within an edition.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Pair<T>(EditionNumber, T);

impl<T: std::fmt::Display> std::fmt::Display for Pair<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.0, self.1)
    }
}

/// What an authority answers once: to the whole in an edition, or to one recommendation.
fn answered(answer: &Answer) -> Pair<String> {
    let about = answer.recommendation.map_or_else(String::new, |number| format!(" {number}"));
    Pair(answer.edition, format!("{}{about}", answer.authority))
}
