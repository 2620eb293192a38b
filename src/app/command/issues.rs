//! The commands of the issue log.

listed! {
    /// The commands of the issue log.
    IssuesCommand {
        /// Opens the selected issue, or goes to what the selected line of it stands for.
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
        /// Parts it from what it is merged into, or what the selected line of it stands for from it.
        Part,
        /// Writes the issues that are shown to a file.
        Export,
        /// Goes back to the list, or shows all issues again.
        Leave,
    }
}
