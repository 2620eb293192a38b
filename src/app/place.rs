//! The place of the user, as the draft of a desk keeps it: screen, half-typed lines, the open dialog; and what desks that do
//! not run any more have left.

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

/// Returns the place of this desk; where nothing is half-typed in it, that of a desk which left something half-typed and
/// does not run any more.
pub(super) fn take_over(store: &Store, own: Place, left: &[i64]) -> Result<Place, Failure> {
    if own.is_half_typed() {
        return Ok(own);
    }
    for desk in left {
        let name = draft_name(DRAFT, *desk);
        let mut there = Place::read(&store.draft(&name)?.unwrap_or_default());
        if !there.is_half_typed() {
            continue;
        }
        (there.lang, there.theme, there.typing) = (own.lang, own.theme, own.typing);
        there.parked.extend(own.parked);
        let kept = serde_json::to_string(&there).unwrap_or_default();
        store.keep_draft(&draft_name(DRAFT, store.desk()), &kept)?;
        store.keep_draft(&name, "")?;
        return Ok(there);
    }
    Ok(own)
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
    /// Whether the key that is being answered has done what the open dialog asked for.
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
    /// Says whether a line or a dialog waits in it.
    fn is_half_typed(&self) -> bool {
        !self.screens.desk.line.is_blank() || self.dialog.is_some()
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
