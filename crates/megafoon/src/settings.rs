//! Settings: `megafoon.toml`, then environment `MEGAFOON_*`, then flags. Unknown keys are refused.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use mail::{Relay, Sender};
use model::Language;
use wording::{Wording, args};

use crate::failure::Failure;

/// The settings in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Address of the database: `sqlite://FILE` or `postgres://…`.
    pub database: String,
    /// The language in which the command line speaks.
    pub language: Language,
    /// Where the web service listens.
    pub listen: String,
    /// Where people find the web service, without a slash at the end; where absent, at the address it listens on.
    pub public_url: Option<String>,
    /// Whether a proxy stands before the web service and writes `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Requests of one client per minute; 0 for no limit.
    pub requests_per_minute: u32,
    /// The folder of the editions: `bundle --out` with the same folder puts them where `serve` shows them once published.
    pub editions: PathBuf,
    /// How many months the next edition covers, from 1 to 24; where absent, `run-due` opens none.
    pub edition_months: Option<u32>,
    /// How many days after its period `run-due` freezes an edition; where absent, it freezes none.
    pub freeze_after_days: Option<u32>,
    /// How many days after the freeze `run-due` publishes an edition; where absent, it publishes none.
    pub publish_after_days: Option<u32>,
    /// The server that takes mails; where absent, nothing is sent.
    pub smtp: Option<Relay>,
    /// Who sends the mails.
    pub mail_from: Option<Sender>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            database: "sqlite://megafoon.db".to_owned(),
            language: Language::En,
            listen: "127.0.0.1:8080".to_owned(),
            public_url: None,
            behind_proxy: false,
            requests_per_minute: 600,
            editions: PathBuf::from("editions"),
            edition_months: None,
            freeze_after_days: None,
            publish_after_days: None,
            smtp: None,
            mail_from: None,
        }
    }
}

/// What was given as flags; absent where nothing was.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    pub database: Option<String>,
    pub language: Option<Language>,
    pub file: Option<PathBuf>,
}

const PREFIX: &str = "MEGAFOON_";
/// The tests' own variables are no settings.
const TEST_PREFIX: &str = "MEGAFOON_TEST_";

impl Settings {
    /// The settings of this process: file, environment, flags.
    pub fn load(flags: &Flags) -> Result<Self, Failure> {
        let file = match &flags.file {
            Some(path) => Some(read(path)?),
            None if Path::new("megafoon.toml").exists() => Some(read(Path::new("megafoon.toml"))?),
            None => None,
        };
        Self::layered(file.as_deref(), std::env::vars(), flags)
    }

    fn layered(
        file: Option<&str>,
        environment: impl Iterator<Item = (String, String)>,
        flags: &Flags,
    ) -> Result<Self, Failure> {
        let mut settings = Self::default();
        if let Some(text) = file {
            // The parser's own message would repeat the file; a setting may hold a password.
            let table: BTreeMap<String, toml::Value> =
                toml::from_str(text).map_err(|_| settings.wrong_value("megafoon.toml"))?;
            for (key, value) in table {
                let Some(text) = value.as_str() else { return Err(settings.wrong_value(&key)) };
                settings.set(&key, text)?;
            }
        }
        for (name, value) in environment {
            if let Some(key) = name.strip_prefix(PREFIX).filter(|_| !name.starts_with(TEST_PREFIX)) {
                settings.set(&key.to_lowercase(), &value)?;
            }
        }
        if let Some(database) = &flags.database {
            settings.set("database", database)?;
        }
        if let Some(language) = flags.language {
            settings.language = language;
        }
        if settings.smtp.is_some() && settings.mail_from.is_none() {
            return Err(Failure::Usage(settings.wording().say("settings-mail-from", &args![])));
        }
        Ok(settings)
    }

