//! Tones that are marks: a digit that VNI, the program's or the system's, would put on a letter of a name.

use crate::app::command::{Command, EditCommand, ScreenId};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Context;
use crate::app::roll_call::RollCall;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::dossier::Dossier;
use crate::text::find::{Fit, fit};
use crate::text::finder::Finder;
use crate::text::telex::{Method, tone_digit};

/// What the typed keys have told of the input method of the system, which says nothing of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Outside {
    /// Nothing yet.
    #[default]
    Unknown,
    /// This letter came where the digit may have been meant, which was asked for once more.
    Asked(char, char),
    /// Digits become tones: it is VNI.
    Vni,
    /// A digit that VNI makes a tone of came as a digit: it is not VNI.
    Plain,
}

impl RollCall {
    /// Says whether a digit is a tone or a mark on a letter: with VNI it is no command (`guide/architecture.md`, law 1).
    /// Behind the whole name of the one unit that matches, and where nothing would match any more, it marks the unit.
    pub(super) fn takes_tone(&self, digit: char, dossier: &Dossier, view: &View) -> bool {
        let toned = self
            .toned(digit)
            .filter(|_| view.typing == Some(Method::Vni));
        toned.is_some_and(|toned| {
            !self.is_whole(dossier) && !self.matching(&toned, dossier).is_empty()
        })
    }

    /// Returns what VNI makes of the typed text and a digit behind it, if the digit becomes a tone or a mark.
    fn toned(&self, digit: char) -> Option<String> {
        let mut typed = self.query.line().clone();
        typed.type_key(digit, Some(Method::Vni));
        let is_letter = !self.query.is_blank() && !typed.before().ends_with(digit);
        is_letter.then(|| typed.text().to_owned())
    }

    /// Says whether the whole name of the only unit that matches has been typed.
    fn is_whole(&self, dossier: &Dossier) -> bool {
        let names = self.matches(dossier);
        let names = names.iter().filter_map(|id| dossier.seats.get(*id));
        let names: Vec<&str> = names.map(|seat| seat.name.as_str()).collect();
        match names[..] {
            [only] => fit(self.query.text(), only) == Some(Fit::Whole),
            [] | [_, _, ..] => false,
        }
    }

    /// Takes the tone that the input method of the system has made of a digit for the mark of that digit, where no name
    /// has this tone: it deletes the letters from the vowel on and writes them anew, `linh tru1` as `linh tr`, `ú`.
    pub(super) fn take_outer_tone(
        &mut self,
        command: EditCommand,
        view: &View,
    ) -> Option<Vec<Effect>> {
        let deleted = std::mem::take(&mut self.deleted);
        let echoed = std::mem::take(&mut self.echoed);
        match command {
            EditCommand::Backspace => {
                let last = self.query.before().chars().next_back();
                self.deleted = last.into_iter().chain(deleted.chars()).collect();
                None
            }
            EditCommand::Type(typed) if let Some(rest) = echoed.strip_prefix(typed) => {
                rest.clone_into(&mut self.echoed);
                Some(self.question(view))
            }
            EditCommand::Type(typed) => self.mark_by_tone(typed, &deleted, view),
            EditCommand::Left
            | EditCommand::Right
            | EditCommand::Home
            | EditCommand::End
            | EditCommand::Delete
            | EditCommand::DeleteWord
            | EditCommand::Clear => None,
        }
    }

    /// Says whether a tone may as well be a slip in Telex: behind a whole name, or where digits have come as digits, unless
    /// VNI is known by now.
    fn is_unsure(&self, typed: char, dossier: &Dossier) -> bool {
        match self.outside {
            Outside::Vni => false,
            Outside::Unknown => self.is_whole(dossier),
            Outside::Asked(letter, _) => letter != typed || self.is_whole(dossier),
            Outside::Plain => true,
        }
    }

    /// Marks the unit that matches without the tone of this letter, unless one matches with it. Where the tone may be a slip
    /// it is dropped, and the digit is asked for once more.
    fn mark_by_tone(&mut self, typed: char, deleted: &str, view: &View) -> Option<Vec<Effect>> {
        let dossier = view.dossier.filter(|_| !self.others)?;
        let (plain, digit) = tone_digit(typed).filter(|_| view.typing.is_none())?;
        let rest = deleted.strip_prefix(plain)?;
        let before = self.query.text();
        let named = format!("{before}{plain}{rest}");
        let toned = format!("{before}{typed}{rest}");
        let is_mark =
            self.matching(&toned, dossier).is_empty() && !self.matching(&named, dossier).is_empty();
        let here = [Context::Screen(ScreenId::RollCall)];
        match view.keymap.lookup(&here, Key::Char(digit)) {
            Some(Command::RollCall(command)) if is_mark => {
                self.query = Finder::of(&named);
                rest.clone_into(&mut self.echoed);
                if self.is_unsure(typed, dossier) {
                    self.outside = Outside::Asked(typed, digit);
                    return Some(self.question(view));
                }
                self.outside = Outside::Vni;
                let found = self.go_to_first(view);
                let marked = self.mark_selected(command, dossier, view);
                Some(found.into_iter().chain(marked).collect())
            }
            Some(_) | None => None,
        }
    }

    /// Returns the question whether a tone was meant as a mark; it is said again behind each letter that follows the tone.
    fn question(&self, view: &View) -> Vec<Effect> {
        match self.outside {
            Outside::Asked(letter, digit) => {
                let why = view.words.why_tone_or_mark(letter, digit);
                vec![Effect::Say(Status::warned(why))]
            }
            Outside::Unknown | Outside::Vni | Outside::Plain => Vec::new(),
        }
    }

    /// Learns from a digit that came as it was typed.
    pub(super) fn learn_from_digit(&mut self, digit: char) {
        let is_plain = self.toned(digit).is_some();
        self.outside = match self.outside {
            Outside::Asked(_, asked) if asked == digit => Outside::Vni,
            Outside::Vni => Outside::Vni,
            Outside::Unknown | Outside::Asked(..) | Outside::Plain if is_plain => Outside::Plain,
            other @ (Outside::Unknown | Outside::Asked(..) | Outside::Plain) => other,
        };
    }
}
