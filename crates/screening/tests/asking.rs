//! Questions that ask who a family is, and questions about the problem, in three languages.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::sync::LazyLock;

use screening::Screen;

static SCREEN: LazyLock<Screen> = LazyLock::new(|| Screen::new().unwrap());

const WHO: [&str; 45] = [
    "Hoe heet ze?",
    "hoe heet de moeder",
    "Hoe heten zij precies?",
    "Wat is haar naam?",
    "Kunt u hun adres doorgeven?",
    "Adres?",
    "naam en adres?",
    "Wat is het adres van het gezin?",
    "Geboortedatum?",
    "Wie is deze familie?",
    "Om wie gaat het?",
    "Waar woont ze?",
    "In welke straat is dat?",
    "Wanneer is hij geboren?",
    "Stuur gerust het rijksregisternummer van de vader.",
    "Mag ik zijn gsm-nummer?",
    "Dank u. Wat is de naam?",
    "Comment s’appelle-t-elle ?",
    "comment s'appelle la maman",
    "Elle s’appelle comment ?",
    "Comment s’appelle ?",
    "Quel est son nom ?",
    "Quelle est leur adresse exacte ?",
    "date de naissance?",
    "Nom et prénom ?",
    "L’adresse ?",
    "Le nom de la famille ?",
    "Qui est cette famille ?",
    "Qui est-ce ?",
    "De qui s’agit-il ?",
    "C’est quelle famille ?",
    "Où habite-t-elle ?",
    "Dans quelle rue ?",
    "Quand est-elle née ?",
    "Pouvez-vous donner le numéro national du papa ?",
    "What is her name?",
    "What’s she called?",
    "Who is this family?",
    "Who is she?",
    "Which family is it?",
    "Where do they live?",
    "When was he born?",
    "Could you send their address?",
    "The family's name and phone number?",
    "Full name?",
];

const PROBLEM: [&str; 38] = [
    "Hoe heet de dienst die weigerde?",
    "Wat is de naam van het loket?",
    "Hoe lang wacht het gezin al?",
    "Welke brief kregen ze, en van wie?",
    "Wie weigerde de aanvraag?",
    "Wie zijn de betrokken diensten?",
    "In welke gemeente woont het gezin?",
    "Ligt het aan een referentieadres dat ontbreekt?",
    "Hebben ze een adres nodig om zich in te schrijven?",
    "Is het adres van het OCMW veranderd?",
    "Op welke datum kwam de weigering?",
    "Gebeurt dit vaker met gezinnen zonder rijksregisternummer?",
    "Waar liep het vast?",
    "Wanneer is de aanvraag ingediend?",
    "Hoe noemt u dat probleem?",
    "Zijn er namen van diensten die het anders doen?",
    "Comment s’appelle la mesure en question ?",
    "Quel est le nom du service qui a refusé ?",
    "Depuis quand la famille attend-elle ?",
    "Qui a refusé la demande ?",
    "Qui sont les services concernés ?",
    "Dans quelle commune habite la famille ?",
    "Faut-il une adresse de référence ?",
    "Quelle est l’adresse du guichet ?",
    "Le problème vient-il de la date de dépôt ?",
    "Où la demande s’est-elle bloquée ?",
    "Comment s’est passé l’entretien ?",
    "Est-ce que d’autres familles vivent la même chose ?",
    "What is the name of the office that refused?",
    "How long has the family been waiting?",
    "Who refused the application?",
    "Who is responsible at the town hall?",
    "In which municipality do they live?",
    "Do they need a reference address?",
    "Which rule was given as the reason?",
    "Tot hun verjaardag was er een voogd. En daarna?",
    "The bill came in their name. Was it paid?",
    "Is the form addressed to the right service?",
];

#[test]
fn a_question_for_who_the_family_is_is_seen_in_three_languages() {
    let missed: Vec<_> = WHO.into_iter().filter(|question| !SCREEN.asks_who(question)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_question_about_the_problem_is_left_alone() {
    let wrong: Vec<_> = PROBLEM.into_iter().filter(|question| SCREEN.asks_who(question)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_demo_signals_ask_nobody_who_they_are() {
    let demo = [
        include_str!("../../../fixtures/demo/signals-2024-nl.csv"),
        include_str!("../../../fixtures/demo/signals-2024-fr.csv"),
        include_str!("../../../fixtures/demo/signals-2025-nl.csv"),
        include_str!("../../../fixtures/demo/signals-2025-fr.csv"),
    ];
    let texts = demo.into_iter().flat_map(str::lines).flat_map(|line| line.split('"').skip(1).step_by(2));
    let wrong: Vec<_> = texts.filter(|text| SCREEN.asks_who(text)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
