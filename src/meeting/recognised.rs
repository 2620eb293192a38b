//! Words that the program recognises in typed text: what the papers fit into their sentences, and where the capture line
//! sees a text begin.

use std::sync::LazyLock;

use serde::Deserialize;

/// The lists of the words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recognised {
    /// Verbs at the beginning of a line: such a line follows the name of the presenter without another verb.
    pub(crate) verbs: Vec<String>,
    /// Further verbs with which an action begins: what is to be done.
    pub(crate) deeds: Vec<String>,
    /// Words with which a text begins behind the name of a unit, besides verbs and words of several syllables.
    pub(crate) openers: Vec<String>,
    /// Words that make the verb before them the name of a document: `Báo cáo số 12-BC/BTCTU`, `Hướng dẫn của …`.
    pub(crate) of_documents: Vec<String>,
    /// Titles before a name; they are removed, because the sentences have their own.
    pub(crate) titles: Vec<String>,
    /// Bodies with a name of several words; the title of the head has all of them: `CHÁNH VĂN PHÒNG`.
    pub(crate) bodies: Vec<String>,
    /// Kinds of unit before the name of a ward, with the blank behind them.
    pub(crate) wards: Vec<String>,
    /// Words of several syllables that a title does not part where it can end a line elsewhere: `công tác`.
    pub(crate) together: Vec<String>,
    /// Offices of a Party committee, the only ones that its name is joined to.
    pub(crate) offices: Vec<String>,
}

/// The words of the program.
pub(crate) static RECOGNISED: LazyLock<Recognised> = LazyLock::new(|| {
    // The file is the program's own and read by a test; without it there would be no word to fall back to.
    toml_edit::de::from_str(include_str!("../templates/recognised.toml"))
        .unwrap_or_else(|why| panic!("recognised: {why}"))
});
