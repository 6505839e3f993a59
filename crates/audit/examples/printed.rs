//! Reads every file of published editions and says which printed numbers stand in no table.
//!
//! `cargo run --release -p audit --example printed -- DIR…`: one folder for each edition, the earliest first.
#![expect(clippy::print_stdout, reason = "what was found is printed")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use audit::{Published, printed};

fn main() -> Result<(), Box<dyn Error>> {
    let mut earlier: Vec<Published> = Vec::new();
    let mut strays = 0;
    for folder in std::env::args().skip(1) {
        let mut files = BTreeMap::new();
        gather(Path::new(&folder), Path::new(&folder), &mut files)?;
        let tables = files.get("tables.json").ok_or("no tables.json")?;
        let edition: Published = serde_json::from_slice(tables)?;
        let start = Instant::now();
        let read = printed(&edition, &earlier, &files)?;
        println!(
            "edition {}: {} files, {} numbers, {} of them counts, {} shapes measured, {} strays, {:.2} s",
            edition.edition,
            read.files,
            read.numbers,
            read.counts,
            read.shapes,
            read.strays.len(),
            start.elapsed().as_secs_f64()
        );
        for stray in &read.strays {
            let page = stray.page.map(|page| format!(", page {page}")).unwrap_or_default();
            println!("  {:?}: {}{page}: {} in “{}”", stray.kind, stray.file, stray.number, stray.words);
        }
        strays += read.strays.len();
        earlier.push(edition);
    }
    if strays == 0 { Ok(()) } else { Err("numbers stand in no table".into()) }
}

fn gather(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Box<dyn Error>> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            files.insert(name, std::fs::read(&path)?);
        }
    }
    Ok(())
}
