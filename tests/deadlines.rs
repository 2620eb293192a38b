//! Deadlines: the chair's words beside the day, a day within its period and on no day off, on screen, paper and in files.
use crate::common::papers::{day, planned};
use crate::common::register::{book, later, table};
use crate::common::stage::{Stage, morning, new_dossier};
use chrono::{DateTime, Datelike, NaiveDate, Weekday};
use giaoban::meeting::capture::{Capture, Remark, Sort, parse};
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::PaperKind;
use giaoban::meeting::days_off::{is_off, of_year, special};
use giaoban::meeting::dossier::Dossier;
use giaoban::papers::actions::{ActionsFormat, render};
use giaoban::papers::brief::Stage as Version;
use giaoban::papers::content::words;
use giaoban::papers::gaps::Gap;
use giaoban::papers::phrases::Phrases;
use giaoban::store::Store;
use giaoban::text::dates::short_date;
use giaoban::text::fold::fold;
use giaoban::text::lunar::lunar_day;
use giaoban::words::{Lang, Words};
use proptest::prelude::*;

/// The meeting of a new book, held on a day.
fn held_on(on: NaiveDate) -> Dossier {
    let mut dossier = new_dossier();
    let starts = format!("{on}T08:00:00+07:00");
    dossier.meeting.starts = DateTime::parse_from_rfc3339(&starts).unwrap();
    dossier
}

fn line(said: &str, dossier: &Dossier) -> Capture {
    parse(&format!("> #2 @14 ^{said} Báo cáo"), dossier)
}

/// Returns day and words of a deadline, and the text that is left.
fn due(said: &str, on: NaiveDate) -> (String, String, String) {
    let read = line(said, &held_on(on));
    let day = read.deadline.map(short_date).unwrap_or_default();
    (day, read.deadline_words.unwrap_or_default(), read.text)
}

const TUESDAY: (i32, u32, u32) = (2023, 7, 11);

