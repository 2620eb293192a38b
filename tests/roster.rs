//! Rosters: edited, copied, filled from a file and written to one; who leads a unit from a day to a day.
use std::path::{Path, PathBuf};

use crate::common::pty::fixture;
use crate::common::stage::{Stage, morning};
use chrono::NaiveDate;
use giaoban::files::spreadsheet::{Unread, read_headed, read_table};
use giaoban::files::write_atomically;
use giaoban::meeting::change::Transaction;
use giaoban::meeting::code::OfficeKind;
use giaoban::meeting::roster::edit::{self, Editing, Holder, UnitEntry};
use giaoban::meeting::roster::import::{
    Cells, Import, Problem, Unreadable, Verdict, changes, compare, has_head,
};
use giaoban::meeting::roster::{Called, Rosters, Summons};
use giaoban::papers::phrases::Phrases;
use giaoban::papers::{csv::csv, roster, xlsx::xlsx};
use giaoban::store::Store;
use giaoban::text::legacy::Legacy;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn today() -> NaiveDate {
    morning().date_naive()
}

fn wards(rosters: &Rosters) -> &Summons {
    &rosters.summons[0]
}

fn unit<'a>(rosters: &'a Rosters, name: &str) -> &'a Called {
    let units = &wards(rosters).units;
    units
        .iter()
        .find(|called| called.unit.name == name)
        .unwrap()
}

fn holder(name: &str, from: Option<NaiveDate>) -> Holder {
    Holder {
        name: Some(name.to_owned()),
        from,
        to: None,
    }
}

/// A book, and what is written to it.
struct Desk(Store);

impl Desk {
    fn new() -> Self {
        Self(Store::in_memory(morning()).unwrap())
    }

    fn rosters(&self) -> Rosters {
        self.0.all_rosters().unwrap()
    }

    fn revise(&mut self, name: &str, edit: impl FnOnce(&mut UnitEntry)) {
        let rosters = self.rosters();
        let called = unit(&rosters, name);
        let mut entry = UnitEntry::of(called, today());
        edit(&mut entry);
        let editing = Editing {
            rosters: &rosters,
            today: today(),
            ids: self.0.ids(),
        };
        let changes = editing.revise(called, &entry);
        let transaction = Transaction::new("sửa", changes);
        self.0.commit(&transaction, morning()).unwrap();
    }

    fn leads(&self, name: &str, on: NaiveDate) -> Option<String> {
        let rosters = self.rosters();
        unit(&rosters, name)
            .name_of(OfficeKind::Secretary, on)
            .map(str::to_owned)
    }

    fn import(&mut self, cells: &Cells) -> [usize; 4] {
        let rosters = self.rosters();
        let import = compare(cells, &rosters, wards(&rosters), today()).unwrap();
        let tally = import.tally();
        let editing = Editing {
            rosters: &rosters,
            today: today(),
            ids: self.0.ids(),
        };
        let changes = changes(&import, wards(&rosters), editing);
        self.0
            .commit(&Transaction::new("nhập", changes), morning())
            .unwrap();
        tally
    }
}

#[test]
fn an_office_passes_from_one_person_to_the_next_on_a_day() {
    let mut desk = Desk::new();
    desk.revise("Linh Tây", |entry| {
        entry.secretary = holder("Người Một", Some(day(2020, 1, 1)));
    });
    desk.revise("Linh Tây", |entry| {
        entry.secretary = holder("Người Hai", Some(day(2023, 7, 1)));
    });
    assert_eq!(
        desk.leads("Linh Tây", day(2023, 6, 30)).as_deref(),
        Some("Người Một")
    );
    assert_eq!(
        desk.leads("Linh Tây", day(2023, 7, 1)).as_deref(),
        Some("Người Hai")
    );
    assert_eq!(desk.leads("Linh Tây", day(2019, 12, 31)), None);
    // The same first day corrects the name, and nobody else has held the office.
    desk.revise("Linh Tây", |entry| {
        entry.secretary = holder("Người Hái", Some(day(2023, 7, 1)));
    });
    assert_eq!(
        desk.leads("Linh Tây", today()).as_deref(),
        Some("Người Hái")
    );
    assert_eq!(unit(&desk.rosters(), "Linh Tây").held.len(), 2);
    // One who takes office later leads from that day on, and no sooner.
    desk.revise("Linh Tây", |entry| {
        entry.secretary = holder("Người Ba", Some(day(2023, 9, 1)));
    });
    assert_eq!(
        desk.leads("Linh Tây", today()).as_deref(),
        Some("Người Hái")
    );
    assert_eq!(
        desk.leads("Linh Tây", day(2023, 9, 1)).as_deref(),
        Some("Người Ba")
    );
}

#[test]
fn a_planned_meeting_follows_its_roster_and_a_past_one_does_not() {
    let mut stage = Stage::new();
    stage
        .press("<F10>linh tay<Enter>")
        .sees("ĐƠN VỊ VÀ NGƯỜI ĐỨNG ĐẦU");
    stage.press("Người Thứ Nhất<Enter>01/3/2020<Enter><Enter><Enter><Enter><Enter>");
    stage
        .sees("Sửa đơn vị Linh Tây")
        .sees("Người Thứ Nhất · 01/3/2020");
    stage
        .press("<F3>linh tay<Enter>")
        .sees("Bí thư  Người Thứ Nhất")
        .press("<Esc>");
    // The meeting is held, and then the office passes on.
    stage
        .press("<F4><C-n>mở đầu<Enter><C-p>bế mạc<Enter>1")
        .sees("Bế mạc hội nghị")
        .press("<Esc>");
    stage.press("<F10>linh tay<Enter><C-u>Người Thứ Hai<Enter><C-u>10/7/2023<Enter><Enter><Enter><Enter><Enter>");
    stage.sees("Người Thứ Hai");
    stage
        .press("<F3>linh tay<Enter>")
        .sees("Bí thư  Người Thứ Nhất");
}

