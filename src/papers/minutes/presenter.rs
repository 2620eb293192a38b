//! Who presents an item, as the sentences of the minutes take the name.

use crate::meeting::rows::AgendaItem;
use crate::papers::recognised::RECOGNISED;
use crate::text::same::bare_person;

/// Returns who presents an item, if that is known.
pub(super) fn presenter(item: &AgendaItem) -> Option<&str> {
    let name = item.presenter.as_deref().map(bare);
    name.filter(|name| !name.is_empty())
}

/// Returns a name without the title that the sentence itself gives it.
pub(super) fn bare(name: &str) -> &str {
    let name = bare_person(name);
    let mut titles = RECOGNISED.titles.iter();
    let bare = titles.find_map(|title| name.strip_prefix(title.as_str()));
    bare.unwrap_or(name).trim_start()
}
