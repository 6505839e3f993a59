//! Whether two texts speak of the same: by the words they share. Not clever, but anyone can say why.
//!
//! Words are compared without accents and capitals, by their first six letters, so that "woning" and "woningen" are one.
//! Words of fewer than five letters and words that stand in every text of the field say nothing.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Shorter words say nothing.
const SHORTEST: usize = 5;

/// By so many letters words are compared.
const STEM: usize = 6;

/// Words that stand in every text, as they are compared.
const COMMON: &str = "\
    about achter afgelo after again agains ainsi algeme allee alleen alles almost alone along alors alread alsof \
    altijd always among ander andere anders anothe antwoo apres aucun aucune aupres aussi autre autres avant avoir \
    beauco becaus become before beide being bestaa beteke betwee binnen boven celle celles celui certai chaque child \
    childr chose comme commen contre could daarbi daardo daarna daarom daarvo deden demand depuis dernie desorm \
    devant devien devoir dienst dingen direct doing doiven doorda during echter eerder eerst eerste elders elkaar \
    elles encore enfant enfin enige enkel enkele entre ervan etaien etait etant evenwe every everyo faire faite \
    famil famili famill faudra femmes first found gaande gedaan gedure geeft gehele gekreg gezin gezinn given going \
    graag grande groot grote having hebben heeft helema helpt hetgee hetzel hierdo hierna hoewel hommes ieder iedere \
    iemand indien instea intuss jamais jours jusqu jusqua kinder komen kregen krijg krijge krijgt kunnen laatst \
    laisse langer later least letter leurs lieux longte lorsqu maande maison malgre meesta memes mensen mettre might \
    minder moeder moest moeste moeten moins monde month months mother nadat natuur nemen nergen never niets nieuwe \
    nodig notre nouvea obteni often omdat onder other others ouder ouders overal parce parent parfoi partou pendan \
    people person peuven plupar plusie possib pourqu pourta pouvoi precie premie presqu probee proble puisqu quand \
    quelle quelqu rather really recevo reeds rendre reste samen savoir schrij selon semain servic seulem should \
    since sinds situat slecht someon someti sommes sommig souven staan steeds still tandis tegen telken temps terug \
    terwij their there these thing things those throug tijden togeth toujou toute toutes travai trois trouve tussen \
    under until usuall vader velen venir verder verite versch vienne vinden volgen voora vooral voord voorda vraag \
    vraagt vragen vraime waarbi waardo waarom wachte waits wannee weinig welke werden where whethe which while \
    withou worden wordt would years zeggen zelfs zodat zolang zonder zouden zullen";

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
        assert_eq!(nl.into_iter().collect::<Vec<_>>(), ["vochti", "woning"]);
        let fr = words(&["L’adresse de référence est refusée à l’hôpital"]);
        assert_eq!(fr.into_iter().collect::<Vec<_>>(), ["adress", "hopita", "refere", "refuse"]);
        assert!(words(&["Gezinnen wachten altijd, les familles attendent toujours"]).len() <= 1);
    }

    #[test]
    fn every_common_word_is_written_as_it_is_compared() {
        for word in COMMON.split_whitespace() {
            let length = word.chars().count();
            let plain = word.chars().all(|letter| letter.is_ascii_lowercase());
            assert!(plain && (SHORTEST..=STEM).contains(&length), "{word}");
        }
    }
}
