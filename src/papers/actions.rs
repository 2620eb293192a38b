//! The follow-up table as it is handed out: a sheet in the columns of `guide/domain.md` §6.3, and every other form of it.

mod ics;
mod json;
mod list;
mod table;

use super::csv::csv_of;
use super::phrases::{FollowUp, Phrases};
use super::reminder;
use super::sentences::BLANK;
use super::sheet::{Sheet, Tint, Value, columns};
use super::xlsx::workbook;
use crate::meeting::actions::code;
use crate::meeting::actions::figures::{Figure, Measure, Sums};
use crate::meeting::actions::table::{Key, Mark, Row, Table, shown_percent};
use crate::meeting::code::AssignmentState;
use crate::meeting::rows::Extension;
use crate::text::dates::{Instant, count, percent, short_date};
use crate::words::{Lang, Words};

pub use table::{aligned, separated};

/// A format of the follow-up table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionsFormat {
    /// Lines in columns.
    Table,
    /// A workbook of Excel and LibreOffice.
    Xlsx,
    /// Comma-separated values.
    Csv,
    /// For another program.
    Json,
    /// The deadlines for a calendar.
    Ics,
    /// Every action with its units.
    Markdown,
    /// The reminder of the late units.
    Reminder,
}

impl ActionsFormat {
    /// Returns the format that a name, or the ending of a file's name, stands for.
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name.to_lowercase().as_str() {
            "table" | "txt" | "text" => Some(Self::Table),
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            "ics" => Some(Self::Ics),
            "md" | "markdown" => Some(Self::Markdown),
            "reminder" => Some(Self::Reminder),
            _ => None,
        }
    }
}

/// Returns the bytes of a table in a format; the same table at the same time gives the same bytes.
pub fn render(
    format: ActionsFormat,
    table: &Table,
    phrases: &Phrases,
    now: Instant,
) -> anyhow::Result<Vec<u8>> {
    Ok(match format {
        ActionsFormat::Table => aligned(table, phrases, None).into_bytes(),
        ActionsFormat::Xlsx => workbook(&sheets(table, phrases))?,
        ActionsFormat::Csv => csv_of(&sheets(table, phrases))?,
        ActionsFormat::Json => json::json(table)?,
        ActionsFormat::Ics => ics::ics(table, phrases, now).into_bytes(),
        ActionsFormat::Markdown => list::markdown(table, phrases).into_bytes(),
        ActionsFormat::Reminder => reminder::reminders(table, phrases)
            .unwrap_or_else(|| format!("{}\n", phrases.reminder.nobody()))
            .into_bytes(),
    })
}

/// Returns the sheet of a table: the columns of `guide/domain.md` §6.3 in their order, then those for reading it back.
pub fn sheet(table: &Table, phrases: &Phrases) -> Sheet {
    let (rows, say) = (table.rows(), &phrases.follow_up);
    let values = (1..)
        .zip(&rows)
        .map(|(n, row)| values(n, row, phrases))
        .collect();
    Sheet {
        name: say.sheet(),
        title: title(table, phrases),
        above: vec![totals(table.sums(), say).join(" | ")],
        columns: columns(heads(phrases)),
        rows: values,
        notes: vec![say.marks(), say.columns()],
    }
}

/// Returns the sheet of a table and, behind it, the sheet of its figures.
fn sheets(table: &Table, phrases: &Phrases) -> [Sheet; 2] {
    [sheet(table, phrases), figures(table, phrases)]
}

