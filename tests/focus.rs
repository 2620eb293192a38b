//! Focus areas: the heat map and the lists behind it, its totals, the trend, and areas that change without rewriting
//! the past.
use crate::common::stage::{Stage, morning};
use chrono::NaiveDate;
use giaoban::cli::demo;
use giaoban::meeting::actions::{Query, Scope};
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::focus::edit::{self, AreaEntry, AreaRefusal};
use giaoban::meeting::focus::{Board, ColumnKey, RowKey, Sort, Trend};
use giaoban::meeting::page::Part;
use giaoban::store::Store;
use giaoban::words::Lang;

/// A meeting with one action for all units, of which three have done it, and one for a single unit.
fn with_actions() -> Stage {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>> #1 @tất cả ^30/9 Báo cáo tiến độ<Enter>");
    stage.press("> #4 @Linh Trung ^31/8 Gửi phương án<Enter>");
    stage.press("<F6><Down><Enter>an khánh34cát lái34linh trung2<Esc><Esc>");
    stage
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn the_map_counts_what_is_owed_and_done_at_both_edges() {
    let mut stage = with_actions();
    stage.press("<F7>").sees("▸An Khánh          ✓ ");
    // Two of 35 parts are done; one is in progress, which is no report.
    stage.sees("Cộng              32 ").sees("33     5,7%");
    stage
        .sees("Hoàn thành %     5,9%")
        .sees("Báo cáo %        5,9%");
    stage.sees("HT = hoàn thành / phần việc");
    stage.sees("An Khánh · ND1: hoàn thành 1/1 · HT 100% · BC 100%");
    stage.set_moment("2023-10-02T08:00:00+07:00");
    stage
        .press("<F2><F7>")
        .sees("Cộng             !32")
        .sees("!33");
}

#[test]
fn a_cell_of_the_heat_map_leads_to_its_actions() {
    let mut stage = with_actions();
    stage
        .press("<F7><Right><Enter>")
        .sees("Ô này không có nhiệm vụ.");
    stage
        .press("<Left><Enter>")
        .sees("An Khánh · ND1")
        .sees("NV-001")
        .misses("NV-002");
    // The column of the totals leads to all of the unit, the row of the totals to all of the area.
    stage
        .press("<F7>linh trung<Right><Right><Right><Right><Right><Right><Enter>")
        .sees("NV-001")
        .sees("NV-002");
    stage.press("<F7><End><Left><Left><Left><Enter>");
    stage.sees("NV-002").misses("NV-001");
}

#[test]
fn every_count_is_that_of_the_list_behind_it() {
    let now = morning();
    let mut store = Store::in_memory(now).unwrap();
    demo::fill(&mut store, now).unwrap();
    let today = now.date_naive();
    let map = store.heat_map(today).unwrap();
    let board = Board::new(&map, None);
    for row in &board.rows {
        let RowKey::Unit(unit) = row.key else {
            continue;
        };
        let keys = board.columns.iter().map(|column| column.key);
        for column in keys.chain([ColumnKey::Total]) {
            let focus = match column {
                ColumnKey::Line(line) => Some(line),
                ColumnKey::Others | ColumnKey::Total => None,
            };
            let query = Query {
                scope: Scope {
                    unit: Some(unit),
                    focus,
                },
                ..Query::all(today)
            };
            let listed = store.register(&query, Part::around(0)).unwrap().page.total;
            assert_eq!(board.cell(row.key, column).total(), listed, "{}", row.name);
        }
    }
    let rows = board.rows.iter().map(|row| row.total.total());
    assert_eq!(rows.sum::<usize>(), board.total().total());
    let columns = board.columns.iter();
    let columns = columns.map(|column| board.cell(RowKey::Total, column.key).total());
    assert_eq!(columns.sum::<usize>(), board.total().total());
}

#[test]
fn what_was_cancelled_counts_nowhere_and_is_not_listed() {
    let mut stage = with_actions();
    stage
        .press("<F6><Down><Enter>bình thọ7")
        .sees("Bình Thọ: hủy");
    stage.press("<F7>bình thọ").sees("▸Bình Thọ          ·");
    stage.press("<Enter>").sees("Ô này không có nhiệm vụ.");
}

#[test]
fn rows_are_sorted_and_letters_find_a_unit() {
    let mut stage = with_actions();
    stage
        .press("<F7>linh tr")
        .sees("▸Linh Trung")
        .sees("Tìm: linh tr");
    stage
        .press("xyz")
        .sees("Không có đơn vị nào khớp «linh trxyz».");
    stage.press("<Esc>").misses("linh trxyz");
    let map = {
        let now = morning();
        let mut store = Store::in_memory(now).unwrap();
        demo::fill(&mut store, now).unwrap();
        store.heat_map(now.date_naive()).unwrap()
    };
    let board = Board::new(&map, None);
    let overdue = board.ordered(Sort::Overdue);
    assert!(overdue.is_sorted_by_key(|row| std::cmp::Reverse(row.total.overdue)));
    let rate = |done: usize, total: usize| (done * 1000).checked_div(total).unwrap_or(usize::MAX);
    let completion = board.ordered(Sort::Completion);
    assert!(completion.is_sorted_by_key(|row| rate(row.total.done, row.total.total())));
    let reports = board.ordered(Sort::Reports);
    assert!(
        reports
            .is_sorted_by_key(|row| rate(row.total.reported + row.total.done, row.total.total()))
    );
    stage.press("<C-r>").sees("quá hạn nhiều trước");
    stage.press("<C-r>").sees("hoàn thành thấp trước");
    stage.press("<C-r>").sees("báo cáo ít trước");
    stage.press("<C-r>").sees("theo danh sách");
}

#[test]
fn the_trend_ends_where_the_map_is_and_looks_back_as_it_was() {
    let now = morning();
    let mut store = Store::in_memory(now).unwrap();
    demo::fill(&mut store, now).unwrap();
    let today = now.date_naive();
    let map = store.heat_map(today).unwrap();
    let board = Board::new(&map, None);
    let days = store.days_held(24, today).unwrap();
    let parts = store.traced_parts(days[0]).unwrap();
    let trend = Trend::new(&map, days, &parts);
    for row in &board.rows {
        for column in &board.columns {
            let last = *trend.of(&board, row.key, column.key).last().unwrap();
            let cell = board.cell(row.key, column.key);
            assert_eq!(last, cell);
        }
    }
    // On the day of the first meeting everything was given and nothing was done or late.
    let first = trend.of(&board, RowKey::Total, ColumnKey::Total)[0];
    assert_eq!((first.overdue, first.done), (0, 0));
    assert!(first.open() > 0);
}

#[test]
fn a_later_deadline_does_not_rewrite_what_was_overdue_before() {
    let mut stage = with_actions();
    stage.set_moment("2023-09-12T08:00:00+07:00");
    stage.press("<F7>").sees("ND1");
    stage.press("<F6>").sees("NV-002");
    // The single action of ND4 is late; then it is extended.
    stage.press("<F7><Right><Right><Right><End><Tab><Tab><Tab>");
    stage.sees("quá hạn    ▁█ 0 → 1");
    stage.press("<F6><Home><C-t><C-u>15/10/2023<Enter>chờ hướng dẫn<C-s>");
    stage.sees("Gia hạn NV-002");
    stage.press("<F7>").sees("0 → 0");
}

#[test]
fn tab_shows_the_trend_of_the_area_the_unit_and_the_cell() {
    let mut stage = with_actions();
    stage.press("<F7>").sees("ND1 · tất cả đơn vị");
    stage.press("<Tab>").sees("tất cả trọng tâm · An Khánh");
    stage.press("<Tab>").sees("ND1 · An Khánh");
    stage.press("<Tab>").sees("ND1 · tất cả đơn vị");
}

/// Renumbers the fourth area to seven, once the meeting is over.
fn renumbered() -> Stage {
    let mut stage = with_actions();
    stage.press("<F7><C-d>ND4<Enter>1");
    stage.sees("ND4: SỐ VÀ NỘI DUNG TỪ MỘT NGÀY");
    stage.press("<C-u>7<Enter><Enter><Enter><Enter><Enter><C-u>01/8/2023<Enter>");
    stage.sees("ND4 thành ND7 từ 01/8/2023");
    stage
}

#[test]
fn an_area_that_is_renumbered_keeps_its_past_and_its_open_actions_follow() {
    let mut stage = renumbered();
    // The meeting of July still says 4.
    stage
        .press("<F4>")
        .sees("ND4")
        .press("<F7>")
        .sees("ND4")
        .misses("ND7");
    // The next meeting says 7, and the action that is open stands there.
    stage.set_moment("2023-08-15T08:00:00+07:00");
    stage
        .press("<F2><C-n>1<Enter><Enter><Enter><Enter>")
        .press("<F7>");
    stage.sees("ND7").misses("ND4 ");
    stage.press("linh trung<Left><Right><Right><Right><Right><Right>");
    stage.sees("Linh Trung · ND7: chưa xong 1 (1 trong hạn)");
    stage
        .press("<Enter>")
        .sees("NV-002")
        .sees("ND7")
        .misses("NV-001");
    // Undone, it is 4 again everywhere.
    stage.press("<C-z><C-z><F7>").sees("ND4").misses("ND7");
}

#[test]
fn an_area_that_was_retired_and_owes_has_its_column() {
    let mut stage = with_actions();
    stage.press("<F7><C-d>ND4<Enter>2<C-u>31/7/2023<Enter>");
    stage.sees("ND4 áp dụng đến hết 31/7/2023");
    stage.set_moment("2023-08-15T08:00:00+07:00");
    stage
        .press("<F2><C-n>1<Enter><Enter><Enter><Enter>")
        .press("<F7>");
    stage.sees("4 hết").sees("33     5,7%");
    // Once nothing is owed under it, it stands among the others, and the totals stay whole.
    stage.press("<F6><Home>").sees("NV-002");
    stage
        .press("34<F7>")
        .misses("4 hết")
        .sees("Khác")
        .sees("32     8,6%");
    stage.press("linh trung<Right><Right><Right><Right><Right><Enter>");
    stage.sees("NV-002").misses("NV-001");
}

#[test]
fn a_new_area_begins_and_its_number_is_free() {
    let mut stage = with_actions();
    stage.press("<F7><C-d><Enter>").sees("TRỌNG TÂM MỚI");
    stage.press("3<Enter>Chuyển đổi số<Enter><Enter><Enter><Enter><Enter>");
    stage.sees("Số 3 vào 11/7/2023 đã là «Mô hình “4 tốt”»");
    stage.press("<C-u>0<Enter><Enter><Enter><Enter><Enter><Enter>");
    stage.sees("«0» không phải số trọng tâm: từ 1 đến 99.");
    stage.press("<C-u>7<Enter><Enter><Enter><Enter><Enter><Enter>");
    stage.sees("Thêm trọng tâm ND7").sees("ND7");
    stage
        .press("<F4>> #7 @cát lái Lập kế hoạch<Enter><F7>")
        .sees("ND7");
    stage.press("cát lái<Right><Right><Right><Right><Right><Right>");
    stage.sees("Cát Lái · ND7: chưa xong 1 (1 trong hạn)");
    stage.press("<C-z><C-z>").sees("Đã hoàn tác");
    stage.press("<Esc>").misses("ND7");
}

#[test]
fn what_would_rewrite_the_past_is_refused_in_a_sentence() {
    let mut stage = with_actions();
    stage.press("<F7><C-d>ND4<Enter>2<C-u>10/7/2023<Enter>");
    stage.sees("Hội nghị 11/7/2023 còn ghi vào trọng tâm này");
    stage.press("<C-u>31/12/2022<Enter>");
    stage.sees("Trọng tâm này áp dụng từ 01/01/2023; chọn ngày không sớm hơn.");
    stage.press(
        "<Esc><Esc><Esc><Esc><C-d>ND1<Enter>1<C-u>8<Enter><Enter><Enter><Enter><Enter><C-u>11/7/2023<Enter>",
    );
    stage.sees("Hội nghị 11/7/2023 đã ghi theo số này: đổi từ sau 11/7/2023.");
    stage
        .press("<Esc><Esc><Esc><Esc>")
        .sees("ND1")
        .misses("ND8");
}

#[test]
fn a_wording_is_corrected_and_a_last_day_taken_back() {
    let mut stage = with_actions();
    stage.press("<F7><C-d>ND4<Enter>3<C-u>Sắp xếp lại chi bộ<Enter><Enter><Enter><Enter>");
    stage
        .sees("Sửa câu chữ ND4")
        .press("<C-d>")
        .sees("ND4 Sắp xếp lại chi bộ");
    stage
        .press("<Esc><C-d>ND4<Enter>2<C-u>31/12/2023<Enter>")
        .press("<C-d>");
    stage.sees("01/01/2023 – 31/12/2023");
    stage
        .press("<Esc><C-d>ND4<Enter>2<C-u><Enter>")
        .sees("ND4 còn áp dụng");
}

#[test]
fn numbers_may_be_swapped_one_after_another() {
    let mut store = Store::in_memory(morning()).unwrap();
    let from = day(2024, 1, 1);
    let mut renumber = |number: i64, to: i64| -> Result<(), AreaRefusal> {
        let areas = store.used_areas().unwrap();
        let latest = edit::latest(&areas);
        let used = latest
            .iter()
            .find(|used| used.area.number == number)
            .unwrap();
        let entry = AreaEntry {
            number: to,
            ..AreaEntry::of(&used.area)
        };
        let changes = edit::revise(&areas, used, &entry, from, store.ids())?;
        store
            .commit(&Transaction::new("đổi số", changes), morning())
            .unwrap();
        Ok(())
    };
    assert!(
        matches!(renumber(3, 2), Err(AreaRefusal::NumberTaken(area, on)) if area.number == 2 && on == from)
    );
    renumber(2, 9).unwrap();
    renumber(3, 2).unwrap();
    renumber(9, 3).unwrap();
    let areas = store.used_areas().unwrap();
    let on = |day: NaiveDate| {
        let in_force = areas.iter().filter(|used| used.area.is_in_force(day));
        let mut told: Vec<(i64, i64)> = in_force
            .map(|used| (used.area.number, used.area.line().number()))
            .collect();
        told.sort_unstable();
        told
    };
    let (before, after) = (on(day(2023, 12, 31)), on(from));
    assert_eq!(before.len(), 6);
    assert_eq!(after.len(), 6);
    assert_eq!(before[1].1, after[2].1);
    assert_eq!(before[2].1, after[1].1);
}

#[test]
fn units_off_the_roster_that_still_owe_have_a_line() {
    let mut stage = with_actions();
    // The next meeting is held with the wards that followed, and what was owed is not handed over yet.
    stage.set_moment("2025-08-01T08:00:00+07:00");
    stage
        .press("<F10><Tab><C-r>")
        .press("<F2><C-n>2<Enter><Enter><Enter><Enter>")
        .press("<Esc>");
    stage.press("<F7><End>").sees("Ngoài DS (34)").sees("!33");
    stage
        .press("<Up><Enter>")
        .sees("XEM NHIỆM VỤ CỦA")
        .sees("Hiệp Phú");
    stage
        .press("linh trung<Enter>")
        .sees("NV-001")
        .sees("Linh Trung");
}

#[test]
fn both_languages_say_the_whole_map() {
    let mut stage = Stage::demo((120, 36), Lang::En);
    stage
        .press("<F7>")
        .sees("!overdue ●to accept ‖paused ✓done")
        .sees("Done %")
        .sees("by roll");
    stage
        .press("<C-d>")
        .sees("FOCUS AREAS")
        .sees("Add a focus area…");
    stage.press("<Enter>").sees("NEW FOCUS AREA");
}

#[test]
fn without_an_open_meeting_the_map_is_of_the_roster_in_use() {
    let store = Store::in_memory(morning()).unwrap();
    let mut stage = Stage::with(store, (80, 24), Lang::Vi);
    stage
        .press("<F7>")
        .sees("An Khánh")
        .sees("ND6")
        .sees("1/34");
}

#[test]
fn a_change_of_an_area_is_one_entry_that_is_taken_back_whole() {
    let mut store = Store::in_memory(morning()).unwrap();
    let areas = store.used_areas().unwrap();
    let entry = AreaEntry {
        number: 8,
        ..AreaEntry::of(&areas[0].area)
    };
    let changes = edit::revise(&areas, &areas[0], &entry, day(2024, 1, 1), store.ids()).unwrap();
    assert!(matches!(
        changes.as_slice(),
        [Change::Update(..), Change::Insert(_)]
    ));
    store
        .commit(&Transaction::new("đổi số", changes), morning())
        .unwrap();
    assert_eq!(store.used_areas().unwrap().len(), areas.len() + 1);
    store.undo(morning()).unwrap().unwrap();
    assert_eq!(store.used_areas().unwrap(), areas);
}
