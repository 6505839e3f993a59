//! A form as a browser holds it: what stands in the page is what would be sent.

use crate::actor::{Answer, unescaped};

/// The fields of the form of a signal, in their order, as a browser would send them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    fields: Vec<(String, String)>,
}

impl Form {
    /// The form in this page.
    pub fn of(answer: &Answer) -> Self {
        let (_, rest) = answer.body.split_once("<form id=\"filing\"").expect("the form");
        let (form, _) = rest.split_once("</form>").expect("the end of the form");
        let mut fields = Vec::new();
        let mut rest = form;
        while let Some((_, tail)) = rest.split_once('<') {
            let (tag, after) = tail.split_once('>').expect("the end of a tag");
            rest = after;
            let name = attribute(tag, "name").unwrap_or_default();
            if tag.starts_with("input") {
                let ticked = tag.ends_with(" checked") || tag.contains(" checked ");
                let choice = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
                if !choice || ticked {
                    fields.push((name, attribute(tag, "value").unwrap_or_default()));
                }
            } else if tag.starts_with("textarea") {
                let (text, after) = after.split_once("</textarea>").expect("the end of a text");
                // A browser leaves the first line end out, and sends every one as two characters.
                let text = unescaped(text.strip_prefix('\n').unwrap_or(text));
                fields.push((name, text.replace("\r\n", "\n").replace('\n', "\r\n")));
                rest = after;
            } else if tag.starts_with("select") {
                let (options, after) = after.split_once("</select>").expect("the end of a list");
                let mut tags = options.split('<').filter(|tag| tag.starts_with("option"));
                let first = tags.clone().next().expect("an option");
                let chosen =
                    tags.find(|tag| tag.split('>').next().is_some_and(|tag| tag.ends_with(" selected")));
                fields.push((name, attribute(chosen.unwrap_or(first), "value").unwrap_or_default()));
                rest = after;
            }
        }
        Self { fields }
    }

    /// With these answers in place of what stood there.
    pub fn with(mut self, answers: &[(&str, &str)]) -> Self {
        self.fields.retain(|(name, _)| answers.iter().all(|(answered, _)| answered != name));
        self.fields.extend(answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self
    }

    /// The fields, to be sent.
    pub fn fields(&self) -> Vec<(&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    /// The first value of this name.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// What was answered: without what the page carries for itself, sorted.
    pub fn answers(&self) -> Vec<(&str, &str)> {
        let carried = ["csrf", "client_id", "draft", "step"];
        let mut answers: Vec<(&str, &str)> = self
            .fields()
            .into_iter()
            .filter(|(name, value)| !carried.contains(name) && !value.is_empty())
            .collect();
        answers.sort_unstable();
        answers
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(unescaped(rest.split('"').next()?))
}
