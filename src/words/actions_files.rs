//! The words of the register's export and import: formats, files, the rows that were read back.

use super::Words;
use crate::meeting::actions::import::{Difference, RowProblem, Unreadable};
use crate::meeting::code::AssignmentState;
use crate::text::dates::short_date;

super::phrases! {
    actions_none_such = "không có nhiệm vụ nào như vậy", "there are no such actions";
    fail_actions_format(name: &str) = "Không có dạng «{name}»; có table, xlsx, csv, json, ics, md, reminder.", "There is no format «{name}»; there are table, xlsx, csv, json, ics, md, reminder.";
    fail_actions_ending(file: &str) = "{file}: tên tệp phải kết thúc bằng .xlsx .csv .json .ics .md .txt, hoặc thêm --format.", "{file}: the name must end in .xlsx .csv .json .ics .md .txt, or add --format.";
    fail_xlsx_to_terminal = "XLSX không hiện được trên màn hình; dùng -o TỆP.xlsx.", "XLSX cannot be shown on a terminal; use -o FILE.xlsx.";
    why_actions_ending = "Tên tệp phải kết thúc bằng .xlsx .csv .json .ics .md hoặc .txt.", "The name must end in .xlsx .csv .json .ics .md or .txt.";

    reminder_title = "NHẮC VIỆC QUÁ HẠN", "REMINDER OF WHAT IS OVERDUE";
    reminder_none = "Không có nhiệm vụ quá hạn.", "Nothing is overdue.";

    progress_title(file: &str) = "ĐỌC LẠI TIẾN ĐỘ · {file}", "PROGRESS READ BACK · {file}";
    progress_foot = "Enter ghi · dấu cách: hiểu cách khác, bỏ · Ctrl-E sửa dòng · Esc hủy", "Enter writes · Space: read otherwise, leave out · Ctrl-E mend · Esc cancels";
    progress_tally(reports: usize, asked: usize, same: usize, left_out: usize) = "{reports} báo cáo · {asked} hỏi · {same} như cũ · {left_out} bỏ qua", "{reports} reports · {asked} questions · {same} the same · {left_out} left out";
    progress_unread(heads: &str) = "cột không đọc: {heads}", "columns not read: {heads}";
    import_no_tables = "không có tệp XLSX, CSV nào trong thư mục này", "there is no XLSX or CSV file in this folder";
    import_file(name: &str) = "tệp {name}", "file {name}";
    import_looked_at(why: &str, looked: usize) = "{why}; đã xem {looked} trang", "{why}; {looked} sheets were looked at";
    import_looked_at_but(why: &str, looked: usize, hidden: usize) = "{why}; đã xem {looked} trang, không đọc {hidden} trang ẩn", "{why}; {looked} sheets were looked at, {hidden} hidden ones were not read";
    import_sheet(sheet: &str) = "trang «{sheet}»", "sheet «{sheet}»";
    import_other_sheets(count: usize) = "{count} trang khác không đọc", "{count} other sheets not read";
    import_hidden_sheets(count: usize) = "{count} trang ẩn không đọc", "{count} hidden sheets not read";
    import_hidden_rows(count: usize) = "{count} dòng ẩn cũng đọc", "{count} hidden rows are read too";
    progress_report = "báo cáo", "report";
    progress_left_out = "bỏ", "left out";
    progress_asked = "hỏi", "asks";
    progress_mended = "đã sửa", "mended";
    form_mend_row(line: usize, of: &str) = "SỬA DÒNG {line} · {of}", "MEND ROW {line} · {of}";
    told_progress_but(reports: usize, asked: usize) = "Đọc lại tiến độ: {reports} báo cáo; {asked} dòng còn phải hỏi, chưa ghi", "Progress read back: {reports} reports; {asked} rows in question not written";
    why_no_row_to_mend = "Dòng này không biết là của phần việc nào, hoặc không có gì để sửa.", "It is not known which part this row is about, or there is nothing to mend.";
    told_progress(reports: usize) = "Đọc lại tiến độ: {reports} báo cáo", "Progress read back: {reports} reports";
    why_not_a_report = "Dòng này không có báo cáo mới để bỏ hay lấy.", "This row has no report to be left out or taken.";
    why_only_mended = "Dòng này phải sửa mới lấy được: bấm Ctrl-E.", "This row has to be mended first: press Ctrl-E.";

    progress_no_codes = "không có cột Mã nhiệm vụ hay cột Khóa", "there is no column of codes and none of keys";
    progress_nothing_said = "không có cột nào về tiến độ, văn bản, ghi chú", "there is no column of progress, documents or remarks";

    progress_no_code = "dòng không có mã nhiệm vụ", "the row has no code";
    progress_unknown_code(code: &str) = "sổ không có nhiệm vụ {code}", "the book has no action {code}";
    progress_no_unit = "dòng không ghi đơn vị", "the row names no unit";
    progress_unknown_unit(unit: &str) = "không có đơn vị nào tên {unit}", "no unit is called {unit}";
    progress_near_unit(near: &str) = "không có tên này; có phải {near}?", "no unit is called so; {near}?";
    progress_not_theirs(unit: &str, code: &str) = "{unit} không được giao {code}", "{unit} has no part in {code}";
    progress_other_book = "dòng này xuất từ một sổ khác", "the row was written out of another book";
    progress_mixed(code: &str, unit: &str) = "cột xếp lệch: khóa là của {code} {unit}", "columns sorted apart: the key is of {code} {unit}";
    progress_duplicate_in(line: usize, file: &str) = "phần việc này đã có ở dòng {line} của {file}", "this part stood in row {line} of {file} already";
    progress_duplicate(line: usize) = "phần việc này đã có ở dòng {line}", "this part stood in row {line} already";
    progress_not_a_state(typed: &str) = "«{typed}» không phải tình trạng (HT, ĐTH, CTH …)", "«{typed}» is no state (HT, ĐTH, CTH …)";
    progress_unclear(typed: &str) = "«{typed}»: đã xong hay chưa?", "«{typed}»: done or not?";
    progress_before_given(day: &str) = "ngày hoàn thành {day} trước ngày giao", "done on {day}, before it was given";
    progress_later_day(day: &str, known: &str) = "ghi xong {day}, sau ngày {known} mà sổ đã có", "done on {day}, later than {known} in the book";
    progress_asks(asked: &str) = "xin hạn khác: {asked}", "asks for another deadline: {asked}";
    progress_asks_and_nothing(asked: &str) = "xin hạn khác: {asked}; cho thì ghi ở F6, Ctrl-T", "asks for another deadline: {asked}; to grant it, F6, Ctrl-T";
    progress_done_on(day: &str) = "hoàn thành ngày {day}", "done on {day}";
    progress_not_percent(typed: &str) = "«{typed}» không phải tỷ lệ từ 0 đến 100", "«{typed}» is no share from 0 to 100";
    progress_not_a_date(typed: &str) = "«{typed}» không phải ngày", "«{typed}» is no date";
    progress_future(day: &str) = "ngày hoàn thành {day} chưa tới", "done on {day}, which has not come";
    progress_formula(typed: &str) = "ô là công thức chưa tính: {typed}", "the cell is a formula without a value: {typed}";
    progress_state_and_percent(state: &str, percent: i64) = "ghi {state} nhưng tỷ lệ là {percent}%", "it says {state}, but {percent}%";
    progress_state_and_day(state: &str) = "có ngày hoàn thành nhưng ghi {state}", "it has a day on which it was done, but says {state}";
    progress_no_report = "ghi hoàn thành mà không nêu kết quả, văn bản", "it says done, and names no result or document";
    progress_settled(state: &str) = "sổ đã ghi {state}", "the book has it as {state} already";
    progress_not_for_units(state: &str) = "{state} không do đơn vị báo cáo; ghi ở F6", "{state} is not for a unit to report; mark it on F6";
    progress_behind(state: &str, percent: i64) = "sổ đang ghi nhiều hơn: {state}, {percent}%", "the book says more: {state}, {percent}%";
}

