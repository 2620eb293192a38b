//! The roll call: letters find, digits mark, the counts always sum to the roster.
use crate::common::keys;
use crate::common::papers::minutes_of;
use crate::common::stage::{Stage, morning};
use chrono::{DateTime, TimeDelta};
use giaoban::cli::demo;
use giaoban::meeting::agenda;
use giaoban::meeting::code::Rank;
use giaoban::meeting::roll_call::{self, Delegate, Mark};
use giaoban::meeting::rows::AttendanceEvent;
use giaoban::papers::markdown::markdown;
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
fn an_unknown_reason_is_missed_and_a_substitute_has_a_name_and_an_office() {
    let mut stage = Stage::sized(120, 36);
    // A reason that is not known yet is not invented: the minutes say what they miss.
    stage.press("<F3>td4<Enter>").sees("Vắng 1 (CP 1)");
    stage.press("<F8>").sees("Lý do vắng: Thảo Điền");
    stage.press("<F3>td4ốm<Enter>").sees("Vắng 1 (CP 1)");
    stage.press("<F8>").misses("Lý do vắng");
    stage
        .press("<F3>hbp3<Enter><Enter><Enter>")
        .sees("Cần có: Họ và tên.");
    stage
        .press("Nguyễn Văn A<Enter><Enter><Enter>")
        .sees("Cần có: Chức vụ.");
    stage.press("Phó Bí thư<Enter><Enter>").sees("Dự thay 1");
}

#[test]
fn late_left_and_back() {
    let mut stage = Stage::new();
    stage.set_time("08:10:00");
    stage
        .press("<F3>lx7")
        .sees("Linh Xuân đang không được ghi là có mặt.");
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
    stage.press("<F8><End>").sees("Ai dự: Trường Thọ");
}

/// Three exceptions and the rest: the bar of the design is 46 keys.
#[test]
fn thirty_four_units_with_three_exceptions_take_few_keys() {
    let script = "td4ốm<Enter>hbp3An<Enter>PBT<Enter><Enter>lx61<C-a>";
    let mut stage = Stage::new();
    stage.set_time("08:10:00");
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
    stage.set_time("08:10:00");
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
    // A number has as many digits as the last one, or ends with a space.
    stage.press(".031").sees("Điểm danh An Phú: Bí thư");
    stage.press(".5 5").sees("Điểm danh Bình Thọ: Vắng KP");
    stage.press(".34<Enter>").sees("TRƯỜNG THỌ");
    stage
        .press("1")
        .sees("Điểm danh Trường Thọ: Bí thư")
        .sees("CÓ MẶT 3/34");
}

/// A number that no unit has, or letters that fit none, never mark the unit under the cursor.
#[test]
fn what_is_not_found_marks_nobody() {
    let mut stage = Stage::new();
    stage.press("<F3>.041").sees("CÓ MẶT 1/34");
    stage.press(".40").sees("Không có đơn vị số 40 (1 đến 34).");
    for digit in ["0", "1", "5"] {
        stage
            .press(digit)
            .sees("Không có đơn vị số 40")
            .sees("CÓ MẶT 1/34");
    }
    stage
        .press("<Esc>zz1")
        .sees("Không có đơn vị nào khớp «zz»");
    stage
        .press("1")
        .sees("Không có đơn vị nào khớp «zz»")
        .sees("CÓ MẶT 1/34");
    // A point always begins a new number.
    stage
        .press(".14.201")
        .sees("Điểm danh Long Trường: Bí thư")
        .sees("CÓ MẶT 2/34");
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
    // Leaving them picks none: the cursor goes back to where it was.
    stage
        .press("an khanh<Esc>phuoc long<Esc>2")
        .sees("Điểm danh An Khánh: PBT TT");
}

/// With the built-in VNI a digit behind a letter is its tone; marks are made on the card.
#[test]
fn tones_typed_with_vni_are_no_marks() {
    let mut stage = Stage::new();
    stage
        .press("<F3><F12><F12>thu3")
        .sees("thủ")
        .sees("CÓ MẶT 0/34");
    stage.press(" thie6m<Enter>").sees("THỦ THIÊM").press("2");
    stage
        .sees("Điểm danh Thủ Thiêm: PBT TT")
        .sees("CÓ MẶT 1/34");
}

