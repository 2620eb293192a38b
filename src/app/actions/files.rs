//! Files of the register: where the actions are written, the table that is read back, the reminder of late units.

use crate::app::effect::{Effect, ImportInto, Opening};
use crate::app::export::ExportForm;
use crate::app::form::Form;
use crate::app::import::ImportForm;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::rows::Unit;

/// Asks where the actions that the register shows go; their form follows the ending of the name.
pub(crate) fn export(view: &View) -> Vec<Effect> {
    vec![Effect::Fill(Form::open(ExportForm::Actions, view))]
}

/// Asks for the table that came back from the units.
pub(crate) fn import(view: &View) -> Vec<Effect> {
    vec![Effect::Fill(Form::open(
        ImportForm(ImportInto::Progress),
        view,
    ))]
}

/// Shows the reminder of a unit, or of all late units among the actions that the register shows.
pub(crate) fn remind(unit: Option<Id<Unit>>) -> Vec<Effect> {
    vec![Effect::Show(Opening::Reminder(unit))]
}
