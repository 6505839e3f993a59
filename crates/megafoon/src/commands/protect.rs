//! `protect`: a plan with its records in, protected tables out.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use figures::{Limits, PlanError, Request, RequestError, Witnesses};
use wording::args;

use crate::cli::Protect;
use crate::commands::Context;
use crate::console::Results;
use crate::failure::{Failure, Outcome};
use crate::output::Output;

pub fn run(context: &Context, protect: &Protect) -> Result<Outcome, Failure> {
    let say = |key: &str| context.wording.say(key, &args![]);
    let input = super::input(protect.file.as_deref())?;
    let request: Request = serde_json::from_reader(input).map_err(|error| {
        let (line, column) = (error.line() as u64, error.column() as u64);
        Failure::Usage(context.wording.say("protect-wrong-file", &args![line = line, column = column]))
    })?;
    let begun = Instant::now();
    let allowed = protect.time_limit.map(Duration::from_secs);
    let stop = || allowed.is_some_and(|allowed| begun.elapsed() > allowed);
    let limits = Limits { programs: protect.max_programs, stop: &stop };
    let mut answer = request.protect(&limits).map_err(|error| failure(context, &error))?;
    if answer.is_empty() {
        return Err(Failure::Wrong(say("protect-not-safe")));
    }
    answer.audit.seconds = begun.elapsed().as_secs_f64();
    if let Some(path) = &protect.witnesses {
        write(path, answer.witnesses())
            .map_err(|error| Failure::Unavailable(format!("{}: {}", path.display(), error.kind())))?;
    }
    Results::new().json(&answer);
    Ok(Outcome::Done)
}

fn write(path: &Path, witnesses: &Witnesses) -> std::io::Result<()> {
    let output = Output::begin(path)?;
    let mut file = BufWriter::new(output.file());
    serde_json::to_writer(&mut file, witnesses)?;
    file.write_all(b"\n")?;
    file.flush()?;
    drop(file);
    output.finish()
}

fn failure(context: &Context, error: &RequestError) -> Failure {
    let wording = context.wording;
    match error {
        RequestError::Limits => Failure::Wrong(wording.say("protect-not-safe", &args![])),
        RequestError::Schema(schema) => {
            Failure::Usage(wording.say("protect-schema", &args![schema = u64::from(*schema)]))
        }
        RequestError::Period => Failure::Usage(wording.say("protect-period", &args![])),
        RequestError::Record(number, dimension) => Failure::Usage(
            wording
                .say("protect-wrong-record", &args![record = *number as u64, dimension = dimension.as_str()]),
        ),
        RequestError::Count(number) => {
            Failure::Usage(wording.say("protect-wrong-count", &args![record = *number as u64]))
        }
        RequestError::Organisation(number) => {
            Failure::Usage(wording.say("protect-no-organisation", &args![record = *number as u64]))
        }
        RequestError::Plan(error) => Failure::Usage(plan_failure(context, error)),
    }
}

/// Why a plan cannot be published from.
pub fn plan_failure(context: &Context, error: &PlanError) -> String {
    let (key, name) = match error {
        PlanError::Dimension(name) => ("protect-plan-dimension", name),
        PlanError::Multiple(name) => ("protect-plan-multiple", name),
        PlanError::Within(name) => ("protect-plan-within", name),
        PlanError::Table(name) => ("protect-plan-table", name),
        PlanError::OverlappingGroups(name) => ("protect-plan-groups", name),
        PlanError::Forbidden(name) => ("protect-plan-forbidden", name),
        PlanError::Repeated(name) => ("protect-plan-repeated", name),
        PlanError::Cyclic(name) => ("protect-plan-cyclic", name),
        PlanError::TooLarge(name) => ("protect-plan-large", name),
    };
    context.wording.say(key, &args![name = name.as_str()])
}
