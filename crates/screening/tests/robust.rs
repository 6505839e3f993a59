//! Whatever is typed: no panic, places that exist, and time in proportion to length.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use screening::{Finding, Screen};

static SCREEN: LazyLock<Screen> = LazyLock::new(|| Screen::new().unwrap());

/// Every place lies within the text, holds something, and ends before the next begins.
fn holds(text: &str, findings: &[Finding]) -> bool {
    let scalars = text.chars().count();
    findings.iter().all(|one| one.start < one.end && one.end <= scalars)
        && findings.windows(2).all(|two| two[0].end <= two[1].start)
}

/// Pieces that rules look for, so that chance meets them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("85.07.30-033.28"),
        Just("0477"),
        Just(" 12 "),
        Just("34.56"),
        Just("BE68"),
        Just("5390 0754 7034"),
        Just("@"),
        Just(" at "),
        Just(" punt "),
        Just("gmail.com"),
        Just("rue de la Loi"),
        Just("Wetstraat"),
        Just("née le "),
        Just("geboren op "),
        Just("12/03/1985"),
        Just("OV "),
        Just("8.123.456"),
        Just("CGVS "),
        Just("1-ABC-234"),
        Just("insta: "),
        Just("é"),
        Just("e\u{301}"),
        Just("\u{200b}"),
        Just("👨‍👩‍👧"),
        Just("٤"),
        Just("ﬁ"),
        Just("½"),
        Just("А"),
        Just("Amina El Khattabi"),
        Just("mevrouw K."),
        Just("kamer 214"),
        Just("\n"),
        Just("°"),
        Just("50.8466"),
        Just(", "),
        Just("€"),
        Just("𝟜"),
        Just("…"),
        Just("O"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_screened_to_places_within_it(text in any::<String>()) {
        prop_assert!(holds(&text, &SCREEN.findings(&text, None)));
    }

    #[test]
    fn texts_of_telling_pieces_are_screened_to_places_within_them(text in pieces()) {
        prop_assert!(holds(&text, &SCREEN.findings(&text, None)));
        prop_assert!(holds(&text, &SCREEN.blocked(&text)));
    }

    #[test]
    fn what_is_blocked_stays_blocked_amid_other_words(before in "[a-zé ,]{0,40} ", after in " [a-zé ,]{0,40}") {
        let text = format!("{before}85.07.30-033.28{after}");
        let start = before.chars().count();
        let whole = |one: &Finding| one.start <= start && start + 15 <= one.end;
        prop_assert!(SCREEN.blocked(&text).iter().any(whole));
    }
}

#[test]
fn two_places_that_meet_within_one_character_do_not_overlap() {
    let text = "𝟜, rue de la Loi85.07.30-033.28CGVS 50.8466½rue de la Loi";
    assert!(holds(text, &SCREEN.findings(text, None)));
}

#[test]
fn hostile_texts_take_time_in_proportion_to_their_length() {
    let pieces = [
        "1",
        "1 ",
        "1.",
        "@",
        "a@",
        "rue ",
        "rue de ",
        "12, rue de ",
        "Aa ",
        "A-",
        "A.",
        "e\u{301}",
        "\u{301}",
        "0477 ",
        "née le ",
        "12/03/1985 ",
        "BE",
        "BE68 ",
        "insta ",
        "OV ",
        "°",
        "é",
        "𝟜",
        "\u{200b}",
        "kamer ",
        "mevrouw K. ",
        "Jette 5 jaar ",
        "at dot ",
    ];
    for piece in pieces {
        let fastest = |length: usize| {
            let text = piece.repeat(length / piece.len());
            let once = || {
                let begin = Instant::now();
                std::hint::black_box(SCREEN.findings(&text, None));
                begin.elapsed()
            };
            (0..3).map(|_| once()).min().unwrap()
        };
        fastest(1_000);
        // Four times the length may take up to ten times as long; quadratic work would take sixteen, however often it
        // is tried. Other work on the machine may disturb one try, but hardly each of them.
        let mut tried = Vec::new();
        let in_proportion = (0..6).any(|_| {
            let (short, long) = (fastest(25_000), fastest(100_000));
            tried.push((short, long));
            long < short * 10 + Duration::from_millis(50)
        });
        assert!(in_proportion, "{piece:?}: a short text, then a long one: {tried:?}");
    }
}
