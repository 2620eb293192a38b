//! What a meeting is: rows, the changes that make them, and what can be told from them; nothing here can fail.

pub mod cell;
pub mod code;
pub(crate) mod record;
pub mod rows;

pub mod change;
pub mod days_off;
pub mod dossier;
pub(crate) mod history;

pub mod actions;
pub mod agenda;
pub mod capture;
pub mod completion;
pub(crate) mod conclusions;
pub(crate) mod documents;
pub mod filter;
pub mod floor;
pub mod focus;
pub(crate) mod hall;
pub mod handover;
pub mod invitation;
pub mod issues;
pub mod look_back;
pub mod notes;
pub mod page;
pub mod papers;
pub mod plan;
pub(crate) mod prepared;
pub mod put_off;
pub mod readiness;
pub(crate) mod recognised;
pub(crate) mod review;
pub mod roll_call;
pub mod roster;
pub mod sample;
pub mod search;
pub(crate) mod series;
pub mod settings;
pub mod sheet;
pub mod suggestions;
pub mod turnout;
pub(crate) mod ward;
pub mod year;
