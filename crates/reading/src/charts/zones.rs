//! The six zones as tiles: the city in the middle, the five care areas round it, roughly as on a map.

use std::collections::BTreeMap;

use model::Zone;

use super::tiles::{Grid, draw};
use super::{NoChart, Shades, Tile, Width, Words, style};
use crate::scene::{Scene, Style};
use crate::text::Weight;

/// A map of the six zones.
#[derive(Debug, Clone)]
pub struct ZoneMap {
    /// The image in words.
    pub words: Words,
    /// How wide it is drawn.
    pub width: Width,
    /// What light and dark mean.
    pub shades: Shades,
    /// Every zone.
    pub tiles: BTreeMap<Zone, Tile>,
    /// What the same table counts outside the zones: the whole region, unknown.
    pub elsewhere: Vec<Tile>,
}

/// The six zones, shaded in steps, each with its figure.
pub fn zone_map(map: &ZoneMap) -> Result<String, NoChart> {
    Ok(scene(map)?.svg(&map.words))
}

/// Column, in halves, and row.
const fn place(zone: Zone) -> (f64, u32) {
    match zone {
        Zone::North => (0.5, 0),
        Zone::NorthEast => (1.5, 0),
        Zone::West => (0.0, 1),
        Zone::City => (1.0, 1),
        Zone::South => (0.5, 2),
        Zone::SouthEast => (1.5, 2),
    }
}

pub(super) fn scene(map: &ZoneMap) -> Result<Scene, NoChart> {
    let mut tiles = Vec::new();
    for zone in Zone::ALL {
        let (column, row) = place(*zone);
        tiles.push((column, row, map.tiles.get(zone).ok_or(NoChart::Incomplete)?));
    }
    let grid = Grid {
        columns: 2.5,
        tiles,
        name: style::STRONG,
        note: if map.width == Width::Page { style::SMALL } else { style::TINY },
        numeral: Style::new(22.0, Weight::Light),
        free: (2.0, 1, 0.5),
    };
    draw(map.width.points(), &grid, &map.shades, &map.elsewhere)
}

#[cfg(test)]
mod tests {
    use figures::Publishable;
    use proptest::prelude::*;

    use super::*;
    use crate::charts::Figure;
    use crate::charts::check::{self, figure, words};

    fn map(counts: &[u64; 6], width: Width) -> ZoneMap {
        let tile = |(zone, count): (&Zone, &u64)| {
            let label = format!("Zone {}", zone.code());
            (
                *zone,
                Tile {
                    label,
                    note: Some("Oudergem, Etterbeek en de twee Woluwes".into()),
                    figure: figure(*count),
                },
            )
        };
        ZoneMap {
            words: words(),
            width,
            shades: Shades { few: "minder signalen".into(), many: "meer signalen".into() },
            tiles: Zone::ALL.iter().zip(counts).map(tile).collect(),
            elsewhere: vec![Tile { label: "Het hele gewest".into(), note: None, figure: figure(counts[0]) }],
        }
    }

    #[test]
    fn a_protected_zone_or_a_protected_rest_leaves_the_whole_map_out() {
        let mut one = map(&[71, 64, 49, 45, 38, 12], Width::Column);
        assert!(zone_map(&one).is_ok());
        one.elsewhere[0].figure = Figure::new(Publishable::PROTECTED, "×");
        assert_eq!(zone_map(&one), Err(NoChart::Protected));
        let mut other = map(&[71, 64, 49, 45, 38, 12], Width::Column);
        other.tiles.get_mut(&Zone::South).unwrap().figure = Figure::new(Publishable::PROTECTED, "×");
        assert_eq!(zone_map(&other), Err(NoChart::Protected));
    }

    #[test]
    fn a_map_without_one_of_its_zones_is_no_map() {
        let mut map = map(&[71, 64, 49, 45, 38, 12], Width::Column);
        map.tiles.remove(&Zone::City);
        assert_eq!(zone_map(&map), Err(NoChart::Incomplete));
    }

    #[test]
    fn every_zone_prints_its_figure() {
        let map = map(&[71, 64, 49, 45, 38, 12], Width::Column);
        let texts = check::texts(&scene(&map).unwrap());
        for tile in map.tiles.values() {
            assert!(texts.iter().any(|text| text.words == tile.figure.text));
        }
    }

    proptest! {
        #[test]
        fn nothing_overlaps_whatever_the_counts(
            counts in prop::array::uniform6(0u64..100_000),
            few in "[a-z ]{1,40}",
            width in prop::sample::select(vec![Width::Column, Width::Page, Width::Phone]),
        ) {
            let mut map = map(&counts, width);
            map.shades.few = few;
            check::is_readable(&scene(&map).unwrap());
        }
    }
}
