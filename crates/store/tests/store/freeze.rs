//! Freezing: what an edition takes, what it leaves out, and that it never changes.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::raw;
use model::{
    AccountId, Agreement, Answer, AnswerState, Authority, EditionNumber, EditionState, FieldVerdict,
    Language, Localised, Network, Role, SignalReference, Submission, Verdict,
};
use store::{
    CountRow, Error, FreezeError, HalfText, ImportHow, Material, MissingPlace, MissingText, Store,
    WRITTEN_MEANWHILE, WithheldReason,
};
use testkit::{code, network, on_both, on_each_database, structural_signal, submission, surroundings_on};

const FIRST: EditionNumber = EditionNumber(1);
const SECOND: EditionNumber = EditionNumber(2);

fn import(store: &Store, rows: Vec<Submission>) {
    let how = ImportHow { accept: true, accept_valid: false, filer: None };
    store.import_signals(how, &mut rows.into_iter().map(Ok), &mut |_| {}).unwrap();
}

fn with(structural: Vec<model::StructuralEntry>) -> Network {
    Network { structural_signals: structural, ..network() }
}

fn freeze(store: &Store, number: EditionNumber) -> Result<(Material, Vec<CountRow>), FreezeError> {
    let mut seen = None;
    store.freeze(number, &mut |material, rows, parts| {
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            parts.write(row.organisation.as_str().as_bytes())?;
            all.push(row);
        }
        seen = Some((material.clone(), all));
        Ok(())
    })?;
    Ok(seen.unwrap())
}

#[test]
fn an_edition_takes_what_was_observed_up_to_its_end_and_late_signals_go_to_the_next() {
    on_both("takes", |store| {
        store.import_network(&network()).unwrap();
        import(
            store,
            vec![
                submission("alfa", "1", "2023-11"),
                submission("alfa", "2", "2024-12"),
                submission("beta", "1", "2025-01"),
            ],
        );
        let (_, rows) = freeze(store, FIRST).unwrap();
        let months: BTreeSet<String> = rows.iter().map(|row| row.observed.to_string()).collect();
        assert_eq!(months, BTreeSet::from(["2023-11".to_owned(), "2024-12".to_owned()]));
        store.mark_published(FIRST, 1, "aa").unwrap();
        import(store, vec![submission("gamma", "1", "2024-06")]);
        let (material, rows) = freeze(store, SECOND).unwrap();
        let organisations: BTreeSet<&str> = rows.iter().map(|row| row.organisation.as_str()).collect();
        assert_eq!(organisations, BTreeSet::from(["beta", "gamma"]));
        assert_eq!(material.previous_edition, Some(FIRST));
    });
}

#[test]
fn a_pre_signal_is_not_counted() {
    on_both("pre_signal", |store| {
        store.import_network(&network()).unwrap();
        let how = ImportHow::default();
        store
            .import_signals(how, &mut [Ok(submission("alfa", "1", "2024-02"))].into_iter(), &mut |_| {})
            .unwrap();
        assert!(freeze(store, FIRST).unwrap().1.is_empty());
    });
}

#[test]
fn rows_come_with_the_codes_as_decided_over_many_pages() {
    on_both("pages", |store| {
        store.import_network(&network()).unwrap();
        import(store, (0..9_001).map(|n| submission("alfa", &n.to_string(), "2024-02")).collect());
        let (_, rows) = freeze(store, FIRST).unwrap();
        assert_eq!(rows.len(), 9_001);
        let filed = submission("alfa", "1", "2024-02");
        for row in rows {
            assert_eq!((row.cause, row.place, row.authority), (filed.cause, filed.place, filed.authority));
            assert_eq!((row.target_groups, row.right), (filed.target_groups.clone(), filed.right.clone()));
            assert_eq!((row.topic, row.domain), (None, filed.domain.clone()));
        }
    });
}

#[test]
fn a_signal_counts_under_its_printed_structural_signal_and_its_domain() {
    on_both("topic", |store| {
        store.import_network(&with(vec![structural_signal("no-address", 1, &[("alfa", "1")])])).unwrap();
        import(store, vec![submission("alfa", "1", "2024-02"), submission("alfa", "2", "2024-02")]);
        let (material, rows) = freeze(store, FIRST).unwrap();
        assert_eq!(material.printed.len(), 1);
        assert_eq!(material.printed[0].often, 1);
        let topics: BTreeSet<_> = rows.iter().map(|row| (row.topic.clone(), row.domain.clone())).collect();
        let expected = [(Some(code("no-address")), code("residence-status")), (None, code("housing"))];
        assert_eq!(topics, BTreeSet::from(expected));
    });
}

