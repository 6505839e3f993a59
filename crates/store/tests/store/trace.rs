//! How a structural signal came to be what it is: who wrote it, why signals moved.

use model::{Authority, EditionNumber, EditionState, Localised, Period, Role};
use store::{Frame, LogFilter};
use testkit::{code, on_both};

use crate::people::{new, people};

#[test]
fn whoever_wrote_is_known_and_why_something_moved_is_read_by_the_number_of_its_event() {
    on_both("trace", |store| {
        let by = people(store).network_coordinator;
        let other =
            store.add_account(new("nc2@network.example", None, &[Role::NetworkCoordinator]), None).unwrap();
        let next = EditionNumber(9);
        store.open_edition(next, Period::year(2030).unwrap()).unwrap();
        assert!(store.editions().unwrap().iter().any(|one| one.state == EditionState::Open));
        let frame = |title: &str| Frame {
            domain: code("housing"),
            cause: None,
            never_eligible: false,
            rights: Vec::new(),
            authorities: vec![Authority::Cpas],
            owner: code("alfa"),
            predecessor: None,
            title: Localised { nl: title.to_owned(), ..Localised::default() },
        };
        let [one, two] = ["Eerste", "Tweede"].map(|title| store.make_structural(frame(title), by).unwrap());
        assert_eq!(store.chapter_authors(one, next).unwrap().into_iter().collect::<Vec<_>>(), [by]);
        let file = store.structural_signal(one).unwrap();
        let mut text = file.entry.chapters[0].text.clone();
        text.values_mut().for_each(|text| text.summary = "Kort.".to_owned());
        store.write_chapter(one, next, file.versions[&next], text, other).unwrap();
        assert_eq!(store.chapter_authors(one, next).unwrap().len(), 2);
        assert!(store.chapter_authors(two, EditionNumber(1)).unwrap().is_empty());

        store.note_action(one, "Gebeld met het kabinet.", None, by).unwrap();
        store.merge(two, one, "Eén probleem.", by).unwrap();
        let filter = LogFilter { subject: Some("structural-signal".to_owned()), ..LogFilter::default() };
        let (entries, _) = store.log(&filter, 100).unwrap();
        let sequences: Vec<i64> = entries.iter().map(|entry| entry.sequence).collect();
        let reasons = store.reasons_of_moves(&sequences).unwrap();
        assert_eq!(
            reasons.values().collect::<Vec<_>>(),
            ["Eén probleem."],
            "what an owner noted is no reason"
        );
        let merged = entries.iter().find(|entry| entry.kind == "structural-signals-merged").unwrap();
        assert!(reasons.contains_key(&merged.sequence));
        let files = store.structural_files().unwrap();
        assert!(files.contains(&store.structural_signal(one).unwrap()));
        assert_eq!(files.iter().filter(|file| file.line.merged_into == Some(one)).count(), 1);
    });
}
