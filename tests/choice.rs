//! Choices: a record that is gone, a meeting that is gone, a commit that is refused.

use crate::common::shared::Shared;
use crate::common::stage::{Stage, morning};
use giaoban::store::Store;
use giaoban::words::Lang;

const GONE: &str = "không còn trong sổ";

#[test]
fn a_choice_about_a_line_that_is_gone_says_so() {
    let book = Shared::new();
    let mut one = book.desk(1);
    one.press("<F4><C-n>+ sẽ bị xóa<Enter>");
    let mut two = book.desk(2);
    two.press("<F4><C-k>").sees("ĐỔI THÀNH");
    one.press("<Tab><Del>").sees("Xóa kết quả");
    two.look().press("1").sees(GONE).misses("ĐỔI THÀNH");
}

#[test]
fn a_choice_about_an_issue_that_is_gone_says_so() {
    let book = Shared::new();
    let mut one = book.desk(1);
    one.press("<F4><C-n>! sẽ bị xóa<Enter>");
    let mut two = book.desk(2);
    two.press("<F5><Home><C-t>").sees("TÌNH TRẠNG VƯỚNG MẮC");
    one.press("<Tab><Del>").sees("Xóa vướng mắc");
    two.look()
        .press("<Enter>")
        .sees(GONE)
        .misses("TÌNH TRẠNG VƯỚNG MẮC");
}

#[test]
fn a_choice_about_an_area_that_is_gone_says_so() {
    let book = Shared::new();
    let mut one = book.desk(1);
    one.press("<F7><C-d><Enter>7<Enter>Chuyển đổi số<Enter><Enter><Enter><Enter><Enter>")
        .sees("ND7");
    let mut two = book.desk(2);
    two.press("<F7><C-d>ND7<Enter>")
        .sees("LÀM GÌ VỚI TRỌNG TÂM NÀY?");
    one.press("<C-z>").sees("Đã hoàn tác");
    two.look()
        .press("2")
        .sees(GONE)
        .misses("LÀM GÌ VỚI TRỌNG TÂM NÀY?");
}

/// Another program holds the book: nothing was written, and so the choice is still there.
#[test]
fn a_choice_closes_only_after_its_commit() {
    let book = Shared::new();
    let mut one = book.desk(1);
    one.press("<F4><C-n><C-p>bế mạc<Enter>")
        .sees("BẾ MẠC HỘI NGHỊ?");
    let other = book.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    one.press("1")
        .sees("Chương trình khác đang giữ sổ")
        .sees("BẾ MẠC HỘI NGHỊ?");
    other.execute_batch("ROLLBACK").unwrap();
    one.press("1").sees("Bế mạc").misses("BẾ MẠC HỘI NGHỊ?");
}

#[test]
fn a_digit_without_an_option_says_so() {
    let book = Shared::new();
    let mut one = book.desk(1);
    one.press("<F4><C-n><C-p>bế mạc<Enter>")
        .press("9")
        .sees("Không có mục nào khớp «9»")
        .sees("BẾ MẠC HỘI NGHỊ?");
}

/// The palette knows what offices and other programs call a command.
#[test]
fn the_palette_finds_a_command_by_other_words_for_it() {
    let mut stage = Stage::new();
    for (typed, name) in [
        ("nghiệm thu", "Hoàn thành"),
        ("tra lai", "Đang thực hiện"),
        ("đôn đốc", "Nhắc việc"),
        ("excel", "Xuất ra tệp"),
        ("thống kê", "Trang cả năm"),
        ("lịch sử", "Các lần xuất"),
        ("statistics", "Theo dõi dự họp năm"),
    ] {
        stage.press("<C-p>").press(typed).sees(name).press("<Esc>");
    }
    stage.press("<C-p>khong co lenh nay").misses("Hoàn thành");
    let mut stage = Stage::with(Store::in_memory(morning()).unwrap(), (120, 36), Lang::En);
    stage.press("<C-p>nghiem thu").sees("Done");
}
