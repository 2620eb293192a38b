//! The follow-up table as it is handed out: a sheet in the columns of `guide/domain.md` §6.3, and every other form of it.

mod ics;
mod json;
mod list;
mod table;

use super::csv::csv;
use super::reminder;
use super::sentences::BLANK;
use super::sheet::{Sheet, Tint, Value, columns};
use super::xlsx::xlsx;
use crate::meeting::actions::code;
use crate::meeting::actions::table::{Key, Mark, Row, Table, Totals, shown_percent};
use crate::meeting::code::AssignmentState;
use crate::text::dates::{Instant, count, percent, short_date};
use crate::words::{Lang, Words};

pub use table::{aligned, separated};

/// What the table becomes.
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
    /// What the late units are reminded of.
    Reminder,
}

impl ActionsFormat {
    /// Returns the format that a name, or the ending of a file's name, stands for.
    pub fn of(name: &str) -> Option<Self> {
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
pub fn render(format: ActionsFormat, table: &Table, now: Instant) -> anyhow::Result<Vec<u8>> {
    Ok(match format {
        ActionsFormat::Table => aligned(table, None).into_bytes(),
        ActionsFormat::Xlsx => xlsx(&sheet(table))?,
        ActionsFormat::Csv => csv(&sheet(table))?,
        ActionsFormat::Json => json::json(table)?,
        ActionsFormat::Ics => ics::ics(table, now).into_bytes(),
        ActionsFormat::Markdown => list::markdown(table).into_bytes(),
        ActionsFormat::Reminder => reminder::reminders(table)
            .unwrap_or_else(|| format!("{}\n", Words::of(Lang::Vi).reminder_none()))
            .into_bytes(),
    })
}

/// Returns the sheet of a table: the columns of `guide/domain.md` §6.3 in their order, and behind them what reading back needs.
pub fn sheet(table: &Table) -> Sheet {
    let rows = table.rows();
    Sheet {
        name: "Theo dõi".to_owned(),
        title: title(table),
        above: vec![totals(&table.totals())],
        columns: columns(&[
            ("TT", 5),
            ("Số, ngày văn bản giao", 24),
            ("Nội dung nhiệm vụ", 44),
            ("Đơn vị chủ trì", 20),
            ("Đơn vị phối hợp", 20),
            ("Chuyên viên theo dõi", 16),
            ("Thời hạn", 11),
            ("Hạn điều chỉnh", 11),
            ("Sản phẩm", 20),
            ("Văn bản kết quả (số, ngày)", 20),
            ("Tiến độ / tình trạng", 20),
            ("Ngày hoàn thành", 11),
            ("Trễ (ngày)", 7),
            ("Khó khăn, nguyên nhân", 26),
            ("Ghi chú", 26),
            ("Mã nhiệm vụ", 9),
            ("Trọng tâm", 6),
            ("Lý do gia hạn", 20),
            ("Khóa (không sửa)", 0),
        ]),
        rows: (1..).zip(&rows).map(|(n, row)| values(n, row)).collect(),
        notes: notes(),
    }
}

/// Returns what the table is called, with the day on which it is true.
fn title(table: &Table) -> String {
    let whom = table
        .only_unit()
        .map(|part| format!(" của {}", reminder::full_name(part)))
        .unwrap_or_default();
    format!(
        "Theo dõi thực hiện kết luận{whom} (đến ngày {})",
        short_date(table.today)
    )
}

fn notes() -> Vec<String> {
    vec![
        "HT: hoàn thành; ĐTH: đang thực hiện; SĐH: sắp đến hạn (còn 03 ngày trở lại); QH: quá hạn; CTH: chưa thực hiện."
            .to_owned(),
        "Đơn vị báo cáo ở các cột Văn bản kết quả, Tiến độ / tình trạng (HT, ĐTH 60%, CTH …), Ngày hoàn thành, Khó khăn, Ghi chú."
            .to_owned(),
    ]
}

fn values(number: usize, row: &Row) -> Vec<Value> {
    let of = row.of;
    let action = &of.action;
    let text = |text: Option<&str>| Value::text(text);
    let last = of.extensions.last();
    let late = row.days_late().and_then(|days| usize::try_from(days).ok());
    vec![
        Value::Count(number),
        Value::Text(assigned_by(row)),
        Value::Text(action.text.clone()),
        text(row.unit().or(Some(BLANK))),
        Value::Text(of.supports.join("; ")),
        text(action.officer.as_deref()),
        Value::day(action.deadline),
        Value::day(last.map(|later| later.deadline)),
        text(action.deliverable.as_deref()),
        text(row.part.and_then(|part| part.evidence.as_deref())),
        state_cell(row),
        Value::day(row.part.and_then(|part| part.assignment.done_on)),
        late.map_or(Value::Text(String::new()), Value::Count),
        text(row.difficulty()),
        text(row.remark()),
        Value::Text(code(action.number)),
        Value::Count(usize::try_from(of.focus).unwrap_or(0)),
        Value::Text(
            last.map(|later| reason(&later.reason, later.allowed_by.as_deref()))
                .unwrap_or_default(),
        ),
        Value::text(row.key().map(Key::shown)),
    ]
}

fn assigned_by(row: &Row) -> String {
    format!(
        "{}, ngày {}",
        row.of.meeting,
        short_date(row.of.meeting_day)
    )
}

fn reason(reason: &str, allowed_by: Option<&str>) -> String {
    match allowed_by {
        Some(whom) => format!("{reason} ({whom} cho phép)"),
        None => reason.to_owned(),
    }
}

fn state_cell(row: &Row) -> Value {
    let text = state(row);
    let tint = match row.mark() {
        Some(Mark::Done) => Tint::Green,
        Some(Mark::Running) => Tint::Blue,
        Some(Mark::Soon) => Tint::Yellow,
        Some(Mark::Overdue) => Tint::Red,
        Some(Mark::NotStarted) | None => return Value::Text(text),
    };
    Value::Marked(text, tint)
}

/// Returns how a row stands, as a sheet says it: `QH: đang thực hiện, 60%`.
fn state(row: &Row) -> String {
    let state = row.state();
    let name = Words::of(Lang::Vi).assignment_state(state);
    let name = match state {
        AssignmentState::Done if row.days_late().is_some() => format!("{name} trễ hạn"),
        AssignmentState::Reported => format!("{name}, chờ nghiệm thu"),
        AssignmentState::HandedOver => {
            let whom = row.part.and_then(|part| part.handed_to.as_deref());
            whom.map_or_else(|| name.to_owned(), |whom| format!("{name}: {whom}"))
        }
        AssignmentState::NotStarted
        | AssignmentState::InProgress
        | AssignmentState::Done
        | AssignmentState::Paused
        | AssignmentState::Cancelled => name.to_owned(),
    };
    let share = row.part.map(|part| part.assignment.percent);
    let share = shown_percent(Some(state), share).filter(|_| state.is_open());
    let name = share.map_or_else(|| name.clone(), |share| format!("{name}, {share}%"));
    row.mark()
        .map_or_else(|| name.clone(), |mark| format!("{}: {name}", mark.code()))
}

/// Returns the totals in one line, as `guide/domain.md` §6.3 words them; what nobody has is left out at the end.
fn totals(totals: &Totals) -> String {
    let share =
        |n: usize| percent(n, totals.all).map_or_else(String::new, |share| format!(", {share}"));
    let parted = |name: &str, (all, late): (usize, usize), good: &str, bad: &str| {
        let good = format!("{good} {}", count(all - late));
        format!(
            "{name} {}{} ({good} / {bad} {})",
            count(all),
            share(all),
            count(late)
        )
    };
    let mut parts = vec![
        format!("Tổng {}", count(totals.all)),
        parted("Hoàn thành", totals.done, "đúng hạn", "trễ hạn"),
        parted("Đang thực hiện", totals.running, "trong hạn", "quá hạn"),
        parted("Chưa thực hiện", totals.not_started, "trong hạn", "quá hạn"),
    ];
    if totals.paused.0 > 0 {
        parts.push(parted("Tạm dừng", totals.paused, "trong hạn", "quá hạn"));
    }
    for (name, n) in [
        ("Chuyển tiếp", totals.handed_over),
        ("Hủy", totals.cancelled),
    ] {
        if n > 0 {
            parts.push(format!("{name} {}{}", count(n), share(n)));
        }
    }
    parts.join(" | ")
}
