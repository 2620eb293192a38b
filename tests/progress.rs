//! Progress read back: the table that units filled in, whatever they did to it, previewed, written at once, taken back.
use std::path::Path;

use crate::common::pty::fixture;
use crate::common::register::{book, day, later, say, table};
use crate::common::stage::Stage;
use giaoban::files::spreadsheet::read_table;
use giaoban::files::write_atomically;
use giaoban::meeting::actions::import::{
    Difference, ProgressImport, RowProblem, Settled, Settlements, Unreadable, Verdict, changes,
    compare, read,
};
use giaoban::meeting::actions::table::Table;
use giaoban::meeting::change::Transaction;
use giaoban::meeting::code::AssignmentState;
use giaoban::meeting::roster::import::Cells;
use giaoban::papers::actions::{ActionsFormat, render};
use giaoban::papers::phrases::Phrases;
use giaoban::store::Store;
use giaoban::words::{Lang, Words};

/// Columns of the table.
const UNIT: usize = 3;
const EVIDENCE: usize = 9;
const STATE: usize = 10;
const DONE_ON: usize = 11;
const DIFFICULTY: usize = 13;
const REMARK: usize = 14;
const CODE: usize = 15;
const KEY: usize = 18;

/// Row of the heads.
const HEAD: usize = 3;

/// A table that went out and can be filled in.
struct Sent {
    store: Store,
    cells: Cells,
}

impl Sent {
    fn new() -> Self {
        let store = book();
        let cells = sent_as(&table(&store), "a.xlsx", ActionsFormat::Xlsx);
        Self { store, cells }
    }

    /// Fills in a cell of a row.
    fn fill(&mut self, (code, unit): (&str, &str), column: usize, text: &str) -> &mut Self {
        let row = self.row(code, unit);
        let row = &mut self.cells.rows[row];
        row.resize(row.len().max(column + 1), String::new());
        text.clone_into(&mut row[column]);
        self
    }

    fn row(&self, code: &str, unit: &str) -> usize {
        let is_it = |row: &Vec<String>| {
            row.get(CODE).is_some_and(|of| of == code) && row.get(UNIT).is_some_and(|of| of == unit)
        };
        self.cells.rows.iter().position(is_it).unwrap()
    }

    fn import(&self) -> ProgressImport {
        against(&self.store, &self.cells)
    }

    /// Returns what the row of a part comes to.
    fn verdict(&self, code: &str, unit: &str) -> Verdict {
        let line = self.row(code, unit) + 1;
        let import = self.import();
        let found = import.lines.iter().find(|of| of.line == line);
        found.unwrap().verdict.clone()
    }

    fn problem(&self, code: &str, unit: &str) -> String {
        self.problem_at(self.row(code, unit))
    }

    fn problem_at(&self, row: usize) -> String {
        let import = self.import();
        let found = import.lines.iter().find(|of| of.line == row + 1);
        let verdict = &found.unwrap().verdict;
        match verdict {
            Verdict::Problem(problem) => Words::of(Lang::Vi).progress_problem(problem),
            Verdict::Asked(question) => {
                format!("? {}", Words::of(Lang::Vi).progress_problem(&question.why))
            }
            Verdict::Same | Verdict::Changed(..) => format!("{verdict:?}"),
        }
    }

    /// Writes what was reported.
    fn take(&mut self) {
        let changes = changes(
            &self.import(),
            &Settlements::new(),
            later(),
            self.store.ids(),
        );
        let transaction = Transaction::new("đọc lại", changes);
        self.store.commit(&transaction, later()).unwrap();
    }
}

fn sent_as(table: &Table, name: &str, format: ActionsFormat) -> Cells {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    let bytes = render(format, table, &Phrases::default(), later()).unwrap();
    write_atomically(&path, &bytes, false).unwrap();
    read_table(&path).unwrap()
}

fn against(store: &Store, cells: &Cells) -> ProgressImport {
    let today = later().date_naive();
    let sheet = read(cells, today).unwrap();
    let table = store.actions_wanted(&sheet.wanted(), today).unwrap();
    compare(&sheet, &table, &store.lexicon().unwrap())
}

fn told(differences: &[Difference]) -> String {
    Words::of(Lang::Vi).progress_differences(differences)
}

fn change(verdict: &Verdict) -> String {
    let Verdict::Changed(_, _, differences) = &verdict else {
        return format!("{verdict:?}");
    };
    told(differences)
}

#[test]
fn a_table_that_nobody_touched_changes_nothing() {
    let store = book();
    for (name, format) in [
        ("a.xlsx", ActionsFormat::Xlsx),
        ("a.csv", ActionsFormat::Csv),
    ] {
        let import = against(&store, &sent_as(&table(&store), name, format));
        assert_eq!(
            import.tally(&Settlements::new()),
            [0, 0, 36, 0],
            "{name} {import:?}"
        );
        assert!(import.unread.is_empty(), "{:?}", import.unread);
    }
}

