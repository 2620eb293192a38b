//! The commands of the roll call, the card of a seat and the table of the year.

listed! {
    /// The commands of the roll call.
    RollCallCommand {
        /// The Secretary came.
        Secretary,
        /// The Standing Deputy came.
        Deputy,
        /// Somebody else came.
        Substitute,
        /// Nobody came, with leave.
        Excused,
        /// Nobody came, without leave.
        Absent,
        /// The delegate came late.
        Late,
        /// The delegate left.
        Left,
        /// The delegate came back.
        Back,
        /// The delegate is out for an item.
        Out,
        /// Nothing is known.
        Clear,
        /// Nothing is known of the unit, or the delegation was not invited after all.
        Remove,
        /// All others came.
        Rest,
        /// Of all others, and of those of whom it was not said, the Secretary came.
        RestSecretary,
        /// Takes the names that the meeting lacks from the roster.
        FillNames,
        /// Goes to the other delegates and back.
        Others,
        /// Changes names and details of the selected seat.
        Details,
        /// Shows the roll call as it is read to the chair.
        Report,
        /// Gives another delegation or a guest a seat.
        Add,
        /// Shows how the units came over the year.
        Year,
        /// Empties the search for a unit.
        LeaveSearch,
    }
}

listed! {
    /// The commands of the card of a seat.
    CardCommand {
        /// Corrects the selected entry.
        Edit,
        /// Strikes the selected entry.
        Remove,
        /// Closes the card.
        Cancel,
    }
}

listed! {
    /// The commands of the table of the year.
    TurnoutCommand {
        /// Writes it to a file.
        Export,
        /// Goes back to the roll call.
        Leave,
    }
}
