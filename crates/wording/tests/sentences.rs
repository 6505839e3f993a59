//! The files of sentences: complete, alike in the three languages, and written as the field writes.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use model::Language;
use wording::{Value, Wording};

const FILES: [&str; 13] = [
    "lists",
    "problems",
    "command",
    "bundle",
    "service",
    "filing",
    "signals",
    "review",
    "structural",
    "evidence",
    "lexicon",
    "administration",
    "mail",
];

/// Every sentence of a language by key (`key` or `key.attribute`), with the names of its values.
fn sentences(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut sentences = BTreeMap::new();
    for file in FILES {
        let text = text_of(language, file);
        let resource =
            parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{language}/{file}: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut put = |key: String, pattern: &Pattern<&str>| {
                let mut names = BTreeSet::new();
                collect(pattern, &mut names);
                assert!(
                    sentences.insert(key.clone(), names).is_none(),
                    "{language}/{file}: {key} stands twice"
                );
            };
            if let Some(value) = &message.value {
                put(message.id.name.to_owned(), value);
            }
            for attribute in &message.attributes {
                put(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
            }
        }
    }
    sentences
}

fn text_of(language: Language, file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("ftl/{language}/{file}.ftl"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn collect(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        collect_expression(expression, names);
    }
}

fn collect_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, names),
        Expression::Select { selector, variants } => {
            collect_inline(selector, names);
            variants.iter().for_each(|variant| collect(&variant.value, names));
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, names),
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().for_each(|argument| collect_inline(argument, names));
        }
        _ => {}
    }
}

/// The words people read: the files without comments and without keys, as (place, line).
fn printed_lines(language: Language) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for file in FILES {
        for (at, line) in text_of(language, file).lines().enumerate() {
            if line.starts_with('#') {
                continue;
            }
            let words = match line.split_once(" = ") {
                Some((key, words)) if !key.contains('{') => words,
                _ => line,
            };
            lines.push((format!("{language}/{file}.ftl:{}", at + 1), words.to_owned()));
        }
    }
    lines
}

#[test]
fn the_three_languages_have_the_same_sentences_with_the_same_values() {
    let dutch = sentences(Language::Nl);
    for language in [Language::Fr, Language::En] {
        let other = sentences(language);
        for (key, names) in &dutch {
            assert_eq!(other.get(key), Some(names), "{key} in {language}");
        }
        for key in other.keys() {
            assert!(dutch.contains_key(key), "{key} stands in {language} only");
        }
    }
}

#[test]
fn every_sentence_can_be_said_with_every_number() {
    for language in Language::ALL {
        let wording = Wording::new(*language);
        for (key, names) in sentences(*language) {
            for number in [0, 1, 2, 1_234_567] {
                let args: Vec<(&'static str, Value<'_>)> =
                    names.iter().map(|name| (&*name.clone().leak(), Value::from(number))).collect();
                let said = wording.try_say(&key, &args).unwrap_or_else(|| panic!("{key} in {language}"));
                assert!(
                    !said.trim().is_empty() || key == "chapter-recognised-value",
                    "{key} in {language} is empty"
                );
                assert!(!said.contains(['{', '}', '\u{2068}', '\u{2069}']), "{key} in {language}: {said}");
                assert!(!said.contains("  "), "{key} in {language} has two spaces: {said}");
            }
        }
    }
}

#[test]
fn no_sentence_uses_a_word_that_means_something_else_in_the_field() {
    let forbidden = ["signalement", "melding", "klacht", "plainte", "dossier", "complaint"];
    // Compounds count too, but "vermelding" and "aanmelding" are other words.
    let endings = ["signalement", "klacht", "dossier"];
    for language in Language::ALL {
        for (place, words) in printed_lines(*language) {
            let words = words.to_lowercase();
            for word in words.split(|c: char| !c.is_alphanumeric()) {
                let found = forbidden.iter().any(|bad| word.starts_with(bad))
                    || endings.iter().any(|bad| word.ends_with(bad));
                assert!(!found, "{place}: {word}");
            }
        }
    }
}

