//! The papers of the open meeting on their way out: their files, the versions handed out before, the differences since.

pub(crate) mod written;

use std::path::PathBuf;

use crate::app::App;
use crate::app::choice::Choice;
use crate::app::dialogs::Dialog;
use crate::app::effect::{Effect, Handout, Opening, PaperExport, PapersEffect, no_meeting};
use crate::app::export::{ExportForm, Replacement};
use crate::app::form::Form;
use crate::app::papers::amend as papers_amend;
use crate::app::papers::choices::PapersChoice;
use crate::app::papers::current::{matters, matters_of, sealed_elsewhere, version};
use crate::app::papers::entries::gap_words;
use crate::app::status::Status;
use crate::meeting::code::{MeetingState, PaperKind};
use crate::meeting::papers::Obstacle;
use crate::meeting::papers::seal::Touched;
use crate::meeting::rows::Paper;
use crate::papers::Format;
use crate::papers::brief::{Brief, Stage, Which};
use crate::papers::edition::Edition;
use crate::papers::gaps::Gap;
use crate::papers::paper::remarks;
use crate::papers::phrases::Phrases;

pub use crate::app::handing_out::written::{Errand, Outcome, Unwritten};

/// The formats of the complete folder.
pub(crate) const FOLDER_FORMATS: [Format; 2] = [Format::Docx, Format::Pdf];

impl App {
    /// Performs a deed on the papers.
    pub(crate) fn perform_on_papers(&mut self, effect: PapersEffect) -> bool {
        match effect {
            PapersEffect::AskFile(which) => self.ask_file(which),
            PapersEffect::AskAgain(which, number) => self.ask_again(which, number),
            PapersEffect::AskFolder => {
                let folder = self.folder();
                self.ask_where(ExportForm::Folder(folder))
            }
            PapersEffect::HandOut(handout) => self.hand_out(handout),
            PapersEffect::AskSignature => self.ask_signature(),
            PapersEffect::Amend(which) => self.ask_amendment(which),
            PapersEffect::Versions(which) => {
                self.show_versions(which);
                true
            }
        }
    }

    /// Asks where a paper goes, with a name that tells its kind and version.
    fn ask_file(&mut self, which: Which) -> bool {
        match version(&mut self.questions(), which) {
            Ok(version) => {
                let named = version.zip(self.room.dossier.as_ref());
                let place =
                    named.map(|(version, dossier)| version.edition().place(dossier, Format::Docx));
                let file = self.folder().join(place.unwrap_or_default());
                self.ask_where(ExportForm::Paper(which, file))
            }
            Err(failure) => {
                self.fail(&failure);
                false
            }
        }
    }

    /// Asks where a final version goes that went out before; nothing but its words is kept of a draft.
    fn ask_again(&mut self, which: Which, number: i64) -> bool {
        let room = &self.room;
        let is_it = |paper: &Paper| paper.version == number && paper.is_final;
        let is_kept = room
            .shelf
            .ledger
            .as_ref()
            .is_some_and(|ledger| ledger.versions(which.of()).any(is_it));
        let edition = Edition {
            which,
            stage: Stage::Final,
            number,
        };
        let place = room.dossier.as_ref().filter(|_| is_kept);
        let Some(place) = place.map(|dossier| edition.place(dossier, Format::Docx)) else {
            self.status = Some(Status::warned(room.words.why_draft_not_kept()));
            return false;
        };
        self.ask_where(ExportForm::Again(which, number, self.folder().join(place)))
    }

    fn ask_where(&mut self, form: ExportForm) -> bool {
        let form = Form::open(form, &self.view());
        self.perform(vec![Effect::Fill(form)]);
        true
    }

    /// Returns where the papers of the open meeting go, unless the user says otherwise.
    fn folder(&self) -> PathBuf {
        let outbox = &self.room.preferences.outbox;
        let dossier = self.room.dossier.as_ref();
        dossier.map_or_else(
            || outbox.folder(),
            |dossier| outbox.of_meeting(dossier, self.room.words),
        )
    }

    /// Hands a paper or the complete folder out; an older version in its place is asked about first.
    fn hand_out(&mut self, handout: Handout) -> bool {
        let (store, today) = (&self.room.store, self.room.now.date_naive());
        let matters = match handout.what {
            PaperExport::One(which, _) | PaperExport::Again(which, ..) => {
                matters_of(store, which.kind, today)
            }
            PaperExport::Folder => matters(store, today),
        };
        let matters = match matters {
            Ok(matters) => matters,
            Err(failure) => {
                self.fail(&failure);
                return false;
            }
        };
        let Some(dossier) = &self.room.dossier else {
            self.perform(no_meeting(self.room.words));
            return false;
        };
        let phrases = Phrases::worded(self.room.phrases.as_ref(), Some(&dossier.issuer));
        let ground = self.room.preferences.outbox.ground(self.folder());
        let errand = Errand {
            brief: Brief {
                dossier,
                phrases: &phrases,
                matters: &matters,
                today: self.room.now.date_naive(),
            },
            may_replace: handout.may_replace,
            may_leave_blanks: handout.may_leave_blanks,
            now: self.room.now,
            ground: ground.as_ref(),
        };
        let store = &mut self.room.store;
        let path = &handout.path;
        let done = match handout.what {
            PaperExport::One(which, format) => errand.one(store, which, path, format),
            PaperExport::Again(which, number, format) => {
                errand.again(store, (which, number), path, format)
            }
            PaperExport::Folder => errand.all(store, path, &FOLDER_FORMATS),
        };
        self.report(handout, done)
    }

