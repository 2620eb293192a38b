//! A form: a few fields, filled in one after another.

use serde::{Deserialize, Serialize};

use crate::app::actions::forms as actions;
use crate::app::actions::forms::ActionsForm;
use crate::app::desk::forms as desk;
use crate::app::desk::forms::DeskForm;
use crate::app::focus::forms as focus;
use crate::app::focus::forms::AreaForm;
use crate::app::form::{self, Field, Form, FormPurpose, FormSpec};
use crate::app::kept::Kept;
use crate::app::plan::PlanFrom;
use crate::app::questions::Questions;
use crate::app::submit;
use crate::app::view::View;
use crate::store::Failure;
use crate::text::line::Line;
use crate::words::Words;

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// A meeting to be planned.
    Plan(PlanFrom),
    /// The particulars of the open meeting.
    Details,
    /// Something of the register.
    Actions(ActionsForm),
    /// The table of actions that comes back.
    ImportProgress,
}

/// The names of the fields of an old form, by their places.
const NAMES: [&str; 16] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
];

impl Kept for Purpose {
    const NAME: &'static str = "Old";
}

impl FormPurpose for Purpose {
    fn spec(&self, view: &View) -> FormSpec {
        let purpose = *self;
        let mut spec = FormSpec::new(title(purpose, view), view.words).noting(note(purpose, view));
        for (label, id) in labels(purpose, view.words).into_iter().zip(NAMES) {
            let field = Field {
                id,
                label: |_| "",
                read: |typed| Ok(typed.text.to_owned()),
            };
            spec = spec.labelled(&field, label, "");
        }
        spec.then(move |filled, view| {
            submit::submit(purpose, &filled.values(), view).map_err(|refusal| form::Refusal {
                field: NAMES.get(refusal.field).copied().unwrap_or_default(),
                why: refusal.why,
            })
        })
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        match self {
            Self::Actions(form) => {
                book.saved_filters()?;
                form.ask(book)
            }
            Self::Plan(_) => book.offer(),
            Self::Details | Self::ImportProgress => Ok(()),
        }
    }
}

impl Form {
    /// Returns a form with these values, the caret in the first field that is empty.
    pub fn new(purpose: Purpose, values: &[&str]) -> Self {
        let lines: Vec<Line> = values.iter().map(|value| Line::of(value)).collect();
        let field = lines.iter().position(Line::is_blank).unwrap_or(0);
        Self::revived(std::rc::Rc::new(purpose), lines, field)
    }
}

/// Returns the names of the fields.
pub fn labels(purpose: Purpose, words: Words) -> Vec<&'static str> {
    match purpose {
        Purpose::Plan(_) => vec![
            words.field_title(),
            words.field_day(),
            words.field_time(),
            words.field_venue(),
        ],
        Purpose::Details => vec![
            words.field_title(),
            words.field_content(),
            words.field_day(),
            words.field_time(),
            words.field_venue(),
            words.field_chair(),
            words.field_chair_office(),
            words.field_recorder(),
            words.field_recorder_office(),
            words.field_documents(),
            words.field_recorded(),
            words.field_pages(),
            words.field_copies(),
        ],
        Purpose::Actions(form) => actions::labels(form, words),
        Purpose::ImportProgress => vec![words.field_file()],
    }
}

/// What has to be known while the form is filled in: what is open when a meeting is planned, who may sign.
fn note(purpose: Purpose, view: &View) -> Vec<String> {
    let is_plan = matches!(purpose, Purpose::Plan(_));
    let owed = view.shelf.owed.filter(|owed| is_plan && owed.open > 0);
    let told = owed.map(|owed| {
        [
            view.words.owes(&owed),
            view.words.plan_looks_back().to_owned(),
        ]
    });
    told.into_iter().flatten().collect()
}

fn title(purpose: Purpose, view: &View) -> String {
    let words = view.words;
    match purpose {
        Purpose::Plan(_) => words.form_plan().to_owned(),
        Purpose::Details => words.form_details().to_owned(),
        Purpose::Actions(form) => actions::title(form, view),
        Purpose::ImportProgress => words.form_import_progress().to_owned(),
    }
}
