//! Horizontal bars: how many of each, side by side.

use super::{Figure, NoChart, Width, Words, style};
use crate::palette::Colour;
use crate::scene::{Anchor, Bounds, Scene};
use crate::text::{column_for, wrap};

/// A chart of horizontal bars, in the order given.
#[derive(Debug, Clone)]
pub struct Bars {
    /// The image in words.
    pub words: Words,
    /// How wide it is drawn.
    pub width: Width,
    /// What the bars count, over them.
    pub axis: Option<String>,
    /// From top to bottom.
    pub rows: Vec<Bar>,
}

/// One bar.
#[derive(Debug, Clone)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How often.
    pub figure: Figure,
    /// The bar that the title speaks of: set in bold as well as in another colour.
    pub leads: bool,
}

/// Horizontal bars with their labels and figures beside them, all from the same zero.
pub fn bars(chart: &Bars) -> Result<String, NoChart> {
    Ok(scene(chart)?.svg(&chart.words))
}

const HEIGHT: f64 = 14.0;
const GAP: f64 = 8.0;
const BETWEEN: f64 = 5.0;

pub(super) fn scene(chart: &Bars) -> Result<Scene, NoChart> {
    let width = chart.width.points();
    let mut scene = Scene::new(width);
    // The line at zero rises a little over the first bar.
    let mut y = 3.0;
    if let Some(axis) = &chart.axis {
        let lines = wrap(axis, width, style::SMALL.size, style::SMALL.weight);
        scene.lines((0.0, 9.0), style::SMALL, Colour::Muted, &lines);
        y += lines.len() as f64 * style::SMALL.leading() + 2.0;
    }
    let scale = Scale::of(&chart.rows)?;
    if chart.width == Width::Phone {
        let longest = width - BETWEEN - widest_figure(&chart.rows);
        let place = Bounds { x: 0.0, y, width, height: 0.0 };
        scene.height = stacked(&mut scene, place, &chart.rows, scale, longest)? - 4.0;
        return Ok(scene);
    }
    let labels = chart.rows.iter().map(|row| row.label.as_str());
    let column = column_for(labels, width * 0.42, style::STRONG.size, style::STRONG.weight);
    let start = column + 8.0;
    let longest = width - start - BETWEEN - widest_figure(&chart.rows);
    let top = y;
    for row in &chart.rows {
        let weight = if row.leads { style::STRONG } else { style::LABEL };
        let lines = wrap(&row.label, column, weight.size, weight.weight);
        let words = lines.len() as f64 * weight.leading();
        let height = words.max(HEIGHT);
        // The lines stand round the middle of the bar.
        let middle = y + height / 2.0;
        scene.lines((0.0, middle - words / 2.0 + 0.83 * weight.size), weight, Colour::Ink, &lines);
        let length = scale.length(row.figure.count()?, longest);
        let bounds = Bounds { x: start, y: middle - HEIGHT / 2.0, width: length, height: HEIGHT };
        scene.rect(bounds, fill(row), None);
        let at = (start + length + BETWEEN, middle + 0.34 * style::STRONG.size);
        scene.text(at, Anchor::Start, style::STRONG, Colour::Ink, &row.figure.text);
        y += height + GAP;
    }
    scene.height = y - GAP + 4.0;
    scene.line((start, top - 3.0), (start, y - GAP + 3.0), Colour::Muted, 0.75);
    Ok(scene)
}

/// Bars with their labels over them, for narrow places, the largest count of the scale `longest`; returns where
/// the next thing may start.
pub(super) fn stacked(
    scene: &mut Scene,
    place: Bounds,
    rows: &[Bar],
    scale: Scale,
    longest: f64,
) -> Result<f64, NoChart> {
    const THIN: f64 = 9.0;
    let mut y = place.y;
    for row in rows {
        let weight = if row.leads { style::STRONG } else { style::LABEL };
        let lines = wrap(&row.label, place.width, weight.size, weight.weight);
        scene.lines((place.x, y + 0.83 * weight.size), weight, Colour::Ink, &lines);
        y += lines.len() as f64 * weight.leading() + 1.5;
        let length = scale.length(row.figure.count()?, longest);
        scene.rect(Bounds { x: place.x, y, width: length, height: THIN }, fill(row), None);
        let at = (place.x + length + BETWEEN, y + THIN / 2.0 + 0.34 * style::STRONG.size);
        scene.text(at, Anchor::Start, style::STRONG, Colour::Ink, &row.figure.text);
        y += THIN + 6.0;
    }
    Ok(y)
}

/// What a count is measured by: the largest of the chart, from zero.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale(u64);

