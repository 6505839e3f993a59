//! The workbench of structural signals: what a network coordinator makes of accepted signals, up to what all agree to print.

mod acts;
mod agree_all;
mod agreement;
mod answer;
mod asked;
mod beside;
mod board;
mod board_links;
mod boxes;
mod by_link;
mod choose;
mod compare;
mod complete;
mod describe;
mod done;
mod evidence;
mod history;
mod left_out;
mod link_answers;
mod list;
mod members;
mod missing;
mod moves;
mod new;
mod offices;
mod one;
mod owned;
mod pack;
mod recommendation;
mod sections;
mod signing;
mod standing;
mod text;

use std::collections::BTreeMap;

use model::{AccountId, ChapterText, EditionNumber, EditionState, Language, StructuralSignalId};
use store::{Store, StructuralFile};

use crate::failure::Failure;
use crate::site::Site;

pub use acts::{clear, give_dots, judge, note_action, undo};
pub use agree_all::{agree_to_all, agreement_page};
pub use agreement::{agree, agreement_one, sign};
pub use answer::{answer, answer_page, judges, levels, owns, verdict, verdict_page};
pub use beside::Kind;
pub use board::{ask_agreement, board};
pub use board_links::{make_links, revoke_link};
pub(crate) use boxes::Boxes;
pub use by_link::{answer_by_link, by_link};
pub use compare::compare;
pub use complete::{complete, complete_page};
pub use describe::{describe, describe_page};
pub use done::Done;
pub use evidence::{evidence_page, write_evidence};
pub use list::list;
pub use missing::{Lacking, missing_text, of_answer, of_verdict};
pub use moves::{add_page, merge, merge_page, signals};
pub use new::{make, new_page};
pub use offices::{offices_page, put_office};
pub use one::one;
pub use owned::{note_owned, owned, path_of as actions_of};
pub use pack::{pack, pack_by_link};
pub use recommendation::{recommend, recommendation_page};
pub use text::{text_page, write};

/// The sentence that names a field of a text that is printed, and its language; none for any other field.
pub fn part_of(name: &str) -> Option<(&'static str, Language)> {
    let boxes = [
        &beside::QUOTE,
        &beside::FIGURE,
        &beside::PRACTICE,
        &recommendation::SENTENCE,
        &offices::NAME,
        &answer::ANSWER,
        &answer::REASON,
    ];
    let in_boxes = || boxes.into_iter().find_map(|boxes| Some((boxes.key, boxes.language_of(name)?)));
    text::part_of(name).or_else(in_boxes)
}

/// The address of the list.
const LIST: &str = "/structural";

/// A choice in a list or among ticks.
struct Choice {
    code: String,
    label: String,
    chosen: bool,
}

/// The id in an address. What is none, is nowhere.
fn structural_id(text: &str) -> Result<StructuralSignalId, Failure> {
    StructuralSignalId::parse(text).map_err(|_| Failure::NotFound)
}

/// Everybody's name.
fn names(store: &Store) -> Result<BTreeMap<AccountId, String>, store::Error> {
    Ok(store.accounts()?.into_iter().map(|account| (account.id, account.name)).collect())
}

/// The edition that is being written; the newest where there are several.
fn open_edition(store: &Store) -> Result<Option<EditionNumber>, store::Error> {
    let editions = store.editions()?;
    Ok(editions.iter().rfind(|edition| edition.state == EditionState::Open).map(|edition| edition.number))
}

/// Of which edition a page shows the text: the newest that has one.
fn newest(file: &StructuralFile) -> Option<EditionNumber> {
    file.line.edition.map(|(edition, _)| edition)
}

/// The text of a chapter in one language; none where the edition or the language has none.
fn chapter_text(file: &StructuralFile, edition: EditionNumber, language: Language) -> Option<&ChapterText> {
    file.entry.chapters.iter().find(|chapter| chapter.edition == edition)?.text.get(&language)
}

/// Everything that the store says of one structural signal, with everybody's name.
async fn find(site: &Site, id: StructuralSignalId) -> Result<StructuralFile, Failure> {
    site.ask(move |store| store.structural_signal(id)).await
}
