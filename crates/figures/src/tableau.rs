//! Exact linear programs over the sums of tables, in whole numbers and without a tolerance.
//!
//! What an attacker does not know are the *changes* that would leave every published count as it is: one unknown
//! per protected cell, tied to the others by the sums. Elimination writes some unknowns (*bound*) as combinations of
//! the rest (*free*); any such division is only a way of writing, so a table, once known to agree with everything
//! published, is a start for every programme, whatever the division: there is no first phase. A programme pushes
//! one cell up or down by exchanging a free unknown against a bound one, as the simplex method does (Dantzig 1951;
//! ties by the least index, Bland 1977), and prefers steps that keep every count a whole number: what it reaches is
//! then a witness that anybody can check by adding.
//!
//! Coefficients are fractions of 64-bit integers, row by row; where one outgrows that, the programme stops.

/// The unknowns of one set of sums, some written as combinations of the others.
#[derive(Clone)]
pub(crate) struct Tableau {
    rows: Vec<Row>,
    /// The unknown that each row gives.
    bound: Vec<usize>,
    /// The unknown of each column.
    free: Vec<usize>,
    place: Vec<Place>,
    /// Unknowns that may not change now.
    fixed: Vec<bool>,
}

/// A bound unknown: the sum of the columns, each times its coefficient, over the denominator (positive).
#[derive(Clone)]
struct Row {
    over: i64,
    times: Vec<i64>,
}

#[derive(Clone, Copy)]
enum Place {
    Row(usize),
    Column(usize),
}

/// A value for every unknown: the counts over a common denominator (positive).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Point {
    over: i64,
    counts: Vec<i64>,
}

/// Why a programme did not end: a limit, which counts as unsafe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// A coefficient outgrew 64 bits.
    Overflow,
    /// Too many exchanges.
    Limit,
}

/// How a programme ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pushed {
    /// The cell got there.
    Reached,
    /// It gets no further than the point says.
    Best,
}

/// Which way a cell is pushed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Way {
    Down,
    Up,
}

/// A possible step along one column.
struct Step {
    column: usize,
    way: Way,
    /// How far, as a fraction.
    length: (i64, i64),
    /// The row that is then at its least, and gives way.
    gives_way: Option<usize>,
    whole: bool,
}

/// Of so many useful steps the longest is taken.
const USEFUL: usize = 8;
/// So many columns are looked at while none, or not enough of them, help.
const LOOKED_AT: usize = 32;
/// Exchanges in one programme.
const MAX_EXCHANGES: usize = 20_000;

impl Tableau {
    /// The tableau of `unknowns` unknowns under homogeneous equations, each a list of unknown and coefficient.
    pub(crate) fn new(
        unknowns: usize,
        equations: impl IntoIterator<Item = Vec<(usize, i64)>>,
    ) -> Result<Self, Stopped> {
        let mut tableau = Self {
            rows: Vec::new(),
            bound: Vec::new(),
            free: (0..unknowns).collect(),
            place: (0..unknowns).map(Place::Column).collect(),
            fixed: vec![false; unknowns],
        };
        for equation in equations {
            tableau.impose(&equation)?;
        }
        tableau.drop_empty_columns();
        Ok(tableau)
    }

    /// Keeps an unknown as it is. It becomes free, if it can; if not, the others that are kept settle it.
    pub(crate) fn fix(&mut self, unknown: usize) -> Result<(), Stopped> {
        if let Place::Row(row) = self.place[unknown] {
            let moves =
                |column: &usize| self.rows[row].times[*column] != 0 && !self.fixed[self.free[*column]];
            let mut columns = (0..self.free.len()).filter(moves);
            let easy = |column: &usize| self.rows[row].times[*column].abs() == self.rows[row].over;
            let first = columns.next();
            let column = first.filter(easy).or_else(|| columns.find(easy)).or(first);
            if let Some(column) = column {
                self.exchange(row, column)?;
            }
        }
        self.fixed[unknown] = true;
        Ok(())
    }

    /// Whether an unknown is kept as it is.
    pub(crate) fn is_fixed(&self, unknown: usize) -> bool {
        self.fixed[unknown]
    }

