//! What is said of all that goes out before a meeting: invitation, calendar, prepared conclusions, files of documents.

use crate::meeting::series::Rhythm;

super::phrases! {
    field_prepare = "Chuẩn bị", "To prepare";
    field_reply_by = "Trả lời trước ngày", "Reply before";
    field_contact = "Người liên hệ", "Contact";
    field_contact_phone = "Điện thoại liên hệ", "Contact's phone";
    remark_plan_moved(what: &str) = "Kế hoạch đã khác bản đã gửi: {what} (Enter: ghi số mới để gửi lại)", "The plan differs from what was sent: {what} (Enter: a new number to send it anew)";
    why_moved(paper: &str) = "{paper} số này đã gửi nơi khác, nay kế hoạch đã đổi. Gửi thì ghi số mới (F8, Ctrl-E).", "{paper}: this number went to others before the plan changed. Give it a new number (F8, Ctrl-E).";
    moved_title = "tên hội nghị", "title";
    moved_invited = "thành phần mời", "who is invited";
    moved_times = "thời gian", "time";
    moved_venue = "địa điểm", "venue";
    moved_chair = "chủ trì", "chair";
    moved_content = "nội dung", "content";
    moved_programme = "chương trình", "programme";
    moved_prepare = "phần chuẩn bị", "what to prepare";
    moved_reply = "trả lời, liên hệ", "reply and contact";
    choose_copy = "GIẤY MỜI GỬI AI?", "WHOSE INVITATION?";
    option_for_all = "Chung cho tất cả", "One for all";
    paper_for(paper: &str, body: &str) = "{paper}: {body}", "{paper}: {body}";
    why_sent_otherwise(paper: &str) = "{paper} số này đã phát hành với lời khác. Mời lại thì ghi số mới (F8, Ctrl-E).", "{paper}: this number went out in other words. To send it anew, give it a new number (F8, Ctrl-E).";
    left_sent(paper: &str) = "{paper} (khác bản đã gửi)", "{paper} (not as it was sent)";
    sender_note = "Để trống: chủ trì ký, nơi nhận «Như trên».", "Blank: the chair signs, those named above get it.";
    gaps_sent = "Bản chính; mời lại thì ghi số mới (Ctrl-E).", "Final; to send it anew, give it a new number (Ctrl-E).";
    why_invitation_ending = "Đuôi tệp: .docx, .pdf, .md, .txt; .ics là lịch họp.", "The file ends in .docx, .pdf, .md, .txt, or .ics for a calendar.";
    note_calendar = "Đuôi .ics: lịch họp để mở trong Outlook, điện thoại.", "Ending .ics: the meeting for Outlook or a phone.";

    do_prepared = "Kết luận chuẩn bị sẵn", "Prepared conclusions";
    do_take_prepared = "Lấy", "Take";
    do_change_prepared = "Vào dòng", "To the line";
    do_drop_prepared = "Bỏ", "Drop";
    do_write_prepared = "Soạn", "Prepare";
    help_prepared = "Trên các kết luận chuẩn bị sẵn (Alt-=)", "On prepared conclusions (Alt-=)";
    prepared_title = "KẾT LUẬN CHUẨN BỊ SẴN", "PREPARED CONCLUSIONS";
    prepared_foot = "không in vào văn bản nào khi chủ trì chưa nêu", "in no paper before the chair says one";
    prepared_none = "Chưa soạn kết luận nào. Ctrl-N: soạn.", "Nothing is prepared. Ctrl-N prepares one.";
    prepared_waits = "chờ", "waits";
    prepared_taken(time: &str) = "✓ đã lấy {time}", "✓ taken {time}";
    prepared_dropped = "đã bỏ", "dropped";
    prepared_item(position: i64) = "mục {position}", "item {position}";
    prepared_left(n: usize) = "{n} kết luận chuẩn bị sẵn chưa dùng", "prepared conclusions not used: {n}";
    form_prepared = "KẾT LUẬN CHUẨN BỊ SẴN", "PREPARED CONCLUSION";
    field_prepared = "Kết luận", "Conclusion";
    field_prepared_area = "Trọng tâm số", "Focus area";
    told_prepared = "Soạn sẵn kết luận", "Conclusion prepared";
    told_prepared_taken = "Ghi kết luận đã chuẩn bị", "Prepared conclusion written";
    told_prepared_dropped = "Bỏ kết luận chuẩn bị sẵn", "Prepared conclusion dropped";
    told_prepared_back = "Xóa kết luận đã ghi; kết luận chuẩn bị sẵn chờ lại", "Conclusion deleted; the prepared one waits again";
    told_prepared_waits = "Kết luận chuẩn bị sẵn chờ lại", "Prepared conclusion waits again";
    why_none_prepared = "Chưa có kết luận nào ở đây.", "There is none here.";
    why_prepared_taken = "Kết luận này đã ghi rồi; Delete: xóa kết luận ấy, cho chờ lại.", "This one was written; Delete deletes that and lets it wait again.";
    why_line_not_free = "Dòng ghi đang có chữ: ghi hoặc xóa dòng ấy trước.", "The line holds text: write or clear it first.";

    do_documents = "Tài liệu của hội nghị", "Meeting documents";
    choose_document = "MỞ TÀI LIỆU NÀO?", "WHICH DOCUMENT?";
    choose_document_to_correct = "SỬA TÀI LIỆU NÀO?", "CORRECT WHICH DOCUMENT?";
    option_add_document = "Thêm tài liệu…", "Add a document…";
    option_correct_document = "Sửa, bỏ tài liệu…", "Correct or remove one…";
    document_without_file = "chưa ghi tệp", "no file named";
    choose_same_document = "TÊN KHÁC: VẪN VĂN BẢN ẤY?", "ANOTHER NAME: THE SAME DOCUMENT?";
    option_same_document = "Vẫn văn bản ấy, sửa tên ở mọi hội nghị", "The same: correct its name at every meeting";
    option_other_document = "Văn bản khác", "Another document";
    note_known_documents(names: &str) = "Sổ đã có: {names}", "In the book: {names}";
    form_document = "TÀI LIỆU CỦA HỘI NGHỊ", "MEETING DOCUMENT";
    field_document_name = "Tài liệu", "Document";
    field_document_place = "Tệp hoặc địa chỉ", "File or address";
    note_document_gone = "Để trống tên: bỏ tài liệu khỏi hội nghị; tệp giữ nguyên.", "No name: taken off the meeting; the file stays.";
    told_document(name: &str) = "Tài liệu: {name}", "Document: {name}";
    told_document_gone(name: &str) = "Bỏ tài liệu: {name}", "Document taken off: {name}";
    told_opened(place: &str) = "Đã mở {place}", "Opened {place}";
    why_not_a_place(typed: &str) = "«{typed}» không phải đường dẫn của tệp hay địa chỉ http(s).", "«{typed}» is no path of a file and no http(s) address.";
    why_a_program(place: &str) = "{place} là chương trình, không phải tài liệu: không mở.", "{place} is a program, no document: it is not opened.";
    fail_document_gone(place: &str) = "Không còn tệp {place} trên máy này.", "There is no {place} on this machine any more.";
    fail_no_opener(place: &str) = "Máy này không có chương trình để mở {place}.", "This machine has nothing to open {place} with.";

    option_series = "Cả loạt hội nghị theo nhịp…", "A series of meetings…";
    form_series = "LẬP CẢ LOẠT HỘI NGHỊ", "PLAN A SERIES";
    field_rhythm = "Nhịp", "Rhythm";
    field_extent = "Số buổi / đến ngày", "How many / until";
    rhythm_week = "1 hằng tuần", "1 every week";
    rhythm_fortnight = "2 hai tuần một lần", "2 every fortnight";
    rhythm_month = "3 hằng tháng", "3 every month";
    rhythm_quarter = "4 hằng quý", "4 every quarter";
    note_series = "Trùng ngày nghỉ thì dời sang ngày làm việc kế tiếp; tên và mục theo từng ngày.", "Days off are moved to the next working day; name and items follow each day.";
    told_series(n: usize, first: &str, last: &str) = "Lập {n} hội nghị, {first} - {last}", "{n} meetings planned, {first} - {last}";
    told_series_moved(moved: &str) = "dời vì ngày nghỉ: {moved}", "moved off days off: {moved}";
    told_series_skipped(skipped: &str) = "bỏ vì ngày nghỉ, đã có buổi kế tiếp: {skipped}", "left out, a day off before the next meeting: {skipped}";
    why_not_a_rhythm(typed: &str) = "«{typed}»: 1 hằng tuần, 2 hai tuần, 3 hằng tháng, 4 hằng quý.", "«{typed}»: 1 week, 2 fortnight, 3 month, 4 quarter.";
    why_not_an_extent(typed: &str, most: usize) = "«{typed}»: số buổi từ 1 đến {most}, hoặc ngày cuối như 31/12.", "«{typed}»: how many from 1 to {most}, or the last day as 31/12.";
    why_series_empty(first: &str) = "Ngày cuối trước buổi đầu ({first}).", "The last day is before the first meeting ({first}).";
    why_series_too_long(most: usize) = "Quá {most} hội nghị: cho ngày cuối gần hơn.", "More than {most} meetings: give an earlier last day.";
    why_series_past_roster(roster: &str, last: &str) = "«{roster}» chỉ có hiệu lực đến {last}: cho loạt kết thúc trước đó.", "«{roster}» ends on {last}: let the series end before.";
}

impl super::Words {
    /// Returns the name of a rhythm with the digit that picks it.
    pub(crate) fn rhythm(self, rhythm: Rhythm) -> &'static str {
        match rhythm {
            Rhythm::Week => self.rhythm_week(),
            Rhythm::Fortnight => self.rhythm_fortnight(),
            Rhythm::Month => self.rhythm_month(),
            Rhythm::Quarter => self.rhythm_quarter(),
        }
    }
}
