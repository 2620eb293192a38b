//! Who signs a notice, in what capacity, and who gets it (`domain.md` §1.6).

use crate::meeting::code::{Capacity, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call;
use crate::meeting::rows::{Imprint, Issuer, Signatory};
use crate::papers::document::{Block, Piece, Signature, Source};
use crate::papers::paper::Brief;
use crate::papers::phrases::recipient;
use crate::papers::sentences::{BLANK, or_blank};
use crate::text::dates::count;
use crate::text::fold::fold;

/// Kinds of bodies whose name is more than one word: the head's title takes the whole of it, `CHÁNH VĂN PHÒNG`.
const KINDS: [&str; 1] = ["VĂN PHÒNG"];

/// Returns the end of the notice, or of what corrects it: who gets it, and who signs as the notice is signed.
pub(in crate::papers) fn closing(brief: &Brief, kind: PaperKind) -> Piece {
    let block = Block::Closing {
        recipients: recipients(brief, kind),
        signature: signature(brief),
    };
    block.of(Source::Imprint(kind))
}

/// Returns the chair as the notice calls whoever concludes: the head by the office, anybody else by name.
pub(super) fn chair(dossier: &Dossier) -> String {
    if is_head(dossier) {
        dossier.issuer.head.clone()
    } else {
        or_blank(dossier.meeting.chair.as_deref()).to_owned()
    }
}

fn signature(brief: &Brief) -> Signature {
    let (dossier, say) = (brief.dossier, &brief.phrases.notice);
    let imprint = brief.imprint(PaperKind::Notice);
    let capacity = imprint.map_or(Capacity::Head, |imprint| imprint.capacity);
    let head = head_title(dossier);
    let authority = match capacity {
        Capacity::Head => None,
        Capacity::Deputy => Some(say.in_place_of(&head)),
        Capacity::ByOrder => Some(say.by_order_of(&head)),
    };
    let name = signer(dossier, imprint, capacity);
    let position = match capacity {
        Capacity::Head => head,
        Capacity::Deputy | Capacity::ByOrder => {
            let own = imprint.and_then(|imprint| known(imprint.office.as_deref()));
            let office = own.or_else(|| office_of(dossier, capacity, name));
            or_blank(office).to_uppercase()
        }
    };
    Signature {
        authority,
        position: Some(position),
        name: name.to_owned(),
    }
}

/// Returns who signs: whom the notice names, else whoever alone may sign so, else the chair, unless that is not the
/// chair's capacity: the head takes nobody's place, and nobody but the head signs as the head.
fn signer<'a>(dossier: &'a Dossier, imprint: Option<&'a Imprint>, capacity: Capacity) -> &'a str {
    let named = imprint.and_then(|imprint| known(imprint.signer.as_deref()));
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
    named.or(first).or(second).unwrap_or(BLANK)
}

fn signatories(dossier: &Dossier, capacity: Capacity) -> impl Iterator<Item = &Signatory> {
    let all = dossier.signatories.iter();
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
    let one = all.find(|one| one.name.trim() == name)?;
    known(Some(&one.office))
}

/// Returns the head's title as it stands over a name: the book's own, or out of the head's office, `TRƯỞNG BAN`.
fn head_title(dossier: &Dossier) -> String {
    let own = signatories(dossier, Capacity::Head).find_map(|head| known(Some(&head.office)));
    own.map_or_else(|| title_of(&dossier.issuer), str::to_uppercase)
}

/// Returns what stands of the head's office before the name of the body, `GIÁM ĐỐC`; a single word is no title
/// without the kind of the body, `TRƯỞNG` + `BAN`.
fn title_of(issuer: &Issuer) -> String {
    let head = issuer.head.trim().to_uppercase();
    let organ = issuer.organ.trim().to_uppercase();
    let Some((title, _)) = head.split_once(&organ).filter(|_| !organ.is_empty()) else {
        return or_blank(Some(&head)).to_owned();
    };
    let title = title.trim();
    if title.contains(' ') {
        return title.to_owned();
    }
    let kind = KINDS.into_iter().find(|kind| organ.starts_with(kind));
    let kind = kind.or_else(|| organ.split_whitespace().next());
    format!("{title} {}", kind.unwrap_or_default())
        .trim()
        .to_owned()
}

/// Says whether the chair is the head: one of the offices is the head's, or the full name of the head's.
fn is_head(dossier: &Dossier) -> bool {
    let head = fold(dossier.issuer.head.trim());
    let office = dossier.meeting.chair_office.as_deref().unwrap_or_default();
    let mut offices = office.split(',').map(|office| fold(office.trim()));
    !head.is_empty() && offices.any(|office| office.starts_with(&head))
}

/// Returns who gets a paper, as the notice unless it says otherwise, a line each, without the marks that the renderers put there.
fn recipients(brief: &Brief, kind: PaperKind) -> Vec<String> {
    let imprints = [kind, PaperKind::Notice].into_iter();
    let own = imprints
        .filter_map(|kind| brief.imprint(kind))
        .find_map(|imprint| known(imprint.recipients.as_deref()));
    let usual = || known(brief.dossier.issuer.recipients.as_deref());
    let n = count(roll_call::wards(brief.dossier).len());
    let lines = own.or_else(usual).unwrap_or(BLANK).lines();
    lines
        .map(|line| line.trim().trim_start_matches("- "))
        .filter(|line| !line.is_empty())
        .map(|line| match line {
            BLANK => BLANK.to_owned(),
            line => recipient::filled(line.trim_end_matches(['.', ',', ';']), &n),
        })
        .collect()
}

fn known(value: Option<&str>) -> Option<&str> {
    value.map(str::trim).filter(|value| !value.is_empty())
}
