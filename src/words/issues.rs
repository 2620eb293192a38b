//! The words of the issue log: its lines, the card of an issue, its forms, and its refusals.

use super::Words;
use crate::meeting::issues::{IssueRefusal, code};
use crate::text::dates::short_date;

super::phrases! {
    do_open_issue = "Mở", "Open";
    do_issue_filter = "Lọc", "Filter";
    do_issue_shown = "Đang chờ, tất cả", "Waiting, all";
    do_issue_competent = "Cơ quan giải quyết…", "Competent body…";
    do_issue_escalate = "Chuyển cấp trên…", "Escalate…";
    do_issue_merge = "Gộp với vướng mắc khác…", "Merge with another…";
    do_issue_link = "Nhiệm vụ giải quyết…", "Action that resolves it…";
    do_issue_part = "Tách ra, bỏ liên kết, xóa trả lời", "Part, unlink, delete the answer";
    do_export_issues = "Xuất phụ lục…", "Export an annex…";
    do_leave_issue = "Về danh sách, bỏ lọc", "Back to the list, drop the filter";

    issue_filter_hint = "@đơn vị  #trọng tâm  chưa trả lời  tháng 9  hội nghị:2023-07  hoặc chữ", "@unit  #area  not answered  month 9  meeting:2023-07  or words";
    issue_tally(waiting: usize, total: usize) = "{waiting} đang chờ · {total} tất cả", "{waiting} waiting · {total} in all";
    issue_tally_waiting(waiting: usize) = "chỉ {waiting} đang chờ", "only {waiting} waiting";
    issues_none_here = "Không có vướng mắc nào như vậy. Esc: bỏ lọc; Ctrl-A: đang chờ, tất cả.", "No such issue. Esc drops the filter; Ctrl-A: waiting, all.";
    column_waiting = "Chờ", "Waiting";
    raisers(units: usize, meetings: usize) = "{units} ĐV, {meetings} HN", "{units} in {meetings} mtg";
    raisers_once(units: usize) = "{units} ĐV", "{units} units";
    column_raisers = "Nêu bởi", "Raised by";
    column_raised_by = "Nêu bởi", "Raised by";
    column_since = "Từ ngày", "Since";
    column_competent = "Cơ quan giải quyết", "Competent body";
    waiting_today = "hôm nay", "today";
    waiting_days(days: i64) = "{days} ngày", "{days} days";
    issue_waits_today = "nêu hôm nay", "raised today";
    issue_waits(days: i64) = "chờ {days} ngày", "waiting {days} days";
    issue_waits_long(days: i64) = "chờ đã lâu: {days} ngày", "waiting long: {days} days";
    raised_times(units: usize, meetings: usize) = "{units} đơn vị · {meetings} HN", "{units} units · {meetings} mtg";
    raised_once(unit: &str, meetings: usize) = "{unit} · {meetings} HN", "{unit} · {meetings} mtg";
    issue_carried_out = "nhiệm vụ đã xong hết", "its actions are done";
    issue_offer_resolved = "Nhiệm vụ giải quyết đã xong hết: Ctrl-T ghi đã giải quyết.", "Its actions are all done: Ctrl-T marks it resolved.";

    card_raised(units: usize, meetings: usize) = "NÊU BỞI · đơn vị {units} · hội nghị {meetings}", "RAISED BY · units {units} · meetings {meetings}";
    card_answers = "TRẢ LỜI", "ANSWERS";
    card_actions = "NHIỆM VỤ GIẢI QUYẾT", "ACTIONS THAT RESOLVE IT";
    card_same = "TRÙNG VỚI", "SAME AS";
    card_duplicates = "GỘP VÀO ĐÂY", "MERGED INTO IT";
    card_original(code: &str, text: &str) = "Trùng với {code}: {text}", "Same as {code}: {text}";
    card_no_actions = "chưa có nhiệm vụ nào (Ctrl-K)", "no action yet (Ctrl-K)";
    card_no_answers = "chưa có trả lời (:)", "no answer yet (:)";
    card_competent(body: &str) = "Cơ quan giải quyết: {body}", "Competent body: {body}";
    card_no_competent = "Chưa rõ cơ quan giải quyết (Ctrl-D)", "Competent body not known (Ctrl-D)";
    card_no_focus = "chưa gắn trọng tâm", "no focus area";
    issue_no_speaker = "không ghi đơn vị", "no unit noted";
    action_due(day: &str) = "hạn {day}", "due {day}";
    action_linked(code: &str) = "đang giải quyết {code}", "resolves {code}";
    issue_resolved_by(codes: &str) = "Nhiệm vụ: {codes}", "Actions: {codes}";

    form_competent(code: &str) = "CƠ QUAN GIẢI QUYẾT {code}", "COMPETENT BODY FOR {code}";
    form_escalate(code: &str) = "CHUYỂN CẤP TRÊN {code}", "ESCALATE {code}";
    form_correct_answer(code: &str) = "SỬA TRẢ LỜI {code}", "CORRECT THE ANSWER TO {code}";
    form_export_issues = "XUẤT PHỤ LỤC VƯỚNG MẮC (.docx .pdf .md .txt)", "EXPORT THE ANNEX OF ISSUES (.docx .pdf .md .txt)";
    field_answered_by = "Người trả lời", "Answered by";
    field_answered_on = "Ngày", "Day";
    field_answer_document = "Văn bản (số, ngày)", "Document (no., date)";
    field_competent = "Cơ quan", "Body";
    field_passed_to = "Chuyển đến", "Passed to";
    choose_merge = "GỘP VỚI VƯỚNG MẮC NÀO?", "MERGE WITH WHICH ISSUE?";
    choose_link = "NHIỆM VỤ NÀO GIẢI QUYẾT?", "WHICH ACTION RESOLVES IT?";

    told_merged(gone: &str, into: &str, state: &str) = "Gộp {gone} vào {into} ({state})", "Merged {gone} into {into} ({state})";
    told_parted(code: &str, state: &str) = "Tách {code} ra: {state}", "Parted {code}: {state}";
    told_linked(action: &str, issue: &str) = "{action} giải quyết {issue}", "{action} resolves {issue}";
    told_unlinked(action: &str, issue: &str) = "{action} không còn giải quyết {issue}", "{action} no longer resolves {issue}";
    told_competent(code: &str, body: &str) = "{code}: giao {body}", "{code}: for {body}";
    told_no_competent(code: &str) = "{code}: bỏ cơ quan giải quyết", "{code}: no competent body";
    told_escalated(code: &str, body: &str) = "{code}: chuyển {body}", "{code}: passed to {body}";
    told_answer_corrected(code: &str) = "Sửa trả lời của {code}", "Corrected the answer to {code}";
    told_answer_gone(code: &str) = "Xóa trả lời của {code}", "Deleted the answer to {code}";
    told_issues_waiting = "Chỉ hiện vướng mắc đang chờ; Ctrl-A: tất cả", "Only what waits is shown; Ctrl-A shows all";
    told_issues_all = "Hiện tất cả vướng mắc", "All issues are shown";

    why_merged(code: &str) = "{code} đã gộp vào vướng mắc khác: mở nó, Delete để tách ra trước.", "{code} is merged into another: open it, Delete parts it first.";
    why_merged_into(code: &str, into: &str) = "{code} đã gộp vào {into}: ghi vào {into}, hoặc Delete để tách ra.", "{code} is merged into {into}: use {into}, or part it with Delete.";
    why_itself = "Không gộp một vướng mắc vào chính nó.", "An issue cannot be merged into itself.";
    why_not_merged = "Ở đây không có gì để tách ra: mở vướng mắc, chọn dòng rồi Delete.", "Nothing to part here: open the issue, select a line, then Delete.";
    why_not_answered = "Chưa có câu trả lời nào: bấm : để ghi.", "There is no answer yet: press : to write one.";
    why_before_raised(on: &str, raised: &str) = "Ngày trả lời {on} trước ngày nêu vướng mắc ({raised}).", "The answer of {on} comes before the issue was raised ({raised}).";
    why_answer_said = "Câu trả lời này là ghi chép của hội nghị: Enter đến dòng ấy để sửa.", "This answer is a note of a meeting: Enter goes to the line.";
    why_action_resolves(action: &str, issue: &str) = "{action} đang giải quyết {issue}: bỏ liên kết ở {issue} trước.", "{action} resolves {issue}: unlink it there first.";
    why_no_note = "Không có ghi chép nào giữ lời nêu này.", "No note holds these words.";
    why_raised_stays = "Lời nêu giữ nguyên ở hội nghị: Enter đến dòng ấy để sửa.", "What was raised stays with its meeting: Enter goes to the line.";
    why_paper_ending = "Tên tệp kết thúc bằng .docx, .pdf, .md hoặc .txt.", "The file name ends in .docx, .pdf, .md or .txt.";
}

