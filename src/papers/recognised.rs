//! Words that the papers recognise in typed text, to fit it into their sentences.

use std::sync::LazyLock;

use serde::Deserialize;

use super::blanks::ends_with_blank;
use crate::text::fold::fold;

/// The lists of the words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Recognised {
    /// Verbs at the beginning of a line: such a line follows the name of the presenter without another verb.
    pub(super) verbs: Vec<String>,
    /// Words that make the verb before them the name of a document: `Báo cáo số 12-BC/BTCTU`, `Hướng dẫn của …`.
    pub(super) of_documents: Vec<String>,
    /// Titles before a name; they are removed, because the sentences have their own.
    pub(super) titles: Vec<String>,
    /// Bodies with a name of several words; the title of the head has all of them: `CHÁNH VĂN PHÒNG`.
    pub(super) bodies: Vec<String>,
    /// Kinds of unit before the name of a ward, with the blank behind them.
    pub(super) wards: Vec<String>,
    /// Words of several syllables that a title does not part where it can end a line elsewhere: `công tác`.
    pub(super) together: Vec<String>,
    /// Offices of a Party committee, the only ones that its name is joined to.
    pub(super) offices: Vec<String>,
}

/// The words of the program.
pub(super) static RECOGNISED: LazyLock<Recognised> = LazyLock::new(|| {
    // The file is the program's own and read by a test; without it there would be no word to fall back to.
    toml_edit::de::from_str(include_str!("../templates/recognised.toml"))
        .unwrap_or_else(|why| panic!("recognised: {why}"))
});

/// Says whether an office, or each of several with commas between them, is one of the Party committee itself; a missing one
/// is taken for such.
pub(super) fn is_of_committee(office: &str) -> bool {
    let is_one = |office: &str| {
        let office = fold(office.trim());
        ends_with_blank(&office) || RECOGNISED.offices.iter().any(|of| fold(of) == office)
    };
    office.split(',').all(is_one)
}
