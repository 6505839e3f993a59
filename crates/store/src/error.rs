//! What can go wrong: four variants, because callers do four things.

use std::fmt;

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// Why the store did not do what was asked. The detail is technical and never holds what a person wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// There is no such thing.
    NotFound(String),
    /// It contradicts what is stored; asking again does not help.
    Conflict(String),
    /// The database or the disk cannot be reached or written now; asking again may help.
    Unavailable(String),
    /// What is stored, or the program, is wrong.
    Broken(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, detail) = match self {
            Self::NotFound(detail) => ("not found", detail),
            Self::Conflict(detail) => ("conflict", detail),
            Self::Unavailable(detail) => ("unavailable", detail),
            Self::Broken(detail) => ("broken", detail),
        };
        write!(f, "{kind}: {detail}")
    }
}

impl std::error::Error for Error {}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match error {
            DieselError::NotFound => Self::NotFound("row".to_owned()),
            DieselError::DatabaseError(kind, information) => {
                let message = harmless(information.message());
                let place =
                    information.constraint_name().or(information.table_name()).unwrap_or("").to_owned();
                match kind {
                    DatabaseErrorKind::UniqueViolation
                    | DatabaseErrorKind::ForeignKeyViolation
                    | DatabaseErrorKind::NotNullViolation
                    | DatabaseErrorKind::CheckViolation
                    | DatabaseErrorKind::RestrictViolation
                    | DatabaseErrorKind::ExclusionViolation => {
                        Self::Conflict(if place.is_empty() { message } else { place })
                    }
                    DatabaseErrorKind::SerializationFailure
                    | DatabaseErrorKind::ReadOnlyTransaction
                    | DatabaseErrorKind::UnableToSendCommand
                    | DatabaseErrorKind::ClosedConnection => Self::Unavailable(message),
                    _ if passes_by_itself(&message) => Self::Unavailable(message),
                    _ => Self::Broken(message),
                }
            }
            // These may quote a value; their kind says enough.
            DieselError::DeserializationError(_) => {
                Self::Broken("a column holds what it cannot hold".to_owned())
            }
            DieselError::SerializationError(_) => Self::Broken("a value that no column can hold".to_owned()),
            DieselError::QueryBuilderError(_) => Self::Broken("a query that cannot be built".to_owned()),
            DieselError::BrokenTransactionManager | DieselError::RollbackErrorOnCommit { .. } => {
                Self::Unavailable("the transaction was lost".to_owned())
            }
            _ => Self::Broken("unexpected answer of the database".to_owned()),
        }
    }
}

/// The message up to where a database would quote a value.
fn harmless(message: &str) -> String {
    let end = message.find(['"', '\'', '(', '\n']).unwrap_or(message.len());
    message[..end].chars().take(120).collect::<String>().trim().to_owned()
}

fn passes_by_itself(message: &str) -> bool {
    ["locked", "busy", "full", "disk I/O", "deadlock", "terminating connection", "server closed", "readonly"]
        .iter()
        .any(|sign| message.contains(sign))
}
