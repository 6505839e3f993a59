//! Which characters the codes of a PDF font stand for, and how wide they run.

use std::collections::BTreeMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use crate::printed::Why;

/// A font as the attacker needs it.
pub(super) struct Font {
    characters: CMap,
    widths: BTreeMap<u32, f64>,
    otherwise: f64,
    bytes: usize,
}

impl Font {
    /// A font is readable only where the file says which characters its codes stand for.
    pub fn read(font: &Dict<'_>) -> Result<Self, Why> {
        let data = font.get::<Stream<'_>>("ToUnicode").ok_or(Why::Font)?;
        let data = data.decoded().map_err(|_| Why::Font)?;
        let characters = CMap::parse(&data, |_| None).ok_or(Why::Font)?;
        if font.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_ref() == b"Type0") {
            if font.get::<Name<'_>>("Encoding").is_none_or(|name| name.as_ref() != b"Identity-H") {
                return Err(Why::Font);
            }
            let descendant = font.get::<Array<'_>>("DescendantFonts").and_then(|all| all.iter().next());
            let descendant: Dict<'_> = descendant.ok_or(Why::Font)?;
            let otherwise = descendant.get::<Number>("DW").map_or(1.0, |width| width.as_f64() / 1000.0);
            return Ok(Self { characters, widths: spread(&descendant), otherwise, bytes: 2 });
        }
        let unit = match font.get::<Array<'_>>("FontMatrix") {
            Some(matrix) => matrix.iter::<Number>().next().map_or(0.001, |a| a.as_f64()),
            None => 0.001,
        };
        let first = font.get::<Number>("FirstChar").map_or(0, |first| first.as_i64());
        let first = u32::try_from(first).map_err(|_| Why::Font)?;
        let widths = font.get::<Array<'_>>("Widths").ok_or(Why::Font)?;
        let widths =
            (first..).zip(widths.iter::<Number>()).map(|(code, width)| (code, width.as_f64() * unit));
        Ok(Self { characters, widths: widths.collect(), otherwise: 0.0, bytes: 1 })
    }

    /// The characters of a string, and the widths of its codes in parts of the size, one by one.
    pub fn shown(&self, string: &[u8]) -> Result<(String, Vec<f64>), Why> {
        let mut text = String::new();
        let mut widths = Vec::new();
        for code in string.chunks(self.bytes) {
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            match self.characters.lookup_bf_string(code).ok_or(Why::Font)? {
                BfString::Char(character) => text.push(character),
                BfString::String(characters) => text.push_str(&characters),
            }
            widths.push(self.widths.get(&code).copied().unwrap_or(self.otherwise));
        }
        Ok((text, widths))
    }
}

/// The array `W`: a code and the widths from there, or two codes and the width of all between.
fn spread(font: &Dict<'_>) -> BTreeMap<u32, f64> {
    let mut widths = BTreeMap::new();
    let mut codes: Vec<f64> = Vec::new();
    for item in font.get::<Array<'_>>("W").into_iter().flat_map(|all| all.iter::<Object<'_>>()) {
        match item {
            Object::Array(run) => {
                let first = codes.pop().unwrap_or_default() as u32;
                let run = run.iter::<Number>().map(|width| width.as_f64() / 1000.0);
                widths.extend((first..).zip(run));
            }
            Object::Number(number) => codes.push(number.as_f64()),
            _ => {}
        }
        if let [first, last, width] = codes[..] {
            let last = (last as u32).min(first as u32 + 0xffff);
            widths.extend((first as u32..=last).map(|code| (code, width / 1000.0)));
            codes.clear();
        }
    }
    widths
}
