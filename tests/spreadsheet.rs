//! Tables from files: whatever a file holds, what it costs is bounded, and the refusal says the limit.
use std::io::{Cursor, Write};
use std::path::PathBuf;

use giaoban::files::spreadsheet::{Unread, read_table};
use giaoban::meeting::roster::import::Cells;
use zip::write::SimpleFileOptions;

use crate::common::stage::Stage;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook of one sheet, whose parts a test exchanges.
struct Workbook(Vec<(String, Vec<u8>)>);

impl Workbook {
    fn of(rows: &str) -> Self {
        let relation = |kind: &str, target: &str| {
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/{kind}\" \
                 Target=\"{target}\"/></Relationships>"
            )
        };
        let book = format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>\
             <sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
        );
        Self(Vec::new())
            .with("_rels/.rels", relation("officeDocument", "xl/workbook.xml"))
            .with(
                "xl/_rels/workbook.xml.rels",
                relation("worksheet", "worksheets/sheet1.xml"),
            )
            .with("xl/workbook.xml", book)
            .with(
                "xl/worksheets/sheet1.xml",
                format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
            )
    }

    fn with(mut self, name: &str, part: impl Into<Vec<u8>>) -> Self {
        self.0.retain(|(other, _)| other != name);
        self.0.push((name.to_owned(), part.into()));
        self
    }

    fn strings(self, strings: &str) -> Self {
        let part = format!("<sst xmlns=\"{MAIN}\">{strings}</sst>");
        self.with("xl/sharedStrings.xml", part)
    }

    fn renamed(mut self, rename: impl Fn(&str) -> String) -> Self {
        self.0.iter_mut().for_each(|(name, _)| *name = rename(name));
        self
    }

    fn packed(self) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in self.0 {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(&part).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn read(self) -> Result<Cells, Unread> {
        read(&self.packed())
    }
}

fn read(bytes: &[u8]) -> Result<Cells, Unread> {
    let folder = tempfile::tempdir().unwrap();
    read_table(&put(&folder, bytes))
}

fn put(folder: &tempfile::TempDir, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join("a.xlsx");
    std::fs::File::create(&path)
        .unwrap()
        .write_all(bytes)
        .unwrap();
    path
}

/// Rows of one cell each, in column A.
fn column(cells: impl Iterator<Item = String>) -> String {
    let rows: Vec<String> = cells.map(|cell| format!("<row>{cell}</row>")).collect();
    rows.concat()
}

fn shared(index: usize) -> String {
    format!("<c t=\"s\"><v>{index}</v></c>")
}

const HEAD: &str = "<row><c t=\"inlineStr\"><is><t>Đơn vị</t></is></c><c t=\"inlineStr\"><is><t>Bí thư</t></is></c></row>";

/// Eighteen kilobytes that once took 5.7 GB: one text of a million letters, named by three thousand cells.
#[test]
fn one_long_text_in_many_cells_is_refused_at_once() {
    let rows = HEAD.to_owned() + &column((0..3000).map(|_| shared(0)));
    let text = "A".repeat(1_000_000);
    let bytes = Workbook::of(&rows)
        .strings(&format!("<si><t>{text}</t></si>"))
        .packed();
    assert!(bytes.len() < 20_000);
    assert!(matches!(read(&bytes), Err(Unread::LongCell)));
    let folder = tempfile::tempdir().unwrap();
    let path = put(&folder, &bytes).display().to_string();
    let mut stage = Stage::sized(120, 36);
    stage.press("<F10><C-o>").paste(&path).press("<Enter>");
    stage.sees("có ô dài quá 256 KB").sees("NHẬP TỪ TỆP");
    // Each no longer than a cell may be, they are too much all together.
    let text = "A".repeat(30_000);
    let book = Workbook::of(&rows).strings(&format!("<si><t>{text}</t></si>"));
    assert!(matches!(book.read(), Err(Unread::TooMuchText)));
    let folder = tempfile::tempdir().unwrap();
    let book = Workbook::of(&rows).strings(&format!("<si><t>{text}</t></si>"));
    let path = put(&folder, &book.packed()).display().to_string();
    let mut stage = Stage::sized(120, 36);
    stage.press("<F6><C-o>").paste(&path).press("<Enter>");
    stage.sees("quá nhiều chữ trong các ô; nhiều nhất 16 MB");
}

