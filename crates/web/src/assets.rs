//! Styles, scripts, fonts and pictures: part of the program, served under a folder named by what they hold.

use std::collections::BTreeMap;

use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, Responder};
use data_encoding::HEXLOWER;
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::site::Site;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets");

/// The parts of the style sheet, in the order of the cascade: one file for the browser.
const STYLE: &str = "style";

/// The files by name, and the folder they are served under.
pub struct Assets {
    version: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Assets {
    /// All of them.
    pub fn new() -> Self {
        let mut files = BTreeMap::new();
        let mut style = Vec::new();
        collect(&FILES, &mut |path, bytes| {
            if path.starts_with(STYLE) && path.ends_with(".css") {
                style.extend_from_slice(bytes);
                style.push(b'\n');
            } else if !path.ends_with(".md") {
                files.insert(path.rsplit('/').next().unwrap_or(path).to_owned(), bytes.to_vec());
            }
        });
        files.insert("style.css".to_owned(), without_remarks(&style));
        files.extend(reading::page::FONTS.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())));
        files.insert("screening.js".to_owned(), screening::SCRIPT_JS.as_bytes().to_vec());
        files.insert("rules.json".to_owned(), screening::RULES_JSON.as_bytes().to_vec());
        for (name, bytes) in &mut files {
            if name.ends_with(".js") {
                *bytes = without_comments(bytes);
            }
        }
        let mut hasher = Sha256::new();
        for (name, bytes) in &files {
            hasher.update((name.len() as u64).to_be_bytes());
            hasher.update(name.as_bytes());
            hasher.update((bytes.len() as u64).to_be_bytes());
            hasher.update(bytes);
        }
        let version = HEXLOWER.encode(&hasher.finalize()[..8]);
        Self { version, files }
    }

    /// Where a file is. Scripts import each other by name, so the folder carries the hash, not each file.
    pub fn url(&self, name: &str) -> String {
        format!("/assets/{}/{name}", self.version)
    }

    /// The folder, with a slash at the end.
    pub fn folder(&self) -> String {
        format!("/assets/{}/", self.version)
    }

    /// The hash of all files together.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The names of all files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// A file by its name.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }
}

/// `GET /assets/{version}/{name}`
pub async fn file(site: Data<Site>, path: Path<(String, String)>) -> Result<impl Responder, Failure> {
    let (version, name) = path.into_inner();
    let assets = site.assets();
    let bytes = assets.get(&name).filter(|_| version == assets.version()).ok_or(Failure::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .content_type(content_type(&name))
        .body(bytes.to_vec()))
}

/// `GET /service-worker.js`: its address may not change, or the browser would keep the old one.
pub async fn service_worker(site: Data<Site>) -> Result<impl Responder, Failure> {
    let bytes = site.assets().get("service-worker.js").ok_or(Failure::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .content_type("text/javascript; charset=utf-8")
        .body(bytes.to_vec()))
}

/// A script without its lines of comment: they are for whoever reads the source, not for a phone. A comment stands on
/// lines of its own in every script here; `tests/browser/scripts/size.test.js` holds that each stays whole.
fn without_comments(script: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(script.len());
    for line in script.split_inclusive(|byte| *byte == b'\n') {
        let start = line.trim_ascii_start();
        let comment = [&b"//"[..], b"/**", b"*/", b"* "].iter().any(|mark| start.starts_with(mark));
        if !comment {
            kept.extend_from_slice(line);
        }
    }
    kept
}

/// A style sheet without what stands between `/*` and `*/`, and without spaces that say nothing; no string of ours
/// holds any of these.
fn without_remarks(style: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(style.len());
    let mut rest = style;
    while let Some(start) = place(rest, b"/*") {
        let (before, remark) = rest.split_at(start);
        kept.extend_from_slice(before);
        rest = place(remark, b"*/").and_then(|end| remark.get(end + 2..)).unwrap_or_default();
    }
    kept.extend_from_slice(rest);
    let lines = kept.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let mut lines: Vec<u8> = lines.collect::<Vec<_>>().join(&b'\n');
    // A space after these says nothing.
    let mut after = b' ';
    lines.retain(|byte| {
        let idle = *byte == b' ' && matches!(after, b';' | b'{' | b',');
        after = *byte;
        !idle
    });
    lines
}

fn place(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// What kind of file this is, by the end of its name.
pub fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "jsonld" => "application/ld+json",
        "csv" => "text/csv; charset=utf-8",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn collect<'a>(folder: &'a Dir<'a>, take: &mut impl FnMut(&str, &'a [u8])) {
    let mut files: Vec<_> = folder.files().collect();
    files.sort_by_key(|file| file.path());
    for file in files {
        if let Some(path) = file.path().to_str() {
            take(path, file.contents());
        }
    }
    let mut folders: Vec<_> = folder.dirs().collect();
    folders.sort_by_key(|folder| folder.path());
    for folder in folders {
        collect(folder, take);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_keeps_its_rules_and_loses_its_remarks() {
        let style = b"/* why */\na { b: c; } /* and\nso */ d { }\n";
        assert_eq!(without_remarks(style), b"a {b: c;}  d {}");
        assert_eq!(without_remarks(b"a { } /* without an end"), b"a {}");
        assert_eq!(without_remarks(b"a { }"), b"a {}");
    }
}
