//! The stream: what it shows, and how a line is edited, cut, joined, moved and made into something else.
use crate::common::stage::{Stage, morning};
use giaoban::meeting::change::Change;
use giaoban::meeting::notes;
use giaoban::store::Store;
use giaoban::words::Lang;

/// A discussion in which Tam Phú has the floor.
fn in_discussion() -> Stage {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F3>tam p1cát1<Esc>");
    stage.set_time("08:25:00");
    stage.press("<F4><C-n><C-n>2<C-n>2@tam p<Enter>");
    stage
}

#[test]
fn the_stream_is_narrowed_by_item_kind_unit_and_focus_area() {
    let mut stage = in_discussion();
    stage.press("+ #1 gửi hồ sơ<Enter>! #5 @cát khó tiếp nhận<Enter>* #5 cách làm<Enter>");
    stage.press("<C-l>khó khăn<Esc><C-l>vướng<Enter>");
    stage
        .sees("DIỄN BIẾN · vướng mắc · 1")
        .sees("khó tiếp nhận")
        .misses("gửi hồ sơ");
    stage.press("<Esc>").sees("gửi hồ sơ");
    stage.press("<C-l>ND5<Enter>").sees("DIỄN BIẾN · ND5 · 2");
    stage
        .press("<C-l>cát lái<Enter>")
        .sees("Cát Lái · ND5 · 1")
        .misses("· kinh nghiệm");
    stage.press("<C-l>tất cả<Enter>").sees("cách làm");
    stage.press("<C-n>2").press("<C-l>mục đang<Enter>");
    stage.sees("mục 4 · 0").sees("Không có dòng nào như vậy");
    // What is written is always seen.
    stage
        .press("Quy định mới<Enter>")
        .sees("Quy định mới")
        .sees("cách làm");
}

#[test]
fn the_stream_follows_the_newest_and_scrolls_back() {
    let mut stage = in_discussion();
    for n in 1..=30 {
        stage.press(&format!("dòng số {n}.<Enter>"));
    }
    stage.sees("dòng số 30.").misses("dòng số 1.");
    stage
        .press("<PgUp><PgUp><PgUp>")
        .sees("▸08:25")
        .sees("dòng số 7.");
    stage.press("<Esc>").sees("dòng số 30.");
}

#[test]
fn a_line_that_is_edited_under_another_item_is_called_by_its_own_kind() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F4><C-n>Nội dung mở đầu<Enter>");
    stage.sees("✓ Ghi thông tin");
    stage.press("<C-n>2<C-n>2").sees("▶ 3");
    stage.press("<Tab><Enter> hội nghị<Enter>");
    stage.sees("✓ Sửa thông tin").sees("mở đầu hội nghị");
}

#[test]
fn a_line_is_split_at_the_caret_and_joined_again() {
    let mut stage = in_discussion();
    stage.press("<C-s>").sees("Chọn một dòng (Tab)");
    stage.press("+ #2 đạt 60% còn vướng ở khâu xác minh<Enter>");
    stage.press("<Tab><Enter>");
    for _ in 0.." còn vướng ở khâu xác minh".chars().count() {
        stage.press("<Left>");
    }
    stage
        .press("<C-s>")
        .sees("✓ Tách dòng")
        .sees("   đạt 60%  ")
        .sees("   còn vướng ở khâu xác minh");
    stage.press("<Tab><C-k>2").sees("VM-001 ND2");
    stage.press("<C-a>").sees("cùng loại, cùng đơn vị");
    stage.press("<C-z><Esc><Tab><C-a>").sees("✓ Nối hai dòng");
    stage
        .sees("đạt 60% còn vướng ở khâu xác minh")
        .misses("VM-001");
    stage
        .press("<C-z><C-z>")
        .sees("đạt 60% còn vướng ở khâu xác");
    // Two difficulties become one, with one issue.
    stage.press("! #4 thiếu phòng<Enter>! #4 thiếu ghế<Enter><C-a>");
    stage
        .sees("thiếu phòng thiếu ghế")
        .sees("VM-001")
        .misses("VM-002");
}

