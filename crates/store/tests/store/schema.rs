//! The two databases have the same tables, and go up, down and up again.

use crate::raw;
use std::collections::BTreeMap;

use store::Store;
use testkit::{Database, network, on_each_database, surroundings};

const TABLES_SQLITE: &str = "SELECT name AS text FROM sqlite_master \
    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name";
const TABLES_POSTGRES: &str = "SELECT table_name::text AS text FROM information_schema.tables \
    WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_%' ORDER BY table_name COLLATE \"C\"";

/// Each column as `table.column type null-or-not key-position`, in words both databases share. The words of the search
/// are left out: each database keeps them in its own way.
fn columns(database: &Database) -> Vec<String> {
    let mut lines = if database.is_sqlite() {
        raw::texts(
            database,
            "SELECT m.name || '.' || c.name || ' ' || lower(c.type) || ' ' || \
                CASE WHEN c.\"notnull\" THEN 'filled' ELSE 'nullable' END || ' ' || c.pk AS text \
             FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' \
                AND m.name NOT LIKE 'search_words%'",
        )
    } else {
        raw::texts(
            database,
            "SELECT c.table_name || '.' || c.column_name || ' ' || c.udt_name || ' ' || \
                CASE WHEN c.is_nullable = 'NO' THEN 'filled' ELSE 'nullable' END || ' ' || \
                coalesce((SELECT array_position(i.indkey::int[], c.ordinal_position::int) + 1 FROM pg_index i \
                    WHERE i.indrelid = c.table_name::regclass AND i.indisprimary), 0) AS text \
             FROM information_schema.columns c \
             WHERE c.table_schema = 'public' AND c.table_name NOT LIKE '\\_\\_%' AND c.table_name <> 'search_words'",
        )
    };
    let words =
        BTreeMap::from([("int4", "integer"), ("int8", "bigint"), ("bool", "boolean"), ("bytea", "blob")]);
    for line in &mut lines {
        let mut parts: Vec<&str> = line.split(' ').collect();
        if let Some(word) = words.get(parts[1]) {
            parts[1] = word;
        }
        // The one column that SQLite numbers by itself has to be called so; it is as wide.
        if parts[0] == "events.sequence" {
            parts[1] = "bigint";
        }
        *line = parts.join(" ");
    }
    lines.sort();
    lines
}

/// Each index of our own: name, table, whether unique.
fn indexes(database: &Database) -> Vec<String> {
    if database.is_sqlite() {
        raw::texts(
            database,
            "SELECT m.name || ' ' || m.tbl_name || ' ' || i.\"unique\" || ' ' || i.partial AS text \
             FROM sqlite_master m, pragma_index_list(m.tbl_name) i \
             WHERE m.type = 'index' AND m.sql IS NOT NULL AND i.name = m.name ORDER BY m.name",
        )
    } else {
        raw::texts(
            database,
            "SELECT c.relname || ' ' || t.relname || ' ' || i.indisunique::int || ' ' || \
                (i.indpred IS NOT NULL)::int AS text \
             FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid \
             WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) \
                AND t.relnamespace = 'public'::regnamespace AND t.relname NOT LIKE '\\_\\_%' \
                AND t.relname <> 'search_words' \
             ORDER BY c.relname COLLATE \"C\"",
        )
    }
}

/// How many references each table makes, by the table they lead to.
fn references(database: &Database) -> Vec<String> {
    let mut lines = if database.is_sqlite() {
        raw::texts(
            database,
            "SELECT DISTINCT m.name || ' ' || k.\"table\" || ' ' || k.id || ' ' AS text FROM sqlite_master m, \
             pragma_foreign_key_list(m.name) k WHERE m.type = 'table'",
        )
    } else {
        raw::texts(
            database,
            "SELECT t.relname || ' ' || f.relname || ' ' || k.oid AS text FROM pg_constraint k \
             JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid WHERE k.contype = 'f'",
        )
    };
    for line in &mut lines {
        *line = line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    }
    lines.sort();
    lines
}