#[test]
fn names_typed_in_the_roll_call_are_known_from_then_on() {
    let mut stage = Stage::new();
    stage
        .press("<F3>tam phu<Enter><Enter>")
        .sees("HỌ TÊN · Tam Phú")
        .press("Người Mới Biết<Enter><Enter>");
    stage.press("<F10>tam phu").sees("Người Mới Biết");
    // One keystroke of undo takes both back.
    stage.press("<C-z>").misses("Người Mới Biết");
}

#[test]
fn units_are_added_moved_renamed_and_taken_off() {
    let mut stage = Stage::new();
    stage.press("<F10><C-n>").sees("ĐƠN VỊ MỚI");
    stage
        .press("Phường Thử<Enter>2<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    stage
        .sees("Thêm đơn vị Phường Thử")
        .sees("  2 Phường Thử")
        .sees("  3 An Lợi Đông")
        .sees("35 đơn vị");
    stage.press("phường thử<Enter><S-Tab><S-Tab><S-Tab><C-u>4");
    stage
        .press("<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>")
        .sees("  4 Phường Thử")
        .sees("  2 An Lợi Đông");
    stage
        .press("phường thử<Esc><Del>")
        .sees("Bỏ Phường Thử khỏi danh sách")
        .sees("34 đơn vị");
    stage
        .press("<C-z>")
        .sees("35 đơn vị")
        .sees("  4 Phường Thử");
    stage
        .press("<C-n>an phú<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    stage.sees("«an phú» đã có trong danh sách.");
}

#[test]
fn a_copy_that_begins_after_the_end_becomes_the_successor() {
    let mut stage = Stage::new();
    stage
        .press("<F10><C-k>")
        .sees("CHÉP THÀNH DANH SÁCH MỚI")
        .sees("01/7/2025");
    stage
        .press("<Enter><Enter><Enter>")
        .sees("(bản sao)")
        .sees("34 đơn vị");
    stage.press("<C-d><Enter><Enter>1/1/2020<Enter>");
    stage
        .sees("Hết hiệu lực 01/01/2020 trước khi bắt đầu 01/7/2025.")
        .press("<Esc><Esc>");
    stage
        .press("<C-r>")
        .sees("Dùng danh sách")
        .sees("đang dùng");
    stage
        .press("<C-r>")
        .sees("Hội nghị mới đang dùng danh sách này rồi.");
    // A roster without units tells how it is filled.
    stage.press("<C-p>danh sách trống<Enter>Cụm thi đua<Enter><Enter><Enter>");
    stage.sees("Cụm thi đua").sees("Ctrl-O nhập từ tệp");
}

#[test]
fn a_meeting_planned_with_a_unit_that_has_ended_says_so() {
    let mut desk = Desk::new();
    desk.revise("Cát Lái", |entry| entry.valid_to = Some(day(2023, 5, 31)));
    let rosters = desk.rosters();
    let gone = giaoban::meeting::roster::not_in_force(wards(&rosters), today());
    assert_eq!(gone.len(), 1);
    let mut stage = Stage::sized(120, 36);
    stage.press(
        "<F10>cat lai<Enter><S-Tab><C-u>31/5/2023<Enter><Enter><Enter><Enter><Enter><Enter><Enter>",
    );
    stage.sees("Cát Lái (đến 31/5/2023)");
    stage.press("<F2><C-n>2<Enter><Enter><Enter><Enter>");
    stage.sees("đơn vị không còn hiệu lực vào ngày họp: Cát Lái");
}

fn table(rows: &[&[&str]]) -> Cells {
    Cells {
        rows: rows
            .iter()
            .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
            .collect(),
        ..Cells::default()
    }
}

#[test]
fn a_file_is_told_apart_into_new_changed_and_same() {
    let mut desk = Desk::new();
    let cells = table(&[
        &["BAN TỔ CHỨC"],
        &[],
        &["TT", "Đơn vị", "Bí thư", "Phó Bí thư Thường trực"],
        &[
            "1",
            "Đảng ủy phường An Khánh",
            "Nguyễn Văn An",
            "Trần Thị Bình",
        ],
        &["2", "Phường An Lợi Đông", "", "Lê Văn Cường"],
        &["3", "Xóm Mới", "Người Mới", ""],
        &["", "", "", ""],
        &["", "", "Người lập biểu", ""],
    ]);
    assert_eq!(desk.import(&cells), [1, 2, 0, 1]);
    assert_eq!(
        desk.leads("An Khánh", today()).as_deref(),
        Some("Nguyễn Văn An")
    );
    assert_eq!(desk.leads("Xóm Mới", today()).as_deref(), Some("Người Mới"));
    assert_eq!(wards(&desk.rosters()).units.len(), 35);
    // The same file says nothing new, whenever it is read again.
    let before = desk.rosters();
    assert_eq!(desk.import(&cells), [0, 0, 3, 1]);
    assert_eq!(desk.rosters(), before);
    // Another Secretary without a day has been so since today.
    let cells = table(&[&["Đơn vị", "Bí thư"], &["An Khánh", "Phạm Thị Dung"]]);
    assert_eq!(desk.import(&cells), [0, 1, 0, 0]);
    assert_eq!(
        desk.leads("An Khánh", today()).as_deref(),
        Some("Phạm Thị Dung")
    );
    assert_eq!(
        desk.leads("An Khánh", day(2023, 7, 10)).as_deref(),
        Some("Nguyễn Văn An")
    );
    assert_eq!(desk.import(&cells), [0, 0, 1, 0]);
}

#[test]
fn a_list_of_people_fills_the_same_roster() {
    let mut desk = Desk::new();
    let cells = table(&[
        &["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Từ ngày"],
        &[
            "1",
            "Nguyễn Văn An",
            "Bí thư Đảng ủy",
            "Phường An Khánh",
            "01/02/2021",
        ],
        &[
            "2",
            "Trần Thị Bình",
            "Phó Bí thư TT",
            "Phường An Khánh",
            "2022-03-04",
        ],
        &["3", "Lê Văn Cường", "Trưởng khu phố", "Phường An Phú", ""],
        &["4", "Ai Đó Khác", "Bí thư", "An Khánh", ""],
    ]);
    let rosters = desk.rosters();
    let import = compare(&cells, &rosters, wards(&rosters), today()).unwrap();
    let verdicts: Vec<&Verdict> = import.lines.iter().map(|line| &line.verdict).collect();
    assert!(matches!(verdicts[0], Verdict::Changed(differences) if differences.len() == 4));
    assert_eq!(
        verdicts[1],
        &Verdict::Problem(Problem::NotAnOffice("Trưởng khu phố".to_owned()))
    );
    assert_eq!(verdicts[2], &Verdict::Problem(Problem::Duplicate(2)));
    desk.import(&cells);
    let rosters = desk.rosters();
    let deputy = unit(&rosters, "An Khánh")
        .holder(OfficeKind::StandingDeputy, today())
        .unwrap();
    assert_eq!(deputy.office.valid_from, Some(day(2022, 3, 4)));
    assert_eq!(desk.import(&cells), [0, 0, 1, 2]);
}

#[test]
fn what_a_line_cannot_mean_is_said_and_left_out() {
    let desk = Desk::new();
    let rosters = desk.rosters();
    let verdict = |row: &[&str]| {
        let cells = table(&[&["Đơn vị", "Bí thư", "Bí thư từ ngày", "Hiệu lực đến"], row]);
        let import = compare(&cells, &rosters, wards(&rosters), today()).unwrap();
        import.lines[0].verdict.clone()
    };
    assert!(
        matches!(verdict(&["Linh Tay", "A"]), Verdict::Problem(Problem::Resembles(near)) if near[0] == "Linh Tây")
    );
    assert!(
        matches!(verdict(&["Thảo Điển", "A"]), Verdict::Problem(Problem::Resembles(near)) if near == ["Thảo Điền"])
    );
    assert_eq!(
        verdict(&["=B2", "A"]),
        Verdict::Problem(Problem::Formula("=B2".to_owned()))
    );
    assert_eq!(
        verdict(&["An Phú", "=B2"]),
        Verdict::Problem(Problem::Formula("=B2".to_owned()))
    );
    assert_eq!(
        verdict(&["An Phú", "A", "hôm nào"]),
        Verdict::Problem(Problem::NotADate("hôm nào".to_owned()))
    );
    assert_eq!(verdict(&["", "Ai Đó"]), Verdict::Problem(Problem::NoUnit));
    assert_eq!(verdict(&["Bến Nghé", "A"]), Verdict::New);
    // Where the tone mark stands does not make another unit.
    assert!(matches!(
        verdict(&["Phường Phú Hữu", "A"]),
        Verdict::Changed(_)
    ));
}

#[test]
fn a_unit_that_has_ended_is_not_brought_back_by_a_file() {
    let mut desk = Desk::new();
    desk.revise("Cát Lái", |entry| entry.valid_to = Some(day(2023, 5, 31)));
    let rosters = desk.rosters();
    let cells = table(&[&["Đơn vị", "Bí thư"], &["Cát Lái", "A"]]);
    let import = compare(&cells, &rosters, wards(&rosters), today()).unwrap();
    assert_eq!(
        import.lines[0].verdict,
        Verdict::Problem(Problem::Ended(day(2023, 5, 31)))
    );
}

#[test]
fn a_table_without_its_columns_is_no_roster() {
    let desk = Desk::new();
    let rosters = desk.rosters();
    let read =
        |rows: &[&[&str]]| compare(&table(rows), &rosters, wards(&rosters), today()).unwrap_err();
    assert_eq!(read(&[]), Unreadable::Empty);
    assert_eq!(read(&[&["", " "]]), Unreadable::Empty);
    assert_eq!(
        read(&[&["Họ tên", "Chức vụ"], &["A", "B"]]),
        Unreadable::NoUnits
    );
    assert_eq!(
        read(&[&["Đơn vị", "Điện thoại"], &["An Phú", "0"]]),
        Unreadable::NothingSaid
    );
}

/// Writes bytes to a file of a passing folder.
fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), bytes).unwrap();
    (folder, path)
}

