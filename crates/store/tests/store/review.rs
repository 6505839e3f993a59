//! The coordinators' work: queues with filters and search, corrections, the same case, redaction, undoing, the log.

use crate::people::{People, filing, people, submission};
use crate::raw;
use model::{
    CauseChoice, Code, Decided, EditionNumber, Language, Place, SignalId, SignalState, Weighing,
    WeighingAnswer,
};
use store::{
    Among, Error, Filing, LogFilter, NO_SAME_CASE, NOT_LATER, NOTHING_TO_REDACT, Passage, Queue, QueueFilter,
    QueueOrder, Side, SignalField, Slice, Store, Via, WRONG_STATE, Wanted, WeighingSide,
};
use testkit::{code, on_both, on_each_database};

fn released(
    store: &Store,
    people: People,
    number: u128,
    change: impl Fn(&mut model::Submission),
) -> SignalId {
    let mut submission = submission("alfa", number);
    change(&mut submission);
    let via = Via::Account(people.signal_coordinator);
    store.file(Filing { release: true, ..filing(number, via, submission) }).unwrap().signal
}

fn ids(store: &Store, queue: &Queue, filter: &QueueFilter) -> Vec<SignalId> {
    let page = store.queue(queue, filter, QueueOrder::Oldest, Slice::first(50)).unwrap();
    assert_eq!(page.total, page.lines.len() as u64);
    assert_eq!(store.queue_counts(queue, std::slice::from_ref(filter)).unwrap(), [page.total]);
    page.lines.iter().map(|line| line.id).collect()
}

/// Words as the tests stem them: folded, without signs.
fn words(_: Language, text: &str) -> String {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" ")
}

fn wanted(text: &str) -> QueueFilter {
    let words = Wanted::new(text.split(' ').map(|word| vec![word.to_owned()]));
    QueueFilter { words, ..QueueFilter::default() }
}

#[test]
fn a_filter_leaves_what_fits_all_that_it_says() {
    on_both("filters", |store| {
        let people = people(store);
        let plain = released(store, people, 1, |_| {});
        let french = released(store, people, 2, |one| one.language = Language::Fr);
        let elsewhere = released(store, people, 3, |one| one.place = Place::parse("21001").unwrap());
        let right = released(store, people, 4, |one| one.right = Some(code("child-benefit")));
        let all = ids(store, &Queue::Network, &QueueFilter::default());
        assert_eq!(all, [plain, french, elsewhere, right]);
        let filter = QueueFilter { language: Some(Language::Fr), ..QueueFilter::default() };
        assert_eq!(ids(store, &Queue::Network, &filter), [french]);
        let filter = QueueFilter { place: Some(Place::parse("21001").unwrap()), ..QueueFilter::default() };
        assert_eq!(ids(store, &Queue::Network, &filter), [elsewhere]);
        let filter = QueueFilter { right: Some(code("child-benefit")), ..QueueFilter::default() };
        assert_eq!(ids(store, &Queue::Network, &filter), [right]);
        let filter = QueueFilter {
            language: Some(Language::Fr),
            right: Some(code("leefloon")),
            ..QueueFilter::default()
        };
        assert_eq!(ids(store, &Queue::Network, &filter), []);
        let filter = QueueFilter { organisation: Some(code("beta")), ..QueueFilter::default() };
        assert_eq!(ids(store, &Queue::Network, &filter), []);
        let among = |among| QueueFilter { among: Some(among), ..QueueFilter::default() };
        let named = vec![french, right];
        assert_eq!(ids(store, &Queue::Network, &among(Among::Only(named.clone()))), named);
        assert_eq!(ids(store, &Queue::Network, &among(Among::Without(named))), [plain, elsewhere]);
        assert_eq!(ids(store, &Queue::Network, &among(Among::Only(Vec::new()))), []);
        assert_eq!(ids(store, &Queue::Network, &among(Among::Without(Vec::new()))).len(), 4);
        let newest = store
            .queue(&Queue::Network, &QueueFilter::default(), QueueOrder::Newest, Slice::first(2))
            .unwrap();
        assert_eq!(newest.lines.iter().map(|line| line.id).collect::<Vec<_>>(), [right, elsewhere]);
        // What was corrected is found where it was put.
        let decided =
            Decided { place: Place::parse("21012").unwrap(), ..store.signal(plain).unwrap().decided };
        store.correct(plain, decided, people.network_coordinator).unwrap();
        let filter = QueueFilter { place: Some(Place::parse("21012").unwrap()), ..QueueFilter::default() };
        assert_eq!(ids(store, &Queue::Network, &filter), [plain]);
    });
}

