//! Giấy mời: who is asked to the meeting, when and where, with its programme and what is to be prepared
//! (`guide/domain.md` §2.5).

use super::blanks::or_missing;
use super::brief::{Brief, Stage};
use super::document::{Block, Document, Particular, Piece, Row, Source, Table};
use super::front::{Front, front};
use super::gaps::Gap;
use super::sentences::{ended, inward, itemised, known, open_ended};
use super::signing::closing;
use super::spec::{Copies, PaperSpec};
use crate::meeting::agenda;
use crate::meeting::cell::Id;
use crate::meeting::code::{MeetingState, PaperKind, SeatGroup};
use crate::meeting::dossier::Dossier;
use crate::meeting::invitation::{ends, invited, programme};
use crate::meeting::roll_call;
use crate::meeting::rows::{AgendaItem, Seat};
use crate::text::dates::{count, hour, long_date};

/// The invitation among the papers.
pub(super) const SPEC: PaperSpec = PaperSpec {
    symbol: Some(|number| &number.invitation),
    copies: Copies::OneAndEachInvited,
    is_in_folder,
    ..PaperSpec::with_own_number(PaperKind::Invitation, "giay-moi", invitation)
};

/// A meeting that was held without a numbered invitation was called in another way.
fn is_in_folder(dossier: &Dossier) -> bool {
    let mut imprints = dossier.imprints.iter();
    let is_numbered = imprints.any(|imprint| imprint.kind == SPEC.kind && imprint.number.is_some());
    dossier.meeting.state == MeetingState::Planned || is_numbered
}

/// Returns the invitation of a seat; without one, that of all.
fn invitation(brief: &Brief, seat: Option<Id<Seat>>, stage: Stage) -> Document {
    let (dossier, say) = (brief.dossier, &brief.phrases.invitation);
    let meeting = &dossier.meeting;
    let seat = seat.and_then(|seat| dossier.seats.get(seat));
    let dated = brief.imprint(SPEC.kind).and_then(|imprint| imprint.dated);
    let head = Front {
        spec: &SPEC,
        title: say.title(),
        subject: say.subject(&meeting.title),
        place_date: Some(brief.place_date(SPEC.kind, dated)),
    };
    let mut pieces = front(brief, stage, head);
    pieces.extend(addressed(brief, seat));
    pieces.push(lead(brief, seat));
    pieces.extend(particulars(brief));
    if seat.is_none() {
        pieces.extend(expected(brief));
    }
    pieces.extend(course(brief));
    pieces.extend(asked(brief, seat));
    pieces.push(closing(brief, SPEC.kind));
    let file = match seat {
        Some(seat) => say.file_of(&seat.name, &meeting.title),
        None => say.file(&meeting.title),
    };
    brief.document(file, brief.dated(SPEC.kind), pieces)
}

/// Whom it is sent to: one body, or all in the order in which they are named.
fn addressed(brief: &Brief, seat: Option<&Seat>) -> Vec<Piece> {
    let say = &brief.phrases.invitation;
    let of = |block: Block| block.of(Source::RollCall(seat.map(|seat| seat.id)));
    if let Some(seat) = seat {
        return vec![of(Block::Paragraph(say.to(&body(brief, seat))))];
    }
    let wards = roll_call::wards(brief.dossier);
    let all = match wards.as_slice() {
        [] => None,
        [one] => Some(body(brief, one)),
        several => Some(brief.phrases.common.committees(&count(several.len()))),
    };
    let others = invited(brief.dossier).into_iter();
    let others = others.filter(|seat| seat.seat_group != SeatGroup::Ward);
    let names: Vec<String> = all
        .into_iter()
        .chain(others.map(|seat| body(brief, seat)))
        .collect();
    let lines = items(names).map(of);
    [of(Block::Paragraph(say.to_all()))]
        .into_iter()
        .chain(lines)
        .collect()
}

/// Returns the name of a body as it is addressed.
fn body(brief: &Brief, seat: &Seat) -> String {
    match seat.seat_group {
        SeatGroup::Ward => brief.phrases.common.committee(&seat.name),
        SeatGroup::Host | SeatGroup::Organisation | SeatGroup::Centre | SeatGroup::Guest => {
            open_ended(&seat.name).to_owned()
        }
    }
}

fn items(lines: Vec<String>) -> impl Iterator<Item = Block> {
    let last = lines.len().saturating_sub(1);
    let lines = lines.into_iter().enumerate();
    lines.map(move |(place, line)| Block::Item(itemised(&line, place == last)))
}

/// The sentence that invites: of a unit the Secretary or the Standing Deputy, of another body whom it sends.
fn lead(brief: &Brief, seat: Option<&Seat>) -> Piece {
    let say = &brief.phrases.invitation;
    let (issuer, title) = (
        &brief.dossier.issuer.full_name,
        &brief.dossier.meeting.title,
    );
    let sentence = match seat {
        None => say.lead(issuer, title),
        Some(seat) if seat.seat_group == SeatGroup::Ward => {
            let whom = say.leaders_of(&body(brief, seat));
            say.lead_to(issuer, &whom, title)
        }
        Some(seat) => say.lead_to(issuer, &inward(&body(brief, seat)), title),
    };
    Block::Paragraph(sentence).of(Source::Meeting(Particular::Title))
}

