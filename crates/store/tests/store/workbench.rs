//! Structural signals as coordinators make them: members moved and moved back, a chapter written by one at a time, checked by
//! another, agreed to by all, and frozen only then.

use std::collections::BTreeMap;

use crate::people::{People, filing, new, people, submission};
use model::{
    AccountId, Agreement, AgreementEntry, Answer, AnswerState, Authority, Cause, ChapterText, Criteria,
    EditionNumber, Language, Localised, Month, Period, Role, SignalId, StructuralSignalId, Verdict,
};
use store::{
    ATTACHED_ELSEWHERE, Cleared, EDITION_CLOSED, Error, Filing, Frame, LogFilter, MERGED, MOVED_ON,
    NO_OPEN_EDITION, NOT_ASKED, NOT_PUBLISHED, OWN_TEXT, REASON_NEEDED, Store, TOO_MANY_DOTS, Via,
    WRITTEN_MEANWHILE, WithheldReason,
};
use testkit::{code, on_both};

pub const NEXT: EditionNumber = EditionNumber(3);

pub fn conflict<T>(detail: &str) -> Result<T, Error> {
    Err(Error::Conflict(detail.to_owned()))
}

fn accepted(store: &Store, people: People, number: u128) -> SignalId {
    let via = Via::Account(people.signal_coordinator);
    let filed =
        store.file(Filing { release: true, ..filing(number, via, submission("alfa", number)) }).unwrap();
    store.accept(filed.signal, people.network_coordinator).unwrap();
    filed.signal
}

pub fn frame(title: &str) -> Frame {
    Frame {
        domain: code("housing"),
        cause: Some(Cause::NotObtained),
        never_eligible: false,
        rights: vec![code("reference-address")],
        authorities: vec![Authority::Cpas],
        owner: code("alfa"),
        predecessor: None,
        title: Localised { nl: title.to_owned(), ..Localised::default() },
    }
}

/// A network whose editions are frozen but for the next.
pub fn with_next_edition(store: &Store) -> People {
    let people = people(store);
    let month = |text| Month::parse(text).unwrap();
    for edition in store.editions().unwrap() {
        if edition.state == model::EditionState::Open {
            let _ = store.freeze(edition.number, &mut |_, rows, _| {
                while rows.next()?.is_some() {}
                Ok(())
            });
        }
    }
    store.open_edition(NEXT, Period::new(month("2030-01"), month("2030-06")).unwrap()).unwrap();
    people
}

pub fn said(organisation: &model::Code, stance: Agreement, remark: &str) -> AgreementEntry {
    AgreementEntry { organisation: organisation.clone(), stance, remark: remark.to_owned() }
}

fn members(store: &Store, id: StructuralSignalId) -> Vec<SignalId> {
    store.signals_of(id, 100).unwrap().into_iter().map(|line| line.id).collect()
}

fn last_event(store: &Store, kind: &str) -> i64 {
    let filter = LogFilter { kinds: vec![kind.to_owned()], ..LogFilter::default() };
    store.log(&filter, 1).unwrap().0[0].sequence
}

pub fn whole(title: &str) -> BTreeMap<Language, ChapterText> {
    let text = ChapterText {
        title: title.to_owned(),
        summary: "Kort.".to_owned(),
        see: vec!["Wat we zien.".to_owned()],
        exists: vec!["Wat bestaat.".to_owned()],
        structural: vec!["Waarom.".to_owned()],
    };
    BTreeMap::from([(Language::Nl, text.clone()), (Language::Fr, text)])
}

/// Why the first structural signal of the next edition would be left out now; none where it would be printed.
pub fn reason(store: &Store) -> Option<WithheldReason> {
    let mut found = None;
    // The encoder refuses: nothing is frozen, and the material was seen.
    let _ = store.freeze(NEXT, &mut |material, _, _| {
        found = material.withheld.first().map(|one| one.reason);
        Err(Error::Unavailable("only looking".to_owned()))
    });
    found
}

