//! Pieces that screens are drawn with; they know text and cells, not meetings.

pub mod bars;
pub mod dialog;
pub mod digits;
pub mod field;
pub(crate) mod list_row;
pub mod pen;
