//! What surrounds the text of a structural signal: domain, cause, rights, authorities, owner, and what it goes on from.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{Authority, Cause, CauseChoice, Code, Localised, Right, StructuralSignalId};
use store::{Frame as Description, NetworkView, SignalFile, StructuralFile, StructuralLine};
use wording::{Wording, args};

use super::choose::NO_RIGHT;
use super::{Choice, LIST, find, structural_id};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page_with};
use crate::posted::Posted;
use crate::signals::{Words, localised, organisation};
use crate::site::Site;
use crate::visit::Visit;

/// What was chosen, as codes.
#[derive(Default, Clone)]
pub struct Chosen {
    domain: String,
    cause: String,
    never_eligible: bool,
    rights: Vec<String>,
    authorities: Vec<String>,
    owner: String,
    predecessor: String,
}

/// The fields as the page shows them.
pub struct Fields {
    /// The domains.
    pub domains: Vec<Choice>,
    /// The causes.
    pub causes: Vec<Choice>,
    /// No right in law at all.
    pub never_eligible: bool,
    /// The rights.
    pub rights: Vec<Choice>,
    /// The authorities.
    pub authorities: Vec<Choice>,
    /// Who may own it.
    pub owners: Vec<Choice>,
    /// What it may go on from.
    pub predecessors: Vec<Choice>,
}

impl Chosen {
    /// What a form says.
    pub fn posted(posted: &Posted) -> Self {
        let all = |name| posted.all(name).map(str::to_owned).collect();
        Self {
            domain: posted.get("domain").to_owned(),
            cause: posted.get("cause").to_owned(),
            never_eligible: posted.has("never-eligible"),
            rights: all("right"),
            authorities: all("authority"),
            owner: posted.get("owner").to_owned(),
            predecessor: posted.get("predecessor").to_owned(),
        }
    }

    /// What a structural signal has.
    pub fn of(file: &StructuralFile) -> Self {
        let entry = &file.entry;
        Self {
            domain: entry.domain.to_string(),
            cause: entry.cause.map_or(NO_RIGHT, Cause::code).to_owned(),
            never_eligible: entry.never_eligible,
            rights: entry.rights.iter().map(Code::to_string).collect(),
            authorities: entry.authorities.iter().map(|one| one.code().to_owned()).collect(),
            owner: entry.owner.to_string(),
            predecessor: file.predecessor.map(|id| id.to_string()).unwrap_or_default(),
        }
    }

    /// What these signals say most often, with the authorities that their rights propose.
    pub fn proposed(network: &NetworkView, files: &[SignalFile]) -> Self {
        let most = |codes: Vec<String>| most(&codes);
        let rights = files.iter().filter_map(|file| file.decided.right.as_ref().map(Code::to_string));
        let mut rights: Vec<String> = rights.collect();
        rights.sort_unstable();
        rights.dedup();
        let cause = |file: &SignalFile| match file.line.cause {
            CauseChoice::Of(cause) => cause.code().to_owned(),
            CauseChoice::Unknown | CauseChoice::NoRight => NO_RIGHT.to_owned(),
        };
        let mut chosen = Self {
            domain: most(files.iter().map(|file| file.line.domain.to_string()).collect()),
            cause: most(files.iter().map(cause).collect()),
            owner: most(files.iter().map(|file| file.line.organisation.to_string()).collect()),
            rights,
            ..Self::default()
        };
        chosen.propose(network);
        chosen
    }

    /// Adds the authorities that decide on the chosen rights and those that apply them.
    pub fn propose(&mut self, network: &NetworkView) {
        let chosen = |right: &&Right| self.rights.iter().any(|code| code == right.code.as_str());
        let levels: Vec<Authority> = network
            .rights
            .iter()
            .filter(chosen)
            .flat_map(|right| right.decides.iter().chain(&right.applies).copied())
            .collect();
        for level in levels {
            if !self.authorities.iter().any(|code| code == level.code()) {
                self.authorities.push(level.code().to_owned());
            }
        }
    }

    /// What is to be stored, or everything that is wrong with it. `title` is for a new one.
    pub fn read(
        &self,
        wording: Wording,
        network: &NetworkView,
        title: Localised,
    ) -> Result<Description, Vec<FieldError>> {
        let domain = network.domains.iter().find(|one| one.code.as_str() == self.domain);
        let owner = network.organisations.iter().find(|one| one.code.as_str() == self.owner);
        let cause = Cause::parse(&self.cause).ok();
        let authorities: Vec<Authority> =
            self.authorities.iter().filter_map(|code| Authority::parse(code).ok()).collect();
        let rights = network.rights.iter().map(|right| &right.code);
        let rights = rights.filter(|code| self.rights.iter().any(|chosen| chosen == code.as_str()));
        let mut errors = Vec::new();
        let mut wrong = |field: &str, key: &str| {
            errors.push(FieldError { field: field.to_owned(), text: wording.say(key, &args![]) });
        };
        if domain.is_none() {
            wrong("domain", "bench-domain-needed");
        }
        if cause.is_none() && self.cause != NO_RIGHT {
            wrong("cause", "bench-cause-needed");
        }
        if self.never_eligible && cause != Some(Cause::Exclusion) {
            wrong("never-eligible", "bench-never-eligible-wrong");
        }
        if authorities.is_empty() {
            wrong("authorities", "bench-authority-needed");
        }
        if owner.is_none() {
            wrong("owner", "bench-owner-needed");
        }
        match (domain, owner) {
            (Some(domain), Some(owner)) if errors.is_empty() => Ok(Description {
                domain: domain.code.clone(),
                cause,
                never_eligible: self.never_eligible,
                rights: rights.cloned().collect(),
                authorities,
                owner: owner.code.clone(),
                predecessor: StructuralSignalId::parse(&self.predecessor).ok(),
                title,
            }),
            _ => Err(errors),
        }
    }

