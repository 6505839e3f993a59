//! The sentences of one language, parsed once.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use model::Language;
use unic_langid::LanguageIdentifier;

use crate::locale::Locale;
use crate::value::{Args, fluent_args};

macro_rules! sources {
    ($language:literal) => {
        [
            include_str!(concat!("../ftl/", $language, "/lists.ftl")),
            include_str!(concat!("../ftl/", $language, "/problems.ftl")),
            include_str!(concat!("../ftl/", $language, "/command.ftl")),
            include_str!(concat!("../ftl/", $language, "/bundle.ftl")),
            include_str!(concat!("../ftl/", $language, "/service.ftl")),
            include_str!(concat!("../ftl/", $language, "/filing.ftl")),
            include_str!(concat!("../ftl/", $language, "/signals.ftl")),
            include_str!(concat!("../ftl/", $language, "/review.ftl")),
            include_str!(concat!("../ftl/", $language, "/structural.ftl")),
            include_str!(concat!("../ftl/", $language, "/evidence.ftl")),
            include_str!(concat!("../ftl/", $language, "/lexicon.ftl")),
            include_str!(concat!("../ftl/", $language, "/administration.ftl")),
            include_str!(concat!("../ftl/", $language, "/mail.ftl")),
        ]
    };
}

/// The sentences of one language.
pub(crate) struct Catalog {
    bundle: FluentBundle<FluentResource>,
}

impl Catalog {
    /// The sentences of this language; parsed at the first call, shared by all.
    pub(crate) fn of(language: Language) -> &'static Self {
        static NL: OnceLock<Catalog> = OnceLock::new();
        static FR: OnceLock<Catalog> = OnceLock::new();
        static EN: OnceLock<Catalog> = OnceLock::new();
        match language {
            Language::Nl => NL.get_or_init(|| Self::parse(language, "nl-BE", &sources!("nl"))),
            Language::Fr => FR.get_or_init(|| Self::parse(language, "fr-BE", &sources!("fr"))),
            Language::En => EN.get_or_init(|| Self::parse(language, "en-GB", &sources!("en"))),
        }
    }

    /// The sentence `key` (or `key.attribute`); none where it does not exist or lacks a value.
    pub(crate) fn sentence(&self, key: &str, args: &Args<'_>) -> Option<String> {
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let args = fluent_args(args);
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        errors.is_empty().then(|| Cow::into_owned(sentence))
    }

    /// A file with a syntax error or a key that stands twice loses that entry; the tests find both.
    fn parse(language: Language, locale: &str, sources: &[&'static str]) -> Self {
        // The locale chooses the plural rules; a test sees that it parses.
        let locale: LanguageIdentifier = locale.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolation marks are for mixed directions; here they would end up in PDF text and in comparisons.
        bundle.set_use_isolating(false);
        bundle.set_formatter(match language {
            Language::Nl => Some(|value, _| printed(value, Language::Nl)),
            Language::Fr => Some(|value, _| printed(value, Language::Fr)),
            Language::En => Some(|value, _| printed(value, Language::En)),
        });
        for source in sources {
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }
}

/// A number as the language prints it; anything else as Fluent does.
fn printed(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            // Only `Value::Number` arrives here, and the cast saturates.
            #[expect(clippy::cast_possible_truncation, reason = "the value was made from an i64")]
            let whole = number.value as i64;
            Some(Locale::of(language).number(whole))
        }
        _ => None,
    }
}
