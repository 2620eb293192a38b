//! The settings of a book: the body that issues its papers, its house style, recipients and signatories.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cell::Id;
use super::change::{Change, Ids};
use super::code::{Capacity, Tone};
use super::rows::{Issuer, Meeting, Signatory};
use crate::text::same::{is_same, is_same_person};

/// The settings of the book, and the meetings that a change of them touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookSettings {
    /// The body that issues papers now.
    pub(crate) issuer: Issuer,
    /// Whether a signed meeting was held by it, so that it has to stay as it is.
    pub(crate) is_signed: bool,
    /// Unsigned meetings that must be pointed to the new issuer row. If a signed meeting keeps the old row: all unsigned
    /// ones. Otherwise: those that still point at a replaced row, because they were signed when it was replaced.
    pub(crate) unsigned: Vec<Meeting>,
    /// Who may sign, in their order.
    pub signatories: Vec<Signatory>,
}

/// A text that the issuing body is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IssuerText {
    /// The superior body.
    Superior,
    /// The body itself.
    Organ,
    /// Its full name in a sentence.
    FullName,
    /// Its name within its own papers.
    ShortName,
    /// Its head within its own papers.
    Head,
    /// The place before the date.
    Place,
    /// The organ in a document's symbol.
    Symbol,
    /// Who follows a notice up.
    FollowUp,
}

impl IssuerText {
    /// Every text, in the order of a paper.
    pub(crate) const ALL: &[Self] = &[
        Self::Superior,
        Self::Organ,
        Self::FullName,
        Self::ShortName,
        Self::Head,
        Self::Place,
        Self::Symbol,
        Self::FollowUp,
    ];

    /// Returns the text of the body; a missing one is empty.
    pub(crate) fn of(self, issuer: &Issuer) -> &str {
        match self {
            Self::Superior => &issuer.superior,
            Self::Organ => &issuer.organ,
            Self::FullName => &issuer.full_name,
            Self::ShortName => &issuer.short_name,
            Self::Head => &issuer.head,
            Self::Place => &issuer.place,
            Self::Symbol => &issuer.symbol,
            Self::FollowUp => issuer.follow_up.as_deref().unwrap_or_default(),
        }
    }

    /// Says whether the text can be left empty: a body without a superior, nobody to follow up.
    fn may_be_empty(self) -> bool {
        match self {
            Self::Superior | Self::FollowUp => true,
            Self::Organ
            | Self::FullName
            | Self::ShortName
            | Self::Head
            | Self::Place
            | Self::Symbol => false,
        }
    }

    fn put(self, text: &str, issuer: &mut Issuer) {
        let text = text.to_owned();
        match self {
            Self::Superior => issuer.superior = text,
            Self::Organ => issuer.organ = text,
            Self::FullName => issuer.full_name = text,
            Self::ShortName => issuer.short_name = text,
            Self::Head => issuer.head = text,
            Self::Place => issuer.place = text,
            Self::Symbol => issuer.symbol = text,
            Self::FollowUp => issuer.follow_up = Some(text).filter(|text| !text.is_empty()),
        }
    }
}

/// Something that the issuing body does, or does not, where the guidance leaves it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Switch {
    /// A line of place and date on minutes.
    DatesMinutes,
    /// Five hyphens under the subject.
    Dashes,
    /// The office in bold where the head signs.
    BoldPosition,
    /// Papers printed on both sides.
    TwoSided,
}

impl Switch {
    /// Every switch, in the order of a paper.
    pub(crate) const ALL: &[Self] = &[
        Self::DatesMinutes,
        Self::Dashes,
        Self::BoldPosition,
        Self::TwoSided,
    ];

    /// Returns the choice, if there is one.
    pub(crate) fn of(self, issuer: &Issuer) -> Option<bool> {
        match self {
            Self::DatesMinutes => issuer.dates_minutes,
            Self::Dashes => issuer.dashes,
            Self::BoldPosition => issuer.bold_position,
            Self::TwoSided => issuer.two_sided,
        }
    }

    fn put(self, is_on: bool, issuer: &mut Issuer) {
        match self {
            Self::DatesMinutes => issuer.dates_minutes = Some(is_on),
            Self::Dashes => issuer.dashes = Some(is_on),
            Self::BoldPosition => issuer.bold_position = Some(is_on),
            Self::TwoSided => issuer.two_sided = Some(is_on),
        }
    }
}

/// Why a setting stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsRefusal {
    /// It cannot be left empty.
    Empty,
    /// A symbol consists of letters, digits, hyphens and slashes.
    Symbol,
    /// The same one is in the list already.
    Double,
}

/// Changes a text of the issuing body.
pub fn write_text(
    settings: &BookSettings,
    text: IssuerText,
    typed: &str,
    ids: &Ids,
) -> Result<Vec<Change>, SettingsRefusal> {
    if typed.is_empty() && !text.may_be_empty() {
        return Err(SettingsRefusal::Empty);
    }
    if text == IssuerText::Symbol && !is_symbol(typed) {
        return Err(SettingsRefusal::Symbol);
    }
    Ok(revise(settings, ids, |issuer| text.put(typed, issuer)))
}

fn is_symbol(typed: &str) -> bool {
    typed
        .chars()
        .all(|c| c.is_alphanumeric() || c == '-' || c == '/')
}

/// Changes the last day of the issuing body; without one it goes on.
pub(crate) fn write_last_day(
    settings: &BookSettings,
    last: Option<NaiveDate>,
    ids: &Ids,
) -> Vec<Change> {
    revise(settings, ids, |issuer| issuer.valid_to = last)
}

