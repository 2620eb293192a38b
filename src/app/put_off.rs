//! The items that were not held, asked about when the meeting is closed: each is left out, and why, or put off to the next
//! meeting. What was decided is changed in the same way until the minutes are signed.
//!
//! ```text
//! ╭ NỘI DUNG CHƯA THỰC HIỆN: BỎ HAY CHUYỂN KỲ SAU? ────────╮
//! │ 1 Chuyển kỳ sau: 4. Triển khai …    còn 3 mục           │
//! │ 2 Bỏ, ghi lý do: 4. Triển khai …                        │
//! │ 3 Chuyển kỳ sau cả 3 mục còn lại                        │
//! ╰─────────────────────────────────────────────────────────╯
//! ```

use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered, in_meeting};
use crate::app::closing;
use crate::app::effect::{Effect, gone};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::meeting::put_off::{self, Next};
use crate::meeting::rows::AgendaItem;
use crate::store::Failure;
use crate::text::width::cut_middle;
use crate::words::Words;

/// The columns of a title beside what is done with its item.
const TITLE: usize = 42;

/// A question about items that were not held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum PutOffChoice {
    /// The items that wait for a decision, one after another; then how the minutes were closed.
    Closing,
    /// One item, decided upon or not.
    Item(Id<AgendaItem>),
}

impl Kept for PutOffChoice {
    const NAME: &'static str = "PutOff";
}

/// The reason why items are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum PutOffForm {
    /// The items, and whether the next question of the closing follows.
    LeaveOut(Vec<Id<AgendaItem>>, bool),
}

impl Kept for PutOffForm {
    const NAME: &'static str = "PutOff";
}

impl ChoicePurpose for PutOffChoice {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let words = view.words;
        match self {
            Self::Closing => ChoiceSpec::new(
                words.choose_unheld(),
                in_meeting(view, |dossier| at_closing(dossier, words)),
            ),
            Self::Item(id) => {
                let item = view.dossier.and_then(|dossier| dossier.items.get(*id));
                let options = in_meeting(view, |dossier| of_item(*id, dossier, words));
                ChoiceSpec::new(words.choose_decision(), options).about(item)
            }
        }
    }

    fn ask(&self, _: &str, book: &mut Questions) -> Result<(), Failure> {
        book.following()
    }
}

/// The question about the first item that waits for a decision, and about all of them.
fn at_closing(dossier: &Dossier, words: Words) -> Vec<Offered> {
    let waiting = agenda::undecided(dossier);
    let Some(first) = waiting.first() else {
        return vec![Offered::new(words.option_decide_later(), "", close_minutes)];
    };
    let (n, left) = (waiting.len(), words.unheld_left(waiting.len()));
    let all = (n > 1).then(|| {
        [
            Offered::in_meeting(words.option_carry_all(n), "", move |dossier, view| {
                let all = agenda::undecided(dossier);
                let label = view.words.told_carried_all(all.len());
                decided(label, carried(&all, dossier, view), dossier, view)
            }),
            Offered::in_meeting(words.option_leave_out_all(n), "", |dossier, view| {
                let all = agenda::undecided(dossier);
                let ids = all.into_iter().map(|item| item.id).collect();
                fill(PutOffForm::LeaveOut(ids, true), view)
            }),
        ]
    });
    decisions(first, dossier, words, left, true)
        .into_iter()
        .chain(all.into_iter().flatten())
        .chain([Offered::new(words.option_decide_later(), "", close_minutes)])
        .collect()
}

fn of_item(id: Id<AgendaItem>, dossier: &Dossier, words: Words) -> Vec<Offered> {
    let item = dossier.items.get(id);
    let options = item.map(|item| decisions(item, dossier, words, String::new(), false));
    options.unwrap_or_default()
}

/// What can be decided on an item.
fn decisions(
    item: &AgendaItem,
    dossier: &Dossier,
    words: Words,
    left: String,
    is_closing: bool,
) -> Vec<Offered> {
    let id = item.id;
    let title = format!("{}. {}", item.position, item.title);
    let title = cut_middle(&title, TITLE);
    let deed = move |deed: fn(&AgendaItem, &Dossier, &View) -> (String, Vec<Change>)| {
        move |dossier: &Dossier, view: &View| {
            let Some(item) = dossier.items.get(id) else {
                return gone(view.words);
            };
            let (label, changes) = deed(item, dossier, view);
            if is_closing {
                decided(label, changes, dossier, view)
            } else {
                vec![
                    Effect::Commit(Transaction::new(label, changes)),
                    Effect::Close,
                ]
            }
        }
    };
    let carry = deed(|item, dossier, view| {
        let label = view.words.told_carried(&item.title);
        (label, carried(&[item], dossier, view))
    });
    let hold = deed(|item, _, view| {
        let mut changes = vec![agenda::hold(item)];
        changes.extend(put_off::release(&[item], following(view)));
        (view.words.told_held(&item.title), changes)
    });
    let leave_out = move |view: &View| fill(PutOffForm::LeaveOut(vec![id], is_closing), view);
    let is_over =
        agenda::has_begun(dossier, item) && agenda::state(dossier, item) != ItemState::Running;
    let finished = is_over.then(|| Offered::in_meeting(words.option_was_held(&title), "", hold));
    [
        Offered::in_meeting(words.option_carry(&title), left, carry),
        Offered::new(words.option_leave_out(&title), "", leave_out),
    ]
    .into_iter()
    .chain(finished)
    .collect()
}

