//! "Known already?": the structural signals that the network has in hand, and "we see this too" in place of a copy.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use model::{Field, Language, Localised, Recognition, StructuralSignalId};
use store::KnownProblem;
use wording::{Wording, args};

use super::alike::words;
use super::answers::Answers;
use super::filer::Filer;
use super::form::Form;
use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

/// How many are shown at most.
const MOST: usize = 5;

/// So many shared words make a problem of another domain one that may be meant.
const SHARED: usize = 2;

/// What the same right weighs, the same domain and the same cause, in shared words.
const RIGHT: usize = 4;
const DOMAIN: usize = 3;
const CAUSE: usize = 1;

/// From this weight on a problem with shared words is a good match: the list opens by itself.
const GOOD: usize = 5;

/// The known problems that a page shows.
#[derive(Default)]
pub struct Known {
    /// The first few of those that may be meant, the best first.
    pub lines: Vec<Line>,
    /// Whether the list stands open: the first is a good match, or something was just said of one.
    pub open: bool,
}

/// A known problem.
pub struct Line {
    /// Its id.
    pub id: StructuralSignalId,
    /// Its title.
    pub title: String,
    /// The language of the title, where it is not the page's.
    pub language: Option<&'static str>,
    /// What the organisation said of it.
    pub mine: Option<String>,
    /// What was done with it just now.
    pub done: Option<String>,
    /// Whether the page asks.
    pub asks: bool,
}

/// What was answered so far.
pub struct Told<'a> {
    domain: &'a str,
    cause: &'a str,
    right: &'a str,
    /// The words of headline and problem.
    words: BTreeSet<String>,
    /// The language that they are written in.
    language: Language,
}

impl<'a> Told<'a> {
    /// What these answers tell. `language`: in which they are written where nothing else is said.
    pub fn of(answers: &'a Answers, language: Language) -> Self {
        Self {
            domain: answers.text(Field::Domain),
            cause: answers.text(Field::Cause),
            right: answers.text(Field::Right),
            words: words(&[answers.text(Field::Headline), answers.text(Field::Problem)]),
            language: Language::parse(answers.text(Field::Language)).unwrap_or(language),
        }
    }
}

/// The first of those that may be meant; while nothing is told, the first of the network. Whoever is nobody sees only
/// what is published.
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
    let seen: Vec<_> = problems.into_iter().filter(|problem| problem.published || filer.is_some()).collect();
    let (best, open) = best(&told, &seen);
    let line = |problem: &KnownProblem| Line {
        id: problem.structural,
        language: foreign(&problem.title, wording),
        title: problem.title.get_or_fallback(wording.language()).to_owned(),
        mine: problem.mine.map(|answer| wording.label(answer)),
        done: None,
        asks,
    };
    Ok(Known { lines: best.into_iter().map(line).collect(), open })
}

/// How well a problem fits what was told.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Fit {
    /// Whether it may be meant at all.
    meant: bool,
    /// Whether its words are the text's.
    near: bool,
    weight: usize,
}

/// Those that may be meant, the best first, and whether the first is a good match.
fn best<'a>(told: &Told<'_>, problems: &'a [KnownProblem]) -> (Vec<&'a KnownProblem>, bool) {
    let texts: Vec<[BTreeSet<String>; 2]> = problems
        .iter()
        .map(|problem| {
            let text = problem.text.get(&told.language);
            text.map(|text| [words(&[&text.title]), words(&[&text.summary])]).unwrap_or_default()
        })
        .collect();
    let mut spread: BTreeMap<&String, usize> = BTreeMap::new();
    for [title, summary] in &texts {
        for word in title.union(summary) {
            *spread.entry(word).or_default() += 1;
        }
    }
    // A word that stands in many of the problems does not say which one is meant.
    let many = SHARED.max(problems.len() / 3);
    let says = |word: &&String| {
        told.words.contains(*word) && spread.get(word).is_some_and(|in_so_many| *in_so_many <= many)
    };
    let mut fits: Vec<(Fit, &KnownProblem)> = Vec::new();
    for (problem, [title, summary]) in problems.iter().zip(&texts) {
        let shared = title.union(summary).filter(says).count();
        let in_title = title.iter().filter(says).count();
        let (domain, right) = (
            problem.domain.as_str() == told.domain,
            problem.rights.iter().any(|code| code.as_str() == told.right),
        );
        let cause = problem.cause.is_some_and(|cause| cause.code() == told.cause);
        let weigh = |same: bool, weight: usize| if same { weight } else { 0 };
        let weight = shared + in_title + weigh(right, RIGHT) + weigh(domain, DOMAIN) + weigh(cause, CAUSE);
        fits.push((
            Fit { meant: domain || right || shared >= SHARED, near: shared >= SHARED, weight },
            problem,
        ));
    }
    // Stable: what weighs the same stays in the order of the network.
    fits.sort_by_key(|(fit, _)| std::cmp::Reverse((fit.meant, fit.weight)));
    let told = !told.domain.is_empty() || fits.iter().any(|(fit, _)| fit.meant);
    let good = fits.first().is_some_and(|(fit, _)| fit.near && fit.weight >= GOOD);
    let shown = fits.into_iter().filter(|(fit, _)| fit.meant || !told).take(MOST);
    (shown.map(|(_, problem)| problem).collect(), good)
}

