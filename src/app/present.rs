//! The book as the projector follows it: read only, again whenever the desk has written.

use super::sentences::sentence;
use crate::meeting::dossier::Dossier;
use crate::store::{Failure, Store};
use crate::words::Words;

/// The meeting that the projector shows.
#[derive(Debug)]
pub(crate) struct Followed {
    store: Store,
    words: Words,
    /// The meeting as it was read last.
    pub(crate) dossier: Option<Dossier>,
    /// Why the book cannot be read now; the last dossier stays.
    pub(crate) trouble: Option<String>,
    version: i64,
    head: i64,
}

impl Followed {
    /// Follows a book that was opened for reading.
    pub(crate) fn new(store: Store, words: Words) -> Result<Self, Failure> {
        let mut followed = Self {
            version: store.version()?,
            head: store.head()?,
            store,
            words,
            dossier: None,
            trouble: None,
        };
        followed.read();
        Ok(followed)
    }

    /// Reads the meeting again if the desk has written, and says whether anything has changed.
    pub(crate) fn follow(&mut self) -> bool {
        let news = self.store.version().and_then(|version| {
            if version == self.version {
                return Ok(None);
            }
            Ok(Some((version, self.store.head()?)))
        });
        match news {
            Ok(None) => false,
            Ok(Some((version, head))) if head == self.head && self.trouble.is_none() => {
                self.version = version;
                false
            }
            Ok(Some((version, head))) => {
                // A failed reading is tried again at the next look.
                if self.read() {
                    (self.version, self.head) = (version, head);
                }
                true
            }
            Err(failure) => {
                self.trouble = Some(sentence(&failure, self.words));
                true
            }
        }
    }

    /// Reads the meeting, and says whether the reading succeeded.
    fn read(&mut self) -> bool {
        match self.store.shown_meeting() {
            Ok(dossier) => {
                (self.dossier, self.trouble) = (dossier, None);
                true
            }
            Err(failure) => {
                self.trouble = Some(sentence(&failure, self.words));
                false
            }
        }
    }
}
