//! What was just done in the workbench, as one code in the address: the page that follows says it in words.

use wording::{Wording, args};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A structural signal was made.
    Made,
    /// It was made without its signals: one of them was taken meanwhile.
    MadeAlone,
    /// It was described anew.
    Described,
    /// Its chapter was written.
    Written,
    /// Signals were put in.
    Added,
    /// Signals were taken out.
    TakenOut,
    /// Signals were moved to another.
    Moved,
    /// It was merged into this one.
    Merged,
    /// This one was split off.
    Split,
    /// A step was taken back.
    Undone,
    /// The criteria were judged.
    Judged,
    /// It was checked that nobody is recognised.
    Cleared,
    /// Dots were given.
    Dots,
    /// An action was noted.
    Noted,
    /// The organisations were asked to agree.
    Asked,
    /// The link of an organisation was taken back.
    LinkRevoked,
    /// An organisation said what it thinks.
    Agreed,
    /// The same, but for chapters that were written anew meanwhile.
    AgreedSome,
    /// An answer was registered.
    Answered,
    /// The field said what it sees.
    Verdict,
    /// An answer or a verdict got its other language.
    Completed,
    /// A quote, a figure or a practice was written.
    Evidence,
    /// One of them was taken out.
    EvidenceRemoved,
    /// A recommendation was written.
    Recommended,
    /// One was taken out.
    RecommendationRemoved,
    /// An organisation signed a recommendation, or took its signature back.
    Signed,
    /// An office was described.
    Office,
}

impl Done {
    /// Every one of them.
    pub const ALL: [Self; 27] = [
        Self::Made,
        Self::MadeAlone,
        Self::Described,
        Self::Written,
        Self::Added,
        Self::TakenOut,
        Self::Moved,
        Self::Merged,
        Self::Split,
        Self::Undone,
        Self::Judged,
        Self::Cleared,
        Self::Dots,
        Self::Noted,
        Self::Asked,
        Self::LinkRevoked,
        Self::Agreed,
        Self::AgreedSome,
        Self::Answered,
        Self::Verdict,
        Self::Completed,
        Self::Evidence,
        Self::EvidenceRemoved,
        Self::Recommended,
        Self::RecommendationRemoved,
        Self::Signed,
        Self::Office,
    ];

    /// The code in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::MadeAlone => "made-alone",
            Self::Described => "described",
            Self::Written => "written",
            Self::Added => "added",
            Self::TakenOut => "taken-out",
            Self::Moved => "moved",
            Self::Merged => "merged",
            Self::Split => "split",
            Self::Undone => "undone",
            Self::Judged => "judged",
            Self::Cleared => "cleared",
            Self::Dots => "dots",
            Self::Noted => "noted",
            Self::Asked => "asked",
            Self::LinkRevoked => "link-revoked",
            Self::Agreed => "agreed",
            Self::AgreedSome => "agreed-some",
            Self::Answered => "answered",
            Self::Verdict => "verdict",
            Self::Completed => "completed",
            Self::Evidence => "evidence",
            Self::EvidenceRemoved => "evidence-removed",
            Self::Recommended => "recommended",
            Self::RecommendationRemoved => "recommendation-removed",
            Self::Signed => "signed",
            Self::Office => "office",
        }
    }

    /// Whether the code in an address tells of signals that were moved.
    pub fn is_move(code: Option<&str>) -> bool {
        let moves = [Self::Added, Self::TakenOut, Self::Merged, Self::Split];
        moves.iter().any(|done| Some(done.code()) == code)
    }

    /// What the code in an address says; none where it says nothing.
    pub fn said(wording: Wording, code: Option<&str>) -> Option<String> {
        let done = Self::ALL.into_iter().find(|done| Some(done.code()) == code)?;
        Some(wording.say(&format!("bench-done-{}", done.code()), &args![]))
    }
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    #[test]
    fn every_code_has_its_sentence_in_every_language() {
        for language in Language::ALL {
            for done in Done::ALL {
                assert!(Done::said(Wording::new(*language), Some(done.code())).is_some());
            }
        }
        assert_eq!(Done::said(Wording::new(Language::Nl), Some("anything")), None);
    }
}
