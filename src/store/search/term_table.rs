//! Tables of terms (FTS5): rows that are found by the words in them, kept beside the rows that the words come from.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::store::Failure;

/// A table of terms by its name.
pub(crate) struct TermTable(pub(crate) &'static str);

impl TermTable {
    /// Returns how the table is made. A program that finds more names the column anew, so that the tables of earlier ones
    /// (`body`, `terms`, `found_by`) are filled again. The program makes the terms itself, because no tokenizer knows that
    /// đ is found by d. Beginnings up to the longest syllable are kept, so that every letter typed is one look-up.
    fn sql(&self) -> String {
        format!(
            "CREATE VIRTUAL TABLE {} USING fts5(written, content='', contentless_delete=1, detail=none, \
             prefix='1 2 3 4 5 6 7', tokenize='ascii')",
            self.0
        )
    }

    /// Says whether the book has the table, made as this program makes it.
    fn is_made(&self, connection: &Connection) -> Result<bool, Failure> {
        let sql = "SELECT 1 FROM sqlite_schema WHERE name = ?1 AND sql = ?2";
        Ok(connection.prepare(sql)?.exists([self.0, &self.sql()])?)
    }

    /// Makes and fills the table if the book has none, or one of another make, all of it or nothing.
    pub(crate) fn make_if_missing(
        &self,
        connection: &Connection,
        fill: impl FnOnce(&Connection) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        if self.is_made(connection)? {
            return Ok(());
        }
        let whole = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
        // Another program may have made it while this one waited for its turn.
        if !self.is_made(&whole)? {
            let sql = self.sql();
            whole.execute_batch(&format!("DROP TABLE IF EXISTS {}; {sql}", self.0))?;
            fill(&whole)?;
        }
        Ok(whole.commit()?)
    }

    /// Adds the terms of a row.
    pub(crate) fn add(
        &self,
        connection: &Connection,
        id: i64,
        terms: &[String],
    ) -> Result<(), Failure> {
        let sql = format!("INSERT INTO {} (rowid, written) VALUES (?1, ?2)", self.0);
        let mut statement = connection.prepare_cached(&sql)?;
        statement.execute(params![id, terms.join(" ")])?;
        Ok(())
    }

    /// Takes the terms of a row out.
    pub(crate) fn remove(&self, connection: &Connection, id: i64) -> Result<(), Failure> {
        let sql = format!("DELETE FROM {} WHERE rowid = ?1", self.0);
        connection.prepare_cached(&sql)?.execute([id])?;
        Ok(())
    }
}
