//! Databases on a PostgreSQL server: made and dropped by whoever runs it, and by tests.

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;

use crate::Error;

/// Makes an empty database on the server behind this URL; the URL of the new database.
pub fn create_database(server: &str, name: &str) -> Result<String, Error> {
    let url = with_database(server, checked(name)?)?;
    connect(server)?.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"))?;
    Ok(url)
}

/// Drops a database with all it holds, and ends who is connected to it.
pub fn drop_database(server: &str, name: &str) -> Result<(), Error> {
    let name = checked(name)?;
    Ok(connect(server)?.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))?)
}

fn connect(server: &str) -> Result<PgConnection, Error> {
    PgConnection::establish(server).map_err(|_| Error::Unavailable("no connection to PostgreSQL".to_owned()))
}

/// A name that needs no quotes: it is part of a statement.
fn checked(name: &str) -> Result<&str, Error> {
    let plain = name.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'_');
    let begins = name.bytes().next().is_some_and(|c| c.is_ascii_lowercase());
    if plain && begins && name.len() <= 63 {
        Ok(name)
    } else {
        Err(Error::Conflict("a database name has other characters than a-z 0-9 _".to_owned()))
    }
}

/// The URL with another database in its path.
fn with_database(server: &str, name: &str) -> Result<String, Error> {
    let unfit = || Error::Conflict("not the URL of a PostgreSQL server".to_owned());
    let rest = server.strip_prefix("postgres://").ok_or_else(unfit)?;
    let (address, options) =
        rest.split_once('?').map_or((rest, None), |(address, options)| (address, Some(options)));
    let host = address.split('/').next().ok_or_else(unfit)?;
    let options = options.map(|options| format!("?{options}")).unwrap_or_default();
    Ok(format!("postgres://{host}/{name}{options}"))
}
