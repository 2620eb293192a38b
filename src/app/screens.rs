//! The screens: each keeps where the user is, answers its commands, and draws itself from the view.

use serde::{Deserialize, Serialize};

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
