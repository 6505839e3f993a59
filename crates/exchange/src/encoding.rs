//! In which encoding a text file is written, and with which character between its cells.
//!
//! The file is read twice: once here, to the end, so that the decision rests on every byte; then to take the
//! rows. Memory is two buffers, however long the file or a line of it.

use std::io::{ErrorKind, Read};

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::problem::FileProblem;
use crate::record::LONGEST_RECORD;

/// The encoding of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEncoding {
    /// UTF-8, without a byte order mark.
    Utf8,
    /// UTF-8 after a byte order mark.
    Utf8WithMark,
    /// UTF-16, little end first, after a byte order mark.
    Utf16Le,
    /// UTF-16, big end first, after a byte order mark.
    Utf16Be,
    /// Windows-1252: what is not UTF-8.
    Windows1252,
}

/// What the first reading of a text file found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextForm {
    pub encoding: TextEncoding,
    pub delimiter: u8,
}

const BUFFER: usize = 64 * 1024;

/// Reads a text to its end and says how it is written; an error for what cannot be a file of signals.
pub(crate) fn text_form(source: &mut dyn Read) -> Result<TextForm, FileProblem> {
    let mut buffer = vec![0; BUFFER];
    let mut filled = fill(source, &mut buffer)?;
    let (wide, mark) = match &buffer[..filled] {
        [0xEF, 0xBB, 0xBF, ..] => (None, 3),
        [0xFF, 0xFE, ..] => (Some(TextEncoding::Utf16Le), 2),
        [0xFE, 0xFF, ..] => (Some(TextEncoding::Utf16Be), 2),
        _ => (None, 0),
    };
    let mut scan = Scan::default();
    let mut utf8 = Utf8Count::default();
    let mut surrogates = Surrogates::default();
    let mut start = mark;
    while filled > 0 {
        let bytes = &buffer[start..filled];
        match wide {
            None => {
                utf8.take(bytes, scan.line);
                for byte in bytes {
                    scan.unit(u16::from(*byte))?;
                }
            }
            Some(encoding) => {
                // `fill` reads whole buffers, so only the end of the file can split a unit.
                let mut units = bytes.chunks_exact(2);
                for pair in &mut units {
                    let unit = match encoding {
                        TextEncoding::Utf16Le => u16::from_le_bytes([pair[0], pair[1]]),
                        _ => u16::from_be_bytes([pair[0], pair[1]]),
                    };
                    surrogates.unit(unit, scan.line);
                    scan.unit(unit)?;
                }
                if !units.remainder().is_empty() {
                    return Err(FileProblem::CutInTheMiddle { line: scan.line });
                }
            }
        }
        scan.refuse_binary()?;
        start = 0;
        filled = fill(source, &mut buffer)?;
    }
    if !scan.has_text {
        return Err(FileProblem::Empty);
    }
    let encoding = match wide {
        Some(encoding) => {
            surrogates.finish(scan.line);
            match surrogates.bad_line {
                Some(line) => return Err(FileProblem::BadEncoding { line }),
                None => encoding,
            }
        }
        None => utf8.encoding(mark > 0, scan.line)?,
    };
    Ok(TextForm { encoding, delimiter: scan.delimiter() })
}

/// Reads until the buffer is full or the source at its end.
fn fill(source: &mut dyn Read, buffer: &mut [u8]) -> Result<usize, FileProblem> {
    let mut filled = 0;
    while filled < buffer.len() {
        match source.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return Err(FileProblem::Unreadable),
        }
    }
    Ok(filled)
}

/// Lines, lengths and control characters, over code units of one or two bytes.
struct Scan {
    line: u64,
    line_length: usize,
    units: u64,
    controls: u64,
    has_text: bool,
    header_done: bool,
    quoted: bool,
    delimiters: [u32; 3],
}

impl Default for Scan {
    fn default() -> Self {
        Self {
            line: 1,
            line_length: 0,
            units: 0,
            controls: 0,
            has_text: false,
            header_done: false,
            quoted: false,
            delimiters: [0; 3],
        }
    }
}

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

