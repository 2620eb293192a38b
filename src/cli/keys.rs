//! The chapter of the handbook that lists the keys, made from the key table in its order.

use crate::app::help::heading;
use crate::app::keymap::{Binding, Keymap};
use crate::words::Words;

/// Returns every key of every context with its command, as Markdown.
pub(super) fn chapter(keymap: Keymap, words: Words) -> String {
    let bound: Vec<&Binding> = keymap
        .0
        .iter()
        .filter(|binding| !binding.keys.is_empty())
        .collect();
    let contexts = bound.chunk_by(|a, b| a.context == b.context);
    let tables: Vec<String> = contexts.map(|rows| table(rows, words)).collect();
    let (head, letters, made) = (words.keys_head(), words.keys_letters(), words.keys_made());
    format!("# {head}\n\n{letters}\n\n{made}\n{}", tables.concat())
}

/// Returns the keys of a context under its name.
fn table(rows: &[&Binding], words: Words) -> String {
    let title = rows.first().map(|row| heading(row.context, words));
    let title = title.unwrap_or_default();
    let lines: Vec<String> = rows
        .iter()
        .map(|row| format!("| {} | {} |\n", row.keys_shown(), (row.words)(words)))
        .collect();
    let columns = words.keys_columns();
    format!(
        "\n## {title}\n\n{columns}\n| --- | --- |\n{}",
        lines.concat()
    )
}
