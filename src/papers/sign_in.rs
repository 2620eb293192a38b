//! Danh sách ký tên: a line for everybody who is expected, with the names that are known and room for a signature.

use super::blanks::or_missing;
use super::brief::{Brief, Stage};
use super::document::{Block, Document, Piece, Row, Source, Table};
use super::front::{Front, front};
use super::gaps::Gap;
use super::sentences::ended;
use super::spec::PaperSpec;
use crate::meeting::code::PaperKind;
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::Seat;
use crate::text::dates::{count, long_date};

/// Lines for a delegation of unknown size.
const LINES: usize = 3;

/// Lines for a delegation at most.
const MOST: usize = 30;

/// The sign-in sheet among the papers.
pub(super) const SPEC: PaperSpec =
    PaperSpec::without_imprint(PaperKind::SignIn, "ky-ten", |brief, _, _| sign_in(brief));

/// Returns the sign-in sheet of a meeting.
fn sign_in(brief: &Brief) -> Document {
    let phrases = &brief.phrases.sign_in;
    let meeting = &brief.dossier.meeting;
    let day = meeting.starts.date_naive();
    let head = Front {
        spec: &SPEC,
        title: phrases.title(),
        subject: phrases.subject(&meeting.title),
        place_date: None,
    };
    let mut pieces = front(brief, Stage::Final, head);
    let venue = or_missing(meeting.venue.as_deref(), &Gap::Venue);
    let lead = phrases.lead(&long_date(day), &venue);
    pieces.push(Block::Paragraph(ended(&lead)).into());
    pieces.extend(wards(brief));
    pieces.extend(delegations(brief));
    brief.document(phrases.file(&meeting.title), day, pieces)
}

/// The units of the roster, one line each.
fn wards(brief: &Brief) -> Vec<Piece> {
    let phrases = &brief.phrases.sign_in;
    let seats = roll_call::wards(brief.dossier).into_iter();
    let rows: Vec<Row> = seats.map(|seat| ward(brief, seat)).collect();
    let total = phrases.total(&count(rows.len()));
    vec![
        Block::Heading(phrases.wards()).into(),
        table(brief, rows, Some(total)),
    ]
}

fn ward(brief: &Brief, seat: &Seat) -> Row {
    let [name, office] = expected(brief, seat);
    let cells = [
        brief.phrases.common.committee(&seat.name),
        name,
        office,
        String::new(),
    ];
    Row::of(Source::RollCall(Some(seat.id)), cells)
}

/// Who is expected on a seat: the substitute that was announced, or the Secretary or the Standing Deputy, one of whom is
/// struck out.
fn expected(brief: &Brief, seat: &Seat) -> [String; 2] {
    // Who signs writes down what nobody knew before.
    let known = |value: &Option<String>| value.clone().unwrap_or_default();
    let log = roll_call::log(brief.dossier, seat.id);
    let substitute = log
        .base()
        .filter(|_| log.standing() == Standing::Substitute);
    if let Some(event) = substitute {
        return [known(&event.person), known(&event.office)];
    }
    let phrases = &brief.phrases.sign_in;
    let common = &brief.phrases.common;
    let offices = [common.secretary(), common.standing_deputy()];
    let [secretary, deputy] = &offices;
    let both = phrases.either(secretary, deputy);
    match (&seat.secretary, &seat.deputy) {
        (None, None) => [String::new(), both],
        // A single name has its own office beside it.
        (Some(name), None) => [name.clone(), secretary.clone()],
        (None, Some(name)) => [name.clone(), deputy.clone()],
        (Some(one), Some(other)) => [phrases.either(one, other), both],
    }
}

/// The other delegations, each with lines to write on.
fn delegations(brief: &Brief) -> Vec<Piece> {
    let seats = roll_call::delegations(brief.dossier);
    if seats.is_empty() {
        return Vec::new();
    }
    let lines = seats.into_iter().flat_map(|seat| {
        let announced = seat.attended.and_then(|n| usize::try_from(n).ok());
        let lines = announced.filter(|n| *n > 0).unwrap_or(LINES).min(MOST);
        std::iter::repeat_n(seat, lines)
    });
    let rows = lines.map(|seat| {
        let [name, office, signature] = [const { String::new() }; 3];
        let cells = [seat.name.clone(), name, office, signature];
        Row::of(Source::RollCall(Some(seat.id)), cells)
    });
    let rows = rows.collect();
    vec![
        Block::Heading(brief.phrases.sign_in.others()).into(),
        table(brief, rows, None),
    ]
}

fn table(brief: &Brief, rows: Vec<Row>, total: Option<String>) -> Piece {
    let tables = &brief.phrases.tables;
    let columns = [
        (tables.number(), 65),
        (tables.unit(), 270),
        (tables.name(), 265),
        (tables.office(), 210),
        (tables.signature(), 190),
    ];
    let table = Table {
        total,
        ..Table::numbered(columns, rows)
    };
    Block::Table(table).of(Source::RollCall(None))
}
