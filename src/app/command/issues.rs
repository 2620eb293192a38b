//! The commands of the issue log.

listed! {
    /// The commands of the issue log.
    IssuesCommand {
        /// Opens the selected issue, or goes to the place that the selected line of its card stands for.
        Open,
        /// Writes an answer to it.
        Answer,
        /// Changes its state.
        State,
        /// Puts the caret into the filter.
        Filter,
        /// Shows only the issues that wait for an answer, or all.
        Shown,
        /// Says who is competent to answer.
        Competent,
        /// Passes it to a higher body.
        Escalate,
        /// Merges it with another.
        Merge,
        /// Links an action that resolves it.
        Link,
        /// Parts the issue from the one it is merged into, or the issue on the selected line from this one.
        Part,
        /// Writes the issues that are shown to a file.
        Export,
        /// Goes back to the list, or shows all issues again.
        Leave,
    }
}
