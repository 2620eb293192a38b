//! The versions of a paper that were handed out, the state of their files, and the difference between two of them.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, VersionsCommand};
use crate::app::effect::{Effect, PapersEffect};
use crate::app::keymap::Context;
use crate::app::list::Listing;
use crate::app::papers::current::composed;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::view::View;
use crate::files;
use crate::meeting::papers::{Against, OnDisk, Past, checksum};
use crate::meeting::rows::{Paper, PaperFile};
use crate::papers::brief::Which;
use crate::papers::difference::{Mark, Passage, difference};
use crate::store::{Failure, Store};
use crate::text::width::width;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Versions {
    pub(crate) which: Which,
    /// The selected version, from the newest.
    pub(crate) selected: usize,
    /// The other side of the difference, while it is shown.
    pub(crate) against: Option<Against>,
    /// Lines of the difference above the first one shown.
    pub(crate) scroll: usize,
}

impl Screen for Versions {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Versions, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Versions(command) = command else {
            return Vec::new();
        };
        let is_empty = self.past(view).is_none_or(|past| past.versions.is_empty());
        self.scroll = 0;
        self.against = match (command, self.against) {
            (VersionsCommand::Cancel, None) => return vec![Effect::Back],
            (VersionsCommand::Cancel, Some(_)) => None,
            (VersionsCommand::Again, against) => {
                self.against = against;
                return self.again(view);
            }
            (VersionsCommand::Compare | VersionsCommand::Other, _) if is_empty => None,
            (VersionsCommand::Other, None | Some(Against::Before)) => Some(Against::Now),
            (VersionsCommand::Compare, _) | (VersionsCommand::Other, Some(Against::Now)) => {
                Some(Against::Before)
            }
        };
        Vec::new()
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let rows = usize::from(view.rows.saturating_sub(4)).max(1);
        if self.against.is_some() {
            let lines = self.difference(view).len();
            return Some(Listing::text(&mut self.scroll, lines, rows));
        }
        let total = self.past(view).map_or(0, |past| past.versions.len());
        Some(Listing::new(&mut self.selected, total, rows))
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        let cached = book.shelf.past.as_ref();
        if book.dossier.is_some() && cached.is_none_or(|cached| cached.of != self.which.of()) {
            book.shelf.past = past(book, self.which)?;
            book.shelf.difference = None;
        }
        let key = self
            .against
            .map(|against| (self.which, self.selected, against));
        let cached = book.shelf.difference.as_ref();
        if cached.map(|(of, _)| *of) != key {
            let past = book.shelf.past.as_ref();
            let pair = |(_, place, against): (Which, usize, Against)| past?.pair(place, against);
            let passages = key.and_then(pair).map(|(old, new)| difference(old, new));
            book.shelf.difference = key.zip(passages);
        }
        Ok(Vec::new())
    }
}

impl Versions {
    /// Returns the versions of a paper, the newest selected.
    pub(crate) fn of(which: Which) -> Self {
        Self {
            which,
            ..Self::default()
        }
    }

    /// Asks where the selected version goes once more.
    fn again(&self, view: &View) -> Vec<Effect> {
        let past = self.past(view);
        let selected = past.and_then(|past| past.versions.get(self.selected));
        let again = |(paper, _): &(Paper, _)| {
            Effect::Papers(PapersEffect::AskAgain(self.which, paper.version))
        };
        selected.map(again).into_iter().collect()
    }

    pub(crate) fn past<'a>(&self, view: &View<'a>) -> Option<&'a Past> {
        let past = view.shelf.past.as_ref();
        past.filter(|past| past.of == self.which.of())
    }
}

impl Versions {
    /// Returns the difference, broken into lines for the width of the window.
    pub(crate) fn difference(&self, view: &View) -> Vec<Vec<Stretch>> {
        let words = view.words;
        let key = self
            .against
            .map(|against| (self.which, self.selected, against));
        let cached = view.shelf.difference.as_ref();
        let Some((_, passages)) = cached.filter(|(of, _)| Some(*of) == key) else {
            return vec![remark(words.difference_first())];
        };
        if passages.is_empty() {
            return vec![remark(words.difference_none())];
        }
        passages
            .iter()
            .flat_map(|passage| broken(passage, room(view), view))
            .collect()
    }
}

/// Words of a line of the difference.
pub(crate) struct Stretch {
    /// Whether the words stay, go or come; none for a remark about the difference.
    pub(crate) mark: Option<Mark>,
    pub(crate) text: String,
}

/// Returns a line with a remark about the difference.
fn remark(text: &str) -> Vec<Stretch> {
    vec![Stretch {
        mark: None,
        text: text.to_owned(),
    }]
}

/// Breaks a passage at its spaces; deleted and added words stand in brackets with a sign besides their colour.
fn broken(passage: &Passage, room: usize, view: &View) -> Vec<Vec<Stretch>> {
    let stretches = match passage {
        Passage::Folded(n) => {
            let text = view.words.difference_folded(*n);
            return vec![remark(&text)];
        }
        Passage::Paragraph(stretches) => stretches,
    };
    let mut lines: Vec<Vec<Stretch>> = vec![Vec::new()];
    let mut used = 0;
    for (mark, text) in stretches {
        let text = match mark {
            Mark::Kept => text.clone(),
            Mark::Removed => bracketed('−', text),
            Mark::Added => bracketed('+', text),
        };
        for word in text.split_inclusive(' ') {
            let columns = width(word.trim_end());
            if used > 0 && used + columns > room {
                lines.push(Vec::new());
                used = 0;
            }
            used += width(word);
            if let Some(line) = lines.last_mut() {
                line.push(Stretch {
                    mark: Some(*mark),
                    text: word.to_owned(),
                });
            }
        }
    }
    lines
}

/// Puts brackets and a sign around words, but not around the space behind them.
fn bracketed(sign: char, text: &str) -> String {
    let words = text.trim_end();
    let behind = if words.len() < text.len() { " " } else { "" };
    format!("[{sign}{words}]{behind}")
}

/// Returns the columns of the window.
pub(crate) fn columns(view: &View) -> u16 {
    view.columns.saturating_sub(2).min(116)
}

/// Returns the columns of a line in the window.
pub(crate) fn room(view: &View) -> usize {
    usize::from(columns(view).saturating_sub(4))
}

/// Asks for all versions of a paper of the open meeting, each with its files as they are on the disk now.
fn past(book: &mut Questions, which: Which) -> Result<Option<Past>, Failure> {
    let Some((version, meeting)) = composed(book, which)?.zip(book.meeting()) else {
        return Ok(None);
    };
    let (store, ledger) = (book.store, book.shelf.ledger.as_ref());
    let mut versions = Vec::new();
    for paper in store.versions(meeting, which.of())?.into_iter().rev() {
        let files = ledger
            .into_iter()
            .flat_map(|ledger| ledger.files_of(paper.id));
        let files = files.map(|file| Ok((file.clone(), on_disk(store, file)?)));
        let files = files.collect::<Result<Vec<_>, Failure>>()?;
        versions.push((paper, files));
    }
    Ok(Some(Past {
        of: which.of(),
        versions,
        now: version.words,
    }))
}

/// Returns how a written file is on the disk now.
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
