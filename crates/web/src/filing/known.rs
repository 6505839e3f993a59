//! "Known already?": the structural signals that the network has in hand, and "we see this too" in place of a copy.

use model::{Code, Language, Localised, Recognition, StructuralSignalId};
use store::KnownProblem;
use wording::{Wording, args};

use super::alike::words;
use super::filer::Filer;
use crate::failure::Failure;
use crate::site::Site;

/// How many are shown at most.
const MOST: usize = 5;

/// So many shared words make a problem of another domain one that may be meant.
const SHARED: usize = 2;

/// What the choice of a domain weighs, in shared words.
const DOMAIN: usize = 3;

/// The known problems that a page shows.
#[derive(Default)]
pub struct Known {
    /// Those that may be meant first, the others in the order of the network.
    pub lines: Vec<Line>,
}

/// A known problem.
pub struct Line {
    /// Its id.
    pub id: StructuralSignalId,
    /// Its title.
    pub title: String,
    /// The language of the title, where it is not the page's.
    pub language: Option<&'static str>,
    /// Its domain.
    pub domain: Code,
    /// Whether its words are those of the text, whatever the domain.
    pub near: bool,
    /// Whether something else is meant.
    pub hidden: bool,
    /// What the organisation, or this filer just now, said of it.
    pub mine: Option<String>,
    /// Whether the page asks.
    pub asks: bool,
}

/// What was answered so far.
pub struct Told<'a> {
    /// The chosen domain; may be empty.
    pub domain: &'a str,
    /// Headline and problem; may be empty.
    pub texts: [&'a str; 2],
    /// The language that they are written in.
    pub language: Language,
}

/// All of them; those of another domain and in other words than what was told are hidden, and all but the first few of the
/// rest. Whoever is nobody sees only what is published.
pub async fn known(
    site: &Site,
    wording: Wording,
    filer: Option<&Filer>,
    told: Told<'_>,
) -> Result<Known, Failure> {
    let organisation = filer.map(|filer| filer.organisation.clone());
    let problems = site.ask(move |store| store.known_problems(organisation.as_ref())).await?;
    // A card answers for nobody: "we see this too" is an organisation's word.
    let asks = filer.is_none_or(|filer| !filer.has_card());
    let seen = problems.into_iter().filter(|problem| problem.published || filer.is_some());
    let lines = seen.map(|problem| {
        let near = shared(&told, &problem);
        let line = Line {
            id: problem.structural,
            language: foreign(&problem.title, wording),
            title: problem.title.get_or_fallback(wording.language()).to_owned(),
            near: near >= SHARED,
            hidden: false,
            domain: problem.domain,
            mine: problem.mine.map(|answer| wording.label(answer)),
            asks,
        };
        (near, line)
    });
    Ok(Known { lines: ordered(lines.collect(), told.domain) })
}

/// How many words a problem shares with what was told; none where it has no text in that language.
fn shared(told: &Told<'_>, problem: &KnownProblem) -> usize {
    let Some(text) = problem.text.get(&told.language) else { return 0 };
    words(&told.texts).intersection(&words(&[&text.title, &text.summary])).count()
}

/// Each line with its shared words: those that may be meant first, the best of them first.
fn ordered(mut lines: Vec<(usize, Line)>, domain: &str) -> Vec<Line> {
    let meant = |line: &Line| line.near || line.domain.as_str() == domain;
    let weight = |near: usize, line: &Line| near + if line.domain.as_str() == domain { DOMAIN } else { 0 };
    // Stable: what weighs the same stays in the order of the network.
    lines.sort_by_key(|(near, line)| std::cmp::Reverse((meant(line), weight(*near, line))));
    let told = !domain.is_empty() || lines.iter().any(|(_, line)| line.near);
    for (at, (_, line)) in lines.iter_mut().enumerate() {
        line.hidden = told && (at >= MOST || !meant(line));
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

impl Known {
    /// Only those that are not hidden.
    pub fn visible(mut self) -> Self {
        self.lines.retain(|line| !line.hidden);
        self
    }

    /// Whether there is one to be seen.
    pub fn any(&self) -> bool {
        self.lines.iter().any(|line| !line.hidden)
    }
}

/// What a filer says of a known problem: a proposal; a signal coordinator's word counts at once. Gives what was done.
pub async fn recognise(site: &Site, wording: Wording, filer: &Filer, said: &str) -> Result<String, Failure> {
    let (id, answer) = said.split_once(':').ok_or(Failure::Unreadable)?;
    let structural = StructuralSignalId::parse(id).map_err(|_| Failure::Unreadable)?;
    let answer = Recognition::parse(answer).map_err(|_| Failure::Unreadable)?;
    let account = filer.account().ok_or(Failure::Forbidden)?;
    let (organisation, counts) = (filer.organisation.clone(), filer.may_release());
    site.ask(move |store| {
        if counts {
            store.confirm_recognition(structural, &organisation, account, answer)
        } else {
            store.propose_recognition(structural, &organisation, account, answer)
        }
    })
    .await?;
    Ok(if counts {
        wording.say("filing-recognised", &args![])
    } else {
        wording.say("filing-recognised.proposal", &args![])
    })
}

/// The language that stands in for the page's, where the title lacks it.
fn foreign(title: &Localised, wording: Wording) -> Option<&'static str> {
    let own = wording.language();
    let shown = title.get_or_fallback(own);
    let mut others = model::Language::ALL.iter().filter(|language| **language != own);
    title
        .lacks(own)
        .then(|| others.find(|language| title.get(**language) == shown).map(|found| found.code()))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: u8, domain: &str, near: usize) -> (usize, Line) {
        let line = Line {
            id: StructuralSignalId::from_random([number; 16]),
            title: number.to_string(),
            language: None,
            domain: Code::parse(domain).unwrap(),
            near: near >= SHARED,
            hidden: false,
            mine: None,
            asks: true,
        };
        (near, line)
    }

    fn shown(lines: Vec<(usize, Line)>, domain: &str) -> Vec<String> {
        let known = Known { lines: ordered(lines, domain) };
        known.visible().lines.into_iter().map(|line| line.title).collect()
    }

    #[test]
    fn the_best_come_first_and_never_more_than_five() {
        let lines = || {
            vec![
                line(1, "housing", 0),
                line(2, "health", 1),
                line(3, "health", 2),
                line(4, "work", 7),
                line(5, "housing", 3),
            ]
        };
        assert_eq!(shown(lines(), "housing"), ["4", "5", "1", "3"]);
        assert_eq!(shown(lines(), "health"), ["4", "3", "2", "5"]);
        assert_eq!(shown(lines(), ""), ["4", "5", "3"]);
        let many = (1..=8).map(|number| line(number, "housing", 0)).collect();
        assert_eq!(shown(many, "housing"), ["1", "2", "3", "4", "5"]);
        let nothing_told = (1..=8).map(|number| line(number, "housing", 0)).collect();
        assert_eq!(shown(nothing_told, "").len(), 8, "while nothing is told, all of it may be read");
    }
}
