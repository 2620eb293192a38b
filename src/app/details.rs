//! The form of a meeting's particulars: what it is called, when and where it is held, who chairs it and who records it.

use serde::{Deserialize, Serialize};

use crate::app::closing::Approval;
use crate::app::effect::{Effect, done};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::plan::{DAY, TIME, starts};
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::rows::Meeting;
use crate::text::dates::{short_date, time};
use crate::words::Words;

/// The form of the particulars of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Details(pub(crate) Id<Meeting>);

impl Kept for Details {
    const NAME: &'static str = "Details";
}

pub(crate) const TITLE: Field<String> = Field::new("title", Words::field_title, fields::needed);
pub(crate) const CONTENT: Field<String> =
    Field::new("content", Words::field_content, fields::needed);
pub(crate) const VENUE: Field<Option<String>> =
    Field::new("venue", Words::field_venue, fields::text);
pub(crate) const CHAIR: Field<Option<String>> =
    Field::new("chair", Words::field_chair, fields::text);
pub(crate) const CHAIR_OFFICE: Field<Option<String>> =
    Field::new("chair's office", Words::field_chair_office, fields::text);
pub(crate) const RECORDER: Field<Option<String>> =
    Field::new("recorder", Words::field_recorder, fields::text);
pub(crate) const RECORDER_OFFICE: Field<Option<String>> = Field::new(
    "recorder's office",
    Words::field_recorder_office,
    fields::text,
);
pub(crate) const DOCUMENTS: Field<Option<String>> =
    Field::new("documents", Words::field_documents, fields::text);
pub(crate) const RECORDED: Field<Option<bool>> =
    Field::new("recorded", Words::field_recorded, fields::yes_or_no);
pub(crate) const COPIES: Field<Option<i64>> =
    Field::new("copies", Words::field_copies, fields::count);

impl FormPurpose for Details {
    fn spec(&self, view: &View) -> FormSpec {
        let words = view.words;
        let spec = FormSpec::new(words.form_details(), words);
        let id = self.0;
        let Some(meeting) = meeting(id, view) else {
            return spec;
        };
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let number = |value: Option<i64>| value.map(|n| n.to_string()).unwrap_or_default();
        let recorded = meeting
            .recorded
            .map(|is| words.yes_or_no(is).to_lowercase());
        spec.field(&TITLE, &meeting.title)
            .field(&CONTENT, &meeting.content)
            .field(&DAY, short_date(meeting.starts.date_naive()))
            .field(&TIME, time(meeting.starts))
            .field(&VENUE, text(&meeting.venue))
            .field(&CHAIR, text(&meeting.chair))
            .field(&CHAIR_OFFICE, text(&meeting.chair_office))
            .field(&RECORDER, text(&meeting.recorder))
            .field(&RECORDER_OFFICE, text(&meeting.recorder_office))
            .field(&DOCUMENTS, text(&meeting.documents))
            .suggested(&RECORDED, recorded.unwrap_or_default())
            .field(&COPIES, number(meeting.copies))
            .closed(meeting, view)
            .then(move |filled, view| write(id, filled, view))
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
    let change = Change::edit(&dossier.meeting, |meeting| {
        (meeting.title, meeting.content) = (title, content);
        (meeting.starts, meeting.venue) = (starts, venue);
        (meeting.chair, meeting.chair_office) = chair;
        (meeting.recorder, meeting.recorder_office) = recorder;
        (meeting.documents, meeting.recorded) = (documents, is_recorded);
        meeting.copies = copies;
        approved.put(meeting);
    });
    Ok(done(view.words.told_details().to_owned(), vec![change]))
}

/// Returns the form of a meeting at one of its fields.
pub(crate) fn at<T>(meeting: &Meeting, field: &Field<T>, view: &View) -> Form {
    Form::open_at(Details(meeting.id), field, view)
}
