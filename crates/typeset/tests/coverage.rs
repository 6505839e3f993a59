//! The model's table of printable characters is that of the embedded fonts.

use std::path::Path;

use model::uncovered_characters;
use typeset::covered_ranges;

#[test]
fn the_table_of_the_model_is_that_of_the_fonts() {
    let covered = |code: u32| covered_ranges().iter().any(|(first, last)| (*first..=*last).contains(&code));
    let ranges = covered_ranges();
    let edges = ranges.iter().flat_map(|(first, last)| [first.wrapping_sub(1), *first, *last, last + 1]);
    for character in edges.filter_map(char::from_u32) {
        let known = uncovered_characters(&character.to_string()).is_empty();
        assert_eq!(
            known,
            covered(u32::from(character)),
            "U+{:04X}: run `just coverage`",
            u32::from(character)
        );
    }
}

#[test]
fn every_sentence_of_the_program_can_be_printed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wording/ftl");
    let mut files = 0;
    for language in ["nl", "fr", "en"] {
        for entry in std::fs::read_dir(folder.join(language)).unwrap() {
            let path = entry.unwrap().path();
            let missing = uncovered_characters(&std::fs::read_to_string(&path).unwrap());
            assert!(missing.is_empty(), "{}: {missing:?}", path.display());
            files += 1;
        }
    }
    assert!(files >= 12, "{files} files");
}

#[test]
fn scripts_without_a_font_are_found() {
    assert_eq!(uncovered_characters("漢a字漢"), ['漢', '字']);
    assert!(uncovered_characters("Œuvre à l’école, “citaat” — مرحبا שלום 👍").is_empty());
}
