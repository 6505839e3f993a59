//! What a form sent: its fields, after the form's mark was found to be of this visit. There is no other way to a body.

use std::future::Future;
use std::pin::Pin;

use actix_multipart::form::{Limits, MultipartCollect, MultipartForm, State};
use actix_multipart::{Field, MultipartError};
use actix_web::dev::Payload;
use actix_web::web::{Data, Form, Json};
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use serde::de::DeserializeOwned;

use crate::failure::Failure;
use crate::kept::may_come_back;
use crate::secrets::is_form_mark;
use crate::site::Site;
use crate::visit::Visit;

/// The fields of a form that may come back when the request fails, where the gate finds them.
pub struct Sent(pub Vec<(String, String)>);

/// Reads a form that is refused at the door, so that it can come back.
pub async fn remember(request: &HttpRequest, payload: &mut Payload) {
    if let Ok(form) = Form::<Vec<(String, String)>>::from_request(request, payload).await {
        request.extensions_mut().insert(Sent(form.into_inner()));
    }
}

/// The fields of a form, in its order; names may repeat.
#[derive(Debug, Clone, Default)]
pub struct Posted {
    fields: Vec<(String, String)>,
}

impl Posted {
    /// The first field of this name as it was typed; empty where absent.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// All fields of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether there is a field of this name.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(known, _)| known == name)
    }

    /// The fields with such names, to be sent once more by another form.
    pub fn kept(&self, keeps: impl Fn(&str) -> bool) -> Vec<(String, String)> {
        self.fields.iter().filter(|(name, _)| keeps(name)).cloned().collect()
    }

    /// A form with these fields.
    pub fn with<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        Self { fields: fields.into_iter().map(owned).collect() }
    }
}

impl FromRequest for Posted {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let form = Form::<Vec<(String, String)>>::from_request(request, payload);
        let visit = Visit::from_request(request, &mut Payload::None).into_inner();
        let site = request.app_data::<Data<Site>>().cloned();
        let request = request.clone();
        Box::pin(async move {
            let fields = match form.await {
                Ok(form) => form.into_inner(),
                Err(error) if error.as_response_error().status_code() == 413 => {
                    return Err(Failure::TooLarge);
                }
                Err(_) => return Err(Failure::Unreadable),
            };
            if may_come_back(&request) {
                request.extensions_mut().insert(Sent(fields.clone()));
            }
            let visit = visit?;
            let site = site.ok_or_else(|| Failure::Broken("a form without a site".to_owned()))?;
            let posted = Self { fields };
            if is_form_mark(site.visit_key(), visit.key(), posted.get("csrf")) {
                Ok(posted)
            } else {
                Err(Failure::StaleForm)
            }
        })
    }
}

/// What a script sent: JSON, after the mark in its header `X-CSRF` was found to be of this visit.
#[derive(Debug, Clone)]
pub struct PostedJson<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for PostedJson<T> {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mark = request.headers().get("x-csrf").and_then(|mark| mark.to_str().ok()).map(str::to_owned);
        let visit = Visit::from_request(request, &mut Payload::None).into_inner();
        let site = request.app_data::<Data<Site>>().cloned();
        let body = Json::<T>::from_request(request, payload);
        Box::pin(async move {
            let body = match body.await {
                Ok(body) => body.into_inner(),
                Err(error) if error.as_response_error().status_code() == 413 => {
                    return Err(Failure::TooLarge);
                }
                Err(_) => return Err(Failure::Unreadable),
            };
            let visit = visit?;
            let site = site.ok_or_else(|| Failure::Broken("a script's request without a site".to_owned()))?;
            if is_form_mark(site.visit_key(), visit.key(), mark.as_deref().unwrap_or_default()) {
                Ok(Self(body))
            } else {
                Err(Failure::StaleForm)
            }
        })
    }
}

/// The file that a form sent, after the form's mark was found to be of this visit; empty where none was chosen.
pub struct PostedFile(pub Vec<u8>);

/// The largest file, in bytes.
const LARGEST_FILE: usize = 8 * 1024 * 1024;

/// The name of the field that holds the file.
const FILE: &str = "file";

impl FromRequest for PostedFile {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let parts = MultipartForm::<Parts>::from_request(request, payload);
        let visit = Visit::from_request(request, &mut Payload::None).into_inner();
        let site = request.app_data::<Data<Site>>().cloned();
        Box::pin(async move {
            let visit = visit?;
            let site = site.ok_or_else(|| Failure::Broken("a form without a site".to_owned()))?;
            let Parts(parts) = match parts.await {
                Ok(parts) => parts.into_inner(),
                Err(error) if error.as_response_error().status_code() == 413 => {
                    return Err(Failure::TooLarge);
                }
                Err(_) => return Err(Failure::Unreadable),
            };
            let (mut fields, mut file) = (Vec::new(), Vec::new());
            for (name, bytes) in parts {
                if name == FILE {
                    file = bytes;
                } else {
                    fields.push((name, String::from_utf8(bytes).map_err(|_| Failure::Unreadable)?));
                }
            }
            let fields = Posted { fields };
            if is_form_mark(site.visit_key(), visit.key(), fields.get("csrf")) {
                Ok(Self(file))
            } else {
                Err(Failure::StaleForm)
            }
        })
    }
}

/// The parts of a form as they came.
struct Parts(Vec<(String, Vec<u8>)>);

impl MultipartCollect for Parts {
    fn limit(_: &str) -> Option<usize> {
        Some(LARGEST_FILE)
    }

    fn handle_field<'t>(
        _: &'t HttpRequest,
        mut field: Field,
        limits: &'t mut Limits,
        state: &'t mut State,
    ) -> Pin<Box<dyn Future<Output = Result<(), MultipartError>> + 't>> {
        Box::pin(async move {
            let name = field.name().unwrap_or_default().to_owned();
            let read = field.bytes(LARGEST_FILE).await;
            let bytes =
                read.map_err(|_| MultipartError::Payload(actix_web::error::PayloadError::Overflow))??;
            // All parts together, however many there are.
            limits.try_consume_limits(bytes.len(), true)?;
            state.insert(name, Box::new(bytes.to_vec()));
            Ok(())
        })
    }

    fn from_state(state: State) -> Result<Self, MultipartError> {
        let parts =
            state.0.into_iter().filter_map(|(name, part)| Some((name, *part.downcast::<Vec<u8>>().ok()?)));
        Ok(Self(parts.collect()))
    }
}