#[test]
fn a_structural_signal_without_every_agreement_is_left_out_with_the_reason() {
    on_both("agreement", |store| {
        let mut refused = structural_signal("refused", 1, &[]);
        refused.chapters[0].agreements[1].stance = Agreement::Refuses;
        let mut silent = structural_signal("silent", 1, &[("alfa", "1")]);
        silent.chapters[0].agreements.pop();
        let mut unmet = structural_signal("unmet", 1, &[]);
        unmet.chapters[0].criteria.shared = false;
        let mut untranslated = structural_signal("untranslated", 1, &[]);
        untranslated.chapters[0].text.remove(&model::Language::Fr);
        let good = structural_signal("good", 1, &[]);
        let elsewhere = structural_signal("elsewhere", 2, &[]);
        store.import_network(&with(vec![refused, silent, unmet, untranslated, good, elsewhere])).unwrap();
        import(store, vec![submission("alfa", "1", "2024-02")]);
        let (material, rows) = freeze(store, FIRST).unwrap();
        let printed: Vec<&str> = material.printed.iter().map(|printed| printed.key.as_str()).collect();
        assert_eq!(printed, ["good"]);
        let withheld: Vec<_> = material.withheld.iter().map(|one| (one.key.as_str(), one.reason)).collect();
        assert_eq!(
            withheld,
            [
                ("refused", WithheldReason::NoAgreement),
                ("silent", WithheldReason::NoAgreement),
                ("unmet", WithheldReason::Criteria),
                ("untranslated", WithheldReason::Incomplete),
            ]
        );
        // The signal still counts, under its own domain.
        assert_eq!((rows[0].topic.clone(), rows[0].domain.clone()), (None, code("housing")));
    });
}

#[test]
fn silence_is_agreement_only_where_the_network_says_so_and_never_against_a_refusal() {
    on_both("silence", |store| {
        let mut silent = structural_signal("silent", 1, &[]);
        silent.chapters[0].agreements.clear();
        let mut refused = structural_signal("refused", 1, &[]);
        refused.chapters[0].agreements[0].stance = Agreement::Refuses;
        let mut network = with(vec![silent, refused]);
        network.rules.silence_is_agreement = true;
        store.import_network(&network).unwrap();
        let (material, _) = freeze(store, FIRST).unwrap();
        assert_eq!(material.printed.len(), 1);
        assert_eq!(material.printed[0].key, code("silent"));
        assert_eq!(material.withheld[0].key, code("refused"));
    });
}

#[test]
fn silence_agrees_only_after_the_day_that_was_asked_for_and_never_for_who_refused_an_earlier_text() {
    on_each_database("silence_until", |database| {
        let store = database.open();
        let mut silent = structural_signal("silent", 1, &[]);
        silent.chapters[0].agreements.clear();
        let mut changed = structural_signal("changed", 1, &[]);
        changed.chapters[0].agreements.truncate(1);
        changed.chapters[0].agreements[0].stance = Agreement::Refuses;
        let mut network = with(vec![silent, changed.clone()]);
        network.rules.silence_is_agreement = true;
        store.import_network(&network).unwrap();
        let [by, other] = ["nc@network.example", "nc2@network.example"].map(|address| {
            store.add_account(crate::people::new(address, None, &[Role::NetworkCoordinator]), None).unwrap()
        });
        let until = testkit::today() + chrono::Days::new(10);
        store.ask_agreement(FIRST, until, by).unwrap();
        // What was refused is written anew: who refused it says nothing of the new text.
        let lines = store.structural_signals().unwrap();
        let line = lines.iter().find(|line| line.title.nl == changed.chapters[0].text[&Language::Nl].title);
        let id = line.unwrap().id;
        let mut text = changed.chapters[0].text.clone();
        for words in text.values_mut() {
            words.title = "Anders".to_owned();
        }
        let version = store.write_chapter(id, FIRST, 1, text, by).unwrap();
        store.clear_chapter(id, FIRST, version, store::Cleared::all(0), other).unwrap();
        let printed = |store: &Store| {
            let mut seen = Vec::new();
            let _ = store.freeze(FIRST, &mut |material, _, _| {
                seen = material.printed.iter().map(|one| one.key.to_string()).collect();
                Err(Error::Unavailable("only looking".to_owned()))
            });
            seen
        };
        assert_eq!(printed(&store), Vec::<String>::new(), "the day is still to come");
        drop(store);
        let later = Store::open(database.url(), surroundings_on(3, until + chrono::Days::new(1))).unwrap();
        assert_eq!(printed(&later), ["silent"]);
    });
}

