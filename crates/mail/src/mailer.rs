//! How mails leave: at once, while somebody waits, or from a queue on a thread of its own that tries again.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};

use lettre::message::header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, Message};
use lettre::{SmtpTransport, Transport};

use crate::{Mail, Relay, Sender, Undelivered};

/// Takes a line for the operator: a code, never an address and never a link.
pub type Log = Box<dyn Fn(&str) + Send + Sync>;

/// How long one waits for the server, and how often it is asked again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patience {
    /// For each answer of the server.
    pub timeout: Duration,
    /// Between one attempt and the next; after the last the mail is given up.
    pub waits: Vec<Duration>,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(10),
            waits: [5, 30, 180].into_iter().map(Duration::from_secs).collect(),
        }
    }
}

/// Sends mails. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    post: Arc<Post>,
    queue: SyncSender<Job>,
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mailer").finish_non_exhaustive()
    }
}

/// Makes a mail when its turn has come; none where there is nothing to send.
type Job = Box<dyn FnOnce() -> Option<Mail> + Send>;

/// How many mails may wait. More than a network has people to invite on one day.
const QUEUE: usize = 256;

impl Mailer {
    /// A mailer to this server. Nothing is sent, and the server is not asked, before the first mail.
    pub fn new(relay: &Relay, from: &Sender, patience: Patience, log: Log) -> Result<Self, Undelivered> {
        let transport = relay.connection()?.timeout(Some(patience.timeout)).build();
        let post = Arc::new(Post { transport, from: from.0.clone(), waits: patience.waits, log });
        let (queue, jobs) = sync_channel(QUEUE);
        let worker = Arc::clone(&post);
        std::thread::Builder::new()
            .name("mails".to_owned())
            .spawn(move || worker.work(&jobs))
            .map_err(|_| Undelivered::Unreachable)?;
        Ok(Self { post, queue })
    }

    /// Sends a mail while the caller waits: one attempt.
    pub fn now(&self, mail: &Mail) -> Result<(), Undelivered> {
        self.post.send(mail).inspect_err(|why| (self.post.log)(&format!("mail: {}", why.code())))
    }

    /// Sends what `make` makes, in its turn and on another thread, and tries again where it may pass.
    pub fn later(&self, make: impl FnOnce() -> Option<Mail> + Send + 'static) {
        match self.queue.try_send(Box::new(make)) {
            Ok(()) => {}
            Err(TrySendError::Full(_)) => (self.post.log)("mail: queue-full"),
            Err(TrySendError::Disconnected(_)) => (self.post.log)("mail: no-worker"),
        }
    }
}

/// What sends.
struct Post {
    transport: SmtpTransport,
    from: Mailbox,
    waits: Vec<Duration>,
    log: Log,
}

/// A mail that is to be tried again.
struct Again {
    mail: Mail,
    /// How many attempts failed.
    failed: usize,
    at: Instant,
}

impl Post {
    fn work(&self, jobs: &Receiver<Job>) {
        let mut again: Vec<Again> = Vec::new();
        loop {
            let next = again.iter().map(|waiting| waiting.at).min();
            let job = match next {
                None => jobs.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(at) => jobs.recv_timeout(at.saturating_duration_since(Instant::now())),
            };
            match job {
                Ok(make) => {
                    if let Some(mail) = make() {
                        again.extend(self.attempt(mail, 0));
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            let now = Instant::now();
            let (due, rest): (Vec<Again>, Vec<Again>) =
                again.into_iter().partition(|waiting| waiting.at <= now);
            again = rest;
            for waiting in due {
                again.extend(self.attempt(waiting.mail, waiting.failed));
            }
        }
    }

    /// Tries once; what is to be tried again, where it failed and may pass later.
    fn attempt(&self, mail: Mail, failed: usize) -> Option<Again> {
        let why = self.send(&mail).err()?;
        let wait = self.waits.get(failed).filter(|_| why.may_pass());
        let end = if wait.is_some() { "again" } else { "given-up" };
        (self.log)(&format!("mail: attempt {}: {}, {end}", failed + 1, why.code()));
        wait.map(|wait| Again { mail, failed: failed + 1, at: Instant::now() + *wait })
    }

    fn send(&self, mail: &Mail) -> Result<(), Undelivered> {
        let to: Mailbox = mail.to.parse().map_err(|_| Undelivered::Address)?;
        let body = Body::new_with_encoding(mail.text.clone(), ContentTransferEncoding::QuotedPrintable)
            .map_err(|_| Undelivered::Answer)?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(mail.subject.clone())
            .message_id(None)
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .body(body)
            .map_err(|_| Undelivered::Address)?;
        self.transport.send(&message).map(|_| ()).map_err(|error| match Undelivered::from_error(&error) {
            // The library does not tell apart an address whose letters the server does not know.
            Undelivered::Encryption if error.is_client() && !mail.to.is_ascii() => Undelivered::Address,
            why => why,
        })
    }
}

/// No person wrote this: an absence notice need not answer (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
