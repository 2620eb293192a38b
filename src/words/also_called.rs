//! Other words for a command, by which the palette finds it too: those of the office, and those of other programs.

use super::Words;

/// A command by its name, and its other words in both languages.
type AlsoCalled = (fn(Words) -> &'static str, &'static str);

const ALSO_CALLED: &[AlsoCalled] = &[
    (
        Words::do_part_done,
        "nghiệm thu xác nhận chấp nhận duyệt xong · accept approve complete",
    ),
    (
        Words::do_part_in_progress,
        "trả lại làm tiếp yêu cầu bổ sung · send back return reopen",
    ),
    (
        Words::do_report_part,
        "nhận báo cáo nộp cập nhật tiến độ · receive progress submit",
    ),
    (
        Words::do_part_cancelled,
        "bãi bỏ rút thôi giao · drop withdraw",
    ),
    (
        Words::do_extend,
        "thời hạn hạn mới lùi hạn · deadline postpone",
    ),
    (
        Words::do_remind,
        "đôn đốc nhắc việc giục công văn nhắc · dun chase reminder",
    ),
    (Words::do_review, "kiểm điểm kiểm tra tiến độ · check"),
    (
        Words::do_export_register,
        "excel xlsx csv json lịch in · spreadsheet print calendar",
    ),
    (Words::do_export_issues, "excel word in · print"),
    (
        Words::do_export_turnout,
        "excel xlsx csv in · spreadsheet print",
    ),
    (
        Words::do_export_year,
        "excel xlsx csv in · spreadsheet print",
    ),
    (
        Words::do_export_roster,
        "excel xlsx csv in · spreadsheet print",
    ),
    (Words::do_export_paper, "word docx pdf in lưu · print save"),
    (
        Words::do_export_folder,
        "word docx pdf in tất cả lưu hồ sơ · print save everything",
    ),
    (
        Words::do_import,
        "excel xlsx csv đọc tệp nhập · read open spreadsheet",
    ),
    (
        Words::do_import_progress,
        "excel xlsx csv đọc tệp nhập phiếu · read open spreadsheet",
    ),
    (
        Words::do_year,
        "thống kê tổng hợp số liệu báo cáo năm quý tháng · statistics figures summary",
    ),
    (
        Words::do_turnout,
        "thống kê chuyên cần vắng họp điểm danh năm · statistics absences",
    ),
    (
        Words::do_versions,
        "lịch sử các bản đã xuất · history drafts",
    ),
    (Words::do_finalise, "ký ban hành phát hành · sign issue"),
    (Words::do_amend, "đính chính sửa văn bản đã ký · correct"),
    (
        Words::do_imprint,
        "số ngày ban hành nơi nhận ký hiệu · number recipients signer",
    ),
    (
        Words::do_close_meeting,
        "kết thúc hội nghị xong · end finish",
    ),
    (
        Words::do_details,
        "sửa tên địa điểm chủ trì thư ký · edit venue chair",
    ),
    (Words::do_new_meeting, "tạo lập thêm · create add"),
    (Words::do_hand_over, "sáp nhập sắp xếp đơn vị · merge units"),
    (Words::do_roster, "đổi danh sách phường xã · wards units"),
    (Words::do_issue_escalate, "báo cáo cấp trên · superior"),
    (Words::do_issue_merge, "trùng gộp · same join duplicate"),
    (Words::do_undo, "quay lại lấy lại · back"),
    (Words::do_search, "tìm kiếm · find"),
    (Words::do_quit, "đóng chương trình tắt · exit close"),
];

impl Words {
    /// Returns the other words for the command of this name, in both languages.
    pub(crate) fn also_called(self, name: &str) -> &'static str {
        let mut all = ALSO_CALLED.iter();
        all.find(|(command, _)| command(self) == name)
            .map_or("", |(_, words)| words)
    }
}
