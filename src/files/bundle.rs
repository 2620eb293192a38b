//! Files that are written together or not at all: prepared unseen, given their names at once, taken back if that fails.

use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::{make_private_folder, publish, whole_path, write_private};
use crate::meeting::papers::checksum;

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Where.
    pub path: PathBuf,
    /// What.
    pub bytes: Vec<u8>,
    /// The checksum of the file that it replaces, where it replaces one.
    pub replaces: Option<String>,
}

/// Where folders that are missing may be made on the way to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// The folder that must be there: a stick that is not plugged in is not made anew.
    pub there: PathBuf,
    /// The folder in it that may be made, with those above it and in it.
    pub made: PathBuf,
}

impl Ground {
    /// Returns the ground of what goes into a folder that is there.
    pub fn of(folder: &Path) -> Self {
        Self {
            there: folder.to_owned(),
            made: folder.to_owned(),
        }
    }

    /// Returns the same ground through no link.
    pub(crate) fn whole(&self) -> Self {
        Self {
            there: whole_path(&self.there),
            made: whole_path(&self.made),
        }
    }
}

/// Why nothing is published: somebody has written to a file since it was looked at.
#[derive(Debug)]
pub struct Edited(
    /// The file, which is there as it was left.
    pub(crate) PathBuf,
);

impl fmt::Display for Edited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} was edited meanwhile", self.0.display())
    }
}

impl std::error::Error for Edited {}

/// A step that was prepared or done, so that it can be taken back.
#[derive(Debug)]
enum Step {
    /// A folder was made to put files into.
    Folder(PathBuf),
    /// A file waits under a hidden name for its own.
    Waiting {
        draft: PathBuf,
        path: PathBuf,
        replaces: Option<String>,
    },
    /// A new file has its name.
    Named(PathBuf),
    /// A file has its name, and the former file of that name waits under a hidden one.
    Replaced { path: PathBuf, before: PathBuf },
    /// A folder waits under a hidden name for its own.
    WaitingFolder { draft: PathBuf, path: PathBuf },
    /// A new folder is there, whole.
    NamedFolder(PathBuf),
}

/// Files on their way to their places; letting go of them before they are settled takes everything back.
#[derive(Debug, Default)]
pub struct Bundle {
    steps: Vec<Step>,
}

impl Bundle {
    /// Prepares files; a folder that is missing is made only on this ground, where one is given.
    pub fn of_files(files: &[Planned], ground: Option<&Ground>) -> io::Result<Self> {
        let mut bundle = Self::default();
        for file in files {
            bundle.make_above(&file.path, ground)?;
            let draft = hidden(&file.path, bundle.steps.len());
            bundle.steps.push(Step::Waiting {
                draft: draft.clone(),
                path: file.path.clone(),
                replaces: file.replaces.clone(),
            });
            write_private(&draft, &file.bytes)?;
        }
        Ok(bundle)
    }

    /// Prepares a folder that is not there yet, with files and folders in it; the one above it must be there, unless it is
    /// made on this ground.
    pub(crate) fn of_folder(
        folder: &Path,
        files: &[Planned],
        ground: Option<&Ground>,
    ) -> io::Result<Self> {
        let mut bundle = Self::default();
        bundle.make_above(folder, ground)?;
        let draft = hidden(folder, 0);
        make_folder(&draft)?;
        bundle.steps.push(Step::WaitingFolder {
            draft: draft.clone(),
            path: folder.to_owned(),
        });
        for file in files {
            let inside = file.path.strip_prefix(folder);
            let path = draft.join(inside.map_err(|_| io::ErrorKind::InvalidInput)?);
            make_private_folder(path.parent().unwrap_or(&draft))?;
            write_private(&path, &file.bytes)?;
        }
        Ok(bundle)
    }

    /// Makes the folders above a path that are missing, as far as they may be made.
    fn make_above(&mut self, path: &Path, ground: Option<&Ground>) -> io::Result<()> {
        let is_on = |ground: &&Ground| path.starts_with(&ground.made) && ground.there.is_dir();
        let Some(ground) = ground.filter(is_on) else {
            return Ok(());
        };
        let above = path.ancestors().skip(1);
        let missing = above.take_while(|above| *above != ground.there && !above.exists());
        let missing: Vec<&Path> = missing.collect();
        for folder in missing.into_iter().rev() {
            make_folder(folder)?;
            self.steps.push(Step::Folder(folder.to_owned()));
        }
        Ok(())
    }