#[test]
fn what_a_ward_filled_in_is_a_report_and_done_waits_for_acceptance() {
    let mut sent = Sent::new();
    let at = ("NV-002", "Linh Trung");
    sent.fill(at, STATE, "HT")
        .fill(at, EVIDENCE, "45-BC/ĐU, 18/9/2023")
        .fill(at, DONE_ON, "2023-09-18")
        .fill(at, DIFFICULTY, "")
        .fill(at, REMARK, "Đã gửi đủ");
    sent.fill(("NV-001", "An Phú"), STATE, "đang thực hiện 60%");
    sent.fill(("NV-001", "Tam Phú"), DIFFICULTY, "Chờ xác minh");
    assert_eq!(
        change(&sent.verdict("NV-002", "Linh Trung")),
        "đang thực hiện → đã báo cáo · hoàn thành ngày 18/9/2023 · Đã gửi đủ · văn bản 45-BC/ĐU, 18/9/2023"
    );
    assert_eq!(
        change(&sent.verdict("NV-001", "An Phú")),
        "chưa thực hiện → đang thực hiện · 0% → 60%"
    );
    assert_eq!(
        change(&sent.verdict("NV-001", "Tam Phú")),
        "khó khăn: Chờ xác minh"
    );
    assert_eq!(sent.import().tally(&Settlements::new()), [3, 0, 33, 0]);
    sent.take();
    let table = table(&sent.store);
    let of = table
        .actions
        .iter()
        .find(|of| of.action.number == 2)
        .unwrap();
    let part = &of.parts[0];
    assert_eq!(part.assignment.state, AssignmentState::Reported);
    assert_eq!(part.evidence.as_deref(), Some("45-BC/ĐU, 18/9/2023"));
    // Read once more, the same table says nothing new.
    assert_eq!(sent.import().tally(&Settlements::new()), [0, 0, 36, 0]);
    sent.store.undo(later()).unwrap().unwrap();
    assert_eq!(sent.import().tally(&Settlements::new()), [3, 0, 33, 0]);
}

#[test]
fn states_and_shares_are_read_however_they_are_written() {
    let at = ("NV-001", "An Phú");
    for (typed, said) in [
        ("ĐTH", "chưa thực hiện → đang thực hiện"),
        ("dth 60%", "chưa thực hiện → đang thực hiện · 0% → 60%"),
        (
            "QH: đang thực hiện, 60%",
            "chưa thực hiện → đang thực hiện · 0% → 60%",
        ),
        ("0.6", "chưa thực hiện → đang thực hiện · 0% → 60%"),
        ("60", "chưa thực hiện → đang thực hiện · 0% → 60%"),
        ("60,4%", "chưa thực hiện → đang thực hiện · 0% → 60%"),
        ("DANG THUC HIEN", "chưa thực hiện → đang thực hiện"),
        ("In progress", "chưa thực hiện → đang thực hiện"),
        ("Paused", "chưa thực hiện → tạm dừng"),
        (
            "đang thực hiện, chờ kinh phí",
            "chưa thực hiện → đang thực hiện · đang thực hiện, chờ kinh phí",
        ),
        (
            "đã báo cáo, chờ nghiệm thu",
            "? ghi hoàn thành mà không nêu kết quả, văn bản",
        ),
        ("QH", "Same"),
        ("", "Same"),
        (
            "chưa xong",
            "? «chưa xong» không phải tình trạng (HT, ĐTH, CTH …)",
        ),
        ("120%", "? «120%» không phải tỷ lệ từ 0 đến 100"),
        ("ĐTH 100%", "? ghi đang thực hiện nhưng tỷ lệ là 100%"),
        ("HT 60%", "? ghi hoàn thành nhưng tỷ lệ là 60%"),
        ("hủy", "hủy không do đơn vị báo cáo; ghi ở F6"),
    ] {
        let mut sent = Sent::new();
        sent.fill(at, STATE, typed);
        let verdict = sent.verdict(at.0, at.1);
        let told = match &verdict {
            Verdict::Problem(_) | Verdict::Asked(_) => sent.problem(at.0, at.1),
            Verdict::Same => "Same".to_owned(),
            Verdict::Changed(..) => change(&verdict),
        };
        assert_eq!(told, said, "{typed}");
    }
}

#[test]
fn each_mistake_has_its_sentence_and_harms_no_other_row() {
    let at = ("NV-001", "An Phú");
    for (column, typed, said) in [
        (DONE_ON, "31/2/2023", "? «31/2/2023» không phải ngày"),
        (
            DONE_ON,
            "2023-10-02",
            "? ngày hoàn thành 02/10/2023 chưa tới",
        ),
        (
            STATE,
            "HT",
            "? ghi hoàn thành mà không nêu kết quả, văn bản",
        ),
        (
            REMARK,
            "=VLOOKUP(A1,B2)",
            "? ô là công thức chưa tính: =VLOOKUP(A1,B2)",
        ),
        (KEY, "K1-2-3", "dòng này xuất từ một sổ khác"),
        (UNIT, "Tam Phú", "cột xếp lệch: khóa là của NV-001 An Phú"),
    ] {
        let mut sent = Sent::new();
        sent.fill(("NV-001", "Tân Phú"), STATE, "ĐTH 30%");
        let row = sent.row(at.0, at.1);
        sent.fill(at, column, typed);
        assert_eq!(sent.problem_at(row), said);
        let [reports, asked, same, left] = sent.import().tally(&Settlements::new());
        assert_eq!((reports, asked + left, same), (1, 1, 34), "{typed}");
    }
    let mut sent = Sent::new();
    sent.fill(at, STATE, "ĐTH 30%")
        .fill(at, DONE_ON, "2023-09-18");
    assert_eq!(
        sent.problem(at.0, at.1),
        "? có ngày hoàn thành nhưng ghi đang thực hiện"
    );
    let twice = sent.cells.rows[sent.row(at.0, at.1)].clone();
    sent.cells.rows.push(twice);
    let import = sent.import();
    let last = import.lines.last().unwrap();
    assert!(
        matches!(last.verdict, Verdict::Problem(RowProblem::Duplicate(..))),
        "{last:?}"
    );
}

