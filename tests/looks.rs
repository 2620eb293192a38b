//! Language, theme, palette and help, chosen in the program and remembered by the book.
use crate::common::stage::{Stage, StandingClock, morning};
use giaoban::app::{App, Setup};
use giaoban::store::Store;
use giaoban::tui::keymap::KEYMAP;
use giaoban::tui::program::Program;
use giaoban::tui::window::Window;
use giaoban::words::Lang;

#[test]
fn the_palette_runs_what_it_shows_on_any_screen() {
    let mut stage = Stage::new();
    stage
        .press("<C-p>hoan tac")
        .sees("Hoàn tác")
        .press("<Enter>")
        .sees("Không còn gì để hoàn tác.");
    stage
        .press("<C-p>ban thu ky muc tiep<Enter>")
        .sees("Bắt đầu mục: Khai mạc")
        .sees("DIỄN BIẾN");
    stage
        .press("<C-p>be mac<Enter>")
        .sees("BẾ MẠC HỘI NGHỊ?")
        .press("<Esc>")
        .misses("BẾ MẠC HỘI NGHỊ?");
    stage
        .press("<C-p>khong co lenh nay<Enter>")
        .sees("Không có mục nào khớp");
}

#[test]
fn every_screen_has_its_keys() {
    let mut stage = Stage::new();
    let screens = [
        "Hội nghị",
        "Điểm danh",
        "Bàn thư ký",
        "Vướng mắc",
        "Nhiệm vụ",
        "Trọng tâm",
        "Biên bản",
        "Tra cứu",
    ];
    for (number, name) in (2..).zip(screens) {
        stage
            .press("<F1>")
            .sees("TRỢ GIÚP")
            .press("<Esc>")
            .misses("TRỢ GIÚP");
        stage
            .press(&format!("<F{number}>"))
            .sees(&format!("giaoban · {name}"));
        stage
            .press("<F2>")
            .press(&format!("<A-{number}>"))
            .sees(&format!("giaoban · {name}"));
    }
    stage.press("<F2><C-f>").sees("giaoban · Tra cứu");
}

#[test]
fn language_and_theme_are_chosen_in_the_program_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let start = || {
        let clock = StandingClock(std::rc::Rc::new(std::cell::Cell::new(morning())));
        let mut app = Window::new(
            App::new(
                Store::open(&path, morning()).unwrap(),
                Box::new(clock),
                Setup::default(),
                KEYMAP,
            )
            .unwrap(),
        );
        app.resize(80, 24);
        app
    };
    let mut stage = Stage::new();
    stage.app = start();
    stage
        .press("<C-p>chuyen sang tieng anh<Enter>")
        .sees("MEETINGS IN THE BOOK");
    stage
        .press("<C-p>theme<Enter>")
        .sees("THEME")
        .press("sang<Enter>")
        .sees("Theme: sang");
    let light = stage.terminal.backend().buffer()[(2, 5)].clone();
    stage.app = start();
    stage.press("<F2>").sees("MEETINGS IN THE BOOK");
    assert_eq!(
        stage.terminal.backend().buffer()[(2, 5)].bg,
        light.bg,
        "the light ground"
    );
}

#[test]
fn ctrl_q_leaves_from_anywhere_and_what_was_typed_is_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let open = || Stage::with(Store::open(&path, morning()).unwrap(), (80, 24), Lang::Vi);
    let mut stage = open();
    stage.press("<F3>td4họp ở cấp tr<C-q>");
    assert!(stage.app.is_done());
    let mut again = open();
    again.sees("VẮNG CÓ PHÉP · Thảo Điền").sees("họp ở cấp tr");
    again.press("ên<Enter>").sees("Vắng 1 (CP 1)");
}

/// The hardware cursor stands at the caret, where input methods show their candidates.
#[test]
fn the_cursor_stands_at_the_caret() {
    let mut stage = Stage::new();
    stage.press("<F4>được<Left>");
    let caret = stage.terminal.get_cursor_position().unwrap();
    let row = stage
        .text()
        .lines()
        .position(|line| line.contains("được"))
        .unwrap();
    assert_eq!((usize::from(caret.x), usize::from(caret.y)), (3 + 3, row));
}
