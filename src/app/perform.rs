//! Performs effects in their order: commits, the dialogs, the screens; writing files is handed on.

use crate::app::App;
use crate::app::command::ScreenId;
use crate::app::dialogs::Dialog;
use crate::app::effect::{Effect, Opening, gone};
use crate::app::form::Form;
use crate::app::place::{DRAFT, LINES};
use crate::app::screen::Screen;
use crate::app::screens::Screens;
use crate::app::sentence;
use crate::app::status::Status;
use crate::app::touched::{Touches, touches};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::dossier::Dossier;
use crate::meeting::papers::seal;
use crate::meeting::rows::{Meeting, Record};
use crate::store::{Failure, Trouble};

/// How many of the lines that were typed on the desk can be brought back.
const TYPED: usize = 50;

impl App {
    /// Performs effects in their order; once one fails, the rest are not performed.
    pub(crate) fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if !self.perform_one(effect) {
                return;
            }
        }
    }

    fn perform_one(&mut self, effect: Effect) -> bool {
        match effect {
            Effect::Commit(transaction) => return self.commit(&transaction),
            Effect::Open(meeting, screen) => return self.open(meeting) && self.go(screen),
            Effect::Hold(meeting) => return self.open(meeting),
            Effect::Go(screen) => return self.go(screen),
            Effect::Fill(form) => return self.fill(form),
            Effect::Choose(choice) => self.place.open(Dialog::Choice(choice)),
            Effect::Show(opening) => self.show(opening),
            Effect::Back => {
                self.drop_asked();
                self.place.back();
            }
            Effect::Close => {
                self.drop_asked();
                self.place.close();
            }
            Effect::CloseAll => {
                self.drop_asked();
                self.place.close_all();
            }
            Effect::Say(status) => self.status = Some(status),
            Effect::Overtaken(sentence) => {
                self.snapshot = None;
                self.status = Some(Status::failed(sentence));
                return false;
            }
            Effect::LineWritten => self.line_written(),
            Effect::Tell(message) => self.place.screens.tell(message, self.room.dossier.as_ref()),
            Effect::Export(what, path) => return self.export(what, &path),
            Effect::Papers(effect) => return self.perform_on_papers(effect),
            Effect::Import(roster, path) => return self.import(roster, &path),
            Effect::CompletePath => self.complete_path(),
            Effect::MendRow(place, report) => {
                if let Some(Dialog::Import(preview)) = &mut self.place.dialog {
                    preview.mended(place, report);
                }
            }
            Effect::Paste(text) => self.put_text(&text),
            Effect::OpenPlace(place) => return self.open_place(&place),
            Effect::Copy(text) => self.copy(&text),
            Effect::LeftOver(desk, is_taken) => {
                if let Err(failure) = self.answer_left_over(desk, is_taken) {
                    self.fail(&failure);
                    return false;
                }
            }
            Effect::Run(command) => {
                self.refresh();
                let effects = self.run(command);
                self.perform(effects);
            }
            Effect::Configure(preference) => return self.configure(preference),
            Effect::WritePhrases => return self.write_phrases(),
            Effect::ReadPhrases => self.read_phrases(),
        }
        true
    }

    /// Opens a form; what it asks of the book may give it other fields than it was made with.
    fn fill(&mut self, mut form: Form) -> bool {
        if let Err(failure) = form.ask(&mut self.questions()) {
            self.fail(&failure);
            return false;
        }
        form.follow(&self.view());
        self.place.open(Dialog::Form(form));
        true
    }

    fn show(&mut self, opening: Opening) {
        match Dialog::open(opening, self.room.dossier.as_ref()) {
            Some(dialog) => self.place.show(dialog),
            None => self.perform(gone(self.room.words)),
        }
    }

    /// Drops what was asked of the book for the dialog that is left.
    fn drop_asked(&mut self) {
        (self.room.shelf.reminder, self.room.shelf.part) = (None, None);
        self.room.shelf.unprintable = None;
    }

    /// Empties the capture line after its commit, and adds the typed text to the recalled lines.
    fn line_written(&mut self) {
        let desk = &mut self.place.screens.desk;
        let typed = desk.line.text().trim().to_owned();
        desk.written();
        let lines = &mut self.room.typed;
        if typed.is_empty() || lines.last() == Some(&typed) {
            return;
        }
        lines.push(typed);
        let surplus = lines.len().saturating_sub(TYPED);
        lines.drain(..surplus);
        let draft = serde_json::to_string(lines).unwrap_or_default();
        if let Err(failure) = self.room.store.keep_draft(&self.draft_name(LINES), &draft) {
            self.fail(&failure);
        }
    }

    /// Writes to the book; the dossier in memory changes only after the commit.
    fn commit(&mut self, transaction: &Transaction) -> bool {
        let (dossier, ledger) = (&self.room.dossier, self.room.shelf.ledger.as_ref());
        let is_sealed = |dossier: &Dossier| seal::refuses(dossier, ledger, &transaction.changes);
        if dossier.as_ref().is_some_and(is_sealed) {
            self.status = Some(Status::warned(self.view().why_signed()));
            return false;
        }
        if self.is_overtaken(&transaction.changes) {
            self.snapshot = None;
            self.status = Some(Status::failed(self.room.words.fail_meanwhile()));
            return false;
        }
        if transaction.changes_nothing() {
            self.status = Some(Status::said(&transaction.label));
            return true;
        }
        match self.room.store.commit(transaction, self.room.now) {
            Ok(()) => {
                self.follow(&transaction.changes);
                self.place.is_answered = true;
                self.place.screens.desk.forget_trail();
                self.status = Some(Status::done(&transaction.label));
                true
            }
            Err(failure) => {
                self.fail(&failure);
                false
            }
        }
    }

    pub(crate) fn undo(&mut self) -> Vec<Effect> {
        match self.room.store.undo(self.room.now) {
            Ok(Some(transaction)) => {
                self.follow(&transaction.changes);
                vec![Effect::Say(Status::done(
                    self.room.words.told_undone(&transaction.label),
                ))]
            }
            Ok(None) => vec![Effect::Say(Status::warned(
                self.room.words.told_nothing_to_undo(),
            ))],
            Err(failure) => self.fail(&failure),
        }
    }

    pub(crate) fn redo(&mut self) -> Vec<Effect> {
        match self.room.store.redo(self.room.now) {
            Ok(Some(transaction)) => {
                self.follow(&transaction.changes);
                vec![Effect::Say(Status::done(
                    self.room.words.told_redone(&transaction.label),
                ))]
            }
            Ok(None) => vec![Effect::Say(Status::warned(
                self.room.words.told_nothing_to_redo(),
            ))],
            Err(failure) => self.fail(&failure),
        }
    }

    /// Applies a commit to the memory: dossier, snapshot and cache.
    fn follow(&mut self, changes: &[Change]) {
        let before = self.head;
        self.head = self.room.store.head().unwrap_or(before);
        // Another desk may have written while this commit waited for its turn.
        let is_alone = self.head == before + 1;
        let touches_frame = touches(changes).any(|touched| touched == Touches::Frame);
        if touches_frame || !is_alone || self.answers_older(changes) {
            self.reload();
        } else if let Some(dossier) = &mut self.room.dossier {
            for change in changes {
                dossier.apply(change);
            }
        }
        if let Some(snapshot) = &mut self.snapshot {
            for change in changes {
                snapshot.apply(change);
            }
        }
        self.forget_after(changes, is_alone);
    }

    /// Says whether changes answer an issue of an earlier meeting: who raised it stands in no change.
    fn answers_older(&self, changes: &[Change]) -> bool {
        let is_own = |issue| {
            let dossier = self.room.dossier.as_ref();
            dossier.is_none_or(|dossier| dossier.issues.get(issue).is_some())
        };
        let mut rows = changes.iter().filter_map(Change::after);
        rows.any(|row| {
            if let Record::IssueAnswer(answer) = row {
                !is_own(answer.issue)
            } else {
                false
            }
        })
    }

    /// Empties the cache, but for the answers that these changes cannot have changed.
    fn forget_after(&mut self, changes: &[Change], is_alone: bool) {
        let mut before = std::mem::take(&mut self.room.shelf);
        if !is_alone {
            return;
        }
        let now = &mut self.room.shelf;
        let is_only = |what: Touches| touches(changes).all(|touched| touched == what);
        let has = |what: Touches| touches(changes).any(|touched| touched == what);
        now.history = before
            .history
            .take()
            .filter(|(_, but, _)| is_only(Touches::Marks) && but.is_some());
        now.open = before.open.filter(|_| !has(Touches::Issues));
        now.citations = before.citations.filter(|_| !has(Touches::Documents));
        now.snippets = before.snippets.filter(|_| !has(Touches::Snippets));
    }

    /// Reads the open meeting again; if it was deleted, the list of meetings is shown.
    pub(crate) fn reload(&mut self) {
        let Some(id) = self.room.dossier.as_ref().map(|dossier| dossier.meeting.id) else {
            return;
        };
        match self.room.store.dossier(id) {
            Ok(Some(dossier)) => self.room.dossier = Some(dossier),
            Ok(None) => {
                self.room.dossier = None;
                self.place.meeting = None;
                self.place.screen = ScreenId::Meetings;
                self.open_earlier();
                let why = self.room.words.why_meeting_gone();
                self.status = Some(Status::warned(why));
            }
            Err(failure) => {
                self.fail(&failure);
            }
        }
    }

    /// Shows a failure; after a clash, also the rows of the other writer.
    pub(crate) fn fail(&mut self, failure: &Failure) -> Vec<Effect> {
        if matches!(failure.trouble, Trouble::Clash | Trouble::Overtaken) {
            self.reload();
            self.forget();
        }
        // A refusal by the seal is a warning here as in `commit`.
        self.status = Some(if failure.trouble == Trouble::Signed {
            Status::warned(self.view().why_signed())
        } else {
            Status::failed(sentence(failure, self.room.words))
        });
        Vec::new()
    }

    /// Opens the meeting that was open before the one that is gone, if it is still there.
    fn open_earlier(&mut self) {
        if let Some(earlier) = self.place.earlier.take() {
            self.open(earlier);
        }
    }

    fn open(&mut self, id: Id<Meeting>) -> bool {
        let is_open = self
            .room
            .dossier
            .as_ref()
            .is_some_and(|dossier| dossier.meeting.id == id);
        if !is_open {
            match self.room.store.dossier(id) {
                Ok(Some(dossier)) => {
                    self.place.earlier = self.room.dossier.as_ref().map(|of| of.meeting.id);
                    self.take(dossier);
                }
                Ok(None) => {
                    let why = self.room.words.why_gone();
                    self.status = Some(Status::warned(why));
                    return false;
                }
                Err(failure) => {
                    self.fail(&failure);
                    return false;
                }
            }
        }
        self.place.meeting = Some(id);
        self.place.screens.meetings.meeting = Some(id);
        true
    }

    /// Makes a meeting the open one; a half-typed line is kept until its own meeting is opened again.
    fn take(&mut self, dossier: Dossier) {
        let meetings = std::mem::take(&mut self.place.screens.meetings);
        let search = std::mem::take(&mut self.place.screens.search);
        let actions = std::mem::take(&mut self.place.screens.actions);
        let review = std::mem::take(&mut self.place.screens.review);
        let issues = std::mem::take(&mut self.place.screens.issues);
        let settings = std::mem::take(&mut self.place.screens.settings);
        let desk = std::mem::take(&mut self.place.screens.desk);
        if let Some(before) = self.room.dossier.as_ref().filter(|_| !desk.line.is_blank()) {
            self.place.parked.insert(before.meeting.id.number(), desk);
        }
        self.place.screens = Screens {
            meetings,
            search,
            actions,
            review,
            issues,
            settings,
            desk: self
                .place
                .parked
                .remove(&dossier.meeting.id.number())
                .unwrap_or_default(),
            ..Screens::default()
        };
        self.room.dossier = Some(dossier);
        self.forget();
    }

    fn go(&mut self, screen: ScreenId) -> bool {
        self.place.screen = screen;
        true
    }

    /// Saves the state of the screens as a draft, if it has changed; the draft survives a kill.
    pub(crate) fn keep_draft(&mut self) {
        let Ok(content) = serde_json::to_string(&self.place) else {
            return;
        };
        if content != self.draft {
            match self
                .room
                .store
                .keep_draft(&self.draft_name(DRAFT), &content)
            {
                Ok(()) => self.draft = content,
                Err(failure) => {
                    self.status = Some(Status::failed(sentence(&failure, self.room.words)));
                }
            }
        }
    }
}