#[test]
fn a_roster_that_was_written_out_reads_back_the_same() {
    let mut desk = Desk::new();
    desk.revise("An Phú", |entry| {
        entry.secretary = holder("Nguyễn Văn An", Some(day(2021, 5, 4)));
        entry.deputy = holder("=Trần Thị Bình", None);
    });
    let rosters = desk.rosters();
    let sheet = roster::sheet(wards(&rosters), today(), &Phrases::default());
    assert_eq!(
        xlsx(&sheet).unwrap(),
        xlsx(&sheet).unwrap(),
        "the same bytes"
    );
    for (name, bytes) in [
        ("a.xlsx", xlsx(&sheet).unwrap()),
        ("a.csv", csv(&sheet).unwrap()),
    ] {
        let (_folder, path) = file(name, &bytes);
        let cells = read_table(&path).unwrap();
        let import = compare(&cells, &rosters, wards(&rosters), today()).unwrap();
        let same = import
            .lines
            .iter()
            .filter(|line| line.verdict == Verdict::Same)
            .count();
        // A name that looks like a formula is harmless in the file, and is said to be one when it is read again.
        assert_eq!((same, import.lines.len()), (33, 34), "{name}");
        let odd = import
            .lines
            .iter()
            .find(|line| line.verdict != Verdict::Same)
            .unwrap();
        assert_eq!(
            odd.verdict,
            Verdict::Problem(Problem::Formula("=Trần Thị Bình".to_owned()))
        );
    }
    assert!(
        String::from_utf8(csv(&sheet).unwrap())
            .unwrap()
            .contains("'=Trần")
    );
}

