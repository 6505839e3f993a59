//! `serve`: the web service on the database of the settings.

use chrono::NaiveDate;
use mail::Mailer;
use web::{Settings, Site};
use wording::args;

use crate::cli::Serve;
use crate::commands::{Context, digest, press};
use crate::console;
use crate::failure::{Failure, Outcome};
use crate::surroundings;

pub fn run(context: &Context, serve: &Serve) -> Result<Outcome, Failure> {
    let mut settings = context.settings.clone();
    if let Some(listen) = &serve.listen {
        settings.listen.clone_from(listen);
    }
    if let Some(url) = &serve.public_url {
        settings.set("public_url", url)?;
    }
    let store = context.existing_store()?;
    let site = Settings {
        public_url: settings.public_address(),
        behind_proxy: settings.behind_proxy,
        demo_accounts: Vec::new(),
        requests_per_minute: settings.requests_per_minute,
        mailer: context.mailer_of(&settings)?,
        press: Some(press::bundles()),
        editions: Some(serve.editions.clone().unwrap_or(settings.editions)),
    };
    listen(context, store, site, &settings.listen)
}

/// Serves until the process is asked to end.
pub fn listen(
    context: &Context,
    store: store::Store,
    settings: Settings,
    address: &str,
) -> Result<Outcome, Failure> {
    let failed = |error: &web::Error| match error {
        web::Error::Address(_) => {
            Failure::Unavailable(context.wording.say("serve-address", &args![address = address]))
        }
        web::Error::Store(error) => context.failed(error),
        web::Error::Broken(detail) => {
            Failure::Unavailable(format!("{} ({detail})", context.wording.say("error-broken", &args![])))
        }
    };
    let public = settings.public_url.clone();
    let chores = Chores { store: store.clone(), mailer: settings.mailer.clone(), public_url: public.clone() };
    let site = Site::new(store, settings, surroundings::service()).map_err(|error| failed(&error))?;
    site.compare_in_background();
    let running = web::start(site, address).map_err(|error| failed(&error))?;
    chores.start()?;
    let url = if public.ends_with(":0") { format!("http://{}", running.address()) } else { public };
    console::say(&context.wording.say("serve-ready", &args![url = url]));
    running.serve().map_err(|error| failed(&error))?;
    Ok(Outcome::Done)
}

/// What has to be done once in a while: old drafts, sessions and links go, and the mails of the week leave.
struct Chores {
    store: store::Store,
    mailer: Option<Mailer>,
    public_url: String,
}

impl Chores {
    fn start(self) -> Result<(), Failure> {
        let often = std::time::Duration::from_secs(3600);
        std::thread::Builder::new()
            .name("chores".to_owned())
            .spawn(move || {
                let mut told_on = None;
                loop {
                    let store = &self.store;
                    let done = store.keep_schedule().and_then(|_| store.remove_expired(surroundings::now()));
                    if let Err(error) = done.and_then(|_| self.digest(&mut told_on)) {
                        console::complain(&error.to_string());
                    }
                    std::thread::sleep(often);
                }
            })
            .map(|_| ())
            .map_err(|error| Failure::Unavailable(error.kind().to_string()))
    }

    /// Once a day, and the next hour again where the mail server took none: what waits does not change by the hour.
    fn digest(&self, told_on: &mut Option<NaiveDate>) -> Result<(), store::Error> {
        let today = surroundings::today();
        if let Some(mailer) = self.mailer.as_ref().filter(|_| *told_on != Some(today)) {
            let went = digest::send(&self.store, mailer, &self.public_url, today)?;
            *told_on = went.stopped.is_none().then_some(today);
        }
        Ok(())
    }
}
