//! The commands of the focus areas and of the page of the year.

listed! {
    /// The commands of the heat map.
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
        /// Clears the search for a unit.
        LeaveSearch,
    }
}

listed! {
    /// The commands of the page of the year.
    YearCommand {
        /// Goes from the months to the units and back.
        Other,
        /// Writes it to a file.
        Export,
        /// Goes back to the focus areas.
        Leave,
    }
}
