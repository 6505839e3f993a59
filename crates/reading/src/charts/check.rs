//! What the tests of every chart ask: published figures to draw, and whether the drawing can be read.

use figures::{Earlier, Rules};
use model::Language;
use serde_json::json;

use super::{Figure, Words};
use crate::palette::{Colour, GRAPHIC_CONTRAST, TEXT_CONTRAST};
use crate::scene::{Bounds, Scene, Shape, Text};

/// Figures as an edition published them: read back from its file, the only way to have one outside the guard.
pub(crate) fn figures(counts: &[u64]) -> Vec<Figure> {
    let code = |at: usize| format!("v{at}");
    let cell =
        |(at, count): (usize, &u64)| json!({"at": {"d": code(at)}, "count": count, "status": "published"});
    let cells: Vec<_> = counts.iter().enumerate().map(cell).collect();
    let values: Vec<String> = (0..counts.len()).map(code).collect();
    let edition: Earlier = serde_json::from_value(json!({
        "schema": 1, "edition": 1, "revision": 1, "period": {"from": "2025-01", "to": "2025-12"},
        "rules": serde_json::to_value(Rules::default()).unwrap(),
        "dimensions": {"d": {"values": values}},
        "tables": [{"id": "d", "title": {"nl": "", "fr": ""}, "dimensions": ["d"], "cells": cells}],
    }))
    .unwrap();
    let figure = |(at, count): (usize, &u64)| {
        let value = edition.figure(&[("d", &code(at))]);
        assert_eq!(value.count(), Some(*count));
        Figure::new(value, count.to_string())
    };
    counts.iter().enumerate().map(figure).collect()
}

pub(crate) fn figure(count: u64) -> Figure {
    figures(&[count]).remove(0)
}

pub(crate) fn words() -> Words {
    Words { title: "De bevinding".into(), description: "De cijfers".into(), language: Language::Nl }
}

pub(crate) fn texts(scene: &Scene) -> Vec<Text> {
    let texts = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) if !text.words.is_empty() => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

/// All stands within the image; no words touch other words, a mark, or the edge of a box; and everything
/// contrasts enough with what lies under it.
pub(crate) fn is_readable(scene: &Scene) {
    let frame = Bounds { x: 0.0, y: 0.0, width: scene.width, height: scene.height };
    let texts = texts(scene);
    for (at, text) in texts.iter().enumerate() {
        assert!(frame.holds(text.bounds()), "{text:?} leaves the image of {frame:?}");
        for other in &texts[at + 1..] {
            assert!(!text.bounds().overlaps(other.bounds()), "{text:?} touches {other:?}");
        }
    }
    for (at, shape) in scene.shapes.iter().enumerate() {
        match shape {
            Shape::Rect { bounds, fill, edge } => {
                assert!(frame.holds(*bounds), "{shape:?} leaves the image of {frame:?}");
                // A white box only hides the thin line behind it.
                let mark = *fill != Colour::White;
                let seen = edge.unwrap_or(*fill).contrast(Colour::White) >= GRAPHIC_CONTRAST;
                assert!(!mark || seen, "{shape:?} is too faint");
                for text in texts.iter().filter(|_| mark && bounds.width > 0.0) {
                    let (inside, apart) = (bounds.holds(text.bounds()), !bounds.overlaps(text.bounds()));
                    assert!(inside || apart, "{text:?} crosses {bounds:?}");
                }
            }
            Shape::Disc { x, y, radius, fill, edge } => {
                let side = 2.0 * radius;
                let bounds = Bounds { x: x - radius, y: y - radius, width: side, height: side };
                assert!(frame.holds(bounds), "{shape:?} leaves the image of {frame:?}");
                assert!(
                    edge.unwrap_or(*fill).contrast(Colour::White) >= GRAPHIC_CONTRAST,
                    "{shape:?} is too faint"
                );
                for text in &texts {
                    assert!(!bounds.overlaps(text.bounds()), "{text:?} touches {shape:?}");
                }
            }
            Shape::Line { from, to, .. } => {
                for (x, y) in [from, to] {
                    let point = Bounds { x: *x, y: *y, width: 0.0, height: 0.0 };
                    assert!(frame.holds(point), "{shape:?} leaves the image of {frame:?}");
                }
            }
            Shape::Text(text) => {
                let under = scene.shapes[..at].iter().rev().find_map(|shape| match shape {
                    Shape::Rect { bounds, fill, .. } if bounds.holds(text.bounds()) => Some(*fill),
                    _ => None,
                });
                let ground = under.unwrap_or(Colour::White);
                assert!(text.colour.contrast(ground) >= TEXT_CONTRAST, "{text:?} on {ground:?}");
            }
        }
    }
}
