//! The life of an issue: answered, entrusted, passed on, settled, merged into another and parted from it again.

use chrono::{NaiveDate, NaiveTime};

use super::log::{Answered, IssueCard, Resolving};
use crate::meeting::change::{Change, Ids};
use crate::meeting::code::IssueState;
use crate::meeting::rows::{Issue, IssueAnswer};
use crate::text::dates::Instant;

/// Why an issue is not brought where it was to be brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueRefusal {
    /// The issue of the first number is merged into that of the second, which lives on for both.
    Merged(i64, Option<i64>),
    /// Both issues are the same one.
    Itself,
    /// The issue is not merged into another, so it cannot be parted from one.
    NotMerged,
    /// Nobody has answered it.
    NotAnswered,
    /// An answer on this day comes before the day on which it was raised.
    BeforeRaised(NaiveDate, NaiveDate),
    /// This day has not come.
    Future(NaiveDate),
    /// The answer is a note of a meeting, and is changed there.
    Said,
    /// The action of the first number resolves the issue of the second already.
    Resolves(i64, i64),
}

/// An answer as it is written down afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The text of the answer.
    pub(crate) text: String,
    pub(crate) author: Option<String>,
    /// Number and date of the document.
    pub(crate) document: Option<String>,
    pub(crate) on: NaiveDate,
}

/// Two issues that became one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merger {
    /// Number of the older issue, which survives.
    pub(crate) kept: i64,
    /// Number of the issue that is merged into the older one.
    pub gone: i64,
    /// The changes.
    pub changes: Vec<Change>,
}

/// Returns the issue, unless it is merged into another: then nothing can be written to it.
pub(crate) fn alive(card: &IssueCard) -> Result<&Issue, IssueRefusal> {
    if card.issue.state == IssueState::Duplicate {
        let into = card.original.as_ref().map(|original| original.number);
        return Err(IssueRefusal::Merged(card.issue.number, into));
    }
    Ok(&card.issue)
}

/// Returns the changes that bring an issue to a state.
pub(crate) fn settle(card: &IssueCard, state: IssueState) -> Result<Vec<Change>, IssueRefusal> {
    let issue = alive(card)?;
    match state {
        IssueState::Duplicate => return Err(IssueRefusal::Itself),
        IssueState::Answered if card.answers.is_empty() => return Err(IssueRefusal::NotAnswered),
        IssueState::Raised
        | IssueState::Accepted
        | IssueState::InProgress
        | IssueState::Answered
        | IssueState::Resolved
        | IssueState::Escalated => {}
    }
    Ok(vec![Change::edit(issue, |issue| issue.state = state)])
}

/// Returns the changes that write an answer down; what waited is answered by it.
pub(crate) fn reply(
    card: &IssueCard,
    reply: &Reply,
    now: Instant,
    ids: &Ids,
) -> Result<Vec<Change>, IssueRefusal> {
    let issue = alive(card)?;
    let answer = IssueAnswer {
        id: ids.next(),
        issue: issue.id,
        meeting: None,
        note: None,
        author: reply.author.clone(),
        text: Some(reply.text.clone()),
        at: moment(issue, reply.on, now)?,
        document: reply.document.clone(),
    };
    let answered = Change::edit(issue, super::answered);
    Ok(vec![Change::insert(answer), answered])
}

/// Returns the changes that correct an answer that was written down afterwards.
pub(crate) fn correct(
    card: &IssueCard,
    answer: &IssueAnswer,
    reply: &Reply,
    now: Instant,
) -> Result<Vec<Change>, IssueRefusal> {
    if answer.note.is_some() {
        return Err(IssueRefusal::Said);
    }
    let at = if reply.on == answer.at.date_naive() {
        answer.at
    } else {
        moment(&card.issue, reply.on, now)?
    };
    Ok(vec![Change::edit(answer, |answer| {
        answer.text = Some(reply.text.clone());
        answer.author.clone_from(&reply.author);
        answer.document.clone_from(&reply.document);
        answer.at = at;
    })])
}

