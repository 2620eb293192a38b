//! What is still missing before the minutes can be signed.

use crate::meeting::agenda::{self, ItemState};
use crate::meeting::capture::{self, Sort};
use crate::meeting::cell::Id;
use crate::meeting::code::{AttendanceKind, ItemKind, MeetingState, Rank};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::{AgendaItem, Note, Seat};

/// A value that the minutes need and the dossier does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The meeting has not been closed.
    NotClosed,
    /// The place is not known.
    Venue,
    /// The chair is not known by name and office.
    Chair,
    /// The one who takes the minutes is not known by name and office.
    Recorder,
    /// It was not said which documents were used.
    Documents,
    /// It was not said whether the meeting is recorded.
    Recording,
    /// So many seats have not been marked.
    NotMarked(usize),
    /// So many seats are present without it being said whom the unit sent.
    Unranked(usize),
    /// So many delegates are not known by name, this seat's the first of them.
    Names(usize, Id<Seat>),
    /// This line still holds signs that were not understood.
    Unread(Id<Note>),
    /// Nobody said how many pages and copies the minutes have.
    Pages,
    /// The reason of this absence was not said.
    Reason(Id<Seat>),
    /// Nobody counted this delegation.
    Uncounted(Id<Seat>),
    /// Nothing was noted under this item.
    Silent(Id<AgendaItem>),
    /// The chair has concluded nothing.
    NoConclusion,
}

/// Returns what is missing, what can only be known on paper last.
pub fn gaps(dossier: &Dossier) -> Vec<Gap> {
    let meeting = &dossier.meeting;
    let missing =
        |value: &Option<String>| value.as_deref().is_none_or(|text| text.trim().is_empty());
    let mut gaps = Vec::new();
    let mut need = |is_missing: bool, gap: Gap| {
        if is_missing {
            gaps.push(gap);
        }
    };
    need(
        matches!(
            meeting.state,
            MeetingState::Planned | MeetingState::InSession
        ),
        Gap::NotClosed,
    );
    need(missing(&meeting.venue), Gap::Venue);
    need(
        missing(&meeting.chair) || missing(&meeting.chair_office),
        Gap::Chair,
    );
    need(
        missing(&meeting.recorder) || missing(&meeting.recorder_office),
        Gap::Recorder,
    );
    need(missing(&meeting.documents), Gap::Documents);
    need(meeting.recorded.is_none(), Gap::Recording);
    let counts = roll_call::counts(dossier);
    need(counts.not_marked > 0, Gap::NotMarked(counts.not_marked));
    need(counts.unranked > 0, Gap::Unranked(counts.unranked));
    let uncounted = roll_call::delegations(dossier)
        .into_iter()
        .filter(|seat| seat.attended.is_none());
    gaps.extend(uncounted.map(|seat| Gap::Uncounted(seat.id)));
    gaps.extend(item_gaps(dossier));
    if dossier.conclusions.is_empty() {
        gaps.push(Gap::NoConclusion);
    }
    gaps.extend(unread(dossier));
    gaps.extend(seat_gaps(dossier));
    if dossier.meeting.pages.is_none() || dossier.meeting.copies.is_none() {
        gaps.push(Gap::Pages);
    }
    gaps
}

fn seat_gaps(dossier: &Dossier) -> Vec<Gap> {
    let wards = roll_call::wards(dossier);
    let reasonless = wards.iter().filter(|seat| {
        let base = roll_call::base(dossier, seat.id);
        base.is_some_and(|event| event.kind == AttendanceKind::Excused && event.reason.is_none())
    });
    let mut gaps: Vec<Gap> = reasonless.map(|seat| Gap::Reason(seat.id)).collect();
    let nameless: Vec<Id<Seat>> = wards
        .iter()
        .filter(|seat| !is_named(dossier, seat))
        .map(|seat| seat.id)
        .collect();
    gaps.extend(
        nameless
            .first()
            .map(|first| Gap::Names(nameless.len(), *first)),
    );
    gaps
}

/// Says whether the minutes can name whoever they have to name for a seat.
fn is_named(dossier: &Dossier, seat: &Seat) -> bool {
    match roll_call::standing(dossier, seat.id) {
        Standing::NotMarked | Standing::Present(None) => true,
        Standing::Present(Some(Rank::StandingDeputy)) => seat.deputy.is_some(),
        Standing::Present(Some(Rank::Other)) | Standing::Substitute => {
            roll_call::base(dossier, seat.id).is_some_and(|event| event.person.is_some())
        }
        Standing::Present(Some(Rank::Secretary)) | Standing::Excused | Standing::Absent => {
            seat.secretary.is_some()
        }
    }
}

/// The lines that the secretary had to write as they stood, signs and all.
fn unread(dossier: &Dossier) -> impl Iterator<Item = Gap> {
    let is_unread = |note: &&Note| {
        let line = capture::parse(&note.text, dossier);
        line.sort == Sort::Action || !line.problems.is_empty()
    };
    dossier
        .notes
        .iter()
        .filter(is_unread)
        .map(|note| Gap::Unread(note.id))
}

fn item_gaps(dossier: &Dossier) -> Vec<Gap> {
    let silent = |item: &&AgendaItem| {
        let told = item.kind == ItemKind::Pause || item.kind == ItemKind::Conclusion;
        let skipped = agenda::state(dossier, item) == ItemState::Skipped;
        !told && !skipped && !dossier.notes.iter().any(|note| note.item == Some(item.id))
    };
    agenda::items(dossier)
        .into_iter()
        .filter(silent)
        .map(|item| Gap::Silent(item.id))
        .collect()
}
