//! Random plans with their records, the same for the same seed.

use std::collections::{BTreeMap, BTreeSet};

use audit::Published;
use figures::{Answer, Limits, Request};
use serde_json::{Value, json};

/// A small generator with a fixed seed: the same plans in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn skewed(&mut self, n: u64) -> u64 {
        self.below(n).min(self.below(n))
    }
}

/// Two to five dimensions, some with groups that overlap; one-way tables and a star of two-way ones, in one of eight a
/// small cycle; sparse, skewed counts of 10 to 40 organisations, which only plans with `insiders` name.
pub fn plan(seed: u64, insiders: bool) -> Value {
    let mut dice = Dice(seed.wrapping_mul(7919).wrapping_add(17));
    let cyclic = seed % 8 == 7;
    let dimensions = if cyclic { 3 } else { 2 + dice.below(4) as usize };
    let sizes: Vec<u64> = (0..dimensions).map(|_| 3 + dice.below(if cyclic { 2 } else { 5 })).collect();
    let shapes = shapes(&mut dice, &sizes);
    let organisations = 10 + dice.below(31);
    let signals = 20 + dice.below(400);
    asked(&mut dice, shapes, cyclic, (signals, organisations), insiders)
}

/// A cycle of three tables, of which one has a dimension beside it: its cells within the cycle are sums of cells that lie
/// outside.
pub fn beside_a_cycle(seed: u64) -> Value {
    let mut dice = Dice(seed.wrapping_mul(15_485_863).wrapping_add(3));
    let mut shape = |name: &str| {
        let values: Vec<String> = (0..2 + dice.below(2)).map(|i| format!("{name}{i}")).collect();
        (name.to_owned(), json!({ "values": values }))
    };
    let shapes = ["a", "b", "c", "d"].map(&mut shape).to_vec();
    let signals = 20 + dice.below(60);
    let mut plan = asked(&mut dice, shapes, true, (signals, 12), false);
    plan["tables"] = json!([[], ["a"], ["b"], ["c"], ["d"], ["a", "b", "d"], ["b", "c"], ["a", "c"]]);
    plan
}

/// A thousand to two thousand cells: a star of four to six two-way tables of 12 to 19 values each way, with groups; 40 organisations.
pub fn large(seed: u64, insiders: bool) -> Value {
    let mut dice = Dice(seed.wrapping_mul(104_729).wrapping_add(5));
    let sizes: Vec<u64> = (0..5 + dice.below(3)).map(|_| 12 + dice.below(8)).collect();
    let shapes = shapes(&mut dice, &sizes);
    let signals = 6_000 + dice.below(6_000);
    asked(&mut dice, shapes, false, (signals, 40), insiders)
}

/// Dimensions of so many values; two in three have groups, of which half overlap.
fn shapes(dice: &mut Dice, sizes: &[u64]) -> Vec<(String, Value)> {
    let mut shapes = Vec::new();
    for (name, size) in ('a'..).zip(sizes) {
        let values: Vec<String> = (0..*size).map(|i| format!("{name}{i}")).collect();
        let groups = match dice.below(3) {
            0 => json!({}),
            1 => json!({ "g": values[..2], "h": values[2..] }),
            _ => json!({ "g": values[..2], "h": values[1..] }),
        };
        shapes.push((name.to_string(), json!({ "values": values, "groups": groups })));
    }
    shapes
}

fn asked(
    dice: &mut Dice,
    shapes: Vec<(String, Value)>,
    cyclic: bool,
    (signals, organisations): (u64, u64),
    insiders: bool,
) -> Value {
    let mut tables = vec![json!([])];
    tables.extend(shapes.iter().map(|(name, _)| json!([name])));
    tables.extend(shapes[1..].iter().map(|(name, _)| json!(["a", name])));
    tables.extend(cyclic.then(|| json!(["b", "c"])));
    let records: Vec<Value> = (0..signals)
        .map(|_| {
            let mut record = serde_json::Map::new();
            for (name, shape) in &shapes {
                let values = shape["values"].as_array().unwrap();
                record.insert(name.clone(), values[dice.skewed(values.len() as u64) as usize].clone());
            }
            // Who filed stands in no published file: a count that one organisation dominates is not told by it.
            if insiders {
                record.insert("organisation".to_owned(), json!(format!("o{}", dice.skewed(organisations))));
            }
            Value::Object(record)
        })
        .collect();
    let dimensions: serde_json::Map<String, Value> = shapes.into_iter().collect();
    json!({
        "schema": 1, "rules": { "max_protected_share": 1.0, "thresholds": [], "insiders": insiders },
        "dimensions": dimensions, "tables": tables, "records": records, "cyclic": cyclic,
    })
}

/// The answer of the guard.
pub fn answered(plan: &Value) -> Answer {
    let request: Request = serde_json::from_value(plan.clone()).unwrap();
    request.protect(&Limits::DEFAULT).unwrap()
}

/// What the guard publishes.
pub fn protected(plan: &Value) -> Value {
    serde_json::to_value(answered(plan)).unwrap()
}

/// What the audit reads.
pub fn published(document: &Value) -> Published {
    serde_json::from_value(document.clone()).unwrap()
}

/// The true count of a cell, from the records.
pub fn count(plan: &Value, at: &Value) -> u64 {
    let holds = |record: &Value, dimension: &str, code: &str| {
        let value = record[dimension].as_str().unwrap();
        let group = plan["dimensions"][dimension]["groups"][code].as_array();
        code == "*" || code == value || group.is_some_and(|members| members.iter().any(|m| m == value))
    };
    let matches = |record: &&Value| {
        at.as_object().unwrap().iter().all(|(d, code)| holds(record, d, code.as_str().unwrap()))
    };
    plan["records"].as_array().unwrap().iter().filter(matches).count() as u64
}

