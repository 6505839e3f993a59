//! `megafoon`: the one binary. Command line, settings, and the wiring between the crates.
//!
//! Results go to standard output, everything else to standard error. Exit codes: 0 done; 1 the work found
//! something wrong; 2 wrong usage or settings; 3 database or disk unavailable.

mod cli;
mod commands;
mod console;
mod failure;
mod output;
mod settings;
mod surroundings;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    match commands::run(&arguments) {
        Ok(outcome) => ExitCode::from(outcome.code()),
        Err(failure) => {
            console::complain(failure.message());
            ExitCode::from(failure.code())
        }
    }
}
