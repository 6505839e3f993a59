//! Somebody's form between two requests, and the page on which it is filled in.

use std::collections::BTreeMap;

use askama::Template;
use model::{
    Authority, Cause, CauseChoice, DomainGroup, DraftId, Field, Language, Month, Place, Problem, Reason,
    Recurrence, TargetGroup, Tried, limits,
};
use store::NetworkView;
use uuid::Uuid;
use wording::{Wording, args};

use super::answers::{Answers, DIRECT, NO_RIGHT, QUESTIONS, RELEASE};
use super::fields::{Choice, Drawn, Group};
use super::filer::Filer;
use super::known::{self, Known};
use super::look::{Looked, look};
use super::words;
use crate::failure::Failure;
use crate::frame::{FieldError, Frame};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

/// Somebody's form: who files, what was answered, and by what it is known.
#[derive(Clone)]
pub struct Form {
    /// Who files.
    pub filer: Filer,
    /// What was answered.
    pub answers: Answers,
    /// One id, one signal: however often it is sent.
    pub client_id: Uuid,
    /// The draft that it is.
    pub draft: Option<DraftId>,
    /// Whether it came from a page, and is kept nowhere but there.
    pub unsaved: bool,
}

impl Form {
    /// An empty one.
    pub fn new(site: &Site, filer: Filer) -> Self {
        Self {
            filer,
            answers: Answers::default(),
            client_id: new_client_id(site),
            draft: None,
            unsaved: false,
        }
    }

    /// As it was sent.
    pub fn posted(site: &Site, filer: Filer, posted: &Posted) -> Self {
        Self {
            filer,
            answers: Answers::of(posted),
            unsaved: true,
            client_id: client_id(posted.get("client_id")).unwrap_or_else(|| new_client_id(site)),
            draft: DraftId::parse(posted.get("draft")).ok(),
        }
    }

    /// What is to be said of the answers.
    pub fn look(&self, site: &Site, visit: &Visit, network: &NetworkView) -> Looked {
        let organisation = &self.filer.organisation;
        look(site.screen(), network, organisation, site.this_month(), visit.language(), &self.answers)
    }
}

/// A client id: a random UUID, as pages and programs make it.
pub fn client_id(text: &str) -> Option<Uuid> {
    Uuid::try_parse(text).ok().filter(|id| id.get_version_num() == 4)
}

/// A client id drawn here.
pub fn new_client_id(site: &Site) -> Uuid {
    uuid::Builder::from_random_bytes(site.random()).into_uuid()
}

/// What is said on a page besides the form itself.
#[derive(Default)]
pub struct Said<'a> {
    /// What was found out about the answers, once somebody asked for it.
    pub looked: Option<&'a Looked>,
    /// Further errors.
    pub errors: Vec<FieldError>,
    /// What was done.
    pub done: String,
    /// What was said of a known problem: it stands there, and not above the page.
    pub recognised: Option<known::Done>,
    /// Where the page opens.
    pub focus: Option<Field>,
}

/// The page of the form.
#[derive(Template)]
#[template(path = "filing/form.html")]
pub struct FormPage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: String,
    readers: String,
    page: Carried,
    sheets: Vec<String>,
    more: Vec<String>,
    more_open: bool,
    known: Known,
}

/// What the form carries for the server and for the page's scripts.
pub struct Carried {
    /// The id of the signal that it becomes; empty in a copy for use without network.
    pub client_id: String,
    /// The draft.
    pub draft: String,
    /// The token of the card, which a sealed item takes with it.
    pub card: Option<String>,
    /// Whether drafts can be kept.
    pub keeps_drafts: bool,
    /// Whether leaving the page would lose what was written.
    pub unsaved: bool,
    /// Where the blocked rules are.
    pub rules: String,
    /// The sentences of the scripts.
    pub words: String,
    /// Whether the page is the copy for use without network.
    pub copy: bool,
}

