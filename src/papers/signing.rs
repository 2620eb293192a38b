//! The signer of a notice with the capacity, and its recipients (`guide/domain.md` §1.6).

use super::blanks::{blank, or_missing};
use super::brief::{Brief, imprint};
use super::document::{Block, Piece, Signature, Source};
use super::gaps::Gap;
use super::phrases::recipient;
use super::profile::bare_recipient;
use super::sentences::known;
use crate::meeting::code::{Capacity, MeetingState, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::recognised::RECOGNISED;
use crate::meeting::rows::{Imprint, Issuer, Signatory};
use crate::text::fold::fold;
use crate::text::same::is_same_person;

/// The signer of a notice or of its amendment, as far as it is known.
pub(super) struct Signing {
    pub(crate) capacity: Capacity,
    /// The head's title as it stands over a name, `TRƯỞNG BAN`.
    pub(crate) head: Option<String>,
    /// The office of one who is not the head.
    pub(crate) office: Option<String>,
    pub(crate) name: Option<String>,
}

/// Returns the signature of a paper: from its own imprint, else from the notice's, else from the chair and the
/// signatories.
pub(super) fn signing(kind: PaperKind, dossier: &Dossier) -> Signing {
    let imprint = saying(kind, dossier);
    let capacity = imprint.map_or(Capacity::Head, |imprint| imprint.capacity);
    let name = signer(dossier, imprint, capacity);
    let office = match capacity {
        Capacity::Head => None,
        Capacity::Deputy | Capacity::ByOrder => imprint
            .and_then(|imprint| known(imprint.office.as_deref()))
            .or_else(|| office_of(dossier, capacity, name?)),
    };
    Signing {
        capacity,
        head: head_title(kind, dossier),
        office: office.map(str::to_owned),
        name: name.map(str::to_owned),
    }
}

/// Writes the printed signature and recipients into the imprint of a paper, so that later settings do not change a signed
/// one.
pub fn settle(imprint: &mut Imprint, dossier: &Dossier) {
    let signing = signing(imprint.kind, dossier);
    imprint.head = signing.head;
    imprint.signer = signing.name;
    imprint.office = signing.office.or_else(|| imprint.office.take());
    let recipients = who_gets(imprint.kind, dossier);
    imprint.recipients = recipients.map(str::to_owned);
}

/// Returns the end of a notice or of its amendment: recipients and signature.
pub(super) fn closing(brief: &Brief, kind: PaperKind) -> Piece {
    let block = Block::Closing {
        recipients: recipients(brief, kind),
        signature: signature(brief, kind),
    };
    block.of(Source::Imprint(kind))
}

/// Says whether an imprint names a signer, an office or a capacity other than the head.
fn names_signer(imprint: &Imprint) -> bool {
    imprint.capacity != Capacity::Head
        || known(imprint.signer.as_deref()).is_some()
        || known(imprint.office.as_deref()).is_some()
}

/// Returns the imprints that speak for a paper, its own first, then that of the notice; nothing that is written after the
/// meeting speaks for what goes before it.
fn imprints(kind: PaperKind, dossier: &Dossier) -> impl Iterator<Item = &Imprint> {
    let notice = Some(PaperKind::Notice).filter(|_| !kind.row().goes_before);
    let kinds = [kind].into_iter().chain(notice);
    kinds.filter_map(|kind| imprint(kind, dossier))
}

/// Returns the imprint that says who signs a paper.
fn saying(kind: PaperKind, dossier: &Dossier) -> Option<&Imprint> {
    let mut all = imprints(kind, dossier);
    all.find(|imprint| imprint.kind == PaperKind::Notice || names_signer(imprint))
}

/// Returns the chair as the notice prints it: the head by the office, anybody else by name.
pub(super) fn chair(dossier: &Dossier) -> String {
    if is_head(dossier) {
        dossier.issuer.head.clone()
    } else {
        or_missing(dossier.meeting.chair.as_deref(), &Gap::Chair)
    }
}

fn signature(brief: &Brief, kind: PaperKind) -> Signature {
    let say = &brief.phrases.notice;
    let signing = signing(kind, brief.dossier);
    let head = or_missing(signing.head.as_deref(), &Gap::Head);
    let authority = match signing.capacity {
        Capacity::Head => None,
        Capacity::Deputy => Some(say.in_place_of(&head)),
        Capacity::ByOrder => Some(say.by_order_of(&head)),
    };
    let position = match signing.capacity {
        Capacity::Head => head,
        Capacity::Deputy | Capacity::ByOrder => {
            let office = signing.office.as_deref().map(str::to_uppercase);
            or_missing(office.as_deref(), &Gap::SignerOffice(kind))
        }
    };
    Signature {
        authority,
        position: Some(position),
        name: or_missing(signing.name.as_deref(), &Gap::Signer(kind)),
    }
}

/// Returns the signer: the name in the imprint, if there is one, else by capacity:
/// - head: the chair, if the chair is the head or has no known office, then the only signatory with this capacity;
/// - deputy or by order: the only signatory with this capacity, then the chair, if the chair has a known office and
///   is not the head.
fn signer<'a>(
    dossier: &'a Dossier,
    imprint: Option<&'a Imprint>,
    capacity: Capacity,
) -> Option<&'a str> {
    let own = imprint.and_then(|imprint| known(imprint.signer.as_deref()));
    let meeting = &dossier.meeting;
    let chair = known(meeting.chair.as_deref());
    let is_unknown = known(meeting.chair_office.as_deref()).is_none();
    let (first, second) = match capacity {
        Capacity::Head => {
            let chair = chair.filter(|_| is_head(dossier) || is_unknown);
            (chair, only_signatory(dossier, capacity))
        }
        Capacity::Deputy | Capacity::ByOrder => {
            let chair = chair.filter(|_| !is_head(dossier) && !is_unknown);
            (only_signatory(dossier, capacity), chair)
        }
    };
    own.or(first).or(second)
}

