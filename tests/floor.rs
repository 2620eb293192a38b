//! The floor: the queue, the turns, the time that is left, and what a meeting keeps to itself.

mod common;

use common::stage::Stage;

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
        .sees("Bế mạc hội nghị");
    stage
        .press("<C-p>đánh dấu đã ký<Enter>")
        .sees("Biên bản còn thiếu");
    stage
        .press("<F4>thêm một dòng<Enter>")
        .sees("Enter lần nữa để ghi bổ sung")
        .press("<Enter>")
        .sees("thêm một dòng");
    stage.press("<F6>4").sees("Tam Phú: hoàn thành");
}
