//! Biển tên: a plate for each seat of the meeting, two on a page, to be cut and folded. Nothing is missing on a plate: where
//! nobody was announced, the body alone is named.

use super::breaks::even;
use super::brief::Brief;
use super::document::{Block, Document, Piece, Plate, PlateLine, Source, plate_length};
use super::pdf::letters::width;
use super::profile::{self, Style};
use super::sentences::{known, open_ended};
use super::spec::PaperSpec;
use super::typeface::Face;
use crate::meeting::code::{MeetingState, PaperKind, Rank, SeatGroup};
use crate::meeting::recognised::RECOGNISED;
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::Seat;

/// Sizes of the name of a body, in points, the largest first; of these the first is taken in which it needs two lines at
/// most.
const OF_BODY: &[u16] = &[60, 54, 48, 42, 36, 32, 28, 24];

/// Sizes of the name of a person, with the office.
const OF_PERSON: &[u16] = &[30, 28, 26, 24, 22, 20];

/// Lines in which the size is taken.
const LINES: usize = 2;

/// The name plates among the papers.
pub(super) const SPEC: PaperSpec = PaperSpec {
    is_in_folder: |dossier| dossier.meeting.state == MeetingState::Planned,
    ..PaperSpec::without_imprint(PaperKind::NamePlates, "bien-ten", |brief, _, _| {
        name_plates(brief)
    })
};

/// Returns the plates of a meeting: the units of the roster, then the delegations.
fn name_plates(brief: &Brief) -> Document {
    let meeting = &brief.dossier.meeting;
    let day = meeting.starts.date_naive();
    let wards = roll_call::wards(brief.dossier).into_iter();
    let seats = wards.chain(roll_call::delegations(brief.dossier));
    let pieces: Vec<Piece> = seats
        .map(|seat| Block::Plate(plate(brief, seat)).of(Source::RollCall(Some(seat.id))))
        .collect();
    brief.document(brief.phrases.name_plates.file(&meeting.title), day, pieces)
}

fn plate(brief: &Brief, seat: &Seat) -> Plate {
    let say = &brief.phrases.name_plates;
    let name = open_ended(&seat.name);
    let body = match seat.seat_group {
        SeatGroup::Ward => parted(&say.unit(name), name),
        SeatGroup::Host | SeatGroup::Organisation | SeatGroup::Centre | SeatGroup::Guest => {
            parted(name, ward_of(name))
        }
    };
    let style = profile::of(brief.dossier.meeting.starts.date_naive())
        .style
        .plate;
    let person = occupant(brief, seat).map(|(office, name)| match office {
        Some(office) => format!("{office}\n{name}"),
        None => name,
    });
    let mut lines = set(&body.to_uppercase(), OF_BODY, style);
    lines.extend(person.iter().flat_map(|text| {
        let lines = text.split('\n');
        lines.flat_map(|line| set(line, OF_PERSON, style))
    }));
    Plate { lines }
}

/// Returns the name of the ward with which the name of a body ends: `Ủy ban nhân dân phường …`; without one, nothing.
fn ward_of(body: &str) -> &str {
    let fold = body.to_lowercase();
    let kinds = RECOGNISED.wards.iter();
    let behind = kinds.filter_map(|kind| Some(fold.rfind(kind.as_str())? + kind.len()));
    // A name has few words; a longer text behind the word is none.
    let name = behind.max().and_then(|at| body.get(at..));
    name.filter(|name| name.split(' ').count() <= 4)
        .unwrap_or_default()
}

/// Returns the name of a unit with its kind on a line of its own, so that no line ends within the name of the ward.
fn parted(body: &str, name: &str) -> String {
    match body.strip_suffix(name).map(str::trim_end) {
        Some(kind) if !kind.is_empty() && !name.is_empty() => format!("{kind}\n{name}"),
        Some(_) | None => body.to_owned(),
    }
}

/// Returns a text in lines, in the largest letters in which it needs few of them.
fn set(text: &str, sizes: &[u16], style: Style) -> Vec<PlateLine> {
    let room = room();
    let broken = |size: u16| even(text, Style { size, ..style }, room);
    let fits = |size: &&u16| {
        let text = broken(**size);
        let face = Face::of(style);
        let mut lines = text.split('\n');
        let is_in = lines.all(|line| width(line, face, **size) <= f64::from(room));
        is_in && text.split('\n').count() <= LINES
    };
    let smallest = sizes.last().copied().unwrap_or(style.size);
    let size = sizes.iter().find(fits).copied().unwrap_or(smallest);
    let lines = broken(size);
    lines
        .split('\n')
        .map(|line| PlateLine {
            text: line.to_owned(),
            size,
        })
        .collect()
}

/// How long the lines of a plate may be, in twips: its frame has room at both ends.
fn room() -> u32 {
    const EDGE: u32 = 400;
    let length = profile::all()
        .first()
        .map(|profile| plate_length(&profile.page));
    length.unwrap_or_default().saturating_sub(EDGE)
}

/// Returns who is expected on a seat, with the office, as far as it is known: who was announced or came.
fn occupant(brief: &Brief, seat: &Seat) -> Option<(Option<String>, String)> {
    let common = &brief.phrases.common;
    let log = roll_call::log(brief.dossier, seat.id);
    let secretary = || named(Some(common.secretary()), seat.secretary.as_deref());
    let deputy = || named(Some(common.standing_deputy()), seat.deputy.as_deref());
    let other = || {
        let event = log.base()?;
        let office = known(event.office.as_deref()).map(str::to_owned);
        named(office, event.person.as_deref())
    };
    match log.standing() {
        Standing::Present(Some(Rank::StandingDeputy)) => deputy(),
        Standing::Present(Some(Rank::Other)) | Standing::Substitute => other(),
        Standing::Present(Some(Rank::Secretary)) => secretary(),
        Standing::Present(None) | Standing::NotMarked | Standing::Excused | Standing::Absent => {
            None
        }
    }
}

fn named(office: Option<String>, name: Option<&str>) -> Option<(Option<String>, String)> {
    Some((office, known(name)?.to_owned()))
}