/// Nor does it help to put a text together of runs, or to fill a formula down.
#[test]
fn runs_and_formulas_count_as_text() {
    let run = format!("<r><t>{}</t></r>", "A".repeat(200_000));
    let rows = HEAD.to_owned() + &column((0..20).map(|_| shared(0)));
    let book = Workbook::of(&rows).strings(&format!("<si>{}</si>", run.repeat(20)));
    assert!(matches!(book.read(), Err(Unread::LongCell)));
    let formula = format!(
        "<c r=\"A2\"><f t=\"shared\" si=\"0\" ref=\"A2:A900\">{}</f></c>",
        "A1+".repeat(30_000) + "A1"
    );
    let rows = (3..900).map(|row| format!("<c r=\"A{row}\"><f t=\"shared\" si=\"0\"/></c>"));
    let book = Workbook::of(&(HEAD.to_owned() + &column(std::iter::once(formula).chain(rows))));
    assert!(matches!(book.read(), Err(Unread::TooMuchText)));
}

#[test]
fn a_packed_part_is_unpacked_only_so_far() {
    let spaces = format!("<worksheet>{}", " ".repeat(65 << 20));
    let book = Workbook::of("").with("xl/worksheets/sheet1.xml", spaces);
    let bytes = book.packed();
    assert!(bytes.len() < 200_000);
    assert!(matches!(read(&bytes), Err(Unread::Unpacked)));
    let strings = "<si><t>a</t></si>".repeat(1_500_000);
    assert!(matches!(
        Workbook::of(HEAD).strings(&strings).read(),
        Err(Unread::Unpacked)
    ));
    let empty = "<si/>".repeat(400_001);
    assert!(matches!(
        Workbook::of(HEAD).strings(&empty).read(),
        Err(Unread::TooManyStrings)
    ));
}

/// The directory of a packed file can say any size: what counts is what comes out.
#[test]
fn a_size_that_lies_changes_nothing() {
    let spaces = format!("<worksheet>{}", " ".repeat(65 << 20));
    let size = u32::try_from(spaces.len()).unwrap().to_le_bytes();
    let mut bytes = Workbook::of("")
        .with("xl/worksheets/sheet1.xml", spaces)
        .packed();
    let mut lies = 0;
    for at in 0..bytes.len() - 4 {
        if bytes[at..at + 4] == size {
            bytes[at..at + 4].copy_from_slice(&9_u32.to_le_bytes());
            lies += 1;
        }
    }
    assert_eq!(lies, 2, "once before the part, once in the directory");
    assert!(matches!(
        read(&bytes),
        Err(Unread::Unpacked | Unread::Workbook)
    ));
}

/// A workbook says how many strings and shared formulas it has, and the reader sets memory aside for as many.
#[test]
fn numbers_that_are_foretold_are_not_believed() {
    for count in [
        "4000000000",
        "18446744073709551615",
        "+99999999999999999999",
    ] {
        let sst = format!("<sst uniqueCount = '{count}'><si><t>a</t></si></sst>");
        let book = Workbook::of(HEAD).with("xl/sharedStrings.xml", sst);
        assert!(
            matches!(book.read(), Err(Unread::TooManyStrings)),
            "{count}"
        );
        let cell =
            format!("<row><c><f t=\"shared\" ref=\"A1:A2\"\nsi=\"{count}\">A1</f></c></row>");
        let book = Workbook::of(&(HEAD.to_owned() + &cell));
        assert!(matches!(book.read(), Err(Unread::TooIntricate)), "{count}");
    }
}

