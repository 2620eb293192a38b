//! The conclusions of the chair, in the order of the notice.

use super::dossier::Dossier;
use super::rows::Conclusion;

/// Returns the conclusions in their order.
pub(crate) fn in_order(dossier: &Dossier) -> Vec<&Conclusion> {
    let mut all: Vec<&Conclusion> = dossier.conclusions.iter().collect();
    all.sort_by_key(|conclusion| (conclusion.position, conclusion.id));
    all
}

/// Returns the place of the next conclusion.
pub(crate) fn next_position(dossier: &Dossier) -> i64 {
    dossier
        .conclusions
        .iter()
        .map(|conclusion| conclusion.position)
        .max()
        .unwrap_or(0)
        + 1
}
