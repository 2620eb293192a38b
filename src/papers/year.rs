//! A year as sheets: month by month, and unit by unit.

use chrono::NaiveDate;

use super::sheet::{Column, Sheet, Value, columns};
use crate::meeting::year::{Figures, Yearbook};
use crate::text::dates::{count, short_date};

/// Columns that months and units have in common, behind what they are of.
const FIGURES: [(&str, u16); 16] = [
    ("Hội nghị", 9),
    ("Lượt triệu tập", 9),
    ("Đã điểm danh", 9),
    ("Có mặt", 9),
    ("Tỷ lệ có mặt", 9),
    ("Lượt phát biểu", 9),
    ("Phát biểu (phút)", 10),
    ("Vướng mắc nêu", 10),
    ("Phần việc giao", 9),
    ("Hoàn thành đúng hạn", 11),
    ("Hoàn thành trễ hạn", 11),
    ("Chưa xong, trong hạn", 11),
    ("Quá hạn", 9),
    ("Hủy, đã chuyển", 9),
    ("Tỷ lệ hoàn thành", 10),
    ("Vướng mắc được trả lời", 10),
];

/// Returns the sheet of the months and the sheet of the units, as they stand on a day.
pub fn sheets(book: &Yearbook, today: NaiveDate) -> [Sheet; 2] {
    let notes = vec![
        "Tỷ lệ có mặt = có mặt (kể cả dự thay) / đã điểm danh.".to_owned(),
        "Phần việc giao, tính theo tháng của hội nghị giao; tình trạng tính đến ngày lập bảng. Tỷ lệ hoàn thành = hoàn thành / (phần việc giao − hủy, đã chuyển)."
            .to_owned(),
        "Vướng mắc nêu: nêu lần đầu trong tháng; được trả lời: trả lời lần đầu trong tháng, kể cả vướng mắc của kỳ trước."
            .to_owned(),
    ];
    let title = |by: &str| {
        format!(
            "Số liệu năm {} {by} ({} hội nghị), tính đến {}",
            book.year,
            count(book.total.meetings),
            short_date(today)
        )
    };
    let mut months: Vec<Vec<Value>> = (1..)
        .zip(&book.months)
        .map(|(month, figures)| row(format!("Tháng {month}"), figures))
        .collect();
    months.push(row(format!("Năm {}", book.year), &book.total));
    let units = book.units.iter().map(|line| {
        let name = line.name.clone();
        let mut row = row(
            name.unwrap_or_else(|| "Đoàn khác, khách".to_owned()),
            &line.figures,
        );
        // Nobody says for which unit an answer is.
        row.pop();
        row
    });
    let unit_columns = FIGURES.split_last().map_or(&[][..], |(_, rest)| rest);
    [
        Sheet {
            name: format!("Theo tháng {}", book.year),
            title: title("theo tháng"),
            above: Vec::new(),
            columns: headed("Tháng", &FIGURES),
            rows: months,
            notes: notes.clone(),
        },
        Sheet {
            name: format!("Theo đơn vị {}", book.year),
            title: title("theo đơn vị"),
            above: Vec::new(),
            columns: headed("Đơn vị", unit_columns),
            rows: units.collect(),
            notes,
        },
    ]
}

fn headed(first: &'static str, figures: &[(&'static str, u16)]) -> Vec<Column> {
    let mut heads = vec![(first, 26)];
    heads.extend(figures);
    columns(&heads)
}

fn row(name: String, figures: &Figures) -> Vec<Value> {
    let (counts, parts) = (&figures.counts, figures.parts);
    let minutes = usize::try_from(figures.spoken.num_minutes()).unwrap_or(0);
    vec![
        Value::Text(name),
        Value::Count(figures.meetings),
        Value::Count(counts.roster),
        Value::Count(counts.marked()),
        Value::Count(counts.present),
        Value::share(counts.present, counts.marked()),
        Value::Count(figures.turns),
        Value::Count(minutes),
        Value::Count(figures.raised),
        Value::Count(parts.total() + parts.dropped),
        Value::Count(parts.in_time),
        Value::Count(parts.late),
        Value::Count(parts.open),
        Value::Count(parts.overdue),
        Value::Count(parts.dropped),
        Value::share(parts.done(), parts.total()),
        Value::Count(figures.answered),
    ]
}
