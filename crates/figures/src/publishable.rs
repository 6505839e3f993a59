//! The only form in which a count leaves the guard.

use serde::{Serialize, Serializer, ser::SerializeStruct};

/// A count that may be printed, or the fact that it may not.
///
/// Only the guard makes one, and [`Earlier`](crate::Earlier) where it reads back what a guard published.
/// A protected figure says nothing of its count: it may be any number, also zero or a large one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Publishable(Option<u64>);

impl Publishable {
    /// The protected figure.
    pub const PROTECTED: Self = Self(None);

    /// The count, where it is published.
    pub const fn count(self) -> Option<u64> {
        self.0
    }

    /// Whether it is protected: printed as the neutral symbol.
    pub const fn is_protected(self) -> bool {
        self.0.is_none()
    }

    pub(crate) const fn published(count: u64) -> Self {
        Self(Some(count))
    }

    pub(crate) const fn status(self) -> &'static str {
        if self.is_protected() { "protected" } else { "published" }
    }
}

/// `{"count":12,"status":"published"}` or `{"count":null,"status":"protected"}`.
impl Serialize for Publishable {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut figure = serializer.serialize_struct("Publishable", 2)?;
        figure.serialize_field("count", &self.0)?;
        figure.serialize_field("status", self.status())?;
        figure.end()
    }
}
