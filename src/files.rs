//! Files and folders: where they lie by the platform's convention, readable by their owner only, never half written.

pub mod book;
pub mod bundle;
pub mod desk;
pub mod disk;
pub mod documents;
pub mod spreadsheet;
pub mod toml;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

/// The name of the program's folders.
const NAME: &str = "giaoban";

/// Returns where the book lies unless the user names another file.
pub(crate) fn default_book() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(folders.data_dir().join(NAME).join("so.giaoban"))
}

/// Returns the folder of the configuration and of the user's own themes.
pub(crate) fn config_folder() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(folders.config_dir().join(NAME))
}

/// Makes a folder, and those above it, that only the owner can enter; one that is there stays as it is.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    private_folders(true).create(folder)
}

/// Returns what makes folders that only the owner can enter, with those above them or without.
fn private_folders(with_those_above: bool) -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(with_those_above);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Makes an empty file that only the owner can read; a name that is taken is refused, whatever stands there.
fn make_private_file(file: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(|_| ())
}

/// Takes the rights on a file from everybody but its owner.
#[cfg(unix)]
fn close_to_others(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(file)?.permissions().mode();
    let private = mode & !0o077;
    if mode == private {
        return Ok(());
    }
    fs::set_permissions(file, fs::Permissions::from_mode(private))
}

#[cfg(not(unix))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "it can fail where files and signals are those of Unix"
)]
fn close_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Takes away a book that could not be finished, and the files that the database keeps beside it.
pub fn remove_book(file: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        // What was never there need not go.
        let _gone = fs::remove_file(name);
    }
}

/// Writes a new file whole or not at all; a file of that name is left alone unless it may be replaced.
pub fn write_atomically(file: &Path, bytes: &[u8], may_replace: bool) -> io::Result<()> {
    if !may_replace && file.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let name = file
        .file_name()
        .ok_or(io::ErrorKind::InvalidInput)?
        .to_string_lossy();
    let draft = file.with_file_name(format!(".{name}.{}", std::process::id()));
    let written = write_private(&draft, bytes).and_then(|()| {
        if may_replace {
            fs::rename(&draft, file)
        } else {
            publish(&draft, file)
        }
    });
    if written.is_err() {
        // A failed attempt leaves no draft beside the user's files.
        let _gone_or_never_there = fs::remove_file(&draft);
    }
    written
}

/// Gives a finished draft its name, unless a file has that name by now.
///
/// `hard_link` fails if the name is taken, `rename` would replace the file. FAT file systems have no hard links: there
/// the name is checked first and then renamed, with a short race between the two.
fn publish(draft: &Path, file: &Path) -> io::Result<()> {
    match fs::hard_link(draft, file) {
        Ok(()) => fs::remove_file(draft),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) if file.exists() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(draft, file),
    }
}

/// Returns a path from the root through no link, so that a file, or a folder, is known again by it.
pub(crate) fn whole_path(file: &Path) -> PathBuf {
    if let Ok(real) = file.canonicalize() {
        return real;
    }
    let absolute = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    // What is missing of it is as it will be once its folders are made.
    let there = absolute.ancestors().skip(1).find_map(|above| {
        let missing = absolute.strip_prefix(above).ok()?;
        Some(above.canonicalize().ok()?.join(missing))
    });
    there.unwrap_or(absolute)
}

/// Says whether Word or LibreOffice has a file open, by the lock that they put beside it.
pub(crate) fn is_open_elsewhere(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // Word writes its sign over the first two letters of a name that is long enough.
    let cut = |letters: usize| name.chars().skip(letters).collect::<String>();
    let locks = [
        format!(".~lock.{name}#"),
        format!("~${name}"),
        format!("~${}", cut(1)),
        format!("~${}", cut(2)),
    ];
    locks.iter().any(|lock| file.with_file_name(lock).exists())
}

/// Writes a file under a hidden name of this process; what an earlier one has left there goes, and is not written to.
fn write_private(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let _gone_or_never_there = fs::remove_file(file);
    make_private_file(file)?;
    let mut open = File::options().write(true).truncate(true).open(file)?;
    open.write_all(bytes)?;
    open.sync_all()
}

/// Says whether reading a path may never end: a device, a pipe or a socket stands there.
pub(crate) fn is_endless(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|of| !of.is_file() && !of.is_dir())
}

