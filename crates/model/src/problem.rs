//! What is wrong with something that was filed: codes only. The sentence for each stands in `wording`.

use crate::code::closed_list;

closed_list! {
    /// A field of a signal, by the name it has in files.
    Field {
        /// The organisation's own running number.
        Reference = "reference",
        /// The organisation.
        Organisation = "organisation",
        /// The month of observation.
        Observed = "observed",
        /// The language the signal is written in.
        Language = "language",
        /// The headline.
        Headline = "headline",
        /// The problem.
        Problem = "problem",
        /// What it leads to.
        Impact = "impact",
        /// What was tried, as codes.
        Tried = "tried",
        /// What was tried, in words.
        TriedNote = "tried_note",
        /// The main cause.
        Cause = "cause",
        /// The secondary causes.
        OtherCauses = "other_causes",
        /// Whether the law gives no right at all.
        NeverEligible = "never_eligible",
        /// The main domain.
        Domain = "domain",
        /// Further domains.
        OtherDomains = "other_domains",
        /// The right in play.
        Right = "right",
        /// The groups concerned.
        TargetGroups = "target_groups",
        /// Where it happens.
        Place = "place",
        /// Where it happens too.
        OtherPlaces = "other_places",
        /// No municipality accepts responsibility.
        NoMunicipality = "no_municipality",
        /// The competent level as the filer sees it.
        Authority = "authority",
        /// How often it was seen.
        Recurrence = "recurrence",
        /// Where the facts come from (fixtures only).
        Source = "source",
        /// Made by the generator, never quoted.
        Generated = "generated",
    }
}

closed_list! {
    /// Why a field was refused.
    Reason {
        /// Nothing was filled in where something is required.
        Missing = "missing",
        /// Longer than the field allows.
        TooLong = "too-long",
        /// A code that the list does not know.
        UnknownCode = "unknown-code",
        /// A retired entry of a list.
        Retired = "retired",
        /// Not a month written `YYYY-MM`.
        NotAMonth = "not-a-month",
        /// A month that has not begun.
        InTheFuture = "in-the-future",
        /// Not yes or no.
        NotYesOrNo = "not-yes-or-no",
        /// The same value twice, or the main value once more among the others.
        Repeated = "repeated",
        /// *Never eligible* goes only with the cause *exclusion*.
        OnlyWithExclusion = "only-with-exclusion",
        /// A character that cannot be stored or printed.
        ControlCharacter = "control-character",
        /// Something by which a person can be identified.
        PersonalData = "personal-data",
    }
}

/// One thing wrong with one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Problem {
    /// The field.
    pub field: Field,
    /// Why it was refused.
    pub reason: Reason,
}