impl Known {
    /// With what was done with one of them just now: it stands open there, also where it would not be among the first.
    pub fn after(mut self, done: Option<&Done>) -> Self {
        let Some(done) = done else { return self };
        self.open = true;
        for line in self.lines.iter_mut().filter(|line| line.id == done.structural) {
            line.done = Some(done.text.clone());
        }
        self
    }
}

/// The list alone, for a page that is being filled in.
#[derive(Template)]
#[template(path = "filing/known_list.html")]
struct KnownPart {
    frame: Frame,
    known: Known,
}

/// `POST /file/known`: the list that fits the answers of now. Nothing of them is kept.
pub async fn known_part(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let form = Form::posted(&site, Filer::of(&visit)?, &posted);
    let told = Told::of(&form.answers, visit.language());
    let known = known(&site, visit.wording(), Some(&form.filer), told).await?;
    page(&KnownPart { frame: Frame::new(&site, &visit, ""), known })
}

/// What was said of a known problem.
pub struct Done {
    structural: StructuralSignalId,
    /// In words.
    pub text: String,
}

/// What a filer says of a known problem: a proposal; a signal coordinator's word counts at once. Gives what was done.
pub async fn recognise(site: &Site, wording: Wording, filer: &Filer, said: &str) -> Result<Done, Failure> {
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
    let key = if counts { "filing-recognised" } else { "filing-recognised.proposal" };
    Ok(Done { structural, text: wording.say(key, &args![]) })
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
    use model::{Cause, ChapterText, Code, EditionNumber};

    use super::*;

    fn problem(number: u8, domain: &str, title: &str) -> KnownProblem {
        let text = ChapterText {
            title: title.to_owned(),
            summary: String::new(),
            see: Vec::new(),
            exists: Vec::new(),
            structural: Vec::new(),
        };
        KnownProblem {
            structural: StructuralSignalId::from_random([number; 16]),
            title: Localised::default(),
            text: BTreeMap::from([(Language::Nl, text)]),
            domain: Code::parse(domain).unwrap(),
            cause: None,
            rights: Vec::new(),
            authorities: Vec::new(),
            edition: EditionNumber(1),
            published: true,
            answers: Vec::new(),
            recommended: Vec::new(),
            mine: None,
        }
    }

    /// Title of what is shown, and whether the list opens.
    fn shown(problems: &[KnownProblem], answers: &[(Field, &str)]) -> (Vec<String>, bool) {
        let mut given = Answers::default();
        for (field, value) in answers {
            given.set(*field, (*value).to_owned());
        }
        let (best, open) = best(&Told::of(&given, Language::Nl), problems);
        (best.iter().map(|problem| problem.text[&Language::Nl].title.clone()).collect(), open)
    }

    const CARD: &str = "Medische kaart verlengen";
    const ADDRESS: &str = "Referentieadres en medische kaart";
    const SHELTER: &str = "Nachtopvang zonder plaats";

    fn three() -> Vec<KnownProblem> {
        vec![
            problem(1, "housing", SHELTER),
            problem(2, "residence-status", ADDRESS),
            problem(3, "health", CARD),
        ]
    }

    #[test]
    fn the_words_of_the_text_rank_whatever_the_domain_and_a_good_match_opens_the_list() {
        let text = (Field::Problem, "De medische kaart wordt niet op tijd verlengd.");
        assert_eq!(shown(&three(), &[text]).0, [CARD, ADDRESS]);
        let (titles, open) = shown(&three(), &[text, (Field::Domain, "health")]);
        assert_eq!((titles, open), (vec![CARD.to_owned(), ADDRESS.to_owned()], true));
        let (titles, open) = shown(&three(), &[text, (Field::Domain, "housing")]);
        assert_eq!(titles, [CARD, ADDRESS, SHELTER]);
        assert!(open);
        assert_eq!(shown(&three(), &[(Field::Domain, "housing")]), (vec![SHELTER.to_owned()], false));
    }

    #[test]
    fn the_right_and_the_cause_rank_too() {
        let mut problems = three();
        problems[1].rights = vec![Code::parse("urgent-medical-aid").unwrap()];
        let right = (Field::Right, "urgent-medical-aid");
        assert_eq!(shown(&problems, &[right]).0, [ADDRESS]);
        let mut two = vec![problem(1, "health", "Een"), problem(2, "health", "Twee")];
        two[1].cause = Some(Cause::Exclusion);
        let answers = [(Field::Domain, "health"), (Field::Cause, "exclusion")];
        assert_eq!(shown(&two, &answers).0, ["Twee", "Een"]);
    }

    #[test]
    fn a_word_of_many_problems_does_not_say_which_one_is_meant() {
        let mut problems: Vec<_> =
            (1..=8).map(|number| problem(number, "housing", "Wachtlijst voor een woning")).collect();
        problems.push(problem(9, "health", CARD));
        assert_eq!(shown(&problems, &[(Field::Problem, "Wachtlijst, woning, kaart verlengen")]).0, [CARD]);
    }

    #[test]
    fn never_more_than_five_are_shown() {
        let many: Vec<_> = (1..=8).map(|number| problem(number, "housing", "Titel")).collect();
        assert_eq!(shown(&many, &[(Field::Domain, "housing")]).0.len(), MOST);
        assert_eq!(shown(&many, &[]), (vec!["Titel".to_owned(); MOST], false));
    }
}
