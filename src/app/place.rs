//! The place of the user, as the draft of a desk keeps it: screen, half-typed lines, the open dialog.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::app::command::ScreenId;
use crate::app::desk::Desk;
use crate::app::dialogs::Dialog;
use crate::app::kept::earlier;
use crate::app::screens::{Screens, part};
use crate::meeting::cell::Id;
use crate::meeting::rows::Meeting;
use crate::store::{Failure, Store};
use crate::text::telex::Method;
use crate::words::Lang;

/// The name of the draft that holds where the user is.
pub(super) const DRAFT: &str = "place";

/// The name of the draft that holds the lines typed before; it changes by the line, not by the key.
pub(super) const LINES: &str = "lines";

/// Returns the name under which a desk keeps a draft; the first desk's are as they always were.
pub(super) fn draft_name(name: &str, desk: i64) -> String {
    if desk == 1 {
        name.to_owned()
    } else {
        format!("{name}{desk}")
    }
}

/// Returns the desks that have left a place in a book.
pub(crate) fn left_places(store: &Store) -> Result<Vec<i64>, Failure> {
    store.desks_with(DRAFT)
}

/// Where the user is, as the draft of the book remembers it after a restart.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Place {
    pub(crate) screen: ScreenId,
    pub(crate) meeting: Option<Id<Meeting>>,
    /// The meeting that was open before; it is opened again when the open one is taken back.
    pub(crate) earlier: Option<Id<Meeting>>,
    pub(crate) screens: Screens,
    /// Half-typed lines of meetings that are not open now.
    pub(crate) parked: BTreeMap<i64, Desk>,
    pub(crate) dialog: Option<Dialog>,
    /// The dialogs that wait behind it, the nearest last: each was opened from the one before.
    pub(crate) behind: Vec<Dialog>,
    /// Whether the key or paste that is being answered has done what the open dialog asked for.
    #[serde(skip)]
    pub(crate) is_answered: bool,
    pub(crate) lang: Option<Lang>,
    pub(crate) theme: Option<String>,
    pub(crate) typing: Option<Method>,
}

/// Returns the dialogs that wait behind the open one; an earlier program kept one at most, without a list.
fn waiting(kept: &Value) -> Vec<Dialog> {
    let behind = kept.get("behind");
    let dialogs = behind.and_then(Value::as_array).map_or_else(
        || behind.into_iter().collect::<Vec<_>>(),
        |all| all.iter().collect(),
    );
    let read = |dialog: &Value| serde_json::from_value(dialog.clone()).ok();
    dialogs.into_iter().filter_map(read).collect()
}

impl Place {
    /// Returns the words of all that waits half-typed in it: in the line, in those of meetings that are not open now, in
    /// forms, questions and previews.
    pub(super) fn half_typed(&self) -> Vec<String> {
        let desks = std::iter::once(&self.screens.desk).chain(self.parked.values());
        let lines = desks.map(|desk| &desk.line).filter(|line| !line.is_blank());
        let lines = lines.map(|line| line.text().to_owned());
        let dialogs = self.dialog.iter().chain(&self.behind);
        let dialogs = dialogs.filter_map(|dialog| dialog.screen().half_typed());
        lines.chain(dialogs).collect()
    }

    /// Reads a place as another program may have kept it: a screen that this one does not know is the first one, what
    /// has another shape by now is let go, and everything else, the half-typed lines above all, is kept.
    pub(super) fn read(kept: &str) -> Self {
        let kept: Value = serde_json::from_str(kept).unwrap_or_default();
        let kept = earlier::renamed(kept);
        let parked = kept.get("parked").and_then(Value::as_object);
        let parked = parked.into_iter().flatten().filter_map(|(meeting, _)| {
            let desk = part(kept.get("parked"), meeting);
            Some((meeting.parse().ok()?, desk))
        });
        Self {
            screen: part(Some(&kept), "screen"),
            meeting: part(Some(&kept), "meeting"),
            earlier: part(Some(&kept), "earlier"),
            screens: Screens::read(kept.get("screens")),
            parked: parked.collect(),
            dialog: part(Some(&kept), "dialog"),
            behind: waiting(&kept),
            is_answered: false,
            lang: part(Some(&kept), "lang"),
            theme: part(Some(&kept), "theme"),
            typing: part(Some(&kept), "typing"),
        }
    }
}