impl Scan {
    fn unit(&mut self, unit: u16) -> Result<(), FileProblem> {
        self.units += 1;
        self.line_length += 1;
        if unit < 0x20 {
            match unit {
                0x0A | 0x0D => {
                    self.line += u64::from(unit == 0x0A);
                    self.line_length = 0;
                    self.header_done |= self.has_text && !self.quoted;
                    return Ok(());
                }
                0x09 => {}
                0 => return Err(FileProblem::Binary),
                _ => self.controls += 1,
            }
        }
        if unit > 0x20 {
            self.has_text = true;
        }
        if !self.header_done {
            if unit == u16::from(b'"') {
                self.quoted = !self.quoted;
            } else if !self.quoted
                && let Some(at) = DELIMITERS.iter().position(|delimiter| u16::from(*delimiter) == unit)
            {
                self.delimiters[at] += 1;
            }
        }
        // A row never ends within a line, so this refuses a line of any length after its first 64 KiB.
        if self.line_length > LONGEST_RECORD {
            self.refuse_binary()?;
            return Err(FileProblem::LineTooLong { line: self.line });
        }
        Ok(())
    }

    /// More than one control character in a hundred, and not just a few: no text.
    fn refuse_binary(&self) -> Result<(), FileProblem> {
        if self.controls >= 8 && self.controls * 100 > self.units { Err(FileProblem::Binary) } else { Ok(()) }
    }

    /// The most frequent in the header, outside quotes; a comma where there is none.
    fn delimiter(&self) -> u8 {
        let most = self.delimiters.iter().max().copied().unwrap_or(0);
        self.delimiters.iter().position(|count| *count == most).map_or(b',', |at| DELIMITERS[at])
    }
}

/// Whether bytes are UTF-8, over chunks that may split a character.
#[derive(Default)]
struct Utf8Count {
    carried: Vec<u8>,
    beyond_ascii: u64,
    invalid: u64,
    first_invalid_line: u64,
}

impl Utf8Count {
    fn take(&mut self, bytes: &[u8], line: u64) {
        let joined;
        let mut rest = if self.carried.is_empty() {
            bytes
        } else {
            joined = [self.carried.as_slice(), bytes].concat();
            self.carried.clear();
            joined.as_slice()
        };
        let whole = rest;
        loop {
            match std::str::from_utf8(rest) {
                Ok(valid) => {
                    self.count(valid.as_bytes());
                    return;
                }
                Err(error) => {
                    let (valid, after) = rest.split_at(error.valid_up_to());
                    self.count(valid);
                    let Some(length) = error.error_len() else {
                        self.carried = after.to_vec();
                        return;
                    };
                    if self.invalid == 0 {
                        let before = &whole[..whole.len() - after.len()];
                        let lines = before.iter().filter(|byte| **byte == b'\n').count();
                        self.first_invalid_line = line + u64::try_from(lines).unwrap_or(0);
                    }
                    self.invalid += 1;
                    rest = &after[length..];
                }
            }
        }
    }

    fn count(&mut self, valid: &[u8]) {
        let leading = valid.iter().filter(|byte| **byte >= 0xC0).count();
        self.beyond_ascii += u64::try_from(leading).unwrap_or(0);
    }

    /// A file that is UTF-8 but for a few bytes is a damaged UTF-8 file: read as Windows-1252 it would store
    /// nonsense for every accented letter.
    fn encoding(&self, marked: bool, last_line: u64) -> Result<TextEncoding, FileProblem> {
        let cut = !self.carried.is_empty();
        let mostly_utf8 = marked || self.beyond_ascii > self.invalid;
        match (self.invalid, cut) {
            (0, false) if marked => Ok(TextEncoding::Utf8WithMark),
            (0, false) => Ok(TextEncoding::Utf8),
            (0, true) if mostly_utf8 => Err(FileProblem::CutInTheMiddle { line: last_line }),
            _ if mostly_utf8 => Err(FileProblem::BadEncoding { line: self.first_invalid_line.max(1) }),
            _ => Ok(TextEncoding::Windows1252),
        }
    }
}

/// Whether the surrogates of UTF-16 come in pairs.
#[derive(Default)]
struct Surrogates {
    open: bool,
    bad_line: Option<u64>,
}

impl Surrogates {
    fn unit(&mut self, unit: u16, line: u64) {
        let low = (0xDC00..=0xDFFF).contains(&unit);
        if self.open != low {
            self.bad_line.get_or_insert(line);
        }
        self.open = (0xD800..=0xDBFF).contains(&unit);
    }

    fn finish(&mut self, line: u64) {
        if self.open {
            self.bad_line.get_or_insert(line);
        }
    }
}

/// A text in any of the encodings, as chunks of UTF-8.
pub(crate) struct Decoded<R> {
    source: R,
    decoder: Option<Decoder>,
    to_skip: usize,
    input: Vec<u8>,
    output: Vec<u8>,
    at_end: bool,
}

