//! The capture line: what each typed line becomes, and that nothing typed is ever lost.
use crate::common::stage::{Stage, morning, new_dossier};
use giaoban::meeting::capture::{
    Capture, LineProblem, Lore, Sort, Whom, completion, line_of, parse,
};
use giaoban::meeting::cell::Id;
use giaoban::meeting::code::NoteKind;
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::rows::Seat;
use giaoban::store::Store;
use giaoban::text::dates::short_date;
use giaoban::text::fold::fold;
use proptest::prelude::*;
use std::sync::LazyLock;

fn dossier() -> Dossier {
    new_dossier()
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
    let issue = line.issue.map(|number| format!("|VM{number}"));
    let remarks = if line.remarks.is_empty() {
        String::new()
    } else {
        format!("|{} said", line.remarks.len())
    };
    format!(
        "{sort}|{whom}|{focus}|{deadline}|{}|{}{}{remarks}",
        line.text,
        line.problems.len(),
        issue.unwrap_or_default()
    )
}

/// Nobody names a thousand units in a line, but a text may be pasted: every key would read all of it.
#[test]
fn signs_without_end_stay_text() {
    let dossier = dossier();
    for (sign, whole) in [
        ("", "@x "),
        ("", "#dân "),
        ("> ", "^x "),
        ("> ", "-@tam "),
        ("", "@linh phú "),
    ] {
        let line = format!("{sign}{}hết", whole.repeat(20_000));
        let read = parse(&line, &dossier);
        assert!(read.problems.len() <= 101, "{whole}");
        assert!(
            read.problems.contains(&LineProblem::TooManySigns(100)),
            "{whole}"
        );
        assert!(read.text.ends_with(&format!("{whole}hết")), "{whole}");
    }
    let line = format!("{} việc chung", "@tam phú ".repeat(34));
    assert!(parse(&line, &dossier).problems.is_empty());
}