#[test]
fn a_signal_that_was_named_and_never_imported_stops_the_freeze_until_it_arrives() {
    on_both("unresolved", |store| {
        store.import_network(&with(vec![structural_signal("no-address", 1, &[("beta", "9")])])).unwrap();
        let missing = SignalReference { organisation: code("beta"), reference: "9".to_owned() };
        assert_eq!(freeze(store, FIRST), Err(FreezeError::Unresolved(vec![missing])));
        import(store, vec![submission("beta", "9", "2024-02")]);
        let (_, rows) = freeze(store, FIRST).unwrap();
        assert_eq!(rows[0].topic, Some(code("no-address")));
    });
}

#[test]
fn a_frozen_edition_is_not_frozen_again_and_an_earlier_one_goes_first() {
    on_both("again", |store| {
        store.import_network(&network()).unwrap();
        assert!(matches!(freeze(store, SECOND), Err(FreezeError::Store(Error::Conflict(_)))));
        freeze(store, FIRST).unwrap();
        assert!(matches!(freeze(store, FIRST), Err(FreezeError::Store(Error::Conflict(_)))));
        assert!(matches!(freeze(store, EditionNumber(7)), Err(FreezeError::Store(Error::NotFound(_)))));
    });
}

#[test]
fn an_encoder_that_fails_leaves_the_edition_open_and_its_signals_free() {
    on_both("encoder", |store| {
        store.import_network(&network()).unwrap();
        import(store, vec![submission("alfa", "1", "2024-02")]);
        let failure = Error::Broken("the encoder".to_owned());
        let outcome = store.freeze(FIRST, &mut |_, rows, parts| {
            rows.next()?;
            parts.write(&vec![7; 3 << 20])?;
            Err(failure.clone())
        });
        assert_eq!(outcome, Err(FreezeError::Store(failure)));
        assert_eq!(store.editions().unwrap()[0].state, EditionState::Open);
        assert_eq!(freeze(store, FIRST).unwrap().1.len(), 1);
    });
}

#[test]
fn the_frozen_record_comes_back_byte_for_byte() {
    on_both("record", |store| {
        store.import_network(&network()).unwrap();
        let head = store.check_chain().unwrap().head;
        let written: Vec<u8> = (0..2_600_000_u32).map(|n| (n % 251) as u8).collect();
        let report = store
            .freeze(FIRST, &mut |_, _, parts| {
                for piece in written.chunks(777_777) {
                    parts.write(piece)?;
                }
                Ok(())
            })
            .unwrap();
        let mut read = Vec::new();
        let mut largest = 0;
        let meta = store
            .read_frozen(FIRST, 1, &mut |bytes| {
                largest = largest.max(bytes.len());
                read.extend_from_slice(bytes);
                Ok(())
            })
            .unwrap();
        assert_eq!(read, written);
        assert_eq!(largest, 1 << 20);
        assert_eq!((meta.hmac, meta.length, meta.chain_head_at_freeze), (report.hmac, 2_600_000, head));
        assert_eq!(meta.key.len(), 32);
        assert!(matches!(store.read_frozen(SECOND, 1, &mut |_| Ok(())), Err(Error::NotFound(_))));
    });
}

#[test]
fn publishing_is_recorded_once_and_only_with_one_manifest() {
    on_both("publishing", |store| {
        store.import_network(&network()).unwrap();
        assert!(matches!(store.mark_published(FIRST, 1, "aa"), Err(Error::NotFound(_))));
        freeze(store, FIRST).unwrap();
        store.mark_published(FIRST, 1, "aa").unwrap();
        let events = store.check_chain().unwrap().events;
        store.mark_published(FIRST, 1, "aa").unwrap();
        assert_eq!(store.check_chain().unwrap().events, events);
        assert!(matches!(store.mark_published(FIRST, 1, "bb"), Err(Error::Conflict(_))));
        assert_eq!(store.editions().unwrap()[0].state, EditionState::Published);
    });
}

