//! Return letters: to each organisation, what became of each of its signals. They are private, stand in no manifest, and are made
//! from the store as it is, not from the frozen record: that one knows no signal by name.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::Datelike;
use model::{Code, EditionNumber, Language};
use reading::document::About;
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::{Fate, Returned, Store};
use wording::{Wording, args};

use crate::Error;
use crate::edition::{hex, json, read};
use crate::naming::Naming;
use crate::record::Frozen;

#[derive(Serialize)]
struct Letter {
    schema: u32,
    document: About,
    opening: Opening,
    signals: Signals,
    closing: Closing,
}

#[derive(Serialize)]
struct Opening {
    kicker: String,
    organisation: String,
    lines: Vec<String>,
    running: String,
    paragraphs: Vec<String>,
}

#[derive(Serialize)]
struct Signals {
    heading: String,
    columns: [String; 4],
    rows: Vec<[String; 4]>,
}

#[derive(Serialize)]
struct Closing {
    heading: String,
    paragraphs: Vec<String>,
}

/// PDFs by the name of their file.
type Named = Vec<(String, Vec<u8>)>;

/// The folder of the private files of an edition.
pub fn private_folder(out: &Path, number: EditionNumber) -> PathBuf {
    out.join(format!("edition-{number}-private"))
}

/// Writes a letter to each organisation that has signals in a frozen edition, in these languages, to
/// `out/edition-N-private/ORGANISATION.LANGUAGE.pdf`; how many. The folder is for its owner alone (mode 0700).
pub fn letters(
    store: &Store,
    number: EditionNumber,
    languages: &[Language],
    out: &Path,
) -> Result<usize, Error> {
    let frozen = read(store, number)?.frozen;
    let mut of: BTreeMap<Code, Vec<Returned>> = BTreeMap::new();
    for returned in store.returned(number)? {
        of.entry(returned.organisation.clone()).or_default().push(returned);
    }
    let folder = private_folder(out, number);
    make_private(&folder)?;
    // The languages side by side, as the bundles are.
    let made: Vec<Result<Named, Error>> = std::thread::scope(|scope| {
        let (of, frozen) = (&of, &frozen);
        let work: Vec<_> = languages
            .iter()
            .map(|language| scope.spawn(move || in_language(frozen, of, *language)))
            .collect();
        let stopped = || Err(Error::Internal("typesetting stopped"));
        work.into_iter().map(|thread| thread.join().unwrap_or_else(|_| stopped())).collect()
    });
    let mut count = 0;
    for letters in made {
        for (name, pdf) in letters? {
            put(&folder, &name, &pdf)?;
            count += 1;
        }
    }
    Ok(count)
}

fn in_language(
    frozen: &Frozen,
    of: &BTreeMap<Code, Vec<Returned>>,
    language: Language,
) -> Result<Named, Error> {
    let header = &frozen.header;
    let naming = Naming { header, wording: Wording::new(language) };
    let mark = frozen.is_demonstration().then(|| naming.wording.say("demonstration", &args![]));
    let letter = |(organisation, signals): (&Code, &Vec<Returned>)| {
        let data = json(&compose(naming, mark.clone(), organisation, signals))?;
        let day = |number: u32| u8::try_from(number).unwrap_or(1);
        let document = typeset::Document {
            template: "return-letter.typ".to_owned(),
            identity: format!(
                "megafoon-letter-{}-{language}-{}",
                header.edition,
                hex(&Sha256::digest(&data))
            ),
            data,
            files: BTreeMap::new(),
            date: (header.date.year(), day(header.date.month()), day(header.date.day())),
        };
        let pdf = typeset::pdf(&document).map_err(|error| Error::Typeset(language, error))?.pdf;
        Ok((format!("{organisation}.{language}.pdf"), pdf))
    };
    of.iter().map(letter).collect()
}

fn compose(naming: Naming<'_>, mark: Option<String>, organisation: &Code, signals: &[Returned]) -> Letter {
    let (wording, header) = (naming.wording, naming.header);
    let say = |key: &str| wording.say(key, &args![]);
    let name = naming.organisation(organisation);
    let network = header.network.get_or_fallback(wording.language()).to_owned();
    let edition = header.edition.to_string();
    let period = wording.period(header.period);
    let title = say("letter-title");
    let rows = signals.iter().map(|one| {
        let reference = one.reference.clone().unwrap_or_else(|| say("no-value"));
        [reference, wording.month(one.observed), naming.domain(&one.domain), sentence(wording, &one.fate)]
    });
    Letter {
        schema: 1,
        document: About {
            description: wording.say(
                "letter-description",
                &args![organisation = &name, edition = &edition, period = &period],
            ),
            authors: vec![network.clone()],
            date: header.date.to_string(),
            language: wording.language().code().to_owned(),
            region: if wording.language() == Language::En { "GB" } else { "BE" }.to_owned(),
            keywords: vec![title.clone()],
            foot: say("letter-kicker"),
            mark,
            attachment: String::new(),
            title: title.clone(),
        },
        opening: Opening {
            kicker: say("letter-kicker"),
            organisation: name.clone(),
            lines: vec![
                network,
                wording.say("cover-edition", &args![edition = &edition]),
                wording.say("cover-period", &args![period = &period]),
                wording.day(header.date),
            ],
            running: name,
            paragraphs: vec![say("letter-intro")],
        },
        signals: Signals {
            heading: say("letter-heading"),
            columns: ["reference", "observed", "domain", "fate"]
                .map(|column| say(&format!("letter-column-{column}"))),
            rows: rows.collect(),
        },
        closing: Closing { heading: say("letter-closing-heading"), paragraphs: vec![say("letter-closing")] },
    }
}

fn sentence(wording: Wording, fate: &Fate) -> String {
    let because = |key: &str, reason: &Option<String>| match reason {
        Some(reason) => wording.say(key, &args![reason = reason]),
        None => wording.say(&format!("{key}-wiped"), &args![]),
    };
    match fate {
        Fate::Chapter(number, title) => wording.say(
            "letter-chapter",
            &args![chapter = number.to_string(), title = title.get_or_fallback(wording.language())],
        ),
        Fate::Withheld(reason) => {
            let reason = wording.say(&format!("withheld-{reason}"), &args![]);
            wording.say("letter-withheld", &args![reason = reason])
        }
        Fate::Counted => wording.say("letter-counted", &args![]),
        Fate::Declined(reason) => because("letter-declined", reason),
        Fate::Referred(reason) => because("letter-referred", reason),
        Fate::Waiting => wording.say("letter-waiting", &args![]),
    }
}

/// Makes the folder for its owner alone, whatever it was before.
fn make_private(folder: &Path) -> Result<(), Error> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        if folder.exists() {
            return Ok(fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?);
        }
        Ok(fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?)
    }
    #[cfg(not(unix))]
    Ok(fs::create_dir_all(folder)?)
}

/// Whole or not at all; what a killed batch left is written over by the next.
fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let unfinished = folder.join(format!(".{name}.part"));
    let mut how = fs::OpenOptions::new();
    how.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    let mut file = how.open(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, folder.join(name))?;
    Ok(())
}
