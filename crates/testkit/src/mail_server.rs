//! A mail server on a loopback port: it takes what it is given, or says no as it is told to (RFC 5321, as far as needed).

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use data_encoding::BASE64;

/// A mail as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// The address of the envelope.
    pub to: String,
    /// Head and body, as they went over the line.
    pub raw: String,
}

impl Arrived {
    /// The subject, as it is read.
    pub fn subject(&self) -> String {
        let head = self.raw.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ");
        let line = head.lines().find_map(|line| line.strip_prefix("Subject: ")).unwrap_or_default();
        let words: Vec<String> = line.split(' ').map(decoded_word).collect();
        words.join(" ")
    }

    /// The text, as it is read.
    pub fn text(&self) -> String {
        let body = self.raw.split_once("\r\n\r\n").map_or("", |(_, body)| body).replace("=\r\n", "");
        let mut bytes = Vec::new();
        let mut rest = body.as_bytes();
        while let [first, after @ ..] = rest {
            let code = (*first == b'=').then(|| after.get(..2)).flatten();
            let byte = code.and_then(|code| std::str::from_utf8(code).ok());
            match byte.and_then(|code| u8::from_str_radix(code, 16).ok()) {
                Some(byte) => {
                    bytes.push(byte);
                    rest = &after[2..];
                }
                None => {
                    bytes.push(*first);
                    rest = after;
                }
            }
        }
        String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
    }

    /// Everything that a person reads and everything that went over the line.
    pub fn everything(&self) -> String {
        format!("{}\n{}\n{}\n{}", self.to, self.subject(), self.text(), self.raw)
    }

    /// The path of the one-time link in it.
    pub fn link(&self) -> String {
        let text = self.text();
        let line = text.lines().find(|line| line.contains("/link/")).unwrap_or_default();
        line.find("/link/").map_or_else(String::new, |at| line[at..].to_owned())
    }
}

/// `=?utf-8?b?…?=` as it is read; any other word as it is.
fn decoded_word(word: &str) -> String {
    let inner = word.strip_prefix("=?utf-8?b?").and_then(|inner| inner.strip_suffix("?="));
    let bytes = inner.and_then(|inner| BASE64.decode(inner.as_bytes()).ok());
    bytes.map_or_else(|| word.to_owned(), |bytes| String::from_utf8_lossy(&bytes).into_owned())
}

#[derive(Default)]
struct State {
    arrived: Vec<Arrived>,
    /// What it says instead of taking a mail.
    refusals: Vec<String>,
    conversations: usize,
}

/// The server. It stops with the process.
pub struct MailServer {
    address: SocketAddr,
    state: Arc<(Mutex<State>, Condvar)>,
}

impl MailServer {
    /// Listens on a free port.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let state = Arc::new((Mutex::new(State::default()), Condvar::new()));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&shared);
                // A client that hangs up in the middle is no failure of the server.
                std::thread::spawn(move || converse(&stream, &shared).ok());
            }
        });
        Self { address, state }
    }

    /// The setting that leads here.
    pub fn setting(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// The next mails are answered so: `451 later`, `550 unknown`; one for each line.
    pub fn refuse(&self, lines: &[&str]) {
        self.lock().refusals = lines.iter().rev().map(|line| (*line).to_owned()).collect();
    }

    /// What arrived so far.
    pub fn arrived(&self) -> Vec<Arrived> {
        self.lock().arrived.clone()
    }

    /// How often somebody began to talk.
    pub fn conversations(&self) -> usize {
        self.lock().conversations
    }

    /// Waits until so many mails arrived, and gives them; stops the test where they do not come.
    pub fn wait_for(&self, many: usize) -> Vec<Arrived> {
        let (_, changed) = &*self.state;
        let (state, waited) = changed
            .wait_timeout_while(self.lock(), Duration::from_secs(20), |state| state.arrived.len() < many)
            .unwrap_or_else(PoisonError::into_inner);
        assert!(!waited.timed_out(), "{} mails arrived, not {many}", state.arrived.len());
        state.arrived.clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn converse(stream: &TcpStream, shared: &(Mutex<State>, Condvar)) -> std::io::Result<()> {
    let (state, changed) = shared;
    let lock = || state.lock().unwrap_or_else(PoisonError::into_inner);
    lock().conversations += 1;
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream);
    let mut to = String::new();
    out.write_all(b"220 localhost ESMTP\r\n")?;
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let command = line.split([' ', '\r']).next().unwrap_or_default().to_uppercase();
        let refusal = if command == "RCPT" { lock().refusals.pop() } else { None };
        let answer = match (refusal, command.as_str()) {
            (Some(refusal), _) => refusal,
            (None, "EHLO") => "250-localhost\r\n250 8BITMIME".to_owned(),
            (None, "RCPT") => {
                line.split(['<', '>']).nth(1).unwrap_or_default().clone_into(&mut to);
                "250 ok".to_owned()
            }
            (None, "DATA") => {
                out.write_all(b"354 go on\r\n")?;
                let raw = data(&mut lines)?;
                lock().arrived.push(Arrived { to: to.clone(), raw });
                changed.notify_all();
                "250 taken".to_owned()
            }
            (None, "QUIT") => {
                out.write_all(b"221 bye\r\n")?;
                return Ok(());
            }
            (None, "HELO" | "MAIL" | "RSET" | "NOOP") => "250 ok".to_owned(),
            _ => "502 not here".to_owned(),
        };
        out.write_all(format!("{answer}\r\n").as_bytes())?;
    }
}

/// The mail, until the line with one dot; the dots that were doubled on the way are single again.
fn data(lines: &mut impl BufRead) -> std::io::Result<String> {
    let mut raw = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 || line == ".\r\n" {
            return Ok(raw);
        }
        raw.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
