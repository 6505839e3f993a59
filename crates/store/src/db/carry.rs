//! Carrying all rows from one database to another, whichever they are: each row travels as a JSON array.

use std::path::Path;

use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel::sqlite::SqliteConnection;

use super::Db;
use crate::Error;

/// Every table, each after those it refers to.
const TABLES: [&str; 49] = [
    "secrets",
    "events",
    "chain_head",
    "texts",
    "text_versions",
    "network",
    "domains",
    "rights",
    "organisations",
    "offices",
    "editions",
    "consents",
    "imports",
    "signals",
    "same_cases",
    "structural_signals",
    "structural_members",
    "recognitions",
    "chapters",
    "agreements",
    "recommendations",
    "answers",
    "verdicts",
    "frozen_records",
    "frozen_parts",
    "frozen_topics",
    "accounts",
    "sessions",
    "links",
    "api_tokens",
    "filing_cards",
    "filings",
    "drafts",
    "messages",
    "reasons",
    "recognition_proposals",
    "recognitions_waiting",
    "weighings",
    "postponements",
    "saved_filters",
    "clearances",
    "chapter_authors",
    "dots",
    "agreement_rounds",
    "actions",
    "agreement_links",
    "forums",
    "forum_topics",
    "lexicon_words",
];

/// Rows that travel together: at most so many, and of about so many bytes.
const BATCH_ROWS: usize = 1_000;
const BATCH_BYTES: usize = 4 << 20;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Copies every table into a database that has the tables and no rows; inside the target's transaction.
pub(crate) fn copy_tables(source: &mut Db, target: &mut Db) -> Result<(), Error> {
    for table in TABLES {
        if table == "chain_head" {
            // Every database is born with the head of an empty chain.
            execute(target, "DELETE FROM chain_head")?;
        }
        if count(target, table)? > 0 {
            return Err(Error::Conflict("the database holds something already".to_owned()));
        }
        copy_table(source, target, table)?;
    }
    // The search does not travel: the other database keeps it in another way, and the service fills it anew.
    execute(target, "UPDATE signals SET search_row = NULL WHERE search_row IS NOT NULL")?;
    execute(target, "INSERT INTO search_waiting (signal_id) SELECT id FROM signals")
}

fn copy_table(source: &mut Db, target: &mut Db, table: &str) -> Result<(), Error> {
    let columns = columns(source, target, table)?;
    let insert = insert_statement(target, table, &columns);
    let mut batch = String::from("[");
    let mut rows = 0;
    let mut store = |batch: &mut String, rows: &mut usize| -> Result<(), Error> {
        batch.push(']');
        let filled = std::mem::replace(batch, String::from("["));
        *rows = 0;
        let query = diesel::sql_query(insert.clone()).bind::<Text, _>(filled);
        match target {
            Db::Postgres(c) => query.execute(c)?,
            Db::Sqlite(c) => query.execute(c)?,
        };
        Ok(())
    };
    each_line(source, &select_statement(source, table, &columns), &mut |line| {
        if rows > 0 {
            batch.push(',');
        }
        batch.push_str(line);
        rows += 1;
        if rows >= BATCH_ROWS || batch.len() >= BATCH_BYTES { store(&mut batch, &mut rows) } else { Ok(()) }
    })?;
    if rows > 0 { store(&mut batch, &mut rows) } else { Ok(()) }
}

fn each_line(
    source: &mut Db,
    query: &str,
    each: &mut dyn FnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    let query = diesel::sql_query(query);
    match source {
        Db::Postgres(c) => {
            for line in query.load_iter::<Line, PgRowByRowLoadingMode>(c)? {
                each(&line?.line)?;
            }
        }
        Db::Sqlite(c) => {
            for line in query.load_iter::<Line, DefaultLoadingMode>(c)? {
                each(&line?.line)?;
            }
        }
    }
    Ok(())
}

/// The columns of a table with their declared types, as the one of the two that is SQLite tells them.
fn columns(source: &mut Db, target: &mut Db, table: &str) -> Result<Vec<Column>, Error> {
    let query = diesel::sql_query("SELECT name, upper(type) AS kind FROM pragma_table_info(?) ORDER BY cid")
        .bind::<Text, _>(table.to_owned());
    match (source, target) {
        (Db::Sqlite(c), _) | (_, Db::Sqlite(c)) => Ok(query.load(c)?),
        _ => Err(Error::Broken("neither of two databases is SQLite".to_owned())),
    }
}

fn select_statement(source: &Db, table: &str, columns: &[Column]) -> String {
    let values = columns.iter().map(|Column { name, kind }| match (source, kind.as_str()) {
        (Db::Postgres(_), "BLOB") => format!("encode({name}, 'hex')"),
        (Db::Postgres(_), "UUID") => format!("replace({name}::text, '-', '')"),
        (Db::Sqlite(_), "BLOB" | "UUID") => {
            format!("CASE WHEN {name} IS NULL THEN NULL ELSE hex({name}) END")
        }
        (Db::Sqlite(_), "BOOLEAN") => format!("json(CASE WHEN {name} THEN 'true' ELSE 'false' END)"),
        _ => name.clone(),
    });
    let values = values.collect::<Vec<_>>().join(", ");
    match source {
        Db::Postgres(_) => format!("SELECT json_build_array({values})::text AS line FROM {table}"),
        Db::Sqlite(_) => format!("SELECT json_array({values}) AS line FROM {table}"),
    }
}

