//! A paper of any kind, and the remarks on it.

use super::brief::{Brief, Stage, Which};
use super::document::Document;
use super::minutes;
use super::notice;
use super::phrases::Phrases;
use super::remarks::{Remark, house};
use super::spec::ImprintField;
use super::{shipped, spec_of};
use crate::meeting::code::PaperKind;
use crate::meeting::dossier::Dossier;

/// Returns a paper as it is at a stage.
pub fn paper(which: Which, stage: Stage, brief: &Brief) -> Document {
    let build = spec_of(which.kind).build;
    match shipped::toned(brief.dossier, brief.phrases) {
        Some(dossier) => {
            let dossier = &dossier;
            build(&Brief { dossier, ..*brief }, which.seat, stage)
        }
        None => build(brief, which.seat, stage),
    }
}

/// Returns the usual words of the chair's appraisal, where a paper of this kind prints one.
pub(crate) fn usual_appraisal(
    kind: PaperKind,
    dossier: &Dossier,
    phrases: &Phrases,
) -> Option<String> {
    let is_in_it = spec_of(kind).fields.contains(&ImprintField::Appraisal);
    is_in_it.then(|| match kind {
        PaperKind::Minutes => minutes::usual_appraisal(dossier, phrases),
        PaperKind::Notice
        | PaperKind::Attendance
        | PaperKind::Actions
        | PaperKind::Slip
        | PaperKind::OpenMatters
        | PaperKind::RunSheet
        | PaperKind::SignIn
        | PaperKind::MinutesAmendment
        | PaperKind::Amendment
        | PaperKind::Invitation
        | PaperKind::NamePlates => notice::usual_appraisal(dossier, phrases),
    })
}

/// Returns the remarks on a paper, contradictions first.
pub fn remarks(which: Which, dossier: &Dossier) -> Vec<Remark> {
    let mut remarks = (spec_of(which.kind).remarks)(which.seat, dossier);
    remarks.extend(house::ended(which.kind, dossier));
    remarks
}
