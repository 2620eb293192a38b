//! Reading the lines of a table: the columns by their heads, then the unit of each line.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Cells, Column, ImportLine, Problem, Unreadable, Verdict};
use crate::meeting::code::OfficeKind;
use crate::meeting::roster::edit::{Holder, UnitEntry};
use crate::meeting::roster::{bare_name, unit_key};
use crate::meeting::sheet::{Head, day, head, one_line};
use crate::text::dates::parse_near_date;
use crate::text::same::bare_person;

/// The names of the head of each column, folded.
const HEADS: &[(Column, &[&str])] = &[
    (
        Column::Unit,
        &[
            "don vi",
            "ten don vi",
            "phuong",
            "ten phuong",
            "dang uy",
            "dang uy phuong",
            "dang bo",
            "co quan don vi",
            "don vi cong tac",
            "unit",
            "ward",
        ],
    ),
    (
        Column::ValidFrom,
        &["hieu luc tu", "don vi tu ngay", "valid from"],
    ),
    (
        Column::ValidTo,
        &[
            "hieu luc den",
            "het hieu luc",
            "don vi den ngay",
            "valid to",
        ],
    ),
    (
        Column::Secretary,
        &[
            "bi thu",
            "bi thu dang uy",
            "ho ten bi thu",
            "ho va ten bi thu",
            "secretary",
        ],
    ),
    (
        Column::SecretaryFrom,
        &["bi thu tu ngay", "bi thu tu", "secretary from"],
    ),
    (
        Column::Deputy,
        &[
            "pho bi thu thuong truc",
            "pho bi thu tt",
            "pbt thuong truc",
            "pbt tt",
            "pbttt",
            "ho ten pho bi thu thuong truc",
            "standing deputy",
            "standing deputy secretary",
        ],
    ),
    (
        Column::DeputyFrom,
        &[
            "pho bi thu thuong truc tu ngay",
            "pbt tt tu ngay",
            "pbt tt tu",
            "standing deputy from",
        ],
    ),
    (
        Column::Person,
        &[
            "ho va ten",
            "ho ten",
            "ho va ten dem ten",
            "dong chi",
            "name",
            "full name",
        ],
    ),
    (Column::Office, &["chuc vu", "chuc danh", "office"]),
    (
        Column::OfficeFrom,
        &[
            "tu ngay",
            "ngay nhan nhiem vu",
            "ngay bo nhiem",
            "from",
            "since",
        ],
    ),
];

/// What a table says of units.
pub(super) struct Lines {
    pub(super) lines: Vec<ImportLine>,
    /// Cells that hold a formula whose value was taken.
    pub(super) formulas: usize,
    /// Heads of columns that were not read.
    pub(super) unread: Vec<String>,
}

/// Says whether a table has the head of a roster among its first lines.
pub fn has_head(cells: &Cells) -> bool {
    find_head(cells).is_some()
}

fn find_head(cells: &Cells) -> Option<Head<Column>> {
    cells.head(heads, |columns| columns.contains_key(&Column::Unit))
}

/// Returns the lines of a table that speak of units.
pub(super) fn lines(cells: &Cells, today: NaiveDate) -> Result<Lines, Unreadable> {
    if cells.is_empty() {
        return Err(Unreadable::Empty);
    }
    let (head, columns, unread) = find_head(cells).ok_or(Unreadable::NoUnits)?;
    let is_by_person =
        columns.contains_key(&Column::Person) && columns.contains_key(&Column::Office);
    if !is_by_person && !SAYS.iter().any(|column| columns.contains_key(column)) {
        return Err(Unreadable::NothingSaid);
    }
    let mut reader = Reader {
        cells,
        columns,
        lines: Vec::new(),
        seen: BTreeMap::new(),
        last: None,
        today,
    };
    for row in head + 1..cells.rows.len() {
        if cells.is_closing(row) {
            reader.close(row);
        } else {
            reader.read(row, is_by_person);
        }
    }
    let formulas = cells.formulas.iter().filter(|(row, _)| *row > head);
    Ok(Lines {
        lines: reader.lines,
        formulas: formulas.count(),
        unread,
    })
}