/// A digit marks where no name would match with its tone any more, and behind a whole name.
#[test]
fn a_digit_that_vni_would_make_a_tone_marks_where_the_name_is_found() {
    let mut stage = Stage::new();
    stage
        .press("<F3><F12><F12>linh tru1")
        .sees("Điểm danh Linh Trung: Bí thư")
        .sees("CÓ MẶT 1/34");
    stage
        .press("tam phu2")
        .sees("Điểm danh Tam Phú: PBT TT")
        .sees("CÓ MẶT 2/34");
    // A letter of the name is typed as before.
    stage.press("linh ta6").sees("linh tâ").misses("Linh Tây:");
}

/// The input method of the system makes a tone of the digit: it deletes the letters from the vowel on and types them
/// anew.
#[test]
fn a_digit_that_the_systems_vni_made_a_tone_marks_too() {
    let mut stage = Stage::new();
    stage
        .press("<F3>linh tru<BS>ú")
        .sees("Điểm danh Linh Trung: Bí thư");
    // Behind the whole syllable its end is typed once more.
    stage
        .press("linh xuan<BS><BS>àn")
        .sees("Linh Xuân         ● PBT TT")
        .misses("Tìm: n");
    // Also where the name has another tone on this letter.
    stage
        .press("tam bi<BS>í")
        .sees("Điểm danh Tam Bình: Bí thư")
        .sees("CÓ MẶT 3/34");
    // A name that has the tone is found by it, as with Telex.
    stage.press("tam phu<BS>ú").sees("Tìm: tam phú");
    stage.sees("CÓ MẶT 3/34");
    Stage::new()
        .press("<F3>tam bi<BS>í")
        .sees("Điểm danh Tam Bình: Bí thư");
}

/// Behind a whole name a tone may be a slip in Telex: it marks nothing until the digit is typed again, and never where digits
/// have come as digits.
#[test]
fn a_tone_of_the_systems_telex_behind_a_whole_name_marks_nobody() {
    let mut stage = Stage::new();
    stage
        .press("<F3>linh dong<BS><BS><BS>òng")
        .sees("Tên không có «ò». Muốn điểm danh thì gõ 2 lần nữa.")
        .sees("CÓ MẶT 0/34");
    stage
        .press("<BS><BS><BS>ong2")
        .sees("Điểm danh Linh Đông: PBT TT");
    // By now it is known to be VNI.
    stage
        .press("linh tay<BS><BS>ày")
        .sees("Linh Tây          ● PBT TT");
    let mut stage = Stage::new();
    // No letters of these could have become a tone.
    stage
        .press("<F3>hbc1")
        .sees("Điểm danh Hiệp Bình Chánh: Bí thư");
    stage
        .press("linh tru<BS>ú")
        .sees("Điểm danh Linh Trung: Bí thư");
    let mut stage = Stage::new();
    stage
        .press("<F3>cat lai1")
        .sees("Điểm danh Cát Lái: Bí thư");
    stage.press("linh dong<BS><BS><BS>òng").sees("CÓ MẶT 1/34");
    stage.press("<Esc>linh tru<BS>ú").sees("CÓ MẶT 1/34");
    // It is not lost either: the digit is asked for, and marks when it comes again.
    stage
        .press("<Esc>tam bi<BS>í")
        .sees("Tên không có «í». Muốn điểm danh thì gõ 1 lần nữa.")
        .sees("CÓ MẶT 1/34")
        .press("1")
        .sees("Điểm danh Tam Bình: Bí thư");
}

#[test]
fn the_rest_is_the_secretary_with_one_key_and_digits_go_on() {
    let mut stage = Stage::new();
    stage.press("<F3>td4ốm<Enter><C-a>").sees("CÓ MẶT 33/34");
    // A digit goes on to the next row, also when all are marked.
    stage
        .press("<Home>1")
        .sees("Điểm danh An Khánh: Bí thư")
        .press("2")
        .sees("Điểm danh An Lợi Đông: PBT TT")
        .press("1")
        .sees("Điểm danh An Phú: Bí thư");
    stage
        .press("<C-r>")
        .sees("30 đơn vị còn lại, Bí thư")
        .sees("Bí thư 32 · PBT TT 1");
    stage.press("<C-z><C-z><C-z><C-z><C-z>").sees("CÓ MẶT 0/34");
    stage.press("<C-r>").sees("33 đơn vị còn lại, Bí thư");
    stage.press("<C-r>").sees("Mọi đơn vị đã được điểm danh.");
}

