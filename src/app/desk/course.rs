//! The course of the meeting on the desk: items and turns begin and end, after the question that each may need.

use crate::app::command::{CourseCommand, ScreenId};
use crate::app::desk::choices::DeskChoice;
use crate::app::desk::forms::DeskForm;
use crate::app::desk::{Desk, choose, over};
use crate::app::documents::{self, DocumentsChoice};
use crate::app::effect::{Effect, Opening};
use crate::app::form::Form;
use crate::app::message::Message;
use crate::app::put_off::{choose as decide_on, following, postpone};
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::capture::actions_in;
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::{ItemKind, MeetingState};
use crate::meeting::dossier::Dossier;
use crate::meeting::floor::Voice;
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::AgendaItem;
use crate::meeting::{actions, agenda as items, floor as turns, issues, notes, put_off};

/// Minutes of a break unless the user types others.
const BREAK: i64 = 10;

impl Desk {
    /// Shows the card of the unit that the line names or that speaks; without one, under the item of answers, the
    /// issues that wait for an answer.
    pub(crate) fn show_card(&self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        // A line that names an action leads to it.
        let selected = self.selected.filter(|_| self.line.is_blank());
        let named = selected.and_then(|id| notes::entry(dossier, id));
        let named = named
            .map(|entry| actions_in(entry.text()))
            .unwrap_or_default();
        if let Some(number) = named.first() {
            return vec![
                Effect::Tell(Message::FilterActions(actions::code(*number))),
                Effect::Go(ScreenId::Actions),
            ];
        }
        let running = items::running_item(dossier);
        let is_answering = running.is_some_and(|item| item.kind == ItemKind::Answers);
        match self.card(dossier) {
            Some(seat) => show(Opening::Ward(seat.id)),
            None if is_answering => choose(DeskChoice::Answer),
            None => vec![Effect::Say(Status::warned(view.words.why_no_card()))],
        }
    }
}

pub(crate) fn update(command: CourseCommand, view: &View) -> Vec<Effect> {
    let Some(dossier) = view.dossier else {
        return warn(view.words.why_no_meeting());
    };
    if let Some(refusal) = over(view).filter(|_| needs_session(command)) {
        return refusal;
    }
    let words = view.words;
    let running = items::running_item(dossier);
    match command {
        CourseCommand::NextItem => next_item(dossier, view),
        CourseCommand::FinishItem if running.is_some() => leave(None, dossier, view),
        CourseCommand::Postpone if let Some(item) = running => postpone(item, dossier, view),
        CourseCommand::Carry => match running.or_else(|| items::next(dossier)) {
            Some(item) => decide_on(item),
            None => warn(words.why_nothing_ahead()),
        },
        CourseCommand::FinishItem | CourseCommand::Postpone => warn(words.why_nothing_runs()),
        CourseCommand::Agenda => show(Opening::Agenda(None)),
        CourseCommand::Break => take_a_break(dossier, view),
        CourseCommand::OutOfAgenda => fill(DeskForm::OutOfAgenda, view),
        CourseCommand::SkipItem => match running.or_else(|| items::next(dossier)) {
            Some(item) => fill(DeskForm::Skip(item.id), view),
            None => warn(words.why_nothing_ahead()),
        },
        CourseCommand::HardEnd => fill(DeskForm::HardEnd, view),
        CourseCommand::GiveFloor => show(Opening::GiveFloor),
        CourseCommand::AskFloor => show(Opening::AskFloor),
        CourseCommand::EndFloor => {
            let changes = turns::end_turn(dossier, view.now);
            on_turn(dossier, view, changes, |name| words.told_floor_ended(name))
        }
        CourseCommand::PauseFloor => {
            let changes = turns::pause(dossier, view.now, view.ids);
            on_turn(dossier, view, changes, |name| words.told_paused(name))
        }
        CourseCommand::PutBack => {
            let changes = turns::put_back(dossier);
            on_turn(dossier, view, changes, |name| words.told_put_back(name))
        }
        CourseCommand::SilentFirst => silent_first(dossier, view),
        CourseCommand::Turns => choose(DeskChoice::Turns),
        CourseCommand::Answer => choose(DeskChoice::Answer),
        // Under the item that looks back, the review of earlier meetings is read, not the conclusions of this one.
        CourseCommand::ReadBack if running.is_some_and(|item| item.kind == ItemKind::Review) => {
            show(Opening::LookBack)
        }
        CourseCommand::ReadBack => show(Opening::Conclusions),
        CourseCommand::LookBack => show(Opening::LookBack),
        CourseCommand::Documents => documents::choose(DocumentsChoice::Open),
        CourseCommand::Snippets => choose(DeskChoice::Snippets),
        CourseCommand::Close => close(dossier, view),
        CourseCommand::Reopen => reopen(dossier, view),
    }
}

