//! What a key asks of the focus areas and of the page of the year.

listed! {
    /// What the heat map does.
    FocusCommand {
        /// Shows the actions behind the selected cell.
        Open,
        /// Puts the rows in the next order.
        Sort,
        /// Shows the trend of the selected area, unit or cell.
        Trend,
        /// Adds, changes or ends a focus area.
        Areas,
        /// Shows the page of the year.
        Year,
        /// Forgets what was typed to find a unit.
        LeaveSearch,
    }
}

listed! {
    /// What the page of the year does.
    YearCommand {
        /// Goes from the months to the units and back.
        Other,
        /// Writes it to a file.
        Export,
        /// Goes back to the focus areas.
        Leave,
    }
}
