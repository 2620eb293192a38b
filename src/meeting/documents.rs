//! The documents of a meeting, and where their files lie.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::cell::Id;
use super::change::{Change, Ids};
use super::rows::{AgendaItem, Document, Meeting, MeetingDocument};

/// The endings of files that are programs: a document is read, and never run.
const PROGRAMS: &[&str] = &[
    "app", "bat", "cmd", "com", "command", "cpl", "desktop", "exe", "hta", "jar", "js", "jse",
    "lnk", "msi", "ps1", "py", "reg", "scr", "sh", "url", "vbe", "vbs", "wsf",
];

/// A document that is presented at a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Presented {
    pub(crate) row: MeetingDocument,
    pub(crate) document: Document,
}

/// What is known of a document of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Particulars {
    /// What it is called.
    pub(crate) name: String,
    /// Its file, or its address.
    pub(crate) place: Option<String>,
    /// The item under which it is presented.
    pub(crate) item: Option<Id<AgendaItem>>,
    pub(crate) presenter: Option<String>,
}

/// Returns the changes that put a document on a meeting; one that the book knows by this name is not written anew.
pub(crate) fn add(
    meeting: Id<Meeting>,
    of: Particulars,
    known: &[Document],
    ids: &Ids,
) -> Vec<Change> {
    let (document, mut changes) = named(&of.name, known, ids);
    changes.push(Change::insert(MeetingDocument {
        id: ids.next(),
        meeting,
        document,
        item: of.item,
        presenter: of.presenter,
        place: of.place,
    }));
    changes
}

/// Returns the changes that correct a document of a meeting. Its name is corrected wherever it is presented, unless the book
/// knows a document by the new name: that one is meant then.
pub(crate) fn correct(old: &Presented, of: Particulars, known: &[Document]) -> Vec<Change> {
    if let Some(other) = known.iter().find(|document| document.citation == of.name) {
        return put(old, other.id, of);
    }
    let renamed = Change::edit(&old.document, |row| row.citation.clone_from(&of.name));
    let put = put(old, old.document.id, of);
    [renamed].into_iter().chain(put).collect()
}

/// Returns the changes that put another document in the place of one.
pub(crate) fn replace(
    old: &Presented,
    of: Particulars,
    known: &[Document],
    ids: &Ids,
) -> Vec<Change> {
    let (document, mut changes) = named(&of.name, known, ids);
    changes.extend(put(old, document, of));
    changes
}

fn put(old: &Presented, document: Id<Document>, of: Particulars) -> Vec<Change> {
    vec![Change::edit(&old.row, |row| {
        (row.document, row.place) = (document, of.place);
        (row.item, row.presenter) = (of.item, of.presenter);
    })]
}

/// Returns the document of a name, and the change that writes it down where the book does not know it.
fn named(name: &str, known: &[Document], ids: &Ids) -> (Id<Document>, Vec<Change>) {
    if let Some(document) = known.iter().find(|document| document.citation == name) {
        return (document.id, Vec::new());
    }
    let document = Document {
        id: ids.next(),
        citation: name.to_owned(),
        title: None,
        date: None,
    };
    (document.id, vec![Change::insert(document)])
}

/// Says whether a document lies at an address of the web.
pub(crate) fn is_address(place: &str) -> bool {
    let place = place.to_lowercase();
    ["http://", "https://"]
        .iter()
        .any(|scheme| place.starts_with(scheme))
}

/// Says whether a file is a program by its ending.
pub(crate) fn is_program(place: &str) -> bool {
    let ending = Path::new(place).extension();
    let ending = ending.map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| PROGRAMS.contains(&ending.as_str()))
}
