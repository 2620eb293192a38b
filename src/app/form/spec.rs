//! A form as it stands on the screen: its title, its fields in their order, and its deed.

use std::fmt::{self, Debug};

use crate::app::effect::Effect;
use crate::app::form::{Deed, Field, FieldSpec, Filled, Refusal};
use crate::app::view::View;
use crate::words::Words;

/// A form as it stands on the screen: its title, its fields in their order, and the deed of the filled form.
pub(crate) struct FormSpec {
    /// The title above the fields.
    pub(crate) title: String,
    /// Facts that the user has to know while filling it in, a sentence each.
    pub(crate) notes: Vec<String>,
    pub(crate) fields: Vec<FieldSpec>,
    words: Words,
    pub(super) starts_at_first: bool,
    /// Whether the record that the form is about is not in the book any more.
    pub(super) is_gone: bool,
    pub(super) deed: Deed,
}

impl Debug for FormSpec {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let Self { title, fields, .. } = self;
        write!(formatter, "FormSpec({title}, {fields:?})")
    }
}

impl FormSpec {
    /// Returns a form without fields, which only closes.
    pub(crate) fn new(title: impl Into<String>, words: Words) -> Self {
        Self {
            title: title.into(),
            notes: Vec::new(),
            fields: Vec::new(),
            words,
            starts_at_first: false,
            is_gone: false,
            deed: Box::new(|_, _| Ok(vec![Effect::Close])),
        }
    }

    /// Adds a field with its value in the book.
    #[must_use]
    pub(crate) fn field<T: 'static>(self, field: &Field<T>, first: impl Into<String>) -> Self {
        let label = (field.label)(self.words);
        self.labelled(field, label, first)
    }

    /// Adds a field with its value in the book, and with a label that only this form knows.
    #[must_use]
    pub(crate) fn labelled<T: 'static>(
        self,
        field: &Field<T>,
        label: &'static str,
        first: impl Into<String>,
    ) -> Self {
        self.with(field, label, first.into(), true)
    }

    /// Adds a field with a value that is only suggested: a day of the calendar, a name of a file, a word of the language.
    #[must_use]
    pub(crate) fn suggested<T: 'static>(self, field: &Field<T>, first: impl Into<String>) -> Self {
        let label = (field.label)(self.words);
        self.with(field, label, first.into(), false)
    }

    /// Adds a field with its value in the book, or else with one that is suggested.
    #[must_use]
    pub(crate) fn known_or_suggested<T: 'static>(
        self,
        field: &Field<T>,
        known: Option<&String>,
        suggested: Option<&str>,
    ) -> Self {
        match (known, suggested) {
            (None, Some(name)) => self.suggested(field, name),
            (known, _) => self.field(field, known.map_or("", String::as_str)),
        }
    }

    /// Lets digits pick the value of the field that was added last.
    #[must_use]
    pub(crate) fn picked(mut self, options: impl IntoIterator<Item = impl Into<String>>) -> Self {
        if let Some(field) = self.fields.last_mut() {
            field.options = options.into_iter().map(Into::into).collect();
        }
        self
    }

    /// Lets digits pick the value of the field that was added last, and says which.
    #[must_use]
    pub(crate) fn picked_and_noted(self, options: &[&str]) -> Self {
        let label = self.fields.last().map_or("", |field| field.label);
        let listed = (1..).zip(options);
        let listed: Vec<String> = listed.map(|(n, name)| format!("{n} {name}")).collect();
        let note = format!("{label}: {}", listed.join(" · "));
        self.picked(options.iter().copied()).noting([note])
    }

    /// Offers values that digits pick for the field that was added last, in which anything else may be typed too.
    #[must_use]
    pub(crate) fn offered(self, options: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut spec = self.picked(options);
        if let Some(field) = spec.fields.last_mut() {
            field.is_free = true;
        }
        spec
    }

    fn with<T: 'static>(
        mut self,
        field: &Field<T>,
        label: &'static str,
        first: String,
        is_of_book: bool,
    ) -> Self {
        let read = field.read;
        self.fields.push(FieldSpec {
            id: field.id,
            label,
            first,
            is_of_book,
            options: Vec::new(),
            is_free: false,
            means: None,
            refuses: Box::new(move |typed| read(typed).is_err()),
        });
        self
    }

    /// Says below the fields what is typed in the field that was added last, as it will be taken.
    #[must_use]
    pub(crate) fn meaning(mut self, means: impl Fn(&str) -> String + 'static) -> Self {
        if let Some(field) = self.fields.last_mut() {
            field.means = Some(Box::new(means));
        }
        self
    }

    /// Adds sentences that the user has to know.
    #[must_use]
    pub(crate) fn noting(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(notes);
        self
    }

    /// Returns the phrases that its labels are of.
    pub(crate) fn words(&self) -> Words {
        self.words
    }

    /// Opens the form at its first field; otherwise it opens at the first one that is empty and may not be, if there is one.
    #[must_use]
    pub(crate) fn at_first_field(mut self) -> Self {
        self.starts_at_first = true;
        self
    }

    /// Gives the record that the form is about. While there is none, the form says so at its end and keeps what was
    /// typed.
    #[must_use]
    pub(crate) fn about<T: Copy>(mut self, record: Option<T>) -> Self {
        self.is_gone |= record.is_none();
        self
    }

    /// Sets the deed of the filled form.
    #[must_use]
    pub(crate) fn then(
        mut self,
        deed: impl Fn(&Filled, &View) -> Result<Vec<Effect>, Refusal> + 'static,
    ) -> Self {
        self.deed = Box::new(deed);
        self
    }

    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.id == id)
    }
}
