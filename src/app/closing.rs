//! How the minutes were closed, asked once when the meeting is: whether they were read out, by whom they were approved, what
//! was said against them.
//!
//! ```text
//! ╭ BIÊN BẢN ĐƯỢC THÔNG QUA THẾ NÀO? ─────────────────────────────╮
//! │ Đã đọc lại      có                                            │
//! │ Được            1_                                            │
//! │ Ý kiến                                                        │
//! │  Được: 1 hội nghị nhất trí thông qua · 2 chủ trì hội nghị …   │
//! ╰───────────────────────────────────────────────────────────────╯
//! ```

use serde::{Deserialize, Serialize};

use crate::app::effect::{Effect, done};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::rows::Meeting;
use crate::papers::phrases::Phrases;
use crate::words::Words;

/// The form of how the minutes of a meeting were closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Closing(pub(crate) Id<Meeting>);

impl Kept for Closing {
    const NAME: &'static str = "Closing";
}

const READ_OUT: Field<Option<bool>> =
    Field::new("read out", Words::field_read_out, fields::yes_or_no);

/// By whom the minutes were approved: a digit stands for usual words.
const APPROVED: Field<Option<String>> = Field::new("approved", Words::field_approved, |typed| {
    let typed_text = fields::text(typed)?;
    let Some(digit) = typed_text
        .as_deref()
        .and_then(|text| text.parse::<usize>().ok())
    else {
        return Ok(typed_text);
    };
    let [all, chair] = usual(typed.view);
    match digit {
        1 => Ok(Some(all)),
        2 => Ok(Some(chair)),
        _ => Err(typed.view.words.approved_note(&all, &chair)),
    }
});

const RESERVATIONS: Field<Option<String>> =
    Field::new("reservations", Words::field_reservations, fields::text);

/// Returns the usual words for who approved the minutes.
fn usual(view: &View) -> [String; 2] {
    let issuer = view.dossier.map(|dossier| &dossier.issuer);
    let phrases = Phrases::worded(view.phrases, issuer);
    [phrases.minutes.by_all(), phrases.minutes.by_chair()]
}

/// What a form says of how the minutes were closed.
pub(crate) struct Approval {
    read_out: Option<bool>,
    approved: Option<String>,
    reservations: Option<String>,
}

impl Approval {
    pub(crate) fn read(filled: &Filled) -> Result<Self, Refusal> {
        Ok(Self {
            read_out: filled.read(&READ_OUT)?,
            approved: filled.read(&APPROVED)?,
            reservations: filled.read(&RESERVATIONS)?,
        })
    }

    /// Writes it into a meeting.
    pub(crate) fn put(self, meeting: &mut Meeting) {
        meeting.read_out = self.read_out;
        (meeting.approved, meeting.reservations) = (self.approved, self.reservations);
    }
}

impl FormSpec {
    /// Adds how the minutes of a meeting were closed.
    #[must_use]
    pub(crate) fn asking_approval(self, meeting: Option<&Meeting>, view: &View) -> Self {
        let words = view.words;
        let known = |value: fn(&Meeting) -> &Option<String>| {
            let value = meeting.and_then(|meeting| value(meeting).clone());
            value.unwrap_or_default()
        };
        let read_out = meeting.and_then(|meeting| meeting.read_out);
        let read_out = read_out.map(|is| words.yes_or_no(is).to_lowercase());
        let [all, chair] = usual(view);
        self.suggested(&READ_OUT, read_out.unwrap_or_default())
            .picked([true, false].map(|is| words.yes_or_no(is).to_lowercase()))
            .field(&APPROVED, known(|meeting| &meeting.approved))
            .offered([&all, &chair])
            .field(&RESERVATIONS, known(|meeting| &meeting.reservations))
            .noting([words.approved_note(&all, &chair)])
    }
}

impl FormPurpose for Closing {
    fn spec(&self, view: &View) -> FormSpec {
        let open = view.dossier.map(|dossier| &dossier.meeting);
        let meeting = open.filter(|meeting| meeting.id == self.0);
        FormSpec::new(view.words.form_closing(), view.words)
            .about(meeting)
            .asking_approval(meeting, view)
            .at_first_field()
            .then(write)
    }
}

fn write(filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let approval = Approval::read(filled)?;
    let meeting = &filled.meeting()?.meeting;
    let change = Change::edit(meeting, |meeting| approval.put(meeting));
    Ok(done(view.words.told_approval().to_owned(), vec![change]))
}

/// Returns the form of a meeting.
pub(crate) fn form(meeting: &Meeting, view: &View) -> Form {
    Form::open(Closing(meeting.id), view)
}
