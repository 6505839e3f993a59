//! What typesets for the pages: one trait, so that no page knows the typesetter; and the packs that were made already.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use figures::Foresight;
use model::{EditionNumber, Language, StructuralSignalId};
use store::Store;

use crate::Error;

/// Typesets. Its calls take seconds: a page asks it off the threads that serve.
pub trait Press: Send + Sync + std::fmt::Debug {
    /// The texts of an edition about which organisations are asked, as a PDF for readers of this language.
    fn pack(&self, store: &Store, edition: EditionNumber, language: Language) -> Result<Vec<u8>, Error>;

    /// What the next edition would show of figures if it were frozen on this day.
    fn foresee(&self, store: &Store, today: NaiveDate) -> Result<Foreseeing, Error>;
}

/// What came of looking ahead to the next edition.
#[derive(Debug, Clone)]
pub enum Foreseeing {
    /// No edition is open, or it would count no signal.
    Nothing,
    /// Structural signals name so many signals that were never imported.
    MissingSignals(usize),
    /// This would be shown.
    Seen(Box<Foresight>),
}

/// What a pack shows: whatever of it changes makes another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The edition.
    pub edition: EditionNumber,
    /// The language of its readers.
    pub language: Language,
    /// Since when and until when is asked.
    pub round: Option<(NaiveDate, NaiveDate)>,
    /// Whether silence counts as yes.
    pub silence: bool,
    /// The versions of the texts, in their order.
    pub versions: Vec<(StructuralSignalId, i32)>,
    /// What each recommendation asks for, as codes, in their order.
    pub asks: Vec<String>,
}

/// How many packs are kept: three languages, before and after a change.
const KEPT: usize = 6;

/// The packs that were made last.
#[derive(Default)]
pub struct Packs {
    made: Mutex<VecDeque<(Contents, Arc<[u8]>)>>,
    at_work: Mutex<()>,
}

impl Packs {
    /// The pack with these contents: made once, however many ask at the same time.
    pub fn get(&self, press: &dyn Press, store: &Store, wanted: &Contents) -> Result<Arc<[u8]>, Error> {
        if let Some(pack) = self.find(wanted) {
            return Ok(pack);
        }
        // One at a time: who waits here finds it made, and a crowd does not take every processor.
        let _turn = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(pack) = self.find(wanted) {
            return Ok(pack);
        }
        let pack: Arc<[u8]> = press.pack(store, wanted.edition, wanted.language)?.into();
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.push_front((wanted.clone(), Arc::clone(&pack)));
        made.truncate(KEPT);
        Ok(pack)
    }

    fn find(&self, wanted: &Contents) -> Option<Arc<[u8]>> {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.iter().find(|(contents, _)| contents == wanted).map(|(_, pack)| Arc::clone(pack))
    }
}
