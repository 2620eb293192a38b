//! The dialogs in front of a screen until the user answers them: a form, a choice, the help.

use serde::{Deserialize, Serialize};

use std::mem::discriminant;

use crate::app::effect::Opening;
use crate::app::place::Place;
use crate::app::purposes::{revive_choice, revive_form};
use crate::app::reading::What;
use crate::app::screen::Screen;
use crate::meeting::dossier::Dossier;

pub(crate) use crate::app::agenda::AgendaDialog;
pub(crate) use crate::app::choice::Choice;
pub(crate) use crate::app::floor::FloorDialog;
pub(crate) use crate::app::form::Form;
pub(crate) use crate::app::handover::Handover;
pub(crate) use crate::app::help::Help;
pub(crate) use crate::app::import::Preview;
pub(crate) use crate::app::look_back::LookBack;
pub(crate) use crate::app::prepared::PreparedDialog;
pub(crate) use crate::app::read_back::ReadBack;
pub(crate) use crate::app::reading::Reading;
pub(crate) use crate::app::roll_call::card::Card;
pub(crate) use crate::app::versions::Versions;
pub(crate) use crate::app::ward::Ward;

macro_rules! dialogs {
    ($($(#[$doc:meta])* $name:ident($(#[$serde:meta])* $dialog:ty),)+) => {
        /// An open dialog.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub(crate) enum Dialog {
            $($(#[$doc])* $name($(#[$serde])* $dialog),)+
        }

        impl Dialog {
            /// Returns the dialog as it answers.
            pub(crate) fn screen(&self) -> &dyn Screen {
                match self {
                    $(Self::$name(dialog) => dialog,)+
                }
            }

            /// Returns the dialog, to be changed by a command.
            pub(crate) fn screen_mut(&mut self) -> &mut dyn Screen {
                match self {
                    $(Self::$name(dialog) => dialog,)+
                }
            }
        }
    };
}

dialogs! {
    /// Fields to be filled in.
    Form(#[serde(deserialize_with = "revive_form")] Form),
    /// Options to pick one of.
    Choice(#[serde(deserialize_with = "revive_choice")] Choice),
    /// The help.
    Help(Help),
    /// The card of a seat.
    Card(Card),
    /// A text that is read aloud.
    Reading(Reading),
    /// The preview of a file.
    Import(Preview),
    /// The agenda.
    Agenda(AgendaDialog),
    /// Who has the floor next.
    Floor(FloorDialog),
    /// The card of a unit.
    Ward(Ward),
    /// The reading back to the chair.
    ReadBack(ReadBack),
    /// The conclusions that were prepared.
    Prepared(PreparedDialog),
    /// The review of earlier meetings.
    LookBack(LookBack),
    /// The handover from units that have ended.
    Handover(Handover),
    /// The versions of a paper.
    Versions(Versions),
}

/// The way from the screen to the open dialog: each was opened from the one behind it.
impl Place {
    /// Opens a dialog in front of the open one. What is asked after a deed does not lead back to the question that is
    /// answered by it.
    pub(crate) fn open(&mut self, dialog: Dialog) {
        if self.is_answered {
            self.close_questions();
        }
        self.behind.extend(self.dialog.replace(dialog));
    }

    /// Shows a dialog; where one of its kind is open already, it comes in its place.
    pub(crate) fn show(&mut self, dialog: Dialog) {
        let is_same = |other: &Dialog| discriminant(other) == discriminant(&dialog);
        let mut all = self.behind.iter().chain(&self.dialog);
        if let Some(place) = all.position(is_same) {
            self.behind.truncate(place);
            self.dialog = Some(dialog);
        } else {
            self.open(dialog);
        }
    }

    /// Goes back to the dialog from which the open one was opened.
    pub(crate) fn back(&mut self) {
        self.dialog = self.behind.pop();
    }

    /// Closes the open dialog and the questions that led to it: the list or card from which all that began comes back, a
    /// list whole.
    pub(crate) fn close(&mut self) {
        self.back();
        self.close_questions();
        if let Some(Dialog::Choice(list)) = &mut self.dialog {
            list.widen();
        }
    }

    /// Closes the forms and questions in front of a list or card.
    pub(crate) fn close_questions(&mut self) {
        while self.dialog.as_ref().is_some_and(|open| !open.stays()) {
            self.back();
        }
    }

    pub(crate) fn close_all(&mut self) {
        (self.dialog, self.behind) = (None, Vec::new());
    }
}

impl Dialog {
    /// Says whether one comes back to it from what was done in front of it: it is a list or a card, and no question.
    fn stays(&self) -> bool {
        match self {
            Self::Form(_) | Self::Help(_) => false,
            Self::Choice(choice) => choice.purpose.is_list(),
            Self::Card(_)
            | Self::Reading(_)
            | Self::Import(_)
            | Self::Agenda(_)
            | Self::Floor(_)
            | Self::Ward(_)
            | Self::ReadBack(_)
            | Self::Prepared(_)
            | Self::LookBack(_)
            | Self::Handover(_)
            | Self::Versions(_) => true,
        }
    }

    pub(crate) fn open(opening: Opening, dossier: Option<&Dossier>) -> Option<Self> {
        Some(match opening {
            Opening::Help => Self::Help(Help::default()),
            Opening::Roll => Self::Reading(Reading::default()),
            Opening::Reminder(unit) => Self::Reading(Reading::of(What::Reminder(unit))),
            Opening::Card(id) => {
                let dossier = dossier?;
                Self::Card(Card::new(dossier.seats.get(id)?, dossier))
            }
            Opening::Ward(seat) => Self::Ward(Ward::new(seat)),
            Opening::Agenda(None) => Self::Agenda(AgendaDialog::new(dossier?)),
            Opening::Agenda(Some(item)) => Self::Agenda(AgendaDialog::at(item)),
            Opening::GiveFloor => Self::Floor(FloorDialog::new(false)),
            Opening::AskFloor => Self::Floor(FloorDialog::new(true)),
            Opening::Conclusions => Self::ReadBack(ReadBack::conclusions()),
            Opening::OpenIssues => Self::ReadBack(ReadBack::open_issues()),
            Opening::ReadBackAt(line) => Self::ReadBack(ReadBack::at(line)),
            Opening::Prepared(is_free) => Self::Prepared(PreparedDialog::new(is_free)),
            Opening::LookBack => Self::LookBack(LookBack::default()),
            Opening::Handover(day) => Self::Handover(Handover::by(day)),
            Opening::Versions(which) => Self::Versions(Versions::of(which)),
        })
    }
}
