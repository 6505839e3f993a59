//! The change between two editions: a hollow ring then, a full disc now.

use super::{Figure, NoChart, Width, Words, style};
use crate::palette::Colour;
use crate::scene::{Anchor, Scene};
use crate::text::{column_for, wrap};

/// A chart of two editions, row by row, in the order given.
#[derive(Debug, Clone)]
pub struct Change {
    /// The image in words.
    pub words: Words,
    /// How wide it is drawn.
    pub width: Width,
    /// The name of the earlier edition, beside the hollow ring.
    pub before: String,
    /// The name of this edition, beside the full disc.
    pub now: String,
    /// From top to bottom.
    pub rows: Vec<Shift>,
}

/// One row: what it counts, then and now.
#[derive(Debug, Clone)]
pub struct Shift {
    /// What is counted.
    pub label: String,
    /// In the earlier edition.
    pub before: Figure,
    /// In this edition.
    pub now: Figure,
    /// How the two compare, at the right edge.
    pub change: Option<String>,
}

/// Then and now on one line per row, all from the same zero. What falls is drawn in another colour; the ring and
/// the disc say it without.
pub fn change(chart: &Change) -> Result<String, NoChart> {
    Ok(scene(chart)?.svg(&chart.words))
}

const RING: f64 = 5.0;
const DISC: f64 = 3.5;
const BESIDE: f64 = 9.0;

pub(super) fn scene(chart: &Change) -> Result<Scene, NoChart> {
    let width = chart.width.points();
    let narrow = chart.width == Width::Phone;
    let mut counts = Vec::new();
    for row in &chart.rows {
        counts.push((row.before.count()?, row.now.count()?));
    }
    let most = counts.iter().map(|(before, now)| *before.max(now)).max().ok_or(NoChart::Empty)?;
    let labels = chart.rows.iter().map(|row| row.label.as_str());
    let column =
        if narrow { width } else { column_for(labels, width * 0.38, style::LABEL.size, style::LABEL.weight) };
    let start = if narrow { 0.0 } else { column + 10.0 };
    let widest = |words: &dyn Fn(&Shift) -> f64| chart.rows.iter().map(words).fold(0.0, f64::max);
    // Either figure may stand on either side.
    let figures = widest(&|row| style::SMALL.width(&row.before.text).max(style::STRONG.width(&row.now.text)));
    let changes = widest(&|row| row.change.as_ref().map_or(0.0, |words| style::SMALL.width(words) + 10.0));
    let (zero, end) = (start + figures + BESIDE, width - changes - figures - BESIDE);
    let place = |count: u64| zero + if most == 0 { 0.0 } else { (end - zero) * count as f64 / most as f64 };

    let mut scene = Scene::new(width);
    let mut y = legend(&mut scene, chart, start);
    for (row, (before, now)) in chart.rows.iter().zip(counts) {
        let lines = wrap(&row.label, column, style::LABEL.size, style::LABEL.weight);
        let words = lines.len() as f64 * style::LABEL.leading();
        let (height, middle) = if narrow {
            (words + 17.0, y + words + 8.5)
        } else {
            (words.max(14.0), y + words.max(14.0) / 2.0)
        };
        let top = if narrow { y } else { middle - words / 2.0 };
        scene.lines((0.0, top + 0.83 * style::LABEL.size), style::LABEL, Colour::Ink, &lines);

        let (then, here) = (place(before), place(now));
        let (colour, outward) = if now < before { (Colour::Brick, -1.0) } else { (Colour::Petrol, 1.0) };
        scene.line((start, middle), (width - changes, middle), Colour::Rule, 0.5);
        scene.line((then, middle), (here, middle), colour, 2.5);
        scene.disc(then, middle, RING, Colour::White, Some(Colour::Muted));
        scene.disc(here, middle, DISC, colour, None);
        let (outer, inner) =
            if outward > 0.0 { (Anchor::Start, Anchor::End) } else { (Anchor::End, Anchor::Start) };
        let baseline = middle + 3.2;
        for (x, anchor, words, style, ink) in [
            (then - outward * BESIDE, inner, &row.before.text, style::SMALL, Colour::Muted),
            (here + outward * BESIDE, outer, &row.now.text, style::STRONG, Colour::Ink),
        ] {
            // White behind the figure, so that the thin line does not cross it.
            let length = style.width(words);
            let left = if anchor == Anchor::End { x - length } else { x };
            let bounds =
                crate::scene::Bounds { x: left - 2.0, y: middle - 1.0, width: length + 4.0, height: 2.0 };
            scene.rect(bounds, Colour::White, None);
            scene.text((x, baseline), anchor, style, ink, words);
        }
        if let Some(words) = &row.change {
            scene.text((width, baseline), Anchor::End, style::SMALL, Colour::Ink, words);
        }
        y += height + 9.0;
    }
    scene.height = y - 6.0;
    Ok(scene)
}

