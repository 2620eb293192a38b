//! The states of a part of an action.

use super::table::{Meaning, Name, Terms};

/// The properties of a state of a part.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a column of the look-up table of the book"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartRow {
    /// The name on the screen and on paper.
    pub(crate) name: Name,
    /// The words of a filter for it.
    pub(crate) filter: Terms,
    /// The words of a sheet that is read in, folded; the longest match counts.
    pub(crate) read: &'static [&'static str],
    pub(crate) glyph: char,
    /// The meaning of its colour, unless the deadline decides.
    pub(crate) meaning: Meaning,
    /// Whether the unit still owes something.
    pub is_open: bool,
    /// Whether it has not said either that it is done.
    pub owes_report: bool,
    /// Whether the part counts among those of its action; one that was handed over counts where it went.
    pub is_counted: bool,
    /// Whether it was neither handed over nor given up.
    pub is_kept: bool,
}

table! {
    /// How far one unit is with an action.
    AssignmentState: PartRow {
        /// Chưa thực hiện.
        NotStarted = "not_started" {
            name: Name { vi: "chưa thực hiện", en: "not started" },
            filter: Terms { vi: &["chưa thực hiện"], en: &["not started"] },
            read: &["chua thuc hien", "chua trien khai", "chua lam", "chua bat dau", "not started"],
            glyph: '·',
            meaning: Meaning::Text,
            is_open: true,
            owes_report: true,
            is_counted: true,
            is_kept: true,
        }
        /// Đang thực hiện.
        InProgress = "in_progress" {
            name: Name { vi: "đang thực hiện", en: "in progress" },
            filter: Terms { vi: &["đang thực hiện"], en: &["in progress"] },
            read: &["dang thuc hien", "dang trien khai", "dang lam", "dang tien hanh", "in progress"],
            glyph: '▶',
            meaning: Meaning::Text,
            is_open: true,
            owes_report: true,
            is_counted: true,
            is_kept: true,
        }
        /// Reported, waiting for acceptance.
        Reported = "reported" {
            name: Name { vi: "đã báo cáo", en: "reported" },
            filter: Terms {
                vi: &["đã báo cáo", "chờ xác nhận", "chờ nghiệm thu"],
                en: &["reported", "to be accepted"],
            },
            read: &[
                "da bao cao cho xac nhan hoan thanh",
                "cho xac nhan hoan thanh",
                "da bao cao cho nghiem thu",
                "da bao cao",
                "da nop",
                "da gui bao cao",
                "cho nghiem thu",
                "reported",
            ],
            glyph: '●',
            meaning: Meaning::Warn,
            is_open: true,
            owes_report: false,
            is_counted: true,
            is_kept: true,
        }
        /// Hoàn thành.
        Done = "done" {
            name: Name { vi: "hoàn thành", en: "done" },
            filter: Terms { vi: &["hoàn thành", "đã xong", "đã xác nhận hoàn thành", "đã nghiệm thu"], en: &["done"] },
            read: &[
                "hoan thanh tre han",
                "hoan thanh dung han",
                "hoan thanh",
                "da hoan thanh tre han",
                "da hoan thanh dung han",
                "da hoan thanh",
                "hoan tat",
                "da hoan tat",
                "thuc hien xong",
                "da thuc hien xong",
                "da lam xong",
                "lam xong",
                "da xong",
                "xong",
                "done late",
                "done",
                "completed",
            ],
            glyph: '✓',
            meaning: Meaning::Good,
            is_open: false,
            owes_report: false,
            is_counted: true,
            is_kept: true,
        }
        /// Tạm dừng.
        Paused = "paused" {
            name: Name { vi: "tạm dừng", en: "paused" },
            filter: Terms { vi: &["tạm dừng"], en: &["paused"] },
            read: &["tam dung", "paused"],
            glyph: '‖',
            meaning: Meaning::Muted,
            is_open: true,
            owes_report: true,
            is_counted: true,
            is_kept: true,
        }
        /// Chuyển tiếp.
        HandedOver = "handed_over" {
            name: Name { vi: "chuyển tiếp", en: "handed over" },
            filter: Terms { vi: &["chuyển tiếp", "đã chuyển"], en: &["handed over"] },
            read: &["chuyen tiep", "handed over"],
            glyph: '→',
            meaning: Meaning::Muted,
            is_open: false,
            owes_report: false,
            is_counted: false,
            is_kept: false,
        }
        /// Hủy.
        Cancelled = "cancelled" {
            name: Name { vi: "hủy", en: "cancelled" },
            filter: Terms { vi: &["đã hủy", "hủy"], en: &["cancelled"] },
            read: &["da huy", "huy", "cancelled"],
            glyph: '–',
            meaning: Meaning::Muted,
            is_open: false,
            owes_report: false,
            is_counted: true,
            is_kept: false,
        }
    }
}

impl AssignmentState {
    /// Says whether the unit still owes something.
    pub fn is_open(self) -> bool {
        self.row().is_open
    }
}
