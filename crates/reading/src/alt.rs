//! What a chart shows, in one sentence of figures and one of finding, for those who do not see it.
//!
//! A protected count makes an error here as it does in [`charts`](crate::charts): no sentence is derived from it.

use wording::{Wording, args};

use crate::charts::{Bar, Figure, NoChart, Shift, Tile};

/// The text for [`bars`](crate::charts::bars): from the largest to the smallest, whatever the order drawn.
pub fn bars(wording: Wording, rows: &[Bar]) -> Result<String, NoChart> {
    let ranked = ranked(rows.iter().map(|row| (row.label.as_str(), &row.figure)))?;
    let (items, finding) = (items(wording, &ranked), finding(wording, &ranked, true)?);
    Ok(wording.say("chart-alt-bars", &args![items = items, finding = finding]))
}

/// The text for [`zone_map`](crate::charts::zone_map): its tiles, from the largest to the smallest.
pub fn zones<'a>(wording: Wording, tiles: impl IntoIterator<Item = &'a Tile>) -> Result<String, NoChart> {
    let ranked = ranked(tiles.into_iter().map(|tile| (tile.label.as_str(), &tile.figure)))?;
    // "Close together" would be read as a distance on the map.
    let (items, finding) = (items(wording, &ranked), finding(wording, &ranked, false)?);
    Ok(wording.say("chart-alt-tiles", &args![items = items, finding = finding]))
}

/// The text for [`change`](crate::charts::change), in the order drawn.
pub fn change(wording: Wording, before: &str, now: &str, rows: &[Shift]) -> Result<String, NoChart> {
    let items: Vec<String> = rows
        .iter()
        .map(|row| {
            let args = args![label = &row.label, from = &row.before.text, to = &row.now.text];
            wording.say("chart-item-change", &args)
        })
        .collect();
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    let finding = finding_of_change(wording, rows)?;
    Ok(wording.say(
        "chart-alt-change",
        &args![from = before, to = now, items = wording.list(&items), finding = finding],
    ))
}

/// Label and figure of each, from the largest to the smallest, as one list: for charts whose sentence comes from
/// the caller ([`municipality_map`](crate::charts::municipality_map),
/// [`small_multiples`](crate::charts::small_multiples) group by group).
pub fn list<'a>(
    wording: Wording,
    figures: impl IntoIterator<Item = (&'a str, &'a Figure)>,
) -> Result<String, NoChart> {
    Ok(items(wording, &ranked(figures)?))
}

/// The sentence on which stands out: far ahead, close together, equal, or simply the largest.
pub fn finding_of<'a>(
    wording: Wording,
    figures: impl IntoIterator<Item = (&'a str, &'a Figure)>,
) -> Result<String, NoChart> {
    finding(wording, &ranked(figures)?, true)
}

/// The sentence on what rose and what fell most, by count.
pub fn finding_of_change(wording: Wording, rows: &[Shift]) -> Result<String, NoChart> {
    let mut shifts = Vec::new();
    for row in rows {
        shifts.push((row.label.as_str(), row.before.count()?, row.now.count()?));
    }
    if shifts.is_empty() {
        return Err(NoChart::Empty);
    }
    let largest = |size: &dyn Fn(&(&str, u64, u64)) -> u64| {
        let most = shifts.iter().map(size).max().filter(|most| *most > 0)?;
        let labels: Vec<&str> =
            shifts.iter().filter(|shift| size(shift) == most).map(|shift| shift.0).collect();
        // Two that moved equally far: neither moved most.
        (labels.len() == 1).then(|| (labels.concat(), most))
    };
    let up = largest(&|(_, before, now)| now.saturating_sub(*before));
    let down = largest(&|(_, before, now)| before.saturating_sub(*now));
    let mut sentences = Vec::new();
    if let Some((label, count)) = up {
        sentences.push(wording.say("finding-up", &args![label = label, count = count]));
    }
    if let Some((label, count)) = down {
        sentences.push(wording.say("finding-down", &args![label = label, count = count]));
    }
    if shifts.iter().all(|(_, before, now)| before == now) {
        sentences.push(wording.say("finding-stable", &args![]));
    }
    Ok(sentences.join(" "))
}