#[test]
fn an_overdue_signal_is_one_that_waited_without_a_word_from_a_person() {
    on_both("overdue", |store| {
        let people = people(store);
        let first = released(store, people, 1, |_| {});
        let second = released(store, people, 2, |_| {});
        let day = store.signal(first).unwrap().line.filed_on;
        let since = |day| QueueFilter { silent_since: Some(day), ..QueueFilter::default() };
        assert_eq!(ids(store, &Queue::Network, &since(day)), [first, second]);
        assert_eq!(ids(store, &Queue::Network, &since(day.pred_opt().unwrap())), []);
        store.write_message(first, Side::Coordinator, Some(people.network_coordinator), "Waar?").unwrap();
        assert_eq!(ids(store, &Queue::Network, &since(day)), [second]);
        let asked = |open| QueueFilter { asked: Some(open), ..QueueFilter::default() };
        assert_eq!(ids(store, &Queue::Network, &asked(true)), [first]);
        assert_eq!(ids(store, &Queue::Network, &asked(false)), [second]);
    });
}

#[test]
fn what_is_put_aside_comes_back_on_its_day() {
    on_both("aside", |store| {
        let people = people(store);
        let first = released(store, people, 1, |_| {});
        let second = released(store, people, 2, |_| {});
        let today = store.signal(first).unwrap().line.filed_on;
        let day = |days| today.checked_add_days(chrono::Days::new(days)).unwrap();
        let by = people.network_coordinator;
        assert_eq!(store.postpone(first, today, by), Err(Error::Conflict(NOT_LATER.to_owned())));
        store.postpone(first, day(7), by).unwrap();
        let at = |today, put_aside| QueueFilter { today: Some(today), put_aside, ..QueueFilter::default() };
        assert_eq!(ids(store, &Queue::Network, &at(today, false)), [second]);
        assert_eq!(ids(store, &Queue::Network, &at(today, true)), [first]);
        assert_eq!(ids(store, &Queue::Network, &at(day(7), false)), [first, second]);
        crate::decide::undo_last(store, first, by).unwrap();
        assert_eq!(ids(store, &Queue::Network, &at(today, false)), [first, second]);
        // A decision ends it as well.
        store.postpone(first, day(7), by).unwrap();
        store.accept(first, by).unwrap();
        assert_eq!(store.postponed_until(first).unwrap(), None);
    });
}

#[test]
fn words_are_found_in_one_of_their_forms_once_they_are_taken_in_and_never_after_they_are_gone() {
    on_each_database("search", |database| {
        let store = &database.open();
        let people = people(store);
        let medical =
            released(store, people, 1, |one| one.problem = "De medische kaart wordt geweigerd.".into());
        let housing =
            released(store, people, 2, |one| one.problem = "Een woning zonder Zonderlingwoord water.".into());
        assert_eq!(ids(store, &Queue::Network, &wanted("kaart")), [], "not taken in yet");
        assert_eq!(store.index_words(10, &words).unwrap(), 2);
        assert_eq!(store.index_words(10, &words).unwrap(), 0);
        assert_eq!(ids(store, &Queue::Network, &wanted("kaart")), [medical]);
        assert_eq!(ids(store, &Queue::Network, &wanted("kaart geweigerd")), [medical]);
        assert_eq!(ids(store, &Queue::Network, &wanted("kaart water")), []);
        assert_eq!(ids(store, &Queue::Network, &wanted("medi")), [medical], "what begins so");
        assert_eq!(ids(store, &Queue::Network, &wanted("een")), [housing], "short words are whole words");
        let either = QueueFilter {
            words: Wanted::new([vec!["kaart".to_owned(), "water".to_owned()]]),
            ..QueueFilter::default()
        };
        assert_eq!(ids(store, &Queue::Network, &either), [medical, housing]);
        // Signs of either query language are no part of a word, and find nothing by themselves.
        for typed in ["kaart\"", "' OR 1", "kaart:*", "(", "NEAR", "-"] {
            let found = ids(store, &Queue::Network, &wanted(typed));
            assert!(found.len() <= 2, "{typed}");
        }
        let passage = Passage { field: SignalField::Problem, words: "Zonderlingwoord".to_owned() };
        store.redact(housing, passage, people.network_coordinator).unwrap();
        assert_eq!(ids(store, &Queue::Network, &wanted("zonderlingwoord")), []);
        store.index_words(10, &words).unwrap();
        assert_eq!(ids(store, &Queue::Network, &wanted("zonderlingwoord")), []);
        assert_eq!(ids(store, &Queue::Network, &wanted("water")), [housing]);
        for (table, column) in [("text_versions", "body"), ("search_words", "words")] {
            let column = if database.is_sqlite() {
                format!("CAST({column} AS TEXT)")
            } else {
                format!("{column}::text")
            };
            let left = raw::texts(database, &format!("SELECT coalesce({column}, '') AS text FROM {table}"));
            assert!(!left.iter().any(|text| text.to_lowercase().contains("zonderlingwoord")), "{table}");
        }
        if database.is_sqlite() {
            for file in std::fs::read_dir(database.folder()).unwrap() {
                let bytes = std::fs::read(file.unwrap().path()).unwrap().to_ascii_lowercase();
                assert!(!bytes.windows(15).any(|part| part == b"zonderlingwoord"), "gone from every byte");
            }
        }
    });
}

