//! The seal: the rows of a meeting that a signature protects, and the changes that stay allowed.

use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::{MeetingState, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::papers::Ledger;
use crate::meeting::rows::{
    Action, Amendment, Assignment, Imprint, Issue, Issuer, Meeting, Note, Record,
};

/// A protected thing that a change touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Touched {
    Record(Id<Meeting>),
    /// An action as the minutes of its meeting have it.
    Action(Id<Action>),
    /// The signature itself: it is taken back.
    Signature(Id<Meeting>),
    Imprint(Id<Meeting>, PaperKind),
    /// A correction that was already written down.
    Amendment(Id<Meeting>, Id<Amendment>),
    /// The issuer that the papers of its meetings name.
    Issuer(Id<Issuer>),
    /// Whose answer the minutes print under a line.
    Answer(Id<Note>),
}

/// Returns the protected things that changes touch, each once.
pub(crate) fn touched(changes: &[Change]) -> Vec<Touched> {
    let mut all: Vec<Touched> = Vec::new();
    for touched in changes.iter().flat_map(|change| {
        let before = change.before().and_then(|row| of(row, change, changes));
        let after = change.after().and_then(|row| of(row, change, changes));
        before.into_iter().chain(after)
    }) {
        // Changes of one meeting follow one another.
        if all.last() != Some(&touched) {
            all.push(touched);
        }
    }
    all
}

/// Says whether changes of a meeting in memory are refused because they touch something that is signed.
///
/// Knows one meeting only; rows of another meeting are checked by the book.
pub fn refuses(dossier: &Dossier, ledger: Option<&Ledger>, changes: &[Change]) -> bool {
    let is_signed = dossier.meeting.state == MeetingState::Final;
    let mut touched = is_signed.then(|| touched(changes)).into_iter().flatten();
    touched.any(|touched| is_sealed(dossier, ledger, touched))
}

/// Says whether this of a meeting in memory is sealed: most of it by the signature, some only once a paper is out.
/// Without the ledger nothing counts as out, and the book is the one to refuse.
pub(crate) fn is_sealed(dossier: &Dossier, ledger: Option<&Ledger>, touched: Touched) -> bool {
    let meeting = &dossier.meeting;
    let is_signed = meeting.state == MeetingState::Final;
    match touched {
        Touched::Record(id) => is_signed && id == meeting.id,
        Touched::Action(id) => is_signed && dossier.actions.get(id).is_some(),
        Touched::Answer(id) => is_signed && dossier.notes.get(id).is_some(),
        Touched::Issuer(id) => is_signed && id == meeting.issuer,
        Touched::Signature(id) => id == meeting.id && ledger.is_some_and(Ledger::is_out),
        // These are counted in the book.
        Touched::Imprint(..) | Touched::Amendment(..) => false,
    }
}

/// Says whether changes take a signature back.
pub(crate) fn unsigns(changes: &[Change]) -> bool {
    let mut touched = touched(changes).into_iter();
    touched.any(|touched| match touched {
        Touched::Signature(_) => true,
        Touched::Record(_)
        | Touched::Action(_)
        | Touched::Imprint(..)
        | Touched::Amendment(..)
        | Touched::Issuer(_)
        | Touched::Answer(_) => false,
    })
}

/// Returns the protected things that a change of this row touches, given the other changes of the transaction.
fn of(row: &Record, change: &Change, changes: &[Change]) -> Option<Touched> {
    match row {
        Record::Meeting(row) => Some(meeting(row, change)),
        Record::Seat(row) => Some(Touched::Record(row.meeting)),
        Record::AgendaItem(row) => Some(Touched::Record(row.meeting)),
        Record::ItemRun(row) => Some(Touched::Record(row.meeting)),
        Record::AttendanceEvent(row) => Some(Touched::Record(row.meeting)),
        Record::Speech(row) => Some(Touched::Record(row.meeting)),
        Record::Note(row) => Some(Touched::Record(row.meeting)),
        Record::Conclusion(row) => Some(Touched::Record(row.meeting)),
        Record::Issue(row) => alters_issue(change).then_some(Touched::Record(row.meeting)),
        Record::Action(row) => alters_action(change).then_some(Touched::Record(row.meeting)),
        Record::ActionSupport(row) => Some(Touched::Action(row.action)),
        Record::Assignment(row) => {
            let goes_on = is_report(change) || is_handover(row, changes);
            (!goes_on).then_some(Touched::Action(row.action))
        }
        Record::Issuer(row) => alters_issuer(change).then_some(Touched::Issuer(row.id)),
        Record::IssueAnswer(row) => row.note.map(Touched::Answer),
        Record::Imprint(row) => imprint(row, change, changes),
        Record::Amendment(row) => {
            let is_new = change.before().is_none();
            (!is_new).then_some(Touched::Amendment(row.meeting, row.id))
        }
        // Raisings, extensions, reports and reviews go on after the signature.
        Record::IssueRaised(_)
        | Record::Extension(_)
        | Record::Progress(_)
        | Record::Review(_)
        // No signed paper prints a focus area: notice and minutes print the conclusions and actions under it.
        | Record::FocusArea(_)
        // Minutes print the documents that were typed: in the lines, and in the row of the meeting.
        | Record::Document(_)
        | Record::MeetingDocument(_)
        // No paper prints what was written beforehand.
        | Record::Prepared(_)
        // A seat keeps the names of its unit and people as they were; a signed notice asks no list of signatories.
        | Record::Unit(_)
        | Record::Lineage(_)
        | Record::Roster(_)
        | Record::RosterUnit(_)
        | Record::Person(_)
        | Record::Office(_)
        | Record::Signatory(_)
        // Templates, filters and phrases serve later meetings; no paper prints them.
        | Record::AgendaTemplate(_)
        | Record::TemplateItem(_)
        | Record::SavedFilter(_)
        | Record::DayOff(_)
        | Record::Snippet(_)
        // The ledger is never changed: triggers of the book refuse it.
        | Record::Paper(_)
        | Record::PaperDocument(_)
        | Record::PaperFile(_) => None,
    }
}

