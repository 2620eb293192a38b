//! One real meeting, end to end: the real binary in a pseudo-terminal, from a new book to the minutes.

use std::io::Read;

use crate::common::pty::{Home, Pty, fixture};

/// The morning of 11 July 2023: what was said is invented for the test and says so.
#[test]
fn a_meeting_from_roll_call_to_minutes() {
    let home = Home::new();
    let mut desk = home.start();
    desk.wait_for("HỘI NGHỊ TRONG SỔ");
    desk.wait_for("11/7/2023 08:00");
    particulars(&mut desk);
    roll_call(&home, &mut desk);
    first_items(&home, &mut desk);
    desk = discussion(&home, desk);
    answers_and_conclusions(&home, &mut desk);
    close_and_export(&home, &mut desk);
    screens_know_it_all(&mut desk);
    desk.press("<C-q>");
    assert!(desk.wait_end().success());
    assert!(!desk.is_alternate(), "the terminal is given back");
    without_a_screen(&home);
}

fn particulars(desk: &mut Pty) {
    desk.expect("<C-d>", "THÔNG TIN HỘI NGHỊ");
    desk.press("<Tab><Tab><Tab><Tab>");
    desk.press("Hội trường (ví dụ)<Enter>Phan Thị Kim Sinh<Enter>");
    desk.press("Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Thành ủy Thủ Đức<Enter>");
    desk.press(
        "Người Ghi Ví Dụ<Enter>chuyên viên Ban Tổ chức Thành ủy<Enter><Enter><Enter><Enter><Enter>",
    );
    desk.press(
        "Báo cáo kết quả 06 tháng đầu năm 2023<Enter>không<Enter>02<Enter><Enter><Enter><Enter>",
    );
    desk.wait_for("Sửa thông tin hội nghị");
}

fn roll_call(home: &Home, desk: &mut Pty) {
    home.set_clock("2023-07-11T07:50:00+07:00");
    desk.expect("<Enter>", "CÓ MẶT 0/34");
    // One excused, with the reason; one substitute, with name and office.
    desk.expect("td4", "VẮNG CÓ PHÉP · Thảo Điền");
    desk.expect("dự hội nghị do cấp trên triệu tập<Enter>", "Vắng 1 (CP 1)");
    desk.expect("hbp3", "DỰ THAY · Hiệp Bình Phước");
    desk.press("Người Dự Thay Ví Dụ<Enter>Phó Bí thư<Enter>Bí Thư Ví Dụ, Bí thư<Enter>");
    desk.wait_for("CÓ MẶT 1/34");
    // Letters that fit several units pick none of them.
    desk.expect("pl1", "Nhiều đơn vị khớp: Phước Long A, Phước Long B");
    desk.expect("<Esc>", "gõ chữ để tìm");
    desk.expect("linh tru1", "CÓ MẶT 2/34");
    desk.expect("tam p2", "CÓ MẶT 3/34");
    desk.expect("cát1", "CÓ MẶT 4/34");
    // The name of the one who came.
    desk.expect("linh tru<Enter>", "LINH TRUNG");
    desk.expect("<Enter>", "HỌ TÊN · Linh Trung");
    desk.expect(
        "Người Phát Biểu Ví Dụ<Enter><Enter>",
        "Họ tên của Linh Trung",
    );
    desk.expect("<Esc>", "▸15 Linh Trung");
}

fn first_items(home: &Home, desk: &mut Pty) {
    home.set_clock("2023-07-11T08:00:00+07:00");
    desk.expect("<F4>", "DIỄN BIẾN");
    desk.expect("<C-n>", "Bắt đầu mục: Khai mạc");
    desk.expect(
        "Nêu lý do, giới thiệu đại biểu, thông qua chương trình<Enter>",
        "Ghi thông tin",
    );
    home.set_clock("2023-07-11T08:10:00+07:00");
    desk.expect(
        "<C-n>",
        "Bắt đầu mục: Báo cáo kết quả 06 tháng đầu năm 2023",
    );
    desk.expect(
        "Trình bày tóm tắt báo cáo, có tài liệu kèm theo<Enter>",
        "Ghi thông tin",
    );
    // Somebody comes late, while the report is read; then the rest are present.
    home.set_clock("2023-07-11T08:12:00+07:00");
    desk.expect("<F3>lx6", "ĐẾN MUỘN, AI DỰ?");
    desk.expect("1", "muộn 1");
    desk.expect("<C-a>", "CÓ MẶT 33/34");
    desk.wait_for("Chưa điểm danh 0");
    desk.expect("<F4>", "DIỄN BIẾN");
}

