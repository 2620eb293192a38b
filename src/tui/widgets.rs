//! Pieces that screens are drawn with; they know text and cells, not meetings.

pub(crate) mod bars;
pub(crate) mod details;
pub(crate) mod dialog;
pub(crate) mod digits;
pub(crate) mod field;
pub(crate) mod list_row;
pub(crate) mod pen;
