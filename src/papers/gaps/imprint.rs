//! What a paper does not say of itself yet: number, day, who signs, who gets it, when to report.

use super::{Gap, is_missing};
use crate::meeting::code::{Capacity, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::Imprint;

fn of(kind: PaperKind, dossier: &Dossier) -> Option<&Imprint> {
    dossier.imprints.iter().find(|imprint| imprint.kind == kind)
}

/// Returns that the registry has given the paper no number yet.
pub(super) fn number(kind: PaperKind, dossier: &Dossier) -> Option<Gap> {
    let number = of(kind, dossier).and_then(|imprint| imprint.number);
    number.is_none().then_some(Gap::Number(kind))
}

/// Returns what the notice lacks besides its content.
pub(super) fn notice(dossier: &Dossier) -> Vec<Gap> {
    let kind = PaperKind::Notice;
    let imprint = of(kind, dossier);
    let mut gaps = Vec::new();
    if imprint.is_some_and(|imprint| !is_signed(imprint)) {
        gaps.push(Gap::Signer(kind));
    }
    if imprint.is_none_or(|imprint| imprint.report_by.is_none()) {
        gaps.push(Gap::ReportBy(kind));
    }
    let own = imprint.and_then(|imprint| imprint.recipients.as_deref());
    let usual = dossier.issuer.recipients.as_deref();
    if is_missing(own.or(usual)) {
        gaps.push(Gap::Recipients(kind));
    }
    if imprint.is_none_or(|imprint| imprint.dated.is_none()) {
        gaps.push(Gap::Dated(kind));
    }
    gaps.extend(number(kind, dossier));
    gaps
}

/// Says whether it is known who signs: the head is the chair, anybody else is named with the office.
fn is_signed(imprint: &Imprint) -> bool {
    match imprint.capacity {
        Capacity::Head => true,
        Capacity::Deputy | Capacity::ByOrder => {
            !is_missing(imprint.signer.as_deref()) && !is_missing(imprint.office.as_deref())
        }
    }
}
