//! Tiles of a map: one box per place, shaded in steps, its figure printed in it.

use super::{Figure, NoChart, style};
use crate::palette::{Colour, STEPS};
use crate::scene::{Anchor, Bounds, Scene, Style};
use crate::text::{Weight, wrap};

/// One place of a map.
#[derive(Debug, Clone)]
pub struct Tile {
    /// Its name.
    pub label: String,
    /// What it holds, small under the name.
    pub note: Option<String>,
    /// How many.
    pub figure: Figure,
}

/// What the ends of the shades mean: words, since every number stands in its tile.
#[derive(Debug, Clone)]
pub struct Shades {
    /// The lightest, as "fewer".
    pub few: String,
    /// The darkest, as "more".
    pub many: String,
}

/// A map as a grid: which tile stands in which column (halves allowed) and row.
pub(super) struct Grid<'a> {
    pub columns: f64,
    pub tiles: Vec<(f64, u32, &'a Tile)>,
    pub name: Style,
    pub note: Style,
    pub numeral: Style,
    /// The place of the legend: an empty column, row, and how many columns are empty from there.
    pub free: (f64, u32, f64),
}

const BETWEEN: f64 = 4.0;

/// Draws the tiles, the legend, and under them the counts of the same table that lie nowhere on the map.
pub(super) fn draw(
    width: f64,
    grid: &Grid<'_>,
    shades: &Shades,
    elsewhere: &[Tile],
) -> Result<Scene, NoChart> {
    let mut scene = Scene::new(width);
    let size = (width + BETWEEN) / grid.columns - BETWEEN;
    let inset = if size < 50.0 {
        3.0
    } else if size < 95.0 {
        5.0
    } else {
        9.0
    };
    let inner = size - 2.0 * inset;
    let mut most = 0;
    let mut tall: f64 = 0.0;
    for (_, _, tile) in &grid.tiles {
        most = most.max(tile.figure.count()?);
        tall = tall.max(words_height(grid, tile, inner));
    }
    for tile in elsewhere {
        tile.figure.count()?;
    }
    let numeral = |words: &str| {
        // A figure too long for the tile is set smaller.
        let natural = grid.numeral.width(words);
        if natural <= inner {
            grid.numeral
        } else {
            Style { size: grid.numeral.size * inner / natural, ..grid.numeral }
        }
    };
    let (column, row, columns) = grid.free;
    let legend = Legend::new(shades, (columns * (size + BETWEEN) - BETWEEN).min(84.0));
    // The legend never reaches into the tiles over and under it.
    let height = (inset + tall + grid.numeral.size * 0.95 + inset + 1.5).max(legend.height());
    let top = |row: u32| f64::from(row) * (height + BETWEEN);
    for (column, row, tile) in &grid.tiles {
        let (ground, ink) = STEPS[step(tile.figure.count()?, most)];
        let (x, y) = (column * (size + BETWEEN), top(*row));
        // Drawn inside its own box, so that the light steps have an edge and all are equally large.
        let bounds = Bounds { x: x + 0.375, y: y + 0.375, width: size - 0.75, height: height - 0.75 };
        scene.rect(bounds, ground, Some(Colour::Petrol));
        let name = wrap(&tile.label, inner, grid.name.size, grid.name.weight);
        scene.lines((x + inset, y + inset + 0.8 * grid.name.size), grid.name, ink, &name);
        if let Some(note) = &tile.note {
            let from = y + inset + name.len() as f64 * grid.name.leading() + 1.0;
            let note = wrap(note, inner, grid.note.size, grid.note.weight);
            scene.lines((x + inset, from + 0.8 * grid.note.size), grid.note, ink, &note);
        }
        let words = tile.figure.text.as_str();
        scene.text((x + inset, y + height - inset - 1.5), Anchor::Start, numeral(words), ink, words);
    }
    let rows = grid.tiles.iter().map(|(_, row, _)| row + 1).max().ok_or(NoChart::Empty)?;
    legend.draw(&mut scene, column * (size + BETWEEN), top(row) + height / 2.0);
    let mut y = top(rows) - BETWEEN;
    if !elsewhere.is_empty() {
        y = list(&mut scene, y + 8.0, elsewhere);
    }
    scene.height = y + 1.0;
    Ok(scene)
}

