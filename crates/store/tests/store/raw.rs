//! What an intruder with access to the database could do: SQL past the store.

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::sqlite::SqliteConnection;
use testkit::Database;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    text: String,
}

fn sqlite(database: &Database) -> SqliteConnection {
    let file = database.url().trim_start_matches("sqlite://");
    SqliteConnection::establish(file).unwrap_or_else(|error| unreachable!("the file opens: {error}"))
}

fn postgres(database: &Database) -> PgConnection {
    PgConnection::establish(database.url())
        .unwrap_or_else(|error| unreachable!("the server answers: {error}"))
}

/// Executes statements.
pub fn execute(database: &Database, statements: &str) {
    let outcome = if database.is_sqlite() {
        sqlite(database).batch_execute(statements)
    } else {
        postgres(database).batch_execute(statements)
    };
    assert_eq!(outcome, Ok(()));
}

/// The column `text` of a query.
pub fn texts(database: &Database, query: &str) -> Vec<String> {
    let query = diesel::sql_query(query);
    let lines: QueryResult<Vec<Line>> = if database.is_sqlite() {
        query.load(&mut sqlite(database))
    } else {
        query.load(&mut postgres(database))
    };
    lines
        .map(|lines| lines.into_iter().map(|line| line.text).collect())
        .unwrap_or_else(|error| unreachable!("the query is well-formed: {error}"))
}
