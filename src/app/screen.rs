//! How a screen or a dialog answers: where its keys mean something, its commands, its list and its text field.

use super::command::{Command, EditCommand, ListCommand};
use super::effect::Effect;
use super::keymap::Context;
use super::questions::Questions;
use super::view::View;
use crate::store::Failure;

/// A screen, or a dialog in front of one.
pub(crate) trait Screen {
    /// Returns where its keys mean something, the nearest first; `Everywhere` follows a screen by itself.
    fn contexts(&self) -> &'static [Context];

    /// Runs a command; ignores a command of another screen or dialog.
    fn update(&mut self, command: Command, view: &View) -> Vec<Effect>;

    /// Moves in its list, if it has one.
    fn list(&mut self, _: ListCommand, _: &View) {}

    /// Types into its text field, if it has one.
    fn edit(&mut self, _: EditCommand, _: &View) -> Vec<Effect> {
        Vec::new()
    }

    /// Puts a pasted text into its text field, if it has one.
    fn paste(&mut self, _: &str, _: &View) -> Vec<Effect> {
        Vec::new()
    }

    /// Loads the answers of the book that it shows and the shelf does not hold; returns the effects of that: a dialog
    /// without a record closes.
    fn ask(&mut self, _: &mut Questions) -> Result<Vec<Effect>, Failure> {
        Ok(Vec::new())
    }

    /// Says whether a clock is on it while the meeting is planned or in session.
    fn shows_clock(&self) -> bool {
        false
    }

    /// Says whether undo and redo reach the book past it: it is a dialog that writes to the book and stays open.
    fn lets_undo_pass(&self) -> bool {
        false
    }
}
