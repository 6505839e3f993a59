//! "Known already?": the structural signals that the network has in hand, and "we see this too" in place of a copy.

use model::{Code, Localised, Recognition, StructuralSignalId};
use wording::{Wording, args};

use super::filer::Filer;
use crate::failure::Failure;
use crate::site::Site;

/// The known problems that a page shows.
#[derive(Default)]
pub struct Known {
    /// In the order of the network.
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
    /// Whether another domain was chosen.
    pub hidden: bool,
    /// What the organisation, or this filer just now, said of it.
    pub mine: Option<String>,
    /// Whether the page asks.
    pub asks: bool,
}

/// All of them; those of another domain than the chosen one are hidden. Whoever is nobody sees only what is published.
pub async fn known(
    site: &Site,
    wording: Wording,
    filer: Option<&Filer>,
    chosen: &str,
) -> Result<Known, Failure> {
    let organisation = filer.map(|filer| filer.organisation.clone());
    let problems = site.ask(move |store| store.known_problems(organisation.as_ref())).await?;
    // A card answers for nobody: "we see this too" is an organisation's word.
    let asks = filer.is_none_or(|filer| !filer.has_card());
    let seen = problems.into_iter().filter(|problem| problem.published || filer.is_some());
    let lines = seen.map(|problem| Line {
        id: problem.structural,
        language: foreign(&problem.title, wording),
        title: problem.title.get_or_fallback(wording.language()).to_owned(),
        hidden: !chosen.is_empty() && chosen != problem.domain.as_str(),
        domain: problem.domain,
        mine: problem.mine.map(|answer| wording.label(answer)),
        asks,
    });
    Ok(Known { lines: lines.collect() })
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
