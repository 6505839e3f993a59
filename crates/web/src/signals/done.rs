//! What was just done, as one code in the address: the page that follows says it in words.

use wording::{Wording, args};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A pre-signal was released.
    Released,
    /// A pre-signal was solved internally.
    Solved,
    /// A question was asked.
    Asked,
    /// A question was replied to.
    Replied,
    /// A signal was accepted.
    Accepted,
    /// A signal was declined.
    Declined,
    /// A signal was withdrawn.
    Withdrawn,
    /// A draft was thrown away.
    DraftDeleted,
    /// The organisation said whether it sees a problem too.
    Recognised,
    /// A filer proposed what the organisation should say.
    Proposed,
    /// A step was taken back.
    Undone,
    /// The three questions were answered.
    Weighed,
    /// Codes were corrected.
    Corrected,
    /// A signal was put aside.
    Postponed,
    /// A signal was referred elsewhere.
    Referred,
    /// A signal tells the same case as another.
    SameCase,
    /// A passage was taken out.
    Redacted,
}

impl Done {
    /// Every one of them.
    pub const ALL: [Self; 17] = [
        Self::Released,
        Self::Solved,
        Self::Asked,
        Self::Replied,
        Self::Accepted,
        Self::Declined,
        Self::Withdrawn,
        Self::DraftDeleted,
        Self::Recognised,
        Self::Proposed,
        Self::Undone,
        Self::Weighed,
        Self::Corrected,
        Self::Postponed,
        Self::Referred,
        Self::SameCase,
        Self::Redacted,
    ];

    /// The code in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Released => "released",
            Self::Solved => "solved",
            Self::Asked => "asked",
            Self::Replied => "replied",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::DraftDeleted => "draft-deleted",
            Self::Recognised => "recognised",
            Self::Proposed => "proposed",
            Self::Undone => "undone",
            Self::Weighed => "weighed",
            Self::Corrected => "corrected",
            Self::Postponed => "postponed",
            Self::Referred => "referred",
            Self::SameCase => "same-case",
            Self::Redacted => "redacted",
        }
    }

    /// The one with this code; none for any other.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.code() == code)
    }

    /// In words.
    pub fn say(self, wording: Wording) -> String {
        wording.say(&format!("done-{}", self.code()), &args![])
    }

    /// Whether it is a step that whoever took it may take back.
    pub const fn is_step(self) -> bool {
        self.decides() || matches!(self, Self::Weighed | Self::Corrected)
    }

    /// Whether a signal waits no longer after it.
    const fn decides(self) -> bool {
        matches!(
            self,
            Self::Released
                | Self::Solved
                | Self::Accepted
                | Self::Declined
                | Self::Postponed
                | Self::Referred
                | Self::SameCase
        )
    }

    /// Whether a queue goes on with its next signal after it.
    const fn leads_on(self) -> bool {
        self.decides() || matches!(self, Self::Asked)
    }

    /// In words, on the page of the next signal of the queue.
    pub fn say_before_next(self, wording: Wording) -> String {
        format!("{} {}", self.say(wording), wording.say("done-next", &args![]))
    }

    /// In words, on the page of a queue that holds `left` more.
    pub fn say_before_queue(self, wording: Wording, left: u64) -> String {
        let said = self.say(wording);
        if self.leads_on() && left == 0 {
            format!("{said} {}", wording.say("done-last", &args![]))
        } else {
            said
        }
    }
}
