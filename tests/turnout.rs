//! Turnout: how units came to the meetings that were held, one by one and over a year.
use crate::common::stage::Stage;
use giaoban::papers::phrases::Phrases;
use giaoban::papers::{csv::csv, turnout as papers, xlsx::xlsx};
use giaoban::text::dates::percent;

/// Holds the meeting of the day: the first unit late, the second by a substitute, the third absent, all others there.
fn held() -> Stage {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F4><C-n>");
    stage.set_time("08:01:00");
    stage.press("<F3>.0161").sees("muộn 1");
    stage
        .press("an lợi đông3Người Thay<Enter>Phó Bí thư<Enter><Enter>")
        .sees("Dự thay 1");
    stage.press("an phú5<C-a>").sees("đã điểm danh đủ");
    stage.set_time("10:00:00");
    stage
        .press("<F4><C-p>bế mạc<Enter>1")
        .sees("Bế mạc hội nghị")
        .press("<Esc>");
    stage
}

#[test]
fn the_table_of_the_year_counts_what_was_marked() {
    let mut stage = held();
    stage
        .press("<F3><C-t>")
        .sees("DỰ HỌP NĂM 2023 · 1 hội nghị");
    let text = stage.text();
    let line = |name: &str| -> Vec<String> {
        let line = text.lines().find(|line| line.contains(name)).unwrap();
        let after = line.split(name).nth(1).unwrap();
        after.split_whitespace().map(str::to_owned).collect()
    };
    // Called to, Secretary, Deputy, substitute, unknown, excused, absent, unmarked, late, minutes, left, share.
    let numbers = |name: &str| line(name)[..12].join(" ");
    assert_eq!(numbers("An Khánh"), "1 1 0 0 0 0 0 0 1 21 0 100%");
    assert_eq!(numbers("An Lợi Đông"), "1 0 0 1 0 0 0 0 0 0 0 100%");
    assert_eq!(numbers("An Phú"), "1 0 0 0 0 0 1 0 0 0 0 0%");
    assert_eq!(numbers("Bình Chiểu"), "1 0 0 0 1 0 0 0 0 0 0 100%");
    stage
        .press("<Right>")
        .sees("DỰ HỌP NĂM 2024")
        .sees("Năm này chưa họp lần nào");
    stage
        .press("<Left>")
        .sees("DỰ HỌP NĂM 2023")
        .press("<Esc>")
        .sees("CÓ MẶT");
}

#[test]
fn the_history_of_a_unit_stands_on_its_card() {
    let mut stage = held();
    stage
        .press("<F2><C-n>1<Enter><Enter><Enter><Enter><Enter>")
        .sees("CÓ MẶT");
    stage
        .press("an khánh<Enter>")
        .sees("11/7/2023")
        .sees("Bí thư")
        .sees("muộn 21'");
    stage.sees("có mặt 1/1 (100%)").sees("đến muộn 1");
    stage
        .press("<Esc>an phú<Enter>")
        .sees("Vắng KP")
        .sees("có mặt 0/1 (0%)");
    stage
        .press("<Esc>an lợi đông<Enter>")
        .sees("Dự thay")
        .sees("Người Thay")
        .sees("cử người dự thay 1");
}

#[test]
fn the_table_is_written_as_xlsx_and_csv() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = held();
    for name in ["a.xlsx", "a.csv"] {
        let file = folder.path().join(name);
        stage
            .press("<F3><C-t><C-s><C-u>")
            .paste(&file.display().to_string());
        stage.press("<Enter>").sees("Đã xuất");
        let cells = giaoban::files::spreadsheet::read_table(&file).unwrap();
        let row = cells
            .rows
            .iter()
            .find(|row| row.get(1).is_some_and(|name| name == "An Khánh"));
        let row = row.unwrap();
        assert_eq!(
            row[..5],
            ["1", "An Khánh", "1", "1", "1"].map(str::to_owned)
        );
        assert_eq!(row[11..14], ["1", "21", "0"].map(str::to_owned));
    }
    // A file that is there is never overwritten.
    stage
        .press("<C-s><C-u>")
        .paste(&folder.path().join("a.csv").display().to_string());
    stage.press("<Enter>").sees("Đã có tệp");
}

#[test]
fn the_same_year_gives_the_same_bytes() {
    let year = giaoban::meeting::turnout::year(2023, &[]);
    let sheet = papers::sheet(&year, &Phrases::default());
    assert_eq!(xlsx(&sheet).unwrap(), xlsx(&sheet).unwrap());
    assert!(
        csv(&sheet)
            .unwrap()
            .starts_with("\u{feff}TT,Đơn vị".as_bytes())
    );
}

#[test]
fn shares_are_written_as_documents_write_them() {
    assert_eq!(percent(853, 1000).as_deref(), Some("85,3%"));
    assert_eq!(percent(3, 5).as_deref(), Some("60%"));
    assert_eq!(percent(2, 3).as_deref(), Some("66,7%"));
    assert_eq!(percent(0, 0), None);
}
