//! What the geometry of a chart gives away: each length, place and shade, against the number printed beside it.
//!
//! Bars have one scale over the whole chart, discs stand on a line from an unseen zero: scale and zero are the ones
//! with which most of them agree. Tiles are equally large
//! boxes with words in them; a darker one never counts less. A shape with no number beside it must be as long as
//! a number that the words of the chart name.

use std::collections::BTreeSet;

use super::Kind;
use super::document::{Chart, Form, Shape, Word};
use super::numbers::{Form as Written, is_year, numbers, sole, tokens};

/// A shape that gives away another number than the one beside it.
#[derive(Debug, PartialEq)]
pub(super) struct Gives {
    pub number: String,
    pub words: String,
    pub kind: Kind,
}

/// Every shape of a chart that measures something, and how many there are.
pub(super) fn given(chart: &Chart) -> (Vec<Gives>, usize) {
    let named: BTreeSet<u64> = {
        let words = tokens(&chart.alternative);
        let whole = numbers(&words).into_iter().filter(|number| number.form == Written::Whole);
        whole.map(|number| number.value as u64).collect()
    };
    let boxes = chart.shapes.iter().filter(|shape| shape.form == Form::Box && !is_ground(shape, chart));
    let (tiles, rest): (Vec<&Shape>, Vec<&Shape>) = boxes.partition(|shape| is_tile(shape, chart));
    let bars: Vec<&Shape> = rest.iter().copied().filter(|shape| !is_swatch(shape, &rest)).collect();
    let mut gives = Vec::new();
    shades(&tiles, chart, &mut gives);
    lengths(&bars, chart, &named, &mut gives);
    let dots = places(chart, &mut gives);
    (gives, tiles.len() + bars.len() + dots)
}

/// Files keep two decimals of a point; a length has two ends.
const DRAWN: f64 = 0.03;
/// Further than this from its number, in points, nothing is labelled.
const BESIDE: f64 = 14.0;

/// A white box behind a word, so that a line does not cross it.
fn is_ground(shape: &Shape, chart: &Chart) -> bool {
    shape.light > 0.99
        && chart.words.iter().any(|word| {
            let level = (word.baseline - 0.35 * word.size - shape.middle().1).abs() < word.size;
            level
                && shape.left > word.left - 4.0
                && shape.left <= word.left + 0.5
                && shape.right < word.right + 4.0
        })
}

fn holds(shape: &Shape, word: &Word) -> bool {
    let (left, right) = (word.left > shape.left, word.right < shape.right + 2.0);
    left && right && word.baseline > shape.top && word.baseline < shape.bottom
}

fn alike(one: &Shape, other: &Shape) -> bool {
    (one.width() - other.width()).abs() < 0.1 && (one.height() - other.height()).abs() < 0.1
}

/// A box with words in it, as large as every other such box.
fn is_tile(shape: &Shape, chart: &Chart) -> bool {
    chart.words.iter().any(|word| holds(shape, word))
}

/// A step of a legend: equal boxes in a row that grow darker or lighter, each of its own shade.
fn is_swatch(shape: &Shape, boxes: &[&Shape]) -> bool {
    let mut row: Vec<&&Shape> =
        boxes.iter().filter(|other| alike(shape, other) && (other.top - shape.top).abs() < 0.1).collect();
    row.sort_by(|one, other| one.left.total_cmp(&other.left));
    let monotone = |pair: &[&&Shape]| pair[0].light != pair[1].light;
    row.len() > 2 && row.windows(2).all(monotone)
}

/// The numbers drawn, whole and unsigned, with their words.
fn drawn(chart: &Chart) -> Vec<(&Word, u64)> {
    chart.words.iter().filter_map(|word| Some((word, sole(&word.text)?))).collect()
}

/// The words that begin furthest to the left on the level of a shape: what it is about.
fn about(shape: &Shape, chart: &Chart) -> String {
    let level = |word: &&Word| {
        let middle = word.baseline - 0.35 * word.size;
        middle > shape.top - 4.0 && middle < shape.bottom + 4.0
    };
    let mut words: Vec<&Word> = chart.words.iter().filter(level).collect();
    words.sort_by(|one, other| one.left.total_cmp(&other.left));
    let words: Vec<&str> = words.into_iter().map(|word| word.text.as_str()).collect();
    words.join(" ")
}