/// Four units speak, with all signs; in the middle of a line the program is killed.
fn discussion(home: &Home, mut desk: Pty) -> Pty {
    home.set_clock("2023-07-11T08:25:00+07:00");
    desk.expect(
        "<C-n>",
        "Bắt đầu mục: Ý kiến trao đổi, thảo luận của các phường",
    );
    desk.expect("<C-g>linh tru<Enter>", "Mời Linh Trung phát biểu");
    desk.expect(
        "+ #2 Đã kết nạp 12/20 đảng viên, đạt 60% chỉ tiêu năm (ví dụ)<Enter>",
        "Ghi kết quả",
    );
    desk.expect(
        "! #5 Khó tiếp nhận tổ chức đảng trong doanh nghiệp mới (ví dụ)<Enter>",
        "Ghi vướng mắc",
    );
    home.set_clock("2023-07-11T08:36:00+07:00");
    desk.expect("<C-g>tam p<Enter>", "Mời Tam Phú phát biểu");
    desk.expect(
        "* #3 Phân công cấp ủy viên phụ trách từng quần ch",
        "kinh nghiệm · ND3",
    );
    // Keys that wait in the terminal die with it: only what the desk has read can come back.
    desk.wait_for("từng quần ch");
    desk.kill();
    let mut desk = home.start();
    desk.wait_for("Phân công cấp ủy viên phụ trách từng quần ch");
    desk.wait_for("Tiếp tục từ chỗ đã dừng.");
    desk.expect("úng ưu tú (ví dụ)<Enter>", "Ghi kinh nghiệm");
    desk.expect(
        "? #6 Có văn bản thống nhất về hồ sơ miễn sinh hoạt (ví dụ)<Enter>",
        "Ghi kiến nghị",
    );
    home.set_clock("2023-07-11T08:45:00+07:00");
    // A unit can be named in the line, without accents; Tab completes it.
    desk.expect("@cat", "Cát Lái");
    desk.expect(
        "<Tab>! #4 Chưa rõ phương án nhân sự khi sắp xếp khu phố (ví dụ)<Enter>",
        "Ghi vướng mắc",
    );
    desk.expect(
        "@hbp + #1 Đã gửi 18 hồ sơ lý lịch (ví dụ)<Enter>",
        "Ghi kết quả",
    );
    desk.expect("<C-e>", "Tam Phú hết lượt");
    // What was written can be mended in place.
    desk.expect("<Tab><Enter>", "đang sửa");
    desk.expect(
        "<BS><BS><BS><BS><BS><BS><BS><BS> - ví dụ<Enter>",
        "Sửa kết quả",
    );
    desk.expect("<Tab><C-k>", "ĐỔI THÀNH");
    desk.expect("<Esc><Esc>", "Ctrl-N");
    desk
}

fn answers_and_conclusions(home: &Home, desk: &mut Pty) {
    home.set_clock("2023-07-11T09:15:00+07:00");
    desk.expect("<C-n>", "Bắt đầu mục: Triển khai, hướng dẫn");
    desk.expect(
        "Quy định số 58-QĐ/TW, ngày 08/02/2022 của Bộ Chính trị<Enter>",
        "Ghi văn bản",
    );
    home.set_clock("2023-07-11T09:40:00+07:00");
    desk.expect("<C-n>", "Bắt đầu mục: Giải đáp vướng mắc");
    desk.expect(
        ": @linh tru Tiếp thu, sẽ trả lời bằng văn bản (ví dụ)<Enter>",
        "Ghi giải đáp",
    );
    home.set_clock("2023-07-11T10:00:00+07:00");
    desk.expect("<C-n>", "Bắt đầu mục: Kết luận của chủ trì");
    let lead = std::fs::read_to_string(fixture("appraisal_2023_07_11.txt")).unwrap();
    desk.expect(&format!("{}<Enter>", lead.trim()), "Ghi chỉ đạo");
    let report = std::fs::read_to_string(fixture("conclusions_2023_07_11.txt")).unwrap();
    for (number, line) in (1..).zip(report.lines()) {
        desk.press(&format!("= #{number} {line}<Enter>"));
        let begins: String = line.chars().take(20).collect();
        desk.wait_until(line, |screen| {
            screen.contains(&begins) && screen.contains("+kết quả")
        });
    }
    // A wrong day is said, and the line stays.
    desk.expect(
        "> #1 @tất cả ^31/2 Báo cáo tiến độ<Enter>",
        "Lịch không có ngày 31/2. Enter lần nữa",
    );
    desk.wait_for("^31/2 Báo cáo tiến độ");
    desk.press("<C-w><C-w><C-w><C-w><C-w>");
    desk.expect(
        "^30/9 Báo cáo tiến độ hướng dẫn khai lý lịch<Enter>",
        "Giao nhiệm vụ NV-001",
    );
    // Without a focus area the program asks, and one key answers.
    desk.expect(
        "> @linh tru ^31/8 Gửi phương án sắp xếp chi bộ<Enter>",
        "THUỘC TRỌNG TÂM NÀO",
    );
    desk.expect("4", "Giao nhiệm vụ NV-002");
}

