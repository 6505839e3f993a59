//! Writes what the templates are given for each edition and language of a database, to look at and to try templates
//! on: `documents DATABASE-URL FOLDER`.

use std::error::Error;
use std::fs;
use std::path::Path;

use bundle::typeset_input;
use model::Language;
use store::{Store, Surroundings};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, url, folder] = arguments.as_slice() else { return Err("documents DATABASE-URL FOLDER".into()) };
    // Nothing is written to the database, so nothing random is drawn.
    let surroundings = Surroundings { random: Box::new(|_| {}), today: Box::new(chrono::NaiveDate::default) };
    let store = Store::open(url, surroundings)?;
    for edition in store.editions()? {
        for language in Language::ALL {
            let document = typeset_input(&store, edition.number, *language)?;
            let folder = Path::new(folder).join(format!("edition-{}.{language}", edition.number));
            fs::create_dir_all(folder.join("charts"))?;
            fs::write(folder.join("data.json"), &document.data)?;
            for (path, bytes) in &document.files {
                fs::write(folder.join(path), bytes)?;
            }
        }
    }
    Ok(())
}
