//! A book in a file that several desks have open.

use std::path::PathBuf;

use giaoban::store::Store;
use giaoban::words::Lang;
use rusqlite::Connection;

use super::stage::{Stage, morning};

/// A book that several desks have open.
pub struct Shared(tempfile::TempDir);

impl Shared {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> PathBuf {
        self.0.path().join("so.giaoban")
    }

    pub fn store(&self, number: i64) -> Store {
        Store::open(&self.path(), morning())
            .unwrap()
            .at_desk(number)
    }

    pub fn desk(&self, number: i64) -> Stage {
        self.desk_in(number, Lang::Vi)
    }

    pub fn desk_in(&self, number: i64, lang: Lang) -> Stage {
        Stage::with(self.store(number), (80, 24), lang)
    }

    /// The file of the book, as another program sees it.
    pub fn raw(&self) -> Connection {
        Connection::open(self.path()).unwrap()
    }
}