/// Lines, and what each becomes.
const LINES: &[(&str, &str)] = &[
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
    (
        "> @linh tru tập trung rà soát ^20/9",
        "action|Linh Trung||20/9/2023|tập trung rà soát|0",
    ),
    (
        "! #1 @linh tru năm nay thiếu nguồn",
        "difficulty|Linh Trung|1||năm nay thiếu nguồn|0",
    ),
    // A name that only begins like one of the roster is another unit, or misspelled.
    (
        "> #2 @phú nhuận ^20/8 Nộp báo cáo",
        "action||2|20/8/2023|@phú nhuận Nộp báo cáo|1|1 said",
    ),
    (
        "> #2 @Phú Nhuận Nộp báo cáo",
        "action||2||@Phú Nhuận Nộp báo cáo|1",
    ),
    (
        "@tân thới khó tiếp nhận",
        "plain||||@tân thới khó tiếp nhận|1",
    ),
    ("@tan thoi", "plain||||@tan thoi|1"),
    ("@thảo điềm", "plain||||@thảo điềm|1"),
    ("@thảo điềm, đã nộp", "plain||||@thảo điềm, đã nộp|1"),
    ("@thạnh mỹ đông nộp", "plain||||@thạnh mỹ đông nộp|1"),
    ("@thảo đi Nội dung", "plain|Thảo Điền|||Nội dung|0"),
    ("@thảo Nội dung", "plain|Thảo Điền|||Nội dung|0"),
    ("@thảo, phương án", "plain|Thảo Điền|||phương án|0"),
    ("@thảo khó khăn", "plain|Thảo Điền|||khó khăn|0"),
    (
        "@thảo báo cáo 3 hồ sơ",
        "plain|Thảo Điền|||báo cáo 3 hồ sơ|0",
    ),
    (
        "@thảo phương án nhân sự",
        "plain|Thảo Điền|||phương án nhân sự|0",
    ),
    (
        "@thảo rút kinh nghiệm",
        "plain|Thảo Điền|||rút kinh nghiệm|0",
    ),
    (
        "@thảo Xin ý kiến cấp trên",
        "plain|Thảo Điền|||Xin ý kiến cấp trên|0",
    ),
    (
        "@thảo rut kinh nghiem",
        "plain|Thảo Điền|||rut kinh nghiem|0",
    ),
    (
        "@thảo xây dựng Đảng tốt",
        "plain|Thảo Điền|||xây dựng Đảng tốt|0",
    ),
    ("@thảo ban Thường vụ", "plain|Thảo Điền|||ban Thường vụ|0"),
    ("@thảo nêu rõ", "plain|Thảo Điền|||nêu rõ|0"),
    // The first word of an opener alone opens nothing.
    ("@thảo rút hồ", "plain||||@thảo rút hồ|1"),
    ("@td điềm", "plain|Thảo Điền|||điềm|0"),
    // Prose that begins like a name names nobody.
    (
        "@phú nhuận quận bạn làm tốt",
        "plain||||@phú nhuận quận bạn làm tốt|1",
    ),
    (
        "@phu nhuan quan ban lam tot",
        "plain||||@phu nhuan quan ban lam tot|1",
    ),
    (
        "@thủ tục hành chính còn chậm",
        "plain||||@thủ tục hành chính còn chậm|1",
    ),
    (
        "@thanh tra thành phố có ý kiến",
        "plain||||@thanh tra thành phố có ý kiến|1",
    ),
    ("@chi bộ 3 chưa họp", "plain||||@chi bộ 3 chưa họp|1"),
    (
        "@chánh văn phòng báo cáo",
        "plain||||@chánh văn phòng báo cáo|1",
    ),
    ("@tham mưu tốt", "plain||||@tham mưu tốt|1"),
    ("@bch đảng bộ họp", "plain||||@bch đảng bộ họp|1"),
    ("@xuân này kết nạp 3", "plain||||@xuân này kết nạp 3|1"),
    ("@cat la vat lieu", "plain||||@cat la vat lieu|1"),
    ("@phú khó khăn", "plain||||@phú khó khăn|1"),
    // A shortened name is sure where it is seen to end.
    ("@chiểu", "plain||||@chiểu|1"),
    ("@xuân", "plain|Linh Xuân||||0"),
    ("@lxuan khó", "plain|Linh Xuân|||khó|0"),
    (
        "@thu thiem nhan su thieu",
        "plain|Thủ Thiêm|||nhan su thieu|0",
    ),
    ("@thao nhan su thieu", "plain|Thảo Điền|||nhan su thieu|0"),
    ("@cát – 3 hồ sơ", "plain|Cát Lái|||– 3 hồ sơ|0"),
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
    (
        "! @Tam Phú @Tam Phú khó",
        "difficulty|Tam Phú|||khó|0|1 said",
    ),
    (
        "> #1 @tất cả ^30/9 Báo cáo",
        "action|all|1|30/9/2023|Báo cáo|0|1 said",
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
        "action|all|1||Báo cáo|1|1 said",
    ),
    (
        "> #1 @tất cả ^xyz Báo cáo",
        "action|all|1||Báo cáo|1|1 said",
    ),
    ("> #9 @tất cả Báo cáo", "action|all|||#9 Báo cáo|1"),
    (
        "= #1 giao @tất cả các phường",
        "conclusion||1||giao @tất cả các phường|0",
    ),
    ("+ @tất cả đều đạt", "result||||@tất cả đều đạt|0|1 said"),
    ("hạn ^30/9 là gấp", "plain||||hạn ^30/9 là gấp|0"),
    ("đạt > 10 phần trăm", "plain||||đạt > 10 phần trăm|0"),
    ("gửi về a@b.vn", "plain||||gửi về a@b.vn|0"),
    ("bài C# và 5 + 5", "plain||||bài C# và 5 + 5|0"),
    ("# một", "plain||||# một|0"),
    ("@", "plain||||@|0"),
    ("!", "difficulty|||||0"),
    ("", "plain|||||0"),
    ("   ", "plain|||||0"),
    // Numbers, exclusions, words of focus areas.
    ("@14 đạt", "plain|Linh Tây|||đạt|0"),
    ("@14. đạt", "plain|Linh Tây|||đạt|0"),
    ("@99 đạt", "plain||||@99 đạt|1"),
    ("@0 đạt", "plain||||@0 đạt|1"),
    ("@-3 đạt", "plain||||@-3 đạt|1"),
    (
        "> #1 @14 @15 ^+7 Báo cáo",
        "action|Linh Tây+Linh Trung|1|18/7/2023|Báo cáo|0",
    ),
    (
        "> #1 @tất cả -@Tam Phú Báo cáo",
        "action|all-Tam Phú|1||Báo cáo|0",
    ),
    (
        "> #1 -@tam p -@cát lái @tất cả Báo cáo",
        "action|all-Tam Phú+Cát Lái|1||Báo cáo|0",
    ),
    (
        "> #1 @tất cả -@14 Báo cáo",
        "action|all-Linh Tây|1||Báo cáo|0",
    ),
    (
        "> #1 @Cát Lái -@Tam Phú Báo cáo",
        "action|Cát Lái|1||Báo cáo -@Tam Phú|0",
    ),
    (
        "> #1 @tất cả -@xyz Báo cáo",
        "action|all|1||-@xyz Báo cáo|1",
    ),
    ("! -@Tam Phú khó", "difficulty||||-@Tam Phú khó|0"),
    (
        "> #1 @tất cả @Tam Phú Báo cáo",
        "action|all|1||Báo cáo|0|1 said",
    ),
    ("! #miễn khó", "difficulty||6||khó|0"),
    ("! #doanh khó", "difficulty||5||khó|0"),
    ("! #4 tốt khó", "difficulty||4||tốt khó|0"),
    ("! #x khó", "difficulty||||#x khó|0"),
    ("! #xyz khó", "difficulty||||#xyz khó|0"),
    ("! #5, khó", "difficulty||5||khó|0"),
    ("! #5 #6 khó", "difficulty||5||#6 khó|0"),
    // Days as a chair says them; the meeting is on Tuesday, 11 July 2023.
    (
        "> #1 @14 ^thứ 6 Báo cáo",
        "action|Linh Tây|1|14/7/2023|Báo cáo|0",
    ),
    (
        "> #1 @14 ^thứ ba Báo cáo",
        "action|Linh Tây|1|18/7/2023|Báo cáo|0",
    ),
    (
        "> #1 @14 ^thu 6 tuan sau Báo cáo",
        "action|Linh Tây|1|21/7/2023|Báo cáo|0",
    ),
    (
        "> #1 @14 ^mai Báo cáo",
        "action|Linh Tây|1|12/7/2023|Báo cáo|0",
    ),
    (
        "> #1 @14 ^hôm nay Báo cáo",
        "action|Linh Tây|1|11/7/2023|Báo cáo|0",
    ),
    (
        "> #1 @14 ^cuối tuần Báo cáo",
        "action|Linh Tây|1|14/7/2023|Báo cáo|0",
    ),
    (
        "> #1 @14 ^cuối tháng Báo cáo",
        "action|Linh Tây|1|31/7/2023|Báo cáo|0",
    ),
    (
        "> #1 @14 ^cuối tháng 8 Báo cáo",
        "action|Linh Tây|1|31/8/2023|Báo cáo|0",
    ),
    (
        "> #1 @14 ^cuối tháng 9 Báo cáo",
        "action|Linh Tây|1|29/9/2023|Báo cáo|0|1 said",
    ),
    (
        "> #1 @14 ^cuối tháng sau Báo cáo",
        "action|Linh Tây|1|31/8/2023|Báo cáo|0",
    ),
    (
        "> #1 @14 ^cuối tháng 02/2024 Báo cáo",
        "action|Linh Tây|1|29/02/2024|Báo cáo|0",
    ),
    (
        "> #1 @14 ^quý III Báo cáo",
        "action|Linh Tây|1|29/9/2023|Báo cáo|0|1 said",
    ),
    (
        "> #1 @14 ^quý 4 Báo cáo",
        "action|Linh Tây|1|29/12/2023|Báo cáo|0|1 said",
    ),
    (
        "> #1 @14 ^hết quý I năm 2024 Báo cáo",
        "action|Linh Tây|1|29/3/2024|Báo cáo|0|1 said",
    ),
    (
        "> #1 @14 ^trong quý IV Báo cáo",
        "action|Linh Tây|1|29/12/2023|Báo cáo|0|1 said",
    ),
    (
        "> #1 @14 ^quý V Báo cáo",
        "action|Linh Tây|1||Báo cáo|1|1 said",
    ),
    (
        "> #1 @14 ^cuối năm Báo cáo",
        "action|Linh Tây|1|29/12/2023|Báo cáo|0|1 said",
    ),
    (
        "> #1 @14 ^6 tháng cuối năm Báo cáo",
        "action|Linh Tây|1|29/12/2023|Báo cáo|0|1 said",
    ),
    (
        "> #1 @14 ^+4 Báo cáo",
        "action|Linh Tây|1|17/7/2023|Báo cáo|0|1 said",
    ),
    (
        "> #1 @14 ^+2 tuần Báo cáo",
        "action|Linh Tây|1|25/7/2023|Báo cáo|0",
    ),
    (
        "> #1 @14 ^+1 tháng Báo cáo",
        "action|Linh Tây|1|11/8/2023|Báo cáo|0",
    ),
    (
        "> #1 @14 ^+99999 Báo cáo",
        "action|Linh Tây|1||Báo cáo|1|1 said",
    ),
    (
        "> #1 @14 ^30/9/2023 Báo cáo",
        "action|Linh Tây|1|30/9/2023|Báo cáo|0|1 said",
    ),
    (
        "> #1 @14 ^thứ bảy Báo cáo",
        "action|Linh Tây|1|15/7/2023|Báo cáo|0|1 said",
    ),
    (
        "> #1 @14 ^1/7/2023 Báo cáo",
        "action|Linh Tây|1|01/7/2023|Báo cáo|1|1 said",
    ),
    (
        "> #1 @14 ^2023-09-30 Báo cáo",
        "action|Linh Tây|1|30/9/2023|Báo cáo|0|1 said",
    ),
    ("> #1 @14 ^ Báo cáo", "action|Linh Tây|1||^ Báo cáo|0"),
    (
        "> #1 @14 ^^30/9 Báo cáo",
        "action|Linh Tây|1|30/9/2023|Báo cáo|0|1 said",
    ),
    // Issues that are answered.
    (": VM-003 đã trả lời", "answer||||đã trả lời|0|VM3"),
    (": vm3, đã trả lời", "answer||||đã trả lời|0|VM3"),
    ("! VM-003 đã trả lời", "difficulty||||VM-003 đã trả lời|0"),
    // The code stands anywhere in an answer or an action; at its end or in brackets it leaves the text with its comma.
    (": xem VM-003", "answer||||xem|0|VM3"),
    (
        ": Nội dung này trả lời VM-004.",
        "answer||||Nội dung này trả lời.|0|VM4",
    ),
    (
        ": Đã có hướng dẫn, (VM-004)",
        "answer||||Đã có hướng dẫn|0|VM4",
    ),
    // Inside a sentence it is one of its words.
    (
        ": Theo VM‑004, đã xong",
        "answer||||Theo VM-004, đã xong|0|VM4",
    ),
    (
        ": Nội dung (vm4) đã xong",
        "answer||||Nội dung đã xong|0|VM4",
    ),
    (
        "> @tất cả trừ @tam phú ^20/8 nộp bản kê",
        "action|all-Tam Phú||20/8/2023|nộp bản kê|0|1 said",
    ),
    (
        "> @tất cả ^20/8 ngoại trừ @tam phú, @14 và @linh trung nộp bản kê",
        "action|all-Tam Phú+Linh Tây+Linh Trung||20/8/2023|nộp bản kê|0|1 said",
    ),
    (
        "> @tất cả tru tam phú, cát lái nộp bản kê",
        "action|all-Tam Phú+Cát Lái|||nộp bản kê|0",
    ),
    (
        "> @tất cả except @tam phú and @14 nộp bản kê",
        "action|all-Tam Phú+Linh Tây|||nộp bản kê|0",
    ),
    (
        "> nộp bản kê @tất cả trừ @tam phú trừ @14",
        "action|all-Tam Phú+Linh Tây|||nộp bản kê|0",
    ),
    // An exception that names nobody is asked about.
    (
        "> @tất cả trừ các phường đã nộp",
        "action|all|||trừ các phường đã nộp|1",
    ),
    ("> @tất cả trừ @xyz nộp", "action|all|||trừ @xyz nộp|1"),
    (
        "> @tất cả nộp, trừ trường hợp đã nộp",
        "action|all|||nộp, trừ trường hợp đã nộp|0",
    ),
    (": VM 005 cách làm", "answer||||cách làm|0|VM5"),
    (": cách làm (vm 5)", "answer||||cách làm|0|VM5"),
    (": VM - 005, cách làm", "answer||||cách làm|0|VM5"),
    (
        "> #1 @14 Theo VM 004, gửi báo cáo",
        "action|Linh Tây|1||Theo VM-004, gửi báo cáo|0|VM4",
    ),
    (": VM chưa rõ 005", "answer||||VM chưa rõ 005|0"),
    (
        "> #1 @14 Theo VM-004 gửi báo cáo",
        "action|Linh Tây|1||Theo VM-004 gửi báo cáo|0|VM4",
    ),
    (
        "> #1 @14 ^30/9/2023 Báo cáo học nước ngoài VM-006",
        "action|Linh Tây|1|30/9/2023|Báo cáo học nước ngoài|0|VM6|1 said",
    ),
    (
        ": VM-004 như đã trả lời VM-006",
        "answer||||như đã trả lời VM-006|1|VM4",
    ),
    // Only the code that links is taken out; another mention of it stays.
    (
        ": VM-004 nhắc lại VM-004",
        "answer||||nhắc lại VM-004|0|VM4",
    ),
    (
        ": Theo VM-004, nhắc lại VM-004.",
        "answer||||Theo VM-004, nhắc lại VM-004.|0|VM4",
    ),
    (
        "> #1 @14 VM-004 gửi báo cáo, xem (vm4)",
        "action|Linh Tây|1||gửi báo cáo, xem (vm4)|0|VM4",
    ),
    ("= Theo VM-004", "conclusion||||Theo VM-004|0"),
    (": VM-1234567 dài", "answer||||VM-1234567 dài|0"),
    ("> VM-003 #1 @14 làm", "action|Linh Tây|1||làm|0|VM3"),
    (
        "> #1 @14 ^cuối năm 2024 b",
        "action|Linh Tây|1|31/12/2024|b|0",
    ),
    (
        "> #1 @14 ^cuối năm sau b",
        "action|Linh Tây|1|31/12/2024|b|0|1 said",
    ),
    (
        "> #1 @14 ^6 tháng cuối năm 2024 b",
        "action|Linh Tây|1|31/12/2024|b|0",
    ),
    (
        "> #1 @14 ^cuối quý sau b",
        "action|Linh Tây|1|29/12/2023|b|0|1 said",
    ),
    (
        "> #1 @14 ^15/8 năm 2024 b",
        "action|Linh Tây|1|15/8/2024|b|0",
    ),
    (
        "> #1 @14 ^+2 năm b",
        "action|Linh Tây|1|11/7/2025|b|0|1 said",
    ),
    ("> #1 @14 ^tuần sau b", "action|Linh Tây|1|21/7/2023|b|0"),
    (
        "> #1 @14 ^tháng 12 b",
        "action|Linh Tây|1|29/12/2023|b|0|1 said",
    ),
    (
        "> #1 @14 ^15/8 năm sau b",
        "action|Linh Tây|1|15/8/2024|b|0|1 said",
    ),
    ("> #1 @14 ^30/6 b", "action|Linh Tây|1|30/6/2024|b|0|2 said"),
    (
        "> #1 @14 ^30/9 ^31/10 b",
        "action|Linh Tây|1|30/9/2023|^31/10 b|0|1 said",
    ),
    (
        "> #1 @tất cả -@14 -@15 -@14 b",
        "action|all-Linh Tây+Linh Trung|1||b|0|1 said",
    ),
    ("VM-003 cần xem lại", "plain||||VM-003 cần xem lại|0"),
    // Hostile ones.
    ("@@@@", "plain||||@@@@|1"),
    ("####", "plain||||####|0"),
    ("-@", "plain||||-@|0"),
    ("@tất cả", "plain||||@tất cả|0|1 said"),
    ("> @tất cả", "action|all||||0"),
    ("\u{202e}đảo", "plain||||\u{202e}đảo|0"),
    ("👨‍👩‍👧 @14 😀", "plain|Linh Tây|||👨‍👩‍👧 😀|0"),
    ("! ? * : = >", "difficulty||||? * : = >|0"),
    ("VM-", "plain||||VM-|0"),
    ("Ｖ@ｍ", "plain||||Ｖ@ｍ|0"),
    ("! ! hai dấu", "difficulty||||! hai dấu|0"),
];

