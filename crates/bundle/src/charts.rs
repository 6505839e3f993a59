//! Which charts an edition shows, what each says, and in which words.
//!
//! A chart appears only where every part of the whole that it divides is published. Its title is the finding;
//! its alternative text says the finding and every figure.

use std::collections::BTreeMap;

use figures::{Earlier, NO_RIGHT, Publication, TOTAL};
use model::{Cause, CauseChoice, Formality, Place, Zone};
use reading::charts as draw;
use wording::args;

use crate::naming::Naming;
use crate::tables::{Printed, printed_figure};
use reading::document::{Chart, Reference};

/// A chart as the document shows it, with its image.
pub struct Drawn {
    pub chart: Chart,
    /// The virtual path of the image, without a slash in front.
    pub path: String,
    pub svg: String,
}

/// The charts of an edition, numbered from 1.
pub fn charts(
    naming: Naming<'_>,
    publication: &Publication,
    earlier: Option<&Earlier>,
    printed: &Printed<'_>,
) -> Vec<Drawn> {
    let maker = Maker { naming, publication };
    let kinds = [
        maker.causes(),
        earlier.and_then(|earlier| maker.cause_change(earlier)),
        maker.domain_groups(),
        maker.zones(),
        maker.formality(),
    ];
    let made = kinds.into_iter().flatten().enumerate();
    made.map(|(at, made)| {
        let number = (at + 1).to_string();
        let path = format!("charts/{}.svg", made.name);
        let table = printed.reference(made.table);
        let chart = Chart {
            number: naming.wording.say("chart-number", &args![number = &number]),
            anchor: format!("figure-{number}"),
            title: made.words.title.clone(),
            subtitle: Some(made.subtitle),
            image: format!("/{path}"),
            wide: made.wide,
            alt: made.words.description,
            source: table.map(|table| Reference {
                text: naming.wording.say("chart-source", &args![table = &table.text]),
                anchor: table.anchor,
            }),
        };
        Drawn { chart, path, svg: made.svg }
    })
    .collect()
}

struct Maker<'a> {
    naming: Naming<'a>,
    publication: &'a Publication,
}

struct Made {
    name: &'static str,
    table: &'static str,
    words: draw::Words,
    subtitle: String,
    wide: bool,
    svg: String,
}

/// One part of a whole: its code, its words, its count.
struct Part {
    code: String,
    label: String,
    count: u64,
}