#[test]
fn a_passage_goes_for_good_and_the_rest_stays() {
    on_both("redact", |store| {
        let people = people(store);
        let by = people.network_coordinator;
        let signal = released(store, people, 1, |one| {
            one.problem = "Mama Fatou van nr. 12 wacht. Mama Fatou wacht.".into()
        });
        let passage = |words: &str| Passage { field: SignalField::Problem, words: words.to_owned() };
        let absent = store.redact(signal, passage("Aminata"), by);
        assert_eq!(absent, Err(Error::Conflict(NOTHING_TO_REDACT.to_owned())));
        assert_eq!(
            store.redact(signal, passage("  "), by),
            Err(Error::Conflict(NOTHING_TO_REDACT.to_owned()))
        );
        store.redact(signal, passage("Mama Fatou"), by).unwrap();
        assert_eq!(store.signal(signal).unwrap().submission.problem, "[…] van nr. 12 wacht. […] wacht.");
        assert_eq!(store.last_step(signal, by).unwrap(), None, "there is no way back");
        assert_eq!(store.check_chain().unwrap().broken_at, None);
    });
}

#[test]
fn another_report_of_a_case_stays_and_the_case_counts_once() {
    on_both("same_case", |store| {
        let people = people(store);
        let by = people.network_coordinator;
        let [first, second, third] = [1, 2, 3].map(|number| released(store, people, number, |_| {}));
        let refused = || Err(Error::Conflict(NO_SAME_CASE.to_owned()));
        assert_eq!(store.same_case(second, first, by), refused(), "the other is not accepted yet");
        store.accept(first, by).unwrap();
        assert_eq!(store.same_case(first, first, by), refused());
        store.same_case(second, first, by).unwrap();
        store.same_case(third, first, by).unwrap();
        assert_eq!(store.same_case(first, second, by), refused(), "no chains");
        for signal in [first, second, third] {
            assert_eq!(store.signal(signal).unwrap().line.state, SignalState::Accepted);
        }
        let accepted =
            store.log(&LogFilter { subject_id: Some(first.to_string()), ..LogFilter::default() }, 10);
        let accept = accepted.unwrap().0.remove(0);
        let undone = store.undo_event(first, accept.sequence, by);
        assert_eq!(undone, Err(Error::Conflict(WRONG_STATE.to_owned())), "two others count through it");
        // Without the one that stood for the case, another does.
        store.withdraw(first, Some(people.signal_coordinator)).unwrap();
        let report = store
            .freeze(EditionNumber(1), &mut |_, rows, _| {
                let mut count = 0;
                while rows.next()?.is_some() {
                    count += 1;
                }
                assert_eq!(count, 1, "the case counts once");
                Ok(())
            })
            .unwrap();
        assert_eq!(report.signals, 1);
    });
}

#[test]
fn every_decision_can_be_taken_back_later_from_the_log_as_long_as_it_stands() {
    on_both("undo_event", |store| {
        let people = people(store);
        let (own, network) = (people.signal_coordinator, people.network_coordinator);
        let signal = store.file(filing(1, Via::Account(people.filer), submission("alfa", 1))).unwrap().signal;
        let filed = store.signal(signal).unwrap().decided;
        let weighing = Weighing {
            recurring: WeighingAnswer::Yes,
            beyond_one: WeighingAnswer::Unknown,
            solvable: WeighingAnswer::No,
        };
        assert!(store.weigh(signal, WeighingSide::Organisation, weighing, own).unwrap());
        assert!(
            !store.weigh(signal, WeighingSide::Organisation, weighing, own).unwrap(),
            "the same again is nothing"
        );
        store.release(signal, own).unwrap();
        let decided = Decided { cause: CauseChoice::Unknown, ..filed.clone() };
        assert!(store.correct(signal, decided.clone(), network).unwrap());
        assert!(!store.correct(signal, decided.clone(), network).unwrap());
        store.accept(signal, network).unwrap();
        assert_eq!(store.weighings(signal).unwrap(), (Some(weighing), None));

        let log = || {
            let filter = LogFilter { subject_id: Some(signal.to_string()), ..LogFilter::default() };
            store.log(&filter, 50).unwrap().0
        };
        let event = |kind: &str| log().into_iter().find(|entry| entry.kind == kind).unwrap();
        let refused = Err(Error::Conflict(WRONG_STATE.to_owned()));
        let release = event("signal-released").sequence;
        assert_eq!(store.undo_event(signal, release, network), refused, "it was accepted since");
        assert_eq!(store.undo_event(signal, event("signal-filed").sequence, network), refused);
        store.undo_event(signal, event("signal-corrected").sequence, network).unwrap();
        assert_eq!(store.signal(signal).unwrap().decided, filed);
        let corrected = event("signal-corrected");
        assert!(corrected.undone && !corrected.undoable);
        assert_eq!(store.undo_event(signal, corrected.sequence, network), refused, "once");
        store.undo_event(signal, event("signal-accepted").sequence, network).unwrap();
        store.undo_event(signal, release, network).unwrap();
        store.undo_event(signal, event("signal-weighed").sequence, own).unwrap();
        assert_eq!(store.weighings(signal).unwrap(), (None, None));
        assert_eq!(store.signal(signal).unwrap().line.state, SignalState::PreSignal);
        assert_eq!(log().len(), 1 + 4 + 4, "nothing is removed from the log");
        let other = released(store, people, 2, |_| {});
        assert_eq!(store.undo_event(other, release, network), refused, "an event of another signal");
        assert_eq!(store.check_chain().unwrap().broken_at, None);
    });
}

