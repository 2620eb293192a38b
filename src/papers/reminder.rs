//! What a late unit is reminded of, ready to be pasted into a message: what is overdue, since when, and what is asked.

use crate::meeting::actions::code;
use crate::meeting::actions::table::{Row, Table, TrackedPart};
use crate::meeting::cell::Id;
use crate::meeting::code::{AssignmentState, UnitKind};
use crate::meeting::rows::Unit;
use crate::text::collate::sort_key;
use crate::text::dates::{count, short_date};

use super::sentences::{BLANK, committee, ended, open_ended, or_blank};

/// What stands between the texts of two units.
const BETWEEN: &str = "\n-----\n\n";

/// Returns what one unit is reminded of, or nothing where it is not late.
pub fn reminder(table: &Table, unit: Id<Unit>) -> Option<String> {
    let late = late(table);
    let own: Vec<Row> = late.into_iter().filter(|row| is_of(row, unit)).collect();
    let part = own.first()?.part?;
    Some(text(table, part, &own))
}

/// Returns what all late units are reminded of, one after another as Vietnamese sorts their names, if any is late.
pub fn reminders(table: &Table) -> Option<String> {
    let late = late(table);
    let mut parts: Vec<&TrackedPart> = late.iter().filter_map(|row| row.part).collect();
    parts.sort_by_cached_key(|part| (sort_key(&part.unit), part.assignment.unit));
    parts.dedup_by_key(|part| part.assignment.unit);
    let texts = parts.into_iter().map(|part| {
        let own = late.iter().filter(|row| is_of(row, part.assignment.unit));
        text(table, part, &own.copied().collect::<Vec<_>>())
    });
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join(BETWEEN))
}

/// Returns a unit's full name, as a letter names it.
pub fn full_name(part: &TrackedPart) -> String {
    match part.kind {
        UnitKind::Ward => committee(&part.unit),
        UnitKind::Committee | UnitKind::Organisation | UnitKind::Centre => part.unit.clone(),
    }
}

/// Returns what is overdue, but for what was reported and waits for us.
fn late(table: &Table) -> Vec<Row<'_>> {
    let rows = table.actions.iter().flat_map(|of| of.rows(table.today));
    let mut late: Vec<Row> = rows
        .filter(|row| row.is_overdue() && row.state() != AssignmentState::Reported)
        .collect();
    late.sort_by_key(|row| (row.of.due, row.of.action.number));
    late
}

fn is_of(row: &Row, unit: Id<Unit>) -> bool {
    row.part.is_some_and(|part| part.assignment.unit == unit)
}

fn text(table: &Table, part: &TrackedPart, late: &[Row]) -> String {
    let name = full_name(part);
    let us = table
        .issuer
        .as_ref()
        .map(|issuer| issuer.short_name.as_str());
    let us = or_blank(us);
    let items = (1..).zip(late).map(|(number, row)| item(number, row));
    let officers: Vec<&str> = late
        .iter()
        .filter_map(|row| row.of.action.officer.as_deref())
        .collect();
    // Of several officers nobody knows whom to call; then the secretary says it.
    let officer = officers
        .first()
        .filter(|first| late.len() == officers.len() && officers.iter().all(|one| one == *first));
    format!(
        "Kính gửi: {name}\n\n\
         Qua theo dõi việc thực hiện kết luận hội nghị giao ban, đến ngày {day}, {name} còn {n} nhiệm vụ quá hạn:\n\n\
         {items}\n\
         {us} đề nghị {name} báo cáo kết quả thực hiện (kèm số, ngày văn bản) về {us} trước ngày {BLANK}; \
         cần trao đổi, liên hệ đồng chí {officer}\n",
        day = short_date(table.today),
        n = count(late.len()),
        items = items.collect::<Vec<_>>().join("\n"),
        officer = ended(or_blank(officer.copied()), '.'),
    )
}

fn item(number: usize, row: &Row) -> String {
    let of = row.of;
    let days = row.days_late().and_then(|days| usize::try_from(days).ok());
    let due = of.due.map_or_else(|| BLANK.to_owned(), short_date);
    let extended = match (of.action.deadline, of.extensions.last()) {
        (Some(first), Some(_)) => format!(" (đã gia hạn, hạn ban đầu {})", short_date(first)),
        (_, _) => String::new(),
    };
    format!(
        "{number}. {}: {}\n   Giao tại hội nghị ngày {}; thời hạn {due}{extended}; quá hạn {} ngày.\n   Sản phẩm: {}\n   Đề nghị: {}\n",
        code(of.action.number),
        ended(&of.action.text, '.'),
        short_date(of.meeting_day),
        count(days.unwrap_or(0)),
        ended(open_ended(or_blank(of.action.deliverable.as_deref())), '.'),
        asked(of.missed),
    )
}

/// Returns what is asked where so many meetings were held since the deadline: the staleness ladder.
fn asked(missed: usize) -> String {
    match missed {
        0 | 1 => "khẩn trương thực hiện và báo cáo kết quả.".to_owned(),
        2 => format!(
            "giải trình bằng văn bản nguyên nhân chậm và thời gian hoàn thành, vì đã qua {} hội nghị.",
            count(missed)
        ),
        _ => format!(
            "hoàn thành ngay và giải trình bằng văn bản; đã qua {} hội nghị trở lên, việc này được tổng hợp báo cáo cấp trên.",
            count(missed)
        ),
    }
}
