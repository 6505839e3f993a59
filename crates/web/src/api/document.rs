//! `GET /api/v1/openapi.json`: the API as programs read it, made from the handlers and types themselves.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use actix_web::HttpResponse;
use model::{Authority, Cause, Field, Language, Place, Recurrence, TargetGroup, Tried, limits};
use serde_json::{Value, json};
use utoipa::openapi::schema::{AdditionalProperties, ArrayBuilder, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{Content, KnownFormat, RefOr, ResponseBuilder, SchemaFormat};
use utoipa::{IntoResponses, Modify, OpenApi, PartialSchema, ToSchema};

use super::json::ErrorJson;
use super::sent::{NO_RIGHT, SignalSent};
use crate::failure::Failure;

/// The document.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Megafoon",
        version = "1",
        description = "Files structural signals for an organisation and tells what became of them.\n\n\
            A program sends the token of its organisation as `Authorization: Bearer TOKEN`. A signal describes a \
            problem of rights and services, never a family: a text by which somebody can be recognised (a register \
            number, a telephone number, an address) is refused and not stored.\n\n\
            Codes are those of `GET /api/v1/lists`. Messages are in the language of `Accept-Language`: nl, fr or en. \
            More codes may be added to lists and more members to objects: ignore what you do not know."
    ),
    paths(
        super::submit::submit,
        super::follow_up::list,
        super::follow_up::one,
        super::follow_up::withdraw,
        super::lists::lists,
        super::problems::problems,
        document,
    ),
    components(schemas(SignalSent, ErrorJson)),
    modifiers(&Token),
    tags(
        (name = "signals", description = "The signals of the organisation."),
        (name = "network", description = "What the network has: its lists, and the problems it has in hand."),
        (name = "document", description = "This document."),
    )
)]
struct Api;

struct Token;

impl Modify for Token {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document.components.get_or_insert_default().add_security_scheme("token", scheme);
    }
}

/// The document as a value.
pub fn value() -> &'static Value {
    static DOCUMENT: LazyLock<Value> =
        LazyLock::new(|| serde_json::to_value(Api::openapi()).unwrap_or_default());
    &DOCUMENT
}

/// This document.
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    operation_id = "document",
    tag = "document",
    responses(
        (status = 200, description = "The document, in OpenAPI 3.1.", body = Object),
        (status = 429, description = "Too many requests; `Retry-After` says how many seconds to wait.", body = ErrorJson),
    )
)]
pub async fn document() -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(value()))
}

/// What every request with a token may meet.
pub struct Errors;

/// What every request with a body may meet besides.
pub struct BodyErrors;

/// What every request that names a signal, or asks for a part of a list, may meet besides.
pub struct NotFound;

/// What a list may meet besides.
pub struct WrongQuery;

fn errors(list: &[(&str, &str)]) -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
    let content = || Content::new(Some(RefOr::Ref(utoipa::openapi::Ref::from_schema_name("Error"))));
    let response =
        |text: &str| ResponseBuilder::new().description(text).content("application/json", content()).build();
    list.iter().map(|(status, text)| ((*status).to_owned(), response(text).into())).collect()
}

impl IntoResponses for Errors {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        errors(&[
            ("401", "`sign-in`: no token, or one that is unknown or revoked."),
            (
                "403",
                "`forbidden`: a browser's session is no token. `stale-form`: the request comes from a page of another site.",
            ),
            ("429", "`too-many`: `Retry-After` says how many seconds to wait."),
            (
                "503",
                "`unavailable`: the database cannot be reached now. Try again; what was answered before is safe.",
            ),
        ])
    }
}

impl IntoResponses for BodyErrors {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        errors(&[
            (
                "400",
                "`unreadable`: not JSON, a member that is unknown, missing or there twice, or a value of another type.",
            ),
            ("413", "`too-large`: more than 256 KiB."),
            ("415", "`wrong-content-type`: not `application/json`."),
        ])
    }
}

impl IntoResponses for NotFound {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        errors(&[("404", "`not-found`: no such signal, or not one that the organisation may see.")])
    }
}

impl IntoResponses for WrongQuery {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        errors(&[("400", "`unreadable`: a parameter that is unknown, there twice, or cannot be read.")])
    }
}

impl ToSchema for SignalSent {
    fn name() -> std::borrow::Cow<'static, str> {
        "Signal".into()
    }
}

impl PartialSchema for SignalSent {
    fn schema() -> RefOr<Schema> {
        let client_id = ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)))
            .description(Some(
                "Your own id for this signal: the same id is the same signal, however often it is sent.",
            ))
            .build();
        let mut object = ObjectBuilder::new()
            .property("client_id", client_id)
            .required("client_id")
            .additional_properties(Some(AdditionalProperties::FreeForm(false)))
            .description(Some("A signal. A member that is absent or `null` was not answered."));
        for (field, form, text) in FIELDS {
            let required = REQUIRED.contains(field);
            object = object.property(field.code(), form.schema(required, text));
            if required {
                object = object.required(field.code());
            }
        }
        object
            .examples([json!({
                "client_id": "5b6f0f0e-6f2c-4d8a-9a0e-0f6f3c1d2b4a",
                "problem": "Het loket aanvaardt geen aanvraag zonder afspraak, en de eerste vrije afspraak is over drie maanden.",
                "domain": "housing",
                "place": "21004",
                "tried": ["asked-service"],
                "cause": "not-obtained",
                "language": "nl",
            })])
            .into()
    }
}