#[test]
fn tables_are_read_from_every_usual_encoding() {
    let text = "Đơn vị;Bí thư\nAn Phú;Nguyễn Thị Ánh\n";
    let wide =
        |order: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(order).collect() };
    let marked = |mark: &[u8], rest: Vec<u8>| [mark.to_vec(), rest].concat();
    let files = [
        text.as_bytes().to_vec(),
        marked(b"\xef\xbb\xbf", text.as_bytes().to_vec()),
        marked(b"\xff\xfe", wide(u16::to_le_bytes)),
        marked(b"\xfe\xff", wide(u16::to_be_bytes)),
        text.replace(';', ",").into_bytes(),
        text.replace(';', "\t").replace('\n', "\r\n").into_bytes(),
    ];
    for bytes in files {
        let (_folder, path) = file("a.csv", &bytes);
        let cells = read_table(&path).unwrap();
        assert_eq!(
            cells.rows,
            [["Đơn vị", "Bí thư"], ["An Phú", "Nguyễn Thị Ánh"]]
        );
    }
}

#[test]
fn files_that_are_no_tables_say_what_they_are() {
    let unread = |name: &str, bytes: &[u8]| {
        let (_folder, path) = file(name, bytes);
        read_table(&path).unwrap_err()
    };
    // «Đơn vị;Đảng ủy phường Thủ Đức;Nguyễn Văn Hùng» in the fonts of the nineties.
    let tcvn3 = b"\xa7\xac\x6e \x76\xde;\xa7\xb6ng \xf1y ph\xad\xeang Th\xf1 \xa7\xf8c;Nguy\xd4n V\xa8n H\xefng\n";
    assert!(matches!(
        unread("a.csv", tcvn3),
        Unread::Encoding(Legacy::Tcvn3)
    ));
    let large = vec![b'a'; 11 << 20];
    assert!(matches!(unread("a.csv", &large), Unread::TooLarge(11)));
    assert!(matches!(
        unread("a.xlsx", b"PK\x03\x04 cut off"),
        Unread::Workbook
    ));
    assert!(matches!(
        unread("a.xls", b"\xd0\xcf\x11\xe0 old"),
        Unread::OtherWorkbook
    ));
    assert!(matches!(unread("a.csv", b"a\0b"), Unread::NotText));
    assert!(matches!(
        read_table(Path::new("/")).unwrap_err(),
        Unread::NotAFile
    ));
    assert!(matches!(
        read_table(Path::new("/nowhere/a.csv")).unwrap_err(),
        Unread::Io(_)
    ));
}

/// A small file that unpacks to a hundred times the memory is not unpacked.
#[test]
fn a_workbook_that_swells_is_refused() {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(
        "xl/worksheets/sheet1.xml",
        zip::write::SimpleFileOptions::default(),
    )
    .unwrap();
    let zeros = vec![0; 1 << 20];
    for _ in 0..110 {
        zip.write_all(&zeros).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    let (_folder, path) = file("a.xlsx", &bytes);
    assert!(matches!(read_table(&path).unwrap_err(), Unread::Unpacked));
}

#[test]
fn formulas_of_a_workbook_give_their_values_and_are_counted() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.write_row(2, 1, ["Đơn vị", "Bí thư", "Bí thư từ ngày"])
        .unwrap();
    page.write(3, 1, "An Phú").unwrap();
    let formula = rust_xlsxwriter::Formula::new("=\"Nguyễn\"&\" An\"").set_result("Nguyễn An");
    page.write_formula(3, 2, formula).unwrap();
    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2022, 5, 6).unwrap();
    let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    page.write_with_format(3, 3, &date, &format).unwrap();
    let (_folder, path) = file("a.xlsx", &book.save_to_buffer().unwrap());
    let cells = read_table(&path).unwrap();
    let desk = Desk::new();
    let rosters = desk.rosters();
    let import = compare(&cells, &rosters, wards(&rosters), today()).unwrap();
    assert_eq!(import.formulas, 1);
    assert_eq!(
        import.lines[0].line, 4,
        "the number of the row that the user sees"
    );
    assert_eq!(
        import.lines[0].entry.secretary,
        holder("Nguyễn An", Some(day(2022, 5, 6)))
    );
}

