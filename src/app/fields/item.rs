//! The fields that several forms have about an item of the agenda.

use crate::app::fields;
use crate::app::form::Field;
use crate::meeting::agenda;
use crate::meeting::cell::Id;
use crate::meeting::rows::AgendaItem;
use crate::words::Words;

/// The item, by its number.
pub(crate) const ITEM: Field<Option<Id<AgendaItem>>> =
    Field::new("item", Words::field_item_number, |typed| {
        let Some(wanted) = fields::count(typed)? else {
            return Ok(None);
        };
        let items = typed.view.dossier.map(agenda::items).unwrap_or_default();
        let item = items.iter().find(|item| item.position == wanted);
        let missing = || typed.view.words.why_no_item(wanted, items.len());
        Ok(Some(item.ok_or_else(missing)?.id))
    });

/// Who presents it, with the office.
pub(crate) const PRESENTER: Field<Option<String>> =
    Field::new("presenter", Words::field_presenter, fields::person);

/// What those who are invited are asked to prepare.
pub(crate) const PREPARE: Field<Option<String>> =
    Field::new("prepare", Words::field_prepare, fields::text);
