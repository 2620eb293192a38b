//! A form: a few fields, filled in one after another. A `FormSpec` holds its title, its fields, each with
//! its name, its label, its first value and its reader, and the deed of the filled form.

pub(crate) mod entry;
pub(crate) mod purpose;
pub(crate) mod spec;

use std::fmt::Debug;
use std::rc::Rc;

use serde::{Serialize, Serializer};
use serde_json::json;

use crate::app::command::{Command, EditCommand, FormCommand};
use crate::app::effect::Effect;
use crate::app::field;
use crate::app::form::entry::Entry;
pub(crate) use crate::app::form::purpose::AnyForm;
pub(crate) use crate::app::form::purpose::FormPurpose;
pub(crate) use crate::app::form::spec::FormSpec;
use crate::app::keymap::Context;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::dossier::Dossier;
use crate::store::Failure;
use crate::text::line::Line;
use crate::text::telex::Method;
use crate::words::{Lang, Words};

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

/// The text typed in a field.
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
pub(crate) struct FieldSpec {
    /// The name of the field.
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    /// Its value when the form opens.
    pub(crate) first: String,
    /// Whether the first value is of the book, so that another desk may change it.
    is_of_book: bool,
    /// The values that digits pick, from 1; none in a field that has nothing to pick.
    options: Vec<String>,
    /// Whether other texts than the options may be typed.
    is_free: bool,
    /// Says how a text will be taken.
    pub(crate) means: Option<Meaning>,
    /// Says whether its reader refuses a text.
    refuses: Box<dyn Fn(&Typed) -> bool>,
}

impl Debug for FieldSpec {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        let Self { id, first, .. } = self;
        write!(formatter, "FieldSpec({id}, {first})")
    }
}

impl FieldSpec {
    /// Says whether the field is empty, and may not be.
    fn is_missing(&self, view: &View) -> bool {
        let typed = Typed {
            text: "",
            label: self.label,
            view,
        };
        self.first.trim().is_empty() && (self.refuses)(&typed)
    }
}

/// Why a form is not taken, and which field has to be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The name of the field; where there is no such field, the caret stays.
    pub(crate) field: &'static str,
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

/// Says how a typed text will be taken.
type Meaning = Box<dyn Fn(&str) -> String>;

/// The effects of a filled form.
type Deed = Box<dyn Fn(&Filled, &View) -> Result<Vec<Effect>, Refusal>>;

/// A filled form: the typed texts, read by the fields of the form.
pub(crate) struct Filled<'a> {
    spec: &'a FormSpec,
    form: &'a Form,
    view: &'a View<'a>,
}

impl<'a> Filled<'a> {
    /// Returns the refusal of the whole form, to be mended from its first field on.
    pub(crate) fn refuse(&self, why: impl Into<String>) -> Refusal {
        Refusal {
            field: self.spec.fields.first().map_or("", |spec| spec.id),
            why: why.into(),
        }
    }

    /// Returns the open meeting; without one, refuses the form.
    pub(crate) fn meeting(&self) -> Result<&'a Dossier, Refusal> {
        let words = self.view.words;
        let dossier = self.view.dossier;
        dossier.ok_or_else(|| self.refuse(words.why_no_meeting()))
    }

    /// Returns what was typed, by the names of the fields.
    pub(crate) fn typed(&self) -> Vec<(String, String)> {
        let entries = self.form.entries.iter();
        let typed = entries.map(|entry| (entry.id.to_string(), entry.line.text().to_owned()));
        typed.collect()
    }

    /// Returns the record that the form is about; if it is gone, refuses the form, which keeps the typed texts.
    pub(crate) fn found<T>(&self, record: Option<T>) -> Result<T, Refusal> {
        record.ok_or_else(|| self.refuse(self.view.words.why_record_gone()))
    }

    /// Reads a field, or refuses the form.
    pub(crate) fn read<T>(&self, field: &Field<T>) -> Result<T, Refusal> {
        let spec = self.spec.fields.iter().find(|spec| spec.id == field.id);
        let entry = self.form.entry(field.id);
        let typed = Typed {
            text: entry.map_or("", |entry| entry.line.text().trim()),
            label: spec.map_or("", |spec| spec.label),
            view: self.view,
        };
        (field.read)(&typed).map_err(|why| field.refuse(why))
    }
}

/// An open form.
#[derive(Clone, Debug)]
pub struct Form {
    purpose: Rc<dyn AnyForm>,
    /// The fields as they are filled in.
    entries: Vec<Entry>,
    /// The place of the field that has the caret.
    pub field: usize,
    /// The language of the suggested values.
    lang: Lang,
    /// Whether Esc has asked about what was typed; the next one drops it.
    is_leaving: bool,
    /// Whether the book has answered what the form asks, so that its suggestions are known.
    is_settled: bool,
}

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        let is_same = self.purpose.as_draft() == other.purpose.as_draft();
        is_same && self.entries == other.entries && self.field == other.field
    }
}

