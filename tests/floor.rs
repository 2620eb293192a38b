//! The floor: the queue, the turns, the time that is left, and what a meeting keeps to itself.

use crate::common::papers::minutes_of;
use crate::common::stage::Stage;
use giaoban::papers::content::words;

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
    stage
        .sees("33 đơn vị chưa")
        .sees("mỗi đơn vị ")
        .sees("1'30");
    stage.set_time("08:42:00");
    stage
        .press("<C-g>tam p<Enter>")
        .sees("32 đơn vị chưa")
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
    stage.press("<F2><Home><Enter><F4>").misses("nửa dòng");
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
        .sees("Cát Lái phát biểu xen")
        .sees("Chờ: Tam Phú");
    stage.wait(1);
    stage.press("<C-e>").sees("Cát Lái hết lượt").misses("Chờ:");
    stage.wait(3);
    stage.sees("Có mặt · 03:00").sees("đã phát biểu 05:00");
    stage
        .press("<C-p>tạm ngừng<Enter>")
        .sees("Tam Phú tạm ngừng")
        .sees("Chưa mời ai");
    stage.press("<C-g>").sees("▸  1. Tam Phú").press("<Esc>");
}

#[test]
fn who_is_marked_absent_does_not_interject_unasked() {
    let mut stage = in_discussion();
    stage.press("<F3>cat5<F4>@tam p<Enter><C-g>cát<C-t>");
    stage.sees("Cát Lái").misses("Cát Lái chen ngang");
    stage.sees("vắng");
}

/// An answer between two lines of one turn does not make two of it.
#[test]
fn a_turn_counts_once_although_an_answer_stands_in_it() {
    let mut stage = in_discussion();
    stage.press("@tam p<Enter>! #4 Thiếu phòng<Enter>").wait(1);
    stage.press(": VM-001 Sẽ bố trí<Enter>").wait(1);
    stage.press("+ Đã nhận<Enter>").wait(1);
    let turns = |stage: &Stage| words(&minutes_of(&stage.dossier()));
    assert!(
        turns(&stage).contains("Có 01 lượt ý kiến"),
        "{}",
        turns(&stage)
    );
    // Another turn of the same ward is another one.
    stage.press("<C-e>").wait(1);
    stage.press("@tam p<Enter>+ Nói thêm<Enter>").wait(1);
    assert!(
        turns(&stage).contains("Có 02 lượt ý kiến"),
        "{}",
        turns(&stage)
    );
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
        .press("<C-e><C-p>các lượt<Enter>")
        .sees("08:25-08:29 Tam Phú")
        .sees("mục 3 · 04:00");
    stage.press("<Enter>1").sees("LƯỢT PHÁT BIỂU · Tam Phú");
    stage
        .press("<Tab><Tab><Tab><C-u>8:30<Enter><C-u>8:28<Enter>")
        .sees("kết thúc trước khi bắt đầu");
    stage.press("<C-u>10:28<Enter>").sees("10:28:00 chưa đến");
    stage
        .press("<S-Tab><C-u>8:26<Enter><C-u>8:28:30<Enter>")
        .sees("Sửa lượt phát biểu của Tam Phú");
    stage.sees("CÁC LƯỢT PHÁT BIỂU").sees("02:30");
}

/// What the stories of the turns see of the list: every row that names a time.
fn turns(stage: &mut Stage) -> Vec<String> {
    stage.press("<C-g><C-d>").sees("CÁC LƯỢT PHÁT BIỂU");
    let lines = stage.text();
    stage.press("<Esc><Esc>");
    let rows = lines
        .lines()
        .filter_map(|line| line.split_once('│')?.1.split_once("mục 3"));
    rows.map(|(label, hint)| {
        let hint = hint.split('│').next().unwrap_or_default();
        let hint = hint.trim_matches([' ', '·']);
        let label = label.trim_matches(['▸', ' ']);
        format!("{label} {hint}")
    })
    .collect()
}

/// Two interjections, one inside the other, and the times of one of them corrected: the floor comes back in order.
#[test]
fn any_depth_of_interjections_gives_the_floor_back_in_order() {
    let mut stage = in_discussion();
    stage.press("@linh tru<Enter>").wait(1);
    stage.press("<C-g>cát lái<C-t>").wait(1);
    stage.press("<C-g>tân phú<C-t>").wait(1);
    stage.press("<C-g>an phú<C-t>").wait(1);
    stage
        .sees("Chờ: Tân Phú, Cát")
        .sees("Lái, Linh Trung")
        .wait(1);
    // A corrected time breaks nothing: the interjection of Tân Phú began half a minute earlier.
    stage
        .press("<C-g><C-d>tân<Enter>1<Tab><Tab><Tab><C-u>8:26:30<Enter><Enter>")
        .sees("trùng giờ với lượt của Cát Lái")
        .press("<Esc><Esc>");
    stage.press("<C-e>").sees("An Phú hết lượt").wait(1);
    stage
        .press("lời Tân Phú<Enter>")
        .sees("Tân Phú · thông tin");
    stage.press("<C-e>").wait(1);
    stage
        .press("lời Cát Lái<Enter>")
        .sees("Cát Lái · thông tin");
    stage.press("<C-e>").wait(1);
    stage
        .press("! #5 ai nói câu này<Enter>")
        .sees("08:33 Linh Trung")
        .sees("   vướng mắc")
        .sees("VM-001 ND5")
        .misses("Chờ:");
    stage.press("<C-e>").sees("Chưa mời ai");
}