/// A state is taken only if the whole cell is understood; a promise, a part, a draft are asked about.
#[test]
fn what_may_not_be_done_is_asked_about_and_nothing_of_it_is_written() {
    let at = ("NV-001", "An Phú");
    for typed in [
        "Hoàn thành một phần",
        "Hoàn thành 3/5 chi bộ",
        "Hoàn thành: 3/5 chi bộ",
        "Hoàn thành: chưa",
        "Hoàn thành bước 1",
        "Hoàn thành cơ bản",
        "Hoàn thành vào tháng 12",
        "Hoàn thành; còn thiếu danh sách",
        "Hoàn thành - dự thảo",
        "HT (bản nháp)",
        "HT nhưng chờ ký",
        "HT?",
        "HT: đang thực hiện",
        "CTH: hoàn thành",
        "Đã báo cáo một phần",
        "Xong, trừ chi bộ 3",
        "Hoàn thành, đạt 80% chỉ tiêu",
        "Hoàn thành 30/9/2023",
        "hoan thanh: con thieu 2 ho so",
        "Done, except two cells",
        "Completed by Friday",
        "Cơ bản hoàn thành",
        "Sẽ hoàn thành",
        "99,6% hoàn thành",
        "Hoàn thành: xin lùi sang quý IV",
        "Hoàn thành (dự kiến 15/9)",
    ] {
        let mut sent = Sent::new();
        sent.fill(at, STATE, typed);
        let verdict = sent.verdict(at.0, at.1);
        let Verdict::Asked(question) = &verdict else {
            panic!("{typed}: {verdict:?}");
        };
        let quoted = Words::of(Lang::Vi).progress_problem(&question.why);
        let is_quoted =
            quoted.contains(typed) || quoted.contains("30/9/2023") || quoted.contains("99%");
        assert!(is_quoted, "{typed}: {quoted}");
        let import = sent.import();
        assert_eq!(import.tally(&Settlements::new()), [0, 1, 35, 0], "{typed}");
        let ids = sent.store.ids();
        assert!(changes(&import, &Settlements::new(), later(), ids).is_empty());
    }
    // Beside a bare state, other cells can take it back.
    for (column, typed) in [
        (REMARK, "mới được một nửa"),
        (DIFFICULTY, "còn 2 chi bộ chưa nộp"),
        (EVIDENCE, "dự thảo báo cáo, đang trình ký"),
    ] {
        let mut sent = Sent::new();
        sent.fill(at, STATE, "HT").fill(at, column, typed);
        assert_eq!(
            sent.problem(at.0, at.1),
            format!("? «{typed}»: đã xong hay chưa?")
        );
    }
}

