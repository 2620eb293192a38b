//! The annex of issues: who raised what, who is competent, how far it is and what was answered.

use chrono::NaiveDate;

use super::document::{Block, Column, Document, House, Piece, Row, Source, Table};
use super::sentences::{BLANK, committee, ended, open_ended, or_blank};
use crate::meeting::code::IssueState;
use crate::meeting::issues::{Answered, IssueCard, Raising, code};
use crate::text::dates::{count, long_date, short_date};

/// What the annex is called.
const TITLE: &str = "Danh sách vướng mắc, kiến nghị";

/// Returns the annex of issues as they stand on a day, in the order in which they are given; what is merged into
/// another is told with the other.
pub fn annex(cards: &[IssueCard], day: NaiveDate) -> Document {
    let alive: Vec<&IssueCard> = cards
        .iter()
        .filter(|card| card.issue.state != IssueState::Duplicate)
        .collect();
    let mut blocks = Vec::new();
    if alive.iter().any(|card| card.is_sample) {
        blocks.push(Block::Mark("DỰ THẢO - DỮ LIỆU MẪU".to_owned()));
    }
    blocks.push(Block::Annex {
        number: "Phụ lục".to_owned(),
        title: TITLE.to_owned(),
        is_wide: false,
    });
    blocks.push(Block::Paragraph(totals(&alive, day)));
    if !alive.is_empty() {
        let rows = (1..).zip(&alive).map(|(number, card)| row(number, card));
        blocks.push(Block::Table(Table {
            columns: columns(),
            rows: rows.collect(),
            total: None,
        }));
    }
    Document {
        title: TITLE.to_owned(),
        author: String::new(),
        dated: day,
        house: House::default(),
        pieces: blocks.into_iter().map(Piece::from).collect(),
    }
}

fn columns() -> Vec<Column> {
    let column = |title: &str, width: u16| Column {
        title: title.to_owned(),
        width,
    };
    vec![
        column("TT", 50),
        column("Mã", 90),
        column("Nội dung", 215),
        column("Nêu bởi, ngày", 165),
        column("Nội dung trọng tâm", 110),
        column("Cơ quan giải quyết", 110),
        column("Tình trạng", 95),
        column("Trả lời", 165),
    ]
}

/// How many there are, and how far they are.
fn totals(cards: &[&IssueCard], day: NaiveDate) -> String {
    let of = |kept: fn(IssueState) -> bool| {
        count(cards.iter().filter(|card| kept(card.issue.state)).count())
    };
    format!(
        "Tính đến {}: tổng số {}; chưa trả lời {} (trong đó chuyển cấp trên {}), đã trả lời {}, đã giải quyết {}.",
        long_date(day),
        count(cards.len()),
        of(IssueState::is_open),
        of(|state| state == IssueState::Escalated),
        of(|state| state == IssueState::Answered),
        of(|state| state == IssueState::Resolved),
    )
}

fn row(number: usize, card: &IssueCard) -> Row {
    let issue = &card.issue;
    let focus = card.focus.as_ref();
    let focus = focus.map(|area| format!("{}. {}", area.number, area.short_vi));
    let answers: Vec<String> = card.answers.iter().map(answer).collect();
    let cells = vec![
        count(number),
        code(issue.number),
        ended(&issue.text, '.'),
        raised(&card.raised),
        focus.unwrap_or_else(|| BLANK.to_owned()),
        or_blank(issue.competent.as_deref()).to_owned(),
        state(issue.state).to_owned(),
        answers.join(" "),
    ];
    Row {
        cells,
        source: Some(Source::Issue(issue.id)),
    }
}

/// Returns each unit once, with the days on which it raised it.
pub(super) fn raised(all: &[Raising]) -> String {
    let mut units: Vec<(String, Vec<String>)> = Vec::new();
    for raising in all {
        let name = match (&raising.name, raising.unit) {
            (Some(name), Some(_)) => committee(name),
            (name, _) => or_blank(name.as_deref()).to_owned(),
        };
        let day = short_date(raising.at.date_naive());
        match units.iter_mut().find(|(unit, _)| *unit == name) {
            Some((_, days)) if days.contains(&day) => {}
            Some((_, days)) => days.push(day),
            None => units.push((name, vec![day])),
        }
    }
    let told = units
        .iter()
        .map(|(unit, days)| format!("{unit} ({})", days.join(", ")));
    told.collect::<Vec<_>>().join("; ")
}

/// The day, who answered, the document, and the words.
fn answer(answered: &Answered) -> String {
    let answer = &answered.answer;
    let day = short_date(answer.at.date_naive());
    let by = [answer.author.as_deref(), answer.document.as_deref()];
    let by: Vec<&str> = [Some(day.as_str())]
        .into_iter()
        .chain(by)
        .flatten()
        .collect();
    let text = open_ended(&answered.text);
    format!("{}: {}", by.join(", "), ended(text, '.'))
}

/// Returns how far an issue is, as papers say it.
pub(super) fn state(state: IssueState) -> &'static str {
    state.row().on_paper
}