#[test]
fn signals_are_put_in_taken_out_merged_and_split_and_every_move_can_be_taken_back() {
    on_both("members", |store| {
        let people = with_next_edition(store);
        let by = people.network_coordinator;
        let [one, two, three] = [1, 2, 3].map(|number| accepted(store, people, number));
        let first = store.make_structural(frame("Eerste"), by).unwrap();
        let second = store.make_structural(frame("Tweede"), by).unwrap();
        store.attach(first, &[one, two], "Zelfde muur.", by).unwrap();
        store.attach(second, &[three], "", by).unwrap();
        assert_eq!(store.attach(second, &[one], "", by), conflict(ATTACHED_ELSEWHERE));
        assert_eq!(store.detach(second, &[one], "", by), conflict(MOVED_ON));
        assert_eq!(members(store, first), [one, two]);

        store.merge(second, first, "Eén probleem.", by).unwrap();
        assert_eq!(members(store, first), [one, two, three]);
        assert_eq!(members(store, second), []);
        let lines = store.structural_signals().unwrap();
        let merged = lines.iter().find(|line| line.id == second).unwrap();
        assert_eq!(merged.merged_into, Some(first));
        assert_eq!(store.attach(second, &[three], "", by), conflict(MERGED));
        let merge = last_event(store, "structural-signals-merged");
        store.undo_structural(merge, by).unwrap();
        assert_eq!((members(store, first), members(store, second)), (vec![one, two], vec![three]));
        assert_eq!(store.undo_structural(merge, by), conflict(MOVED_ON), "once");

        let split = store.split(first, &[two], frame("Derde"), "Iets anders.", by).unwrap();
        assert_eq!((members(store, first), members(store, split)), (vec![one], vec![two]));
        store.undo_structural(last_event(store, "structural-signal-split"), by).unwrap();
        assert_eq!((members(store, first), members(store, split)), (vec![one, two], vec![]));
        store.detach(first, &[one], "Toch niet.", by).unwrap();
        let detach = last_event(store, "signals-moved");
        store.attach(second, &[one], "", by).unwrap();
        assert_eq!(store.undo_structural(detach, by), conflict(MOVED_ON), "it has moved on");
        // The signal knows where it is, and the chain holds.
        assert_eq!(store.signal(one).unwrap().became[0].title.nl, "Tweede");
        assert_eq!(store.check_chain().unwrap().broken_at, None);
    });
}

#[test]
fn a_structural_signal_needs_an_edition_that_is_open() {
    on_both("no_edition", |store| {
        let people = people(store);
        for edition in store.editions().unwrap() {
            let _ = store.freeze(edition.number, &mut |_, rows, _| {
                while rows.next()?.is_some() {}
                Ok(())
            });
        }
        let open = store.editions().unwrap().iter().any(|one| one.state == model::EditionState::Open);
        let outcome = store.make_structural(frame("Eerste"), people.network_coordinator);
        if !open {
            assert_eq!(outcome, conflict(NO_OPEN_EDITION));
        }
    });
}

#[test]
fn the_second_who_writes_a_chapter_is_told_and_nothing_is_lost() {
    on_both("chapter", |store| {
        let people = with_next_edition(store);
        let by = people.network_coordinator;
        let id = store.make_structural(frame("Eerste"), by).unwrap();
        let read = store.structural_signal(id).unwrap().versions[&NEXT];
        let written = store.write_chapter(id, NEXT, read, whole("Van de een"), by).unwrap();
        assert!(written > read);
        assert_eq!(
            store.write_chapter(id, NEXT, read, whole("Van de ander"), by),
            conflict(WRITTEN_MEANWHILE)
        );
        assert_eq!(store.structural_signal(id).unwrap().line.title.nl, "Van de een");
        assert_eq!(
            store.write_chapter(id, NEXT, written, whole("Van de een"), by),
            Ok(written),
            "the same is nothing"
        );
        let first = EditionNumber(1);
        assert_eq!(store.write_chapter(id, first, 0, whole("X"), by), conflict(EDITION_CLOSED));
        // A network file does not change it any more.
        let mut file = testkit::network();
        let mut entry = store.structural_signal(id).unwrap().entry;
        entry.chapters[0].text = whole("Uit een bestand");
        file.structural_signals.push(entry);
        store.import_network(&file).unwrap();
        assert_eq!(store.structural_signal(id).unwrap().line.title.nl, "Van de een");
    });
}

