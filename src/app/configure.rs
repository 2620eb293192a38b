//! The preferences of the program, written to the configuration, and the sentences of the papers, read from their file.

use std::io;
use std::path::Path;

use crate::app::App;
use crate::app::Status;
use crate::app::config::{self, Origin, Origins, Preference, TEMPLATE};
use crate::app::sentences::{io_why, io_why_at};
use crate::app::theme::{BUNDLED, Theme, read_theme};
use crate::app::view::{Wording, misworded};
use crate::files;
use crate::files::toml::{Mistake, parse};
use crate::papers::phrases::Phrases;
use crate::words::Words;

/// Why a setting could not be written to the configuration.
enum Unkept {
    /// The file has a mistake, so it is not changed.
    Broken(Mistake),
    /// It cannot be read or written.
    Io(io::Error),
}

impl App {
    /// Changes a preference and writes it to the configuration file. If the file cannot be written, the draft of this
    /// desk in this book keeps it.
    pub(crate) fn configure(&mut self, preference: Preference) -> bool {
        if let Preference::PapersFolder(typed) = preference {
            return self.choose_papers_folder(&typed);
        }
        let written = self.keep(&preference);
        let is_kept = matches!(written, Ok(true));
        self.put(preference, is_kept);
        if let Err(unkept) = written {
            let sentences =
                [&self.unkept(&unkept), self.room.words.told_in_book()].map(ToString::to_string);
            self.status = Some(Status::failed(sentences.join(" ")));
        }
        true
    }

    /// Finds the origin of each preference: a flag, the draft of this desk, or as the configuration was read.
    pub(crate) fn find_origins(&mut self) {
        let (given, place) = (self.setup.origins, &self.place);
        let or_book = |origin, is_here: bool| match origin {
            Origin::Flag => Origin::Flag,
            Origin::Book | Origin::Config | Origin::Program if is_here => Origin::Book,
            Origin::Book | Origin::Config | Origin::Program => origin,
        };
        self.room.preferences.origins = Origins {
            lang: or_book(given.lang, place.lang.is_some()),
            theme: or_book(given.theme, place.theme.is_some()),
            typing: or_book(given.typing, place.typing.is_some()),
            papers_folder: given.papers_folder,
        };
    }

    /// Takes a preference, and keeps it in the draft of this desk unless the configuration holds it.
    fn put(&mut self, preference: Preference, is_kept: bool) {
        let origin = if is_kept {
            Origin::Config
        } else {
            Origin::Book
        };
        let origins = &mut self.setup.origins;
        match &preference {
            Preference::Lang(_) => origins.lang = origin,
            Preference::Theme(_) => origins.theme = origin,
            Preference::Typing(_) => origins.typing = origin,
            Preference::PapersFolder(_) => {}
        }
        self.find_origins();
        match preference {
            Preference::Lang(lang) => {
                self.setup.lang = Some(lang);
                self.place.lang = (!is_kept).then_some(lang);
                self.room.words = Words::of(lang);
                self.follow_in_form();
                self.status = Some(Status::done(self.room.words.told_language()));
            }
            Preference::Theme(name) => {
                self.setup.theme = Some(name.clone());
                self.place.theme = (!is_kept).then(|| name.clone());
                self.status = Some(Status::done(self.room.words.told_theme(&name)));
                self.take_theme(&name);
            }
            Preference::Typing(method) => {
                self.setup.typing = method;
                self.place.typing = method.filter(|_| !is_kept);
                self.room.typing = method;
                let sentence = self.room.words.told_typing(method);
                self.status = Some(Status::said(sentence));
            }
            Preference::PapersFolder(_) => {}
        }
    }

    /// Takes a theme by its name; one that is broken or missing is said, and the first one is taken.
    pub(crate) fn take_theme(&mut self, name: &str) {
        name.clone_into(&mut self.room.preferences.theme);
        let folder = self.setup.theme_folder.clone();
        let own = folder
            .as_ref()
            .map(|folder| files::names_in(folder, "toml"))
            .unwrap_or_default();
        self.room.themes = BUNDLED.iter().map(|(name, _)| (*name).to_owned()).collect();
        self.room.themes.extend(
            own.into_iter()
                .filter(|own| !BUNDLED.iter().any(|(name, _)| name == own)),
        );
        if self.setup.no_colour {
            self.room.theme = None;
            return;
        }
        let words = self.room.words;
        let file = folder.map(|folder| folder.join(format!("{name}.toml")));
        let theme = match read_theme(name, file.as_deref()) {
            Some(Ok(theme)) => Some(theme),
            Some(Err(mistake)) => {
                let text = words.fail_theme(
                    &format!("{name}.toml"),
                    mistake.line,
                    mistake.column,
                    &mistake.why,
                );
                self.status = Some(Status::failed(text));
                None
            }
            None => {
                self.status = Some(Status::failed(
                    words.fail_no_theme(name, &self.room.themes.join(", ")),
                ));
                None
            }
        };
        let first = || parse::<Theme>(BUNDLED[0].1).ok();
        self.room.theme = theme.or_else(first);
    }