impl Carried {
    /// Of this form.
    pub fn of(site: &Site, visit: &Visit, form: &Form) -> Self {
        Self {
            client_id: form.client_id.to_string(),
            draft: form.draft.map(|id| id.to_string()).unwrap_or_default(),
            // A card's visit is tied to its token.
            card: form.filer.has_card().then(|| visit.key().to_owned()),
            keeps_drafts: !form.filer.has_card(),
            unsaved: form.unsaved && !form.answers.is_unwritten(),
            rules: site.assets().url("rules.json"),
            words: words::of_form(visit.wording()),
            copy: false,
        }
    }

    /// Of the copy that works without network: nothing of anybody is in it.
    pub fn copy(site: &Site, wording: Wording) -> Self {
        Self {
            client_id: String::new(),
            draft: String::new(),
            card: None,
            keeps_drafts: true,
            unsaved: false,
            rules: site.assets().url("rules.json"),
            words: words::of_form(wording),
            copy: true,
        }
    }
}

impl FormPage {
    /// The page of this form.
    pub fn new(
        site: &Site,
        visit: &Visit,
        network: &NetworkView,
        form: &Form,
        known: Known,
        said: Said<'_>,
    ) -> Result<Self, Failure> {
        let page = Carried::of(site, visit, form);
        Self::drawn(site, visit, network, &form.answers, Some(&form.filer), page, known, said)
    }

    /// The empty page that is kept for use without network.
    /// What is known already is left out: saying "we see this too" takes the network.
    pub fn copy(site: &Site, visit: &Visit, network: &NetworkView) -> Result<Self, Failure> {
        let known = Known::default();
        let page = Carried::copy(site, visit.wording());
        let mut drawn =
            Self::drawn(site, visit, network, &Answers::default(), None, page, known, Said::default())?;
        drawn.frame = drawn.frame.kept_offline("/file");
        Ok(drawn)
    }

    #[expect(clippy::too_many_arguments, reason = "each is a thing of its own; two callers, both above")]
    fn drawn(
        site: &Site,
        visit: &Visit,
        network: &NetworkView,
        answers: &Answers,
        filer: Option<&Filer>,
        page: Carried,
        known: Known,
        said: Said<'_>,
    ) -> Result<Self, Failure> {
        let wording = visit.wording();
        let mut errors = said.looked.map(|looked| errors_of(wording, looked)).unwrap_or_default();
        errors.extend(said.errors);
        let nothing = BTreeMap::new();
        let drawn = Drawn {
            wording,
            answers,
            errors: by_field(&errors),
            findings: said.looked.map_or(&nothing, |looked| &looked.findings),
            focus: said.focus.filter(|_| errors.is_empty()),
        };
        let month = site.this_month();
        let sheets = sheets(&drawn, network)?;
        let more = more(&drawn, network, month, filer)?;
        let folded = |field: &Field| QUESTIONS.iter().position(|known| known == field) >= FIRST_FOLDED;
        let found = drawn.findings.keys().copied();
        let wrong = QUESTIONS.iter().copied().filter(|field| drawn.errors.contains_key(field.code()));
        let more_open = found.chain(wrong).chain(drawn.focus).any(|field| folded(&field));
        let readers = match filer {
            Some(filer) if filer.has_card() => "filing-readers-card",
            _ => "filing-readers",
        };
        let mut frame = Frame::new(site, visit, &wording.say("filing-title", &args![]))
            .at("/file")
            .with_errors(&errors)
            .with_script(site, "form.js");
        frame.switch_form = Some("filing");
        Ok(Self {
            frame,
            errors,
            done: said.done,
            readers: wording.say(readers, &args![]),
            page,
            sheets,
            more,
            more_open,
            known,
        })
    }
}

/// From here on the questions are folded away.
const FIRST_FOLDED: Option<usize> = Some(7);