/// Switches something on or off.
pub(crate) fn switch(
    settings: &BookSettings,
    switch: Switch,
    is_on: bool,
    ids: &Ids,
) -> Vec<Change> {
    revise(settings, ids, |issuer| switch.put(is_on, issuer))
}

/// Chooses where the tone of oa, oe and uy is written.
pub(crate) fn choose_tone(settings: &BookSettings, tone: Tone, ids: &Ids) -> Vec<Change> {
    revise(settings, ids, |issuer| issuer.tone = Some(tone))
}

/// Returns who usually gets a notice.
pub(crate) fn recipients(issuer: &Issuer) -> Vec<&str> {
    let lines = issuer.recipients.as_deref().unwrap_or_default().lines();
    lines.filter(|line| !line.trim().is_empty()).collect()
}

/// Writes a recipient at its place in the list, or behind the last one.
pub(crate) fn write_recipient(
    settings: &BookSettings,
    place: Option<usize>,
    typed: &str,
    ids: &Ids,
) -> Result<Vec<Change>, SettingsRefusal> {
    let mut all = owned(&settings.issuer);
    if typed.is_empty() {
        return Err(SettingsRefusal::Empty);
    }
    let double = all.iter().position(|line| line == typed);
    if double.is_some() && double != place {
        return Err(SettingsRefusal::Double);
    }
    match place.and_then(|place| all.get_mut(place)) {
        Some(line) => typed.clone_into(line),
        None => all.push(typed.to_owned()),
    }
    Ok(put_recipients(settings, &all, ids))
}

/// Takes a recipient off the list.
pub(crate) fn remove_recipient(settings: &BookSettings, place: usize, ids: &Ids) -> Vec<Change> {
    let mut all = owned(&settings.issuer);
    if place < all.len() {
        all.remove(place);
    }
    put_recipients(settings, &all, ids)
}

/// Lets two recipients change places.
pub(crate) fn swap_recipients(
    settings: &BookSettings,
    place: usize,
    with: usize,
    ids: &Ids,
) -> Vec<Change> {
    let mut all = owned(&settings.issuer);
    if place.max(with) < all.len() {
        all.swap(place, with);
    }
    put_recipients(settings, &all, ids)
}

fn owned(issuer: &Issuer) -> Vec<String> {
    recipients(issuer).into_iter().map(str::to_owned).collect()
}

fn put_recipients(settings: &BookSettings, all: &[String], ids: &Ids) -> Vec<Change> {
    let lines = Some(all.join("\n")).filter(|lines| !lines.is_empty());
    revise(settings, ids, |issuer| issuer.recipients = lines)
}

/// Changes the issuing body: where a signed meeting was held by it, another row stands for it from now on, for every
/// meeting that is not signed, so that signed papers keep theirs.
fn revise(settings: &BookSettings, ids: &Ids, edit: impl FnOnce(&mut Issuer)) -> Vec<Change> {
    let before = &settings.issuer;
    let mut after = before.clone();
    edit(&mut after);
    if after == *before {
        return Vec::new();
    }
    let id = if settings.is_signed {
        ids.next()
    } else {
        before.id
    };
    let meetings = settings.unsigned.iter();
    let follow = meetings.map(|meeting| Change::edit(meeting, |meeting| meeting.issuer = id));
    if !settings.is_signed {
        let edited = Change::edit(before, |issuer| *issuer = after);
        return std::iter::once(edited).chain(follow).collect();
    }
    after.id = id;
    [
        Change::insert(after),
        Change::edit(before, |issuer| issuer.replaced_by = Some(id)),
    ]
    .into_iter()
    .chain(follow)
    .collect()
}

/// Who may sign, as a form holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signer {
    pub(crate) capacity: Capacity,
    /// The office, in capitals.
    pub(crate) office: String,
    pub(crate) name: String,
}

/// Writes somebody who may sign, in the place of another or behind the last one.
pub(crate) fn write_signatory(
    settings: &BookSettings,
    id: Option<Id<Signatory>>,
    signer: Signer,
    ids: &Ids,
) -> Result<Change, SettingsRefusal> {
    let mut others = settings.signatories.iter().filter(|row| Some(row.id) != id);
    if others
        .any(|row| is_same_person(&row.name, &signer.name) && is_same(&row.office, &signer.office))
    {
        return Err(SettingsRefusal::Double);
    }
    let last = settings.signatories.iter().map(|row| row.position).max();
    Ok(
        match settings.signatories.iter().find(|row| Some(row.id) == id) {
            Some(row) => Change::edit(row, |row| {
                (row.capacity, row.office, row.name) =
                    (signer.capacity, signer.office, signer.name);
            }),
            None => Change::insert(Signatory {
                id: ids.next(),
                position: last.unwrap_or(0) + 1,
                capacity: signer.capacity,
                office: signer.office,
                name: signer.name,
            }),
        },
    )
}

/// Takes somebody off those who may sign; the rest close up.
pub(crate) fn remove_signatory(settings: &BookSettings, id: Id<Signatory>) -> Vec<Change> {
    let (gone, rest): (Vec<_>, Vec<_>) = settings.signatories.iter().partition(|row| row.id == id);
    let moved = (1..)
        .zip(rest)
        .map(|(position, row)| Change::edit(row, |row| row.position = position));
    gone.into_iter().map(Change::delete).chain(moved).collect()
}

/// Lets two of those who may sign change places.
pub(crate) fn swap_signatories(settings: &BookSettings, place: usize, with: usize) -> Vec<Change> {
    let row = |place: usize| settings.signatories.get(place);
    let (Some(one), Some(other)) = (row(place), row(with)) else {
        return Vec::new();
    };
    vec![
        Change::edit(one, |row| row.position = other.position),
        Change::edit(other, |row| row.position = one.position),
    ]
}