/// Returns what a file holds.
pub(crate) fn read_bytes(file: &Path) -> io::Result<Vec<u8>> {
    fs::read(file)
}

/// Returns the text of a file, or nothing if there is none.
pub(crate) fn read_if_there(file: &Path) -> io::Result<Option<String>> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Returns the text of a file as it is, or nothing if there is none; one that is not UTF-8 is an error.
pub(crate) fn read_text(file: &Path) -> io::Result<Option<String>> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes a text file of the user's, whole or not at all, where it really lies and with the rights that it has;
/// its folder is made if it is not there, and one that is read-only stays as it is.
pub(crate) fn replace_text(file: &Path, text: &str) -> io::Result<()> {
    let Ok(real) = file.canonicalize() else {
        file.parent().map_or(Ok(()), make_private_folder)?;
        return write_atomically(file, text.as_bytes(), false);
    };
    let rights = fs::metadata(&real)?.permissions();
    if rights.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    write_atomically(&real, text.as_bytes(), true)?;
    fs::set_permissions(&real, rights)
}

/// Returns a path that does not depend on where the program was started; `~` is the folder of the user.
pub(crate) fn from_home(typed: &str) -> Option<PathBuf> {
    let path = match typed.strip_prefix('~') {
        Some("") => etcetera::home_dir().ok()?,
        Some(rest) => etcetera::home_dir().ok()?.join(rest.strip_prefix('/')?),
        None => PathBuf::from(typed),
    };
    path.is_absolute().then_some(path)
}

/// Makes a folder that files can be written to, unless it is there.
pub(crate) fn make_writable_folder(folder: &Path) -> io::Result<()> {
    if !folder.is_dir() {
        return make_private_folder(folder);
    }
    if fs::metadata(folder)?.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    Ok(())
}

/// What keeps a file from being at its path.
#[derive(Debug)]
pub(crate) enum Hindrance {
    /// A folder above it is missing.
    Missing(PathBuf),
    /// What should be a folder above it is a file.
    NotAFolder(PathBuf),
}

/// Returns the first part above a path that is missing or no folder.
pub(crate) fn hindrance(path: &Path) -> Option<Hindrance> {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut above: Vec<&Path> = whole.ancestors().skip(1).collect();
    above.reverse();
    let part = above.into_iter().find(|part| !part.is_dir())?;
    Some(if part.exists() {
        Hindrance::NotAFolder(part.to_owned())
    } else {
        Hindrance::Missing(part.to_owned())
    })
}

/// Returns the file that a user means: as it was typed, without the quotes that a dragged name comes in, or with its
/// accents written apart, as macOS and some archives write them.
pub fn meant(typed: &Path) -> PathBuf {
    use unicode_normalization::UnicodeNormalization;
    if typed.exists() {
        return typed.to_owned();
    }
    let text = typed.to_string_lossy();
    // A whole path that was typed behind the folder that stood there begins anew.
    let text = text
        .rfind("//")
        .map_or(&*text, |place| text.get(place + 1..).unwrap_or(&text));
    let bare = ['\'', '"']
        .iter()
        .find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote))
        .unwrap_or(text);
    let apart: String = bare.nfd().collect();
    [PathBuf::from(bare), PathBuf::from(apart)]
        .into_iter()
        .find(|path| path.exists())
        .unwrap_or_else(|| typed.to_owned())
}

/// Endings of the files that may hold a table.
const TABLES: [&str; 6] = ["xlsx", "xlsm", "csv", "tsv", "xls", "ods"];

/// Files that are read in at once at most.
const MOST_FILES: usize = 500;

/// Returns the files that a user means: those of a folder that may hold a table, several with semicolons between them, or
/// one.
pub(crate) fn tables(typed: &Path) -> Vec<PathBuf> {
    if typed.is_dir() {
        let entries = fs::read_dir(typed).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries
            .map(|entry| entry.path())
            .filter(|path| is_table(path))
            .collect();
        files.sort();
        files.truncate(MOST_FILES);
        return files;
    }
    let text = typed.to_string_lossy();
    if typed.exists() || !text.contains(';') {
        return vec![typed.to_owned()];
    }
    let parts = text
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    parts
        .take(MOST_FILES)
        .map(|part| meant(Path::new(part)))
        .collect()
}

