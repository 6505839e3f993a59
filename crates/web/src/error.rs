//! Why the service could not be started.

use std::fmt;

/// Why the service does not run.
#[derive(Debug)]
pub enum Error {
    /// The address cannot be listened on.
    Address(std::io::Error),
    /// The store failed.
    Store(store::Error),
    /// The program itself is wrong.
    Broken(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(error) => write!(f, "the address cannot be used: {error}"),
            Self::Store(error) => error.fmt(f),
            Self::Broken(detail) => f.write_str(detail),
        }
    }
}

impl std::error::Error for Error {}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}