/// What is said on 11 July 2023, the day that it comes to, and the words that are kept.
const SAID: &[(&str, &str, &str)] = &[
    // A period ends on its last working day.
    ("cuối tháng 9", "29/9/2023", "cuối tháng 9"),
    ("tháng 9", "29/9/2023", "tháng 9"),
    ("hết tháng 9", "29/9/2023", "hết tháng 9"),
    ("trong tháng 9", "29/9/2023", "trong tháng 9"),
    ("quý III", "29/9/2023", "quý III"),
    ("quy iii", "29/9/2023", "quý III"),
    ("trong quý III", "29/9/2023", "trong quý III"),
    ("quý III/2023", "29/9/2023", "quý III/2023"),
    ("cuối quý", "29/9/2023", "cuối quý"),
    ("quý IV", "29/12/2023", "quý IV"),
    ("cuối năm", "29/12/2023", "cuối năm"),
    ("cuoi nam", "29/12/2023", "cuối năm"),
    ("trong năm 2023", "29/12/2023", "trong năm 2023"),
    ("6 tháng cuối năm", "29/12/2023", "6 tháng cuối năm"),
    ("9 tháng đầu năm", "29/9/2023", "9 tháng đầu năm"),
    ("cuối tháng", "31/7/2023", "cuối tháng"),
    ("tháng sau", "31/8/2023", "tháng sau"),
    ("tháng tới", "31/8/2023", "tháng tới"),
    ("tuần sau", "21/7/2023", "tuần sau"),
    ("cuối tuần", "14/7/2023", "cuối tuần"),
    ("giữa tuần sau", "19/7/2023", "giữa tuần sau"),
    ("đầu tuần sau", "17/7/2023", "đầu tuần sau"),
    ("đầu tháng 9", "08/9/2023", "đầu tháng 9"),
    ("giữa tháng 9", "15/9/2023", "giữa tháng 9"),
    ("giữa tháng", "14/7/2023", "giữa tháng"),
    ("đầu tháng", "10/8/2023", "đầu tháng"),
    ("đầu quý IV", "31/10/2023", "đầu quý IV"),
    ("đầu quý", "31/7/2023", "đầu quý"),
    ("đầu năm 2024", "31/01/2024", "đầu năm 2024"),
    ("tháng 4/2024", "26/4/2024", "tháng 4/2024"),
    (
        "cuối tháng 4 năm 2024",
        "26/4/2024",
        "cuối tháng 4 năm 2024",
    ),
    ("trước tháng 9", "31/8/2023", "trước tháng 9"),
    // A day that was named stays.
    ("30/9", "30/9/2023", ""),
    ("30/9/2023", "30/9/2023", ""),
    ("02/9", "02/9/2023", ""),
    ("ngày 20/8", "20/8/2023", ""),
    ("ngày 20 tháng 8", "20/8/2023", ""),
    ("20 tháng 8", "20/8/2023", ""),
    ("ngày 20 tháng 8 năm 2023", "20/8/2023", ""),
    ("ngày 20", "20/7/2023", ""),
    ("mùng 5 tháng 8", "05/8/2023", "mùng 5 tháng 8"),
    ("ngày 5 tháng sau", "05/8/2023", "ngày 5 tháng sau"),
    ("ngày 20 tháng tám", "20/8/2023", "ngày 20 tháng tám"),
    (
        "ngày 3 tháng mười một",
        "03/11/2023",
        "ngày 3 tháng mười một",
    ),
    ("trước 20/8", "20/8/2023", "trước 20/8"),
    ("trước ngày 20/8", "20/8/2023", "trước ngày 20/8"),
    ("truoc ngay 20/8", "20/8/2023", "trước ngày 20/8"),
    ("chậm nhất 20/8", "20/8/2023", "chậm nhất 20/8"),
    (
        "chậm nhất là ngày 20/8",
        "20/8/2023",
        "chậm nhất là ngày 20/8",
    ),
    ("hết ngày 20/8", "20/8/2023", "hết ngày 20/8"),
    ("sáng 20/8", "20/8/2023", "sáng 20/8"),
    (
        "trước 17 giờ ngày 20/8",
        "20/8/2023",
        "trước 17 giờ ngày 20/8",
    ),
    ("17h ngày 20/8", "20/8/2023", "17h ngày 20/8"),
    ("thứ sáu tuần sau", "21/7/2023", "thứ sáu tuần sau"),
    ("thứ sáu, ngày 29/9", "29/9/2023", "thứ sáu, ngày 29/9"),
    ("sáng mai", "12/7/2023", "sáng mai"),
    // A span ends on a working day.
    ("10 ngày", "21/7/2023", "10 ngày"),
    ("trong 10 ngày", "21/7/2023", "trong 10 ngày"),
    ("mười ngày", "21/7/2023", "mười ngày"),
    ("trong vòng 1 tuần", "18/7/2023", "trong vòng 1 tuần"),
    ("1 tuần", "18/7/2023", "1 tuần"),
    ("hai tuần", "25/7/2023", "hai tuần"),
    ("1 tháng", "11/8/2023", "1 tháng"),
    ("nửa tháng", "26/7/2023", "nửa tháng"),
    ("5 ngày làm việc", "18/7/2023", "5 ngày làm việc"),
    ("+4", "17/7/2023", ""),
    ("53 ngày", "05/9/2023", "53 ngày"),
    ("10 ngày nữa", "21/7/2023", "10 ngày nữa"),
    ("10 ngày sau", "21/7/2023", "10 ngày sau"),
    ("từ nay đến cuối năm", "29/12/2023", "từ nay đến cuối năm"),
    ("cuối giờ chiều thứ 6", "14/7/2023", "cuối giờ chiều thứ 6"),
    ("cuối tháng này", "31/7/2023", "cuối tháng này"),
    ("đến hết quý III", "29/9/2023", "đến hết quý III"),
    ("quý I năm tới", "29/3/2024", "quý I năm tới"),
    ("15/8 năm sau", "15/8/2024", "15/8 năm sau"),
    // Words without a day.
    ("\"sau Đại hội\"", "", "sau Đại hội"),
    ("“khi có hướng dẫn”", "", "khi có hướng dẫn"),
    ("sau Đại hội", "", "sau Đại hội"),
    ("khi có hướng dẫn", "", "khi có hướng dẫn"),
    (
        "khi có hướng dẫn của Trung ương",
        "",
        "khi có hướng dẫn của Trung ương",
    ),
    ("xyz", "", "xyz"),
    ("31/6", "", "31/6"),
    ("quý V", "", "quý V"),
    ("thường xuyên", "", "thường xuyên"),
    ("hằng tháng", "", "hằng tháng"),
    ("\"20/10 (sau Đại hội)\"", "20/10/2023", "sau Đại hội"),
    // With accents «sáu» is not «sau», «tư» not «từ», «mốt» not «một».
    ("sáu ngày", "17/7/2023", "sáu ngày"),
    ("sau ngày 5/8", "", "sau ngày 5/8"),
    ("sau ngay 5/8", "", "sau ngày 5/8"),
    ("sau 10 ngày", "21/7/2023", "sau 10 ngày"),
    ("từ tuần sau", "", "từ tuần sau"),
    ("tu tuan sau", "", "từ tuần sau"),
    ("sáu tháng cuối năm", "29/12/2023", "sáu tháng cuối năm"),
    ("tháng sáu", "28/6/2024", "tháng sáu"),
    ("tháng tư", "26/4/2024", "tháng tư"),
    ("cuối tháng năm", "31/5/2024", "cuối tháng năm"),
    ("tháng mười hai", "29/12/2023", "tháng mười hai"),
    ("thang sau nam 2024", "28/6/2024", "tháng sau năm 2024"),
    ("ngày 20 tháng sáu", "20/6/2024", "ngày 20 tháng sáu"),
    ("20 tháng sau", "20/8/2023", "20 tháng sau"),
    (
        "ngày 5 tháng năm 2025",
        "05/5/2025",
        "ngày 5 tháng năm 2025",
    ),
    ("quý tư", "29/12/2023", "quý tư"),
    ("quí III", "29/9/2023", "quí III"),
    ("thu sau tuan sau", "21/7/2023", "thứ sáu tuần sau"),
    ("mười sáu ngày", "27/7/2023", "mười sáu ngày"),
    ("mười năm", "11/7/2033", "mười năm"),
    ("sang tuần", "21/7/2023", "sang tuần"),
    ("sang năm", "31/12/2024", "sang năm"),
    ("thắng 9", "", "thắng 9"),
    ("quỹ III", "", "quỹ III"),
    ("ngày mốt", "13/7/2023", "ngày mốt"),
    // Hours that make whole days come to a day, others are kept as words.
    ("trong 48 giờ tới", "13/7/2023", "trong 48 giờ tới"),
    ("trong vòng 24 giờ", "12/7/2023", "trong vòng 24 giờ"),
    ("72 giờ kể từ hôm nay", "14/7/2023", "72 giờ kể từ hôm nay"),
    ("trong 2 giờ tới", "", "trong 2 giờ tới"),
    // What only begins as a day is none.
    (
        "10 ngày sau khi có hướng dẫn",
        "",
        "10 ngày sau khi có hướng dẫn",
    ),
    ("15 ngày kể từ ngày ký", "", "15 ngày kể từ ngày ký"),
    ("5-7 ngày", "", "5-7 ngày"),
    ("5/8 đến 10/8", "", "5/8 đến 10/8"),
    ("định kỳ hằng tháng", "", "định kỳ hằng tháng"),
    ("3660 ngày làm việc", "", "3660 ngày làm việc"),
    ("10 ngày đầu tháng 9", "", "10 ngày đầu tháng 9"),
    ("20/8 hoặc 20/9", "", "20/8 hoặc 20/9"),
    ("cuối năm 24", "", "cuối năm 24"),
    ("trước ngày 5 hằng tháng", "", "trước ngày 5 hằng tháng"),
    ("tháng chạp", "", "tháng chạp"),
    ("trong ngày", "11/7/2023", "trong ngày"),
    ("cuối ngày", "11/7/2023", "cuối ngày"),
    ("30/9 này", "30/9/2023", "30/9 này"),
    ("cuối tháng 9 này", "29/9/2023", "cuối tháng 9 này"),
];

