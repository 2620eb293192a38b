//! A paste of several lines: written as one line, or line by line.

use crate::app::choice::Offered;
use crate::app::desk::capture::with_links;
use crate::app::desk::{meant, verbatim};
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::view::View;
use crate::meeting::capture::{self, Capture};
use crate::meeting::change::Transaction;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{Filter, LineRefusal, Place};
use crate::text::clean::clean_line;

/// The kinds of a pasted text of several lines.
pub(crate) fn kinds(text: &str, view: &View) -> Vec<Offered> {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    let (one, each) = (text.to_owned(), text.to_owned());
    vec![
        Offered::new(view.words.option_paste_one(), "", move |_| {
            vec![Effect::Close, Effect::Tell(Message::Put(one.clone()))]
        }),
        // Refused lines stay in the choice.
        Offered::in_meeting(
            view.words.option_paste_each(lines),
            "",
            move |dossier, view| paste_each(&each, dossier, view),
        ),
    ]
}

/// Writes a pasted text line by line; a line that cannot be written as its signs say becomes a note, word for word.
fn paste_each(text: &str, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let place = || Place::now(dossier, view.now);
    let read = |line: &str| -> Capture {
        let line = clean_line(line);
        let read = meant(capture::parse(&line, dossier));
        let tried = view.writing(dossier).write(&read, place());
        let cannot = matches!(
            tried,
            Err(LineRefusal::NoFocus | LineRefusal::NoUnit | LineRefusal::Empty)
        );
        if cannot { verbatim(&line, read) } else { read }
    };
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let lines: Vec<Capture> = lines.map(read).collect();
    let changes = view.writing(dossier).write_all(&lines, place());
    let label = view.words.told_pasted(lines.len());
    let label = with_links(label, &changes, dossier, view);
    vec![
        Effect::Commit(Transaction::new(label, changes)),
        Effect::Tell(Message::ShowLines(Filter::default())),
        Effect::Close,
    ]
}
