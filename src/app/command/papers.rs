//! The commands of the papers, and of the versions that went out of them.

listed! {
    /// The commands of the papers.
    PapersCommand {
        /// Goes to where the selected gap is filled, takes the selected suggestion, or goes to the record of a sentence.
        Mend,
        /// Exports the paper that is shown.
        Export,
        /// Exports all papers of the meeting into a folder.
        ExportAll,
        /// Shows the versions that were exported.
        Versions,
        /// Corrects a signed paper.
        Amend,
        /// Goes to the preview and back.
        OtherSide,
        /// Chooses the paper that is shown.
        Choose,
        /// Edits the imprint of the paper: number, day, who signs, who gets it.
        Imprint,
        /// Lets the selected suggestion go.
        LetGo,
        /// Marks the minutes as signed.
        Finalise,
    }
}

listed! {
    /// The commands of the versions of a paper.
    VersionsCommand {
        /// Compares the selected version with the one before it.
        Compare,
        /// Compares the selected version with the paper as it would be now, or again with the one before it.
        Other,
        /// Exports the selected version once more, as it went out.
        Again,
        /// Goes back to the list, or closes it.
        Cancel,
    }
}
