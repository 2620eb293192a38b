//! The trail of a line: its earlier texts, word by word, for undo and redo of typing.

use super::line::Line;

/// Steps that are kept.
const MOST: usize = 200;

/// The kind of the last step on a line; steps of one kind belong together until a word ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A letter was typed.
    Typed(char),
    /// Something was deleted.
    Deleted,
    /// Something came in at once: a paste, a completion.
    Put,
}

/// The earlier texts of a line, and those that were undone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Trail {
    past: Vec<Line>,
    future: Vec<Line>,
    last: Option<Step>,
}

impl Trail {
    /// Remembers a line before a step is made.
    pub(crate) fn keep(&mut self, line: &Line, step: Step) {
        let goes_on = match (self.last, step) {
            // Input methods delete and type within one word, so that is one step too.
            (Some(Step::Typed(before)), Step::Typed(_) | Step::Deleted) => !before.is_whitespace(),
            (Some(Step::Deleted), Step::Typed(_) | Step::Deleted) => true,
            (Some(Step::Put) | None, _) | (_, Step::Put) => false,
        };
        self.last = Some(step);
        self.future.clear();
        if !goes_on {
            self.past.push(line.clone());
            if self.past.len() > MOST {
                self.past.remove(0);
            }
        }
    }

    /// Takes the last step back and says whether there was one.
    pub(crate) fn back(&mut self, line: &mut Line) -> bool {
        Self::swap(line, &mut self.past, &mut self.future) && {
            self.last = None;
            true
        }
    }

    /// Brings the last step again that was taken back, and says whether there was one.
    pub(crate) fn again(&mut self, line: &mut Line) -> bool {
        Self::swap(line, &mut self.future, &mut self.past) && {
            self.last = None;
            true
        }
    }

    fn swap(line: &mut Line, from: &mut Vec<Line>, to: &mut Vec<Line>) -> bool {
        let Some(other) = from.pop() else {
            return false;
        };
        to.push(std::mem::replace(line, other));
        true
    }
}
