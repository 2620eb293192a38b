//! The sentences of the review: open matters when the next meeting is planned, and the review at that meeting.

use super::Words;
use crate::meeting::look_back::{Outstanding, Sum};

super::phrases! {
    owes_parts(open: usize, overdue: usize, reported: usize, issues: usize) = "Cả sổ còn: {open} phần việc ({overdue} quá hạn, {reported} chờ xác nhận); {issues} vướng mắc", "Still open: {open} parts ({overdue} overdue, {reported} to be accepted); {issues} issues";
    owes_left(n: usize) = "! {n} phần việc của đơn vị đã kết thúc. Ctrl-G bàn giao.", "! {n} parts are of units that have ended. Ctrl-G hands them over.";
    plan_looks_back = "Chương trình có mục «Kiểm điểm việc thực hiện kết luận kỳ trước».", "The agenda has an item that reviews them: «Kiểm điểm …».";

    look_back_title = "KIỂM ĐIỂM VIỆC THỰC HIỆN KẾT LUẬN KỲ TRƯỚC", "REVIEW OF THE LAST CONCLUSIONS";
    look_back_since(title: &str, day: &str) = "{title} · từ {day}", "{title} · since {day}";
    look_back_foot = "Enter từng đơn vị · Ctrl-S tóm tắt vào dòng ghi · Ctrl-C chép · Esc", "Enter unit by unit · Ctrl-S sums up in the line · Ctrl-C copies · Esc";
    look_back_parts_foot = "gõ tên · 2 đang làm 3 đã báo cáo 4 hoàn thành · Tab chưa hoàn thành · Esc", "type a name · 2 in progress 3 reported 4 done · Tab next owed · Esc";
    look_back_none = "Không còn gì của các kỳ trước phải kiểm điểm.", "Nothing of earlier meetings is left to be reviewed.";
    look_back_beyond(n: usize) = "… và {n} nhiệm vụ còn mở nữa: xem F6", "… and {n} more open actions: see F6";
    look_back_more = "… Ctrl-C chép đủ, Enter xem từng đơn vị", "… Ctrl-C copies all of it, Enter shows the units";
    look_back_settled = "các đơn vị đã xong", "all units are done";
    look_back_area(area: &str, actions: usize, done: usize, total: usize) = "{area} · {actions} nhiệm vụ, xong {done}/{total}", "{area} · actions {actions}, done {done}/{total}";
    look_back_overdue(n: usize) = ", quá hạn {n}", ", overdue {n}";
    look_back_done(done: usize, total: usize) = "xong {done}/{total}", "done {done}/{total}";
    look_back_due(day: &str) = "hạn {day}", "due {day}";
    look_back_late(day: &str, days: i64) = "hạn {day}, QUÁ HẠN {days} ngày", "due {day}, {days} days OVERDUE";
    look_back_no_deadline = "chưa có hạn", "no deadline";
    look_back_waiting(n: usize, names: &str) = "Chờ xác nhận {n}: {names}", "To be accepted {n}: {names}";
    look_back_owing(n: usize, names: &str) = "Chưa báo cáo {n}: {names}", "Not reported {n}: {names}";
    look_back_note(actions: usize, done: usize, total: usize, overdue: usize, reported: usize) = "Kiểm điểm {actions} nhiệm vụ của các kỳ trước: hoàn thành {done}/{total} phần việc; quá hạn {overdue}; chờ xác nhận {reported}", "Reviewed {actions} actions of earlier meetings: {done}/{total} parts done; {overdue} overdue; {reported} to be accepted";
    look_back_begun(label: &str) = "{label} · Ctrl-B đọc", "{label} · Ctrl-B reads it";
    part_of(code: &str, unit: &str) = "{code} · {unit}", "{code} · {unit}";
    help_look_back = "Khi kiểm điểm kỳ trước", "In the review of the last conclusions";

    do_look_back = "Kiểm điểm kết luận kỳ trước", "Review the last conclusions";
    do_open_owing = "Đơn vị chưa hoàn thành", "Units that owe";
    do_next_owed = "Đơn vị chưa hoàn thành kế tiếp", "Next unit that owes";
    do_note_review = "Tóm tắt", "Sum up";
}

impl Words {
    /// Returns the totals of the open actions and issues of the book.
    pub(crate) fn owes(self, owed: &Outstanding) -> String {
        self.owes_parts(owed.open, owed.overdue, owed.reported, owed.unanswered)
    }

    /// Returns how the actions under a focus area stand together.
    pub(crate) fn look_back_sum(self, area: &str, sum: Sum) -> String {
        let all = sum.roll_up;
        let mut text = self.look_back_area(area, sum.actions, all.done, all.total);
        if sum.overdue > 0 {
            text.push_str(&self.look_back_overdue(sum.overdue));
        }
        text
    }
}
