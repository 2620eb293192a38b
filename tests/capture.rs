//! The capture line: what each typed line becomes, and that nothing typed is ever lost.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop there"
)]

mod common;

use common::stage::{Stage, morning};
use giaoban::meeting::capture::{Capture, Lore, Sort, Whom, completion, line_of, parse};
use giaoban::meeting::cell::Id;
use giaoban::meeting::code::NoteKind;
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::rows::Seat;
use giaoban::store::Store;
use giaoban::text::dates::short_date;
use proptest::prelude::*;

fn dossier() -> Dossier {
    let store = Store::in_memory(morning()).unwrap();
    let meeting = store.last_meeting().unwrap().unwrap();
    store.dossier(meeting).unwrap().unwrap()
}

/// Returns a capture as one line: sort | units | focus | deadline | text | problems.
fn told(line: &Capture, dossier: &Dossier) -> String {
    let sort = match line.sort {
        Sort::Plain => "plain",
        Sort::Note(kind) => kind.code(),
        Sort::Conclusion => "conclusion",
        Sort::Action => "action",
    };
    let names = |seats: &[Id<Seat>]| {
        let seats = seats.iter();
        let names = seats.map(|seat| dossier.seats.get(*seat).unwrap().name.clone());
        names.collect::<Vec<_>>().join("+")
    };
    let whom = match &line.whom {
        Whom::Floor | Whom::Nobody => String::new(),
        Whom::Everybody => "all".to_owned(),
        Whom::Seats(seats) => names(seats),
        Whom::AllBut(seats) => format!("all-{}", names(seats)),
    };
    let focus = line
        .focus
        .map(|area| dossier.focus.get(area).unwrap().number.to_string())
        .unwrap_or_default();
    let deadline = line.deadline.map(short_date).unwrap_or_default();
    format!(
        "{sort}|{whom}|{focus}|{deadline}|{}|{}",
        line.text,
        line.problems.len()
    )
}

#[test]
fn each_line_becomes_what_its_signs_say() {
    let dossier = dossier();
    let table = [
        ("một câu bình thường", "plain||||một câu bình thường|0"),
        ("+ kết nạp 12/20", "result||||kết nạp 12/20|0"),
        ("+kết nạp 12/20", "result||||kết nạp 12/20|0"),
        ("! khó khăn", "difficulty||||khó khăn|0"),
        ("* cách làm hay", "experience||||cách làm hay|0"),
        ("? đề nghị", "proposal||||đề nghị|0"),
        (": trả lời", "answer||||trả lời|0"),
        ("= kết luận", "conclusion||||kết luận|0"),
        ("! #5 khó", "difficulty||5||khó|0"),
        ("#5 ! khó", "difficulty||5||khó|0"),
        (
            "@Linh Trung #5 ! Khó tiếp nhận",
            "difficulty|Linh Trung|5||Khó tiếp nhận|0",
        ),
        ("! @linh trung khó", "difficulty|Linh Trung|||khó|0"),
        ("! @linh tru khó", "difficulty|Linh Trung|||khó|0"),
        ("@hbp + đạt", "result|Hiệp Bình Phước|||đạt|0"),
        ("@Phước Long A! khó", "plain|Phước Long A|||! khó|0"),
        ("@Phước Long A, khó", "plain|Phước Long A|||khó|0"),
        ("@Phước Long khó", "plain||||@Phước Long khó|1"),
        ("@lt khó", "plain||||@lt khó|1"),
        ("@thạnh mỹ khó", "plain||||@thạnh mỹ khó|1"),
        ("@nhơn phú a khó", "plain|Tăng Nhơn Phú A|||khó|0"),
        ("@lợi đông #2 ! khó", "difficulty|An Lợi Đông|2||khó|0"),
        ("@Bình Trưng khó", "plain||||@Bình Trưng khó|1"),
        (
            "> #1 @Tam Phú ^15/12. Báo cáo",
            "action|Tam Phú|1|15/12/2023|Báo cáo|0",
        ),
        (
            "> #1 @Tam Phú ^15/12/26 Báo cáo",
            "action|Tam Phú|1|15/12/2026|Báo cáo|0",
        ),
        ("@xyz khó", "plain||||@xyz khó|1"),
        ("! @lt khó", "difficulty||||@lt khó|1"),
        (
            "! @Tam Phú @Cát Lái khó",
            "difficulty|Tam Phú+Cát Lái|||khó|0",
        ),
        ("! @Tam Phú @Tam Phú khó", "difficulty|Tam Phú|||khó|0"),
        (
            "> #1 @tất cả ^30/9 Báo cáo",
            "action|all|1|30/9/2023|Báo cáo|0",
        ),
        (
            "> #1 @tat ca ^30/9/2024 Báo cáo",
            "action|all|1|30/9/2024|Báo cáo|0",
        ),
        (
            "> Báo cáo @Tam Phú trước ^+7 #2",
            "action|Tam Phú|2|18/7/2023|Báo cáo trước|0",
        ),
        (
            "> #1 @tất cả ^31/2 Báo cáo",
            "action|all|1||^31/2 Báo cáo|1",
        ),
        ("> #1 @tất cả ^xyz Báo cáo", "action|all|1||^xyz Báo cáo|1"),
        ("> #9 @tất cả Báo cáo", "action|all|||#9 Báo cáo|1"),
        (
            "= #1 giao @tất cả các phường",
            "conclusion||1||giao @tất cả các phường|0",
        ),
        ("+ @tất cả đều đạt", "result||||@tất cả đều đạt|0"),
        ("hạn ^30/9 là gấp", "plain||||hạn ^30/9 là gấp|0"),
        ("đạt > 10 phần trăm", "plain||||đạt > 10 phần trăm|0"),
        ("gửi về a@b.vn", "plain||||gửi về a@b.vn|0"),
        ("bài C# và 5 + 5", "plain||||bài C# và 5 + 5|0"),
        ("# một", "plain||||# một|0"),
        ("@", "plain||||@|0"),
        ("!", "difficulty|||||0"),
        ("", "plain|||||0"),
        ("   ", "plain|||||0"),
        ("! ! hai dấu", "difficulty||||! hai dấu|0"),
    ];
    for (line, expected) in table {
        assert_eq!(told(&parse(line, &dossier), &dossier), expected, "{line}");
    }
}

