//! The settings: which server takes the mails, how the way to it is kept private, and who sends.

use std::net::Ipv4Addr;

use lettre::SmtpTransport;
use lettre::message::Mailbox;
use lettre::transport::smtp::SmtpTransportBuilder;

use crate::Undelivered;

/// A setting that cannot be used. It does not repeat the setting: there may be a password in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadSetting;

/// The server that takes the mails: `smtps://user:password@host:465`, `smtp://host:587?tls=required`, or, without
/// encryption, a loopback address; elsewhere that has to be said outright (`?tls=none`).
#[derive(Clone, PartialEq, Eq)]
pub struct Relay {
    scheme: &'static str,
    /// User, password, host, port.
    place: String,
    way: Way,
}

/// How the way to the server is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Encrypted from the first byte.
    Encrypted,
    /// Encrypted after STARTTLS; without it nothing is sent.
    StartTls,
    /// Not at all: the server is this machine.
    Loopback,
    /// Not at all, and somebody said so.
    Open,
}

impl Way {
    const fn query(self) -> &'static str {
        match self {
            Self::Encrypted | Self::Loopback => "",
            Self::StartTls => "?tls=required",
            Self::Open => "?tls=none",
        }
    }
}

impl Relay {
    /// Reads the setting.
    pub fn parse(setting: &str) -> Result<Self, BadSetting> {
        let (scheme, rest) = setting.split_once("://").ok_or(BadSetting)?;
        let (place, query) = rest.split_once('?').map_or((rest, None), |(place, query)| (place, Some(query)));
        let (user, host) = place.rsplit_once('@').map_or((None, place), |(user, host)| (Some(user), host));
        let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
        // The library would leave a user without a password out, and no one would know why the server refuses.
        if host.is_empty() || user.is_some_and(|user| !user.contains(':')) {
            return Err(BadSetting);
        }
        let (scheme, way) = match (scheme, query) {
            ("smtps", None) => ("smtps", Way::Encrypted),
            ("smtp", Some("tls=required")) => ("smtp", Way::StartTls),
            ("smtp", Some("tls=none")) => ("smtp", Way::Open),
            ("smtp", None) if is_loopback(host) => ("smtp", Way::Loopback),
            _ => return Err(BadSetting),
        };
        SmtpTransport::from_url(&format!("smtp://{place}")).map_err(|_| BadSetting)?;
        Ok(Self { scheme, place: place.to_owned(), way })
    }

    /// The setting without the password.
    pub fn shown(&self) -> String {
        let place = match self.place.rsplit_once('@') {
            Some((user, host)) => format!("{}@{host}", user.split(':').next().unwrap_or_default()),
            None => self.place.clone(),
        };
        format!("{}://{place}{}", self.scheme, self.way.query())
    }

    /// A connection to be made.
    pub(crate) fn connection(&self) -> Result<SmtpTransportBuilder, Undelivered> {
        let query = if self.way == Way::StartTls { self.way.query() } else { "" };
        let url = format!("{}://{}{query}", self.scheme, self.place);
        SmtpTransport::from_url(&url).map_err(|error| Undelivered::from_error(&error))
    }
}

/// Never the password.
impl std::fmt::Debug for Relay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Relay").field(&self.shown()).finish()
    }
}

/// Who sends: `noreply@example.org` or `Megafoon <noreply@example.org>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender(pub(crate) Mailbox);

impl Sender {
    /// Reads the setting.
    pub fn parse(setting: &str) -> Result<Self, BadSetting> {
        setting.parse().map(Self).map_err(|_| BadSetting)
    }
}

impl std::fmt::Display for Sender {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_this_machine_unencrypted_unless_that_is_said() {
        for good in [
            "smtps://user:secret@mail.example.org:465",
            "smtps://mail.example.org",
            "smtp://user:secret@mail.example.org:587?tls=required",
            "smtp://mail.example.org:25?tls=none",
            "smtp://127.0.0.1:2525",
            "smtp://localhost",
        ] {
            assert!(Relay::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "smtp://mail.example.org:25",
            "smtp://mail.example.org?tls=opportunistic",
            "smtp://127.0.0.1.example.org",
            "smtp://10.0.0.1",
            "smtps://mail.example.org?tls=none",
            "smtps://user@mail.example.org",
            "smtps://",
            "http://mail.example.org",
            "mail.example.org",
        ] {
            assert_eq!(Relay::parse(bad), Err(BadSetting), "{bad}");
        }
    }

    #[test]
    fn what_is_shown_is_read_again_and_holds_no_password() {
        let relay = Relay::parse("smtp://user:very-secret@mail.example.org:587?tls=required").unwrap();
        assert_eq!(relay.shown(), "smtp://user@mail.example.org:587?tls=required");
        assert!(!format!("{relay:?}").contains("very-secret"));
        let plain = Relay::parse("smtp://mail.example.org:25?tls=none").unwrap();
        assert_eq!(Relay::parse(&plain.shown()), Ok(plain));
    }

    #[test]
    fn a_sender_is_an_address_with_or_without_a_name() {
        assert_eq!(Sender::parse("noreply@example.org").unwrap().to_string(), "noreply@example.org");
        assert!(Sender::parse("Megafoon <noreply@example.org>").is_ok());
        assert!(Sender::parse("noreply").is_err());
        assert!(Sender::parse("a@example.org\r\nBcc: b@example.org").is_err());
    }
}