impl Words {
    /// Returns why a whole table of progress cannot be read.
    pub(crate) fn progress_unreadable(self, unreadable: Unreadable) -> &'static str {
        match unreadable {
            Unreadable::Empty => self.unreadable_empty(),
            Unreadable::NoCodes => self.progress_no_codes(),
            Unreadable::NothingSaid => self.progress_nothing_said(),
        }
    }

    /// Returns why a row of progress is left out.
    pub fn progress_problem(self, problem: &RowProblem) -> String {
        let state = |state: AssignmentState| self.assignment_state(state);
        match problem {
            RowProblem::File(why) => why.clone(),
            RowProblem::NoCode => self.progress_no_code().to_owned(),
            RowProblem::UnknownCode(code) => self.progress_unknown_code(code),
            RowProblem::UnknownUnit(unit, _) if unit.is_empty() => {
                self.progress_no_unit().to_owned()
            }
            RowProblem::UnknownUnit(unit, near) if near.is_empty() => {
                self.progress_unknown_unit(unit)
            }
            RowProblem::UnknownUnit(_, near) => self.progress_near_unit(&near.join(", ")),
            RowProblem::NotTheirs(unit, code) => self.progress_not_theirs(unit, code),
            RowProblem::OtherBook => self.progress_other_book().to_owned(),
            RowProblem::Mixed(code, unit) => self.progress_mixed(code, unit),
            RowProblem::Duplicate(line, None) => self.progress_duplicate(*line),
            RowProblem::Duplicate(line, Some(file)) => self.progress_duplicate_in(*line, file),
            RowProblem::NotAState(typed) => self.progress_not_a_state(typed),
            RowProblem::Unclear(typed) => self.progress_unclear(typed),
            RowProblem::BeforeGiven(day) => self.progress_before_given(&short_date(*day)),
            RowProblem::LaterDay(known, day) => {
                self.progress_later_day(&short_date(*day), &short_date(*known))
            }
            RowProblem::AsksForDeadline(asked) => self.progress_asks_and_nothing(asked),
            RowProblem::NotPercent(typed) => self.progress_not_percent(typed),
            RowProblem::NotADate(typed) => self.progress_not_a_date(typed),
            RowProblem::Future(day) => self.progress_future(&short_date(*day)),
            RowProblem::Formula(typed) => self.progress_formula(typed),
            RowProblem::StateAndPercent(of, percent) => {
                self.progress_state_and_percent(state(*of), *percent)
            }
            RowProblem::StateAndDay(of) => self.progress_state_and_day(state(*of)),
            RowProblem::NoReport => self.progress_no_report().to_owned(),
            RowProblem::Settled(of) => self.progress_settled(state(*of)),
            RowProblem::NotForUnits(of) => self.progress_not_for_units(state(*of)),
            RowProblem::Behind(of, percent) => self.progress_behind(state(*of), *percent),
        }
    }

    /// Returns the changes of a row of progress.
    pub fn progress_differences(self, differences: &[Difference]) -> String {
        let texts = differences.iter().map(|difference| match difference {
            Difference::State(from, to) => format!(
                "{} → {}",
                self.assignment_state(*from),
                self.assignment_state(*to)
            ),
            Difference::Percent(from, to) => format!("{from}% → {to}%"),
            Difference::Text(text) => text.clone(),
            Difference::Difficulty(text) => self.report_difficulty(text),
            Difference::Evidence(text) => self.report_evidence(text),
            Difference::DoneOn(day) => self.progress_done_on(&short_date(*day)),
        });
        texts.collect::<Vec<_>>().join(" · ")
    }
}