    /// Whether what is kept settles this unknown.
    pub(crate) fn is_settled(&self, unknown: usize) -> bool {
        self.fixed[unknown]
            || match self.place[unknown] {
                Place::Column(_) => false,
                Place::Row(row) => self.moving(row).next().is_none(),
            }
    }

    /// Whether keeping `unknown` as well would settle `other`, which is not settled yet.
    pub(crate) fn would_settle(&self, unknown: usize, other: usize) -> bool {
        if self.fixed[unknown] || unknown == other {
            return unknown == other;
        }
        match (self.place[unknown], self.place[other]) {
            (Place::Column(_), Place::Column(_)) => false,
            (Place::Column(column), Place::Row(row)) | (Place::Row(row), Place::Column(column)) => {
                let mut moving = self.moving(row);
                moving.next().is_some_and(|(at, _)| at == column) && moving.next().is_none()
            }
            (Place::Row(row), Place::Row(other)) => {
                let (mut a, mut b) = (self.moving(row), self.moving(other));
                let mut ratio: Option<(i64, i64)> = None;
                loop {
                    match (a.next(), b.next()) {
                        (None, None) => return ratio.is_some(),
                        (Some((i, x)), Some((j, y))) if i == j => match ratio {
                            None => ratio = Some((x, y)),
                            Some((p, q))
                                if i128::from(p) * i128::from(y) == i128::from(q) * i128::from(x) => {}
                            Some(_) => return false,
                        },
                        _ => return false,
                    }
                }
            }
        }
    }

    /// Pushes an unknown towards `goal` and no further, every unknown staying at or above its least. `point` must
    /// satisfy the sums and `least`, and does so afterwards.
    pub(crate) fn push(
        &mut self,
        point: &mut Point,
        least: &[i64],
        unknown: usize,
        way: Way,
        goal: i64,
    ) -> Result<Pushed, Stopped> {
        for _ in 0..MAX_EXCHANGES {
            if point.is_beyond(unknown, way, goal) {
                return Ok(Pushed::Reached);
            }
            let Some(step) = self.best_step(point, least, unknown, way, goal)? else {
                return Ok(Pushed::Best);
            };
            self.take(point, &step)?;
            if let Some(row) = step.gives_way {
                self.exchange(row, step.column)?;
            }
        }
        Err(Stopped::Limit)
    }

    /// The longest whole step of the first few that help; else the longest broken one; else, where all are of no
    /// length, the one of the least unknown, so that no exchange comes round again.
    fn best_step(
        &self,
        point: &Point,
        least: &[i64],
        unknown: usize,
        way: Way,
        goal: i64,
    ) -> Result<Option<Step>, Stopped> {
        let mut candidates: Vec<(usize, Way, (i64, i64))> = match self.place[unknown] {
            Place::Column(_) if self.fixed[unknown] => Vec::new(),
            Place::Column(_) if way == Way::Down && point.is_at(unknown, least[unknown]) => Vec::new(),
            Place::Column(column) => vec![(column, way, (1, 1))],
            Place::Row(row) => {
                let over = self.rows[row].over;
                self.moving(row)
                    .map(|(column, times)| {
                        let along = if (times > 0) == (way == Way::Up) { Way::Up } else { Way::Down };
                        (column, along, (times.abs(), over))
                    })
                    .filter(|(column, along, _)| {
                        let variable = self.free[*column];
                        *along == Way::Up || !point.is_at(variable, least[variable])
                    })
                    .collect()
            }
        };
        candidates.sort_unstable_by_key(|(column, _, _)| self.free[*column]);
        let mut longest: Option<(Step, bool, f64)> = None;
        let mut useful = 0;
        let mut stuck: Option<Step> = None;
        for (column, along, rate) in candidates.into_iter().take(LOOKED_AT) {
            let cap = point.left_to(unknown, goal, rate).ok_or(Stopped::Overflow)?;
            let step = self.step(point, least, column, along, cap)?;
            if step.length.0 == 0 {
                stuck = stuck.or(Some(step));
                continue;
            }
            // Only to choose among steps that all help: rounding decides nothing here.
            let gain = step.length.0 as f64 / step.length.1 as f64 * (rate.0 as f64 / rate.1 as f64);
            let better = longest.as_ref().is_none_or(|(_, whole, other)| {
                (step.whole && !whole) || (step.whole == *whole && gain > *other)
            });
            if better {
                let whole = step.whole;
                longest = Some((step, whole, gain));
            }
            useful += 1;
            if useful == USEFUL {
                break;
            }
        }
        Ok(longest.map(|(step, _, _)| step).or(stuck))
    }

