//! `export signals`.

use std::io::{BufWriter, Write};

use exchange::{CsvForm, SignalFormat, SignalWriter, WriteProblem};
use model::Code;
use store::{ExportFilter, Store};
use wording::args;

use crate::cli::{Export, ExportSignals, Format};
use crate::commands::Context;
use crate::console;
use crate::failure::{Failure, Outcome};
use crate::output::Output;

pub fn run(context: &Context, export: &Export) -> Result<Outcome, Failure> {
    let Export::Signals(signals) = export;
    let organisation = match &signals.organisation {
        Some(code) => Some(
            Code::parse(code)
                .map_err(|_| Failure::Usage(context.wording.say("error-not-found", &args![what = code])))?,
        ),
        None => None,
    };
    let store = context.existing_store()?;
    let filter = ExportFilter { organisation, observed: None };
    let format = match (signals.format, signals.for_spreadsheet) {
        (Format::Csv, false) => SignalFormat::Csv(CsvForm::Plain),
        (Format::Csv, true) => SignalFormat::Csv(CsvForm::Spreadsheet),
        (Format::Xlsx, _) => SignalFormat::Xlsx,
        (Format::Json, _) => SignalFormat::Json,
    };
    match &signals.out {
        Some(path) => {
            let unwritable = |_| disk(context, signals);
            let output = Output::begin(path).map_err(unwritable)?;
            let count = write(context, &store, &filter, format, BufWriter::new(output.file()), signals)?;
            output.finish().map_err(unwritable)?;
            let file = path.display().to_string();
            console::note(&context.wording.say("export-done", &args![count = count, file = file]));
        }
        None => {
            write(context, &store, &filter, format, BufWriter::new(std::io::stdout()), signals)?;
        }
    }
    Ok(Outcome::Done)
}

fn write<W: Write + Send>(
    context: &Context,
    store: &Store,
    filter: &ExportFilter,
    format: SignalFormat,
    sink: W,
    signals: &ExportSignals,
) -> Result<u64, Failure> {
    let failed = |problem: WriteProblem| match problem {
        WriteProblem::Io(_) => disk(context, signals),
        other => Failure::Wrong(other.to_string()),
    };
    let mut writer = SignalWriter::new(format, sink).map_err(failed)?;
    let mut refused = None;
    let bar = console::progress("", None);
    let exported = store.export_signals(filter, &mut |submission| {
        bar.inc(1);
        writer.write(submission).map_err(|problem| {
            refused = Some(problem);
            store::Error::Unavailable("the export was stopped".to_owned())
        })
    });
    bar.finish_and_clear();
    if let Some(problem) = refused {
        return Err(failed(problem));
    }
    let count = exported.map_err(|error| context.failed(&error))?;
    writer.finish().map_err(failed)?.flush().map_err(|_| disk(context, signals))?;
    Ok(count)
}

fn disk(context: &Context, signals: &ExportSignals) -> Failure {
    let place = signals.out.as_ref().map_or_else(|| "-".to_owned(), |path| path.display().to_string());
    Failure::Unavailable(context.wording.say("disk-unavailable", &args![directory = place]))
}
