//! The sentences of F8: names of papers, gaps, possible slips, imprints.

use super::Words;
use crate::meeting::code::{Capacity, NamedAfter};

super::phrases! {
    slip_of(unit: &str) = "Phiếu: {unit}", "Slip: {unit}";
    preview_draft(number: u32) = "dự thảo lần {number}", "draft {number}";
    preview_final = "bản chính", "final";
    noted_title(n: usize) = "LƯU Ý {n}", "{n} TO NOTE";
    suggestions_title(n: usize) = "GỢI Ý {n}", "{n} SUGGESTED";

    gap_in_places(n: usize, gap: &str) = "{gap} · {n} chỗ", "{gap} · {n} places";
    gap_of_paper(gap: &str, paper: &str) = "{gap} ({paper})", "{gap} ({paper})";
    gap_opening_time = "Giờ khai mạc", "When it began";
    gap_closing_time = "Giờ bế mạc", "When it ended";
    remark_closed_first = "Bế mạc trước khai mạc", "Ended before it began";
    remark_sums(roster: usize, present: usize, absent: usize, left: usize) = "Triệu tập {roster} ≠ có mặt {present} + vắng {absent} + chưa điểm danh {left}", "Called {roster} ≠ present {present} + absent {absent} + not marked {left}";
    remark_spoke_absent(unit: &str) = "Ghi vắng mà có ý kiến: {unit}", "Absent, but spoke: {unit}";
    remark_item_times(item: &str) = "Giờ mục mâu thuẫn: {item}", "Times contradict: {item}";
    gap_presenter(item: &str) = "Ai trình bày: {item}", "Who presents: {item}";
    remark_focus(text: &str) = "Kết luận thiếu trọng tâm: {text}", "No focus area: {text}";
    remark_unanswered(code: &str) = "{code} chưa trả lời", "{code} not answered";
    gap_raised_by(code: &str) = "{code} ai nêu", "{code}: raised by whom";
    gap_issue_focus(code: &str) = "{code} thuộc trọng tâm nào", "{code}: focus area";
    gap_competent(code: &str) = "{code} cơ quan giải quyết", "{code}: who can settle it";
    gap_answer(code: &str) = "{code} nội dung trả lời", "{code}: the answer";
    gap_lead(code: &str) = "{code} chưa có đơn vị", "{code} has no unit";
    gap_deadline(code: &str) = "{code} chưa có hạn", "{code} has no deadline";
    remark_product(code: &str) = "{code} chưa ghi sản phẩm", "{code} has no product";
    remark_products(n: usize) = "{n} nhiệm vụ thiếu sản phẩm", "no product: {n} actions";
    remark_said_due(code: &str) = "{code}: hạn theo lời chủ trì, chưa có ngày", "{code}: due as the chair said, no day yet";
    remark_unapproved = "Chưa ghi: biên bản đã đọc lại, thông qua thế nào", "Not said: minutes read out, approved by whom";
    remark_set_phrase(printed: &str) = "Câu mẫu: «{printed}»", "Set phrase: «{printed}»";
    where_phrase(section: &str, name: &str) = "Câu «{name}», phần [{section}] của tệp câu chữ: Ctrl-S ghi tệp ra, sửa rồi Ctrl-O đọc lại.", "The sentence «{name}», section [{section}] of the wording file: Ctrl-S writes it, change it, Ctrl-O reads it.";
    form_closing = "BIÊN BẢN ĐƯỢC THÔNG QUA THẾ NÀO?", "HOW WERE THE MINUTES APPROVED?";
    field_read_out = "Đã đọc lại", "Read out";
    field_approved = "Thông qua: được", "Approved";
    field_reservations = "Ý kiến về BB", "Reservations";
    approved_note(all: &str, chair: &str) = "Được: 1 {all}, 2 {chair}, hoặc gõ; để trống thì không ghi.", "Approved: 1 {all}, 2 {chair}, or typed; left blank, nothing is said.";
    told_approval = "Ghi việc đọc lại, thông qua biên bản", "Noted how the minutes were approved";
    appraisal_note(words: &str) = "Đánh giá chung: gõ 1 để lấy câu thường dùng «{words}»", "Appraisal: 1 takes the usual words «{words}»";
    office_note = "Chức vụ: trong Đảng ủy thì ghi «Phó Bí thư»; chức vụ nơi khác ghi đủ tên cơ quan.", "Office: of the committee itself, «Phó Bí thư»; any other with its body.";
    gap_number = "Số: văn thư cấp khi ký", "Number: given on signing";
    gap_dated = "Ngày của văn bản", "Day of the paper";
    gap_signer = "Người ký: họ tên", "Signer: name";
    gap_signer_office = "Người ký: chức vụ", "Signer: office";
    gap_recipients = "Nơi nhận", "Recipients";
    gap_head = "Chức vụ cấp trưởng (F11)", "The head's office (F11)";
    gap_follow_up = "Bộ phận theo dõi (F11)", "Who follows up (F11)";
    gap_report_by = "Báo cáo trước ngày", "Report before";
    gap_unit = "Phiếu của đơn vị nào", "Whose slip";
    gap_register = "Việc chưa hoàn thành của cả sổ", "What is open in the book";
    gap_correction = "Chưa có gì được đính chính (Ctrl-K)", "Nothing is corrected yet (Ctrl-K)";
    gap_typed = "Chỗ trống trong lời đã ghi: ......", "A blank in the words: ......";

    no_record = "Câu này là lời của mẫu, không phải của một bản ghi.", "These are words of the template; no record stands behind them.";
    no_imprint(paper: &str) = "{paper} không có số, người ký, nơi nhận riêng.", "{paper}: it has no number, signer or recipients of its own.";
    why_no_suggestion = "Chọn một gợi ý ở khung trái (Tab).", "Select a suggestion on the left (Tab).";
    told_let_go(old: &str) = "Giữ nguyên «{old}»", "Left «{old}» as it is";
    told_mended(old: &str, new: &str) = "Sửa chữ: {old} → {new}", "Mended: {old} → {new}";
    told_imprint(what: &str, paper: &str) = "Ghi {what} của {paper}", "Wrote {what} of {paper}";
    imprint_number = "số", "number";
    imprint_day = "ngày", "day";
    imprint_signer = "người ký", "signer";
    imprint_particulars = "chi tiết", "particulars";
    told_times = "Sửa giờ khai mạc, bế mạc", "Corrected when the meeting began and ended";

    form_imprint(what: &str, paper: &str) = "{what} · {paper}", "{what} · {paper}";
    form_times = "GIỜ KHAI MẠC, BẾ MẠC", "BEGINNING AND END";
    field_opened = "Khai mạc lúc", "Began at";
    field_closed = "Bế mạc lúc", "Ended at";
    field_number = "Số", "Number";
    field_dated = "Ngày văn bản", "Day";
    field_named_after = "Tiêu đề theo", "Titled after";
    field_signer = "Người ký", "Signer";
    field_capacity = "Tư cách ký", "Capacity";
    field_recipients = "Nơi nhận (;)", "Recipients (;)";
    field_appraisal = "Đánh giá chung", "Appraisal";
    field_report_by = "Báo cáo trước", "Report before";
    named_after_meeting = "1 hội nghị", "1 the meeting";
    named_after_chair = "2 đồng chí chủ trì", "2 the chair";
    pick_head = "1 trực tiếp", "1 directly";
    pick_deputy = "2 K/T", "2 K/T";
    pick_by_order = "3 T/L", "3 T/L";
    signatories_note(list: &str) = "Người ký: số hoặc chữ của {list}", "Signer: number or letters of {list}";
    signer_note = "Để trống: chủ trì ký, nơi nhận thường lệ.", "Blank: the chair signs, the usual recipients.";
    why_not_named_after(typed: &str) = "«{typed}»: 1 theo hội nghị, 2 theo đồng chí chủ trì.", "«{typed}»: 1 after the meeting, 2 after the chair.";
    why_not_a_capacity(typed: &str) = "«{typed}»: 1 trực tiếp, 2 K/T, 3 T/L.", "«{typed}»: 1 directly, 2 K/T, 3 T/L.";
    why_no_signatory(typed: &str) = "Danh sách người ký không có số {typed}.", "The list of signatories has no number {typed}.";
    why_several_signatories(typed: &str) = "«{typed}»: nhiều người ký khớp; gõ thêm.", "«{typed}»: several signatories match; type more.";

    choose_paper = "VĂN BẢN NÀO?", "WHICH PAPER?";
    choose_slip = "PHIẾU CỦA ĐƠN VỊ NÀO?", "WHOSE SLIP?";
    choose_finalise = "BIÊN BẢN ĐÃ KÝ?", "ARE THE MINUTES SIGNED?";
    choose_quoted = "TRONG NGOẶC KÉP: VẪN SỬA?", "QUOTED WORDS: CHANGE THEM?";
    option_sign = "Đã ký: từ nay chỉ còn đính chính", "Signed: from now on only amendments";
    choose_unsign = "BỎ DẤU ĐÃ KÝ?", "TAKE THE SIGNATURE MARK OFF?";
    option_stay_signed = "Không, để nguyên", "No, leave it";
    option_unsign = "Bỏ: biên bản lại sửa được", "Take it off: the minutes can be changed again";
    option_not_signed = "Chưa", "Not yet";
    option_of_registry(n: usize) = "{n} chỗ văn thư ghi khi ký", "{n} for the registry";
    option_noted(n: usize) = "{n} điều lưu ý", "{n} to note";
    option_mend(old: &str, new: &str) = "Sửa {old} → {new}", "Change {old} → {new}";
    option_keep_quote = "Giữ nguyên lời trích", "Keep the quotation";

    do_choose_paper = "Văn bản khác…", "Another paper…";
    do_imprint = "Số, ngày, người ký…", "Number, day, signer…";
    do_let_go = "Bỏ qua gợi ý", "Let the suggestion go";
}

impl Words {
    /// Returns whether a notice is named after the meeting or the chair, with the digit that picks it.
    pub(crate) fn named_after(self, after: NamedAfter) -> &'static str {
        match after {
            NamedAfter::Meeting => self.named_after_meeting(),
            NamedAfter::Chair => self.named_after_chair(),
        }
    }

    /// Returns the name of a capacity with the digit that picks it.
    pub(crate) fn capacity_pick(self, capacity: Capacity) -> &'static str {
        match capacity {
            Capacity::Head => self.pick_head(),
            Capacity::Deputy => self.pick_deputy(),
            Capacity::ByOrder => self.pick_by_order(),
        }
    }
}