#[test]
fn what_surely_says_done_is_taken_with_its_day() {
    let at = ("NV-001", "An Phú");
    let done = "chưa thực hiện → đã báo cáo";
    for (typed, said) in [
        (
            "Hoàn thành ngày 18/9/2023",
            format!("{done} · hoàn thành ngày 18/9/2023"),
        ),
        ("HT (18/9)", format!("{done} · hoàn thành ngày 18/9/2023")),
        (
            "Đã hoàn thành, ngày 18 tháng 9 năm 2023",
            format!("{done} · hoàn thành ngày 18/9/2023"),
        ),
        (
            "Hoàn thành: đã kết nạp 12 đảng viên",
            format!("{done} · Hoàn thành: đã kết nạp 12 đảng viên"),
        ),
        (
            "HT; Báo cáo số 45-BC/ĐU ngày 18/9/2023",
            format!("{done} · HT; Báo cáo số 45-BC/ĐU ngày 18/9/2023"),
        ),
        (
            "Đã nộp - Công văn 12-CV/ĐU",
            format!("{done} · Đã nộp - Công văn 12-CV/ĐU"),
        ),
    ] {
        let mut sent = Sent::new();
        sent.fill(at, STATE, typed);
        assert_eq!(change(&sent.verdict(at.0, at.1)), said, "{typed}");
    }
    for (typed, day) in [
        ("18/9/2023", "18/9/2023"),
        ("ngày 18/9/2023", "18/9/2023"),
        ("ngày 18 tháng 9 năm 2023", "18/9/2023"),
        ("thứ Hai, 18/9/2023", "18/9/2023"),
        ("2023-09-18 00:00:00", "18/9/2023"),
        ("2023-09-18T08:30:00", "18/9/2023"),
        ("18-Sep-2023", "18/9/2023"),
        ("18.9.2023", "18/9/2023"),
        ("45187", "18/9/2023"),
        ("20230918", "18/9/2023"),
        ("18 / 9 / 2023", "18/9/2023"),
    ] {
        let mut sent = Sent::new();
        sent.fill(at, STATE, "HT").fill(at, DONE_ON, typed);
        let said = format!("{done} · hoàn thành ngày {day}");
        assert_eq!(change(&sent.verdict(at.0, at.1)), said, "{typed}");
    }
    for typed in ["9/18/2023", "30/2/2023", "trước 18/9", "9/2023", "tháng 9"] {
        let mut sent = Sent::new();
        sent.fill(at, STATE, "HT").fill(at, DONE_ON, typed);
        assert_eq!(
            sent.problem(at.0, at.1),
            format!("? «{typed}» không phải ngày")
        );
    }
    for (typed, said) in [
        ("45 %", "chưa thực hiện → đang thực hiện · 0% → 45%"),
        (
            "đang  thực  hiện,60 %",
            "chưa thực hiện → đang thực hiện · 0% → 60%",
        ),
        ("Chưa", "Same"),
    ] {
        let mut sent = Sent::new();
        sent.fill(at, STATE, typed);
        let verdict = sent.verdict(at.0, at.1);
        let told = if verdict == Verdict::Same {
            "Same".to_owned()
        } else {
            change(&verdict)
        };
        assert_eq!(told, said, "{typed}");
    }
}

/// A question is settled by taking one of its meanings; read once more, the same file then says nothing new.
#[test]
fn a_settled_question_is_written_and_asked_no_more() {
    for (typed, place, state) in [
        ("HT", 0, AssignmentState::Reported),
        ("Hoàn thành một phần", 0, AssignmentState::InProgress),
        ("Hoàn thành một phần", 1, AssignmentState::Reported),
    ] {
        let mut sent = Sent::new();
        sent.fill(("NV-001", "An Phú"), STATE, typed);
        let import = sent.import();
        let asked = import
            .lines
            .iter()
            .position(|line| matches!(line.verdict, Verdict::Asked(_)));
        let settled = Settlements::from([(asked.unwrap(), Settled::Taken(place))]);
        assert_eq!(import.tally(&settled), [1, 0, 35, 0]);
        let changes = changes(&import, &settled, later(), sent.store.ids());
        sent.store
            .commit(&Transaction::new("đọc lại", changes), later())
            .unwrap();
        let table = table(&sent.store);
        let part = table
            .actions
            .iter()
            .find(|of| of.action.number == 1)
            .unwrap()
            .parts
            .iter()
            .find(|part| part.unit == "An Phú")
            .unwrap();
        assert_eq!(part.assignment.state, state, "{typed}");
        assert_eq!(
            sent.import().tally(&Settlements::new()),
            [0, 0, 36, 0],
            "{typed}"
        );
    }
}

/// A result and a difficulty go out and come back in two columns; neither replaces the other.
#[test]
fn a_result_and_a_difficulty_are_two_things() {
    let at = ("NV-001", "Tam Phú");
    let mut sent = Sent::new();
    sent.fill(at, DIFFICULTY, "Thiếu sổ gốc");
    sent.take();
    let part = |sent: &Sent| {
        let table = table(&sent.store);
        let of = table.actions.iter().find(|of| of.action.number == 1);
        let mut parts = of.unwrap().parts.iter();
        let part = parts
            .find(|part| part.unit == at.1)
            .unwrap()
            .assignment
            .clone();
        (
            part.result.unwrap_or_default(),
            part.difficulty.unwrap_or_default(),
        )
    };
    assert_eq!(
        part(&sent),
        ("Đang rà soát".to_owned(), "Thiếu sổ gốc".to_owned())
    );
    for (name, format) in [
        ("a.xlsx", ActionsFormat::Xlsx),
        ("a.csv", ActionsFormat::Csv),
    ] {
        sent.cells = sent_as(&table(&sent.store), name, format);
        assert_eq!(
            sent.import().tally(&Settlements::new()),
            [0, 0, 36, 0],
            "{name}"
        );
    }
    sent.fill(at, REMARK, "Đã rà soát 10/12 chi bộ");
    assert_eq!(change(&sent.verdict(at.0, at.1)), "Đã rà soát 10/12 chi bộ");
    sent.take();
    assert_eq!(
        part(&sent),
        (
            "Đã rà soát 10/12 chi bộ".to_owned(),
            "Thiếu sổ gốc".to_owned()
        )
    );
}

