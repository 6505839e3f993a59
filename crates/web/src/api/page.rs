//! `GET /api`: the document of the API, for people.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use serde_json::Value;
use wording::args;

use super::document::value;
use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "api/api.html")]
struct ApiPage {
    frame: Frame,
    address: String,
    about: Vec<Vec<Piece>>,
    operations: Vec<Operation>,
    forms: Vec<Form>,
}

/// Something a program may ask.
struct Operation {
    id: String,
    method: String,
    path: String,
    about: Vec<Vec<Piece>>,
    parameters: Vec<Member>,
    takes: Option<Named>,
    answers: Vec<Answer>,
}

/// An answer by its status.
struct Answer {
    status: String,
    about: Vec<Piece>,
    form: Option<Named>,
}

/// An object by its name.
struct Form {
    id: String,
    name: String,
    about: Vec<Vec<Piece>>,
    members: Vec<Member>,
}

/// A member of an object, or a parameter.
struct Member {
    name: String,
    kind: String,
    form: Option<Named>,
    required: bool,
    about: Vec<Piece>,
}

/// A link to an object.
struct Named {
    id: String,
    name: String,
}

/// A piece of a description; what stood between backquotes is code.
struct Piece {
    text: String,
    code: bool,
}

/// `GET /api`
pub async fn page_of(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let document = value();
    let title = visit.wording().say("api-title", &args![]);
    let operations = members(&document["paths"]).flat_map(|(path, methods)| {
        members(methods).map(move |(method, operation)| (path, method, operation))
    });
    // By the tags, in the order in which the document explains them.
    let tag =
        |operation: &Value| elements(&document["tags"]).position(|tag| tag["name"] == operation["tags"][0]);
    let mut operations: Vec<_> = operations.collect();
    operations.sort_by_key(|(_, _, operation)| tag(operation));
    page(&ApiPage {
        frame: Frame::new(&site, &visit, &title),
        address: site.settings().public_url.clone(),
        about: paragraphs(&document["info"]),
        operations: operations
            .into_iter()
            .map(|(path, method, operation)| Operation::of(path, method, operation))
            .collect(),
        forms: members(&document["components"]["schemas"]).map(|(name, form)| Form::of(name, form)).collect(),
    })
}

impl Operation {
    fn of(path: &str, method: &str, operation: &Value) -> Self {
        let parameters = elements(&operation["parameters"]).map(|parameter| {
            let required = parameter["required"] == true;
            Member {
                about: pieces(text(parameter, "description")),
                ..Member::of(text(parameter, "name"), &parameter["schema"], required)
            }
        });
        Self {
            id: text(operation, "operationId").to_owned(),
            method: method.to_uppercase(),
            path: path.to_owned(),
            about: paragraphs(&serde_json::json!({
                "description": format!("{}\n\n{}", text(operation, "summary"), text(operation, "description"))
            })),
            parameters: parameters.collect(),
            takes: named(&operation["requestBody"]["content"]["application/json"]["schema"]),
            answers: members(&operation["responses"])
                .map(|(status, answer)| Answer::of(status, answer))
                .collect(),
        }
    }
}

impl Answer {
    fn of(status: &str, answer: &Value) -> Self {
        let form = named(&answer["content"]["application/json"]["schema"]);
        Self { status: status.to_owned(), about: pieces(text(answer, "description")), form }
    }
}

impl Form {
    fn of(name: &str, form: &Value) -> Self {
        // An object made of another and more says so with `allOf`.
        let parts: Vec<&Value> =
            if form["allOf"].is_array() { elements(&form["allOf"]).collect() } else { vec![form] };
        let mut shown = Vec::new();
        for part in parts {
            if let Some(other) = named(part) {
                shown.push(Member {
                    name: "…".to_owned(),
                    kind: String::new(),
                    form: Some(other),
                    required: true,
                    about: pieces(text(part, "description")),
                });
            }
            let required: Vec<&str> = elements(&part["required"]).filter_map(Value::as_str).collect();
            let own = members(&part["properties"]);
            shown.extend(own.map(|(name, member)| Member::of(name, member, required.contains(&name))));
        }
        Self { id: id_of(name), name: name.to_owned(), about: paragraphs(form), members: shown }
    }
}

impl Member {
    fn of(name: &str, form: &Value, required: bool) -> Self {
        let (kind, named) = kind(form);
        Self { name: name.to_owned(), kind, form: named, required, about: pieces(text(form, "description")) }
    }
}

/// What a member is, in the words of JSON, and the object that it is or is made of.
fn kind(form: &Value) -> (String, Option<Named>) {
    if let Some(form) = named(form) {
        return (String::new(), Some(form));
    }
    if form["oneOf"].is_array() {
        let mut kinds = Vec::new();
        let mut object = None;
        for one in elements(&form["oneOf"]) {
            let (kind, named) = kind(one);
            object = object.or(named);
            kinds.extend(Some(kind).filter(|kind| !kind.is_empty()));
        }
        return (kinds.join(" | "), object);
    }
    let types: Vec<&str> = match &form["type"] {
        Value::String(one) => vec![one],
        several => elements(several).filter_map(Value::as_str).collect(),
    };
    let mut words = types.join(" | ");
    let mut object = None;
    if types.contains(&"array") {
        let (of, named) = kind(&form["items"]);
        words = format!("{words}: {of}");
        object = named;
    }
    if let Some(format) = form["format"].as_str() {
        words = format!("{words} ({format})");
    }
    if let Some(longest) = form["maxLength"].as_u64() {
        words = format!("{words} (≤ {longest})");
    }
    if let (Some(least), Some(most)) = (form["minimum"].as_u64(), form["maximum"].as_u64()) {
        words = format!("{words} ({least} – {most})");
    }
    let codes: Vec<&str> = elements(&form["enum"]).filter_map(Value::as_str).collect();
    if !codes.is_empty() {
        words = format!("{words}: {}", codes.join(", "));
    }
    (words, object)
}

fn named(form: &Value) -> Option<Named> {
    let name = form["$ref"].as_str()?.strip_prefix("#/components/schemas/")?;
    Some(Named { id: id_of(name), name: name.to_owned() })
}

fn id_of(name: &str) -> String {
    format!("form-{name}")
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

fn elements(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The paragraphs of a description.
fn paragraphs(value: &Value) -> Vec<Vec<Piece>> {
    let whole = text(value, "description").split("\n\n");
    whole.filter(|paragraph| !paragraph.trim().is_empty()).map(pieces).collect()
}

fn pieces(description: &str) -> Vec<Piece> {
    let pieces = description.split('`').enumerate();
    pieces
        .map(|(at, text)| Piece { text: text.to_owned(), code: at % 2 == 1 })
        .filter(|piece| !piece.text.is_empty())
        .collect()
}
