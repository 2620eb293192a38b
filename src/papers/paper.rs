//! A paper of any kind, and its gaps.

use super::brief::{Brief, Stage, Which};
use super::document::Document;
use super::gaps::{Gap, house};
use super::{shipped, spec_of};
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

/// Returns the gaps of a paper: contradictions first, last the values that come with printing.
pub fn gaps(which: Which, dossier: &Dossier) -> Vec<Gap> {
    let mut gaps = (spec_of(which.kind).gaps)(which.seat, dossier);
    gaps.extend(house::ended(which.kind, dossier));
    gaps
}