    /// How far one can go along a column: until an unknown is at its least, or the cap.
    fn step(
        &self,
        point: &Point,
        least: &[i64],
        column: usize,
        way: Way,
        cap: (i64, i64),
    ) -> Result<Step, Stopped> {
        let mut length = cap;
        let mut gives_way: Option<usize> = None;
        let variable = self.free[column];
        if way == Way::Down {
            let own = point.above(variable, least[variable]).ok_or(Stopped::Overflow)?;
            if less(own, length) {
                length = own;
            }
        }
        let mut divisible = true;
        for (row, line) in self.rows.iter().enumerate() {
            let times = line.times[column];
            if times == 0 {
                continue;
            }
            divisible &= line.over == 1 || times % line.over == 0;
            if (times < 0) != (way == Way::Up) {
                continue;
            }
            let bound = self.bound[row];
            let (above, over) = point.above(bound, least[bound]).ok_or(Stopped::Overflow)?;
            let limit = (
                above.checked_mul(line.over).ok_or(Stopped::Overflow)?,
                over.checked_mul(times.abs()).ok_or(Stopped::Overflow)?,
            );
            let sooner = gives_way.is_some_and(|other: usize| bound < self.bound[other]);
            if less(limit, length) || (!less(length, limit) && (gives_way.is_none() || sooner)) {
                length = limit;
                gives_way = Some(row);
            }
        }
        let shared = gcd(length.0, length.1).max(1);
        length = (length.0 / shared, length.1 / shared);
        let mut whole = point.over == 1 && divisible && length.1 == 1;
        if !whole && point.over == 1 && divisible && length.0 >= length.1 {
            // So far in whole numbers; what is left over would break them.
            (length, gives_way, whole) = ((length.0 / length.1, 1), None, true);
        }
        Ok(Step { column, way, length, gives_way, whole })
    }

    fn take(&self, point: &mut Point, step: &Step) -> Result<(), Stopped> {
        let (length, parts) = step.length;
        if length == 0 {
            return Ok(());
        }
        let length = if step.way == Way::Up { length } else { -length };
        let mut over = lcm(point.over, parts).ok_or(Stopped::Overflow)?;
        for line in self.rows.iter().filter(|line| line.over != 1 && line.times[step.column] != 0) {
            let needed = line.over.checked_mul(parts).ok_or(Stopped::Overflow)?;
            over = lcm(over, needed).ok_or(Stopped::Overflow)?;
        }
        if over != point.over {
            let factor = over / point.over;
            for count in &mut point.counts {
                *count = count.checked_mul(factor).ok_or(Stopped::Overflow)?;
            }
            point.over = over;
        }
        let unit = length.checked_mul(over / parts).ok_or(Stopped::Overflow)?;
        let add = |count: &mut i64, change: i64| {
            *count = count.checked_add(change).ok_or(Stopped::Overflow)?;
            Ok(())
        };
        add(&mut point.counts[self.free[step.column]], unit)?;
        for (row, line) in self.rows.iter().enumerate() {
            let times = line.times[step.column];
            if times != 0 {
                let change = unit.checked_mul(times).ok_or(Stopped::Overflow)?;
                add(&mut point.counts[self.bound[row]], change / line.over)?;
            }
        }
        point.reduce();
        Ok(())
    }

    /// The columns that move a row, with their coefficients.
    fn moving(&self, row: usize) -> impl Iterator<Item = (usize, i64)> {
        let times = self.rows[row].times.iter().copied().enumerate();
        times.filter(|(column, times)| *times != 0 && !self.fixed[self.free[*column]])
    }