#[test]
fn each_line_becomes_what_its_signs_say() {
    let dossier = dossier();
    assert!(LINES.len() >= 80, "only {} lines", LINES.len());
    for (line, expected) in LINES {
        assert_eq!(told(&parse(line, &dossier), &dossier), *expected, "{line}");
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
        "> #1 @tất cả -@Tam Phú -@Cát Lái ^29/9/2023 Báo cáo",
        "> #1 @Tam Phú ^cuối tháng 9 Báo cáo",
        "> #1 @Tam Phú ^trước ngày 20/8 năm 2023 là hạn",
        "> #1 @Tam Phú ^\"sau Đại hội\" Báo cáo",
        "> #1 @Tam Phú ^\"20/8/2023 (khi có hướng dẫn)\" Báo cáo",
        ": VM-003 #2 @Tam Phú đã trả lời",
        ": VM-004 nhắc lại VM-004",
        ": Theo VM-004, nhắc lại VM-004.",
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
        .sees("Lịch không có ngày 31/2. Enter lần nữa")
        .sees("^31/2 Báo cáo");
    stage
        .press("<Enter>")
        .sees("NV-001")
        .sees("thiếu hạn: giữ lời «31/2»")
        .misses("thông tin");
}

#[test]
fn a_unit_that_was_asked_about_is_kept_and_never_the_speaker_instead() {
    let mut stage = Stage::new();
    stage
        .press("<F4><C-n>@Cát Lái<Enter>! #1 @thủ năm ngoái thiếu nguồn<Enter>")
        .sees("Enter lần nữa để ghi là Thủ Thiêm");
    stage.press("<Enter>").misses("@thủ");
    let note = |stage: &Stage, text: &str| {
        let dossier = stage.dossier();
        let note = dossier.notes.iter().find(|note| note.text == text).unwrap();
        note.seat
            .map(|seat| dossier.seats.get(seat).unwrap().name.clone())
    };
    assert_eq!(
        note(&stage, "năm ngoái thiếu nguồn").as_deref(),
        Some("Thủ Thiêm")
    );
    stage.press("! #1 @linh năm ngoái thiếu người<Enter><Enter>");
    assert_eq!(note(&stage, "@linh năm ngoái thiếu người"), None);
}

#[test]
fn a_code_with_a_blank_in_it_is_the_code() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>! @Tam Phú thiếu mẫu<Enter>! @Linh Trung thiếu người<Enter>");
    stage
        .press(": VM 002 cách làm<Enter>")
        .sees("→ VM-002")
        .misses("VM 002");
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
    stage.press("2").sees("Giao nhiệm vụ NV-002").sees("ND2");
}