impl Scale {
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Bar>) -> Result<Self, NoChart> {
        let mut most = None;
        for row in rows {
            most = most.max(Some(row.figure.count()?));
        }
        most.map(Self).ok_or(NoChart::Empty)
    }

    fn length(self, count: u64, longest: f64) -> f64 {
        if self.0 == 0 { 0.0 } else { longest.max(0.0) * count as f64 / self.0 as f64 }
    }
}

fn widest_figure(rows: &[Bar]) -> f64 {
    rows.iter().map(|row| style::STRONG.width(&row.figure.text)).fold(0.0, f64::max)
}

const fn fill(row: &Bar) -> Colour {
    if row.leads { Colour::Brick } else { Colour::Mid }
}

#[cfg(test)]
mod tests {
    use figures::Publishable;
    use proptest::prelude::*;

    use super::*;
    use crate::charts::check::{self, figures, words};
    use crate::scene::Shape;

    fn chart(rows: &[(&str, u64)], width: Width) -> Bars {
        let counts: Vec<u64> = rows.iter().map(|(_, count)| *count).collect();
        let rows = rows.iter().zip(figures(&counts)).enumerate().map(|(at, ((label, _), figure))| Bar {
            label: (*label).to_owned(),
            figure,
            leads: at == 0,
        });
        Bars { words: words(), width, axis: Some("signalen".to_owned()), rows: rows.collect() }
    }

    fn lengths(scene: &Scene) -> Vec<f64> {
        let rects = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Rect { bounds, .. } => Some(bounds.width),
            _ => None,
        });
        rects.collect()
    }

    #[test]
    fn a_bar_is_as_long_as_its_count_says() {
        for width in [Width::Column, Width::Page, Width::Phone] {
            let lengths = lengths(&scene(&chart(&[("a", 120), ("b", 60), ("c", 30)], width)).unwrap());
            assert!(lengths[0] > 100.0);
            assert!(
                (lengths[0] - 2.0 * lengths[1]).abs() < 1e-9 && (lengths[0] - 4.0 * lengths[2]).abs() < 1e-9
            );
        }
    }

    #[test]
    fn one_protected_count_leaves_the_whole_chart_out() {
        let mut chart = chart(&[("a", 120), ("b", 60)], Width::Column);
        assert!(bars(&chart).is_ok());
        chart.rows[1].figure = Figure::new(Publishable::PROTECTED, "×");
        assert_eq!(bars(&chart), Err(NoChart::Protected));
    }

    #[test]
    fn no_rows_are_no_chart() {
        assert_eq!(bars(&chart(&[], Width::Column)), Err(NoChart::Empty));
    }

    #[test]
    fn the_leading_bar_differs_in_more_than_colour() {
        let svg = bars(&chart(&[("Eerste", 120), ("Tweede", 60)], Width::Column)).unwrap();
        let line = |label: &str| svg.split("<text").find(|part| part.contains(label)).unwrap().to_owned();
        assert!(line("Eerste").contains("font-weight=\"600\""));
        assert!(!line("Tweede").contains("font-weight"));
    }

    #[test]
    fn a_label_with_markup_or_from_right_to_left_stays_a_label() {
        let svg = bars(&chart(&[("<b>x</b> & \"y\"", 9), ("حقوق الطفل", 8)], Width::Column)).unwrap();
        assert!(svg.contains("&lt;b&gt;x&lt;/b&gt; &amp; &quot;y&quot;") && svg.contains("حقوق الطفل"));
        assert!(!svg.contains("<b>"));
    }

    #[test]
    fn long_labels_take_two_lines_and_never_the_bar() {
        let long = "Kinderopvang en ondersteuning voor gezinnen met kinderen";
        let scene = scene(&chart(&[(long, 80), ("Werk", 7)], Width::Column)).unwrap();
        let first =
            check::texts(&scene).into_iter().filter(|text| long.contains(text.words.as_str())).count();
        assert_eq!(first, 2);
        check::is_readable(&scene);
    }

    proptest! {
        #[test]
        fn nothing_overlaps_whatever_the_labels_and_counts(
            rows in prop::collection::vec(("[a-zA-Zéë<& -]{0,70}", 0u64..5000), 1..9),
            axis in prop::option::of("[a-z ]{1,90}"),
            width in prop::sample::select(vec![Width::Column, Width::Page, Width::Phone]),
        ) {
            let rows: Vec<(&str, u64)> = rows.iter().map(|(label, count)| (label.as_str(), *count)).collect();
            let chart = Bars { axis, ..chart(&rows, width) };
            check::is_readable(&scene(&chart).unwrap());
        }
    }
}