/// A ward that writes another deadline into its row asks for it; that is said, whatever else it reports.
#[test]
fn another_deadline_is_asked_for_and_said() {
    const LATER: usize = 7;
    let at = ("NV-001", "An Phú");
    let mut sent = Sent::new();
    sent.fill(at, LATER, "15/10/2023");
    assert_eq!(
        sent.problem(at.0, at.1),
        "xin hạn khác: 15/10/2023; cho thì ghi ở F6, Ctrl-T"
    );
    sent.fill(at, STATE, "ĐTH 60%");
    let line = sent.row(at.0, at.1) + 1;
    let import = sent.import();
    let found = import.lines.iter().find(|of| of.line == line).unwrap();
    assert_eq!(found.asks.as_deref(), Some("15/10/2023"));
    // The deadlines that the book has are no request.
    let row = sent.row("NV-002", "Linh Trung");
    assert_eq!(sent.cells.rows[row][LATER], "2023-09-15");
    assert_eq!(sent.verdict("NV-002", "Linh Trung"), Verdict::Same);
}

/// What wards may write into a cell, sloppily; those of the first list say that it is done.
const SAID: [&str; 18] = [
    "HT",
    "Hoàn thành",
    "Đã nộp",
    "xong",
    "100%",
    "ĐTH",
    "60%",
    "chưa",
    "Hoàn thành một phần",
    "HT nhưng thiếu",
    "sẽ hoàn thành",
    "Hoàn thành 4/5",
    "Hoàn thành 31/12/2023",
    "hoan thanh b1",
    "đang làm, sắp xong",
    "99,9%",
    "??",
    "Hoàn thành (dự thảo)",
];
const SURELY_DONE: usize = 5;

const BESIDE: [&str; 6] = [
    "",
    "Đã gửi đủ",
    "còn 2 chi bộ",
    "45-BC/ĐU",
    "dự kiến tháng 12",
    "ok",
];

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 24, failure_persistence: None, ..proptest::test_runner::Config::default() })]

    /// Whatever wards write, only a cell that surely says *done* makes a part done by itself.
    #[test]
    fn nothing_that_is_not_done_is_ever_read_as_done(
        said in 0..SAID.len(),
        remark in 0..BESIDE.len(),
        evidence in 0..BESIDE.len(),
        is_keyed in proptest::bool::ANY,
    ) {
        let at = ("NV-001", "An Phú");
        let mut sent = Sent::new();
        sent.fill(at, STATE, SAID[said]).fill(at, REMARK, BESIDE[remark]).fill(at, EVIDENCE, BESIDE[evidence]);
        if !is_keyed {
            sent.fill(at, KEY, "");
        }
        sent.take();
        let table = table(&sent.store);
        let of = table.actions.iter().find(|of| of.action.number == 1).unwrap();
        let part = of.parts.iter().find(|part| part.unit == at.1).unwrap();
        let is_done = part.assignment.state == AssignmentState::Reported;
        let is_denied = [remark, evidence].iter().any(|place| [2, 4].contains(place));
        proptest::prop_assert!(!is_done || said < SURELY_DONE && !is_denied, "{} {}", SAID[said], BESIDE[remark]);
    }
}

#[test]
fn settled_parts_are_left_out_and_said() {
    let mut sent = Sent::new();
    let at = ("NV-001", "Linh Trung");
    sent.fill(at, REMARK, "Bổ sung danh sách");
    assert_eq!(sent.problem(at.0, at.1), "sổ đã ghi hoàn thành");
}

/// Every ward sends the whole table back, filled in on its own rows; the others' are as old as the table.
#[test]
fn an_old_table_takes_nothing_back_that_was_heard_since() {
    let mut sent = Sent::new();
    sent.fill(("NV-001", "An Phú"), STATE, "ĐTH 30%");
    say(
        &mut sent.store,
        (1, "Tân Phú"),
        AssignmentState::InProgress,
        "Đang làm",
        None,
    );
    say(
        &mut sent.store,
        (1, "An Phú"),
        AssignmentState::InProgress,
        "Đang làm",
        None,
    );
    // The row of Tân Phú was not touched; that of An Phú says less than the book has heard since.
    assert_eq!(sent.verdict("NV-001", "Tân Phú"), Verdict::Same);
    assert_eq!(
        sent.problem("NV-001", "An Phú"),
        "? sổ đang ghi nhiều hơn: đang thực hiện, 40%"
    );
    // The same file filled in further is news again.
    sent.fill(("NV-001", "An Phú"), STATE, "ĐTH 70%");
    assert_eq!(change(&sent.verdict("NV-001", "An Phú")), "40% → 70%");
}

