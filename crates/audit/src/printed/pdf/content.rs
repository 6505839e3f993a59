//! What a page draws: pieces of text and shapes, by the marked content they stand in.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::fonts::Font;
use super::string;
use crate::printed::Why;
use crate::printed::document::{Form, Shape, Word};

/// One stretch of marked content, or what stands outside all.
#[derive(Debug, Default)]
pub(super) struct Mark {
    /// Its number on the page, by which the structure names it.
    pub number: Option<i64>,
    /// Words that the mark itself carries for its content.
    pub said: Vec<String>,
    pub pieces: Vec<Word>,
    pub shapes: Vec<Shape>,
}

/// Everything a page draws, in order.
pub(super) fn marks(page: &Page<'_>) -> Result<Vec<Mark>, Why> {
    let Some(stream) = page.page_stream() else {
        let empty = !page.raw().contains_key("Contents");
        return if empty { Ok(Vec::new()) } else { Err(Why::Broken) };
    };
    let mut reader = Reader {
        marks: vec![Mark::default()],
        open: Vec::new(),
        fonts: BTreeMap::new(),
        // The page's y grows upwards; here it grows downwards.
        state: State { space: Matrix([1.0, 0.0, 0.0, -1.0, 0.0, 0.0]), ..State::default() },
    };
    reader.run(stream, page.resources(), 0)?;
    Ok(reader.marks)
}

/// Forms within forms, at most so deep.
const DEEPEST: usize = 8;
/// A step back in a string further than this, in thousandths of the size, is a space.
const SPACE: f64 = -250.0;

#[derive(Clone)]
struct State {
    space: Matrix,
    light: f64,
    font: Option<Rc<Font>>,
    size: f64,
    between: f64,
    between_words: f64,
    stretch: f64,
    leading: f64,
    line: Matrix,
    text: Matrix,
}

impl Default for State {
    fn default() -> Self {
        Self {
            space: Matrix::IDENTITY,
            light: 0.0,
            font: None,
            size: 1.0,
            between: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            line: Matrix::IDENTITY,
            text: Matrix::IDENTITY,
        }
    }
}

struct Reader {
    marks: Vec<Mark>,
    open: Vec<Open>,
    fonts: BTreeMap<(Vec<u8>, usize), Rc<Font>>,
    state: State,
}

/// A mark that has begun.
struct Open {
    /// The place in `marks` that takes what is drawn.
    at: usize,
    /// The characters that stand for what is drawn from this piece on.
    instead: Option<(String, usize)>,
}

