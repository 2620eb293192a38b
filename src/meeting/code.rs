//! The closed lists of the domain, each with the code that stands for it in the book (`guide/domain.md` §5).

use serde::{Deserialize, Serialize};

use super::cell::{Cell, Field};

/// Declares a closed list: an enum, its codes, all of it in order, and how it is kept.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Everything in the list, in its order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the code that the book keeps.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl Field for $name {
            fn to_cell(&self) -> Cell {
                Cell::Text(self.code().to_owned())
            }
            fn from_cell(cell: &Cell) -> Option<Self> {
                let code = String::from_cell(cell)?;
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    )+};
}

codes! {
    /// What kind of body a unit is.
    UnitKind {
        /// A ward Party committee.
        Ward = "ward",
        /// A committee or commission.
        Committee = "committee",
        /// A socio-political organisation.
        Organisation = "organisation",
        /// A political centre or another institution.
        Centre = "centre",
    }

    /// How much of a unit went to its successor.
    Share {
        /// All of it.
        Whole = "whole",
        /// A part of it; another part went elsewhere.
        Part = "part",
    }

    /// What office a person holds in a unit.
    OfficeKind {
        /// Secretary.
        Secretary = "secretary",
        /// Standing Deputy Secretary.
        StandingDeputy = "standing_deputy",
        /// Deputy Secretary.
        Deputy = "deputy",
        /// Any other office, named by its title.
        Other = "other",
    }

    /// How far a meeting is.
    MeetingState {
        /// It has not begun.
        Planned = "planned",
        /// It is going on.
        InSession = "in_session",
        /// It has ended; the minutes are being written.
        Closed = "closed",
        /// The minutes are signed.
        Final = "final",
    }

    /// With whom a seat is counted.
    SeatGroup {
        /// The units that are summoned and called one by one.
        Ward = "ward",
        /// Leaders and specialists of the committee that holds the meeting.
        Host = "host",
        /// Socio-political organisations.
        Organisation = "organisation",
        /// The Political Centre.
        Centre = "centre",
        /// Anybody else who was invited.
        Guest = "guest",
    }

    /// What an entry of the roll call says.
    AttendanceKind {
        /// The Secretary or the Standing Deputy Secretary came.
        Present = "present",
        /// Somebody else came for them.
        Substitute = "substitute",
        /// Nobody came, with leave.
        Excused = "excused",
        /// Nobody came, without leave.
        Absent = "absent",
        /// The one who came arrived after the beginning.
        Late = "late",
        /// The one who came left before the end.
        Left = "left",
        /// The one who had left came back.
        Back = "back",
        /// The one who came is out for one item.
        Out = "out",
    }

    /// Whom a unit sent.
    Rank {
        /// Its Secretary.
        Secretary = "secretary",
        /// Its Standing Deputy Secretary.
        StandingDeputy = "standing_deputy",
        /// Somebody else.
        Other = "other",
    }

    /// What an agenda item is for; it decides what a plain line typed under it is.
    ItemKind {
        /// Opening, reasons, introductions.
        Opening = "opening",
        /// What became of the last conclusions.
        Review = "review",
        /// A report is read.
        Report = "report",
        /// The units speak.
        Discussion = "discussion",
        /// New documents are presented.
        Documents = "documents",
        /// Difficulties are answered.
        Answers = "answers",
        /// The chair concludes.
        Conclusion = "conclusion",
        /// A break.
        Pause = "pause",
        /// Anything else.
        Other = "other",
    }

    /// What kind of thing was said.
    NoteKind {
        /// Kết quả nổi bật.
        Result = "result",
        /// Khó khăn, vướng mắc.
        Difficulty = "difficulty",
        /// Kinh nghiệm.
        Experience = "experience",
        /// Kiến nghị, đề xuất.
        Proposal = "proposal",
        /// Giải đáp.
        Answer = "answer",
        /// Chỉ đạo.
        Instruction = "instruction",
        /// Triển khai văn bản mới.
        Document = "document",
        /// Thông tin, làm rõ.
        Information = "information",
    }

    /// How far an issue is.
    IssueState {
        /// It was raised.
        Raised = "raised",
        /// It was taken up.
        Accepted = "accepted",
        /// It is being worked on.
        InProgress = "in_progress",
        /// It was answered.
        Answered = "answered",
        /// It is settled.
        Resolved = "resolved",
        /// It was passed to a higher body.
        Escalated = "escalated",
        /// It is the same as another.
        Duplicate = "duplicate",
    }

    /// How far one unit is with an action.
    AssignmentState {
        /// Chưa thực hiện.
        NotStarted = "not_started",
        /// Đang thực hiện.
        InProgress = "in_progress",
        /// Reported, waiting for acceptance.
        Reported = "reported",
        /// Hoàn thành.
        Done = "done",
        /// Tạm dừng.
        Paused = "paused",
        /// Chuyển tiếp.
        HandedOver = "handed_over",
        /// Hủy.
        Cancelled = "cancelled",
    }

    /// What a paper is.
    PaperKind {
        /// Biên bản.
        Minutes = "minutes",
        /// Thông báo kết luận.
        Notice = "notice",
        /// Danh sách điểm danh.
        Attendance = "attendance",
        /// Bảng phân công nhiệm vụ.
        Actions = "actions",
        /// Phiếu của một phường.
        Slip = "slip",
        /// Danh mục việc còn mở cho kỳ họp sau.
        OpenMatters = "open_matters",
        /// Chương trình điều hành của chủ trì.
        RunSheet = "run_sheet",
        /// Danh sách ký tên.
        SignIn = "sign_in",
        /// Đính chính.
        Amendment = "amendment",
    }

    /// What the title of a notice names (`guide/domain.md` §2.3).
    NamedAfter {
        /// `kết luận Hội nghị …`.
        Meeting = "meeting",
        /// `kết luận của đồng chí … tại Hội nghị …`.
        Chair = "chair",
    }

    /// In what capacity somebody signs (`guide/domain.md` §1.6).
    Capacity {
        /// The head directly.
        Head = "head",
        /// K/T: a deputy in the place of the head.
        Deputy = "deputy",
        /// T/L: by order of the head.
        ByOrder = "by_order",
    }

    /// Where the tone of oa, oe and uy is written.
    Tone {
        /// `ủy`, `hòa`.
        Old = "old",
        /// `uỷ`, `hoà`.
        New = "new",
        /// As it is typed.
        Off = "off",
    }
}

impl IssueState {
    /// Says whether somebody still owes an answer.
    pub fn is_open(self) -> bool {
        match self {
            Self::Raised | Self::Accepted | Self::InProgress | Self::Escalated => true,
            Self::Answered | Self::Resolved | Self::Duplicate => false,
        }
    }
}

impl AssignmentState {
    /// Says whether the unit still owes something.
    pub fn is_open(self) -> bool {
        match self {
            Self::NotStarted | Self::InProgress | Self::Reported | Self::Paused => true,
            Self::Done | Self::HandedOver | Self::Cancelled => false,
        }
    }
}