impl Maker<'_> {
    fn causes(&self) -> Option<Made> {
        let codes: Vec<&str> = Cause::ALL
            .iter()
            .map(|cause| cause.code())
            .chain([NO_RIGHT, CauseChoice::Unknown.code()])
            .collect();
        self.bars("causes", "cause", "cause", &codes, "chart-largest-cause", true)
    }

    fn domain_groups(&self) -> Option<Made> {
        let dimension = self.publication.dimensions().get("domain")?;
        let codes: Vec<&str> = dimension.groups.keys().map(String::as_str).collect();
        self.bars("domain-groups", "domain", "domain", &codes, "chart-largest-domain", true)
    }

    fn formality(&self) -> Option<Made> {
        let codes: Vec<&str> = Formality::ALL.iter().map(|formality| formality.code()).collect();
        let mut made = self.bars("formality", "formality", "formality", &codes, "chart-largest", false)?;
        let informal = self.publication.figure(&[("formality", Formality::Informal.code())]).count()?;
        let total = self.publication.total().count()?;
        made.words.title =
            self.naming.wording.say("chart-formality", &args![count = informal, total = total]);
        Some(made)
    }

    fn bars(
        &self,
        name: &'static str,
        table: &'static str,
        dimension: &str,
        codes: &[&str],
        title: &str,
        sorted: bool,
    ) -> Option<Made> {
        let wording = self.naming.wording;
        let mut parts = self.parts(dimension, codes)?;
        let (ranked, finding) = self.finding(&parts, title);
        if sorted {
            parts.sort_by_key(|part| std::cmp::Reverse(part.count));
        }
        let items = self.items(&parts);
        let words = draw::Words {
            title: ranked,
            description: wording.say("chart-alt-bars", &args![items = items, finding = finding]),
            language: wording.language(),
        };
        let most = parts.iter().map(|part| part.count).max()?;
        let rows = parts.iter().map(|part| draw::Bar {
            label: part.label.clone(),
            figure: self.figure(dimension, &part.code),
            leads: sorted && part.count == most,
        });
        let chart =
            draw::Bars { words: words.clone(), width: draw::Width::Column, axis: None, rows: rows.collect() };
        Some(Made {
            name,
            table,
            words,
            subtitle: self.subtitle(table),
            wide: false,
            svg: draw::bars(&chart).ok()?,
        })
    }

    fn cause_change(&self, earlier: &Earlier) -> Option<Made> {
        let wording = self.naming.wording;
        let mut rows = Vec::new();
        let mut items = Vec::new();
        let mut differences: Vec<(i64, String)> = Vec::new();
        let (from, to) = (wording.period(earlier.period()), wording.period(self.publication.period()));
        for cause in Cause::ALL {
            let at = [("cause", cause.code())];
            let change = self.publication.change(earlier, &at)?;
            let label = wording.label(*cause);
            rows.push(draw::Shift {
                label: label.clone(),
                before: draw::Figure::new(
                    earlier.figure(&at),
                    printed_figure(self.naming, earlier.figure(&at)),
                ),
                now: self.figure("cause", cause.code()),
                change: Some(wording.signed(change.difference)),
            });
            items.push(
                wording
                    .say("chart-item-change", &args![label = &label, from = change.before, to = change.now]),
            );
            differences.push((change.difference, label));
        }
        let up = differences.iter().max_by_key(|(difference, _)| *difference).filter(|(d, _)| *d > 0);
        let down = differences.iter().min_by_key(|(difference, _)| *difference).filter(|(d, _)| *d < 0);
        let (title, finding) = match (up, down) {
            (Some((rise, up)), Some((_, down))) => (
                wording.say("chart-change-both", &args![up = up, down = down]),
                wording.say("finding-up", &args![label = up, count = *rise]),
            ),
            (Some((rise, up)), None) => (
                wording.say("chart-change-up", &args![label = up]),
                wording.say("finding-up", &args![label = up, count = *rise]),
            ),
            (None, Some((fall, down))) => (
                wording.say("chart-change-down", &args![label = down]),
                wording.say("finding-down", &args![label = down, count = fall.abs()]),
            ),
            (None, None) => {
                (wording.say("chart-change-none", &args![]), wording.say("finding-stable", &args![]))
            }
        };
        let words = draw::Words {
            title,
            description: wording.say(
                "chart-alt-change",
                &args![from = &from, to = &to, items = items.join("; "), finding = finding],
            ),
            language: wording.language(),
        };
        let chart = draw::Change {
            words: words.clone(),
            width: draw::Width::Column,
            before: from.clone(),
            now: to.clone(),
            rows,
        };
        let subtitle = wording
            .say("chart-subtitle-change", &args![title = self.table_title("cause"), from = from, to = to]);
        let svg = draw::change(&chart).ok()?;
        Some(Made { name: "cause-change", table: "cause", words, subtitle, wide: false, svg })
    }

    fn zones(&self) -> Option<Made> {
        let wording = self.naming.wording;
        let codes: Vec<&str> =
            Zone::ALL.iter().map(|zone| zone.code()).chain(["region", "unknown"]).collect();
        let parts = self.parts("place", &codes)?;
        let on_the_map: Vec<&Part> = parts.iter().filter(|part| Zone::parse(&part.code).is_ok()).collect();
        let most = on_the_map.iter().max_by_key(|part| part.count)?;
        let tied = on_the_map.iter().filter(|part| part.count == most.count).count() > 1;
        let (title, finding) = if tied {
            let labels: Vec<&str> = on_the_map
                .iter()
                .filter(|part| part.count == most.count)
                .map(|part| part.label.as_str())
                .collect();
            let labels = wording.list(&labels);
            (
                wording.say("chart-largest-tie", &args![labels = &labels]),
                wording.say("finding-equal", &args![labels = &labels]),
            )
        } else {
            (
                wording.say("chart-largest-zone", &args![label = &most.label]),
                wording.say("finding-largest", &args![label = &most.label]),
            )
        };
        let words = draw::Words {
            title,
            description: wording
                .say("chart-alt-tiles", &args![items = self.items(&parts), finding = finding]),
            language: wording.language(),
        };
        let mut tiles = BTreeMap::new();
        for zone in Zone::ALL {
            let places = Place::all().filter(|place| place.zone() == Some(*zone)).count();
            let figure = self.figure("place", zone.code());
            // The city is one municipality: a note would repeat its name.
            let note = (places > 1).then(|| wording.zone_members(*zone));
            tiles.insert(*zone, draw::Tile { label: wording.zone(*zone), note, figure });
        }
        let elsewhere = ["region", "unknown"].map(|code| draw::Tile {
            label: self.naming.value("place", code),
            note: None,
            figure: self.figure("place", code),
        });
        let map = draw::ZoneMap {
            words: words.clone(),
            width: draw::Width::Column,
            shades: draw::Shades {
                few: wording.say("chart-shade-few", &args![]),
                many: wording.say("chart-shade-many", &args![]),
            },
            tiles,
            elsewhere: elsewhere.to_vec(),
        };
        let subtitle = wording.say(
            "chart-subtitle",
            &args![
                title = wording.say(
                    "table-title-one",
                    &args![first = wording.say("dimension-place-groups.per", &args![])]
                ),
                period = wording.period(self.publication.period())
            ],
        );
        let svg = draw::zone_map(&map).ok()?;
        Some(Made { name: "zones", table: "place", words, subtitle, wide: false, svg })
    }

    /// The parts of a whole, only where each is published and together they are all signals.
    fn parts(&self, dimension: &str, codes: &[&str]) -> Option<Vec<Part>> {
        let parts: Option<Vec<Part>> = codes
            .iter()
            .map(|code| {
                let count = self.publication.figure(&[(dimension, code)]).count()?;
                Some(Part { code: (*code).to_owned(), label: self.naming.value(dimension, code), count })
            })
            .collect();
        let parts = parts?;
        let whole = self.publication.figure(&[(dimension, TOTAL)]).count()?;
        (parts.iter().map(|part| part.count).sum::<u64>() == whole).then_some(parts)
    }

    /// The title and the finding: which part is the largest, and by how much.
    fn finding(&self, parts: &[Part], title: &str) -> (String, String) {
        let wording = self.naming.wording;
        let mut ranked: Vec<&Part> = parts.iter().collect();
        ranked.sort_by_key(|part| std::cmp::Reverse(part.count));
        let [first, second, ..] = ranked.as_slice() else { return Default::default() };
        if first.count == second.count {
            let labels: Vec<&str> = ranked
                .iter()
                .filter(|part| part.count == first.count)
                .map(|part| part.label.as_str())
                .collect();
            let labels = wording.list(&labels);
            return (
                wording.say("chart-largest-tie", &args![labels = &labels]),
                wording.say("finding-equal", &args![labels = &labels]),
            );
        }
        let title = wording.say(title, &args![label = &first.label, count = first.count]);
        let finding = if first.count > 2 * second.count {
            wording.say("finding-double", &args![label = &first.label, next = &second.label])
        } else {
            wording.say("finding-largest", &args![label = &first.label])
        };
        (title, finding)
    }

    fn items(&self, parts: &[Part]) -> String {
        let item = |part: &Part| {
            self.naming.wording.say("chart-item", &args![label = &part.label, count = part.count])
        };
        parts.iter().map(item).collect::<Vec<_>>().join(", ")
    }

    fn figure(&self, dimension: &str, code: &str) -> draw::Figure {
        let figure = self.publication.figure(&[(dimension, code)]);
        draw::Figure::new(figure, printed_figure(self.naming, figure))
    }

    fn table_title(&self, id: &str) -> String {
        self.publication.table(id).map(|table| self.naming.table(table.columns())).unwrap_or_default()
    }

    fn subtitle(&self, table: &str) -> String {
        let period = self.naming.wording.period(self.publication.period());
        self.naming.wording.say("chart-subtitle", &args![title = self.table_title(table), period = period])
    }
}
