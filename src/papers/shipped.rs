//! The names that the program ships, with their tones where the issuer writes them: `Ban Tổ chức Thành uỷ`. What somebody
//! typed stays as it was typed.

use super::phrases::Phrases;
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::Seat;

/// The body, its recipients and the delegations of a new book.
const FILE: &str = include_str!("../templates/meeting.toml");

/// Returns a meeting with the shipped names in the tones of the phrases; nothing where they are written as shipped.
pub(super) fn toned(dossier: &Dossier, phrases: &Phrases) -> Option<Dossier> {
    if !phrases.is_toned() {
        return None;
    }
    let mut toned = dossier.clone();
    let issuer = &mut toned.issuer;
    let names = [
        &mut issuer.superior,
        &mut issuer.organ,
        &mut issuer.full_name,
        &mut issuer.short_name,
        &mut issuer.head,
    ];
    for name in names {
        *name = in_tone(name, phrases);
    }
    issuer.recipients = issuer.recipients.as_ref().map(|all| {
        let lines: Vec<String> = all.lines().map(|line| in_tone(line, phrases)).collect();
        lines.join("\n")
    });
    for seat in dossier.seats.iter() {
        let name = in_tone(&seat.name, phrases);
        if name != seat.name {
            toned.seats.put(Seat {
                name,
                ..seat.clone()
            });
        }
    }
    Some(toned)
}

/// A name that stands in the file of a new book, in the tones of the phrases; any other as it is.
fn in_tone(name: &str, phrases: &Phrases) -> String {
    if FILE.contains(&format!("\"{name}\"")) {
        phrases.toned(name)
    } else {
        name.to_owned()
    }
}