/// Says whether a file may hold a table; what an office program keeps beside an open file is none.
fn is_table(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    !name.starts_with(['.', '~']) && TABLES.contains(&ending.as_str()) && path.is_file()
}

/// Returns the folder of a file, or of the last of several, with its stroke at the end.
pub(crate) fn folder_of(file: &Path) -> String {
    let text = file.to_string_lossy();
    let last = text.rsplit(';').next().unwrap_or_default().trim();
    let folder = if file.is_dir() {
        file.to_owned()
    } else {
        Path::new(last).parent().unwrap_or(file).to_owned()
    };
    let whole = whole_path(&folder).to_string_lossy().into_owned();
    if whole.ends_with(std::path::MAIN_SEPARATOR) {
        whole
    } else {
        format!("{whole}{}", std::path::MAIN_SEPARATOR)
    }
}

/// Completes the last path of a text as far as the names of the files allow; returns the text and the names that fit.
pub(crate) fn completed(typed: &str) -> (String, Vec<String>) {
    let begun = typed.rfind(';').map_or(0, |place| place + 1);
    let (before, last) = typed.split_at_checked(begun).unwrap_or(("", typed));
    let blank = last.len() - last.trim_start().len();
    let name_at = last
        .rfind(['/', std::path::MAIN_SEPARATOR])
        .map_or(blank, |place| place + 1);
    let (folder, name) = last.split_at_checked(name_at).unwrap_or(("", last));
    let path = from_home(folder.trim()).unwrap_or_else(|| PathBuf::from(folder.trim()));
    let looked = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        &path
    };
    let entries = fs::read_dir(looked).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().is_dir() || is_table(&entry.path()))
        .map(|entry| {
            let stroke = if entry.path().is_dir() {
                std::path::MAIN_SEPARATOR_STR
            } else {
                ""
            };
            format!("{}{stroke}", entry.file_name().to_string_lossy())
        })
        .filter(|of| starts_so(of, name) && (name.starts_with('.') || !of.starts_with('.')))
        .collect();
    names.sort();
    let Some((first, rest)) = names.split_first() else {
        return (typed.to_owned(), names);
    };
    let shared = rest.iter().fold(first.as_str(), |shared, of| {
        let same = shared
            .chars()
            .zip(of.chars())
            .take_while(|(one, other)| one == other);
        let bytes = same.map(|(letter, _)| letter.len_utf8()).sum();
        shared.get(..bytes).unwrap_or_default()
    });
    let name = if shared.chars().count() >= name.chars().count() {
        shared
    } else {
        name
    };
    (format!("{before}{folder}{name}"), names)
}

/// Says whether a name begins so, in whatever case and however its accents are kept.
fn starts_so(name: &str, begun: &str) -> bool {
    use unicode_normalization::UnicodeNormalization;
    let plain = |text: &str| text.nfc().collect::<String>().to_lowercase();
    plain(name).starts_with(&plain(begun))
}

/// Returns the names, without their ending, of the files in a folder that end so.
pub(crate) fn names_in(folder: &Path, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == ending)
        })
        .filter_map(|path| {
            path.file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
        })
        .collect();
    names.sort();
    names
}

/// Removes a file, or a folder with its content, that should not outlast the program: only Unix tells of its end.
#[cfg(unix)]
pub(crate) fn take_away(passing: &Path) {
    let _gone_or_never_there = if passing.is_dir() {
        fs::remove_dir_all(passing)
    } else {
        fs::remove_file(passing)
    };
}

/// A folder that goes when it is let go of, for a practice book.
#[derive(Debug)]
pub struct PassingFolder(pub PathBuf);

impl PassingFolder {
    /// Makes a private folder under the number of this process; a name that is taken is left alone, and the next tried.
    pub(crate) fn new() -> io::Result<Self> {
        let builder = private_folders(false);
        let stem = format!("{NAME}-{}", std::process::id());
        let names = std::iter::once(stem.clone()).chain((2..100).map(|n| format!("{stem}-{n}")));
        for name in names {
            let folder = std::env::temp_dir().join(name);
            match builder.create(&folder) {
                Ok(()) => return Ok(Self(folder)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

impl Drop for PassingFolder {
    fn drop(&mut self) {
        let _gone_or_never_there = fs::remove_dir_all(&self.0);
    }
}
