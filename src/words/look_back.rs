//! The sentences of the review: open matters when the next meeting is planned, and the review at that meeting.

use super::Words;
use crate::meeting::actions::Parts;
use crate::meeting::look_back::Outstanding;

super::phrases! {
    owes_parts(open: usize, issues: usize) = "Cả sổ chưa xong: {open} phần việc; {issues} vướng mắc", "Still open: {open} parts; {issues} issues";
    owes_parts_of(open: usize, parts: &str, issues: usize) = "Cả sổ chưa xong: {open} phần việc ({parts}); {issues} vướng mắc", "Still open: {open} parts ({parts}); {issues} issues";
    owes_left(n: usize) = "! {n} phần việc của đơn vị đã kết thúc. Ctrl-G bàn giao.", "! {n} parts are of units that have ended. Ctrl-G hands them over.";
    plan_looks_back = "Chương trình có mục «Kiểm điểm việc thực hiện kết luận kỳ trước».", "The agenda has an item that reviews them: «Kiểm điểm …».";

    look_back_title = "KIỂM ĐIỂM VIỆC THỰC HIỆN KẾT LUẬN KỲ TRƯỚC", "REVIEW OF THE LAST CONCLUSIONS";
    look_back_since(title: &str, day: &str) = "{title} · từ {day}", "{title} · since {day}";
    look_back_foot = "Enter từng đơn vị · Ctrl-S tóm tắt vào dòng ghi · Ctrl-C chép · Esc", "Enter unit by unit · Ctrl-S sums up in the line · Ctrl-C copies · Esc";
    look_back_parts_foot = "gõ tên · 2 đang làm 3 đã báo cáo 4 hoàn thành · Tab chưa hoàn thành · Esc", "type a name · 2 in progress 3 reported 4 done · Tab next owed · Esc";
    look_back_none = "Không còn gì của các kỳ trước phải kiểm điểm.", "Nothing of earlier meetings is left to be reviewed.";
    look_back_beyond(n: usize) = "… và {n} nhiệm vụ chưa xong nữa: xem F6", "… and {n} more open actions: see F6";
    look_back_more = "… Ctrl-C chép đủ, Enter xem từng đơn vị", "… Ctrl-C copies all of it, Enter shows the units";
    look_back_settled = "các đơn vị đã xong", "all units are done";
    look_back_area(area: &str, actions: usize, done: usize, total: usize) = "{area} · {actions} nhiệm vụ, xong {done}/{total}", "{area} · actions {actions}, done {done}/{total}";
    look_back_done(done: usize, total: usize) = "xong {done}/{total}", "done {done}/{total}";
    look_back_due(day: &str) = "hạn {day}", "due {day}";
    look_back_late(day: &str, days: i64) = "hạn {day}, QUÁ HẠN {days} ngày", "due {day}, {days} days OVERDUE";
    look_back_no_deadline = "chưa có hạn", "no deadline";
    look_back_waiting(n: usize, names: &str) = "Chờ xác nhận {n}: {names}", "To be accepted {n}: {names}";
    look_back_owing(n: usize, names: &str) = "Còn phải làm {n}: {names}", "Still to do {n}: {names}";
    look_back_paused(n: usize, names: &str) = "Tạm dừng {n}: {names}", "Paused {n}: {names}";
    look_back_note(actions: usize, done: usize, total: usize) = "Kiểm điểm {actions} nhiệm vụ của các kỳ trước: hoàn thành {done}/{total} phần việc", "Reviewed {actions} actions of earlier meetings: {done}/{total} parts done";
    look_back_begun(label: &str) = "{label} · Ctrl-B đọc", "{label} · Ctrl-B reads it";
    part_of(code: &str, unit: &str) = "{code} · {unit}", "{code} · {unit}";
    help_look_back = "Khi kiểm điểm kỳ trước", "In the review of the last conclusions";

    do_look_back = "Kiểm điểm kết luận kỳ trước", "Review the last conclusions";
    do_open_owing = "Đơn vị chưa xong", "Units that owe";
    do_next_owed = "Đơn vị chưa xong kế tiếp", "Next unit that owes";
    do_note_review = "Tóm tắt", "Sum up";
}

impl Words {
    /// Returns the totals of the open actions and issues of the book.
    pub(crate) fn owes(self, owed: &Outstanding) -> String {
        let parts = self.look_after(owed.parts).join(", ");
        if parts.is_empty() {
            self.owes_parts(owed.parts.open(), owed.unanswered)
        } else {
            self.owes_parts_of(owed.parts.open(), &parts, owed.unanswered)
        }
    }

    /// Returns how the actions under a focus area stand together.
    pub(crate) fn look_back_sum(self, area: &str, actions: usize, sum: Parts) -> String {
        let whole = self.look_back_area(area, actions, sum.done, sum.total());
        let after = self.look_after(sum).into_iter();
        [whole]
            .into_iter()
            .chain(after)
            .collect::<Vec<_>>()
            .join(", ")
    }
}
