//! Generated signals: the same for the same seed, valid, covering every code, and different from each other.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::collections::{BTreeMap, BTreeSet};

use generate::{GeneratedSignal, Generator, problem_key, problem_keys};
use model::{
    Authority, CauseChoice, Code, Field, Language, Lists, Month, OrganisationType, Period, Place,
    RawSubmission, Recurrence, Submission, TargetGroup, Tried,
};

const DOMAINS: &str = "housing energy material-needs residence-status service-access language digital child-rights \
                       education childcare-family violence-safety health mental-health income-debts work";
const RIGHTS: &str = "leefloon urgent-medical-aid social-assistance material-aid-minors reference-address child-benefit \
                      school-allowance study-allowance social-housing social-rental-agency rent-allowance \
                      increased-reimbursement emergency-shelter cohabitant-status residence-permit \
                      childcare-social-rate energy-social-tariff interpreting other none";

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn organisations() -> Vec<(Code, OrganisationType, Vec<Language>)> {
    let languages = [
        vec![Language::Nl],
        vec![Language::Fr],
        vec![Language::Nl, Language::Fr],
        vec![Language::Fr, Language::Nl, Language::En],
    ];
    (0..22)
        .map(|at| {
            let kind = OrganisationType::ALL[at % OrganisationType::ALL.len()];
            (code(&format!("organisation-{at}")), kind, languages[at % languages.len()].clone())
        })
        .collect()
}

fn editions() -> [Period; 2] {
    [Period::year(2024).unwrap(), Period::year(2025).unwrap()]
}

fn signals(seed: u64, count: usize) -> Vec<GeneratedSignal> {
    Generator::new(seed, &editions(), &organisations()).take(count).collect()
}

fn lists() -> Lists {
    Lists {
        organisations: organisations().into_iter().map(|(code, ..)| code).collect(),
        domains: DOMAINS.split_whitespace().map(|text| (code(text), false)).collect(),
        rights: RIGHTS.split_whitespace().map(code).collect(),
        this_month: Month::parse("2025-12").unwrap(),
    }
}

fn filed(signal: &Submission) -> RawSubmission {
    let mut raw = RawSubmission::default();
    let joined = |codes: Vec<String>| codes.join("|");
    let yes_or_no = |value| if value { "yes" } else { "no" };
    raw.set(Field::Reference, signal.reference.clone().unwrap_or_default());
    raw.set(Field::Organisation, signal.organisation.as_str());
    raw.set(Field::Observed, signal.observed.to_string());
    raw.set(Field::Language, signal.language.code());
    raw.set(Field::Headline, signal.headline.clone());
    raw.set(Field::Problem, signal.problem.clone());
    raw.set(Field::Impact, signal.impact.clone());
    raw.set(Field::Tried, joined(signal.tried.iter().map(ToString::to_string).collect()));
    raw.set(Field::TriedNote, signal.tried_note.clone());
    raw.set(Field::Cause, signal.cause.code());
    raw.set(Field::OtherCauses, joined(signal.other_causes.iter().map(ToString::to_string).collect()));
    raw.set(Field::NeverEligible, yes_or_no(signal.never_eligible));
    raw.set(Field::Domain, signal.domain.as_str());
    raw.set(Field::OtherDomains, joined(signal.other_domains.iter().map(ToString::to_string).collect()));
    raw.set(Field::Right, signal.right.as_ref().map_or("", Code::as_str));
    raw.set(Field::TargetGroups, joined(signal.target_groups.iter().map(ToString::to_string).collect()));
    raw.set(Field::Place, signal.place.code());
    raw.set(Field::OtherPlaces, joined(signal.other_places.iter().map(|place| place.code()).collect()));
    raw.set(Field::NoMunicipality, yes_or_no(signal.no_municipality));
    raw.set(Field::Authority, signal.authority.map_or("", |code| code.code()));
    raw.set(Field::Recurrence, signal.recurrence.map_or("", |code| code.code()));
    raw.set(Field::Generated, yes_or_no(signal.generated));
    raw
}

#[test]
fn the_same_seed_gives_the_same_signals_and_another_seed_others() {
    assert_eq!(signals(7, 500), signals(7, 500));
    assert_ne!(signals(7, 500), signals(8, 500));
}

#[test]
fn every_signal_is_valid_as_filed_and_marked_as_generated() {
    let lists = lists();
    for signal in signals(1, 5_000) {
        assert_eq!(Submission::check(&filed(&signal.submission), &lists).as_ref(), Ok(&signal.submission));
        assert!(signal.submission.generated);
    }
}

#[test]
fn every_code_of_every_list_occurs() {
    let mut seen: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut saw = |list, code: String| {
        seen.entry(list).or_default().insert(code);
    };
    for GeneratedSignal { submission: signal, problem, .. } in signals(2, 20_000) {
        saw("problem", problem.to_owned());
        saw("language", signal.language.to_string());
        saw("domain", signal.domain.to_string());
        saw("cause", signal.cause.code().to_owned());
        saw("right", signal.right.map_or(String::new(), String::from));
        saw("place", signal.place.code());
        saw("authority", signal.authority.map_or(String::new(), |code| code.to_string()));
        saw("recurrence", signal.recurrence.map_or(String::new(), |code| code.to_string()));
        saw("organisation", signal.organisation.to_string());
        saw("month", signal.observed.to_string());
        signal.tried.iter().for_each(|code| saw("tried", code.to_string()));
        signal.target_groups.iter().for_each(|code| saw("group", code.to_string()));
        saw("flags", format!("{} {}", signal.never_eligible, signal.no_municipality));
    }
    let expected = [
        ("problem", problem_keys().count()),
        ("language", Language::ALL.len()),
        ("domain", 15),
        ("cause", 7),
        ("right", 21),
        ("place", Place::all().count()),
        ("authority", Authority::ALL.len() + 1),
        ("recurrence", Recurrence::ALL.len() + 1),
        ("organisation", 22),
        ("month", 24),
        ("tried", Tried::ALL.len()),
        ("group", TargetGroup::ALL.len()),
        ("flags", 4),
    ];
    for (list, count) in expected {
        assert_eq!(seen[list].len(), count, "{list}: {:?}", seen[list]);
    }
}

