//! The participants: the delegations, the counts of the roll, and each exception by name.

use crate::meeting::cell::Id;
use crate::meeting::code::{Rank, SeatGroup};
use crate::meeting::roll_call::{self, Counts, Log, Standing};
use crate::meeting::rows::{AttendanceEvent, Seat};
use crate::papers::blanks::{blank, or_missing};
use crate::papers::brief::Brief;
use crate::papers::document::{Block, Piece, Source};
use crate::papers::gaps::Gap;
use crate::papers::phrases::{Minutes, Phrases};
use crate::papers::recognised::is_of_committee;
use crate::papers::sentences::{ended, inward, open_ended};
use crate::text::dates::{count, long_time};

/// Returns the section on who took part.
pub(super) fn participants(brief: &Brief) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.minutes);
    let of_all = |block: Block| block.of(Source::RollCall(None));
    let of_seat =
        |seat: &Seat, text: String| Block::Item(ended(&text)).of(Source::RollCall(Some(seat.id)));
    let (hosts, invited): (Vec<&Seat>, Vec<&Seat>) = roll_call::delegations(dossier)
        .into_iter()
        .partition(|seat| seat.seat_group == SeatGroup::Host);
    let mut pieces = vec![
        of_all(Block::Section(say.participants())),
        of_all(Block::Heading(say.summoned())),
    ];
    let host = |seat: &&Seat| {
        let sentence = match seat.attended {
            Some(0) => say.delegation_absent(&seat.name),
            Some(_) | None => say.host(&seat.name, &attended(seat)),
        };
        of_seat(seat, sentence)
    };
    pieces.extend(hosts.iter().map(host));
    let counts = roll_call::counts(dossier);
    pieces.push(of_all(Block::Item(ended(&attendance(say, &counts)))));
    let exceptions = roll_call::wards(dossier)
        .into_iter()
        .filter_map(|seat| Some((seat, exception(brief, seat)?)));
    let (absent, replaced): (Vec<_>, Vec<_>) =
        exceptions.partition(|(_, exception)| exception.is_absent);
    let exceptions = absent.into_iter().chain(replaced);
    pieces.extend(exceptions.map(|(seat, exception)| of_seat(seat, exception.sentence)));
    pieces.extend(
        comings(brief).into_iter().map(|(first, sentence)| {
            Block::Item(ended(&sentence)).of(Source::RollCall(Some(first)))
        }),
    );
    pieces.push(of_all(Block::Paragraph(say.list_attached())));
    if !invited.is_empty() {
        pieces.push(of_all(Block::Heading(say.invited())));
        let delegation = |seat: &&Seat| {
            let sentence = match seat.attended {
                Some(0) => say.delegation_absent(&seat.name),
                Some(_) | None => say.delegation(&seat.name, &attended(seat)),
            };
            of_seat(seat, sentence)
        };
        pieces.extend(invited.iter().map(delegation));
    }
    pieces
}

/// Returns how many of a delegation came.
fn attended(seat: &Seat) -> String {
    seat.attended.map_or_else(
        || blank(&Gap::Uncounted(seat.id)),
        |n| count(usize::try_from(n).unwrap_or(0)),
    )
}