impl Reader {
    fn run(&mut self, stream: &[u8], resources: &Resources<'_>, depth: usize) -> Result<(), Why> {
        if depth > DEEPEST {
            return Err(Why::Broken);
        }
        let (marks_open, mut saved) = (self.open.len(), Vec::new());
        let mut path = Path::default();
        let mut operations = TypedIter::new(stream);
        while let Some(operation) = operations.next() {
            match operation {
                Op::SaveState(_) => saved.push(self.state.clone()),
                Op::RestoreState(_) => self.state = saved.pop().ok_or(Why::Broken)?,
                Op::Transform(m) => {
                    let m = Matrix([m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64()));
                    self.state.space = m.then(&self.state.space);
                }
                Op::BeginMarkedContent(mark) => self.begin(mark.0, None, resources)?,
                Op::BeginMarkedContentWithProperties(mark) => self.begin(mark.0, Some(mark.1), resources)?,
                Op::EndMarkedContent(_) => self.end()?,
                Op::BeginText(_) => {
                    self.state.line = Matrix::IDENTITY;
                    self.state.text = Matrix::IDENTITY;
                }
                Op::TextFont(font) => {
                    self.state.font = Some(self.font(font.0, resources, depth)?);
                    self.state.size = font.1.as_f64();
                }
                Op::CharacterSpacing(n) => self.state.between = n.0.as_f64(),
                Op::WordSpacing(n) => self.state.between_words = n.0.as_f64(),
                Op::HorizontalScaling(n) => self.state.stretch = n.0.as_f64() / 100.0,
                Op::TextLeading(n) => self.state.leading = n.0.as_f64(),
                Op::SetTextMatrix(m) => {
                    self.state.line = Matrix([m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64()));
                    self.state.text = self.state.line.clone();
                }
                Op::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
                Op::NextLineAndSetLeading(by) => {
                    self.state.leading = -by.1.as_f64();
                    self.next_line(by.0.as_f64(), by.1.as_f64());
                }
                Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
                Op::ShowText(shown) => self.show(&[Shown::Text(shown.0.as_bytes())])?,
                Op::NextLineAndShowText(shown) => {
                    self.next_line(0.0, -self.state.leading);
                    self.show(&[Shown::Text(shown.0.as_bytes())])?;
                }
                Op::ShowTextWithParameters(shown) => {
                    self.state.between_words = shown.0.as_f64();
                    self.state.between = shown.1.as_f64();
                    self.next_line(0.0, -self.state.leading);
                    self.show(&[Shown::Text(shown.2.as_bytes())])?;
                }
                Op::ShowTexts(shown) => {
                    let items: Vec<Object<'_>> = shown.0.iter::<Object<'_>>().collect();
                    let items = items.iter().filter_map(|item| match item {
                        Object::String(text) => Some(Shown::Text(text.as_bytes())),
                        Object::Number(by) => Some(Shown::Back(by.as_f64())),
                        _ => None,
                    });
                    self.show(&items.collect::<Vec<_>>())?;
                }
                Op::NonStrokeColor(color) => {
                    let parts: Vec<f64> = color.0.iter().map(|part| part.as_f64()).collect();
                    self.state.light = light(&parts);
                }
                Op::NonStrokeColorNamed(color) => {
                    let parts: Vec<f64> = color.0.iter().map(|part| part.as_f64()).collect();
                    self.state.light = light(&parts);
                }
                Op::NonStrokeColorDeviceGray(gray) => self.state.light = gray.0.as_f64(),
                Op::NonStrokeColorDeviceRgb(rgb) => {
                    self.state.light = light(&[rgb.0.as_f64(), rgb.1.as_f64(), rgb.2.as_f64()]);
                }
                Op::NonStrokeColorCmyk(ink) => {
                    let parts = [ink.0.as_f64(), ink.1.as_f64(), ink.2.as_f64(), ink.3.as_f64()];
                    self.state.light = light(&parts);
                }
                Op::MoveTo(to) => path.start(self.place(to.0, to.1)),
                Op::LineTo(to) => path.line(self.place(to.0, to.1)),
                Op::CubicTo(to) => path.curve(self.place(to.4, to.5)),
                Op::CubicStartTo(to) => path.curve(self.place(to.2, to.3)),
                Op::CubicEndTo(to) => path.curve(self.place(to.2, to.3)),
                Op::RectPath(rect) => {
                    let (x, y) = (rect.0.as_f64(), rect.1.as_f64());
                    let (width, height) = (rect.2.as_f64(), rect.3.as_f64());
                    path.start(self.state.space.of(x, y));
                    path.line(self.state.space.of(x + width, y));
                    path.line(self.state.space.of(x + width, y + height));
                    path.line(self.state.space.of(x, y + height));
                }
                Op::FillPathNonZero(_)
                | Op::FillPathNonZeroCompatibility(_)
                | Op::FillPathEvenOdd(_)
                | Op::FillAndStrokeNonZero(_)
                | Op::FillAndStrokeEvenOdd(_)
                | Op::CloseFillAndStrokeNonZero(_)
                | Op::CloseFillAndStrokeEvenOdd(_)
                | Op::StrokePath(_)
                | Op::CloseAndStrokePath(_) => {
                    let light = self.state.light;
                    self.mark().shapes.extend(path.shapes(light));
                }
                Op::EndPath(_) => path = Path::default(),
                Op::XObject(name) => {
                    let form = resources.get_x_object(name.0).ok_or(Why::Broken)?;
                    self.form(&form, resources, depth)?;
                }
                // What an image shows cannot be read.
                Op::InlineImage(_) => return Err(Why::Picture),
                Op::Fallback(_) => return Err(Why::Broken),
                _ => {}
            }
        }
        // A stream that breaks off leaves something open.
        let whole = saved.is_empty() && self.open.len() == marks_open && path.is_empty();
        whole.then_some(()).ok_or(Why::Broken)
    }