#[test]
fn what_a_chair_says_comes_to_a_day_and_its_words_are_kept() {
    let (y, m, d) = TUESDAY;
    let mut wrong = Vec::new();
    for (said, on, kept) in SAID {
        let wanted = ((*on).to_owned(), (*kept).to_owned(), "Báo cáo".to_owned());
        let found = due(said, day(y, m, d));
        if found != wanted {
            wrong.push(format!("^{said}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_holiday_is_no_deadline_of_a_period_or_a_span() {
    for (said, on, wanted) in [
        ("cuối tháng", day(2023, 4, 10), "28/4/2023"),
        ("tháng 4", day(2023, 4, 10), "28/4/2023"),
        ("1 tuần", day(2023, 4, 24), "04/5/2023"),
        ("cuối năm", day(2022, 7, 11), "30/12/2022"),
        ("cuối tháng 01/2023", day(2022, 12, 11), "31/01/2023"),
        ("10 ngày", day(2023, 8, 23), "05/9/2023"),
        // The first of September 2027 is reckoned to be off, and so is Tết, which begins on the sixth of February.
        ("+1", day(2027, 8, 31), "03/9/2027"),
        ("cuối tuần", day(2027, 2, 1), "04/02/2027"),
        // A Saturday that is worked instead.
        ("+4", day(2024, 4, 30), "04/5/2024"),
        // A period of which no working day is left ends on its last day.
        ("cuối tháng", day(2023, 9, 30), "30/9/2023"),
    ] {
        assert_eq!(due(said, on).0, wanted, "^{said} on {on}");
    }
}

#[test]
fn a_day_off_that_was_named_is_said_and_so_is_one_that_was_passed_over() {
    let dossier = held_on(day(2023, 7, 11));
    let remarks = |said: &str| line(said, &dossier).remarks;
    assert_eq!(
        remarks("cuối tháng 9"),
        [Remark::Moved(day(2023, 9, 30), day(2023, 9, 29))]
    );
    assert_eq!(remarks("30/9"), [Remark::DayOff(day(2023, 9, 30), None)]);
    let bridge = Some("Nghỉ bù Quốc khánh".to_owned());
    assert_eq!(remarks("4/9"), [Remark::DayOff(day(2023, 9, 4), bridge)]);
    let mut stage = Stage::sized(120, 36);
    stage
        .press("<F4>> #2 @14 ^4/9 b")
        .sees("04/9/2023 là ngày nghỉ (Nghỉ bù Quốc");
}

#[test]
fn the_lunar_calendar_is_that_of_viet_nam() {
    for (year, month, of_month) in [
        (1985, 1, 21),
        (2007, 2, 17),
        (2020, 1, 25),
        (2021, 2, 12),
        (2022, 2, 1),
        (2023, 1, 22),
        (2024, 2, 10),
        (2025, 1, 29),
        (2026, 2, 17),
        (2027, 2, 6),
        (2028, 1, 26),
        (2029, 2, 13),
        (2030, 2, 2),
    ] {
        assert_eq!(lunar_day(1, 1, year), Some(day(year, month, of_month)));
    }
    for (year, month, of_month) in [
        (2021, 4, 21),
        (2022, 4, 10),
        (2023, 4, 29),
        (2024, 4, 18),
        (2025, 4, 7),
        (2026, 4, 26),
    ] {
        assert_eq!(lunar_day(10, 3, year), Some(day(year, month, of_month)));
    }
}

#[test]
fn the_published_years_have_the_days_of_the_law() {
    let rows = new_dossier().days_off;
    for year in 2021..2027 {
        let new_year = lunar_day(1, 1, year).unwrap();
        for off in [
            day(year, 1, 1),
            day(year, 4, 30),
            day(year, 5, 1),
            day(year, 9, 2),
            new_year,
            new_year.pred_opt().unwrap(),
            new_year.succ_opt().unwrap(),
            lunar_day(10, 3, year).unwrap(),
        ] {
            assert!(is_off(&rows, off), "{off}");
        }
        assert!(
            of_year(&rows, year)
                .iter()
                .all(|special| special.row.is_some())
        );
    }
    assert!(
        of_year(&rows, 2031)
            .iter()
            .all(|special| special.row.is_none())
    );
    assert!(special(&rows, day(2031, 9, 2)).is_some());
}

#[test]
fn words_without_a_day_end_at_a_mark_a_sign_or_the_capital_of_the_text() {
    let dossier = held_on(day(2023, 7, 11));
    for (typed, said, text) in [
        ("> #2 @14 Báo cáo ^sau Đại hội", "sau Đại hội", "Báo cáo"),
        (
            "> #2 ^khi có hướng dẫn @14 Báo cáo",
            "khi có hướng dẫn",
            "Báo cáo",
        ),
        (
            "> #2 @14 ^khi có hướng dẫn, báo cáo ngay",
            "khi có hướng dẫn",
            "báo cáo ngay",
        ),
        ("> #2 @14 ^xyz nộp báo cáo", "xyz", "nộp báo cáo"),
        ("^sau Đại hội > #2 @14 Báo cáo", "sau Đại hội", "Báo cáo"),
        ("> #2 @14 ^sau Đại hội. Báo cáo", "sau Đại hội", "Báo cáo"),
        ("> #2 @14 ^thường xuyên rà soát", "thường xuyên", "rà soát"),
        // The task begins with its verb, also behind words that else lead to a name.
        (
            "> #2 @14 ^kỳ họp sau Nộp báo cáo",
            "kỳ họp sau",
            "Nộp báo cáo",
        ),
        (
            "> #2 @14 ^ky hop sau Nộp báo cáo",
            "kỳ họp sau",
            "Nộp báo cáo",
        ),
        (
            "> #2 @14 ^trước khi họp kỳ sau Nộp M",
            "trước khi họp kỳ sau",
            "Nộp M",
        ),
        (
            "> #2 @14 ^sau khi có kết luận sau Báo cáo kết quả",
            "sau khi có kết luận sau",
            "Báo cáo kết quả",
        ),
        ("> #2 @14 ^ngay Nộp N", "ngay", "Nộp N"),
        (
            "> #2 @14 ^ngay sau hội nghị Nộp",
            "ngay sau hội nghị",
            "Nộp",
        ),
        (
            "> #2 @14 ^hội nghị sau Mỗi chi bộ",
            "hội nghị sau",
            "Mỗi chi bộ",
        ),
        (
            "> #2 @14 ^sau Hướng dẫn số 12, nộp báo cáo",
            "sau Hướng dẫn số 12",
            "nộp báo cáo",
        ),
        // Text in small letters is not swallowed, whatever comes behind it.
        (
            "> #2 @14 ^khi xong nộp báo cáo về Ban Tổ chức",
            "khi xong",
            "nộp báo cáo về Ban Tổ chức",
        ),
        (
            "> #2 @14 ^khi có hướng dẫn báo cáo Thường trực",
            "khi có hướng dẫn",
            "báo cáo Thường trực",
        ),
        (
            "> #2 @14 ^lúc nào xong thì thôi, miễn là các phường đều có",
            "lúc nào xong thì thôi",
            "miễn là các phường đều có",
        ),
        (
            "> #2 @14 ^sớm các đồng chí bí thư chi bộ cùng Mặt trận đến từng nhà",
            "sớm",
            "các đồng chí bí thư chi bộ cùng Mặt trận đến từng nhà",
        ),
    ] {
        let read = parse(typed, &dossier);
        assert_eq!(read.sort, Sort::Action, "{typed}");
        assert_eq!(read.deadline_words.as_deref(), Some(said), "{typed}");
        assert_eq!(read.text, text, "{typed}");
    }
}

#[test]
fn a_second_enter_keeps_the_action_with_its_units_and_its_words() {
    let mut stage = Stage::sized(120, 36);
    stage
        .press("<F4>> #2 @cl ^xyz Báo cáo kết quả<Enter>")
        .sees("Không hiểu thời hạn «xyz»; gõ ví dụ ^20/8")
        .press("<Enter>")
        .sees("NV-001")
        .sees("thiếu hạn: giữ lời «xyz»")
        .sees("xyz (chưa có ngày)")
        .sees("Báo cáo kết quả");
    stage
        .press("<F6>")
        .sees("NV-001")
        .sees("Cát Lái")
        .sees("xyz (chưa có ngày)");
    // The day that the words came to is put beside them.
    stage
        .press("<C-t>")
        .press("20/10<Enter>")
        .sees("Hạn của NV-001: 20/10/2023");
    stage.press("<Enter>").sees("20/10/2023 (xyz)");
    stage.press("<Esc><C-z>").sees("xyz (chưa có ngày)");
}

/// What is known to have no day is not asked about, and the mark behind a deadline parts the text as it did.
#[test]
fn the_next_meeting_is_no_question_and_a_comma_stays() {
    let dossier = held_on(day(2023, 7, 11));
    for words in ["ngay", "kỳ họp sau", "hội nghị sau", "ngay sau hội nghị"] {
        let read = parse(&format!("> #2 @14 ^{words} Nộp báo cáo"), &dossier);
        assert!(read.problems.is_empty(), "{words}: {:?}", read.problems);
        assert_eq!(read.deadline, None, "{words}");
        assert_eq!(read.deadline_words.as_deref(), Some(words));
        assert_eq!(read.text, "Nộp báo cáo", "{words}");
    }
    for (typed, text) in [
        (
            "> #2 @14 gửi báo cáo ^trong tuần sau, bản cứng nộp Ban",
            "gửi báo cáo, bản cứng nộp Ban",
        ),
        ("> #2 @14 Nộp ^20/8; rồi báo", "Nộp; rồi báo"),
        ("> #2 Nộp báo cáo ^20/8, @14", "Nộp báo cáo"),
        ("> #2 @14 ^20/8, nộp báo cáo", "nộp báo cáo"),
    ] {
        assert_eq!(parse(typed, &dossier).text, text, "{typed}");
    }
}

#[test]
fn no_sign_that_is_not_understood_makes_something_else_of_an_action() {
    let mut stage = Stage::sized(120, 36);
    for (number, typed) in [
        (1, "> #2 @cl ^trước 20/8 Báo cáo kết quả"),
        (2, "> #2 @cl ^ngày 20 tháng 8 Báo cáo kết quả"),
        (3, "> #2 @cl ^sau khi có ý kiến Báo cáo kết quả"),
        (4, "> #2 @cl @xyz ^20/8 Báo cáo kết quả"),
    ] {
        stage.press(&format!("<F4><C-u>{typed}<Enter><Enter>"));
        stage.press("<F6>").sees(&format!("NV-00{number}"));
    }
    // An action of nobody that is understood is not given to who has the floor.
    stage.press("<F4><C-u>@linh tru<Enter>> #2 @xyz Báo cáo<Enter><Enter>");
    stage
        .sees("Giao nhiệm vụ NV-005 · chưa giao đơn vị nào")
        .sees("@xyz Báo cáo");
    stage.press("<F6>").sees("NV-005").press("<F4><C-z>");
    stage.press("> #2 Báo cáo<Enter>").sees("Linh Trung");
}

/// What a unit that is not understood leaves in the line is no reason to lose it; one that nobody named is asked for.
#[test]
fn a_second_enter_writes_an_action_without_its_unit() {
    let mut stage = Stage::sized(120, 36);
    stage
        .press("<F4>> #1 ^20/8 @xyz báo cáo<Enter>")
        .misses("NV-001 ")
        .press("<Enter>")
        .sees("Giao nhiệm vụ NV-001 · chưa giao đơn vị nào");
    stage
        .press("> #1 ^20/8 Báo cáo<Enter><Enter>")
        .sees("Nhiệm vụ chưa có đơn vị");
}

#[test]
fn the_period_that_was_said_finds_the_action() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F4>> #3 @linh tru ^cuối tháng 9 Việc một<Enter>");
    stage.press("> #3 @linh tru ^quý III Việc hai<Enter>");
    stage.press("> #3 @linh tru ^cuối năm Việc ba<Enter>");
    stage
        .press("<F6><C-l>tháng 9<Enter>")
        .sees("Việc một")
        .sees("Việc hai")
        .misses("Việc ba");
    stage
        .press("<C-l><C-u>quý 3<Enter>")
        .sees("Việc một")
        .sees("Việc hai")
        .misses("Việc ba");
    for same in [
        "quý III",
        "hết quý 3",
        "trong quý III",
        "quý ba",
        "cuối quý 3",
        "đến hết quý III năm 2023",
        "quý III/2023",
        "tháng 9 năm 2023",
        "hết tháng chín",
        "đầu tháng 9",
    ] {
        stage
            .press(&format!("<C-l><C-u>{same}<Enter>"))
            .sees("Việc một")
            .sees("Việc hai")
            .misses("Việc ba");
    }
    stage
        .press("<C-l><C-u>tháng 12<Enter>")
        .sees("Việc ba")
        .misses("Việc một");
}

#[test]
fn words_and_day_are_edited_undone_and_kept_together() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let store = Store::open(&path, morning()).unwrap();
    let mut stage = Stage::with(store, (120, 36), Lang::Vi);
    stage.press("<F4>> #3 @linh tru ^quý III Việc một<Enter>");
    stage.press("<Tab><Enter>").sees("^quý III Việc một");
    stage.press("<C-u>> #3 @linh tru ^trước 20/8 Việc một<Enter>");
    let said = || {
        let store = Store::open_reader(&path).unwrap();
        let id = store.last_meeting().unwrap().unwrap();
        let dossier = store.dossier(id).unwrap().unwrap();
        let action = dossier.actions.iter().next().cloned().unwrap();
        (action.deadline.unwrap(), action.deadline_words.unwrap())
    };
    assert_eq!(said(), (day(2023, 8, 20), "trước 20/8".to_owned()));
    stage.press("<C-z>");
    assert_eq!(said(), (day(2023, 9, 29), "quý III".to_owned()));
    stage.press("<C-y>");
    assert_eq!(said(), (day(2023, 8, 20), "trước 20/8".to_owned()));
    // After a restart the line is typed as it was.
    let store = Store::open(&path, morning()).unwrap();
    let mut stage = Stage::with(store, (120, 36), Lang::Vi);
    stage.press("<F4><Tab><Enter>").sees("^trước 20/8 Việc một");
}

#[test]
fn papers_and_files_have_the_words_beside_the_day() {
    let mut scene = planned();
    scene.write("08:30", "= #1 Đẩy nhanh việc khai lý lịch");
    scene.write("08:31", "> #1 @14 ^quý III Báo cáo kết quả");
    scene.write("08:32", "> #1 @15 ^\"sau Đại hội\" Báo cáo lại");
    scene.write("08:33", "> #1 @16 ^hằng tháng Giao ban");
    scene.write("08:34", "> #1 @16 ^30/9 Gửi hồ sơ");
    scene.write("08:35", "> #1 @17 Việc không ai nói hạn");
    for which in [PaperKind::Notice, PaperKind::Actions] {
        let text = words(&scene.paper(which, Version::Draft(1)));
        assert!(text.contains("29/9/2023 (quý III)"), "{text}");
        assert!(text.contains("sau Đại hội"), "{text}");
        assert!(!text.contains("(sau Đại hội"), "{text}");
        assert!(text.contains("hằng tháng"), "{text}");
        assert!(!text.contains("...... (hằng"), "{text}");
        assert!(
            text.contains("30/9/2023") && !text.contains("30/9/2023 ("),
            "{text}"
        );
    }
    let notice = scene.paper(PaperKind::Notice, Version::Draft(1));
    let missing = notice.gaps().filter_map(|gap| match gap {
        Gap::Deadline(_, number) => Some(*number),
        _ => None,
    });
    let missing: std::collections::BTreeSet<i64> = missing.collect();
    assert_eq!(missing, [5].into(), "words stand for a day");
}

#[test]
fn files_of_the_register_have_the_words_and_are_read_back() {
    let mut store = book();
    let first = table(&store).actions[0].action.clone();
    let said = Change::edit(&first, |row| {
        row.deadline_words = Some("quý III".to_owned());
    });
    store
        .commit(&Transaction::new("lời", vec![said]), morning())
        .unwrap();
    let text = |format| {
        let bytes = render(format, &table(&store), &Phrases::default(), later()).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    assert!(text(ActionsFormat::Csv).contains("quý III"));
    assert!(text(ActionsFormat::Csv).contains("Lời giao hạn"));
    assert!(text(ActionsFormat::Json).contains("\"first_deadline_words\": \"quý III\""));
    assert!(text(ActionsFormat::Markdown).contains("(quý III)"));
}

#[test]
fn the_help_shows_signs_that_are_understood() {
    for lang in [Lang::Vi, Lang::En] {
        let dossier = held_on(day(2023, 7, 11));
        for (example, what) in Words::of(lang).line_examples() {
            assert!(!what.is_empty());
            let read = parse(&format!("> #2 @14 {example} việc"), &dossier);
            assert!(read.problems.is_empty(), "{example}: {:?}", read.problems);
            if example.starts_with('^') {
                assert_eq!(read.text, "việc", "{example}");
            }
        }
    }
    let mut stage = Stage::sized(120, 60);
    stage
        .press("<F4><F1>")
        .sees("^quý III")
        .sees("^trước 20/8")
        .sees("@tất cả -@14")
        .sees("VM-003");
}

#[test]
fn days_off_are_added_changed_deleted_and_taken_back() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F11>SỔ · NGÀY").sees("Quốc khánh");
    stage
        .press("<Esc>thêm ngày nghỉ<Enter>")
        .sees("NGÀY ẤY NGHỈ HAY LÀM BÙ?");
    stage.press("1").sees("NGÀY NGHỈ");
    stage
        .press("29/9<Enter>Ngày truyền thống<Enter>")
        .sees("29/9/2023 Ngày truyền thống");
    stage.press("<F4>> #2 @14 ^quý III b").sees("28/9/2023");
    stage
        .press("<C-u><F11><Esc>29/9/2023<Del>")
        .sees("Bỏ 29/9/2023");
    stage.press("<F4>> #2 @14 ^quý III b").sees("29/9/2023");
    stage.press("<C-u><F11><C-z>");
    stage.press("<F4>> #2 @14 ^quý III b").sees("28/9/2023");
}

#[test]
fn a_form_reads_a_deadline_as_the_line_does() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F4>> #2 @14 ^31/7 Báo cáo<Enter><F6><C-t>");
    stage
        .press("cuối tháng 9<Enter>chờ hướng dẫn<C-s>")
        .sees("29/9/2023");
    stage.press("<Enter>").sees("29/9/2023 (cuối tháng 9)");
    stage
        .press("<Esc><C-t>bao giờ xong<Enter>x<C-s>")
        .sees("Không hiểu thời hạn «bao giờ xong»");
}

/// What by its words has no day lacks no deadline; what has no words, or others, does: in the filter, the review and on paper.
#[test]
fn a_rhythm_is_no_missing_deadline_anywhere() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F4>> #2 @14 ^thường xuyên Việc một<Enter>> #2 @14 Việc hai<Enter>");
    stage.press("> #2 @14 ^\"sau Đại hội\" Việc ba<Enter>> #2 @14 ^HẰNG THÁNG Việc bốn<Enter>");
    stage
        .press("<F6><C-l>thiếu hạn<Enter>")
        .sees("Việc hai")
        .sees("Việc ba")
        .misses("Việc một")
        .misses("Việc bốn");
    // On F6 the words are taken as on the desk.
    stage.press("<C-l><C-u><Enter><Home>");
    stage
        .press("<C-l>nv-002<Enter><C-t>lúc nào đó<Enter>")
        .sees("hoặc giữ lời: \"lúc nào đó\"");
    stage
        .press("<C-u>định kỳ hằng tháng<Enter>")
        .sees("Hạn của NV-002: định kỳ hằng tháng");
    stage.press("<C-l><C-u>thiếu hạn<Enter>").misses("Việc hai");
    stage.press("<C-z>").sees("Việc hai");
    stage
        .press("<C-t>\"khi có hướng dẫn\"<Enter>")
        .sees("khi có hướng dẫn")
        .sees("Việc hai");
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..3650u64).prop_map(|days| day(2021, 1, 1) + chrono::Days::new(days))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// A deadline of a period lies in the period, and on no day off while there is a working day left in it.
    #[test]
    fn the_deadline_of_a_period_lies_in_it(on in any_day(), which in 0..4usize, number in 1..13u32) {
        let dossier = held_on(on);
        let off = |day| is_off(&dossier.days_off, day);
        let (said, months) = match which {
            0 => (format!("cuối tháng {number}"), (number, number)),
            1 => (format!("quý {}", (number - 1) / 3 + 1), ((number - 1) / 3 * 3 + 1, (number - 1) / 3 * 3 + 3)),
            2 => ("cuối năm".to_owned(), (1, 12)),
            _ => ("cuối tháng".to_owned(), (on.month(), on.month())),
        };
        let read = line(&said, &dossier);
        let day = read.deadline.unwrap();
        prop_assert!((months.0..=months.1).contains(&day.month()), "{said} on {on}: {day}");
        prop_assert!(day.year() == on.year() || (day.year() == on.year() + 1 && months.1 < on.month()), "{said} on {on}: {day}");
        prop_assert!(day >= on, "{said} on {on}: {day}");
        let last = day.iter_days().take_while(|later| (months.0..=months.1).contains(&later.month()) && later.year() == day.year());
        prop_assert!(last.skip(1).all(off), "{said} on {on}: {day} is not the last working day");
        let start = on.max(NaiveDate::from_ymd_opt(day.year(), months.0, 1).unwrap());
        let has_working = start.iter_days().take_while(|later| *later <= day).any(|day| !off(day));
        prop_assert!(!off(day) || !has_working, "{said} on {on}: {day} is off");
        prop_assert_eq!(read.deadline_words.as_deref(), Some(said.as_str()));
    }

    /// A deadline after a span is a working day, and not before the span is over.
    #[test]
    fn the_deadline_after_a_span_is_worked(on in any_day(), days in 1..400u64) {
        let dossier = held_on(on);
        let day = line(&format!("trong {days} ngày"), &dossier).deadline.unwrap();
        prop_assert!(!is_off(&dossier.days_off, day), "{days} days from {on}: {day}");
        prop_assert!(day >= on + chrono::Days::new(days) && day <= on + chrono::Days::new(days + 12));
        prop_assert!(![Weekday::Sun].contains(&day.weekday()));
    }
}