/// When, where, what about, and who is in the chair.
fn particulars(brief: &Brief) -> Vec<Piece> {
    let (meeting, say) = (&brief.dossier.meeting, &brief.phrases.invitation);
    let missing = |value: &Option<String>, gap: Gap| or_missing(value.as_deref(), &gap);
    let begins = hour(meeting.starts);
    let day = brief.phrases.on_weekday(meeting.starts.date_naive());
    let time = match ends(brief.dossier) {
        Some(ends) => say.time_until(&begins, &day, &hour(ends)),
        None => say.time(&begins, &day),
    };
    let venue = say.venue(&missing(&meeting.venue, Gap::Venue));
    let chair = say.chair(
        &missing(&meeting.chair, Gap::Chair),
        &missing(&meeting.chair_office, Gap::ChairOffice),
    );
    let content = or_missing(Some(&meeting.content), &Gap::Content);
    [
        (Particular::Times, time),
        (Particular::Venue, venue),
        (Particular::Chair, chair),
        (Particular::Content, say.content(&content)),
    ]
    .into_iter()
    .map(|(of, line)| Block::Numbered(ended(&line)).of(Source::Meeting(of)))
    .collect()
}

/// Who is expected: of the units in which office, and the other bodies, in the order in which they are addressed.
fn expected(brief: &Brief) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.invitation);
    let wards = roll_call::wards(dossier).len();
    let leaders = (wards > 0).then(|| say.leaders(&count(wards)));
    let delegations = roll_call::delegations(dossier).into_iter();
    let delegations = delegations.map(|seat| open_ended(&seat.name).to_owned());
    let names: Vec<String> = leaders.into_iter().chain(delegations).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let of = |block: Block| block.of(Source::RollCall(None));
    let lines = items(names).map(of);
    [of(Block::Numbered(say.expected()))]
        .into_iter()
        .chain(lines)
        .collect()
}

/// The programme with its times, and what is to be prepared for each item.
fn course(brief: &Brief) -> Vec<Piece> {
    let (say, tables) = (&brief.phrases.invitation, &brief.phrases.tables);
    let programme = programme(brief.dossier);
    if programme.is_empty() {
        return Vec::new();
    }
    let rows = programme.into_iter().map(|(item, begins)| {
        let ends = begins + agenda::planned(item);
        let cells = [
            content(brief, item),
            format!("{} - {}", hour(begins), hour(ends)),
            item.minutes.to_string(),
        ];
        Row::of(Source::Item(item.id), cells)
    });
    let columns = [
        (tables.number(), 65),
        (tables.content(), 630),
        (tables.times(), 200),
        (tables.minutes(), 105),
    ];
    vec![
        Block::Numbered(say.programme()).into(),
        Block::Table(Table::numbered(columns, rows)).into(),
    ]
}

fn content(brief: &Brief, item: &AgendaItem) -> String {
    match known(item.prepare.as_deref()) {
        None => item.title.clone(),
        Some(what) => {
            let prepare = ended(&brief.phrases.invitation.prepare(what));
            format!("{} {prepare}", ended(&item.title))
        }
    }
}

/// What is asked of those who come: what to prepare and by when to reply, if somebody said so, and to come in time.
fn asked(brief: &Brief, seat: Option<&Seat>) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.invitation);
    let meeting = &dossier.meeting;
    let prepare = known(meeting.prepare.as_deref()).map(|what| {
        let line = Block::Numbered(ended(&say.prepare(what)));
        line.of(Source::Meeting(Particular::Prepare))
    });
    let reply = meeting.reply_by.map(|day| {
        let sentence = say.reply(&dossier.issuer.short_name, &long_date(day));
        Block::Paragraph(ended(&sentence)).of(Source::Meeting(Particular::ReplyBy))
    });
    let contact = contact(brief)
        .map(|whom| Block::Paragraph(ended(&whom)).of(Source::Meeting(Particular::Contact)));
    let (name, request) = match seat.map(|seat| seat.seat_group) {
        None => ("request", say.request()),
        Some(SeatGroup::Ward) => ("request_of", say.request_of()),
        Some(SeatGroup::Host | SeatGroup::Organisation | SeatGroup::Centre | SeatGroup::Guest) => {
            ("request_of_body", say.request_of_body())
        }
    };
    let request = Piece::from(Block::Paragraph(ended(&request))).worded("invitation", name);
    let asked = prepare.into_iter().chain(reply);
    asked.chain(contact).chain([request]).collect()
}

/// Whom to ask, as far as somebody said so.
pub(super) fn contact(brief: &Brief) -> Option<String> {
    let (meeting, say) = (&brief.dossier.meeting, &brief.phrases.invitation);
    let (name, phone) = (&meeting.contact, &meeting.contact_phone);
    Some(match (known(name.as_deref()), known(phone.as_deref())) {
        (Some(name), Some(phone)) => say.contact(name, phone),
        (Some(name), None) => say.contact_name(name),
        (None, Some(phone)) => say.contact_phone(phone),
        (None, None) => return None,
    })
}
