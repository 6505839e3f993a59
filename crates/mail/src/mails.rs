//! What mails say: a greeting, a line or two, a link or some counts. Every word comes from the wording.

use model::{EditionNumber, Language};
use wording::{Wording, args};

/// A mail, ready to leave.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) text: String,
}

/// Never whom it is for, nor what it says: there may be a link in it.
impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mail").finish_non_exhaustive()
    }
}

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFor {
    /// The first password.
    Invitation,
    /// Another password.
    Reset,
}

/// What waits for somebody, and what happened: numbers alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Questions about own signals that wait for an answer.
    pub questions: u64,
    /// Own signals that were decided.
    pub decided: u64,
    /// Signals that wait to be released.
    pub to_release: u64,
    /// Signals that wait for a network coordinator.
    pub to_accept: u64,
    /// Published problems that an authority has not answered.
    pub to_answer: u64,
    /// Next steps that are due.
    pub next_steps: u64,
}

/// A step in the life of an edition that the calendar takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchStep {
    /// Opened.
    Open,
    /// Frozen.
    Freeze,
    /// Its files were made.
    Make,
    /// Published.
    Publish,
}

impl BatchStep {
    /// A word for it, for programs and for sentences.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Freeze => "freeze",
            Self::Make => "make",
            Self::Publish => "publish",
        }
    }
}

impl Mail {
    /// What the calendar did, and where it was stopped: which step, and of which edition; never why, for a reason can name
    /// texts.
    pub fn batch(
        to: &str,
        language: Language,
        done: &[(BatchStep, EditionNumber)],
        stopped: Option<(BatchStep, EditionNumber)>,
        url: &str,
    ) -> Self {
        let wording = Wording::new(language);
        let line = |kind: &str, (step, edition): (BatchStep, EditionNumber)| {
            let key = format!("mail-batch-{kind}-{}", step.code());
            format!("- {}", wording.say(&key, &args![edition = edition.to_string()]))
        };
        let mut lines: Vec<String> = done.iter().map(|step| line("done", *step)).collect();
        lines.extend(stopped.map(|step| line("stopped", step)));
        let subject = if stopped.is_some() { "mail-batch.stopped" } else { "mail-batch.done" };
        let mut paragraphs = vec![
            wording.say("mail-greeting", &args![]),
            wording.say("mail-batch", &args![]),
            lines.join("\n"),
        ];
        paragraphs.extend(stopped.map(|_| wording.say("mail-batch.why", &args![])));
        paragraphs.extend([url.to_owned(), wording.say("mail-close", &args![])]);
        Self::new(to, wording.say(subject, &args![]), &paragraphs)
    }

    /// A link by which somebody chooses a password; it is good for so many days.
    pub fn link(to: &str, language: Language, what: LinkFor, url: &str, days: i64) -> Self {
        let wording = Wording::new(language);
        let key = match what {
            LinkFor::Invitation => "mail-invitation",
            LinkFor::Reset => "mail-reset",
        };
        Self::new(
            to,
            wording.say(&format!("{key}.subject"), &args![]),
            &[
                wording.say("mail-greeting", &args![]),
                wording.say(key, &args![]),
                url.to_owned(),
                wording.say(&format!("{key}.end"), &args![days = days]),
                wording.say("mail-close", &args![]),
            ],
        )
    }

    /// A link by which an organisation says once whether it agrees, until this day, written in the language of the mail.
    /// `silence`: whether who says nothing until then agrees.
    pub fn agreement(to: &str, language: Language, url: &str, until: &str, silence: bool) -> Self {
        let wording = Wording::new(language);
        let end = if silence { "mail-agreement.silence" } else { "mail-agreement.yes" };
        Self::new(
            to,
            wording.say("mail-agreement.subject", &args![]),
            &[
                wording.say("mail-greeting", &args![]),
                wording.say("mail-agreement", &args![]),
                url.to_owned(),
                wording.say(end, &args![day = until]),
                wording.say("mail-agreement.once", &args![]),
                wording.say("mail-close", &args![]),
            ],
        )
    }

    /// What waits, once a week, and where to read it.
    pub fn digest(to: &str, language: Language, counts: Counts, url: &str) -> Self {
        let wording = Wording::new(language);
        let lines = [
            ("mail-digest-questions", counts.questions),
            ("mail-digest-release", counts.to_release),
            ("mail-digest-accept", counts.to_accept),
            ("mail-digest-answer", counts.to_answer),
            ("mail-digest-steps", counts.next_steps),
            ("mail-digest-decided", counts.decided),
        ];
        let lines: Vec<String> = lines
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| format!("- {}", wording.say(key, &args![count = whole(count)])))
            .collect();
        Self::new(
            to,
            wording.say("mail-digest.subject", &args![]),
            &[
                wording.say("mail-greeting", &args![]),
                wording.say("mail-digest", &args![]),
                lines.join("\n"),
                wording.say("mail-digest.where", &args![]),
                url.to_owned(),
                wording.say("mail-digest.end", &args![]),
                wording.say("mail-close", &args![]),
            ],
        )
    }

    fn new(to: &str, subject: String, paragraphs: &[String]) -> Self {
        Self { to: to.to_owned(), subject, text: format!("{}\n", paragraphs.join("\n\n")) }
    }
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
