//! Where the user was, as another program kept it: old names, unknown screens, another language.

use crate::common::shared::Shared;
use giaoban::words::Lang;

/// A book whose draft is this place, with the number of its meeting in the place of `MEETING`.
fn kept(place: &str) -> Shared {
    let book = Shared::new();
    let store = book.store(1);
    let meeting = store.last_meeting().unwrap().unwrap().number();
    let place = place.replace("MEETING", &meeting.to_string());
    store.keep_draft("place", &place).unwrap();
    book
}

#[test]
fn a_screen_of_a_newer_program_is_the_first_one_and_the_half_typed_lines_stay() {
    let book = kept(
        r#"{"screen":"Hologram","meeting":MEETING,"screens":{
            "desk":{"line":{"text":"dòng gõ dở","caret":5},"filter":{"current_item":"perhaps"},"questioned":7},
            "issues":{"filter":{"text":"quá hạn","caret":0},"shown":"Some"}},
            "dialog":{"Hologram":{}},"parked":{"x":1}}"#,
    );
    let mut desk = book.desk(1);
    desk.sees("HỘI NGHỊ TRONG SỔ");
    desk.press("<F4>").sees("› dòng gõ dở");
    desk.press("<F5>").sees("quá hạn");
}

#[test]
fn the_lines_of_other_meetings_stay_although_one_of_them_has_another_shape() {
    let book = kept(
        r#"{"screen":"Desk","meeting":null,"parked":{
            "MEETING":{"line":{"text":"gõ dở ở hội nghị","caret":3},"filter":"none"}}}"#,
    );
    // The meeting that is opened first is the last one; its own line waits until it is opened from the list.
    let place = book.store(1).draft("place").unwrap().unwrap();
    assert!(place.contains("gõ dở ở hội nghị"));
    let mut desk = book.desk(1);
    desk.press("<F2><Enter>");
    let place = book.store(1).draft("place").unwrap().unwrap();
    assert!(place.contains("gõ dở ở hội nghị"), "{place}");
}

/// As the program of the thirtieth of November kept them: the purpose by its old name, lines without names.
#[test]
fn forms_of_an_earlier_program_are_found_again() {
    let line = |text: &str| format!(r#"{{"text":"{text}","caret":{}}}"#, text.len());
    let form = |purpose: &str, lines: &[&str]| {
        let lines: Vec<String> = lines.iter().map(|text| line(text)).collect();
        format!(
            r#"{{"screen":"Meetings","meeting":MEETING,"dialog":{{"Form":{{"purpose":{purpose},"lines":[{}],"field":0}}}}}}"#,
            lines.join(",")
        )
    };
    let olds = [
        (r#""Details""#, "THÔNG TIN HỘI NGHỊ"),
        (r#"{"Details":null}"#, "THÔNG TIN HỘI NGHỊ"),
        (r#"{"Plan":"Last"}"#, "HỘI NGHỊ MỚI"),
        (r#""ImportProgress""#, "ĐỌC LẠI BÁO CÁO TIẾN ĐỘ"),
        (r#"{"Actions":"ImportProgress"}"#, "ĐỌC LẠI BÁO CÁO TIẾN ĐỘ"),
        (r#"{"Export":"Folder"}"#, "XUẤT CẢ BỘ"),
        (
            r#"{"Export":{"Paper":{"kind":"Minutes","seat":null}}}"#,
            "XUẤT BIÊN BẢN",
        ),
        (r#"{"Export":{"Turnout":2023}}"#, "XUẤT BẢNG DỰ HỌP"),
        (r#"{"Desk":"HardEnd"}"#, "GIỜ PHẢI XONG"),
    ];
    for (purpose, title) in olds {
        let book = kept(&form(purpose, &["chữ gõ dở"]));
        book.desk(1).sees(title).sees("chữ gõ dở");
    }
}

#[test]
fn choices_of_an_earlier_program_are_found_again() {
    let olds = [
        (r#""Palette""#, "MỌI LỆNH"),
        (r#""Close""#, "BẾ MẠC HỘI NGHỊ?"),
        (r#""Filter""#, "LỌC DIỄN BIẾN"),
        (r#"{"Desk":"Filter"}"#, "LỌC DIỄN BIẾN"),
        (r#""Plan""#, "HỘI NGHỊ MỚI TỪ"),
        (r#""Theme""#, "GIAO DIỆN"),
    ];
    for (purpose, title) in olds {
        let book = kept(&format!(
            r#"{{"screen":"Desk","meeting":MEETING,"screens":{{"desk":{{"filter":{{"current_item":false}}}}}},
                "dialog":{{"Choice":{{"purpose":{purpose},"query":{{"text":"","caret":0}},"selected":0}}}}}}"#
        ));
        book.desk(1).sees(title);
    }
    // What the form of a meeting held goes back into the form.
    let book = kept(
        r#"{"screen":"Meetings","meeting":MEETING,"dialog":{"Choice":{"query":{"text":"","caret":0},"selected":0,
            "purpose":{"PlanRoster":{"from":"Template","values":["Họp đột xuất","11/10/2023","07:30","Hội trường C"]}}}}}"#,
    );
    book.desk(1)
        .sees("HỘI NGHỊ MỚI")
        .sees("Họp đột xuất")
        .sees("11/10/2023")
        .sees("Hội trường C");
}

#[test]
fn a_suggested_word_follows_the_language_unless_something_else_was_typed() {
    let book = Shared::new();
    let mut desk = book.desk(1);
    desk.press("<F4><C-n>> @linh tay #1 mở lớp<Enter><F6><C-r>")
        .sees("BÁO CÁO")
        .sees("đã báo cáo")
        .press("Đã mở lớp");
    drop(desk);
    let mut desk = book.desk_in(1, Lang::En);
    desk.sees("REPORT")
        .sees("Đã mở lớp")
        .sees("reported")
        .misses("đã báo cáo");
    desk.press("<Enter><Enter><Enter><C-u>done");
    drop(desk);
    book.desk_in(1, Lang::Vi).sees("done").misses("đã báo cáo");
}