/// Says whether a command changes the course of a meeting, so that it is refused when the meeting is over.
fn needs_session(command: CourseCommand) -> bool {
    match command {
        CourseCommand::NextItem
        | CourseCommand::FinishItem
        | CourseCommand::Break
        | CourseCommand::OutOfAgenda
        | CourseCommand::Postpone
        | CourseCommand::Carry
        | CourseCommand::SkipItem
        | CourseCommand::HardEnd
        | CourseCommand::GiveFloor
        | CourseCommand::AskFloor
        | CourseCommand::EndFloor
        | CourseCommand::PauseFloor
        | CourseCommand::PutBack
        | CourseCommand::SilentFirst => true,
        CourseCommand::Agenda
        | CourseCommand::Turns
        | CourseCommand::Answer
        | CourseCommand::ReadBack
        | CourseCommand::LookBack
        | CourseCommand::Documents
        | CourseCommand::Snippets
        | CourseCommand::Close
        | CourseCommand::Reopen => false,
    }
}

fn take_a_break(dossier: &Dossier, view: &View) -> Vec<Effect> {
    let matter = items::Matter {
        title: view.words.break_title().to_owned(),
        kind: ItemKind::Pause,
        minutes: BREAK,
        presenter: None,
        prepare: None,
    };
    let changes = items::take_up(dossier, matter, view.now, view.ids);
    commit(view.words.told_break().to_owned(), changes)
}

fn show(opening: Opening) -> Vec<Effect> {
    vec![Effect::Show(opening)]
}

fn fill(form: DeskForm, view: &View) -> Vec<Effect> {
    vec![Effect::Fill(Form::open(form, view))]
}

/// Gives a speaker the floor, unless the meeting is over, or the speaker is marked absent or has the floor already.
pub(crate) fn give(voice: &Voice, dossier: &Dossier, view: &View) -> Vec<Effect> {
    over(view)
        .or_else(|| refuse_absent(voice, dossier, view))
        .or_else(|| refuse_speaking(voice, dossier, view))
        .unwrap_or_else(|| {
            commit(
                view.words.told_floor(voice.name(dossier)),
                turns::give(dossier, voice, view.now, view.ids),
            )
        })
}

/// Lets a speaker interject, unless nobody has the floor or the speaker has it already.
pub(crate) fn interject(voice: &Voice, dossier: &Dossier, view: &View) -> Vec<Effect> {
    if turns::speaking(dossier).is_none() {
        return warn(view.words.why_nobody_speaks());
    }
    let refusal = refuse_absent(voice, dossier, view);
    let refusal = refusal.or_else(|| refuse_speaking(voice, dossier, view));
    refusal.unwrap_or_else(|| {
        commit(
            view.words.told_interjects(voice.name(dossier)),
            turns::interject(dossier, voice, view.now, view.ids),
        )
    })
}

/// Returns the warning that the roll call has nobody on the seat.
fn refuse_absent(voice: &Voice, dossier: &Dossier, view: &View) -> Option<Vec<Effect>> {
    let is_absent = match voice {
        Voice::Guest(_) => false,
        Voice::Seat(seat) => match roll_call::standing(dossier, *seat) {
            Standing::Excused | Standing::Absent => true,
            Standing::NotMarked | Standing::Present(_) | Standing::Substitute => false,
        },
    };
    is_absent.then(|| warn(&view.words.why_absent(voice.name(dossier))))
}