#[test]
fn the_preview_shows_before_anything_is_written() {
    let (_folder, path) = file(
        "phuong.csv",
        "Đơn vị,Bí thư\nAn Phú,Nguyễn Văn An\nLinh Tay,Lê Thị B\n".as_bytes(),
    );
    let mut stage = Stage::new();
    stage
        .press("<F10><C-o>")
        .paste(&path.display().to_string())
        .press("<Enter>");
    stage
        .sees("0 mới · 1 đổi · 0 như cũ · 1 bỏ qua")
        .sees("Bí thư: Nguyễn Văn An");
    stage.sees("gần giống Linh Tây");
    stage.press("<Esc>").sees("1/2").misses("Nguyễn Văn An");
    stage
        .press("<C-o>")
        .paste(&path.display().to_string())
        .press("<Enter>");
    stage
        .press(" ")
        .sees("Chỉ dòng có dấu ? mới cần quyết định.");
    stage
        .press("<Down> ")
        .sees("1 mới · 1 đổi · 0 như cũ · 0 bỏ qua");
    stage.press(" ").sees("0 mới · 1 đổi").press("<Enter>");
    stage
        .sees("Nhập danh sách: 0 mới, 1 đổi")
        .sees("Nguyễn Văn An");
    stage
        .press("<C-o>")
        .paste(&path.display().to_string())
        .press("<Enter><Enter>");
    stage.sees("Tệp không có gì mới");
    stage.press("<C-z>").misses("Nguyễn Văn An");
    stage
        .press("<C-o>/khong/co.csv<Enter>")
        .sees("/khong không có (co.csv)");
}

/// A unit that was taken off a roster comes back with its past, from a file as by hand, and a file read twice
/// says nothing new.
#[test]
fn a_unit_that_comes_back_is_the_same_unit() {
    let mut desk = Desk::new();
    desk.revise("Linh Tây", |entry| {
        entry.secretary = holder("Người Cũ", Some(day(2022, 1, 1)));
    });
    let rosters = desk.rosters();
    let id = unit(&rosters, "Linh Tây").unit.id;
    let changes = edit::remove(wards(&rosters), unit(&rosters, "Linh Tây"));
    desk.0
        .commit(&Transaction::new("bỏ", changes), morning())
        .unwrap();
    let cells = table(&[&["Đơn vị", "Bí thư"], &["Phường Linh Tây", "Người Mới"]]);
    assert_eq!(desk.import(&cells), [1, 0, 0, 0]);
    assert_eq!(unit(&desk.rosters(), "Linh Tây").unit.id, id);
    assert_eq!(
        desk.leads("Linh Tây", today()).as_deref(),
        Some("Người Mới")
    );
    assert_eq!(
        desk.leads("Linh Tây", day(2023, 7, 10)).as_deref(),
        Some("Người Cũ")
    );
    let before = desk.rosters();
    assert_eq!(desk.import(&cells), [0, 0, 1, 0]);
    assert_eq!(desk.rosters(), before);

    let mut stage = Stage::new();
    stage.press("<F10>linh tay<Esc><Del>").sees("33 đơn vị");
    stage.press(
        "<C-n>linh tây<Enter>14<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>",
    );
    stage
        .sees("Thêm đơn vị linh tây")
        .sees(" 14 Linh Tây")
        .sees("34 đơn vị");
}

/// Whatever is said of an office, nobody's last day comes before the first, and one at most holds it on a day.
#[test]
fn no_office_ends_before_it_begins() {
    let days = [
        None,
        Some(day(2021, 3, 1)),
        Some(day(2023, 7, 11)),
        Some(day(2023, 9, 1)),
    ];
    for first in days {
        for second in days {
            for name in [
                Some("Người Hai".to_owned()),
                Some("Người Một".to_owned()),
                None,
            ] {
                let mut desk = Desk::new();
                desk.revise("An Phú", |entry| {
                    entry.secretary = holder("Người Một", first);
                });
                desk.revise("An Phú", |entry| {
                    entry.secretary = Holder {
                        name: name.clone(),
                        from: second,
                        to: None,
                    };
                });
                let rosters = desk.rosters();
                for held in &unit(&rosters, "An Phú").held {
                    let office = &held.office;
                    let ordered = office.valid_to.is_none() || office.valid_from <= office.valid_to;
                    assert!(ordered, "{first:?} {second:?} {name:?}: {office:?}");
                }
            }
        }
    }
}

