//! The line on top of the page that follows on an act: what was done, and for a step the way back.

use askama::Template;
use model::SignalId;
use serde::Deserialize;
use store::SignalLine;

use crate::failure::Failure;
use crate::secrets::{is_undo_mark, undo_mark};
use crate::site::Site;
use crate::visit::Visit;

use super::done::Done;
use super::line::headline;

/// The part of an address that says what was just done.
#[derive(Deserialize)]
pub struct DoneQuery {
    done: Option<String>,
    /// The signal that it was done with, where the step may be taken back.
    of: Option<String>,
    /// Shows that the step was taken in this visit.
    undo: Option<String>,
}

/// The line. `{{ toast|safe }}`; the frame's mark of the form goes with it.
#[derive(Template)]
#[template(path = "signals/toast.html")]
pub struct Toast {
    text: String,
    /// The signal that it was done with, by its headline. Only the page says it, never the address.
    of: Option<(String, &'static str)>,
    undo: Option<Undo>,
    csrf: String,
    button: String,
}

struct Undo {
    signal: SignalId,
    mark: String,
}

/// What follows `?` in the address of the next page.
pub fn said(site: &Site, visit: &Visit, signal: SignalId, done: Done) -> String {
    let code = done.code();
    if done.is_step() {
        format!("done={code}&of={signal}&undo={}", mark(site, visit, signal))
    } else {
        format!("done={code}")
    }
}

/// Whether a mark shows that a step of this signal was taken in this visit.
pub fn is_mark(site: &Site, visit: &Visit, signal: SignalId, shown: &str) -> bool {
    is_undo_mark(site.visit_key(), visit.key(), &signal.to_string(), shown)
}

fn mark(site: &Site, visit: &Visit, signal: SignalId) -> String {
    undo_mark(site.visit_key(), visit.key(), &signal.to_string())
}

impl DoneQuery {
    /// The line, in the words that `say` finds; none where nothing was done. `csrf` is the mark of the page's forms.
    pub async fn toast(
        &self,
        site: &Site,
        visit: &Visit,
        csrf: &str,
        say: impl FnOnce(Done) -> String,
    ) -> Result<Option<Toast>, Failure> {
        let Some(done) = self.done.as_deref().and_then(Done::parse) else { return Ok(None) };
        let step = match (&self.of, &self.undo) {
            (Some(of), Some(shown)) if done.is_step() => undo(site, visit, of, shown).await?,
            _ => None,
        };
        let (of, undo) =
            step.map_or((None, None), |(line, undo)| (Some(headline(visit.wording(), &line)), undo));
        let button = visit.wording().say("done-undo", &wording::args![]);
        Ok(Some(Toast { text: say(done), of, undo, csrf: csrf.to_owned(), button }))
    }
}

/// The signal of a step of this visit, and the way back where it is still open.
async fn undo(
    site: &Site,
    visit: &Visit,
    of: &str,
    shown: &str,
) -> Result<Option<(SignalLine, Option<Undo>)>, Failure> {
    let Ok(signal) = SignalId::parse(of) else { return Ok(None) };
    if !is_mark(site, visit, signal, shown) {
        return Ok(None);
    }
    let by = visit.person()?.account.id;
    let (line, open) =
        site.ask(move |store| Ok((store.signal(signal)?.line, store.may_undo(signal, by)?))).await?;
    Ok(Some((line, open.then(|| Undo { signal, mark: shown.to_owned() }))))
}