const REQUIRED: &[Field] = &[Field::Problem, Field::Domain, Field::Place, Field::Tried];

/// What stands in a member.
enum Form {
    /// Words, at most so many characters.
    Text(usize),
    /// A code of a list that stands in the document.
    Code(fn() -> Vec<String>),
    /// Codes of such a list.
    Codes(fn() -> Vec<String>),
    /// A code of a list of the network.
    Open,
    /// Codes of a list of the network.
    Opens,
    Month,
    YesOrNo,
}

const FIELDS: &[(Field, Form, &str)] = &[
    (
        Field::Problem,
        Form::Text(limits::PROBLEM),
        "What happens, as seen in the field. Describe the problem, not the family. Screened.",
    ),
    (Field::Domain, Form::Open, "The main domain: a code of the list `domains` that is not retired."),
    (
        Field::Place,
        Form::Code(places),
        "Where it happens: the NIS code of a municipality of Brussels, `region` or `unknown`.",
    ),
    (Field::Tried, Form::Codes(|| codes(Tried::ALL, Tried::code)), "What was tried; at least one."),
    (Field::Observed, Form::Month, "The month of observation, not after this one. Absent: this month."),
    (
        Field::Language,
        Form::Code(|| codes(Language::ALL, Language::code)),
        "The language of the texts. Absent: the language of `Accept-Language`, or nl.",
    ),
    (
        Field::Headline,
        Form::Text(limits::HEADLINE),
        "Absent: proposed from the first sentence of the problem. Screened.",
    ),
    (Field::Impact, Form::Text(limits::IMPACT), "What it leads to. Screened."),
    (Field::TriedNote, Form::Text(limits::TRIED_NOTE), "What was tried, in words. Screened."),
    (
        Field::Cause,
        Form::Code(causes),
        "The main cause; `unknown` or absent: a coordinator decides; `none`: no right is in play.",
    ),
    (
        Field::OtherCauses,
        Form::Codes(|| codes(Cause::ALL, Cause::code)),
        "Secondary causes, without the main one.",
    ),
    (Field::NeverEligible, Form::YesOrNo, "The law gives no right at all; only with the cause `exclusion`."),
    (Field::OtherDomains, Form::Opens, "Further domains, without the main one."),
    (Field::Right, Form::Open, "The right in play: a code of the list `rights`."),
    (
        Field::TargetGroups,
        Form::Codes(|| codes(TargetGroup::ALL, TargetGroup::code)),
        "The groups concerned.",
    ),
    (Field::OtherPlaces, Form::Codes(places), "Where it happens too, without the main place."),
    (Field::NoMunicipality, Form::YesOrNo, "No municipality accepts responsibility."),
    (
        Field::Authority,
        Form::Code(|| codes(Authority::ALL, Authority::code)),
        "The competent level as the filer sees it.",
    ),
    (Field::Recurrence, Form::Code(|| codes(Recurrence::ALL, Recurrence::code)), "How often it was seen."),
    (
        Field::Reference,
        Form::Text(limits::REFERENCE),
        "The organisation's own running number, seen only by it; never a person's number. Absent: the receipt. Screened.",
    ),
];

/// The form of a code, whatever the list.
const CODE: &str = "^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$";
const MONTH: &str = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$";

impl Form {
    fn schema(&self, required: bool, text: &str) -> Schema {
        let optional = |kind: Type| {
            if required { SchemaType::Type(kind) } else { SchemaType::from_iter([kind, Type::Null]) }
        };
        let string = || ObjectBuilder::new().schema_type(optional(Type::String)).description(Some(text));
        let list = |item: ObjectBuilder| {
            let list = ArrayBuilder::new().items(item).schema_type(optional(Type::Array)).unique_items(true);
            list.min_items(required.then_some(1)).description(Some(text)).build().into()
        };
        let one = || ObjectBuilder::new().schema_type(Type::String);
        match self {
            Self::Text(limit) => {
                string().max_length(Some(*limit)).min_length(required.then_some(1)).build().into()
            }
            Self::Code(codes) => {
                let codes = codes().into_iter().map(Value::String).chain((!required).then_some(Value::Null));
                string().enum_values(Some(codes)).build().into()
            }
            Self::Codes(codes) => list(one().enum_values(Some(codes()))),
            Self::Open => string().pattern(Some(CODE)).build().into(),
            Self::Opens => list(one().pattern(Some(CODE))),
            Self::Month => string().pattern(Some(MONTH)).build().into(),
            Self::YesOrNo => ObjectBuilder::new()
                .schema_type(optional(Type::Boolean))
                .description(Some(text))
                .build()
                .into(),
        }
    }
}

fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<String> {
    all.iter().map(|one| code(*one).to_owned()).collect()
}

fn causes() -> Vec<String> {
    let mut causes = codes(Cause::ALL, Cause::code);
    causes.extend(["unknown".to_owned(), NO_RIGHT.to_owned()]);
    causes
}

fn places() -> Vec<String> {
    Place::all().map(Place::code).collect()
}
