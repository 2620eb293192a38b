//! Out of the register and into it: where the actions go, what is read back, and what late units are reminded of.

use std::path::PathBuf;

use crate::app::effect::{Effect, ImportInto, Opening};
use crate::app::export::ExportForm;
use crate::app::form::Form;
use crate::app::old_form::Purpose;
use crate::app::submit::{Refusal, need};
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::rows::Unit;

/// Asks where the actions that the register shows go; their form follows the ending of the name.
pub fn export(view: &View) -> Vec<Effect> {
    vec![Effect::Fill(Form::open(ExportForm::Actions, view))]
}

/// Asks for the table that came back from the units.
pub fn import() -> Vec<Effect> {
    let form = Form::new(Purpose::ImportProgress, &[""]);
    vec![Effect::Fill(form)]
}

/// Shows what a unit is reminded of, or all late units among the actions that the register shows.
pub fn remind(unit: Option<Id<Unit>>) -> Vec<Effect> {
    vec![Effect::Show(Opening::Reminder(unit))]
}

/// Returns what the form for the file that comes back asks of the program.
pub(crate) fn submit_import(values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    let file = need(values, 0, view.words.field_file(), view.words)?;
    Ok(vec![Effect::Import(
        ImportInto::Progress,
        PathBuf::from(file),
    )])
}