/// Who was marked with all the others before the opening is present from the opening; no paper tells another time.
#[test]
fn the_rest_has_no_time_of_arrival() {
    let mut stage = Stage::new();
    stage.set_time("07:43:00");
    stage.press("<F3>an khanh1").press("<C-a>");
    let dossier = stage.dossier();
    let came: Vec<_> = dossier.attendance.iter().map(|event| event.at).collect();
    // Each mark has the time at which it was made; nobody is said to have come at the planned beginning.
    let starts = dossier.meeting.starts;
    assert_eq!(came.iter().filter(|at| **at < starts).count(), 34);
    // It is still refused on another day.
    stage.press("<C-z>");
    stage.set_moment("2023-07-10T09:00:00+07:00");
    stage.press("<C-a>").sees("không phải ngày họp");
}

#[test]
fn a_digit_asks_before_it_wipes_the_name_of_a_substitute() {
    let mut stage = Stage::new();
    stage.press("<F3>hbp3Lê Văn An<Enter>Ủy viên<Enter><Enter>");
    for digit in ["1", "2", "5", "0"] {
        stage
            .press(&format!("hbp{digit}"))
            .sees("ĐÃ GHI NGƯỜI DỰ THAY")
            .press("1");
    }
    stage
        .press("hbp3")
        .sees("Lê Văn An")
        .sees("Ủy viên")
        .press("<Esc>");
    stage
        .press("hbp1")
        .press("2")
        .sees("Lê Văn An")
        .press("<Esc><Esc>");
    stage
        .press("hbp1")
        .press("3")
        .sees("Hiệp Bình Phước: Bí thư");
    stage.press("hbp3").misses("Lê Văn An");
}

#[test]
fn a_digit_asks_before_it_wipes_the_reason_of_an_absence() {
    let mut stage = Stage::new();
    stage.press("<F3>hbp4đi công tác<Enter>");
    for digit in ["1", "2", "3", "5", "0"] {
        stage
            .press(&format!("hbp{digit}"))
            .sees("ĐÃ GHI LÝ DO VẮNG")
            .sees("Giữ lý do vắng: đi công tác")
            .press("1");
    }
    stage.press("hbp4").sees("đi công tác").press("<Esc>");
    stage
        .press("hbp1")
        .press("3")
        .sees("Hiệp Bình Phước: Bí thư");
    stage.press("hbp4").misses("đi công tác");
}

#[test]
fn who_has_spoken_or_was_seen_has_not_come_later() {
    let mut stage = Stage::new();
    stage.set_time("07:40:00");
    stage.press("<F3>an phu1");
    stage.set_time("08:00:00");
    stage.press("<F4><C-n>@an phu + đã nộp báo cáo<Enter>");
    stage.set_time("08:20:00");
    stage.press("<F3>an khanh1");
    stage.set_time("09:28:00");
    stage
        .press("<F3>an phu6")
        .sees("An Phú đã phát biểu lúc 08:00, không thể 09:28 mới đến")
        .misses("muộn 1");
    // One who was seen at 08:20 had come by then.
    stage
        .press("an khanh6")
        .sees("muộn 1")
        .press("an khanh<Enter>")
        .sees("08:20 đến muộn");
}

#[test]
fn each_list_of_the_roll_keeps_its_cursor() {
    let mut stage = Stage::new();
    stage.press("<F3>linh tay<Esc><Tab><Down><Tab>");
    stage.press("1").sees("Điểm danh Linh Tây: Bí thư");
}

