//! A form: a few fields, filled in one after another.

use serde::{Deserialize, Serialize};

use crate::app::desk::forms as desk;
use crate::app::desk::forms::DeskForm;
use crate::app::focus::forms as focus;
use crate::app::focus::forms::AreaForm;
use crate::app::form::{self, Field, Form, FormPurpose, FormSpec};
use crate::app::issues::forms as issues;
use crate::app::issues::forms::IssuesForm;
use crate::app::kept::Kept;
use crate::app::papers::forms::PapersForm;
use crate::app::papers::{amend as papers_amend, forms as papers};
use crate::app::plan::PlanFrom;
use crate::app::questions::Questions;
use crate::app::roll_call::forms as roll_call;
use crate::app::roll_call::forms::RollCallForm;
use crate::app::roster::forms as roster;
use crate::app::roster::forms::RosterForm;
use crate::app::submit;
use crate::app::view::View;
use crate::meeting::code::PaperKind;
use crate::store::Failure;
use crate::text::line::Line;
use crate::words::Words;

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// Something of the roll call.
    RollCall(RollCallForm),
    /// Something of the rosters.
    Roster(RosterForm),
    /// A meeting to be planned.
    Plan(PlanFrom),
    /// The particulars of the open meeting.
    Details,
    /// Something of the issue log.
    Issues(IssuesForm),
    /// Something of the desk.
    Desk(DeskForm),
    /// A focus area.
    Focus(AreaForm),
    /// Something of a paper.
    Papers(PapersForm),
    /// A correction of a signed paper.
    Amend(PaperKind),
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
            Self::RollCall(RollCallForm::Names(_)) | Self::Roster(_) => book.rosters(),
            Self::Issues(form) => book.issue(form.issue()),
            Self::Focus(_) => book.areas(),
            Self::Amend(_) => book.ledger(),
            Self::Plan(_) => book.offer(),
            Self::RollCall(_) | Self::Details | Self::Desk(_) | Self::Papers(_) => Ok(()),
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
        Purpose::RollCall(form) => roll_call::labels(form, words),
        Purpose::Roster(form) => roster::labels(form, words),
        Purpose::Desk(form) => desk::labels(form, words),
        Purpose::Focus(form) => focus::labels(form, words),
        Purpose::Papers(form) => papers::labels(form, words),
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
        Purpose::Issues(form) => issues::labels(form, words),
        Purpose::Amend(_) => papers_amend::labels(words),
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
    let listed = match purpose {
        Purpose::Papers(form) => papers::note(form, view),
        Purpose::RollCall(_)
        | Purpose::Roster(_)
        | Purpose::Plan(_)
        | Purpose::Details
        | Purpose::Issues(_)
        | Purpose::Desk(_)
        | Purpose::Focus(_)
        | Purpose::Amend(_) => Vec::new(),
    };
    let sentences = told.into_iter().flatten().chain(listed);
    sentences.collect()
}

fn title(purpose: Purpose, view: &View) -> String {
    let words = view.words;
    match purpose {
        Purpose::RollCall(form) => roll_call::title(form, view),
        Purpose::Roster(form) => roster::title(form, words).to_owned(),
        Purpose::Plan(_) => words.form_plan().to_owned(),
        Purpose::Details => words.form_details().to_owned(),
        Purpose::Issues(form) => issues::title(form, view),
        Purpose::Desk(form) => desk::title(form, view),
        Purpose::Focus(form) => focus::title(form, view),
        Purpose::Amend(kind) => papers_amend::title(kind, words),
        Purpose::Papers(form) => papers::title(form, view),
    }
}
