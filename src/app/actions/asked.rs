//! The questions of the register to the book: the lines around the selected one, and the selected parts.

use crate::app::actions::Actions;
use crate::app::effect::Effect;
use crate::app::questions::Questions;
use crate::app::status::Status;
use crate::meeting::actions::ActionLine;
use crate::meeting::page::Part;
use crate::store::Failure;

impl Actions {
    /// Asks for the lines around the selected one.
    pub(super) fn ask_register(&mut self, book: &mut Questions) -> Result<(), Failure> {
        let today = book.today();
        let Some(lexicon) = &book.shelf.lexicon else {
            return Ok(());
        };
        let query = self.query(lexicon, today);
        let cached = book.shelf.actions.as_ref();
        let cached = cached.filter(|(of, _)| *of == query);
        let page = cached.map(|(_, register)| &register.page);
        if !book.lacks(page, self.selected) {
            return Ok(());
        }
        // When only other lines are wanted, the groups have not changed.
        let groups = cached.map(|(_, register)| register.groups.clone());
        let part = Part::around(self.selected);
        let register = book.store.register_page(&query, part, groups)?;
        let mut lines = register.page.lines.iter();
        let here = lines.position(|line| self.stood_on(line));
        let here = here.map_or(self.selected, |position| register.page.from + position);
        self.selected = here.min(register.page.total.saturating_sub(1));
        book.shelf.actions = Some((query, register));
        Ok(())
    }

    /// Says whether the selection stood on this line.
    fn stood_on(&self, line: &ActionLine) -> bool {
        let unit = line.part.as_ref().map(|part| part.unit);
        Some(line.action.id) == self.action && (unit == self.unit || self.unit.is_none())
    }

    /// Selects the parts that are still owed, if the user wants so: those of the action that is shown whole, or of all
    /// lines.
    pub(super) fn select_all(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        if !std::mem::take(&mut self.wants_all) {
            return Ok(Vec::new());
        }
        let (ids, total) = match (self.parts, &book.shelf.card, &book.shelf.actions) {
            (Some(_), Some(card), _) => {
                let parts = card.parts.iter().map(|part| &part.assignment);
                let open = parts.filter(|part| part.state.is_open());
                let ids: Vec<_> = open.map(|part| part.id).collect();
                let total = ids.len();
                (ids, total)
            }
            (_, _, Some((query, _))) => book.store.open_parts(query)?,
            (_, _, None) => (Vec::new(), 0),
        };
        let sentence = book.words.told_selected_of(ids.len(), total);
        self.marked = ids;
        Ok(vec![Effect::Say(Status::said(sentence))])
    }

    /// Asks for the selected parts.
    pub(super) fn ask_chosen(&mut self, book: &mut Questions) -> Result<(), Failure> {
        let cached = book.shelf.chosen.iter().flatten();
        let is_cached = cached
            .map(|part| part.assignment.id)
            .eq(self.marked.iter().copied());
        if !is_cached {
            let chosen = book.store.parts(&self.marked)?;
            // Another desk may have taken some away.
            self.marked = chosen.iter().map(|part| part.assignment.id).collect();
            book.shelf.chosen = Some(chosen);
        }
        Ok(())
    }
}
