//! The heat map: units against focus areas, with those that are on no roster or out of force beside them, so that
//! its totals are whole.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::meeting::actions::Parts;
use crate::meeting::cell::Id;
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call;
use crate::meeting::rows::{FocusArea, Unit};

/// The facts of the book that the map is made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatMap {
    pub(crate) day: NaiveDate,
    /// The count of each unit under each row of a focus area; a missing cell counts nothing.
    pub cells: HashMap<(Id<Unit>, Id<FocusArea>), Parts>,
    /// All focus areas of the book, retired ones too.
    pub(crate) areas: Vec<FocusArea>,
    /// The units of the roster for new meetings, in the order of the roll.
    pub(crate) roster: Vec<(Id<Unit>, String)>,
    /// The names of all units that have a count.
    pub(crate) units: Vec<(Id<Unit>, String)>,
}

/// The subject of a row of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowKey {
    /// A unit of the roster.
    Unit(Id<Unit>),
    /// All units outside the roster together.
    Others,
    /// All units.
    Total,
}

/// The subject of a column of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnKey {
    /// A focus area with all its numbers and wordings, by the first of them.
    Line(Id<FocusArea>),
    /// All areas together that are not in force and owe nothing.
    Others,
    /// All areas.
    Total,
}

/// A row of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The units that it counts.
    pub key: RowKey,
    /// The unit's name, of a unit.
    pub name: String,
    /// The count of its parts under all areas.
    pub total: Parts,
}

/// A column of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The focus areas that it counts.
    pub key: ColumnKey,
    /// The area, as it is on the day of the meeting, or as it was last.
    pub(crate) area: Option<FocusArea>,
    /// Whether it is in force on that day.
    pub(crate) is_in_force: bool,
}

/// The order of the rows of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// As the roll is called.
    #[default]
    Roll,
    /// Most overdue first.
    Overdue,
    /// The lowest completion first.
    Completion,
    /// The lowest share of reports first.
    Reports,
}

impl Sort {
    /// Every order, as they follow one another.
    pub(crate) const ALL: &[Self] = &[Self::Roll, Self::Overdue, Self::Completion, Self::Reports];

    /// Returns the order that follows.
    #[must_use]
    pub(crate) fn next(self) -> Self {
        let place = Self::ALL.iter().position(|sort| *sort == self);
        let next = place.map_or(0, |place| (place + 1) % Self::ALL.len());
        Self::ALL.get(next).copied().unwrap_or_default()
    }
}

/// The map as it is read: its rows, its columns and every count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    pub(crate) day: NaiveDate,
    /// Its rows in the order of the roll; those outside the roster come last, together.
    pub rows: Vec<Row>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The units outside the roster that have a count.
    pub(crate) outside: Vec<(Id<Unit>, String)>,
    /// The areas of the column of the others, as they were last.
    pub(crate) past: Vec<FocusArea>,
    cells: HashMap<(Id<Unit>, Id<FocusArea>), Parts>,
}

impl Board {
    /// Returns the map with the units and the areas of a meeting, or without one, with those of now.
    pub fn new(map: &HeatMap, dossier: Option<&Dossier>) -> Self {
        let asked = dossier.map_or(map.day, |dossier| dossier.meeting.starts.date_naive());
        let mut board = Self {
            day: map.day,
            cells: by_line(map),
            ..Self::default()
        };
        let listed = match dossier {
            Some(dossier) => roll_call::wards(dossier)
                .into_iter()
                .filter_map(|seat| Some((seat.unit?, seat.name.clone())))
                .collect(),
            None => map.roster.clone(),
        };
        let is_listed = |unit: Id<Unit>| listed.iter().any(|(listed, _)| *listed == unit);
        let outside = map.units.iter().filter(|(unit, _)| !is_listed(*unit));
        board.outside = outside.cloned().collect();
        board.add_columns(&map.areas, asked);
        board.rows = listed
            .into_iter()
            .map(|(unit, name)| Row {
                key: RowKey::Unit(unit),
                name,
                total: board.cell(RowKey::Unit(unit), ColumnKey::Total),
            })
            .collect();
        if !board.outside.is_empty() {
            board.rows.push(Row {
                key: RowKey::Others,
                name: String::new(),
                total: board.cell(RowKey::Others, ColumnKey::Total),
            });
        }
        board
    }

