//! What stands beside the text of a chapter: a quote is printed only with a yes, reworded and cleared by another; what changes
//! asks again. Recommendations: signed, addressed to an office, and named by answers.

use chrono::NaiveDate;
use model::{
    AccountId, Agreement, Authority, Criteria, Evidence, GoodPractice, Localised, Office, OutsideFigure,
    Quote, Recommendation, Role, Stance, StructuralSignalId,
};
use store::{
    Cleared, Error, MANDATE_BACKWARDS, OFFICE_ELSEWHERE, RecommendationAt, Signature, Store, UNKNOWN_CODE,
    WRITTEN_MEANWHILE, WithheldReason, asks_code,
};
use testkit::{code, on_both};

use crate::people::new;
use crate::workbench::{NEXT, conflict, frame, reason, said, whole, with_next_edition};

fn localised(text: &str) -> Localised {
    Localised { nl: format!("{text} (nl)"), fr: format!("{text} (fr)"), en: String::new() }
}

fn quote(reworded: bool) -> Quote {
    Quote { text: localised("Wij wachten al zo lang."), agreed: true, reworded }
}

/// A chapter that is whole, judged, and lacks nothing but what a test is about.
fn chapter(store: &Store, by: AccountId) -> (StructuralSignalId, i32) {
    let id = store.make_structural(frame("Eerste"), by).unwrap();
    let all = Criteria { clear: true, neutral: true, recognised: true, shared: true, note: String::new() };
    store.judge(id, NEXT, all, by).unwrap();
    (id, store.write_chapter(id, NEXT, 1, whole("Eerste"), by).unwrap())
}

fn agreed_by_all(store: &Store, id: StructuralSignalId, version: i32, by: AccountId) {
    store.ask_agreement(NEXT, testkit::today() + chrono::Days::new(30), by).unwrap();
    for member in store.network().unwrap().organisations {
        store.agree(id, NEXT, version, said(&member.code, Agreement::Agrees, ""), by).unwrap();
    }
}

#[test]
fn a_quote_is_printed_only_with_a_yes_reworded_in_both_languages_and_cleared_by_another() {
    on_both("quotes", |store| {
        let people = with_next_edition(store);
        let by = people.network_coordinator;
        let other =
            store.add_account(new("nc2@network.example", None, &[Role::NetworkCoordinator]), None).unwrap();
        let (id, version) = chapter(store, by);
        let write = |version, quotes: Vec<Quote>| {
            let evidence = Evidence { quotes, ..Evidence::default() };
            store.write_evidence(id, NEXT, version, evidence, by)
        };
        let settled = |version, quotes| {
            store.clear_chapter(id, NEXT, version, Cleared::all(quotes), other).unwrap();
            agreed_by_all(store, id, version, by);
            reason(store)
        };
        let with_quote = write(version, vec![quote(false)]).unwrap();
        assert_eq!(write(version, Vec::new()), conflict(WRITTEN_MEANWHILE));
        assert_eq!(settled(with_quote, 1), Some(WithheldReason::NotCleared), "not reworded");
        let reworded = write(with_quote, vec![quote(true)]).unwrap();
        assert_eq!(reason(store), Some(WithheldReason::NotCleared), "a new version is cleared anew");
        assert_eq!(settled(reworded, 0), Some(WithheldReason::NotCleared), "the quote itself too");
        assert_eq!(settled(reworded, 1), None);
        let none = store.clear_chapter(id, NEXT, reworded, Cleared::all(2), other);
        assert_eq!(none, Err(Error::NotFound("chapter".to_owned())), "there is one quote");
        let mut french_only = quote(true);
        french_only.text.nl.clear();
        let unfinished = write(reworded, vec![french_only]).unwrap();
        assert_eq!(settled(unfinished, 1), Some(WithheldReason::Incomplete));
        let refused = write(unfinished, vec![Quote { agreed: false, ..quote(true) }]).unwrap();
        assert_eq!(settled(refused, 1), Some(WithheldReason::NotCleared), "whoever said it has not agreed");
        // Writing the text leaves what stands beside it, and the other way round.
        let text = store.write_chapter(id, NEXT, refused, whole("Anders"), by).unwrap();
        let file = store.structural_signal(id).unwrap();
        assert_eq!(file.entry.chapters[0].evidence.quotes.len(), 1);
        assert_eq!(write(text, Vec::new()).unwrap(), text + 1);
        assert_eq!(store.structural_signal(id).unwrap().line.title.nl, "Anders");
    });
}

