//! Whether a spreadsheet file may be opened: its archive is unpacked once, into nothing, and weighed.
//!
//! What an archive declares of its sizes is not believed. A workbook of 100,000 long signals unpacks to about
//! 100 MiB.

use std::io::{Read, Seek};

use zip::ZipArchive;

use crate::problem::FileProblem;

/// What all entries together may unpack to.
const LARGEST_UNPACKED: u64 = 256 * 1024 * 1024;
/// What the shared strings may unpack to: they are the part that is held in memory whole.
const LARGEST_STRINGS: u64 = 64 * 1024 * 1024;
/// What a byte of the archive may unpack to, once an entry is over a mebibyte. Real sheets stay below 50.
const STEEPEST: u64 = 250;
const ENTRIES: usize = 2_000;
const ENTITIES: &[u8] = b"<!ENTITY";
const DOCTYPE: &[u8] = b"<!DOCTYPE";

/// Unpacks every entry into nothing; an error where the archive is no workbook, or not a safe one.
pub(crate) fn weigh<S: Read + Seek>(source: S) -> Result<(), FileProblem> {
    let mut archive = ZipArchive::new(source).map_err(|_| FileProblem::NotASpreadsheet)?;
    if archive.len() > ENTRIES {
        return Err(FileProblem::Bomb);
    }
    if archive.index_for_name("xl/workbook.bin").is_some() || archive.index_for_name("content.xml").is_some()
    {
        return Err(FileProblem::Unsupported);
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(FileProblem::NotASpreadsheet);
    }
    let mut total = 0;
    let mut buffer = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|_| FileProblem::NotASpreadsheet)?;
        let packed = entry.compressed_size();
        let strings = entry.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
        let mut unpacked: u64 = 0;
        let mut overlap = 0;
        loop {
            let read = entry.read(&mut buffer[overlap..]).map_err(|_| FileProblem::NotASpreadsheet)?;
            if read == 0 {
                break;
            }
            let growth = u64::try_from(read).unwrap_or(u64::MAX);
            unpacked += growth;
            total += growth;
            let steep = unpacked > 1024 * 1024 && unpacked / STEEPEST > packed;
            if total > LARGEST_UNPACKED || steep || strings && unpacked > LARGEST_STRINGS {
                return Err(FileProblem::Bomb);
            }
            // No spreadsheet program writes a document type; entities that unfold each other need one.
            let seen = overlap + read;
            if contains(&buffer[..seen], ENTITIES) || contains(&buffer[..seen], DOCTYPE) {
                return Err(FileProblem::Bomb);
            }
            overlap = seen.min(DOCTYPE.len() - 1);
            buffer.copy_within(seen - overlap..seen, 0);
        }
    }
    Ok(())
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == needle[0]) {
        if rest[at..].starts_with(needle) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}
