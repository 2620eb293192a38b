//! From a gap to the place that mends it, and from a suggestion to the change that takes it.

use crate::app::actions::forms as actions;
use crate::app::actions::forms::ActionsForm;
use crate::app::choice::Choice;
use crate::app::command::{ActionsCommand, Command, ScreenId};
use crate::app::desk::forms::DeskForm;
use crate::app::desk::items::{PRESENTER, RAN};
use crate::app::details::{self, CHAIR_OFFICE, COPIES, RECORDER_OFFICE};
use crate::app::effect::{Effect, gone};
use crate::app::form::{Field, Form};
use crate::app::message::Message;
use crate::app::papers::choices::PapersChoice;
use crate::app::papers::forms::{DATED, NUMBER, RECIPIENTS, REPORT_BY, SIGNER, imprint_at};
use crate::app::papers::source::{go, line};
use crate::app::roll_call::forms::{self, RollCallForm};
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::EntryId;
use crate::meeting::rows::AgendaItem;
use crate::meeting::suggestions::{self, Spot, Suggestion};
use crate::papers::document::{Particular, Source};
use crate::papers::gaps::Gap;

/// Goes to where a gap is filled.
pub(crate) fn mend(gap: &Gap, dossier: &Dossier, view: &View) -> Vec<Effect> {
    if let Some(refusal) = view.sealed().filter(|_| gap.hinders()) {
        return vec![Effect::Say(refusal)];
    }
    let at = |particular| go(Some(Source::Meeting(particular)), dossier, view);
    let meeting = &dossier.meeting;
    match gap {
        Gap::NotClosed | Gap::Silent(_) | Gap::NoConclusion => vec![Effect::Go(ScreenId::Desk)],
        Gap::OpeningTime | Gap::ClosingTime | Gap::ClosedFirst => at(Particular::Times),
        Gap::Venue => at(Particular::Venue),
        Gap::Chair if meeting.chair.is_some() => details(&CHAIR_OFFICE, dossier, view),
        Gap::Chair => at(Particular::Chair),
        Gap::Recorder if meeting.recorder.is_some() => details(&RECORDER_OFFICE, dossier, view),
        Gap::Recorder => at(Particular::Recorder),
        Gap::Documents => at(Particular::Documents),
        Gap::Recording => at(Particular::Recording),
        Gap::Pages if meeting.pages.is_some() => details(&COPIES, dossier, view),
        Gap::Pages => at(Particular::Pages),
        Gap::NotMarked(_) | Gap::Unranked(_) | Gap::Sums(_) => {
            vec![Effect::Go(ScreenId::RollCall)]
        }
        Gap::SpokeAbsent(id) => match dossier.seats.get(*id).filter(|seat| seat.unit.is_none()) {
            Some(seat) => fill(forms::delegation(seat.id, view)),
            None => go(Some(Source::RollCall(Some(*id))), dossier, view),
        },
        Gap::Names(_, id) => fill(Form::open(RollCallForm::Names(*id), view)),
        Gap::Reason(id) => fill(Form::open(RollCallForm::Excused(*id), view)),
        Gap::Uncounted(id) => fill(forms::delegation(*id, view)),
        Gap::ItemTimes(id) => of_item(*id, &RAN, dossier, view),
        Gap::Presenter(id) => of_item(*id, &PRESENTER, dossier, view),
        Gap::Unread(id) => line(EntryId::Note(*id), dossier, view),
        Gap::Focus(id) => line(EntryId::Conclusion(*id), dossier, view),
        Gap::Lead(id) => line(EntryId::Action(*id), dossier, view),
        Gap::Deadline(id) => vec![actions::show(ActionsForm::Deadline(*id), view)],
        Gap::Products(_, id) => vec![
            Effect::Tell(Message::ShowAction(Some(*id))),
            Effect::Go(ScreenId::Actions),
            Effect::Run(Command::Actions(ActionsCommand::Details)),
        ],
        Gap::Unanswered(id) => go(Some(Source::Issue(*id)), dossier, view),
        Gap::Number(kind) => imprint_at(*kind, &NUMBER, view),
        Gap::Dated(kind) => imprint_at(*kind, &DATED, view),
        Gap::Signer(kind) => imprint_at(*kind, &SIGNER, view),
        Gap::Recipients(kind) => imprint_at(*kind, &RECIPIENTS, view),
        Gap::Head | Gap::FollowUp => go(Some(Source::Issuer), dossier, view),
        Gap::ReportBy(kind) => imprint_at(*kind, &REPORT_BY, view),
        Gap::IssuerEnded | Gap::Wording => vec![Effect::Go(ScreenId::Settings)],
        Gap::Boxed(_, _, source) | Gap::OldLetters(_, source) => go(*source, dossier, view),
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
