//! One module per command; here, which command runs which.

mod access;
mod audit;
mod bundle;
mod database;
mod demo;
mod digest;
mod due;
mod edition;
mod export;
mod generate;
mod import;
mod organisation;
mod press;
mod protect;
mod screen;
mod serve;
mod similar;
mod user;

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use mail::{Mailer, Patience};
use store::Store;
use wording::{Wording, args};

use crate::cli::{Arguments, Command};
use crate::console;
use crate::failure::{Failure, Outcome};
use crate::settings::{Flags, Settings};
use crate::surroundings;

/// What every command has at hand.
pub struct Context {
    pub settings: Settings,
    pub wording: Wording,
    pub json: bool,
}

impl Context {
    /// The database of the settings, brought to the form of this version.
    pub fn store(&self) -> Result<Store, Failure> {
        Store::open(&self.settings.database, surroundings::real()).map_err(|error| self.failed(&error))
    }

    /// The database of the settings, which must be there: asking something of a database does not make one.
    pub fn existing_store(&self) -> Result<Store, Failure> {
        let missing =
            self.settings.database.strip_prefix("sqlite://").filter(|path| !Path::new(path).exists());
        match missing {
            Some(path) => {
                Err(Failure::Unavailable(self.wording.say("database-missing", &args![place = path])))
            }
            None => self.store(),
        }
    }

    /// What a person reads when the store did not do what was asked.
    pub fn failed(&self, error: &store::Error) -> Failure {
        match error {
            store::Error::NotFound(what) => {
                Failure::Wrong(self.wording.say("error-not-found", &args![what = what]))
            }
            store::Error::Conflict(what) => {
                Failure::Wrong(self.wording.say("error-conflict", &args![what = what]))
            }
            store::Error::Unavailable(detail) => Failure::Unavailable(format!(
                "{} ({detail})",
                self.wording.say("database-unavailable", &args![])
            )),
            store::Error::Broken(detail) => {
                Failure::Unavailable(format!("{} ({detail})", self.wording.say("error-broken", &args![])))
            }
        }
    }

    /// What sends mails; none where the settings name no server.
    pub fn mailer(&self) -> Result<Option<Mailer>, Failure> {
        self.mailer_of(&self.settings)
    }

    /// The same, of settings that flags changed.
    pub fn mailer_of(&self, settings: &Settings) -> Result<Option<Mailer>, Failure> {
        let (Some(relay), Some(sender)) = (&settings.smtp, &settings.mail_from) else {
            return Ok(None);
        };
        // A link in a mail leads where the reader is, not where the service listens.
        if settings.public_url.is_none() {
            return Err(Failure::Usage(self.wording.say("settings-public-url", &args![])));
        }
        Mailer::new(relay, sender, Patience::default(), Box::new(console::complain))
            .map(Some)
            .map_err(|why| Failure::Unavailable(why.say(self.wording)))
    }

    /// The same, for work that is nothing without it.
    pub fn needed_mailer(&self) -> Result<Mailer, Failure> {
        self.mailer()?.ok_or_else(|| Failure::Usage(self.wording.say("settings-no-smtp", &args![])))
    }

    /// Prints a result: as JSON where that was asked, else the lines.
    pub fn report(&self, json: &serde_json::Value, lines: &[String]) {
        if self.json {
            console::say(&json.to_string());
        } else {
            lines.iter().for_each(|line| console::say(line));
        }
    }
}

/// The file that a command reads; standard input where none is given.
fn input(file: Option<&Path>) -> Result<BufReader<Box<dyn Read>>, Failure> {
    let unreadable =
        |path: &Path, error: io::Error| Failure::Usage(format!("{}: {}", path.display(), error.kind()));
    Ok(BufReader::new(match file {
        Some(path) => Box::new(File::open(path).map_err(|error| unreadable(path, error))?),
        None => Box::new(io::stdin()),
    }))
}

/// Runs the command that was asked.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let global = &arguments.global;
    let flags =
        Flags { database: global.database.clone(), language: global.messages, file: global.settings.clone() };
    let settings = Settings::load(&flags)?;
    let context = Context { wording: settings.wording(), settings, json: global.json };
    match &arguments.command {
        Command::Demo(demo) => demo::run(&context, demo),
        Command::Serve(serve) => serve::run(&context, serve),
        Command::Screen { file } => screen::run(&context, file.as_deref()),
        Command::Similar { file, many } => similar::similar(&context, file.as_deref(), usize::from(*many)),
        Command::Cluster { file } => similar::cluster(&context, file.as_deref()),
        Command::Protect(protect) => protect::run(&context, protect),
        Command::Audit(audit) => audit::run(&context, audit),
        Command::User(what) => user::run(&context, what),
        Command::Digest { dry_run } => digest::run(&context, *dry_run),
        Command::RunDue { dry_run } => due::run(&context, *dry_run),
        Command::Organisation(what) => organisation::run(&context, what),
        Command::Card(what) => access::card(&context, what),
        Command::Token(what) => access::token(&context, what),
        Command::Import(what) => import::run(&context, what),
        Command::Export(what) => export::run(&context, what),
        Command::Edition(what) => edition::run(&context, what),
        Command::Bundle(bundle) => bundle::make(&context, bundle),
        Command::Verify(verify) => bundle::verify(&context, verify),
        Command::Generate(generate) => generate::run(&context, generate),
        Command::Database(what) => database::run(&context, what),
        Command::Settings => {
            context.settings.shown().iter().for_each(|line| console::say(line));
            Ok(Outcome::Done)
        }
    }
}