fn lengths(bars: &[&Shape], chart: &Chart, named: &BTreeSet<u64>, gives: &mut Vec<Gives>) {
    if bars.len() < 2 && named.is_empty() {
        return;
    }
    let numbers = drawn(chart);
    // The nearest number after the end of the bar, on its level.
    let label = |bar: &Shape| {
        let after = |(word, _): &&(&Word, u64)| {
            let gap = word.left - bar.right;
            let middle = word.baseline - 0.35 * word.size;
            gap > -0.5 && gap < BESIDE && middle > bar.top - 1.0 && middle < bar.bottom + 1.0
        };
        let mut beside: Vec<&(&Word, u64)> = numbers.iter().filter(after).collect();
        beside.sort_by(|one, other| one.0.left.total_cmp(&other.0.left));
        beside.first().map(|(_, number)| *number)
    };
    let labelled: Vec<(&Shape, Option<u64>)> = bars.iter().map(|bar| (*bar, label(bar))).collect();
    let near = |scale: f64, bar: &Shape, number: u64| {
        (bar.width() / scale - number as f64).abs() <= (DRAWN / scale).max(0.02)
    };
    let measures: Vec<(&Shape, u64)> = labelled
        .iter()
        .filter_map(|(bar, number)| Some((*bar, number.filter(|number| *number > 0)?)))
        .collect();
    let scales: Vec<f64> = measures.iter().map(|(bar, number)| bar.width() / *number as f64).collect();
    let longest = bars.iter().map(|bar| bar.width()).fold(0.0, f64::max);
    let most = named.iter().next_back().filter(|most| **most > 0).map(|most| longest / *most as f64);
    let scale = agreed(&scales, &measures, |scale, (bar, number)| near(*scale, bar, *number)).or(most);
    let Some(scale) = scale.filter(|scale| *scale > 0.0) else {
        for (bar, _) in &labelled {
            let part = bar.width() / longest;
            gives.push(Gives { number: said(part), words: about(bar, chart), kind: Kind::Length });
        }
        return;
    };
    for (bar, number) in &labelled {
        let counts = bar.width() / scale;
        let fits = match number {
            Some(number) => near(scale, bar, *number),
            None => named.iter().any(|number| near(scale, bar, *number)),
        };
        if !fits {
            gives.push(Gives { number: said(counts), words: about(bar, chart), kind: Kind::Length });
        }
    }
}

/// The number of a tile is the sole number in it; a darker tile never counts less than a lighter one.
fn shades(tiles: &[&Shape], chart: &Chart, gives: &mut Vec<Gives>) {
    let numbers = drawn(chart);
    let mut counted: Vec<(&Shape, u64)> = Vec::new();
    for tile in tiles {
        let mut within = numbers.iter().filter(|(word, _)| holds(tile, word)).map(|(_, number)| *number);
        match (within.next(), within.next()) {
            (Some(number), None) => counted.push((tile, number)),
            _ if tile.light > 0.99 => {}
            _ => gives.push(Gives { number: said(tile.light), words: about(tile, chart), kind: Kind::Shade }),
        }
    }
    for (tile, number) in &counted {
        let against = |(other, count): &&(&Shape, u64)| {
            (count < number && other.light < tile.light - 1e-3)
                || (count > number && other.light > tile.light + 1e-3)
        };
        // Of two tiles in the wrong order, the one against which most others speak.
        let wrong = counted.iter().filter(against).count();
        let worst = counted.iter().filter(against).all(|(other, count)| {
            let others = counted.iter().filter(|(third, most)| {
                (most < count && third.light < other.light - 1e-3)
                    || (most > count && third.light > other.light + 1e-3)
            });
            others.count() <= wrong
        });
        if wrong > 0 && worst {
            gives.push(Gives { number: number.to_string(), words: about(tile, chart), kind: Kind::Shade });
        }
    }
}

