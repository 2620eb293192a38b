//! A table as it was read from a file, and what every reader of tables knows of its cells: heads, days, shares, and the
//! lines that close a table.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use crate::text::clean::clean_line;
use crate::text::dates::parse_near_date;
use crate::text::fold::fold;

/// A table as it was read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// The cells, row by row; a merged cell stands in each row that it covers.
    pub rows: Vec<Vec<String>>,
    /// Row and column of cells that hold a formula, from 0.
    pub formulas: Vec<(usize, usize)>,
    /// Rows that the file hides.
    pub hidden: BTreeSet<usize>,
    /// Where in its file it stood.
    pub origin: Origin,
}

/// Lines above the heads at most: letterheads, titles and totals.
const TITLE_ROWS: usize = 20;

/// Where in its file a table stood, and what else is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The name of its sheet; a text file has none.
    pub sheet: Option<String>,
    /// Visible sheets that were looked at, until one had the head.
    pub looked: usize,
    /// Visible sheets that were not looked at.
    pub others: usize,
    /// Hidden sheets, which are not read.
    pub hidden: usize,
}

/// The line of the heads of a table, the columns that it names, and its heads that name none.
pub(crate) type Head<C> = (usize, BTreeMap<C, usize>, Vec<String>);

impl Cells {
    /// Returns the first of the lines at the top that is the heads of a table, read as the columns of a kind of table.
    pub(crate) fn head<C>(
        &self,
        heads: impl Fn(&[String]) -> (BTreeMap<C, usize>, Vec<String>),
        is_head: impl Fn(&BTreeMap<C, usize>) -> bool,
    ) -> Option<Head<C>> {
        let mut rows = self.rows.iter().take(TITLE_ROWS).enumerate();
        rows.find_map(|(place, row)| {
            let (columns, unread) = heads(row);
            is_head(&columns).then_some((place, columns, unread))
        })
    }

    /// Returns the text of a cell on one line, if it has any.
    pub(crate) fn text(&self, row: usize, column: usize) -> Option<String> {
        let text = one_line(self.rows.get(row)?.get(column)?);
        (!text.is_empty()).then_some(text)
    }

    /// Returns its first rows, among which its head is looked for.
    pub(crate) fn top(&self) -> Self {
        Self {
            rows: self.rows.iter().take(TITLE_ROWS).cloned().collect(),
            ..Self::default()
        }
    }

    /// Says whether nothing is written in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows
            .iter()
            .flatten()
            .all(|cell| cell.trim().is_empty())
    }

    /// Returns how many of these rows the file hides.
    pub(crate) fn hidden_among(&self, rows: impl Iterator<Item = usize>) -> usize {
        rows.filter(|row| self.hidden.contains(row)).count()
    }

    /// Says whether a row closes a table: it sums or counts it, dates it or signs it.
    pub(crate) fn is_closing(&self, row: usize) -> bool {
        let cells = self.rows.get(row).into_iter().flatten();
        let mut said = cells.map(|cell| head(cell)).filter(|cell| !cell.is_empty());
        // A number in front is that of the line.
        let first = said.find(|cell| cell.chars().any(char::is_alphabetic));
        first.is_some_and(|first| closes(&first))
    }
}

/// Words with which a line begins that sums or counts a table, or signs it, folded.
const CLOSING: &[&str] = &[
    "tong",
    "tong cong",
    "tong so",
    "cong",
    "cong chung",
    "total",
    "sum",
    "noi nhan",
    "nguoi lap",
    "nguoi lap bieu",
    "nguoi tong hop",
    "thu truong",
    "xac nhan",
    "thay mat",
    "ky ten",
    "ghi chu chung",
    "signed",
    "prepared by",
];

/// Beginnings of such a line, whatever follows.
const CLOSING_BEGINS: &[&str] = &[
    "tong so",
    "cong:",
    "danh sach nay",
    "danh sach co",
    "danh sach gom",
    "bang nay",
    "bieu nay",
    "noi nhan",
    "nguoi lap",
    "nguoi tong hop",
    "t m ",
    "tm ",
    "k t ",
    "kt ",
    "tl ",
    "t l ",
    "tuq ",
    "grand total",
    "prepared by",
];

/// Says whether a folded text sums, counts, dates or signs a table.
pub(crate) fn closes(text: &str) -> bool {
    let is_sum = |rest: &str| {
        let mut words = rest.split_whitespace();
        words.all(|word| word.chars().all(|c| c.is_ascii_digit()) || SUMMED.contains(&word))
    };
    CLOSING.contains(&text)
        || CLOSING_BEGINS.iter().any(|begin| text.starts_with(begin))
        || ["tong", "cong", "tong cong", "total"]
            .iter()
            .filter_map(|word| text.strip_prefix(word)?.strip_prefix(' '))
            .any(is_sum)
        || is_dated(text)
}

/// What is counted behind *tổng*.
const SUMMED: &[&str] = &[
    "so", "don", "vi", "phuong", "xa", "dang", "vien", "uy", "bo", "chi", "nhiem", "vu", "dong",
    "nguoi", "cac", "co", "units", "wards", "rows", "of",
];