    pub fn set(&mut self, key: &str, value: &str) -> Result<(), Failure> {
        match key {
            "database" if value.starts_with("sqlite://") || is_postgres(value) => {
                self.database = value.to_owned()
            }
            "database" => {
                return Err(Failure::Usage(
                    Wording::new(self.language).say("database-unknown-address", &args![]),
                ));
            }
            "listen" => self.listen = value.to_owned(),
            "public_url" if value.starts_with("http://") || value.starts_with("https://") => {
                self.public_url = Some(value.trim_end_matches('/').to_owned());
            }
            "behind_proxy" if value == "yes" || value == "no" => self.behind_proxy = value == "yes",
            "requests_per_minute" => {
                self.requests_per_minute = value.parse().map_err(|_| self.wrong_value(key))?;
            }
            "editions" if !value.is_empty() => self.editions = PathBuf::from(value),
            "edition_months" => self.edition_months = Some(self.whole(key, value, 1..=24)?),
            "freeze_after_days" => self.freeze_after_days = Some(self.whole(key, value, 0..=3650)?),
            "publish_after_days" => self.publish_after_days = Some(self.whole(key, value, 0..=3650)?),
            "smtp" => self.smtp = Some(Relay::parse(value).map_err(|_| self.wrong_value(key))?),
            "mail_from" => self.mail_from = Some(Sender::parse(value).map_err(|_| self.wrong_value(key))?),
            "public_url" | "behind_proxy" | "editions" => return Err(self.wrong_value(key)),
            "language" => self.language = Language::parse(value).map_err(|_| self.wrong_value(key))?,
            _ => {
                return Err(Failure::Usage(
                    Wording::new(self.language).say("settings-unknown-key", &args![key = key]),
                ));
            }
        }
        Ok(())
    }

    /// A whole number within bounds.
    fn whole(&self, key: &str, value: &str, bounds: RangeInclusive<u32>) -> Result<u32, Failure> {
        let number = value.parse().ok().filter(|number| bounds.contains(number));
        number.ok_or_else(|| self.wrong_value(key))
    }

    fn wrong_value(&self, key: &str) -> Failure {
        Failure::Usage(Wording::new(self.language).say("settings-wrong-value", &args![key = key]))
    }

    /// The settings as `key = "value"` lines, without secrets.
    pub fn shown(&self) -> Vec<String> {
        let mut lines = vec![
            format!("database = {:?}", without_password(&self.database)),
            format!("language = {:?}", self.language.code()),
            format!("listen = {:?}", self.listen),
            format!("public_url = {:?}", self.public_address()),
            format!("behind_proxy = {:?}", if self.behind_proxy { "yes" } else { "no" }),
            format!("requests_per_minute = \"{}\"", self.requests_per_minute),
            format!("editions = {:?}", self.editions),
        ];
        for (key, value) in [
            ("edition_months", self.edition_months),
            ("freeze_after_days", self.freeze_after_days),
            ("publish_after_days", self.publish_after_days),
        ] {
            lines.extend(value.map(|value| format!("{key} = \"{value}\"")));
        }
        lines.extend(self.smtp.as_ref().map(|relay| format!("smtp = {:?}", relay.shown())));
        lines.extend(self.mail_from.as_ref().map(|sender| format!("mail_from = {:?}", sender.to_string())));
        lines
    }

    /// Where people find the web service.
    pub fn public_address(&self) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }

    /// What the command line says, in its language.
    pub fn wording(&self) -> Wording {
        Wording::new(self.language)
    }
}

fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path)
        .map_err(|error| Failure::Usage(format!("{}: {}", path.display(), error.kind())))
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://")
}

/// The parameters of an address that hold no secret; every other is left out.
const SHOWN: [&str; 8] =
    ["sslmode", "host", "port", "dbname", "user", "connect_timeout", "application_name", "options"];

