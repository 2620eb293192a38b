//! The follow-up table as Markdown: the totals, and every action with its units.

use std::fmt::Write;

use crate::meeting::actions::code;
use crate::meeting::actions::table::{Row, Table, Tracked};
use crate::papers::markdown::escape;
use crate::papers::sentences::{BLANK, or_blank};
use crate::text::clean::clean_text;
use crate::text::dates::short_date;

/// Returns a table as Markdown.
pub(super) fn markdown(table: &Table) -> String {
    let mut out = format!("# {}\n\n", escape(&super::title(table)));
    for total in super::totals(&table.totals()).split(" | ") {
        line(&mut out, &format!("- {}", escape(total)));
    }
    for of in &table.actions {
        out.push('\n');
        push(&mut out, of, table);
    }
    // What another tool wrote into the book must not command whoever prints this.
    clean_text(&out)
}

fn push(out: &mut String, of: &Tracked, table: &Table) {
    let action = &of.action;
    line(
        out,
        &format!("## {} · {}\n", code(action.number), escape(&action.text)),
    );
    let first = action.deadline.map_or_else(|| BLANK.to_owned(), short_date);
    let mut facts = vec![
        format!(
            "Giao tại: {}, ngày {}",
            escape(&of.meeting),
            short_date(of.meeting_day)
        ),
        format!("Trọng tâm: {}. {}", of.focus, escape(&of.area)),
        format!("Thời hạn: {first}"),
    ];
    facts.extend(of.extensions.iter().map(|later| {
        let why = super::reason(&later.reason, later.allowed_by.as_deref());
        format!(
            "Hạn điều chỉnh: {} ({})",
            short_date(later.deadline),
            escape(&why)
        )
    }));
    facts.push(format!(
        "Sản phẩm: {}",
        escape(or_blank(action.deliverable.as_deref()))
    ));
    facts.push(format!(
        "Chuyên viên theo dõi: {}",
        escape(or_blank(action.officer.as_deref()))
    ));
    if !of.supports.is_empty() {
        facts.push(format!(
            "Đơn vị phối hợp: {}",
            escape(&of.supports.join("; "))
        ));
    }
    for fact in facts {
        line(out, &format!("- {fact}"));
    }
    line(
        out,
        "\n| Đơn vị chủ trì | Tiến độ / tình trạng | Ngày hoàn thành | Trễ (ngày) | Văn bản kết quả | Kết quả, khó khăn |\n| --- | --- | --- | ---: | --- | --- |",
    );
    for row in of.rows(table.today) {
        line(out, &cells(&row));
    }
}

fn cells(row: &Row) -> String {
    let part = row.part;
    let done_on = part.and_then(|part| part.assignment.done_on);
    let text = |text: Option<&str>| escape(text.unwrap_or_default());
    let cells = [
        text(row.unit().or(Some(BLANK))),
        escape(&super::state(row)),
        done_on.map(short_date).unwrap_or_default(),
        row.days_late()
            .map(|days| days.to_string())
            .unwrap_or_default(),
        text(part.and_then(|part| part.evidence.as_deref())),
        text(row.difficulty().or(row.remark())),
    ];
    format!("| {} |", cells.join(" | "))
}

fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _written = writeln!(out, "{text}");
}
