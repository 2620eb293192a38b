//! Where papers and tables go unless the user names another place: into the folder that was chosen once, else into one of
//! their own among the user's documents, else beside the book.

use std::path::{Path, PathBuf};

use crate::files;
use crate::files::bundle::Ground;
use crate::meeting::dossier::Dossier;
use crate::words::Words;

/// The name of the program's folder among the user's documents.
const NAME: &str = "giaoban";

/// The places that papers and tables can go to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    /// The folder that the user has chosen for all of them.
    pub chosen: Option<PathBuf>,
    /// The folder of the user's documents, where the machine has one.
    pub documents: Option<PathBuf>,
    /// The folder of the book; of a practice copy, which is deleted at the end, the one that the program began in.
    pub beside: Option<PathBuf>,
}

impl Outbox {
    /// Returns the same places, for a book that lies there.
    #[must_use]
    pub fn beside(mut self, book: &Path) -> Self {
        self.beside = book.parent().map(Path::to_owned);
        self
    }

    /// Returns where the files of the whole book go.
    pub fn folder(&self) -> PathBuf {
        let among = self.documents.as_ref().map(|folder| folder.join(NAME));
        let folder = self.chosen.clone().or(among);
        folder.or_else(|| self.beside.clone()).unwrap_or_default()
    }

    /// Returns where the papers of a meeting go.
    pub fn of_meeting(&self, dossier: &Dossier, words: Words) -> PathBuf {
        let day = dossier.meeting.starts.date_naive();
        self.folder().join(words.folder_papers(&day.to_string()))
    }

    /// Returns where folders may be made on the way to what goes into an offered folder.
    pub fn ground(&self, offered: PathBuf) -> Option<Ground> {
        let there = self.chosen.as_ref().or(self.documents.as_ref());
        let there = there.or(self.beside.as_ref())?.clone();
        Some(Ground {
            there,
            made: offered,
        })
    }

    /// Says whether files go beside the book, because there is no better place.
    pub(crate) fn is_beside_book(&self) -> bool {
        self.chosen.is_none() && self.documents.is_none()
    }

    /// Returns the folder as the settings show it.
    pub(crate) fn told(&self, words: Words) -> String {
        if self.is_beside_book() {
            words.value_beside_book().to_owned()
        } else {
            self.folder().display().to_string()
        }
    }
}

/// Returns the place that a user means by a text that was typed where a folder is offered: a name alone is one in it.
pub(crate) fn meant(typed: &Path, offered: &Path) -> PathBuf {
    if typed.starts_with(offered) {
        return typed.to_owned();
    }
    let from_home = files::from_home(&typed.to_string_lossy());
    from_home.unwrap_or_else(|| offered.join(typed))
}