    /// Says the result of a handing out.
    fn report(&mut self, handout: Handout, done: Result<Outcome, Unwritten>) -> bool {
        let words = self.room.words;
        let path = handout.path.display().to_string();
        (self.room.shelf.ledger, self.room.shelf.past) = (None, None);
        match done {
            Ok(outcome) => {
                let missing = outcome.blanks.len();
                let unprintable = outcome.unprintable.clone();
                let sentence = match (handout.what, outcome) {
                    (PaperExport::Folder, outcome) => outcome.told_folder(&path, words),
                    (_, Outcome { written: 0, .. }) => words.told_paper_same(&path),
                    (_, _) if missing > 0 => words.told_exported_with_gaps(&path, missing),
                    (_, _) => words.told_paper_written(&path),
                };
                self.status = Some(match unprintable {
                    Some(letters) => Status::warned(words.told_unprintable(&sentence, &letters)),
                    None => Status::done(sentence),
                });
                true
            }
            Err(Unwritten::Kept(_, Obstacle::Older)) => {
                self.choose(Choice::new(Replacement(handout)))
            }
            Err(Unwritten::Blank(blanks)) => {
                let choice = PapersChoice::Blanks { handout, blanks };
                self.choose(Choice::new(choice))
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

    /// Opens a question in the place of writing the papers.
    fn choose(&mut self, choice: Choice) -> bool {
        self.place.open(Dialog::Choice(choice));
        false
    }

    /// Asks whether the minutes are signed now, unless they have a blank or are not true; signed, whether they are not.
    fn ask_signature(&mut self) -> bool {
        let words = self.room.words;
        let Some(dossier) = &self.room.dossier else {
            return false;
        };
        match dossier.meeting.state {
            MeetingState::Planned | MeetingState::InSession => {
                self.status = Some(Status::warned(words.why_not_closed()));
                false
            }
            MeetingState::Final => {
                let signature = Touched::Signature(dossier.meeting.id);
                match self.view().seal_on(|_| signature) {
                    Some(refusal) => {
                        self.status = Some(refusal);
                        false
                    }
                    None => self.choose(Choice::new(PapersChoice::Unsign)),
                }
            }
            MeetingState::Closed => self.ask_to_sign(),
        }
    }

    fn ask_to_sign(&mut self) -> bool {
        let which = Which::from(PaperKind::Minutes);
        let minutes = match version(&mut self.questions(), which) {
            Ok(minutes) => minutes,
            Err(failure) => {
                self.fail(&failure);
                return false;
            }
        };
        let Some(minutes) = minutes else {
            return false;
        };
        let elsewhere = match sealed_elsewhere(&mut self.questions(), &minutes.document) {
            Ok(elsewhere) => elsewhere,
            Err(failure) => {
                self.fail(&failure);
                return false;
            }
        };
        let Some(dossier) = &self.room.dossier else {
            return false;
        };
        let remarks = remarks(which, dossier);
        let wrong = remarks.iter().filter(|remark| remark.hinders()).count();
        let (missing, open): (Vec<&Gap>, Vec<&Gap>) =
            minutes.document.gaps().partition(|gap| gap.hinders());
        let words = self.room.words;
        let why = match (missing.len(), wrong, elsewhere.first()) {
            (0, 0, Some((kind, gap))) => {
                let gap = gap_words(gap, dossier, words);
                let gap = words.gap_of_paper(&gap, words.paper(*kind));
                words.why_gaps_elsewhere(elsewhere.len(), &gap)
            }
            (0, 0, None) => {
                let of_registry = open.iter().filter(|gap| gap.is_of_registry()).count();
                let noted = remarks.len() + open.len() - of_registry;
                return self.choose(Choice::new(PapersChoice::Finalise { noted, of_registry }));
            }
            (0, wrong, _) => words.why_wrong(wrong),
            (missing, ..) => words.why_gaps(missing),
        };
        self.status = Some(Status::warned(why));
        false
    }

    /// Asks what is corrected in a paper that was handed out to be signed.
    fn ask_amendment(&mut self, which: Which) -> bool {
        if let Err(failure) = self.questions().ledger() {
            self.fail(&failure);
            return false;
        }
        let asked = papers_amend::open(which.kind, &self.view());
        self.perform(asked);
        true
    }

    /// Shows the versions of a paper; how their files stand is looked up once, now.
    fn show_versions(&mut self, which: Which) {
        (self.room.shelf.past, self.room.shelf.difference) = (None, None);
        self.perform(vec![Effect::Show(Opening::Versions(which))]);
    }
}
