//! What there is to know of one kind of paper: each builder has its own beside it, and `papers.rs` has the list.

use super::brief::{Brief, Stage};
use super::document::Document;
use super::gaps::Gap;
use super::phrases::Phrases;
use super::sentences::BLANK;
use crate::meeting::cell::Id;
use crate::meeting::code::PaperKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::Seat;

/// One kind of paper.
#[derive(Debug)]
pub struct PaperSpec {
    /// Which kind.
    pub kind: PaperKind,
    /// What the name of its file begins with.
    pub stem: &'static str,
    /// Its type in a symbol, `BB`; a paper that goes with another has no number.
    pub symbol: Option<&'static str>,
    /// What it is called within a sentence; a paper that is never corrected is in none.
    pub name: Option<fn(&Phrases) -> String>,
    /// What it says of itself.
    pub fields: &'static [ImprintField],
    /// The paper whose number and day it prints, where nobody writes them on it by hand afterwards as the registry does
    /// on the minutes.
    pub numbered_as: Option<PaperKind>,
    /// Whether each unit of the roster has its own.
    pub is_per_unit: bool,
    /// Says whether the complete folder of a meeting holds it.
    pub is_in_folder: fn(&Dossier) -> bool,
    /// Makes it, for a seat where each unit has its own.
    pub build: fn(&Brief, Option<Id<Seat>>, Stage) -> Document,
    /// Returns what it lacks.
    pub gaps: fn(Option<Id<Seat>>, &Dossier) -> Vec<Gap>,
}

impl PaperSpec {
    /// Returns what it is called within a sentence.
    pub(super) fn name_or_blank(&self, phrases: &Phrases) -> String {
        self.name
            .map_or_else(|| BLANK.to_owned(), |name| name(phrases))
    }
}

/// One of the things that a paper says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImprintField {
    /// Its number.
    Number,
    /// Its day.
    Dated,
    /// What its title names.
    NamedAfter,
    /// Who signs it.
    Signer,
    /// In what capacity.
    Capacity,
    /// In what office.
    Office,
    /// Who gets it.
    Recipients,
    /// What the chair thinks of it all.
    Appraisal,
    /// The day before which the units report.
    ReportBy,
}
