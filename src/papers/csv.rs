//! Sheets as CSV: UTF-8 with its mark, so that Excel reads the accents; only the heads and the rows.

use super::sheet::{Sheet, Value};

/// Returns the bytes of one table.
pub fn csv(sheet: &Sheet) -> anyhow::Result<Vec<u8>> {
    csv_of(std::slice::from_ref(sheet))
}

/// Returns the bytes of tables, an empty row between them; all rows have the fields of the widest table, as a reader of
/// CSV expects. No cell begins like a formula.
pub(super) fn csv_of(sheets: &[Sheet]) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let widest = sheets.iter().map(|sheet| sheet.columns.len()).max();
    let fields = |mut cells: Vec<String>| {
        cells.resize(widest.unwrap_or_default(), String::new());
        cells
    };
    for (place, sheet) in sheets.iter().enumerate() {
        if place > 0 {
            writer.write_record(fields(Vec::new()))?;
        }
        let heads = sheet.columns.iter().map(|column| column.head.clone());
        writer.write_record(fields(heads.collect()))?;
        for row in &sheet.rows {
            writer.write_record(fields(row.iter().map(cell).collect()))?;
        }
    }
    Ok(writer.into_inner()?)
}

fn cell(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Marked(text, _) => harmless(text),
        // The one way to write a day that every spreadsheet reads alike.
        Value::Day(day) => day.to_string(),
        Value::Count(n) => n.to_string(),
        Value::Share(share) => format!("{:.1}%", share * 100.0).replace('.', ","),
    }
}

/// Returns a text with an apostrophe before the beginning of a formula (OWASP, CSV injection).
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