/// One who was marked absent and is there now has come late, or was not seen: the secretary says which.
#[test]
fn one_who_was_absent_and_comes_leaves_the_absence_in_the_log() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>");
    stage.set_time("08:00:00");
    stage.press("<F3>an phu4ốm<Enter>").sees("Vắng 1 (CP 1)");
    stage.set_time("08:50:00");
    stage
        .press("an phu1")
        .sees("ĐANG GHI VẮNG: BÂY GIỜ CÓ MẶT?");
    stage
        .press("1")
        .sees("Điểm danh An Phú: Bí thư, đến muộn")
        .sees("muộn 1");
    stage
        .press("an phu<Enter>")
        .sees("08:00 Vắng CP")
        .sees("08:50 Bí thư")
        .press("<Esc>");
    stage
        .press("<C-z>an phu12")
        .sees("CÓ MẶT 1/34")
        .misses("muộn 1");
    stage.press("an phu<Enter>").misses("Vắng CP");
}

/// One press of 6 is one arrival: its two entries keep one time.
#[test]
fn an_arrival_keeps_one_time() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>");
    stage.set_time("08:10:00");
    stage.press("<F4><C-n>");
    stage.set_time("08:30:00");
    stage.press("<F3>an phu62").sees("muộn 1");
    stage
        .press("an phu<Enter><Down><Enter><C-u>0805<Enter>")
        .sees("Sửa lần ghi");
    // The item is that of the corrected time.
    stage
        .sees("08:05 PBT TT · mục 1")
        .sees("08:05 đến muộn · mục 1");
}

#[test]
fn nobody_is_late_before_the_beginning_or_in_the_future() {
    let mut stage = Stage::new();
    stage
        .press("<F3>an phu1an phu6")
        .sees("Hội nghị 08:00 mới bắt đầu nên chưa ai đến muộn.");
    stage.press("<F4><C-n>");
    stage.set_time("08:30:00");
    stage.press("<F3>an phu6").sees("muộn 1");
    stage.press("an phu<Enter><Down><Down><Enter><C-u>15:00<Enter><Enter>");
    stage.sees("15:00 là sau 08:30: chưa đến giờ ấy");
}

/// A clock that was set back does not lock what was marked before.
#[test]
fn a_clock_that_goes_back_locks_nothing() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>");
    stage.set_time("09:00:00");
    stage.press("<F3>an phu61").sees("muộn 1");
    stage.set_time("08:30:00");
    stage.press("an phu2").sees("PBT TT 1").sees("muộn 1");
}

/// Nothing is written, and nothing is to be undone, when what is said is what was said before.
#[test]
fn saying_the_same_again_writes_nothing() {
    let mut stage = Stage::new();
    stage
        .press("<F3>an phu1an phu1an phu1")
        .sees("Điểm danh An Phú: Bí thư");
    stage
        .press("<C-z>")
        .sees("CÓ MẶT 0/34")
        .press("<C-z>")
        .sees("Không còn gì để hoàn tác.");
}

#[test]
fn closing_says_how_many_are_not_marked() {
    let mut stage = Stage::new();
    stage
        .press("<F4><C-n><F3>1<F4><C-p>bế mạc<Enter>")
        .sees("Chưa điểm danh 33");
}

/// What the card strikes can be taken back while it is open.
#[test]
fn the_card_undoes() {
    let mut stage = Stage::new();
    stage
        .press("<F3>an phu1an phu<Enter><Down>")
        .sees("Bí thư")
        .press("<Del>")
        .sees("chưa điểm danh");
    stage
        .press("<C-z>")
        .sees("07:40 Bí thư")
        .press("<Esc>")
        .sees("CÓ MẶT 1/34");
}

/// Units whose names differ by a number are found by it (as `Quận 1`), and everything else stays a mark.
#[test]
fn digits_of_a_name_are_typed() {
    let mut stage = Stage::new();
    for name in ["Quận 1", "Quận 12"] {
        stage.press(&format!(
            "<F10><C-n>{name}<Enter><Enter><Enter><Enter><Enter><Enter>"
        ));
        stage.press("<Enter><Enter><Enter><Enter>").sees(name);
    }
    stage.press("<F2><C-r>1<F3>quận 1").sees("→ Quận 1");
    stage.press("21").sees("Điểm danh Quận 12: Bí thư");
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
    stage.sees("08:15 đến muộn · mục 1 · kẹt xe");
    stage
        .press("<Del>")
        .sees("Xóa lần ghi của Linh Đông: 08:15 đến muộn");
    stage.press("<Esc>").misses("muộn 1").sees("CÓ MẶT 1/34");
    stage.press("<C-z>").sees("muộn 1");
    // Without what says how it was represented, nothing is left to be said of the unit.
    stage
        .press("linh dong<Enter><Down><Del><Esc>")
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
        .press("<Esc>an phu1an phu8")
        .sees("An Phú lúc ấy chưa về sớm nên không quay lại được.");
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
    stage.press("<Esc>");
    stage.set_moment("2023-07-12T09:00:00+07:00");
    stage.press("<F3>an phu1").sees("CÓ MẶT 1/34");
    stage
        .press("an phu7")
        .sees("GHI: về sớm · An Phú")
        .sees("10:00");
    stage
        .press("<C-u>9:40<Enter>việc riêng<Enter>")
        .sees("về sớm 1");
    stage
        .press("an phu<Enter><Down><Down>")
        .sees("08:00 Bí thư")
        .sees("09:40 về sớm · mục 1 · việc riêng");
}