    /// The bound unknown of `row` and the free one of `column` change places.
    fn exchange(&mut self, row: usize, column: usize) -> Result<(), Stopped> {
        let mut line = std::mem::replace(&mut self.rows[row], Row { over: 1, times: Vec::new() });
        // bound = (… + a free …) / over   becomes   free = (over bound − …) / a
        let a = line.times[column];
        let sign = if a > 0 { -1 } else { 1 };
        line.times.iter_mut().for_each(|times| *times *= sign);
        line.times[column] = -sign * line.over;
        line.over = a.abs();
        line.reduce();
        self.substitute(column, &line)?;
        self.rows[row] = line;
        let (leaves, enters) = (self.bound[row], self.free[column]);
        (self.bound[row], self.free[column]) = (enters, leaves);
        (self.place[enters], self.place[leaves]) = (Place::Row(row), Place::Column(column));
        Ok(())
    }

    /// Writes the unknown of a column as `line` in every row.
    fn substitute(&mut self, column: usize, line: &Row) -> Result<(), Stopped> {
        let entries: Vec<(usize, i64)> =
            line.times.iter().copied().enumerate().filter(|(_, times)| *times != 0).collect();
        for row in self.rows.iter_mut().filter(|row| !row.times.is_empty()) {
            let a = std::mem::take(&mut row.times[column]);
            if a == 0 {
                continue;
            }
            if line.over != 1 {
                row.over = row.over.checked_mul(line.over).ok_or(Stopped::Overflow)?;
                for times in row.times.iter_mut().filter(|times| **times != 0) {
                    *times = times.checked_mul(line.over).ok_or(Stopped::Overflow)?;
                }
            }
            for (at, times) in &entries {
                let more = times.checked_mul(a).ok_or(Stopped::Overflow)?;
                row.times[*at] = row.times[*at].checked_add(more).ok_or(Stopped::Overflow)?;
            }
            row.reduce();
        }
        Ok(())
    }

    /// One more equation: an unknown that is free now becomes bound.
    fn impose(&mut self, equation: &[(usize, i64)]) -> Result<(), Stopped> {
        let mut sum = Row { over: 1, times: vec![0; self.free.len()] };
        for (unknown, factor) in equation {
            match self.place[*unknown] {
                Place::Column(column) => {
                    sum.add(column, factor.checked_mul(sum.over).ok_or(Stopped::Overflow)?)?
                }
                Place::Row(row) => {
                    let line = &self.rows[row];
                    let over = lcm(sum.over, line.over).ok_or(Stopped::Overflow)?;
                    let (mine, theirs) = (over / sum.over, over / line.over);
                    if mine != 1 {
                        for times in &mut sum.times {
                            *times = times.checked_mul(mine).ok_or(Stopped::Overflow)?;
                        }
                        sum.over = over;
                    }
                    let theirs = theirs.checked_mul(*factor).ok_or(Stopped::Overflow)?;
                    for (column, times) in line.times.iter().enumerate().filter(|(_, times)| **times != 0) {
                        sum.add(column, times.checked_mul(theirs).ok_or(Stopped::Overflow)?)?;
                    }
                }
            }
        }
        sum.over = 1;
        let shared = sum.times.iter().fold(0, |shared, times| gcd(shared, *times));
        if shared == 0 {
            return Ok(());
        }
        sum.times.iter_mut().for_each(|times| *times /= shared);
        let of = |unknown: &usize| match self.place[*unknown] {
            Place::Column(column) => Some(column),
            Place::Row(_) => None,
        };
        let easy = |column: &usize| sum.times[*column].abs() == 1;
        let named = equation.iter().filter_map(|(unknown, _)| of(unknown)).find(easy);
        let column = named
            .or_else(|| (0..sum.times.len()).rev().find(easy))
            .or_else(|| sum.times.iter().position(|times| *times != 0));
        let Some(column) = column else { return Ok(()) };
        // 0 = … + a free …   becomes   free = −… / a
        let a = std::mem::take(&mut sum.times[column]);
        if a > 0 {
            sum.times.iter_mut().for_each(|times| *times = -*times);
        }
        sum.over = a.abs();
        sum.reduce();
        self.substitute(column, &sum)?;
        let unknown = self.free[column];
        self.place[unknown] = Place::Row(self.rows.len());
        self.bound.push(unknown);
        self.rows.push(sum);
        self.free[column] = usize::MAX;
        if self.free.iter().filter(|unknown| **unknown == usize::MAX).count() * 2 > self.free.len() {
            self.drop_empty_columns();
        }
        Ok(())
    }