/// A period as it is said, and the days of it, reckoned anew; without accents some words name another one.
#[derive(Clone, Debug)]
struct Period {
    said: String,
    first: NaiveDate,
    last: NaiveDate,
}

fn months_from(year: i32, month: u32, months: u32) -> (NaiveDate, NaiveDate) {
    let first = day(year, month, 1);
    let last = first + chrono::Months::new(months) - chrono::Days::new(1);
    (first, last)
}

const MONTHS: [&str; 12] = [
    "một",
    "hai",
    "ba",
    "tư",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười một",
    "mười hai",
];

/// Every period of the grammar as it is said on a day: kind, number in digits or words, and which year.
fn periods(on: NaiveDate) -> Vec<Period> {
    let mut found = Vec::new();
    let mut add = |said: &str, (first, last): (NaiveDate, NaiveDate)| {
        let said = said.to_owned();
        found.push(Period { said, first, last });
    };
    let coming = |month: u32, months: u32| {
        let this = months_from(on.year(), month, months);
        if this.1 < on {
            months_from(on.year() + 1, month, months)
        } else {
            this
        }
    };
    for month in 1..13 {
        for name in [month.to_string(), MONTHS[month as usize - 1].to_owned()] {
            add(&format!("tháng {name}"), coming(month, 1));
            add(
                &format!("tháng {name} năm sau"),
                months_from(on.year() + 1, month, 1),
            );
            add(
                &format!("tháng {name} năm 2031"),
                months_from(2031, month, 1),
            );
        }
    }
    for quarter in 1..5 {
        let names = [
            ["1", "2", "3", "4"],
            ["I", "II", "III", "IV"],
            ["một", "hai", "ba", "tư"],
        ];
        for name in names.map(|names| names[quarter as usize - 1]) {
            add(&format!("quý {name}"), coming(quarter * 3 - 2, 3));
            add(
                &format!("quý {name} năm sau"),
                months_from(on.year() + 1, quarter * 3 - 2, 3),
            );
        }
    }
    let next = on.with_day(1).unwrap() + chrono::Months::new(1);
    add("tháng này", months_from(on.year(), on.month(), 1));
    add("tháng sau", months_from(next.year(), next.month(), 1));
    add("tháng tới", months_from(next.year(), next.month(), 1));
    add("năm nay", months_from(on.year(), 1, 12));
    add("năm sau", months_from(on.year() + 1, 1, 12));
    let monday = on - chrono::Days::new(on.weekday().num_days_from_monday().into());
    let week = |weeks: u64| {
        let first = monday + chrono::Days::new(weeks * 7);
        (first, first + chrono::Days::new(6))
    };
    add("tuần này", week(0));
    add("tuần sau", week(1));
    add("tuần tới", week(1));
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every period of the grammar, with and without accents, in small letters and capitals, before any text: the day lies in
    /// the period, and the text is kept whole.
    #[test]
    fn a_period_is_heard_as_it_was_said(on in any_day(), opening in 0..7usize, text in 0..4usize) {
        let opening = ["", "hết ", "trong ", "cuối ", "chậm nhất ", "từ nay đến hết ", "trước "][opening];
        let text = ["Báo cáo kết quả", "các phường gửi hồ sơ", "BÁO CÁO", "ngày càng tốt hơn"][text];
        let dossier = held_on(on);
        for period in periods(on) {
            let accented = format!("{opening}{}", period.said);
            let plain = fold(&accented);
            // Without accents «tháng sáu» is the next month; with its year it can only be June.
            let is_other = period.said == "tháng sáu" || (opening == "trước ");
            for said in [accented.clone(), accented.to_uppercase(), plain.clone(), plain.to_uppercase()] {
                if is_other && (said.is_ascii() || opening == "trước ") {
                    continue;
                }
                let read = parse(&format!("> @14 ^{said} {text}"), &dossier);
                let day = read.deadline;
                prop_assert!(
                    day.is_some_and(|day| (period.first..=period.last).contains(&day)),
                    "{said} on {on}: {day:?}, not in {period:?}"
                );
                prop_assert_eq!(&read.text, text, "{} on {}", said, on);
            }
        }
    }
}

