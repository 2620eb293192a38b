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

/// In the order read aloud, rank by rank, with three exceptions: a digit a unit, and what the three need.
#[test]
fn a_roll_that_is_read_aloud_takes_a_digit_a_unit() {
    let script = "11121112115211111114ốm<Enter><Down>1121111211112".to_owned() + "61";
    let mut stage = Stage::new();
    stage
        .press("<F3>")
        .press(&script)
        .sees("CÓ MẶT 32/34")
        .sees("Vắng 2 (CP 1)")
        .sees("Chưa điểm danh 0");
    let count = keys::parse(&script).len();
    assert!(count <= 46, "{count} keys");
}

#[test]
fn a_number_finds_a_unit_and_its_mark_follows() {
    let mut stage = Stage::new();
    stage
        .press("<F3>.14")
        .sees("→ Linh Tây")
        .press("2")
        .sees("Điểm danh Linh Tây: PBT TT");
    // The number of 34 units has two digits at most, and none above 34.
    stage.press(".51").sees("Điểm danh Bình Thọ: Bí thư");
    stage.press(".031").sees("Điểm danh An Phú: Bí thư");
    stage.press(".3 2").sees("Điểm danh An Phú: PBT TT");
    stage
        .press(".95")
        .sees("Điểm danh Hiệp Bình Chánh: Vắng KP");
    stage
        .press("<C-u><Esc>.00<Enter>")
        .sees("Không có đơn vị nào khớp «.00»");
    stage
        .press(".34<Enter>")
        .sees("TRƯỜNG THỌ")
        .press("1")
        .sees("Điểm danh Trường Thọ: Bí thư");
}

#[test]
fn letters_that_fit_several_show_the_candidates() {
    let mut stage = Stage::new();
    stage
        .press("<F3>phuoc long")
        .sees("→ Phước Long A · Phước Long B");
    stage
        .press("1")
        .sees("Nhiều đơn vị khớp")
        .sees("CÓ MẶT 0/34");
    stage.press(" b1").sees("Điểm danh Phước Long B: Bí thư");
}

/// The seven states of the roll and the way back from each.
#[test]
fn every_state_is_kept_with_its_time_and_can_be_taken_back() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>");
    stage.set_time("08:00:00");
    stage.press("<F3>an khanh1").sees("Bí thư 1");
    stage.press("an loi2").sees("PBT TT 1");
    stage
        .press("an phu3Người Thay<Enter>Phó Bí thư<Enter>Bí thư A<Enter>")
        .sees("Dự thay 1");
    stage.press("binh chieu4ốm<Enter>").sees("Vắng 1 (CP 1)");
    stage.press("binh tho5").sees("Vắng 2 (CP 1)");
    stage.set_time("08:20:00");
    stage
        .press("binh tho62")
        .sees("muộn 1")
        .sees("Vắng 1 (CP 1)")
        .sees("PBT TT 2");
    stage.set_time("09:10:00");
    stage.press("an khanh7họp khác<Enter>").sees("về sớm 1");
    stage.press("an loi9").sees("vắng một mục 1");
    stage.set_time("09:30:00");
    stage.press("an khanh8").misses("về sớm 1");
    // The absence of before stands in the log beside the arrival.
    stage
        .press("binh tho<Enter>")
        .sees("08:00 Vắng KP")
        .sees("08:20 PBT TT")
        .sees("08:20 đến muộn");
    stage
        .press("<Esc>an khanh<Enter>")
        .sees("09:10 về sớm")
        .sees("09:30 quay lại")
        .press("<Esc>");
    for undone in [
        "quay lại",
        "vắng một mục",
        "về sớm",
        "đến muộn",
        "Vắng KP",
        "Vắng CP",
    ] {
        stage.press("<C-z>").sees("Đã hoàn tác").sees(undone);
    }
    stage.sees("CÓ MẶT 3/34").sees("Vắng 0");
}

