//! The loop of a program of the terminal: draw, wait for an event or the next moment that counts, handle all that came.

use std::time::Duration;

use ratatui::backend::Backend;
use ratatui::{Frame, Terminal};

use super::event::Source;
use crate::app::event::Event;

/// A program that the loop can run: the desk, or the projector.
pub trait Program {
    /// Draws the whole frame; nothing but the terminal changes by it.
    fn draw(&self, frame: &mut Frame);
    /// Takes the size of the terminal.
    fn resize(&mut self, columns: u16, rows: u16);
    /// Handles one event, and says whether the screen may have changed by it.
    fn handle(&mut self, event: Event) -> bool;
    /// Follows the time when nothing else happens.
    fn tick(&mut self);
    /// Returns how long nothing on the screen changes by itself.
    fn next_wake(&self) -> Duration;
    /// Says whether the user has left.
    fn is_done(&self) -> bool;
    /// Folds the log that an earlier end has left into the book, once the first frame is on the screen.
    fn settle(&self) {}
}

/// Draws and handles events until the user leaves.
pub(crate) fn run<B: Backend>(
    terminal: &mut Terminal<B>,
    program: &mut impl Program,
    source: &mut impl Source,
) -> anyhow::Result<()>
where
    B::Error: Send + Sync + 'static,
{
    let size = terminal.size()?;
    program.resize(size.width, size.height);
    let mut is_settled = false;
    let mut is_stale = true;
    while !program.is_done() {
        if is_stale {
            terminal.draw(|frame| program.draw(frame))?;
        }
        if !std::mem::replace(&mut is_settled, true) {
            program.settle();
        }
        let Some(event) = source.next(program.next_wake())? else {
            program.tick();
            is_stale = true;
            continue;
        };
        is_stale = false;
        let mut next = Some(event);
        while let Some(event) = next.filter(|_| !program.is_done()) {
            if event == Event::Resize {
                let size = terminal.size()?;
                program.resize(size.width, size.height);
            }
            is_stale |= program.handle(event);
            next = source.next(Duration::ZERO)?;
        }
    }
    Ok(())
}