fn insert_statement(target: &Db, table: &str, columns: &[Column]) -> String {
    let names = columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ");
    let values = columns.iter().enumerate().map(|(at, Column { kind, .. })| match (target, kind.as_str()) {
        (Db::Postgres(_), "BLOB") => format!("decode(line->>{at}, 'hex')"),
        (Db::Postgres(_), "UUID") => format!("(line->>{at})::uuid"),
        (Db::Postgres(_), "BOOLEAN") => format!("(line->>{at})::boolean"),
        (Db::Postgres(_), "DATE") => format!("(line->>{at})::date"),
        (Db::Postgres(_), "INTEGER" | "BIGINT") => format!("(line->>{at})::bigint"),
        (Db::Postgres(_), _) => format!("line->>{at}"),
        (Db::Sqlite(_), "BLOB" | "UUID") => format!("unhex(json_extract(value, '$[{at}]'))"),
        (Db::Sqlite(_), _) => format!("json_extract(value, '$[{at}]')"),
    });
    let values = values.collect::<Vec<_>>().join(", ");
    match target {
        Db::Postgres(_) => {
            format!(
                "INSERT INTO {table} ({names}) SELECT {values} FROM json_array_elements($1::json) AS lines (line)"
            )
        }
        Db::Sqlite(_) => format!("INSERT INTO {table} ({names}) SELECT {values} FROM json_each(?)"),
    }
}

fn execute(db: &mut Db, statement: &str) -> Result<(), Error> {
    match db {
        Db::Postgres(c) => c.batch_execute(statement)?,
        Db::Sqlite(c) => c.batch_execute(statement)?,
    }
    Ok(())
}

fn count(db: &mut Db, table: &str) -> Result<i64, Error> {
    let query = diesel::sql_query(format!("SELECT count(*) AS count FROM {table}"));
    let counted: Count = match db {
        Db::Postgres(c) => query.get_result(c)?,
        Db::Sqlite(c) => query.get_result(c)?,
    };
    Ok(counted.count)
}

/// Opens a backup to read it: it stays one file, as it is.
pub(crate) fn open_file(file: &Path) -> Result<Db, Error> {
    if !file.is_file() {
        return Err(Error::NotFound("the backup file".to_owned()));
    }
    let name =
        file.to_str().ok_or_else(|| Error::Conflict("the path of the backup is not UTF-8".to_owned()))?;
    let mut connection = SqliteConnection::establish(name)
        .map_err(|_| Error::Unavailable("the backup file cannot be opened".to_owned()))?;
    connection
        .batch_execute("PRAGMA query_only = ON; PRAGMA temp_store = MEMORY")
        .map_err(|_| not_a_backup())?;
    Ok(Db::Sqlite(connection))
}

/// Whether the pages of the file are whole and every reference is met.
pub(crate) fn check_file(db: &mut Db) -> Result<(), Error> {
    let Db::Sqlite(connection) = db else { return Err(not_a_backup()) };
    let lines: Vec<Line> = diesel::sql_query("SELECT integrity_check AS line FROM pragma_integrity_check")
        .load(connection)
        .map_err(|_| not_a_backup())?;
    if lines.iter().any(|line| line.line != "ok") {
        return Err(Error::Broken("the backup file is damaged".to_owned()));
    }
    let missing: Count =
        diesel::sql_query("SELECT count(*) AS count FROM pragma_foreign_key_check").get_result(connection)?;
    if missing.count > 0 {
        return Err(Error::Broken("rows of the backup refer to rows that are not there".to_owned()));
    }
    let heads = diesel::sql_query("SELECT count(*) AS count FROM chain_head").get_result::<Count>(connection);
    if heads.map_or(0, |heads| heads.count) == 1 { Ok(()) } else { Err(not_a_backup()) }
}

fn not_a_backup() -> Error {
    Error::Broken("not a backup of this program".to_owned())
}

/// Copies a SQLite database into a new file, as it is at this moment, without what was deleted.
pub(crate) fn copy_file(db: &mut Db, to: &Path) -> Result<(), Error> {
    let Db::Sqlite(connection) = db else { return Err(Error::Broken("not a SQLite database".to_owned())) };
    let to = to.to_str().ok_or_else(|| Error::Conflict("the path of the copy is not UTF-8".to_owned()))?;
    connection.batch_execute("PRAGMA query_only = OFF")?;
    diesel::sql_query("VACUUM INTO ?").bind::<Text, _>(to.to_owned()).execute(connection)?;
    Ok(())
}

/// Leaves one file behind, without a write-ahead log beside it.
pub(crate) fn close_file(db: Db) -> Result<(), Error> {
    let Db::Sqlite(mut connection) = db else {
        return Err(Error::Broken("not a SQLite database".to_owned()));
    };
    connection.batch_execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")?;
    Ok(())
}
