//! The names of the closed lists of the domain (`domain.md` §5).

use super::Words;
use crate::meeting::agenda::ItemState;
use crate::meeting::capture::Sort;
use crate::meeting::code::{AssignmentState, IssueState, ItemKind, MeetingState, NoteKind, Rank};
use crate::meeting::notes::Refusal;
use crate::meeting::roll_call::Standing;

super::phrases! {
    kind_result = "kết quả", "result";
    kind_difficulty = "vướng mắc", "difficulty";
    kind_experience = "kinh nghiệm", "experience";
    kind_proposal = "kiến nghị", "proposal";
    kind_answer = "giải đáp", "answer";
    kind_instruction = "chỉ đạo", "instruction";
    kind_document = "văn bản", "document";
    kind_information = "thông tin", "information";
    kind_conclusion = "kết luận", "conclusion";
    kind_action = "nhiệm vụ", "action";

    standing_not_marked = "chưa", "not yet";
    standing_present = "Có mặt", "Present";
    standing_secretary = "Bí thư", "Secretary";
    standing_deputy = "PBT TT", "Deputy";
    standing_substitute = "Dự thay", "Substitute";
    standing_excused = "Vắng CP", "Excused";
    standing_absent = "Vắng KP", "Absent";

    state_planned = "dự kiến", "planned";
    state_in_session = "đang họp", "in session";
    state_closed = "đã bế mạc", "closed";
    state_final = "đã ký", "signed";

    issue_raised = "mới nêu", "raised";
    issue_accepted = "tiếp nhận", "accepted";
    issue_in_progress = "đang xử lý", "in progress";
    issue_answered = "đã trả lời", "answered";
    issue_resolved = "đã giải quyết", "resolved";
    issue_escalated = "chuyển cấp trên", "escalated";
    issue_duplicate = "trùng", "duplicate";

    part_not_started = "chưa thực hiện", "not started";
    part_in_progress = "đang thực hiện", "in progress";
    part_reported = "đã báo cáo", "reported";
    part_done = "hoàn thành", "done";
    part_paused = "tạm dừng", "paused";
    part_handed_over = "chuyển tiếp", "handed over";
    part_cancelled = "hủy", "cancelled";

    item_opening = "khai mạc", "opening";
    item_report = "báo cáo", "report";
    item_discussion = "thảo luận", "discussion";
    item_documents = "văn bản", "documents";
    item_answers = "giải đáp", "answers";
    item_conclusion = "kết luận", "conclusion";
    item_pause = "giải lao", "break";
    item_other = "khác", "other";

    item_skipped = "bỏ qua", "left out";
}

impl Words {
    /// Returns the name of a kind of note.
    pub fn note_kind(self, kind: NoteKind) -> &'static str {
        match kind {
            NoteKind::Result => self.kind_result(),
            NoteKind::Difficulty => self.kind_difficulty(),
            NoteKind::Experience => self.kind_experience(),
            NoteKind::Proposal => self.kind_proposal(),
            NoteKind::Answer => self.kind_answer(),
            NoteKind::Instruction => self.kind_instruction(),
            NoteKind::Document => self.kind_document(),
            NoteKind::Information => self.kind_information(),
        }
    }

    /// Returns the name of what a line is to become; a plain one is what its item makes of it.
    pub fn sort(self, sort: Sort, plain: NoteKind) -> &'static str {
        match sort {
            Sort::Plain => self.note_kind(plain),
            Sort::Note(kind) => self.note_kind(kind),
            Sort::Conclusion => self.kind_conclusion(),
            Sort::Action => self.kind_action(),
        }
    }

    /// Returns the name of what the roll call comes to for a seat.
    pub fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::NotMarked => self.standing_not_marked(),
            Standing::Present(Some(Rank::Secretary)) => self.standing_secretary(),
            Standing::Present(Some(Rank::StandingDeputy)) => self.standing_deputy(),
            Standing::Present(Some(Rank::Other)) | Standing::Substitute => {
                self.standing_substitute()
            }
            Standing::Present(None) => self.standing_present(),
            Standing::Excused => self.standing_excused(),
            Standing::Absent => self.standing_absent(),
        }
    }

    /// Returns the name of a meeting's state.
    pub fn meeting_state(self, state: MeetingState) -> &'static str {
        match state {
            MeetingState::Planned => self.state_planned(),
            MeetingState::InSession => self.state_in_session(),
            MeetingState::Closed => self.state_closed(),
            MeetingState::Final => self.state_final(),
        }
    }

    /// Returns the name of an issue's state.
    pub fn issue_state(self, state: IssueState) -> &'static str {
        match state {
            IssueState::Raised => self.issue_raised(),
            IssueState::Accepted => self.issue_accepted(),
            IssueState::InProgress => self.issue_in_progress(),
            IssueState::Answered => self.issue_answered(),
            IssueState::Resolved => self.issue_resolved(),
            IssueState::Escalated => self.issue_escalated(),
            IssueState::Duplicate => self.issue_duplicate(),
        }
    }

    /// Returns the name of an assignment's state.
    pub fn assignment_state(self, state: AssignmentState) -> &'static str {
        match state {
            AssignmentState::NotStarted => self.part_not_started(),
            AssignmentState::InProgress => self.part_in_progress(),
            AssignmentState::Reported => self.part_reported(),
            AssignmentState::Done => self.part_done(),
            AssignmentState::Paused => self.part_paused(),
            AssignmentState::HandedOver => self.part_handed_over(),
            AssignmentState::Cancelled => self.part_cancelled(),
        }
    }

    /// Returns the name of a kind of agenda item.
    pub fn item_kind(self, kind: ItemKind) -> &'static str {
        match kind {
            ItemKind::Opening => self.item_opening(),
            ItemKind::Report => self.item_report(),
            ItemKind::Discussion => self.item_discussion(),
            ItemKind::Documents => self.item_documents(),
            ItemKind::Answers => self.item_answers(),
            ItemKind::Conclusion => self.item_conclusion(),
            ItemKind::Pause => self.item_pause(),
            ItemKind::Other => self.item_other(),
        }
    }

    /// Returns why a line could not be written.
    pub fn refusal(self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::Empty => self.why_empty_line(),
            Refusal::NoFocus => self.why_no_focus(),
            Refusal::NoUnit => self.why_no_unit(),
        }
    }

    /// Returns the glyph of an agenda item's state.
    pub fn item_glyph(self, state: ItemState) -> &'static str {
        match state {
            ItemState::Waiting => " ",
            ItemState::Running => "▶",
            ItemState::Done => "✓",
            ItemState::Skipped => "–",
        }
    }
}