impl<R: Read> Decoded<R> {
    pub(crate) fn new(source: R, encoding: TextEncoding) -> Self {
        let (decoder, to_skip) = match encoding {
            TextEncoding::Utf8 => (None, 0),
            TextEncoding::Utf8WithMark => (None, 3),
            TextEncoding::Utf16Le => (Some(UTF_16LE.new_decoder_without_bom_handling()), 2),
            TextEncoding::Utf16Be => (Some(UTF_16BE.new_decoder_without_bom_handling()), 2),
            TextEncoding::Windows1252 => (Some(WINDOWS_1252.new_decoder_without_bom_handling()), 0),
        };
        Self { source, decoder, to_skip, input: vec![0; BUFFER], output: Vec::new(), at_end: false }
    }

    /// The next chunk; empty only at the end.
    pub(crate) fn next_chunk(&mut self) -> Result<&[u8], FileProblem> {
        if self.at_end {
            return Ok(&[]);
        }
        let filled = fill(&mut self.source, &mut self.input)?;
        self.at_end = filled < self.input.len();
        let bytes = &self.input[self.to_skip.min(filled)..filled];
        self.to_skip = 0;
        let Some(decoder) = &mut self.decoder else { return Ok(bytes) };
        let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(BUFFER * 4);
        self.output.resize(room, 0);
        let (_, _, written, _) = decoder.decode_to_utf8(bytes, &mut self.output, self.at_end);
        Ok(&self.output[..written])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(bytes: &[u8]) -> Result<TextForm, FileProblem> {
        text_form(&mut &bytes[..])
    }

    fn decoded(bytes: &[u8]) -> String {
        let mut decoded = Decoded::new(bytes, form(bytes).unwrap().encoding);
        let mut text = Vec::new();
        loop {
            let chunk = decoded.next_chunk().unwrap();
            if chunk.is_empty() {
                return String::from_utf8(text).unwrap();
            }
            text.extend_from_slice(chunk);
        }
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        units.flat_map(|unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "probleem;plaats\nGeen gehoor bij één dienst, « près de la gare » – 12 €;21004\n";
        let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        for bytes in [text.as_bytes().to_vec(), windows, marked, utf16(text, true), utf16(text, false)] {
            assert_eq!(decoded(&bytes), text);
            assert_eq!(form(&bytes).unwrap().delimiter, b';');
        }
    }

    #[test]
    fn a_delimiter_within_quotes_does_not_count() {
        assert_eq!(form(b"\"a,b,c,d\";e\n").unwrap().delimiter, b';');
        assert_eq!(form(b"a\tb\tc;d\n1,1,1,1,1\n").unwrap().delimiter, b'\t');
    }

    #[test]
    fn a_file_of_bytes_that_no_text_has_is_binary() {
        assert_eq!(form(b"a,b\0c\n"), Err(FileProblem::Binary));
        let noise: Vec<u8> = (0..4000).map(|i: u32| (i % 31 + 1) as u8).collect();
        assert_eq!(form(&noise), Err(FileProblem::Binary));
    }

    #[test]
    fn nothing_but_white_space_is_empty() {
        for bytes in [&b""[..], b"\n\n  \r\n", b"\xEF\xBB\xBF", b"\xFF\xFE"] {
            assert_eq!(form(bytes), Err(FileProblem::Empty));
        }
    }

    #[test]
    fn a_damaged_utf8_file_is_not_taken_for_windows_1252() {
        let damaged = [("één café\nà côté\n").as_bytes(), b"d\xE9p\n"].concat();
        assert_eq!(form(&damaged), Err(FileProblem::BadEncoding { line: 3 }));
        let cut = &"één\nété".as_bytes()[..7];
        assert_eq!(form(cut), Err(FileProblem::CutInTheMiddle { line: 2 }));
    }

    #[test]
    fn half_a_surrogate_pair_is_bad_encoding() {
        let lone = [0xFF, 0xFE, b'a', 0, b'\n', 0, 0x00, 0xD8, b'b', 0];
        assert_eq!(form(&lone), Err(FileProblem::BadEncoding { line: 2 }));
        assert_eq!(form(&lone[..7]), Err(FileProblem::CutInTheMiddle { line: 2 }));
    }

    #[test]
    fn characters_split_over_buffers_are_read_whole() {
        let text = format!("{}\n", "é€😀".repeat(3)).repeat(5000);
        assert_eq!(decoded(text.as_bytes()), text);
        assert_eq!(decoded(&utf16(&text, true)), text);
    }
}