/// The sentence of the counts: triệu tập = có mặt + vắng + chưa điểm danh; a count of none is said or left out.
fn attendance(say: &Minutes, counts: &Counts) -> String {
    let is_open = counts.not_marked > 0;
    let came = [
        (counts.secretary, Minutes::among_secretary as Counted),
        (counts.deputy, Minutes::among_deputy),
        (counts.substitute, Minutes::among_substitute),
        (counts.late, Minutes::among_late),
        (counts.left, Minutes::among_left),
    ];
    let came = among(say, &came).join("; ");
    let absent = [
        (counts.excused, Minutes::with_leave as Counted),
        (counts.unexcused(), Minutes::without_leave),
    ];
    let absent = among(say, &absent).join("; ");
    let parts = [
        Some(say.called(&count(counts.roster))),
        match (counts.present, is_open) {
            (0, true) => None,
            (0, false) => Some(say.nobody_came()),
            (n, _) if came.is_empty() => Some(say.came(&count(n))),
            (n, _) => Some(say.came_among(&count(n), &came)),
        },
        match (counts.absent, is_open) {
            (0, true) => None,
            (0, false) => Some(say.nobody_absent()),
            (n, _) => Some(say.absent_among(&count(n), &absent)),
        },
        is_open.then(|| say.not_marked(&count(counts.not_marked))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// A sentence about a count.
pub(crate) type Counted = fn(&Minutes, &str) -> String;

/// Returns the counts that are not of none, each in its sentence.
pub(crate) fn among(say: &Minutes, counts: &[(usize, Counted)]) -> Vec<String> {
    let counts = counts.iter().filter(|(n, _)| *n > 0);
    let sentences = counts.map(|(n, sentence)| sentence(say, &count(*n)));
    sentences.collect()
}

/// A seat that the minutes name: nobody sat on it, or somebody else than was summoned.
struct Exception {
    is_absent: bool,
    sentence: String,
}

fn exception(brief: &Brief, seat: &Seat) -> Option<Exception> {
    let (phrases, say) = (brief.phrases, &brief.phrases.minutes);
    let log = roll_call::log(brief.dossier, seat.id);
    let event = log.base()?;
    let committee = phrases.common.committee(&seat.name);
    let absentee = phrases.absentee(seat, event);
    let (is_absent, sentence) = match log.standing() {
        Standing::Excused => {
            let reason = or_missing(event.reason.as_deref(), &Gap::Reason(seat.id));
            let reason = open_ended(&reason);
            let sentence = match absentee {
                Some([name, office]) => say.excused(&name, &committee, reason, &office),
                None => say.excused_unit(&committee, reason),
            };
            (true, sentence)
        }
        Standing::Absent => {
            let sentence = match absentee {
                Some([name, office]) => say.absent(&name, &committee, &office),
                None => say.absent_unit(&committee),
            };
            (true, sentence)
        }
        Standing::Substitute | Standing::Present(Some(Rank::Other)) => {
            let person = or_missing(event.person.as_deref(), &Gap::Name(seat.id));
            let office = or_missing(event.office.as_deref(), &Gap::Office(seat.id));
            let whom = phrases.on_behalf(seat, event);
            let sentence = if is_of_committee(&office) {
                say.substitute(&person, &office, &committee, &whom)
            } else {
                say.substitute_of_others(&person, &office, &committee, &whom)
            };
            (false, sentence)
        }
        Standing::NotMarked
        | Standing::Present(Some(Rank::Secretary | Rank::StandingDeputy) | None) => return None,
    };
    Some(Exception {
        is_absent,
        sentence,
    })
}

/// The sentences of those who came late, of those who left early, and of those who were out for an item, each with the
/// first seat that it names.
fn comings(brief: &Brief) -> Vec<(Id<Seat>, String)> {
    let (dossier, say) = (brief.dossier, &brief.phrases.minutes);
    let list = |times: &dyn Fn(&Log) -> Vec<String>| units_with_times(brief, times);
    let at = |event: Option<&AttendanceEvent>| -> Vec<String> {
        let time = event.map(|event| because(brief.phrases, long_time(event.at), event));
        time.into_iter().collect()
    };
    let out = |log: &Log| -> Vec<String> {
        let items = log.outs().filter_map(|event| {
            let item = dossier.items.get(event.item?)?;
            let when = say.item(&item.position.to_string());
            Some(because(brief.phrases, when, event))
        });
        items.collect()
    };
    let away = |log: &Log| -> Vec<String> {
        let breaks = log.breaks().into_iter();
        let times = breaks.map(|(left, back)| {
            let when = say.span(&long_time(left.at), &long_time(back));
            because(brief.phrases, when, left)
        });
        times.collect()
    };
    let lists = [
        list(&|log| at(log.late())).map(|(first, units)| (first, say.late(&units))),
        list(&|log| at(log.left())).map(|(first, units)| (first, say.left(&units))),
        list(&away).map(|(first, units)| (first, say.away(&units))),
        list(&out).map(|(first, units)| (first, say.out(&units))),
    ];
    lists.into_iter().flatten().collect()
}

/// Returns the units that have such times, as one list with the times of each, and the seat of the first.
fn units_with_times(
    brief: &Brief,
    times: &dyn Fn(&Log) -> Vec<String>,
) -> Option<(Id<Seat>, String)> {
    let (dossier, phrases) = (brief.dossier, brief.phrases);
    let seats = roll_call::wards(dossier).into_iter();
    let logs = seats.map(|seat| (seat, roll_call::log(dossier, seat.id)));
    let (seats, units): (Vec<Id<Seat>>, Vec<String>) = logs
        .filter(|(_, log)| log.standing().is_represented())
        .flat_map(|(seat, log)| {
            let who = inward(&phrases.delegate_in_short(seat, log.base()));
            let times = times(&log).into_iter();
            times.map(move |when| (seat.id, phrases.minutes.came_or_went(&who, &when)))
        })
        .unzip();
    seats.first().map(|first| (*first, units.join("; ")))
}

fn because(phrases: &Phrases, when: String, event: &AttendanceEvent) -> String {
    match event.reason.as_deref() {
        Some(reason) => phrases.minutes.because(&when, reason),
        None => when,
    }
}