#[test]
fn lines_that_cannot_be_joined_say_why() {
    let mut stage = in_discussion();
    stage.press("<C-a>").sees("Chưa chọn dòng nào");
    stage
        .press("một<Enter><C-a>")
        .sees("Không có dòng nào ở trên");
    stage
        .press("= kết luận<Enter><C-a>")
        .sees("cùng loại, cùng đơn vị");
}

#[test]
fn a_line_is_moved_to_another_item_unit_and_time_with_its_issue() {
    let mut stage = in_discussion();
    stage
        .press("! Thiếu phòng họp<Enter><Tab><C-x>")
        .sees("CHUYỂN DÒNG");
    stage
        .press("<C-u>9<Enter>cát lái<Enter><Enter>")
        .sees("Không có mục 9 (1 đến 6)");
    stage
        .press("<C-u>1<Enter><C-u>lt<Enter><Enter>")
        .sees("«lt»: Linh Tây, Linh Trung");
    stage
        .press("<C-u>xyz<Enter><Enter>")
        .sees("Không có đơn vị «xyz»");
    stage
        .press("<C-u>cát<Enter><C-u>9:30<Enter>")
        .sees("09:30:00 chưa đến");
    stage
        .press("<C-u>7:50<Enter>")
        .sees("07:50:00 ngoài giờ họp (08:25:00 - )")
        .press("<C-u>8:25<Enter>")
        .sees("✓ Chuyển vướng mắc")
        .sees("── 1. Khai mạc")
        .sees("▸08:25 Cát Lái · vướng mắc ");
    // It was the only line of the turn of Tam Phú, which stays that unit's.
    stage.sees("CHUYỂN CẢ LƯỢT PHÁT BIỂU?").press("2");
    stage.press("<F5>").sees("Nêu bởi: Cát Lái");
    stage.press("<F4><C-z>").sees("08:25 Tam Phú · vướng mắc");
    stage.press("= kết luận<Enter><C-x><Enter>cát<Enter><Enter>");
    stage.sees("Chỉ ghi chép mới là lời của một đơn vị");
}

#[test]
fn a_line_becomes_something_else_and_keeps_what_leans_on_it() {
    let mut stage = in_discussion();
    stage.press("! #4 Thiếu phòng họp<Enter>: VM-001 Sẽ bố trí<Enter>");
    stage.sees("VM-001 ✓").sees("→ VM-001");
    // An answer that becomes an instruction answers nothing any more.
    stage.press("<Tab><C-k>").press("chỉ đạo<Enter>");
    stage.sees("chỉ đạo").misses("→ VM-001").misses("VM-001 ✓");
    stage.press("<C-z>").sees("→ VM-001");
    // The answered issue outlives the note that raised it.
    stage
        .press("<Esc><Tab><Up><C-k>7")
        .sees("NV-001")
        .sees("Thiếu phòng");
    stage.press("<F5>").sees("VM-001").sees("đã trả lời");
    stage.press("<F4><C-z>").sees("VM-001 ✓");
    // An answer that becomes a conclusion leaves its words to the issue.
    stage.press("<Esc><Tab><C-k>6").sees("kết luận");
    stage.press("<F5>").sees("đã trả lời").sees("Sẽ bố trí");
}

#[test]
fn an_action_shows_the_conclusion_it_carries_out_and_the_issue_it_resolves() {
    let mut stage = in_discussion();
    stage.press("! #5 Khó tiếp nhận<Enter>= #5 Phối hợp tiếp nhận<Enter>");
    stage.press("> VM-001 #5 @cát ^30/9 Lập kế hoạch<Enter>");
    stage.sees("← KL 1 ← VM-001 30/9 ND5").sees("→ NV-001 ND5");
    stage
        .press("<Tab><Up><Del>")
        .sees("Xóa kết luận")
        .misses("KL 1")
        .sees("← VM-001");
}

#[test]
fn an_answer_names_the_issue_it_closes_also_one_of_an_earlier_meeting() {
    let mut stage = Stage::demo((120, 36), Lang::Vi);
    stage
        .press("<F4><C-r>")
        .sees("CŨ NHẤT TRƯỚC")
        .sees("▸ VM-001");
    stage.press("<Enter>").sees(": VM-001").sees("→ VM-001");
    stage
        .press("đã rút ngắn còn 30 ngày<Enter>")
        .sees("→ VM-001");
    stage.press("<C-r>").misses("▸ VM-001").press("<Esc>");
    stage.press("<F5><End>").sees("đã rút ngắn còn 30 ngày");
    stage.press("<F4><Tab><Del>").sees("Xóa giải đáp");
    stage.press("<C-r>").sees("VM-001").press("<Esc>");
    stage
        .press(": VM-099 không có<Enter>")
        .sees("không có vướng mắc VM-099");
    stage.press("<Enter>").sees("VM-099 không có");
}