#[test]
fn quotes_and_apostrophes_are_typographic() {
    for language in Language::ALL {
        for (place, words) in printed_lines(*language) {
            let words = words.replace("{ \"\" }", "");
            assert!(!words.contains(['\'', '"']), "{place}: {words}");
            assert!(!words.contains("..."), "{place}: {words}");
        }
    }
}

#[test]
fn french_punctuation_never_starts_a_line() {
    for (place, words) in printed_lines(Language::Fr) {
        for mark in [" ;", " :", " !", " ?", " %", " »", "« "] {
            assert!(!words.contains(mark), "{place}: plain space at {mark:?}: {words}");
        }
        let joined: Vec<char> = words.chars().collect();
        for pair in joined.windows(2) {
            let needs_space = matches!(pair[1], ';' | '!' | '?' | '»');
            let has_space = matches!(pair[0], '\u{A0}' | '\u{202F}');
            let inside_list = place.contains("bundle.ftl") && words.starts_with("sous-protection;");
            assert!(
                !needs_space || has_space || inside_list,
                "{place}: no space before {:?}: {words}",
                pair[1]
            );
            assert!(pair[0] != '«' || pair[1] == '\u{A0}', "{place}: no space after «: {words}");
        }
    }
}

#[test]
fn every_sentence_the_program_asks_for_exists_with_the_values_it_needs() {
    let known = sentences(Language::Nl);
    let mut asked = 0;
    let mut wrong = Vec::new();
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")) {
        let source = std::fs::read_to_string(&path).unwrap();
        for (key, names) in said_in(&source).into_iter().chain(said_on_pages(&source)) {
            asked += 1;
            match known.get(&key) {
                None => wrong.push(format!("{}: no sentence {key:?}", path.display())),
                Some(needed) => {
                    if let Some(names) = names.filter(|names| names != needed) {
                        wrong.push(format!("{}: {key:?} needs {needed:?}, not {names:?}", path.display()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(asked > 5, "the search finds the calls of this crate itself");
}

#[test]
fn the_search_for_sentences_finds_keys_and_values() {
    let source = "w.say(\n  \"a-b\", &args![count = f(1, 2), label = \"x, y = z\",]); w.say(key, &[]); w.try_say(\"c.d\", &[])";
    let names = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
    assert_eq!(
        said_in(source),
        [("a-b".to_owned(), names(&["count", "label"])), ("c.d".to_owned(), names(&[]))]
    );
}

/// The keys of `.t("…")`: how a page says a sentence without values.
fn said_on_pages(source: &str) -> Vec<(String, Option<BTreeSet<String>>)> {
    let keys = source.split(".t(\"").skip(1).filter_map(|rest| rest.split_once("\")"));
    keys.map(|(key, _)| (key.to_owned(), Some(BTreeSet::new()))).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir()
                && path.file_name().is_some_and(|name| name != "target" && name != "node_modules")
            {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "html")
                && !path.ends_with("tests/sentences.rs")
            {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The keys written out in `.say("…", …)` and `.try_say("…", …)`, each with the names of its values where those are
/// written out too.
fn said_in(source: &str) -> Vec<(String, Option<BTreeSet<String>>)> {
    let mut said = Vec::new();
    for call in [".say(", ".try_say("] {
        for (at, _) in source.match_indices(call) {
            let Some(rest) = source[at + call.len()..].trim_start().strip_prefix('"') else { continue };
            let Some((key, rest)) = rest.split_once('"') else { continue };
            let rest = rest.trim_start().trim_start_matches(',').trim_start();
            let names = if rest.starts_with("&[]") {
                Some(BTreeSet::new())
            } else {
                rest.strip_prefix("&args![").map(names_in)
            };
            said.push((key.to_owned(), names));
        }
    }
    said
}

/// The names before each `=` in `a = 1, b = f(2)]…`.
fn names_in(args: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let (mut depth, mut quoted, mut escaped, mut start) = (0, false, false, Some(0));
    for (at, character) in args.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            ']' if depth == 0 => break,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => start = Some(at + 1),
            '=' if depth == 0 => {
                if let Some(start) = start.take() {
                    names.insert(args[start..at].trim().to_owned());
                }
            }
            _ => {}
        }
    }
    names
}