#[test]
fn a_table_is_read_however_it_was_sorted_renamed_and_cut() {
    let mut sent = Sent::new();
    sent.fill(("NV-001", "An Phú"), STATE, "ĐTH 60%");
    sent.fill(("NV-002", "Linh Trung"), EVIDENCE, "45-BC/ĐU");
    let wanted = sent.import().tally(&Settlements::new());
    assert_eq!(wanted, [2, 0, 34, 0]);
    // The rows the other way round, the title and the totals gone, the columns in another order, one more beside.
    let mut rows: Vec<Vec<String>> = sent.cells.rows.split_off(HEAD);
    for row in &mut rows {
        row.resize(KEY + 1, String::new());
    }
    let mut heads = rows.remove(0);
    let places = [STATE, CODE, UNIT, KEY, EVIDENCE, DONE_ON];
    let reorder = |row: &Vec<String>| places.map(|place| row[place].clone()).to_vec();
    heads[STATE] = "Tình trạng đến nay".to_owned();
    heads[EVIDENCE] = "VĂN BẢN".to_owned();
    let mut sorted = vec![reorder(&heads)];
    sorted[0].push("Điện thoại".to_owned());
    sorted.extend(
        rows.iter()
            .rev()
            .filter(|row| !row[CODE].is_empty())
            .map(reorder),
    );
    sent.cells.rows = sorted;
    let import = against(&sent.store, &sent.cells);
    assert_eq!(import.tally(&Settlements::new())[0], 2, "{import:?}");
    assert_eq!(import.unread, ["Điện thoại"]);
    // Without its keys it is read by code and unit, with accents or without.
    for row in &mut sent.cells.rows {
        row[3].clear();
        row[2] = row[2].replace("An Phú", "DANG UY PHUONG AN PHU");
    }
    let import = against(&sent.store, &sent.cells);
    assert_eq!(
        import.tally(&Settlements::new()),
        [2, 0, 34, 0],
        "{import:?}"
    );
}

#[test]
fn rows_without_a_key_are_known_by_code_and_unit_or_say_why_not() {
    let store = book();
    let rows = |rows: &[[&str; 3]]| Cells {
        rows: std::iter::once(&["Mã", "Đơn vị", "Tiến độ"])
            .chain(rows)
            .map(|row| row.map(str::to_owned).to_vec())
            .collect(),
        ..Cells::default()
    };
    for (row, said) in [
        (
            ["NV-001", "Linh Trug", "ĐTH"],
            "không có tên này; có phải Linh Trung",
        ),
        (
            ["NV-001", "Sài Gòn Xưa", "ĐTH"],
            "không có đơn vị nào tên Sài Gòn Xưa",
        ),
        (["NV-001", "", "ĐTH"], "dòng không ghi đơn vị"),
        (
            ["NV-009", "Linh Trung", "ĐTH"],
            "sổ không có nhiệm vụ NV-009",
        ),
        (["NV-002", "An Phú", "ĐTH"], "An Phú không được giao NV-002"),
        (["", "An Phú", "ĐTH"], "dòng không có mã nhiệm vụ"),
    ] {
        let import = against(&store, &rows(&[row]));
        let Verdict::Problem(problem) = &import.lines[0].verdict else {
            panic!("{row:?}: {import:?}");
        };
        let told = Words::of(Lang::Vi).progress_problem(problem);
        assert!(told.starts_with(said), "{told}");
    }
    // A name that is spelled otherwise is asked about, where its unit has a part; it is never taken by itself.
    let import = against(&store, &rows(&[["NV-002", "Linh Trug", "70%"]]));
    let Verdict::Asked(question) = &import.lines[0].verdict else {
        panic!("{import:?}");
    };
    assert_eq!(told(&question.readings[0].differences), "40% → 70%");
    let import = against(&store, &rows(&[["nv2", "phường Linh Trung", "70%"]]));
    assert_eq!(change(&import.lines[0].verdict), "40% → 70%");
    // Nothing shows that the book has not gone on since, so less than it has heard is no news.
    let import = against(&store, &rows(&[["nv2", "Linh Trung", "10%"]]));
    let Verdict::Asked(question) = &import.lines[0].verdict else {
        panic!("{import:?}");
    };
    assert!(matches!(question.why, RowProblem::Behind(..)));
    assert_eq!(told(&question.readings[0].differences), "40% → 10%");
}

#[test]
fn a_table_of_something_else_says_so() {
    let cells = |rows: &[&[&str]]| Cells {
        rows: rows
            .iter()
            .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
            .collect(),
        ..Cells::default()
    };
    let today = day(2023, 9, 20);
    for (rows, why) in [
        (&[][..], Unreadable::Empty),
        (
            &[&["Đơn vị", "Bí thư"][..], &["An Phú", "A"]],
            Unreadable::NoCodes,
        ),
        (
            &[&["Mã", "Đơn vị"][..], &["NV-001", "An Phú"]],
            Unreadable::NothingSaid,
        ),
    ] {
        assert_eq!(read(&cells(rows), today).unwrap_err(), why);
    }
}

/// Written by us, filled in, sorted, and saved by LibreOffice 7.4, as XLSX and as CSV.
#[test]
fn a_table_that_libreoffice_saved_is_read() {
    let store = book();
    for name in ["progress_libreoffice.xlsx", "progress_libreoffice.csv"] {
        let cells = read_table(&fixture(name)).unwrap();
        let import = against(&store, &cells);
        assert_eq!(
            import.tally(&Settlements::new()),
            [2, 0, 34, 0],
            "{name} {import:?}"
        );
        let mut changes: Vec<String> = import
            .lines
            .iter()
            .filter(|line| matches!(line.verdict, Verdict::Changed(..)))
            .map(|line| format!("{} {}: {}", line.code, line.unit, change(&line.verdict)))
            .collect();
        changes.sort();
        assert_eq!(
            changes,
            [
                "NV-001 An Phú: chưa thực hiện → đang thực hiện · 0% → 60%",
                "NV-002 Linh Trung: đang thực hiện → đã báo cáo · hoàn thành ngày 18/9/2023 · văn bản 45-BC/ĐU",
            ],
            "{name}"
        );
    }
}