#[test]
fn the_log_is_read_from_its_end_by_what_is_asked() {
    on_both("log", |store| {
        let people = people(store);
        let signal = released(store, people, 1, |_| {});
        store.accept(signal, people.network_coordinator).unwrap();
        let by = LogFilter { by: Some(people.network_coordinator.to_string()), ..LogFilter::default() };
        let (entries, more) = store.log(&by, 10).unwrap();
        assert_eq!(entries.iter().map(|one| one.kind.as_str()).collect::<Vec<_>>(), ["signal-accepted"]);
        assert!(!more && entries[0].undoable);
        let (newest, more) = store.log(&LogFilter::default(), 2).unwrap();
        assert!(more && newest[0].sequence > newest[1].sequence);
        let filter = LogFilter { before: Some(newest[1].sequence), ..LogFilter::default() };
        assert!(store.log(&filter, 100).unwrap().0.iter().all(|one| one.sequence < newest[1].sequence));
        let kinds = LogFilter { kinds: vec!["signal-filed".to_owned()], ..LogFilter::default() };
        assert_eq!(store.log(&kinds, 10).unwrap().0.len(), 1);
    });
}

#[test]
fn a_search_is_kept_for_those_who_share_it_or_remembered_for_one() {
    on_both("saved", |store| {
        let people = people(store);
        let by = people.signal_coordinator;
        let alfa: Code = code("alfa");
        let own = store.save_filter(Some(&alfa), "organisation", " Medische kaart ", "right=x", by).unwrap();
        let network = store.save_filter(None, "network", "Allemaal", "", people.network_coordinator).unwrap();
        let names = |organisation: Option<&Code>, queue: &str| -> Vec<String> {
            let found = store.shared_filters(organisation, queue).unwrap();
            found.into_iter().map(|filter| filter.name).collect()
        };
        assert_eq!(names(Some(&alfa), "organisation"), ["Medische kaart"]);
        assert_eq!(names(Some(&code("beta")), "organisation"), [""; 0]);
        assert_eq!(names(None, "network"), ["Allemaal"]);
        let first = store.remember_search("network", "words=kaart", by).unwrap();
        let second = store.remember_search("network", "words=water", by).unwrap();
        assert_eq!(store.filter(second).unwrap().query, "words=water");
        assert_eq!(store.filter(second).unwrap().account, Some(by));
        assert!(matches!(store.filter(first), Err(Error::NotFound(_))), "the last one counts");
        assert_eq!(names(None, "network"), ["Allemaal"], "what one remembers is nobody else's");
        store.delete_filter(own, by).unwrap();
        assert!(matches!(store.delete_filter(own, by), Err(Error::NotFound(_))));
        assert_eq!(store.filter(network).unwrap().name, "Allemaal");
    });
}

#[test]
fn the_log_tells_whether_signals_can_look_different_since_an_event() {
    on_both("changes", |store| {
        let people = people(store);
        let id = released(store, people, 1, |_| {});
        let (changed, last) = store.signals_changed_after(0).unwrap();
        assert_eq!(changed, Some(last), "filing and releasing came last");
        store.save_filter(None, "network", "Allemaal", "", people.network_coordinator).unwrap();
        let (none, after) = store.signals_changed_after(last).unwrap();
        assert!(none.is_none() && after > last, "a kept list changes no signal");
        store.accept(id, people.network_coordinator).unwrap();
        let (changed, last) = store.signals_changed_after(after).unwrap();
        assert_eq!(changed, Some(last));
        assert_eq!(store.signals_changed_after(last).unwrap(), (None, last));
    });
}
