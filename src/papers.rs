//! What is handed out: a dossier becomes a document once, and renderers only render; nothing here can fail
//! but the packing of a file.

pub mod actions;
pub mod csv;
pub mod difference;
pub mod document;
pub mod docx;
pub mod format;
pub mod gaps;
pub mod issues;
pub mod markdown;
pub mod minutes;
pub mod outline;
pub mod paper;
pub mod pdf;
pub mod phrases;
pub mod plain;
pub mod profile;
pub mod reminder;
pub mod roll_call;
pub mod roster;
pub mod sentences;
pub mod sheet;
pub mod turnout;
pub mod typeface;
pub mod version;
pub mod xlsx;
pub mod year;

pub use document::Document;
pub use format::Format;
