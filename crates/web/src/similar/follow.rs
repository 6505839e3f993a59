//! The signals as they are compared, in memory: filled at the start of the service, and brought up to date by the log.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock, TryLockError};
use std::time::Duration;

use clustering::{Index, Lexicon, Text, Why};
use model::{Language, SignalId, SignalState};
use store::{LexiconWord, SignalWords, Store};

use crate::lexicon::Known;

/// So many signals are read at once.
const PAGE: u32 = 2_000;
/// So many events are read at once.
const EVENTS: u32 = 1_000;
/// So often a page looks whether the first reading is done, and so long it pauses between.
const TRIES: u32 = 60;
const PAUSE: Duration = Duration::from_millis(50);

/// What all signals are compared in.
#[derive(Default)]
pub struct Alike {
    state: RwLock<Option<State>>,
    /// Held by whoever fills it: nobody waits for that.
    filling: Mutex<()>,
    /// The words by which they are compared.
    words: Known,
}

struct State {
    index: Index,
    numbers: BTreeMap<SignalId, usize>,
    ids: BTreeMap<usize, SignalId>,
    /// The event up to which it knows everything.
    after: i64,
}

/// A signal that says much the same.
pub struct Near {
    /// Its id.
    pub id: SignalId,
    /// Why.
    pub why: WhyInWords,
}

/// Why two signals are alike: terms in the languages of the pages, and what has the same code.
pub struct WhyInWords {
    /// Concepts, one list for each language.
    pub terms: BTreeMap<Language, Vec<String>>,
    /// Words that both have.
    pub words: Vec<String>,
    /// Both have the same cause.
    pub cause: bool,
    /// Both are about the same right.
    pub right: bool,
}

impl Alike {
    /// The words by which signals are compared, as the network has them now.
    pub fn lexicon(&self, store: &Store) -> Result<Arc<Lexicon>, store::Error> {
        self.lexicon_of(&store.lexicon_words()?)
    }

    /// The same with these words of the network.
    pub fn lexicon_of(&self, words: &[LexiconWord]) -> Result<Arc<Lexicon>, store::Error> {
        self.words.of(words)
    }

    /// Takes in what changed since the last time. Where another does that at this moment, what is known answers; and
    /// where nothing is known yet, or by other words than now, it is waited for a little: a small network is read in that
    /// time.
    pub fn follow(&self, store: &Store) -> Result<(), store::Error> {
        let mut tries = 0;
        let _turn = loop {
            match self.filling.try_lock() {
                Ok(turn) => break turn,
                Err(TryLockError::Poisoned(poisoned)) => break poisoned.into_inner(),
                Err(TryLockError::WouldBlock)
                    if tries == TRIES || self.knows_by(self.lexicon(store)?.as_ref()) =>
                {
                    return Ok(());
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            }
            tries += 1;
        };
        let after =
            self.state.read().unwrap_or_else(PoisonError::into_inner).as_ref().map(|state| state.after);
        let Some(mut after) = after else { return self.fill(store) };
        loop {
            let (changed, last, anew) = store.changed_after(after, EVENTS)?;
            if anew {
                return self.fill(store);
            }
            if last == after {
                return Ok(());
            }
            let words = store.words_of(&changed)?;
            let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
            if let Some(state) = state.as_mut() {
                for id in &changed {
                    state.remove(*id);
                }
                state.add(&words);
                state.after = last;
            }
            after = last;
        }
    }

    /// Whether signals are known as they are compared by these words.
    fn knows_by(&self, lexicon: &Lexicon) -> bool {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        state.as_ref().is_some_and(|state| std::ptr::eq(state.index.lexicon(), lexicon))
    }

    /// Reads every signal anew. Until that is done, what was known before answers.
    fn fill(&self, store: &Store) -> Result<(), store::Error> {
        // What changes while it is read is told by the log afterwards.
        let after = store.last_event()?;
        let lexicon = self.lexicon(store)?;
        let mut state =
            State { index: Index::new(lexicon), numbers: BTreeMap::new(), ids: BTreeMap::new(), after };
        let mut last = None;
        loop {
            let page = store.words_after(last, PAGE)?;
            let Some(end) = page.last() else { break };
            last = Some(end.id);
            state.add(&page);
        }
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = Some(state);
        Ok(())
    }

    /// Up to `many` signals that are like one, the most alike first; none while nothing is known yet.
    pub fn near(&self, id: SignalId, many: usize) -> Option<Vec<Near>> {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        let state = state.as_ref()?;
        let Some(number) = state.numbers.get(&id) else { return Some(Vec::new()) };
        let found = state.index.neighbours(*number, many).into_iter().filter_map(|near| {
            let why = in_words(state.index.lexicon(), near.why);
            Some(Near { id: *state.ids.get(&near.number)?, why })
        });
        Some(found.collect())
    }
}

impl State {
    fn add(&mut self, signals: &[SignalWords]) {
        let compared: Vec<&SignalWords> = signals.iter().filter(|signal| is_compared(signal)).collect();
        let numbers = self.index.add_all(compared.iter().map(|signal| text(signal)));
        for (signal, number) in compared.iter().zip(numbers) {
            self.numbers.insert(signal.id, number);
            self.ids.insert(number, signal.id);
        }
    }

    fn remove(&mut self, id: SignalId) {
        if let Some(number) = self.numbers.remove(&id) {
            self.ids.remove(&number);
            self.index.remove(number);
        }
    }
}

/// What goes no further is compared with nothing.
fn is_compared(signal: &SignalWords) -> bool {
    let goes_on =
        matches!(signal.state, SignalState::PreSignal | SignalState::Released | SignalState::Accepted);
    goes_on && !signal.text.is_empty()
}

/// A signal as it is compared.
pub(super) fn text(signal: &SignalWords) -> Text<'_> {
    Text {
        text: &signal.text,
        language: Some(signal.language),
        cause: signal.cause.code(),
        domain: signal.domain.as_str(),
        right: signal.right.as_ref().map_or("", |right| right.as_str()),
    }
}

/// Concepts as people call them.
pub(super) fn in_words(lexicon: &Lexicon, why: Why) -> WhyInWords {
    let terms = |language: Language| {
        let mut terms: Vec<String> = Vec::new();
        for code in &why.concepts {
            let term = lexicon.term(code, language);
            // Of two concepts the usual term may be the same word.
            if !terms.iter().any(|known| known == term) {
                terms.push(term.to_owned());
            }
        }
        terms
    };
    WhyInWords {
        terms: Language::ALL.iter().map(|language| (*language, terms(*language))).collect(),
        words: why.words,
        cause: why.cause.is_some(),
        right: why.right.is_some(),
    }
}
