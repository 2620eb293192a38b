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

    /// Returns the draft under a name.
    pub fn draft(&self, name: &str) -> Result<Option<String>, Failure> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT content FROM draft WHERE name = ?1")?;
        Ok(statement.query_row([name], |row| row.get(0)).optional()?)
    }
}
