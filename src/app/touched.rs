//! The data in memory that the change of a row makes out of date.

use crate::meeting::change::Change;
use crate::meeting::rows::Record;

/// The data in memory that the change of a row makes out of date, beside the row itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Touches {
    /// The meeting as a whole: it is read again.
    Frame,
    /// The roll call of the open meeting. Its marks do not invalidate the cached history of the units: the history excludes
    /// the open meeting.
    Marks,
    Issues,
    /// The documents that are cited.
    Documents,
    /// The phrases that letters stand for.
    Snippets,
    Nothing,
}

/// Returns for each change the data in memory that it makes out of date.
pub(crate) fn touches(changes: &[Change]) -> impl Iterator<Item = Touches> {
    let rows = changes
        .iter()
        .filter_map(|change| change.after().or(change.before()));
    rows.map(of)
}

fn of(row: &Record) -> Touches {
    match row {
        Record::Meeting(_) | Record::Roster(_) | Record::Issuer(_) => Touches::Frame,
        Record::AttendanceEvent(_) => Touches::Marks,
        Record::Issue(_) | Record::IssueRaised(_) | Record::IssueAnswer(_) => Touches::Issues,
        Record::Document(_) => Touches::Documents,
        Record::Snippet(_) => Touches::Snippets,
        Record::Unit(_)
        | Record::Lineage(_)
        | Record::RosterUnit(_)
        | Record::Person(_)
        | Record::Office(_)
        | Record::FocusArea(_)
        | Record::AgendaTemplate(_)
        | Record::TemplateItem(_)
        | Record::Seat(_)
        | Record::AgendaItem(_)
        | Record::ItemRun(_)
        | Record::Speech(_)
        | Record::Note(_)
        | Record::Conclusion(_)
        | Record::Action(_)
        | Record::ActionSupport(_)
        | Record::Assignment(_)
        | Record::Extension(_)
        | Record::Progress(_)
        | Record::Review(_)
        | Record::SavedFilter(_)
        | Record::DayOff(_)
        | Record::MeetingDocument(_)
        | Record::Prepared(_)
        | Record::Signatory(_)
        | Record::Imprint(_)
        | Record::Amendment(_)
        | Record::Paper(_)
        | Record::PaperDocument(_)
        | Record::PaperFile(_) => Touches::Nothing,
    }
}