#[test]
fn the_next_edition_hears_what_was_answered_to_the_previous() {
    on_both("answers", |store| {
        let mut entry = structural_signal("no-address", 1, &[]);
        store.import_network(&with(vec![entry.clone()])).unwrap();
        freeze(store, FIRST).unwrap();
        store.mark_published(FIRST, 1, "aa").unwrap();
        entry.chapters.push(structural_signal("no-address", 2, &[]).chapters.remove(0));
        entry.answers.push(model::Answer {
            authority: model::Authority::Municipality,
            edition: FIRST,
            state: model::AnswerState::Study,
            date: Some(testkit::today()),
            text: model::Localised {
                nl: "Wordt onderzocht.".to_owned(),
                fr: "À l'étude.".to_owned(),
                en: String::new(),
            },
            recommendation: None,
            office: None,
        });
        entry.verdicts.push(model::FieldVerdict {
            edition: FIRST,
            verdict: model::Verdict::Unchanged,
            date: testkit::today(),
            by: code("alfa"),
            reason: model::Localised::default(),
        });
        let mut withheld = structural_signal("withheld", 1, &[]);
        withheld.chapters[0].agreements.clear();
        store.import_network(&with(vec![entry.clone(), withheld])).unwrap();
        let (material, _) = freeze(store, SECOND).unwrap();
        assert_eq!(material.follow_up.len(), 1, "nothing is told of what was never printed");
        assert_eq!(material.follow_up[0].answers, entry.answers);
        assert_eq!(material.follow_up[0].verdict.as_ref(), entry.verdicts.first());
        assert!(material.printed[0].printed_in_previous);
    });
}

#[test]
fn the_same_commands_from_the_same_seed_give_the_same_edition_on_both_databases() {
    let seen = std::sync::Mutex::new(Vec::new());
    on_each_database("same_seed", |database| {
        let store = database.open();
        let structural =
            vec![structural_signal("no-address", 1, &[("alfa", "1")]), structural_signal("other", 1, &[])];
        store.import_network(&with(structural)).unwrap();
        import(&store, (0..50).map(|n| submission("alfa", &n.to_string(), "2024-02")).collect());
        let frozen = freeze(&store, FIRST).unwrap();
        let meta = store.read_frozen(FIRST, 1, &mut |_| Ok(())).unwrap();
        seen.lock().unwrap().push((frozen, meta));
    });
    let seen = seen.into_inner().unwrap();
    assert!(seen.iter().all(|one| *one == seen[0]));
}

#[test]
fn only_one_at_a_time_publishes_an_edition() {
    on_each_database("lock", |database| {
        let (one, other) = (database.open(), database.open());
        let held = one.publishing_lock(FIRST, Duration::ZERO).unwrap();
        assert!(matches!(other.publishing_lock(FIRST, Duration::from_millis(60)), Err(Error::Conflict(_))));
        other.publishing_lock(SECOND, Duration::ZERO).unwrap();
        let waiting =
            std::thread::spawn(move || other.publishing_lock(FIRST, Duration::from_secs(30)).is_ok());
        drop(held);
        assert!(waiting.join().unwrap());
    });
}

#[test]
fn an_edition_that_was_never_published_is_not_compared_with() {
    on_both("unpublished", |store| {
        store.import_network(&network()).unwrap();
        freeze(store, FIRST).unwrap();
        let (material, _) = freeze(store, SECOND).unwrap();
        assert_eq!(material.previous_edition, None);
    });
}

#[test]
fn editions_follow_each_other_and_share_no_month() {
    on_both("order", |store| {
        store.import_network(&network()).unwrap();
        let period =
            |from: &str, to: &str| model::Period::new(testkit::month(from), testkit::month(to)).unwrap();
        for (number, from, to) in [
            (0, "2026-01", "2026-12"),
            (3, "2025-12", "2026-11"),
            (3, "2023-01", "2023-12"),
            (4, "2024-06", "2024-07"),
        ] {
            let refused = store.open_edition(EditionNumber(number), period(from, to));
            assert!(matches!(refused, Err(Error::Conflict(_))), "{number} {from} {to}: {refused:?}");
        }
        assert_eq!(store.open_edition(EditionNumber(3), period("2026-01", "2026-12")), Ok(()));
    });
}