#[test]
fn what_stands_beside_a_text_travels_with_the_network_file_and_into_the_frozen_material() {
    on_both("evidence_file", |store| {
        let mut file = testkit::network();
        let mut entry = testkit::structural_signal("adres", 1, &[]);
        let evidence = Evidence {
            quotes: vec![quote(true)],
            figures: vec![OutsideFigure {
                text: localised("Er zijn 1 200 plaatsen"),
                source: "Jaarverslag".to_owned(),
                year: 2024,
            }],
            practices: vec![GoodPractice {
                text: localised("Een vast adres"),
                organisation: Some(code("alfa")),
            }],
        };
        entry.chapters[0].evidence = evidence.clone();
        let office = Office {
            code: code("alderman"),
            authority: Authority::Municipality,
            name: localised("Schepen van burgerlijke stand"),
            from: NaiveDate::from_ymd_opt(2024, 12, 1).unwrap(),
            until: None,
        };
        file.offices = vec![office.clone()];
        entry.recommendations[0].office = Some(office.code.clone());
        file.structural_signals.push(entry.clone());
        let report = store.import_network(&file).unwrap();
        assert_eq!((report.offices.added, report.structural_signals.added), (1, 1));
        let again = store.import_network(&file).unwrap();
        assert_eq!((again.offices.unchanged, again.structural_signals.unchanged), (1, 1));
        assert_eq!(store.network().unwrap().offices, [office]);
        let id = store.structural_signals().unwrap()[0].id;
        assert_eq!(store.structural_signal(id).unwrap().entry, entry);
        let mut frozen = None;
        let first = model::EditionNumber(1);
        let _ = store.freeze(first, &mut |material, _, _| {
            frozen = material.printed.first().map(|one| (one.evidence.clone(), one.recommendations.len()));
            Err(Error::Unavailable("only looking".to_owned()))
        });
        assert_eq!(frozen, Some((evidence, 1)));
        // An office of another level is no addressee, and a mandate does not end before it begins.
        file.structural_signals[0].recommendations[0].addressee = Authority::Cpas;
        file.offices[0].until = NaiveDate::from_ymd_opt(2024, 1, 1);
        let Err(store::NetworkError::Refused(problems)) = store.import_network(&file) else {
            unreachable!("the file is wrong")
        };
        let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!(paths, ["offices[0].until", "structural_signals[0].recommendations[0].office"]);
    });
}

fn recommendation(text: &str) -> Recommendation {
    Recommendation {
        edition: NEXT,
        addressee: Authority::Cpas,
        office: None,
        stance: Stance::Do,
        text: localised(text),
        signed_by: Vec::new(),
        term: None,
    }
}

