//! What the rest of the program asks for: labels, numbers, dates, lists, and codes read back.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::cmp::Ordering;

use chrono::NaiveDate;
use model::{
    Agreement, AnswerState, Authority, Cause, CauseChoice, Domain, DomainGroup, EditionState, Field,
    Formality, Language, Localised, Month, OrganisationType, Period, Place, Problem, Reason, Recognition,
    Recurrence, Role, SignalState, Stance, TargetGroup, Tried, Verdict, Zone,
};
use wording::{Label, Wording, args, cell_code, field_of_header};

fn all() -> impl Iterator<Item = Wording> {
    Language::ALL.iter().map(|language| Wording::new(*language))
}

fn nl() -> Wording {
    Wording::new(Language::Nl)
}

fn fr() -> Wording {
    Wording::new(Language::Fr)
}

fn en() -> Wording {
    Wording::new(Language::En)
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// Labels of a list are there, and no two are the same.
fn labelled<T: Label>(list: impl IntoIterator<Item = T>) {
    let list: Vec<T> = list.into_iter().collect();
    for wording in all() {
        let labels: Vec<String> = list
            .iter()
            .map(|code| {
                wording.try_say(&code.key(), &[]).unwrap_or_else(|| panic!("no label {}", code.key()))
            })
            .collect();
        let mut distinct = labels.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), labels.len(), "{labels:?}");
    }
}

#[test]
fn every_code_of_the_model_has_its_own_label_in_each_language() {
    labelled(Agreement::ALL.iter().copied());
    labelled(AnswerState::ALL.iter().copied());
    labelled(Authority::ALL.iter().copied());
    labelled(
        Cause::ALL
            .iter()
            .map(|cause| CauseChoice::Of(*cause))
            .chain([CauseChoice::Unknown, CauseChoice::NoRight]),
    );
    labelled(DomainGroup::ALL.iter().copied());
    labelled(EditionState::ALL.iter().copied());
    labelled(Field::ALL.iter().copied());
    labelled(Formality::ALL.iter().copied());
    labelled(Language::ALL.iter().copied());
    labelled(OrganisationType::ALL.iter().copied());
    labelled(Place::all());
    labelled(Recognition::ALL.iter().copied());
    labelled(Recurrence::ALL.iter().copied());
    labelled(Role::ALL.iter().copied());
    labelled(SignalState::ALL.iter().copied());
    labelled(Stance::ALL.iter().copied());
    labelled(TargetGroup::ALL.iter().copied());
    labelled(Tried::ALL.iter().copied());
    labelled(Verdict::ALL.iter().copied());
    labelled(Zone::ALL.iter().copied());
}

#[test]
fn causes_are_explained_and_authorities_and_sectors_have_their_other_forms() {
    for wording in all() {
        Cause::ALL.iter().for_each(|cause| assert!(wording.meaning(*cause).ends_with('.')));
        Authority::ALL.iter().for_each(|authority| assert!(wording.short(*authority).chars().count() <= 16));
        OrganisationType::ALL.iter().for_each(|kind| assert!(!wording.sector(*kind).is_empty()));
        Formality::ALL.iter().for_each(|formality| assert!(!wording.note(*formality).is_empty()));
    }
    assert_eq!(fr().language_inside(Language::Nl), "néerlandais");
}

#[test]
fn every_reason_says_what_to_do_and_names_the_field() {
    for wording in all() {
        for reason in Reason::ALL {
            let sentence = wording.problem(Problem { field: Field::Headline, reason: *reason });
            assert!(sentence.contains(&wording.label(Field::Headline)), "{sentence}");
            assert!(sentence.ends_with('.'), "{sentence}");
        }
    }
    let too_long = Problem { field: Field::Problem, reason: Reason::TooLong };
    assert_eq!(nl().problem(too_long), "‘Probleem’ is te lang. Kort de tekst in tot hoogstens 1.000 tekens.");
}

#[test]
fn the_network_writes_the_label_of_a_domain_and_english_may_be_missing() {
    let label = |nl: &str, fr: &str| Localised { nl: nl.to_owned(), fr: fr.to_owned(), en: String::new() };
    let domain = |code: &str, label: Localised| Domain {
        code: model::Code::parse(code).unwrap(),
        group: DomainGroup::Living,
        label,
        retired: false,
    };
    let housing = domain("housing", label("Wonen", "Habitat"));
    assert_eq!((nl().domain(&housing), fr().domain(&housing)), ("Wonen".to_owned(), "Habitat".to_owned()));
    assert_eq!(en().domain(&housing), "Housing");
    let own = domain("sport", label("Sport en spel", "Sport et jeu"));
    assert_eq!(en().domain(&own), "Sport et jeu");
}

#[test]
fn numbers_are_written_as_each_language_writes_them() {
    assert_eq!(
        [nl().number(1_234_567), fr().number(1_234_567), en().number(1_234_567)],
        ["1.234.567", "1\u{202F}234\u{202F}567", "1,234,567"]
    );
    assert_eq!([nl().signed(12), nl().signed(-3), nl().signed(0)], ["+12", "−3", "0"]);
    assert_eq!(
        [nl().percent(0.125, 1), fr().percent(0.125, 1), en().percent(0.8, 0)],
        ["12,5%", "12,5\u{202F}%", "80%"]
    );
}

#[test]
fn a_count_in_a_sentence_chooses_its_plural_and_its_digits() {
    let said = |wording: Wording, count: i64| wording.say("count-signals", &args![count = count]);
    assert_eq!(
        [said(nl(), 1), said(nl(), 0), said(nl(), 1_200)],
        ["1 signaal", "0 signalen", "1.200 signalen"]
    );
    // In French nought is singular.
    assert_eq!([said(fr(), 0), said(fr(), 1), said(fr(), 2)], ["0 signal", "1 signal", "2 signaux"]);
    assert_eq!([said(en(), 1), said(en(), 1_200)], ["1 signal", "1,200 signals"]);
}