/// Checks the witnesses by addition alone: each agrees with every published sum, and for every protected cell, for a stranger
/// and for each organisation, one has it small and one large. The first thing that is wrong, in words.
pub fn check_witnesses(plan: &Value, answer: &Answer) -> Result<usize, String> {
    let document = serde_json::to_value(answer).unwrap();
    let tables = document["tables"].as_array().unwrap();
    let printed: Vec<&Value> = tables.iter().flat_map(|table| table["cells"].as_array().unwrap()).collect();
    let mut number: BTreeMap<Key, usize> = BTreeMap::new();
    let mut truth: Vec<u64> = Vec::new();
    for cell in &printed {
        number.entry(key(plan, &at(cell))).or_insert_with(|| {
            truth.push(count(plan, &cell["at"]));
            truth.len() - 1
        });
    }
    let shown = answer.witnesses().cells();
    let cells: Vec<usize> = shown.iter().map(|at| number[&key(plan, at)]).collect();
    let hidden: BTreeSet<usize> = cells.iter().copied().collect();
    for cell in &printed {
        if (cell["status"] == "protected") != hidden.contains(&number[&key(plan, &at(cell))]) {
            return Err(format!("{} has a witness, or lacks one", cell["at"]));
        }
    }
    let sums: Vec<Sum> = printed.iter().flat_map(|cell| sums(plan, &at(cell), &number)).collect();
    for table in answer.witnesses().tables() {
        let mut counts = truth.clone();
        cells.iter().zip(table).for_each(|(cell, count)| counts[*cell] = *count);
        let wrong = sums.iter().find(|(whole, parts, _)| {
            Some(counts[*whole]) != parts.iter().map(|part| part.map(|part| counts[part])).sum()
        });
        if let Some((_, _, what)) = wrong {
            return Err(format!("{what:?} is not the sum of its values"));
        }
    }
    let records = plan["records"].as_array().unwrap();
    let names: BTreeSet<&str> = records.iter().filter_map(|record| record["organisation"].as_str()).collect();
    for name in std::iter::once(None).chain(names.into_iter().map(Some)) {
        let own: Vec<Value> = match name {
            Some(name) => records.iter().filter(|record| record["organisation"] == name).cloned().collect(),
            None => Vec::new(),
        };
        let mine = json!({ "dimensions": plan["dimensions"], "records": own });
        let own: Vec<u64> = shown.iter().map(|at| count(&mine, &json!(at))).collect();
        let fits = |counts: &&Vec<u64>| counts.iter().zip(&own).all(|(count, own)| count >= own);
        let fitting: Vec<&Vec<u64>> = answer.witnesses().tables().iter().filter(fits).collect();
        for (place, (cell, own)) in cells.iter().zip(&own).enumerate() {
            let others = || fitting.iter().map(|counts| counts[place] - own);
            let (low, high) = (others().min().unwrap_or(1), others().max().unwrap_or(0));
            if high < 5 || (low > 0 && truth[*cell] < 5) {
                return Err(format!("{:?} goes from {low} to {high} for {name:?}", shown[place]));
            }
        }
    }
    Ok(answer.witnesses().tables().len())
}

/// A cell by its coordinates.
type At = BTreeMap<String, String>;
/// A cell by the values that it counts, in each dimension in which it does not count all.
type Key = BTreeMap<String, BTreeSet<String>>;

fn at(cell: &Value) -> At {
    serde_json::from_value(cell["at"].clone()).unwrap()
}

fn key(plan: &Value, at: &At) -> Key {
    let set = |values: &Value| -> BTreeSet<String> { serde_json::from_value(values.clone()).unwrap() };
    let values = |dimension: &String, code: &String| match &plan["dimensions"][dimension] {
        shape if code == "*" => set(&shape["values"]),
        shape if shape["groups"][code].is_array() => set(&shape["groups"][code]),
        _ => BTreeSet::from([code.clone()]),
    };
    let named = at.iter().map(|(dimension, code)| (dimension.clone(), values(dimension, code)));
    named.filter(|(dimension, inside)| *inside != set(&plan["dimensions"][dimension]["values"])).collect()
}

/// A whole and its parts, by number of cell; none where a part stands nowhere. And what it is.
type Sum = (usize, Vec<Option<usize>>, At);

/// Along each of its dimensions, a total or a group is the sum of its values.
fn sums(plan: &Value, at: &At, number: &BTreeMap<Key, usize>) -> Vec<Sum> {
    let mut sums = Vec::new();
    for (dimension, code) in at {
        let shape = &plan["dimensions"][dimension];
        let members = if code == "*" { &shape["values"] } else { &shape["groups"][code] };
        let Some(members) = members.as_array() else { continue };
        let mut parts: Vec<&str> = members.iter().map(|value| value.as_str().unwrap()).collect();
        let part = |code: &str| {
            let mut part = at.clone();
            part.insert(dimension.clone(), code.to_owned());
            number.get(&key(plan, &part)).copied()
        };
        if parts.iter().any(|value| part(value).is_none()) {
            // A table of groups: their values stand nowhere, and the groups do not overlap.
            if code != "*" {
                continue;
            }
            let groups = shape["groups"].as_object().unwrap();
            let grouped: BTreeSet<&str> =
                groups.values().flat_map(|g| g.as_array().unwrap()).filter_map(Value::as_str).collect();
            parts.retain(|value| !grouped.contains(value));
            parts.extend(groups.keys().map(String::as_str));
        }
        sums.push((number[&key(plan, at)], parts.into_iter().map(part).collect(), at.clone()));
    }
    sums
}
