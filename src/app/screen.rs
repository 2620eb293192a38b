//! How a screen or a dialog answers: where its keys mean something, its commands, its list and its text field.

use super::command::{Command, EditCommand, ListCommand};
use super::effect::Effect;
use super::finder;
use super::keymap::Context;
use super::list::{Listing, Side};
use super::questions::Questions;
use super::view::View;
use crate::store::Failure;
use crate::text::finder::Finder;

/// A screen, or a dialog in front of one.
pub(crate) trait Screen {
    /// Returns where its keys mean something, the nearest first; `Everywhere` follows a screen by itself.
    fn contexts(&self) -> &'static [Context];

    /// Runs a command; ignores a command of another screen or dialog.
    fn update(&mut self, command: Command, view: &View) -> Vec<Effect>;

    /// Returns its list, if it has one that is only moved in.
    fn listing(&mut self, _: &View) -> Option<Listing<'_>> {
        None
    }

    /// Turns to what stands beside its list; says whether anything does.
    fn turn(&mut self, _: Side, _: &View) -> bool {
        false
    }

    /// Moves in its list or beside it.
    fn list(&mut self, command: ListCommand, view: &View) {
        let has_turned = command.side().is_some_and(|side| self.turn(side, view));
        if let Some(listing) = self.listing(view).filter(|_| !has_turned) {
            listing.go(command);
        }
    }

    /// Returns the field in which one types to find, if it has one and no other field.
    fn finder(&mut self) -> Option<&mut Finder> {
        None
    }

    /// Says whether a pasted text goes into that field.
    fn takes_paste(&self) -> bool {
        true
    }

    /// Goes to what was typed to find.
    fn find(&mut self, _: &View) -> Vec<Effect> {
        Vec::new()
    }

    /// Types into its text field, if it has one.
    fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        let Some(finder) = self.finder() else {
            return Vec::new();
        };
        let full = finder::edit(finder, command, view);
        self.find(view).into_iter().chain(full).collect()
    }

    /// Puts a pasted text into its text field, if it has one.
    fn paste(&mut self, text: &str, view: &View) -> Vec<Effect> {
        let takes_paste = self.takes_paste();
        let Some(finder) = self.finder().filter(|_| takes_paste) else {
            return Vec::new();
        };
        let full = finder::paste(finder, text, view);
        self.find(view).into_iter().chain(full).collect()
    }

    /// Loads the answers of the book that it shows and the shelf does not hold; returns the effects of that: a dialog
    /// without a record closes.
    fn ask(&mut self, _: &mut Questions) -> Result<Vec<Effect>, Failure> {
        Ok(Vec::new())
    }

    /// Returns the words of something that waits half-done in it and would be lost with it, if anything does.
    fn half_typed(&self) -> Option<String> {
        None
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