/// Three units raised three issues; the fourth line is typed while the third unit has the floor.
fn with_three_issues() -> Stage {
    let mut stage = in_discussion();
    stage.press("! #2 Khó khăn bốn<Enter>! #3 Khó khăn năm<Enter>@an ph<Enter>");
    stage.press("! #4 Khó khăn sáu<Enter>");
    stage
}

/// Wherever the code stands and whoever has the floor, the line goes to the issue of the code and to no other, and
/// says so before and after.
#[test]
fn a_code_at_the_end_closes_the_issue_it_names() {
    let mut stage = with_three_issues();
    stage
        .press(": Nội dung này trả lời VM-001")
        .sees("giải đáp · → VM-001");
    stage.press("<Enter>").sees("✓ Ghi giải đáp → VM-001");
    stage.sees("VM-001 ✓").misses("VM-003 ✓");
    stage
        .press("<C-e>: Đã có văn bản (VM-002).<Enter>")
        .sees("✓ Ghi giải đáp → VM-002");
    stage
        .press("> #2 @cát ^hết tháng 8 Báo cáo học nước ngoài VM-003")
        .sees("nhiệm vụ · → VM-003");
    stage
        .press("<Enter>")
        .sees("Giao nhiệm vụ NV-001 → VM-003")
        .sees("← VM-003")
        .sees("Báo cáo học nước ngoài ")
        .misses("nước ngoài VM-003");
    // A code that no issue has stays where it was typed.
    stage
        .press(": theo VM-077 đã xong")
        .sees("không có vướng mắc VM-077");
    stage.press("<Enter><Enter>").sees("theo VM-077 đã xong");
}

#[test]
fn an_answer_without_a_code_names_the_only_issue_and_asks_where_it_is_not_sure() {
    let mut stage = with_three_issues();
    // An Phú raised one issue only.
    stage.press(": Chung chung").sees("giải đáp · → VM-003");
    stage
        .press("<Enter>")
        .sees("✓ Ghi giải đáp → VM-003")
        .sees("VM-003 ✓");
    // Tam Phú raised two: it is asked which, and the two stand before "none".
    stage
        .press("@tam p<Enter>: Sẽ bố trí")
        .sees("giải đáp · hỏi vướng mắc nào");
    stage
        .press("<Enter>")
        .sees("DÒNG NÀY TRẢ LỜI VƯỚNG MẮC NÀO?")
        .sees("▸ VM-001 Khó khăn bốn");
    stage
        .press("<Down><Enter>")
        .sees("✓ Ghi giải đáp → VM-002")
        .sees("VM-002 ✓")
        .misses("VM-001 ✓");
    // Nobody has the floor: none is offered first, and nothing is closed.
    stage
        .press("<C-e>: Lời chung<Enter>")
        .sees("▸ Không vướng mắc nào");
    stage.press("<Esc>").sees("› : Lời chung");
    stage
        .press("<Enter><Enter>")
        .sees("✓ Ghi giải đáp")
        .misses("Ghi giải đáp →")
        .misses("VM-001 ✓");
    // Where the code is taken out of an answer, it answers nothing any more.
    stage.press("<Tab><Up><Enter>").sees("✎ : VM-002");
    stage
        .press("<C-u>: @tam p Sẽ bố trí<Enter>")
        .sees("Sửa giải đáp · không còn gắn VM-002")
        .misses("VM-002 ✓");
}

#[test]
fn a_note_that_becomes_an_answer_goes_to_the_issue_in_its_words() {
    let mut stage = with_three_issues();
    stage.press("+ Đã trả lời VM-002<Enter><Tab><C-k>giải<Enter>");
    stage
        .sees("Sửa giải đáp → VM-002")
        .sees("VM-002 ✓")
        .misses("VM-003 ✓");
}

