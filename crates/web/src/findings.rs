//! What screening found in a text, as people read it: the place, what it looks like, what to write instead.

use askama::Template;
use screening::{Certainty, Finding};
use wording::{Wording, args};

/// A finding with the words around it.
pub struct ShownFinding {
    /// `blocked` or `marked`.
    pub certainty: &'static str,
    /// Some words before the place.
    pub before: String,
    /// The place.
    pub place: String,
    /// Some words after it.
    pub after: String,
    /// What it looks like.
    pub what: String,
    /// What to do.
    pub advice: String,
    /// What to write instead.
    pub suggestion: String,
}

/// The findings of one field, where the page shows them; the page's script takes the same place.
#[derive(Template)]
#[template(path = "findings.html")]
pub struct Findings {
    /// The name of the field.
    pub field: String,
    /// The findings, in the order of the text.
    pub shown: Vec<ShownFinding>,
}

/// A piece of a text; a marked one says what it looks like.
pub struct Piece {
    /// The piece.
    pub text: String,
    /// What it looks like, where it is marked.
    pub mark: Option<String>,
}

/// How many characters around a place are shown with it: as many as the page's script shows.
const AROUND: usize = 32;

/// Whether something must be reworded.
pub fn is_blocked(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.certainty == Certainty::Blocked)
}

/// How many places are marked.
pub fn marks(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.certainty == Certainty::Marked).count()
}

/// The findings in words.
pub fn shown(wording: Wording, text: &str, findings: &[Finding]) -> Vec<ShownFinding> {
    let characters: Vec<char> = text.chars().collect();
    let cut = |from: usize, to: usize| -> String { characters.get(from..to).into_iter().flatten().collect() };
    let show = |finding: &Finding| {
        let from = finding.start.saturating_sub(AROUND);
        let to = finding.end.saturating_add(AROUND).min(characters.len());
        let (more_before, more_after) =
            (if from > 0 { "… " } else { "" }, if to < characters.len() { " …" } else { "" });
        ShownFinding {
            certainty: finding.certainty.code(),
            before: format!("{more_before}{}", cut(from, finding.start)),
            place: cut(finding.start, finding.end),
            after: format!("{}{more_after}", cut(finding.end, to)),
            what: what(wording, finding),
            advice: wording.say(&format!("finding-do-{}", finding.certainty.code()), &args![]),
            suggestion: wording.say(&format!("suggestion-{}", finding.kind.code()), &args![]),
        }
    };
    findings.iter().map(show).collect()
}

/// A text as paragraphs of pieces, with what was found marked where it stands.
pub fn passages(wording: Wording, text: &str, findings: &[Finding]) -> Vec<Vec<Piece>> {
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut last = None;
        for character in line.chars() {
            let here = findings.iter().position(|finding| (finding.start..finding.end).contains(&at));
            match pieces.last_mut().filter(|_| last == Some(here)) {
                Some(piece) => piece.text.push(character),
                None => pieces.push(Piece {
                    text: character.to_string(),
                    mark: here.and_then(|here| findings.get(here)).map(|finding| what(wording, finding)),
                }),
            }
            last = Some(here);
            at += 1;
        }
        // The end of the line is a character too.
        at += 1;
        paragraphs.push(pieces);
    }
    paragraphs.retain(|pieces| !pieces.is_empty());
    paragraphs
}

fn what(wording: Wording, finding: &Finding) -> String {
    wording.say(&format!("finding-{}", finding.kind.code()), &args![])
}
