//! The papers of the open meeting on their way out: where they go, what was handed out before, what differs since.

pub mod written;

use std::path::Path;

use crate::app::App;
use crate::app::choice::Choice;
use crate::app::dialogs::Dialog;
use crate::app::effect::{Effect, Export, Opening, PapersEffect};
use crate::app::old_choice::Purpose;
use crate::app::papers::choices::PapersChoice;
use crate::app::papers::current::{matters, version};
use crate::app::papers::{amend as papers_amend, files as papers_files};
use crate::app::status::Status;
use crate::meeting::code::PaperKind;
use crate::meeting::papers::Obstacle;
use crate::papers::Format;
use crate::papers::brief::{Brief, Which};
use crate::papers::minutes::hindering;
use crate::papers::phrases::Phrases;

pub use crate::app::handing_out::written::{Errand, Outcome, Unwritten};

/// The formats of the complete folder.
pub const FOLDER_FORMATS: [Format; 2] = [Format::Docx, Format::Pdf];

/// What somebody has said yes to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Consent {
    may_replace: bool,
    may_leave_blanks: bool,
}

impl Consent {
    /// Blanks may stay.
    const LEAVE_BLANKS: Self = Self {
        may_replace: false,
        may_leave_blanks: true,
    };

    /// An older version may be replaced; the blanks have been asked about before that.
    const REPLACE: Self = Self {
        may_replace: true,
        may_leave_blanks: true,
    };
}

impl App {
    /// Does what is asked of the papers.
    pub(crate) fn perform_on_papers(&mut self, effect: PapersEffect) -> bool {
        match effect {
            PapersEffect::AskWhere(what) => self.ask_where(what),
            PapersEffect::Replace(what, path) => self.hand_out(what, &path, Consent::REPLACE),
            PapersEffect::LeaveBlanks(what, path) => {
                self.hand_out(what, &path, Consent::LEAVE_BLANKS)
            }
            PapersEffect::Amend(which) => self.ask_amendment(which),
            PapersEffect::Versions(which) => {
                self.show_versions(which);
                true
            }
        }
    }

    /// Asks where a paper or the complete folder goes, with a name that tells what it is.
    fn ask_where(&mut self, what: Export) -> bool {
        let name = match what {
            Export::Paper(which) => version(&mut self.questions(), which).map(|version| {
                let dossier = self.room.dossier.as_ref();
                let name = version
                    .zip(dossier)
                    .map(|(version, dossier)| version.name(dossier));
                format!("{}.{}", name.unwrap_or_default(), Format::Docx.ending())
            }),
            Export::Folder => Ok(self.folder_name()),
            Export::Turnout(_)
            | Export::Year(_)
            | Export::Roster(_)
            | Export::Actions
            | Export::Issues => Ok(String::new()),
        };
        match name {
            Ok(name) => {
                let folder = self.setup.papers_folder.as_deref();
                let folder = folder.or(self.setup.book_folder.as_deref());
                let path = folder.map_or_else(|| name.clone().into(), |folder| folder.join(&name));
                self.perform(vec![papers_files::ask(what, &path.display().to_string())]);
                true
            }
            Err(failure) => {
                self.fail(&failure);
                false
            }
        }
    }

    fn folder_name(&self) -> String {
        let dossier = self.room.dossier.as_ref();
        let day = dossier.map(|dossier| dossier.meeting.starts.date_naive().to_string());
        format!("giao-ban-{}", day.unwrap_or_default())
    }

    /// Hands a paper or the complete folder out; an older version in its place is asked about first.
    pub(crate) fn hand_out(&mut self, what: Export, path: &Path, consent: Consent) -> bool {
        let matters = match matters(&self.room.store, &what, self.room.now.date_naive()) {
            Ok(matters) => matters,
            Err(failure) => {
                self.fail(&failure);
                return false;
            }
        };
        let Some(dossier) = &self.room.dossier else {
            return false;
        };
        let phrases = Phrases::worded(self.room.phrases.as_ref(), Some(&dossier.issuer));
        let errand = Errand {
            brief: Brief {
                dossier,
                phrases: &phrases,
                matters: &matters,
                today: self.room.now.date_naive(),
            },
            may_replace: consent.may_replace,
            may_leave_blanks: consent.may_leave_blanks,
            now: self.room.now,
        };
        let store = &mut self.room.store;
        let done = match what {
            Export::Paper(which) => {
                errand.one(store, which, path, Format::of(path).unwrap_or(Format::Docx))
            }
            Export::Folder => errand.all(store, path, &FOLDER_FORMATS),
            Export::Turnout(_)
            | Export::Year(_)
            | Export::Roster(_)
            | Export::Actions
            | Export::Issues => return self.export(what, path),
        };
        self.told(what, path, done)
    }

    /// Says what came of it.
    fn told(&mut self, what: Export, path: &Path, done: Result<Outcome, Unwritten>) -> bool {
        let words = self.room.words;
        let shown = path.display().to_string();
        (self.room.shelf.ledger, self.room.shelf.past) = (None, None);
        match done {
            Ok(outcome) => {
                let missing = self.missing(what);
                let sentence = match (what, outcome) {
                    (Export::Folder, outcome) => outcome.told_folder(&shown, words),
                    (_, Outcome { written: 0, .. }) => words.told_paper_same(&shown),
                    (_, _) if missing > 0 => words.told_exported_with_gaps(&shown, missing),
                    (_, _) => words.told_paper_written(&shown),
                };
                self.status = Some(Status::done(sentence));
                true
            }
            Err(Unwritten::Kept(_, Obstacle::Older)) => {
                let choice = Choice::new(Purpose::Replace(what, path.to_owned()));
                self.place.dialog = Some(Dialog::Choice(choice));
                false
            }
            Err(Unwritten::Blank(papers)) => {
                let file = path.to_owned();
                let choice = PapersChoice::Blanks { what, file, papers };
                let choice = Choice::new(Purpose::Papers(choice));
                self.place.dialog = Some(Dialog::Choice(choice));
                false
            }
            Err(unwritten) => {
                if let Unwritten::Book(failure) = &unwritten {
                    self.fail(failure);
                }
                self.status = Some(Status::failed(unwritten.sentence(words)));
                false
            }
        }
    }

    /// Returns how many gaps the paper still has that is printed with blanks.
    fn missing(&self, what: Export) -> usize {
        let minutes = Export::Paper(PaperKind::Minutes.into());
        let dossier = self.room.dossier.as_ref().filter(|_| what == minutes);
        dossier.map_or(0, hindering)
    }

    /// Asks what is corrected in a paper that was handed out to be signed.
    fn ask_amendment(&mut self, which: Which) -> bool {
        if let Err(failure) = self.questions().ledger() {
            self.fail(&failure);
            return false;
        }
        if let (Some(dossier), Some(ledger)) = (&self.room.dossier, &self.room.shelf.ledger) {
            let effect = papers_amend::ask(which.kind, dossier, ledger, self.room.words);
            self.perform(vec![effect]);
        }
        true
    }

    /// Shows the versions of a paper; how their files stand is looked up once, now.
    fn show_versions(&mut self, which: Which) {
        (self.room.shelf.past, self.room.shelf.difference) = (None, None);
        self.perform(vec![Effect::Show(Opening::Versions(which))]);
    }
}
