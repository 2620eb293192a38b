//! Whether an office is one of the Party committee itself, to which alone its name is joined.

use super::blanks::ends_with_blank;
use crate::meeting::recognised::RECOGNISED;
use crate::text::fold::fold;

/// Says whether an office, or each of several with commas between them, is one of the Party committee itself; a missing one
/// is taken for such.
pub(super) fn is_of_committee(office: &str) -> bool {
    let is_one = |office: &str| {
        let office = fold(office.trim());
        ends_with_blank(&office) || RECOGNISED.offices.iter().any(|of| fold(of) == office)
    };
    office.split(',').all(is_one)
}
