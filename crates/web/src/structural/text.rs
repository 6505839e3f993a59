//! The chapter of an edition, in three languages beside each other. Whoever saves second sees both texts and chooses.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use model::{ChapterText, EditionNumber, EditionState, Language, StructuralSignalId};
use serde::Deserialize;
use store::{StructuralFile, WRITTEN_MEANWHILE};
use wording::{Wording, args};

use super::{LIST, chapter_text, find, newest, structural_id};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page_with};
use crate::free_text::{FreeText, Printed, Typed};
use crate::posted::Posted;
use crate::signals::{Words, localised};
use crate::site::Site;
use crate::visit::Visit;

/// A part of a chapter.
struct Part {
    /// The sentence that names it.
    key: &'static str,
    /// Its fields in Dutch, French and English.
    names: [&'static str; 3],
    longest: usize,
    rows: u8,
    read: fn(&ChapterText) -> String,
    write: fn(&mut ChapterText, &str),
}

const PARTS: [Part; 5] = [
    Part {
        key: "bench-part-title",
        names: ["title-nl", "title-fr", "title-en"],
        longest: 120,
        rows: 2,
        read: |text| text.title.clone(),
        write: |text, typed| text.title = one_line(typed),
    },
    Part {
        key: "bench-part-summary",
        names: ["summary-nl", "summary-fr", "summary-en"],
        longest: 400,
        rows: 4,
        read: |text| text.summary.clone(),
        write: |text, typed| text.summary = one_line(typed),
    },
    Part {
        key: "bench-part-see",
        names: ["see-nl", "see-fr", "see-en"],
        longest: 4_000,
        rows: 10,
        read: |text| text.see.join("\n\n"),
        write: |text, typed| text.see = paragraphs(typed),
    },
    Part {
        key: "bench-part-exists",
        names: ["exists-nl", "exists-fr", "exists-en"],
        longest: 4_000,
        rows: 8,
        read: |text| text.exists.join("\n\n"),
        write: |text, typed| text.exists = paragraphs(typed),
    },
    Part {
        key: "bench-part-structural",
        names: ["structural-nl", "structural-fr", "structural-en"],
        longest: 4_000,
        rows: 8,
        read: |text| text.structural.join("\n\n"),
        write: |text, typed| text.structural = paragraphs(typed),
    },
];

/// The sentence that names a field of the chapter; none for any other field.
pub fn part_of(name: &str) -> Option<(&'static str, Language)> {
    let fields =
        PARTS.iter().flat_map(|part| part.names.iter().zip(Language::ALL).map(|pair| (part.key, pair)));
    fields.into_iter().find(|(_, (known, _))| **known == name).map(|(key, (_, language))| (key, *language))
}

/// What the address may ask for.
#[derive(Deserialize)]
pub struct TextQuery {
    edition: Option<u32>,
}

#[derive(Template)]
#[template(path = "structural/text.html")]
struct TextPage {
    frame: Frame,
    errors: Vec<FieldError>,
    id: StructuralSignalId,
    title: Words,
    edition: EditionNumber,
    version: i32,
    /// Somebody else saved meanwhile.
    meanwhile: bool,
    columns: Vec<Column>,
}

struct Column {
    lang: &'static str,
    name: String,
    boxes: Vec<TextBox>,
}

struct TextBox {
    text: FreeText,
    /// What somebody else wrote there meanwhile, where it is something else.
    theirs: Option<Vec<String>>,
}

/// `GET /structural/{id}/text`
pub async fn text_page(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    query: Query<TextQuery>,
) -> Result<HttpResponse, Failure> {
    let file = find(&site, structural_id(&id)?).await?;
    let edition = query.edition.map(EditionNumber).or_else(|| newest(&file)).ok_or(Failure::NotFound)?;
    may_write(&site, edition).await?;
    let version = file.versions.get(&edition).copied().unwrap_or(0);
    draw(&site, &visit, &file, Draft { edition, version, typed: None, meanwhile: false })
}

/// `POST /structural/{id}/text`: with the version that was read. Nothing is written over what somebody else wrote since.
pub async fn write(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let file = find(&site, structural_id(&id)?).await?;
    let edition = EditionNumber(posted.get("edition").parse().map_err(|_| Failure::Unreadable)?);
    let version: i32 = posted.get("version").parse().map_err(|_| Failure::Unreadable)?;
    may_write(&site, edition).await?;
    let typed = read(&site, &visit, &posted, &file, edition);
    let draft = |meanwhile, version| Draft { edition, version, typed: Some(&typed), meanwhile };
    let Some(text) = written(&typed) else {
        return draw(&site, &visit, &file, draft(false, version));
    };
    let (structural, by) = (file.line.id, visit.person()?.account.id);
    match site.try_ask(move |store| store.write_chapter(structural, edition, version, text, by)).await? {
        Ok(_) => Ok(on_to(&format!("{LIST}/{structural}?done=written#chapter"))),
        Err(store::Error::Conflict(detail)) if detail == WRITTEN_MEANWHILE => {
            let now = find(&site, structural).await?;
            let version = now.versions.get(&edition).copied().unwrap_or(0);
            draw(&site, &visit, &now, draft(true, version))
        }
        Err(error) => Err(error.into()),
    }
}

/// `Conflict` for an edition that is not open: what it prints is settled.
async fn may_write(site: &Site, edition: EditionNumber) -> Result<(), Failure> {
    let editions = site.ask(store::Store::editions).await?;
    match editions.iter().find(|one| one.number == edition) {
        None => Err(Failure::NotFound),
        Some(edition) if edition.state != EditionState::Open => Err(Failure::Conflict),
        Some(_) => Ok(()),
    }
}

/// What was typed, box by box, in the order of the page.
type AllTyped = Vec<(Language, &'static Part, Typed)>;

fn read(
    site: &Site,
    visit: &Visit,
    posted: &Posted,
    file: &StructuralFile,
    edition: EditionNumber,
) -> AllTyped {
    let mut all = Vec::new();
    for (at, language) in Language::ALL.iter().enumerate() {
        let stands = chapter_text(file, edition, *language);
        for part in &PARTS {
            let known = stands.map(part.read).unwrap_or_default();
            let printed =
                Printed { name: part.names[at], language: *language, longest: part.longest, known: &known };
            all.push((*language, part, Typed::printed(site, visit, posted, printed)));
        }
    }
    all
}

/// The chapter, where nothing is wrong with it and at least one language has a title.
fn written(typed: &AllTyped) -> Option<std::collections::BTreeMap<Language, ChapterText>> {
    let mut chapter = std::collections::BTreeMap::new();
    for (language, part, typed) in typed {
        let text = typed.text()?;
        if !text.is_empty() {
            (part.write)(chapter.entry(*language).or_insert_with(ChapterText::default), text);
        }
    }
    let has_title = chapter.values().any(|text: &ChapterText| !text.title.is_empty());
    has_title.then_some(chapter)
}

/// What the page shows.
struct Draft<'a> {
    edition: EditionNumber,
    version: i32,
    typed: Option<&'a AllTyped>,
    meanwhile: bool,
}

fn draw(
    site: &Site,
    visit: &Visit,
    file: &StructuralFile,
    draft: Draft<'_>,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let errors = draft.typed.map(|typed| errors(wording, typed)).unwrap_or_default();
    let id = file.line.id;
    let columns = Language::ALL.iter().enumerate().map(|(at, language)| Column {
        lang: language.code(),
        name: wording.label(*language),
        boxes: PARTS.iter().map(|part| text_box(wording, file, &draft, part, (at, *language))).collect(),
    });
    let frame = Frame::new(site, visit, &wording.say("bench-text-title", &args![]))
        .at(LIST)
        .with_errors(&errors)
        .with_switch("chapter", &format!("{LIST}/{id}/text"));
    let status = match () {
        () if draft.meanwhile => StatusCode::CONFLICT,
        () if errors.is_empty() => StatusCode::OK,
        () => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let columns = columns.collect();
    page_with(
        status,
        &TextPage {
            frame,
            errors,
            id,
            title: localised(&file.line.title, visit.language()),
            edition: draft.edition,
            version: draft.version,
            meanwhile: draft.meanwhile,
            columns,
        },
    )
}

/// What is wrong, box by box; a chapter without any title besides.
fn errors(wording: Wording, typed: &AllTyped) -> Vec<FieldError> {
    let mut errors: Vec<FieldError> = typed
        .iter()
        .filter_map(|(language, part, typed)| {
            let mut error = typed.error(wording)?;
            let name = wording.say(part.key, &args![]);
            error.text = format!("{name} ({}): {}", language.code().to_uppercase(), error.text);
            Some(error)
        })
        .collect();
    let is_title = |part: &Part| part.key == PARTS[0].key;
    let titles = typed.iter().filter(|(_, part, _)| is_title(part));
    if errors.is_empty() && titles.clone().all(|(.., typed)| typed.is_empty()) {
        let text = wording.say("bench-title-needed", &args![]);
        errors.push(FieldError { field: PARTS[0].names[0].to_owned(), text });
    }
    errors
}

fn text_box(
    wording: Wording,
    file: &StructuralFile,
    draft: &Draft<'_>,
    part: &'static Part,
    (at, language): (usize, Language),
) -> TextBox {
    let stands = chapter_text(file, draft.edition, language).map(part.read).unwrap_or_default();
    let name = part.names[at];
    let printed = Printed { name, language, longest: part.longest, known: &stands };
    let typed =
        draft.typed.and_then(|all| all.iter().map(|(.., typed)| typed).find(|one| one.name() == name));
    let differs = typed.is_some_and(|typed| typed.typed() != stands);
    TextBox {
        text: FreeText::new(wording, name, part.key)
            .printed(wording, printed, part.rows)
            .with(wording, typed),
        theirs: (draft.meanwhile && differs).then(|| paragraphs(&stands)),
    }
}

/// The paragraphs of a text: blank lines stand between them.
fn paragraphs(text: &str) -> Vec<String> {
    let mut all: Vec<String> = vec![String::new()];
    for line in text.lines() {
        let line = line.trim();
        match all.last_mut() {
            Some(last) if line.is_empty() && !last.is_empty() => all.push(String::new()),
            Some(last) if !line.is_empty() => {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(line);
            }
            _ => {}
        }
    }
    all.retain(|paragraph| !paragraph.is_empty());
    all
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs_and_line_ends_do_not() {
        assert_eq!(paragraphs("Een\nregel.\n \n\n\nNog een.\n"), ["Een regel.", "Nog een."]);
        assert!(paragraphs(" \n\n").is_empty());
    }

    #[test]
    fn a_field_of_a_chapter_is_known_by_its_part_and_its_language() {
        assert_eq!(part_of("see-fr"), Some(("bench-part-see", Language::Fr)));
        assert_eq!(part_of("reason"), None);
    }
}