fn close_and_export(home: &Home, desk: &mut Pty) {
    home.set_clock("2023-07-11T10:15:00+07:00");
    desk.expect("<C-n>", "VƯỚNG MẮC CHƯA TRẢ LỜI");
    desk.expect("<Tab>", "BẾ MẠC HỘI NGHỊ?");
    desk.expect("1", "BIÊN BẢN ĐƯỢC THÔNG QUA THẾ NÀO?");
    desk.expect(
        "có<Enter>1<Enter><Enter>",
        "Ghi việc đọc lại, thông qua biên bản",
    );
    desk.expect("<F3><Tab>", "ĐẠI BIỂU KHÁC");
    desk.expect("<Enter>", "Số người có mặt");
    desk.expect("11<Enter>", "● 11 đồng chí");
    desk.expect("<F8>", "XEM TRƯỚC");
    desk.expect("<C-s>", "bien-ban-2023-07-11-du-thao-1.docx");
    desk.expect("<C-u>bien-ban-2023-07-11.md<Enter>", "Đã xuất /");
    // A name alone goes where the dialog offered: this home has no documents, so beside the book.
    let place = home.path("giao-ban-2023-07-11/du-thao/bien-ban-2023-07-11.md");
    let minutes = std::fs::read_to_string(place).unwrap();
    let golden = fixture("papers/minutes_2023_07_11.md");
    assert_eq!(minutes, std::fs::read_to_string(golden).unwrap());
    // The same file again is the same already, and what stands there stays.
    desk.expect(
        "<C-s><C-u>bien-ban-2023-07-11.md<Enter>",
        "bien-ban-2023-07-11.md đã",
    );
}

fn screens_know_it_all(desk: &mut Pty) {
    desk.expect("<F5>", "VM-002");
    desk.wait_for("đã trả lời");
    desk.expect("<F6>", "NV-001");
    desk.wait_for("0/34");
    desk.expect("<F7>", "Cộng");
    desk.expect("<F9>", "Tìm:");
    desk.expect(
        "doanh nghiep moi",
        "Khó tiếp nhận tổ chức đảng trong doanh nghiệp mới (ví dụ)",
    );
    desk.press("<C-w><C-w><C-w>");
    desk.expect("dá gửi", "Không thấy dòng nào.");
    desk.press("<C-w><C-w>");
    desk.expect("đã gửi", "Đã gửi 18 hồ sơ lý lịch");
}

/// The same minutes without the screen, twice the same bytes, and a DOCX whose text is complete.
fn without_a_screen(home: &Home) {
    let book = home.book();
    let book = book.to_str().unwrap();
    let markdown = home.output(&["--book", book, "minutes", "--format", "md"]);
    assert!(markdown.status.success());
    assert_eq!(
        String::from_utf8(markdown.stdout).unwrap(),
        std::fs::read_to_string(fixture("papers/minutes_2023_07_11.md")).unwrap()
    );
    for name in ["a.docx", "b.docx"] {
        let made = home.output(&["--book", book, "minutes", "--format", "docx", "-o", name]);
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
    }
    let docx = std::fs::read(home.path("a.docx")).unwrap();
    assert_eq!(
        docx,
        std::fs::read(home.path("b.docx")).unwrap(),
        "the same record gives the same bytes"
    );
    let text = text_of_docx(&docx);
    for line in std::fs::read_to_string(fixture("conclusions_2023_07_11.txt"))
        .unwrap()
        .lines()
    {
        assert!(text.contains(line), "missing: {line}");
    }
    assert!(text.contains("CHỦ TRÌ HỘI NGHỊ") && text.contains("Người Ghi Ví Dụ"));
}

/// Returns the text of the main part.
fn text_of_docx(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = String::new();
    archive
        .by_name("word/document.xml")
        .unwrap()
        .read_to_string(&mut part)
        .unwrap();
    let mut text = String::new();
    let mut in_tag = false;
    for c in part.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(c),
            _ => {}
        }
    }
    text.replace("&quot;", "\"").replace("&amp;", "&")
}
