//! Sentences with invented personal data, for those who test that such data is found.
//!
//! Nobody is meant: names come from a short list, numbers from ranges that are not given out (serial numbers 997
//! and 998 of a birthday, the example IBAN of the standard), addresses end in `.example`.

use model::Language;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use crate::chance::one;

const FIRST: [&str; 8] = ["Amina", "Jan", "Lucie", "Yusuf", "Mireille", "Tomas", "Fatou", "Pieter"];
const LAST: [&str; 8] =
    ["Voorbeeld", "Exemple", "Testmans", "Dupontin", "Ben Example", "Proefstra", "Sampleur", "Janssone"];
const STREETS: [&str; 4] = ["Voorbeeldstraat", "Rue de l’Exemple", "Proeflaan", "Avenue du Modèle"];

/// A sentence with one piece of personal data.
pub(crate) fn sentence(rng: &mut ChaCha8Rng, language: Language) -> String {
    let first = one(rng, &FIRST).copied().unwrap_or("");
    let last = one(rng, &LAST).copied().unwrap_or("");
    let (nl, fr, en, datum) = match rng.random_range(0..6) {
        0 => ("Het gaat om", "Il s’agit de", "This concerns", format!("{first} {last}")),
        1 => ("Bereikbaar op", "Joignable au", "To be reached at", phone(rng)),
        2 => ("Mailen kan naar", "Courriel :", "Write to", mail(first, last)),
        3 => ("Rijksregisternummer", "Numéro national", "National number", national_number(rng)),
        4 => {
            ("Het rekeningnummer is", "Le compte est le", "The account is", "BE68 5390 0754 7034".to_owned())
        }
        _ => ("Het gezin woont in de", "La famille habite", "The family lives at", address(rng)),
    };
    let lead = match language {
        Language::Nl => nl,
        Language::Fr => fr,
        Language::En => en,
    };
    format!("{lead} {datum}.")
}

fn phone(rng: &mut ChaCha8Rng) -> String {
    format!("0470 00 {:02} {:02}", rng.random_range(0..100), rng.random_range(0..100))
}

fn mail(first: &str, last: &str) -> String {
    let last: String = last.chars().filter(|character| *character != ' ').collect();
    format!("{}.{}@post.example", first.to_lowercase(), last.to_lowercase())
}

fn address(rng: &mut ChaCha8Rng) -> String {
    let street = one(rng, &STREETS).copied().unwrap_or("");
    format!("{street} {}, 10{}0 Brussel", rng.random_range(1..200), rng.random_range(0..9))
}

/// A number that passes the check of the register: 97 less the remainder of the first nine digits by 97.
fn national_number(rng: &mut ChaCha8Rng) -> String {
    let (year, month, day) =
        (rng.random_range(50..99u32), rng.random_range(1..13u32), rng.random_range(1..29u32));
    let serial = rng.random_range(997..999u32);
    let first_nine = year * 10_000_000 + month * 100_000 + day * 1_000 + serial;
    format!("{year:02}.{month:02}.{day:02}-{serial}.{:02}", 97 - first_nine % 97)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn an_invented_national_number_passes_the_check_of_the_register() {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        for _ in 0..100 {
            let number: String = national_number(&mut rng).chars().filter(char::is_ascii_digit).collect();
            let (first_nine, check) = number.split_at(9);
            assert_eq!(first_nine.parse::<u32>().unwrap() % 97 + check.parse::<u32>().unwrap(), 97);
        }
    }
}
