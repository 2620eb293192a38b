//! The projector and the second desk: real processes on one book.
use crate::common::pty::{Home, Pty};
use crate::common::shared::Shared;
use crate::common::stage::morning;
use giaoban::store::Store;

fn present(home: &Home) -> Pty {
    let book = home.book();
    let command = home.command(&["present", "--book", book.to_str().unwrap()]);
    Pty::start(command, 80, 24)
}

fn second_desk(home: &Home) -> Pty {
    home.start()
}

#[test]
fn the_hall_sees_what_runs_who_speaks_and_what_is_concluded_but_never_a_note() {
    let home = Home::new();
    let mut desk = home.start();
    desk.expect("<F3>tam p1cát1<Esc><F4>", "DIỄN BIẾN");
    let hall = present(&home);
    hall.wait_for("CHƯA BẮT ĐẦU");
    hall.wait_for("có mặt 2/34");
    desk.expect("<C-n>", "Bắt đầu mục");
    hall.wait_for("1. Khai mạc");
    hall.wait_for("trên 10:00");
    desk.expect("@tam p<Enter>", "Mời Tam Phú");
    hall.wait_for("ĐANG PHÁT BIỂU   Tam Phú");
    desk.expect("<C-t>cát<Enter>", "Chờ: Cát");
    hall.wait_for("TIẾP THEO   Cát Lái");
    desk.expect("! lời không dành cho hội trường<Enter>", "Ghi vướng mắc");
    desk.expect("= kết luận còn kín<Enter>", "Ghi kết luận");
    home.set_clock("2023-07-11T07:51:00+07:00");
    hall.wait_for("QUÁ GIỜ");
    // To the last item, where the conclusions are shown.
    desk.expect("<C-o><Down><Down><Down><Down>", "▸    6");
    desk.expect("<Enter>2", "Bắt đầu mục: Kết luận");
    hall.wait_for("1. kết luận còn kín");
    let written = String::from_utf8_lossy(&hall.written.lock().unwrap()).into_owned();
    assert!(!written.contains("không dành cho"), "a note was shown");
}

/// The register shows no clock, so its desk sleeps until something comes: nothing but the write can have woken it.
/// How soon is measured by `cargo bench --bench projector`.
#[test]
fn a_desk_that_sleeps_is_woken_by_what_another_writes() {
    let home = Home::new();
    let mut desk = home.start();
    desk.expect("<F4><C-n>", "Bắt đầu mục");
    let mut register = second_desk(&home);
    register.expect("<F6>", "0 nhiệm vụ");
    for number in 1..=3 {
        let line = format!("> #1 @Tam Phú ^30/9 Báo cáo lần {number}<Enter>");
        desk.expect(&line, &format!("NV-00{number}"));
        register.wait_for(&format!("{number} nhiệm vụ"));
    }
}

#[test]
fn the_hall_survives_the_end_of_the_desk_and_its_restart() {
    let home = Home::new();
    let mut desk = home.start();
    desk.expect("<F4><C-n>", "Bắt đầu mục");
    let mut hall = present(&home);
    hall.wait_for("1. Khai mạc");
    desk.kill();
    let mut desk = home.start();
    desk.expect("<F4>@tam p<Enter>", "Mời Tam Phú");
    hall.wait_for("ĐANG PHÁT BIỂU   Tam Phú");
    desk.expect("<C-q>", "");
    desk.wait_end();
    let mut desk = home.start();
    desk.expect("<C-e>", "hết lượt");
    hall.wait_until("nobody speaks", |screen| !screen.contains("Tam Phú"));
    hall.press("<Esc>");
    assert!(hall.wait_end().success());
}

#[test]
fn a_book_that_cannot_be_presented_is_said() {
    let home = Home::new();
    let book = home.book();
    let mut hall = present(&home);
    hall.wait_for("Không có sổ");
    assert!(!hall.wait_end().success());
    std::fs::copy(crate::common::pty::fixture("books/0001.giaoban"), &book).unwrap();
    let hall = present(&home);
    hall.wait_for("bản giaoban cũ ghi");
}

