//! What planning a meeting asks of the book.

use crate::app::App;
use crate::app::choice::Purpose as ChoicePurpose;
use crate::app::dialogs::{Choice, Dialog, Form};
use crate::app::form::Purpose as FormPurpose;
use crate::app::view::Offer;
use crate::meeting::plan::Planning;
use crate::store::Failure;

impl App {
    /// Says whether the open dialog plans a meeting or changes its roster.
    pub(crate) fn needs_offer(&self) -> bool {
        match &self.place.dialog {
            Some(Dialog::Choice(Choice { purpose, .. })) => {
                matches!(
                    purpose,
                    ChoicePurpose::Plan | ChoicePurpose::PlanRoster { .. } | ChoicePurpose::Roster
                )
            }
            Some(Dialog::Form(Form { purpose, .. })) => matches!(purpose, FormPurpose::Plan(_)),
            Some(
                Dialog::Help(_)
                | Dialog::Card(_)
                | Dialog::Reading(_)
                | Dialog::Import(_)
                | Dialog::Agenda(_)
                | Dialog::Floor(_)
                | Dialog::Ward(_)
                | Dialog::ReadBack(_)
                | Dialog::LookBack(_)
                | Dialog::Handover(_)
                | Dialog::Versions(_),
            )
            | None => false,
        }
    }

    /// Everything that a meeting can be planned from.
    pub(crate) fn offer(&self) -> Result<Offer, Failure> {
        let store = &self.room.store;
        let owed = store.outstanding(self.room.now.date_naive())?;
        let template = store.template()?;
        let last = match store.last_meeting()? {
            // A signed meeting keeps the body that it was held by; the next one is held by what has become of it.
            Some(id) => store.dossier(id)?.map(|dossier| Planning {
                issuer: template.issuer,
                ..Planning::from_last(&dossier).looking_back(&owed)
            }),
            None => None,
        };
        let leaving = store.leaving()?.into_iter();
        let rosters = store
            .rosters()?
            .into_iter()
            .map(|roster| store.summons(roster))
            .collect::<Result<_, _>>()?;
        Ok(Offer {
            template: template.looking_back(&owed),
            last,
            rosters,
            leaving: leaving.map(|(unit, _)| unit).collect(),
        })
    }
}
