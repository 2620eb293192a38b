//! The folder of the user's documents, as the system knows it.

use std::path::{Path, PathBuf};

/// Returns the folder of the user's documents; none where the machine has none.
pub(crate) fn folder() -> Option<PathBuf> {
    known().filter(|folder| folder.is_dir())
}

#[cfg(windows)]
fn known() -> Option<PathBuf> {
    known_folders::get_known_folder_path(known_folders::KnownFolder::Documents)
}

#[cfg(target_os = "macos")]
fn known() -> Option<PathBuf> {
    Some(etcetera::home_dir().ok()?.join("Documents"))
}

#[cfg(not(any(windows, target_os = "macos")))]
fn known() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let folders = etcetera::choose_base_strategy().ok()?;
    let file = folders.config_dir().join("user-dirs.dirs");
    let dirs = super::read_if_there(&file).ok().flatten();
    of_desktop(folders.home_dir(), dirs.as_deref())
}

/// The names that desktops give the folder, where no file says another.
const NAMES: [&str; 2] = ["T\u{e0}i li\u{1ec7}u", "Documents"];

/// Returns the folder of the documents as a desktop of Linux names it in `user-dirs.dirs`, else the one that is there under
/// a usual name. A desktop that names the home folder itself has none.
pub fn of_desktop(home: &Path, dirs: Option<&str>) -> Option<PathBuf> {
    let named = dirs.and_then(|dirs| dirs.lines().rev().find_map(|line| named_in(line, home)));
    let named = named.filter(|folder| folder != home && folder.is_dir());
    let usual = || {
        let mut usual = NAMES.iter().map(|name| home.join(name));
        usual.find(|folder| folder.is_dir())
    };
    named.or_else(usual)
}

/// Reads a line as a shell would: `XDG_DOCUMENTS_DIR="$HOME/Documents"`, or an absolute path.
fn named_in(line: &str, home: &Path) -> Option<PathBuf> {
    let (name, value) = line.trim().split_once('=')?;
    let value = value.trim().strip_prefix('"')?.strip_suffix('"')?;
    if name.trim() != "XDG_DOCUMENTS_DIR" {
        return None;
    }
    let mut is_escaped = false;
    let plain: String = value
        .chars()
        .filter(|letter| {
            is_escaped = *letter == '\\' && !is_escaped;
            !is_escaped
        })
        .collect();
    let path = match plain.strip_prefix("$HOME") {
        Some(rest) => home.join(rest.trim_matches('/')),
        None => PathBuf::from(plain.trim_end_matches('/')),
    };
    path.is_absolute().then_some(path)
}
