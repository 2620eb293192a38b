//! What keys ask of the rosters, and of the handover from units that have ended to those that followed.

listed! {
    /// What the rosters do.
    RosterCommand {
        /// Changes the selected unit and who holds its offices.
        Edit,
        /// Adds a unit.
        Add,
        /// Takes the selected unit off the roster.
        Remove,
        /// Goes to the next roster.
        Next,
        /// Changes name and validity of the roster.
        Details,
        /// Makes a copy of the roster.
        Copy,
        /// Makes a roster without units.
        New,
        /// Plans new meetings with the roster.
        Use,
        /// Fills the roster from a file.
        Import,
        /// Writes the roster to a file.
        Export,
        /// Hands over what units that have ended still owe.
        HandOver,
        /// Forgets what was typed to find a unit.
        LeaveSearch,
    }
}

/// What the handover does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandoverCommand {
    /// Leaves what is selected to this one of those that followed, from 1.
    Leave(usize),
    /// Shows the parts of the selected unit one by one, or hides them again.
    Parts,
    /// Hands everything over.
    Take,
    /// Closes it; nothing is handed over.
    Cancel,
}
