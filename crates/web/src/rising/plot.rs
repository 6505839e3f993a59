//! A rise as a small picture and as a table: a bar a month, what was expected as a line, the last months marked.

use clustering::emerging::{Alarm, Key, Months};
use wording::{Wording, args};

use super::words::{month_at, rounded, when};

/// How wide and high a picture is, and how much of it is for the marks above the bars.
const WIDE: f64 = 480.0;
const HIGH: f64 = 120.0;
const MARKS: f64 = 22.0;
/// The gap between two bars.
const GAP: f64 = 3.0;

/// A picture, as its template draws it; every number is written out.
pub struct Plot {
    pub view_box: String,
    pub bars: Vec<Bar>,
    /// The height of what was expected in a month.
    pub expected: String,
    pub wide: String,
    /// Where the ground is.
    pub ground: String,
    /// The words of the picture.
    pub alternative: String,
    pub first: String,
    pub last: String,
}

/// A bar.
pub struct Bar {
    pub x: String,
    pub y: String,
    pub width: String,
    pub height: String,
    /// `past`, `now` (the months that are compared) or `running` (the month that is not over).
    pub kind: &'static str,
    /// The middle of the bar, and where its mark stands: a triangle above each month that is compared.
    pub mark: Option<String>,
}

/// A line of the table.
pub struct Row {
    pub month: String,
    pub count: String,
    pub all: String,
    /// What is to be known of the month.
    pub note: Option<String>,
}

impl Plot {
    pub fn new(wording: Wording, months: &Months, counts: &[u32], alarm: &Alarm<Key>, running: u32) -> Self {
        let a_month = alarm.by_share.expected / length(alarm.window);
        let bars = counts.len() + 1;
        let highest = counts.iter().copied().chain([running]).max().unwrap_or(0);
        let scale = (HIGH - MARKS) / f64::from(highest.max(1)).max(a_month);
        let step = WIDE / length(bars);
        let from = counts.len().saturating_sub(alarm.window);
        let bar = |(at, count): (usize, u32)| {
            let (x, height) = (length(at) * step, f64::from(count) * scale);
            let kind = match at {
                at if at == counts.len() => "running",
                at if at >= from => "now",
                _ => "past",
            };
            let (middle, top) = (x + step / 2.0, HIGH - height - 4.0);
            let triangle = || {
                let corner = |x: f64, y: f64| format!("{x:.1},{y:.1}");
                [corner(middle, top), corner(middle - 5.0, top - 9.0), corner(middle + 5.0, top - 9.0)]
                    .join(" ")
            };
            Bar {
                x: format!("{:.1}", x + GAP / 2.0),
                y: format!("{:.1}", HIGH - height),
                width: format!("{:.1}", step - GAP),
                height: format!("{height:.1}"),
                kind,
                mark: (kind == "now").then(triangle),
            }
        };
        let month = |at| month_at(months, at).map_or_else(String::new, |month| wording.month(month));
        let greatest = counts.get(..from).and_then(|past| past.iter().max()).copied().unwrap_or(0);
        Self {
            view_box: format!("0 0 {WIDE} {HIGH}"),
            bars: counts.iter().copied().chain([running]).enumerate().map(bar).collect(),
            expected: format!("{:.1}", HIGH - a_month * scale),
            wide: WIDE.to_string(),
            ground: HIGH.to_string(),
            alternative: wording.say(
                "rising-plot",
                &args![
                    months = counts.len(),
                    when = when(wording, months, alarm.window),
                    count = alarm.observed,
                    greatest = greatest,
                    expected = rounded(wording, a_month),
                ],
            ),
            first: month(0),
            last: month(counts.len()),
        }
    }
}

/// The table of the picture, the newest month first.
pub fn rows(
    wording: Wording,
    months: &Months,
    counts: &[u32],
    window: usize,
    (running, running_all): (u32, u32),
) -> Vec<Row> {
    let from = counts.len().saturating_sub(window);
    let all = months.all.iter().copied().chain([running_all]);
    let row = |(at, (count, all)): (usize, (u32, u32))| Row {
        month: month_at(months, at).map_or_else(String::new, |month| wording.month(month)),
        count: wording.number(count.into()),
        all: wording.number(all.into()),
        note: match at {
            at if at == counts.len() => Some(wording.say("rising-running", &args![])),
            at if at >= from => Some(wording.say("rising-compared", &args![])),
            _ => None,
        },
    };
    let mut rows: Vec<Row> = counts.iter().copied().chain([running]).zip(all).enumerate().map(row).collect();
    rows.reverse();
    rows
}

/// A number of months, to reckon with.
fn length(months: usize) -> f64 {
    f64::from(u32::try_from(months).unwrap_or(u32::MAX))
}
