//! `organisation`: the members of the network.

use model::{Code, Localised, Organisation, OrganisationType};
use serde_json::json;
use wording::args;

use crate::cli::Organisation as What;
use crate::commands::Context;
use crate::failure::{Failure, Outcome};

pub fn run(context: &Context, what: &What) -> Result<Outcome, Failure> {
    match what {
        What::Add { code, nl, fr, en, kind } => {
            let (Ok(code), Ok(kind)) = (Code::parse(code), OrganisationType::parse(kind)) else {
                return Err(Failure::Usage(context.wording.say("user-unknown-code", &args![])));
            };
            let name = Localised { nl: nl.clone(), fr: fr.clone(), en: en.clone() };
            context
                .existing_store()?
                .add_organisation(Organisation { code, name, kind })
                .map_err(|error| context.failed(&error))?;
        }
        What::List => {
            let organisations =
                context.existing_store()?.organisations().map_err(|error| context.failed(&error))?;
            let language = context.wording.language();
            let lines: Vec<String> = organisations
                .iter()
                .map(|o| format!("{}\t{}\t{}", o.code, o.name.get_or_fallback(language), o.kind.code()))
                .collect();
            context.report(&json!(organisations), &lines);
        }
    }
    Ok(Outcome::Done)
}
