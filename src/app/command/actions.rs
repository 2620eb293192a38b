//! What a key asks of the register, its filter and the guided review.

use crate::meeting::code::AssignmentState;

/// What the register does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionsCommand {
    /// Shows the selected action whole, unit by unit.
    Parts,
    /// Brings the selected unit's part to a state, or all that were selected.
    Mark(AssignmentState),
    /// Writes down what a unit reports.
    Report,
    /// Selects a part to be reported with others.
    Select,
    /// Selects all parts that are shown.
    SelectAll,
    /// Gives the action a later deadline, or its first.
    Extend,
    /// Says what is to be handed in, who follows it up, who helps.
    Details,
    /// Puts the caret into the filter.
    Filter,
    /// Chooses how the lines are grouped and ordered.
    Arrange,
    /// Chooses a filter that was given a name.
    Saved,
    /// Walks through what needs a look.
    Review,
    /// Hands the selected part over to another unit.
    HandOver,
    /// Shows what the unit is reminded of, or all late units.
    Remind,
    /// Writes what is shown to a file.
    Export,
    /// Reads back what units filled in.
    Import,
    /// Takes the action out of the register.
    Remove,
    /// Goes back to the list, or shows all actions again.
    Leave,
}

listed! {
    /// What happens to a filter that is typed.
    FilterCommand {
        /// Puts what can stand at the caret into it.
        Complete,
        /// Leaves it as it is.
        Take,
        /// Empties it and leaves it.
        Clear,
    }
}

/// What the guided review does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewCommand {
    /// The action has been looked at.
    Settle,
    /// Says what came of the look.
    Note,
    /// Goes on without having looked at it.
    Skip,
    /// Goes back to the one before.
    Back,
    /// Brings the selected unit's part to a state.
    Mark(AssignmentState),
    /// Writes down what a unit reports.
    Report,
    /// Gives the action a later deadline, or its first.
    Extend,
    /// Says what is to be handed in, who follows it up, who helps.
    Details,
    /// Hands the selected part over to another unit.
    HandOver,
    /// Shows what the unit is reminded of.
    Remind,
    /// Begins a new round.
    Anew,
    /// Leaves; the round goes on from here another time.
    Leave,
}