#[test]
fn months_days_and_periods_are_written_out() {
    assert_eq!(
        [nl().month(month("2025-03")), fr().month(month("2025-08")), en().month(month("2025-03"))],
        ["maart 2025", "août 2025", "March 2025"]
    );
    let day = |day| NaiveDate::from_ymd_opt(2025, 3, day).unwrap();
    assert_eq!(
        [nl().day(day(3)), fr().day(day(3)), en().day(day(3))],
        ["3 maart 2025", "3 mars 2025", "3 March 2025"]
    );
    assert_eq!([fr().day(day(1)), fr().day(day(11))], ["1er mars 2025", "11 mars 2025"]);
    assert_eq!(
        [nl().month_alone(month("2025-03")), fr().month_alone(month("2025-02"))],
        ["maart", "février"]
    );
    assert_eq!(nl().period(Period::year(2025).unwrap()), "2025");
    assert_eq!(
        nl().period(Period::new(month("2025-03"), month("2025-06")).unwrap()),
        "maart 2025 – juni 2025"
    );
    assert_eq!(fr().period(Period::new(month("2025-03"), month("2025-03")).unwrap()), "mars 2025");
}

#[test]
fn several_things_are_listed_as_in_a_sentence() {
    assert_eq!(
        [nl().list(&["a", "b", "c"]), fr().list(&["a", "b", "c"]), en().list(&["a", "b", "c"])],
        ["a, b en c", "a, b et c", "a, b and c"]
    );
    assert_eq!([nl().list(&[]), nl().list(&["a"]), fr().list(&["a", "b"])], ["", "a", "a et b"]);
    assert_eq!(nl().zone_members(Zone::West), "Anderlecht en Sint-Jans-Molenbeek");
}

#[test]
fn names_with_accents_stand_among_the_others() {
    let mut names = ["Zone", "Évere", "école", "Ecole", "Être", "eau", "Anderlecht"];
    fr().sort_by_label(&mut names, |name| name);
    assert_eq!(names, ["Anderlecht", "eau", "Ecole", "école", "Être", "Évere", "Zone"]);
    assert_eq!(nl().collate("Elsene", "Évere"), Ordering::Less);
}

#[test]
fn a_header_is_known_by_its_code_and_by_its_labels_however_it_is_written() {
    for field in Field::ALL {
        assert_eq!(field_of_header(field.code()), Some(*field));
        for wording in all() {
            assert_eq!(field_of_header(&wording.label(*field)), Some(*field));
            assert_eq!(field_of_header(&wording.label(*field).to_uppercase()), Some(*field));
        }
    }
    assert_eq!(field_of_header("  geen gemeente BEVOEGD "), Some(Field::NoMunicipality));
    assert_eq!(field_of_header("recurrence"), Some(Field::Recurrence));
    assert_eq!(field_of_header("OBSERVE"), Some(Field::Observed));
    assert_eq!(field_of_header("essaye\u{301}"), Some(Field::Tried));
    assert_eq!(field_of_header("naam van het gezin"), None);
    assert_eq!(field_of_header(""), None);
}

#[test]
fn a_cell_with_a_label_becomes_its_code() {
    assert_eq!(
        [
            cell_code(Field::NeverEligible, "Ja"),
            cell_code(Field::Generated, "oui"),
            cell_code(Field::NoMunicipality, "nee")
        ],
        ["yes", "yes", "no"]
    );
    assert_eq!(cell_code(Field::Cause, "Non-accès"), "not-obtained");
    assert_eq!(cell_code(Field::Place, "Elsene"), "21009");
    assert_eq!(cell_code(Field::Place, "bruxelles"), "21004");
    assert_eq!(
        cell_code(Field::Tried, "Er was niets mogelijk|asked-service"),
        "nothing-possible|asked-service"
    );
    assert_eq!(cell_code(Field::OtherPlaces, "Ukkel | nergens"), "21016|nergens");
    assert_eq!(cell_code(Field::Recurrence, "10+"), "10+");
    assert_eq!(cell_code(Field::Authority, "OCMW"), "cpas");
    assert_eq!(cell_code(Field::Domain, "Droits de l'enfant"), "child-rights");
    assert_eq!(cell_code(Field::Problem, "Ja"), "Ja");
    assert_eq!(cell_code(Field::Domain, "sport"), "sport");
    assert_eq!(cell_code(Field::Cause, ""), "");
}

#[test]
fn every_label_of_every_list_reads_back_as_its_own_code() {
    for wording in all() {
        let back = |field, label: String, code: &str| assert_eq!(cell_code(field, &label), code, "{label}");
        Cause::ALL.iter().for_each(|c| back(Field::Cause, wording.label(*c), c.code()));
        Authority::ALL.iter().for_each(|c| back(Field::Authority, wording.label(*c), c.code()));
        Authority::ALL.iter().for_each(|c| back(Field::Authority, wording.short(*c), c.code()));
        TargetGroup::ALL.iter().for_each(|c| back(Field::TargetGroups, wording.label(*c), c.code()));
        Tried::ALL.iter().for_each(|c| back(Field::Tried, wording.label(*c), c.code()));
        Recurrence::ALL.iter().for_each(|c| back(Field::Recurrence, wording.label(*c), c.code()));
        Language::ALL.iter().for_each(|c| back(Field::Language, wording.label(*c), c.code()));
        Place::all().for_each(|place| back(Field::Place, wording.place(place), &place.code()));
    }
}
