//! What is known of one word, before its neighbours are asked.

use model::Language;

use super::fold::Folded;
use super::lexicon::{Classes, Holders, Lexicon};
use super::memory::Asked;
use super::tokens::{Shape, Token};

/// What a word counts for as part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Never part of one: a place, a people, an organisation, a word with digits.
    Never,
    /// Part of one beside a name or after a title.
    Beside,
    /// A name, unless it only has its capital from opening a sentence.
    Inside,
    /// A name wherever it stands.
    Always,
}

/// What is known of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) classes: Classes,
    pub(super) standing: Standing,
    /// Whether the text's own language has it as an everyday word; asked of capitalised words only.
    pub(super) own_word: bool,
    /// Whether any language has it.
    pub(super) word: bool,
}

/// What is known of a token.
pub(super) fn know(lexicon: &Lexicon, language: Option<Language>, token: &Token<'_>) -> Known {
    if let Some(key) = token.plain {
        return known_small(lexicon.classes_of(key));
    }
    let asked = Asked::Known(token.shape);
    lexicon.memory.recall(token.word, asked, language, || find_out(lexicon, language, token))
}

/// Looks a token up; in the dictionaries only when it is written with a capital.
fn find_out(lexicon: &Lexicon, language: Option<Language>, token: &Token<'_>) -> Known {
    let folded = Folded::new(token.word);
    let mut classes = lexicon.classes(&folded);
    if token.shape == Shape::Small {
        return known_small(classes);
    }
    if token.shape == Shape::Odd {
        return Known { classes, standing: Standing::Never, own_word: true, word: true };
    }
    if Folded::is_foreign(token.word) && token.shape != Shape::Initial && !classes.any(Classes::OTHER) {
        return Known { classes: Classes::LAST, standing: Standing::Always, own_word: false, word: false };
    }
    // Most capitals open a sentence or name a service: no dictionary need be asked.
    if !classes.any(Classes::NAME) && classes.any(Classes::OTHER.or(Classes::HEAD).or(Classes::COMMONEST)) {
        let other = classes.any(Classes::OTHER.or(Classes::HEAD));
        let standing = if other { Standing::Never } else { Standing::Beside };
        return Known { classes, standing, own_word: true, word: true };
    }
    let Holders { any: mut word, own: mut own_word } = lexicon.holders(&folded, language);
    if !word && classes == Classes::default() && token.word.contains('-') {
        let hyphenated = know_parts(lexicon, token.word);
        (classes, word) = (hyphenated.classes, hyphenated.own_word);
        own_word = word;
    }
    if !classes.any(Classes::NAME) && is_street(Some(token)) {
        classes = classes.or(Classes::PLACE);
    }
    if !classes.any(Classes::NAME) && is_institution(token) {
        classes = classes.or(Classes::HEAD);
    }
    if !word && !classes.any(Classes::NAME) && is_of_a_place(lexicon, token.word) {
        classes = classes.or(Classes::PLACE);
    }
    let listed = classes.any(Classes::NAME);
    let standing = match token.shape {
        _ if !listed && classes.any(Classes::OTHER.or(Classes::HEAD)) => Standing::Never,
        Shape::Initial => Standing::Beside,
        // `Elke` in a French text.
        Shape::Capital
            if classes.any(Classes::COMMONEST) && classes.any(Classes::FIRST) && word && !own_word =>
        {
            Standing::Inside
        }
        _ if classes.any(Classes::OTHER.or(Classes::COMMONEST).or(Classes::HEAD).or(Classes::PARTICLE)) => {
            Standing::Beside
        }
        // Capitals alone are as often an abbreviation or a raised voice.
        Shape::Capitals if listed && !word && token.word.len() > 3 => Standing::Always,
        Shape::Capitals => Standing::Beside,
        _ if classes.any(Classes::EVERYDAY) && own_word => Standing::Inside,
        _ if classes.any(Classes::FIRST) => Standing::Always,
        _ if word => Standing::Beside,
        _ => Standing::Always,
    };
    Known { classes, standing, own_word, word }
}

/// A word in small letters is part of a name only as a particle, unless its neighbours say more.
fn known_small(classes: Classes) -> Known {
    let particle = classes.any(Classes::PARTICLE);
    let standing = if particle { Standing::Beside } else { Standing::Never };
    Known { classes, standing, own_word: true, word: true }
}

