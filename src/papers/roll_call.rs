//! The text read to the chair after the roll call (16-HD/VPTW: present, absent with reasons, substitutes).

use super::blanks::bare;
use super::phrases::{Phrases, RollCall};
use super::sentences::{open_ended, or_blank};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Log, Standing};
use crate::meeting::rows::Seat;
use crate::text::dates::{count, hour};

/// Returns the sentences in which the secretary reports the roll to the chair.
pub fn read_aloud(dossier: &Dossier, phrases: &Phrases) -> Vec<String> {
    let say = &phrases.roll_call;
    let mut sentences = vec![present(dossier, phrases)];
    let lists = [
        list(dossier, RollCall::absent, say, |seat, log| {
            absent(seat, log, say)
        }),
        list(dossier, RollCall::replaced, say, |seat, log| {
            substituted(seat, log, phrases)
        }),
        list(dossier, RollCall::late, say, late),
        list(dossier, RollCall::left, say, left),
        list(dossier, RollCall::not_marked, say, not_marked),
    ];
    sentences.extend(lists.into_iter().flatten());
    sentences
}

/// Returns how many units are there, and whom they sent.
fn present(dossier: &Dossier, phrases: &Phrases) -> String {
    let (counts, minutes) = (roll_call::counts(dossier), &phrases.minutes);
    let ranks = [
        (
            counts.secretary,
            minutes.among_secretary(&count(counts.secretary)),
        ),
        (counts.deputy, minutes.among_deputy(&count(counts.deputy))),
        (
            counts.substitute,
            minutes.among_substitute(&count(counts.substitute)),
        ),
    ];
    let ranks = ranks.into_iter().filter(|(n, _)| *n > 0);
    let mut ranks: Vec<String> = ranks.map(|(_, rank)| rank).collect();
    // Where nobody's office is known, there is nothing to be told apart.
    if counts.unranked > 0 && !ranks.is_empty() {
        ranks.push(minutes.among_unranked(&count(counts.unranked)));
    }
    let (n, roster) = (count(counts.present), count(counts.roster));
    if ranks.is_empty() {
        phrases.roll_call.present(&n, &roster)
    } else {
        phrases.roll_call.present_by(&n, &roster, &ranks.join(", "))
    }
}

/// Returns the sentence of a list of units with their number; none for an empty list.
fn list(
    dossier: &Dossier,
    sentence: fn(&RollCall, &str, &str) -> String,
    say: &RollCall,
    unit: impl Fn(&Seat, &Log) -> Option<String>,
) -> Option<String> {
    let units: Vec<String> = roll_call::wards(dossier)
        .into_iter()
        .filter_map(|seat| unit(seat, &roll_call::log(dossier, seat.id)))
        .collect();
    (!units.is_empty()).then(|| sentence(say, &count(units.len()), &units.join("; ")))
}

fn absent(seat: &Seat, log: &Log, say: &RollCall) -> Option<String> {
    match log.standing() {
        Standing::Excused => {
            let reason = log.base().and_then(|event| event.reason.as_deref());
            Some(say.excused(&seat.name, open_ended(or_blank(reason))))
        }
        Standing::Absent => Some(say.unexcused(&seat.name)),
        Standing::NotMarked | Standing::Present(_) | Standing::Substitute => None,
    }
}

fn substituted(seat: &Seat, log: &Log, phrases: &Phrases) -> Option<String> {
    let event = log
        .base()
        .filter(|_| log.standing() == Standing::Substitute)?;
    let person = or_blank(event.person.as_deref());
    let office = or_blank(event.office.as_deref());
    let whom = bare(phrases.on_behalf(seat, event));
    let say = &phrases.roll_call;
    Some(say.substitute(&seat.name, person, office, &whom))
}

fn late(seat: &Seat, log: &Log) -> Option<String> {
    let event = log.late().filter(|_| log.standing().is_represented())?;
    Some(format!("{} ({})", seat.name, hour(event.at)))
}

fn left(seat: &Seat, log: &Log) -> Option<String> {
    let event = log.left().filter(|_| log.standing().is_represented())?;
    Some(format!("{} ({})", seat.name, hour(event.at)))
}

fn not_marked(seat: &Seat, log: &Log) -> Option<String> {
    (log.standing() == Standing::NotMarked).then(|| seat.name.clone())
}