/// What must be put right, in the order of the page: one sentence per question.
pub fn errors_of(wording: Wording, looked: &Looked) -> Vec<FieldError> {
    let problems = looked.signal.as_ref().err().map(Vec::as_slice).unwrap_or_default();
    let mut blocked: Vec<Field> = looked.blocked().collect();
    if looked.headline_follows && blocked.contains(&Field::Problem) {
        blocked.retain(|field| *field != Field::Headline);
    }
    let mut errors: Vec<FieldError> = Vec::new();
    for field in QUESTIONS {
        let wrong = problems.iter().find(|problem| problem.field == field).copied();
        let wrong = match blocked.contains(&field) {
            true => Some(Problem { field, reason: Reason::PersonalData }),
            false => wrong,
        };
        errors.extend(wrong.map(|problem| FieldError {
            field: field.code().to_owned(),
            text: words::problem(wording, problem),
        }));
    }
    errors
}

fn by_field(errors: &[FieldError]) -> BTreeMap<&'static str, String> {
    let names = QUESTIONS.iter().map(|field| field.code());
    names
        .filter_map(|name| {
            errors.iter().find(|error| error.field == name).map(|error| (name, error.text.clone()))
        })
        .collect()
}

/// The five questions, each on a sheet.
fn sheets(drawn: &Drawn<'_>, network: &NetworkView) -> Result<Vec<String>, Failure> {
    let tried =
        Tried::ALL.iter().map(|tried| drawn.choice(Field::Tried, tried.code(), drawn.wording.label(*tried)));
    Ok(vec![
        drawn.text(Field::Problem, 7, limits::PROBLEM).render()?,
        drawn.one_of(Field::Domain, false, domains(drawn, network)).render()?,
        drawn.select(Field::Place, Some("filing-place.none"), places(drawn)).render()?
            + &drawn.tick(Field::NoMunicipality).render()?,
        drawn.some_of(Field::Tried, true, one_group(tried)).render()?,
        drawn.one_of(Field::Cause, true, causes(drawn)).render()?
            + &drawn.tick(Field::NeverEligible).render()?,
    ])
}

/// The questions that are folded away.
fn more(
    drawn: &Drawn<'_>,
    network: &NetworkView,
    this_month: Month,
    filer: Option<&Filer>,
) -> Result<Vec<String>, Failure> {
    let wording = drawn.wording;
    let recurrence =
        Recurrence::ALL.iter().map(|one| drawn.choice(Field::Recurrence, one.code(), wording.label(*one)));
    let groups =
        TargetGroup::ALL.iter().map(|one| drawn.choice(Field::TargetGroups, one.code(), wording.label(*one)));
    let authorities =
        Authority::ALL.iter().map(|one| drawn.choice(Field::Authority, one.code(), wording.label(*one)));
    let other_causes =
        Cause::ALL.iter().map(|one| drawn.choice(Field::OtherCauses, one.code(), wording.label(*one)));
    let rights =
        network.rights.iter().map(|one| drawn.choice(Field::Right, one.code.as_str(), wording.right(one)));
    let domains = network.domains.iter().filter(|domain| !domain.retired);
    let other_domains =
        domains.map(|one| drawn.choice(Field::OtherDomains, one.code.as_str(), wording.domain(one)));
    let mut other_places: Vec<Choice> = Place::all()
        .filter(|place| matches!(place, Place::In(_)))
        .map(|one| drawn.choice(Field::OtherPlaces, &one.code(), wording.place(one)))
        .collect();
    wording.sort_by_label(&mut other_places, |choice| &choice.label);
    let languages = Language::ALL.iter().map(|one| {
        let mut choice = drawn.choice(Field::Language, one.code(), wording.label(*one));
        choice.chosen |= drawn.answers.text(Field::Language).is_empty() && *one == wording.language();
        choice
    });
    let mut more = vec![
        drawn.text(Field::Headline, 0, limits::HEADLINE).render()?,
        drawn.text(Field::Impact, 4, limits::IMPACT).render()?,
        drawn.text(Field::TriedNote, 3, limits::TRIED_NOTE).render()?,
        drawn.one_of(Field::Recurrence, false, one_group(recurrence)).render()?,
        drawn.select(Field::Right, Some("filing-unsure"), one_group(rights)).render()?,
        drawn.some_of(Field::TargetGroups, false, one_group(groups)).render()?,
        drawn.select(Field::Authority, Some("filing-unsure"), one_group(authorities)).render()?,
        drawn.some_of(Field::OtherCauses, false, one_group(other_causes)).render()?,
        drawn.some_of(Field::OtherDomains, false, one_group(other_domains)).render()?,
        drawn.some_of(Field::OtherPlaces, false, one_group(other_places)).render()?,
        drawn.select(Field::Observed, None, one_group(months(drawn, this_month))).render()?,
        drawn.select(Field::Language, None, one_group(languages)).render()?,
        drawn.text(Field::Reference, 0, limits::REFERENCE).render()?,
    ];
    // What comes by card waits for its sponsor.
    if filer.is_none_or(|filer| !filer.has_card()) {
        more.push(drawn.wish(DIRECT).render()?);
    }
    if filer.is_some_and(Filer::may_release) {
        more.push(drawn.wish(RELEASE).render()?);
    }
    Ok(more)
}