/// Judges a hyphenated word that no list holds by its parts; `own_word` says that they are all words.
fn know_parts(lexicon: &Lexicon, word: &str) -> Known {
    let mut parts = word.split('-').filter(|part| !part.is_empty()).peekable();
    let (mut named, mut other, mut words, mut small) = (false, false, true, false);
    let head = parts.peek().is_some_and(|first| lexicon.classes(&Folded::new(first)).any(Classes::HEAD));
    for part in parts {
        let folded = Folded::new(part);
        let classes = lexicon.classes(&folded);
        let is_word = lexicon.holders(&folded, None).any;
        named |= classes.any(Classes::NAME) && !classes.any(Classes::OTHER) && !is_word;
        other |= classes.any(Classes::OTHER);
        words &= is_word;
        small = part.chars().next().is_some_and(char::is_lowercase);
    }
    // `Guy-Merlin`: given names that are words too.
    let given = word.split('-').all(|part| {
        part.starts_with(char::is_uppercase) && lexicon.classes(&Folded::new(part)).any(Classes::FIRST)
    });
    let arabic = word.split_once('-').is_some_and(|(article, rest)| {
        matches!(article, "Al" | "El" | "AL" | "EL") && rest.starts_with(char::is_uppercase)
    });
    let classes = match () {
        () if arabic => Classes::LAST,
        () if given && !other => Classes::FIRST,
        () if head => Classes::PLACE,
        () if named => Classes::LAST,
        () if other || small && !words => Classes::ORGANISATION,
        () => Classes::default(),
    };
    Known {
        classes,
        standing: Standing::Never,
        own_word: words && !named && !arabic && !given,
        word: words && !named && !arabic && !given,
    }
}

/// `Wijkhuis`, `Thuishaven`, `Apothekersbond`, `Dossiernr`: Dutch institutions and labels carry what they are at the end.
fn is_institution(token: &Token<'_>) -> bool {
    const ENDINGS: [&str; 45] = [
        "huis",
        "haven",
        "centrum",
        "centra",
        "werking",
        "club",
        "fonds",
        "bond",
        "vereniging",
        "dienst",
        "diensten",
        "raad",
        "enkas",
        "skas",
        "pkas",
        "loket",
        "punt",
        "atelier",
        "opvang",
        "winkel",
        "netwerk",
        "kring",
        "bank",
        "klas",
        "huizen",
        "nr",
        "nummer",
        "psychiatrie",
        "ziekenhuizen",
        "zorg",
        "hulp",
        "theek",
        "logie",
        "premie",
        "beleid",
        "briefje",
        "auditeur",
        "unie",
        "register",
        "passage",
        "attest",
        "kaart",
        "rechtbank",
        "wacht",
        "nota",
    ];
    token.shape == Shape::Capital
        && ENDINGS.iter().any(|ending| token.word.len() > ending.len() + 2 && token.word.ends_with(ending))
}

/// `Lakense`, `D'Uccle`: a place with an ending or an elided word on it.
fn is_of_a_place(lexicon: &Lexicon, word: &str) -> bool {
    let is_place = |place: &str| {
        let classes = lexicon.classes(&Folded::new(place));
        classes.any(Classes::PLACE) && !classes.any(Classes::NAME)
    };
    let elided =
        word.split_once(['\'', '’']).filter(|(before, _)| matches!(*before, "D" | "L" | "Qu" | "Jusqu"));
    elided.is_some_and(|(_, place)| place == "à" || is_place(place))
        || word.strip_suffix("se").is_some_and(is_place)
}

/// `Wetstraat`, `Louizalaan`: Dutch streets carry what they are at the end.
pub(super) fn is_street(token: Option<&Token<'_>>) -> bool {
    const ENDINGS: [&str; 13] = [
        "straat", "straten", "laan", "lanen", "plein", "steenweg", "kaai", "dreef", "poort", "park", "wijk",
        "station", "school",
    ];
    token.is_some_and(|token| {
        ENDINGS.iter().any(|ending| token.word.len() > ending.len() + 2 && token.word.ends_with(ending))
    })
}
