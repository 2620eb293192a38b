//! The documents of a meeting: the list, in which one key opens a file, and the form of one.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered, in_meeting};
use crate::app::effect::{Effect, done, gone};
use crate::app::fields;
use crate::app::fields::item::{ITEM, PRESENTER};
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::files;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::documents::{self, Particulars, Presented, is_address, is_program};
use crate::meeting::rows::MeetingDocument;
use crate::store::Failure;
use crate::words::Words;

/// The lists of the documents of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum DocumentsChoice {
    /// Which is opened.
    Open,
    /// Which is corrected.
    Correct,
    /// Whether one of another name is the same document, corrected wherever it stands, or another.
    Renamed(Id<MeetingDocument>, Particulars),
}

impl Kept for DocumentsChoice {
    const NAME: &'static str = "Documents";
}

impl ChoicePurpose for DocumentsChoice {
    fn spec(&self, view: &View) -> ChoiceSpec {
        if let Self::Renamed(id, of) = self {
            return renamed(*id, of, view);
        }
        let (words, is_opening) = (view.words, *self == Self::Open);
        let title = if is_opening {
            words.choose_document()
        } else {
            words.choose_document_to_correct()
        };
        let options = in_meeting(view, |_| {
            let presented = view.shelf.presented.iter().flatten();
            let own = presented.map(|one| offered(one, is_opening, view));
            let added = || Offered::new(words.option_add_document(), "", |view| form(None, view));
            let corrected = || {
                Offered::new(words.option_correct_document(), "", |_| {
                    choose(Self::Correct)
                })
            };
            let own: Vec<Offered> = own.collect();
            let has_any = !own.is_empty();
            let others = [
                is_opening.then(added),
                (is_opening && has_any).then(corrected),
            ];
            own.into_iter()
                .chain(others.into_iter().flatten())
                .collect()
        });
        ChoiceSpec::new(title, options)
    }

    fn ask(&self, _: &str, book: &mut Questions) -> Result<(), Failure> {
        book.presented()
    }

    fn is_list(&self) -> bool {
        *self == Self::Open
    }
}

/// Offers a document to be opened, or to be corrected; one without a file can only be given one.
fn offered(one: &Presented, is_opening: bool, view: &View) -> Offered {
    let id = one.row.id;
    let place = one.row.place.clone();
    let name = place.as_deref().map(name_of);
    let hint = name.unwrap_or_else(|| view.words.document_without_file().to_owned());
    Offered::new(&one.document.citation, hint, move |view| match &place {
        Some(place) if is_opening => vec![Effect::CloseAll, Effect::OpenPlace(place.clone())],
        Some(_) | None => form(Some(id), view),
    })
}

/// Returns the last part of a path; an address is shown whole.
fn name_of(place: &str) -> String {
    let path = Path::new(place);
    match path.file_name() {
        Some(name) if !is_address(place) => name.to_string_lossy().into_owned(),
        Some(_) | None => place.to_owned(),
    }
}

pub(crate) fn choose(choice: DocumentsChoice) -> Vec<Effect> {
    vec![Effect::Choose(Choice::new(choice))]
}

fn form(id: Option<Id<MeetingDocument>>, view: &View) -> Vec<Effect> {
    vec![Effect::Fill(Form::open(DocumentForm(id), view))]
}

/// The form of a document of the meeting, or of a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DocumentForm(Option<Id<MeetingDocument>>);

impl Kept for DocumentForm {
    const NAME: &'static str = "Document";
}

/// What a document is called; without a name, it is taken off the meeting.
const NAME: Field<Option<String>> = Field::new("name", Words::field_document_name, fields::text);

/// The file of a document, or its address.
const PLACE: Field<Option<String>> = Field::new("place", Words::field_document_place, |typed| {
    let Some(text) = fields::text(typed)? else {
        return Ok(None);
    };
    whole_place(&text, typed.view.words).map(Some)
});

/// Returns an address, or a path that leads to the same file wherever the program is started.
fn whole_place(text: &str, words: Words) -> Result<String, String> {
    if is_address(text) {
        return Ok(text.to_owned());
    }
    if text.contains("://") {
        return Err(words.why_not_a_place(text));
    }
    let path = files::meant(Path::new(text));
    let path = files::from_home(&path.to_string_lossy()).unwrap_or(path);
    let path = files::whole_path(&path).display().to_string();
    if is_program(&path) {
        Err(words.why_a_program(&path))
    } else {
        Ok(path)
    }
}

