//! Gaps of an imprint: number, day, signer, recipients, day of the report.

use super::{Gap, is_missing};
use crate::meeting::code::{Capacity, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::Amendment;
use crate::papers::brief::imprint;
use crate::papers::signing::{is_signed_as_minutes, signing, who_gets};

/// Returns that the registry has given the paper no number yet.
pub(crate) fn number(kind: PaperKind, dossier: &Dossier) -> Option<Gap> {
    let number = imprint(kind, dossier).and_then(|imprint| imprint.number);
    number.is_none().then_some(Gap::Number(kind))
}

/// Returns the gaps of the notice besides its content.
pub(crate) fn notice(dossier: &Dossier) -> Vec<Gap> {
    let kind = PaperKind::Notice;
    let imprint = imprint(kind, dossier);
    let mut gaps = signature(kind, dossier);
    if imprint.is_none_or(|imprint| imprint.report_by.is_none()) {
        gaps.push(Gap::ReportBy(kind));
    }
    if is_missing(dossier.issuer.follow_up.as_deref()) {
        gaps.push(Gap::FollowUp);
    }
    gaps.extend(given(kind, dossier));
    gaps
}

/// Returns the gaps of an amendment; one that corrects the minutes alone is signed by their signers.
pub(crate) fn amendment(dossier: &Dossier) -> Vec<Gap> {
    let kind = PaperKind::Amendment;
    let all: Vec<&Amendment> = dossier.amendments.iter().collect();
    if all.is_empty() {
        return Vec::new();
    }
    if is_signed_as_minutes(dossier, &all) {
        return dated(kind, dossier)
            .into_iter()
            .chain(number(kind, dossier))
            .collect();
    }
    let mut gaps = signature(kind, dossier);
    gaps.extend(given(kind, dossier));
    gaps
}

/// Returns the gaps that are filled last: recipients, day and number.
fn given(kind: PaperKind, dossier: &Dossier) -> impl Iterator<Item = Gap> {
    let nobody = who_gets(kind, dossier).is_none();
    let nobody = nobody.then_some(Gap::Recipients(kind));
    let day = dated(kind, dossier);
    nobody.into_iter().chain(day).chain(number(kind, dossier))
}

/// Returns that a paper has no day of its own.
pub(crate) fn dated(kind: PaperKind, dossier: &Dossier) -> Option<Gap> {
    let day = imprint(kind, dossier).and_then(|imprint| imprint.dated);
    day.is_none().then_some(Gap::Dated(kind))
}

/// Returns the gaps of the signature block, from the same [`signing`] that is printed.
fn signature(kind: PaperKind, dossier: &Dossier) -> Vec<Gap> {
    let signing = signing(kind, dossier);
    let has_office = match signing.capacity {
        Capacity::Head => true,
        Capacity::Deputy | Capacity::ByOrder => signing.office.is_some(),
    };
    let nobody = signing.name.is_none() || !has_office;
    let head = signing.head.is_none().then_some(Gap::Head);
    let nobody = nobody.then_some(Gap::Signer(kind));
    nobody.into_iter().chain(head).collect()
}
