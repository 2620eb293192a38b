//! The chapter of the handbook that lists the keys, made from the key table in its order.

use crate::app::help::heading;
use crate::app::keymap::{Binding, Keymap};
use crate::words::Words;

/// Returns every key of every context with what it does, as Markdown.
pub(super) fn chapter(keymap: Keymap, words: Words) -> String {
    let mut text = format!(
        "# {}\n\n{}\n\n{}\n",
        words.keys_head(),
        words.keys_letters(),
        words.keys_made()
    );
    let bound: Vec<&Binding> = keymap
        .0
        .iter()
        .filter(|binding| !binding.keys.is_empty())
        .collect();
    for rows in bound.chunk_by(|a, b| a.context == b.context) {
        let title = rows.first().map(|row| heading(row.context, words));
        text.push_str(&format!(
            "\n## {}\n\n{}\n| --- | --- |\n",
            title.unwrap_or_default(),
            words.keys_columns()
        ));
        for row in rows {
            text.push_str(&format!(
                "| {} | {} |\n",
                row.keys_shown(),
                (row.words)(words)
            ));
        }
    }
    text
}
