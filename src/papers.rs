//! The papers: a dossier becomes a document once, and renderers only render it; nothing here can fail but the packing of
//! a file.

pub mod actions;
mod amendment;
mod assignments;
mod attendance;
mod blanks;
mod breaks;
pub mod brief;
pub mod calendar;
pub mod columns;
pub mod content;
pub mod csv;
pub mod difference;
pub mod document;
pub mod docx;
pub(crate) mod edition;
pub(crate) mod format;
mod front;
pub mod gaps;
mod head;
mod invitation;
pub mod issues;
pub mod kept;
mod letterhead;
pub mod markdown;
pub mod minutes;
mod name_plates;
mod notice;
mod open_matters;
pub mod outline;
pub mod paper;
pub mod pdf;
pub mod phrases;
pub mod places;
pub mod plain;
pub mod profile;
pub mod read_back;
mod recognised;
pub mod remarks;
pub mod reminder;
pub mod roll_call;
pub mod roster;
mod run_sheet;
pub mod screen;
pub mod sent;
pub(crate) mod sentences;
pub mod sheet;
mod shipped;
mod sign_in;
pub mod signing;
mod slip;
pub(crate) mod spec;
pub mod symbol;
pub mod turnout;
pub mod typeface;
mod units;
pub mod version;
pub mod xlsx;
pub mod year;

pub use document::Document;
pub use format::Format;

use crate::meeting::code::PaperKind;
use spec::PaperSpec;

/// Returns the specification of a kind of paper.
pub(crate) fn spec_of(kind: PaperKind) -> &'static PaperSpec {
    match kind {
        PaperKind::Minutes => &minutes::SPEC,
        PaperKind::Notice => &notice::SPEC,
        PaperKind::Attendance => &attendance::SPEC,
        PaperKind::Actions => &assignments::SPEC,
        PaperKind::Slip => &slip::SPEC,
        PaperKind::OpenMatters => &open_matters::SPEC,
        PaperKind::RunSheet => &run_sheet::SPEC,
        PaperKind::SignIn => &sign_in::SPEC,
        PaperKind::MinutesAmendment => &amendment::OF_MINUTES,
        PaperKind::Amendment => &amendment::SPEC,
        PaperKind::Invitation => &invitation::SPEC,
        PaperKind::NamePlates => &name_plates::SPEC,
    }
}
