//! The closed world a template lives in.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore};
use typst_kit::fonts::FontStore;

use crate::{Document, Error};

static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../report-templates");

/// The embedded font files, by path, sorted.
pub fn font_files() -> Vec<(&'static str, &'static [u8])> {
    let mut files = Vec::new();
    collect(&TEMPLATES, &mut files);
    files.retain(|(path, _)| path.ends_with(".ttf") || path.ends_with(".otf"));
    files.sort_unstable();
    files
}

fn collect(folder: &Dir<'static>, files: &mut Vec<(&'static str, &'static [u8])>) {
    for file in folder.files() {
        if let Some(path) = file.path().to_str() {
            files.push((path, file.contents()));
        }
    }
    for inner in folder.dirs() {
        collect(inner, files);
    }
}

pub struct EmbeddedWorld {
    library: LazyHash<Library>,
    fonts: FontStore,
    files: FileStore<Files>,
    main: FileId,
    today: Option<Datetime>,
}

impl EmbeddedWorld {
    pub fn new(document: &Document) -> Result<Self, Error> {
        let mut fonts = FontStore::new();
        for (_, bytes) in font_files() {
            fonts.extend(Font::iter(Bytes::new(bytes)).map(|font| {
                let info = font.info().clone();
                (font, info)
            }));
        }
        let main = VirtualPath::new(&document.template)
            .map_err(|_| Error::single(format!("not a template path: {}", document.template)))?;
        let mut given: BTreeMap<String, Bytes> =
            document.files.iter().map(|(path, bytes)| (path.clone(), Bytes::new(bytes.clone()))).collect();
        given.insert("data.json".to_owned(), Bytes::new(document.data.clone()));
        let (year, month, day) = document.date;
        Ok(Self {
            library: LazyHash::new(Library::default()),
            fonts,
            files: FileStore::new(Files { given }),
            main: RootedPath::new(VirtualRoot::Project, main).intern(),
            today: Datetime::from_ymd(year, month, day),
        })
    }
}

impl World for EmbeddedWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

/// The files a template may read: those handed over, then the embedded ones. Packages do not exist.
struct Files {
    given: BTreeMap<String, Bytes>,
}

impl FileLoader for Files {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_without_slash();
        if !matches!(id.root(), VirtualRoot::Project) {
            return Err(FileError::AccessDenied);
        }
        if let Some(bytes) = self.given.get(path) {
            return Ok(bytes.clone());
        }
        TEMPLATES
            .get_file(path)
            .map(|file| Bytes::new(file.contents()))
            .ok_or_else(|| FileError::NotFound(path.into()))
    }
}
