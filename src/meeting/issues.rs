//! Issues: logged difficulties, the units that raised them, and their states.

pub mod life;
pub(crate) mod log;

use super::cell::Id;
use super::change::{Change, Ids};
use super::code::IssueState;
use super::dossier::Dossier;
use super::rows::{Issue, IssueAnswer, IssueRaised, Note, Seat};

pub use life::{IssueRefusal, Merger, Reply};
pub use log::{Answered, IssueCard, IssueLine, IssueLog, IssueQuery, Raising, Resolving, Shown};

/// Reads the code of an issue: `VM-003`, `vm3`; a text from elsewhere may have another hyphen in it.
pub(crate) fn number(code: &str) -> Option<i64> {
    let (letters, rest) = code.split_at_checked(2)?;
    let digits = rest
        .strip_prefix(['-', '\u{2010}', '\u{2011}', '\u{2013}'])
        .unwrap_or(rest);
    let is_code = letters.eq_ignore_ascii_case("VM")
        && (1..=6).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then(|| digits.parse().ok())?
}

/// Returns the issues first raised at this meeting that nobody has answered, the oldest first.
pub(crate) fn open(dossier: &Dossier) -> Vec<&Issue> {
    let mut open: Vec<&Issue> = dossier
        .issues
        .iter()
        .filter(|issue| issue.state.is_open())
        .collect();
    open.sort_by_key(|issue| (issue.at, issue.id));
    open
}

/// Returns the answers that a note gives.
pub(crate) fn given<'a>(
    dossier: &'a Dossier,
    note: &Note,
) -> impl Iterator<Item = &'a IssueAnswer> {
    let note = note.id;
    let answers = dossier.answers.iter();
    answers.filter(move |answer| answer.note == Some(note))
}

/// Returns the issue that a note answers.
pub(crate) fn answered_by<'a>(dossier: &'a Dossier, note: &Note) -> Option<&'a Issue> {
    let answer = given(dossier, note).next()?;
    dossier.issue(answer.issue)
}

/// Returns the code of an issue for life.
pub(crate) fn code(number: i64) -> String {
    format!("VM-{number:03}")
}

/// Returns the changes that log an issue out of the notes in which it was raised.
pub(crate) fn log(number: i64, notes: &[Note], dossier: &Dossier, ids: &Ids) -> Vec<Change> {
    let Some(first) = notes.first() else {
        return Vec::new();
    };
    let issue = Issue {
        id: ids.next(),
        meeting: first.meeting,
        number,
        text: first.text.clone(),
        focus: first.focus,
        state: IssueState::Raised,
        competent: None,
        duplicate_of: None,
        at: first.at,
        state_before: None,
    };
    let id = issue.id;
    let raised = notes.iter().map(|note| {
        Change::insert(IssueRaised {
            id: ids.next(),
            issue: id,
            meeting: note.meeting,
            seat: note.seat,
            unit: dossier.unit_of(note.seat),
            note: Some(note.id),
            at: note.at,
        })
    });
    std::iter::once(Change::insert(issue))
        .chain(raised)
        .collect()
}

/// Returns the issue that a note raised.
pub(crate) fn of_note<'a>(
    dossier: &'a Dossier,
    note: &Note,
) -> Option<(&'a Issue, &'a IssueRaised)> {
    let raised = dossier
        .raised
        .iter()
        .find(|raised| raised.note == Some(note.id))?;
    dossier
        .issues
        .get(raised.issue)
        .map(|issue| (issue, raised))
}

/// Returns the changes that delete the raising of a note, and its issue if nobody else raised it.
pub(crate) fn unlog(dossier: &Dossier, note: &Note) -> Vec<Change> {
    let Some((issue, raised)) = of_note(dossier, note) else {
        return Vec::new();
    };
    let mut changes = Vec::new();
    if dossier
        .raised
        .iter()
        .filter(|other| other.issue == issue.id)
        .count()
        == 1
    {
        let answers = dossier
            .answers
            .iter()
            .filter(|answer| answer.issue == issue.id);
        changes.extend(answers.map(Change::delete));
        changes.push(Change::delete(raised));
        changes.push(Change::delete(issue));
    } else {
        changes.push(Change::delete(raised));
    }
    changes
}

/// Returns the issues of this meeting that nobody has answered, raised by a seat, oldest first.
pub(crate) fn unanswered(dossier: &Dossier, seat: Option<Id<Seat>>) -> Vec<&Issue> {
    dossier
        .raised
        .iter()
        .filter(|raised| raised.seat == seat && seat.is_some())
        .filter_map(|raised| dossier.issues.get(raised.issue))
        .filter(|issue| issue.state.is_open())
        .collect()
}

/// Returns the changes that link an answer to an issue, of this meeting or an earlier one; whoever presents the item
/// gives it, and nobody is named where nobody presents.
pub(crate) fn answer_to(issue: &Issue, dossier: &Dossier, note: &Note, ids: &Ids) -> Vec<Change> {
    let item = note.item.and_then(|item| dossier.items.get(item));
    vec![
        Change::insert(IssueAnswer {
            id: ids.next(),
            issue: issue.id,
            meeting: Some(dossier.meeting.id),
            note: Some(note.id),
            author: item.and_then(|item| item.presenter.clone()),
            text: None,
            at: note.at,
            document: None,
        }),
        Change::edit(issue, answered),
    ]
}

/// Marks an issue as answered, if it waits; where it was on its way, that is remembered.
pub(super) fn answered(issue: &mut Issue) {
    if issue.state.is_open() {
        issue.state_before = Some(issue.state).filter(|state| *state != IssueState::Raised);
        issue.state = IssueState::Answered;
    }
}

/// Marks an issue whose only answer is taken back as waiting again: accepted, worked on or escalated, as it was.
pub(super) fn waits_again(issue: &mut Issue) {
    let before = issue.state_before.take().filter(|state| state.is_open());
    issue.state = before.unwrap_or(IssueState::Raised);
}

/// Returns the changes that take back the link of an answer; an issue that is
/// settled, or has another answer, stays as it is.
pub(crate) fn unanswer(dossier: &Dossier, note: &Note) -> Vec<Change> {
    let change = |answer: &IssueAnswer| {
        let others = dossier.answers.iter();
        let mut others = others.filter(|other| other.note != Some(note.id));
        let is_only = others.all(|other| other.issue != answer.issue);
        let issue = dossier.issue(answer.issue);
        let issue = issue.filter(|issue| is_only && issue.state == IssueState::Answered);
        let reopened = issue.map(|issue| Change::edit(issue, waits_again));
        // An issue of an earlier meeting belongs here only as long as its answer does.
        reopened.into_iter().chain([Change::delete(answer)])
    };
    given(dossier, note).flat_map(change).collect()
}
