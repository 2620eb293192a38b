//! A long list is asked for a part at a time; a page is the part that came.

/// Which part of a long list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Lines before it.
    pub from: usize,
    /// Lines at most.
    pub most: usize,
}

impl Part {
    /// Lines that are held at once: several screenfuls around where the user is.
    const HELD: usize = 240;

    /// Returns the part of a list that has this line in its middle.
    pub fn around(line: usize) -> Self {
        Self {
            from: line.saturating_sub(Self::HELD / 2),
            most: Self::HELD,
        }
    }
}

/// A part of a list, and how long the list is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// Lines before the part.
    pub(crate) from: usize,
    /// The lines of the part.
    pub lines: Vec<T>,
    /// Lines of the whole list.
    pub total: usize,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self {
            from: 0,
            lines: Vec::new(),
            total: 0,
        }
    }
}

impl<T> Page<T> {
    /// Returns the line at a place of the whole list, if it has come.
    pub(crate) fn get(&self, place: usize) -> Option<&T> {
        self.lines.get(place.checked_sub(self.from)?)
    }

    /// Says whether the page has every line of a window of the list.
    pub(crate) fn covers(&self, from: usize, rows: usize) -> bool {
        from >= self.from && (from + rows).min(self.total) <= self.from + self.lines.len()
    }
}