#[test]
fn the_projector_writes_nothing() {
    let home = Home::new();
    let mut desk = home.start();
    desk.expect("<F4><C-n>", "Bắt đầu mục");
    let before = count(&home, "SELECT count(*) FROM writer");
    let hall = present(&home);
    hall.wait_for("1. Khai mạc");
    assert_eq!(count(&home, "SELECT count(*) FROM writer"), before);
}

fn count(home: &Home, sql: &str) -> i64 {
    let book = rusqlite::Connection::open(home.book()).unwrap();
    book.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn one_calls_the_roll_while_another_types() {
    let home = Home::new();
    let mut roll = home.start();
    roll.expect("<F3>", "CÓ MẶT 0/34");
    let mut desk = second_desk(&home);
    desk.expect("<F4><C-n>", "Bắt đầu mục");
    roll.expect("tam p1", "CÓ MẶT 1/34");
    desk.wait_for("CÓ MẶT 1/34");
    desk.expect("@tam p<Enter>", "Mời Tam Phú");
    roll.expect("cát1", "CÓ MẶT 2/34");
    desk.wait_for("CÓ MẶT 2/34");
    roll.expect("<F4>", "Tam Phú");
    // Each takes back what it did itself.
    roll.expect("<F3><C-z>", "Đã hoàn tác: Điểm danh Cát Lái");
    desk.wait_for("CÓ MẶT 1/34");
    desk.expect("<C-z>", "Đã hoàn tác: Mời Tam Phú");
    // What the other writes leaves a half-typed line alone.
    desk.expect("đang gõ dở", "đang gõ dở");
    roll.expect("an k1", "CÓ MẶT 2/34");
    desk.wait_for("CÓ MẶT 2/34");
    desk.wait_for("› đang gõ dở");
    desk.expect("<C-u>", "+kết quả");
    // Each has its own half-typed line after a kill.
    desk.expect("dòng của bàn hai", "bàn hai");
    roll.expect("<F4>dòng của bàn một", "bàn một");
    desk.kill();
    roll.kill();
    let first = home.start();
    first.wait_for("› dòng của bàn một");
    let second = second_desk(&home);
    second.wait_for("› dòng của bàn hai");
}

#[test]
fn a_line_that_both_desks_edit_is_not_lost_and_the_clash_is_said() {
    let book = Shared::new();
    let mut one = book.desk(1);
    one.press("<F4><C-n>+ bản đầu<Enter>");
    let mut two = book.desk(2);
    two.press("<F4>").sees("bản đầu");
    // Both edit the same line; the first to write wins, the second is told and keeps its words.
    one.press("<Tab><Enter> của một");
    two.press("<Tab><Enter> của hai");
    one.press("<Enter>").sees("bản đầu của một");
    two.look()
        .sees("bản đầu của một")
        .sees("✎ + bản đầu của hai");
    two.press("<Enter>")
        .sees("Bàn khác vừa sửa chỗ này")
        .sees("✎ + bản đầu của hai")
        .sees("bản đầu của một");
    two.press("<Enter>")
        .sees("✓ Sửa kết quả")
        .sees("bản đầu của hai");
    // A line that is gone becomes a new one, if the user says so.
    one.look().press("<Esc><Tab><Enter> nữa");
    two.press("<Esc><Tab><Del>").sees("Xóa kết quả");
    one.look().press("<Enter>").sees("đã bị xóa ở nơi khác");
    one.press("<Enter>").sees("bản đầu của hai nữa");
}

#[test]
fn a_form_that_was_overtaken_is_said_and_stays() {
    let book = Shared::new();
    let (mut one, mut two) = (book.desk(1), book.desk(2));
    one.press("<F4><C-o><C-d>").sees("SỬA MỤC");
    two.press("<F4><C-o><C-d><C-u>Khai mạc trọng thể<Enter><Enter><Enter><Enter><Enter><Enter>");
    two.sees("Sửa mục: Khai mạc trọng thể");
    one.look()
        .press("<C-u>Khai mạc ngắn<Enter><Enter><Enter><Enter><Enter><Enter>");
    one.sees("Bàn khác vừa sửa").sees("Khai mạc ngắn");
    one.press("<Enter>").sees("Sửa mục: Khai mạc ngắn");
}

#[test]
fn a_form_takes_the_fields_that_another_desk_changed_and_says_which_both_did() {
    let book = Shared::new();
    let (mut one, mut two) = (book.desk(1), book.desk(2));
    let done = "<Enter><Enter><Enter><Enter><Enter><Enter>";
    // The caret stands in the name of the Secretary; three fields below is that of the Standing Deputy.
    one.press("<F10>linh tay<Enter><C-u>Lê Một");
    two.press("<F10>linh tay<Enter><Down><Down><Down><C-u>Trần Hai<Enter><Enter><Enter>");
    one.look().sees("Lê Một").sees("Trần Hai");
    one.press(done).sees("Bàn khác vừa sửa").press("<Enter>");
    two.look()
        .sees("Linh Tây")
        .press("<Enter>")
        .sees("Lê Một")
        .sees("Trần Hai");
    one.press("<F10>linh tay<Enter><C-u>Của một");
    two.press("<C-u>Của hai").press(done);
    one.look().sees("Của một");
    one.press(done)
        .sees("Bàn khác vừa ghi ô Bí thư: «Của hai»")
        .sees("Của một");
    one.press(done);
    two.look().press("<Enter>").sees("Của một");
}

#[test]
fn undo_never_lets_two_items_run_and_goes_on_to_what_was_before() {
    let book = Shared::new();
    let (mut one, mut two) = (book.desk(1), book.desk(2));
    one.press("<F4><C-n>dòng của một<Enter><C-p>kết thúc mục<Enter>");
    two.look().press("<F4><C-n>").sees("Bắt đầu mục: Báo cáo");
    one.look()
        .press("<C-z>")
        .sees("bàn khác đã sửa tiếp")
        .sees("▶ 2 Báo cáo")
        .misses("▶ 1");
    one.press("<C-z>")
        .sees("Đã hoàn tác: Ghi thông tin")
        .misses("dòng của một");
}

#[test]
fn a_commit_that_waited_for_another_desk_is_followed_by_both() {
    let book = Shared::new();
    let (mut one, mut two) = (book.desk(1), book.desk(2));
    one.press("<F4><C-n>");
    two.look().press("<F4>một dòng của hai");
    one.press("một dòng của một");
    // Both press Enter before either has looked at what the other did.
    two.press("<Enter>").sees("Ghi thông tin");
    one.press("<Enter>")
        .sees("một dòng của một")
        .sees("một dòng của hai");
    two.look().sees("một dòng của một");
}

#[test]
fn both_start_the_meeting_at_once_and_only_one_does() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let mut one = Store::open(&path, morning()).unwrap().at_desk(1);
    let mut two = Store::open(&path, morning()).unwrap().at_desk(2);
    let id = one.last_meeting().unwrap().unwrap();
    let (a, b) = (
        one.dossier(id).unwrap().unwrap(),
        two.dossier(id).unwrap().unwrap(),
    );
    let start = |store: &Store, dossier: &giaoban::meeting::dossier::Dossier| {
        let item = giaoban::meeting::agenda::next(dossier).unwrap().id;
        let changes = giaoban::meeting::agenda::start(dossier, item, morning(), store.ids());
        giaoban::meeting::change::Transaction::new("bắt đầu", changes)
    };
    let (first, second) = (start(&one, &a), start(&two, &b));
    one.commit(&first, morning()).unwrap();
    let failure = two.commit(&second, morning()).unwrap_err();
    assert_eq!(failure.trouble, giaoban::store::Trouble::Clash);
    assert_eq!(two.dossier(id).unwrap().unwrap().runs.len(), 1);
}
