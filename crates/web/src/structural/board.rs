//! The board of agreement: who is asked until when, who agrees, who refuses, who is silent.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use model::{Agreement, EditionNumber, StructuralSignalId};
use serde::Deserialize;
use store::{Account, NetworkView, StructuralFile};
use wording::{Wording, args};

use super::asked::{invitation, is_addressee};
use super::board_links::{Links, Standing};
use super::done::Done;
use super::sections::{Voices, agreement};
use super::standing::silent;
use super::{LIST, newest, open_edition};
use crate::days::day;
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page, page_with};
use crate::posted::Posted;
use crate::signals::{Words, localised, organisation};
use crate::site::Site;
use crate::visit::Visit;

/// The page.
pub const BOARD: &str = "/structural/board";

/// What the address may ask for.
#[derive(Deserialize)]
pub struct BoardQuery {
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "structural/board.html")]
struct BoardPage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: Option<String>,
    edition: Option<EditionNumber>,
    asked: String,
    deadline: String,
    /// Whether links can be made now, and whether mails can carry them.
    makes_links: bool,
    sends: bool,
    /// Whether the texts can be had as a PDF.
    has_pack: bool,
    members: Vec<Member>,
    chapters: Vec<Chapter>,
}

/// How far one organisation is.
struct Member {
    code: model::Code,
    name: String,
    link: Option<Standing>,
    agreed: usize,
    refused: usize,
    silent: usize,
    addressee: Option<String>,
}

impl Member {
    /// Whether a new link would end one that was not used yet.
    fn holds_link(&self) -> bool {
        self.link.as_ref().is_some_and(|link| link.is_open)
    }
}

/// What is said of one chapter.
struct Chapter {
    id: StructuralSignalId,
    title: Words,
    voices: Vec<Voices>,
}

/// `GET /structural/board`
pub async fn board(
    site: Data<Site>,
    visit: Visit,
    query: Query<BoardQuery>,
) -> Result<HttpResponse, Failure> {
    let mut drawn = draw(&site, &visit, None).await?;
    drawn.done = Done::said(visit.wording(), query.done.as_deref());
    page(&drawn)
}

/// `POST /structural/board`: asks the organisations until a day; saying it again moves the day.
pub async fn ask_agreement(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let edition = super::acts::edition(&posted)?;
    let typed = posted.get("deadline").trim();
    let later = day(typed).filter(|day| *day > site.today());
    let Some(deadline) = later else {
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &draw(&site, &visit, Some(typed)).await?);
    };
    let by = visit.person()?.account.id;
    site.ask(move |store| store.ask_agreement(edition, deadline, by)).await?;
    Ok(on_to(&format!("{BOARD}?done=asked")))
}

/// `wrong`: a day that cannot be, as it was typed.
async fn draw(site: &Site, visit: &Visit, wrong: Option<&str>) -> Result<BoardPage, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let (edition, round, files, accounts, links) = site
        .ask(|store| {
            let edition = open_edition(store)?;
            let mut files = store.structural_files()?;
            files.retain(|file| {
                edition.is_some() && newest(file) == edition && file.line.merged_into.is_none()
            });
            let round = edition.map(|edition| store.agreement_round(edition)).transpose()?.flatten();
            let links = edition.map(|edition| Links::load(store, edition)).transpose()?.unwrap_or_default();
            Ok((edition, round, files, store.accounts()?, links))
        })
        .await?;
    let errors: Vec<FieldError> = wrong
        .map(|_| FieldError {
            field: "deadline".to_owned(),
            text: wording.say("board-deadline-wrong", &args![]),
        })
        .into_iter()
        .collect();
    let number = edition.unwrap_or(EditionNumber(0));
    let stands = round.map(|(_, until)| until.to_string()).unwrap_or_default();
    Ok(BoardPage {
        frame: Frame::new(site, visit, &wording.say("board-title", &args![])).at(LIST).with_errors(&errors),
        errors,
        done: None,
        edition,
        asked: match (edition, round) {
            (None, _) => wording.say("bench-no-edition", &args![]),
            (_, None) => wording.say("bench-agreement-not-asked", &args![]),
            (_, Some((_, until))) => invitation(wording, &network, until),
        },
        deadline: wrong.map_or(stands, str::to_owned),
        makes_links: round.is_some_and(|(_, until)| until >= site.today()),
        sends: site.settings().mailer.is_some(),
        has_pack: site.settings().press.is_some() && round.is_some() && !files.is_empty(),
        members: members(wording, &network, &files, &accounts, number)
            .into_iter()
            .map(|member| Member { link: links.of(wording, &member.code), ..member })
            .collect(),
        chapters: files
            .iter()
            .map(|file| Chapter {
                id: file.line.id,
                title: localised(&file.line.title, wording.language()),
                voices: agreement(wording, &network, file, number),
            })
            .collect(),
    })
}

fn members(
    wording: Wording,
    network: &NetworkView,
    files: &[StructuralFile],
    accounts: &[Account],
    edition: EditionNumber,
) -> Vec<Member> {
    let member = |code: &model::Code| {
        let quiet = files.iter().filter(|file| silent(network, file, edition).contains(&code)).count();
        let refuses = |file: &&StructuralFile| {
            let chapter = file.entry.chapters.iter().find(|chapter| chapter.edition == edition);
            let given = chapter.into_iter().flat_map(|chapter| &chapter.agreements);
            !silent(network, file, edition).contains(&code)
                && given.into_iter().any(|one| one.organisation == *code && one.stance == Agreement::Refuses)
        };
        let refused = files.iter().filter(refuses).count();
        let addressed =
            files.iter().filter(|file| is_addressee(network, accounts, file, edition, code)).count();
        Member {
            code: code.clone(),
            link: None,
            name: organisation(network, wording.language(), code),
            agreed: files.len() - quiet - refused,
            refused,
            silent: quiet,
            addressee: (addressed > 0).then(|| wording.say("board-addressee", &args![count = addressed])),
        }
    };
    network.organisations.iter().map(|one| member(&one.code)).collect()
}