#[test]
fn a_line_read_back_reads_the_same() {
    let dossier = dossier();
    for line in [
        "! #5 @Linh Trung Khó tiếp nhận",
        "> #1 @tất cả ^30/9/2023 Báo cáo",
        "= #2 Kết luận",
        "+ @Tam Phú đạt",
    ] {
        let read = parse(line, &dossier);
        assert_eq!(parse(&line_of(&read, &dossier), &dossier), read, "{line}");
    }
}

#[test]
fn completion_offers_what_fits_and_stops_when_it_is_written() {
    let dossier = dossier();
    let choices = |before: &str| {
        let lore = Lore {
            dossier: &dossier,
            citations: &[],
            open: &[],
        };
        completion(before, lore).map(|found| {
            found
                .choices
                .into_iter()
                .map(|(name, _)| name)
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(
        choices("! @lt").unwrap(),
        ["@Linh Tây", "@Linh Trung", "@Long Trường"]
    );
    assert_eq!(
        choices("@").unwrap().len(),
        35,
        "every unit, and all of them"
    );
    assert_eq!(choices("@linh trung"), None);
    assert_eq!(choices("@linh trung khó"), None);
    assert_eq!(choices("#5"), None);
    assert_eq!(choices("#").unwrap().len(), 6);
    assert_eq!(choices("không có gì"), None);
    assert_eq!(choices("a@b"), None);
}

#[test]
fn what_is_not_understood_is_asked_once_and_then_kept_as_it_stands() {
    let mut stage = Stage::new();
    stage.press("<F4>> #1 @tất cả ^31/2 Báo cáo<Enter>");
    stage
        .sees("lịch không có ngày 31/2. Sửa lại")
        .sees("^31/2 Báo cáo");
    stage
        .press("<Enter>")
        .sees("> #1 @tất cả ^31/2 Báo cáo")
        .sees("thông tin")
        .misses("NV-001");
}

#[test]
fn an_action_without_unit_or_focus_area_says_what_is_missing() {
    let mut stage = Stage::new();
    stage
        .press("<F4>> #1 Báo cáo<Enter>")
        .sees("Nhiệm vụ chưa có đơn vị")
        .sees("Báo cáo");
    stage.press(" @Tam Phú<Enter>").sees("Giao nhiệm vụ NV-001");
    stage
        .press("> @Tam Phú Gửi danh sách<Enter>")
        .sees("THUỘC TRỌNG TÂM NÀO?");
    stage.press("2").sees("Giao nhiệm vụ NV-002").sees("TT2");
}

#[test]
fn lines_are_edited_retyped_and_deleted() {
    let mut stage = Stage::new();
    stage
        .press("<F4><C-n>! #5 @Tam Phú Khó tiếp nhận<Enter>")
        .sees("Tam Phú · vướng mắc")
        .sees("TT5");
    stage.press("<F5>").sees("VM-001").sees("Khó tiếp nhận");
    stage.press("<F4><Tab><Enter>").sees("đang sửa");
    stage
        .press(" hồ sơ<Enter>")
        .sees("Khó tiếp nhận hồ sơ")
        .misses("đang sửa");
    stage.press("<F5>").sees("Khó tiếp nhận hồ sơ");
    stage.press("<F4><Tab><C-k>4").sees("Tam Phú · kiến nghị");
    stage.press("<F5>").sees("Chưa có vướng mắc nào");
    stage.press("<C-z>").sees("VM-001");
    stage
        .press("<F4><Tab><Del>")
        .sees("Xóa vướng mắc")
        .misses("Khó tiếp nhận hồ sơ");
    stage.press("<C-z>").sees("Khó tiếp nhận hồ sơ");
    stage.press("<C-y>").misses("Khó tiếp nhận hồ sơ");
}

#[test]
fn an_edited_line_keeps_its_kind_and_its_speaker() {
    let mut stage = Stage::new();
    stage
        .press("<F3>tam p1<F4><C-n>lời của chủ trì<Enter><C-k>8")
        .sees("chỉ đạo");
    stage.press("<C-g>tam p<Enter>").sees("Mời Tam Phú");
    stage
        .press("<Tab><Enter> hôm nay<Enter>")
        .sees("hôm nay")
        .sees("chỉ đạo")
        .misses("Tam Phú · chỉ đạo");
}

#[test]
fn an_issue_that_was_answered_later_can_still_be_deleted() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>! @Tam Phú một việc<Enter><F5>:đã có hướng dẫn<Enter>");
    stage
        .press("<F4><Tab><Del>")
        .sees("Xóa vướng mắc")
        .press("<F5>")
        .sees("Chưa có vướng mắc nào");
    stage.press("<C-z>").sees("VM-001").sees("đã có hướng dẫn");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every word that was typed is in the text, or was understood as a sign, a unit, a focus area or a day.
    #[test]
    fn no_word_is_lost(line in "([+!*?:=>] )?((@(linh trung|lt|xyz|tất cả)|#[0-9]|\\^(30/9|31/2|mai)|[a-zđê]{1,6}|[+!>]) ){0,8}") {
        let dossier = dossier();
        let read = parse(&line, &dossier);
        for word in line.split_whitespace() {
            let is_sign = word.len() == 1 && "+!*?:=>".contains(word);
            let is_understood = word.starts_with(['@', '#', '^']) || ["trung", "cả"].contains(&word);
            prop_assert!(is_sign || is_understood || read.text.split_whitespace().any(|kept| kept == word), "{word} of «{line}» is lost in {read:?}");
        }
        prop_assert_ne!(read.sort, Sort::Note(NoteKind::Document), "no sign stands for a document");
    }

    /// Whatever is typed and entered twice is in the stream.
    #[test]
    fn whatever_is_entered_is_kept(line in "[!+*?:=]? ?[a-zđê@#^ 0-9/]{1,40}") {
        prop_assume!(line.chars().any(char::is_alphabetic));
        let mut stage = Stage::new();
        stage.press("<F4>");
        stage.press(&line).press("<Esc><Enter><Enter>");
        let longest = line.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).max_by_key(|word| word.len());
        if let Some(word) = longest {
            prop_assert!(stage.text().contains(word), "{word}\n{}", stage.text());
        }
    }
}
