//! The names of the closed lists of the domain (`domain.md` §5).

use super::{Lang, Words};
use crate::meeting::agenda::ItemState;
use crate::meeting::capture::{Problem as LineProblem, Remark, Sort, Whom};
use crate::meeting::cell::Id;
use crate::meeting::code::{
    AssignmentState, AttendanceKind, IssueState, ItemKind, MeetingState, NoteKind, Rank,
};
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{Kind, Refusal};
use crate::meeting::roll_call::{self, Delegate, Mark, Presence, Standing, wards};
use crate::meeting::roster::import::{Column, Problem, Unreadable};
use crate::meeting::rows::{FocusArea, Seat};
use crate::text::dates::{short_date, time};
use crate::text::legacy::Legacy;
use crate::text::telex::Method;

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

    event_late = "đến muộn", "came late";
    event_left = "về sớm", "left early";
    event_back = "quay lại", "came back";
    event_out = "vắng một mục", "out for an item";
    presence_unknown = "chưa rõ", "not known";
    presence_away = "không dự", "away";
    presence_out = "vắng mục này", "out";
    presence_part = "dự một phần", "in part";
    presence_whole = "dự", "there";
    typing_telex = "Telex", "Telex";
    typing_vni = "VNI", "VNI";
    legacy_tcvn3 = "TCVN3 (ABC)", "TCVN3 (ABC)";
    legacy_vni = "VNI", "VNI";
    legacy_windows = "Windows-1258", "Windows-1258";
    legacy_utf16 = "UTF-16 không có dấu nhận", "UTF-16 without its mark";

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
    item_review = "kiểm điểm", "review";
    item_report = "báo cáo", "report";
    item_discussion = "thảo luận", "discussion";
    item_documents = "văn bản", "documents";
    item_answers = "giải đáp", "answers";
    item_conclusion = "kết luận", "conclusion";
    item_pause = "giải lao", "break";
    item_other = "khác", "other";
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

    /// Returns the name of the kind of a line.
    pub fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Note(kind) => self.note_kind(kind),
            Kind::Conclusion => self.kind_conclusion(),
            Kind::Action => self.kind_action(),
        }
    }

    /// Returns the short name of a focus area.
    pub fn area_name(self, area: &FocusArea) -> &str {
        match self.lang() {
            Lang::Vi => &area.short_vi,
            Lang::En => &area.short_en,
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
            ItemKind::Review => self.item_review(),
            ItemKind::Report => self.item_report(),
            ItemKind::Discussion => self.item_discussion(),
            ItemKind::Documents => self.item_documents(),
            ItemKind::Answers => self.item_answers(),
            ItemKind::Conclusion => self.item_conclusion(),
            ItemKind::Pause => self.item_pause(),
            ItemKind::Other => self.item_other(),
        }
    }

    /// Returns whom a line names.
    pub fn whom(self, whom: &Whom, dossier: &Dossier) -> String {
        let names = |seats: &[Id<Seat>]| {
            let seats = seats.iter().filter_map(|seat| dossier.seats.get(*seat));
            let names: Vec<&str> = seats.map(|seat| seat.name.as_str()).collect();
            names.join(", ")
        };
        let all = || wards(dossier).len();
        match whom {
            Whom::Everybody => self.everybody(all()),
            Whom::AllBut(seats) => self.all_but(all().saturating_sub(seats.len()), &names(seats)),
            Whom::Seats(seats) => names(seats),
            Whom::Floor | Whom::Nobody => String::new(),
        }
    }

    /// Returns what of a line was not understood.
    pub fn line_problem(self, problem: &LineProblem) -> String {
        match problem {
            LineProblem::UnknownUnit(typed) => self.problem_unknown_unit(typed),
            LineProblem::AmbiguousUnit(typed, units) => {
                self.problem_ambiguous(typed, &units.join(", "))
            }
            LineProblem::UnknownFocus(typed) => self.problem_unknown_focus(typed),
            LineProblem::NotADate(typed) => self.problem_not_a_date(typed),
            LineProblem::NotInCalendar(typed) => self.problem_not_in_calendar(typed),
            LineProblem::TooManySigns(most) => self.problem_too_many_signs(*most),
            LineProblem::BeforeMeeting(day) => self.problem_before_meeting(&short_date(*day)),
        }
    }

    /// Returns what of a line was understood in a way that has to be said.
    pub fn line_remark(self, remark: &Remark) -> String {
        match remark {
            Remark::Twice(unit) => self.remark_twice(unit),
            Remark::Moved(named, day) => self.remark_moved(&short_date(*named), &short_date(*day)),
            Remark::Weekend(day) => self.remark_weekend(&short_date(*day)),
            Remark::OtherYear(day) => self.remark_other_year(&short_date(*day)),
            Remark::NotForAll => self.remark_not_for_all().to_owned(),
        }
    }

    /// Returns why a line could not be written.
    pub fn refusal(self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::Empty => self.why_empty_line(),
            Refusal::NoFocus => self.why_no_focus(),
            Refusal::NoUnit => self.why_no_unit(),
            Refusal::DeadlineStands => self.why_deadline_stands(),
        }
    }

    /// Returns the glyph of an agenda item's state.
    pub fn item_glyph(self, state: ItemState) -> &'static str {
        match state {
            ItemState::Waiting => " ",
            ItemState::Running => "▶",
            ItemState::Postponed => "«",
            ItemState::Done => "✓",
            ItemState::Skipped => "–",
        }
    }

    /// Returns the name of what an entry of the roll call says.
    pub fn attendance_kind(self, kind: AttendanceKind) -> &'static str {
        match kind {
            AttendanceKind::Present => self.standing_present(),
            AttendanceKind::Substitute => self.standing_substitute(),
            AttendanceKind::Excused => self.standing_excused(),
            AttendanceKind::Absent => self.standing_absent(),
            AttendanceKind::Late => self.event_late(),
            AttendanceKind::Left => self.event_left(),
            AttendanceKind::Back => self.event_back(),
            AttendanceKind::Out => self.event_out(),
        }
    }

    /// Returns the name of an entry of the roll call; of one who is present, the rank that was sent.
    pub fn entry(self, kind: AttendanceKind, rank: Option<Rank>) -> &'static str {
        match kind {
            AttendanceKind::Present => self.standing(Standing::Present(rank)),
            AttendanceKind::Substitute
            | AttendanceKind::Excused
            | AttendanceKind::Absent
            | AttendanceKind::Late
            | AttendanceKind::Left
            | AttendanceKind::Back
            | AttendanceKind::Out => self.attendance_kind(kind),
        }
    }

    /// Returns the name of a mark; of one who came late, also who it was.
    pub fn mark(self, mark: &Mark) -> String {
        let name = match mark {
            Mark::Present => self.standing_present(),
            Mark::Came(delegate) => self.delegate(delegate),
            Mark::Excused { .. } => self.standing_excused(),
            Mark::Absent => self.standing_absent(),
            Mark::Late => self.event_late(),
            Mark::Arrived(delegate) => {
                return format!("{}, {}", self.delegate(delegate), self.event_late());
            }
            Mark::Left { .. } => self.event_left(),
            Mark::Back => self.event_back(),
            Mark::Out(_) => self.event_out(),
            Mark::Clear => self.standing_not_marked(),
        };
        name.to_owned()
    }

    /// Returns the name of who sits on a seat.
    fn delegate(self, delegate: &Delegate) -> &'static str {
        match delegate {
            Delegate::Summoned(rank) => self.standing(Standing::Present(Some(*rank))),
            Delegate::Substitute { .. } => self.standing_substitute(),
        }
    }

    /// Returns whether a delegate was there for an item.
    pub fn presence(self, presence: Presence) -> &'static str {
        match presence {
            Presence::Unknown => self.presence_unknown(),
            Presence::Away => self.presence_away(),
            Presence::Out => self.presence_out(),
            Presence::Part => self.presence_part(),
            Presence::Whole => self.presence_whole(),
        }
    }

    /// Returns why a mark of a unit cannot be true.
    pub fn roll_refusal(self, refusal: roll_call::Refusal, unit: &str) -> String {
        use roll_call::Refusal;
        match refusal {
            Refusal::OutsideDay { day, meeting } => {
                self.why_outside_day(&short_date(day), &short_date(meeting))
            }
            Refusal::TooEarly { begins } => self.why_too_early(&time(begins)),
            Refusal::TooLate { at, limit } => self.why_too_late(&time(at), &time(limit)),
            Refusal::NotThere => self.why_not_represented(unit),
            Refusal::LeftBeforeArriving { left, arrived } => {
                self.why_left_before(unit, &time(left), &time(arrived))
            }
            Refusal::LeftTwice => self.why_left_twice(unit),
            Refusal::BackWithoutLeaving => self.why_not_left(unit),
            Refusal::NoName => self.why_no_name(unit),
        }
    }

    /// Returns the name of a typing method.
    pub fn typing(self, method: Method) -> &'static str {
        match method {
            Method::Telex => self.typing_telex(),
            Method::Vni => self.typing_vni(),
        }
    }

    /// Says which typing method is on now.
    pub fn told_typing(self, method: Option<Method>) -> String {
        match method {
            Some(method) => self.told_typing_on(self.typing(method)),
            None => self.told_typing_off().to_owned(),
        }
    }

    /// Returns the name of an old encoding.
    pub fn legacy(self, legacy: Legacy) -> &'static str {
        match legacy {
            Legacy::Tcvn3 => self.legacy_tcvn3(),
            Legacy::Vni => self.legacy_vni(),
            Legacy::Windows1258 => self.legacy_windows(),
            Legacy::Utf16 => self.legacy_utf16(),
        }
    }

    /// Returns the name of a column of an import.
    pub fn import_column(self, column: Column) -> &'static str {
        match column {
            Column::Unit => self.field_unit(),
            Column::ValidFrom => self.field_valid_from(),
            Column::ValidTo => self.field_valid_to(),
            Column::Secretary => self.field_secretary(),
            Column::Deputy => self.standing_deputy(),
            Column::SecretaryFrom | Column::DeputyFrom | Column::OfficeFrom => {
                self.field_office_from().trim_start()
            }
            Column::Person => self.field_name(),
            Column::Office => self.field_office(),
        }
    }

    /// Returns why a line of an import is left out.
    pub fn import_problem(self, problem: &Problem) -> String {
        match problem {
            Problem::Duplicate(line) => self.problem_duplicate(*line),
            Problem::Resembles(names) => self.problem_resembles(&names.join(", ")),
            Problem::Ended(day) => self.problem_ended(&short_date(*day)),
            Problem::Formula(typed) => self.problem_formula(typed),
            Problem::NotADate(typed) => self.problem_cell_not_a_date(typed),
            Problem::NotAnOffice(typed) => self.problem_not_an_office(typed),
            Problem::NoUnit => self.problem_no_unit().to_owned(),
        }
    }

    /// Returns why a whole table cannot be imported.
    pub fn import_unreadable(self, unreadable: Unreadable) -> &'static str {
        match unreadable {
            Unreadable::Empty => self.unreadable_empty(),
            Unreadable::NoUnits => self.unreadable_no_units(),
            Unreadable::NothingSaid => self.unreadable_nothing_said(),
        }
    }
}
