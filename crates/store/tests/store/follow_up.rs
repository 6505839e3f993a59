//! The lists: whose signals stand in which, and in what order.

use crate::people::{file, filing, people, submission};
use model::{CauseChoice, Role, SignalState};
use store::{Filing, ImportHow, Side, SignalPage, Slice, Via};
use testkit::{code, month, on_both, today};

fn ids(page: &SignalPage) -> Vec<model::SignalId> {
    page.lines.iter().map(|line| line.id).collect()
}

#[test]
fn an_account_sees_its_own_signals_newest_first_page_by_page() {
    on_both("mine", |store| {
        let people = people(store);
        let filed: Vec<_> = (1..=5).map(|number| file(store, number, people.filer)).collect();
        file(store, 6, people.signal_coordinator);
        let page = |offset, limit| store.signals_of_account(people.filer, Slice { offset, limit }).unwrap();
        let newest_first: Vec<_> = filed.iter().rev().map(|filed| filed.signal).collect();
        assert_eq!(ids(&page(0, 10)), newest_first);
        assert_eq!((ids(&page(1, 2)), page(1, 2).total), (newest_first[1..3].to_vec(), 5));
        assert_eq!(page(5, 2).lines, []);
        let line = page(0, 1).lines.remove(0);
        let sent = submission("alfa", 5);
        assert_eq!(line.receipt.as_deref(), Some(filed[4].receipt.as_str()));
        assert_eq!(
            (line.headline.as_str(), line.organisation.clone()),
            ("Geen adres, geen recht", code("alfa"))
        );
        assert_eq!(
            (line.state, line.observed, line.filed_on),
            (SignalState::PreSignal, month("2024-02"), today())
        );
        assert_eq!(
            (line.language, line.domain.clone(), line.cause),
            (sent.language, sent.domain, sent.cause)
        );
        assert!(matches!(line.cause, CauseChoice::Of(_)));
        assert_eq!((line.place, line.direct, line.filer), (sent.place, false, Some(people.filer)));
        assert_eq!((line.edition, line.unanswered_question), (None, false));
        assert!(!format!("{line:?}").contains("adres"));
    });
}

#[test]
fn the_rest_of_a_list_goes_on_after_a_signal_whatever_comes_in_meanwhile() {
    on_both("rest", |store| {
        let people = people(store);
        for number in 1..=5 {
            file(store, number, people.filer);
        }
        let of_alfa = |after, limit| store.signals_after(&code("alfa"), after, limit).unwrap();
        let (all, more) = of_alfa(None, 5);
        assert_eq!((all.len(), more), (5, false));
        let (first, more) = of_alfa(None, 2);
        assert_eq!((&first[..], more), (&all[..2], true));
        file(store, 6, people.filer);
        let (rest, _) = of_alfa(Some(all[1].id), 10);
        let old: Vec<_> = rest.iter().filter(|line| all.contains(line)).collect();
        assert_eq!(old, all[2..].iter().collect::<Vec<_>>());
        let of_other = store.signals_after(&code("beta"), Some(all[1].id), 2);
        assert!(matches!(of_other, Err(store::Error::NotFound(_))));
    });
}

#[test]
fn what_went_straight_to_the_network_is_hidden_from_the_own_organisation() {
    on_both("hidden", |store| {
        let people = people(store);
        let seen = file(store, 1, people.filer).signal;
        let direct = Filing { direct: true, ..filing(2, Via::Account(people.filer), submission("alfa", 2)) };
        let hidden = store.file(direct).unwrap().signal;
        let of_alfa =
            || store.signals_of_organisation(&code("alfa"), SignalState::ALL, Slice::first(10)).unwrap();
        let queue = || ids(&store.released_signals(Slice::first(10)).unwrap());
        assert_eq!((ids(&of_alfa()), of_alfa().total), (vec![seen], 1));
        let waiting = store.signals_to_release(&code("alfa"), Slice::first(10)).unwrap();
        assert_eq!(ids(&waiting), [seen]);
        assert_eq!(queue(), [hidden]);
        store.accept(hidden, people.network_coordinator).unwrap();
        assert_eq!((ids(&of_alfa()), queue()), (vec![seen], vec![]), "whatever becomes of it");
        assert!(store.signal(hidden).unwrap().line.direct);
        let own = store.signals_of_account(people.filer, Slice::first(10)).unwrap();
        assert_eq!(ids(&own), [hidden, seen]);
    });
}