#[test]
fn a_recommendation_is_written_by_one_at_a_time_signed_by_organisations_and_printed_only_then() {
    on_both("recommendations", |store| {
        let people = with_next_edition(store);
        let by = people.network_coordinator;
        let other =
            store.add_account(new("nc2@network.example", None, &[Role::NetworkCoordinator]), None).unwrap();
        let (id, version) = chapter(store, by);
        store.clear_chapter(id, NEXT, version, Cleared::all(0), other).unwrap();
        agreed_by_all(store, id, version, by);
        let printed = |store: &Store| {
            let mut found = None;
            let _ = store.freeze(NEXT, &mut |material, _, _| {
                found = material.printed.first().map(|one| one.recommendations.len());
                Err(Error::Unavailable("only looking".to_owned()))
            });
            found
        };
        store.add_recommendation(id, recommendation("Doe dit."), by).unwrap();
        assert_eq!(printed(store), Some(0), "nobody signed it");
        let at = RecommendationAt(0);
        let file = store.structural_signal(id).unwrap();
        let revision = || store.structural_signal(id).unwrap().recommendations[0].1;
        let asks = |store: &Store| asks_code(&store.structural_signal(id).unwrap().entry.recommendations[0]);
        let sign = |organisation: &str, asks: &str| {
            let signature = Signature { at, asks: asks.to_owned(), signs: true };
            store.sign_recommendation(id, code(organisation), signature, by)
        };
        let first = asks(store);
        assert_eq!(file.versions[&NEXT], version, "agreement is about the problem alone");
        let unsigned = revision();
        sign("alfa", &first).unwrap();
        assert_eq!(printed(store), Some(1));
        let unseen = store.change_recommendation(id, at, unsigned, recommendation("Doe dat."), by);
        assert_eq!(unseen, conflict(WRITTEN_MEANWHILE), "for who writes, a signature is a change, too");
        sign("beta", &first).expect("for who signs, it is none");
        let signed = revision();
        let changed = Recommendation { signed_by: vec![code("alfa")], ..recommendation("Doe dat.") };
        store.change_recommendation(id, at, signed, changed.clone(), by).unwrap();
        let second = store.change_recommendation(id, at, signed, recommendation("Doe niets."), other);
        assert_eq!(second, conflict(WRITTEN_MEANWHILE));
        let stale = sign("beta", &first);
        assert_eq!(stale, conflict(WRITTEN_MEANWHILE), "nobody signs what they did not read");
        let unsigned = Recommendation { signed_by: Vec::new(), ..changed.clone() };
        let stands = || store.structural_signal(id).unwrap().entry.recommendations;
        assert_eq!(stands(), [unsigned], "nobody signed what it asks for now");
        store.change_recommendation(id, at, revision(), changed.clone(), by).unwrap();
        assert_eq!(stands(), std::slice::from_ref(&changed));
        let opposite = Recommendation { stance: Stance::Dont, ..changed };
        store.change_recommendation(id, at, revision(), opposite, by).unwrap();
        assert_eq!(printed(store), Some(0), "nobody signed the opposite");
        let stranger = Recommendation { signed_by: vec![code("nobody")], ..recommendation("X") };
        assert_eq!(store.add_recommendation(id, stranger, by), conflict(UNKNOWN_CODE));
        let (last, read) = (revision(), asks(store));
        store.remove_recommendation(id, at, last, by).unwrap();
        assert_eq!(stands(), []);
        let gone = store.remove_recommendation(id, at, last, by);
        assert_eq!(gone, Err(Error::NotFound("recommendation".to_owned())));
        store.add_recommendation(id, recommendation("Schaf het af."), by).unwrap();
        let old_form = sign("alfa", &read);
        assert_eq!(old_form, conflict(WRITTEN_MEANWHILE), "another one stands in its place");
        assert_eq!(store.check_chain().unwrap().broken_at, None);
    });
}

#[test]
fn a_recommendation_goes_to_an_office_of_its_own_level() {
    on_both("offices", |store| {
        let people = with_next_edition(store);
        let by = people.network_coordinator;
        let (id, _) = chapter(store, by);
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let office = Office {
            code: store.new_office_code().unwrap(),
            authority: Authority::Cpas,
            name: localised("Voorzitter van het OCMW"),
            from: day(2024),
            until: Some(day(2023)),
        };
        assert_eq!(store.put_office(office.clone(), by), conflict(MANDATE_BACKWARDS));
        let office = Office { until: None, ..office };
        store.put_office(office.clone(), by).unwrap();
        let to_office = |addressee| Recommendation {
            addressee,
            office: Some(office.code.clone()),
            ..recommendation("Doe dit.")
        };
        let elsewhere = store.add_recommendation(id, to_office(Authority::Federal), by);
        assert_eq!(elsewhere, conflict(OFFICE_ELSEWHERE));
        store.add_recommendation(id, to_office(Authority::Cpas), by).unwrap();
        let elsewhere = Office { authority: Authority::Federal, ..office.clone() };
        assert_eq!(store.put_office(elsewhere, by), conflict(store::OFFICE_IN_USE));
        let over = Office { until: Some(day(2025)), ..office };
        store.put_office(over.clone(), by).unwrap();
        assert_eq!(store.network().unwrap().offices, [over]);
    });
}

#[test]
fn what_a_structural_signal_goes_on_from_is_read_step_by_step_and_a_circle_ends() {
    on_both("chain", |store| {
        let people = with_next_edition(store);
        let by = people.network_coordinator;
        let first = store.make_structural(frame("Eerste"), by).unwrap();
        let going_on = |from| store::Frame { predecessor: Some(from), ..frame("Later") };
        let second = store.make_structural(going_on(first), by).unwrap();
        let third = store.make_structural(going_on(second), by).unwrap();
        let chain = |id| -> Vec<StructuralSignalId> {
            store.structural_chain(id).unwrap().into_iter().map(|file| file.line.id).collect()
        };
        assert_eq!(chain(third), [third, second, first]);
        store.describe_structural(first, going_on(third), by).unwrap();
        assert_eq!(chain(third), [third, second, first]);
    });
}
