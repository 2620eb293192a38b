//! The screens: each keeps where the user is, answers its commands, and draws itself from the view.

pub mod actions;
pub mod desk;
pub mod filter;
pub mod focus;
pub mod issues;
pub mod meetings;
pub mod papers;
pub mod review;
pub mod roll_call;
pub mod roster;
pub mod search;
pub mod settings;
pub mod turnout;
pub mod year;

use serde::{Deserialize, Serialize};

/// What all screens keep, as the draft of the book remembers it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Screens {
    /// F2.
    pub meetings: meetings::Meetings,
    /// F3.
    pub roll_call: roll_call::RollCall,
    /// F4.
    pub desk: desk::Desk,
    /// F5.
    pub issues: issues::Issues,
    /// F6.
    pub actions: actions::Actions,
    /// F7.
    pub focus: focus::Focus,
    /// F8.
    pub papers: papers::Papers,
    /// F9.
    pub search: search::Search,
    /// F10.
    pub roster: roster::Roster,
    /// The table of the year.
    pub turnout: turnout::Turnout,
    /// The guided review.
    pub review: review::Review,
    /// The page of the year.
    pub year: year::Year,
    /// F11.
    pub settings: settings::Settings,
}
