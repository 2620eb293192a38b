//! The floor: the queue, the turns, the time that is left, and what a meeting keeps to itself.

use crate::common::stage::Stage;

fn in_discussion() -> Stage {
    let mut stage = Stage::new();
    stage.press("<F3>td4ốm<Enter><C-a>");
    stage.set_time("08:25:00");
    stage.press("<F4><C-n><C-n>2<C-n>2");
    stage
}

#[test]
fn who_asked_first_is_offered_first() {
    let mut stage = in_discussion();
    stage
        .press("<C-t>tam p<Enter>")
        .sees("Tam Phú đăng ký phát biểu")
        .sees("Chờ: Tam Phú");
    stage.press("<C-t>cát<Enter>").sees("Chờ: Tam Phú, Cát");
    stage
        .press("<C-t>tam p<Enter>")
        .sees("Tam Phú đã ở trong hàng chờ.")
        .press("<Esc>");
    stage
        .press("<C-g>")
        .sees("▸  1. Tam Phú")
        .press("<Enter>")
        .sees("Mời Tam Phú phát biểu")
        .sees("Chờ: Cát Lái");
    stage
        .press("<C-g><Enter>")
        .sees("Mời Cát Lái phát biểu")
        .misses("Chờ:");
    stage.press("<C-e>").sees("Cát Lái hết lượt");
    stage.press("<C-e>").sees("Chưa ai đang phát biểu.");
}

#[test]
fn the_time_left_is_shared_among_those_who_have_not_spoken() {
    let mut stage = in_discussion();
    stage.sees("còn 33 đơn vị →").sees("1'30");
    stage.set_time("08:42:00");
    stage
        .press("<C-g>tam p<Enter>")
        .sees("còn 32 đơn vị →")
        .sees("1'01");
}

#[test]
fn an_absent_unit_does_not_get_the_floor() {
    let mut stage = in_discussion();
    stage
        .press("<C-g>thảo đ<Enter>")
        .sees("Thảo Điền đang ghi là vắng")
        .misses("Mời Thảo Điền");
}

#[test]
fn a_half_typed_line_waits_for_its_meeting() {
    let mut stage = in_discussion();
    stage
        .press("nửa dòng")
        .press("<F2><C-n>2<Enter><Enter><Enter><Enter>")
        .sees("Lập Hội nghị");
    stage.press("<F4>").misses("nửa dòng");
    stage
        .press("<F2><Down><Enter>")
        .sees("nửa dòng")
        .sees("DIỄN BIẾN");
}

#[test]
fn signed_minutes_are_not_changed_but_what_was_decided_is_followed_up() {
    let mut stage = in_discussion();
    stage.press("> #1 @Tam Phú ^30/9 Báo cáo<Enter>");
    stage
        .press("<C-p>đánh dấu đã ký<Enter>")
        .sees("Hội nghị chưa bế mạc.");
    stage
        .press("<F4><C-p>bế mạc<Enter>1")
        .sees("Bế mạc hội nghị")
        .press("<Esc>");
    stage
        .press("<C-p>đánh dấu đã ký<Enter>")
        .sees("Biên bản còn thiếu");
    stage
        .press("<F4>thêm một dòng<Enter>")
        .sees("Enter lần nữa để ghi bổ sung")
        .press("<Enter>")
        .sees("thêm một dòng");
    stage.press("<F6>34").sees("Tam Phú: hoàn thành");
}

/// Letters and Enter: a line that only names a unit gives it the floor.
#[test]
fn a_line_that_only_names_a_unit_gives_it_the_floor() {
    let mut stage = in_discussion();
    stage.press("@tam p").sees("Mời Tam Phú phát biểu");
    stage.press("<Enter>").sees("✓ Mời Tam Phú phát biểu");
    stage
        .press("Kết nạp 12/20<Enter>")
        .sees("Tam Phú · thông tin");
    // By its number in the roll.
    stage.press("@14<Enter>").sees("Mời Linh Tây phát biểu");
    stage.press("@14<Enter>").sees("Linh Tây đang phát biểu.");
    stage
        .press("<C-u>@thảo đ<Enter>")
        .sees("Thảo Điền đang ghi là vắng");
    stage
        .press("<C-u>@lt<Enter>")
        .sees("Linh Tây, Linh Trung, Long Trường?");
    stage
        .press("<C-u><C-g>14")
        .sees("▸     Linh Tây")
        .misses("Tam Bình");
}

#[test]
fn a_guest_speaks_under_a_free_name_and_is_the_author_of_what_is_typed() {
    let mut stage = in_discussion();
    stage
        .press("<C-g>Trần Văn Khách")
        .sees("Khách: Trần Văn Khách")
        .press("<Enter>")
        .sees("Mời Trần Văn Khách phát biểu")
        .sees("khách · 00:00");
    stage
        .press("chào mừng hội nghị<Enter>")
        .sees("Trần Văn Khách · thông tin");
    stage
        .press("<C-t>Trần Văn Khách<Enter>")
        .sees("Chờ: Trần Văn");
    stage
        .press("<C-t>Trần Văn Khách<Enter>")
        .sees("Trần Văn Khách đã ở trong hàng chờ.");
}

