//! An edition from its frozen record: figures, documents, and every file's bytes. No disk, no clock.

use std::collections::BTreeMap;
use std::io::Cursor;

use chrono::{Datelike, NaiveDate};
use exchange::{CsvForm, SheetText, TableOut, WorkbookOut, write_tables_csv, write_workbook};
use figures::{Document as TablesDocument, Earlier, Publication, Tally, protect};
use model::{Authority, EditionNumber, Language};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::{FrozenMeta, Store};
use wording::{Wording, args};

use crate::compose::{Composed, Source, compose, facts};
use crate::manifest::Manifest;
use crate::naming::Naming;
use crate::record::{Frozen, Header, Reader};
use crate::tables::{Printed, flat, titles};
use crate::{Error, manifest};
use crate::{brief, catalogue};

/// The same as `tables.csv`, in the form that a spreadsheet program set to Dutch or French opens right.
pub const SPREADSHEET: &str = "tables-excel.csv";

/// A frozen record with what stands beside it.
pub struct Read {
    pub frozen: Frozen,
    pub meta: FrozenMeta,
}

/// Reads the frozen record of an edition, its latest revision, counting on the way.
pub fn read(store: &Store, number: EditionNumber) -> Result<Read, Error> {
    read_with(store, number, Reader::default())
}

/// The same, by a reader of one's own.
pub fn read_with(store: &Store, number: EditionNumber, mut reader: Reader<'_>) -> Result<Read, Error> {
    let edition = store.editions()?.into_iter().find(|edition| edition.number == number);
    let edition = edition.ok_or(Error::NotFrozen(number))?;
    let mut broken = None;
    let meta = store.read_frozen(number, edition.revision, &mut |piece| {
        reader.take(piece).map_err(|error| {
            broken = Some(error);
            store::Error::Broken("frozen record".to_owned())
        })
    });
    let damaged = Error::DamagedRecord(number);
    let meta = match (broken, meta) {
        (Some(_), _) | (None, Err(store::Error::Broken(_))) => return Err(damaged),
        (None, Err(store::Error::NotFound(_))) => return Err(Error::NotFrozen(number)),
        (None, meta) => meta?,
    };
    Ok(Read { frozen: reader.finish().map_err(|_| damaged)?, meta })
}

/// The day on which an edition was frozen.
pub fn frozen_on(store: &Store, number: EditionNumber) -> Result<NaiveDate, Error> {
    Ok(read(store, number)?.frozen.header.date)
}

/// What an edition publishes of figures.
pub struct Figures {
    pub publication: Publication,
    pub earlier: Option<Earlier>,
    pub facts: Vec<figures::Fact>,
    pub document: TablesDocument,
}

/// Counts, protected, and the earlier edition they are compared with.
pub struct Protected {
    pub publication: Publication,
    pub earlier: Option<Earlier>,
}

/// Protects what was counted, by the rules of the header.
pub fn protected(header: &Header, tally: &Tally) -> Result<Protected, Error> {
    let earlier =
        header.previous.as_ref().map(|previous| serde_json::from_value::<Earlier>(previous.tables.clone()));
    let earlier = earlier.transpose().map_err(|_| Error::BrokenRecord)?;
    let publication = protect(tally, &header.rules, header.period, earlier.as_slice());
    publication.self_check().map_err(Error::Leak)?;
    Ok(Protected { publication, earlier })
}

/// The figures of a frozen record, protected, with the check that nothing protected follows from them.
pub fn published_tables(frozen: &Frozen) -> Result<Figures, Error> {
    let header = &frozen.header;
    let Protected { publication, earlier } = protected(header, &frozen.tally)?;
    let facts = facts(frozen);
    let namings = Language::ALL.iter().map(|language| Naming { header, wording: Wording::new(*language) });
    let titles = titles(&namings.collect::<Vec<_>>(), &publication);
    let document = publication.document(header.edition.0, header.revision, &titles, &facts);
    Ok(Figures { publication, earlier, facts, document })
}

/// The figures of a frozen edition as it publishes them, counted and protected anew from its record.
pub fn published(store: &Store, number: EditionNumber) -> Result<TablesDocument, Error> {
    Ok(published_tables(&read(store, number)?.frozen)?.document)
}

/// What a batch is doing, for a progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The signals were counted.
    Counted,
    /// Small counts were protected.
    Protected,
    /// A bundle was typeset: its language and its pages.
    Typeset(Language, usize),
    /// The files stand in their folder.
    Written,
}

