//! The dialogs in front of a screen until the user answers them: a form, a choice, the help.

use serde::{Deserialize, Serialize};

use crate::app::effect::Opening;
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

impl Dialog {
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