#[test]
fn styles_and_sheets_are_bounded() {
    let name = "F".repeat(10_000);
    let styles = format!(
        "<styleSheet><fonts><font><name val=\"{name}\"/></font></fonts><cellXfs>{}</cellXfs></styleSheet>",
        "<xf fontId=\"0\"/>".repeat(60_000)
    );
    let book = Workbook::of(HEAD).with("xl/styles.xml", styles);
    assert!(matches!(book.read(), Err(Unread::TooIntricate)));
    let sheets = "<sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/>".repeat(70_000);
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>"
    );
    let book = Workbook::of(HEAD).with("xl/workbook.xml", book);
    assert!(matches!(book.read(), Err(Unread::TooIntricate)));
}

#[test]
fn cells_that_fill_up_rows_count() {
    // One cell far at the right of each row makes two hundred of it.
    let far = |row: usize| format!("<row r=\"{row}\"><c r=\"GR{row}\"><v>1</v></c></row>");
    let rows: String = (1..9000).map(far).collect();
    assert!(matches!(
        Workbook::of(&rows).read(),
        Err(Unread::TooManyCells)
    ));
    // What stands in the last corner of a sheet is passed over, and so is a row that no sheet has.
    let corner = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let cells = Workbook::of(&(HEAD.to_owned() + corner)).read().unwrap();
    assert_eq!(cells.rows.len(), 1);
    let lie = "<row r=\"4294967295\"><c><v>1</v></c></row>";
    let book = Workbook::of(&(HEAD.to_owned() + lie));
    assert!(matches!(
        book.read(),
        Err(Unread::TooManyRows | Unread::Workbook)
    ));
    let merged = format!(
        "<worksheet xmlns=\"{MAIN}\"><dimension ref=\"A1:XFD1048576\"/><sheetData>{HEAD}</sheetData>\
         <mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>"
    );
    let book = Workbook::of("").with("xl/worksheets/sheet1.xml", merged);
    assert_eq!(book.read().unwrap().rows, [["Đơn vị", "Bí thư"]]);
}

#[test]
fn a_table_in_text_is_bounded_too() {
    assert!(matches!(
        read(",".repeat(1_600_000).as_bytes()),
        Err(Unread::TooManyCells)
    ));
    let wide = "a,".repeat(300);
    assert_eq!(read(wide.as_bytes()).unwrap().rows[0].len(), 200);
    let long = "a".repeat(9 << 20);
    assert!(matches!(read(long.as_bytes()), Err(Unread::LongCell)));
    let long = "ô".repeat(32_767);
    assert_eq!(read(long.as_bytes()).unwrap().rows, [[long.as_str()]]);
    assert!(matches!(
        read("a\n".repeat(100_001).as_bytes()),
        Err(Unread::TooManyRows)
    ));
    assert_eq!(
        read("a\n".repeat(100_000).as_bytes()).unwrap().rows.len(),
        100_000
    );
}

/// What an office has: a hundred thousand rows, pictures, many styles, parts named as Windows names files.
#[test]
fn ordinary_workbooks_are_read() {
    let rows = HEAD.to_owned() + &column((0..99_000).map(shared));
    let string = |unit| format!("<si><t>Đơn vị số {unit}</t></si>");
    let strings: Vec<String> = (0..99_000).map(string).collect();
    let strings = strings.concat();
    let styles = format!(
        "<styleSheet><cellXfs>{}</cellXfs></styleSheet>",
        "<xf/>".repeat(60_000)
    );
    let picture: Vec<u8> = (0..3_000_000_u32)
        .map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[3])
        .collect();
    let book = || {
        Workbook::of(&rows)
            .strings(&strings)
            .with("xl/styles.xml", styles.clone())
            .with("xl/media/image1.png", picture.clone())
    };
    let cells = book().read().unwrap();
    assert_eq!(cells.rows.len(), 99_001);
    assert_eq!(cells.rows[99_000], ["Đơn vị số 98999"]);
    let cells = book().renamed(|name| name.replace('/', "\\")).read();
    assert_eq!(cells.unwrap().rows.len(), 99_001);
}