#[test]
fn lines_are_edited_retyped_and_deleted() {
    let mut stage = Stage::new();
    stage
        .press("<F4><C-n>! #5 @Tam Phú Khó tiếp nhận<Enter>")
        .sees("Tam Phú            VM-001 ND5")
        .sees("│   vướng mắc  ");
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
        .press("<F4><Esc><Tab><Del>")
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
    stage.press(
        "<F4><C-n>! @Tam Phú một việc<Enter><F5>:đã có hướng dẫn<Enter><Enter><Enter><Enter>",
    );
    stage
        .press("<F4><Tab><Del>")
        .sees("Xóa vướng mắc")
        .press("<F5>")
        .sees("Chưa có vướng mắc nào");
    stage.press("<C-z>").sees("VM-001").sees("đã có hướng dẫn");
}

/// The code of what was deleted is not given again; what undo takes back was never given.
#[test]
fn a_code_is_for_life() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>> #2 @14 Việc một<Enter><C-z>> #2 @14 Việc hai<Enter>");
    stage
        .sees("NV-001")
        .press("<Tab><Del>")
        .sees("Xóa nhiệm vụ");
    stage.press("<Esc>> #2 @14 Việc ba<Enter>").sees("NV-002");
    stage.press("! @14 Khó một<Enter><Tab><Del>").sees("Xóa");
    stage.press("<Esc>! @14 Khó hai<Enter>").sees("VM-002");
}

