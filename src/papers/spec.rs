//! The specification of a kind of paper; it stands beside the builder, and `papers.rs` has the list.

use super::blanks::blank;
use super::brief::{Brief, Stage};
use super::document::Document;
use super::gaps::Gap;
use super::phrases::Phrases;
use super::profile::Number;
use super::remarks::Remark;
use crate::meeting::cell::Id;
use crate::meeting::code::PaperKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::invitation;
use crate::meeting::roll_call;
use crate::meeting::rows::Seat;

#[derive(Debug)]
pub(crate) struct PaperSpec {
    pub(crate) kind: PaperKind,
    /// The beginning of the name of its file.
    pub(crate) stem: &'static str,
    /// Its type in a symbol, `BB`; a paper that goes with another has no number.
    pub(crate) symbol: Option<fn(&Number) -> &str>,
    /// Its name within a sentence; none for a paper that is never corrected.
    pub(crate) name: Option<fn(&Phrases) -> String>,
    /// The fields of its imprint that the user fills in.
    pub(crate) fields: &'static [ImprintField],
    /// The paper whose number and day it prints; none for the minutes, where the registry writes them by hand.
    pub(crate) numbered_as: Option<PaperKind>,
    /// For whom it is made.
    pub(crate) copies: Copies,
    /// Says whether the complete folder of a meeting holds it.
    pub(crate) is_in_folder: fn(&Dossier) -> bool,
    /// Makes it, for a seat where each unit has its own.
    pub(crate) build: fn(&Brief, Option<Id<Seat>>, Stage) -> Document,
    /// Returns the remarks on it, contradictions first.
    pub(crate) remarks: fn(Option<Id<Seat>>, &Dossier) -> Vec<Remark>,
}

impl PaperSpec {
    /// Returns the specification of a paper of the whole meeting without an imprint, which is never corrected.
    pub(super) const fn without_imprint(
        kind: PaperKind,
        stem: &'static str,
        build: fn(&Brief, Option<Id<Seat>>, Stage) -> Document,
    ) -> Self {
        Self {
            kind,
            stem,
            symbol: None,
            name: None,
            fields: &[],
            numbered_as: None,
            copies: Copies::One,
            is_in_folder: |_| true,
            build,
            remarks: |_, _| Vec::new(),
        }
    }

    /// Returns the specification of a paper with a number of its own that one person signs, which is never corrected.
    pub(super) const fn with_own_number(
        kind: PaperKind,
        stem: &'static str,
        build: fn(&Brief, Option<Id<Seat>>, Stage) -> Document,
    ) -> Self {
        Self {
            fields: &[
                ImprintField::Number,
                ImprintField::Dated,
                ImprintField::Signer,
                ImprintField::Capacity,
                ImprintField::Office,
                ImprintField::Recipients,
            ],
            numbered_as: Some(kind),
            ..Self::without_imprint(kind, stem, build)
        }
    }

    /// Says whether there is one for the whole meeting.
    pub(crate) fn is_common(&self) -> bool {
        match self.copies {
            Copies::One | Copies::OneAndEachInvited => true,
            Copies::EachUnit => false,
        }
    }

    /// Returns the seats that have one of their own.
    pub(crate) fn seats<'a>(&self, dossier: &'a Dossier) -> Vec<&'a Seat> {
        match self.copies {
            Copies::One => Vec::new(),
            Copies::EachUnit => roll_call::wards(dossier),
            Copies::OneAndEachInvited => invitation::invited(dossier),
        }
    }

    /// Returns its name within a sentence, or a blank.
    pub(super) fn name_or_blank(&self, phrases: &Phrases) -> String {
        self.name
            .map_or_else(|| blank(&Gap::Correction(self.kind)), |name| name(phrases))
    }
}

/// For whom a paper is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copies {
    /// One for the meeting.
    One,
    /// One for each unit of the roster.
    EachUnit,
    /// One for the meeting, and one for each body that is invited.
    OneAndEachInvited,
}

/// A field of an imprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImprintField {
    Number,
    /// Its day.
    Dated,
    /// Whether its title names the meeting or the chair.
    NamedAfter,
    /// Who signs it.
    Signer,
    /// The capacity of the signer.
    Capacity,
    /// The office of the signer.
    Office,
    /// Who gets it.
    Recipients,
    /// The appraisal of the chair.
    Appraisal,
    /// The day before which the units report.
    ReportBy,
}
