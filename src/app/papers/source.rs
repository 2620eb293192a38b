//! From a sentence of a paper to the record that it tells of.

use crate::app::command::ScreenId;
use crate::app::details::{
    CHAIR, CONTACT, CONTENT, COPIES, DOCUMENTS, RECORDED, RECORDER, REPLY_BY, at,
};
use crate::app::effect::{Effect, Opening};
use crate::app::fields::item::PREPARE;
use crate::app::form::Form;
use crate::app::message::Message;
use crate::app::papers::forms::{PapersForm, imprint};
use crate::app::plan::{DAY, TITLE, VENUE};
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{EntryId, Filter, entry};
use crate::papers::Document;
use crate::papers::document::{Block, Particular, Source};
use crate::papers::screen::Stop;

/// Returns the record of a block: that of the row, where it is a row of a table.
pub(crate) fn of(stop: &Stop, document: &Document) -> Option<Source> {
    let piece = document.pieces.get(stop.piece)?;
    let row = match (&piece.block, stop.row) {
        (Block::Table(table), Some(row)) => table.rows.get(row),
        (
            Block::Letterhead(_)
            | Block::Draft(_)
            | Block::Mark(_)
            | Block::Title { .. }
            | Block::Section(_)
            | Block::Heading(_)
            | Block::Speaker(_)
            | Block::Paragraph(_)
            | Block::Item(_)
            | Block::Numbered(_)
            | Block::Annex { .. }
            | Block::Table(_)
            | Block::Plate(_)
            | Block::Signatures { .. }
            | Block::Closing { .. },
            _,
        ) => None,
    };
    row.and_then(|row| row.source).or(piece.source)
}

/// Goes to a record; a sentence without one says where its words are.
pub fn go(source: Option<Source>, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let words = view.words;
    match source {
        None => vec![Effect::Say(Status::said(words.no_record()))],
        Some(Source::Issuer) => vec![Effect::Go(ScreenId::Settings)],
        Some(Source::Meeting(particular)) => of_meeting(particular, dossier, view),
        Some(Source::RollCall(seat)) => {
            let select = seat.map(|value| Effect::Tell(Message::ShowSeat(value)));
            let go = Effect::Go(ScreenId::RollCall);
            select.into_iter().chain([go]).collect()
        }
        // An item of an earlier meeting was put off there.
        Some(Source::Item(item)) if dossier.items.get(item).is_none() => {
            vec![Effect::Say(Status::said(words.no_record()))]
        }
        Some(Source::Item(item)) => vec![Effect::Show(Opening::Agenda(Some(item)))],
        Some(Source::Note(note)) => line(EntryId::Note(note), dossier, view),
        Some(Source::Conclusion(conclusion)) => {
            line(EntryId::Conclusion(conclusion), dossier, view)
        }
        Some(Source::Action(action)) => match entry(dossier, EntryId::Action(action)) {
            Some(_) => line(EntryId::Action(action), dossier, view),
            // An action of an earlier meeting stands in the register only.
            None => vec![
                Effect::Tell(Message::ShowAction(Some(action))),
                Effect::Go(ScreenId::Actions),
            ],
        },
        Some(Source::Issue(issue)) => {
            vec![
                Effect::Tell(Message::ShowIssue(issue)),
                Effect::Go(ScreenId::Issues),
            ]
        }
        Some(Source::Imprint(kind)) => imprint(kind, view),
    }
}

/// Goes to a line of the stream, which shows everything, so that the line is in it.
pub(crate) fn line(id: EntryId, dossier: &Dossier, view: &View) -> Vec<Effect> {
    if entry(dossier, id).is_none() {
        return vec![Effect::Say(Status::warned(view.words.no_record()))];
    }
    vec![
        Effect::Tell(Message::ShowLines(Filter::default())),
        Effect::Tell(Message::SelectLine(id)),
        Effect::Go(ScreenId::Desk),
    ]
}

/// Opens the form of the particulars at one of them.
fn of_meeting(particular: Particular, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let meeting = &dossier.meeting;
    let form = match particular {
        Particular::Title => at(meeting, &TITLE, view),
        Particular::Content => at(meeting, &CONTENT, view),
        Particular::Venue => at(meeting, &VENUE, view),
        Particular::Chair => at(meeting, &CHAIR, view),
        Particular::Recorder => at(meeting, &RECORDER, view),
        Particular::Documents => at(meeting, &DOCUMENTS, view),
        Particular::Recording => at(meeting, &RECORDED, view),
        Particular::Copies => at(meeting, &COPIES, view),
        Particular::Prepare => at(meeting, &PREPARE, view),
        Particular::ReplyBy => at(meeting, &REPLY_BY, view),
        Particular::Contact => at(meeting, &CONTACT, view),
        Particular::Times if meeting.state == MeetingState::Planned => at(meeting, &DAY, view),
        Particular::Times => Form::open(PapersForm::Times, view),
    };
    unless_signed(form, view)
}

/// Shows a form that changes the minutes, unless they are signed.
fn unless_signed(form: Form, view: &View) -> Vec<Effect> {
    let effect = view
        .sealed()
        .map_or_else(|| Effect::Fill(form), Effect::Say);
    vec![effect]
}
