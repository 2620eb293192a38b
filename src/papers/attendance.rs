//! Danh sách điểm danh: the roll seat by seat with its totals, as an annex of the minutes and as a paper of its own.

use super::blanks::{blank, or_missing};
use super::brief::{Brief, Stage};
use super::document::{Block, Document, Piece, Row, Source, Table};
use super::front::{Front, cited, front};
use super::gaps::Gap;
use super::minutes::{self, Counted, among};
use super::phrases::Minutes;
use super::remarks::people;
use super::spec::PaperSpec;
use crate::meeting::code::{MeetingState, PaperKind, Rank};
use crate::meeting::roll_call::{self, Counts, Log, Standing};
use crate::meeting::rows::Seat;
use crate::text::dates::{count, hour};

/// The roll among the papers.
pub(super) const SPEC: PaperSpec = PaperSpec {
    name: Some(|phrases| phrases.amendment.attendance()),
    is_in_folder: |dossier| dossier.meeting.state != MeetingState::Planned,
    remarks: |_, dossier| people::roll(dossier).into_iter().collect(),
    ..PaperSpec::without_imprint(PaperKind::Attendance, "diem-danh", |brief, _, stage| {
        attendance(brief, stage)
    })
};

/// Returns the roll as a paper that goes with the minutes.
fn attendance(brief: &Brief, stage: Stage) -> Document {
    let phrases = &brief.phrases.attendance;
    let meeting = &brief.dossier.meeting;
    let day = brief.day();
    let head = Front {
        spec: &SPEC,
        title: phrases.title(),
        subject: meeting.title.clone(),
        place_date: None,
    };
    let mut pieces = front(brief, stage, head);
    pieces.push(attached(brief));
    pieces.push(table(brief));
    brief.document(phrases.file(&meeting.title), day, pieces)
}

/// Phụ lục 1: the roll as an annex of the minutes.
pub(super) fn annex(brief: &Brief) -> Vec<Piece> {
    let phrases = &brief.phrases.attendance;
    let annex = Block::Annex {
        number: phrases.annex(),
        title: phrases.annex_title(),
        is_wide: false,
    };
    let annex = annex.of(Source::RollCall(None));
    vec![annex, attached(brief), table(brief)]
}

/// Which paper the roll goes with.
fn attached(brief: &Brief) -> Piece {
    let (minutes, issuer) = (cited(brief, &minutes::SPEC), &brief.dossier.issuer);
    let attached = brief
        .phrases
        .attendance
        .attached(&minutes, &issuer.full_name);
    Block::Paragraph(attached).of(Source::Imprint(PaperKind::Minutes))
}

fn table(brief: &Brief) -> Piece {
    let tables = &brief.phrases.tables;
    let columns = [
        (tables.number(), 65),
        (tables.unit(), 210),
        (tables.name(), 170),
        (tables.office(), 195),
        (tables.presence(), 110),
        (tables.arrived(), 105),
        (tables.remarks(), 145),
    ];
    let seats = roll_call::wards(brief.dossier).into_iter();
    let table = Table {
        total: Some(totals(brief, &roll_call::counts(brief.dossier))),
        ..Table::numbered(columns, seats.map(|seat| row(brief, seat)))
    };
    Block::Table(table).of(Source::RollCall(None))
}

