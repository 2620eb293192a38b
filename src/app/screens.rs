//! All screens: the place of the user on each, and the one match from the name of a screen to the screen.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::command::{ScreenId, for_each_screen};
use super::message::Message;
use super::screen::Screen;
use crate::meeting::dossier::Dossier;

macro_rules! screens {
    ($($(#[$doc:meta])* $name:ident $module:ident $phrase:ident,)+) => {
        /// The fields of all screens, as the draft of the book stores them.
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        pub(crate) struct Screens {
            $($(#[$doc])* pub(crate) $module: super::$module::$name,)+
        }

        impl Screens {
            /// Reads the screens as an earlier program may have kept them.
            pub(crate) fn read(draft: Option<&Value>) -> Self {
                Self {
                    $($module: part(draft, stringify!($module)),)+
                }
            }

            /// Returns a screen as it answers.
            pub(crate) fn screen(&self, id: ScreenId) -> &dyn Screen {
                match id {
                    $(ScreenId::$name => &self.$module,)+
                }
            }

            /// Returns a screen, to be changed by a command.
            pub(crate) fn screen_mut(&mut self, id: ScreenId) -> &mut dyn Screen {
                match id {
                    $(ScreenId::$name => &mut self.$module,)+
                }
            }
        }
    };
}

for_each_screen!(screens);

impl Screens {
    /// Tells a message to the screen that it concerns.
    pub(crate) fn tell(&mut self, message: Message, dossier: Option<&Dossier>) {
        let (desk, actions) = (&mut self.desk, &mut self.actions);
        match message {
            Message::Append(words) => desk.append(&words),
            Message::GoOn(words) => desk.go_on(&words),
            Message::Prefix(words) => desk.prefix(&words),
            Message::Answers(issue) => desk.answers(issue),
            Message::Put(text) => desk.put(&text),
            Message::TakeUp(prepared, line) => desk.take_up(prepared, &line),
            Message::SelectLine(entry) => desk.selected = Some(entry),
            Message::LetGoLines => desk.marked = Vec::new(),
            Message::ShowLines(filter) => desk.show_only(filter),
            Message::ScopeActions(scope) => actions.narrow(scope),
            Message::FilterActions(line) => actions.filter_by(&line),
            Message::GroupActions(grouping) => actions.grouping = grouping,
            Message::OrderActions(order) => actions.order = order,
            Message::LetGoParts => actions.marked = Vec::new(),
            Message::ShowAction(action) => actions.parts = action,
            Message::ReviewNext => self.review.settle(),
            Message::ShowMeeting(meeting) => self.meetings.meeting = Some(meeting),
            Message::ShowIssue(issue) => self.issues.seek(issue),
            Message::ShowRoster(roster) => self.roster.roster = Some(roster),
            Message::ShowSeat(seat) => self.roll_call.select(seat, dossier),
            Message::ShowPaper(which) => self.papers.show(which),
        }
    }
}

/// Returns one part of what was kept. What another program kept in another shape is as it is at first: that one field,
/// where the part has fields, and else the part.
pub(crate) fn part<T: Default + DeserializeOwned>(draft: Option<&Value>, name: &str) -> T {
    let value = draft.and_then(|draft| draft.get(name)).cloned();
    let value = value.unwrap_or_default();
    if let Ok(whole) = T::deserialize(&value) {
        return whole;
    }
    let Value::Object(fields) = value else {
        return T::default();
    };
    let mut known = Map::new();
    for (name, field) in fields {
        let mut tried = known.clone();
        tried.insert(name, field);
        if T::deserialize(&tried).is_ok() {
            known = tried;
        }
    }
    T::deserialize(known).unwrap_or_default()
}
