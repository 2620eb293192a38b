//! A correction of a signed paper: the words it has, the words that it should have, why; the signed file stays.

use crate::app::effect::{Effect, done, no_meeting};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormSpec, Refusal};
use crate::app::papers::forms::PapersForm;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::change::Change;
use crate::meeting::code::{MeetingState, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::papers::Ledger;
use crate::meeting::rows::Amendment;
use crate::papers::spec_of;
use crate::words::Words;

/// Asks what is corrected in a paper, or says why nothing can be.
pub(crate) fn open(kind: PaperKind, view: &View) -> Vec<Effect> {
    let (Some(dossier), Some(ledger)) = (view.dossier, &view.shelf.ledger) else {
        return no_meeting(view.words);
    };
    let words = view.words;
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
    let ledger = view.shelf.ledger.as_ref();
    let is_printed = ledger.is_some_and(|ledger| {
        signed_words(kind, ledger).any(|signed| level(signed).contains(&level(&old_words)))
    });
    if !is_printed {
        return Err(OLD_WORDS.refuse(words.why_no_such_words(&old_words)));
    }
    if old_words == new_words {
        return Err(NEW_WORDS.refuse(words.why_same_words()));
    }
    let amendment = Amendment {
        id: view.ids.next(),
        meeting: dossier.meeting.id,
        kind,
        at: view.now,
        old_words,
        new_words,
        reason: filled.read(&REASON)?,
        batch: ledger.map(Ledger::next_batch),
    };
    let label = words.told_amended(words.paper(kind));
    let anew = number_anew(&amendment, dossier);
    let changes = [Change::insert(amendment)].into_iter().chain(anew);
    Ok(done(label, changes.collect()))
}

/// Returns the change that takes number and day off the corrections where a new paper of them begins: those it has are
/// of the one that is out.
fn number_anew(amendment: &Amendment, dossier: &Dossier) -> Option<Change> {
    let mut amendments = dossier.amendments.iter().peekable();
    let is_new = amendments.peek().is_some() && amendments.all(|one| one.batch != amendment.batch);
    let mut imprints = dossier.imprints.iter().filter(|_| is_new);
    let imprint = imprints.find(|imprint| imprint.kind == PaperKind::Amendment)?;
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

/// Returns a text with one space where there are several, as it is typed from a sheet that breaks lines elsewhere.
fn level(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