    /// Takes out the columns whose unknowns became bound.
    fn drop_empty_columns(&mut self) {
        let kept: Vec<usize> =
            (0..self.free.len()).filter(|column| self.free[*column] != usize::MAX).collect();
        for row in &mut self.rows {
            row.times = kept.iter().map(|column| row.times[*column]).collect();
        }
        self.free = kept.iter().map(|column| self.free[*column]).collect();
        for (column, unknown) in self.free.iter().enumerate() {
            self.place[*unknown] = Place::Column(column);
        }
    }
}

impl Row {
    fn add(&mut self, column: usize, more: i64) -> Result<(), Stopped> {
        self.times[column] = self.times[column].checked_add(more).ok_or(Stopped::Overflow)?;
        Ok(())
    }

    fn reduce(&mut self) {
        if self.over == 1 {
            return;
        }
        let mut shared = self.over;
        for times in self.times.iter().filter(|times| **times != 0) {
            shared = gcd(shared, *times);
            if shared == 1 {
                return;
            }
        }
        self.over /= shared;
        self.times.iter_mut().for_each(|times| *times /= shared);
    }
}

impl Point {
    /// Whole counts.
    pub(crate) const fn new(counts: Vec<i64>) -> Self {
        Self { over: 1, counts }
    }

    /// The counts, where all are whole.
    pub(crate) fn whole(&self) -> Option<&[i64]> {
        (self.over == 1).then_some(self.counts.as_slice())
    }

    /// Whether the count of an unknown is at least (at most, downwards) this.
    pub(crate) fn is_beyond(&self, unknown: usize, way: Way, goal: i64) -> bool {
        let (count, goal) = (i128::from(self.counts[unknown]), i128::from(goal) * i128::from(self.over));
        match way {
            Way::Up => count >= goal,
            Way::Down => count <= goal,
        }
    }

    fn is_at(&self, unknown: usize, count: i64) -> bool {
        i128::from(self.counts[unknown]) == i128::from(count) * i128::from(self.over)
    }

    /// The whole count that an unknown can have at most (downwards: at least) if it can have what it has here.
    pub(crate) fn nearest(&self, unknown: usize, way: Way) -> i64 {
        let (count, over) = (self.counts[unknown], self.over);
        match way {
            Way::Up => count.div_euclid(over),
            Way::Down => -(-count).div_euclid(over),
        }
    }

    /// How far an unknown is above its least, as a fraction.
    fn above(&self, unknown: usize, least: i64) -> Option<(i64, i64)> {
        let above = self.counts[unknown].checked_sub(least.checked_mul(self.over)?)?;
        Some((above.max(0), self.over))
    }

    /// How long a step must be to bring the unknown to its goal, at this rate.
    fn left_to(&self, unknown: usize, goal: i64, rate: (i64, i64)) -> Option<(i64, i64)> {
        let left = self.counts[unknown].checked_sub(goal.checked_mul(self.over)?)?.checked_abs()?;
        let (length, parts) = (left.checked_mul(rate.1)?, self.over.checked_mul(rate.0)?);
        let shared = gcd(length, parts).max(1);
        Some((length / shared, parts / shared))
    }

    fn reduce(&mut self) {
        if self.over == 1 {
            return;
        }
        let shared = self.counts.iter().fold(self.over, |shared, count| gcd(shared, *count));
        if shared > 1 {
            self.over /= shared;
            self.counts.iter_mut().for_each(|count| *count /= shared);
        }
    }
}

impl Way {
    /// The other way.
    pub(crate) const BOTH: [Self; 2] = [Self::Up, Self::Down];
}

/// Whether one fraction is less than another; denominators are positive.
fn less(a: (i64, i64), b: (i64, i64)) -> bool {
    i128::from(a.0) * i128::from(b.1) < i128::from(b.0) * i128::from(a.1)
}

fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn lcm(a: i64, b: i64) -> Option<i64> {
    (a / gcd(a, b).max(1)).checked_mul(b)
}

#[cfg(test)]
mod tests;
