//! The words that say what a number is, in Dutch, French and English; small letters.

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Signals,
    Organisations,
    /// Numbers in the tables.
    Cells,
    /// Structural signals, chapters and what the field says of them: printed one by one in the file itself.
    Listed,
}

/// What these words, which follow a number or head a column, count; at most two words stand between.
pub(super) fn unit<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<Unit> {
    let words: Vec<&str> = words.into_iter().take(4).collect();
    let listed = words.first().is_some_and(|word| TIMES.contains(word)) as usize;
    if words.get(listed).is_some_and(|word| LISTED.contains(word)) {
        return Some(Unit::Listed);
    }
    let counted =
        |word: &&str| SIGNALS.contains(word) || ORGANISATIONS.contains(word) || CELLS.contains(word);
    let at = words.iter().take(3).position(counted)?;
    let near = |at: Option<&&str>| at.is_some_and(|word| STRUCTURAL.contains(word));
    let word = words[at];
    Some(if SIGNALS.contains(&word) {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        if near(before) || near(words.get(at + 1)) { Unit::Listed } else { Unit::Signals }
    } else if ORGANISATIONS.contains(&word) {
        Unit::Organisations
    } else {
        Unit::Cells
    })
}

const SIGNALS: &[&str] = &["signal", "signals", "signaal", "signalen", "signaux"];
const STRUCTURAL: &[&str] = &["structural", "structurele", "structureel", "structurels", "structurel"];
const ORGANISATIONS: &[&str] =
    &["organisation", "organisations", "organisatie", "organisaties", "members", "leden", "membres"];
const CELLS: &[&str] = &[
    "protected",
    "beschermd",
    "beschermde",
    "protégés",
    "protégées",
    "cell",
    "cells",
    "figures",
    "cel",
    "cellen",
    "getallen",
    "cijfers",
    "cellule",
    "cellules",
    "chiffres",
];
const TIMES: &[&str] = &["keer", "fois", "times"];
const LISTED: &[&str] = &[
    "chapter",
    "chapters",
    "hoofdstuk",
    "hoofdstukken",
    "chapitre",
    "chapitres",
    "worse",
    "unchanged",
    "better",
    "solved",
    "slechter",
    "ongewijzigd",
    "beter",
    "opgelost",
    "pire",
    "inchangé",
    "mieux",
    "résolu",
];

/// Directly before a number: it is the number of a place, a rule or an edition.
pub(super) const REFERENCES: &[&str] = &[
    "edition",
    "editie",
    "édition",
    "editions",
    "edities",
    "éditions",
    "revision",
    "revisie",
    "révision",
    "chapter",
    "hoofdstuk",
    "chapitre",
    "page",
    "pages",
    "pagina",
    "bladzijde",
    "blz",
    "p",
    "pp",
    "table",
    "tabel",
    "tableau",
    "tables",
    "tabellen",
    "tableaux",
    "figure",
    "figuur",
    "fig",
    "art",
    "arts",
    "article",
    "articles",
    "artikel",
    "artikelen",
    "§",
    "§§",
];

/// Of these, the ones that name an edition.
pub(super) const EDITIONS: &[&str] = &["edition", "editie", "édition"];

/// Between two numbers of the same kind.
pub(super) const AND: &[&str] = &["and", "en", "et", "to", "tot", "à", "au"];

/// Between a number and the edition that it is of.
pub(super) const WITHIN: &[&str] = &["in", "dans", "of", "van", "de"];

/// Before the size of a change, in the words of a chart.
pub(super) const BY: &[&str] = &["met", "by", "de"];

/// Before a number that a rule names.
pub(super) const COMPARED: &[&str] =
    &["than", "dan", "de", "à", "least", "minstens", "most", "hoogstens", "over", "d’au", "moins", "plus"];

/// The head of a column of pages, and before the number of one.
pub(super) const PAGES: &[&str] = &["p", "page", "pagina", "blz"];

/// In the sentence that promises which tables exist.
pub(super) const PROMISED: &[&str] = &["whole-number", "gehele", "entiers"];

/// After a number: it measures time, age or money.
pub(super) const MEASURES: &[&str] = &[
    "year", "years", "jaar", "jaren", "an", "ans", "année", "années", "month", "months", "maand", "maanden",
    "mois", "week", "weeks", "weken", "semaine", "semaines", "day", "days", "dag", "dagen", "jour", "jours",
    "hour", "hours", "uur", "heure", "heures", "minutes", "minuten", "euro", "euros", "€", "eur",
];

/// After a number: it is a day.
pub(super) const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "januari",
    "februari",
    "maart",
    "mei",
    "juni",
    "juli",
    "augustus",
    "oktober",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// After a number: it is a part of a hundred.
pub(super) const PERCENT: &[&str] = &["percent", "procent", "pourcent"];

/// Names that have a number in them.
pub(super) const NAMES: &[&str] = &[
    "SHA-256",
    "PDF/UA-1",
    "PDF/A-3a",
    "Source Sans 3",
    "BY 4.0",
    "Attribution 4.0",
    "Naamsvermelding 4.0",
    "License 1.1",
    "WCAG 2.2",
];

/// What a number of signals beside it is about.
pub(super) const CHAPTERS: &[&str] = &["chapter", "hoofdstuk", "chapitre"];