/// Returns the warning that the speaker has the floor already.
fn refuse_speaking(voice: &Voice, dossier: &Dossier, view: &View) -> Option<Vec<Effect>> {
    let speaks = turns::speaking(dossier).and_then(Voice::of).as_ref() == Some(voice);
    speaks.then(|| warn(&view.words.why_speaks_already(voice.name(dossier))))
}

/// Moves those who have not spoken to the head of the queue.
pub(crate) fn silent_first(dossier: &Dossier, view: &View) -> Vec<Effect> {
    let changes = turns::silent_first(dossier);
    if changes.is_empty() {
        return warn(view.words.why_in_order());
    }
    commit(view.words.told_silent_first().to_owned(), changes)
}

fn on_turn(
    dossier: &Dossier,
    view: &View,
    changes: Vec<Change>,
    label: impl Fn(&str) -> String,
) -> Vec<Effect> {
    match turns::speaking(dossier) {
        Some(speech) => commit(label(turns::name(speech, dossier)), changes),
        None => warn(view.words.why_nobody_speaks()),
    }
}

/// Starts the next item; asks first when the running one has only just begun.
fn next_item(dossier: &Dossier, view: &View) -> Vec<Effect> {
    match items::next(dossier) {
        None => close(dossier, view),
        Some(_) if items::hasty(dossier, view.now).is_some() => choose(DeskChoice::Hasty),
        Some(item) => leave(Some(item.id), dossier, view),
    }
}

/// Leaves the running item for another or for none; asks first about the waiting speakers.
pub(crate) fn leave(to: Option<Id<AgendaItem>>, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let is_running = items::running(dossier).is_some();
    if is_running && !turns::queue(dossier).is_empty() {
        return choose(DeskChoice::LeaveQueue(to));
    }
    go_on(to, dossier, view)
}

/// Starts an item, or ends the running one.
pub(crate) fn go_on(to: Option<Id<AgendaItem>>, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let words = view.words;
    let title = |item: Option<&AgendaItem>| item.map_or(String::new(), |item| item.title.clone());
    match to {
        Some(item) => {
            let starting = dossier.items.get(item);
            let label = words.told_item_started(&title(starting));
            let is_review = starting.is_some_and(|item| item.kind == ItemKind::Review);
            let begun = Status::done(words.look_back_begun(&label));
            let mut changes = items::start(dossier, item, view.now, view.ids);
            let held: Vec<&AgendaItem> = starting
                .into_iter()
                .filter(|item| item.carried.is_some())
                .collect();
            changes.extend(put_off::release(&held, following(view)));
            let mut effects = commit(label, changes);
            effects.extend(is_review.then_some(Effect::Say(begun)));
            effects
        }
        None => commit(
            words.told_item_ended(&title(items::running_item(dossier))),
            items::finish(dossier, view.now),
        ),
    }
}

/// Closes the meeting; when issues are unanswered, reads them back first.
fn close(dossier: &Dossier, view: &View) -> Vec<Effect> {
    match dossier.meeting.state {
        MeetingState::Planned => warn(view.words.why_not_begun()),
        MeetingState::InSession if !issues::open(dossier).is_empty() => show(Opening::OpenIssues),
        MeetingState::InSession => choose(DeskChoice::Close),
        MeetingState::Closed | MeetingState::Final => over(view).unwrap_or_default(),
    }
}

fn reopen(dossier: &Dossier, view: &View) -> Vec<Effect> {
    if let Some(refusal) = view.sealed() {
        return vec![Effect::Say(refusal)];
    }
    if dossier.meeting.state != MeetingState::Closed {
        return warn(view.words.why_not_closed());
    }
    commit(
        view.words.told_reopened().to_owned(),
        items::reopen(dossier),
    )
}

fn commit(label: String, changes: Vec<Change>) -> Vec<Effect> {
    vec![Effect::Commit(Transaction::new(label, changes))]
}

fn warn(why: &str) -> Vec<Effect> {
    vec![Effect::Say(Status::warned(why))]
}
