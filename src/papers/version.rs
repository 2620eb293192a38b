//! A version of a paper: its draft number, counted from the versions handed out, and its words.

use chrono::NaiveDate;

use super::brief::{Brief, Stage, Which, imprint};
use super::content::words;
use super::document::{Block, Document};
use super::edition::Edition;
use super::front::number;
use super::gaps::Gap;
use super::kept;
use super::paper::paper;
use super::spec::PaperSpec;
use super::spec_of;
use crate::meeting::code::{MeetingState, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::papers::{Ledger, checksum, corrected_in, is_working};
use crate::meeting::rows::Paper;
use crate::text::dates::long_date;

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
    /// Whether nothing but its words was kept of what was signed, so that the document has no form.
    pub is_words_only: bool,
}

/// A final version that an older program handed out, and that this one words otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Otherwise {
    /// Which paper.
    pub which: Which,
    /// When it was handed out.
    pub on: NaiveDate,
    /// The file that it was last written to.
    pub file: Option<String>,
}

impl Otherwise {
    fn of(which: Which, paper: &Paper, ledger: &Ledger) -> Self {
        let mut files = ledger.files_of(paper.id);
        Self {
            which,
            on: paper.at.date_naive(),
            file: files.next_back().map(|file| file.file.clone()),
        }
    }
}

/// Why a paper is not handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Only its words were kept when it was handed out to be signed, and they are not those that it would have now.
    Signed(Otherwise),
    /// Another body got it under the same number, and the plan has changed since.
    Moved(Which),
    /// Nothing corrects the signed papers.
    NothingAmended,
    /// Another paper of the meeting went out under its number.
    NumberTaken(Which),
}

impl Version {
    /// Returns a paper as it would be handed out now.
    pub fn new(which: Which, ledger: &Ledger, brief: &Brief) -> Self {
        let last = ledger.latest(which.of()).map_or(1, |last| last.version);
        let may_be_final = is_final(which.kind, brief.dossier);
        let mut guess = stage(which.kind, may_be_final, last);
        let mut document = paper(which, guess, brief);
        let is_final = may_be_final && !is_waiting(which, &document, ledger);
        if is_final != may_be_final {
            guess = stage(which.kind, is_final, last);
            document = paper(which, guess, brief);
        }
        if let Some(before) = as_before(which, ledger, brief, &document) {
            document = before;
        }
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
            is_words_only: false,
        }
    }

    /// Returns the version to be exported now: what was signed as it was kept, anything else as it is made now. Where an
    /// older program kept the words only and this one words the paper otherwise, there is no such version.
    pub(crate) fn to_hand_out(
        which: Which,
        ledger: &Ledger,
        brief: &Brief,
        kept: Option<&str>,
    ) -> Result<Self, Refusal> {
        if corrects_nothing(which.kind, brief.dossier) {
            return Err(Refusal::NothingAmended);
        }
        let signed = signed(which, ledger, brief);
        if let Some((signed, document)) = signed.zip(kept.and_then(kept::read)) {
            return Ok(Self::of_signed(which, signed, document, false));
        }
        let version = Self::new(which, ledger, brief);
        match signed {
            Some(signed) if signed.words != version.words => {
                Err(Refusal::Signed(Otherwise::of(which, signed, ledger)))
            }
            Some(signed) => Ok(Self {
                number: signed.version,
                ..version
            }),
            None if version.is_final() && is_number_taken(which, ledger, brief) => {
                Err(Refusal::NumberTaken(which))
            }
            None => Ok(version),
        }
    }

    /// Returns a final version as it went out, whatever was handed out after it. Where only its words were kept, it goes out
    /// as text.
    pub(crate) fn again(
        (which, paper): (Which, &Paper),
        ledger: &Ledger,
        brief: &Brief,
        kept: Option<&str>,
        is_text: bool,
    ) -> Result<Self, Refusal> {
        match kept.and_then(kept::read) {
            Some(document) => Ok(Self::of_signed(which, paper, document, false)),
            None if is_text => Ok(Self::words_of(which, paper, ledger, brief)),
            None => Err(Refusal::Signed(Otherwise::of(which, paper, ledger))),
        }
    }

    /// Returns the words of the signed version where nothing else was kept of it.
    pub(crate) fn words_of_signed(which: Which, ledger: &Ledger, brief: &Brief) -> Option<Self> {
        let signed = signed(which, ledger, brief)?;
        Some(Self::words_of(which, signed, ledger, brief))
    }

    fn words_of(which: Which, signed: &Paper, ledger: &Ledger, brief: &Brief) -> Self {
        let composed = Self::new(which, ledger, brief).document;
        let issuer = &brief.dossier.issuer;
        let document = kept::of_words(signed, composed.title, issuer, composed.dated);
        Self::of_signed(which, signed, document, true)
    }

    fn of_signed(which: Which, signed: &Paper, document: Document, is_words_only: bool) -> Self {
        Self {
            which,
            stage: Stage::Final,
            number: signed.version,
            document,
            words: signed.words.clone(),
            is_words_only,
        }
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

    /// Returns which version of which paper it is.
    pub(crate) fn edition(&self) -> Edition {
        Edition {
            which: self.which,
            stage: self.stage,
            number: self.number,
        }
    }
}