#[test]
fn a_substitute_comes_late_and_is_named() {
    let mut stage = Stage::new();
    stage.set_time("08:10:00");
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
    stage.set_time("08:10:00");
    stage.press("<F3>td4ốm nặng<Enter>hbp3Người Thay<Enter>Phó Bí thư<Enter><Enter>lx61<C-a><C-b>");
    stage
        .sees("Có mặt 33/34 đơn vị (Bí thư 01, dự thay 01, còn lại 31)")
        .sees("Vắng 01: Thảo Điền (có phép, lý do: ốm nặng).")
        .sees("Dự thay 01: Hiệp Bình Phước (đồng chí Người Thay, Phó")
        .sees("Đến muộn 01: Linh Xuân (08 giờ 10).");
    stage
        .press("<Enter>")
        .sees("Đã gửi vào bảng tạm")
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
    // They are counted apart from the wards, and no key marks wards that are not in sight.
    stage
        .sees("Enter Số người")
        .sees("Tab Về điểm danh")
        .misses("Bí thư Ctrl")
        .misses("Còn lại: Bí thư")
        .press("<C-r>")
        .press("<C-a>")
        .sees("CÓ MẶT 0/34");
    stage.press("<Tab>").sees("Còn lại: Bí thư");
    stage
        .press("<Tab><C-p>Còn lại: Bí thư<Enter>")
        .misses("ĐẠI BIỂU KHÁC")
        .sees("CÓ MẶT 34/34");
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
        .sees("Đã dùng danh sách 12 phường từ 01/7/2025")
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

/// Everything that is noted of a delegate stands in the minutes and in their annex.
#[test]
fn the_minutes_tell_every_coming_and_going() {
    let store = Store::in_memory(morning()).unwrap();
    let meeting = store.last_meeting().unwrap().unwrap();
    let mut dossier = store.dossier(meeting).unwrap().unwrap();
    let minutes_later = |minutes: i64| morning() + TimeDelta::minutes(20 + minutes);
    let items: Vec<_> = agenda::items(&dossier)
        .into_iter()
        .map(|item| item.id)
        .collect();
    for change in agenda::start(&dossier, items[0], minutes_later(0), store.ids()) {
        dossier.apply(&change);
    }
    let seats: Vec<_> = roll_call::wards(&dossier)
        .into_iter()
        .map(|seat| seat.id)
        .collect();
    let summoned = || Mark::Came(Delegate::Summoned(Rank::Secretary));
    let left = |reason: &str| Mark::Left {
        reason: Some(reason.to_owned()),
    };
    let said = [
        (0, 1, summoned()),
        (0, 20, left("họp gấp")),
        (0, 50, Mark::Back),
        (1, 1, summoned()),
        (1, 30, Mark::Out(items[0])),
        (1, 60, left("việc riêng")),
        (2, 1, Mark::Absent),
        (2, 31, Mark::Arrived(substitute())),
    ];
    for (seat, minute, mark) in said {
        let now = minutes_later(minute);
        for change in roll_call::mark(&dossier, seats[seat], &mark, store.ids().at(now)).unwrap() {
            dossier.apply(&change);
        }
    }
    let text = markdown(&minutes_of(&dossier));
    for told in [
        "Vắng một lúc: đại diện Đảng ủy phường An Khánh (08 giờ 20 phút - 08 giờ 50 phút, lý do: họp gấp).",
        "Về sớm: đại diện Đảng ủy phường An Lợi Đông (09 giờ 00 phút, lý do: việc riêng).",
        "Vắng một mục: đại diện Đảng ủy phường An Lợi Đông (mục 1).",
        "Đến muộn: đại diện Đảng ủy phường An Phú (08 giờ 31 phút).",
        "| 01 | Đảng ủy phường An Khánh | ...... | Bí thư | có mặt |  | vắng từ 08 giờ 20 đến 08 giờ 50 |",
        "| có mặt |  | về sớm 09 giờ 00; vắng mục 1 |",
        "| 03 | Đảng ủy phường An Phú | A | B | dự thay | 08 giờ 31 | đến muộn; dự thay đồng chí ...... |",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
}

/// The practice copy has its roll at whatever time it is begun, just after midnight too.
#[test]
fn the_practice_copy_has_its_roll_around_midnight() {
    let midnight = DateTime::parse_from_rfc3339("2023-07-12T00:00:00+07:00").unwrap();
    for minute in (0..100).step_by(2) {
        let now = midnight + TimeDelta::minutes(minute);
        let mut store = Store::in_memory(now).unwrap();
        demo::fill(&mut store, now).unwrap();
        let meeting = store.last_held().unwrap().unwrap();
        let dossier = store.dossier(meeting).unwrap().unwrap();
        assert_eq!(
            roll_call::counts(&dossier).present,
            32,
            "{minute} minutes after midnight"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Present + absent + not yet marked is always the roster, whatever is marked, corrected and struck, and when.
    #[test]
    fn the_counts_always_sum_to_the_roster(
        steps in prop::collection::vec((0..34_usize, 0..14_u8, 0..180_i64), 0..160),
    ) {
        let store = Store::in_memory(morning()).unwrap();
        let meeting = store.last_meeting().unwrap().unwrap();
        let mut dossier = store.dossier(meeting).unwrap().unwrap();
        let item = dossier.items.iter().next().unwrap().id;
        for change in agenda::start(&dossier, item, morning(), store.ids()) {
            dossier.apply(&change);
        }
        for (seat, step, minute) in steps {
            let seat = roll_call::wards(&dossier)[seat].id;
            let now = morning() + TimeDelta::minutes(minute);
            let mark = |mark: Mark| roll_call::mark(&dossier, seat, &mark, store.ids().at(now));
            let event = dossier.attendance.iter().nth(usize::try_from(minute).unwrap() % 40);
            let said = match step {
                0 => mark(Mark::Present),
                1 => mark(Mark::Absent),
                2 => mark(Mark::Excused { reason: Some("ốm".into()) }),
                3 => mark(Mark::Came(substitute())),
                4 => mark(Mark::Late),
                5 => mark(Mark::Left { reason: None }),
                6 => mark(Mark::Back),
                7 => mark(Mark::Out(item)),
                8 => mark(Mark::Arrived(substitute())),
                9 => mark(Mark::Arrived(Delegate::Summoned(Rank::Secretary))),
                10 => mark(Mark::Came(Delegate::Summoned(Rank::StandingDeputy))),
                11 => event.map_or(Ok(Vec::new()), |event| {
                    let corrected = AttendanceEvent { at: now, ..event.clone() };
                    roll_call::marks::correct(&dossier, event, corrected, now)
                }),
                12 => event.map_or(Ok(Vec::new()), |event| {
                    roll_call::marks::strike(&dossier, event, now)
                }),
                _ => mark(Mark::Clear),
            };
            // What cannot be true is refused, and nothing has happened.
            for change in said.unwrap_or_default() {
                dossier.apply(&change);
            }
            let counts = roll_call::counts(&dossier);
            prop_assert_eq!(counts.present + counts.absent + counts.not_marked, counts.roster);
            prop_assert_eq!(counts.secretary + counts.deputy + counts.unranked + counts.substitute, counts.present);
            prop_assert!(counts.excused <= counts.absent && counts.late <= counts.present);
            prop_assert!(counts.left <= counts.present && counts.out <= counts.present);
        }
    }
}

fn substitute() -> Delegate {
    Delegate::Substitute {
        person: "A".into(),
        office: "B".into(),
        on_behalf: None,
    }
}