/// Which of its files are made: the languages, and whose briefs.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The languages of bundles, briefs and pages.
    pub languages: &'a [Language],
    /// The authority that gets a brief; every one that the edition concerns where none is named.
    pub authority: Option<Authority>,
}

impl Scope<'static> {
    /// All that there is: what is published.
    pub const ALL: Self = Self { languages: Language::ALL, authority: None };
}

impl Scope<'_> {
    /// Who gets a brief.
    pub(crate) fn authorities(self, naming: Naming<'_>) -> Vec<Authority> {
        let mut concerned = brief::authorities(naming);
        concerned.retain(|authority| self.authority.is_none_or(|one| one == *authority));
        concerned
    }
}

/// The files of an edition by name, the manifest among them.
pub struct EditionFiles {
    /// Name → bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Pages per language.
    pub pages: BTreeMap<Language, usize>,
}

/// Every file of an edition. The same frozen record and scope give the same bytes.
pub fn edition_files(
    read: &Read,
    scope: Scope<'_>,
    progress: &mut dyn FnMut(Step),
) -> Result<EditionFiles, Error> {
    let frozen = &read.frozen;
    let header = &frozen.header;
    progress(Step::Counted);
    let figures = published_tables(frozen)?;
    progress(Step::Protected);
    let namings: Vec<Naming<'_>> =
        Language::ALL.iter().map(|language| Naming { header, wording: Wording::new(*language) }).collect();

    let mut files = BTreeMap::new();
    let tables_json = json(&figures.document)?;
    let tables_hash = hex(&Sha256::digest(&tables_json));
    let flat = flat(&namings, &figures.publication);
    let tables_csv = csv(CsvForm::Plain, &flat)?;
    let mut pages = BTreeMap::new();
    let mut documents_of = Vec::new();
    let source = Source {
        frozen,
        publication: &figures.publication,
        earlier: figures.earlier.as_ref(),
        facts: &figures.facts,
        tables_hash: &tables_hash,
    };
    // The languages are typeset side by side: they share nothing but the record.
    let typeset: Vec<(Language, Result<Documents, Error>)> = std::thread::scope(|threads| {
        let work: Vec<_> = scope
            .languages
            .iter()
            .map(|language| {
                let tables_csv = &tables_csv;
                let source = &source;
                let naming = Naming { header, wording: Wording::new(*language) };
                (*language, threads.spawn(move || documents(naming, *source, scope, tables_csv)))
            })
            .collect();
        work.into_iter()
            .map(|(language, thread)| {
                (language, thread.join().unwrap_or(Err(Error::Internal("typesetting stopped"))))
            })
            .collect()
    });
    for (language, typeset) in typeset {
        let Documents { composed, bundle, briefs, reading } = typeset?;
        progress(Step::Typeset(language, bundle.pages));
        pages.insert(language, bundle.pages);
        files.insert(format!("bundle.{language}.pdf"), bundle.pdf);
        files.extend(briefs);
        files.extend(reading);
        documents_of.push((Wording::new(language), composed));
    }
    let fronts: Vec<_> = documents_of.iter().map(|(wording, document)| (*wording, document)).collect();
    files.extend(reading::page::shared(&fronts).map_err(|_| UNWRITTEN)?);
    files.insert("tables.xlsx".to_owned(), workbook(&namings, source)?);
    files.insert("tables.csv".to_owned(), tables_csv);
    files.insert(SPREADSHEET.to_owned(), csv(CsvForm::Spreadsheet, &flat)?);
    files.insert("tables.json".to_owned(), tables_json);
    files.insert(catalogue::NAME.to_owned(), json(&catalogue::entry(&namings, header, &files))?);
    let manifest = Manifest::new(read, &files);
    files.insert(manifest::NAME.to_owned(), json(&manifest)?);
    Ok(EditionFiles { files, pages })
}

/// What is made in one language.
struct Documents {
    composed: reading::document::Document,
    bundle: typeset::Typeset,
    /// Path → PDF.
    briefs: BTreeMap<String, Vec<u8>>,
    /// Path → page.
    reading: BTreeMap<String, Vec<u8>>,
}

const UNWRITTEN: Error = Error::Internal("the reading pages cannot be written");

