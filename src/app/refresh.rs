//! Loading from the book the data that a screen needs and the cache does not hold: once a change, never once a frame.

use crate::app::App;
use crate::app::dialogs::{Dialog, Preview};
use crate::app::effect::Effect;
use crate::app::questions::Questions;
use crate::app::status::Status;
use crate::app::view::Shelf;
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::store::Failure;

impl App {
    /// Empties the cache of answers, because the book has changed.
    pub(crate) fn forget(&mut self) {
        self.room.shelf = Shelf::default();
    }

    /// Loads everything that the screen and the dialog need and the cache does not hold.
    pub(crate) fn refresh(&mut self) {
        match self.ask() {
            Ok(effects) => self.perform(effects),
            Err(failure) => drop(self.fail(&failure)),
        }
        if let Some(Dialog::Form(form)) = &mut self.place.dialog {
            form.settle(&self.room.view(self.place.screen));
        }
    }

    fn ask(&mut self) -> Result<Vec<Effect>, Failure> {
        let mut questions = self.room.questions();
        // The refusal of what is signed depends on whether a paper is out.
        let is_signed = |dossier: &Dossier| dossier.meeting.state == MeetingState::Final;
        if questions.dossier.is_some_and(is_signed) {
            questions.ledger()?;
        }
        questions.days_off()?;
        let screen = self.place.screens.screen_mut(self.place.screen);
        let mut effects = screen.ask(&mut questions)?;
        if let Some(dialog) = &mut self.place.dialog {
            effects.extend(dialog.screen_mut().ask(&mut questions)?);
        }
        if let Some(Dialog::Import(preview)) = &self.place.dialog
            && self.room.shelf.import.is_none()
        {
            let preview = preview.clone();
            self.read_import_again(&preview);
        }
        Ok(effects)
    }

    /// Returns the book as it is asked.
    pub(crate) fn questions(&mut self) -> Questions<'_> {
        self.room.questions()
    }

    /// Reads an import again after the book has changed; a file that cannot be read any more closes its preview.
    fn read_import_again(&mut self, preview: &Preview) {
        if let Err(why) = self.read_import(preview) {
            self.place.close();
            self.status = Some(Status::failed(why));
        }
    }
}
