//! The papers of the open meeting on their way out: where they go, what was handed out before, what differs since.

pub mod written;

use std::path::Path;

use crate::app::App;
use crate::app::choice::Purpose;
use crate::app::dialogs::{Choice, Dialog, Versions};
use crate::app::effect::{Effect, Export, PapersEffect};
use crate::app::papers::choices::PapersChoice;
use crate::app::papers::{amend as papers_amend, files as papers_files};
use crate::app::status::Status;
use crate::files;
use crate::meeting::code::PaperKind;
use crate::meeting::papers::{Against, Obstacle, OnDisk, Past, checksum, is_working};
use crate::meeting::rows::PaperFile;
use crate::papers::Format;
use crate::papers::brief::{Brief, Matters, Which};
use crate::papers::difference::difference;
use crate::papers::minutes::hindering;
use crate::papers::phrases::Phrases;
use crate::papers::version::Version;
use crate::store::{Failure, Store};

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
            Export::Paper(which) => self.paper_now(which).map(|version| {
                let dossier = self.room.dossier.as_ref();
                let name = dossier.map(|dossier| version.name(dossier));
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
                let told = match (what, outcome) {
                    (Export::Folder, outcome) => outcome.told_folder(&shown, words),
                    (_, Outcome { written: 0, .. }) => words.told_paper_same(&shown),
                    (_, _) if missing > 0 => words.told_exported_with_gaps(&shown, missing),
                    (_, _) => words.told_paper_written(&shown),
                };
                self.status = Some(Status::done(told));
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

    /// Returns a paper of the open meeting as it would be handed out now.
    fn paper_now(&self, which: Which) -> Result<Version, Failure> {
        let today = self.room.now.date_naive();
        let matters = matters(&self.room.store, &Export::Paper(which), today)?;
        let dossier = self.room.dossier.as_ref();
        let dossier =
            dossier.ok_or_else(|| Failure::new(crate::store::Trouble::Other, "no meeting"))?;
        let ledger = self.room.store.ledger(dossier.meeting.id)?;
        let phrases = Phrases::worded(self.room.phrases.as_ref(), Some(&dossier.issuer));
        let brief = Brief {
            dossier,
            phrases: &phrases,
            matters: &matters,
            today,
        };
        Ok(Version::new(which, &ledger, &brief))
    }

    /// Asks what is corrected in a paper that was handed out to be signed.
    fn ask_amendment(&mut self, which: Which) -> bool {
        if let Err(failure) = self.ask_ledger() {
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
        self.perform(vec![Effect::Show(Dialog::Versions(Versions::of(which)))]);
    }

    /// What was handed out of the open meeting.
    pub(crate) fn ask_ledger(&mut self) -> Result<(), Failure> {
        let meeting = self.room.dossier.as_ref().map(|dossier| dossier.meeting.id);
        if let Some(meeting) = meeting.filter(|_| self.room.shelf.ledger.is_none()) {
            self.room.shelf.ledger = Some(self.room.store.ledger(meeting)?);
        }
        Ok(())
    }

    /// What the list of versions shows: the versions, and the difference that is looked at.
    pub(crate) fn ask_versions(&mut self, shown: &Versions) -> Result<(), Failure> {
        let held = self.room.shelf.past.as_ref();
        if self.room.dossier.is_some() && held.is_none_or(|held| held.of != shown.which.of()) {
            self.room.shelf.past = Some(self.past(shown.which)?);
            self.room.shelf.difference = None;
        }
        let key = shown
            .against
            .map(|against| (shown.which, shown.selected, against));
        let held = self.room.shelf.difference.as_ref();
        if held.map(|(of, _)| *of) != key {
            let past = self.room.shelf.past.as_ref();
            let pair = |(_, place, against): (Which, usize, Against)| past?.pair(place, against);
            let passages = key.and_then(pair).map(|(old, new)| difference(old, new));
            self.room.shelf.difference = key.zip(passages);
        }
        Ok(())
    }

    fn past(&mut self, which: Which) -> Result<Past, Failure> {
        self.ask_ledger()?;
        let now = self.paper_now(which)?.words;
        let (store, ledger) = (&self.room.store, self.room.shelf.ledger.as_ref());
        let meeting = self.room.dossier.as_ref().map(|dossier| dossier.meeting.id);
        let papers = meeting.map(|meeting| store.versions(meeting, which.of()));
        let mut versions = Vec::new();
        for paper in papers.transpose()?.into_iter().flatten().rev() {
            let files = ledger
                .into_iter()
                .flat_map(|ledger| ledger.files_of(paper.id));
            let files = files.map(|file| Ok((file.clone(), on_disk(store, file)?)));
            let files = files.collect::<Result<Vec<_>, Failure>>()?;
            versions.push((paper, files));
        }
        Ok(Past {
            of: which.of(),
            versions,
            now,
        })
    }
}

/// Returns how a file that was written stands by now.
fn on_disk(store: &Store, file: &PaperFile) -> Result<OnDisk, Failure> {
    let Ok(bytes) = files::read_bytes(Path::new(&file.file)) else {
        return Ok(OnDisk::Gone);
    };
    let sum = checksum(&bytes);
    if sum == file.checksum {
        return Ok(OnDisk::AsWritten);
    }
    let last = store.written_to(&file.file)?;
    let is_ours = last.is_some_and(|(_, last)| last.id != file.id && last.checksum == sum);
    Ok(if is_ours {
        OnDisk::Replaced
    } else {
        OnDisk::Edited
    })
}

/// Returns what is open in the whole book, for the papers that look beyond their meeting.
pub fn matters(store: &Store, what: &Export, today: chrono::NaiveDate) -> Result<Matters, Failure> {
    match what {
        Export::Paper(which) if !is_working(which.kind) => Ok(Matters::default()),
        Export::Paper(_) | Export::Folder => {
            let (actions, issues) = store.matters(today)?;
            Ok(Matters {
                actions: Some(actions),
                issues,
            })
        }
        Export::Turnout(_)
        | Export::Year(_)
        | Export::Roster(_)
        | Export::Actions
        | Export::Issues => Ok(Matters::default()),
    }
}