impl Words {
    /// Returns how many units raised an issue, and at how many meetings where they are several.
    pub(crate) fn raised_in(self, units: usize, meetings: usize) -> String {
        if meetings > 1 {
            self.raisers(units, meetings)
        } else {
            self.raisers_once(units)
        }
    }

    /// Returns the sentence of a refusal of the issue log.
    pub(crate) fn issue_refusal(self, refusal: IssueRefusal) -> String {
        match refusal {
            IssueRefusal::Merged(number, None) => self.why_merged(&code(number)),
            IssueRefusal::Merged(number, Some(into)) => {
                self.why_merged_into(&code(number), &code(into))
            }
            IssueRefusal::Itself => self.why_itself().to_owned(),
            IssueRefusal::NotMerged => self.why_not_merged().to_owned(),
            IssueRefusal::NotAnswered => self.why_not_answered().to_owned(),
            IssueRefusal::BeforeRaised(on, raised) => {
                self.why_before_raised(&short_date(on), &short_date(raised))
            }
            IssueRefusal::Future(on) => self.why_in_future(&short_date(on)),
            IssueRefusal::Said => self.why_answer_said().to_owned(),
            IssueRefusal::Resolves(action, issue) => {
                self.why_action_resolves(&crate::meeting::actions::code(action), &code(issue))
            }
        }
    }
}
