//! A signal in a list, in words.

use model::{Code, Language, SignalState};
use store::{NetworkView, SignalLine};
use wording::{Wording, args};

/// A signal in a list.
pub struct ShownLine {
    /// Its page.
    pub href: String,
    /// Its headline.
    pub headline: String,
    /// The language of the headline.
    pub lang: &'static str,
    /// Its state, as the style sheet knows it.
    pub state_code: &'static str,
    /// Its state in words.
    pub state: String,
    /// Its domain.
    pub domain: String,
    /// Where it happens.
    pub place: String,
    /// When it was filed.
    pub filed: String,
    /// What only this list says of it.
    pub notes: Vec<String>,
    /// What waits for the reader.
    pub news: Option<String>,
}

impl ShownLine {
    /// The line in words; with no notes and no news.
    pub fn new(wording: Wording, network: &NetworkView, line: &SignalLine) -> Self {
        let (headline, lang) = headline(wording, line);
        Self {
            href: format!("/signals/{}", line.id),
            headline,
            lang,
            state_code: state_code(line.state),
            state: wording.label(line.state),
            domain: domain(wording, network, &line.domain),
            place: wording.place(line.place),
            filed: wording.say("signal-filed-on", &args![day = wording.day(line.filed_on)]),
            notes: Vec::new(),
            news: None,
        }
    }
}

/// The headline and its language; where its words were wiped, a sentence that says so.
pub fn headline(wording: Wording, line: &SignalLine) -> (String, &'static str) {
    if line.headline.is_empty() {
        (wording.say("signal-words-gone", &args![]), wording.language().code())
    } else {
        (unbroken(&line.headline, line.language), line.language.code())
    }
}

/// A French headline as it is shown: its guillemets and its high punctuation never stand alone on a line.
fn unbroken(headline: &str, language: Language) -> String {
    if language != Language::Fr {
        return headline.to_owned();
    }
    let narrow = ["»", "?", "!", ";"];
    let tied = headline.replace("« ", "«\u{a0}").replace(" :", "\u{a0}:");
    narrow.iter().fold(tied, |text, mark| text.replace(&format!(" {mark}"), &format!("\u{202f}{mark}")))
}

/// The state, as the style sheet knows it.
pub fn state_code(state: SignalState) -> &'static str {
    match state {
        SignalState::SolvedInternally => "solved",
        other => other.code(),
    }
}

/// The name of a domain.
pub fn domain(wording: Wording, network: &NetworkView, code: &Code) -> String {
    let known = network.domains.iter().find(|domain| domain.code == *code);
    known.map_or_else(|| code.to_string(), |domain| wording.domain(domain))
}

/// The name of an organisation.
pub fn organisation(network: &NetworkView, language: Language, code: &Code) -> String {
    let known = network.organisations.iter().find(|organisation| organisation.code == *code);
    known.map_or_else(
        || code.to_string(),
        |organisation| organisation.name.get_or_fallback(language).to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_marks_stay_with_their_word_and_other_languages_as_they_are() {
        let typed = "La « vingtième commune » : où aller ?";
        let shown = "La «\u{a0}vingtième commune\u{202f}»\u{a0}: où aller\u{202f}?";
        assert_eq!(unbroken(typed, Language::Fr), shown);
        assert_eq!(unbroken(typed, Language::Nl), typed);
    }
}
