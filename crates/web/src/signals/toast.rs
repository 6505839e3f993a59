//! The line on top of the page that follows on an act: what was done, and for a step the way back.

use askama::Template;
use model::SignalId;
use serde::Deserialize;
use store::SignalLine;

use crate::failure::Failure;
use crate::secrets;
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
pub async fn said(site: &Site, visit: &Visit, signal: SignalId, done: Done) -> Result<String, Failure> {
    let code = done.code();
    let mark = if done.is_step() { undo_of(site, visit, signal).await? } else { None };
    Ok(match mark {
        Some(mark) => format!("done={code}&of={signal}&undo={mark}"),
        None => format!("done={code}"),
    })
}

/// Which step of this signal in this visit the mark is of.
pub fn event_of(site: &Site, visit: &Visit, signal: SignalId, shown: &str) -> Option<i64> {
    secrets::event_of(site.visit_key(), visit.key(), &signal.to_string(), shown)
}

/// The mark with which the step just taken with this signal can be taken back in this visit; none where it cannot be.
pub async fn undo_of(site: &Site, visit: &Visit, signal: SignalId) -> Result<Option<String>, Failure> {
    let by = visit.person()?.account.id;
    let last = site.ask(move |store| store.last_step(signal, by)).await?;
    Ok(last.map(|event| secrets::undo_mark(site.visit_key(), visit.key(), &signal.to_string(), event)))
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
    let Some(event) = event_of(site, visit, signal, shown) else { return Ok(None) };
    let by = visit.person()?.account.id;
    let (line, last) =
        site.ask(move |store| Ok((store.signal(signal)?.line, store.last_step(signal, by)?))).await?;
    let open = last == Some(event);
    Ok(Some((line, open.then(|| Undo { signal, mark: shown.to_owned() }))))
}
