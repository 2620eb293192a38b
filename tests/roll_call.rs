//! The roll call: letters find, digits mark, the counts always sum to the roster.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop there"
)]

mod common;

use common::keys;
use common::stage::{Stage, morning};
use giaoban::meeting::roll_call::{self, Mark};
use giaoban::store::Store;
use proptest::prelude::*;

#[test]
fn every_unit_is_in_sight_on_the_smallest_usual_screen() {
    let mut stage = Stage::new();
    stage
        .press("<F3>")
        .sees("CÓ MẶT 0/34")
        .sees("Chưa điểm danh 34");
    for unit in [
        "An Khánh",
        "Hiệp Bình Chánh",
        "Tăng Nhơn Phú A",
        "Trường Thọ",
    ] {
        stage.sees(unit);
    }
}

#[test]
fn digits_mark_and_the_cursor_goes_on() {
    let mut stage = Stage::new();
    stage
        .press("<F3>121")
        .sees("CÓ MẶT 3/34")
        .sees("Bí thư 2 · PBT TT 1");
    stage.sees("▸ 4 Bình Chiểu");
    stage.press("5").sees("Vắng 1 (CP 0)");
    // A second mark corrects the first, and does not count twice.
    stage
        .press("an khánh2")
        .sees("CÓ MẶT 3/34")
        .sees("Bí thư 1 · PBT TT 2");
    stage
        .press("<C-z>")
        .sees("Đã hoàn tác")
        .sees("Bí thư 2 · PBT TT 1");
    stage.press("<C-y>").sees("Bí thư 1 · PBT TT 2");
}

#[test]
fn letters_that_fit_several_units_mark_none() {
    let mut stage = Stage::new();
    stage
        .press("<F3>lt1")
        .sees("Nhiều đơn vị khớp: Linh Tây, Linh Trung, Long Trường")
        .sees("CÓ MẶT 0/34");
    stage
        .press("<Down>1")
        .sees("Điểm danh Linh Trung: Bí thư")
        .sees("CÓ MẶT 1/34");
    stage
        .press("xyz1")
        .sees("Không có đơn vị nào khớp «xyz»")
        .sees("CÓ MẶT 1/34");
}

#[test]
fn an_absence_needs_its_reason_and_a_substitute_a_name() {
    let mut stage = Stage::new();
    stage.press("<F3>td4<Enter>").sees("Cần có: Lý do.");
    stage.press("ốm<Enter>").sees("Vắng 1 (CP 1)");
    stage
        .press("hbp3Nguyễn Văn A<Enter><Enter><Enter>")
        .sees("Cần có: Chức vụ.");
    stage
        .press("Phó Bí thư<Enter><Enter>")
        .sees("CÓ MẶT 1/34")
        .sees("Dự thay 1");
}

#[test]
fn late_left_and_back() {
    let mut stage = Stage::new();
    stage
        .press("<F3>lx7")
        .sees("Linh Xuân chưa có mặt nên không đến muộn, về sớm");
    stage.press("lx61").sees("muộn 1").sees("CÓ MẶT 1/34");
    stage.press("lx7<Enter>").sees("về sớm 1");
    stage.press("lx8").misses("về sớm 1");
    stage.press("lx6").misses("muộn 1");
    stage.press("lx0").sees("CÓ MẶT 0/34");
}

#[test]
fn the_rest_is_present_without_a_rank_being_invented() {
    let mut stage = Stage::new();
    stage
        .press("<F3>td5<C-a>")
        .sees("CÓ MẶT 33/34")
        .sees("chưa rõ chức vụ 33")
        .sees("Chưa điểm danh 0");
    stage.press("<C-a>").sees("Mọi đơn vị đã được điểm danh.");
    stage.press("<F8>").sees("33 đơn vị chưa rõ a");
}

/// Three exceptions and the rest: the bar of the design is 46 keys.
#[test]
fn thirty_four_units_with_three_exceptions_take_few_keys() {
    let script = "td4ốm<Enter>hbp3An<Enter>PBT<Enter><Enter>lx61<C-a>";
    let mut stage = Stage::new();
    stage
        .press("<F3>")
        .press(script)
        .sees("CÓ MẶT 33/34")
        .sees("Chưa điểm danh 0");
    let count = keys::parse(script).len();
    assert!(count <= 46, "{count} keys");
}

#[test]
fn the_successor_roster_is_one_choice_away() {
    let mut stage = Stage::new();
    stage
        .press("<C-r>")
        .sees("34 phường thành phố Thủ Đức")
        .sees("12 phường từ 01/7/2025");
    stage
        .press("2")
        .sees("Dùng danh sách 12 phường từ 01/7/2025")
        .sees("(12 đơn vị)");
    stage.press("<Enter>").sees("CÓ MẶT 0/12").sees("Hiệp Bình");
    stage.press("<C-z>").sees("CÓ MẶT 0/34");
}

#[test]
fn planning_past_the_last_day_of_a_roster_says_so_and_asks() {
    let mut stage = Stage::new();
    stage
        .press("<C-n>2")
        .sees("HỘI NGHỊ MỚI")
        .sees("06 tháng đầu năm 2023");
    stage
        .press("<Enter><BS><BS><BS><BS><BS><BS><BS><BS><BS>")
        .press("15/8/2025<Enter><Enter><Enter>");
    stage
        .sees("DANH SÁCH ĐƠN VỊ")
        .sees("12 phường từ 01/7/2025");
    stage.press("2").sees("Lập Hội nghị").sees("(12 đơn vị)");
}

#[test]
fn a_pasted_name_is_found_as_a_typed_one() {
    let mut stage = Stage::new();
    stage
        .press("<F3>")
        .paste("Tam Phú")
        .press("1")
        .sees("Điểm danh Tam Phú: Bí thư");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Present + absent + not yet marked is always the roster.
    #[test]
    fn the_counts_always_sum_to_the_roster(marks in prop::collection::vec((0..34_usize, 0..8_u8), 0..120)) {
        let store = Store::in_memory(morning()).unwrap();
        let meeting = store.last_meeting().unwrap().unwrap();
        let mut dossier = store.dossier(meeting).unwrap().unwrap();
        for (seat, mark) in marks {
            let seat = roll_call::wards(&dossier)[seat].id;
            let mark = match mark {
                0 => Mark::Present(None),
                1 => Mark::Absent,
                2 => Mark::Excused { reason: "ốm".into() },
                3 => Mark::Substitute { person: "A".into(), office: "B".into(), on_behalf: None },
                4 => Mark::Late,
                5 => Mark::Left { reason: None },
                6 => Mark::Back,
                _ => Mark::Clear,
            };
            // What cannot be true is refused, and nothing has happened.
            let said = roll_call::mark(&dossier, seat, &mark, morning(), store.ids());
            for change in said.unwrap_or_default() {
                dossier.apply(&change);
            }
            let counts = roll_call::counts(&dossier);
            prop_assert_eq!(counts.present + counts.absent + counts.not_marked, counts.roster);
            prop_assert_eq!(counts.secretary + counts.deputy + counts.unranked + counts.substitute, counts.present);
            prop_assert!(counts.excused <= counts.absent && counts.late <= counts.present && counts.left <= counts.present);
        }
    }
}
