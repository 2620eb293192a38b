//! A paper of any kind, and the remarks on it.

use super::brief::{Brief, Stage, Which};
use super::document::Document;
use super::remarks::{Remark, house};
use super::spec_of;
use crate::meeting::dossier::Dossier;

/// Returns a paper as it is at a stage.
pub fn paper(which: Which, stage: Stage, brief: &Brief) -> Document {
    (spec_of(which.kind).build)(brief, which.seat, stage)
}

/// Returns the remarks on a paper, contradictions first.
pub fn remarks(which: Which, dossier: &Dossier) -> Vec<Remark> {
    let mut remarks = (spec_of(which.kind).remarks)(which.seat, dossier);
    remarks.extend(house::ended(which.kind, dossier));
    remarks
}
