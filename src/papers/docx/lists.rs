//! The place of a paragraph in the lists of a DOCX, and its XML.

/// The list of sections, headings and speakers, which their styles belong to.
pub(super) const OUTLINE: usize = 1;

/// The list of lines behind a hyphen, which their style belongs to.
pub(super) const ITEMS: usize = 2;

/// Where a paragraph stands among the lists.
pub(super) enum Place {
    /// Where its style puts it.
    AsStyled,
    /// In a list that begins anew.
    In {
        list: usize,
        /// How deep in it.
        level: usize,
    },
    /// In none: its number is written, for Word would count another.
    Written(String),
}

impl Place {
    /// Returns its XML in a paragraph.
    pub(super) fn xml(&self) -> String {
        match self {
            Self::AsStyled => String::new(),
            Self::In { list, level } => in_list(*list, *level),
            Self::Written(_) => in_list(0, 0),
        }
    }
}

/// Returns the XML of a place in a list; list 0 means no list.
pub(super) fn in_list(list: usize, level: usize) -> String {
    format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#)
}
