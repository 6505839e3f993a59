//! What is written can be read again, what is ordered stays ordered, and nothing else is accepted.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use model::{
    Agreement, AnswerState, Authority, Cause, CauseChoice, Code, DomainGroup, EditionState, Field, Formality,
    Language, Month, OrganisationType, Period, Place, Reason, Recognition, Recurrence, SignalId, SignalState,
    Stance, TargetGroup, Tried, Verdict, Zone,
};
use proptest::prelude::*;

macro_rules! every_code_reads_back {
    ($($list:ty),+) => {$(
        for value in <$list>::ALL {
            assert_eq!(<$list>::parse(value.code()), Ok(*value));
            let json = serde_json::to_string(value).unwrap();
            assert_eq!(json, format!("{:?}", value.code()));
            assert_eq!(serde_json::from_str::<$list>(&json).unwrap(), *value);
        }
        let mut codes: Vec<&str> = <$list>::ALL.iter().map(|value| value.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), <$list>::ALL.len());
        assert!(<$list>::parse("").is_err());
        assert!(<$list>::parse("no-such-code").is_err());
    )+};
}

#[test]
fn every_code_of_a_closed_list_reads_back_and_stands_once() {
    every_code_reads_back!(
        Agreement,
        AnswerState,
        Authority,
        Cause,
        DomainGroup,
        EditionState,
        Field,
        Formality,
        Language,
        OrganisationType,
        Reason,
        Recognition,
        Recurrence,
        SignalState,
        Stance,
        TargetGroup,
        Tried,
        Verdict,
        Zone
    );
}

#[test]
fn the_lists_are_as_long_as_the_field_says() {
    assert_eq!(Cause::ALL.len(), 5);
    assert_eq!(OrganisationType::ALL.len(), 11);
    assert_eq!(Authority::ALL.len(), 10);
    assert_eq!(TargetGroup::ALL.len(), 14);
    assert_eq!(Place::all().count(), 21);
}

#[test]
fn a_cause_may_be_unknown_or_not_in_play() {
    assert_eq!(CauseChoice::parse(""), Ok(CauseChoice::NoRight));
    assert_eq!(CauseChoice::parse("unknown"), Ok(CauseChoice::Unknown));
    assert_eq!(CauseChoice::parse("exclusion"), Ok(CauseChoice::Of(Cause::Exclusion)));
    assert!(CauseChoice::parse("Exclusion").is_err());
}

#[test]
fn each_municipality_lies_in_one_zone_and_the_zones_are_those_of_the_field() {
    let members =
        |zone| Place::all().filter(|place| place.zone() == Some(zone)).map(Place::code).collect::<Vec<_>>();
    assert_eq!(members(Zone::City), ["21004"]);
    assert_eq!(members(Zone::West), ["21001", "21012"]);
    assert_eq!(members(Zone::North), ["21003", "21008", "21010", "21011"]);
    assert_eq!(members(Zone::NorthEast), ["21006", "21014", "21015"]);
    assert_eq!(members(Zone::South), ["21007", "21009", "21013", "21016", "21017"]);
    assert_eq!(members(Zone::SouthEast), ["21002", "21005", "21018", "21019"]);
    assert_eq!(Place::Region.zone(), None);
}

#[test]
fn a_period_is_a_year_unless_it_says_otherwise() {
    let year = Period::year(2025).unwrap();
    assert_eq!(year.calendar_year(), Some(2025));
    assert_eq!(year.months(), 12);
    let other = Period::new(Month::new(2025, 2).unwrap(), Month::new(2026, 1).unwrap()).unwrap();
    assert_eq!(other.calendar_year(), None);
    assert!(!year.is_disjoint_from(other));
    assert!(Period::new(Month::new(2025, 2).unwrap(), Month::new(2025, 1).unwrap()).is_err());
    assert!(serde_json::from_str::<Period>(r#"{"from":"2025-02","to":"2025-01"}"#).is_err());
}

fn month() -> impl Strategy<Value = Month> {
    (1900..=2199i32, 1..=12u32).prop_map(|(year, month)| Month::new(year, month).unwrap())
}

proptest! {
    #[test]
    fn a_month_reads_back_and_keeps_its_order(a in month(), b in month()) {
        prop_assert_eq!(Month::parse(&a.to_string()), Ok(a));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        prop_assert_eq!(Month::from_number(a.number()), Ok(a));
        prop_assert_eq!(a.cmp(&b), a.number().cmp(&b.number()));
    }

    #[test]
    fn only_a_month_is_a_month(text in ".{0,10}") {
        if let Ok(month) = Month::parse(&text) {
            prop_assert_eq!(month.to_string(), text);
        }
    }

    #[test]
    fn a_period_holds_its_months_and_no_other(from in month(), length in 0..40i32, other in month()) {
        let Ok(to) = Month::from_number(from.number() + length) else { return Ok(()) };
        let period = Period::new(from, to).unwrap();
        prop_assert_eq!(period.months(), length + 1);
        let inside = other.number() >= from.number() && other.number() <= to.number();
        prop_assert_eq!(period.contains(other), inside);
        let alone = Period::new(other, other).unwrap();
        prop_assert_eq!(period.is_disjoint_from(alone), !inside);
        prop_assert_eq!(serde_json::from_str::<Period>(&serde_json::to_string(&period).unwrap()).unwrap(), period);
    }

    #[test]
    fn an_id_is_a_random_uuid_and_reads_back(bytes in any::<[u8; 16]>()) {
        let id = SignalId::from_random(bytes);
        prop_assert_eq!(SignalId::parse(&id.to_string()), Ok(id));
        prop_assert_eq!(id.uuid().get_version_num(), 4);
    }

    #[test]
    fn an_id_that_tells_a_time_is_refused(bytes in any::<[u8; 16]>(), version in 1..=8usize) {
        prop_assume!(version != 4);
        let mut text = SignalId::from_random(bytes).to_string();
        text.replace_range(14..15, &version.to_string());
        prop_assert!(SignalId::parse(&text).is_err());
    }

    #[test]
    fn a_code_is_lower_case_letters_digits_and_inner_hyphens(text in "[a-zA-Z0-9 -]{0,65}") {
        let edge = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let valid = (1..=60).contains(&text.len())
            && text.chars().all(|c| edge(c) || c == '-')
            && text.starts_with(edge)
            && text.ends_with(edge);
        prop_assert_eq!(Code::parse(&text).is_ok(), valid);
    }

    #[test]
    fn places_read_back(at in 0..21usize) {
        let place = Place::all().nth(at).unwrap();
        prop_assert_eq!(Place::parse(&place.code()), Ok(place));
    }
}
