//! All screens: what each keeps of where the user is, and the one match from the name of a screen to what answers for it.

use serde::{Deserialize, Serialize};

use super::command::ScreenId;
use super::screen::Screen;

/// What all screens keep, as the draft of the book remembers it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Screens {
    /// F2.
    pub meetings: super::meetings::Meetings,
    /// F3.
    pub roll_call: super::roll_call::RollCall,
    /// F4.
    pub desk: super::desk::Desk,
    /// F5.
    pub issues: super::issues::Issues,
    /// F6.
    pub actions: super::actions::Actions,
    /// F7.
    pub focus: super::focus::Focus,
    /// F8.
    pub papers: super::papers::Papers,
    /// F9.
    pub search: super::search::Search,
    /// F10.
    pub roster: super::roster::Roster,
    /// The table of the year.
    pub turnout: super::turnout::Turnout,
    /// The guided review.
    pub review: super::review::Review,
    /// The page of the year.
    pub year: super::year::Year,
    /// F11.
    pub settings: super::settings::Settings,
}

impl Screens {
    /// Returns a screen as it answers.
    pub fn screen(&self, id: ScreenId) -> &dyn Screen {
        match id {
            ScreenId::Meetings => &self.meetings,
            ScreenId::RollCall => &self.roll_call,
            ScreenId::Desk => &self.desk,
            ScreenId::Issues => &self.issues,
            ScreenId::Actions => &self.actions,
            ScreenId::Focus => &self.focus,
            ScreenId::Papers => &self.papers,
            ScreenId::Search => &self.search,
            ScreenId::Roster => &self.roster,
            ScreenId::Turnout => &self.turnout,
            ScreenId::Review => &self.review,
            ScreenId::Year => &self.year,
            ScreenId::Settings => &self.settings,
        }
    }

    /// Returns a screen to be told what to do.
    pub fn screen_mut(&mut self, id: ScreenId) -> &mut dyn Screen {
        match id {
            ScreenId::Meetings => &mut self.meetings,
            ScreenId::RollCall => &mut self.roll_call,
            ScreenId::Desk => &mut self.desk,
            ScreenId::Issues => &mut self.issues,
            ScreenId::Actions => &mut self.actions,
            ScreenId::Focus => &mut self.focus,
            ScreenId::Papers => &mut self.papers,
            ScreenId::Search => &mut self.search,
            ScreenId::Roster => &mut self.roster,
            ScreenId::Turnout => &mut self.turnout,
            ScreenId::Review => &mut self.review,
            ScreenId::Year => &mut self.year,
            ScreenId::Settings => &mut self.settings,
        }
    }
}
