//! What a sentence is filled with.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};

/// One value in a sentence. A number is printed as the language prints numbers and chooses the plural; a text is
/// printed as it is, so years and edition numbers go in as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// A count.
    Number(i64),
    /// A text.
    Text(Cow<'a, str>),
}

/// The values of a sentence by name; [`args!`](crate::args) writes them.
pub type Args<'a> = [(&'static str, Value<'a>)];

/// The values of a sentence: `args![count = 12, label = name]`.
#[macro_export]
macro_rules! args {
    ($($name:ident = $value:expr),* $(,)?) => {
        [$((stringify!($name), $crate::Value::from($value))),*]
    };
}

macro_rules! from_numbers {
    ($($number:ty),+) => {$(
        impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}

from_numbers!(i32, i64, u32, u64, usize);

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

pub(crate) fn fluent_args<'a>(args: &'a Args<'_>) -> FluentArgs<'a> {
    args.iter()
        .map(|(name, value)| {
            let value = match value {
                Value::Number(number) => FluentValue::from(*number),
                Value::Text(text) => FluentValue::from(text.as_ref()),
            };
            (*name, value)
        })
        .collect()
}
