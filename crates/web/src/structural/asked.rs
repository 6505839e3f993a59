//! What an organisation is asked to agree with: the chapters of an open edition, with what it said of each.

use chrono::NaiveDate;
use model::{Code, EditionNumber, EditionState, Language, StructuralSignalId};
use store::{Account, NetworkView, Store, StructuralFile};
use wording::{Wording, args};

use super::open_edition;
use super::sections::{TextShown, texts};
use crate::failure::Failure;
use crate::signals::{Words, localised};
use crate::site::Site;

/// What is asked of the organisations.
pub struct Asked {
    /// About which edition.
    pub edition: EditionNumber,
    /// Since when and until when; none where nobody is asked yet, and then there are no chapters either.
    pub round: Option<(NaiveDate, NaiveDate)>,
    /// The chapters.
    pub files: Vec<StructuralFile>,
    /// Everybody with an account.
    pub accounts: Vec<Account>,
}

/// A chapter that an organisation is asked about.
pub struct Item {
    /// Which.
    pub id: StructuralSignalId,
    /// Its title.
    pub title: Words,
    /// The version that is shown.
    pub version: i32,
    /// In Dutch and French, without which nothing is printed: the reader's language first.
    pub texts: Vec<TextShown>,
    /// What the organisation said of it as it is now.
    pub said: Option<Said>,
    /// What it said of an earlier version.
    pub earlier: Option<String>,
    /// Whether it is also addressed to the organisation.
    pub is_addressee: bool,
}

/// What an organisation said.
pub struct Said {
    /// In words.
    pub text: String,
    /// The code of it.
    pub stance: model::Agreement,
    /// Whether the chapter may be printed, as far as this organisation goes.
    pub permits: bool,
    /// The remark or the reason.
    pub remark: String,
}

/// What is asked about the edition that is being written; none where none is open.
pub async fn ask(site: &Site) -> Result<Option<Asked>, Failure> {
    site.ask(|store| open_edition(store)?.map(|edition| Asked::load(store, edition)).transpose()).await
}

/// What was asked about the last edition that is no longer written; none where none was asked about.
pub async fn asked_before(site: &Site) -> Result<Option<(Asked, EditionState)>, Failure> {
    site.ask(|store| {
        let closed =
            store.editions()?.into_iter().rev().filter(|edition| edition.state != EditionState::Open);
        for edition in closed {
            let asked = Asked::load(store, edition.number)?;
            if asked.round.is_some() {
                return Ok(Some((asked, edition.state)));
            }
        }
        Ok(None)
    })
    .await
}

/// Until when organisations are asked, and what silence means then.
pub fn invitation(wording: Wording, network: &NetworkView, until: NaiveDate) -> String {
    let key = if network.rules.silence_is_agreement { "agreement-until-silence" } else { "agreement-until" };
    wording.say(key, &args![day = wording.day(until)])
}

impl Asked {
    /// What is asked about this edition.
    pub fn load(store: &Store, edition: EditionNumber) -> Result<Self, store::Error> {
        let round = store.agreement_round(edition)?;
        let mut files = if round.is_some() { store.structural_files()? } else { Vec::new() };
        files.retain(|file| file.asked_in() == Some(edition));
        Ok(Self { edition, round, files, accounts: store.accounts()? })
    }

    /// As this organisation reads it.
    pub fn show<'a>(&'a self, wording: Wording, network: &'a NetworkView, own: &'a Code) -> Show<'a> {
        Show { wording, network, own, asked: self }
    }
}

/// What is asked, as one organisation reads it.
pub struct Show<'a> {
    wording: Wording,
    network: &'a NetworkView,
    own: &'a Code,
    asked: &'a Asked,
}

impl Show<'_> {
    /// A chapter.
    pub fn item(&self, file: &StructuralFile) -> Item {
        let (wording, edition) = (self.wording, self.asked.edition);
        let version = version(file, edition);
        let chapter = file.entry.chapters.iter().find(|chapter| chapter.edition == edition);
        let given = chapter
            .and_then(|chapter| chapter.agreements.iter().find(|given| given.organisation == *self.own));
        let of = file.agreed_versions.get(&(edition, self.own.clone())).copied();
        let (now, before) = if of == Some(version) { (given, None) } else { (None, given) };
        let mut texts = texts(wording, self.network, file, edition);
        texts.retain(|text| text.lang != Language::En.code());
        // The reader's own language first; the other stays below or beside it: both are printed.
        texts.sort_by_key(|text| text.lang != wording.language().code());
        Item {
            id: file.line.id,
            title: localised(&file.line.title, wording.language()),
            version,
            texts,
            said: now.map(|given| Said {
                text: wording.label(given.stance),
                stance: given.stance,
                permits: given.stance.permits_printing(),
                remark: given.remark.clone(),
            }),
            earlier: before
                .map(|given| wording.say("agreement-earlier", &args![said = wording.label(given.stance)])),
            is_addressee: is_addressee(self.network, &self.asked.accounts, file, edition, self.own),
        }
    }
}

/// The version of a chapter as it is now.
pub fn version(file: &StructuralFile, edition: EditionNumber) -> i32 {
    file.versions.get(&edition).copied().unwrap_or(0)
}

/// Whether what is asked is also addressed to this member: to organisations, or to the authority for which somebody of it
/// reads.
pub fn is_addressee(
    network: &NetworkView,
    accounts: &[Account],
    file: &StructuralFile,
    edition: EditionNumber,
    organisation: &Code,
) -> bool {
    let here = file.entry.recommendations.iter().filter(|one| one.edition == edition);
    let addressees: Vec<model::Authority> =
        here.map(|one| one.addressee).chain(file.entry.authorities.iter().copied()).collect();
    let is_member = network.organisations.iter().any(|one| one.code == *organisation);
    let of_member = accounts.iter().filter(|account| account.organisation.as_ref() == Some(organisation));
    let mut levels = of_member.filter_map(|account| account.authority);
    is_member
        && (addressees.contains(&model::Authority::Organisations)
            || levels.any(|level| addressees.contains(&level)))
}