/// An action is deleted on the desk by the rule of the register: with who helps and what was looked at, never with reports.
#[test]
fn the_desk_deletes_an_action_as_the_register_does() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F4><C-n>> #2 @14 ^31/7 Việc một<Enter>> #2 @14 ^31/7 Việc hai<Enter>");
    stage
        .press("<F6><C-l>nv-002<Enter><C-d><Tab><Tab>Cát Lái<C-s>")
        .sees("Sửa chi tiết NV-002");
    stage
        .press("<F4><Tab><Del>")
        .sees("Xóa nhiệm vụ")
        .misses("Việc hai");
    stage
        .press("<F6><C-l><C-u>nv-001<Enter>3")
        .sees("đã báo cáo");
    stage
        .press("<F4><Tab><Del>")
        .sees("NV-001")
        .sees("Việc một");
}

#[test]
fn completion_offers_days_issues_and_documents() {
    let dossier = dossier();
    let store = Store::in_memory(morning()).unwrap();
    let citations = [
        "Quy định số 58-QĐ/TW".to_owned(),
        "Kết luận số 453-KL/TU ngày 25 tháng 11 năm 2022".to_owned(),
    ];
    let issue = giaoban::meeting::rows::Issue {
        id: store.ids().next(),
        meeting: dossier.meeting.id,
        number: 3,
        text: "Thiếu phòng họp".to_owned(),
        focus: None,
        state: giaoban::meeting::code::IssueState::Raised,
        competent: None,
        duplicate_of: None,
        at: morning(),
        state_before: None,
    };
    let open = [giaoban::meeting::issues::IssueLine {
        issue,
        raised_by: Vec::new(),
        focus: None,
        meetings: 0,
        actions: 0,
        done: 0,
    }];
    let lore = Lore {
        dossier: &dossier,
        citations: &citations,
        open: &open,
    };
    let choices = |before: &str| -> Vec<String> {
        let found = completion(before, lore).map(|found| found.choices);
        let choices = found.unwrap_or_default().into_iter();
        choices
            .map(|(choice, hint)| format!("{choice} {hint}").trim().to_owned())
            .collect()
    };
    assert_eq!(choices("> ^cuối th")[0], "^cuối tháng T2 31/7/2023");
    assert_eq!(
        choices("> ^quý iii"),
        ["^2/10/2023 T2 02/10/2023"].repeat(0)
    );
    assert_eq!(
        choices("> ^30/9"),
        ["^2/10/2023 T2 02/10/2023"],
        "a weekend offers the Monday"
    );
    assert_eq!(choices("> ^quý i").len(), 3, "II, III and IV begin so");
    assert_eq!(choices(": vm"), ["VM-003 Thiếu phòng họp"]);
    assert_eq!(choices("theo 58"), ["Quy định số 58-QĐ/TW"]);
    assert_eq!(choices("Quy định số 58"), ["58-QĐ/TW"]);
    assert_eq!(choices("Quy định 58-qđ"), ["Quy định số 58-QĐ/TW"]);
    assert_eq!(choices("Quy định số 58-QĐ/TW"), Vec::<String>::new());
    assert_eq!(
        choices("đạt 5"),
        Vec::<String>::new(),
        "one digit is a number"
    );
    assert_eq!(choices("@14"), ["@Linh Tây 14"]);
    assert_eq!(choices("> @tất cả -@tam p"), ["@Tam Phú 26"]);
    assert_eq!(choices("#doanh"), ["#5 Đảng trong doanh nghiệp"]);
}

