//! The commands of the settings.

listed! {
    /// The commands of the settings.
    SettingsCommand {
        /// Changes the selected setting.
        Edit,
        /// Adds a line to the list in which the selection stands.
        Add,
        /// Takes the selected line out of its list.
        Remove,
        /// Moves the selected line up in its list.
        Raise,
        /// Moves the selected line down in its list.
        Lower,
        /// Goes to the next part of the settings.
        NextPart,
        /// Writes the sentences of the papers to a file, to be changed there.
        WritePhrases,
        /// Reads the sentences of the papers again.
        ReadPhrases,
        /// Clears the search for a setting.
        LeaveSearch,
    }
}
