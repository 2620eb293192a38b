//! A form: a few fields, filled in one after another. What a form asks is a value: its title, its fields, each with
//! its name, its label, its first value and its reader, and the deed of the filled form.

use std::fmt::{self, Debug};
use std::rc::Rc;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::app::command::{Command, EditCommand, FormCommand};
use crate::app::effect::Effect;
use crate::app::field;
use crate::app::kept::Kept;
use crate::app::keymap::Context;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::dossier::Dossier;
use crate::store::Failure;
use crate::text::line::Line;
use crate::words::Words;

/// A field of a form: its name, its label, and its reader.
#[derive(Debug)]
pub(crate) struct Field<T> {
    /// The name, by which its value is read; no other field of the form has it.
    pub(crate) id: &'static str,
    /// The label on the screen.
    pub(crate) label: fn(Words) -> &'static str,
    /// Reads the typed text, or returns the sentence that says why it cannot be read.
    pub(crate) read: fn(&Typed) -> Result<T, String>,
}

/// What was typed in a field.
#[derive(Clone, Copy)]
pub(crate) struct Typed<'a> {
    /// The text, without spaces at its ends.
    pub(crate) text: &'a str,
    /// The label of the field.
    pub(crate) label: &'a str,
    /// The program as the user sees it.
    pub(crate) view: &'a View<'a>,
}

/// A field as its form shows it.
#[derive(Debug)]
pub(crate) struct Shown {
    /// The name of the field.
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    /// Its value when the form opens.
    pub(crate) first: String,
}

/// Why a form is not taken, and which field has to be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The name of the field; where there is no such field, the caret stays.
    pub(crate) field: &'static str,
    /// The sentence.
    pub(crate) why: String,
}

impl<T> Field<T> {
    /// Returns a field with its name, its label and its reader.
    pub(crate) const fn new(
        id: &'static str,
        label: fn(Words) -> &'static str,
        read: fn(&Typed) -> Result<T, String>,
    ) -> Self {
        Self { id, label, read }
    }

    /// Returns the refusal of this field's value.
    pub(crate) fn refuse(&self, why: impl Into<String>) -> Refusal {
        Refusal {
            field: self.id,
            why: why.into(),
        }
    }
}

/// What becomes of a filled form.
type Deed = Box<dyn Fn(&Filled, &View) -> Result<Vec<Effect>, Refusal>>;

/// What a form asks: its title, its fields in their order, and the deed of the filled form.
pub(crate) struct FormSpec {
    /// What stands above the form.
    pub(crate) title: String,
    /// What the user has to know while filling it in, a sentence each.
    pub(crate) notes: Vec<String>,
    pub(crate) fields: Vec<Shown>,
    words: Words,
    starts_at_first: bool,
    deed: Deed,
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
            deed: Box::new(|_, _| Ok(vec![Effect::Close])),
        }
    }

    /// Adds a field with its first value.
    #[must_use]
    pub(crate) fn field<T>(self, field: &Field<T>, first: impl Into<String>) -> Self {
        let label = (field.label)(self.words);
        self.labelled(field, label, first)
    }

    /// Adds a field with a label that only this form knows.
    #[must_use]
    pub(crate) fn labelled<T>(
        mut self,
        field: &Field<T>,
        label: &'static str,
        first: impl Into<String>,
    ) -> Self {
        self.fields.push(Shown {
            id: field.id,
            label,
            first: first.into(),
        });
        self
    }

    /// Adds sentences that the user has to know.
    #[must_use]
    pub(crate) fn noting(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(notes);
        self
    }

    /// Opens the form at its first field; otherwise it opens at the first one that is empty.
    #[must_use]
    pub(crate) fn at_first_field(mut self) -> Self {
        self.starts_at_first = true;
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

    fn place(&self, id: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.id == id)
    }
}

/// A filled form: what was typed, read by the fields of the form.
pub(crate) struct Filled<'a> {
    spec: &'a FormSpec,
    values: Vec<&'a str>,
    view: &'a View<'a>,
}

impl<'a> Filled<'a> {
    /// Returns the refusal of the whole form, to be mended from its first field on.
    pub(crate) fn refuse(&self, why: impl Into<String>) -> Refusal {
        Refusal {
            field: self.spec.fields.first().map_or("", |shown| shown.id),
            why: why.into(),
        }
    }

    /// Returns the open meeting; without one, refuses the form.
    pub(crate) fn meeting(&self) -> Result<&'a Dossier, Refusal> {
        let words = self.view.words;
        let dossier = self.view.dossier;
        dossier.ok_or_else(|| self.refuse(words.why_no_meeting()))
    }

    /// Returns the record that the form is about; if it is gone, refuses the form, which keeps what was typed.
    pub(crate) fn found<T>(&self, record: Option<T>) -> Result<T, Refusal> {
        record.ok_or_else(|| self.refuse(self.view.words.why_part_gone()))
    }

    /// Reads a field, or refuses the form.
    pub(crate) fn read<T>(&self, field: &Field<T>) -> Result<T, Refusal> {
        let place = self.spec.place(field.id);
        let typed = Typed {
            text: place
                .and_then(|place| self.values.get(place))
                .copied()
                .unwrap_or_default(),
            label: place
                .and_then(|place| self.spec.fields.get(place))
                .map_or("", |shown| shown.label),
            view: self.view,
        };
        (field.read)(&typed).map_err(|why| field.refuse(why))
    }
}

/// What a form is for: it makes the fields of the form anew whenever they are needed.
pub(crate) trait FormPurpose: Kept {
    /// Returns what the form asks.
    fn spec(&self, view: &View) -> FormSpec;

    /// Asks the book what the form needs to know.
    fn ask(&self, _: &mut Questions) -> Result<(), Failure> {
        Ok(())
    }
}

