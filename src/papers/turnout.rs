//! The turnout of a year as a sheet.

use super::sheet::{Sheet, Value, columns};
use crate::meeting::turnout::{Year, YearLine};
use crate::text::dates::count;

/// Returns the sheet of a year.
pub fn sheet(year: &Year) -> Sheet {
    let rows = (1..)
        .zip(&year.units)
        .map(|(number, line)| row(number, line));
    Sheet {
        name: format!("Dự họp {}", year.year),
        title: format!(
            "Tình hình dự hội nghị giao ban năm {} ({} hội nghị)",
            year.year,
            count(year.meetings)
        ),
        above: Vec::new(),
        columns: columns(&[
            ("TT", 5),
            ("Đơn vị", 28),
            ("Số hội nghị được triệu tập", 12),
            ("Có mặt", 9),
            ("Bí thư", 9),
            ("Phó Bí thư Thường trực", 12),
            ("Dự thay", 9),
            ("Chưa ghi chức vụ", 10),
            ("Vắng có phép", 9),
            ("Vắng không phép", 9),
            ("Chưa điểm danh", 9),
            ("Đến muộn (lần)", 9),
            ("Đến muộn (phút)", 9),
            ("Về sớm (lần)", 9),
            ("Tỷ lệ có mặt", 9),
        ]),
        rows: rows.collect(),
        notes: vec![
            "Tỷ lệ có mặt = số hội nghị có mặt (kể cả dự thay) / số hội nghị đã điểm danh; hội nghị chưa điểm danh không tính."
                .to_owned(),
        ],
    }
}

fn row(number: usize, line: &YearLine) -> Vec<Value> {
    let counts = &line.counts;
    let minutes = usize::try_from(line.lateness.num_minutes()).unwrap_or(0);
    let mut row = vec![Value::Count(number), Value::Text(line.name.clone())];
    row.extend(
        [
            counts.roster,
            counts.present,
            counts.secretary,
            counts.deputy,
            counts.substitute,
            counts.unranked,
            counts.excused,
            counts.unexcused(),
            counts.not_marked,
            counts.late,
            minutes,
            counts.left,
        ]
        .map(Value::Count),
    );
    row.push(Value::share(counts.present, counts.marked()));
    row
}