/// Several lines at once become answers as one does: each goes to the issue in its words, and the status names all.
#[test]
fn marked_lines_that_become_answers_go_to_the_issues_in_their_words() {
    let mut stage = with_three_issues();
    stage.press("<C-e>+ Đã trả lời VM-002<Enter>+ Theo VM-001 sẽ bố trí<Enter>");
    stage.press("<Tab> <Up> <C-k>giải<Enter>");
    stage
        .sees("→ VM-001, VM-002")
        .sees("VM-001 ✓")
        .sees("VM-002 ✓")
        .misses("VM-003 ✓");
}

/// «None of them» closes nothing, also where each of two units has one issue, or one of them.
#[test]
fn an_answer_for_no_issue_closes_none_whoever_is_named() {
    let mut stage = with_three_issues();
    stage
        .press(": @an ph @tam p Lời chung<Enter>")
        .sees("DÒNG NÀY TRẢ LỜI VƯỚNG MẮC NÀO?");
    stage.press("không vướng<Enter>").sees("✓ Ghi giải đáp");
    stage
        .misses("Ghi giải đáp →")
        .misses("VM-001 ✓")
        .misses("VM-002 ✓")
        .misses("VM-003 ✓");
}

/// A code that the book does not have is asked about once; the issue that is picked then is the one, and the code is text.
#[test]
fn a_wrong_code_is_asked_about_once_and_the_picked_issue_is_answered() {
    let mut stage = with_three_issues();
    stage
        .press("<C-e>: Theo VM-099 sẽ bố trí<Enter>")
        .sees("không có vướng mắc VM-099");
    stage.press("<Enter>").sees("DÒNG NÀY TRẢ LỜI");
    stage
        .press("VM-002<Enter>")
        .sees("✓ Ghi giải đáp → VM-002")
        .sees("VM-002 ✓")
        .sees("Theo VM-099 sẽ bố trí");
}

/// The code of an action stays in the text; the preview names the action, and Ctrl-D on the line leads to it.
#[test]
fn the_code_of_an_action_in_a_line_names_it_and_leads_to_it() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F4><C-n>> #2 @cát ^31/7 Rà soát danh sách<Enter>> #2 @14 ^31/7 Việc khác<Enter>");
    stage
        .press("@cát<Enter>+ Việc nêu ở (NV-001) đã xong")
        .sees("về NV-001 «Rà soát danh sách»");
    stage.press("<Enter>").sees("Việc nêu ở (NV-001) đã xong");
    stage
        .press("+ Theo nv-099, chưa rõ")
        .sees("không có nhiệm vụ NV-099, để nguyên là chữ")
        .press("<Enter>")
        .sees("Theo nv-099, chưa rõ");
    stage
        .press("<Tab><Up><C-d>")
        .sees("Lọc: NV-001")
        .sees("Rà soát danh sách")
        .misses("Việc khác");
}

/// A number sign that was confirmed as text is text, and no remark on F8 calls it not understood.
#[test]
fn a_number_that_was_confirmed_as_text_is_not_listed_as_not_understood() {
    let mut stage = Stage::sized(120, 60);
    stage
        .press("<F4>+ Theo mục #12 của báo cáo<Enter>")
        .sees("không có trọng tâm #12");
    stage.press("<Enter>").sees("Theo mục #12 của báo cáo");
    stage.press("<F8>").misses("Chưa hiểu");
    stage
        .press("<F4>+ Theo @xyz<Enter><Enter><F8>")
        .sees("Chưa hiểu");
}

/// An answer that is moved to another unit answers no issue that this unit did not raise.
#[test]
fn an_answer_moved_to_another_unit_leaves_the_issue_of_the_first() {
    let mut stage = with_three_issues();
    stage.press(": Sẽ bố trí<Enter>").sees("VM-003 ✓");
    stage
        .press("<Tab><C-x><Tab><C-u>tam p<C-s>")
        .sees("không còn gắn VM-003")
        .misses("VM-003 ✓");
    stage.press("<Esc><C-z>").sees("VM-003 ✓");
}

#[test]
fn an_issue_that_nobody_raised_says_so_before_and_after() {
    let mut stage = in_discussion();
    stage.press("<C-e>! #4 Thiếu phòng họp");
    stage.sees("vướng mắc · ND4 · chưa rõ đơn vị nêu");
    stage
        .press("<Enter>")
        .sees("✓ Ghi vướng mắc · chưa ghi đơn vị nêu (Ctrl-X)");
    stage.press("! @cát #4 Thiếu ghế").misses("chưa rõ đơn vị");
}

