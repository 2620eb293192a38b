//! A correction of a signed paper: the words it has, the words that it should have, why; the signed file stays.

use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, Offered};
use crate::app::effect::{Effect, done, no_meeting};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormSpec, Refusal};
use crate::app::papers::choices::PapersChoice;
use crate::app::papers::forms::PapersForm;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::change::Change;
use crate::meeting::code::{MeetingState, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::papers::{Ledger, corrected_in};
use crate::meeting::rows::Amendment;
use crate::papers::phrases::Phrases;
use crate::papers::places::{self, Found, level_text};
use crate::papers::spec_of;
use crate::text::dates::count;
use crate::words::Words;

/// Asks what is corrected in a paper, or says why nothing can be.
pub(crate) fn open(kind: PaperKind, view: &View) -> Vec<Effect> {
    let (Some(dossier), Some(ledger)) = (view.dossier, &view.shelf.ledger) else {
        return no_meeting(view.words);
    };
    let words = view.words;
    let kind = corrected_by(kind);
    let why = if spec_of(kind).name.is_none() {
        words.why_not_amendable(words.paper(kind))
    } else if dossier.meeting.state != MeetingState::Final {
        words.why_not_final_yet().to_owned()
    } else if signed_words(kind, ledger).next().is_none() {
        words.why_no_final_paper().to_owned()
    } else {
        return vec![Effect::Fill(Form::open(PapersForm::Amend(kind), view))];
    };
    vec![Effect::Say(Status::warned(why))]
}

/// Returns the paper that is corrected from another: from a paper of corrections the one that it corrects.
fn corrected_by(kind: PaperKind) -> PaperKind {
    match kind {
        PaperKind::MinutesAmendment => PaperKind::Minutes,
        PaperKind::Amendment => PaperKind::Notice,
        PaperKind::Minutes
        | PaperKind::Notice
        | PaperKind::Attendance
        | PaperKind::Actions
        | PaperKind::Slip
        | PaperKind::OpenMatters
        | PaperKind::RunSheet
        | PaperKind::SignIn
        | PaperKind::Invitation
        | PaperKind::NamePlates => kind,
    }
}

const OLD_WORDS: Field<String> = Field::new("old words", Words::field_old_words, fields::needed);

const NEW_WORDS: Field<String> = Field::new("new words", Words::field_new_words, fields::needed);

const REASON: Field<Option<String>> = Field::new("reason", Words::field_reason, fields::text);

pub(crate) fn amendment_form(kind: PaperKind, view: &View) -> FormSpec {
    let words = view.words;
    FormSpec::new(words.form_amend(&words.paper(kind).to_uppercase()), words)
        .field(&OLD_WORDS, "")
        .field(&NEW_WORDS, "")
        .field(&REASON, "")
        .then(move |filled, view| amend(kind, filled, view))
}

fn amend(kind: PaperKind, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let (dossier, words) = (filled.meeting()?, view.words);
    let (old_words, new_words) = (filled.read(&OLD_WORDS)?, filled.read(&NEW_WORDS)?);
    let correction = Correction {
        kind,
        old_words,
        new_words,
        reason: filled.read(&REASON)?,
    };
    let found = correction.found(view);
    let ledger = view.shelf.ledger.as_ref();
    let is_printed = ledger.is_some_and(|ledger| {
        let old = level_text(&correction.old_words);
        signed_words(kind, ledger).any(|signed| places::holds(&level_text(signed), &old))
    });
    if found.is_empty() && !is_printed {
        let why = words.why_no_such_words(&correction.old_words);
        return Err(OLD_WORDS.refuse(why));
    }
    if correction.old_words == correction.new_words {
        return Err(NEW_WORDS.refuse(words.why_same_words()));
    }
    Ok(match found.as_slice() {
        [_, _, ..] => vec![Effect::Choose(Choice::new(PapersChoice::Place(correction)))],
        [only] => correction.written(only.place.clone(), None, dossier, view),
        [] => correction.written(None, None, dossier, view),
    })
}

/// A correction before it is known which place it is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Correction {
    pub(crate) kind: PaperKind,
    old_words: String,
    new_words: String,
    reason: Option<String>,
}