#[test]
fn what_was_cited_once_is_offered_again() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>Quán triệt Quy định số 58-QĐ/TW, ngày 08/02/2022<Enter>");
    stage.press("theo 58").sees("Quy định số 58-QĐ/TW");
    stage.press("<Tab>").sees("› theo Quy định số 58-QĐ/TW");
}

#[test]
fn lines_typed_before_are_brought_back() {
    let mut stage = Stage::new();
    stage.press("<F4><Up>").sees("Chưa gõ dòng nào");
    stage.press("+ @Tam Phú một<Enter>! #5 hai<Enter>");
    stage.press("<Up>").sees("› ! #5 hai");
    stage.press("<Up>").sees("› + @Tam Phú một");
    stage.press("<Up>").sees("› + @Tam Phú một");
    stage.press("<Down>").sees("› ! #5 hai");
    stage.press(" rưỡi<Enter>").sees("hai rưỡi");
    stage.press("<Up><Down>").sees("+kết quả");
}

#[test]
fn typing_is_taken_back_word_by_word_before_the_book_is() {
    let mut stage = Stage::new();
    stage.press("<F4>một dòng<Enter>");
    stage
        .press("rau cà đậu<C-z>")
        .sees("› rau cà ")
        .misses("đậu");
    stage.press("<C-z>").sees("› rau ").misses("cà ");
    stage.press("<C-y>").sees("› rau cà");
    stage
        .press("<C-u>")
        .misses("rau cà")
        .press("<C-z>")
        .sees("› rau cà");
    stage.press("<C-z><C-z>").misses("rau");
    stage
        .sees("một dòng")
        .press("<C-z>")
        .misses("một dòng")
        .sees("Đã hoàn tác: Ghi thông tin");
    stage.press("<C-y>").sees("một dòng");
}

