//! What is handed out: a dossier becomes a document once, and renderers only render; nothing here can fail
//! but the packing of a file.

pub mod actions;
pub mod amendment;
pub mod assignments;
pub mod attendance;
pub mod csv;
pub mod difference;
pub mod document;
pub mod docx;
pub mod format;
mod front;
pub mod gaps;
pub mod issues;
mod letterhead;
pub mod markdown;
pub mod minutes;
pub mod notice;
pub mod open_matters;
pub mod outline;
pub mod paper;
pub mod pdf;
pub mod phrases;
pub mod plain;
pub mod profile;
pub mod read_back;
mod recognised;
pub mod reminder;
pub mod roll_call;
pub mod roster;
pub mod run_sheet;
pub mod screen;
pub mod sentences;
pub mod sheet;
pub mod sign_in;
pub mod slip;
pub mod symbol;
pub mod turnout;
pub mod typeface;
mod units;
pub mod version;
pub mod xlsx;
pub mod year;

pub use document::Document;
pub use format::Format;
