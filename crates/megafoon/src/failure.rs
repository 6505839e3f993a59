//! How a command ends: done, something found wrong, wrong usage, or a database or disk that is not there.

/// A command that did its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Done,
    /// The work was done and found something wrong; what it is was printed.
    FoundWrong,
}

impl Outcome {
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::FoundWrong => 1,
        }
    }
}

/// A command that could not do its work, with the sentence that says why and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// What was given is wrong: a refused file, an edition that cannot be frozen.
    Wrong(String),
    /// Wrong usage or settings.
    Usage(String),
    /// The database or the disk is unavailable.
    Unavailable(String),
}

impl Failure {
    pub const fn code(&self) -> u8 {
        match self {
            Self::Wrong(_) => 1,
            Self::Usage(_) => 2,
            Self::Unavailable(_) => 3,
        }
    }

    pub fn message(&self) -> &str {
        match self {
            Self::Wrong(message) | Self::Usage(message) | Self::Unavailable(message) => message,
        }
    }
}