    /// Gives every file its name; after a failure, `drop` takes the names back.
    pub fn publish(&mut self) -> io::Result<()> {
        for step in &mut self.steps {
            if let Some(done) = step.publish()? {
                *step = done;
            }
        }
        self.steps.iter().for_each(Step::keep_name);
        Ok(())
    }

    /// Leaves everything as it is now, and deletes the replaced files.
    pub fn settle(mut self) {
        for step in std::mem::take(&mut self.steps) {
            if let Step::Replaced { before, .. } = step {
                let _gone = fs::remove_file(before);
            }
        }
    }
}

impl Drop for Bundle {
    fn drop(&mut self) {
        for step in self.steps.iter().rev() {
            step.take_back();
        }
    }
}

impl Step {
    /// Gives a waiting file its name, and returns its next step.
    fn publish(&self) -> io::Result<Option<Self>> {
        Ok(Some(match self {
            Self::Waiting {
                draft,
                path,
                replaces: Some(sum),
            } if path.exists() => replace(draft, path, sum)?,
            Self::Waiting { draft, path, .. } => {
                publish(draft, path)?;
                Self::Named(path.clone())
            }
            Self::WaitingFolder { path, .. } if path.exists() => {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            Self::WaitingFolder { draft, path } => {
                fs::rename(draft, path)?;
                Self::NamedFolder(path.clone())
            }
            Self::Folder(_) | Self::Named(_) | Self::Replaced { .. } | Self::NamedFolder(_) => {
                return Ok(None);
            }
        }))
    }

    /// Waits until the name that it gave is on the disk, as far as the system can tell.
    fn keep_name(&self) {
        let (Self::Named(path) | Self::Replaced { path, .. } | Self::NamedFolder(path)) = self
        else {
            return;
        };
        if matches!(self, Self::NamedFolder(_)) {
            sync_folders(path);
        }
        if let Some(folder) = path.parent() {
            sync_folder(folder);
        }
    }

    /// Takes the step back; errors are ignored: the file was taken away by somebody else, or its disk is gone.
    fn take_back(&self) {
        let _gone = match self {
            Self::Folder(folder) => fs::remove_dir(folder),
            Self::Waiting { draft, .. } => fs::remove_file(draft),
            Self::Named(path) => fs::remove_file(path),
            Self::Replaced { path, before } => fs::rename(before, path),
            Self::WaitingFolder { draft, .. } => fs::remove_dir_all(draft),
            Self::NamedFolder(path) => fs::remove_dir_all(path),
        };
    }
}

/// Waits until the names in a folder are on the disk; some systems and sticks cannot say so, and lose nothing by it.
fn sync_folder(folder: &Path) {
    let _as_far_as_it_goes = File::open(folder).and_then(|folder| folder.sync_all());
}

/// Waits for a folder and for those in it.
fn sync_folders(folder: &Path) {
    sync_folder(folder);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir());
    folders.for_each(|folder| sync_folders(&folder));
}

/// Puts a finished draft in the place of a file, which is kept under a hidden name if it is the one that was meant.
fn replace(draft: &Path, path: &Path, sum: &str) -> io::Result<Step> {
    let mut before = draft.as_os_str().to_owned();
    before.push("-cu");
    let replaced = Step::Replaced {
        path: path.to_owned(),
        before: before.into(),
    };
    let mut is_it = Ok(true);
    if let Step::Replaced { before, .. } = &replaced {
        fs::rename(path, before)?;
        // Only now nobody writes to it by its name any more.
        is_it = fs::read(before).map(|bytes| checksum(&bytes) == sum);
    }
    let put = is_it.and_then(|is_it| {
        if is_it {
            fs::rename(draft, path)
        } else {
            Err(io::Error::other(Edited(path.to_owned())))
        }
    });
    if let Err(error) = put {
        replaced.take_back();
        return Err(error);
    }
    Ok(replaced)
}

/// Returns a hidden name beside a file, short whatever the file is called, which no other process takes.
fn hidden(path: &Path, place: usize) -> PathBuf {
    path.with_file_name(format!(".giaoban-{}-{place}", std::process::id()))
}

/// Makes a new folder that only the owner can enter.
fn make_folder(folder: &Path) -> io::Result<()> {
    super::private_folders(false).create(folder)
}
