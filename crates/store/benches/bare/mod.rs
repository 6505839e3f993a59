//! The reference: a bare loop of single inserts, each durable before the next, on the same kind of database.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Binary, Text};
use model::Submission;
use testkit::{Database, submission};
use uuid::Uuid;

/// How long each measurement lasts.
pub const LASTS: Duration = Duration::from_secs(4);

/// Single durable inserts per second, of rows as long as a signal.
pub fn inserts(database: &Database) -> f64 {
    if database.is_sqlite() { bare_sqlite(database) } else { bare_postgres(database) }
}

/// A signal of `alfa`, some 600 characters long, distinguished by a number. It is written in letters: in digits the
/// screening would take it for a telephone number.
pub fn words(number: u128) -> Submission {
    let mut words = submission("alfa", "", "2024-05");
    let letters: String = format!("{number:x}").bytes().map(|digit| char::from(b'g' + digit % 16)).collect();
    words.problem = format!("{} {letters}", words.problem.repeat(5));
    words
}

const BARE: &str = "CREATE TABLE bare (id BLOB PRIMARY KEY, words TEXT)";
const BARE_POSTGRES: &str = "CREATE TABLE bare (id bytea PRIMARY KEY, words text)";

fn bare_sqlite(database: &Database) -> f64 {
    let file = database.folder().join("bare.db");
    let mut connection = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
    connection.batch_execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL").unwrap();
    connection.batch_execute(BARE).unwrap();
    bare(|id, words| {
        let insert = diesel::sql_query("INSERT INTO bare VALUES (?, ?)");
        insert.bind::<Binary, _>(id).bind::<Text, _>(words).execute(&mut connection).unwrap();
    })
}

fn bare_postgres(database: &Database) -> f64 {
    let mut connection = PgConnection::establish(database.url()).unwrap();
    connection.batch_execute(BARE_POSTGRES).unwrap();
    let rate = bare(|id, words| {
        let insert = diesel::sql_query("INSERT INTO bare VALUES ($1, $2)");
        insert.bind::<Binary, _>(id).bind::<Text, _>(words).execute(&mut connection).unwrap();
    });
    connection.batch_execute("DROP TABLE bare").unwrap();
    rate
}

/// Single durable inserts per second.
fn bare(mut insert: impl FnMut(Vec<u8>, String)) -> f64 {
    let begin = Instant::now();
    let mut count = 0_u128;
    while begin.elapsed() < LASTS {
        count += 1;
        insert(Uuid::from_u128(count).as_bytes().to_vec(), words(count).problem);
    }
    count as f64 / begin.elapsed().as_secs_f64()
}