#[test]
fn a_chapter_is_printed_only_once_it_is_whole_judged_cleared_by_another_and_agreed_to_by_all() {
    on_both("printed", |store| {
        let people = with_next_edition(store);
        let by = people.network_coordinator;
        let other: AccountId =
            store.add_account(new("nc2@network.example", None, &[Role::NetworkCoordinator]), None).unwrap();
        let id = store.make_structural(frame("Eerste"), by).unwrap();
        assert_eq!(reason(store), Some(WithheldReason::Criteria));
        let all =
            Criteria { clear: true, neutral: true, recognised: true, shared: true, note: "Ja.".to_owned() };
        store.judge(id, NEXT, all, by).unwrap();
        assert_eq!(reason(store), Some(WithheldReason::Incomplete));
        let version = store.write_chapter(id, NEXT, 1, whole("Eerste"), by).unwrap();
        assert_eq!(reason(store), Some(WithheldReason::NotCleared));
        let everything = Cleared::all(0);
        assert_eq!(store.clear_chapter(id, NEXT, version, everything.clone(), by), conflict(OWN_TEXT));
        assert_eq!(store.clear_chapter(id, NEXT, 1, everything.clone(), other), conflict(WRITTEN_MEANWHILE));
        store.clear_chapter(id, NEXT, version, everything[..3].to_vec(), other).unwrap();
        assert_eq!(reason(store), Some(WithheldReason::NotCleared), "three of four are not enough");
        store.clear_chapter(id, NEXT, version, everything, other).unwrap();
        assert_eq!(store.clearances(id, NEXT).unwrap().len(), 4);
        assert_eq!(reason(store), Some(WithheldReason::NoAgreement));
        let members: Vec<model::Code> =
            store.network().unwrap().organisations.into_iter().map(|one| one.code).collect();
        let unasked = store.agree(id, NEXT, version, said(&members[0], Agreement::Agrees, ""), by);
        assert_eq!(unasked, conflict(NOT_ASKED), "nobody agrees before the organisations are asked");
        store.ask_agreement(NEXT, testkit::today() + chrono::Days::new(30), by).unwrap();
        for organisation in &members {
            store.agree(id, NEXT, version, said(organisation, Agreement::Agrees, ""), by).unwrap();
        }
        assert_eq!(reason(store), None);
        let refusal = store.agree(id, NEXT, version, said(&members[0], Agreement::Refuses, " "), by);
        assert_eq!(refusal, conflict(REASON_NEEDED));
        store.agree(id, NEXT, version, said(&members[0], Agreement::Refuses, "Te scherp."), by).unwrap();
        assert_eq!(reason(store), Some(WithheldReason::NoAgreement));
        store
            .agree(id, NEXT, version, said(&members[0], Agreement::AgreesWithRemark, "Goed zo."), by)
            .unwrap();
        assert_eq!(reason(store), None);
        // A changed text asks again, of everybody.
        let changed = store.write_chapter(id, NEXT, version, whole("Anders"), by).unwrap();
        assert_eq!(reason(store), Some(WithheldReason::NotCleared));
        let late = store.agree(id, NEXT, version, said(&members[0], Agreement::Agrees, ""), by);
        assert_eq!(late, conflict(WRITTEN_MEANWHILE));
        store.clear_chapter(id, NEXT, changed, Cleared::all(0), other).unwrap();
        assert_eq!(reason(store), Some(WithheldReason::NoAgreement));
        assert_eq!(store.structural_signal(id).unwrap().line.agreed, (0, 0));
    });
}

fn due(store: &Store) -> Vec<(StructuralSignalId, chrono::NaiveDate)> {
    let steps = store.due_steps(testkit::today()).unwrap();
    steps.into_iter().map(|step| (step.structural, step.day)).collect()
}

#[test]
fn dots_are_limited_and_actions_come_due() {
    on_both("dots", |store| {
        let people = with_next_edition(store);
        let by = people.network_coordinator;
        let [first, second] =
            ["Eerste", "Tweede"].map(|title| store.make_structural(frame(title), by).unwrap());
        store.give_dots(first, NEXT, 7, by).unwrap();
        assert_eq!(store.give_dots(second, NEXT, 4, by), conflict(TOO_MANY_DOTS));
        assert_eq!(store.give_dots(second, NEXT, u32::MAX, by), conflict(TOO_MANY_DOTS));
        store.give_dots(first, NEXT, 6, by).unwrap();
        store.give_dots(second, NEXT, 4, by).unwrap();
        assert_eq!(store.dots(NEXT).unwrap()[&first][&by], 6);
        let today = testkit::today();
        assert_eq!(store.note_action(first, " ", None, by), conflict(store::EMPTY_ACTION));
        store.note_action(first, "Gebeld met het kabinet.", Some(today), by).unwrap();
        assert_eq!(due(store), [(first, today)]);
        let late = today - chrono::Days::new(3);
        store.note_action(second, "Brief gestuurd.", Some(late), by).unwrap();
        assert_eq!(due(store), [(second, late), (first, today)], "the oldest first");
        let of = |owner| store.due_steps_of(&testkit::code(owner), today).unwrap();
        assert_eq!(of("alfa"), store.due_steps(today).unwrap());
        assert!(of("beta").is_empty(), "each owner's own");
        let step = &store.due_steps(today).unwrap()[0];
        assert_eq!((step.title.nl.as_str(), step.owner.as_str()), ("Tweede", "alfa"));
        store.merge(second, first, "Zelfde.", by).unwrap();
        assert_eq!(due(store), [(first, today)], "what was merged has no next step");
        store.note_action(first, "Afspraak gemaakt.", None, by).unwrap();
        assert_eq!(due(store), []);
        assert_eq!(store.actions(first).unwrap()[0].text, "Afspraak gemaakt.");
    });
}

#[test]
fn authorities_answer_and_the_field_judges_only_what_is_published() {
    on_both("answers", |store| {
        let people = with_next_edition(store);
        let by = people.network_coordinator;
        let id = store.make_structural(frame("Eerste"), by).unwrap();
        let text = Localised { fr: "Nous étudions.".to_owned(), ..Localised::default() };
        let answer = Answer {
            authority: Authority::Cpas,
            edition: NEXT,
            state: AnswerState::Study,
            date: Some(testkit::today()),
            text: text.clone(),
            recommendation: None,
            office: None,
        };
        assert_eq!(store.answer(id, answer, by), conflict(NOT_PUBLISHED));
        let verdict = store.give_verdict(id, NEXT, Verdict::Worse, &code("alfa"), text.clone(), by);
        assert_eq!(verdict, conflict(NOT_PUBLISHED));
    });
}
