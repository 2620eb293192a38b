//! A search field: typing and pasting into it, the name that answers it, and the sentence when it is full or answers to
//! nothing.

use super::field;
use crate::app::command::EditCommand;
use crate::app::effect::Effect;
use crate::app::status::Status;
use crate::app::view::View;
use crate::text::find::best;
use crate::text::finder::{Finder, MOST_LETTERS, MOST_WORDS};

/// Applies an edit to a finder.
#[must_use]
pub(crate) fn edit(finder: &mut Finder, command: EditCommand, view: &View) -> Vec<Effect> {
    let had_room = finder.edit(|line| field::edit(line, command, view.typing));
    warning(had_room, view)
}

/// Puts a pasted text into a finder.
#[must_use]
pub(crate) fn paste(finder: &mut Finder, text: &str, view: &View) -> Vec<Effect> {
    let was_all = finder.paste(text);
    warning(was_all, view)
}

/// Goes to the name that best answers what was typed, or warns that none does.
pub(crate) fn go<'a>(
    finder: &Finder,
    names: impl Iterator<Item = &'a str>,
    view: &View,
    go_to: impl FnOnce(usize),
) -> Vec<Effect> {
    match best(finder.text(), names).first() {
        Some(first) => go_to(*first),
        None if finder.is_blank() => {}
        None => {
            let why = view.words.why_no_match(finder.text());
            return vec![Effect::Say(Status::warned(why))];
        }
    }
    Vec::new()
}

/// Returns the warning that a finder is full, unless it had room.
fn warning(had_room: bool, view: &View) -> Vec<Effect> {
    if had_room {
        return Vec::new();
    }
    let full = view.words.why_finder_full(MOST_LETTERS, MOST_WORDS);
    vec![Effect::Say(Status::warned(full))]
}
