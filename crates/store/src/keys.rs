//! Secrets of the network: drawn once, kept in the database, the same for every server on it.

use diesel::prelude::*;

use crate::db::Db;
use crate::schema::secrets;
use crate::writer::Writing;
use crate::{Error, Store};

/// The longest secret that is drawn.
const LONGEST: usize = 64;

impl Store {
    /// The secret of this name: the first to ask draws it, of so many bytes (at most 64).
    ///
    /// `Conflict` where it was drawn with another length.
    pub fn secret(&self, name: &str, length: usize) -> Result<Vec<u8>, Error> {
        if length == 0 || length > LONGEST {
            return Err(Error::Conflict("a secret has 1 to 64 bytes".to_owned()));
        }
        // Apart from the store's own keys, such as the one under the digests.
        let name = format!("service/{name}");
        let secret = match self.read(|db| kept(db, &name))? {
            Some(secret) => secret,
            None => self.writer().send_alone(move |writing| draw(writing, &name, length))?.wait()?,
        };
        if secret.len() == length {
            Ok(secret)
        } else {
            Err(Error::Conflict("the secret has another length".to_owned()))
        }
    }
}

fn kept(db: &mut Db, name: &str) -> Result<Option<Vec<u8>>, Error> {
    Ok(secrets::table.find(name).select(secrets::value).first(db).optional()?)
}

fn draw(writing: &mut Writing<'_>, name: &str, length: usize) -> Result<Vec<u8>, Error> {
    // Another may have drawn it since it was looked for.
    if let Some(secret) = kept(writing.db, name)? {
        return Ok(secret);
    }
    let mut secret = writing.random::<LONGEST>().to_vec();
    secret.truncate(length);
    diesel::insert_into(secrets::table)
        .values((secrets::name.eq(name), secrets::value.eq(&secret)))
        .execute(writing.db)?;
    Ok(secret)
}