impl Correction {
    /// Returns the places where the old words stand.
    fn found(&self, view: &View) -> Vec<Found> {
        let lines = view.shelf.signed_lines.as_ref();
        let lines = lines.filter(|(kind, _)| *kind == self.kind);
        lines.map_or_else(Vec::new, |(_, lines)| places::find(lines, &self.old_words))
    }

    /// Returns the effects that write the correction of a place.
    fn written(
        &self,
        place: Option<String>,
        occurrence: Option<i64>,
        dossier: &Dossier,
        view: &View,
    ) -> Vec<Effect> {
        let paper = corrected_in(self.kind);
        let ledger = view.shelf.ledger.as_ref();
        let amendment = Amendment {
            id: view.ids.next(),
            meeting: dossier.meeting.id,
            kind: self.kind,
            at: view.now,
            old_words: self.old_words.clone(),
            new_words: self.new_words.clone(),
            reason: self.reason.clone(),
            batch: ledger.map(|ledger| ledger.next_batch(paper, &dossier.amendments)),
            place,
            occurrence,
            paper: Some(paper),
        };
        let label = view.words.told_amended(view.words.paper(self.kind));
        let anew = number_anew(&amendment, dossier);
        let changes = [Change::insert(amendment)].into_iter().chain(anew);
        done(label, changes.collect())
    }

    /// Offers the places where the old words stand, and all of them at once. The form waits behind the choice.
    pub(crate) fn offered(&self, view: &View) -> Vec<Offered> {
        let found = self.found(view);
        let n = found.len();
        let every = {
            let correction = self.clone();
            let place = view.words.option_every_place(n);
            let found = found.clone();
            let offered = move |dossier: &Dossier, view: &View| {
                let phrases = Phrases::worded(view.phrases, Some(&dossier.issuer));
                let unnamed = || phrases.amendment.everywhere(&count(n));
                let place = places::named(&found, &phrases).unwrap_or_else(unnamed);
                correction.written(Some(place), None, dossier, view)
            };
            Offered::in_meeting(place, "", offered)
        };
        let each = (1..).zip(found).map(|(number, found)| {
            let correction = self.clone();
            let place = view.words.option_place(number, found.place.as_deref());
            let around = found.around.clone();
            let offered = move |dossier: &Dossier, view: &View| {
                let (place, nth) = (found.place.clone(), found.occurrence);
                correction.written(place, nth, dossier, view)
            };
            Offered::in_meeting(place, around, offered)
        });
        each.chain([every]).collect()
    }
}

/// Returns the change that takes number and day off the corrections where a new paper of them begins: those it has are
/// of the one that is out.
fn number_anew(amendment: &Amendment, dossier: &Dossier) -> Option<Change> {
    let paper = amendment.stands_in();
    let own = dossier.amendments.iter();
    let mut own = own.filter(|one| one.stands_in() == paper).peekable();
    let is_new = own.peek().is_some() && own.all(|one| one.batch != amendment.batch);
    let mut imprints = dossier.imprints.iter().filter(|_| is_new);
    let imprint = imprints.find(|imprint| imprint.kind == paper)?;
    Some(Change::edit(imprint, |imprint| {
        imprint.number = None;
        imprint.dated = None;
    }))
}

/// Returns the words that were handed out to be signed, of every unit where there is one of each.
fn signed_words(kind: PaperKind, ledger: &Ledger) -> impl Iterator<Item = &str> {
    let signed = ledger.papers.iter();
    signed
        .filter(move |paper| paper.kind == kind && paper.is_final)
        .map(|paper| paper.words.as_str())
}