#[test]
fn an_entry_is_corrected_with_its_time_and_struck() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>");
    stage.set_time("08:30:00");
    stage
        .press("<F3>linh dong61<Enter>")
        .sees("LINH ĐÔNG")
        .sees("08:30 đến muộn · mục 1");
    stage
        .press("<Down><Down><Enter>")
        .sees("SỬA LẦN GHI: đến muộn · Linh Đông");
    stage
        .press("<C-u>8:15<Enter>kẹt xe<Enter>")
        .sees("Sửa lần ghi của Linh Đông");
    stage
        .press("linh dong<Enter>")
        .sees("08:15 đến muộn · mục 1 · kẹt xe");
    stage
        .press("<Up><Up><Up><Down><Del>")
        .sees("Xóa lần ghi của Linh Đông: 08:15 đến muộn");
    stage.press("<Esc>").misses("muộn 1").sees("CÓ MẶT 1/34");
    stage.press("<C-z>").sees("muộn 1");
    // Without what says how it was represented, nothing is left to be said of the unit.
    stage
        .press("linh dong<Enter><Up><Up><Up><Down><Down><Del><Esc>")
        .sees("CÓ MẶT 0/34");
}

#[test]
fn times_that_cannot_be_true_are_refused_with_a_sentence() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>");
    stage.set_time("08:30:00");
    stage.press("<F3>linh dong61");
    stage.set_time("09:30:00");
    stage.press("linh dong7<Enter>").sees("về sớm 1");
    stage
        .press("linh dong7<Enter>")
        .sees("đã ghi về sớm")
        .press("<Esc>");
    stage
        .press("linh dong<Enter><Down><Down><Down><Enter>")
        .sees("SỬA LẦN GHI: về sớm");
    stage.press("<C-u>8:10<Enter><Enter>");
    stage.sees("Linh Đông không thể về lúc 08:10 khi 08:30 mới đến");
    stage
        .press("<C-u>9:10 12/7/2023<Enter><Enter>")
        .sees("Ngày 12/7/2023 không phải ngày họp (11/7/2023)");
    stage
        .press("<C-u>lát nữa<Enter><Enter>")
        .sees("«lát nữa» không phải giờ");
    stage
        .press("<C-u>9:10 31/2/2023<Enter><Enter>")
        .sees("Lịch không có ngày");
    // What was typed stays until it is right.
    stage
        .press("<C-u>9:10<Enter><Enter>")
        .sees("Sửa lần ghi của Linh Đông");
    stage
        .press("an phu1an phu8")
        .sees("chưa ghi về sớm nên không quay lại được");
}

/// Announced absences are marked on the days before; nobody can be there before the day.
#[test]
fn absences_are_announced_before_the_day() {
    let mut stage = Stage::new();
    stage.set_moment("2023-07-10T15:00:00+07:00");
    stage
        .press("<F3>td4công tác xa<Enter>")
        .sees("Vắng 1 (CP 1)");
    stage
        .press("an phu3Người Thay<Enter>PBT<Enter><Enter>")
        .sees("Dự thay 1");
    stage
        .press("an khanh1")
        .sees("Ngày 10/7/2023 không phải ngày họp (11/7/2023)")
        .sees("CÓ MẶT 1/34");
    stage.press("<C-a>").sees("không phải ngày họp");
    stage.set_moment("2023-07-11T08:00:00+07:00");
    stage
        .press("td<Enter><Down>")
        .sees("15:00 10/7/2023 Vắng CP · công tác xa")
        .press("<Esc>");
    stage.press("<Esc><C-a>").sees("CÓ MẶT 33/34");
}

/// Who corrects the roll on the next day does not make anybody come on the next day.
#[test]
fn marks_after_the_meeting_do_not_pretend_to_be_of_today() {
    let mut stage = Stage::new();
    stage.set_moment("2023-07-11T08:00:00+07:00");
    stage.press("<F4><C-n>mở đầu<Enter>");
    stage.set_moment("2023-07-11T10:00:00+07:00");
    stage.press("<C-p>bế mạc<Enter>1").sees("Bế mạc hội nghị");
    stage.set_moment("2023-07-12T09:00:00+07:00");
    stage.press("<F3>an phu1").sees("CÓ MẶT 1/34");
    stage
        .press("an phu7")
        .sees("SỬA LẦN GHI: về sớm · An Phú")
        .sees("10:00");
    stage
        .press("<C-u>9:40<Enter>việc riêng<Enter>")
        .sees("về sớm 1");
    stage
        .press("an phu<Enter>")
        .sees("08:00 Bí thư")
        .sees("09:40 về sớm · việc riêng");
}