#[test]
fn a_phrase_is_expanded_only_when_asked_and_is_the_users_own() {
    let mut stage = Stage::new();
    stage
        .press("<F4>kết nạp 12 đv")
        .sees("12 đv")
        .misses("đảng viên");
    stage.press("<Tab>").sees("kết nạp 12 đảng viên");
    stage
        .press("<C-z>")
        .sees("12 đv")
        .press("<C-u>xyz<Tab>")
        .sees("«xyz» không phải viết tắt");
    stage
        .press("<C-u><C-p>cụm từ<Enter>")
        .sees("CỤM TỪ VIẾT TẮT")
        .sees("chi bộ")
        .press("thêm<Enter>btg<Enter>Ban Tuyên giáo<Enter>")
        .sees("Viết tắt «btg»: Ban Tuyên giáo");
    stage.press("<Esc>btg<Tab>").sees("› Ban Tuyên giáo");
    stage
        .press("<C-u><C-p>cụm từ<Enter>thêm<Enter>btg<Enter>khác<Enter>")
        .sees("«btg» đã là «Ban Tuyên giáo»")
        .press("<Esc><Esc>");
    stage
        .press("<C-u>btg<Enter><Tab><C-u><Enter>")
        .sees("Bỏ viết tắt «btg»")
        .press("<Esc>");
    stage
        .press("<C-z>")
        .press("btg<Tab>")
        .sees("› Ban Tuyên giáo");
    stage
        .press("<C-u><C-p>cụm từ<Enter>thêm<Enter>hai từ<Enter>x<Enter>")
        .sees("một từ liền");
}

#[test]
fn a_paste_of_several_lines_asks_what_it_is() {
    let mut stage = Stage::sized(120, 36);
    let text = "+ @Tam Phú đạt 60%\n\n! #5 @Cát Lái khó tiếp nhận\n> giao việc không trọng tâm\n! #4 thiếu phòng\n";
    stage.press("<F4><C-n>đầu ").paste(text);
    stage
        .sees("DÁN NHIỀU DÒNG")
        .sees("4 ghi chép, mỗi dòng một");
    stage.press("<Esc>").sees("! #4 thiếu phòng");
    stage
        .press("<C-u>đầu ")
        .paste(text)
        .press("1")
        .sees("! #4 thiếu phòng");
    stage.press("<C-u>").paste(text).press("2");
    stage
        .sees("Dán 4 dòng")
        .sees("Tam Phú · kết quả")
        .sees("> giao việc không trọng tâm");
    stage
        .press("<F5>")
        .sees("VM-001")
        .sees("VM-002")
        .sees("thiếu phòng");
    stage.press("<F4><C-z>").misses("đạt 60%");
    stage.paste("một dòng\n").sees("› một dòng");
}

#[test]
fn ten_thousand_letters_are_one_line() {
    let mut stage = Stage::new();
    let long = "đảng viên ".repeat(1000);
    stage.press("<F4><C-n>").paste(&format!("{long}hết dòng"));
    stage
        .sees("hết dòng")
        .press("<Enter>")
        .sees("✓ Ghi thông tin");
    stage
        .press("<Tab><Enter>")
        .sees("đang sửa")
        .sees("hết dòng");
    stage.press(" thật<Enter>").sees("✓ Sửa thông tin");
}

#[test]
fn a_deadline_before_the_meeting_is_asked_once_and_then_kept() {
    let mut stage = Stage::new();
    stage
        .press("<F4>> #1 @Tam Phú ^1/7/2023 Báo cáo<Enter>")
        .sees("Hạn 01/7/2023 trước ngày họp. Sửa lại");
    stage
        .press("<Enter>")
        .sees("Giao nhiệm vụ NV-001")
        .sees("01/7");
}

#[test]
fn what_is_said_about_a_line_stands_at_its_right() {
    let mut stage = Stage::new();
    stage
        .press("<F4>! @Tam Phú @tam p khó")
        .sees("Tam Phú ghi hai lần, tính một");
    stage
        .press("<C-u>> ^cuối tháng 9")
        .sees("30/9/2023 là ngày nghỉ → 29/9/2023");
    stage.press("<C-u>> ^30/9").sees("30/9/2023 là cuối tuần");
    stage
        .press("<C-u>> #1 @tam p ^cuối tháng 9 b<Enter>")
        .sees("NV-001 · 30/9/2023 là ngày nghỉ → 29/9/2023");
    stage
        .press("<C-u>> #1 @tất cả -@cát lái b")
        .sees("33 đơn vị, trừ");
}

