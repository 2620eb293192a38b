//! The follow-up table as Markdown: the totals, and every action with its units.

use crate::meeting::actions::code;
use crate::meeting::actions::table::{Row, Table, Tracked};
use crate::papers::markdown::{escape, item, line, row};
use crate::papers::phrases::Phrases;
use crate::papers::sentences::{BLANK, due, or_blank};
use crate::text::clean::composed_text;
use crate::text::dates::short_date;

pub(super) fn markdown(table: &Table, phrases: &Phrases) -> String {
    let mut out = format!("# {}\n\n", escape(&super::title(table, phrases)));
    for total in super::totals(table.sums(), &phrases.follow_up) {
        item(&mut out, &total);
    }
    for of in &table.actions {
        out.push('\n');
        push(&mut out, of, table, phrases);
    }
    // Another tool may have written control characters into the book.
    composed_text(&out)
}

fn push(out: &mut String, of: &Tracked, table: &Table, phrases: &Phrases) {
    let action = &of.action;
    let head = format!("## {} · {}\n", code(action.number), escape(&action.text));
    line(out, &head);
    for fact in facts(of, phrases) {
        item(out, &fact);
    }
    out.push('\n');
    row(out, heads(phrases));
    row(
        out,
        ["---", "---", "---", "---", "---:", "---", "---", "---"],
    );
    for part in of.rows(table.today) {
        row(out, cells(&part, phrases));
    }
}

/// Returns the lines about the whole action.
fn facts(of: &Tracked, phrases: &Phrases) -> Vec<String> {
    let (action, say, common) = (&of.action, &phrases.follow_up, &phrases.common);
    let first = due(action.deadline, action.deadline_words.as_deref(), common);
    let mut facts = vec![
        say.given_at(&of.meeting, &short_date(of.meeting_day)),
        say.serves(&of.focus.to_string(), &of.area),
        say.due(&first),
    ];
    let later = of.extensions.iter().filter(|later| later.stands());
    facts.extend(later.map(|later| {
        let why = super::reason(later, say);
        let day = due(
            Some(later.deadline),
            later.deadline_words.as_deref(),
            common,
        );
        match of.unit_of(later) {
            Some(unit) => say.later_of(unit, &day, &why),
            None => say.later(&day, &why),
        }
    }));
    facts.push(say.product(or_blank(action.deliverable.as_deref())));
    facts.push(say.followed_by(or_blank(action.officer.as_deref())));
    if !of.supports.is_empty() {
        facts.push(say.helped_by(&of.supports.join("; ")));
    }
    facts
}

fn heads(phrases: &Phrases) -> [String; 8] {
    let say = &phrases.follow_up;
    [
        phrases.tables.lead(),
        say.due_short(),
        say.progress(),
        say.done_on(),
        say.late(),
        say.evidence_short(),
        say.outcome(),
        say.difficulty(),
    ]
    .map(|head| escape(&head))
}

fn cells(row: &Row, phrases: &Phrases) -> [String; 8] {
    let part = row.part;
    let done_on = part.and_then(|part| part.assignment.done_on);
    let text = |text: Option<&str>| escape(text.unwrap_or_default());
    [
        text(row.unit().or(Some(BLANK))),
        row.due().map(short_date).unwrap_or_default(),
        escape(&super::state(row, phrases)),
        done_on.map(short_date).unwrap_or_default(),
        row.days_late()
            .map(|days| days.to_string())
            .unwrap_or_default(),
        text(part.and_then(|part| part.evidence.as_deref())),
        text(row.result()),
        text(row.difficulty()),
    ]
}
