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

/// The question in front of a form goes, the form stays with what was typed.
#[test]
fn a_question_about_a_document_that_is_gone_leaves_the_form_behind_it() {
    let book = Shared::new();
    let mut one = book.desk(1);
    one.press("<F2><C-o>1Báo cáo tháng 5<C-s>")
        .sees("Tài liệu: Báo cáo tháng 5");
    one.press("31<S-Tab><S-Tab><S-Tab><C-u>Báo cáo tháng 6<C-s>")
        .sees("TÊN KHÁC: VẪN VĂN BẢN ẤY?");
    book.desk(2)
        .press("<F2><C-o>31<S-Tab><S-Tab><S-Tab><C-u><C-s>")
        .sees("Bỏ tài liệu");
    one.look()
        .press("1")
        .sees(GONE)
        .misses("TÊN KHÁC")
        .sees("Báo cáo tháng 6");
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

/// The secretary types on after Enter and the line is asked about: what she typed is not thrown away with the question.
#[test]
fn what_is_typed_into_a_question_goes_on_in_the_line() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>@thảo đi<Enter>! #2 Khó khăn bốn<Enter>! #3 Khó khăn năm<Enter>");
    stage
        .press(": Chung chung<Enter>")
        .sees("DÒNG NÀY TRẢ LỜI VƯỚNG MẮC NÀO?")
        .press("còn thiếu hồ sơ<Enter>")
        .sees("DÒNG NÀY TRẢ LỜI VƯỚNG MẮC NÀO?")
        .press("<Esc>")
        .misses("DÒNG NÀY TRẢ LỜI")
        .sees("› : Chung chung còn thiếu hồ sơ")
        .sees("«còn thiếu hồ sơ» đã để vào cuối dòng ghi")
        .press("<C-z>")
        .sees("› : Chung chung  ");
    // An empty question leaves the line as it was, a list that was opened to find something is no question.
    stage.press("<Enter><Esc>").sees("› : Chung chung  ");
    stage
        .press("<C-l>thảo<Esc>")
        .sees("› : Chung chung  ")
        .misses("để vào cuối dòng");
    stage
        .press("<C-u>> @thảo Nộp báo cáo<Enter>")
        .sees("TRỌNG TÂM")
        .press("cả phụ lục<Esc>")
        .sees("Nộp báo cáo cả phụ lục");
}

/// What is typed while the question about old letters stands goes behind the paste.
#[test]
fn what_is_typed_after_a_paste_in_old_letters_goes_behind_it() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>");
    stage.paste("C«ng t¸c x©y dùng §¶ng");
    stage.press("năm 2023<Esc>");
    stage.sees("§¶ng năm 2023");
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