/// Ten minutes of discussion: three units speak, seven lines are written, one action is assigned.
#[test]
fn ten_minutes_of_discussion_take_few_keys_beside_the_words() {
    // What is typed besides the words, and the words.
    let script = [
        ("@hbp<Enter>", ""),
        ("+#2 ", "Kết nạp 12/20 đảng viên, đạt 60% chỉ tiêu năm"),
        ("!#5 ", "Khó tiếp nhận tổ chức đảng trong doanh nghiệp mới"),
        ("@tam p<Enter>", ""),
        ("*#3 ", "Mỗi chi bộ chọn một việc khó để làm trước"),
        ("?#6 ", "Đề nghị hướng dẫn thống nhất hồ sơ miễn sinh hoạt"),
        ("@14<Enter>", ""),
        ("+#1 ", "Đã gửi 18 hồ sơ lý lịch"),
        ("!#4 ", "Chưa rõ phương án nhân sự khi sắp xếp khu phố"),
        (">#4 ^+7 ", "Gửi phương án nhân sự"),
        ("", "Đại biểu trao đổi thêm"),
        ("<C-e>", ""),
    ];
    let mut stage = Stage::sized(120, 36);
    stage.press("<F3><C-a><F4><C-n><C-n>2<C-n>2");
    let mut beside = 0;
    for (keys, words) in script {
        stage.press(keys).press(words);
        beside += crate::common::keys::parse(keys).len();
        if !words.is_empty() {
            stage.press("<Enter>");
            beside += 1;
        }
    }
    stage
        .sees("Linh Tây hết lượt")
        .sees("NV-001 · Linh Tây")
        .sees("VM-002 ND4");
    assert_eq!(beside, 57, "keys beside the words");
}

/// Returns the syllables of an office's prose, in the order of the templates.
fn prose() -> Vec<String> {
    let all = [
        include_str!("../src/templates/phrases.toml"),
        include_str!("../src/templates/meeting.toml"),
        include_str!("../src/templates/years.toml"),
        include_str!("../src/guide/domain.md"),
        include_str!("../src/guide/huong-dan.md"),
    ]
    .concat();
    let words = all.split(|c: char| !c.is_alphabetic());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Says whether words begin with a unit's name, its initials, or its first word or two, the last of them perhaps cut.
fn is_named(words: &[String], name: &str) -> bool {
    let name: Vec<String> = name.split(' ').map(fold).collect();
    let initials: String = name.iter().filter_map(|word| word.chars().next()).collect();
    let first = fold(words.first().map_or("", |word| word));
    let is_cut = words.len() > 1
        && name
            .windows(2)
            .any(|pair| first == pair[0] && pair[1].starts_with(&fold(&words[1])));
    first == initials
        || first == name[0]
        || is_cut
        || (first.len() > 1 && initials.starts_with(&first))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Prose behind `@` names no unit whose name is not there, with accents or without; a shortened name is followed by words
    /// with which a text begins, never by those that stood behind it in the prose of another name.
    #[test]
    fn prose_behind_the_sign_names_nobody(start in 0..100_000_usize, bare in any::<bool>()) {
        static PROSE: LazyLock<Vec<String>> = LazyLock::new(prose);
        let dossier = dossier();
        let start = start % (PROSE.len() - 6);
        let words: Vec<String> = PROSE[start..start + 6].iter().map(|word| if bare { fold(word) } else { word.clone() }).collect();
        let read = parse(&format!("@{}", words.join(" ")), &dossier);
        if let Whom::Seats(seats) = &read.whom {
            let name = &dossier.seats.get(seats[0]).unwrap().name;
            prop_assert!(is_named(&words, name), "{name} is not named by {words:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every word that was typed is in the text, or was understood as a sign, a unit, a focus area or a day.
    #[test]
    fn no_word_is_lost(line in "([+!*?:=>] )?((-?@(linh trung|lt|xyz|14|tất cả)|#[0-9]|VM-00[1-9]|\\^(30/9|31/2|mai|cuối tháng|quý iii)|[a-zđê]{1,6}|[+!>]) ){0,8}") {
        let dossier = dossier();
        let read = parse(&line, &dossier);
        for word in line.split_whitespace() {
            let is_sign = word.len() == 1 && "+!*?:=>".contains(word);
            let is_understood = word.starts_with(['@', '#', '^']) || word.starts_with("-@") || word.starts_with("VM-") || ["trung", "cả", "tháng", "iii"].contains(&word);
            prop_assert!(is_sign || is_understood || read.text.split_whitespace().chain(read.deadline_words.iter().flat_map(|said| said.split_whitespace())).any(|kept| kept == word), "{word} of «{line}» is lost in {read:?}");
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

/// A word that two lists have would be changed in one of them only.
#[test]
fn what_opens_a_text_stands_in_one_list() {
    let file = include_str!("../src/templates/recognised.toml");
    let lists: toml_edit::DocumentMut = file.parse().unwrap();
    let words = |list: &str| -> Vec<String> {
        let list = lists[list].as_array().unwrap().iter();
        list.map(|word| word.as_str().unwrap().to_lowercase())
            .collect()
    };
    let mut known = std::collections::BTreeSet::new();
    for list in ["verbs", "deeds", "openers"] {
        for word in words(list) {
            assert!(known.insert(word.clone()), "{list}: {word} stands twice");
        }
    }
    // Those in `together` open a text too; it keeps titles from parting verbs besides.
    let together = words("together");
    for word in words("openers") {
        assert!(!together.contains(&word), "openers: {word} stands twice");
    }
}
