//! Small multiples: the same bars for several groups, all on one scale.

use super::bars::{Bar, Scale, stacked};
use super::{Figure, NoChart, Width, Words, style};
use crate::palette::Colour;
use crate::scene::{Anchor, Bounds, Scene};
use crate::text::wrap;

/// Several small charts of bars.
#[derive(Debug, Clone)]
pub struct SmallMultiples {
    /// The image in words.
    pub words: Words,
    /// How wide it is drawn: three groups side by side on a page, two in a column, one on a telephone.
    pub width: Width,
    /// From left to right, then down.
    pub groups: Vec<Group>,
}

/// One group with its bars.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its name.
    pub title: String,
    /// Its own figure, beside the name: never drawn as a bar, since a whole dwarfs its parts.
    pub total: Option<Figure>,
    /// From top to bottom.
    pub rows: Vec<Bar>,
}

/// One small chart of bars per group; a length means the same in each.
pub fn small_multiples(chart: &SmallMultiples) -> Result<String, NoChart> {
    Ok(scene(chart)?.svg(&chart.words))
}

const BETWEEN: f64 = 20.0;

pub(super) fn scene(chart: &SmallMultiples) -> Result<Scene, NoChart> {
    let across = match chart.width {
        Width::Page => 3,
        Width::Column => 2,
        Width::Phone => 1,
    };
    let width = chart.width.points();
    let panel = (width + BETWEEN) / f64::from(across) - BETWEEN;
    for total in chart.groups.iter().filter_map(|group| group.total.as_ref()) {
        total.count()?;
    }
    let scale = Scale::of(chart.groups.iter().flat_map(|group| &group.rows))?;
    // The same room for figures in each panel, or the same count would be drawn at two lengths.
    let figures =
        chart.groups.iter().flat_map(|group| &group.rows).map(|row| style::STRONG.width(&row.figure.text));
    let longest = panel - 5.0 - figures.fold(0.0, f64::max);
    let mut scene = Scene::new(width);
    let mut top = 0.0;
    for row in chart.groups.chunks(across as usize) {
        let titles: Vec<Vec<String>> = row
            .iter()
            .map(|group| {
                let total = group.total.as_ref().map_or(0.0, |total| style::STRONG.width(&total.text) + 8.0);
                wrap(&group.title, panel - total, style::STRONG.size, style::STRONG.weight)
            })
            .collect();
        // Titles side by side end on one line.
        let head = titles.iter().map(Vec::len).max().unwrap_or(1) as f64 * style::STRONG.leading();
        let mut lowest: f64 = top;
        for ((at, group), title) in row.iter().enumerate().zip(&titles) {
            let x = at as f64 * (panel + BETWEEN);
            let height = title.len() as f64 * style::STRONG.leading();
            let first = top + head - height + 0.8 * style::STRONG.size;
            scene.lines((x, first), style::STRONG, Colour::Petrol, title);
            if let Some(total) = &group.total {
                let last = first + height - style::STRONG.leading();
                scene.text((x + panel, last), Anchor::End, style::STRONG, Colour::Petrol, &total.text);
            }
            let rule = top + head + 2.0;
            scene.line((x, rule), (x + panel, rule), Colour::Petrol, 0.75);
            let place = Bounds { x, y: rule + 6.0, width: panel, height: 0.0 };
            lowest = lowest.max(stacked(&mut scene, place, &group.rows, scale, longest)?);
        }
        top = lowest + 12.0;
    }
    scene.height = (top - 16.0).max(1.0);
    Ok(scene)
}

#[cfg(test)]
mod tests {
    use figures::Publishable;
    use proptest::prelude::*;

    use super::*;
    use crate::charts::check::{self, figure, figures, words};
    use crate::scene::Shape;

    fn chart(groups: &[Vec<(String, u64)>], width: Width) -> SmallMultiples {
        let group = |rows: &Vec<(String, u64)>| {
            let counts: Vec<u64> = rows.iter().map(|(_, count)| *count).collect();
            let bars = rows.iter().zip(figures(&counts));
            Group {
                title: "Toegang tot rechten".to_owned(),
                total: Some(figure(counts.iter().sum())),
                rows: bars
                    .map(|((label, _), figure)| Bar { label: label.clone(), figure, leads: false })
                    .collect(),
            }
        };
        SmallMultiples { words: words(), width, groups: groups.iter().map(group).collect() }
    }

    fn rows(rows: &[(&str, u64)]) -> Vec<(String, u64)> {
        rows.iter().map(|(label, count)| ((*label).to_owned(), *count)).collect()
    }

    #[test]
    fn a_count_is_equally_long_in_every_group() {
        let groups = [rows(&[("a", 1200), ("b", 60)]), rows(&[("c", 60)]), rows(&[("d", 120)])];
        for width in [Width::Page, Width::Column, Width::Phone] {
            let scene = scene(&chart(&groups, width)).unwrap();
            let lengths: Vec<f64> = scene
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Rect { bounds, .. } => Some(bounds.width),
                    _ => None,
                })
                .collect();
            assert!(lengths[1] > 0.0 && (lengths[1] - lengths[2]).abs() < 1e-9);
            assert!(
                (lengths[3] - 2.0 * lengths[2]).abs() < 1e-9 && (lengths[0] - 20.0 * lengths[1]).abs() < 1e-9
            );
        }
    }

    #[test]
    fn one_protected_count_or_total_leaves_the_whole_chart_out() {
        let sound = chart(&[rows(&[("a", 12)]), rows(&[("b", 9)])], Width::Page);
        assert!(small_multiples(&sound).is_ok());
        let mut part = sound.clone();
        part.groups[1].rows[0].figure = Figure::new(Publishable::PROTECTED, "×");
        assert_eq!(small_multiples(&part), Err(NoChart::Protected));
        let mut total = sound;
        total.groups[0].total = Some(Figure::new(Publishable::PROTECTED, "×"));
        assert_eq!(small_multiples(&total), Err(NoChart::Protected));
    }

    proptest! {
        #[test]
        fn nothing_overlaps_whatever_the_labels_and_counts(
            groups in prop::collection::vec(prop::collection::vec(("[a-zA-Zéë -]{0,50}", 0u64..900), 1..5), 1..6),
            width in prop::sample::select(vec![Width::Column, Width::Page, Width::Phone]),
        ) {
            check::is_readable(&scene(&chart(&groups, width)).unwrap());
        }
    }
}