/// Returns the version of a paper that was handed out to be signed, unless another one of its kind has begun. What goes
/// before the meeting is under its number what was sent under it.
pub(crate) fn signed<'a>(which: Which, ledger: &'a Ledger, brief: &Brief) -> Option<&'a Paper> {
    if which.kind.row().goes_before {
        return sent(which, ledger, brief).find(|sent| sent.seat == which.seat);
    }
    let is_next = is_of_corrections(which.kind)
        && ledger.takes_corrections(which.kind, &brief.dossier.amendments);
    ledger.signed(which.of()).filter(|_| !is_next)
}

/// Returns the papers of a kind that were sent under the number which it bears now, the latest first: to all, and to one.
pub(crate) fn sent<'a>(
    which: Which,
    ledger: &'a Ledger,
    brief: &Brief,
) -> impl Iterator<Item = &'a Paper> {
    let number = number(brief, spec_of(which.kind));
    let bears = move |paper: &&Paper| {
        let mut lines = paper.words.lines();
        number
            .as_deref()
            .is_some_and(|number| lines.any(|line| line == number))
    };
    let out = ledger.papers.iter().rev();
    let out = out.filter(move |paper| paper.is_final && paper.kind == which.kind);
    out.filter(bears)
}

/// Says whether another paper went out under the number of this one: of another kind, or earlier corrections.
fn is_number_taken(which: Which, ledger: &Ledger, brief: &Brief) -> bool {
    let spec = spec_of(which.kind);
    let is_given = imprint(which.kind, brief.dossier).is_some_and(|own| own.number.is_some());
    let Some(number) = number(brief, spec).filter(|_| is_given) else {
        return false;
    };
    let is_other = |kind| kind != which.kind || is_of_corrections(kind);
    let mut out = ledger.papers.iter().filter(|paper| paper.is_final);
    out.any(|paper| {
        let bears_own = spec_of(paper.kind).symbol.is_some();
        bears_own && is_other(paper.kind) && paper.words.lines().any(|line| line == number)
    })
}

/// Says whether a paper of this kind holds the corrections of others: there may be several of it.
pub(super) fn is_of_corrections(kind: PaperKind) -> bool {
    corrected_in(kind) == kind
}

/// Says whether a paper of corrections has none.
fn corrects_nothing(kind: PaperKind, dossier: &Dossier) -> bool {
    let mut all = dossier.amendments.iter();
    is_of_corrections(kind) && all.all(|one| one.stands_in() != kind)
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

/// Says whether the notice, or what goes under its number, waits for a blank that can still be filled. What is out already
/// stays as it is.
fn is_waiting(which: Which, document: &Document, ledger: &Ledger) -> bool {
    let is_of_notice = spec_of(which.kind).numbered_as == Some(PaperKind::Notice);
    let is_open = |gap: &Gap| !(ledger.is_out() && gap.is_sealed());
    is_of_notice && ledger.signed(which.of()).is_none() && document.gaps().any(is_open)
}

/// Returns a working paper as it was handed out last, where nothing in it is another but the day on which it is made: it is
/// no new version because a day has passed.
fn as_before(which: Which, ledger: &Ledger, brief: &Brief, now: &Document) -> Option<Document> {
    let last = ledger
        .latest(which.of())
        .filter(|_| is_working(which.kind))?;
    let (today, day) = (brief.today, last.at.date_naive());
    if day == today {
        return None;
    }
    let before = paper(
        which,
        Stage::Final,
        &Brief {
            today: day,
            ..*brief
        },
    );
    let said = words(&before);
    let is_last = checksum(said.as_bytes()) == last.checksum;
    let undated = |said: &str, day: NaiveDate| said.replace(&long_date(day), "");
    let is_same = undated(&said, day) == undated(&words(now), today);
    (is_last && is_same).then_some(before)
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