/// Reading a frozen record to its end.
fn read(store: &Store) -> Result<(), Error> {
    store.read_frozen(FIRST, 1, &mut |_| Ok(())).map(|_| ())
}

#[test]
fn a_record_that_is_not_the_one_that_was_frozen_is_refused() {
    for statement in [
        // A code in the record; the record with the HMAC of another; a part that is gone.
        "UPDATE frozen_parts SET bytes = substr(bytes, 1, length(bytes) - 1) || substr(bytes, 1, 1)",
        "UPDATE frozen_records SET hmac = substr(hmac, 2) || substr(hmac, 1, 1)",
        "UPDATE events SET commitment = substr(commitment, 2) || substr(commitment, 1, 1) WHERE kind = 'edition-frozen'",
        "DELETE FROM frozen_parts",
    ] {
        on_each_database("changed_record", |database| {
            let store = database.open();
            store.import_network(&network()).unwrap();
            import(&store, vec![submission("alfa", "1", "2024-05")]);
            store.freeze(FIRST, &mut |_, _, parts| parts.write(b"what was frozen")).unwrap();
            assert_eq!(read(&store), Ok(()));
            raw::execute(database, statement);
            assert!(matches!(read(&store), Err(Error::Broken(_))), "{statement}");
        });
    }
}

#[test]
fn the_texts_a_freeze_would_miss_are_known_before_and_an_answer_is_completed_without_being_written_again() {
    on_both("missing_texts", |store| {
        let french = Localised { fr: "Nous étudions.".to_owned(), ..Localised::default() };
        let mut entry = structural_signal("counter", 1, &[]);
        entry.answers = vec![Answer {
            authority: Authority::Cpas,
            edition: FIRST,
            state: AnswerState::Study,
            date: None,
            text: french.clone(),
            recommendation: None,
            office: None,
        }];
        entry.verdicts = vec![FieldVerdict {
            edition: FIRST,
            verdict: Verdict::Worse,
            date: testkit::today(),
            by: code("alfa"),
            reason: french,
        }];
        store.import_network(&with(vec![entry])).unwrap();
        import(store, vec![submission("alfa", "1", "2024-02")]);
        // Of an edition that is not the next, and of what the first one does not print, nothing is said.
        let all = |number| store.missing_texts(number, testkit::today()).unwrap();
        let past = |number| {
            let is_past = |one: &MissingText| {
                matches!(one.place, MissingPlace::Answer { .. } | MissingPlace::Verdict(_))
            };
            all(number).into_iter().filter(is_past).collect::<Vec<_>>()
        };
        assert_eq!((past(FIRST), all(SECOND)), (vec![], vec![]));
        freeze(store, FIRST).unwrap();
        assert_eq!(all(FIRST), []);
        store.mark_published(FIRST, 1, "aa").unwrap();
        let answer =
            MissingPlace::Answer { key: code("counter"), authority: Authority::Cpas, recommendation: None };
        let missing = |place| MissingText { place, language: Language::Nl };
        let verdict = MissingPlace::Verdict(code("counter"));
        assert_eq!(past(SECOND), [missing(answer), missing(verdict.clone())]);

        let (id, by) = (store.structural_signals().unwrap()[0].id, AccountId::from_random([1; 16]));
        let put = |which, words| store.complete(id, FIRST, which, (Language::Nl, words), by);
        let cpas = HalfText::Answer(Authority::Cpas, None);
        put(cpas, "Wij bekijken het.").unwrap();
        assert_eq!(put(cpas, "Nog eens."), Err(Error::Conflict(WRITTEN_MEANWHILE.to_owned())));
        let whole = HalfText::Answer(Authority::Cpas, Some(1));
        assert!(matches!(put(whole, "Wij."), Err(Error::NotFound(_))), "nobody answered to that");
        let stands = store.structural_signal(id).unwrap().entry.answers.remove(0);
        assert_eq!((&*stands.text.nl, &*stands.text.fr), ("Wij bekijken het.", "Nous étudions."));
        assert_eq!(stands.state, AnswerState::Study);
        assert_eq!(past(SECOND), [missing(verdict)]);

        // The freeze finds the same.
        let before = all(SECOND);
        let (material, _) = freeze(store, SECOND).unwrap();
        assert_eq!(material.missing_texts(), before);
    });
}
