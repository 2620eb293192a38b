//! Sheets as CSV: UTF-8 with its mark, so that Excel reads the accents; only the heads and the rows.

use super::sheet::{Sheet, Value};

/// Returns the bytes of one table.
pub fn csv(sheet: &Sheet) -> anyhow::Result<Vec<u8>> {
    csv_of(std::slice::from_ref(sheet))
}

/// Returns the bytes of the tables, an empty line between them; no cell begins like a formula.
pub(super) fn csv_of(sheets: &[Sheet]) -> anyhow::Result<Vec<u8>> {
    let begun = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(begun);
    for (place, sheet) in sheets.iter().enumerate() {
        if place > 0 {
            writer.write_record([""])?;
        }
        writer.write_record(sheet.columns.iter().map(|column| &column.head))?;
        for row in &sheet.rows {
            writer.write_record(row.iter().map(cell))?;
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
