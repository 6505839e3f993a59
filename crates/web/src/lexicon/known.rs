//! The lexicon of the network, made once for the words that stand.

use std::sync::{Arc, Mutex, PoisonError};

use clustering::{Lexicon, NetworkWord};
use store::LexiconWord;

/// The last one that was made, and of which words.
#[derive(Default)]
pub struct Known {
    made: Mutex<Option<Made>>,
}

type Made = (Vec<NetworkWord>, Arc<Lexicon>);

impl Known {
    /// The words of the program with what the network added, without what it switched off.
    pub fn of(&self, words: &[LexiconWord]) -> Result<Arc<Lexicon>, store::Error> {
        let words: Vec<NetworkWord> = words.iter().map(network_word).collect();
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, lexicon)) = made.as_ref().filter(|(of, _)| *of == words) {
            return Ok(Arc::clone(lexicon));
        }
        let lexicon = Lexicon::of_network(words.iter().cloned())
            .map_err(|error| store::Error::Broken(error.to_string()))?;
        let lexicon = Arc::new(lexicon);
        *made = Some((words, Arc::clone(&lexicon)));
        Ok(lexicon)
    }
}

/// A kept word as the lexicon takes it.
pub fn network_word(kept: &LexiconWord) -> NetworkWord {
    NetworkWord {
        concept: kept.concept.clone(),
        language: kept.language,
        word: kept.word.clone(),
        is_off: kept.is_off,
    }
}
