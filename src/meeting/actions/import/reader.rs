//! Reading the rows of a follow-up table: the columns by their heads, then the cells of each row.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{RowProblem, Sheet, SheetLine, Unreadable, state};
use crate::meeting::actions::table::{Key, Said};
use crate::meeting::sheet::{Cells, Head, day, head, one_line, percent};

/// The meaning of a column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Key,
    Code,
    Unit,
    State,
    Percent,
    DoneOn,
    Evidence,
    Difficulty,
    /// The result.
    Outcome,
    Remark,
    /// The later deadline.
    Later,
    /// It is known, and nothing that a unit reports.
    Other,
}

/// The names of the head of each column, folded; a longer head may go on behind its name.
const HEADS: &[(Column, &[&str])] = &[
    (Column::Key, &["khoa", "key"]),
    (Column::Code, &["ma nhiem vu", "ma so", "ma", "code"]),
    (
        Column::Unit,
        &[
            "don vi chu tri",
            "don vi thuc hien",
            "ten don vi",
            "don vi",
            "dang uy",
            "phuong",
            "lead unit",
            "unit",
            "ward",
        ],
    ),
    (
        Column::State,
        &[
            "tien do",
            "tinh trang",
            "trang thai",
            "tinh hinh",
            "state",
            "status",
            "progress",
        ],
    ),
    (
        Column::Percent,
        &["%", "ty le", "phan tram", "da lam", "percent", "done %"],
    ),
    (
        Column::DoneOn,
        &["ngay hoan thanh", "hoan thanh ngay", "ngay xong", "done on"],
    ),
    (
        Column::Evidence,
        &[
            "van ban ket qua",
            "so ngay van ban ket qua",
            "van ban",
            "evidence",
            "result document",
            "document",
        ],
    ),
    (
        Column::Difficulty,
        &[
            "kho khan",
            "nguyen nhan",
            "difficulty",
            "difficulties",
            "cause",
        ],
    ),
    (Column::Outcome, &["ket qua", "result", "results"]),
    (
        Column::Remark,
        &["ghi chu", "remark", "remarks", "note", "notes"],
    ),
    (
        Column::Later,
        &["han dieu chinh", "gia han den", "extended to"],
    ),
    (
        Column::Other,
        &[
            "tt",
            "stt",
            "so ngay van ban giao",
            "van ban giao",
            "noi dung",
            "don vi phoi hop",
            "chuyen vien",
            "thoi han",
            "ly do gia han",
            "loi giao han",
            "loi gia han",
            "san pham",
            "tre",
            "trong tam",
        ],
    ),
];

/// The columns in which a unit reports.
const SAYS: [Column; 7] = [
    Column::State,
    Column::Percent,
    Column::DoneOn,
    Column::Evidence,
    Column::Difficulty,
    Column::Outcome,
    Column::Remark,
];

/// Says whether a table has the head of a follow-up table among its first lines.
pub fn has_head(cells: &Cells) -> bool {
    find_head(cells).is_some()
}

fn find_head(cells: &Cells) -> Option<Head<Column>> {
    cells.head(heads, |columns| {
        let is_named = columns.contains_key(&Column::Key) || columns.contains_key(&Column::Code);
        // A line of totals may begin as a head does; it names no second column.
        is_named && columns.len() > 1
    })
}

/// Reads the rows of a table that speak of actions, wherever its heads stand.
pub fn read(cells: &Cells, today: NaiveDate) -> Result<Sheet, Unreadable> {
    if cells.is_empty() {
        return Err(Unreadable::Empty);
    }
    let (head, columns, unread) = find_head(cells).ok_or(Unreadable::NoCodes)?;
    if !SAYS.iter().any(|column| columns.contains_key(column)) {
        return Err(Unreadable::NothingSaid);
    }
    let reader = Reader {
        cells,
        columns,
        today,
    };
    let rows = head + 1..cells.rows.len();
    let lines: Vec<SheetLine> = rows.filter_map(|row| reader.line(row)).collect();
    let formulas = cells.formulas.iter().filter(|(row, _)| *row > head);
    Ok(Sheet {
        formulas: formulas.count(),
        unread,
        hidden: cells.hidden_among(lines.iter().map(|line| line.line - 1)),
        origin: cells.origin.clone(),
        lines,
    })
}

struct Reader<'a> {
    cells: &'a Cells,
    columns: BTreeMap<Column, usize>,
    today: NaiveDate,
}