#[test]
fn both_databases_have_the_same_columns_keys_indexes_and_references() {
    let seen = std::sync::Mutex::new(Vec::new());
    on_each_database("parity", |database| {
        drop(database.open());
        seen.lock().unwrap().push((columns(database), indexes(database), references(database)));
    });
    let seen = seen.into_inner().unwrap();
    assert!(seen[0].0.len() > 100 && seen[0].1.len() >= 4 && seen[0].2.len() > 20);
    for other in &seen[1..] {
        assert_eq!(seen[0], *other);
    }
}

#[test]
fn migrations_have_the_same_names_for_both() {
    let [sqlite, postgres] = store::migration_names().unwrap();
    assert!(!sqlite.is_empty());
    assert_eq!(sqlite, postgres);
}

#[test]
fn the_tables_go_up_down_and_up_again() {
    on_each_database("up_down_up", |database| {
        let tables =
            || raw::texts(database, if database.is_sqlite() { TABLES_SQLITE } else { TABLES_POSTGRES });
        store::migrate(database.url()).unwrap();
        let first = tables();
        assert!(first.len() > 20);
        database.open().import_network(&network()).unwrap();
        store::revert_all(database.url()).unwrap();
        assert!(tables().is_empty());
        store::migrate(database.url()).unwrap();
        assert_eq!(tables(), first);
        assert_eq!(database.open().network().unwrap().organisations, []);
    });
}

#[test]
fn the_words_of_answers_that_go_on_the_way_down_go_with_them() {
    on_each_database("answers_down", |database| {
        let store = database.open();
        let edition = model::EditionNumber(1);
        let chapter = testkit::structural_signal("no-address", 1, &[]);
        store.import_network(&model::Network { structural_signals: vec![chapter], ..network() }).unwrap();
        let by = crate::people::new("nc@network.example", None, &[model::Role::NetworkCoordinator]);
        let by = store.add_account(by, None).unwrap();
        store.freeze(edition, &mut |_, _, parts| parts.write(b"frozen")).unwrap();
        store.mark_published(edition, 1, "aa").unwrap();
        let id = store.structural_signals().unwrap()[0].id;
        for recommendation in [None, Some(1)] {
            let answer = model::Answer {
                authority: model::Authority::Municipality,
                edition,
                state: model::AnswerState::Study,
                date: Some(testkit::today()),
                text: model::Localised { nl: format!("Antwoord {recommendation:?}"), ..Default::default() },
                recommendation,
                office: None,
            };
            store.answer(id, answer, by).unwrap();
        }
        drop(store);
        let count = |table: &str| {
            let all = format!(
                "SELECT CAST(count(*) AS TEXT) AS text FROM {table} WHERE text_id IN \
                 (SELECT id FROM texts WHERE kind = 'answer')"
            );
            raw::texts(database, &all).remove(0)
        };
        assert_eq!((count("answers"), count("text_versions")), ("2".to_owned(), "2".to_owned()));
        let down = if database.is_sqlite() {
            include_str!("../../../../migrations/sqlite/0012_answers/down.sql")
        } else {
            include_str!("../../../../migrations/postgresql/0012_answers/down.sql")
        };
        raw::execute(database, down);
        assert_eq!((count("answers"), count("text_versions")), ("1".to_owned(), "1".to_owned()));
        let texts = "SELECT kind AS text FROM texts WHERE kind = 'answer'";
        assert_eq!(raw::texts(database, texts).len(), 1, "the one of the answer that stays");
    });
}

#[test]
fn anything_but_the_two_urls_is_refused() {
    for url in ["megafoon.db", "sqlite:megafoon.db", "sqlite://", "sqlite://:memory:", "mysql://host/db", ""]
    {
        let outcome = Store::open(url, surroundings(1)).map(|_| ());
        assert!(matches!(outcome, Err(store::Error::Conflict(_))), "{url}");
    }
}

#[test]
fn a_password_in_a_url_is_not_repeated_in_an_error() {
    let outcome = Store::open("postgres://user:geheim@127.0.0.1:1/none", surroundings(1)).map(|_| ());
    let error = outcome.unwrap_err();
    assert!(matches!(error, store::Error::Unavailable(_)));
    assert!(!error.to_string().contains("geheim"));
}
