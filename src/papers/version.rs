//! A version of a paper: its draft number, counted from the versions handed out, its words, and the name of its file.

use super::brief::{Brief, Stage, Which, imprint};
use super::content::words;
use super::document::{Block, Document};
use super::paper::paper;
use super::spec::PaperSpec;
use super::spec_of;
use crate::meeting::code::{MeetingState, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::papers::{Ledger, checksum, is_working};
use crate::meeting::rows::{Paper, Seat};
use crate::text::fold::fold;

/// Letters of a name of a unit that the name of a file has room for.
const NAME: usize = 60;

/// A paper as it would be handed out now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which paper.
    pub which: Which,
    /// How far it is.
    pub stage: Stage,
    /// Its number among the versions of this paper, from 1.
    pub number: i64,
    /// The document.
    pub document: Document,
    /// Its words, without those that say which draft it is.
    pub words: String,
}

/// Why a paper is not handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Its words are not those that were handed out to be signed.
    Signed(Which),
    /// Nothing corrects the signed papers.
    NothingAmended,
}

impl Version {
    /// Returns a paper as it would be handed out now.
    pub fn new(which: Which, ledger: &Ledger, brief: &Brief) -> Self {
        let last = ledger.latest(which.of()).map_or(1, |last| last.version);
        let is_final = is_final(which.kind, brief.dossier);
        let guess = stage(which.kind, is_final, last);
        let mut document = paper(which, guess, brief);
        let words = words(&document);
        let number = ledger.number(which.of(), &checksum(words.as_bytes()), is_final);
        let stage = stage(which.kind, is_final, number);
        if stage != guess {
            restage(&mut document, stage, brief);
        }
        Self {
            which,
            stage,
            number,
            document,
            words,
        }
    }

    /// Returns the version to be exported now. Other words than those of the exported final version are refused: they
    /// need an amendment.
    pub(crate) fn to_hand_out(
        which: Which,
        ledger: &Ledger,
        brief: &Brief,
    ) -> Result<Self, Refusal> {
        let is_amendment = which.kind == PaperKind::Amendment;
        if is_amendment && brief.dossier.amendments.is_empty() {
            return Err(Refusal::NothingAmended);
        }
        let version = Self::new(which, ledger, brief);
        let signed = ledger.signed(which.of()).filter(|_| !is_amendment);
        let is_other = |signed: &&Paper| signed.version != version.number;
        if signed
            .filter(is_other)
            .is_some_and(|signed| !version.is_sent_anew(signed))
        {
            return Err(Refusal::Signed(which));
        }
        Ok(version)
    }

    /// Says whether it is another paper than the one that was sent, because it has another number, or none yet.
    fn is_sent_anew(&self, sent: &Paper) -> bool {
        let mut heads = self.document.pieces.iter();
        let number = heads.find_map(|piece| {
            if let Block::Letterhead(head) = &piece.block {
                head.number.as_deref()
            } else {
                None
            }
        });
        let goes_before = self.which.kind.row().goes_before;
        goes_before && number.is_some_and(|number| sent.words.lines().all(|line| line != number))
    }

    /// Says whether it is a final version that was not exported before: its blanks cannot be filled afterwards.
    pub(crate) fn is_new_final(&self, ledger: &Ledger) -> bool {
        let mut out = ledger.versions(self.which.of());
        let is_out = out.any(|paper| paper.is_final && paper.version == self.number);
        self.is_final() && !is_out
    }

    /// Says whether it is the one to be signed.
    pub(crate) fn is_final(&self) -> bool {
        self.stage == Stage::Final && !is_working(self.which.kind)
    }

    /// Returns the name of its file without the ending: paper, meeting and draft.
    pub(crate) fn name(&self, dossier: &Dossier) -> String {
        let seat = self.which.seat.and_then(|seat| dossier.seats.get(seat));
        let unit = seat.map(|seat| format!("-{}", unit_name(seat, dossier)));
        let sample = if dossier.meeting.sample { "-mau" } else { "" };
        let day = dossier.meeting.starts.date_naive();
        let which = match self.stage {
            Stage::Draft(draft) => format!("-du-thao-{draft}"),
            Stage::Final if self.number > 1 && !self.is_signed_once() => {
                format!("-lan-{}", self.number)
            }
            Stage::Final => String::new(),
        };
        let stem = spec_of(self.which.kind).stem;
        format!("{stem}{}{sample}-{day}{which}", unit.unwrap_or_default())
    }

    /// Says whether the paper has one final version at most, so that its file name needs no number.
    fn is_signed_once(&self) -> bool {
        let kind = self.which.kind;
        kind != PaperKind::Amendment && !is_working(kind) && !kind.row().goes_before
    }
}

fn is_unnumbered(kind: PaperKind, dossier: &Dossier) -> bool {
    let own = imprint(kind, dossier);
    own.is_none_or(|own| own.number.is_none() || own.dated.is_none())
}

/// Says whether a paper is final: the meeting is signed, unless the paper goes before it, and the paper has its number and
/// day if it prints them.
fn is_final(kind: PaperKind, dossier: &Dossier) -> bool {
    let is_signed = dossier.meeting.state == MeetingState::Final || kind.row().goes_before;
    let is_waiting = spec_of(kind)
        .numbered_as
        .is_some_and(|kind| is_unnumbered(kind, dossier));
    is_signed && !is_waiting && !is_working(kind)
}

/// Changes the number of a draft, which stands in one line only.
fn restage(document: &mut Document, stage: Stage, brief: &Brief) {
    let drafts = document.pieces.iter_mut().filter_map(|piece| {
        if let Block::Draft(text) = &mut piece.block {
            Some(text)
        } else {
            None
        }
    });
    if let Stage::Draft(number) = stage {
        for text in drafts {
            *text = brief.phrases.common.draft(&number.to_string());
        }
    }
}

fn stage(kind: PaperKind, is_final: bool, number: i64) -> Stage {
    if is_final || is_working(kind) {
        Stage::Final
    } else {
        Stage::Draft(u32::try_from(number).unwrap_or(u32::MAX))
    }
}

/// Returns the papers that the complete folder of a meeting holds.
pub fn folder(dossier: &Dossier) -> Vec<Which> {
    let kinds = PaperKind::ALL.iter().map(|kind| spec_of(*kind));
    let kinds = kinds.filter(|spec| (spec.is_in_folder)(dossier));
    let (whole, own): (Vec<&PaperSpec>, Vec<&PaperSpec>) = kinds.partition(|spec| spec.is_common());
    let copies = |spec: &PaperSpec| {
        let common = spec.is_common().then(|| Which::from(spec.kind));
        let seats = spec.seats(dossier).into_iter().map(|seat| Which {
            kind: spec.kind,
            seat: Some(seat.id),
        });
        common.into_iter().chain(seats).collect::<Vec<_>>()
    };
    whole.into_iter().chain(own).flat_map(copies).collect()
}

/// Returns the name of a unit for a file: without accents, and with its place where another is called the same.
fn unit_name(seat: &Seat, dossier: &Dossier) -> String {
    let name = plain(&seat.name);
    let is_other = |other: &&Seat| {
        other.id != seat.id && other.seat_group == seat.seat_group && plain(&other.name) == name
    };
    match dossier.seats.iter().find(is_other) {
        Some(_) => format!("{name}-{}", seat.position),
        None => name,
    }
}

/// Returns a name in letters, digits and hyphens only.
fn plain(name: &str) -> String {
    let folded = fold(name).to_lowercase();
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    let joined: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    joined.join("-").chars().take(NAME).collect()
}