    /// The same, going on from what the signals look like, where that was printed already; with the reason beside it.
    pub fn going_on_from(mut self, like: Option<&StructuralLine>) -> Self {
        if let Some(line) = like.filter(|line| !line.printed_in.is_empty()) {
            self.predecessor = line.id.to_string();
        }
        self
    }

    /// The fields. `others`: what a new one may go on from.
    pub fn fields(
        &self,
        wording: Wording,
        network: &NetworkView,
        others: &[StructuralLine],
        own: Option<StructuralSignalId>,
    ) -> Fields {
        let choice =
            |code: &str, label: String, chosen: bool| Choice { code: code.to_owned(), label, chosen };
        let one_of = |chosen: &str, code: &str, label| choice(code, label, chosen == code);
        let some_of =
            |chosen: &[String], code: &str, label| choice(code, label, chosen.iter().any(|one| one == code));
        let none = |chosen: &str, key: &str| choice("", wording.say(key, &args![]), chosen.is_empty());
        let domains = network
            .domains
            .iter()
            .filter(|one| !one.retired || one.code.as_str() == self.domain)
            .map(|one| one_of(&self.domain, one.code.as_str(), wording.domain(one)));
        let causes = Cause::ALL.iter().map(|one| one_of(&self.cause, one.code(), wording.label(*one)));
        let no_right = one_of(&self.cause, NO_RIGHT, wording.label(CauseChoice::NoRight));
        let owners = network.organisations.iter().map(|one| {
            one_of(&self.owner, one.code.as_str(), organisation(network, wording.language(), &one.code))
        });
        let earlier = others.iter().filter(|line| Some(line.id) != own && !line.printed_in.is_empty());
        let predecessors = earlier.map(|line| {
            let title = localised(&line.title, wording.language()).text;
            one_of(&self.predecessor, &line.id.to_string(), title)
        });
        Fields {
            domains: std::iter::once(none(&self.domain, "bench-choose-one")).chain(domains).collect(),
            causes: std::iter::once(none(&self.cause, "bench-choose-one"))
                .chain(causes)
                .chain([no_right])
                .collect(),
            never_eligible: self.never_eligible,
            rights: network
                .rights
                .iter()
                .map(|one| some_of(&self.rights, one.code.as_str(), wording.right(one)))
                .collect(),
            authorities: Authority::ALL
                .iter()
                .map(|one| some_of(&self.authorities, one.code(), wording.label(*one)))
                .collect(),
            owners: std::iter::once(none(&self.owner, "bench-choose-one")).chain(owners).collect(),
            predecessors: std::iter::once(none(&self.predecessor, "bench-no-predecessor"))
                .chain(predecessors)
                .collect(),
        }
    }
}

/// What stands most often in a list; of several the first in the alphabet.
fn most(codes: &[String]) -> String {
    let mut counts = std::collections::BTreeMap::new();
    for code in codes {
        *counts.entry(code).or_insert(0) += 1;
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map(|(code, _)| code.clone()).unwrap_or_default()
}

#[derive(Template)]
#[template(path = "structural/describe.html")]
struct DescribePage {
    frame: Frame,
    errors: Vec<FieldError>,
    id: StructuralSignalId,
    title: Words,
    fields: Fields,
}

/// `GET /structural/{id}/describe`
pub async fn describe_page(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
) -> Result<HttpResponse, Failure> {
    let file = find(&site, structural_id(&id)?).await?;
    draw(&site, &visit, &file, &Chosen::of(&file), Vec::new()).await
}

/// `POST /structural/{id}/describe`
pub async fn describe(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let file = find(&site, structural_id(&id)?).await?;
    let network = site.network().await?;
    let mut chosen = Chosen::posted(&posted);
    if posted.get("act") == "propose" {
        chosen.propose(&network);
        return draw(&site, &visit, &file, &chosen, Vec::new()).await;
    }
    match chosen.read(visit.wording(), &network, Localised::default()) {
        Ok(_) if visit.switches() => draw(&site, &visit, &file, &chosen, Vec::new()).await,
        Ok(description) => {
            let (id, by) = (file.line.id, visit.person()?.account.id);
            site.ask(move |store| store.describe_structural(id, description, by)).await?;
            Ok(on_to(&format!("{LIST}/{id}?done=described")))
        }
        Err(errors) => draw(&site, &visit, &file, &chosen, errors).await,
    }
}

async fn draw(
    site: &Site,
    visit: &Visit,
    file: &StructuralFile,
    chosen: &Chosen,
    errors: Vec<FieldError>,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let network = site.network().await?;
    let others = site.ask(store::Store::structural_signals).await?;
    let id = file.line.id;
    let frame = Frame::new(site, visit, &wording.say("bench-describe-title", &args![]))
        .at(LIST)
        .with_errors(&errors)
        .with_switch("describe", &format!("{LIST}/{id}/describe"));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let fields = chosen.fields(wording, &network, &others, Some(id));
    let title = localised(&file.line.title, visit.language());
    page_with(status, &DescribePage { frame, errors, id, title, fields })
}