/// The whole line is seen while it is typed, in up to four rows, with all that was understood of it.
#[test]
fn the_typed_line_grows_and_nothing_of_it_is_hidden() {
    let mut stage = Stage::sized(80, 24);
    stage.press("<F4>> #1 @linh tru @hiệp bình c @hiệp bình p @trường thạnh ^31/7 ");
    stage.press(
        "đầu tiên rà soát danh sách đảng viên đi làm ăn xa, đối chiếu sổ đảng viên với hồ sơ gốc, ",
    );
    stage.press("gửi báo cáo về Ban đúng hạn và mười chữ cuối cùng");
    stage
        .sees("› > #1 @linh tru")
        .sees("đầu tiên")
        .sees("mười chữ cuối cùng")
        .sees("nhiệm vụ · 31/7/2023 · ND1 · Linh Trung, Hiệp Bình Chánh, Hiệp Bình Phước,")
        .sees("Trường Thạnh");
    for _ in 0..30 {
        stage.press("thêm chữ ");
    }
    stage
        .sees("…")
        .sees("thêm chữ")
        .misses("› > #1 @linh tru")
        .sees("CHƯƠNG TRÌNH");
    stage.press("<Home>").sees("› > #1 @linh tru");
}

/// The rows of the stream at 80 columns, one after another without the panels beside them.
fn of_stream(stage: &Stage) -> String {
    let text = stage.text();
    let panel = |row: &str| row.split('│').nth(1).map(|row| row.trim().to_owned());
    text.lines()
        .filter_map(panel)
        .filter(|row| !row.is_empty())
        .flat_map(|row| row.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// At 80×24: the newest note, the selected note, and who owes an action.
#[test]
fn the_newest_and_the_selected_note_and_who_owes_are_whole() {
    let mut stage = Stage::sized(80, 24);
    stage.press("<F3><C-a><F4><C-n><C-n>2<C-n>2@hiệp bình c<Enter>");
    let long = "Đề nghị các cấp ủy cơ sở tập trung rà soát toàn bộ chỉ tiêu, nhiệm vụ phát triển đảng viên của năm, phân công cấp ủy viên phụ trách từng chi bộ, hằng tháng báo cáo kết quả về Ban để tổng hợp, nơi nào không thực hiện được thì nêu rõ lý do khách quan và thời gian hoàn thành";
    for n in 1..=6 {
        stage.press(&format!("! #5 Khó khăn số {n}<Enter>"));
    }
    assert!(
        of_stream(&stage).contains("Hiệp Bình Chánh VM-006 ND5 vướng mắc Khó khăn số 6"),
        "the kind and the unit are whole\n{}",
        stage.text()
    );
    stage.press(&format!("= #5 {long}<Enter>"));
    assert!(of_stream(&stage).contains(long), "{}", stage.text());
    stage.press("> VM-002 #5 @hiệp bình p @phước long b @trường thạnh ^18/7 Phối hợp<Enter>");
    let stream = of_stream(&stage);
    assert!(
        stream.contains(
            "NV-001 ← VM-002 18/7 ND5 Hiệp Bình Phước, Phước Long B, Trường Thạnh Phối hợp"
        ),
        "{stream}"
    );
    assert!(!stream.contains("KL 1 ←"), "{stream}");
    for n in 1..=9 {
        stage.press(&format!("Dòng sau {n}<Enter>"));
    }
    stage.misses("thời gian hoàn thành");
    stage.press("<Tab><PgUp><Up><Up>");
    let selected = of_stream(&stage);
    assert!(
        selected.contains("▸") && selected.contains(long),
        "{}",
        stage.text()
    );
}

/// Where rows are free, the titles of the agenda and the older notes are whole too.
#[test]
fn what_has_room_is_not_cut() {
    let mut stage = Stage::sized(80, 27);
    stage.press("<F4><C-n>").wait(2);
    stage.press("Trình bày tóm tắt báo cáo kết quả sáu tháng, có tài liệu kèm theo, nêu rõ những việc chưa làm được và nguyên nhân chủ quan của từng việc<Enter>Dòng hai<Enter>");
    let text = stage.text();
    assert!(
        of_stream(&stage).contains("chủ quan của từng việc"),
        "{text}"
    );
    let agenda: String = text
        .lines()
        .skip(1)
        .filter_map(|row| row.split('│').next())
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ");
    assert!(
        !agenda.split("Toàn hội nghị").next().unwrap().contains('…'),
        "{text}"
    );
    stage
        .press("<C-o>")
        .sees("4  Triển khai, hướng dẫn các văn bản, quy")
        .sees("│         định mới ");
}

#[test]
fn at_the_item_of_answers_the_open_issues_stand_beside() {
    let mut stage = Stage::demo((120, 36), Lang::Vi);
    stage.press("<F4><C-n>").wait(2);
    stage.press("<C-n>");
    stage
        .sees("CHỜ GIẢI ĐÁP 3")
        .sees("VM-001 Thời gian")
        .sees("VM-003")
        .sees("VM-004");
}

#[test]
fn what_stays_open_is_read_back_before_the_meeting_is_closed() {
    let mut stage = Stage::demo((80, 24), Lang::Vi);
    stage
        .press("<F4><C-p>bế mạc<Enter>")
        .sees("VƯỚNG MẮC CHƯA TRẢ LỜI")
        .sees("VM-003 · Mẫu Cúc Vàng")
        .sees("VM-004")
        .misses("VM-001 · Mẫu Sen Hồng · ");
    stage.press("<Down><Enter>").sees("› : VM-004");
    stage
        .press("<C-u><C-p>bế mạc<Enter><Tab>")
        .sees("BẾ MẠC HỘI NGHỊ?");
}

#[test]
fn a_wrong_conclusion_is_corrected_while_it_is_read_back() {
    let mut stage = in_discussion();
    stage
        .press("<C-b>")
        .sees("Chưa có kết luận hay nhiệm vụ nào")
        .press("<Esc>");
    stage.press("= #1 Gửi hồ sơ kịp thời<Enter>= #2 Sai một chỗ<Enter>");
    stage.press("> #1 @tất cả -@cát ^30/9 Báo cáo<Enter>");
    stage.press("<C-b>");
    stage
        .sees("KẾT LUẬN 1 · ND1")
        .sees("33 đơn vị, trừ Cát Lái · hạn 30/9/2023");
    stage.press("<C-c>");
    assert!(
        stage.copied().contains("KẾT LUẬN 2 · ND2\nSai một chỗ"),
        "{}",
        stage.copied()
    );
    stage
        .press("<Down><Enter>")
        .sees("SỬA DÒNG")
        .sees("= #2 Sai một chỗ");
    stage
        .press("<C-u>= #9 Đúng rồi<Enter>")
        .sees("Không có trọng tâm #9");
    stage
        .press("<C-u>= #2 Đúng rồi<Enter>")
        .sees("▸ Đúng rồi")
        .misses("Sai một chỗ");
    stage
        .press("<Down><Down><Enter>")
        .sees("> #1 @tất cả -@Cát Lái ^30/9/2023 Báo cáo");
}

#[test]
fn a_deadline_that_was_insisted_on_does_not_keep_a_line_from_being_corrected() {
    let mut stage = in_discussion();
    stage
        .press("> #1 @cát ^1/7/2023 Báo cáo<Enter><Enter>")
        .sees("NV-001");
    stage
        .press("<C-b><Enter> ngay<Enter>")
        .sees("▸ Báo cáo ngay");
}

#[test]
fn an_action_for_all_but_some_is_given_to_the_others() {
    let mut stage = in_discussion();
    stage.press("> #1 @tất cả -@cát -@Tam Phú ^30/9 Báo cáo<Enter>");
    stage.press("<F6><Enter>").sees("1/32").misses("Cát Lái");
}

#[test]
fn two_thousand_lines_are_written_read_and_filtered() {
    let mut store = Store::in_memory(morning()).unwrap();
    let id = store.last_meeting().unwrap().unwrap();
    let dossier = store.dossier(id).unwrap().unwrap();
    let item = dossier.items.iter().next().unwrap().id;
    let seat = dossier.seats.iter().next().unwrap().id;
    let lines = (0..2000).map(|n| {
        Change::insert(giaoban::meeting::rows::Note {
            id: store.ids().next(),
            meeting: id,
            item: Some(item),
            seat: Some(seat),
            speaker: None,
            kind: giaoban::meeting::code::NoteKind::Information,
            focus: None,
            at: morning() + chrono::TimeDelta::seconds(n),
            text: format!("dòng {n}"),
        })
    });
    let lines: Vec<Change> = lines.collect();
    let written = giaoban::meeting::change::Transaction::new("hai nghìn dòng", lines);
    store.commit(&written, morning()).unwrap();
    let dossier = store.dossier(id).unwrap().unwrap();
    assert_eq!(notes::stream(&dossier).len(), 2000);
    let mut stage = Stage::with(store, (80, 24), Lang::Vi);
    stage.set_time("09:30:00");
    stage.press("<F4>").sees("dòng 1999");
    stage.press("<PgUp><PgUp>").sees("▸").press("<Esc>");
    stage
        .press("câu thứ hai nghìn lẻ một<Enter>")
        .sees("câu thứ hai nghìn lẻ");
    stage.press("<C-l>vướng<Enter>").sees("vướng mắc · 0");
}

/// Lines of the wrong ward are moved together, and the turn with them.
#[test]
fn marked_lines_are_moved_together() {
    let mut stage = Stage::new();
    stage.press("<F3><C-a>");
    stage.set_time("08:25:00");
    stage.press("<F4><C-n><C-n>2<C-n>2@btd<Enter>").wait(1);
    stage
        .press("Dòng một<Enter>Dòng hai<Enter>Dòng ba<Enter>")
        .wait(1);
    stage
        .press("<Tab> ")
        .sees("Đã đánh dấu 1 dòng")
        .press("<Up> <Up> ")
        .sees("Đã đánh dấu 3 dòng");
    stage.press("<C-x>").sees("CHUYỂN 3 DÒNG").press("9<Enter>");
    stage.press("<C-s>").sees("Không có mục 9");
    stage
        .press("<C-u><Tab>bình trưng tây<C-s>")
        .sees("CHUYỂN CẢ LƯỢT PHÁT BIỂU?")
        .press("<Enter>");
    let dossier = stage.dossier();
    let whose = |seat| dossier.seats.get(seat).map(|seat| seat.name.as_str());
    let said: Vec<_> = dossier.notes.iter().filter_map(|note| note.seat).collect();
    assert_eq!(said.len(), 3);
    assert!(
        said.into_iter()
            .all(|seat| whose(seat) == Some("Bình Trưng Tây"))
    );
    let turns: Vec<_> = dossier
        .speeches
        .iter()
        .filter_map(|turn| turn.seat)
        .collect();
    assert_eq!(turns.len(), 1);
    assert_eq!(whose(turns[0]), Some("Bình Trưng Tây"));
    // A typed space stays a space.
    stage.press("<Esc>Hai từ").sees("Hai từ");
}

#[test]
fn marked_lines_become_another_kind_together() {
    let mut stage = Stage::new();
    stage.press("<F3><C-a><F4><C-n>");
    stage.press("Một<Enter>Hai<Enter>Ba<Enter>").wait(1);
    stage
        .press("<Tab> <Up> <C-k>kinh<Enter>")
        .sees("Đổi 2 dòng thành kinh nghiệm");
    let kinds = |stage: &Stage| {
        let notes = stage.dossier();
        let kinds = notes.notes.iter().map(|note| note.kind.code());
        kinds.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&stage), ["information", "experience", "experience"]);
    // Esc lets the marks go.
    stage.press("<Esc><Tab> <Esc>").sees("đã đánh dấu 1");
    stage.press("<Esc>").misses("đã đánh dấu");
}

#[test]
fn a_line_is_found_by_its_words() {
    let mut stage = Stage::new();
    stage.press("<F3><C-a><F4><C-n>");
    stage.press("Kết nạp đảng viên<Enter>Chi bộ doanh nghiệp<Enter>Sáp nhập khu phố<Enter>");
    stage
        .press("<Tab>/")
        .sees("TÌM DÒNG")
        .press("ket nap<Enter>")
        .press("<Enter>")
        .sees("Kết nạp đảng viên")
        .sees("đang sửa");
    stage.press("<C-u> 2/3").sees("2/3");
}