/// Triệu tập = có mặt + vắng + chưa điểm danh; a count of none is left out.
fn totals(brief: &Brief, counts: &Counts) -> String {
    let (say, minutes) = (&brief.phrases.attendance, &brief.phrases.minutes);
    let came = [
        (counts.substitute, Minutes::among_substitute as Counted),
        (counts.late, Minutes::among_late),
        (counts.left, Minutes::among_left),
    ];
    let absent = [
        (counts.excused, Minutes::with_leave as Counted),
        (counts.unexcused(), Minutes::without_leave),
    ];
    let [came, absent] = [&came[..], &absent].map(|counts| among(minutes, counts).join(", "));
    let n = count(counts.present);
    let came = if came.is_empty() {
        say.came(&n)
    } else {
        say.came_among(&n, &came)
    };
    let left = counts.not_marked;
    let parts = [
        Some(say.called(&count(counts.roster))),
        (counts.present > 0).then_some(came),
        (counts.absent > 0).then(|| say.absent_among(&count(counts.absent), &absent)),
        (left > 0).then(|| say.left_open(&count(left))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{}.", parts.join(" - "))
}

fn row(brief: &Brief, seat: &Seat) -> Row {
    let log = roll_call::log(brief.dossier, seat.id);
    let base = log.base();
    let [person, office, state] = who_came(brief, seat, &log);
    let late = log.late();
    let mut remarks: Vec<String> = late
        .map(|_| brief.phrases.attendance.late())
        .into_iter()
        .collect();
    remarks.extend(circumstances(brief, &log));
    remarks.extend(base.and_then(|event| event.reason.clone()));
    let is_substitute = log.standing() == Standing::Substitute;
    remarks.extend(base.filter(|_| is_substitute).map(|event| {
        let whom = brief.phrases.on_behalf(seat, event);
        brief.phrases.attendance.on_behalf(&whom)
    }));
    // Only of those who came late is the time known; the moment of a mark is that of the roll call.
    let arrived = late.map(|event| hour(event.at));
    let cells = [
        brief.phrases.common.committee(&seat.name),
        person,
        office,
        state,
        arrived.unwrap_or_default(),
        remarks.join("; "),
    ];
    Row::of(Source::RollCall(Some(seat.id)), cells)
}

/// Returns when a delegate went early, was out for an item, or was away for a while.
pub(super) fn circumstances(brief: &Brief, log: &Log) -> Vec<String> {
    let phrases = &brief.phrases.attendance;
    let left = log.left().map(|event| phrases.left(&hour(event.at)));
    let items: Vec<String> = log
        .outs()
        .filter_map(|event| brief.dossier.items.get(event.item?))
        .map(|item| item.position.to_string())
        .collect();
    let out = (!items.is_empty()).then(|| phrases.out(&items.join(", ")));
    let away = log
        .breaks()
        .into_iter()
        .map(|(left, back)| phrases.away(&hour(left.at), &hour(back)));
    left.into_iter().chain(out).chain(away).collect()
}

/// Returns name, office and state of the one who came for a seat, or should have come.
fn who_came(brief: &Brief, seat: &Seat, log: &Log) -> [String; 3] {
    let (phrases, common) = (&brief.phrases.attendance, &brief.phrases.common);
    let base = log.base();
    let known = |name: Option<&String>| or_missing(name.map(String::as_str), &Gap::Name(seat.id));
    // Of a unit that sent nobody, the one is named of whom it was said, as in the minutes.
    let missing = |state| {
        let [name, office] = base
            .and_then(|event| brief.phrases.absentee(seat, event))
            .unwrap_or_default();
        [name, office, state]
    };
    match log.standing() {
        Standing::NotMarked => [String::new(), String::new(), phrases.not_marked()],
        Standing::Excused => missing(phrases.excused()),
        Standing::Absent => missing(phrases.absent()),
        Standing::Present(None) => {
            // One of the two was summoned and came; which of them is the blank.
            let offices = brief
                .phrases
                .sign_in
                .either(&common.secretary(), &common.standing_deputy());
            [blank(&Gap::Rank(seat.id)), offices, phrases.present()]
        }
        Standing::Present(Some(Rank::Secretary)) => [
            known(seat.secretary.as_ref()),
            common.secretary(),
            phrases.present(),
        ],
        Standing::Present(Some(Rank::StandingDeputy)) => [
            known(seat.deputy.as_ref()),
            common.standing_deputy(),
            phrases.present(),
        ],
        Standing::Present(Some(Rank::Other)) | Standing::Substitute => [
            known(base.and_then(|event| event.person.as_ref())),
            or_missing(
                base.and_then(|event| event.office.as_deref()),
                &Gap::Office(seat.id),
            ),
            phrases.substitute(),
        ],
    }
}
