//! Words that the papers recognise in what was typed, to fit it into their sentences.

use std::sync::LazyLock;

use serde::Deserialize;

/// The words, by what they are recognised as.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Recognised {
    /// What a presenter does in the words of a secretary: a line that begins so is itself what follows the name.
    pub(super) verbs: Vec<String>,
    /// Words behind which a verb is the name of a document: `Báo cáo số 12-BC/BTCTU`, `Hướng dẫn của …`.
    pub(super) of_documents: Vec<String>,
    /// Titles before a name, which the sentences give it themselves.
    pub(super) titles: Vec<String>,
    /// Kinds of bodies whose name is more than one word: the head's title takes the whole of it, `CHÁNH VĂN PHÒNG`.
    pub(super) bodies: Vec<String>,
}

/// The words of the program.
pub(super) static RECOGNISED: LazyLock<Recognised> = LazyLock::new(|| {
    // The file is the program's own and read by a test; without it there would be no word to fall back to.
    toml_edit::de::from_str(include_str!("../templates/recognised.toml"))
        .unwrap_or_else(|why| panic!("recognised: {why}"))
});
