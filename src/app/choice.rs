//! A choice: options to pick one of, narrowed by letters; a digit picks at once where the options are numbered. Each
//! option carries its deed.

use std::fmt::{self, Debug};
use std::rc::Rc;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::app::command::{ChoiceCommand, Command, EditCommand};
use crate::app::effect::{Effect, gone, no_meeting};
use crate::app::finder;
use crate::app::kept::Kept;
use crate::app::keymap::Context;
use crate::app::list::Listing;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::dossier::Dossier;
use crate::store::Failure;
use crate::text::find::{find_all, fit};
use crate::text::finder::Finder;

/// The effects of a picked option.
type Deed = Box<dyn Fn(&View) -> Vec<Effect>>;

pub(crate) struct Offered {
    /// The name of the option.
    pub(crate) label: String,
    /// An explanation beside the label.
    pub(crate) hint: String,
    /// Other words by which it is found, which are not shown.
    also_called: &'static str,
    deed: Deed,
}

impl Debug for Offered {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "Offered({}, {})", self.label, self.hint)
    }
}

impl Offered {
    /// Returns an option with its deed.
    pub(crate) fn new(
        label: impl Into<String>,
        hint: impl Into<String>,
        deed: impl Fn(&View) -> Vec<Effect> + 'static,
    ) -> Self {
        Self {
            label: label.into(),
            hint: hint.into(),
            also_called: "",
            deed: Box::new(deed),
        }
    }

    /// Returns the option as it is found by these words too.
    pub(crate) fn also_called(self, words: &'static str) -> Self {
        Self {
            also_called: words,
            ..self
        }
    }

    /// Returns an option with a deed in the open meeting; without one, the choice goes back and says so.
    pub(crate) fn in_meeting(
        label: impl Into<String>,
        hint: impl Into<String>,
        deed: impl Fn(&Dossier, &View) -> Vec<Effect> + 'static,
    ) -> Self {
        Self::new(label, hint, move |view| match view.dossier {
            Some(dossier) => deed(dossier, view),
            None => no_meeting(view.words),
        })
    }

    /// Returns an option that leaves everything as it is.
    pub(crate) fn nothing(label: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(label, hint, |_| vec![Effect::Close])
    }

    /// Returns an option that goes back to the form or list from which the choice was opened.
    pub(crate) fn back(label: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(label, hint, |_| vec![Effect::Back])
    }
}

/// Returns the options in the open meeting; without one, none.
pub(crate) fn in_meeting(view: &View, offer: impl Fn(&Dossier) -> Vec<Offered>) -> Vec<Offered> {
    view.dossier.map_or_else(Vec::new, offer)
}

/// A choice as it stands on the screen: its title, and its options in their order.
#[derive(Debug)]
pub(crate) struct ChoiceSpec {
    /// The title above the options.
    pub(crate) title: &'static str,
    pub(crate) options: Vec<Offered>,
    /// Whether a digit picks an option at once.
    pub(crate) is_numbered: bool,
    /// Whether the options are the book's answers to the typed words, so that nothing is left to be narrowed.
    is_answered: bool,
    /// Whether the record that the choice is about is not in the book any more.
    is_gone: bool,
}

impl ChoiceSpec {
    /// Returns a choice of a few options, which digits pick.
    pub(crate) fn new(title: &'static str, options: Vec<Offered>) -> Self {
        Self {
            title,
            options,
            is_numbered: true,
            is_answered: false,
            is_gone: false,
        }
    }

    /// Takes digits for letters, because an option is found by its name.
    #[must_use]
    pub(crate) fn unnumbered(self) -> Self {
        Self {
            is_numbered: false,
            ..self
        }
    }

    /// Shows all options, because the book has narrowed them.
    #[must_use]
    pub(crate) fn answered(self) -> Self {
        Self {
            is_answered: true,
            ..self
        }
    }
}

impl ChoiceSpec {
    /// Gives the record that the choice is about. While there is none, picking goes back from the choice and says so.
    #[must_use]
    pub(crate) fn about<T: Copy>(mut self, record: Option<T>) -> Self {
        self.is_gone |= record.is_none();
        self
    }
}

/// What is chosen: it makes the options anew whenever they are needed.
pub(crate) trait ChoicePurpose: Kept {
    /// Returns the title and the options.
    fn spec(&self, view: &View) -> ChoiceSpec;

    /// Asks the book for the rows that the choice needs while these words are typed.
    fn ask(&self, _typed: &str, _: &mut Questions) -> Result<(), Failure> {
        Ok(())
    }

    /// Says whether it is a list to which one comes back from each of its forms, and no question that is answered once.
    fn is_list(&self) -> bool {
        false
    }

    /// Returns a text that waits in the question and nowhere else, if one does.
    fn half_typed(&self) -> Option<&str> {
        None
    }

    /// Returns the effects of leaving the choice in which these words were typed.
    fn cancelled(&self, _typed: &str, _: &View) -> Vec<Effect> {
        vec![Effect::Back]
    }
}

/// A purpose whose kind is known to its feature only.
pub(crate) trait AnyChoice: Debug {
    fn spec(&self, view: &View) -> ChoiceSpec;
    fn ask(&self, typed: &str, book: &mut Questions) -> Result<(), Failure>;
    fn is_list(&self) -> bool;
    fn half_typed(&self) -> Option<&str>;
    fn cancelled(&self, typed: &str, view: &View) -> Vec<Effect>;
    fn as_draft(&self) -> Value;
}

