//! A sheet as XLSX: heads that stay in sight and filter, numbers as numbers, the same bytes for the same sheet.

mod print;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

use super::sheet::{Sheet, Tint, Value};

/// Rows above the heads beside the lines of the sheet: its title and an empty row.
const TITLE: u32 = 2;

/// The number of A4 among the papers of a workbook.
const A4: u8 = 9;

/// Letters that the name of a tab may have at most.
const TAB_LETTERS: usize = 31;

/// Signs that the name of a tab may not have.
const TAB_SIGNS: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// Returns the bytes of a workbook with this sheet.
pub fn xlsx(sheet: &Sheet) -> anyhow::Result<Vec<u8>> {
    workbook(std::slice::from_ref(sheet))
}

/// Returns the bytes of a workbook with these sheets, which has the title of the first.
pub fn workbook(sheets: &[Sheet]) -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    // A fixed day: the same sheet gives the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(sheets.first().map_or("", |sheet| &sheet.title))
            .set_creation_datetime(&created),
    );
    let mut tabs = Vec::new();
    for sheet in sheets {
        let tab = tab(&sheet.name, &tabs);
        write_page(workbook.add_worksheet().set_name(&tab)?, sheet)?;
        tabs.push(tab);
    }
    Ok(workbook.save_to_buffer()?)
}

/// Returns a name as a tab may have it: in 31 letters, without signs that formulas need, and no other tab's.
fn tab(name: &str, others: &[String]) -> String {
    let is_allowed = |c: &char| !TAB_SIGNS.contains(c) && !c.is_control();
    let name: String = name.chars().filter(is_allowed).take(TAB_LETTERS).collect();
    let name = name.trim_matches([' ', '\'']);
    let is_free = |name: &str| {
        let name = name.to_lowercase();
        !name.is_empty() && !others.iter().any(|other| other.to_lowercase() == name)
    };
    if is_free(name) {
        return name.to_owned();
    }
    let cut: String = name.chars().take(TAB_LETTERS - 4).collect();
    format!("{cut} {}", others.len() + 1)
        .trim_start()
        .to_owned()
}

/// Writes a sheet onto its page.
fn write_page(page: &mut Worksheet, sheet: &Sheet) -> anyhow::Result<()> {
    let head = TITLE + row_number(sheet.above.len());
    let widths = print::widths(sheet);
    write_head(page, sheet, head, &widths)?;
    let formats = Formats::new();
    for (row, values) in (head + 1..).zip(&sheet.rows) {
        for (column, value) in (0..).zip(values) {
            write(page, (row, column), value, &formats)?;
        }
        page.set_row_height(row, print::height_of(values, &widths))?;
    }
    let rows = row_number(sheet.rows.len());
    page.set_freeze_panes(head + 1, 0)?;
    page.autofilter(head, 0, head + rows.max(1), last_column(&widths))?;
    let plain = Format::new();
    for (row, note) in (head + rows + 2..).zip(&sheet.notes) {
        write_across(page, row, note, &widths, &plain)?;
    }
    set_print(page, head)?;
    Ok(())
}

/// A4 on its side, all columns on one page across, the heads again and a number on each page; lengths are inches.
fn set_print(page: &mut Worksheet, head: u32) -> anyhow::Result<()> {
    page.set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3)
        .set_footer("&C&P/&N")
        .set_repeat_rows(head, head)?;
    Ok(())
}

fn write_head(
    page: &mut Worksheet,
    sheet: &Sheet,
    row: u32,
    widths: &[usize],
) -> anyhow::Result<()> {
    let bold = Format::new().set_bold();
    let head = bold.clone().set_text_wrap().set_border(FormatBorder::Thin);
    write_across(page, 0, &sheet.title, widths, &bold)?;
    for (row, line) in (1..).zip(&sheet.above) {
        write_across(page, row, line, widths, &Format::new())?;
    }
    for ((column, name), width) in (0..).zip(&sheet.columns).zip(widths) {
        page.set_column_width(column, f64::from(row_number(*width)))?;
        if *width == 0 {
            page.set_column_hidden(column)?;
        }
        page.write_with_format(row, column, &name.head, &head)?;
    }
    // A filter's button takes two characters of a head.
    let names = sheet.columns.iter().map(|column| column.head.as_str());
    let cells = names.zip(widths).filter(|(_, width)| **width > 0);
    let cells = cells.map(|(name, width)| (name, width.saturating_sub(2)));
    page.set_row_height(row, print::height(cells))?;
    Ok(())
}

/// Writes a line across all columns, broken where they end, so that it is printed whole.
fn write_across(
    page: &mut Worksheet,
    row: u32,
    text: &str,
    widths: &[usize],
    format: &Format,
) -> anyhow::Result<()> {
    let format = format.clone().set_text_wrap().set_align(FormatAlign::Top);
    match last_column(widths) {
        0 => page.write_string_with_format(row, 0, text, &format)?,
        last => page.merge_range(row, 0, row, last, text, &format)?,
    };
    let across = widths.iter().sum();
    page.set_row_height(row, print::height(std::iter::once((text, across))))?;
    Ok(())
}

fn last_column(widths: &[usize]) -> u16 {
    u16::try_from(widths.len())
        .unwrap_or(u16::MAX)
        .saturating_sub(1)
}

/// How the values look.
struct Formats {
    cell: Format,
    share: Format,
    /// A day of the months that are written with a zero, and of the others (`guide/domain.md` §1.5).
    days: [Format; 2],
}

impl Formats {
    fn new() -> Self {
        let cell = Format::new()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Top);
        let with = |code: &str| cell.clone().set_num_format(code);
        Self {
            share: with("0.0%"),
            days: [with("dd/mm/yyyy"), with("dd/m/yyyy")],
            cell: cell.set_text_wrap(),
        }
    }

    fn tinted(&self, tint: Tint) -> Format {
        self.cell.clone().set_background_color(match tint {
            Tint::Green => 0x00C6_EFCE,
            Tint::Blue => 0x00DD_EBF7,
            Tint::Yellow => 0x00FF_EB9C,
            Tint::Red => 0x00FF_C7CE,
        })
    }
}

fn write(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    formats: &Formats,
) -> anyhow::Result<()> {
    let cell = &formats.cell;
    match value {
        // A text stays a text, even one that looks like a formula.
        Value::Text(text) => page.write_string_with_format(row, column, text, cell)?,
        Value::Marked(text, tint) => {
            page.write_string_with_format(row, column, text, &formats.tinted(*tint))?
        }
        Value::Count(n) => page.write_number_with_format(row, column, row_number(*n), cell)?,
        Value::Share(part) => page.write_number_with_format(row, column, *part, &formats.share)?,
        Value::Day(day) => {
            let [early, late] = &formats.days;
            let format = if day.month() > 2 { late } else { early };
            match excel_day(*day) {
                Some(day) => page.write_datetime_with_format(row, column, &day, format)?,
                // A day before those that a spreadsheet can count is a text.
                None => page.write_string_with_format(row, column, day.to_string(), cell)?,
            }
        }
    };
    Ok(())
}

fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, day) = (
        u8::try_from(day.month()).ok()?,
        u8::try_from(day.day()).ok()?,
    );
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn row_number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
