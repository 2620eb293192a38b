//! The papers that a meeting hands out; how each is built stands beside its builder.

use super::table::Name;

/// The names and properties of a kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperRow {
    pub(crate) name: Name,
    /// Whether it is one to work with, which nobody signs: it has versions, but is no draft of anything.
    pub(crate) is_working: bool,
    /// Whether it is signed and sent before the meeting, so that the signature of the minutes has no part in it.
    pub(crate) goes_before: bool,
}

table! {
    /// A kind of paper.
    PaperKind: PaperRow {
        /// Biên bản.
        Minutes = "minutes" {
            name: Name { vi: "Biên bản", en: "Minutes" },
            is_working: false,
            goes_before: false,
        }
        /// Thông báo kết luận.
        Notice = "notice" {
            name: Name { vi: "Thông báo kết luận", en: "Conclusion notice" },
            is_working: false,
            goes_before: false,
        }
        /// Danh sách điểm danh.
        Attendance = "attendance" {
            name: Name { vi: "Danh sách điểm danh", en: "Attendance list" },
            is_working: false,
            goes_before: false,
        }
        /// Bảng phân công nhiệm vụ.
        Actions = "actions" {
            name: Name { vi: "Bảng phân công nhiệm vụ", en: "Action table" },
            is_working: false,
            goes_before: false,
        }
        /// Phiếu của một phường.
        Slip = "slip" {
            name: Name { vi: "Phiếu của đơn vị", en: "Slip of a unit" },
            is_working: true,
            goes_before: false,
        }
        /// Danh mục việc chưa hoàn thành cho kỳ họp sau.
        OpenMatters = "open_matters" {
            name: Name { vi: "Việc chưa hoàn thành", en: "Open matters" },
            is_working: true,
            goes_before: false,
        }
        /// Chương trình điều hành của chủ trì.
        RunSheet = "run_sheet" {
            name: Name { vi: "Chương trình điều hành", en: "Run sheet" },
            is_working: true,
            goes_before: false,
        }
        /// Danh sách ký tên.
        SignIn = "sign_in" {
            name: Name { vi: "Danh sách ký tên", en: "Sign-in sheet" },
            is_working: true,
            goes_before: false,
        }
        /// Đính chính biên bản.
        MinutesAmendment = "minutes_amendment" {
            name: Name { vi: "Đính chính biên bản", en: "Amendment of the minutes" },
            is_working: false,
            goes_before: false,
        }
        /// Đính chính thông báo kết luận.
        Amendment = "amendment" {
            name: Name { vi: "Đính chính thông báo", en: "Amendment of the notice" },
            is_working: false,
            goes_before: false,
        }
        /// Giấy mời.
        Invitation = "invitation" {
            name: Name { vi: "Giấy mời", en: "Invitation" },
            is_working: false,
            goes_before: true,
        }
        /// Biển tên.
        NamePlates = "name_plates" {
            name: Name { vi: "Biển tên", en: "Name plates" },
            is_working: true,
            goes_before: false,
        }
    }
}
