//! The form of a meeting's particulars: its title, its time and place, who chairs it and who records it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::closing::Approval;
use crate::app::effect::{Effect, done};
use crate::app::fields;
use crate::app::fields::item::PREPARE;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::plan::{DAY, TIME, TITLE, VENUE, starts};
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::dossier::Dossier;
use crate::meeting::plan::moved;
use crate::meeting::rows::Meeting;
use crate::text::dates::{short_date, time};
use crate::words::Words;

/// The form of the particulars of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Details(pub(crate) Id<Meeting>);

impl Kept for Details {
    const NAME: &'static str = "Details";
}

pub(crate) const CONTENT: Field<String> =
    Field::new("content", Words::field_content, fields::needed);
pub(crate) const CHAIR: Field<Option<String>> =
    Field::new("chair", Words::field_chair, fields::person);
pub(crate) const CHAIR_OFFICE: Field<Option<String>> =
    Field::new("chair's office", Words::field_chair_office, fields::text);
pub(crate) const RECORDER: Field<Option<String>> =
    Field::new("recorder", Words::field_recorder, fields::person);
pub(crate) const RECORDER_OFFICE: Field<Option<String>> = Field::new(
    "recorder's office",
    Words::field_recorder_office,
    fields::text,
);
/// The day before which those who are invited say who comes.
pub(crate) const REPLY_BY: Field<Option<NaiveDate>> =
    Field::new("reply by", Words::field_reply_by, fields::near_day);
/// Whom those who are invited may ask.
pub(crate) const CONTACT: Field<Option<String>> =
    Field::new("contact", Words::field_contact, fields::person);
/// The telephone number under which they ask.
pub(crate) const CONTACT_PHONE: Field<Option<String>> =
    Field::new("contact's phone", Words::field_contact_phone, fields::text);
pub(crate) const DOCUMENTS: Field<Option<String>> =
    Field::new("documents", Words::field_documents, fields::text);
pub(crate) const RECORDED: Field<Option<bool>> =
    Field::new("recorded", Words::field_recorded, fields::yes_or_no);
pub(crate) const COPIES: Field<Option<i64>> =
    Field::new("copies", Words::field_copies, fields::count);

impl FormPurpose for Details {
    fn spec(&self, view: &View) -> FormSpec {
        let words = view.words;
        let id = self.0;
        let meeting = meeting(id, view);
        let known = |value: &dyn Fn(&Meeting) -> Option<String>| {
            meeting.and_then(value).unwrap_or_default()
        };
        let yes_or_no = |is: bool| words.yes_or_no(is).to_lowercase();
        FormSpec::new(words.form_details(), words)
            .about(meeting)
            .field(&TITLE, known(&|of| Some(of.title.clone())))
            .field(&CONTENT, known(&|of| Some(of.content.clone())))
            .field(&DAY, known(&|of| Some(short_date(of.starts.date_naive()))))
            .field(&TIME, known(&|of| Some(time(of.starts))))
            .field(&VENUE, known(&|of| of.venue.clone()))
            .field(&CHAIR, known(&|of| of.chair.clone()))
            .field(&CHAIR_OFFICE, known(&|of| of.chair_office.clone()))
            .field(&RECORDER, known(&|of| of.recorder.clone()))
            .field(&RECORDER_OFFICE, known(&|of| of.recorder_office.clone()))
            .inviting(meeting.filter(|meeting| meeting.is_planned()))
            .field(&DOCUMENTS, known(&|of| of.documents.clone()))
            .suggested(&RECORDED, known(&|of| of.recorded.map(yes_or_no)))
            .picked([true, false].map(yes_or_no))
            .field(&COPIES, known(&|of| Some(of.copies?.to_string())))
            .asking_approval(meeting, view)
            .then(move |filled, view| write(id, filled, view))
    }