/// The one row that is larger than every other: the bar to mark as leading, and what a title may speak of.
pub fn leading<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Result<Option<usize>, NoChart> {
    let mut counts = Vec::new();
    for figure in figures {
        counts.push(figure.count()?);
    }
    let most = counts.iter().max().copied().ok_or(NoChart::Empty)?;
    let mut first = counts.iter().enumerate().filter(|(_, count)| **count == most);
    Ok(first.next().filter(|_| first.next().is_none()).map(|(at, _)| at))
}

/// A row with its count, from the largest to the smallest; equal ones in the order given.
type Ranked<'a> = Vec<(&'a str, &'a Figure, u64)>;

fn ranked<'a>(figures: impl IntoIterator<Item = (&'a str, &'a Figure)>) -> Result<Ranked<'a>, NoChart> {
    let mut ranked = Vec::new();
    for (label, figure) in figures {
        ranked.push((label, figure, figure.count()?));
    }
    ranked.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    if ranked.is_empty() { Err(NoChart::Empty) } else { Ok(ranked) }
}

fn items(wording: Wording, ranked: &Ranked<'_>) -> String {
    let items: Vec<String> = ranked
        .iter()
        .map(|(label, figure, _)| wording.say("chart-item", &args![label = *label, count = &figure.text]))
        .collect();
    wording.list(&items.iter().map(String::as_str).collect::<Vec<_>>())
}

fn finding(wording: Wording, ranked: &Ranked<'_>, may_be_close: bool) -> Result<String, NoChart> {
    let (label, _, most) = *ranked.first().ok_or(NoChart::Empty)?;
    let equal: Vec<&str> =
        ranked.iter().filter(|(_, _, count)| *count == most).map(|(label, _, _)| *label).collect();
    let next = ranked.get(1);
    Ok(match next {
        _ if equal.len() > 1 => wording.say("finding-equal", &args![labels = wording.list(&equal)]),
        Some((next, _, count)) if u128::from(most) > 2 * u128::from(*count) => {
            wording.say("finding-double", &args![label = label, next = *next])
        }
        // Within a tenth of each other.
        Some((next, _, count)) if may_be_close && 10 * u128::from(*count) >= 9 * u128::from(most) => {
            wording.say("finding-close", &args![label = label, next = *next])
        }
        _ => wording.say("finding-largest", &args![label = label]),
    })
}

#[cfg(test)]
mod tests {
    use figures::Publishable;
    use model::Language;

    use super::*;
    use crate::charts::check::figures;

    const NL: fn() -> Wording = || Wording::new(Language::Nl);

    fn rows(rows: &[(&str, u64)]) -> Vec<Bar> {
        let counts: Vec<u64> = rows.iter().map(|(_, count)| *count).collect();
        let pairs = rows.iter().zip(figures(&counts));
        pairs.map(|((label, _), figure)| Bar { label: (*label).to_owned(), figure, leads: false }).collect()
    }

    fn shifts(rows: &[(&str, u64, u64)]) -> Vec<Shift> {
        let shift = |(label, before, now): &(&str, u64, u64)| {
            let mut pair = figures(&[*before, *now]);
            let (now, before) = (pair.remove(1), pair.remove(0));
            Shift { label: (*label).to_owned(), before, now, change: None }
        };
        rows.iter().map(shift).collect()
    }

    fn said(key: &str, args: &wording::Args<'_>) -> String {
        NL().say(key, args)
    }

    #[test]
    fn the_text_of_bars_names_every_figure_from_the_largest_to_the_smallest() {
        let text =
            bars(NL(), &rows(&[("Niet vragen", 44), ("Geen toegang", 118), ("Niet kennen", 49)])).unwrap();
        let at = |words: &str| text.find(words).unwrap();
        assert!(at("Geen toegang 118") < at("Niet kennen 49") && at("Niet kennen 49") < at("Niet vragen 44"));
        assert!(
            text.ends_with(&said("finding-double", &args![label = "Geen toegang", next = "Niet kennen"]))
        );
    }

