//! A word as the lists hold it: small letters a to z without accents, apostrophes and hyphens.

use unicode_normalization::char::decompose_canonical;

use super::table::Key;

const LONGEST: usize = 48;

/// A folded word, as labels of the automata: 1 to 26 for letters, 27 apostrophe, 28 hyphen. Empty when the word is
/// too long for a name or holds letters of another script.
pub(super) struct Folded {
    labels: [u8; LONGEST],
    length: usize,
}

impl Folded {
    pub(super) fn new(word: &str) -> Self {
        let mut folded = Self { labels: [0; LONGEST], length: 0 };
        if word.len() <= LONGEST && word.bytes().all(|letter| letter.is_ascii_alphabetic()) {
            for (slot, letter) in folded.labels.iter_mut().zip(word.bytes()) {
                *slot = letter & 31;
            }
            folded.length = word.len();
            return folded;
        }
        for character in word.chars() {
            let known = match character {
                'a'..='z' | 'A'..='Z' | '\'' | '-' => folded.push(character),
                '’' | 'ʼ' | '`' => folded.push('\''),
                'Ø' | 'ø' => folded.push('o'),
                'Ł' | 'ł' => folded.push('l'),
                'ß' => folded.push('s') && folded.push('s'),
                'Œ' | 'œ' => folded.push('o') && folded.push('e'),
                'Æ' | 'æ' => folded.push('a') && folded.push('e'),
                'ı' => folded.push('i'),
                'Đ' | 'đ' | 'Ð' | 'ð' => folded.push('d'),
                'Ə' | 'ə' => folded.push('e'),
                'Þ' | 'þ' => folded.push('t') && folded.push('h'),
                other => {
                    let mut plain = None;
                    decompose_canonical(other, |part| {
                        plain = plain.or(part.is_ascii_alphabetic().then_some(part))
                    });
                    plain.is_some_and(|letter| folded.push(letter))
                }
            };
            if !known {
                folded.length = 0;
                break;
            }
        }
        folded
    }

    fn push(&mut self, letter: char) -> bool {
        let label = match letter {
            '\'' => 27,
            '-' => 28,
            _ => (letter.to_ascii_lowercase() as u8).saturating_sub(b'a') + 1,
        };
        let slot = self.labels.get_mut(self.length);
        self.length += usize::from(slot.is_some());
        slot.map(|slot| *slot = label).is_some()
    }

    /// Whether the word has a letter that Dutch, French and English do not write: `Đỗ`, `Çela`, `Łukasz`.
    pub(super) fn is_foreign(word: &str) -> bool {
        const OURS: &str = "àâäáçéèêëíîïñóôöúùûüÿœæÀÂÄÁÉÈÊËÍÎÏÓÔÖÚÙÛÜŒÆ’ʼ‐‑";
        let cedilla = word.strip_prefix('Ç').is_some_and(|rest| rest != "a");
        cedilla
            || !word.is_ascii()
                && word.chars().any(|letter| !letter.is_ascii() && letter != 'Ç' && !OURS.contains(letter))
    }

    /// What the table of listed words knows the word by.
    pub(super) fn key(&self) -> Key {
        Key::within(&self.labels, 0, self.length)
    }

    /// The labels, in order.
    pub(super) fn labels(&self) -> &[u8] {
        self.labels.get(..self.length).unwrap_or_default()
    }
}
