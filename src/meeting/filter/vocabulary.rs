//! The words that mean something in a filter, in both languages, with or without their accents.

use super::{Lack, LineKind, Subject, Wanted};
use crate::meeting::code::{AssignmentState, IssueState, NoteKind};

/// Something that a phrase of the register or of the issue log means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Wanted(Wanted),
    Lack(Lack),
    Issues(&'static [IssueState]),
}

/// Returns the phrases that mean something where this is chosen from.
pub(super) fn phrases_of(subject: Subject) -> &'static [(&'static str, Meaning)] {
    match subject {
        Subject::Actions => PHRASES,
        Subject::Issues => ISSUE_PHRASES,
        Subject::Lines => &[],
    }
}

/// The states in which an issue waits for an answer.
const WAITING: Meaning = Meaning::Issues(&[
    IssueState::Raised,
    IssueState::Accepted,
    IssueState::InProgress,
    IssueState::Escalated,
]);

/// The phrases of the issue log; what is offered first stands first.
const ISSUE_PHRASES: &[(&str, Meaning)] = &[
    ("chưa trả lời", WAITING),
    ("đang chờ", WAITING),
    ("mới nêu", Meaning::Issues(&[IssueState::Raised])),
    ("tiếp nhận", Meaning::Issues(&[IssueState::Accepted])),
    ("đang xử lý", Meaning::Issues(&[IssueState::InProgress])),
    ("đã trả lời", Meaning::Issues(&[IssueState::Answered])),
    ("đã giải quyết", Meaning::Issues(&[IssueState::Resolved])),
    ("chuyển cấp trên", Meaning::Issues(&[IssueState::Escalated])),
    ("trùng", Meaning::Issues(&[IssueState::Duplicate])),
    ("not answered", WAITING),
    ("waiting", WAITING),
    ("raised", Meaning::Issues(&[IssueState::Raised])),
    ("accepted", Meaning::Issues(&[IssueState::Accepted])),
    ("in progress", Meaning::Issues(&[IssueState::InProgress])),
    ("answered", Meaning::Issues(&[IssueState::Answered])),
    ("resolved", Meaning::Issues(&[IssueState::Resolved])),
    ("escalated", Meaning::Issues(&[IssueState::Escalated])),
    ("duplicate", Meaning::Issues(&[IssueState::Duplicate])),
];

const fn wanted(state: AssignmentState) -> Meaning {
    Meaning::Wanted(Wanted::State(state))
}

/// The phrases of the register; what is offered first stands first.
const PHRASES: &[(&str, Meaning)] = &[
    ("quá hạn", Meaning::Wanted(Wanted::Overdue)),
    ("chưa báo cáo", Meaning::Wanted(Wanted::NotReported)),
    ("sắp đến hạn", Meaning::Wanted(Wanted::DueSoon)),
    ("chưa xong", Meaning::Wanted(Wanted::Open)),
    ("xong trễ", Meaning::Wanted(Wanted::DoneLate)),
    ("chưa thực hiện", wanted(AssignmentState::NotStarted)),
    ("đang thực hiện", wanted(AssignmentState::InProgress)),
    ("đã báo cáo", wanted(AssignmentState::Reported)),
    ("hoàn thành", wanted(AssignmentState::Done)),
    ("đã xong", wanted(AssignmentState::Done)),
    ("đã nghiệm thu", wanted(AssignmentState::Done)),
    ("tạm dừng", wanted(AssignmentState::Paused)),
    ("chuyển tiếp", wanted(AssignmentState::HandedOver)),
    ("đã hủy", wanted(AssignmentState::Cancelled)),
    ("thiếu hạn", Meaning::Lack(Lack::Deadline)),
    ("thiếu sản phẩm", Meaning::Lack(Lack::Deliverable)),
    ("overdue", Meaning::Wanted(Wanted::Overdue)),
    ("not reported", Meaning::Wanted(Wanted::NotReported)),
    ("due soon", Meaning::Wanted(Wanted::DueSoon)),
    ("still open", Meaning::Wanted(Wanted::Open)),
    ("done late", Meaning::Wanted(Wanted::DoneLate)),
    ("not started", wanted(AssignmentState::NotStarted)),
    ("in progress", wanted(AssignmentState::InProgress)),
    ("reported", wanted(AssignmentState::Reported)),
    ("done", wanted(AssignmentState::Done)),
    ("paused", wanted(AssignmentState::Paused)),
    ("handed over", wanted(AssignmentState::HandedOver)),
    ("cancelled", wanted(AssignmentState::Cancelled)),
    ("no deadline", Meaning::Lack(Lack::Deadline)),
    ("no deliverable", Meaning::Lack(Lack::Deliverable)),
];

/// What a key before a colon chooses by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// The day for which the meeting was called.
    Held,
    /// The days.
    Days,
    /// The first day.
    From,
    /// The last day.
    To,
    /// The kind of line.
    Kind,
}

/// The keys; what is offered first stands first.
pub(super) const KEYS: &[(&str, Key)] = &[
    ("hội nghị", Key::Held),
    ("tháng", Key::Days),
    ("từ", Key::From),
    ("đến", Key::To),
    ("loại", Key::Kind),
    ("hạn", Key::Days),
    ("ngày", Key::Days),
    ("năm", Key::Days),
    ("meeting", Key::Held),
    ("month", Key::Days),
    ("from", Key::From),
    ("to", Key::To),
    ("kind", Key::Kind),
    ("due", Key::Days),
    ("day", Key::Days),
    ("year", Key::Days),
];

/// The kinds of lines.
pub(super) const KINDS: &[(&str, LineKind)] = &[
    ("kết quả", LineKind::Note(NoteKind::Result)),
    ("vướng mắc", LineKind::Note(NoteKind::Difficulty)),
    ("kinh nghiệm", LineKind::Note(NoteKind::Experience)),
    ("kiến nghị", LineKind::Note(NoteKind::Proposal)),
    ("giải đáp", LineKind::Note(NoteKind::Answer)),
    ("chỉ đạo", LineKind::Note(NoteKind::Instruction)),
    ("văn bản", LineKind::Note(NoteKind::Document)),
    ("thông tin", LineKind::Note(NoteKind::Information)),
    ("kết luận", LineKind::Conclusion),
    ("nhiệm vụ", LineKind::Action),
    ("result", LineKind::Note(NoteKind::Result)),
    ("difficulty", LineKind::Note(NoteKind::Difficulty)),
    ("experience", LineKind::Note(NoteKind::Experience)),
    ("proposal", LineKind::Note(NoteKind::Proposal)),
    ("answer", LineKind::Note(NoteKind::Answer)),
    ("instruction", LineKind::Note(NoteKind::Instruction)),
    ("document", LineKind::Note(NoteKind::Document)),
    ("information", LineKind::Note(NoteKind::Information)),
    ("conclusion", LineKind::Conclusion),
    ("action", LineKind::Action),
];