fn domains(drawn: &Drawn<'_>, network: &NetworkView) -> Vec<Group> {
    let in_group = |group: DomainGroup| {
        let domains = network.domains.iter().filter(move |domain| domain.group == group && !domain.retired);
        domains.map(|one| drawn.choice(Field::Domain, one.code.as_str(), drawn.wording.domain(one))).collect()
    };
    let groups = DomainGroup::ALL.iter();
    let groups =
        groups.map(|group| Group { heading: drawn.wording.label(*group), choices: in_group(*group) });
    groups.filter(|group| !group.choices.is_empty()).collect()
}

fn places(drawn: &Drawn<'_>) -> Vec<Group> {
    let wording = drawn.wording;
    let choice = |place: Place| drawn.choice(Field::Place, &place.code(), wording.place(place));
    let (mut municipalities, others): (Vec<Place>, Vec<Place>) =
        Place::all().partition(|place| matches!(place, Place::In(_)));
    municipalities.sort_by(|a, b| wording.collate(&wording.place(*a), &wording.place(*b)));
    vec![
        Group {
            heading: wording.say("filing-place.municipalities", &args![]),
            choices: municipalities.into_iter().map(choice).collect(),
        },
        Group {
            heading: wording.say("filing-place.others", &args![]),
            choices: others.into_iter().map(choice).collect(),
        },
    ]
}

/// The five causes as plain questions, "I don't know", and "this is about no right".
fn causes(drawn: &Drawn<'_>) -> Vec<Group> {
    let known = Cause::ALL.iter().map(|cause| CauseChoice::Of(*cause));
    one_group(known.chain([CauseChoice::Unknown, CauseChoice::NoRight]).map(|cause| {
        let code = if cause == CauseChoice::NoRight { NO_RIGHT } else { cause.code() };
        let key = format!("filing-cause-{code}");
        let mut choice = drawn.choice(Field::Cause, code, drawn.wording.say(&key, &args![]));
        choice.note = drawn.wording.say(&format!("{key}.example"), &args![]);
        choice
    }))
}

/// How many months back one may choose; this one included.
const MONTHS: i32 = 12;

fn months(drawn: &Drawn<'_>, this_month: Month) -> Vec<Choice> {
    let answered = Month::parse(drawn.answers.text(Field::Observed)).ok();
    let chosen = answered.unwrap_or(this_month);
    let recent = (0..MONTHS).filter_map(|back| Month::from_number(this_month.number() - back).ok());
    let mut months: Vec<Month> = recent.collect();
    // An older draft keeps its month.
    if !months.contains(&chosen) {
        months.push(chosen);
    }
    let choice = |month: Month| Choice {
        value: month.to_string(),
        label: drawn.wording.month(month),
        note: String::new(),
        chosen: month == chosen,
    };
    months.into_iter().map(choice).collect()
}

fn one_group(choices: impl IntoIterator<Item = Choice>) -> Vec<Group> {
    vec![Group { heading: String::new(), choices: choices.into_iter().collect() }]
}