/// A book of every earlier version keeps its days, has no words for them, and gets the days off.
#[test]
fn old_books_keep_their_days() {
    for version in 1..=5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so.giaoban");
        let old = format!(
            "{}/tests/fixtures/books/000{version}.giaoban",
            env!("CARGO_MANIFEST_DIR")
        );
        std::fs::copy(old, &path).unwrap();
        let days = || {
            let book = rusqlite::Connection::open(&path).unwrap();
            let mut query = book
                .prepare("SELECT id, deadline FROM action ORDER BY id")
                .unwrap();
            let rows = query
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap();
            rows.collect::<Result<Vec<(i64, Option<String>)>, _>>()
                .unwrap()
        };
        let before = days();
        let store = Store::open(&path, morning()).unwrap();
        let id = store.last_meeting().unwrap().unwrap();
        let dossier = store.dossier(id).unwrap().unwrap();
        assert!(
            dossier
                .actions
                .iter()
                .all(|action| action.deadline_words.is_none())
        );
        assert!(is_off(&dossier.days_off, day(2023, 9, 4)));
        let count = dossier.days_off.len();
        drop(store);
        assert_eq!(days(), before, "version {version}");
        // They are laid once.
        let store = Store::open(&path, morning()).unwrap();
        assert_eq!(store.dossier(id).unwrap().unwrap().days_off.len(), count);
    }
}