/// Which sign is which edition; returns where the rows start.
fn legend(scene: &mut Scene, chart: &Change, start: f64) -> f64 {
    let (before, now) = (style::SMALL.width(&chart.before), style::STRONG.width(&chart.now));
    let room = chart.width.points() - start;
    let below = 11.0 + before + 16.0 + 9.0 + now > room;
    // A name too long for its place takes the whole width.
    let x = if 11.0 + before.max(now) > room { 0.0 } else { start };
    scene.disc(x + RING + 0.75, 7.0, RING, Colour::White, Some(Colour::Muted));
    let mut y = 10.0;
    for line in wrap(&chart.before, scene.width - x - 15.0, style::SMALL.size, style::SMALL.weight) {
        scene.text((x + 15.0, y), Anchor::Start, style::SMALL, Colour::Muted, &line);
        y += style::SMALL.leading();
    }
    let (x, first) = if below { (x, y + 2.0) } else { (x + 15.0 + before + 16.0 - 5.75, 10.0) };
    scene.disc(x + RING + 0.75, first - 3.0, DISC, Colour::Petrol, None);
    let mut last = first;
    for line in wrap(&chart.now, scene.width - x - 14.0, style::STRONG.size, style::STRONG.weight) {
        scene.text((x + 14.0, last), Anchor::Start, style::STRONG, Colour::Petrol, &line);
        last += style::STRONG.leading();
    }
    y.max(last) + 1.0
}

#[cfg(test)]
mod tests {
    use figures::Publishable;
    use proptest::prelude::*;

    use super::*;
    use crate::charts::check::{self, figure, words};
    use crate::scene::Shape;

    fn chart(rows: &[(&str, u64, u64)], width: Width) -> Change {
        let rows = rows.iter().map(|(label, before, now)| Shift {
            label: (*label).to_owned(),
            before: figure(*before),
            now: figure(*now),
            change: Some(format!("{:+}", *now as i64 - *before as i64)),
        });
        Change {
            words: words(),
            width,
            before: "editie 1".to_owned(),
            now: "editie 2".to_owned(),
            rows: rows.collect(),
        }
    }

    /// Of each row, the ring's and the disc's place; the legend left out.
    fn places(scene: &Scene) -> Vec<(f64, f64)> {
        let at = |hollow: bool| {
            let discs = scene.shapes.iter().filter_map(move |shape| match shape {
                Shape::Disc { x, edge, .. } if edge.is_some() == hollow => Some(*x),
                _ => None,
            });
            discs.skip(1).collect::<Vec<f64>>()
        };
        at(true).into_iter().zip(at(false)).collect()
    }

    #[test]
    fn then_and_now_stand_where_their_counts_say() {
        let places = places(&scene(&chart(&[("a", 0, 100), ("b", 50, 25)], Width::Page)).unwrap());
        let (zero, full) = places[0];
        assert!((places[1].0 - (zero + full) / 2.0).abs() < 1e-9);
        assert!((places[1].1 - (zero + (full - zero) / 4.0)).abs() < 1e-9);
    }

    #[test]
    fn then_is_a_ring_and_now_a_disc_in_every_row_and_in_the_legend() {
        let scene = scene(&chart(&[("a", 10, 20), ("b", 20, 10), ("c", 10, 10)], Width::Page)).unwrap();
        assert_eq!(places(&scene).len(), 3);
        for shape in &scene.shapes {
            if let Shape::Disc { fill, edge, radius, .. } = shape {
                assert_eq!(*fill == Colour::White, edge.is_some());
                assert_eq!(*radius, if edge.is_some() { RING } else { DISC });
            }
        }
    }

    #[test]
    fn one_protected_count_leaves_the_whole_chart_out() {
        let mut chart = chart(&[("a", 10, 20), ("b", 20, 10)], Width::Page);
        chart.rows[1].before = Figure::new(Publishable::PROTECTED, "×");
        assert_eq!(change(&chart), Err(NoChart::Protected));
        chart.rows.clear();
        assert_eq!(change(&chart), Err(NoChart::Empty));
    }

    proptest! {
        #[test]
        fn nothing_overlaps_whatever_the_labels_and_counts(
            rows in prop::collection::vec(("[a-zA-Zéë -]{0,60}", 0u64..300, 0u64..300), 1..9),
            names in ("[a-z ]{1,50}", "[a-z ]{1,50}"),
            width in prop::sample::select(vec![Width::Column, Width::Page, Width::Phone]),
        ) {
            let rows: Vec<_> = rows.iter().map(|(label, before, now)| (label.as_str(), *before, *now)).collect();
            let mut chart = chart(&rows, width);
            (chart.before, chart.now) = names;
            check::is_readable(&scene(&chart).unwrap());
        }
    }
}