/// Discs on lines: as many numbers on the level as discs, in the same order from left to right. Returns how many.
fn places(chart: &Chart, gives: &mut Vec<Gives>) -> usize {
    let numbers = drawn(chart);
    let mut discs: Vec<&Shape> = chart.shapes.iter().filter(|shape| shape.form == Form::Disc).collect();
    if discs.is_empty() || numbers.is_empty() {
        return 0;
    }
    discs.sort_by(|one, other| one.middle().1.total_cmp(&other.middle().1));
    let mut rows: Vec<Vec<&Shape>> = Vec::new();
    for disc in discs {
        match rows.last_mut() {
            Some(row) if row.last().is_some_and(|last| (last.middle().1 - disc.middle().1).abs() < 1.0) => {
                row.push(disc);
            }
            _ => rows.push(vec![disc]),
        }
    }
    let mut points: Vec<(&Shape, f64)> = Vec::new();
    let mut measured = 0;
    for mut row in rows {
        row.sort_by(|one, other| one.middle().0.total_cmp(&other.middle().0));
        let level = |(word, _): &&(&Word, u64)| {
            row.first().is_some_and(|disc| (word.baseline - 0.35 * word.size - disc.middle().1).abs() < 3.0)
        };
        let mut beside: Vec<&(&Word, u64)> = numbers.iter().filter(level).collect();
        beside.sort_by(|one, other| one.0.left.total_cmp(&other.0.left));
        // The legend: years beside the signs, or words only.
        if beside.iter().all(|(_, number)| is_year(*number)) {
            continue;
        }
        measured += row.len();
        if beside.len() == row.len() {
            points.extend(row.iter().zip(beside).map(|(disc, (_, number))| (*disc, *number as f64)));
        } else {
            let row = row.iter().map(|disc| Gives {
                number: "?".to_owned(),
                words: about(disc, chart),
                kind: Kind::Length,
            });
            gives.extend(row);
        }
    }
    let mut lines = Vec::new();
    for (at, (one, few)) in points.iter().enumerate() {
        for (other, many) in points.iter().skip(at + 1).filter(|(_, many)| many != few) {
            let scale = (other.middle().0 - one.middle().0) / (many - few);
            lines.push((scale, one.middle().0 - scale * few));
        }
    }
    let fits = |(scale, zero): &(f64, f64), (disc, number): &(&Shape, f64)| {
        ((disc.middle().0 - zero) / scale - number).abs() <= (2.0 * DRAWN / scale).max(0.02)
    };
    lines.retain(|(scale, _)| *scale > 0.0);
    let Some((scale, zero)) = agreed(&lines, &points, fits) else { return measured };
    for (disc, number) in &points {
        let counts = (disc.middle().0 - zero) / scale;
        if !fits(&(scale, zero), &(*disc, *number)) {
            gives.push(Gives { number: said(counts), words: about(disc, chart), kind: Kind::Length });
        }
    }
    // A line between two discs says no more than they do; one that ends elsewhere does.
    let ends: Vec<f64> = points.iter().map(|(disc, _)| disc.middle().0).collect();
    let level: Vec<&Shape> =
        chart.shapes.iter().filter(|shape| shape.form == Form::Line && shape.height() < 0.1).collect();
    let shared =
        |x: f64, at: fn(&Shape) -> f64| level.iter().filter(|line| (at(line) - x).abs() < 0.05).count() > 1;
    for line in &level {
        let on =
            |x: f64, at: fn(&Shape) -> f64| ends.iter().any(|end| (end - x).abs() < 0.1) || shared(x, at);
        for (x, at) in [(line.left, (|line| line.left) as fn(&Shape) -> f64), (line.right, |line| line.right)]
        {
            if !on(x, at) {
                let counts = said((x - zero) / scale);
                gives.push(Gives { number: counts, words: about(line, chart), kind: Kind::Length });
            }
        }
    }
    measured
}

/// The measure with which most agree; of equals, the first.
fn agreed<M: Copy, P>(measures: &[M], points: &[P], fits: impl Fn(&M, &P) -> bool) -> Option<M> {
    let agree = |measure: &M| points.iter().filter(|point| fits(measure, point)).count();
    let most = measures.iter().map(agree).max()?;
    measures.iter().find(|measure| agree(measure) == most).copied()
}

fn said(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
