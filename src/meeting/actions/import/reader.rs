//! Reading the rows of a follow-up table: the columns by their heads, then the cells of each row.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::{RowProblem, Sheet, SheetLine, Unreadable};
use crate::meeting::actions::table::{Key, Mark, Said};
use crate::meeting::code::AssignmentState;
use crate::meeting::roster::import::Cells;
use crate::text::clean::clean_line;
use crate::text::dates::parse_near_date;
use crate::text::fold::fold;

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
    Remark,
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
    (
        Column::Remark,
        &[
            "ghi chu", "ket qua", "remark", "remarks", "note", "notes", "result",
        ],
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
            "han dieu chinh",
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
const SAYS: [Column; 6] = [
    Column::State,
    Column::Percent,
    Column::DoneOn,
    Column::Evidence,
    Column::Difficulty,
    Column::Remark,
];

/// Words of a sheet about a part that are no state, folded; they are computed, so nothing is read from them.
const KNOWN_ANYWAY: &[&str] = &["qua han", "overdue", "sap den han", "due soon"];

/// Returns the words that mean a state, folded; none for words whose meaning is computed.
fn states() -> impl Iterator<Item = (&'static str, Option<AssignmentState>)> {
    let states = AssignmentState::ALL.iter().copied();
    let names = |state: AssignmentState| {
        state
            .row()
            .read
            .iter()
            .map(move |name| (*name, Some(state)))
    };
    let known = KNOWN_ANYWAY.iter().map(|name| (*name, None));
    states.flat_map(names).chain(known)
}

/// Lines above the heads at most: titles and totals.
const TITLE_ROWS: usize = 20;

/// Reads the rows of a table that speak of actions, wherever its heads stand.
pub fn read(cells: &Cells, today: NaiveDate) -> Result<Sheet, Unreadable> {
    let mut all = cells.rows.iter().flatten();
    if all.all(|cell| cell.trim().is_empty()) {
        return Err(Unreadable::Empty);
    }
    let found = cells.rows.iter().take(TITLE_ROWS).map(|row| heads(row));
    let mut found = found.enumerate();
    let (head, (columns, unread)) = found
        .find(|(_, (columns, _))| {
            let is_named =
                columns.contains_key(&Column::Key) || columns.contains_key(&Column::Code);
            // A line of totals may begin as a head does; it names no second column.
            is_named && columns.len() > 1
        })
        .ok_or(Unreadable::NoCodes)?;
    if !SAYS.iter().any(|column| columns.contains_key(column)) {
        return Err(Unreadable::NothingSaid);
    }
    let reader = Reader {
        cells,
        columns,
        today,
    };
    let rows = head + 1..cells.rows.len();
    let formulas = cells.formulas.iter().filter(|(row, _)| *row > head);
    Ok(Sheet {
        lines: rows.filter_map(|row| reader.line(row)).collect(),
        formulas: formulas.count(),
        unread,
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
        Some(SheetLine {
            line: row + 1,
            key,
            code,
            unit,
            said: self.said(row),
        })
    }

    fn said(&self, row: usize) -> Result<Said, RowProblem> {
        let formula = SAYS.iter().find_map(|column| {
            let text = self.text(row, *column)?;
            // A formula without a value is shown as itself; a text may begin so, too, but not with a name behind.
            let is_formula = text.starts_with('=') && text.contains(['(', '#', '!']);
            is_formula.then_some(text)
        });
        if let Some(formula) = formula {
            return Err(RowProblem::Formula(formula));
        }
        let mut texts = Vec::new();
        let mut said = Said::default();
        if let Some(typed) = self.text(row, Column::State) {
            let read = state(&typed)?;
            (said.state, said.percent) = (read.state, read.percent);
            texts.extend(read.has_more.then_some(typed));
        }
        if let Some(typed) = self.text(row, Column::Percent) {
            said.percent = Some(percent(&typed).ok_or(RowProblem::NotPercent(typed))?);
        }
        said.done_on = self.day(row)?;
        said.evidence = self.text(row, Column::Evidence);
        texts.extend(self.text(row, Column::Remark));
        let difficulty = self.text(row, Column::Difficulty);
        texts.extend(difficulty.map(|text| {
            if texts.is_empty() {
                text
            } else {
                format!("Khó khăn, nguyên nhân: {text}")
            }
        }));
        said.text = (!texts.is_empty()).then(|| texts.join(". "));
        Ok(said)
    }

    fn text(&self, row: usize, column: Column) -> Option<String> {
        let cell = self.cells.rows.get(row)?.get(*self.columns.get(&column)?)?;
        let text = clean_line(cell);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    }

    fn day(&self, row: usize) -> Result<Option<NaiveDate>, RowProblem> {
        let Some(typed) = self.text(row, Column::DoneOn) else {
            return Ok(None);
        };
        let day = serial_day(&typed).or_else(|| parse_near_date(&typed, self.today).ok());
        day.map(Some).ok_or(RowProblem::NotADate(typed))
    }
}

/// Reads the day that a spreadsheet keeps as a number, where its cell lost its format.
fn serial_day(typed: &str) -> Option<NaiveDate> {
    let days: u64 = typed.parse().ok()?;
    let is_recent = (36_526..73_050).contains(&days);
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    is_recent.then(|| zero.checked_add_days(Days::new(days)))?
}

/// The state that a cell gives for a part.
struct Heard {
    state: Option<AssignmentState>,
    percent: Option<i64>,
    /// Whether it says something else besides.
    has_more: bool,
}

/// Reads `HT`, `QH: đang thực hiện, 60%`, `dang thuc hien`, `in progress`, `0.6`.
fn state(typed: &str) -> Result<Heard, RowProblem> {
    let mut words: Vec<&str> = typed.split_whitespace().collect();
    let share = words
        .iter()
        .position(|word| is_share(word) || (words.len() == 1 && is_number(word)));
    let percent = match share.map(|place| words.remove(place)) {
        Some(share) => {
            Some(percent(share).ok_or_else(|| RowProblem::NotPercent(share.to_owned()))?)
        }
        None => None,
    };
    let rest = head(&words.join(" "));
    let mark = Mark::ALL.iter().find_map(|mark| {
        let code = fold(mark.code());
        let behind = rest.strip_prefix(&code)?;
        (behind.is_empty() || behind.starts_with(' ')).then(|| (*mark, behind.trim_start()))
    });
    let (mark, rest) = mark.map_or((None, rest.as_str()), |(mark, rest)| (Some(mark), rest));
    if rest.is_empty() {
        return Ok(Heard {
            state: mark.and_then(of_mark),
            percent,
            has_more: false,
        });
    }
    let longest = states()
        .filter(|(name, _)| goes_on(rest, name))
        .max_by_key(|(name, _)| name.len());
    let (name, state) = longest.ok_or_else(|| RowProblem::NotAState(typed.to_owned()))?;
    let is_named_unit = state == Some(AssignmentState::HandedOver);
    Ok(Heard {
        state: state.or_else(|| mark.and_then(of_mark)),
        percent,
        has_more: rest.len() > name.len() && !is_named_unit,
    })
}

fn of_mark(mark: Mark) -> Option<AssignmentState> {
    match mark {
        Mark::Done => Some(AssignmentState::Done),
        Mark::Running => Some(AssignmentState::InProgress),
        Mark::NotStarted => Some(AssignmentState::NotStarted),
        Mark::Soon | Mark::Overdue => None,
    }
}

fn is_share(word: &str) -> bool {
    word.trim_end_matches([',', ';', '.']).ends_with('%')
}

fn is_number(word: &str) -> bool {
    word.replace(',', ".").parse::<f64>().is_ok()
}

/// Reads `60`, `60%`, `60,5%` and `0.6`, which is how a spreadsheet keeps 60%.
fn percent(typed: &str) -> Option<i64> {
    let typed = typed.trim_end_matches([',', ';', '.']);
    let bare = typed.trim_end_matches('%').trim();
    let is_signed = bare.len() < typed.len();
    let share: f64 = bare.replace(',', ".").parse().ok()?;
    let share = if !is_signed && share <= 1.0 {
        share * 100.0
    } else {
        share
    };
    // Every whole number within the bounds is tried.
    (0..=100).find(|whole: &i64| {
        let whole = f64::from(i32::try_from(*whole).unwrap_or_default());
        (share - whole).abs() <= 0.5 && (0.0..=100.0).contains(&share)
    })
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
            unread.push(clean_line(cell).trim().to_owned());
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

/// Returns a cell as it is compared: folded, in letters and single spaces.
fn head(cell: &str) -> String {
    let letters: String = fold(&clean_line(cell))
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '%' {
                c
            } else {
                ' '
            }
        })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}