/// The program on the register with this dialog open, as a draft of it tells.
fn stage(dialog: &str) -> Stage {
    let store = book();
    let place = format!(r#"{{"screen":"Actions","dialog":{dialog}}}"#);
    store.keep_draft("place", &place).unwrap();
    Stage::at(store, (80, 24), Lang::Vi, later())
}

fn form(purpose: &str, value: &str) -> String {
    let line = serde_json::to_string(&giaoban::text::line::Line::of(value)).unwrap();
    let entry = format!(r#"{{"id":"file","line":{line},"first":""}}"#);
    format!(r#"{{"Form":{{"purpose":{purpose},"entries":[{entry}],"field":0}}}}"#)
}

fn filled(folder: &Path) -> String {
    let path = folder.join("ve.csv");
    let text = "Mã;Đơn vị;Tiến độ;Số điện thoại\nNV-001;An Phú;ĐTH 60%;\nNV-001;Linh Trug;HT;\nNV-002;Linh Trung;80%;\n";
    write_atomically(&path, text.as_bytes(), false).unwrap();
    path.display().to_string()
}

#[test]
fn the_preview_shows_every_row_and_nothing_is_written_before_it_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage(&form(
        r#"{"Actions":"ImportProgress"}"#,
        &filled(folder.path()),
    ));
    stage.sees("ĐỌC LẠI BÁO CÁO TIẾN ĐỘ");
    stage.press("<Enter>");
    stage.sees("ĐỌC LẠI TIẾN ĐỘ · ve.csv");
    stage
        .sees("2 báo cáo · 0 hỏi · 0 như cũ · 1 bỏ qua")
        .sees("cột không đọc: Số điện thoại");
    stage
        .sees("NV-001 An Phú")
        .sees("chưa thực hiện → đang thực hiện");
    stage.sees("không có tên này; có phải Linh Trung");
    stage.press("<Down> ").sees("Dòng này không có báo cáo mới");
    stage
        .press("<Down> ")
        .sees("1 báo cáo · 0 hỏi · 0 như cũ · 2 bỏ qua");
    stage.press("<Esc>").misses("ĐỌC LẠI");
    stage.press("<C-z>").misses("Đọc lại");
}

/// A question is settled where it is shown: the space bar goes through what it may mean, Ctrl-E completes it.
#[test]
fn a_question_is_settled_and_completed_in_the_preview() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ve.csv");
    let text = "Mã;Đơn vị;Tiến độ\nNV-001;An Phú;Hoàn thành một phần\nNV-001;Tân Phú;HT\n";
    write_atomically(&path, text.as_bytes(), false).unwrap();
    let file = path.display().to_string();
    let mut stage = stage(&form(r#"{"Actions":"ImportProgress"}"#, &file));
    stage
        .press("<Enter>")
        .sees("0 báo cáo · 2 hỏi · 0 như cũ · 0 bỏ qua")
        .sees("«Hoàn thành một phần»: đã xong hay chưa?");
    // The safe meaning comes first, then the other, then the row is left out, then it is a question again.
    stage.press(" ").sees("chưa thực hiện → đang thực hiện");
    stage.press(" ").sees("chưa thực hiện → đã báo cáo");
    stage
        .press(" ")
        .sees("0 báo cáo · 1 hỏi · 0 như cũ · 1 bỏ qua");
    stage
        .press("  ")
        .sees("1 báo cáo · 1 hỏi · 0 như cũ · 0 bỏ qua");
    // The other row is completed; the preview waits behind the form.
    stage
        .press("<Down><C-e>")
        .sees("SỬA DÒNG 3 · NV-001 Tân Phú");
    stage.press("<Esc>").sees("ĐỌC LẠI TIẾN ĐỘ · ve.csv");
    stage.press("<C-e>").press("Đã nộp đủ<C-s>");
    stage.sees("2 báo cáo · 0 hỏi").sees("đã sửa");
    stage.press("<Enter>").sees("Đọc lại tiến độ: 2 báo cáo");
}

/// A folder is read as one table; a file that is none says why in a row of its own.
#[test]
fn a_folder_of_tables_is_read_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        write_atomically(&folder.path().join(name), text.as_bytes(), false).unwrap();
    };
    put("an-phu.csv", "Mã;Đơn vị;Tiến độ\nNV-001;An Phú;ĐTH 60%\n");
    put("tan-phu.csv", "Mã;Đơn vị;Tiến độ\nNV-001;Tân Phú;ĐTH 30%\n");
    put("khac.csv", "Tên;Tuổi\nA;30\n");
    put("~$an-phu.xlsx", "");
    put("thu.docx", "");
    let path = format!("{}/", folder.path().display());
    let mut stage = stage(&form(r#"{"Actions":"ImportProgress"}"#, &path));
    stage
        .press("<Enter>")
        .sees("2 báo cáo · 0 hỏi · 0 như cũ · 1 bỏ qua")
        .sees("khac.csv")
        .sees("Không đọc được: không có cột Mã nhiệm vụ")
        .sees("an-phu.csv");
    stage.press("<Enter>").sees("Đọc lại tiến độ: 2 báo cáo");
    // The folder is offered again, and Tab completes a name in it.
    stage
        .press("<C-o>")
        .sees(&folder.path().file_name().unwrap().to_string_lossy());
    stage.press("tan<Tab>").sees("tan-phu.csv");
    stage
        .press("<Enter>")
        .sees("ĐỌC LẠI TIẾN ĐỘ · tan-phu.csv")
        .sees("0 báo cáo · 0 hỏi · 1 như cũ");
}

#[test]
fn what_was_taken_is_one_transaction_and_is_taken_back_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage(&form(
        r#"{"Actions":"ImportProgress"}"#,
        &filled(folder.path()),
    ));
    stage.press("<Enter><Enter>");
    stage.sees("Đọc lại tiến độ: 2 báo cáo").misses("ve.csv");
    stage.press("<C-z>").sees("Đọc lại tiến độ: 2 báo cáo");
}

#[test]
fn a_file_that_cannot_be_read_keeps_the_form_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    write_atomically(&path, "Đơn vị,Bí thư\nAn Phú,A\n".as_bytes(), false).unwrap();
    let mut stage = stage(&form(
        r#"{"Actions":"ImportProgress"}"#,
        &path.display().to_string(),
    ));
    stage.press("<Enter>");
    stage
        .sees("không có cột Mã nhiệm vụ hay cột Khóa (a.csv)")
        .sees("ĐỌC LẠI BÁO CÁO");
}

#[test]
fn the_register_goes_out_by_the_ending_of_the_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nv.ics").display().to_string();
    let mut stage = stage(&form(r#"{"Export":"Actions"}"#, &path));
    stage.sees("XUẤT NHIỆM VỤ").press("<Enter>").sees("nv.ics");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"));
    let mut stage = stage_of_ending(folder.path());
    stage
        .press("<Enter>")
        .sees("Tên tệp phải kết thúc bằng .xlsx .csv .json .ics .md hoặc .txt.");
}

fn stage_of_ending(folder: &Path) -> Stage {
    let path = folder.join("nv.doc").display().to_string();
    stage(&form(r#"{"Export":"Actions"}"#, &path))
}

#[test]
fn a_reminder_is_read_and_copied() {
    let mut stage = stage(r#"{"Reading":{"what":{"Reminder":null},"scroll":0}}"#);
    stage
        .sees("NHẮC VIỆC QUÁ HẠN")
        .sees("Kính gửi: Đảng ủy phường Linh Trung");
    stage.press("<Enter>");
    assert!(
        stage
            .copied()
            .starts_with("Kính gửi: Đảng ủy phường Linh Trung\n")
    );
}

/// Where the table for LibreOffice is kept, if the environment names a folder in this variable.
const FIXTURES: &str = "GIAOBAN_FIXTURES";

/// The fixtures of LibreOffice are this table, opened and saved there.
#[test]
fn the_table_that_libreoffice_got_reads_as_what_it_saved() {
    use giaoban::papers::sheet::Value;
    use giaoban::papers::{actions::sheet, xlsx::xlsx};
    let store = book();
    let mut sheet = sheet(&table(&store), &Phrases::default());
    let text = |value: &Value| match value {
        Value::Text(text) | Value::Marked(text, _) => text.clone(),
        Value::Count(_) | Value::Share(_) | Value::Day(_) => String::new(),
    };
    for row in &mut sheet.rows {
        match (text(&row[CODE]).as_str(), text(&row[UNIT]).as_str()) {
            ("NV-001", "An Phú") => row[STATE] = Value::Share(0.6),
            ("NV-002", "Linh Trung") => {
                row[STATE] = Value::Text("HT".to_owned());
                row[DONE_ON] = Value::Day(day(2023, 9, 18));
                row[EVIDENCE] = Value::Text("45-BC/ĐU".to_owned());
            }
            _ => {}
        }
    }
    sheet.name = "Phiếu".to_owned();
    sheet.rows.reverse();
    let folder = tempfile::tempdir().unwrap();
    let kept = std::env::var_os(FIXTURES);
    let folder = kept.as_ref().map_or(folder.path(), Path::new);
    let path = folder.join("progress_libreoffice.xlsx");
    write_atomically(&path, &xlsx(&sheet).unwrap(), true).unwrap();
    let verdicts = |path: &Path| {
        let lines = against(&store, &read_table(path).unwrap()).lines;
        let lines = lines.into_iter();
        let mut verdicts: Vec<_> = lines
            .map(|line| (line.code, line.unit, line.verdict))
            .collect();
        verdicts.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
        verdicts
    };
    let saved = verdicts(&fixture("progress_libreoffice.xlsx"));
    assert_eq!(verdicts(&path), saved);
}