#[test]
fn an_interjection_holds_the_turn_which_goes_on_afterwards() {
    let mut stage = in_discussion();
    stage.press("@tam p<Enter>").wait(2);
    stage
        .press("<C-g>cát<C-t>")
        .sees("Cát Lái chen ngang")
        .sees("Chờ: Tam Phú");
    stage.wait(1);
    stage.press("<C-e>").sees("Cát Lái hết lượt").misses("Chờ:");
    stage.wait(3);
    stage.sees("Có mặt · 03:00").sees("đã nói 05:00");
    stage
        .press("<C-p>tạm ngừng<Enter>")
        .sees("Tam Phú tạm ngừng")
        .sees("Chưa mời ai");
    stage.press("<C-g>").sees("▸  1. Tam Phú").press("<Esc>");
}

#[test]
fn a_turn_given_by_mistake_goes_back_to_the_head_of_the_queue() {
    let mut stage = in_discussion();
    stage.press("<C-t>cát<Enter>@tam p<Enter>");
    stage
        .press("<C-p>trả lượt<Enter>")
        .sees("Tam Phú về hàng chờ")
        .sees("Chờ: Tam Phú, Cát");
    stage.sees("33 đơn vị");
    stage
        .press("<C-p>trả lượt<Enter>")
        .sees("Chưa ai đang phát biểu");
}

#[test]
fn the_queue_is_moved_withdrawn_from_and_sorted() {
    let mut stage = in_discussion();
    stage.press("@tam p<Enter><C-e>");
    stage.press("<C-t>tam p<Enter><C-t>cát<Enter><C-t>an k<Enter>");
    stage.sees("Chờ: Tam Phú, Cát");
    stage
        .press("<C-g><F8>")
        .sees("Đổi chỗ trong hàng chờ: Tam Phú")
        .sees("1. Cát Lái")
        .sees("▸  2. Tam Phú");
    stage.press("<F7>").sees("▸  1. Tam Phú");
    stage
        .press("<C-s>")
        .sees("chưa phát biểu lên trước")
        .sees("1. Cát Lái")
        .sees("2. An Khánh")
        .sees("3. Tam Phú");
    stage.press("<C-s>").sees("Hàng chờ đã đúng thứ tự ấy");
    stage
        .press("<Home><Del>")
        .sees("Cát Lái rút tên")
        .sees("1. An Khánh");
    stage.press("<C-z>").sees("1. Cát Lái");
    stage.press("thảo đ<Del>").sees("Chưa ở trong hàng chờ");
}

#[test]
fn each_item_has_its_own_queue() {
    let mut stage = in_discussion();
    stage.press("<C-t>cát<Enter>").wait(2);
    stage.press("<C-n>3").misses("Chờ:");
    stage.press("<C-t>tam p<Enter>").sees("Chờ: Tam Phú");
    stage.wait(2);
    stage.press("<C-o><Up><Up><Enter>3").sees("Chờ: Cát Lái");
}

#[test]
fn the_times_of_a_turn_are_corrected() {
    let mut stage = in_discussion();
    stage.press("@tam p<Enter>").wait(4);
    stage
        .press("<C-e><C-p>sửa giờ các<Enter>")
        .sees("08:25 Tam Phú")
        .sees("04:00");
    stage.press("<Enter>").sees("LƯỢT PHÁT BIỂU · Tam Phú");
    stage
        .press("<C-u>8:30<Enter><C-u>8:28<Enter>")
        .sees("kết thúc trước khi bắt đầu");
    stage.press("<C-u>10:28<Enter>").sees("10:28:00 chưa đến");
    stage
        .press("<S-Tab><C-u>8:26<Enter><C-u>8:28:30<Enter>")
        .sees("Sửa giờ phát biểu của Tam Phú");
    stage.press("<C-p>sửa giờ các<Enter>").sees("02:30");
}

#[test]
fn the_card_of_a_unit_shows_what_it_owes_and_marks_progress_in_two_keys() {
    let mut stage = in_discussion();
    stage.press("> #1 @Tam Phú ^12/7 Báo cáo số hồ sơ<Enter>");
    stage.press("! @Tam Phú Thiếu phòng họp<Enter>");
    stage.set_moment("2023-07-13T08:00:00+07:00");
    stage
        .press("@tam p")
        .sees("1 nhiệm vụ quá hạn")
        .sees("!NV-001 12/7 Báo")
        .sees("1 vướng mắc chưa")
        .sees("VM-001 Thiếu phòng");
    // Two keys: the card, and the state.
    stage.press("<C-d>3").sees("Tam Phú: NV-001 đã báo cáo");
    // What was reported can be accepted; then nothing is owed any more.
    stage
        .press("4")
        .sees("Tam Phú: NV-001 hoàn thành")
        .misses("! NV-001");
    stage.press("<C-z>").sees("! NV-001");
    stage.press("<Down>4").sees("Dòng này không phải nhiệm vụ");
    stage
        .press("<Enter>")
        .sees("giaoban · Vướng mắc")
        .sees("Thiếu phòng họp");
    stage
        .press("<F4><C-d><Enter>")
        .sees("giaoban · Nhiệm vụ")
        .sees("NV-001");
    stage
        .press("<F4><C-d><Down><Down><Enter>")
        .sees("giaoban · Bàn thư ký")
        .sees("▸08:25");
    stage
        .press("<C-d><Down><Down><Down><Enter>")
        .sees("MƯỜI HỘI NGHỊ GẦN NHẤT");
}

#[test]
fn without_a_speaker_there_is_no_card() {
    let mut stage = in_discussion();
    stage
        .press("<C-d>")
        .sees("Chưa đơn vị nào phát biểu hay được nhắc đến");
}
