//! The way of one signal as steps: what was done, where it is now, what is still to come.

use model::{AnswerState, SignalState};
use store::{Became, SignalFile};
use wording::{Wording, args};

use super::words::{Words, localised};

/// A step of the way.
pub struct Step {
    /// `done`, `now` or `later`.
    pub when: &'static str,
    /// The same in words, for those who hear the page.
    pub heard: String,
    /// Its name.
    pub title: String,
    /// What it means; may be empty.
    pub text: String,
    /// The title of the structural signal, where the step names one.
    pub structural: Option<Words>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Done,
    Now,
    Later,
}

/// The steps of a signal. A signal that goes no further ends its way there.
pub fn steps(wording: Wording, file: &SignalFile) -> Vec<Step> {
    let say = |key: &str| wording.say(key, &args![]);
    let step = |when: When, key: &str, text: String| {
        let (when, heard) = match when {
            When::Done => ("done", "path-done"),
            When::Now => ("now", "path-now"),
            When::Later => ("later", "path-later"),
        };
        Step { when, heard: say(heard), title: say(key), text, structural: None }
    };
    let line = &file.line;
    let filed = wording.say("path-filed.text", &args![day = wording.day(line.filed_on)]);
    let mut steps = vec![step(When::Done, "path-filed", filed)];
    // What was released, or went straight on.
    let released = || match line.direct {
        true => step(When::Done, "path-direct", say("path-direct.text")),
        false => step(When::Done, "path-released", String::new()),
    };
    match line.state {
        SignalState::PreSignal => {
            steps.push(step(When::Now, "path-weighing", say("path-weighing.text")));
            steps.push(step(When::Later, "path-reading", say("path-reading.text")));
        }
        SignalState::SolvedInternally => {
            steps.push(step(When::Now, "path-solved", say("path-solved.text")));
            return steps;
        }
        SignalState::Released => {
            steps.push(released());
            steps.push(step(When::Now, "path-reading", say("path-reading.text")));
        }
        SignalState::Declined => {
            steps.push(released());
            steps.push(step(When::Now, "path-declined", say("path-declined.text")));
            return steps;
        }
        SignalState::Referred => {
            steps.push(step(When::Now, "path-referred", say("path-referred.text")));
            return steps;
        }
        SignalState::Withdrawn => {
            steps.push(step(When::Now, "path-withdrawn", say("path-withdrawn.text")));
            return steps;
        }
        SignalState::Accepted => {
            steps.push(released());
            steps.push(step(When::Done, "path-accepted", String::new()));
        }
    }
    let accepted = line.state == SignalState::Accepted;
    // The chapter that came furthest, and of those the newest: an answer to an earlier edition stays an answer.
    let chapter = file
        .became
        .iter()
        .filter(|one| !one.in_work)
        .rev()
        .max_by_key(|chapter| (chapter.published, is_answered(chapter)));
    let Some(chapter) = chapter.filter(|_| accepted) else {
        let now = if accepted { When::Now } else { When::Later };
        steps.push(step(now, "path-gathering", say("path-gathering.text")));
        steps.push(step(When::Later, "path-edition", say("path-edition.text")));
        steps.push(step(When::Later, "path-answer", say("path-answer.text")));
        return steps;
    };
    let mut structural = step(When::Done, "path-structural", String::new());
    structural.structural = Some(localised(&chapter.title, wording.language()));
    steps.push(structural);
    if !chapter.published {
        steps.push(step(When::Now, "path-edition", say("path-edition.text")));
        steps.push(step(When::Later, "path-answer", say("path-answer.text")));
        return steps;
    }
    steps.push(step(When::Done, "path-edition", edition(wording, chapter)));
    steps.push(match is_answered(chapter) {
        true => step(When::Done, "path-answered", say("path-answered.text")),
        false => step(When::Now, "path-answer", say("path-answer.text")),
    });
    steps
}

/// Whether an authority answered to what an edition prints.
fn is_answered(chapter: &Became) -> bool {
    chapter.published && chapter.answers.iter().any(|answer| answer.state != AnswerState::None)
}

/// "Edition 4, chapter 2".
pub fn edition(wording: Wording, chapter: &Became) -> String {
    let edition = chapter.edition.to_string();
    match chapter.position {
        _ if !chapter.published => wording.say("became-open", &args![edition = edition]),
        Some(position) => {
            wording.say("became-chapter", &args![edition = edition, chapter = position.to_string()])
        }
        None => wording.say("became-published", &args![edition = edition]),
    }
}