/// An interjection that is held in its turn by its own speaker, and one that was deleted, give the floor back too.
#[test]
fn a_deleted_interjection_gives_the_floor_back() {
    let mut stage = in_discussion();
    stage.press("@linh tru<Enter>").wait(2);
    stage.press("<C-g>cát lái<C-t>").wait(1);
    stage
        .press("<C-g><C-d>cát<Enter>4")
        .sees("Xóa lượt phát biểu của Cát Lái")
        .press("<Esc><Esc>")
        .misses("Chờ:");
    stage
        .press("vẫn là tôi<Enter>")
        .sees("Linh Trung · thông tin");
    stage.press("<C-z><C-z>").sees("Chờ: Linh Trung");
    stage.press("<C-e>").misses("Chờ:").press("tôi<Enter>");
    stage.sees("Linh Trung · thông tin");
}

#[test]
fn a_turn_given_to_the_wrong_ward_is_corrected_and_the_totals_follow() {
    let mut stage = in_discussion();
    stage.press("@btd<Enter>").wait(3);
    stage.press("Kết nạp 12/20<Enter>Còn thiếu chỉ tiêu<Enter><C-e>");
    stage
        .press("<C-g>bình trưng đ")
        .sees("03:00")
        .press("<Esc>");
    stage
        .press("<C-g><C-d><Enter>1<C-u>bình trưng tây<Enter><Enter><Enter><Enter><Enter>")
        .sees("Chuyển lượt phát biểu của Bình Trưng Đông cho Bình Trưng Tây")
        .press("<Esc><Esc>");
    stage.press("<C-g>bình trưng").sees("đã phát biểu 03:00");
    stage.press("<Esc>");
    assert_eq!(turns(&mut stage), ["08:25-08:28 Bình Trưng Tây 03:00"]);
    // To a guest, and not to both.
    stage
        .press("<C-g><C-d><Enter>1<Tab>Nguyễn Văn A<Enter><Enter><Enter><Enter>")
        .sees("Chỉ điền đơn vị hoặc khách");
    stage
        .press("<S-Tab><C-u><Enter><Enter><Enter><Enter><Enter>")
        .sees("Chuyển lượt phát biểu của Bình Trưng Tây cho Nguyễn Văn A")
        .press("<Esc><Esc>");
    assert_eq!(turns(&mut stage), ["08:25-08:28 Khách: Nguyễn Văn A 03:00"]);
    // Without the turn nobody has spoken but in the lines.
    stage
        .press("<C-g><C-d><Enter>4")
        .sees("Xóa lượt phát biểu của Nguyễn Văn A");
    stage.sees("CÁC LƯỢT PHÁT BIỂU").misses("08:25-");
}

#[test]
fn a_turn_is_split_and_put_together_again() {
    let mut stage = in_discussion();
    stage.press("@tam p<Enter>").wait(6);
    stage.press("<C-e>").wait(1);
    stage
        .press("<C-g><C-d><Enter>2")
        .sees("TÁCH LƯỢT PHÁT BIỂU · Tam Phú")
        .press("8:40<Enter><Enter><Enter>")
        .sees("Giờ tách phải ở giữa 08:25:00 và 08:31:00");
    stage
        .press("<C-u>8:27<Enter><C-u>cát lái<Enter><Enter>")
        .sees("Tách lượt phát biểu của Tam Phú lúc 08:27")
        .press("<Esc><Esc>");
    assert_eq!(
        turns(&mut stage),
        ["08:27-08:31 Cát Lái 04:00", "08:25-08:27 Tam Phú 02:00"]
    );
    stage
        .press("<C-g><C-d>tam<Enter>3")
        .sees("Tam Phú không có lượt nào sau đó")
        .press("<Esc><Esc><Esc>");
    stage.press("<C-g><C-d>cát<Enter>1<C-u>tam phú<Enter><Enter><Enter><Enter><Enter>");
    stage
        .press("<Down><Enter>3")
        .sees("Gộp hai lượt phát biểu của Tam Phú")
        .press("<Esc><Esc>");
    assert_eq!(turns(&mut stage), ["08:25-08:31 Tam Phú 06:00"]);
    stage.press("<C-z>");
    assert_eq!(turns(&mut stage).len(), 2);
}