/// Returns the signatories with a capacity; none for a signed meeting, which keeps the signer of its imprint.
fn signatories(dossier: &Dossier, capacity: Capacity) -> impl Iterator<Item = &Signatory> {
    let is_signed = dossier.meeting.state == MeetingState::Final;
    let all = dossier.signatories.iter().filter(move |_| !is_signed);
    all.filter(move |one| one.capacity == capacity)
}

/// Returns who signs in a capacity, where the book has one such person only.
fn only_signatory(dossier: &Dossier, capacity: Capacity) -> Option<&str> {
    let mut all = signatories(dossier, capacity);
    let first = all.next().filter(|_| all.next().is_none())?;
    known(Some(&first.name))
}

/// Returns the office in which somebody signs, as the book has it.
fn office_of<'a>(dossier: &'a Dossier, capacity: Capacity, name: &str) -> Option<&'a str> {
    let mut all = signatories(dossier, capacity);
    let one = all.find(|one| is_same_person(&one.name, name))?;
    known(Some(&one.office))
}

/// Returns the head's title as it stands over a name: as it was when the notice was signed, the book's own, or out
/// of the head's office, `TRƯỞNG BAN`.
fn head_title(kind: PaperKind, dossier: &Dossier) -> Option<String> {
    let signed = imprints(kind, dossier).find_map(|imprint| known(imprint.head.as_deref()));
    let mut heads = signatories(dossier, Capacity::Head);
    let own = signed.or_else(|| heads.find_map(|head| known(Some(&head.office))));
    own.map(str::to_uppercase)
        .or_else(|| title_of(&dossier.issuer))
}

/// Returns the words of the head's office before the name of the body, `GIÁM ĐỐC`; a single word gets the kind of the
/// body, `TRƯỞNG` + `BAN`.
fn title_of(issuer: &Issuer) -> Option<String> {
    let head = issuer.head.trim().to_uppercase();
    let organ = issuer.organ.trim().to_uppercase();
    let Some((title, _)) = head.split_once(&organ).filter(|_| !organ.is_empty()) else {
        return known(Some(&head)).map(str::to_owned);
    };
    let title = title.trim();
    if title.contains(' ') {
        return Some(title.to_owned());
    }
    let mut kinds = RECOGNISED.bodies.iter().map(String::as_str);
    let kind = kinds.find(|kind| organ.starts_with(kind));
    let kind = kind.or_else(|| organ.split_whitespace().next());
    Some(
        format!("{title} {}", kind.unwrap_or_default())
            .trim()
            .to_owned(),
    )
}

/// Says whether the chair is the head: one of the offices is the head's, or the full name of the head's.
fn is_head(dossier: &Dossier) -> bool {
    let head = fold(dossier.issuer.head.trim());
    let office = dossier.meeting.chair_office.as_deref().unwrap_or_default();
    let mut offices = office.split(',').map(|office| fold(office.trim()));
    !head.is_empty() && offices.any(|office| office.starts_with(&head))
}

/// Returns the recipients of a paper as typed: from its own imprint, else the notice's, else the issuer's usual ones.
pub(super) fn who_gets(kind: PaperKind, dossier: &Dossier) -> Option<&str> {
    let own = imprints(kind, dossier).find_map(|imprint| known(imprint.recipients.as_deref()));
    let usual = || known(dossier.issuer.recipients.as_deref());
    own.or_else(|| usual().filter(|_| !kind.row().goes_before))
}

/// Returns who gets a paper, a line each, without the marks that the renderers put there.
fn recipients(brief: &Brief, kind: PaperKind) -> Vec<String> {
    let n = brief.units();
    let Some(typed) = who_gets(kind, brief.dossier) else {
        return if kind.row().goes_before {
            as_above(brief)
        } else {
            vec![blank(&Gap::Recipients(kind))]
        };
    };
    bare_lines(typed)
        .map(|line| recipient::filled(line, &n))
        .collect()
}

/// Returns who gets a paper that names at its head whom it is sent to: they, and the files, where the body names these
/// among those who get its papers.
fn as_above(brief: &Brief) -> Vec<String> {
    let say = &brief.phrases.invitation;
    let usual = brief.dossier.issuer.recipients.as_deref();
    let kept = say.kept();
    let kept = bare_lines(usual.unwrap_or_default())
        .filter(|line| !kept.is_empty() && line.starts_with(&kept))
        .map(str::to_owned);
    [say.as_above()].into_iter().chain(kept).collect()
}

fn bare_lines(typed: &str) -> impl Iterator<Item = &str> {
    typed
        .lines()
        .map(bare_recipient)
        .filter(|line| !line.is_empty())
}