#[test]
fn an_office_without_a_name_ends_and_its_past_stays() {
    let mut desk = Desk::new();
    desk.revise("An Phú", |entry| {
        entry.secretary = holder("Người Một", Some(day(2021, 3, 1)));
    });
    desk.revise("An Phú", |entry| entry.secretary.name = None);
    assert_eq!(desk.leads("An Phú", today()), None);
    assert_eq!(
        desk.leads("An Phú", day(2023, 7, 10)).as_deref(),
        Some("Người Một")
    );
    // Somebody who is still to come is shown, and is in the form.
    let mut stage = Stage::sized(120, 36);
    stage.press("<F10>an phu<Enter>Người Sẽ Đến<Enter>1/9/2023<Enter><Enter><Enter><Enter><Enter>");
    stage.sees("→ Người Sẽ Đến · 01/9/2023");
    stage
        .press("<Enter>")
        .sees("Người Sẽ Đến")
        .sees("01/9/2023");
}

/// Days that people type for the past are past ones; a file without a year says so.
#[test]
fn days_since_when_are_near_and_files_need_a_year() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F10>an phu<Enter>Người Một<Enter>1/3<Enter><Enter><Enter><Enter><Enter>");
    stage.sees("Người Một · 01/3/2023");
    let desk = Desk::new();
    let rosters = desk.rosters();
    let verdict = |since: &str| {
        let cells = table(&[
            &["Đơn vị", "Bí thư", "Bí thư từ ngày"],
            &["An Phú", "A", since],
        ]);
        let import = compare(&cells, &rosters, wards(&rosters), today()).unwrap();
        (
            import.lines[0].entry.secretary.from,
            import.lines[0].verdict.clone(),
        )
    };
    assert_eq!(
        verdict("5/6").1,
        Verdict::Problem(Problem::NotADate("5/6".to_owned()))
    );
    assert_eq!(verdict("3/2022").0, Some(day(2022, 3, 1)));
    assert_eq!(verdict("2022-03-04").0, Some(day(2022, 3, 4)));
    assert_eq!(verdict("04.3.2022").0, Some(day(2022, 3, 4)));
}

#[test]
fn merged_cells_of_a_list_of_people_name_the_unit_once() {
    let mut desk = Desk::new();
    let cells = table(&[
        &["Đơn vị", "Họ và tên", "Chức vụ"],
        &["An Phú", "Người Một", "Bí thư"],
        &["", "Người Hai", "Phó Bí thư Thường trực"],
        &["", "", ""],
        &["", "Người lập biểu", ""],
    ]);
    assert_eq!(desk.import(&cells), [0, 1, 0, 1]);
    let rosters = desk.rosters();
    let called = unit(&rosters, "An Phú");
    assert_eq!(
        called.name_of(OfficeKind::Secretary, today()),
        Some("Người Một")
    );
    assert_eq!(
        called.name_of(OfficeKind::StandingDeputy, today()),
        Some("Người Hai")
    );
}

/// A stray space in the last corner of a sheet costs nothing; formulas without a value and errors are said.
#[test]
fn strange_workbooks_are_read_with_care() {
    let text = |place: &str, text: &str| {
        format!(
            "<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
        )
    };
    let rows = [
        (1, text("A1", "Đơn vị") + &text("B1", "Bí thư")),
        (2, text("A2", "An Phú") + &text("B2", "Người Một")),
        (3, text("A3", "An Khánh") + "<c r=\"B3\"><f>D1</f></c>"),
        (
            4,
            text("A4", "Cát Lái") + "<c r=\"B4\" t=\"e\"><v>#REF!</v></c>",
        ),
        (6, text("AHQ6", "lạc chỗ")),
        (1_048_576, text("XFD1048576", " ")),
    ];
    let rows: Vec<String> = rows
        .iter()
        .map(|(row, cells)| format!("<row r=\"{row}\">{cells}</row>"))
        .collect();
    let rows = rows.concat();
    let (_folder, path) = file("a.xlsx", &workbook(&rows));
    let cells = read_table(&path).unwrap();
    assert!(cells.rows.len() < 10 && cells.rows.iter().all(|row| row.len() < 10));
    let desk = Desk::new();
    let rosters = desk.rosters();
    let import = compare(&cells, &rosters, wards(&rosters), today()).unwrap();
    assert!(matches!(import.lines[0].verdict, Verdict::Changed(_)));
    assert_eq!(
        import.lines[1].verdict,
        Verdict::Problem(Problem::Formula("=D1".to_owned()))
    );
    assert_eq!(
        import.lines[2].verdict,
        Verdict::Problem(Problem::Formula("=#REF!".to_owned()))
    );
}

/// Packs a sheet of these rows as other programs do.
fn workbook(rows: &str) -> Vec<u8> {
    use std::io::Write;
    let schemas = "http://schemas.openxmlformats.org";
    let office = format!("{schemas}/officeDocument/2006/relationships");
    let sheet = format!("{schemas}/spreadsheetml/2006/main");
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{schemas}/package/2006/relationships\">\
             <Relationship Id=\"r1\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let types = format!(
        "<Types xmlns=\"{schemas}/package/2006/content-types\">\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
    );
    let book = format!(
        "<workbook xmlns=\"{sheet}\" xmlns:r=\"{office}\"><sheets>\
         <sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let page = format!("<worksheet xmlns=\"{sheet}\"><sheetData>{rows}</sheetData></worksheet>");
    let parts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        (
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", "worksheets/sheet1.xml"),
        ),
        ("xl/workbook.xml", book),
        ("xl/worksheets/sheet1.xml", page),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Names with accents written apart, as macOS writes them, and names in quotes are found.
