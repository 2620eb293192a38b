//! Typing errors in the texts of a meeting: listed, and corrected by a change when the secretary takes one.

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::code::Tone;
use super::dossier::Dossier;
use super::issues;
use super::notes::{self, Entry, EntryId};
use crate::text::spelling::{Mend, ToneStyle, mends};

/// A text that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Spot {
    /// A line of the stream.
    Line(EntryId),
    /// The title of the meeting.
    Title,
    /// The content of the meeting.
    Content,
    /// Where it is held.
    Venue,
    ChairOffice,
    /// The office of the one who takes the minutes.
    RecorderOffice,
    /// The documents that are used.
    Documents,
}

/// The particulars in which slips are looked for.
const PARTICULARS: [Spot; 6] = [
    Spot::Title,
    Spot::Content,
    Spot::Venue,
    Spot::ChairOffice,
    Spot::RecorderOffice,
    Spot::Documents,
];

/// Something that may be a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub(crate) spot: Spot,
    pub(crate) old: String,
    pub(crate) mend: Mend,
}

/// Returns possible typing errors: first of the particulars, then of the stream.
pub fn suggestions(dossier: &Dossier) -> Vec<Suggestion> {
    let style = match dossier.issuer.tone {
        None | Some(Tone::Old) => Some(ToneStyle::Old),
        Some(Tone::New) => Some(ToneStyle::New),
        Some(Tone::Off) => None,
    };
    let stream = notes::stream(dossier).into_iter();
    let lines = stream.map(|entry| Spot::Line(entry.id()));
    let mut found = Vec::new();
    for spot in PARTICULARS.into_iter().chain(lines) {
        let text = text(spot, dossier).unwrap_or_default();
        found.extend(mends(text, style).into_iter().map(|mend| Suggestion {
            spot,
            old: text.get(mend.at.clone()).unwrap_or_default().to_owned(),
            mend,
        }));
    }
    found
}

pub(crate) fn text(spot: Spot, dossier: &Dossier) -> Option<&str> {
    let meeting = &dossier.meeting;
    match spot {
        Spot::Line(line) => notes::entry(dossier, line).map(Entry::text),
        Spot::Title => Some(&meeting.title),
        Spot::Content => Some(&meeting.content),
        Spot::Venue => meeting.venue.as_deref(),
        Spot::ChairOffice => meeting.chair_office.as_deref(),
        Spot::RecorderOffice => meeting.recorder_office.as_deref(),
        Spot::Documents => meeting.documents.as_deref(),
    }
}

/// Returns the changes that take a suggestion; none if the text is another by now, or only its writer knows better.
pub(crate) fn take(suggestion: &Suggestion, dossier: &Dossier) -> Vec<Change> {
    let Suggestion { spot, old, mend } = suggestion;
    let current = text(*spot, dossier).filter(|text| text.get(mend.at.clone()) == Some(old));
    let Some((current, new)) = current.zip(mend.new.as_deref()) else {
        return Vec::new();
    };
    let before = current.get(..mend.at.start).unwrap_or_default();
    let behind = current.get(mend.at.end..).unwrap_or_default();
    let mended = format!("{before}{new}{behind}");
    match spot {
        Spot::Line(line) => match notes::entry(dossier, *line) {
            Some(entry) => of_line(entry, &mended, dossier),
            None => Vec::new(),
        },
        Spot::Title
        | Spot::Content
        | Spot::Venue
        | Spot::ChairOffice
        | Spot::RecorderOffice
        | Spot::Documents => vec![particular(*spot, mended, dossier)],
    }
}

/// The change of a line; the issue that it logged in the same words follows it.
fn of_line(entry: Entry, text: &str, dossier: &Dossier) -> Vec<Change> {
    match entry {
        Entry::Note(note) => {
            let logged = issues::of_note(dossier, note).map(|(issue, _)| issue);
            let logged = logged.filter(|issue| issue.text == note.text);
            let change = Change::edit(note, |note| text.clone_into(&mut note.text));
            let follows =
                logged.map(|issue| Change::edit(issue, |issue| text.clone_into(&mut issue.text)));
            [change].into_iter().chain(follows).collect()
        }
        Entry::Conclusion(conclusion) => vec![Change::edit(conclusion, |conclusion| {
            text.clone_into(&mut conclusion.text);
        })],
        Entry::Action(action) => vec![Change::edit(action, |action| {
            text.clone_into(&mut action.text);
        })],
    }
}

fn particular(spot: Spot, text: String, dossier: &Dossier) -> Change {
    Change::edit(&dossier.meeting, |meeting| match spot {
        Spot::Title => meeting.title = text,
        Spot::Content => meeting.content = text,
        Spot::Venue => meeting.venue = Some(text),
        Spot::ChairOffice => meeting.chair_office = Some(text),
        Spot::RecorderOffice => meeting.recorder_office = Some(text),
        Spot::Documents => meeting.documents = Some(text),
        Spot::Line(_) => {}
    })
}
