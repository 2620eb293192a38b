//! Where papers go: the form of one paper or of the whole folder, and whether an older version of a file is replaced.

use std::path::Path;

use crate::app::effect::{Effect, Export};
use crate::app::form::Form;
use crate::app::offers::Offered;
use crate::app::old_form::Purpose;
use crate::app::picks::Pick;
use crate::app::view::View;
use crate::papers::brief::Which;
use crate::words::Words;

/// Asks where something goes; the suggested name tells what it is.
pub fn ask(what: Export, suggested: &str) -> Effect {
    Effect::Fill(Form::new(Purpose::Export(what), &[suggested]))
}

/// Returns the title of the form of a paper; the ending of the name that is typed tells the format.
pub(crate) fn title(which: Which, words: Words) -> String {
    words.form_export_paper(&words.paper(which.kind).to_uppercase())
}

/// Asks whether an older version is replaced; what is picked without a look keeps it.
pub(crate) fn replacing(what: Export, file: &Path, view: &View) -> Vec<Offered> {
    let words = view.words;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    vec![
        Offered::new(words.option_keep_file(), name, Pick::Nothing),
        Offered::new(
            words.option_replace_file(),
            "",
            Pick::Replace(what, file.to_owned()),
        ),
    ]
}
