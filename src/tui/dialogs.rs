//! What stands in front of a screen until it is answered: a form, a choice, the help.

pub mod choice;
pub mod form;
pub mod help;
pub mod offers;
pub mod picks;
pub mod plan;
pub mod submit;

use serde::{Deserialize, Serialize};

pub use choice::Choice;
pub use form::Form;
pub use help::Help;

/// An open dialog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Dialog {
    /// Fields to be filled in.
    Form(Form),
    /// Options to pick one of.
    Choice(Choice),
    /// The help.
    Help(Help),
}
