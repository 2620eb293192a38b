//! The names of the figures of the follow-up, and the formula of each as a sentence.

use super::{Lang, Words};
use crate::meeting::actions::Parts;
use crate::meeting::actions::figures::{Figure, Measure, Sums};
use crate::text::dates::percent;

super::phrases! {
    figure_parts = "Phần việc", "Parts";
    figure_open = "Chưa xong", "Open";
    figure_overdue = "Quá hạn", "Overdue";
    figure_in_time = "Trong hạn", "In time";
    figure_due_soon = "Sắp đến hạn", "Due soon";
    figure_reported = "Chờ xác nhận", "To be accepted";
    figure_reported_past = "Chờ xác nhận, qua hạn", "To accept, past due";
    figure_paused = "Tạm dừng", "Paused";
    figure_not_reported = "Chưa báo cáo", "Not reported";
    figure_done = "Hoàn thành", "Done";
    figure_done_in_time = "Hoàn thành đúng hạn", "Done in time";
    figure_done_late = "Hoàn thành trễ hạn", "Done late";
    figure_completion = "Tỷ lệ hoàn thành (HT %)", "Completion (done %)";
    figure_reports = "Tỷ lệ báo cáo (BC %)", "Reports (rep. %)";
    figure_in_time_rate = "Tỷ lệ đúng hạn", "In time, of the done";
    figure_cancelled = "Hủy", "Cancelled";
    figure_handed_over = "Chuyển tiếp", "Handed over";

    formula_parts = "mọi phần việc, trừ hủy và chuyển tiếp", "all parts but those cancelled or handed over";
    formula_open = "quá hạn + trong hạn + chờ xác nhận + tạm dừng", "overdue + in time + to be accepted + paused";
    formula_overdue = "đơn vị còn phải làm, hạn trước hôm nay", "owed by the unit, deadline before today";
    formula_in_time = "đơn vị còn phải làm, chưa quá hạn", "owed by the unit, not overdue";
    formula_due_soon = "trong hạn, còn 3 ngày trở lại", "in time, due within 3 days";
    formula_reported = "đơn vị đã báo cáo, cơ quan chưa xác nhận", "reported by the unit, not accepted yet";
    formula_reported_past = "chờ xác nhận, hạn trước hôm nay", "to be accepted, deadline before today";
    formula_paused = "cơ quan cho tạm dừng", "paused by the office";
    formula_not_reported = "chưa thực hiện + đang thực hiện + tạm dừng", "not started + in progress + paused";
    formula_done = "đã xác nhận hoàn thành", "accepted as done";
    formula_done_in_time = "hoàn thành, trừ hoàn thành trễ hạn", "done, but not done late";
    formula_done_late = "ngày hoàn thành sau hạn", "done after the deadline";
    formula_completion = "hoàn thành / phần việc", "done / parts";
    formula_reports = "(chờ xác nhận + hoàn thành) / phần việc", "(to be accepted + done) / parts";
    formula_in_time_rate = "hoàn thành đúng hạn / hoàn thành", "done in time / done";
    formula_cancelled = "không tính vào phần việc", "not counted among the parts";
    formula_handed_over = "tính ở đơn vị nhận", "counted at the unit that took it";

    help_figures = "Số liệu và cách tính", "The figures and their formulas";
    parts_overdue(n: usize) = "{n} quá hạn", "{n} overdue";
    parts_waiting(n: usize) = "{n} chờ xác nhận", "{n} to be accepted";
    parts_paused(n: usize) = "{n} tạm dừng", "{n} paused";
    parts_in_time(n: usize) = "{n} trong hạn", "{n} in time";
}

impl Words {
    /// Returns the name of a figure.
    pub fn figure(self, figure: Figure) -> &'static str {
        match figure {
            Figure::Parts => self.figure_parts(),
            Figure::Open => self.figure_open(),
            Figure::Overdue => self.figure_overdue(),
            Figure::InTime => self.figure_in_time(),
            Figure::DueSoon => self.figure_due_soon(),
            Figure::Reported => self.figure_reported(),
            Figure::ReportedPast => self.figure_reported_past(),
            Figure::Paused => self.figure_paused(),
            Figure::NotReported => self.figure_not_reported(),
            Figure::Done => self.figure_done(),
            Figure::DoneInTime => self.figure_done_in_time(),
            Figure::DoneLate => self.figure_done_late(),
            Figure::CompletionRate => self.figure_completion(),
            Figure::ReportRate => self.figure_reports(),
            Figure::InTimeRate => self.figure_in_time_rate(),
            Figure::Cancelled => self.figure_cancelled(),
            Figure::HandedOver => self.figure_handed_over(),
        }
    }

    /// Returns how a figure is reckoned.
    pub fn formula(self, figure: Figure) -> &'static str {
        match figure {
            Figure::Parts => self.formula_parts(),
            Figure::Open => self.formula_open(),
            Figure::Overdue => self.formula_overdue(),
            Figure::InTime => self.formula_in_time(),
            Figure::DueSoon => self.formula_due_soon(),
            Figure::Reported => self.formula_reported(),
            Figure::ReportedPast => self.formula_reported_past(),
            Figure::Paused => self.formula_paused(),
            Figure::NotReported => self.formula_not_reported(),
            Figure::Done => self.formula_done(),
            Figure::DoneInTime => self.formula_done_in_time(),
            Figure::DoneLate => self.formula_done_late(),
            Figure::CompletionRate => self.formula_completion(),
            Figure::ReportRate => self.formula_reports(),
            Figure::InTimeRate => self.formula_in_time_rate(),
            Figure::Cancelled => self.formula_cancelled(),
            Figure::HandedOver => self.formula_handed_over(),
        }
    }

    /// Returns the value of a figure as the screen shows it.
    pub fn measured(self, figure: Figure, sums: Sums) -> String {
        match figure.of(sums) {
            Measure::Count(n) => self.number(n),
            Measure::Share(part, whole) => self.share(part, whole).unwrap_or_default(),
        }
    }

    /// Returns a share in per cent, with its tenth; of nothing there is none.
    pub(crate) fn share(self, part: usize, whole: usize) -> Option<String> {
        let share = percent(part, whole)?;
        Some(match self.lang() {
            Lang::Vi => share,
            Lang::En => share.replace(',', "."),
        })
    }

    /// Returns how many open parts stand in which of the ways that want a look: overdue, waiting, paused.
    pub(crate) fn look_after(self, parts: Parts) -> Vec<String> {
        let counts = [
            (parts.overdue, self.parts_overdue(parts.overdue)),
            (parts.reported, self.parts_waiting(parts.reported)),
            (parts.paused, self.parts_paused(parts.paused)),
        ];
        let counted = counts.into_iter().filter(|(n, _)| *n > 0);
        counted.map(|(_, text)| text).collect()
    }

    /// Returns the same in the signs of the lists: `!85 ●15 ‖32`.
    pub(crate) fn look_after_signs(self, parts: Parts) -> String {
        let counts = [
            ('!', parts.overdue),
            ('●', parts.reported),
            ('‖', parts.paused),
        ];
        let counted = counts.into_iter().filter(|(_, n)| *n > 0);
        let signed: Vec<String> = counted
            .map(|(sign, n)| format!("{sign}{}", self.number(n)))
            .collect();
        signed.join(" ")
    }
}