#[test]
fn an_end_equal_to_the_start_is_refused_and_the_way_named() {
    let mut stage = in_discussion();
    stage.press("@tam p<Enter>").wait(6);
    stage.press("<C-e>").wait(1);
    stage
        .press("<C-g><C-d><Enter>1<Tab><Tab><Tab><Tab><C-u>8:25<Enter>")
        .sees("«Xóa lượt này»");
    // A time outside the meeting is refused; one outside the item is asked about, and told there and in the list.
    stage
        .press("<S-Tab><C-u>8:10<Enter><C-u>8:20<Enter>")
        .sees("08:10:00 ngoài giờ họp (08:25:00 - )")
        .press("<Esc><Esc><Esc><Esc><Esc>");
    stage.press("<F4><C-n>").wait(10);
    stage
        .press("<C-g><C-d><Enter>1<Tab><Tab><Tab><C-u>8:30<Enter><C-u>8:38<Enter>")
        .sees("LƯỢT PHÁT BIỂU NGOÀI LÚC MỤC CHẠY")
        .sees("Giữ mục, lấy giờ 08:30 - 08:32: 3. Ý kiến")
        .press("2")
        .sees("Đã sửa, nhưng mục «Ý kiến trao đổi");
    stage.sees("ngoài giờ của mục");
}

/// Two lines of the wrong ward are moved; with the last one the turn is offered, and Enter takes it along.
#[test]
fn a_turn_follows_the_last_of_its_lines() {
    let mut stage = in_discussion();
    stage.press("@btd<Enter>").wait(1);
    stage.press("Dòng một<Enter>Dòng hai<Enter>").wait(2);
    stage.press("@tam p<Enter>").wait(1);
    stage.press("<Tab><C-x><Enter><C-u>bình trưng tây<Enter><Enter>");
    stage
        .sees("Chuyển thông tin")
        .misses("CHUYỂN CẢ LƯỢT PHÁT BIỂU?");
    stage.press("<Up><C-x><Enter><C-u>bình trưng tây<Enter><Enter>");
    stage
        .sees("CHUYỂN CẢ LƯỢT PHÁT BIỂU?")
        .press("<Enter>")
        .sees("Chuyển lượt phát biểu của Bình Trưng Đông cho Bình Trưng Tây")
        .press("<Esc><Esc>");
    assert_eq!(
        turns(&mut stage),
        ["08:28-… Tam Phú 01:00", "08:25-08:28 Bình Trưng Tây 03:00"]
    );
}

/// The heading of the speaker is about the speaker, whatever the line names.
#[test]
fn who_speaks_stays_in_sight_while_the_line_names_another() {
    let mut stage = in_discussion();
    stage.press("@tam p<Enter>").wait(2);
    stage
        .press("> @binh tho ^15/9 nop bao cao")
        .sees("02:00")
        .sees("ĐƠN VỊ ĐƯỢC NHẮC");
    let shown = stage.text();
    let at = |words: &str| shown.find(words).unwrap_or(usize::MAX);
    assert!(at("ĐANG PHÁT BIỂU") < at("Tam Phú"));
    assert!(at("Tam Phú") < at("ĐƠN VỊ ĐƯỢC NHẮC"));
    assert!(at("ĐƠN VỊ ĐƯỢC NHẮC") < at("Bình Thọ"));
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
        .misses("● NV-001");
    // What was reported waits for the office: the unit owes it no more, and nobody calls it overdue.
    stage
        .press("<C-z>")
        .sees("● NV-001")
        .sees("đã báo cáo 13/7, chờ xác nhận");
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
        .sees("Chưa có đơn vị nào đang phát biểu hay được nhắc đến");
}

#[test]
fn an_interruption_that_is_taken_back_leaves_the_floor_to_whom_it_had_interrupted() {
    let mut stage = Stage::new();
    stage.press("<F3>1<C-a><F4><C-n>@linh tru<Enter>").wait(2);
    let before = stage.dossier();
    stage.press("<C-g>cát lái<C-t>").sees("Cát Lái").wait(1);
    stage
        .press("<C-p>trả lượt<Enter>")
        .sees("Linh Trung")
        .sees("Chờ: Cát Lái")
        .misses("Chưa mời ai");
    let after = stage.dossier();
    let turn = after
        .speeches
        .iter()
        .find(|turn| turn.seat == before.speeches.iter().next().unwrap().seat);
    let first = before.speeches.iter().next().unwrap();
    assert_eq!(turn.unwrap(), first, "as if nobody had interrupted");
    assert_eq!(after.speeches.len(), 2);
    stage.press("<C-z>").sees("Chờ: Linh Trung");
}
