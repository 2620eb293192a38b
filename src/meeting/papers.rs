//! The ledger of a meeting: the exported versions of its papers and their files; a row is never changed afterwards.

pub mod seal;

use std::collections::BTreeSet;
use std::fmt::Write;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::cell::Id;
use super::code::PaperKind;
use super::dossier::Rows;
use super::rows::{Amendment, Paper, PaperFile, Seat};

/// A paper of a meeting: its kind, and for a slip the seat that it is for.
pub(crate) type Of = (PaperKind, Option<Id<Seat>>);

/// The exported versions, the oldest of a paper first, and their files. Only final versions carry their words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The versions of its papers.
    pub papers: Vec<Paper>,
    /// The files that they were written to.
    pub files: Vec<PaperFile>,
}

impl Ledger {
    /// Returns the versions of a paper, the oldest first.
    pub fn versions(&self, of: Of) -> impl DoubleEndedIterator<Item = &Paper> {
        let is_it = move |paper: &&Paper| (paper.kind, paper.seat) == of;
        self.papers.iter().filter(is_it)
    }

    /// Returns the version that was handed out last.
    pub(crate) fn latest(&self, of: Of) -> Option<&Paper> {
        self.versions(of).max_by_key(|paper| paper.version)
    }

    /// Returns the version that was handed out to be signed, if one was.
    pub fn signed(&self, of: Of) -> Option<&Paper> {
        self.versions(of).rfind(|paper| paper.is_final)
    }

    /// Returns the number of the paper of corrections that a new correction goes into: the last one, unless it is out and
    /// takes no further correction.
    pub fn next_batch(&self, paper: PaperKind, amendments: &Rows<Amendment>) -> i64 {
        let batches = batches(paper, amendments);
        let last = batches.last().copied().unwrap_or_default();
        if self.takes_corrections(paper, amendments) {
            last
        } else {
            last.saturating_add(1)
        }
    }

    /// Says whether the last paper of corrections of a kind is not out yet.
    pub(crate) fn takes_corrections(&self, paper: PaperKind, amendments: &Rows<Amendment>) -> bool {
        let out = self.versions((paper, None)).filter(|paper| paper.is_final);
        batches(paper, amendments).len() > out.count()
    }

    /// Says whether any paper of the meeting was handed out to be signed; what is sent before it does not count.
    pub(crate) fn is_out(&self) -> bool {
        let mut papers = self.papers.iter();
        papers.any(|paper| paper.is_final && !paper.kind.row().goes_before)
    }

    /// Returns the files that a version was written to.
    pub fn files_of(&self, paper: Id<Paper>) -> impl DoubleEndedIterator<Item = &PaperFile> {
        self.files.iter().filter(move |file| file.paper == paper)
    }

    /// Returns the number of a version with this checksum: the last number if the last version has the same words, else
    /// the next number.
    pub(crate) fn number(&self, of: Of, checksum: &str, is_final: bool) -> i64 {
        match self.latest(of) {
            Some(last) if last.checksum == checksum && last.is_final == is_final => last.version,
            Some(last) => last.version + 1,
            None => 1,
        }
    }
}

/// Returns the kind of paper in which a paper of this kind is corrected: minutes in minutes, anything else in a notice.
pub fn corrected_in(kind: PaperKind) -> PaperKind {
    match kind {
        PaperKind::Minutes | PaperKind::Attendance | PaperKind::MinutesAmendment => {
            PaperKind::MinutesAmendment
        }
        PaperKind::Notice
        | PaperKind::Actions
        | PaperKind::Slip
        | PaperKind::OpenMatters
        | PaperKind::RunSheet
        | PaperKind::SignIn
        | PaperKind::Invitation
        | PaperKind::NamePlates
        | PaperKind::Amendment => PaperKind::Amendment,
    }
}

impl Amendment {
    /// Returns the kind of the paper of corrections that it stands in.
    pub(crate) fn stands_in(&self) -> PaperKind {
        self.paper.unwrap_or_else(|| corrected_in(self.kind))
    }
}

/// Returns the numbers of the papers of corrections of a kind, each once.
fn batches(paper: PaperKind, amendments: &Rows<Amendment>) -> BTreeSet<i64> {
    let own = amendments.iter().filter(|one| one.stands_in() == paper);
    own.map(|one| one.batch.unwrap_or_default()).collect()
}

/// Says whether nobody signs a paper of this kind: it has versions, but neither drafts nor a final one.
pub fn is_working(kind: PaperKind) -> bool {
    kind.row().is_working
}

/// Returns the checksum of bytes, by which it is known again whether they are the same: SHA-256 in hexadecimal.
pub fn checksum(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut text, byte| {
        // Writing into a text has no reason to fail.
        let _written = write!(text, "{byte:02x}");
        text
    })
}

/// A version that is about to be handed out, and the files that it goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handing {
    /// The paper.
    pub of: Of,
    /// The number that it bears.
    pub version: i64,
    /// Whether it is the one to be signed.
    pub is_final: bool,
    /// Its words.
    pub words: String,
    /// The finished document of a version to be signed, as it is kept.
    pub document: Option<String>,
    /// The files, each with the checksum of its bytes.
    pub files: Vec<(String, String)>,
}

/// How a file that was written stands by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnDisk {
    AsWritten,
    /// Another version has been written to it since.
    Replaced,
    /// Somebody has edited it since.
    Edited,
    /// It is not there any more, or its folder is not.
    Gone,
}

/// Why a file that is there is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The program has not written it.
    Foreign,
    /// Somebody has edited it since it was written.
    Edited,
    /// It is a paper that was handed out to be signed.
    Signed,
    /// It is another version, which may be replaced by whoever says so.
    Older,
    /// Another program has it open.
    Open,
}

/// The versions of a paper as they are looked at, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Past {
    pub(crate) of: Of,
    /// Each version, with its files and how they stand.
    pub(crate) versions: Vec<(Paper, Vec<(PaperFile, OnDisk)>)>,
    /// The words that it would have now.
    pub(crate) now: String,
}

/// The paper that a version is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Against {
    Before,
    /// The paper as it would be handed out now.
    Now,
}

impl Past {
    /// Returns the words of a version and those that it is compared with, the older first; the first version has
    /// none before it.
    pub(crate) fn pair(&self, place: usize, against: Against) -> Option<(&str, &str)> {
        let words = |place: usize| {
            self.versions
                .get(place)
                .map(|(paper, _)| paper.words.as_str())
        };
        match against {
            Against::Before => Some((words(place + 1)?, words(place)?)),
            Against::Now => Some((words(place)?, &self.now)),
        }
    }
}
