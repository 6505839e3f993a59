//! The terminal: results on standard output, everything else on standard error.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Prints one line of a result.
#[expect(clippy::print_stdout, reason = "this is where results are printed")]
pub fn say(line: &str) {
    println!("{line}");
}

/// Prints one line about the work.
#[expect(clippy::print_stderr, reason = "this is where everything else is printed")]
pub fn note(line: &str) {
    eprintln!("{line}");
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