/// Writes a decision and goes on to the next question: the next item, or how the minutes were closed.
fn decided(label: String, changes: Vec<Change>, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let after = dossier.after(&changes);
    let mut effects = vec![Effect::Commit(Transaction::new(label, changes))];
    effects.extend(questions(&after, view));
    effects
}

/// Returns what is asked of a meeting that is over: the items that were not held, then how the minutes were closed.
pub(crate) fn questions(closed: &Dossier, view: &View) -> Vec<Effect> {
    if agenda::undecided(closed).is_empty() {
        return vec![Effect::Fill(closing::form(&closed.meeting, view))];
    }
    vec![Effect::Choose(Choice::new(PutOffChoice::Closing))]
}

fn close_minutes(view: &View) -> Vec<Effect> {
    let form = view
        .dossier
        .map(|dossier| closing::form(&dossier.meeting, view));
    let form = form.map(Effect::Fill);
    [Effect::Close].into_iter().chain(form).collect()
}

/// Returns the meeting that is planned next, as far as the book was asked.
pub(crate) fn following<'a>(view: &View<'a>) -> Option<&'a Next> {
    let (_, following) = view.shelf.following.as_ref()?;
    following.as_deref()
}

fn carried(items: &[&AgendaItem], dossier: &Dossier, view: &View) -> Vec<Change> {
    let next = following(view).map(|next| &next.dossier);
    put_off::put_off(dossier, items, next, view.moment())
}

/// Puts an item off to the next meeting at once.
pub(crate) fn carry(item: &AgendaItem, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let label = view.words.told_carried(&item.title);
    let changes = carried(&[item], dossier, view);
    vec![Effect::Commit(Transaction::new(label, changes))]
}

/// Puts an item off for now, so that it comes up again before the conclusion; where that would be at once, asks whether it
/// is left out or put off to the next meeting.
pub(crate) fn postpone(item: &AgendaItem, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let in_session = dossier.meeting.state == MeetingState::InSession;
    if in_session && agenda::is_last_ahead(dossier, item) {
        return choose(item);
    }
    let label = view.words.told_postponed(&item.title);
    let changes = agenda::postpone(dossier, item, view.now);
    vec![Effect::Commit(Transaction::new(label, changes))]
}

/// Asks whether an item is left out or put off to the next meeting.
pub(crate) fn choose(item: &AgendaItem) -> Vec<Effect> {
    vec![Effect::Choose(Choice::new(PutOffChoice::Item(item.id)))]
}

fn fill(form: PutOffForm, view: &View) -> Vec<Effect> {
    vec![Effect::Fill(Form::open(form, view))]
}

const REASON: Field<String> = Field::new("reason", Words::field_reason, fields::needed);

impl FormPurpose for PutOffForm {
    fn spec(&self, view: &View) -> FormSpec {
        let Self::LeaveOut(ids, is_closing) = self;
        let (words, is_closing) = (view.words, *is_closing);
        let known = view.dossier.map(|dossier| {
            let items = ids.iter().filter_map(|id| dossier.items.get(*id));
            items.collect::<Vec<_>>()
        });
        let items = known.unwrap_or_default();
        let title = match items.as_slice() {
            [only] => words.form_skip(&only.title),
            all => words.form_leave_out_all(all.len()),
        };
        let first = match items.as_slice() {
            [only] => only.skipped.clone(),
            _ => None,
        };
        let ids = ids.clone();
        FormSpec::new(title, words)
            .about(items.first().copied())
            .field(&REASON, first.unwrap_or_default())
            .then(move |filled, view| leave_out(&ids, is_closing, filled, view))
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        book.following()
    }
}

fn leave_out(
    ids: &[Id<AgendaItem>],
    is_closing: bool,
    filled: &Filled,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let dossier = filled.meeting()?;
    let reason = filled.read(&REASON)?;
    let items: Vec<&AgendaItem> = ids.iter().filter_map(|id| dossier.items.get(*id)).collect();
    let label = match items.as_slice() {
        [only] => view.words.told_item_skipped(&only.title),
        all => view.words.told_left_out_all(all.len()),
    };
    let mut changes: Vec<Change> = items
        .iter()
        .flat_map(|item| agenda::skip(dossier, item, &reason, view.now))
        .collect();
    changes.extend(put_off::release(&items, following(view)));
    if is_closing {
        return Ok(decided(label, changes, dossier, view));
    }
    Ok(vec![
        Effect::Commit(Transaction::new(label, changes)),
        Effect::Close,
    ])
}
