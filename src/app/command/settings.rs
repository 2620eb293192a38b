//! What keys ask of the settings.

listed! {
    /// What the settings do.
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
        /// Forgets what was typed to find a setting.
        LeaveSearch,
    }
}
