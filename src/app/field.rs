//! Text fields: the effect of a key on the line in one.

use super::command::EditCommand;
use crate::text::line::Line;
use crate::text::telex::Method;

/// Applies an edit to a line; letters are typed by the built-in method, if one is switched on.
pub(crate) fn edit(line: &mut Line, command: EditCommand, typing: Option<Method>) {
    match command {
        EditCommand::Type(c) => line.type_key(c, typing),
        EditCommand::Left => line.left(),
        EditCommand::Right => line.right(),
        EditCommand::Home => line.home(),
        EditCommand::End => line.end(),
        EditCommand::Backspace => line.backspace(),
        EditCommand::Delete => line.delete(),
        EditCommand::DeleteWord => line.delete_word(),
        EditCommand::Clear => drop(line.take()),
    }
}
