//! The nineteen municipalities as tiles of equal size, roughly as on a map.

use std::collections::BTreeMap;

use model::Municipality;

use super::tiles::{Grid, draw};
use super::{NoChart, Shades, Tile, Width, Words, style};
use crate::scene::{Scene, Style};
use crate::text::Weight;

/// A map of the nineteen municipalities.
#[derive(Debug, Clone)]
pub struct MunicipalityMap {
    /// The image in words.
    pub words: Words,
    /// How wide it is drawn.
    pub width: Width,
    /// What light and dark mean.
    pub shades: Shades,
    /// Every municipality.
    pub tiles: BTreeMap<Municipality, Tile>,
    /// What the same table counts outside the municipalities: the whole region, unknown.
    pub elsewhere: Vec<Tile>,
}

/// The nineteen municipalities, shaded in steps, each with its figure.
pub fn municipality_map(map: &MunicipalityMap) -> Result<String, NoChart> {
    Ok(scene(map)?.svg(&map.words))
}

/// The last two digits of the NIS codes, row by row from north to south; 0 where there is nothing. The tiles of a
/// zone hang together.
const LAYOUT: [[u32; 5]; 5] =
    [[0, 8, 10, 15, 6], [3, 11, 4, 14, 18], [1, 12, 13, 5, 19], [0, 7, 9, 2, 0], [0, 0, 16, 17, 0]];

pub(super) fn scene(map: &MunicipalityMap) -> Result<Scene, NoChart> {
    let mut tiles = Vec::new();
    for municipality in Municipality::all() {
        let tile = map.tiles.get(&municipality).ok_or(NoChart::Incomplete)?;
        let (column, row) = place(municipality).ok_or(NoChart::Incomplete)?;
        tiles.push((f64::from(column), row, tile));
    }
    let grid = Grid {
        columns: 5.0,
        tiles,
        name: match map.width {
            Width::Page => Style::new(8.5, Weight::Regular),
            Width::Column => Style::new(7.5, Weight::Regular),
            Width::Phone => Style::new(7.0, Weight::Regular),
        },
        note: style::TINY,
        numeral: if map.width == Width::Page {
            Style::new(18.0, Weight::Light)
        } else {
            Style::new(14.0, Weight::Regular)
        },
        free: (0.0, 4, 2.0),
    };
    draw(map.width.points(), &grid, &map.shades, &map.elsewhere)
}

/// Column and row.
fn place(municipality: Municipality) -> Option<(u32, u32)> {
    let rows = (0..).zip(LAYOUT);
    let mut cells =
        rows.flat_map(|(row, codes)| (0..).zip(codes).map(move |(column, code)| (column, row, code)));
    cells.find(|(_, _, code)| 21_000 + code == municipality.nis()).map(|(column, row, _)| (column, row))
}

#[cfg(test)]
mod tests {
    use figures::Publishable;
    use model::{Language, Place, Zone};
    use wording::Wording;

    use super::*;
    use crate::charts::Figure;
    use crate::charts::check::{self, figures, words};

    fn map(language: Language, width: Width) -> MunicipalityMap {
        let wording = Wording::new(language);
        let counts = figures(&(1..=19).map(|at| at * 7).collect::<Vec<_>>());
        let tile =
            |(place, figure): (Place, Figure)| Tile { label: wording.place(place), note: None, figure };
        let elsewhere =
            [Place::Region, Place::Unknown].into_iter().zip(figures(&[20, 31])).map(tile).collect();
        let tiles =
            Municipality::all().zip(counts).map(|(m, figure)| (m, tile((Place::In(m), figure)))).collect();
        let shades = Shades { few: "minder signalen".into(), many: "meer signalen".into() };
        MunicipalityMap { words: words(), width, shades, tiles, elsewhere }
    }

    #[test]
    fn each_municipality_has_one_tile() {
        let mut places: Vec<_> = Municipality::all().map(|m| place(m).unwrap()).collect();
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), 19);
        assert_eq!(LAYOUT.iter().flatten().filter(|code| **code > 0).count(), 19);
    }

    #[test]
    fn the_tiles_of_a_zone_hang_together() {
        for zone in Zone::ALL {
            let mut left: Vec<_> =
                Municipality::all().filter(|m| m.zone() == *zone).map(|m| place(m).unwrap()).collect();
            let mut reached = vec![left.pop().unwrap()];
            while let Some(at) = left.iter().position(|(x, y)| {
                reached.iter().any(|(column, row)| column.abs_diff(*x) + row.abs_diff(*y) == 1)
            }) {
                reached.push(left.remove(at));
            }
            assert!(left.is_empty(), "{zone:?}: {left:?} lies apart");
        }
    }

    #[test]
    fn the_map_lies_as_brussels_lies() {
        let at = |nis: u32| Municipality::all().find(|m| m.nis() == nis).and_then(place).unwrap();
        let (evere, ukkel, anderlecht, woluwe, city) =
            (at(21006), at(21016), at(21001), at(21019), at(21004));
        assert!(evere.1 < city.1 && city.1 < ukkel.1);
        assert!(anderlecht.0 < city.0 && city.0 < woluwe.0);
    }

    #[test]
    fn every_name_and_figure_is_readable_in_every_language_and_width() {
        for language in [Language::Nl, Language::Fr, Language::En] {
            for width in [Width::Column, Width::Page, Width::Phone] {
                let map = map(language, width);
                let scene = scene(&map).unwrap();
                check::is_readable(&scene);
                let printed = check::texts(&scene).into_iter().map(|text| text.words).collect::<String>();
                for tile in map.tiles.values().chain(&map.elsewhere) {
                    assert!(printed.contains(&tile.figure.text));
                    // Broken after hyphens and at spaces only, never inside a word.
                    let words = tile.label.split_inclusive('-').flat_map(|part| part.split(' '));
                    for word in words {
                        let whole = |text: &crate::scene::Text| text.words.contains(word);
                        assert!(check::texts(&scene).iter().any(whole), "{word} at {width:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn one_protected_municipality_leaves_the_whole_map_out() {
        let mut map = map(Language::Nl, Width::Page);
        assert!(municipality_map(&map).is_ok());
        let jette = Municipality::all().find(|m| m.nis() == 21010).unwrap();
        map.tiles.get_mut(&jette).unwrap().figure = Figure::new(Publishable::PROTECTED, "×");
        assert_eq!(municipality_map(&map), Err(NoChart::Protected));
        map.tiles.remove(&jette);
        assert_eq!(municipality_map(&map), Err(NoChart::Incomplete));
    }
}
