//! What is sent by a one-time link: of every chapter what the organisation says, and which recommendations it signs.

use model::{Agreement, Code, StructuralSignalId};
use store::{LinkAnswer, Signature, StructuralFile, said_code};
use wording::{Wording, args};

use super::asked::{Asked, version};
use super::signing::{is_signing, signatures};
use crate::frame::FieldError;
use crate::free_text::Typed;
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

/// What was sent about one chapter.
pub struct Sent {
    /// Which.
    pub id: StructuralSignalId,
    /// The version as it is now.
    version: i32,
    /// What was chosen for it; nothing that was chosen for another version.
    pub chosen: Option<Agreement>,
    /// The remark or the reason.
    pub typed: Typed,
    /// Of every recommendation as it is now, whether the organisation signs it.
    pub signatures: Vec<Signature>,
    /// The text or a recommendation was written anew since it was read.
    pub changed: bool,
    /// Somebody of the organisation said something of it since it was read.
    pub answered: bool,
    /// What the organisation had said of it, as a code.
    was: String,
}

impl Sent {
    /// Whether the organisation signs the recommendation at this place.
    pub fn signs(&self, at: i32) -> bool {
        super::signing::signs(&self.signatures, at)
    }
}

/// All that was sent.
pub struct Answers {
    /// Of each chapter.
    pub sent: Vec<Sent>,
    /// Whether the organisation agrees to what it answered nothing else to.
    pub all: bool,
}

impl Answers {
    /// Reads what was sent about the chapters as they are now.
    pub fn read(site: &Site, visit: &Visit, posted: &Posted, (asked, own): (&Asked, &Code)) -> Self {
        let read = |file: &StructuralFile| {
            let (id, now) = (file.line.id, version(file, asked.edition));
            let (signatures, others) = signatures(posted, file, asked.edition);
            let changed = others || posted.get(&format!("version-{id}")).parse() != Ok(now);
            let was = said_code(file, asked.edition, own);
            let answered = posted.get(&format!("was-{id}")) != was;
            let stance = Agreement::parse(posted.get(&format!("stance-{id}"))).ok();
            let chosen = stance.filter(|_| !changed);
            let words_needed = chosen.is_some_and(|stance| stance != Agreement::Agrees);
            let typed = Typed::read(site, visit, posted, remark_name(id), words_needed);
            Sent { id, version: now, chosen, typed, signatures, changed, answered, was }
        };
        Self { sent: asked.files.iter().map(read).collect(), all: posted.get("all") == "yes" }
    }

    /// What is to be kept; none where something is still to be said, corrected or read anew.
    pub fn said(&self) -> Option<Vec<LinkAnswer>> {
        let answer = |sent: &Sent| {
            let stance = self.stance(sent).filter(|_| !sent.changed && !sent.answered)?;
            let remark = sent.typed.text()?.to_owned();
            // There is no second time to say it: what was written beside a plain yes is its remark.
            let stance = match stance {
                Agreement::Agrees if !remark.is_empty() => Agreement::AgreesWithRemark,
                stance => stance,
            };
            let (signatures, was) = (sent.signatures.clone(), sent.was.clone());
            Some(LinkAnswer { structural: sent.id, version: sent.version, stance, remark, signatures, was })
        };
        self.sent.iter().map(answer).collect()
    }

    /// What was chosen, or what the tick below all chapters says; of a chapter with words and no choice it says nothing.
    pub fn stance(&self, sent: &Sent) -> Option<Agreement> {
        sent.chosen.or((self.all && sent.typed.is_empty()).then_some(Agreement::Agrees))
    }

    /// What is to be corrected, chapter by chapter, each by its number on the page.
    pub fn errors(&self, wording: Wording) -> Vec<FieldError> {
        let mut errors = Vec::new();
        for (at, sent) in self.sent.iter().enumerate() {
            let mut add = |field: String, what: String| {
                let text = wording.say("by-link-wrong", &args![number = at + 1, what = what]);
                errors.push(FieldError { field, text });
            };
            if sent.changed {
                add(first_choice(sent.id), wording.say("by-link-changed", &args![]));
            } else if sent.answered {
                add(first_choice(sent.id), wording.say("by-link-colleague", &args![]));
            } else if self.stance(sent).is_none() {
                add(first_choice(sent.id), wording.say("agreement-stance-needed", &args![]));
            }
            if let Some(error) = sent.typed.error(wording) {
                add(error.field, error.text);
            }
        }
        errors
    }
}

/// Whether a field of this name is part of the answers.
pub fn is_answer(name: &str) -> bool {
    name == "all"
        || is_signing(name)
        || ["version-", "was-", "stance-", "remark-"].iter().any(|part| name.starts_with(part))
}

/// The name of the box for the remark on a chapter.
pub fn remark_name(id: StructuralSignalId) -> String {
    format!("remark-{id}")
}

/// The id of the first choice of a chapter, where its error leads.
pub fn first_choice(id: StructuralSignalId) -> String {
    format!("stance-{id}-agrees")
}
