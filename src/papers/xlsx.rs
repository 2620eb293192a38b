//! A sheet as XLSX: heads that stay in sight and filter, numbers as numbers, the same bytes for the same sheet.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

use super::sheet::{Sheet, Value};

/// Row of the heads, below the title and an empty row.
const HEAD: u32 = 2;

/// Returns the bytes of a workbook with this sheet.
pub fn xlsx(sheet: &Sheet) -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    // The day of writing would make every file another one; the content tells which day it is of.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&sheet.title)
            .set_creation_datetime(&created),
    );
    let bold = Format::new().set_bold();
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_border(rust_xlsxwriter::FormatBorder::Thin);
    let cell = Format::new().set_border(rust_xlsxwriter::FormatBorder::Thin);
    let share = cell.clone().set_num_format("0.0%");
    let page = workbook.add_worksheet();
    page.set_name(&sheet.name)?;
    page.write_with_format(0, 0, &sheet.title, &bold)?;
    for (column, name) in (0..).zip(&sheet.columns) {
        page.set_column_width(column, f64::from(name.width))?;
        page.write_with_format(HEAD, column, name.head, &head)?;
    }
    for (row, values) in (HEAD + 1..).zip(&sheet.rows) {
        for (column, value) in (0..).zip(values) {
            match value {
                // A text stays a text, even one that looks like a formula.
                Value::Text(text) => page.write_string_with_format(row, column, text, &cell)?,
                Value::Count(n) => {
                    let n = u32::try_from(*n).unwrap_or(u32::MAX);
                    page.write_number_with_format(row, column, n, &cell)?
                }
                Value::Share(part) => page.write_number_with_format(row, column, *part, &share)?,
            };
        }
    }
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let last = u16::try_from(sheet.columns.len())
        .unwrap_or(u16::MAX)
        .saturating_sub(1);
    page.set_freeze_panes(HEAD + 1, 0)?;
    page.autofilter(HEAD, 0, HEAD + rows.max(1), last)?;
    for (row, note) in (HEAD + rows + 2..).zip(&sheet.notes) {
        page.write_string(row, 0, note)?;
    }
    page.set_landscape();
    page.set_print_fit_to_pages(1, 0);
    page.set_repeat_rows(HEAD, HEAD)?;
    Ok(workbook.save_to_buffer()?)
}
