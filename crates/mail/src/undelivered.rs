//! Why a mail did not leave: a code for the log, a sentence for whoever waits for it.

use std::error::Error as _;
use std::io::ErrorKind;

use lettre::transport::smtp::Error;
use wording::{Wording, args};

/// Why a mail did not leave. No address and no link stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undelivered {
    /// The address is none that a mail can be sent to.
    Address,
    /// Nobody answers where the server should be, or the connection broke.
    Unreachable,
    /// The server took too long.
    Timeout,
    /// No encrypted connection came about.
    Encryption,
    /// The server said no: its code.
    Refused(u16),
    /// The server said something that nobody understands.
    Answer,
}

impl Undelivered {
    /// A code for the log.
    pub fn code(self) -> String {
        match self {
            Self::Refused(code) => format!("refused-{code}"),
            other => other.key().to_owned(),
        }
    }

    /// Why, in a sentence.
    pub fn say(self, wording: Wording) -> String {
        match self {
            Self::Refused(code) => wording.say("mail-undelivered-refused", &args![code = code.to_string()]),
            other => wording.say(&format!("mail-undelivered-{}", other.key()), &args![]),
        }
    }

    /// Whether the same mail may go through later.
    pub const fn may_pass(self) -> bool {
        match self {
            Self::Unreachable | Self::Timeout => true,
            Self::Refused(code) => code < 500,
            Self::Address | Self::Encryption | Self::Answer => false,
        }
    }

    /// Whether it is this mail that the server does not want, and not the server that takes none.
    pub const fn is_of_this_mail(self) -> bool {
        matches!(self, Self::Address | Self::Refused(550 | 551 | 553))
    }

    /// Whether the server takes no mail at all now, or not from us: another mail would fare no better.
    pub const fn is_of_the_server(self) -> bool {
        match self {
            Self::Unreachable | Self::Timeout | Self::Encryption | Self::Answer => true,
            // Going down, and everything about who sends (RFC 5321, RFC 4954).
            Self::Refused(code) => matches!(code, 421 | 454 | 530 | 534 | 535 | 538),
            Self::Address => false,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Unreachable => "unreachable",
            Self::Timeout => "timeout",
            Self::Encryption => "encryption",
            Self::Refused(_) => "refused",
            Self::Answer => "answer",
        }
    }

    pub(crate) fn from_error(error: &Error) -> Self {
        if let Some(code) = error.status() {
            return Self::Refused(code.into());
        }
        if error.is_tls() {
            return Self::Encryption;
        }
        let mut source = error.source();
        while let Some(cause) = source {
            // A read that took too long "would block".
            if let Some(io) = cause.downcast_ref::<std::io::Error>()
                && [ErrorKind::TimedOut, ErrorKind::WouldBlock].contains(&io.kind())
            {
                return Self::Timeout;
            }
            source = cause.source();
        }
        // The client refuses what it cannot send: STARTTLS that is required and not offered, an address it cannot write.
        if error.is_client() {
            Self::Encryption
        } else if error.is_response() {
            Self::Answer
        } else {
            Self::Unreachable
        }
    }
}