#[test]
fn a_file_is_found_however_its_name_is_written() {
    use unicode_normalization::UnicodeNormalization;
    let apart: String = "Danh sách.csv".nfd().collect();
    let (folder, path) = file(&apart, "Đơn vị,Bí thư\nAn Phú,A\n".as_bytes());
    let typed = folder.path().join("Danh sách.csv");
    assert_eq!(giaoban::files::meant(&typed), path);
    let quoted = PathBuf::from(format!("'{}'", path.display()));
    assert_eq!(giaoban::files::meant(&quoted), path);
}

#[test]
fn old_encodings_are_said_on_the_screen() {
    let vni = b"\xd1\xf4n v\xf2;B\xed th\xf6\nTh\xfb \xd1\xf6\xf9c;Nguye\xe3n Va\xean Hu\xf8ng\n";
    let large = vec![b'a'; 51 << 20];
    for (bytes, said) in [
        (
            vni.as_slice(),
            "chữ VNI, không phải Unicode; lưu lại thành XLSX (a.csv)",
        ),
        (&large, "tệp 51 MB là quá lớn; nhiều nhất 10 MB (a.csv)"),
        (b"Ten;So\nA;1\n", "thiếu cột «Đơn vị»"),
        (b"", "tệp không có dòng nào (a.csv)"),
    ] {
        let (_folder, path) = file("a.csv", bytes);
        let mut stage = Stage::new();
        stage.press("<F10><C-o>").paste(&path.display().to_string());
        stage.press("<Enter>").sees(said).sees("NHẬP TỪ TỆP");
    }
}

/// A file that writes the same people in capitals, addressed or with the tone elsewhere changes nothing.
#[test]
fn the_same_person_holds_the_same_office() {
    let mut desk = Desk::new();
    desk.revise("An Phú", |entry| {
        entry.secretary = holder("Nguyễn Thúy Hòa", Some(day(2021, 2, 1)));
    });
    let before = desk.rosters();
    for written in [
        "NGUYỄN THÚY HÒA",
        "Đ/c Nguyễn Thuý Hoà",
        "đ/c. nguyễn thúy hòa",
        "ĐC Nguyễn Thúy Hòa",
        "Đồng chí Nguyễn Thúy Hòa",
        "Đ/c\u{a0}Nguyễn Th\u{fa}y H\u{f2}\u{430}",
    ] {
        let cells = table(&[&["Đơn vị", "Bí thư"], &["phường An Phú", written]]);
        assert_eq!(desk.import(&cells), [0, 0, 1, 0], "{written}");
        assert_eq!(desk.rosters(), before, "{written}");
    }
    // Another fact of the same line leaves the name as the book has it.
    let cells = table(&[
        &["Đơn vị", "Bí thư", "Từ ngày"],
        &["An Phú", "Đ/c NGUYỄN THÚY HÒA", "01/03/2021"],
    ]);
    desk.import(&cells);
    assert_eq!(
        desk.leads("An Phú", today()).as_deref(),
        Some("Nguyễn Thúy Hòa")
    );
    let cells = table(&[&["Đơn vị", "Bí thư"], &["An Phú", "Đ/c Trần Văn Khác"]]);
    assert_eq!(desk.import(&cells), [0, 1, 0, 0]);
    assert_eq!(
        desk.leads("An Phú", today()).as_deref(),
        Some("Trần Văn Khác")
    );
}

/// Reads a file of the fixtures against the first roster.
fn read_in(name: &str) -> Import {
    let desk = Desk::new();
    let rosters = desk.rosters();
    let path = fixture("reading").join(name);
    let cells = read_headed(&path, &has_head).unwrap();
    compare(&cells, &rosters, wards(&rosters), today()).unwrap()
}

/// The visible sheet with the head is read and named; what is hidden is not read, and is counted.
#[test]
fn the_visible_sheet_is_read_and_named() {
    let import = read_in("r03-hidden-sheet.xlsx");
    let names = import
        .lines
        .iter()
        .filter_map(|line| line.entry.secretary.name.clone());
    assert!(
        names.clone().count() > 0 && names.into_iter().all(|name| !name.contains("Cũ")),
        "{import:?}"
    );
    assert_eq!(import.origin.hidden, 1);
    assert!(import.origin.sheet.is_some());
    // Parts that are named with the other stroke, and merged units.
    assert!(!read_in("r04-backslash.xlsx").lines.is_empty());
    assert_eq!(read_in("r01-merged.xlsx").tally(), [0, 2, 0, 0]);
}

/// A day belongs to the office left of it; a column that is not read is named.
#[test]
fn a_day_belongs_to_the_office_left_of_it() {
    let import = read_in("r16-tu-ngay.xlsx");
    let entry = &import.lines[0].entry;
    assert!(
        entry.secretary.from.is_some() && entry.deputy.from.is_some(),
        "{import:?}"
    );
    assert!(import.unread.is_empty(), "{:?}", import.unread);
    let cells = table(&[
        &["TT", "Đơn vị", "Bí thư", "Điện thoại", "Từ ngày"],
        &["1", "An Phú", "Người Một", "0909", "01/7/2023"],
        &["", "Tổng số 34 đơn vị", "", "", ""],
        &["", "", "Thủ Đức, ngày 11 tháng 7 năm 2023", "", ""],
        &["", "", "KT. TRƯỞNG BAN", "", ""],
    ]);
    let desk = Desk::new();
    let rosters = desk.rosters();
    let import = compare(&cells, &rosters, wards(&rosters), today()).unwrap();
    assert_eq!(import.unread, ["Điện thoại", "Từ ngày"]);
    // What sums, dates or signs the table is no unit and no Secretary.
    assert_eq!(import.tally(), [0, 1, 0, 3]);
}

