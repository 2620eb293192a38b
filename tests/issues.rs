//! Scratch.
mod common;
use common::stage::Stage;
use giaoban::words::Lang;

#[test]
fn look() {
    for size in [(80, 24), (120, 36)] {
        let mut s = Stage::demo(size, Lang::Vi);
        s.press("<F5>");
        println!("{}", s.text());
        s.press("<Enter>");
        println!("{}", s.text());
        s.press("<Esc><C-g>");
        println!("{}", s.text());
        s.press("khu phố");
        println!("{}", s.text());
        s.press("<Enter>");
        println!("{}", s.text());
        s.press("<C-k>");
        println!("{}", s.text());
        s.press("<Enter>");
        println!("{}", s.text());
        s.press("<C-d>Đảng ủy Doanh nghiệp<Enter>:");
        println!("{}", s.text());
        s.press("Sẽ hướng dẫn<Enter><Enter><Enter>12-CV/BTCTU<Enter>");
        println!("{}", s.text());
        s.press("<Enter>");
        println!("{}", s.text());
        s.press("<Esc><C-l>");
        println!("{}", s.text());
        s.press("chua tr");
        println!("{}", s.text());
        s.press("<C-u>@mau sen");
        println!("{}", s.text());
        s.press("<Enter><C-s>");
        println!("{}", s.text());
    }
}