    #[test]
    fn the_finding_fits_the_figures() {
        let finding = |list: &[(&str, u64)]| {
            let rows = rows(list);
            finding_of(NL(), rows.iter().map(|row| (row.label.as_str(), &row.figure))).unwrap()
        };
        let pair = args![label = "a", next = "b"];
        assert_eq!(finding(&[("a", 41), ("b", 20)]), said("finding-double", &pair));
        assert_eq!(finding(&[("a", 40), ("b", 20)]), said("finding-largest", &args![label = "a"]));
        assert_eq!(finding(&[("b", 18), ("a", 20)]), said("finding-close", &pair));
        assert_eq!(finding(&[("a", 7)]), said("finding-largest", &args![label = "a"]));
        let equal = args![labels = NL().list(&["a", "b"])];
        assert_eq!(finding(&[("a", 20), ("c", 5), ("b", 20)]), said("finding-equal", &equal));
    }

    #[test]
    fn two_zones_are_never_said_to_be_close() {
        let tiles: Vec<Tile> = ["West", "Zuid"]
            .into_iter()
            .zip(figures(&[71, 70]))
            .map(|(label, figure)| Tile { label: label.to_owned(), note: None, figure })
            .collect();
        let text = zones(NL(), &tiles).unwrap();
        assert!(text.ends_with(&said("finding-largest", &args![label = "West"])), "{text}");
    }

    #[test]
    fn the_finding_of_a_change_names_the_largest_rise_and_fall() {
        let finding = |list: &[(&str, u64, u64)]| finding_of_change(NL(), &shifts(list)).unwrap();
        let (up, down) = (args![label = "a", count = 13], args![label = "b", count = 6]);
        let both = format!("{} {}", said("finding-up", &up), said("finding-down", &down));
        assert_eq!(finding(&[("a", 18, 31), ("b", 26, 20), ("c", 24, 19)]), both);
        assert_eq!(finding(&[("a", 18, 31), ("c", 17, 17)]), said("finding-up", &up));
        assert_eq!(finding(&[("a", 18, 18)]), said("finding-stable", &args![]));
        assert_eq!(finding(&[("a", 10, 12), ("b", 20, 22)]), "");
    }

    #[test]
    fn no_sentence_is_made_from_a_protected_count() {
        let mut rows = rows(&[("a", 41), ("b", 20)]);
        rows[1].figure = Figure::new(Publishable::PROTECTED, "×");
        assert_eq!(bars(NL(), &rows), Err(NoChart::Protected));
        assert_eq!(leading(rows.iter().map(|row| &row.figure)), Err(NoChart::Protected));
        let mut shifts = shifts(&[("a", 18, 31)]);
        shifts[0].before = Figure::new(Publishable::PROTECTED, "×");
        assert_eq!(change(NL(), "editie 1", "editie 2", &shifts), Err(NoChart::Protected));
    }

    #[test]
    fn every_language_has_the_sentences() {
        for language in [Language::Nl, Language::Fr, Language::En] {
            let wording = Wording::new(language);
            let shifts = shifts(&[("a", 18, 31), ("b", 26, 20)]);
            let bars = bars(wording, &rows(&[("a", 41), ("b", 20)])).unwrap();
            let change = change(wording, "1", "2", &shifts).unwrap();
            let tile = Tile { label: "a".into(), note: None, figure: shifts[0].now.clone() };
            let zones = zones(wording, [&tile]).unwrap();
            assert!([bars, change, zones].iter().all(|text| text.contains("a") && !text.contains('⟦')));
        }
    }

    #[test]
    fn only_one_row_can_lead() {
        let leads = |list: &[(&str, u64)]| leading(rows(list).iter().map(|row| &row.figure)).unwrap();
        assert_eq!(leads(&[("a", 5), ("b", 9)]), Some(1));
        assert_eq!(leads(&[("a", 9), ("b", 9)]), None);
    }
}