#[test]
fn texts_differ_and_have_the_length_of_real_ones() {
    let signals = signals(3, 10_000);
    let texts: BTreeSet<&str> = signals.iter().map(|signal| signal.submission.problem.as_str()).collect();
    assert!(texts.len() >= 9_500, "{}", texts.len());
    for text in texts {
        assert!((120..=700).contains(&text.chars().count()), "{}: {text}", text.chars().count());
    }
}

#[test]
fn no_forbidden_word_and_no_unprintable_character_occurs() {
    for signal in signals(4, 10_000) {
        for (_, text) in signal.submission.texts() {
            let lower = text.to_lowercase();
            for word in ["signalement", "melding", "klacht", "plainte", "dossier"] {
                assert!(!lower.contains(word), "{text}");
            }
            assert_eq!(model::uncovered_characters(text), [], "{text}");
            assert!(!text.contains(['[', ']', '|']) && !text.contains("  "), "{text}");
        }
    }
}

#[test]
fn few_organisations_file_most_and_poor_municipalities_weigh_more() {
    let signals = signals(5, 20_000);
    let mut by_organisation: BTreeMap<&Code, usize> = BTreeMap::new();
    let mut by_place: BTreeMap<Place, usize> = BTreeMap::new();
    for signal in &signals {
        *by_organisation.entry(&signal.submission.organisation).or_default() += 1;
        *by_place.entry(signal.submission.place).or_default() += 1;
    }
    let mut counts: Vec<usize> = by_organisation.into_values().collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    assert!(counts[..5].iter().sum::<usize>() > signals.len() * 2 / 5, "{counts:?}");
    let at = |code: &str| by_place[&Place::parse(code).unwrap()];
    assert!(
        ["21004", "21001", "21012", "21015", "21013"].iter().map(|code| at(code)).sum::<usize>() * 2
            > signals.len()
    );
    assert!(at("21017") * 10 < at("21004"));
}

#[test]
fn shelter_is_a_winter_problem_and_school_costs_one_of_autumn() {
    let mut by_month: BTreeMap<(&str, u32), usize> = BTreeMap::new();
    for signal in signals(6, 30_000) {
        *by_month.entry((signal.problem, signal.submission.observed.month())).or_default() += 1;
    }
    assert!(by_month[&("family-shelter", 1)] > 3 * by_month[&("family-shelter", 7)]);
    assert!(by_month[&("school-costs", 9)] > 3 * by_month[&("school-costs", 7)]);
}

#[test]
fn shares_of_unknown_causes_and_of_no_right_are_as_promised() {
    let signals = signals(9, 20_000);
    let share = |of: fn(&Submission) -> bool| {
        signals.iter().filter(|signal| of(&signal.submission)).count() as f64 / signals.len() as f64
    };
    assert!((0.04..0.06).contains(&share(|signal| signal.cause == CauseChoice::Unknown)));
    assert!((0.03..0.05).contains(&share(|signal| signal.cause == CauseChoice::NoRight)));
}

#[test]
fn references_of_an_organisation_never_repeat() {
    let mut seen = BTreeSet::new();
    let first = signals(10, 2_000);
    let second: Vec<_> =
        Generator::new(11, &editions(), &organisations()).numbered_from(2_001).take(2_000).collect();
    for signal in first.iter().chain(&second) {
        assert!(seen.insert((signal.submission.organisation.clone(), signal.submission.reference.clone())));
    }
    assert!(first.iter().any(|signal| signal.submission.reference.as_deref() == Some("G-000001")));
}

#[test]
fn personal_data_occur_only_where_asked_for() {
    let marked = |with| {
        Generator::new(12, &editions(), &organisations())
            .with_personal_data(with)
            .take(5_000)
            .filter(|signal| signal.personal_data)
            .map(|signal| signal.submission.problem)
            .collect::<Vec<_>>()
    };
    assert_eq!(marked(false).len(), 0);
    let texts = marked(true);
    assert!((50..150).contains(&texts.len()), "{}", texts.len());
    assert!(texts.iter().any(|text| text.contains("@post.example")));
    assert!(texts.iter().any(|text| text.contains("BE68")));
    let nobody = signals(12, 5_000);
    assert!(nobody.iter().all(|signal| !signal.submission.problem.contains(['@', '+'])));
}

#[test]
fn without_organisations_or_periods_there_is_nothing() {
    assert_eq!(Generator::new(1, &editions(), &[]).next(), None);
    assert_eq!(Generator::new(1, &[], &organisations()).next(), None);
}

#[test]
fn the_structural_signals_come_first_among_the_problems() {
    assert_eq!(problem_key(0), Some("family-shelter"));
    assert_eq!(problem_key(11), Some("cohabitant-status"));
    assert!(problem_keys().count() >= 45);
    assert_eq!(problem_key(problem_keys().count()), None);
}
