//! The list of the papers that a meeting hands out, and what each kind is asked.

use super::brief::{Brief, Stage, Which};
use super::document::Document;
use super::gaps::{Gap, house};
use super::spec::PaperSpec;
use super::{
    amendment, assignments, attendance, minutes, notice, open_matters, run_sheet, sign_in, slip,
};
use crate::meeting::code::PaperKind;
use crate::meeting::dossier::Dossier;

/// Returns the specification of a kind of paper.
pub fn spec(kind: PaperKind) -> &'static PaperSpec {
    match kind {
        PaperKind::Minutes => &minutes::SPEC,
        PaperKind::Notice => &notice::SPEC,
        PaperKind::Attendance => &attendance::SPEC,
        PaperKind::Actions => &assignments::SPEC,
        PaperKind::Slip => &slip::SPEC,
        PaperKind::OpenMatters => &open_matters::SPEC,
        PaperKind::RunSheet => &run_sheet::SPEC,
        PaperKind::SignIn => &sign_in::SPEC,
        PaperKind::Amendment => &amendment::SPEC,
    }
}

/// Returns a paper as it is at a stage.
pub fn paper(which: Which, stage: Stage, brief: &Brief) -> Document {
    (spec(which.kind).build)(brief, which.seat, stage)
}

/// Returns the gaps of a paper: contradictions first, last the values that come with printing.
pub fn gaps(which: Which, dossier: &Dossier) -> Vec<Gap> {
    let mut gaps = (spec(which.kind).gaps)(which.seat, dossier);
    gaps.extend(house::ended(which.kind, dossier));
    gaps
}
