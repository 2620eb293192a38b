//! The letterhead as it is printed: its two columns are as wide as what stands in them, its long lines broken once.

use super::breaks::even;
use super::document::Letterhead;
use super::pdf::letters::width;
use super::profile::{Profile, Style};
use super::typeface::Face;

/// What parts the two columns at least, in twips.
const GAP: u32 = 200;

/// A letterhead with its columns and the lines of its texts.
pub(super) struct Head {
    /// How wide the left and the right column are, in twips.
    pub(super) widths: [u32; 2],
    pub(super) superior: String,
    pub(super) organ: String,
    pub(super) number: String,
    pub(super) place_date: String,
}

/// Returns a letterhead for the width of the text: the usual columns, unless a line on the left needs more than its own.
/// Then the place is parted from the day before a name of a body is broken.
pub(super) fn head(letterhead: &Letterhead, profile: &Profile) -> Head {
    let (form, style) = (&profile.head, &profile.style);
    let usual @ [usual_left, usual_right] = [form.left_column, form.right_column].map(u32::from);
    let whole = usual_left + usual_right;
    let (superior, organ) = (&letterhead.superior, &letterhead.organ);
    let number = letterhead.number.clone().unwrap_or_default();
    let place_date = letterhead.place_date.as_deref().unwrap_or_default();
    let left = wide(superior, style.superior)
        .max(wide(organ, style.organ))
        .max(wide(&number, style.number));
    let dated = wide(place_date, style.place_date);
    let is_parted = dated > usual_right || left > usual_left && left + dated + GAP > whole;
    let place_date = match place_date.rsplit_once(", ") {
        Some((place, day)) if is_parted => format!("{place},\n{day}"),
        Some(_) | None => place_date.to_owned(),
    };
    let party = if letterhead.is_internal {
        0
    } else {
        wide(&form.party, style.party)
    };
    let right = party.max(wide(&place_date, style.place_date));
    let most = whole.saturating_sub(right + GAP).max(usual_left);
    let broken = |text: &str, style: Style| {
        if wide(text, style) > most {
            even(text, style, most)
        } else {
            text.to_owned()
        }
    };
    Head {
        widths: if left <= usual_left {
            usual
        } else {
            let left = left.min(most) + GAP / 2;
            [left, whole - left]
        },
        superior: broken(superior, style.superior),
        organ: broken(organ, style.organ),
        number,
        place_date,
    }
}

/// How wide the longest line of a text is, in twips.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a line is shorter than a float can count"
)]
pub(super) fn wide(text: &str, style: Style) -> u32 {
    let cased = style.cased(text);
    let lines = cased.split('\n');
    let widths = lines.map(|line| width(line, Face::of(style), style.size));
    widths.fold(0.0, f64::max).ceil() as u32
}
