//! Member organisations one by one: `organisation add`, and the list of them.

use diesel::prelude::*;
use model::Organisation;

use crate::network::add_organisation;
use crate::schema::organisations;
use crate::{Error, Store};

impl Store {
    /// Adds a member organisation at the end of the list. `Conflict` where its code is there.
    pub fn add_organisation(&self, organisation: Organisation) -> Result<(), Error> {
        self.writer()
            .send_alone(move |writing| {
                let present: i64 = organisations::table
                    .filter(organisations::code.eq(organisation.code.as_str()))
                    .count()
                    .get_result(writing.db)?;
                if present > 0 {
                    return Err(Error::Conflict(format!("organisation {} exists", organisation.code)));
                }
                add_organisation(writing, &organisation)
            })?
            .wait()
    }

    /// The member organisations, in the order of the network.
    pub fn organisations(&self) -> Result<Vec<Organisation>, Error> {
        self.read(crate::view::load_organisations)
    }
}