/// A purpose whose kind is known to its feature only.
pub(crate) trait AnyForm: Debug {
    fn spec(&self, view: &View) -> FormSpec;
    fn ask(&self, book: &mut Questions) -> Result<(), Failure>;
    fn kept(&self) -> Value;
}

impl<P: FormPurpose> AnyForm for P {
    fn spec(&self, view: &View) -> FormSpec {
        FormPurpose::spec(self, view)
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        FormPurpose::ask(self, book)
    }

    fn kept(&self) -> Value {
        Kept::kept(self)
    }
}

/// An open form.
#[derive(Clone, Debug)]
pub struct Form {
    purpose: Rc<dyn AnyForm>,
    /// What stands in its fields.
    pub(crate) lines: Vec<Line>,
    /// The values of the book that the fields began with; another desk may change them meanwhile.
    firsts: Vec<String>,
    /// The place of the field that has the caret.
    pub field: usize,
    /// The field that both this user and another desk have changed.
    clash: Option<Clash>,
}

/// A field that both the user of a form and another desk have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clash {
    /// The place of the field.
    pub(crate) field: usize,
    /// The label of the field.
    pub(crate) label: &'static str,
    /// The value that the other desk wrote.
    pub(crate) theirs: String,
}

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        let is_same = self.purpose.kept() == other.purpose.kept();
        is_same && self.lines == other.lines && self.field == other.field
    }
}

impl Serialize for Form {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json!({
            "purpose": self.purpose.kept(),
            "lines": self.lines,
            "firsts": self.firsts,
            "field": self.field,
        })
        .serialize(serializer)
    }
}

impl Screen for Form {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Form, Context::Text]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Form(command) = command else {
            return Vec::new();
        };
        let last = self.lines.len().saturating_sub(1);
        match command {
            FormCommand::Cancel => vec![Effect::Close],
            FormCommand::Next => self.go((self.field + 1).min(last)),
            FormCommand::Previous => self.go(self.field.saturating_sub(1)),
            FormCommand::Submit if self.field < last => self.go(self.field + 1),
            FormCommand::Submit => self.submit(view),
        }
    }

    fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        if let Some(line) = self.line() {
            field::edit(line, command, view.typing);
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str, _: &View) -> Vec<Effect> {
        if let Some(line) = self.line() {
            line.paste(text);
        }
        Vec::new()
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        self.purpose.ask(book)?;
        Ok(Vec::new())
    }
}

impl Form {
    pub(crate) fn open(purpose: impl FormPurpose, view: &View) -> Self {
        let spec = FormPurpose::spec(&purpose, view);
        let firsts: Vec<String> = spec.fields.into_iter().map(|shown| shown.first).collect();
        let lines: Vec<Line> = firsts.iter().map(|first| Line::of(first)).collect();
        let empty = lines.iter().position(Line::is_blank);
        let field = empty.filter(|_| !spec.starts_at_first).unwrap_or(0);
        Self::revived(Rc::new(purpose), lines, firsts, field)
    }

    /// Opens a form at one of its fields.
    pub(crate) fn open_at<T>(purpose: impl FormPurpose, field: &Field<T>, view: &View) -> Self {
        let form = Self::open(purpose, view);
        let place = form.spec(view).place(field.id);
        Self {
            field: place.unwrap_or(form.field),
            ..form
        }
    }

    /// Returns a form as the draft kept it.
    pub(crate) fn revived(
        purpose: Rc<dyn AnyForm>,
        lines: Vec<Line>,
        firsts: Vec<String>,
        field: usize,
    ) -> Self {
        Self {
            purpose,
            lines,
            firsts,
            field,
            clash: None,
        }
    }

    /// Follows the changes of another desk: a field that the user has not touched takes the new value of the book; a
    /// field that both have changed keeps the text of the user, and is a clash.
    pub(crate) fn follow(&mut self, view: &View) {
        let fields = self.spec(view).fields;
        // The record of the form is gone, or the draft is of a program that kept no first values.
        if fields.len() != self.firsts.len() {
            return;
        }
        let lines = self.lines.iter_mut().zip(&mut self.firsts);
        for (place, (shown, (line, first))) in fields.into_iter().zip(lines).enumerate() {
            if shown.first == *first {
                continue;
            }
            if line.text() == first {
                *line = Line::of(&shown.first);
            } else if line.text() != shown.first {
                self.clash = Some(Clash {
                    field: place,
                    label: shown.label,
                    theirs: shown.first.clone(),
                });
            }
            *first = shown.first;
        }
    }

    /// Takes the clash, to be told once, with the caret in its field.
    pub(crate) fn take_clash(&mut self) -> Option<Clash> {
        let clash = self.clash.take()?;
        self.field = clash.field;
        Some(clash)
    }

    /// Returns what the form asks.
    pub(crate) fn spec(&self, view: &View) -> FormSpec {
        self.purpose.spec(view)
    }

    /// Returns the line that has the caret.
    pub(crate) fn line(&mut self) -> Option<&mut Line> {
        self.lines.get_mut(self.field)
    }

    fn go(&mut self, field: usize) -> Vec<Effect> {
        self.field = field;
        Vec::new()
    }

    /// Does the deed of the form, or goes to the field that has to be mended.
    fn submit(&mut self, view: &View) -> Vec<Effect> {
        let spec = self.spec(view);
        let filled = Filled {
            values: self.lines.iter().map(|line| line.text().trim()).collect(),
            spec: &spec,
            view,
        };
        match (spec.deed)(&filled, view) {
            Ok(effects) => effects,
            Err(refusal) => {
                self.field = spec.place(refusal.field).unwrap_or(self.field);
                vec![Effect::Say(Status::warned(refusal.why))]
            }
        }
    }
}
