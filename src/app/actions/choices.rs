//! The choices of the register: how it is arranged, which filter is used, to whom a part is handed over.

use serde::{Deserialize, Serialize};

use crate::app::actions::doubts::Asked;
use crate::app::actions::extensions;
use crate::app::actions::forms::{self, ActionsForm};
use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered};
use crate::app::effect::{Effect, done, gone};
use crate::app::form::FormPurpose;
use crate::app::handover;
use crate::app::kept::Kept;
use crate::app::message::Message;
use crate::app::questions::Questions;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions::{Grouping, Order};
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::rows::{Action, Assignment, SavedFilter};
use crate::store::Failure;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ActionsChoice {
    /// The grouping and the order of the lines.
    Arrange,
    /// Which filter is used, while this one is.
    Saved(String),
    /// Which unit a part of an action is handed over to.
    HandOver(Id<Assignment>),
    /// For whom the deadline of an action is extended, with the cursor on this part.
    ExtendWhom(Id<Action>, Id<Assignment>),
    /// Which extension of an action is corrected or taken back.
    Extensions(Id<Action>),
    /// What is meant by a day in a filled form.
    Doubt(Box<Asked>),
}

impl Kept for ActionsChoice {
    const NAME: &'static str = "Actions";
}

impl ChoicePurpose for ActionsChoice {
    fn spec(&self, view: &View) -> ChoiceSpec {
        match self {
            Self::Arrange => arrange(view),
            Self::Saved(line) => saved(line, view),
            Self::HandOver(part) => takers(*part, view),
            Self::ExtendWhom(action, part) => extensions::whom(*action, *part, view),
            Self::Extensions(action) => extensions::listed(*action, view),
            Self::Doubt(asked) => asked.spec(view),
        }
    }

    fn ask(&self, _: &str, book: &mut Questions) -> Result<(), Failure> {
        match self {
            Self::Arrange => Ok(()),
            Self::Saved(_) => book.saved_filters(),
            Self::HandOver(part) => book.handing(*part),
            Self::ExtendWhom(action, _) | Self::Extensions(action) => book.card(Some(*action)),
            Self::Doubt(asked) => asked.form.ask(book),
        }
    }
}

fn arrange(view: &View) -> ChoiceSpec {
    let words = view.words;
    let groupings = Grouping::ALL.iter().map(|grouping| {
        Offered::new(words.grouping(*grouping), "", move |_| {
            vec![
                Effect::Close,
                Effect::Tell(Message::GroupActions(*grouping)),
            ]
        })
    });
    let orders = Order::ALL.iter().map(|order| {
        Offered::new(words.order(*order), "", move |_| {
            vec![Effect::Close, Effect::Tell(Message::OrderActions(*order))]
        })
    });
    ChoiceSpec::new(words.choose_grouping(), groupings.chain(orders).collect())
}

fn saved(line: &str, view: &View) -> ChoiceSpec {
    let words = view.words;
    let saved = view.shelf.saved.as_deref().unwrap_or_default();
    let uses = saved
        .iter()
        .map(|filter| using(&filter.name, &filter.line, &filter.line));
    let all = using(words.option_no_filter(), "", "");
    let save = {
        let line = line.to_owned();
        let hint = line.clone();
        Offered::new(words.option_save_filter(), hint, move |view| {
            save(&line, view)
        })
    };
    let forget = saved.iter().map(|filter| {
        let id = filter.id;
        let label = words.option_forget_filter(&filter.name);
        Offered::new(label, "", move |view| forget(id, view))
    });
    let options = uses.chain([all, save]).chain(forget).collect();
    ChoiceSpec::new(words.choose_saved_filter(), options).unnumbered()
}

/// Returns an option that filters the register by a line.
fn using(label: &str, hint: &str, line: &str) -> Offered {
    let line = line.to_owned();
    Offered::new(label, hint, move |_| {
        vec![
            Effect::Close,
            Effect::Tell(Message::FilterActions(line.clone())),
        ]
    })
}

/// Asks for the name under which a filter is kept.
fn save(line: &str, view: &View) -> Vec<Effect> {
    if line.is_empty() {
        let why = view.words.why_no_filter_line();
        return vec![Effect::Close, Effect::Say(Status::warned(why))];
    }
    vec![forms::show(ActionsForm::SaveFilter(line.to_owned()), view)]
}

/// Forgets a filter that was given a name.
fn forget(id: Id<SavedFilter>, view: &View) -> Vec<Effect> {
    let mut saved = view.shelf.saved.iter().flatten();
    match saved.find(|filter| filter.id == id) {
        Some(filter) => done(
            view.words.told_filter_forgotten(&filter.name),
            vec![Change::delete(filter)],
        ),
        None => gone(view.words),
    }
}

/// Asks to whom a part is handed over.
pub(crate) fn hand_over(part: &Assignment) -> Vec<Effect> {
    let choice = ActionsChoice::HandOver(part.id);
    vec![Effect::Choose(Choice::new(choice))]
}

/// The units that a part can be handed over to: those that followed its own first.
fn takers(part: Id<Assignment>, view: &View) -> ChoiceSpec {
    let words = view.words;
    let handing = view.shelf.handing.as_ref();
    let handing = handing.filter(|handing| handing.part.id == part);
    let options = handing.into_iter().flat_map(|handing| {
        let heirs = handing.heirs.iter().enumerate();
        heirs.map(|(place, unit)| {
            let has_followed = place < handing.followed;
            let hint = if has_followed {
                words.heir_followed()
            } else {
                ""
            };
            let to = unit.id;
            Offered::new(unit.name.as_str(), hint, move |view| {
                handover::one(part, to, view)
            })
        })
    });
    let spec = ChoiceSpec::new(words.choose_hand_over(), options.collect());
    spec.unnumbered().about(handing)
}