/// Says whether a folded text is a place and a day, as they stand above a signature: *Thủ Đức, ngày 11 tháng 7 năm 2023*.
fn is_dated(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let place = |word: &str| words.iter().position(|of| *of == word);
    match (place("ngay"), place("thang"), place("nam")) {
        (Some(day), Some(month), Some(year)) => {
            day < month && month < year && day <= 6 && year + 2 >= words.len()
        }
        (_, _, _) => false,
    }
}

/// Returns a text on one line, with single spaces.
pub(crate) fn one_line(text: &str) -> String {
    clean_line(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns a cell as heads are compared: folded, in letters, digits and single spaces.
pub(crate) fn head(cell: &str) -> String {
    let letter = |c: char| {
        if c.is_alphanumeric() || c == '%' {
            c
        } else {
            ' '
        }
    };
    let letters: String = fold(&clean_line(cell)).chars().map(letter).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a day however offices and spreadsheets write it: `25/11/2026`, `2026-11-25 00:00:00`, `46351`,
/// `ngày 25 tháng 11 năm 2026`, `thứ Tư, 25/11/2026`, `25-Nov-2026`.
pub(crate) fn day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let typed = typed.trim().trim_matches(['(', ')', '.', ',', ';']).trim();
    let is_month =
        |text: &str| matches!(text.split_once(['/', '-', '.']), Some((_, year)) if year.len() == 4);
    if let Some(day) = serial_day(typed).or_else(|| named_month(typed)) {
        return Some(day);
    }
    let folded = fold(typed);
    let mut bare = folded.trim();
    for before in [
        "thu hai", "thu ba", "thu tu", "thu nam", "thu sau", "thu bay", "chu nhat", "thu 2",
        "thu 3", "thu 4", "thu 5", "thu 6", "thu 7",
    ] {
        bare = bare
            .strip_prefix(before)
            .map_or(bare, |rest| rest.trim_start_matches([',', ' ']));
    }
    bare = bare.strip_prefix("ngay ").map_or(bare, str::trim_start);
    let without_time = bare
        .split_once(['t', ' '])
        .filter(|(_, time)| is_time(time));
    let bare = without_time.map_or(bare, |(day, _)| day);
    let said = spelled(bare).unwrap_or_else(|| bare.replace(' ', ""));
    // A month alone is no day.
    parse_near_date(&said, today)
        .ok()
        .filter(|_| !is_month(&said))
}

/// Returns `25/11/2026` of `25 thang 11 nam 2026`, and `25/11` where no year is said.
fn spelled(folded: &str) -> Option<String> {
    let apart = folded.replace([',', '/'], " ");
    let words: Vec<&str> = apart.split_whitespace().collect();
    match words[..] {
        [day, "thang", month] => Some(format!("{day}/{month}")),
        [day, "thang", month, "nam", year] | [day, "thang", month, year] => {
            Some(format!("{day}/{month}/{year}"))
        }
        _ => None,
    }
}

fn is_time(text: &str) -> bool {
    !text.is_empty()
        && text.contains(':')
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || ":.zZ+".contains(c))
}

/// Reads a day whose month has an English name, as spreadsheets of an English system write it.
fn named_month(typed: &str) -> Option<NaiveDate> {
    const FORMS: [&str; 5] = ["%d-%b-%Y", "%d %b %Y", "%d %B %Y", "%B %d, %Y", "%b %d, %Y"];
    let is_named = typed.chars().filter(char::is_ascii_alphabetic).count() >= 3;
    let mut forms = FORMS.iter().filter(|_| is_named && typed.is_ascii());
    forms.find_map(|form| NaiveDate::parse_from_str(typed, form).ok())
}

/// Reads the day that a spreadsheet keeps as a number, where its cell lost its format.
fn serial_day(typed: &str) -> Option<NaiveDate> {
    let typed = typed.strip_suffix(".0").unwrap_or(typed);
    if typed.len() == 8 && typed.starts_with("20") {
        return NaiveDate::parse_from_str(typed, "%Y%m%d").ok();
    }
    let days: u64 = typed.parse().ok()?;
    let is_recent = (36_526..73_050).contains(&days);
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    is_recent.then(|| zero.checked_add_days(Days::new(days)))?
}

/// Reads a share: `60`, `60%`, `60 %`, `60,5%`, `60 phần trăm`, and `0.6`, which is how a spreadsheet keeps 60%.
pub(crate) fn percent(typed: &str) -> Option<i64> {
    let folded = fold(typed).replace("phan tram", "%");
    let typed = folded.trim().trim_end_matches([',', ';', '.']).trim();
    let bare = typed.trim_end_matches('%').trim();
    let is_signed = bare.len() < typed.len();
    let share: f64 = bare.replace(',', ".").parse().ok()?;
    let share = if !is_signed && share <= 1.0 {
        share * 100.0
    } else {
        share
    };
    // Every whole number within the bounds is tried; what falls short of 100 is never rounded up to it.
    let whole = (0..=100).find(|whole: &i64| {
        let whole = f64::from(i32::try_from(*whole).unwrap_or_default());
        (share - whole).abs() <= 0.5 && (0.0..=100.0).contains(&share)
    });
    whole.map(|whole| if share < 100.0 { whole.min(99) } else { whole })
}
