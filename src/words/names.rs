//! The names of the closed lists of the domain (`guide/domain.md` §5).

use super::{Lang, Words};
use crate::meeting::agenda::ItemState;
use crate::meeting::capture::{LineProblem, Remark, Sort, Whom};
use crate::meeting::cell::Id;
use crate::meeting::code::{
    ACTION, AssignmentState, AttendanceKind, CONCLUSION, IssueState, ItemKind, MeetingState, Name,
    NoteKind, Rank,
};
use crate::meeting::dossier::Dossier;
use crate::meeting::issues;
use crate::meeting::notes::{Kind, LineRefusal};
use crate::meeting::roll_call::{Delegate, Mark, MarkRefusal, Presence, Standing, wards};
use crate::meeting::roster::import::{Column, Problem, Unreadable};
use crate::meeting::rows::{FocusArea, Seat};
use crate::text::dates::{short_date, time};
use crate::text::legacy::Legacy;
use crate::text::telex::Method;

super::phrases! {
    standing_not_marked = "chưa", "not yet";
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

}

impl Words {
    /// Returns a name in the language of the screen.
    pub(crate) fn name(self, name: Name) -> &'static str {
        match self.lang() {
            Lang::Vi => name.vi,
            Lang::En => name.en,
        }
    }

    /// Returns the name of a kind of note.
    pub(crate) fn note_kind(self, kind: NoteKind) -> &'static str {
        self.name(kind.row().name)
    }

    /// Returns the name of the kind of a line.
    pub(crate) fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Note(kind) => self.note_kind(kind),
            Kind::Conclusion => self.name(CONCLUSION),
            Kind::Action => self.name(ACTION),
        }
    }

    /// Returns the short name of a focus area.
    pub(crate) fn area_name(self, area: &FocusArea) -> &str {
        match self.lang() {
            Lang::Vi => &area.short_vi,
            Lang::En => &area.short_en,
        }
    }

    /// Returns the name of the kind of a line; a line without a sign has the plain kind of its item.
    pub(crate) fn sort(self, sort: Sort, plain: NoteKind) -> &'static str {
        match sort {
            Sort::Plain => self.note_kind(plain),
            Sort::Note(kind) => self.note_kind(kind),
            Sort::Conclusion => self.name(CONCLUSION),
            Sort::Action => self.name(ACTION),
        }
    }

    /// Returns the name of the state of a seat in the roll call.
    pub(crate) fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::NotMarked => self.standing_not_marked(),
            Standing::Present(Some(rank)) => self.name(rank.row().name),
            Standing::Present(None) => self.attendance_kind(AttendanceKind::Present),
            Standing::Substitute => self.attendance_kind(AttendanceKind::Substitute),
            Standing::Excused => self.attendance_kind(AttendanceKind::Excused),
            Standing::Absent => self.attendance_kind(AttendanceKind::Absent),
        }
    }

    /// Returns the name of a meeting's state.
    pub(crate) fn meeting_state(self, state: MeetingState) -> &'static str {
        self.name(state.row().name)
    }

    /// Returns the name of an issue's state.
    pub(crate) fn issue_state(self, state: IssueState) -> &'static str {
        self.name(state.row().name)
    }

    /// Returns the name of an assignment's state.
    pub(crate) fn assignment_state(self, state: AssignmentState) -> &'static str {
        self.name(state.row().name)
    }

    /// Returns the name of a kind of agenda item.
    pub(crate) fn item_kind(self, kind: ItemKind) -> &'static str {
        self.name(kind.row().name)
    }

    /// Returns whom a line names.
    pub(crate) fn whom(self, whom: &Whom, dossier: &Dossier) -> String {
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

    /// Returns the sentence about a part of a line that was not understood.
    pub(crate) fn line_problem(self, problem: &LineProblem) -> String {
        match problem {
            LineProblem::UnknownUnit(typed) => self.problem_unknown_unit(typed),
            LineProblem::AmbiguousUnit(typed, units) => {
                self.problem_ambiguous(typed, &units.join(", "))
            }
            LineProblem::NearUnit(near) => self.problem_ambiguous(&near.said, &near.name),
            LineProblem::UnknownFocus(typed) => self.problem_unknown_focus(typed),
            LineProblem::NotADate(typed) => self.problem_not_a_date(typed),
            LineProblem::NotInCalendar(typed) => self.problem_not_in_calendar(typed),
            LineProblem::TooManySigns(most) => self.problem_too_many_signs(*most),
            LineProblem::BeforeMeeting(day) => self.problem_before_meeting(&short_date(*day)),
            LineProblem::SecondIssue(first, second) => {
                self.problem_second_issue(&issues::code(*first), &issues::code(*second))
            }
        }
    }

    /// Returns what is asked before a line with such a part is written.
    pub(crate) fn line_question(self, problem: &LineProblem) -> String {
        let sentence = self.line_problem(problem);
        match problem {
            LineProblem::NotADate(_) | LineProblem::NotInCalendar(_) => {
                self.why_check_deadline(&sentence)
            }
            LineProblem::NearUnit(near) => self.why_check_near_unit(&near.said, &near.name),
            LineProblem::UnknownUnit(_)
            | LineProblem::AmbiguousUnit(..)
            | LineProblem::UnknownFocus(_)
            | LineProblem::TooManySigns(_)
            | LineProblem::SecondIssue(..)
            | LineProblem::BeforeMeeting(_) => {
                // A question has its mark already.
                self.why_check_line(sentence.trim_end_matches('?'))
            }
        }
    }

    /// Returns the sentence about a part of a line that was not taken as typed.
    pub(crate) fn line_remark(self, remark: &Remark) -> String {
        match remark {
            Remark::Twice(unit) => self.remark_twice(unit),
            Remark::Moved(typed, day) => self.remark_moved(&short_date(*typed), &short_date(*day)),
            Remark::DayOff(day, None) => self.remark_weekend(&short_date(*day)),
            Remark::DayOff(day, Some(name)) => self.remark_holiday(&short_date(*day), name),
            Remark::NoDay(said) => self.remark_no_day(said),
            Remark::OtherYear(day) => self.remark_other_year(&short_date(*day)),
            Remark::NotForAll => self.remark_not_for_all().to_owned(),
        }
    }

    /// Returns why a line could not be written.
    pub(crate) fn refusal(self, refusal: LineRefusal) -> &'static str {
        match refusal {
            LineRefusal::Empty => self.why_empty_line(),
            LineRefusal::NoFocus => self.why_no_focus(),
            LineRefusal::NoUnit => self.why_no_unit(),
            LineRefusal::DeadlineStands => self.why_deadline_stands(),
        }
    }

    /// Returns the glyph of an agenda item's state.
    #[expect(clippy::unused_self, reason = "it is asked for as every other word is")]
    pub(crate) fn item_glyph(self, state: ItemState) -> &'static str {
        match state {
            ItemState::Waiting => " ",
            ItemState::Running => "▶",
            ItemState::Postponed => "«",
            ItemState::Done => "✓",
            ItemState::Skipped => "–",
            ItemState::Carried => "»",
        }
    }

    /// Returns the name of a kind of entry of the roll call.
    pub(crate) fn attendance_kind(self, kind: AttendanceKind) -> &'static str {
        self.name(kind.row().name)
    }

    /// Returns the name of an entry of the roll call; of one who is present, the rank that was sent.
    pub(crate) fn entry(self, kind: AttendanceKind, rank: Option<Rank>) -> &'static str {
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
    pub(crate) fn mark(self, mark: &Mark) -> String {
        let kind = match mark {
            Mark::Came(delegate) => return self.delegate(delegate).to_owned(),
            Mark::Arrived(delegate) => {
                let late = self.attendance_kind(AttendanceKind::Late);
                return format!("{}, {late}", self.delegate(delegate));
            }
            Mark::Clear => return self.standing_not_marked().to_owned(),
            Mark::Present => AttendanceKind::Present,
            Mark::Excused { .. } => AttendanceKind::Excused,
            Mark::Absent => AttendanceKind::Absent,
            Mark::Late => AttendanceKind::Late,
            Mark::Left { .. } => AttendanceKind::Left,
            Mark::Back => AttendanceKind::Back,
            Mark::Out(_) => AttendanceKind::Out,
        };
        self.attendance_kind(kind).to_owned()
    }

    /// Returns the name of who sits on a seat.
    fn delegate(self, delegate: &Delegate) -> &'static str {
        match delegate {
            Delegate::Summoned(rank) => self.standing(Standing::Present(Some(*rank))),
            Delegate::Substitute { .. } => self.attendance_kind(AttendanceKind::Substitute),
        }
    }

    /// Returns whether a delegate was there for an item.
    pub(crate) fn presence(self, presence: Presence) -> &'static str {
        match presence {
            Presence::Unknown => self.presence_unknown(),
            Presence::Away => self.presence_away(),
            Presence::Out => self.presence_out(),
            Presence::Part => self.presence_part(),
            Presence::Whole => self.presence_whole(),
        }
    }

    /// Returns why a mark of a unit cannot be true.
    pub(crate) fn roll_refusal(self, refusal: MarkRefusal, unit: &str) -> String {
        match refusal {
            MarkRefusal::OutsideDay { day, meeting } => {
                self.why_outside_day(&short_date(day), &short_date(meeting))
            }
            MarkRefusal::TooEarly { begins } => self.why_too_early(&time(begins)),
            MarkRefusal::LeftTooEarly { begins } => self.why_left_early(&time(begins)),
            MarkRefusal::TooLate { at, limit } => self.why_too_late(&time(at), &time(limit)),
            MarkRefusal::SpokeBefore { spoke, arrived } => {
                self.why_spoke_before(unit, &time(spoke), &time(arrived))
            }
            MarkRefusal::SeenBefore { seen, arrived } => {
                self.why_seen_before(unit, &time(seen), &time(arrived))
            }
            MarkRefusal::NotThere => self.why_not_represented(unit),
            MarkRefusal::LeftBeforeArriving { left, arrived } => {
                self.why_left_before(unit, &time(left), &time(arrived))
            }
            MarkRefusal::LeftTwice => self.why_left_twice(unit),
            MarkRefusal::BackWithoutLeaving => self.why_not_left(unit),
            MarkRefusal::NoName => self.why_no_name(unit),
        }
    }

    /// Returns the name of a typing method.
    pub(crate) fn typing(self, method: Method) -> &'static str {
        match method {
            Method::Telex => self.typing_telex(),
            Method::Vni => self.typing_vni(),
        }
    }

    /// Says which typing method is on now.
    pub(crate) fn told_typing(self, method: Option<Method>) -> String {
        match method {
            Some(method) => self.told_typing_on(self.typing(method)),
            None => self.told_typing_off().to_owned(),
        }
    }

    /// Returns the name of an old encoding.
    pub(crate) fn legacy(self, legacy: Legacy) -> &'static str {
        match legacy {
            Legacy::Tcvn3 => self.legacy_tcvn3(),
            Legacy::Vni => self.legacy_vni(),
            Legacy::Windows1258 => self.legacy_windows(),
            Legacy::Utf16 => self.legacy_utf16(),
        }
    }

    /// Returns the name of a column of an import.
    pub(crate) fn import_column(self, column: Column) -> &'static str {
        match column {
            Column::Unit => self.field_unit(),
            Column::ValidFrom => self.field_valid_from(),
            Column::ValidTo => self.field_valid_to(),
            Column::Secretary => self.field_secretary(),
            Column::Deputy => self.name(Rank::StandingDeputy.row().name),
            Column::SecretaryFrom | Column::DeputyFrom | Column::OfficeFrom => {
                self.field_office_from().trim_start()
            }
            Column::Person => self.field_name(),
            Column::Office => self.field_office(),
        }
    }

    /// Returns why a line of an import is left out.
    pub(crate) fn import_problem(self, problem: &Problem) -> String {
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
    pub(crate) fn import_unreadable(self, unreadable: Unreadable) -> &'static str {
        match unreadable {
            Unreadable::Empty => self.unreadable_empty(),
            Unreadable::NoUnits => self.unreadable_no_units(),
            Unreadable::NothingSaid => self.unreadable_nothing_said(),
        }
    }
}