/// The columns that say something of a unit.
const SAYS: [Column; 4] = [
    Column::Secretary,
    Column::Deputy,
    Column::ValidFrom,
    Column::ValidTo,
];

/// The facts of one line of the file, before they are compared with the roster.
struct Reader<'a> {
    cells: &'a Cells,
    columns: BTreeMap<Column, usize>,
    lines: Vec<ImportLine>,
    /// Where a unit stood first, by the key of its name.
    seen: BTreeMap<String, usize>,
    /// The unit that was named last.
    last: Option<String>,
    today: NaiveDate,
}

impl Reader<'_> {
    /// Tells of a row that sums, dates or signs the table, where it stands in a column that is read; it is no unit.
    fn close(&mut self, row: usize) {
        let said = [Column::Unit, Column::Secretary, Column::Person];
        let said = said.iter().find_map(|column| self.text(row, *column));
        self.lines.extend(said.map(|name| ImportLine {
            line: row + 1,
            entry: UnitEntry {
                name,
                ..UnitEntry::default()
            },
            verdict: Verdict::Problem(Problem::NoUnit),
        }));
    }

    fn read(&mut self, row: usize, is_by_person: bool) {
        let is_blank = |cell: &String| cell.trim().is_empty();
        if self
            .cells
            .rows
            .get(row)
            .is_none_or(|row| row.iter().all(is_blank))
        {
            return;
        }
        let mut line = ImportLine {
            line: row + 1,
            entry: UnitEntry {
                name: self.unit(row, is_by_person).unwrap_or_default(),
                ..UnitEntry::default()
            },
            verdict: Verdict::Same,
        };
        if line.entry.name.is_empty() {
            // Totals and signatures below the table say something, but not of a unit.
            let says_who = self
                .text(row, Column::Secretary)
                .or(self.text(row, Column::Person));
            if says_who.is_some() {
                line.verdict = Verdict::Problem(Problem::NoUnit);
                self.lines.push(line);
            }
            return;
        }
        if let Err(problem) = self.fill(row, &mut line.entry, is_by_person) {
            line.verdict = Verdict::Problem(problem);
            self.lines.push(line);
            return;
        }
        let key = unit_key(&line.entry.name);
        let Some(first) = self.seen.get(&key).copied() else {
            self.seen.insert(key, self.lines.len());
            self.lines.push(line);
            return;
        };
        let number = self.lines.get(first).map_or(0, |first| first.line);
        let known = self.lines.get_mut(first).filter(|_| is_by_person);
        let is_joined = known.is_some_and(|known| join(&mut known.entry, &line.entry));
        if !is_joined {
            line.verdict = Verdict::Problem(Problem::Duplicate(number));
            self.lines.push(line);
        }
    }

    /// Returns the unit of a line; in a list of people, cells that were merged name it on the first line only.
    fn unit(&mut self, row: usize, is_by_person: bool) -> Option<String> {
        let named = self.text(row, Column::Unit);
        if let Some(name) = &named {
            self.last = Some(bare_name(name).to_owned());
        }
        let is_office = self.text(row, Column::Office).is_some();
        let goes_on = is_by_person && is_office && self.text(row, Column::Person).is_some();
        self.last.clone().filter(|_| named.is_some() || goes_on)
    }

    fn fill(&self, row: usize, entry: &mut UnitEntry, is_by_person: bool) -> Result<(), Problem> {
        if let Some(formula) = entry.name.strip_prefix('=') {
            return Err(Problem::Formula(format!("={formula}")));
        }
        entry.valid_from = self.day(row, Column::ValidFrom)?;
        entry.valid_to = self.day(row, Column::ValidTo)?;
        if is_by_person {
            let holder = self.holder(row, Column::Person, Column::OfficeFrom)?;
            let office = self.text(row, Column::Office).unwrap_or_default();
            match summoned(&office) {
                Some(OfficeKind::Secretary) => entry.secretary = holder,
                Some(_) => entry.deputy = holder,
                None => return Err(Problem::NotAnOffice(office)),
            }
        } else {
            entry.secretary = self.holder(row, Column::Secretary, Column::SecretaryFrom)?;
            entry.deputy = self.holder(row, Column::Deputy, Column::DeputyFrom)?;
        }
        Ok(())
    }

    fn holder(&self, row: usize, name: Column, from: Column) -> Result<Holder, Problem> {
        let name = self.text(row, name);
        if let Some(formula) = name.as_ref().filter(|name| name.starts_with('=')) {
            return Err(Problem::Formula(formula.clone()));
        }
        let bare = name.map(|name| bare_person(&name).to_owned());
        Ok(Holder {
            name: bare,
            from: self.day(row, from)?,
            to: None,
        })
    }

    fn text(&self, row: usize, column: Column) -> Option<String> {
        self.cells.text(row, *self.columns.get(&column)?)
    }

    fn day(&self, row: usize, column: Column) -> Result<Option<NaiveDate>, Problem> {
        let Some(typed) = self.text(row, column) else {
            return Ok(None);
        };
        let read = day(&typed, self.today).or_else(|| parse_near_date(&typed, self.today).ok());
        // A file is read on another day than it was written: a day without its year could be any year's.
        let is_serial = typed.parse::<f64>().is_ok();
        let has_year = typed
            .split(|c: char| !c.is_ascii_digit())
            .any(|part| part.len() == 4);
        read.filter(|_| has_year || is_serial)
            .map(Some)
            .ok_or(Problem::NotADate(typed))
    }
}

