//! The page of the year: what it counts, how it is shown, and the same numbers in a workbook.
use crate::common::stage::{Stage, morning};
use giaoban::cli::demo;
use giaoban::files::spreadsheet::read_table;
use giaoban::meeting::year::{Figures, Yearbook};
use giaoban::papers::phrases::Phrases;
use giaoban::papers::xlsx::workbook;
use giaoban::papers::year::sheets;
use giaoban::store::Store;
use giaoban::words::Lang;

fn held() -> Stage {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F3>5<C-a><F4><C-n>");
    stage.set_time("08:00:00");
    stage.press("<C-g>cát lái<Enter>");
    stage.set_time("08:05:00");
    stage.press("<C-e>! #5 @Cát Lái Khó tiếp nhận tổ chức đảng<Enter>");
    stage.press("> #1 @cát lái @thảo điền ^31/7 Gửi danh sách<Enter>");
    stage.set_time("10:00:00");
    stage
        .press("<C-p>bế mạc<Enter><Tab>1")
        .sees("Bế mạc hội nghị")
        .press("<Esc>");
    stage
}

#[test]
fn the_year_counts_what_the_meetings_of_its_months_came_to() {
    let mut stage = held();
    stage.press("<F7><C-t>").sees("NĂM 2023 · 1 hội nghị");
    let text = stage.text();
    let below = |name: &str| -> Vec<String> {
        let lines: Vec<&str> = text.lines().collect();
        let at = lines.iter().position(|line| line.contains(name)).unwrap();
        let numbers = lines[at + 2].trim_matches(['"', ' ']).split_whitespace();
        numbers.map(str::to_owned).collect()
    };
    let july = |name: &str| below(name)[6].clone();
    assert_eq!(july("Có mặt %"), "97");
    assert_eq!(july("Phát biểu (′)"), "5");
    assert_eq!(july("Vướng mắc nêu"), "1");
    assert_eq!(july("Vướng mắc đáp"), "0");
    assert_eq!(july("chưa xong"), "2");
    assert_eq!(july("quá hạn"), "0");
    assert_eq!(below("Phát biểu (′)")[5], "·");
    assert_eq!(below("Phát biểu (′)")[12], "5");
    stage.sees("có mặt / đã điểm danh");
    stage
        .press("<Right>")
        .sees("NĂM 2024")
        .sees("Năm này chưa họp lần nào.");
    stage
        .press("<Left><Tab>")
        .sees("NĂM 2023 THEO ĐƠN VỊ")
        .sees("Cát Lái");
    stage.press("<Esc>").sees("theo danh sách");
}

#[test]
fn the_units_of_a_year_come_to_its_months() {
    let now = morning();
    let mut store = Store::in_memory(now).unwrap();
    demo::fill(&mut store, now).unwrap();
    let facts = store.year_facts(2023, now.date_naive()).unwrap();
    let book = Yearbook::new(2023, &facts);
    let months = |of: fn(&Figures) -> usize| book.months.iter().map(of).sum::<usize>();
    let units = |of: fn(&Figures) -> usize| {
        let lines = book.units.iter();
        lines.map(|line| of(&line.figures)).sum::<usize>()
    };
    let counted: [fn(&Figures) -> usize; 6] = [
        |figures| figures.counts.present,
        |figures| figures.counts.marked(),
        |figures| figures.turns,
        |figures| figures.parts.parts.total(),
        |figures| figures.parts.parts.done,
        |figures| figures.parts.parts.overdue,
    ];
    for of in counted {
        assert_eq!(months(of), of(&book.total));
        assert_eq!(units(of), of(&book.total));
    }
    assert_eq!(months(|figures| figures.raised), book.total.raised);
    assert_eq!(months(|figures| figures.answered), book.total.answered);
    let map = store.heat_map(now.date_naive()).unwrap();
    let counted: usize = map.cells.values().map(|tally| tally.total()).sum();
    assert_eq!(book.total.parts.parts.total(), counted);
}

#[test]
fn the_same_numbers_go_to_a_workbook_and_to_csv() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = held();
    for name in ["a.xlsx", "a.csv"] {
        let file = folder.path().join(name);
        stage
            .press("<F7><C-t><C-s><C-u>")
            .paste(&file.display().to_string());
        stage.press("<Enter>").sees("Đã xuất");
        let cells = read_table(&file).unwrap();
        let row = |first: &str| {
            let found = cells
                .rows
                .iter()
                .find(|row| row.first().is_some_and(|cell| cell == first));
            found.unwrap().clone()
        };
        let july = row("Tháng 7");
        assert_eq!(july[1..5], ["1", "34", "34", "33"].map(str::to_owned));
        assert_eq!(july[6..10], ["1", "5", "1", "2"].map(str::to_owned));
        assert_eq!(row("Năm 2023")[9], "2");
    }
}

#[test]
fn the_workbook_has_a_tab_for_months_and_one_for_units() {
    let now = morning();
    let mut store = Store::in_memory(now).unwrap();
    demo::fill(&mut store, now).unwrap();
    let facts = store.year_facts(2023, now.date_naive()).unwrap();
    let pages = sheets(
        &Yearbook::new(2023, &facts),
        now.date_naive(),
        &Phrases::default(),
    );
    assert_eq!(pages[0].rows.len(), 13);
    assert!(pages[1].rows.len() >= 34);
    for page in &pages {
        assert!(page.rows.iter().all(|row| row.len() == page.columns.len()));
    }
    assert_eq!(workbook(&pages).unwrap(), workbook(&pages).unwrap());
}

#[test]
fn english_and_the_small_screen_say_all_of_it() {
    let mut stage = Stage::demo((80, 24), Lang::En);
    stage
        .press("<F7><C-t>")
        .sees("2023 · 2 meetings")
        .sees("Present %")
        .sees("M12  Year");
    stage.press("<Tab>").sees("2023 BY UNIT").sees("done%");
}
