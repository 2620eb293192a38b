//! A field of a form as it is filled in.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::app::form::FieldSpec;
use crate::text::line::Line;

/// A field as it is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// The name of the field; empty where an earlier program kept the lines of a form in their order only.
    pub(super) id: Cow<'static, str>,
    pub(crate) line: Line,
    /// The value that the field began with.
    pub(super) first: String,
    /// Whether a digit has picked what stands in it, so that another may pick anew.
    #[serde(default)]
    pub(super) is_picked: bool,
    /// The value that it took from another field, if it follows one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    followed: Option<String>,
}

impl Entry {
    /// Returns a field that nobody has touched.
    pub(super) fn new(spec: FieldSpec) -> Self {
        Self {
            id: spec.id.into(),
            line: Line::of(&spec.first),
            first: spec.first,
            is_picked: false,
            followed: None,
        }
    }

    /// Returns a line that was kept without the name of its field.
    pub(crate) fn unnamed(line: Line) -> Self {
        Self {
            id: Cow::default(),
            line,
            first: String::new(),
            is_picked: false,
            followed: None,
        }
    }

    /// Takes a value that follows from another field, unless the user has typed one here: also where that is the one with
    /// which the field began.
    pub(super) fn follow(&mut self, value: String) {
        if self.line.text() == self.followed.as_deref().unwrap_or(&self.first) {
            self.line = Line::of(&value);
            self.followed = Some(value);
        }
    }

    /// Returns the field with a name, if it was kept without one; what stands in it counts as typed.
    pub(super) fn named(&self, spec: &FieldSpec) -> Option<Self> {
        self.id.is_empty().then(|| Self {
            id: spec.id.into(),
            line: self.line.clone(),
            first: spec.first.clone(),
            is_picked: false,
            followed: None,
        })
    }

    /// Says whether the field, which the user has not touched, is to take another value of the book or of the language.
    pub(super) fn is_left_by(&self, spec: &FieldSpec, is_translated: bool) -> bool {
        self.line.text() == self.first && (is_translated || self.is_outdated(spec))
    }

    /// Says whether a field in which nothing stands has got a suggestion.
    pub(super) fn is_suggested_anew(&self, spec: &FieldSpec) -> bool {
        !spec.is_of_book && self.line.is_blank() && self.first.is_empty() && !spec.first.is_empty()
    }

    /// Says whether another desk has changed the value of the book since the field began with it.
    pub(super) fn is_outdated(&self, spec: &FieldSpec) -> bool {
        spec.is_of_book && self.first != spec.first
    }
}