/// Returns every figure of a table as a row: its name, its value, and how it is reckoned.
pub fn figures(table: &Table, phrases: &Phrases) -> Sheet {
    let (say, words, sums) = (&phrases.follow_up, Words::of(Lang::Vi), table.sums());
    let row = |figure: &Figure| {
        let value = match figure.of(sums) {
            Measure::Count(n) => Value::Count(n),
            Measure::Share(part, whole) => Value::share(part, whole),
        };
        let text = |text: &str| Value::Text(text.to_owned());
        vec![
            text(words.figure(*figure)),
            value,
            text(words.formula(*figure)),
        ]
    };
    Sheet {
        name: say.figures(),
        title: title(table, phrases),
        above: Vec::new(),
        columns: columns([(say.figure(), 30), (say.value(), 12), (say.formula(), 60)]),
        rows: Figure::ALL.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

/// The heads of the columns of the sheet, each with its width.
pub(super) fn heads(phrases: &Phrases) -> [(String, u16); 21] {
    let (say, tables) = (&phrases.follow_up, &phrases.tables);
    [
        (tables.number(), 5),
        (say.assigned_by(), 24),
        (say.task(), 44),
        (tables.lead(), 20),
        (tables.support(), 20),
        (say.officer(), 16),
        (tables.deadline(), 11),
        (say.extended(), 11),
        (tables.product(), 20),
        (say.evidence(), 20),
        (say.progress(), 20),
        (say.done_on(), 11),
        (say.late(), 7),
        (say.difficulty(), 26),
        (say.outcome(), 26),
        (say.action_code(), 9),
        (say.area(), 6),
        (say.why_extended(), 20),
        (say.key(), 0),
        (say.deadline_words(), 14),
        (say.extension_words(), 14),
    ]
}

/// Returns the title of the table with its day.
fn title(table: &Table, phrases: &Phrases) -> String {
    let (say, day) = (&phrases.follow_up, short_date(table.today));
    match table.only_unit() {
        Some(part) => say.title_of(&reminder::full_name(part, phrases), &day),
        None => say.title(&day),
    }
}

fn values(number: usize, row: &Row, phrases: &Phrases) -> Vec<Value> {
    let say = &phrases.follow_up;
    let of = row.of;
    let action = &of.action;
    let text = |text: Option<&str>| Value::text(text);
    let last = row.deadline().later;
    let late = row.days_late().and_then(|days| usize::try_from(days).ok());
    vec![
        Value::Count(number),
        Value::Text(say.meeting(&of.meeting, &short_date(of.meeting_day))),
        Value::Text(action.text.clone()),
        text(row.unit().or(Some(BLANK))),
        Value::Text(of.supports.join("; ")),
        text(action.officer.as_deref()),
        Value::day(action.deadline),
        Value::day(last.map(|later| later.deadline)),
        text(action.deliverable.as_deref()),
        text(row.part.and_then(|part| part.evidence.as_deref())),
        state_cell(row, phrases),
        Value::day(row.part.and_then(|part| part.assignment.done_on)),
        late.map_or(Value::Text(String::new()), Value::Count),
        text(row.difficulty()),
        text(row.result()),
        Value::Text(code(action.number)),
        Value::Count(usize::try_from(of.focus).unwrap_or(0)),
        Value::Text(last.map(|later| reason(later, say)).unwrap_or_default()),
        Value::text(row.key().map(Key::shown)),
        text(action.deadline_words.as_deref()),
        text(last.and_then(|later| later.deadline_words.as_deref())),
    ]
}

/// Returns why a deadline was extended, and who allowed it.
fn reason(later: &Extension, say: &FollowUp) -> String {
    let reason = match &later.allowed_by {
        Some(whom) => say.allowed(&later.reason, whom),
        None => later.reason.clone(),
    };
    match &later.document {
        Some(document) => say.allowed_in(&reason, document),
        None => reason,
    }
}

fn state_cell(row: &Row, phrases: &Phrases) -> Value {
    let text = state(row, phrases);
    let tint = match row.mark() {
        Some(Mark::Done) => Tint::Green,
        Some(Mark::Running) => Tint::Blue,
        Some(Mark::Soon | Mark::Reported) => Tint::Yellow,
        Some(Mark::Overdue) => Tint::Red,
        Some(Mark::NotStarted) | None => return Value::Text(text),
    };
    Value::Marked(text, tint)
}

/// Returns the state of a row for a sheet: `QH: đang thực hiện, 60%`.
fn state(row: &Row, phrases: &Phrases) -> String {
    let name = state_name(row, phrases);
    row.mark()
        .map_or_else(|| name.clone(), |mark| format!("{}: {name}", mark.code()))
}

/// Returns the state of a row in words: `đang thực hiện, 60%`.
pub(super) fn state_name(row: &Row, phrases: &Phrases) -> String {
    let (state, say) = (row.state(), &phrases.follow_up);
    let name = match state {
        AssignmentState::NotStarted => say.state_not_started(),
        AssignmentState::InProgress => say.state_in_progress(),
        AssignmentState::Reported => say.reported(),
        AssignmentState::Done if row.days_late().is_some() => say.done_late(),
        AssignmentState::Done => say.state_done(),
        AssignmentState::Paused => say.state_paused(),
        AssignmentState::HandedOver => {
            let name = say.state_handed_over();
            let whom = row.part.and_then(|part| part.handed_to.as_deref());
            whom.map_or_else(|| name.clone(), |whom| format!("{name}: {whom}"))
        }
        AssignmentState::Cancelled => say.state_cancelled(),
    };
    let share = row.part.map(|part| part.assignment.percent);
    let share = shown_percent(Some(state), share).filter(|_| state.is_open());
    share.map_or_else(|| name.clone(), |share| format!("{name}, {share}%"))
}

/// A sentence with three counts of parts: all, in time, late.
type Parted = fn(&FollowUp, &str, &str, &str) -> String;

/// Returns the totals as `guide/domain.md` §6.3 words them, each with its share of the parts that count; those of
/// reported, paused, handed over and cancelled parts only where there are any.
fn totals(sums: Sums, say: &FollowUp) -> Vec<String> {
    let parts = sums.parts;
    let counted = |n: usize| {
        let share = percent(n, parts.total());
        format!(
            "{}{}",
            count(n),
            share.map_or_else(String::new, |share| format!(", {share}"))
        )
    };
    let parted = |sentence: Parted, (all, late): (usize, usize)| {
        sentence(say, &counted(all), &count(all - late), &count(late))
    };
    let some = |n: usize, sentence: &dyn Fn(usize) -> String| (n > 0).then(|| sentence(n));
    let past = |n: usize| say.to_confirm_past(&counted(n), &count(sums.reported_past));
    let always = [
        say.total(&count(parts.total())),
        parted(FollowUp::done, (parts.done, sums.done_late)),
        parted(FollowUp::running, sums.running),
        parted(FollowUp::not_started, sums.not_started),
    ];
    let sometimes = [
        some(parts.reported, &|n| match sums.reported_past {
            0 => say.to_confirm(&counted(n)),
            _ => past(n),
        }),
        some(parts.paused, &|n| say.paused(&counted(n))),
        some(sums.handed_over, &|n| say.handed_over(&count(n))),
        some(sums.cancelled, &|n| say.cancelled(&count(n))),
    ];
    always
        .into_iter()
        .chain(sometimes.into_iter().flatten())
        .collect()
}
