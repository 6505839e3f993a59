//! What a chart is made of, and how it becomes SVG.

use std::fmt::Write;

use crate::charts::Words;
use crate::palette::Colour;
use crate::text::{Weight, width_of};

/// The shapes of one chart, from back to front, in points.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scene {
    pub width: f64,
    pub height: f64,
    pub shapes: Vec<Shape>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    Rect { bounds: Bounds, fill: Colour, edge: Option<Colour> },
    Disc { x: f64, y: f64, radius: f64, fill: Colour, edge: Option<Colour> },
    Line { from: (f64, f64), to: (f64, f64), colour: Colour, weight: f64 },
    Text(Text),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Text {
    pub x: f64,
    pub baseline: f64,
    pub anchor: Anchor,
    pub style: Style,
    pub colour: Colour,
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    End,
}

/// Size in points, and weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub size: f64,
    pub weight: Weight,
}

impl Style {
    pub const fn new(size: f64, weight: Weight) -> Self {
        Self { size, weight }
    }

    /// How wide these words run, in points.
    pub fn width(self, words: &str) -> f64 {
        width_of(words, self.size, self.weight)
    }

    /// From one baseline to the next.
    pub fn leading(self) -> f64 {
        self.size * 1.2
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bounds {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Scene {
    pub const fn new(width: f64) -> Self {
        Self { width, height: 0.0, shapes: Vec::new() }
    }

    pub fn rect(&mut self, bounds: Bounds, fill: Colour, edge: Option<Colour>) {
        self.shapes.push(Shape::Rect { bounds, fill, edge });
    }

    pub fn disc(&mut self, x: f64, y: f64, radius: f64, fill: Colour, edge: Option<Colour>) {
        self.shapes.push(Shape::Disc { x, y, radius, fill, edge });
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: Colour, weight: f64) {
        self.shapes.push(Shape::Line { from, to, colour, weight });
    }

    pub fn text(&mut self, at: (f64, f64), anchor: Anchor, style: Style, colour: Colour, words: &str) {
        let (x, baseline) = at;
        self.shapes.push(Shape::Text(Text { x, baseline, anchor, style, colour, words: words.to_owned() }));
    }

    /// Lines one under the other, the first on this baseline.
    pub fn lines(&mut self, at: (f64, f64), style: Style, colour: Colour, lines: &[String]) {
        for (number, line) in lines.iter().enumerate() {
            let baseline = at.1 + number as f64 * style.leading();
            self.text((at.0, baseline), Anchor::Start, style, colour, line);
        }
    }

    /// The SVG, standing alone: an image whose title is the finding and whose description tells it in words.
    pub fn svg(&self, words: &Words) -> String {
        let (width, height) = (number(self.width), number(self.height));
        let language = words.language.code();
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"{language}\" xml:lang=\"{language}\" \
             width=\"{width}pt\" height=\"{height}pt\" viewBox=\"0 0 {width} {height}\" \
             font-family=\"'Source Sans 3', sans-serif\"><title>{}</title><desc>{}</desc>",
            escape(&words.title),
            escape(&words.description),
        );
        for shape in &self.shapes {
            shape.write(&mut svg);
        }
        svg.push_str("</svg>");
        svg
    }
}

impl Shape {
    fn write(&self, svg: &mut String) {
        // Writing to a String cannot fail.
        let _ = match self {
            Self::Rect { bounds: Bounds { x, y, width, height }, fill, edge } => write!(
                svg,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"{}/>",
                number(*x),
                number(*y),
                number(*width),
                number(*height),
                fill.hex(),
                stroke(*edge, 0.75),
            ),
            Self::Disc { x, y, radius, fill, edge } => write!(
                svg,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"{}/>",
                number(*x),
                number(*y),
                number(*radius),
                fill.hex(),
                stroke(*edge, 1.5),
            ),
            Self::Line { from, to, colour, weight } => write!(
                svg,
                "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>",
                number(from.0),
                number(from.1),
                number(to.0),
                number(to.1),
                stroke(Some(*colour), *weight),
            ),
            Self::Text(text) => write!(
                svg,
                "<text x=\"{}\" y=\"{}\"{}{} font-size=\"{}\" fill=\"{}\">{}</text>",
                number(text.x),
                number(text.baseline),
                if text.anchor == Anchor::End { " text-anchor=\"end\"" } else { "" },
                match text.style.weight {
                    Weight::Light => " font-weight=\"300\"",
                    Weight::Regular => "",
                    Weight::Semibold => " font-weight=\"600\"",
                },
                number(text.style.size),
                text.colour.hex(),
                escape(&text.words),
            ),
        };
    }
}

fn stroke(edge: Option<Colour>, weight: f64) -> String {
    edge.map_or_else(String::new, |edge| {
        format!(" stroke=\"{}\" stroke-width=\"{}\"", edge.hex(), number(weight))
    })
}

/// At most two decimals, no trailing zeros, never `-0`.
fn number(value: f64) -> String {
    let fixed = format!("{value:.2}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// Words as XML text: markup is escaped, characters that XML forbids are left out.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if character.is_control() => {}
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
impl Text {
    /// From above the capitals to below the descenders.
    pub fn bounds(&self) -> Bounds {
        let width = self.style.width(&self.words);
        let x = if self.anchor == Anchor::End { self.x - width } else { self.x };
        Bounds { x, y: self.baseline - 0.76 * self.style.size, width, height: 0.98 * self.style.size }
    }
}

#[cfg(test)]
impl Bounds {
    pub fn overlaps(self, other: Self) -> bool {
        let apart = |a: f64, length: f64, b: f64| a + length <= b + 0.01;
        !(apart(self.x, self.width, other.x)
            || apart(other.x, other.width, self.x)
            || apart(self.y, self.height, other.y)
            || apart(other.y, other.height, self.y))
    }

    pub fn holds(self, other: Self) -> bool {
        self.x <= other.x + 0.01
            && self.y <= other.y + 0.01
            && self.x + self.width >= other.x + other.width - 0.01
            && self.y + self.height >= other.y + other.height - 0.01
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_words_is_printed_and_never_read() {
        assert_eq!(escape("a<b & \"c\" 'd'>\u{0}\u{1b}\n"), "a&lt;b &amp; &quot;c&quot; &#39;d&#39;&gt; ");
    }

    #[test]
    fn numbers_are_short_and_have_one_spelling() {
        let spelt: Vec<String> = [0.0, -0.001, 1.0, 1.5, 10.0, 2.0 / 3.0].into_iter().map(number).collect();
        assert_eq!(spelt, ["0", "0", "1", "1.5", "10", "0.67"]);
    }
}