impl Serialize for Form {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let as_draft = json!({
            "purpose": self.purpose.as_draft(),
            "entries": self.entries,
            "field": self.field,
            "lang": self.lang,
        });
        as_draft.serialize(serializer)
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
        let last = self.entries.len().saturating_sub(1);
        let is_leaving = std::mem::take(&mut self.is_leaving);
        match command {
            FormCommand::Cancel if is_leaving || self.half_typed().is_none() => vec![Effect::Back],
            FormCommand::Cancel => {
                self.is_leaving = true;
                vec![Effect::Say(Status::warned(view.words.why_form_changed()))]
            }
            FormCommand::Next if self.purpose.is_path() => vec![Effect::CompletePath],
            FormCommand::Next => self.go((self.field + 1).min(last)),
            FormCommand::Previous => self.go(self.field.saturating_sub(1)),
            FormCommand::Submit if self.field < last => self.go(self.field + 1),
            FormCommand::Submit | FormCommand::Save => self.submit(view),
        }
    }

    fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        self.is_leaving = false;
        if let EditCommand::Type(typed) = command
            && let Some(begun) = self.picked(typed, view)
            && let Some(entry) = self.entries.get_mut(self.field)
        {
            entry.line = Line::of(&begun);
            entry.is_picked = !begun.is_empty();
            if entry.is_picked {
                return Vec::new();
            }
        }
        if let Some(entry) = self.entries.get_mut(self.field) {
            let before = entry.line.text().to_owned();
            field::edit(&mut entry.line, command, view.typing);
            entry.is_picked &= entry.line.text() == before;
        }
        self.let_follow(view);
        Vec::new()
    }

    fn paste(&mut self, text: &str, view: &View) -> Vec<Effect> {
        self.is_leaving = false;
        if let Some(entry) = self.entries.get_mut(self.field) {
            entry.line.paste(text);
            entry.is_picked = false;
        }
        self.let_follow(view);
        Vec::new()
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        self.purpose.ask(self, book)?;
        Ok(Vec::new())
    }

    /// Returns the first text that has been typed and is not in the book.
    fn half_typed(&self) -> Option<String> {
        let mut entries = self.entries.iter();
        let changed = entries.find(|entry| entry.line.text() != entry.first);
        changed.map(|entry| entry.line.text().to_owned())
    }
}

impl Form {
    pub(crate) fn open(purpose: impl FormPurpose, view: &View) -> Self {
        let spec = FormPurpose::spec(&purpose, view);
        let missing = spec.fields.iter().position(|field| field.is_missing(view));
        Self {
            purpose: Rc::new(purpose),
            entries: spec.fields.into_iter().map(Entry::new).collect(),
            field: missing.filter(|_| !spec.starts_at_first).unwrap_or(0),
            lang: view.words.lang(),
            is_leaving: false,
            is_settled: false,
        }
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

    /// Returns the form with texts in its fields, by their names.
    #[must_use]
    pub(crate) fn with_typed(mut self, typed: &[(String, String)]) -> Self {
        for (id, text) in typed {
            if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == *id) {
                entry.line = Line::of(text);
            }
        }
        self
    }

    /// Reads what stands in the form.
    pub(crate) fn read<T>(&self, view: &View, read: impl FnOnce(&Filled) -> T) -> T {
        let spec = self.spec(view);
        read(&Filled {
            spec: &spec,
            form: self,
            view,
        })
    }

    /// Returns a form as the draft kept it.
    pub(crate) fn revived(
        purpose: Rc<dyn AnyForm>,
        entries: Vec<Entry>,
        field: usize,
        lang: Lang,
    ) -> Self {
        Self {
            purpose,
            entries,
            field,
            lang,
            is_leaving: false,
            is_settled: true,
        }
    }

    /// Takes the suggestions that the book has answered since the form was opened, where the user has typed nothing yet.
    pub(crate) fn settle(&mut self, view: &View) {
        if std::mem::replace(&mut self.is_settled, true) {
            return;
        }
        for spec in self.spec(view).fields {
            let entry = self.entries.iter_mut().find(|entry| entry.id == spec.id);
            if let Some(entry) = entry.filter(|entry| entry.is_suggested_anew(&spec)) {
                *entry = Entry::new(spec);
            }
        }
    }

