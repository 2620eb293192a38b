//! The palette: any command, found by its name, or by another word for it.

use serde::{Deserialize, Serialize};

use crate::app::choice::{ChoicePurpose, ChoiceSpec, Offered};
use crate::app::command::{AppCommand, Command};
use crate::app::effect::Effect;
use crate::app::kept::Kept;
use crate::app::keymap::{Binding, Context};
use crate::app::view::View;

/// All commands that a key can run now, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Palette;

impl Kept for Palette {
    const NAME: &'static str = "Palette";
}

impl ChoicePurpose for Palette {
    fn spec(&self, view: &View) -> ChoiceSpec {
        ChoiceSpec::new(view.words.choose_command(), commands(view)).unnumbered()
    }
}

/// The commands of this screen, those of everywhere, then those of the other screens.
fn commands(view: &View) -> Vec<Offered> {
    let rank = |context: Context| match context.screen() {
        Some(screen) if screen == view.screen => Some(0),
        Some(_) => Some(2),
        None => (context == Context::Everywhere).then_some(1),
    };
    let bindings = view.keymap.0.iter();
    let mut rows: Vec<(i32, &Binding)> = bindings
        .filter_map(|binding| Some((rank(binding.context)?, binding)))
        .collect();
    rows.sort_by_key(|(rank, _)| *rank);
    rows.into_iter()
        .filter(|(_, binding)| binding.command != Command::App(AppCommand::Palette))
        .map(|(_, binding)| offered(binding, view))
        .collect()
}

/// Offers a command, and first the screen that answers it if it is another one.
fn offered(binding: &Binding, view: &View) -> Offered {
    let command = binding.command;
    let screen = binding.context.screen();
    let elsewhere = screen.filter(|screen| *screen != view.screen);
    let place = elsewhere
        .map(|screen| format!("{} · ", view.words.screen(screen)))
        .unwrap_or_default();
    let name = (binding.words)(view.words);
    let offered = Offered::new(format!("{place}{name}"), binding.keys_shown(), move |_| {
        let go = elsewhere.map(Effect::Go);
        let close = [Effect::Close].into_iter();
        close.chain(go).chain([Effect::Run(command)]).collect()
    });
    offered.also_called(view.words.also_called(name))
}