/// `postgres://user:secret@host/name?password=secret` loses both secrets.
fn without_password(url: &str) -> String {
    if !is_postgres(url) {
        return url.to_owned();
    }
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
    let (place, query) = rest.split_once('?').map_or((rest, None), |(place, query)| (place, Some(query)));
    let place = match place.rsplit_once('@') {
        Some((user, host)) => format!("{}@{host}", user.split(':').next().unwrap_or_default()),
        None => place.to_owned(),
    };
    let query = query.map(|query| {
        let shown = |pair: &&str| SHOWN.contains(&pair.split('=').next().unwrap_or_default());
        let kept: Vec<&str> = query.split('&').filter(shown).collect();
        kept.join("&")
    });
    match query.filter(|query| !query.is_empty()) {
        Some(query) => format!("{scheme}://{place}?{query}"),
        None => format!("{scheme}://{place}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> std::vec::IntoIter<(String, String)> {
        pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn a_flag_goes_before_the_environment_and_that_before_the_file() {
        let file = "database = \"sqlite://file.db\"\nlanguage = \"nl\"";
        let of_environment = environment(&[("MEGAFOON_DATABASE", "sqlite://environment.db"), ("HOME", "x")]);
        let flags = Flags { language: Some(Language::Fr), ..Flags::default() };
        let settings = Settings::layered(Some(file), of_environment, &flags).unwrap();
        assert_eq!(settings.database, "sqlite://environment.db");
        assert_eq!(settings.language, Language::Fr);
    }

    #[test]
    fn an_unknown_key_is_refused_in_file_and_environment() {
        let flags = Flags::default();
        assert!(Settings::layered(Some("colour = \"red\""), environment(&[]), &flags).is_err());
        assert!(Settings::layered(None, environment(&[("MEGAFOON_COLOUR", "red")]), &flags).is_err());
        assert!(Settings::layered(None, environment(&[("MEGAFOON_TEST_POSTGRES", "x")]), &flags).is_ok());
    }

    #[test]
    fn an_address_that_is_no_database_is_refused() {
        let flags = Flags { database: Some("mysql://localhost/x".to_owned()), ..Flags::default() };
        assert_eq!(Settings::layered(None, environment(&[]), &flags).unwrap_err().code(), 2);
    }

    #[test]
    fn mails_need_a_sender_and_an_encrypted_way() {
        let load = |pairs: &[(&str, &str)]| Settings::layered(None, environment(pairs), &Flags::default());
        let from = ("MEGAFOON_MAIL_FROM", "Megafoon <noreply@example.org>");
        let way = ("MEGAFOON_SMTP", "smtps://user:very-secret@mail.example.org");
        let settings = load(&[way, from]).unwrap();
        let shown = settings.shown().join("\n");
        assert!(shown.contains("smtp = \"smtps://user@mail.example.org\""), "{shown}");
        assert!(shown.contains("mail_from = \"Megafoon <noreply@example.org>\""), "{shown}");
        assert!(!shown.contains("very-secret") && !format!("{settings:?}").contains("very-secret"));
        assert_eq!(load(&[way]).unwrap_err().code(), 2);
        assert_eq!(load(&[from, ("MEGAFOON_SMTP", "smtp://mail.example.org:25")]).unwrap_err().code(), 2);
        assert!(load(&[from, ("MEGAFOON_SMTP", "smtp://mail.example.org:25?tls=none")]).is_ok());
        assert_eq!(load(&[("MEGAFOON_MAIL_FROM", "nobody")]).unwrap_err().code(), 2);
    }

    #[test]
    fn shown_settings_hold_no_secret() {
        let url = "postgres://megafoon:very-secret@db.example/megafoon?sslmode=require&password=very-secret";
        let flags = Flags { database: Some(url.to_owned()), ..Flags::default() };
        let shown = Settings::layered(None, environment(&[]), &flags).unwrap().shown().join("\n");
        assert!(!shown.contains("very-secret"), "{shown}");
        assert!(shown.contains("postgres://megafoon@db.example/megafoon?sslmode=require"), "{shown}");
    }
}
