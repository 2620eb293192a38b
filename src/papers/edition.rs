//! Which version of which paper it is, and the name and the place of its file in the folder of the meeting.

use std::path::PathBuf;

use super::brief::{Stage, Which};
use super::format::Format;
use super::spec_of;
use super::version::is_of_corrections;
use crate::meeting::dossier::Dossier;
use crate::meeting::papers::is_working;
use crate::meeting::rows::Seat;
use crate::text::fold::fold;

/// Letters of a name of a unit that the name of a file has room for.
const NAME: usize = 60;

/// The word for a draft in the names of files, and the folder that drafts lie in.
const DRAFT: &str = "du-thao";

/// A version of a paper, without its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edition {
    /// Which paper.
    pub(crate) which: Which,
    /// How far it is.
    pub(crate) stage: Stage,
    /// Its number among the versions of the paper, from 1.
    pub(crate) number: i64,
}

impl Edition {
    /// Returns the name of its file without the ending: paper, meeting and draft.
    pub(crate) fn name(self, dossier: &Dossier) -> String {
        let seat = self.which.seat.and_then(|seat| dossier.seats.get(seat));
        let unit = seat.map(|seat| format!("-{}", unit_name(seat, dossier)));
        let sample = if dossier.meeting.sample { "-mau" } else { "" };
        let day = dossier.meeting.starts.date_naive();
        let which = match self.stage {
            Stage::Draft(draft) => format!("-{DRAFT}-{draft}"),
            Stage::Final if self.number > 1 && !self.is_signed_once() => {
                format!("-lan-{}", self.number)
            }
            Stage::Final => String::new(),
        };
        let stem = spec_of(self.which.kind).stem;
        format!("{stem}{}{sample}-{day}{which}", unit.unwrap_or_default())
    }

    /// Returns the place of its file in the folder of the meeting: drafts lie apart, and so does what is made for each unit.
    pub(crate) fn place(self, dossier: &Dossier, format: Format) -> PathBuf {
        let apart = matches!(self.stage, Stage::Draft(_)).then_some(DRAFT);
        let own = self.which.seat.map(|_| spec_of(self.which.kind).stem);
        let mut place: PathBuf = apart.into_iter().chain(own).collect();
        place.push(format!("{}.{}", self.name(dossier), format.ending()));
        place
    }

    /// Says whether the paper has one final version at most, so that its file name needs no number.
    fn is_signed_once(self) -> bool {
        let kind = self.which.kind;
        !is_of_corrections(kind) && !is_working(kind) && !kind.row().goes_before
    }
}

/// Returns the name of a unit for a file: without accents, and with its place where another is called the same.
fn unit_name(seat: &Seat, dossier: &Dossier) -> String {
    let name = plain(&seat.name);
    let is_other = |other: &&Seat| {
        other.id != seat.id && other.seat_group == seat.seat_group && plain(&other.name) == name
    };
    match dossier.seats.iter().find(is_other) {
        Some(_) => format!("{name}-{}", seat.position),
        None => name,
    }
}

/// Returns a name in letters, digits and hyphens only.
fn plain(name: &str) -> String {
    let folded = fold(name).to_lowercase();
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    let joined: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    joined.join("-").chars().take(NAME).collect()
}
