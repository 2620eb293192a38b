//! The kinds of forms and of choices: a restart finds the open one again by the name that the draft of the book kept.

use std::rc::Rc;

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::app::actions;
use crate::app::choice::{AnyChoice, Choice, ChoicePurpose};
use crate::app::closing;
use crate::app::desk;
use crate::app::details;
use crate::app::documents;
use crate::app::export;
use crate::app::focus;
use crate::app::form::entry::Entry;
use crate::app::form::{AnyForm, Form, FormPurpose};
use crate::app::import;
use crate::app::issues;
use crate::app::left_over;
use crate::app::legacy;
use crate::app::palette;
use crate::app::papers;
use crate::app::plan;
use crate::app::prepared;
use crate::app::put_off;
use crate::app::roll_call;
use crate::app::roster;
use crate::app::series;
use crate::app::settings;
use crate::text::finder::Finder;
use crate::text::line::Line;
use crate::words::Lang;

/// Reads a kept purpose, if it is one of this kind.
type Revive<P> = fn(&Value) -> Option<Rc<P>>;

/// The kinds of forms, one a feature.
const FORMS: &[Revive<dyn AnyForm>] = &[
    form::<details::Details>,
    form::<closing::Closing>,
    form::<documents::DocumentForm>,
    form::<plan::PlanFrom>,
    form::<series::SeriesForm>,
    form::<prepared::PreparedForm>,
    form::<desk::forms::DeskForm>,
    form::<actions::forms::ActionsForm>,
    form::<export::ExportForm>,
    form::<roll_call::forms::RollCallForm>,
    form::<roster::forms::RosterForm>,
    form::<focus::forms::AreaForm>,
    form::<import::ImportForm>,
    form::<import::progress::MendForm>,
    form::<issues::forms::IssuesForm>,
    form::<papers::forms::PapersForm>,
    form::<put_off::PutOffForm>,
    form::<settings::forms::SettingsForm>,
];

/// The kinds of choices, one a feature.
const CHOICES: &[Revive<dyn AnyChoice>] = &[
    choice::<plan::PlanChoice>,
    choice::<palette::Palette>,
    choice::<desk::choices::DeskChoice>,
    choice::<actions::choices::ActionsChoice>,
    choice::<documents::DocumentsChoice>,
    choice::<export::Replacement>,
    choice::<roll_call::choices::RollCallChoice>,
    choice::<focus::choices::AreaChoice>,
    choice::<issues::choices::IssuesChoice>,
    choice::<left_over::LeftOver>,
    choice::<legacy::OldLetters>,
    choice::<papers::choices::PapersChoice>,
    choice::<put_off::PutOffChoice>,
    choice::<settings::choices::SettingsChoice>,
];

fn form<P: FormPurpose>(draft: &Value) -> Option<Rc<dyn AnyForm>> {
    Some(Rc::new(P::revived(draft)?))
}

fn choice<P: ChoicePurpose>(draft: &Value) -> Option<Rc<dyn AnyChoice>> {
    Some(Rc::new(P::revived(draft)?))
}

/// A form as the draft keeps it.
#[derive(Deserialize)]
struct KeptForm {
    purpose: Value,
    #[serde(default)]
    entries: Vec<Entry>,
    /// What an earlier program kept in the place of the entries.
    #[serde(default)]
    lines: Vec<Line>,
    field: usize,
    /// A program that kept none spoke Vietnamese, unless it was told otherwise.
    #[serde(default)]
    lang: Lang,
}

/// A choice as the draft keeps it.
#[derive(Deserialize)]
struct KeptChoice {
    purpose: Value,
    query: Finder,
    selected: usize,
}

/// Reads an open form from the draft.
pub(crate) fn revive_form<'de, D: Deserializer<'de>>(draft: D) -> Result<Form, D::Error> {
    let mut read = KeptForm::deserialize(draft)?;
    let unnamed = read.lines.into_iter().map(Entry::unnamed);
    read.entries.extend(unnamed);
    let purpose = FORMS.iter().find_map(|form| form(&read.purpose));
    let purpose = purpose.ok_or_else(|| D::Error::custom("no such form"))?;
    Ok(Form::revived(purpose, read.entries, read.field, read.lang))
}

/// Reads an open choice from the draft.
pub(crate) fn revive_choice<'de, D: Deserializer<'de>>(draft: D) -> Result<Choice, D::Error> {
    let read = KeptChoice::deserialize(draft)?;
    let purpose = CHOICES.iter().find_map(|choice| choice(&read.purpose));
    let purpose = purpose.ok_or_else(|| D::Error::custom("no such choice"))?;
    Ok(Choice::revived(purpose, read.query, read.selected))
}
