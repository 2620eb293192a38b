//! The words of the agenda: who presents an item, what becomes of an item that was not held.

use super::Words;
use crate::meeting::readiness::Lacking;

super::phrases! {
    field_presenter = "Người trình bày", "Presenter";
    item_presented_by(who: &str) = "{who} trình bày", "presented by {who}";

    item_carried = "chuyển hội nghị kỳ sau", "put off to the next meeting";
    choose_unheld = "NỘI DUNG CHƯA THỰC HIỆN: BỎ HAY CHUYỂN KỲ SAU?", "AN ITEM WAS NOT HELD: LEFT OUT OR PUT OFF?";
    choose_decision = "MỤC NÀY BỎ HAY CHUYỂN KỲ SAU?", "IS THIS ITEM LEFT OUT OR PUT OFF?";
    option_carry(item: &str) = "Chuyển kỳ sau: {item}", "Put off to the next meeting: {item}";
    option_leave_out(item: &str) = "Bỏ, ghi lý do: {item}", "Leave out, with the reason: {item}";
    option_was_held(item: &str) = "Đã xong, không còn gì: {item}", "It was finished: {item}";
    option_carry_all(n: usize) = "Chuyển kỳ sau cả {n} mục còn lại", "Put all {n} that remain off to the next meeting";
    option_leave_out_all(n: usize) = "Bỏ cả {n} mục còn lại, một lý do", "Leave out all {n} that remain, for one reason";
    option_decide_later = "Quyết định sau (F8 nhắc)", "Decide later (F8 reminds)";
    unheld_left(n: usize) = "còn {n} mục chưa quyết định", "{n} to be decided";
    unheld_count(n: usize) = "{n} mục chưa họp tới", "{n} items not held";
    form_leave_out_all(n: usize) = "LÝ DO BỎ {n} MỤC", "WHY {n} ITEMS ARE LEFT OUT";
    told_carried(item: &str) = "Chuyển hội nghị kỳ sau: {item}", "Put off to the next meeting: {item}";
    told_carried_all(n: usize) = "Chuyển {n} mục sang hội nghị kỳ sau", "Put {n} items off to the next meeting";
    told_left_out_all(n: usize) = "Bỏ {n} mục", "Left out {n} items";
    told_held(item: &str) = "Đã xong: {item}", "Finished: {item}";
    gap_undecided(item: &str) = "Bỏ hay chuyển: {item}", "To decide: {item}";
    choose_begin = "BẮT ĐẦU HỘI NGHỊ?", "BEGIN THE MEETING?";
    option_begin(item: &str) = "Bắt đầu hội nghị: {item}", "Begin the meeting: {item}";
    option_edit_item(item: &str) = "Chưa họp, sửa mục: {item}", "Not yet, edit: {item}";
    option_fill_in(what: &str) = "Điền trước: {what}", "Fill in first: {what}";
    will_lack(what: &str) = "Văn bản sẽ thiếu: {what}", "Papers will lack: {what}";
    lacks_venue = "địa điểm", "venue";
    lacks_chair = "chủ trì", "chair";
    lacks_recorder = "người ghi biên bản", "recorder";
    lacks_names(n: usize) = "họ tên {n} đơn vị", "names of {n} units";
    choose_room = "THỜI GIAN TRÙNG VỚI MỤC KHÁC", "ANOTHER ITEM RAN AT THAT TIME";
    option_make_room(cut: &str) = "Sửa luôn: {cut}", "Correct it too: {cut}";
    option_make_room_only(cut: &str) = "Sửa luôn, dòng ghi giữ mục cũ: {cut}", "Correct it too, lines stay: {cut}";
    lines_follow(n: usize) = "{n} dòng ghi theo sang", "{n} lines come along";
    turns_follow(n: usize) = "{n} lượt phát biểu theo sang", "{n} turns come along";
    option_back_to_form = "Quay lại sửa", "Back to the form";
    choose_outside = "GIỜ NGOÀI LÚC MỤC CHẠY", "A TIME AT WHICH THE ITEM DID NOT RUN";
    option_to_nearest(time: &str, item: &str) = "Giữ mục, lấy giờ {time}: {item}", "Keep the item, take {time}: {item}";
    option_to_running(item: &str) = "Giữ giờ, sang mục chạy lúc ấy: {item}", "Keep the time, go to the item of then: {item}";
    option_each_to_nearest(n: usize) = "Giữ mục, lấy giờ gần nhất của mục cho từng dòng ({n} dòng)", "Keep the items, take the nearest time of each ({n} lines)";
    option_each_to_running(n: usize) = "Giữ giờ, sang mục đang họp lúc ấy của từng dòng ({n} dòng)", "Keep the times, go to the item of then for each ({n} lines)";
    option_keep_outside = "Giữ nguyên như đã gõ", "Keep it as typed";
    choose_turn_outside = "LƯỢT PHÁT BIỂU NGOÀI LÚC MỤC CHẠY", "A TURN WHILE ITS ITEM DID NOT RUN";
    option_turn_within(times: &str, item: &str) = "Giữ mục, lấy giờ {times}: {item}", "Keep the item, take {times}: {item}";
    option_turn_to_running(item: &str) = "Sang mục chạy lúc ấy: {item}", "Go to the item of then: {item}";
    why_outside_meeting(at: &str, from: &str, to: &str) = "{at} ngoài giờ họp ({from} - {to}).", "{at} is outside the meeting ({from} - {to}).";
    choose_fill_names = "LẤY HỌ TÊN CHO HỘI NGHỊ ĐANG MỞ?", "TAKE THE NAMES FOR THE OPEN MEETING?";
    option_fill_names(n: usize) = "Lấy họ tên cho {n} đơn vị còn trống", "Take the names for {n} units that lack them";
    option_no_names = "Danh sách không có họ tên nào mà hội nghị còn thiếu", "The roster has no name that the meeting lacks";
    told_names_filled(n: usize) = "Lấy họ tên cho {n} đơn vị", "Took the names for {n} units";
    names_suggested = "Họ tên lấy từ danh sách (F10) là gợi ý; ghi thì mới vào hội nghị.", "Names from the roster (F10) are suggested; they enter the meeting when you save.";
    plan_takes(items: &str) = "Chuyển từ kỳ trước: {items}", "Put off from earlier meetings: {items}";
}

impl Words {
    /// Returns what a meeting lacks for its papers, one after another; nothing where nothing is missing.
    pub(crate) fn lacking(self, lacking: Lacking) -> Option<String> {
        let names = (lacking.names > 0).then(|| self.lacks_names(lacking.names));
        let fixed = [
            (lacking.venue, self.lacks_venue()),
            (lacking.chair, self.lacks_chair()),
            (lacking.recorder, self.lacks_recorder()),
        ];
        let fixed = fixed.into_iter().filter(|(is_missing, _)| *is_missing);
        let all: Vec<String> = fixed
            .map(|(_, what)| what.to_owned())
            .chain(names)
            .collect();
        (!all.is_empty()).then(|| all.join(", "))
    }
}