impl<P: ChoicePurpose> AnyChoice for P {
    fn spec(&self, view: &View) -> ChoiceSpec {
        ChoicePurpose::spec(self, view)
    }

    fn ask(&self, typed: &str, book: &mut Questions) -> Result<(), Failure> {
        ChoicePurpose::ask(self, typed, book)
    }

    fn is_list(&self) -> bool {
        ChoicePurpose::is_list(self)
    }

    fn half_typed(&self) -> Option<&str> {
        ChoicePurpose::half_typed(self)
    }

    fn cancelled(&self, typed: &str, view: &View) -> Vec<Effect> {
        ChoicePurpose::cancelled(self, typed, view)
    }

    fn as_draft(&self) -> Value {
        Kept::as_draft(self)
    }
}

/// An open choice.
#[derive(Clone, Debug)]
pub struct Choice {
    pub(crate) purpose: Rc<dyn AnyChoice>,
    /// The typed text that narrows the options.
    pub(crate) query: Finder,
    /// The option that Enter picks, counted among those that are shown.
    pub(crate) selected: usize,
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        let is_same = self.purpose.as_draft() == other.purpose.as_draft();
        is_same && self.query == other.query && self.selected == other.selected
    }
}

impl Serialize for Choice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json!({ "purpose": self.purpose.as_draft(), "query": self.query, "selected": self.selected })
            .serialize(serializer)
    }
}

/// Rows that a choice shows at most.
pub(crate) const ROWS: u16 = 16;

impl Screen for Choice {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Choice, Context::Text, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Choice(command) = command else {
            return Vec::new();
        };
        match command {
            ChoiceCommand::Cancel => self.purpose.cancelled(self.query.text().trim(), view),
            ChoiceCommand::Pick => {
                let spec = self.spec(view);
                if spec.is_gone {
                    return gone(view.words);
                }
                let options = self.matching(spec);
                pick(options.get(self.selected), self.query.text().trim(), view)
            }
        }
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let total = self.options(view).len();
        let rows = usize::from(ROWS) + 1;
        Some(Listing::new(&mut self.selected, total, rows))
    }

    fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        if let EditCommand::Type(c) = command
            && let Some(digit) = c.to_digit(10)
            && self.query.is_blank()
        {
            let spec = self.spec(view);
            if spec.is_numbered {
                if spec.is_gone {
                    return gone(view.words);
                }
                let picked = spec.options.get((digit as usize).wrapping_sub(1));
                return pick(picked, &digit.to_string(), view);
            }
        }
        self.selected = 0;
        finder::edit(&mut self.query, command, view)
    }

    fn finder(&mut self) -> Option<&mut Finder> {
        Some(&mut self.query)
    }

    fn find(&mut self, _: &View) -> Vec<Effect> {
        self.selected = 0;
        Vec::new()
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        self.purpose.ask(self.query.text().trim(), book)?;
        Ok(Vec::new())
    }

    fn half_typed(&self) -> Option<String> {
        self.purpose.half_typed().map(str::to_owned)
    }
}

impl Choice {
    /// Opens a choice in which nothing was typed yet.
    pub(crate) fn new(purpose: impl ChoicePurpose) -> Self {
        Self::at(purpose, 0)
    }

    /// Opens a choice at one of its options.
    pub(crate) fn at(purpose: impl ChoicePurpose, selected: usize) -> Self {
        Self::revived(Rc::new(purpose), Finder::default(), selected)
    }

    /// Returns a choice as the draft kept it.
    pub(crate) fn revived(purpose: Rc<dyn AnyChoice>, query: Finder, selected: usize) -> Self {
        Self {
            purpose,
            query,
            selected,
        }
    }

    /// Returns the title and the options.
    pub(crate) fn spec(&self, view: &View) -> ChoiceSpec {
        self.purpose.spec(view)
    }

    /// Shows all options again, whatever was typed to find one.
    pub(crate) fn widen(&mut self) {
        if !self.query.is_blank() {
            (self.query, self.selected) = (Finder::default(), 0);
        }
    }

    fn options(&self, view: &View) -> Vec<Offered> {
        self.matching(self.spec(view))
    }

    /// Returns the options that match the typed words, matches by name or initials first.
    pub(crate) fn matching(&self, spec: ChoiceSpec) -> Vec<Offered> {
        let query = self.query.text().trim();
        if query.is_empty() || spec.is_answered {
            return spec.options;
        }
        let rank = |option: &Offered| {
            let by_name = fit(query, &option.label).map(|fit| fit as usize);
            let shown = || format!("{} {}", option.label, option.hint);
            let by_sight = || find_all(query, &shown()).map(|_| 9);
            let otherwise = || find_all(query, option.also_called).map(|_| 10);
            by_name.or_else(by_sight).or_else(otherwise)
        };
        let mut ranked: Vec<(usize, Offered)> = spec
            .options
            .into_iter()
            .filter_map(|option| rank(&option).map(|rank| (rank, option)))
            .collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, option)| option).collect()
    }
}

/// Does the deed of an option; without one, says that nothing answers what was typed.
fn pick(option: Option<&Offered>, typed: &str, view: &View) -> Vec<Effect> {
    let words = view.words;
    let why = match option {
        Some(option) => return (option.deed)(view),
        None if typed.is_empty() => words.why_nothing_here().to_owned(),
        None => words.why_no_option(typed),
    };
    vec![Effect::Say(Status::warned(why))]
}