    fn mark(&mut self) -> &mut Mark {
        let at = self.open.last().map_or(0, |open| open.at);
        &mut self.marks[at]
    }

    fn begin(
        &mut self,
        tag: &Name<'_>,
        properties: Option<&Object<'_>>,
        resources: &Resources<'_>,
    ) -> Result<(), Why> {
        let properties = match properties {
            None => Dict::empty(),
            Some(Object::Dict(dict)) => dict.clone(),
            Some(Object::Name(name)) => {
                resources.properties.get::<Dict<'_>>(name.clone()).ok_or(Why::Broken)?
            }
            Some(_) => return Err(Why::Broken),
        };
        let number = properties.get::<Number>("MCID").map(|number| number.as_i64());
        // A mark without a number of its own belongs to the one around it, unless it is an ornament.
        let within = self.open.last().map(|open| open.at);
        let at = match within {
            Some(at) if number.is_none() && tag.as_ref() != b"Artifact" => at,
            _ => {
                self.marks.push(Mark { number, ..Mark::default() });
                self.marks.len() - 1
            }
        };
        self.marks[at].said.extend(["Alt", "E"].into_iter().filter_map(|key| string(&properties, key)));
        let instead = string(&properties, "ActualText").map(|text| (text, self.marks[at].pieces.len()));
        self.open.push(Open { at, instead });
        Ok(())
    }

    fn end(&mut self) -> Result<(), Why> {
        let Open { at, instead } = self.open.pop().ok_or(Why::Broken)?;
        let Some((text, from)) = instead else { return Ok(()) };
        // The letters drawn are often a ligature or a hyphen at the end of a line; both are read.
        let drawn = self.marks[at].pieces.split_off(from);
        let differs = |piece: &Word| piece.text.chars().any(char::is_numeric) && !text.contains(&piece.text);
        let hidden: Vec<String> =
            drawn.iter().filter(|piece| differs(piece)).map(|piece| piece.text.clone()).collect();
        self.marks[at].said.extend(hidden);
        match (drawn.first(), drawn.last()) {
            (Some(first), Some(last)) => {
                let piece = Word { text, right: last.right, ..first.clone() };
                self.marks[at].pieces.push(piece);
            }
            _ => self.marks[at].said.push(text),
        }
        Ok(())
    }

