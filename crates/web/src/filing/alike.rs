//! Whether two texts speak of the same: by the words they share. Not clever, but anyone can say why.
//!
//! Words are compared without accents and capitals, by their first five letters, so that "woning" and "woningen" are one.
//! Words of fewer than five letters and words that stand in every text of the field say nothing.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Shorter words say nothing.
const SHORTEST: usize = 5;

/// By so many letters words are compared.
const STEM: usize = 5;

/// Words that stand in every text, as they are compared.
const COMMON: &str = "\
    about achte afgel after again ainsi algem allee alles almos alone along alors alrea alsof altij alway among \
    ander anoth antwo apres aucun aupre aussi autre avant avoir beauc becau becom befor beide being besta betek \
    betwe binne boven celle celui certa chaqu child chose comme contr could daarb daard daarn daaro daarv deden \
    deman depui derni desor devan devie devoi diens dinge direc doing doive doord durin echte eerde eerst elder \
    elkaa elles encor enfan enfin enige enkel entre ervan etaie etait etant evenw every faire faite famil faudr \
    femme first found gaand gedaa gedur geeft gehel gekre gezin given going graag grand groot grote havin hebbe \
    heeft helem helpt hetge hetze hierd hiern hoewe homme ieder ieman indie inste intus jamai jours jusqu kinde \
    komen krege krijg kunne laats laiss lange later least lette leurs lieux longt lorsq maand maiso malgr meest \
    memes mense mettr might minde moede moest moete moins monde month mothe nadat natuu nemen nerge never niets \
    nieuw nodig notre nouve obten often omdat onder other ouder overa parce paren parfo parto penda peopl perso \
    peuve plupa plusi possi pourq pourt pouvo preci premi presq probe probl puisq quand quell quelq rathe reall \
    recev reeds rendr reste samen savoi schri selon semai servi seule shoul since sinds situa slech someo somet \
    somme sommi souve staan steed still tandi tegen telke temps terug terwi their there these thing those throu \
    tijde toget toujo toute trava trois trouv tusse under until usual vader velen venir verde verit versc vienn \
    vinde volge voora voord vraag vrage vraim waarb waard waaro wacht waits wanne weini welke werde where wheth \
    which while witho worde wordt would years zegge zelfs zodat zolan zonde zoude zulle";

/// The words of a text that say something.
pub fn words(texts: &[&str]) -> BTreeSet<String> {
    let common: BTreeSet<&str> = COMMON.split_whitespace().collect();
    let folded = texts.join(" ").nfd().filter(|letter| !is_combining_mark(*letter)).collect::<String>();
    folded
        .to_lowercase()
        .replace('œ', "oe")
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| word.chars().count() >= SHORTEST)
        .map(|word| word.chars().take(STEM).collect::<String>())
        .filter(|word| !common.contains(word.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_accents_capitals_and_endings() {
        let nl = words(&["De WONING is vochtig.", "Twee woningen, zonder OCMW"]);
        assert_eq!(nl.into_iter().collect::<Vec<_>>(), ["vocht", "wonin"]);
        let fr = words(&["L’adresse de référence est refusée à l’hôpital"]);
        assert_eq!(fr.into_iter().collect::<Vec<_>>(), ["adres", "hopit", "refer", "refus"]);
        assert!(words(&["Gezinnen wachten altijd, les familles attendent toujours"]).len() <= 1);
    }

    #[test]
    fn every_common_word_is_written_as_it_is_compared() {
        for word in COMMON.split_whitespace() {
            let plain = word.chars().all(|letter| letter.is_ascii_lowercase());
            assert!(plain && word.len() == STEM, "{word}");
        }
    }
}