/// Most of an imprint is open until its paper is out.
fn imprint(row: &Imprint, change: &Change, changes: &[Change]) -> Option<Touched> {
    // The first correction of a new paper of corrections comes with a change of its imprint.
    let begins_correction = corrects(row.kind, changes);
    // Where the meeting is moved, another paper is sent before it, under another number.
    if begins_correction || row.kind.row().goes_before {
        None
    } else if row.kind == PaperKind::Minutes && appraises(change) {
        // The minutes print what the chair said of the work; number and day are written after the signature.
        Some(Touched::Record(row.meeting))
    } else {
        Some(Touched::Imprint(row.meeting, row.kind))
    }
}

/// Says whether a correction that stands in a paper of this kind comes or goes with these changes.
fn corrects(kind: PaperKind, changes: &[Change]) -> bool {
    let mut rows = changes
        .iter()
        .filter_map(|change| change.after().or(change.before()));
    rows.any(|row| {
        if let Record::Amendment(row) = row {
            row.stands_in() == kind
        } else {
            false
        }
    })
}

/// Says whether a change of an imprint alters the appraisal.
fn appraises(change: &Change) -> bool {
    let appraisal = |row: Option<&Record>| {
        row.and_then(|row| {
            if let Record::Imprint(imprint) = row {
                imprint.appraisal.clone()
            } else {
                None
            }
        })
    };
    appraisal(change.before()) != appraisal(change.after())
}

/// A meeting that only stops being final loses its signature; anything else alters what was signed.
fn meeting(row: &Meeting, change: &Change) -> Touched {
    let (Some(Record::Meeting(before)), Some(Record::Meeting(after))) =
        (change.before(), change.after())
    else {
        return Touched::Record(row.id);
    };
    let unsigned = Meeting {
        state: after.state,
        ..before.clone()
    };
    if before.state == MeetingState::Final && unsigned == *after {
        Touched::Signature(row.id)
    } else {
        Touched::Record(row.id)
    }
}

/// An issue goes on after its meeting, but the words in which it was raised stay.
fn alters_issue(change: &Change) -> bool {
    let words = |issue: &Issue| (issue.meeting, issue.number, issue.text.clone());
    match (change.before(), change.after()) {
        (Some(Record::Issue(before)), Some(Record::Issue(after))) => words(before) != words(after),
        (_, _) => true,
    }
}

/// Says whether a change of an action alters the record: any but of the linked issue and the officer does.
fn alters_action(change: &Change) -> bool {
    let assigned = |action: &Action| Action {
        issue: None,
        officer: None,
        ..action.clone()
    };
    match (change.before(), change.after()) {
        (Some(Record::Action(before)), Some(Record::Action(after))) => {
            assigned(before) != assigned(after)
        }
        (_, _) => true,
    }
}

/// Says whether a change of a part is only progress: its action, its unit and its origin stay.
fn is_report(change: &Change) -> bool {
    match (change.before(), change.after()) {
        (Some(Record::Assignment(before)), Some(Record::Assignment(after))) => {
            let whose = |part: &Assignment| (part.action, part.unit, part.came);
            whose(before) == whose(after)
        }
        (_, _) => false,
    }
}

/// Says whether a part comes, or goes again, because another one is handed over to its unit, or is taken back.
fn is_handover(part: &Assignment, changes: &[Change]) -> bool {
    let is_to_it = |row: &Assignment| row.action == part.action && row.handed_to == Some(part.unit);
    changes.iter().any(|change| {
        let (Some(Record::Assignment(before)), Some(Record::Assignment(after))) =
            (change.before(), change.after())
        else {
            return false;
        };
        is_to_it(before) != is_to_it(after)
    })
}

/// Says whether a change of the body alters its row; a note that another row replaces it does not.
fn alters_issuer(change: &Change) -> bool {
    match (change.before(), change.after()) {
        (Some(Record::Issuer(before)), Some(Record::Issuer(after))) => {
            let replaced = Issuer {
                replaced_by: after.replaced_by,
                ..before.clone()
            };
            replaced != *after
        }
        (_, _) => true,
    }
}
