//! Which step is due. No clock, no database.

use chrono::{Days, NaiveDate};
use model::{EditionNumber, EditionState, Month, Period};

/// What the settings say of editions; what is not set is left to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    /// How many months the next edition covers.
    pub months: Option<u32>,
    /// How many days after its period an edition is frozen; 0 is the first day after it.
    pub freeze_after: Option<u32>,
    /// How many days after the freeze it is published.
    pub publish_after: Option<u32>,
}

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Open(EditionNumber, Period),
    Freeze(EditionNumber),
    Make(EditionNumber),
    Publish(EditionNumber),
}

/// How an edition stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub number: EditionNumber,
    pub period: Period,
    pub state: EditionState,
    /// The day of the freeze; none while it is open, not needed once it is published.
    pub frozen_on: Option<NaiveDate>,
    /// Its files stand in their folder.
    pub made: bool,
}

fn first_day(month: Month) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(month.year(), month.month(), 1)
}

impl Calendar {
    /// Whether nothing is set.
    pub fn is_empty(self) -> bool {
        self.months.is_none() && self.freeze_after.is_none() && self.publish_after.is_none()
    }

    /// The next step and the day from which it is due; none where people have to act first.
    ///
    /// An edition waits for the one before: what was never published is compared with nothing.
    pub fn next(self, editions: &[Standing]) -> Option<(Step, NaiveDate)> {
        let Some(edition) = editions.iter().find(|edition| edition.state != EditionState::Published) else {
            let last = editions.iter().max_by_key(|edition| edition.number)?;
            let from = Month::from_number(last.period.to().number() + 1).ok()?;
            let to = Month::from_number(from.number() + i32::try_from(self.months?).ok()? - 1).ok()?;
            let number = EditionNumber(last.number.0 + 1);
            return Some((Step::Open(number, Period::new(from, to).ok()?), first_day(from)?));
        };
        let number = edition.number;
        match (edition.state, edition.frozen_on) {
            (EditionState::Open, _) => {
                let over = first_day(Month::from_number(edition.period.to().number() + 1).ok()?)?;
                let day = over.checked_add_days(Days::new(u64::from(self.freeze_after?)))?;
                Some((Step::Freeze(number), day))
            }
            (_, Some(frozen_on)) if !edition.made => Some((Step::Make(number), frozen_on)),
            (_, Some(frozen_on)) => {
                let day = frozen_on.checked_add_days(Days::new(u64::from(self.publish_after?)))?;
                Some((Step::Publish(number), day))
            }
            _ => None,
        }
    }

    /// The step that is due on this day.
    pub fn due(self, editions: &[Standing], day: NaiveDate) -> Option<Step> {
        self.next(editions).filter(|(_, from)| *from <= day).map(|(step, _)| step)
    }

    /// Every step that is due on this day, in order, each as if those before it had been taken.
    pub fn all_due(self, mut editions: Vec<Standing>, day: NaiveDate) -> Vec<Step> {
        let mut steps = Vec::new();
        while let Some(step) = self.due(&editions, day) {
            steps.push(step);
            let (Step::Freeze(number) | Step::Make(number) | Step::Publish(number) | Step::Open(number, _)) =
                step;
            let edition = editions.iter_mut().find(|edition| edition.number == number);
            match (step, edition) {
                (Step::Open(number, period), _) => {
                    let state = EditionState::Open;
                    editions.push(Standing { number, period, state, frozen_on: None, made: false });
                }
                (Step::Freeze(_), Some(edition)) => {
                    (edition.state, edition.frozen_on) = (EditionState::Frozen, Some(day));
                }
                (Step::Make(_), Some(edition)) => edition.made = true,
                (Step::Publish(_), Some(edition)) => edition.state = EditionState::Published,
                (_, None) => break,
            }
        }
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn edition(number: u32, year: i32, state: EditionState) -> Standing {
        let period = Period::year(year).unwrap();
        let frozen_on = (state == EditionState::Frozen).then(|| day(year + 1, 2, 1));
        Standing { number: EditionNumber(number), period, state, frozen_on, made: false }
    }

    const ALL: Calendar = Calendar { months: Some(12), freeze_after: Some(31), publish_after: Some(14) };
    const FIRST: EditionNumber = EditionNumber(1);

    #[test]
    fn an_edition_is_frozen_so_many_days_after_its_period_and_published_so_many_after_that() {
        let mut editions = vec![edition(1, 2025, EditionState::Open)];
        assert_eq!(ALL.due(&editions, day(2026, 1, 31)), None);
        assert_eq!(ALL.due(&editions, day(2026, 2, 1)), Some(Step::Freeze(FIRST)));
        // Never before its period is over.
        let soon = Calendar { freeze_after: Some(0), ..ALL };
        assert_eq!(soon.due(&editions, day(2025, 12, 31)), None);
        assert_eq!(soon.due(&editions, day(2026, 1, 1)), Some(Step::Freeze(FIRST)));
        editions[0] = edition(1, 2025, EditionState::Frozen);
        assert_eq!(ALL.due(&editions, day(2026, 2, 1)), Some(Step::Make(FIRST)));
        editions[0].made = true;
        assert_eq!(ALL.due(&editions, day(2026, 2, 14)), None);
        assert_eq!(ALL.due(&editions, day(2026, 2, 15)), Some(Step::Publish(FIRST)));
    }

    #[test]
    fn what_is_not_set_is_left_to_people() {
        let late = day(2030, 1, 1);
        let without = |calendar: Calendar, state| calendar.due(&[edition(1, 2025, state)], late);
        assert_eq!(without(Calendar { freeze_after: None, ..ALL }, EditionState::Open), None);
        assert_eq!(without(Calendar { months: None, ..ALL }, EditionState::Published), None);
        let mut frozen = edition(1, 2025, EditionState::Frozen);
        frozen.made = true;
        assert_eq!(Calendar { publish_after: None, ..ALL }.due(&[frozen], late), None);
        assert_eq!(ALL.due(&[], late), None);
    }

    #[test]
    fn all_that_is_due_comes_in_order_and_the_next_edition_follows_the_last() {
        let at_once = Calendar { publish_after: Some(0), ..ALL };
        let editions = vec![edition(1, 2024, EditionState::Open), edition(2, 2025, EditionState::Open)];
        let second = EditionNumber(2);
        let third = Step::Open(EditionNumber(3), Period::year(2026).unwrap());
        let expected = vec![
            Step::Freeze(FIRST),
            Step::Make(FIRST),
            Step::Publish(FIRST),
            Step::Freeze(second),
            Step::Make(second),
            Step::Publish(second),
            third,
        ];
        assert_eq!(at_once.all_due(editions.clone(), day(2026, 3, 1)), expected);
        // With days between freeze and publication the second waits for the first.
        assert_eq!(ALL.all_due(editions, day(2026, 3, 1)), expected[..2].to_vec());
    }
}