/// Returns the changes that take an answer out; an issue that had no other waits again.
pub(crate) fn withdraw(card: &IssueCard, answered: &Answered) -> Result<Vec<Change>, IssueRefusal> {
    let answer = &answered.answer;
    if answer.note.is_some() {
        return Err(IssueRefusal::Said);
    }
    let is_only = card.answers.len() == 1;
    let issue = &card.issue;
    let reopened = (is_only && issue.state == IssueState::Answered)
        .then(|| Change::edit(issue, super::waits_again));
    Ok([Change::delete(answer)]
        .into_iter()
        .chain(reopened)
        .collect())
}

/// Returns the moment of an answer: now, or the beginning of an earlier day, never before the issue was raised.
fn moment(issue: &Issue, on: NaiveDate, now: Instant) -> Result<Instant, IssueRefusal> {
    let raised = issue.at.date_naive();
    if on < raised {
        return Err(IssueRefusal::BeforeRaised(on, raised));
    }
    if on > now.date_naive() {
        return Err(IssueRefusal::Future(on));
    }
    if on == now.date_naive() {
        return Ok(now);
    }
    let begins = on.and_time(NaiveTime::MIN);
    let begins = begins.and_local_timezone(*now.offset()).single();
    Ok(begins.unwrap_or(now).max(issue.at))
}

/// Returns the changes that say who is competent to answer.
pub(crate) fn entrust(card: &IssueCard, body: Option<&str>) -> Result<Vec<Change>, IssueRefusal> {
    Ok(vec![Change::edit(alive(card)?, |issue| {
        issue.competent = body.map(str::to_owned);
    })])
}

/// Returns the changes that pass an issue to a higher body, which is competent from now on.
pub(crate) fn escalate(card: &IssueCard, body: &str) -> Result<Vec<Change>, IssueRefusal> {
    Ok(vec![Change::edit(alive(card)?, |issue| {
        issue.competent = Some(body.to_owned());
        issue.state = IssueState::Escalated;
    })])
}

/// Returns the merger of two issues. The older issue survives, so its waiting time is kept.
///
/// An issue that is already merged into another cannot be merged again, so merging makes no circle. The words of its
/// units, and the issues merged into it before, stay with the issue that is merged.
pub fn merge(one: &Issue, other: &Issue) -> Result<Merger, IssueRefusal> {
    if one.id == other.id {
        return Err(IssueRefusal::Itself);
    }
    for issue in [one, other] {
        if issue.duplicate_of.is_some() {
            return Err(IssueRefusal::Merged(issue.number, None));
        }
    }
    let (kept, gone) = if (one.at, one.number) <= (other.at, other.number) {
        (one, other)
    } else {
        (other, one)
    };
    let change = Change::edit(gone, |issue| {
        issue.state_before = Some(issue.state);
        issue.state = IssueState::Duplicate;
        issue.duplicate_of = Some(kept.id);
    });
    Ok(Merger {
        kept: kept.number,
        gone: gone.number,
        changes: vec![change],
    })
}

/// Returns the changes that part an issue from the one that it was merged into: it is again what it was before.
pub fn part(issue: &Issue) -> Result<Vec<Change>, IssueRefusal> {
    if issue.duplicate_of.is_none() {
        return Err(IssueRefusal::NotMerged);
    }
    Ok(vec![Change::edit(issue, |issue| {
        issue.duplicate_of = None;
        issue.state = issue.state_before.take().unwrap_or(IssueState::Raised);
    })])
}

/// Returns the changes that let an action resolve an issue; one that resolves another is parted from that first.
pub(crate) fn link(card: &IssueCard, by: &Resolving) -> Result<Vec<Change>, IssueRefusal> {
    let issue = alive(card)?;
    if let Some(other) = by.issue.filter(|number| *number != issue.number) {
        return Err(IssueRefusal::Resolves(by.action.number, other));
    }
    let id = issue.id;
    Ok(vec![Change::edit(&by.action, |action| {
        action.issue = Some(id);
    })])
}

/// Returns the changes that let an action resolve nothing any more.
pub(crate) fn unlink(by: &Resolving) -> Vec<Change> {
    vec![Change::edit(&by.action, |action| action.issue = None)]
}