    fn form(&mut self, form: &Stream<'_>, resources: &Resources<'_>, depth: usize) -> Result<(), Why> {
        let dict = form.dict();
        if dict.get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_ref() != b"Form") {
            return Err(Why::Picture);
        }
        let data = form.decoded().map_err(|_| Why::Broken)?;
        let before = self.state.clone();
        if let Some(matrix) = dict.get::<Array<'_>>("Matrix") {
            let parts: Vec<f64> = matrix.iter::<Number>().map(|n| n.as_f64()).collect();
            let parts: [f64; 6] = parts.try_into().map_err(|_| Why::Broken)?;
            self.state.space = Matrix(parts).then(&self.state.space);
        }
        let own = dict.get::<Dict<'_>>("Resources").unwrap_or_else(Dict::empty);
        let resources = Resources::from_parent(own, resources.clone());
        self.run(&data, &resources, depth + 1)?;
        self.state = before;
        Ok(())
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>, depth: usize) -> Result<Rc<Font>, Why> {
        // The same name may be another font in a form.
        let key = (name.as_ref().to_vec(), depth);
        if depth == 0
            && let Some(font) = self.fonts.get(&key)
        {
            return Ok(Rc::clone(font));
        }
        let font = Rc::new(Font::read(&resources.get_font(name).ok_or(Why::Font)?)?);
        self.fonts.insert(key, Rc::clone(&font));
        Ok(font)
    }

    fn place(&self, x: Number, y: Number) -> (f64, f64) {
        self.state.space.of(x.as_f64(), y.as_f64())
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.state.line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.state.line);
        self.state.text = self.state.line.clone();
    }

    fn show(&mut self, items: &[Shown<'_>]) -> Result<(), Why> {
        let font = self.state.font.clone().ok_or(Why::Font)?;
        let state = &mut self.state;
        let (left, baseline) = state.text.then(&state.space).of(0.0, 0.0);
        let mut text = String::new();
        for item in items {
            let by = match item {
                Shown::Back(by) => {
                    if *by < SPACE && !text.is_empty() {
                        text.push(' ');
                    }
                    -by / 1000.0 * state.size
                }
                Shown::Text(string) => {
                    let (characters, widths) = font.shown(string)?;
                    let spaces = characters.chars().filter(|character| *character == ' ').count() as f64;
                    text.push_str(&characters);
                    widths.iter().sum::<f64>() * state.size
                        + widths.len() as f64 * state.between
                        + spaces * state.between_words
                }
            };
            state.text = Matrix([1.0, 0.0, 0.0, 1.0, by * state.stretch, 0.0]).then(&state.text);
        }
        let whole = state.text.then(&state.space);
        let (right, _) = whole.of(0.0, 0.0);
        let size = state.size * whole.height();
        self.mark().pieces.push(Word { text, left, right, baseline, size });
        Ok(())
    }
}

enum Shown<'a> {
    Text(&'a [u8]),
    Back(f64),
}

/// How light a colour is: of one, three or four parts.
fn light(parts: &[f64]) -> f64 {
    match parts {
        [gray] => *gray,
        [red, green, blue] => 0.2126 * red + 0.7152 * green + 0.0722 * blue,
        [cyan, magenta, yellow, black] => {
            let part = |ink: f64| (1.0 - ink) * (1.0 - black);
            light(&[part(*cyan), part(*magenta), part(*yellow)])
        }
        _ => 0.0,
    }
}

#[derive(Debug, Clone)]
struct Matrix([f64; 6]);

impl Matrix {
    const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn then(&self, next: &Self) -> Self {
        let ([a, b, c, d, e, f], [na, nb, nc, nd, ne, nf]) = (self.0, next.0);
        Self([
            a * na + b * nc,
            a * nb + b * nd,
            c * na + d * nc,
            c * nb + d * nd,
            e * na + f * nc + ne,
            e * nb + f * nd + nf,
        ])
    }

    fn of(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How tall a unit becomes.
    fn height(&self) -> f64 {
        self.0[2].hypot(self.0[3])
    }
}

/// A path under construction: only its extent and form matter.
#[derive(Default)]
struct Path(Vec<(Vec<(f64, f64)>, bool)>);

impl Path {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn start(&mut self, at: (f64, f64)) {
        self.0.push((vec![at], false));
    }

    fn line(&mut self, to: (f64, f64)) {
        if let Some((points, _)) = self.0.last_mut() {
            points.push(to);
        }
    }

    fn curve(&mut self, to: (f64, f64)) {
        if let Some((points, curved)) = self.0.last_mut() {
            points.push(to);
            *curved = true;
        }
    }

    fn shapes(&mut self, light: f64) -> Vec<Shape> {
        let shape = |(points, curved): (Vec<(f64, f64)>, bool)| {
            let all = |pick: fn(&(f64, f64)) -> f64, better: fn(f64, f64) -> f64| {
                points.iter().map(pick).reduce(better).unwrap_or_default()
            };
            let form = match (curved, points.len()) {
                (true, _) => Form::Disc,
                (false, 0..=2) => Form::Line,
                (false, _) => Form::Box,
            };
            Shape {
                form,
                left: all(|at| at.0, f64::min),
                top: all(|at| at.1, f64::min),
                right: all(|at| at.0, f64::max),
                bottom: all(|at| at.1, f64::max),
                light,
            }
        };
        std::mem::take(&mut self.0).into_iter().map(shape).collect()
    }
}
