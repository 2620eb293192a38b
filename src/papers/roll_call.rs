//! What is read aloud to the chair once the roll has been called (16-HD/VPTW: present, absent with reasons, substitutes).

use super::sentences::{on_behalf, open_ended, or_blank};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Log, Standing};
use crate::meeting::rows::Seat;
use crate::text::dates::{count, hour};

/// Returns the sentences in which the secretary reports the roll to the chair.
pub fn read_aloud(dossier: &Dossier) -> Vec<String> {
    let counts = roll_call::counts(dossier);
    let ranks = [
        ("Bí thư", counts.secretary),
        ("Phó Bí thư Thường trực", counts.deputy),
        ("dự thay", counts.substitute),
        ("chưa ghi chức vụ", counts.unranked),
    ];
    let ranks: Vec<String> = ranks
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(rank, n)| format!("{rank} {}", count(n)))
        .collect();
    let ranks = if ranks.is_empty() {
        String::new()
    } else {
        format!(" ({})", ranks.join(", "))
    };
    let mut sentences = vec![format!(
        "Có mặt {}/{} đơn vị{ranks}.",
        count(counts.present),
        count(counts.roster)
    )];
    sentences.extend(list(dossier, "Vắng", absent));
    sentences.extend(list(dossier, "Dự thay", substituted));
    sentences.extend(list(dossier, "Đến muộn", late));
    sentences.extend(list(dossier, "Về sớm", left));
    sentences.extend(list(dossier, "Chưa điểm danh", not_marked));
    sentences
}

/// Returns the sentence of the units of which something is to be said, with their number.
fn list(dossier: &Dossier, what: &str, told: fn(&Seat, &Log) -> Option<String>) -> Option<String> {
    let told: Vec<String> = roll_call::wards(dossier)
        .into_iter()
        .filter_map(|seat| told(seat, &roll_call::log(dossier, seat.id)))
        .collect();
    (!told.is_empty()).then(|| format!("{what} {}: {}.", count(told.len()), told.join("; ")))
}

fn absent(seat: &Seat, log: &Log) -> Option<String> {
    match log.standing() {
        Standing::Excused => {
            let reason = log.base().and_then(|event| event.reason.as_deref());
            Some(format!(
                "{} (có phép, lý do: {})",
                seat.name,
                open_ended(or_blank(reason))
            ))
        }
        Standing::Absent => Some(format!("{} (không phép)", seat.name)),
        Standing::NotMarked | Standing::Present(_) | Standing::Substitute => None,
    }
}

fn substituted(seat: &Seat, log: &Log) -> Option<String> {
    let event = log
        .base()
        .filter(|_| log.standing() == Standing::Substitute)?;
    let person = or_blank(event.person.as_deref());
    let office = or_blank(event.office.as_deref());
    let is_known = event.on_behalf.is_some() || seat.secretary.is_some();
    let whom = if is_known {
        format!(", thay đồng chí {}", on_behalf(seat, event))
    } else {
        String::new()
    };
    Some(format!("{} (đồng chí {person}, {office}{whom})", seat.name))
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
