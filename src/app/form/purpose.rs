//! What a form is for: the feature that opened it makes its fields anew whenever they are needed.

use std::fmt::Debug;

use serde_json::Value;

use crate::app::form::{Filled, Form, FormSpec};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::store::Failure;

/// The purpose of a form: it makes the fields anew whenever they are needed.
pub(crate) trait FormPurpose: Kept {
    /// Returns the title, the fields and the deed.
    fn spec(&self, view: &View) -> FormSpec;

    /// Returns the values of fields that follow what was typed in others, as long as the user leaves them alone.
    fn following(&self, _: &Filled, _: &View) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// Asks the book for the rows that the form needs.
    fn ask(&self, _: &mut Questions) -> Result<(), Failure> {
        Ok(())
    }

    /// Asks the book for the rows that the form needs for what is typed in it.
    fn ask_typed(&self, _: &Form, _: &mut Questions) -> Result<(), Failure> {
        Ok(())
    }

    /// Says whether its only field is the path of a file, which Tab completes.
    fn is_path(&self) -> bool {
        false
    }
}

/// A purpose whose kind is known to its feature only.
pub(crate) trait AnyForm: Debug {
    fn spec(&self, view: &View) -> FormSpec;
    fn following(&self, filled: &Filled, view: &View) -> Vec<(&'static str, String)>;
    fn ask(&self, form: &Form, book: &mut Questions) -> Result<(), Failure>;
    fn is_path(&self) -> bool;
    fn as_draft(&self) -> Value;
}

impl<P: FormPurpose> AnyForm for P {
    fn spec(&self, view: &View) -> FormSpec {
        FormPurpose::spec(self, view)
    }

    fn following(&self, filled: &Filled, view: &View) -> Vec<(&'static str, String)> {
        FormPurpose::following(self, filled, view)
    }

    fn ask(&self, form: &Form, book: &mut Questions) -> Result<(), Failure> {
        FormPurpose::ask(self, book)?;
        self.ask_typed(form, book)
    }

    fn is_path(&self) -> bool {
        FormPurpose::is_path(self)
    }

    fn as_draft(&self) -> Value {
        Kept::as_draft(self)
    }
}
