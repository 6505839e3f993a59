//! Files made to exhaust memory, disk or patience.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod support;

use std::io::{Cursor, Read, Seek, SeekFrom, Write};

use exchange::{FileProblem, ReadOptions, RowNumber, check_row, read_signals, read_signals_from};
use support::{HEADER, ROW, lists, rows, screen};
use zip::write::SimpleFileOptions;

/// A file that is never in memory: a head, then the same piece again and again. It remembers the largest buffer
/// anyone asked it to fill, and how far it was read.
struct Endless {
    head: Vec<u8>,
    piece: Vec<u8>,
    length: u64,
    at: u64,
    furthest: u64,
    largest_buffer: usize,
}

impl Endless {
    fn new(head: &str, piece: &str, length: u64) -> Self {
        let (head, piece) = (head.as_bytes().to_vec(), piece.as_bytes().to_vec());
        Self { head, piece, length, at: 0, furthest: 0, largest_buffer: 0 }
    }
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.largest_buffer = self.largest_buffer.max(buffer.len());
        let left = usize::try_from(self.length - self.at).unwrap_or(usize::MAX);
        let wanted = buffer.len().min(left);
        let head = self.head.len() as u64;
        let from = if self.at < head {
            &self.head[self.at as usize..]
        } else {
            &self.piece[((self.at - head) % self.piece.len() as u64) as usize..]
        };
        let given = wanted.min(from.len());
        buffer[..given].copy_from_slice(&from[..given]);
        self.at += given as u64;
        self.furthest = self.furthest.max(self.at);
        Ok(given)
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        assert_eq!(to, SeekFrom::Start(0), "a file of signals is only ever read from its start");
        self.at = 0;
        Ok(0)
    }
}

#[test]
fn two_hundred_megabytes_of_rows_stream_through_small_buffers() {
    let long = ROW.replace("Er is", &"x".repeat(900));
    let mut source =
        Endless::new(&format!("{HEADER}\n"), &format!("{long}\n"), HEADER.len() as u64 + 1 + 1000 * 200_000);
    let lists = lists();
    let mut seen = 0;
    let mut last = RowNumber { row: 0, line: 0 };
    let report = read_signals_from(&mut source, ReadOptions { labels: false }, &mut |number, raw| {
        // Each row is a fresh value that this closure drops: nothing but the buffers lives on.
        if number.row % 10_000 == 0 {
            assert!(check_row(number, raw, &lists, screen()).is_ok());
        }
        seen += 1;
        last = number;
        Ok(())
    })
    .unwrap();
    assert!(source.length > 190_000_000);
    assert_eq!((seen, last.line), (report.rows, report.rows + 1));
    assert!(source.largest_buffer <= 64 * 1024);
}

#[test]
fn a_single_line_of_two_gigabytes_is_refused_after_its_beginning() {
    let mut source = Endless::new("", "organisation,", 2_000_000_000);
    let read = read_signals_from(&mut source, ReadOptions::default(), &mut |_, _| Ok(()));
    assert_eq!(read, Err(FileProblem::LineTooLong { line: 1 }));
    assert!(source.furthest < 1_000_000, "read {}", source.furthest);

    let mut source = Endless::new(&format!("{HEADER}\n{ROW}\n"), "aap noot mies ", 2_000_000_000);
    let read = read_signals_from(&mut source, ReadOptions::default(), &mut |_, _| Ok(()));
    assert_eq!(read, Err(FileProblem::LineTooLong { line: 3 }));
    assert!(source.furthest < 1_000_000);
}

#[test]
fn a_quote_that_never_closes_is_refused_where_it_opens() {
    let head = format!("{HEADER}\n{ROW}\nhet-kompas,2025-03,\"");
    let mut source = Endless::new(&head, "regel na regel\n", 50_000_000);
    let mut handed_on = 0;
    let read = read_signals_from(&mut source, ReadOptions::default(), &mut |_, _| {
        handed_on += 1;
        Ok(())
    });
    assert_eq!(read, Err(FileProblem::LineTooLong { line: 3 }));
    assert_eq!(handed_on, 1);
}

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn an_archive_that_unpacks_to_far_more_is_a_bomb() {
    let zeros = vec![b' '; 40 * 1024 * 1024];
    let bomb = archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 100_000);
    assert_eq!(rows(&bomb).unwrap_err(), FileProblem::Bomb);
}

#[test]
fn shared_strings_beyond_their_limit_are_a_bomb_even_when_they_pack_badly() {
    let mut state: u32 = 1;
    let strings: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        b"abcdefgh"[(state >> 29) as usize]
    })
    .take(65 * 1024 * 1024)
    .collect();
    let bomb = archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", &strings)]);
    assert_eq!(rows(&bomb).unwrap_err(), FileProblem::Bomb);
}

#[test]
fn entities_that_unfold_each_other_are_a_bomb() {
    let lol = b"<?xml version=\"1.0\"?>\n<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><w>&b;</w>";
    let bomb = archive(&[("xl/workbook.xml", lol)]);
    assert_eq!(rows(&bomb).unwrap_err(), FileProblem::Bomb);
}

#[test]
fn archives_that_are_no_workbook_are_told_apart() {
    assert_eq!(rows(&archive(&[("photo.jpg", b"x")])).unwrap_err(), FileProblem::NotASpreadsheet);
    assert_eq!(rows(&archive(&[("content.xml", b"<x/>")])).unwrap_err(), FileProblem::Unsupported);
    assert_eq!(rows(&archive(&[("xl/workbook.bin", b"x")])).unwrap_err(), FileProblem::Unsupported);
    assert_eq!(rows(b"PK\x03\x04 and nothing more").unwrap_err(), FileProblem::NotASpreadsheet);
    assert_eq!(
        rows(&archive(&[("xl/workbook.xml", b"<workbook>")])).unwrap_err(),
        FileProblem::NotASpreadsheet
    );
    assert_eq!(rows(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").unwrap_err(), FileProblem::Unsupported);
}

#[test]
fn a_workbook_cut_anywhere_is_refused_and_never_half_read() {
    let whole = exchange::write_signals(
        exchange::SignalFormat::Xlsx,
        Vec::new(),
        support::signals(format!("{HEADER}\n{ROW}\n{ROW}\n").as_bytes()),
    )
    .unwrap();
    assert_eq!(rows(&whole).unwrap().1.len(), 2);
    for length in (8..whole.len()).step_by(whole.len() / 40) {
        assert_eq!(rows(&whole[..length]).unwrap_err(), FileProblem::NotASpreadsheet, "at {length}");
    }
}

#[test]
fn a_folder_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let read = read_signals(folder.path(), ReadOptions::default(), &mut |_, _| Ok(()));
    assert_eq!(read, Err(FileProblem::Unreadable));
}