/// The separator is the one with which the head is found, by the rules of such files.
#[test]
fn the_separator_is_decided_at_the_head() {
    let import = read_in("r12-semi-commas.csv");
    assert_eq!(import.tally()[3], 0, "{import:?}");
    assert!(!import.lines.is_empty());
    let folder = tempfile::tempdir().unwrap();
    for text in [
        "sep=;\nĐơn vị;Bí thư;Ghi chú\nAn Phú;Người Một;a,b,c,d,e,f,g\n",
        "Danh sách, năm 2023, lần 2, đợt 1, bản 4\n\nĐơn vị;Bí thư;Ghi chú\nAn Phú;Người Một;a,b,c,d\n",
        "Đơn vị,Bí thư,Ghi chú\nAn Phú,Người Một,\"a;b;c;d;e;f;g\"\n",
        "\"Đơn vị\";\"Bí thư\";\"Ghi chú, số 1, 2, 3, 4\"\nAn Phú;Người Một;\n",
        "Đơn vị\tBí thư\tGhi chú\nAn Phú\tNgười Một\ta,b;c,d;e,f\n",
    ] {
        let path = folder.path().join("a.csv");
        write_atomically(&path, text.as_bytes(), true).unwrap();
        let cells = read_headed(&path, &has_head).unwrap();
        let desk = Desk::new();
        let rosters = desk.rosters();
        let import = compare(&cells, &rosters, wards(&rosters), today()).unwrap();
        let first = &import.lines[0].entry;
        assert_eq!(
            (first.name.as_str(), first.secretary.name.as_deref()),
            ("An Phú", Some("Người Một")),
            "{text}"
        );
    }
}

/// A roster file with a Secretary for each of these units.
fn roster_file(folder: &std::path::Path) -> std::path::PathBuf {
    let path = folder.join("danh-sach.csv");
    let lines = [
        "Đơn vị,Bí thư,Phó Bí thư Thường trực",
        "An Khánh,Nguyễn Mẫu Một,Trần Mẫu Hai",
        "An Phú,Lê Mẫu Ba,",
    ];
    std::fs::write(&path, lines.join("\n")).unwrap();
    path
}

#[test]
fn an_import_on_the_day_of_a_meeting_fills_its_empty_names() {
    let folder = tempfile::tempdir().unwrap();
    let file = roster_file(folder.path());
    let mut stage = Stage::sized(100, 30);
    stage.press("<F3>1<C-a><F4><C-n>").wait(5);
    // A name that was written down stays.
    let named = |stage: &Stage, name: &str| {
        let dossier = stage.dossier();
        let seat = dossier.seats.iter().find(|seat| seat.name == name);
        let seat = seat.unwrap();
        (seat.secretary.clone(), seat.deputy.clone())
    };
    stage
        .press("<F10><C-o>")
        .paste(file.to_str().unwrap())
        .press("<Enter>")
        .sees("NHẬP DANH SÁCH")
        .press("<Enter>")
        .sees("LẤY HỌ TÊN CHO HỘI NGHỊ ĐANG MỞ?")
        .sees("Lấy họ tên cho 2 đơn vị còn trống");
    assert_eq!(named(&stage, "An Khánh"), (None, None));
    stage.press("1").sees("Lấy họ tên cho 2 đơn vị");
    let name = |name: &str| Some(name.to_owned());
    assert_eq!(
        named(&stage, "An Khánh"),
        (name("Nguyễn Mẫu Một"), name("Trần Mẫu Hai"))
    );
    assert_eq!(named(&stage, "An Phú"), (name("Lê Mẫu Ba"), None));
    stage.press("<C-z>");
    assert_eq!(named(&stage, "An Phú"), (None, None));
    // Later, by its own command.
    stage
        .press("<F3><C-p>lấy họ tên<Enter>")
        .sees("Lấy họ tên cho 2 đơn vị còn trống")
        .press("1");
    assert_eq!(named(&stage, "An Phú"), (name("Lê Mẫu Ba"), None));
    stage
        .press("<C-p>lấy họ tên<Enter>")
        .sees("Danh sách không có họ tên nào mà hội nghị còn thiếu");
}

#[test]
fn the_form_of_names_suggests_whom_the_roster_knows() {
    let folder = tempfile::tempdir().unwrap();
    let file = roster_file(folder.path());
    let mut stage = Stage::sized(100, 30);
    stage.press("<F3>1<C-a><F4><C-n>").wait(5);
    stage
        .press("<F10><C-o>")
        .paste(file.to_str().unwrap())
        .press("<Enter><Enter>2");
    stage.press("<F3>an khanh<Enter><Enter>");
    stage
        .sees("HỌ TÊN · An Khánh")
        .sees("Nguyễn Mẫu Một")
        .sees("Trần Mẫu Hai")
        .sees("Họ tên lấy từ danh sách (F10) là gợi ý");
    stage.press("<C-s>");
    let dossier = stage.dossier();
    let seat = dossier.seats.iter().find(|seat| seat.name == "An Khánh");
    assert_eq!(seat.unwrap().deputy.as_deref(), Some("Trần Mẫu Hai"));
}
