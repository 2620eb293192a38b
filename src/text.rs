//! Vietnamese text in one place: cleaned, folded, found, sorted, measured, dated and edited.

pub mod citations;
pub mod clean;
pub mod collate;
pub mod dates;
pub(crate) mod deadlines;
pub mod find;
pub mod finder;
pub mod fold;
pub mod legacy;
pub mod line;
pub(crate) mod lookalikes;
pub mod lunar;
pub mod marks;
pub mod nearest;
pub mod period;
pub mod same;
pub mod spelling;
pub mod syllable;
pub mod telex;
pub mod terms;
pub(crate) mod trail;
pub mod width;
