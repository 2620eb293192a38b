//! What a meeting that has not begun lacks for its papers.

use super::dossier::Dossier;
use super::roll_call;
use super::rows::Meeting;

/// What the papers of a meeting will print as blanks unless it is filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lacking {
    /// The place.
    pub venue: bool,
    /// Who is in the chair.
    pub chair: bool,
    /// Who takes the minutes.
    pub recorder: bool,
    /// How many units of the roster have nobody's name.
    pub names: usize,
}

impl Lacking {
    /// Returns what a meeting lacks of which so many units have no name.
    pub fn of(meeting: &Meeting, names: usize) -> Self {
        let is_blank = |value: &Option<String>| {
            let value = value.as_deref().unwrap_or_default();
            value.trim().is_empty()
        };
        Self {
            venue: is_blank(&meeting.venue),
            chair: is_blank(&meeting.chair),
            recorder: is_blank(&meeting.recorder),
            names,
        }
    }

    /// Returns what the open meeting lacks.
    pub fn in_dossier(dossier: &Dossier) -> Self {
        let wards = roll_call::wards(dossier);
        let nameless = wards
            .iter()
            .filter(|seat| seat.secretary.is_none() && seat.deputy.is_none());
        Self::of(&dossier.meeting, nameless.count())
    }
}