impl Reader<'_> {
    /// Returns the reading of a row; none for titles, totals and signatures.
    fn line(&self, row: usize) -> Option<SheetLine> {
        let key = self.text(row, Column::Key);
        let key = key.as_deref().and_then(Key::read);
        let code = self.text(row, Column::Code).unwrap_or_default();
        let unit = self.text(row, Column::Unit).unwrap_or_default();
        let says = || SAYS.iter().any(|column| self.text(row, *column).is_some());
        let is_about_something = key.is_some() || !code.is_empty();
        if !is_about_something && (unit.is_empty() || !says()) {
            return None;
        }
        let (said, doubt) = self.said(row);
        Some(SheetLine {
            line: row + 1,
            key,
            code,
            unit,
            said,
            doubt,
            later: self.text(row, Column::Later),
            file: None,
        })
    }

    /// Returns what a row says as far as it is understood, and the first of its cells that is not.
    fn said(&self, row: usize) -> (Said, Option<RowProblem>) {
        let formula = SAYS.iter().find_map(|column| {
            let text = self.text(row, *column)?;
            // A formula without a value is shown as itself; a text may begin so, too, but not with a name behind.
            let is_formula = text.starts_with('=') && text.contains(['(', '#', '!']);
            is_formula.then_some(text)
        });
        if let Some(formula) = formula {
            return (Said::default(), Some(RowProblem::Formula(formula)));
        }
        let (mut texts, mut doubt) = (Vec::new(), None);
        let mut said = Said::default();
        if let Some(typed) = self.text(row, Column::State) {
            match state::read(&typed, self.today) {
                Ok(read) => {
                    (said.state, said.percent, said.done_on) =
                        (read.state, read.percent, read.done_on);
                    texts.extend(read.has_more.then_some(typed));
                }
                Err(problem) => {
                    doubt = Some(problem);
                    texts.push(typed);
                }
            }
        }
        if let Some(typed) = self.text(row, Column::Percent) {
            match percent(&typed) {
                Some(percent) => said.percent = Some(percent),
                None => doubt = doubt.or(Some(RowProblem::NotPercent(typed))),
            }
        }
        if let Some(typed) = self.text(row, Column::DoneOn) {
            match day(&typed, self.today) {
                Some(day) if said.done_on.is_none_or(|named| named == day) => {
                    said.done_on = Some(day);
                }
                Some(_) => {
                    doubt =
                        doubt.or_else(|| self.text(row, Column::State).map(RowProblem::Unclear));
                }
                None => doubt = doubt.or(Some(RowProblem::NotADate(typed))),
            }
        }
        said.evidence = self.text(row, Column::Evidence);
        said.difficulty = self.text(row, Column::Difficulty);
        texts.extend(self.text(row, Column::Outcome));
        texts.extend(self.text(row, Column::Remark));
        said.text = (!texts.is_empty()).then(|| texts.join(". "));
        (said, doubt)
    }

    fn text(&self, row: usize, column: Column) -> Option<String> {
        self.cells.text(row, *self.columns.get(&column)?)
    }
}

/// Returns the columns that a row of heads names, and its heads that name no column.
fn heads(row: &[String]) -> (BTreeMap<Column, usize>, Vec<String>) {
    let (mut columns, mut unread) = (BTreeMap::new(), Vec::new());
    let meanings = row.iter().map(|cell| (cell, column_of(cell)));
    let meanings: Vec<_> = meanings.collect();
    // A head that equals a name goes before one that only begins with it.
    for is_exact in [true, false] {
        for (position, (_, meaning)) in meanings.iter().enumerate() {
            if let Some((column, exact)) = meaning
                && *exact == is_exact
                && !columns.values().any(|taken| *taken == position)
            {
                columns.entry(*column).or_insert(position);
            }
        }
    }
    for (position, (cell, meaning)) in meanings.into_iter().enumerate() {
        let is_read = meaning.is_some_and(|(column, _)| {
            column == Column::Other || columns.get(&column) == Some(&position)
        });
        if !is_read && !cell.trim().is_empty() {
            unread.push(one_line(cell));
        }
    }
    columns.remove(&Column::Other);
    (columns, unread)
}

/// Returns the column that a head means, and whether it is called exactly so.
fn column_of(cell: &str) -> Option<(Column, bool)> {
    let head = head(cell);
    let names = || {
        HEADS
            .iter()
            .flat_map(|(column, names)| names.iter().map(move |name| (*column, *name)))
    };
    let exact = names().find(|(_, name)| *name == head);
    let begun = || {
        names()
            .filter(|(_, name)| goes_on(&head, name))
            .max_by_key(|(_, name)| name.len())
    };
    exact
        .map(|(column, _)| (column, true))
        .or_else(|| begun().map(|(column, _)| (column, false)))
}

/// Says whether a text is a phrase, or goes on behind it with another word.
fn goes_on(text: &str, phrase: &str) -> bool {
    let behind = text.strip_prefix(phrase);
    behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(' '))
}