fn documents(
    naming: Naming<'_>,
    source: Source<'_>,
    scope: Scope<'_>,
    tables_csv: &[u8],
) -> Result<Documents, Error> {
    let composed = compose(naming, source);
    let handed = bundle_document(naming, &composed, tables_csv)?;
    let bundle = typeset::pdf(&handed).map_err(|error| Error::Typeset(naming.wording.language(), error))?;
    let authorities = scope.authorities(naming);
    let brief =
        |authority: &_| Ok((brief::name(*authority, naming), brief::brief(naming, source, *authority)?));
    let briefs: Result<BTreeMap<_, _>, Error> = authorities.iter().map(brief).collect();
    let named = |authority: &_| (brief::name(*authority, naming), naming.wording.label(*authority));
    let reading = reading::page::pages(reading::page::Source {
        document: &composed.document,
        charts: &composed.charts.into_iter().map(|drawn| (drawn.path, drawn.svg)).collect(),
        wording: naming.wording,
        languages: scope.languages,
        briefs: &authorities.iter().map(named).collect::<Vec<_>>(),
    });
    Ok(Documents {
        reading: reading.map_err(|_| UNWRITTEN)?,
        composed: composed.document,
        bundle,
        briefs: briefs?,
    })
}

fn bundle_document(
    naming: Naming<'_>,
    composed: &Composed,
    tables_csv: &[u8],
) -> Result<typeset::Document, Error> {
    let language = naming.wording.language();
    let charts = composed.charts.iter();
    let mut files: BTreeMap<String, Vec<u8>> =
        charts.map(|drawn| (drawn.path.clone(), drawn.svg.clone().into_bytes())).collect();
    files.insert("tables.csv".to_owned(), tables_csv.to_vec());
    let header = naming.header;
    let day = |number: u32| u8::try_from(number).unwrap_or(1);
    Ok(typeset::Document {
        template: "bundle.typ".to_owned(),
        data: json(&composed.document)?,
        files,
        date: (header.date.year(), day(header.date.month()), day(header.date.day())),
        identity: format!("megafoon-{}-{}-{}", header.edition, header.revision, language),
    })
}

/// What is handed to the typesetter for one language: to look at, to measure, to try templates on.
pub fn typeset_input(
    store: &Store,
    number: EditionNumber,
    language: Language,
) -> Result<typeset::Document, Error> {
    let read = read(store, number)?;
    let figures = published_tables(&read.frozen)?;
    let header = &read.frozen.header;
    let namings: Vec<Naming<'_>> =
        Language::ALL.iter().map(|language| Naming { header, wording: Wording::new(*language) }).collect();
    let flat = flat(&namings, &figures.publication);
    let tables_csv = csv(CsvForm::Plain, &flat)?;
    let tables_hash = hex(&Sha256::digest(json(&figures.document)?));
    let source = Source {
        frozen: &read.frozen,
        publication: &figures.publication,
        earlier: figures.earlier.as_ref(),
        facts: &figures.facts,
        tables_hash: &tables_hash,
    };
    let naming = Naming { header, wording: Wording::new(language) };
    bundle_document(naming, &compose(naming, source), &tables_csv)
}

fn csv(form: CsvForm, table: &TableOut) -> Result<Vec<u8>, Error> {
    let written = write_tables_csv(form, Vec::new(), std::slice::from_ref(table));
    written.map_err(|_| Error::Internal("the tables cannot be written as CSV"))
}

/// The workbook: a cover, notes, and each printed table in each language on a sheet.
fn workbook(namings: &[Naming<'_>], source: Source<'_>) -> Result<Vec<u8>, Error> {
    let header = &source.frozen.header;
    let mut cover = Vec::new();
    let mut notes = Vec::new();
    let mut tables: Vec<TableOut> = Vec::new();
    for naming in namings {
        let wording = naming.wording;
        let printed = Printed::new(*naming, source.publication, source.earlier);
        let edition = header.edition.to_string();
        let network = header.network.get_or_fallback(wording.language());
        let period = wording.period(header.period);
        cover.push(
            wording
                .say("document-description", &args![network = network, edition = &edition, period = &period]),
        );
        notes.push(wording.say("read-figures", &args![]));
        notes.push(wording.say("table-note-protected", &args![]));
        tables.extend(printed.sheets());
    }
    let workbook = WorkbookOut {
        title: cover.first().cloned().unwrap_or_default(),
        cover: SheetText { name: "Megafoon".to_owned(), lines: cover },
        notes: SheetText { name: "Info".to_owned(), lines: notes },
        tables,
    };
    let written = write_workbook(Cursor::new(Vec::new()), &workbook);
    Ok(written.map_err(|_| Error::Internal("tables.xlsx cannot be written"))?.into_inner())
}

/// JSON for people and programs: indented, ended by a line feed.
pub fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, Error> {
    let mut bytes =
        serde_json::to_vec_pretty(value).map_err(|_| Error::Internal("JSON cannot be written"))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