/// Adds the facts of a second line about the same unit; a fact that is given twice is an error.
fn join(known: &mut UnitEntry, other: &UnitEntry) -> bool {
    let is_free = |known: &Holder, other: &Holder| known.name.is_none() || other.name.is_none();
    if !is_free(&known.secretary, &other.secretary) || !is_free(&known.deputy, &other.deputy) {
        return false;
    }
    for (known, other) in [
        (&mut known.secretary, &other.secretary),
        (&mut known.deputy, &other.deputy),
    ] {
        if other.name.is_some() {
            *known = other.clone();
        }
    }
    true
}

/// Columns that number the lines; nothing is lost where they are not read.
const NUMBERS: [&str; 5] = ["tt", "stt", "so tt", "so thu tu", "no"];

/// Returns which columns a row names, if it is the row of the heads, and its heads that name none.
fn heads(row: &[String]) -> (BTreeMap<Column, usize>, Vec<String>) {
    let (mut columns, mut unread) = (BTreeMap::new(), Vec::new());
    let mut office = None;
    for (position, cell) in row.iter().enumerate() {
        let head = head(cell);
        let known = HEADS
            .iter()
            .find(|(_, names)| names.contains(&head.as_str()));
        // A day belongs to the office left of it.
        let column = match (known.map(|(column, _)| *column), office) {
            (Some(Column::OfficeFrom), Some(Column::Secretary)) => Some(Column::SecretaryFrom),
            (Some(Column::OfficeFrom), Some(Column::Deputy)) => Some(Column::DeputyFrom),
            (column, _) => column,
        };
        office = column;
        match column {
            Some(column) if !columns.contains_key(&column) => {
                columns.insert(column, position);
            }
            Some(_) | None if !head.is_empty() && !NUMBERS.contains(&head.as_str()) => {
                unread.push(one_line(cell));
            }
            Some(_) | None => {}
        }
    }
    // Without persons in lines of their own, a day that belongs to no office is not read.
    if !columns.contains_key(&Column::Person)
        && let Some(place) = columns.remove(&Column::OfficeFrom)
    {
        unread.extend(row.get(place).map(|cell| one_line(cell)));
    }
    (columns, unread)
}

/// Returns which office that is summoned is meant.
fn summoned(office: &str) -> Option<OfficeKind> {
    match head(office).as_str() {
        "bi thu" | "bi thu dang uy" | "secretary" | "bt" => Some(OfficeKind::Secretary),
        "pho bi thu thuong truc"
        | "pbt thuong truc"
        | "pbt tt"
        | "pbttt"
        | "pho bi thu tt"
        | "pho bi thu thuong truc dang uy"
        | "standing deputy"
        | "standing deputy secretary" => Some(OfficeKind::StandingDeputy),
        _ => None,
    }
}
