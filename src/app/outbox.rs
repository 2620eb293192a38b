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
    /// Where they go on a machine without such a folder.
    pub beside: Option<Beside>,
}

/// The place of last resort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The folder of the book.
    Book(PathBuf),
    /// The folder that the program began in: a practice copy is deleted at the end, with what lies beside it.
    Start(PathBuf),
}

impl Beside {
    fn folder(&self) -> &Path {
        match self {
            Self::Book(folder) | Self::Start(folder) => folder,
        }
    }
}

impl Outbox {
    /// Returns the same places, for a book that lies there.
    #[must_use]
    pub fn beside(mut self, book: &Path) -> Self {
        self.beside = book.parent().map(|folder| Beside::Book(folder.to_owned()));
        self
    }

    /// Returns where the files of the whole book go.
    pub fn folder(&self) -> PathBuf {
        let among = self.documents.as_ref().map(|folder| folder.join(NAME));
        let folder = self.chosen.clone().or(among);
        let beside = || {
            self.beside
                .as_ref()
                .map(|beside| beside.folder().to_owned())
        };
        folder.or_else(beside).unwrap_or_default()
    }

    /// Returns where the papers of a meeting go.
    pub fn of_meeting(&self, dossier: &Dossier, words: Words) -> PathBuf {
        let day = dossier.meeting.starts.date_naive();
        self.folder().join(words.folder_papers(&day.to_string()))
    }

    /// Returns where folders may be made on the way to what goes into an offered folder.
    pub fn ground(&self, offered: PathBuf) -> Option<Ground> {
        let there = self.chosen.as_ref().or(self.documents.as_ref());
        let beside = self.beside.as_ref().map(Beside::folder);
        let there = there.map(PathBuf::as_path).or(beside)?;
        Some(Ground {
            there: there.to_owned(),
            made: offered,
        })
    }

    /// Says whether there is no better place for files than the last one.
    pub(crate) fn is_last_resort(&self) -> bool {
        self.chosen.is_none() && self.documents.is_none()
    }

    /// Returns the folder as the settings show it.
    pub(crate) fn told(&self, words: Words) -> String {
        if !self.is_last_resort() {
            return self.folder().display().to_string();
        }
        let told = match self.beside {
            Some(Beside::Start(_)) => words.value_start_folder(),
            Some(Beside::Book(_)) | None => words.value_beside_book(),
        };
        told.to_owned()
    }

    /// Returns the folder as the settings show the one that is taken where none is chosen.
    pub(crate) fn told_unchosen(&self, words: Words) -> String {
        let unchosen = Self {
            chosen: None,
            ..self.clone()
        };
        unchosen.told(words)
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
