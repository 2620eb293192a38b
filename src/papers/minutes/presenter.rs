//! Who presents an item, as the sentences of the minutes take the name.

use crate::meeting::recognised::RECOGNISED;
use crate::meeting::rows::AgendaItem;
use crate::text::same::{bare_person, is_same_person};

/// Returns who presents an item, if that is known.
pub(super) fn presenter(item: &AgendaItem) -> Option<&str> {
    let name = item.presenter.as_deref().map(bare);
    name.filter(|name| !name.is_empty())
}

/// Says whether a name is that of the presenter, whose office may stand behind it.
pub(super) fn is_person(name: &str, presenter: &str) -> bool {
    let alone = presenter.split(',').next().unwrap_or(presenter);
    is_same_person(name, presenter) || is_same_person(name, alone)
}

/// Returns a name as a sentence has it; that of the presenter of the item has the office behind it.
pub(super) fn with_office<'a>(name: &'a str, item: Option<&'a AgendaItem>) -> &'a str {
    let presenter = item.and_then(presenter);
    let presenter = presenter.filter(|presenter| is_person(name, presenter));
    presenter.unwrap_or_else(|| bare(name))
}

/// Returns a name without the title that the sentence itself gives it.
pub(super) fn bare(name: &str) -> &str {
    let name = bare_person(name);
    let mut titles = RECOGNISED.titles.iter();
    let bare = titles.find_map(|title| name.strip_prefix(title.as_str()));
    bare.unwrap_or(name).trim_start()
}
