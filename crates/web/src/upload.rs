//! Many signals from a file: looked through first, shown row by row, and stored only when somebody says so.

mod columns;
mod report;
mod waiting;

use std::io::Cursor;

use actix_web::http::StatusCode;
use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType};
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, web};
use askama::Template;
use exchange::{Checked, CsvForm, FileProblem, ReadOptions, SignalFormat, SignalWriter, check_from};
use model::{AccountId, Code, Lists};
use store::{Error, ImportHow, ImportReport};
use uuid::Uuid;
use wording::{Wording, args};

use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page_with};
use crate::posted::{Posted, PostedFile};
use crate::signals::organisation;
use crate::site::Site;
use crate::visit::Visit;

use columns::Column;
use report::{RefusedLine, Sample, refused_line, samples};
pub use waiting::Waiting;
use waiting::{Found, Looked, Stored};

/// The largest file, in bytes.
const LARGEST: usize = 5 * 1024 * 1024;

/// How many refused rows are shown.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "upload/upload.html")]
struct UploadPage {
    frame: Frame,
    errors: Vec<FieldError>,
    lead: String,
    largest: String,
    columns: Vec<Column>,
}

#[derive(Template)]
#[template(path = "upload/looked.html")]
struct LookedPage {
    frame: Frame,
    error: Option<String>,
    id: Uuid,
    some_good: bool,
    good_said: String,
    refused_said: Option<String>,
    not_shown: Option<String>,
    refused: Vec<RefusedLine>,
    samples: Vec<Sample>,
    store: String,
}

#[derive(Template)]
#[template(path = "upload/stored.html")]
struct StoredPage {
    frame: Frame,
    said: Vec<String>,
    repeated: Vec<String>,
}

/// `GET /upload`
pub async fn form(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    draw(&site, &visit, StatusCode::OK, None).await
}

/// `GET /upload/template.csv`: an empty table with every column.
pub async fn template() -> Result<HttpResponse, Failure> {
    let broken = |_| Failure::Broken("an empty table cannot be written".to_owned());
    let writer = SignalWriter::new(SignalFormat::Csv(CsvForm::Spreadsheet), Vec::new()).map_err(broken)?;
    let table = writer.finish().map_err(broken)?;
    let name = DispositionParam::Filename("signals.csv".to_owned());
    let attached = ContentDisposition { disposition: DispositionType::Attachment, parameters: vec![name] };
    Ok(HttpResponse::Ok().insert_header(attached).content_type("text/csv; charset=utf-8").body(table))
}

/// `POST /upload`: looks a file through and stores nothing of it. Its name is read by nobody.
pub async fn look(site: Data<Site>, visit: Visit, posted: PostedFile) -> Result<HttpResponse, Failure> {
    let (account, own) = filer(&visit)?;
    let wording = visit.wording();
    let PostedFile(file) = posted;
    let refused = |text: String| FieldError { field: "file".to_owned(), text };
    if file.is_empty() || file.len() > LARGEST {
        let text = match file.len() {
            0 => wording.say("upload-file-missing", &args![]),
            _ => wording.say("upload-file-too-large", &args![megabytes = LARGEST / (1024 * 1024)]),
        };
        return draw(&site, &visit, StatusCode::UNPROCESSABLE_ENTITY, Some(refused(text))).await;
    }
    let month = site.this_month();
    let lists = site.ask(move |store| store.lists(month)).await?;
    // Nobody files for another organisation: rows of another are refused like an unknown code.
    let lists = Lists { organisations: vec![own.clone()], ..lists };
    let looked = {
        let site = site.clone();
        web::block(move || look_through(&site, file, &lists, own)).await?
    };
    match looked {
        Ok(looked) => {
            let id = uuid::Builder::from_random_bytes(site.random()).into_uuid();
            site.uploads().keep(id, account, looked, site.now());
            Ok(on_to(&format!("/upload/{id}")))
        }
        Err(FileProblem::NoRoomToCheck) => Err(Failure::Unavailable),
        Err(problem) => {
            let text = problem.said(wording);
            draw(&site, &visit, StatusCode::UNPROCESSABLE_ENTITY, Some(refused(text))).await
        }
    }
}

/// `GET /upload/{id}`: what was found in the file, or what was stored of it.
pub async fn looked(site: Data<Site>, visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let id = parse(&id)?;
    draw_looked(&site, &visit, id, StatusCode::OK, None).await
}

/// `POST /upload/{id}`: stores the good rows as pre-signals.
pub async fn keep(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    _: Posted,
) -> Result<HttpResponse, Failure> {
    let id = parse(&id)?;
    let (account, own) = filer(&visit)?;
    let now = site.now();
    let Some(looked) = site.uploads().take(id, account, &own, now) else {
        // Stored before, or by a second press at this moment: the page says how it stands.
        return Ok(on_to(&format!("/upload/{id}")));
    };
    let outcome = {
        let site = site.clone();
        // Whoever goes away meanwhile finds the outcome later: it is kept here and not by the page.
        web::block(move || {
            let mut looked = looked;
            match import(&site, &mut looked, account) {
                Ok(stored) => {
                    site.uploads().done(id, account, stored, now);
                    Ok(())
                }
                Err(error) => {
                    site.uploads().keep(id, account, looked, now);
                    Err(error)
                }
            }
        })
        .await?
    };
    match outcome {
        Ok(()) => Ok(on_to(&format!("/upload/{id}"))),
        Err(Error::Conflict(_)) => {
            let text = visit.wording().say("upload-busy", &args![]);
            draw_looked(&site, &visit, id, StatusCode::CONFLICT, Some(text)).await
        }
        Err(error) => Err(error.into()),
    }
}

