//! From a gap to the place that mends it, and from a suggestion to the change that takes it.

use crate::app::actions::forms as actions;
use crate::app::actions::forms::ActionsForm;
use crate::app::choice::Choice;
use crate::app::closing;
use crate::app::command::{ActionsCommand, Command, ScreenId};
use crate::app::desk::forms::DeskForm;
use crate::app::desk::items::RAN;
use crate::app::details::{self, CHAIR_OFFICE, RECORDER_OFFICE};
use crate::app::effect::{Effect, PapersEffect, gone};
use crate::app::fields::item::PRESENTER;
use crate::app::form::{Field, Form};
use crate::app::message::Message;
use crate::app::papers::choices::PapersChoice;
use crate::app::papers::forms::{DATED, NUMBER, OFFICE, RECIPIENTS, REPORT_BY, SIGNER, imprint_at};
use crate::app::papers::source::{go, line};
use crate::app::put_off::PutOffChoice;
use crate::app::roll_call::forms::{self, RollCallForm};
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::code::{AttendanceKind, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::EntryId;
use crate::meeting::roll_call;
use crate::meeting::rows::{AgendaItem, Seat};
use crate::meeting::suggestions::{self, Spot, Suggestion};
use crate::papers::document::{Particular, Source};
use crate::papers::gaps::Gap;
use crate::papers::remarks::Remark;

/// Goes to where a blank is filled.
pub(crate) fn mend(gap: &Gap, dossier: &Dossier, view: &View) -> Vec<Effect> {
    if let Some(refusal) = view.sealed().filter(|_| gap.is_of_record()) {
        return vec![Effect::Say(refusal)];
    }
    let at = |particular| go(Some(Source::Meeting(particular)), dossier, view);
    match gap {
        Gap::OpeningTime | Gap::ClosingTime => at(Particular::Times),
        Gap::Venue => at(Particular::Venue),
        Gap::Content => at(Particular::Content),
        Gap::Chair => at(Particular::Chair),
        Gap::ChairOffice => details(&CHAIR_OFFICE, dossier, view),
        Gap::Recorder => at(Particular::Recorder),
        Gap::RecorderOffice => details(&RECORDER_OFFICE, dossier, view),
        Gap::Documents => at(Particular::Documents),
        Gap::Recording => at(Particular::Recording),
        Gap::Copies => at(Particular::Copies),
        Gap::NotMarked(_) => vec![Effect::Go(ScreenId::RollCall)],
        Gap::Rank(id) => go(Some(Source::RollCall(Some(*id))), dossier, view),
        Gap::Name(id) | Gap::Office(id) | Gap::Whom(id) | Gap::Reason(id) => {
            of_delegate(gap, *id, dossier, view)
        }
        Gap::Uncounted(id) => fill(forms::delegation(*id, view)),
        Gap::Silent(_) | Gap::NoConclusion => vec![Effect::Go(ScreenId::Desk)],
        Gap::Presenter(id) => of_item(*id, &PRESENTER, dossier, view),
        Gap::Skipped(id) => go(Some(Source::Item(*id)), dossier, view),
        Gap::Undecided(id) => vec![Effect::Choose(Choice::new(PutOffChoice::Item(*id)))],
        Gap::Lead(id, _) => line(EntryId::Action(*id), dossier, view),
        Gap::Deadline(id, _) => vec![actions::show(ActionsForm::Deadline(*id), view)],
        Gap::RaisedBy(id, _) | Gap::Focus(id, _) | Gap::Competent(id, _) | Gap::Answer(id, _) => {
            go(Some(Source::Issue(*id)), dossier, view)
        }
        Gap::Number(kind) => imprint_at(*kind, &NUMBER, view),
        Gap::Dated(kind) => imprint_at(*kind, &DATED, view),
        Gap::Signer(kind) => imprint_at(*kind, &SIGNER, view),
        Gap::SignerOffice(kind) => imprint_at(*kind, &OFFICE, view),
        Gap::Recipients(kind) => imprint_at(*kind, &RECIPIENTS, view),
        Gap::ReportBy => imprint_at(PaperKind::Notice, &REPORT_BY, view),
        Gap::Head | Gap::FollowUp => go(Some(Source::Issuer), dossier, view),
        Gap::Unit => vec![Effect::Choose(Choice::new(PapersChoice::Slip))],
        Gap::Register => vec![Effect::Go(ScreenId::Actions)],
        Gap::Correction(kind) => vec![Effect::Papers(PapersEffect::Amend((*kind).into()))],
        Gap::Typed(source) => go(*source, dossier, view),
    }
}

/// Goes to where the one who sat on a seat is named: the offices of the unit, or the entry of the roll call that says who
/// came, or why nobody did.
fn of_delegate(gap: &Gap, seat: Id<Seat>, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let base = roll_call::base(dossier, seat);
    let Some(entry) = base.filter(|event| event.kind == AttendanceKind::Substitute) else {
        let form = if matches!(gap, Gap::Reason(_)) {
            RollCallForm::Excused(seat)
        } else {
            RollCallForm::Names(seat)
        };
        return fill(Form::open(form, view));
    };
    fill(forms::entry(entry, matches!(gap, Gap::Whom(_)), view))
}

/// Goes to where something that contradicts itself is corrected, or to what may be intended.
pub(crate) fn look_into(remark: &Remark, dossier: &Dossier, view: &View) -> Vec<Effect> {
    if let Some(refusal) = view.sealed().filter(|_| remark.hinders()) {
        return vec![Effect::Say(refusal)];
    }
    match remark {
        Remark::NotClosed => vec![Effect::Go(ScreenId::Desk)],
        Remark::ClosedFirst => go(Some(Source::Meeting(Particular::Times)), dossier, view),
        Remark::NotMarked(_) | Remark::Sums(_) => vec![Effect::Go(ScreenId::RollCall)],
        Remark::SpokeAbsent(id) => {
            match dossier.seats.get(*id).filter(|seat| seat.unit.is_none()) {
                Some(seat) => fill(forms::delegation(seat.id, view)),
                None => go(Some(Source::RollCall(Some(*id))), dossier, view),
            }
        }
        Remark::Unread(id) | Remark::Nobody(id) => line(EntryId::Note(*id), dossier, view),
        Remark::ItemTimes(id) => of_item(*id, &RAN, dossier, view),
        Remark::Focus(id) => line(EntryId::Conclusion(*id), dossier, view),
        Remark::Unanswered(id) => go(Some(Source::Issue(*id)), dossier, view),
        Remark::Products(_, id) => vec![
            Effect::Tell(Message::ShowAction(Some(*id))),
            Effect::Go(ScreenId::Actions),
            Effect::Run(Command::Actions(ActionsCommand::Details)),
        ],
        Remark::Elsewhere(_, gap) => mend(gap, dossier, view),
        Remark::NoDay(id) => vec![actions::show(ActionsForm::Deadline(*id), view)],
        Remark::Unapproved => vec![Effect::Fill(closing::form(&dossier.meeting, view))],
        Remark::SetPhrase(section, name, _) => vec![
            Effect::Go(ScreenId::Settings),
            Effect::Say(Status::said(view.words.where_phrase(section, name))),
        ],
        Remark::IssuerEnded | Remark::Wording => vec![Effect::Go(ScreenId::Settings)],
        Remark::Moved(_) => imprint_at(PaperKind::Invitation, &NUMBER, view),
        Remark::Boxed(_, _, source) | Remark::OldLetters(_, source) => go(*source, dossier, view),
    }
}

fn details<T>(field: &Field<T>, dossier: &Dossier, view: &View) -> Vec<Effect> {
    fill(details::at(&dossier.meeting, field, view))
}

/// Shows the form of an item at a field.
fn of_item<T>(id: Id<AgendaItem>, field: &Field<T>, dossier: &Dossier, view: &View) -> Vec<Effect> {
    if dossier.items.get(id).is_none() {
        return gone(view.words);
    }
    fill(Form::open_at(DeskForm::Item(id), field, view))
}

fn fill(form: Form) -> Vec<Effect> {
    vec![Effect::Fill(form)]
}

/// Takes a suggestion. A quotation is asked about first; where only the writer knows the text, goes to the place.
pub(crate) fn take(suggestion: &Suggestion, dossier: &Dossier, view: &View) -> Vec<Effect> {
    if suggestion.mend.new.is_none() {
        return to_spot(suggestion.spot, dossier, view);
    }
    if suggestion.mend.is_quoted {
        let choice = Choice::new(PapersChoice::Quoted {
            spot: suggestion.spot,
            old: suggestion.old.clone(),
            start: suggestion.mend.at.start,
        });
        return vec![Effect::Choose(choice)];
    }
    vec![taken(suggestion, dossier, view)]
}

/// Returns the effect that takes a suggestion, or says that the text is another by now.
pub(crate) fn taken(suggestion: &Suggestion, dossier: &Dossier, view: &View) -> Effect {
    let changes = suggestions::take(suggestion, dossier);
    let new = suggestion.mend.new.as_deref().unwrap_or_default();
    if changes.is_empty() {
        return Effect::Say(Status::warned(view.words.why_no_suggestion()));
    }
    let label = view.words.told_mended(suggestion.old.trim(), new.trim());
    Effect::Commit(Transaction::new(label, changes))
}

/// Goes to where a text was typed.
fn to_spot(spot: Spot, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let at = |particular| go(Some(Source::Meeting(particular)), dossier, view);
    match spot {
        Spot::Line(id) => line(id, dossier, view),
        Spot::Title => at(Particular::Title),
        Spot::Content => at(Particular::Content),
        Spot::Venue => at(Particular::Venue),
        Spot::ChairOffice => details(&CHAIR_OFFICE, dossier, view),
        Spot::RecorderOffice => details(&RECORDER_OFFICE, dossier, view),
        Spot::Documents => at(Particular::Documents),
    }
}