#[test]
fn a_substitute_comes_late_and_is_named() {
    let mut stage = Stage::new();
    stage.press("<F3>linh tay<Enter><Enter>Bí thư Linh Tây<Enter>Phó Thường trực<Enter>");
    stage
        .press("linh tay6")
        .sees("Bí thư Linh Tây")
        .sees("Người dự thay");
    stage.press("3").sees("DỰ THAY · Linh Tây");
    stage.press("Người Thay<Enter>Phó Bí thư<Enter><Enter>");
    stage.sees("Dự thay 1 · muộn 1");
}

#[test]
fn the_roll_is_read_to_the_chair_and_copied() {
    let mut stage = Stage::new();
    stage.press("<F3>td4ốm nặng<Enter>hbp3Người Thay<Enter>Phó Bí thư<Enter><Enter>lx61<C-a><C-b>");
    stage
        .sees("Có mặt 33/34 đơn vị (Bí thư 01, dự thay 01, chưa ghi chức")
        .sees("Vắng 01: Thảo Điền (có phép, lý do: ốm nặng).")
        .sees("Dự thay 01: Hiệp Bình Phước (đồng chí Người Thay, Phó")
        .sees("Đến muộn 01: Linh Xuân (07 giờ 40).");
    stage
        .press("<Enter>")
        .sees("Đã chép")
        .misses("ĐỌC CHO CHỦ TRÌ");
    assert!(stage.copied().starts_with("Có mặt 33/34 đơn vị"));
}

#[test]
fn other_delegates_are_counted_added_and_removed() {
    let mut stage = Stage::new();
    stage.press("<F3><Tab>11<Enter>").sees("11 đồng chí");
    stage
        .press("<C-n>Đảng ủy Doanh nghiệp<Enter>2<Enter>")
        .sees("Đảng ủy Doanh nghiệp")
        .sees("2 đồng chí");
    stage
        .press("<Esc>đảng ủy<Del>")
        .sees("Bỏ Đảng ủy Doanh nghiệp")
        .press("<C-z>")
        .sees("Đảng ủy Doanh nghiệp");
    // They are counted apart from the wards.
    stage.sees("CÓ MẶT 0/34");
}

#[test]
fn presence_follows_the_log_item_by_item() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F4><C-n>");
    stage.press("<F3>an khanh1an loi1");
    stage.set_time("08:00:00");
    stage.press("<F4><C-n>");
    stage.set_time("08:20:00");
    stage.press("<F3>an phu61an khanh7<Enter>an loi9");
    stage.set_time("08:40:00");
    stage.press("<F4><C-n><F3>");
    stage
        .press("an khanh<Enter>")
        .sees("● 1 Khai mạc · dự")
        .sees("◑ 2 ")
        .sees("dự một phần")
        .sees("○ 3 ")
        .press("<Esc>");
    stage
        .press("an loi<Enter>")
        .sees("– 2 ")
        .sees("vắng mục này")
        .press("<Esc>");
    stage
        .press("an phu<Enter>")
        .sees("○ 1 Khai mạc · không dự")
        .sees("◑ 2 ");
}

#[test]
fn the_built_in_typing_is_switched_by_one_key() {
    let mut stage = Stage::new();
    stage
        .press("<F3><F12>")
        .sees("Telex")
        .press("thuwr ddieemr")
        .sees("thử điểm");
    stage.press("<Esc><F12>").sees("VNI");
    stage
        .press("<F9>Tha2nh u3y Thu3 D9u71c")
        .sees("Thành ủy Thủ Đức");
    stage
        .press("<C-u><F12>")
        .sees("dùng bộ gõ của máy")
        .press("thuwr")
        .sees("thuwr");
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
        .sees("hết hiệu lực 30/6/2025")
        .sees("DANH SÁCH ĐƠN VỊ")
        .sees("▸ 2 12 phường từ 01/7/2025");
    // The successor is at hand; the secretary decides.
    stage
        .press("<Enter>")
        .sees("Lập Hội nghị")
        .sees("(12 đơn vị)");
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