    /// The areas in force, then those that are not but still owe, then all others that ever counted in one.
    fn add_columns(&mut self, areas: &[FocusArea], asked: NaiveDate) {
        let mut lines: BTreeMap<Id<FocusArea>, Vec<&FocusArea>> = BTreeMap::new();
        for area in areas {
            lines.entry(area.line()).or_default().push(area);
        }
        let (mut retired, mut past) = (Vec::new(), Vec::new());
        for rows in lines.values() {
            let now = rows.iter().find(|area| area.is_in_force(asked));
            let latest = rows.iter().max_by_key(|area| area.valid_from);
            let Some(area) = now.or(latest) else { continue };
            let column = Column {
                key: ColumnKey::Line(area.line()),
                area: Some((*area).clone()),
                is_in_force: now.is_some(),
            };
            let count = self.cell(RowKey::Total, column.key);
            if column.is_in_force {
                self.columns.push(column);
            } else if count.open() > 0 {
                retired.push(column);
            } else if !count.is_empty() {
                past.push((*area).clone());
            }
        }
        let place = |column: &Column| {
            let area = column.area.as_ref();
            area.map(|area| (area.number, area.valid_from, area.id))
        };
        self.columns.sort_by_key(place);
        retired.sort_by_key(place);
        self.columns.extend(retired);
        past.sort_by_key(|area| (Reverse(area.valid_from), area.number));
        self.past = past;
        if !self.past.is_empty() {
            self.columns.push(Column {
                key: ColumnKey::Others,
                area: None,
                is_in_force: false,
            });
        }
    }

    /// Returns the count of a row under a column.
    pub fn cell(&self, row: RowKey, column: ColumnKey) -> Parts {
        if let (RowKey::Unit(unit), ColumnKey::Line(line)) = (row, column) {
            return self.cells.get(&(unit, line)).copied().unwrap_or_default();
        }
        let matching = self
            .cells
            .iter()
            .filter(|((unit, line), _)| self.in_row(*unit, row) && self.in_column(*line, column));
        matching.fold(Parts::default(), |sum, (_, tally)| sum.plus(*tally))
    }

    /// Returns the count of everything.
    pub fn total(&self) -> Parts {
        self.cell(RowKey::Total, ColumnKey::Total)
    }

    pub(super) fn in_row(&self, unit: Id<Unit>, row: RowKey) -> bool {
        match row {
            RowKey::Unit(of) => of == unit,
            RowKey::Others => self.outside.iter().any(|(of, _)| *of == unit),
            RowKey::Total => true,
        }
    }

    pub(super) fn in_column(&self, line: Id<FocusArea>, column: ColumnKey) -> bool {
        match column {
            ColumnKey::Line(of) => of == line,
            ColumnKey::Others => self.past.iter().any(|area| area.line() == line),
            ColumnKey::Total => true,
        }
    }

    /// Returns the rows in an order; those outside the roster stay last.
    pub fn ordered(&self, sort: Sort) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        let is_last = |row: &Row| row.key == RowKey::Others;
        match sort {
            Sort::Roll => {}
            Sort::Overdue => rows.sort_by_key(|row| (is_last(row), Reverse(row.total.overdue))),
            Sort::Completion => rows.sort_by_key(|row| (is_last(row), rate(row, row.total.done))),
            Sort::Reports => {
                rows.sort_by_key(|row| (is_last(row), rate(row, row.total.said_done())));
            }
        }
        rows
    }

    /// Returns the units of the row of the others that have a count under a column, those who owe most first.
    pub(crate) fn units_under(&self, column: ColumnKey) -> Vec<(Id<Unit>, &str, Parts)> {
        let counted = self.outside.iter().map(|(unit, name)| {
            let tally = self.cell(RowKey::Unit(*unit), column);
            (*unit, name.as_str(), tally)
        });
        let mut units: Vec<_> = counted.filter(|(_, _, tally)| !tally.is_empty()).collect();
        units.sort_by_key(|(_, _, tally)| (Reverse(tally.overdue), Reverse(tally.open())));
        units
    }

    /// Returns the areas of the column of the others in which a row has a count.
    pub(crate) fn areas_of(&self, row: RowKey) -> Vec<(&FocusArea, Parts)> {
        let counted = self.past.iter().map(|area| {
            let tally = self.cell(row, ColumnKey::Line(area.line()));
            (area, tally)
        });
        counted.filter(|(_, tally)| !tally.is_empty()).collect()
    }
}

/// Returns the sort key of a row by a share; a row without any part comes last.
fn rate(row: &Row, part: usize) -> (bool, usize) {
    let whole = row.total.total();
    (whole == 0, (part * 100_000).checked_div(whole).unwrap_or(0))
}

/// Returns the counts under the first row of each area.
fn by_line(map: &HeatMap) -> HashMap<(Id<Unit>, Id<FocusArea>), Parts> {
    let lines: HashMap<Id<FocusArea>, Id<FocusArea>> = map
        .areas
        .iter()
        .map(|area| (area.id, area.line()))
        .collect();
    let mut cells: HashMap<(Id<Unit>, Id<FocusArea>), Parts> = HashMap::new();
    for ((unit, area), tally) in &map.cells {
        let line = lines.get(area).copied().unwrap_or(*area);
        let cell = cells.entry((*unit, line)).or_default();
        *cell = cell.plus(*tally);
    }
    cells
}
