//! The commands of the rosters, and of the handover from units that have ended to their successors.

listed! {
    /// The commands of the rosters.
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
        /// Hands over the open lines of units that have ended.
        HandOver,
        /// Clears the search for a unit.
        LeaveSearch,
    }
}

/// The commands of the handover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandoverCommand {
    /// Leaves the selected line to this successor, from 1.
    Leave(usize),
    /// Shows the parts of the selected unit one by one, or hides them again.
    Parts,
    /// Hands everything over.
    Take,
    /// Closes it; nothing is handed over.
    Cancel,
}