fn parse(id: &str) -> Result<Uuid, Failure> {
    Uuid::try_parse(id).map_err(|_| Failure::NotFound)
}

fn filer(visit: &Visit) -> Result<(AccountId, Code), Failure> {
    let account = &visit.person()?.account;
    Ok((account.id, account.organisation.clone().ok_or(Failure::Forbidden)?))
}

fn look_through(
    site: &Site,
    file: Vec<u8>,
    lists: &Lists,
    organisation: Code,
) -> Result<Looked, FileProblem> {
    let mut refused = Vec::new();
    let checked = check_from(Cursor::new(file), ReadOptions::default(), lists, site.screen(), &mut |row| {
        if refused.len() < SHOWN {
            refused.push(row);
        }
        Ok(())
    })?;
    let Checked { spool, refused: refused_rows, .. } = checked;
    Ok(Looked { organisation, spool, refused, refused_rows })
}

fn import(site: &Site, looked: &mut Looked, filer: AccountId) -> Result<Stored, Error> {
    let unreadable = |_| Error::Unavailable("the checked rows cannot be read back".to_owned());
    let how = ImportHow { accept: false, accept_valid: true, filer: Some(filer) };
    let mut lines = Vec::new();
    let rows = looked.spool.rows().map_err(unreadable)?;
    let mut submissions = rows.map(|row| {
        let row = row.map_err(unreadable)?;
        lines.push(row.number.line);
        Ok(row.submission)
    });
    let ImportReport { added, already_there, repeated_differently, .. } =
        site.store().import_signals(how, &mut submissions, &mut |_| {})?;
    drop(submissions);
    let line = |index: &u64| lines.get(usize::try_from(*index).ok()?).copied();
    Ok(Stored { added, already_there, repeated: repeated_differently.iter().filter_map(line).collect() })
}

async fn draw(
    site: &Site,
    visit: &Visit,
    status: StatusCode,
    error: Option<FieldError>,
) -> Result<HttpResponse, Failure> {
    let (_, own) = filer(visit)?;
    let wording = visit.wording();
    let network = site.network().await?;
    let errors: Vec<FieldError> = error.into_iter().collect();
    let frame =
        Frame::new(site, visit, &wording.say("upload-title", &args![])).at("/signals").with_errors(&errors);
    let name = organisation(&network, wording.language(), &own);
    page_with(
        status,
        &UploadPage {
            frame,
            errors,
            lead: wording.say("upload-lead", &args![organisation = name]),
            largest: wording.say("upload-file-hint", &args![megabytes = LARGEST / (1024 * 1024)]),
            columns: columns::all(wording, &network, &own),
        },
    )
}

async fn draw_looked(
    site: &Site,
    visit: &Visit,
    id: Uuid,
    status: StatusCode,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let (account, own) = filer(visit)?;
    let wording = visit.wording();
    let network = site.network().await?;
    let frame = |key: &str| Frame::new(site, visit, &wording.say(key, &args![])).at("/signals");
    let busy = || frame("upload-storing");
    let drawn = site.uploads().with(id, account, site.now(), |found| match found {
        Found::Looked(looked) => {
            let good = looked.spool.len();
            let shown = looked.refused.len() as u64;
            let name = organisation(&network, wording.language(), &own);
            let refused = looked.refused.iter().map(|row| refused_line(wording, &name, row)).collect();
            page_with(
                status,
                &LookedPage {
                    frame: frame("upload-looked"),
                    error,
                    id,
                    some_good: good > 0,
                    good_said: wording.say("upload-good", &args![count = good]),
                    refused_said: (looked.refused_rows > 0)
                        .then(|| wording.say("upload-refused", &args![count = looked.refused_rows])),
                    not_shown: (looked.refused_rows > shown).then(|| {
                        wording.say("upload-not-shown", &args![count = looked.refused_rows - shown])
                    }),
                    refused,
                    samples: samples(wording, &network, &mut looked.spool)
                        .map_err(|_| Failure::Unavailable)?,
                    store: wording.say("upload-store", &args![count = good]),
                },
            )
        }
        Found::Storing => page_with(
            status,
            &StoredPage {
                frame: busy(),
                said: vec![wording.say("upload-wait", &args![])],
                repeated: Vec::new(),
            },
        ),
        Found::Stored(stored) => page_with(
            status,
            &StoredPage {
                frame: frame("upload-stored"),
                said: said(wording, stored),
                repeated: repeated(wording, stored),
            },
        ),
    });
    drawn.ok_or(Failure::NotFound)?
}

fn said(wording: Wording, stored: &Stored) -> Vec<String> {
    let mut said = vec![wording.say("upload-added", &args![count = stored.added])];
    if stored.already_there > 0 {
        said.push(wording.say("upload-known", &args![count = stored.already_there]));
    }
    if stored.added > 0 {
        said.push(wording.say("upload-next", &args![]));
    }
    said
}

fn repeated(wording: Wording, stored: &Stored) -> Vec<String> {
    let line = |line: &u64| wording.say("upload-repeated", &args![line = line.to_string()]);
    stored.repeated.iter().take(SHOWN).map(line).collect()
}
