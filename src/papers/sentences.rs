//! The pieces that papers make sentences of: blanks, units by their full names, ends.

use crate::meeting::code::Rank;
use crate::meeting::rows::{AttendanceEvent, Seat};

/// What stands where a value is not known; nothing is invented.
pub const BLANK: &str = "......";

/// Returns the value, or a blank to be filled in by hand.
pub fn or_blank(value: Option<&str>) -> &str {
    value
        .map(str::trim)
        .filter(|value| !value.is_empty())
        .unwrap_or(BLANK)
}

/// Returns a ward's committee by its full name.
pub fn committee(ward: &str) -> String {
    format!("Đảng ủy phường {ward}")
}

/// Returns a text that ends with a mark, its own or this one.
pub fn ended(text: &str, mark: char) -> String {
    let text = text.trim();
    if text.ends_with(['.', ';', '…', '!', '?', ':']) {
        text.to_owned()
    } else {
        format!("{text}{mark}")
    }
}

/// Returns a sentence with its full stop; a blank at its end has none, so that it can be filled in.
pub fn full_stop(text: &str) -> String {
    if text.ends_with(BLANK) {
        text.to_owned()
    } else {
        ended(text, '.')
    }
}

/// Returns a text without the mark at its end, to be taken into a longer sentence.
pub fn open_ended(text: &str) -> &str {
    if text == BLANK {
        text
    } else {
        text.trim().trim_end_matches(['.', ';'])
    }
}

/// Returns for whom a substitute came, with the office where it is known: `Nguyễn Văn …, Bí thư`.
pub fn on_behalf(seat: &Seat, event: &AttendanceEvent) -> String {
    let whom = event.on_behalf.as_deref().or(seat.secretary.as_deref());
    let whom = open_ended(or_blank(whom)).to_owned();
    if seat.secretary.as_deref() == Some(&whom) {
        format!("{whom}, Bí thư")
    } else if seat.deputy.as_deref() == Some(&whom) {
        format!("{whom}, Phó Bí thư Thường trực")
    } else {
        whom
    }
}

/// Returns the delegate of a ward, named as far as that is known: `Đồng chí …, Bí thư Đảng ủy phường …`.
pub fn delegate(seat: &Seat, mark: Option<&AttendanceEvent>) -> String {
    let committee = committee(&seat.name);
    let Some(event) = mark else {
        return format!("Đại diện {committee}");
    };
    match event.rank {
        Some(Rank::Secretary) => format!(
            "Đồng chí {}, Bí thư {committee}",
            or_blank(seat.secretary.as_deref())
        ),
        Some(Rank::StandingDeputy) => {
            format!(
                "Đồng chí {}, Phó Bí thư Thường trực {committee}",
                or_blank(seat.deputy.as_deref())
            )
        }
        Some(Rank::Other) => format!(
            "Đồng chí {}, {} {committee} (dự thay)",
            or_blank(event.person.as_deref()),
            or_blank(event.office.as_deref())
        ),
        None => format!("Đại diện {committee}"),
    }
}