impl FormPurpose for DocumentForm {
    fn spec(&self, view: &View) -> FormSpec {
        let (words, id) = (view.words, self.0);
        let one = id.and_then(|id| found(id, view));
        let item = one.and_then(|one| view.dossier?.items.get(one.row.item?));
        let known = |value: Option<&String>| value.cloned().unwrap_or_default();
        let form = FormSpec::new(words.form_document(), words);
        let form = match id {
            Some(_) => form
                .about(one)
                .noting([words.note_document_gone().to_owned()]),
            None => form,
        };
        form.noting(known_as(view))
            .field(&NAME, known(one.map(|one| &one.document.citation)))
            .field(&PLACE, known(one.and_then(|one| one.row.place.as_ref())))
            .field(
                &ITEM,
                item.map(|item| item.position.to_string())
                    .unwrap_or_default(),
            )
            .field(
                &PRESENTER,
                known(one.and_then(|one| one.row.presenter.as_ref())),
            )
            .then(move |filled, view| submit(id, filled, view))
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        book.presented()
    }

    fn ask_typed(&self, form: &Form, book: &mut Questions) -> Result<(), Failure> {
        book.documents_named(form.text_of(&NAME))
    }
}

/// Asks whether a document that has another name now is the same one.
fn renamed(id: Id<MeetingDocument>, of: &Particulars, view: &View) -> ChoiceSpec {
    let words = view.words;
    let one = found(id, view);
    let deed = |deed: fn(&Presented, Particulars, &View) -> Vec<Change>| {
        let of = of.clone();
        move |view: &View| match found(id, view) {
            Some(one) => {
                let label = view.words.told_document(&of.name);
                done(label, deed(one, of.clone(), view))
            }
            None => gone(view.words),
        }
    };
    let was = one.map_or("", |one| &one.document.citation);
    let same = deed(|one, of, _| documents::correct(one, of, &[]));
    let other = deed(|one, of, view| documents::replace(one, of, &[], view.ids));
    let options = vec![
        Offered::new(words.option_same_document(), was, same),
        Offered::new(words.option_other_document(), "", other),
    ];
    ChoiceSpec::new(words.choose_same_document(), options).about(one)
}

/// Names the documents of the book that begin with the typed name, so that the same one is not written twice.
fn known_as(view: &View) -> Option<String> {
    let (typed, named) = view.shelf.named_documents.as_ref()?;
    let others = named.iter().filter(|document| document.citation != *typed);
    let others: Vec<&str> = others.map(|document| document.citation.as_str()).collect();
    let is_shown = !typed.is_empty() && !others.is_empty();
    is_shown.then(|| view.words.note_known_documents(&others.join(" · ")))
}

fn found<'a>(id: Id<MeetingDocument>, view: &View<'a>) -> Option<&'a Presented> {
    let mut all = view.shelf.presented.iter().flatten();
    all.find(|one| one.row.id == id)
}

fn submit(
    id: Option<Id<MeetingDocument>>,
    filled: &Filled,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let meeting = filled.meeting()?.meeting.id;
    let named = view.shelf.named_documents.as_ref();
    let known = named.map_or(&[][..], |(_, named)| named);
    let old = id.map(|id| filled.found(found(id, view))).transpose()?;
    let (name, place) = (filled.read(&NAME)?, filled.read(&PLACE)?);
    let Some(name) = name else {
        return match old {
            Some(old) => {
                let label = words.told_document_gone(&old.document.citation);
                Ok(done(label, vec![Change::delete(&old.row)]))
            }
            None => Err(NAME.refuse(words.why_needs(words.field_document_name()))),
        };
    };
    let label = words.told_document(&name);
    let of = Particulars {
        name,
        place,
        item: filled.read(&ITEM)?,
        presenter: filled.read(&PRESENTER)?,
    };
    let changes = match old {
        Some(old) => {
            let is_known = known.iter().any(|document| document.citation == of.name);
            if old.document.citation != of.name && !is_known {
                return Ok(choose(DocumentsChoice::Renamed(old.row.id, of)));
            }
            documents::correct(old, of, known)
        }
        None => documents::add(meeting, of, known, view.ids),
    };
    Ok(done(label, changes))
}