    fn following(&self, filled: &Filled, view: &View) -> Vec<(&'static str, String)> {
        let open = view.dossier.filter(|dossier| dossier.meeting.id == self.0);
        let (Some(dossier), Ok(starts)) = (open, starts(filled, view)) else {
            return Vec::new();
        };
        let moved = Meeting {
            starts,
            ..dossier.meeting.clone()
        };
        let (moved, _) = followed(dossier, moved);
        vec![
            (TITLE.id, moved.title),
            (CONTENT.id, moved.content),
            (PREPARE.id, moved.prepare.unwrap_or_default()),
        ]
    }
}

/// Lets a planned meeting follow its day; what is over keeps its name.
fn followed(dossier: &Dossier, meeting: Meeting) -> (Meeting, Vec<Change>) {
    if dossier.meeting.is_planned()
        && dossier.meeting.starts.date_naive() != meeting.starts.date_naive()
    {
        moved(dossier, &meeting)
    } else {
        (meeting, Vec::new())
    }
}

impl FormSpec {
    /// Adds what those who are invited to a meeting are asked for, where that is still to come.
    fn inviting(self, meeting: Option<&Meeting>) -> Self {
        let Some(meeting) = meeting else {
            return self;
        };
        let reply_by = meeting.reply_by.map(short_date);
        self.field(&PREPARE, meeting.prepare.clone().unwrap_or_default())
            .field(&REPLY_BY, reply_by.unwrap_or_default())
            .field(&CONTACT, meeting.contact.clone().unwrap_or_default())
            .field(
                &CONTACT_PHONE,
                meeting.contact_phone.clone().unwrap_or_default(),
            )
    }
}

/// Returns the meeting: the open one, or one of the list.
fn meeting<'a>(id: Id<Meeting>, view: &View<'a>) -> Option<&'a Meeting> {
    let open = view.dossier.map(|dossier| &dossier.meeting);
    let page = view.shelf.meetings.iter();
    let mut meetings = open.into_iter().chain(page.flat_map(|page| &page.lines));
    meetings.find(|meeting| meeting.id == id)
}

fn write(id: Id<Meeting>, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let dossier = filled.meeting()?;
    if dossier.meeting.id != id {
        return Err(filled.refuse(view.words.why_no_meeting()));
    }
    let (title, content) = (filled.read(&TITLE)?, filled.read(&CONTENT)?);
    let starts = starts(filled, view)?;
    let is_recorded = filled.read(&RECORDED)?;
    let (copies, approved) = (filled.read(&COPIES)?, Approval::read(filled)?);
    let (venue, documents) = (filled.read(&VENUE)?, filled.read(&DOCUMENTS)?);
    let chair = (filled.read(&CHAIR)?, filled.read(&CHAIR_OFFICE)?);
    let recorder = (filled.read(&RECORDER)?, filled.read(&RECORDER_OFFICE)?);
    let mut meeting = dossier.meeting.clone();
    if dossier.meeting.is_planned() {
        (meeting.prepare, meeting.reply_by) = (filled.read(&PREPARE)?, filled.read(&REPLY_BY)?);
        let phone = filled.read(&CONTACT_PHONE)?;
        (meeting.contact, meeting.contact_phone) = (filled.read(&CONTACT)?, phone);
    }
    (meeting.title, meeting.content) = (title, content);
    (meeting.starts, meeting.venue) = (starts, venue);
    (meeting.chair, meeting.chair_office) = chair;
    (meeting.recorder, meeting.recorder_office) = recorder;
    (meeting.documents, meeting.recorded) = (documents, is_recorded);
    meeting.copies = copies;
    approved.put(&mut meeting);
    // The texts followed the day while it was typed; what stands in the form now is what the user wants.
    let (_, items) = followed(dossier, meeting.clone());
    let mut changes = vec![Change::edit(&dossier.meeting, |row| *row = meeting)];
    changes.extend(items);
    Ok(done(view.words.told_details().to_owned(), changes))
}

/// Returns the form of a meeting at one of its fields.
pub(crate) fn at<T>(meeting: &Meeting, field: &Field<T>, view: &View) -> Form {
    Form::open_at(Details(meeting.id), field, view)
}
