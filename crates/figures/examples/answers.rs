//! Protects each plan that stands on a line of standard input (the form of `megafoon protect`) and writes each answer on
//! a line: what comparisons with other programs talk to.
#![expect(clippy::print_stdout, reason = "a program that answers")]

use std::error::Error;
use std::io::BufRead;

use figures::{Limits, Request};

fn main() -> Result<(), Box<dyn Error>> {
    for line in std::io::stdin().lock().lines() {
        let request: Request = serde_json::from_str(&line?)?;
        let answer = request.protect(&Limits::DEFAULT)?;
        println!("{}", serde_json::to_string(&answer)?);
    }
    Ok(())
}