#[test]
fn queues_hold_what_waits_there_imported_or_filed() {
    on_both("queues", |store| {
        let people = people(store);
        let rows = [testkit::submission("alfa", "1", "2024-02"), testkit::submission("beta", "1", "2024-02")];
        store.import_signals(ImportHow::default(), &mut rows.into_iter().map(Ok), &mut |_| {}).unwrap();
        let filed = file(store, 1, people.filer).signal;
        let waiting = store.signals_to_release(&code("alfa"), Slice::first(10)).unwrap();
        assert_eq!((waiting.lines.len(), waiting.total), (2, 2));
        let imported = waiting.lines.iter().find(|line| line.id != filed).unwrap();
        assert_eq!((imported.receipt.clone(), imported.filer, imported.direct), (None, None, false));
        for line in &waiting.lines {
            store.release(line.id, people.signal_coordinator).unwrap();
        }
        let queue = store.released_signals(Slice::first(1)).unwrap();
        assert_eq!((queue.lines.len(), queue.total), (1, 2));
        let in_state = |states: &[SignalState]| {
            store.signals_of_organisation(&code("alfa"), states, Slice::first(10)).unwrap().total
        };
        assert_eq!(in_state(&[SignalState::PreSignal, SignalState::Accepted]), 0);
        assert_eq!(in_state(&[SignalState::PreSignal, SignalState::Released]), 2);
    });
}

#[test]
fn nothing_of_a_running_import_is_in_a_list() {
    on_both("running", |store| {
        people(store);
        let mut seen = Vec::new();
        let mut rows = (0..1_500).map(|n| Ok(testkit::submission("alfa", &n.to_string(), "2024-02")));
        store
            .import_signals(ImportHow::default(), &mut rows, &mut |_| {
                let waiting = store.signals_to_release(&code("alfa"), Slice::first(10)).unwrap();
                seen.push((waiting.lines.len(), waiting.total));
            })
            .unwrap();
        assert_eq!(seen, [(0, 0), (0, 0)]);
        assert_eq!(store.signals_to_release(&code("alfa"), Slice::first(10)).unwrap().total, 1_500);
    });
}

#[test]
fn of_one_day_what_was_filed_first_comes_first_and_an_open_question_waits_behind_all() {
    on_both("queue_order", |store| {
        let people = people(store);
        let rows = [testkit::submission("alfa", "1", "2024-02")];
        store.import_signals(ImportHow::default(), &mut rows.into_iter().map(Ok), &mut |_| {}).unwrap();
        let filed: Vec<_> = (1..=6).map(|number| file(store, number, people.filer).signal).collect();
        let waiting = || ids(&store.signals_to_release(&code("alfa"), Slice::first(10)).unwrap());
        assert_eq!(waiting()[..6], filed, "and what was imported behind them");
        let question = |signal, by| {
            store.write_message(signal, Side::Coordinator, Some(by), "Waar?").map(|_| ()).unwrap()
        };
        question(filed[0], people.signal_coordinator);
        assert_eq!((&waiting()[..5], waiting()[6]), (&filed[1..], filed[0]));
        let last = store.signals_to_release(&code("alfa"), Slice { offset: 6, limit: 1 }).unwrap();
        assert!(last.lines[0].unanswered_question);
        store.write_message(filed[0], Side::Filer, Some(people.filer), "Overal.").unwrap();
        assert_eq!(waiting()[..6], filed, "answered, it has its place again");

        // The network does not wait for what the organisation asked.
        question(filed[1], people.signal_coordinator);
        for signal in waiting() {
            store.release(signal, people.signal_coordinator).unwrap();
        }
        let released = || store.released_signals(Slice::first(10)).unwrap();
        assert_eq!(ids(&released())[..6], filed);
        assert!(released().lines.iter().all(|line| !line.unanswered_question));
        question(filed[2], people.network_coordinator);
        assert_eq!(ids(&released())[6], filed[2]);
        assert!(released().lines[6].unanswered_question);
    });
}

#[test]
fn a_question_stays_asked_in_the_role_of_its_day_whatever_the_asker_may_do_now() {
    on_both("asked_as", |store| {
        let people = people(store);
        let [own, networks] = [1, 2].map(|number| file(store, number, people.filer).signal);
        let question = |signal, by| {
            store.write_message(signal, Side::Coordinator, Some(by), "Waar?").map(|_| ()).unwrap()
        };
        let roles = |who, roles: &[Role]| {
            store.change_account(who, "Naam", Some(code("alfa")), None, roles, None).unwrap();
        };
        question(own, people.signal_coordinator);
        for signal in [own, networks] {
            store.release(signal, people.signal_coordinator).unwrap();
        }
        question(networks, people.network_coordinator);
        roles(people.signal_coordinator, &[Role::SignalCoordinator, Role::NetworkCoordinator]);
        roles(people.network_coordinator, &[Role::Filer]);
        let open: Vec<_> = store.released_signals(Slice::first(10)).unwrap().lines;
        let open: Vec<_> = open.iter().map(|line| (line.id, line.unanswered_question)).collect();
        assert_eq!(open, [(own, false), (networks, true)]);
    });
}