    /// Lets fields that the user has left alone follow what was typed in others.
    fn let_follow(&mut self, view: &View) {
        let spec = self.spec(view);
        let filled = Filled {
            spec: &spec,
            form: self,
            view,
        };
        for (id, value) in self.purpose.following(&filled, view) {
            if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) {
                entry.follow(value);
            }
        }
    }

    /// Returns the text of the field that has the caret.
    pub(crate) fn typed(&self) -> &str {
        self.entries
            .get(self.field)
            .map_or("", |entry| entry.line.text())
    }

    /// Puts another text into the field that has the caret.
    pub(crate) fn retype(&mut self, text: &str) {
        if let Some(line) = self.line() {
            *line = Line::of(text);
        }
    }

    /// Returns what a typed letter makes of a field of options: a digit picks one, and behind one that was picked or that the
    /// form opened with a letter begins anew; nothing where the letter is simply typed. What was typed is never put away: a
    /// digit behind it is a digit or its tone.
    fn picked(&self, typed: char, view: &View) -> Option<String> {
        let entry = self.entries.get(self.field)?;
        let spec = self.spec(view);
        let field = spec.fields.iter().find(|field| field.id == entry.id)?;
        let is_whole = field.options.iter().any(|name| name == entry.line.text());
        let is_untouched = is_whole && entry.line.text() == entry.first;
        if let Some(digit) = typed.to_digit(10) {
            // A name that the form opened with may get its tone by VNI.
            let is_given = is_untouched && (!field.is_free || view.typing != Some(Method::Vni));
            let may_pick = entry.line.is_blank() || entry.is_picked || is_given;
            let may_pick = may_pick || (is_whole && !field.is_free);
            let place = usize::try_from(digit.checked_sub(1)?).ok()?;
            return field.options.get(place).filter(|_| may_pick).cloned();
        }
        let begins = !field.is_free && (entry.is_picked || is_untouched);
        (begins && entry.line.after().is_empty()).then(String::new)
    }

    /// Returns the text that is typed in a field.
    pub(crate) fn text_of<T>(&self, field: &Field<T>) -> &str {
        self.entry(field.id)
            .map_or("", |entry| entry.line.text().trim())
    }

    /// Returns the entry of a field.
    pub(crate) fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Follows the book after another desk has changed it, or after a restart: a field that the user has not touched
    /// takes its new value, and a suggested one that of the language, where that is another by now. Fields are found by
    /// name, because a later program may ask for others; those that an earlier program kept without, by their place.
    pub(crate) fn follow(&mut self, view: &View) {
        let spec = self.spec(view);
        // Without its record a form has nothing to follow; what was typed stays.
        if spec.is_gone {
            return;
        }
        let before = std::mem::replace(&mut self.lang, view.words.lang());
        let is_translated = before != self.lang;
        let entries =
            spec.fields
                .into_iter()
                .enumerate()
                .map(|(place, spec)| match self.entry(spec.id) {
                    Some(entry) if entry.is_left_by(&spec, is_translated) => Entry::new(spec),
                    Some(entry) => entry.clone(),
                    None => {
                        let here = self.entries.get(place);
                        let named = here.and_then(|entry| entry.named(&spec));
                        named.unwrap_or_else(|| Entry::new(spec))
                    }
                });
        self.entries = entries.collect();
        self.field = self.field.min(self.entries.len().saturating_sub(1));
    }

    /// Returns the sentence on a field that both the user and another desk have changed. It is said once: the next time
    /// the user knows.
    fn clash(&mut self, spec: &FormSpec, words: Words) -> Option<String> {
        for (place, entry) in self.entries.iter_mut().enumerate() {
            let spec = spec.fields.iter().find(|spec| entry.id == spec.id);
            let Some(spec) = spec.filter(|spec| entry.is_outdated(spec)) else {
                continue;
            };
            if entry.line.text() != spec.first {
                entry.first.clone_from(&spec.first);
                self.field = place;
                return Some(words.fail_field_meanwhile(spec.label, &spec.first));
            }
        }
        None
    }

    /// Returns the title, the fields and the deed.
    pub(crate) fn spec(&self, view: &View) -> FormSpec {
        self.purpose.spec(view)
    }

    /// Returns the line that has the caret.
    pub(crate) fn line(&mut self) -> Option<&mut Line> {
        let entry = self.entries.get_mut(self.field)?;
        Some(&mut entry.line)
    }

    fn go(&mut self, field: usize) -> Vec<Effect> {
        self.field = field;
        Vec::new()
    }

    /// Does the deed of the form, or goes to the field that has to be mended.
    fn submit(&mut self, view: &View) -> Vec<Effect> {
        let spec = self.spec(view);
        if spec.is_gone {
            let why = view.words.why_record_gone();
            return vec![Effect::Say(Status::warned(why))];
        }
        if let Some(sentence) = self.clash(&spec, view.words) {
            return vec![Effect::Overtaken(sentence)];
        }
        let filled = Filled {
            spec: &spec,
            form: self,
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
