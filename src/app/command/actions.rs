//! The commands of the register, its filter and the guided review.

use crate::meeting::code::AssignmentState;

/// The commands of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionsCommand {
    /// Shows the selected action whole, unit by unit.
    Parts,
    /// Brings the selected unit's part to a state, or all that were selected.
    Mark(AssignmentState),
    /// Opens the report of a unit on its part.
    Report,
    /// Selects a part to be reported with others.
    Select,
    /// Selects all parts that are shown.
    SelectAll,
    /// Gives the action a later deadline, or its first.
    Extend,
    /// Lists the extensions of the action, to correct them or to take them back.
    Extensions,
    /// Edits the product, the unit that follows up and the units that support.
    Details,
    /// Puts the caret into the filter.
    Filter,
    /// Chooses how the lines are grouped and ordered.
    Arrange,
    /// Chooses a filter that was given a name.
    Saved,
    /// Starts the guided review of the actions that need a look.
    Review,
    /// Hands the selected part over to another unit.
    HandOver,
    /// Shows the reminder of the unit, or of all late units.
    Remind,
    /// Writes the actions on the screen to a file.
    Export,
    /// Reads a follow-up table that units filled in.
    Import,
    /// Takes the action out of the register.
    Remove,
    /// Goes back to the list, or shows all actions again.
    Leave,
}

listed! {
    /// The commands of the filter while it is typed.
    FilterCommand {
        /// Inserts the completion at the caret.
        Complete,
        /// Leaves it as it is.
        Take,
        /// Empties it and leaves it.
        Clear,
    }
}

/// The commands of the guided review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewCommand {
    /// The action has been looked at.
    Settle,
    /// Writes the result of the look as a note.
    Note,
    /// Goes on without having looked at it.
    Skip,
    /// Goes back to the one before.
    Back,
    /// Brings the selected unit's part to a state.
    Mark(AssignmentState),
    /// Opens the report of a unit on its part.
    Report,
    /// Gives the action a later deadline, or its first.
    Extend,
    /// Edits the product, the unit that follows up and the units that support.
    Details,
    /// Hands the selected part over to another unit.
    HandOver,
    /// Shows the reminder of the unit.
    Remind,
    /// Begins a new round.
    Anew,
    /// Leaves; the round goes on from here another time.
    Leave,
}
