//! Why a batch did not end.

use std::fmt;
use std::path::PathBuf;

use model::{EditionNumber, Language};
use store::MissingText;

/// Why an edition could not be frozen, made, published or verified. Codes and places; the sentence for each stands
/// in `wording`.
#[derive(Debug)]
pub enum Error {
    /// The database.
    Store(store::Error),
    /// The edition does not exist, or is not frozen.
    NotFrozen(EditionNumber),
    /// The edition is frozen already.
    AlreadyFrozen(EditionNumber),
    /// It would count no signal at all.
    NoSignals(EditionNumber),
    /// These texts are missing: where, and in which language.
    MissingTexts(Vec<MissingText>),
    /// The frozen record has not the form of one.
    BrokenRecord,
    /// The frozen record of this edition is damaged: it is not the one that was frozen.
    DamagedRecord(EditionNumber),
    /// The publication plan cannot be published from.
    Plan(String),
    /// The network's rules protect too little for an edition.
    LooseRules,
    /// A protected figure follows from the published ones.
    Leak(Box<figures::Leak>),
    /// The audit could not be done: that never means that all is well.
    Audit(audit::Refused),
    /// A document could not be typeset.
    Typeset(Language, typeset::Error),
    /// Files could not be written or read.
    Files(std::io::Error),
    /// Another batch is at work on this edition.
    Busy,
    /// Another content was published as this revision.
    PublishedOtherwise,
    /// The folder of the edition holds something else, which is not replaced.
    ForeignFolder(PathBuf),
    /// Dutch or French is missing among the files.
    LanguageMissing,
    /// The brief of an authority is missing among the files.
    BriefMissing,
    /// The folder holds no published edition.
    NotAnEdition,
    /// The program made something that it cannot write.
    Internal(&'static str),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store(error) => error.fmt(f),
            Self::NotFrozen(number) => write!(f, "edition {number} is not frozen"),
            Self::AlreadyFrozen(number) => write!(f, "edition {number} is frozen already"),
            Self::NoSignals(number) => write!(f, "edition {number} counts no signal"),
            Self::MissingTexts(missing) => write!(f, "{} texts are missing", missing.len()),
            Self::DamagedRecord(number) => write!(f, "the frozen record of edition {number} is damaged"),
            Self::BrokenRecord => f.write_str("the frozen record is damaged"),
            Self::Plan(why) => write!(f, "publication plan: {why}"),
            Self::LooseRules => f.write_str("the network's rules protect too little"),
            Self::Leak(leak) => write!(f, "a protected figure follows from published ones: {:?}", leak.cell),
            Self::Audit(refused) => write!(f, "audit: {refused}"),
            Self::Typeset(language, error) => write!(f, "typesetting ({language}): {error}"),
            Self::Files(error) => write!(f, "files: {}", error.kind()),
            Self::Busy => f.write_str("another batch is at work"),
            Self::PublishedOtherwise => f.write_str("this revision was published with another content"),
            Self::ForeignFolder(folder) => write!(f, "{} holds something else", folder.display()),
            Self::LanguageMissing => f.write_str("Dutch or French is missing"),
            Self::BriefMissing => f.write_str("the brief of an authority is missing"),
            Self::NotAnEdition => f.write_str("not the folder of an edition"),
            Self::Internal(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Error {}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Files(error)
    }
}