    /// Takes a folder for the papers, if the folder exists and the configuration could be written; otherwise nothing
    /// changes.
    fn choose_papers_folder(&mut self, typed: &str) -> bool {
        let words = self.room.words;
        let folder = match papers_folder(typed, words) {
            Ok(folder) => folder,
            Err(why) => {
                self.status = Some(Status::warned(why));
                return false;
            }
        };
        match self.keep(&Preference::PapersFolder(typed.to_owned())) {
            Ok(is_kept) => {
                self.room.preferences.outbox.chosen = folder;
                let name = self.room.preferences.outbox.told(words);
                let sentence = words.told_setting(words.setting_papers_folder(), &name);
                if is_kept {
                    self.setup.origins.papers_folder = Origin::Config;
                }
                self.find_origins();
                self.status = Some(Status::done(sentence));
                true
            }
            Err(unkept) => {
                self.status = Some(Status::failed(self.unkept(&unkept)));
                false
            }
        }
    }

    /// Writes a preference to the configuration file; false if the platform has no place for one.
    fn keep(&self, preference: &Preference) -> Result<bool, Unkept> {
        let Some(file) = &self.setup.config else {
            return Ok(false);
        };
        let content = files::read_text(file).map_err(Unkept::Io)?;
        let content = content.as_deref().unwrap_or(TEMPLATE);
        let changed = config::with(content, preference).map_err(Unkept::Broken)?;
        files::replace_text(file, &changed).map_err(Unkept::Io)?;
        Ok(true)
    }

    fn unkept(&self, unkept: &Unkept) -> String {
        let words = self.room.words;
        let file = self.setup.config.as_ref();
        let file = file.map_or_else(String::new, |file| file.display().to_string());
        match unkept {
            Unkept::Broken(mistake) => {
                words.fail_config_broken(&file, mistake.line, mistake.column, &mistake.why)
            }
            Unkept::Io(error) => words.fail_config_unwritten(&file, &io_why(error, words)),
        }
    }

    /// Writes the sentences of the program to the file of the user, which is never overwritten.
    pub(crate) fn write_phrases(&mut self) -> bool {
        let words = self.room.words;
        let Some(file) = self.setup.phrases_file.clone() else {
            self.status = Some(Status::warned(words.why_no_phrases_place()));
            return false;
        };
        let name = file.display().to_string();
        if file.exists() {
            self.status = Some(Status::warned(words.why_phrases_there(&name)));
            return false;
        }
        let made = file.parent().map_or(Ok(()), files::make_private_folder);
        let bytes = Phrases::FILE.as_bytes();
        match made.and_then(|()| files::write_atomically(&file, bytes, false)) {
            Ok(()) => {
                self.read_phrases();
                self.status = Some(Status::done(words.told_phrases_written(&name)));
                true
            }
            Err(error) => {
                let why = io_why_at(&error, &file, words);
                self.status = Some(Status::failed(words.fail_file(&name, &why)));
                false
            }
        }
    }

    /// Reads the sentences of the papers again; those of a file that is wrong are not taken.
    pub(crate) fn read_phrases(&mut self) {
        let words = self.room.words;
        let file = self.setup.phrases_file.clone();
        let (phrases, wording) = read_wording(file.as_deref(), words);
        let name = file.map_or_else(String::new, |file| file.display().to_string());
        self.status = Some(match &wording {
            Wording::Own => Status::said(words.told_phrases_own()),
            Wording::Read(retired) if retired.is_empty() => Status::done(words.told_phrases_read()),
            Wording::Read(retired) => Status::warned(words.told_phrases_read_but(retired.len())),
            Wording::Broken(_) | Wording::Unread(_) => {
                Status::failed(complaint(&wording, &name, words).unwrap_or_default())
            }
        });
        self.room.phrases = phrases;
        self.room.preferences.wording = wording;
        self.forget();
    }
}

/// Returns the sentences of the papers from a file, if the file is valid, and the state of the file.
pub(crate) fn read_wording(file: Option<&Path>, words: Words) -> (Option<Phrases>, Wording) {
    let read = file.map_or(Ok(None), files::read_text);
    match read {
        Ok(None) => (None, Wording::Own),
        Ok(Some(content)) => match Phrases::read(&content) {
            Ok(phrases) => (Some(phrases), Wording::Read(Phrases::retired(&content))),
            Err(mistake) => (None, Wording::Broken(mistake)),
        },
        Err(error) => (None, Wording::Unread(io_why(&error, words))),
    }
}

/// Returns the error in the file of the sentences, if there is one.
pub(crate) fn complaint(wording: &Wording, file: &str, words: Words) -> Option<String> {
    match wording {
        Wording::Own | Wording::Read(_) => None,
        Wording::Broken(mistake) => Some(misworded(file, mistake, words)),
        Wording::Unread(why) => Some(words.fail_unread(file, why)),
    }
}

/// Returns the folder of a typed path, and makes it if it is missing; nothing for an empty path: papers go where they
/// usually do.
fn papers_folder(typed: &str, words: Words) -> Result<Option<std::path::PathBuf>, String> {
    if typed.is_empty() {
        return Ok(None);
    }
    let folder = files::from_home(typed).ok_or_else(|| words.why_folder_not_whole(typed))?;
    files::make_writable_folder(&folder).map_err(|error| {
        let why = io_why_at(&error, &folder, words);
        words.fail_folder(&folder.display().to_string(), &why)
    })?;
    Ok(Some(folder))
}
