//! The terminal: results on standard output, everything else on standard error.

use std::io::{BufWriter, ErrorKind, StdoutLock, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

/// Prints one line of a result.
///
/// A reader that went away ends the program quietly; a full disk ends it as unavailable.
pub fn say(line: &str) {
    written(writeln!(std::io::stdout().lock(), "{line}"));
}

fn written(outcome: std::io::Result<()>) {
    if let Err(error) = outcome {
        std::process::exit(if error.kind() == ErrorKind::BrokenPipe { 0 } else { 3 });
    }
}

/// Many lines of a result, written together; what is left is written when it is dropped.
pub struct Results(BufWriter<StdoutLock<'static>>);

impl Results {
    pub fn new() -> Self {
        Self(BufWriter::new(std::io::stdout().lock()))
    }

    /// One line of JSON.
    pub fn json(&mut self, value: &impl Serialize) {
        let line = serde_json::to_writer(&mut self.0, value).map_err(std::io::Error::from);
        written(line.and_then(|()| self.0.write_all(b"\n")));
    }

    /// Writes what was held back.
    pub fn flush(&mut self) {
        written(self.0.flush());
    }
}

impl Drop for Results {
    fn drop(&mut self) {
        self.flush();
    }
}

/// Prints one line about the work.
pub fn note(line: &str) {
    // Where even this cannot be written, nobody is left to tell.
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Prints why a command could not do its work.
pub fn complain(line: &str) {
    note(&format!("megafoon: {line}"));
}

/// A progress bar over `length` steps, or one that only counts where the length is not known. Shown only when
/// standard error is a terminal.
pub fn progress(title: &str, length: Option<u64>) -> ProgressBar {
    let bar = match length {
        Some(length) => ProgressBar::new(length),
        None => ProgressBar::no_length(),
    };
    bar.set_draw_target(ProgressDrawTarget::stderr());
    let template =
        if length.is_some() { "{msg} [{bar:30}] {human_pos}/{human_len} {eta}" } else { "{msg} {human_pos}" };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_message(title.to_owned());
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
