//! Editing focus areas: one begins, one ends, one goes on under another number or wording; the past keeps its own.

use chrono::NaiveDate;

use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Ids};
use crate::meeting::rows::FocusArea;

/// A focus area and the last meeting that wrote anything under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedArea {
    /// The area.
    pub area: FocusArea,
    /// The day of that meeting.
    pub(crate) last_used: Option<NaiveDate>,
}

/// The number and the names of a focus area, as the user edits them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AreaEntry {
    /// Its number.
    pub number: i64,
    /// Its name in a table, Vietnamese.
    pub short_vi: String,
    /// Its name in a table, English.
    pub short_en: String,
    /// Its full text, Vietnamese.
    pub full_vi: String,
    /// Its full text, English.
    pub full_en: String,
}

/// Why a focus area stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaRefusal {
    /// Another area, this one, has the number on this day.
    NumberTaken(Box<FocusArea>, NaiveDate),
    /// It began only on this day.
    BeforeItBegan(NaiveDate),
    /// A meeting on this day still wrote under it.
    Used(NaiveDate),
    /// It is in force on this day under the number that it has from then on.
    Overlaps(NaiveDate),
}

impl AreaEntry {
    /// Returns the number and the names of an area.
    pub fn of(area: &FocusArea) -> Self {
        Self {
            number: area.number,
            short_vi: area.short_vi.clone(),
            short_en: area.short_en.clone(),
            full_vi: area.full_vi.clone(),
            full_en: area.full_en.clone(),
        }
    }

    fn put_into(&self, area: &mut FocusArea) {
        area.number = self.number;
        area.short_vi.clone_from(&self.short_vi);
        area.short_en.clone_from(&self.short_en);
        area.full_vi.clone_from(&self.full_vi);
        area.full_en.clone_from(&self.full_en);
    }
}

/// Returns the latest row of each area: rows without a last day first, each group by number.
pub fn latest(areas: &[UsedArea]) -> Vec<&UsedArea> {
    let is_last = |used: &&UsedArea| {
        let line = areas
            .iter()
            .filter(|other| other.area.line() == used.area.line());
        let last = line.max_by_key(|other| (other.area.valid_from, other.area.id));
        last.is_some_and(|last| last.area.id == used.area.id)
    };
    let mut latest: Vec<&UsedArea> = areas.iter().filter(is_last).collect();
    latest.sort_by_key(|used| (used.area.valid_to.is_some(), used.area.number, used.area.id));
    latest
}

/// Returns the change that makes a new area from a day on.
pub(crate) fn add(
    areas: &[UsedArea],
    entry: &AreaEntry,
    from: NaiveDate,
    ids: &Ids,
) -> Result<Change, AreaRefusal> {
    let mut area = FocusArea {
        id: ids.next(),
        number: 0,
        short_vi: String::new(),
        short_en: String::new(),
        full_vi: String::new(),
        full_en: String::new(),
        valid_from: from,
        valid_to: None,
        origin: None,
    };
    entry.put_into(&mut area);
    free(areas, &area)?;
    Ok(Change::insert(area))
}

/// Returns the change that gives an area a last day, or takes it back.
pub(crate) fn retire(
    areas: &[UsedArea],
    used: &UsedArea,
    last: Option<NaiveDate>,
) -> Result<Change, AreaRefusal> {
    let area = &used.area;
    if last.is_some_and(|last| last < area.valid_from) {
        return Err(AreaRefusal::BeforeItBegan(area.valid_from));
    }
    if let Some(day) = used
        .last_used
        .filter(|day| last.is_some_and(|last| last < *day))
    {
        return Err(AreaRefusal::Used(day));
    }
    let mut after = area.clone();
    after.valid_to = last;
    free(areas, &after)?;
    Ok(Change::edit(area, |area| area.valid_to = last))
}

/// Returns the changes by which an area goes on from a day under another number or wording.
///
/// Lines from before that day keep their number: the old row ends on the day before, and a new row begins. An area that
/// begins on that very day, and that nothing refers to yet, is corrected in place.
pub fn revise(
    areas: &[UsedArea],
    used: &UsedArea,
    entry: &AreaEntry,
    from: NaiveDate,
    ids: &Ids,
) -> Result<Vec<Change>, AreaRefusal> {
    let area = &used.area;
    if from < area.valid_from {
        return Err(AreaRefusal::BeforeItBegan(area.valid_from));
    }
    if let Some(day) = used.last_used.filter(|day| from <= *day) {
        return Err(AreaRefusal::Used(day));
    }
    if from == area.valid_from {
        let mut after = area.clone();
        entry.put_into(&mut after);
        free(areas, &after)?;
        return Ok(vec![Change::edit(area, |area| *area = after)]);
    }
    let mut next = area.clone();
    entry.put_into(&mut next);
    (next.id, next.origin) = (ids.next(), Some(area.line()));
    next.valid_from = from;
    if next.valid_to.is_some_and(|last| last < from) {
        next.valid_to = None;
    }
    free(areas, &next)?;
    let end = from.pred_opt().unwrap_or(from);
    let ended = Change::edit(area, |area| {
        area.valid_to = Some(area.valid_to.map_or(end, |last| last.min(end)));
    });
    Ok(vec![ended, Change::insert(next)])
}

/// Returns the change that corrects the wording of an area as it stands, and nothing else.
pub(crate) fn correct(area: &FocusArea, entry: &AreaEntry) -> Change {
    let number = area.number;
    Change::edit(area, |area| {
        entry.put_into(area);
        area.number = number;
    })
}

/// Refuses if another area has this one's number, or another row of it holds, on a day on which it is in force.
fn free(areas: &[UsedArea], area: &FocusArea) -> Result<(), AreaRefusal> {
    let before = |last: Option<NaiveDate>, first: NaiveDate| last.is_some_and(|last| last < first);
    let meets = |other: &FocusArea| {
        !before(area.valid_to, other.valid_from) && !before(other.valid_to, area.valid_from)
    };
    for other in areas
        .iter()
        .map(|used| &used.area)
        .filter(|other| other.id != area.id)
    {
        let day = other.valid_from.max(area.valid_from);
        let is_same = other.line() == area.line();
        // The row that this one follows ends before it begins.
        let is_before = is_same && other.valid_from < area.valid_from;
        if is_same && !is_before && meets(other) {
            return Err(AreaRefusal::Overlaps(day));
        }
        if !is_same && other.number == area.number && meets(other) {
            return Err(AreaRefusal::NumberTaken(Box::new(other.clone()), day));
        }
    }
    Ok(())
}

/// Returns the area of an id among these.
pub(crate) fn find(areas: &[UsedArea], id: Id<FocusArea>) -> Option<&UsedArea> {
    areas.iter().find(|used| used.area.id == id)
}
