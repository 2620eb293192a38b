//! The names of the parts of a DOCX, and the names of its styles in Word.

use std::sync::LazyLock;

use serde::Deserialize;

use super::super::profile::Each;

/// The style of the rule under the Party's name.
pub(super) const RULE: &str = "PartyRule";
/// The style of a line behind a hyphen.
pub(super) const ITEM: &str = "Item";
/// The style of a numbered paragraph.
pub(super) const NUMBERED: &str = "Numbered";
/// The style of the office of the one who signs, where the house has it bold.
pub(super) const BOLD_POSITION: &str = "PositionBold";
/// The style of the paragraph that parts two tables, or ends a section after one; nobody sees it.
pub(super) const BREAK: &str = "Break";
/// The style of a table with lines.
pub(super) const GRID: &str = "Grid";
/// The style of columns without lines.
pub(super) const COLUMNS: &str = "Columns";

/// The parts that the main part names, each with its kind; their relations are numbered in this order.
pub(super) const NAMED: [(&str, &str); 6] = [
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("theme", "theme/theme1.xml"),
    ("header", "header1.xml"),
];

/// The relation of the main part to the page number.
pub(super) const HEADER: &str = "rId6";

/// The names of the styles in Word.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub(super) element: Each<String>,
    /// Those that follow from them.
    pub(super) derived: Derived,
    pub(super) table: Tables,
}

/// The names of the styles that follow from those of the elements.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Derived {
    pub(super) item: String,
    pub(super) numbered: String,
    pub(super) bold_position: String,
    pub(super) rule: String,
    pub(super) section_break: String,
}

/// The names of the styles of tables.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tables {
    pub(super) grid: String,
    pub(super) columns: String,
}

/// The names of the program.
pub(super) static NAMES: LazyLock<Names> = LazyLock::new(|| {
    // The file is the program's own and read by a test; without it there would be no name to fall back to.
    toml_edit::de::from_str(include_str!("../../templates/styles.toml"))
        .unwrap_or_else(|why| panic!("styles: {why}"))
});
