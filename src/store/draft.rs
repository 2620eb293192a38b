//! Drafts: the state of the screens after the last key, written without waiting for the disk.

use rusqlite::{OptionalExtension, params};

use super::{Failure, Store};

impl Store {
    /// Keeps a draft under a name; it survives the end of the process, not of the machine.
    pub fn keep_draft(&self, name: &str, content: &str) -> Result<(), Failure> {
        self.connection
            .prepare_cached(
                "INSERT INTO draft (name, content) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET content = excluded.content",
            )?
            .execute(params![name, content])?;
        Ok(())
    }

    /// Returns the numbers of the desks that keep something under a name; that of the first has no number behind it.
    pub fn desks_with(&self, name: &str) -> Result<Vec<i64>, Failure> {
        let sql = "SELECT name FROM draft WHERE name >= ?1 AND name < ?1 || ':' AND content != ''";
        let mut statement = self.connection.prepare_cached(sql)?;
        let names = statement.query_map([name], |row| row.get::<_, String>(0))?;
        let mut desks = Vec::new();
        for found in names {
            let found = found?;
            let number = found.strip_prefix(name).unwrap_or_default();
            desks.extend(if number.is_empty() {
                Some(1)
            } else {
                number.parse().ok()
            });
        }
        Ok(desks)
    }

    /// Returns the draft under a name.
    pub fn draft(&self, name: &str) -> Result<Option<String>, Failure> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT content FROM draft WHERE name = ?1")?;
        Ok(statement.query_row([name], |row| row.get(0)).optional()?)
    }
}