/// The step of a count among five equal ones from zero to the largest.
fn step(count: u64, most: u64) -> usize {
    let steps = STEPS.len() as u128;
    let at = u128::from(count) * steps / (u128::from(most) + 1);
    usize::try_from(at).unwrap_or_default().min(STEPS.len() - 1)
}

fn words_height(grid: &Grid<'_>, tile: &Tile, inner: f64) -> f64 {
    let lines = |words: &str, style: Style| {
        wrap(words, inner, style.size, style.weight).len() as f64 * style.leading()
    };
    lines(&tile.label, grid.name) + tile.note.as_ref().map_or(0.0, |note| 1.0 + lines(note, grid.note)) + 3.0
}

/// The shades in a row, with the words of their ends: few over the left end, many under the right one.
struct Legend {
    width: f64,
    few: Vec<String>,
    many: Vec<String>,
}

impl Legend {
    fn new(shades: &Shades, width: f64) -> Self {
        let lines = |words: &str| wrap(words, width, style::TINY.size, style::TINY.weight);
        Self { width, few: lines(&shades.few), many: lines(&shades.many) }
    }

    fn height(&self) -> f64 {
        2.0 * (self.few.len().max(self.many.len()) as f64 * style::TINY.leading() + 10.0)
    }

    fn draw(&self, scene: &mut Scene, x: f64, middle: f64) {
        let above = self.few.len() as f64 * style::TINY.leading();
        scene.lines((x, middle - 9.0 - above + style::TINY.size), style::TINY, Colour::Muted, &self.few);
        let swatch = self.width / STEPS.len() as f64;
        for (at, (ground, _)) in STEPS.iter().enumerate() {
            let left = x + at as f64 * swatch + 0.375;
            let bounds = Bounds { x: left, y: middle - 4.5, width: swatch - 0.75, height: 9.0 };
            scene.rect(bounds, *ground, Some(Colour::Petrol));
        }
        for (number, line) in self.many.iter().enumerate() {
            let baseline = middle + 13.0 + number as f64 * style::TINY.leading();
            scene.text((x + self.width, baseline), Anchor::End, style::TINY, Colour::Muted, line);
        }
    }
}

/// Names with their figures, one after the other; returns where they end.
fn list(scene: &mut Scene, top: f64, tiles: &[Tile]) -> f64 {
    let strong = Style::new(style::SMALL.size, Weight::Semibold);
    let (mut x, mut y) = (0.0, top + style::SMALL.size);
    for tile in tiles {
        let figure = strong.width(&tile.figure.text);
        let widest = scene.width - figure - 6.0;
        let lines = wrap(&tile.label, widest, style::SMALL.size, style::SMALL.weight);
        let label = lines.iter().map(|line| style::SMALL.width(line)).fold(0.0, f64::max);
        if x > 0.0 && (lines.len() > 1 || x + label + 6.0 + figure > scene.width) {
            (x, y) = (0.0, y + 1.5 * style::SMALL.size);
        }
        scene.lines((x, y), style::SMALL, Colour::Ink, &lines);
        scene.text((x + label + 6.0, y), Anchor::Start, strong, Colour::Ink, &tile.figure.text);
        x += label + 6.0 + figure + 18.0;
        if lines.len() > 1 {
            (x, y) = (0.0, y + (lines.len() as f64 - 1.0) * style::SMALL.leading() + 1.5 * style::SMALL.size);
        }
    }
    if x == 0.0 { y - style::SMALL.size } else { y + 0.3 * style::SMALL.size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shade_grows_with_the_count_from_the_lightest_at_zero_to_the_darkest_at_the_largest() {
        assert_eq!(step(0, 71), 0);
        assert_eq!(step(71, 71), 4);
        assert_eq!(step(0, 0), 0);
        assert_eq!(step(u64::MAX, u64::MAX), 4);
        assert!((0..71).all(|count| step(count, 71) <= step(count + 1, 71)));
        assert_eq!((0..=71).map(|count| step(count, 71)).max(), Some(4));
    }
}
