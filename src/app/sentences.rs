//! The failure of a book, as a sentence in the user's language.

use std::io::{Error, ErrorKind};

use crate::store::{Failure, Trouble};
use crate::words::Words;

/// Returns the sentence for a failure; the text of SQLite is added where the kind alone says too little.
pub(crate) fn sentence(failure: &Failure, words: Words) -> String {
    let known = match failure.trouble {
        Trouble::NotADatabase => words.fail_not_a_database(),
        Trouble::OtherProgram => words.fail_other_program(),
        Trouble::Newer => words.fail_newer(),
        Trouble::Older => words.fail_older(),
        Trouble::ReadOnly => words.fail_read_only(),
        Trouble::Locked => words.fail_locked(),
        Trouble::NoFolder => words.fail_no_folder(),
        Trouble::Full => words.fail_full(),
        Trouble::Unwritten => words.fail_unwritten(),
        Trouble::Clash => words.fail_clash(),
        Trouble::Overtaken => return words.fail_overtaken(&failure.to_string()),
        Trouble::Signed => words.why_signed(),
        Trouble::InUse => words.fail_in_use(),
        Trouble::Damaged => return format!("{} ({failure})", words.fail_damaged()),
        Trouble::Other => return format!("{} ({failure})", words.fail_other()),
    };
    known.to_owned()
}

/// Returns why a file or folder cannot be used, in the words of the user.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a system knows many troubles; those without a sentence of their own tell their name"
)]
pub(crate) fn io_why(error: &Error, words: Words) -> String {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => words.io_not_found().to_owned(),
        ErrorKind::PermissionDenied => words.io_denied().to_owned(),
        ErrorKind::ReadOnlyFilesystem => words.io_read_only().to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => words.io_full().to_owned(),
        ErrorKind::FileTooLarge => words.io_too_large().to_owned(),
        ErrorKind::InvalidFilename => words.io_name_too_long().to_owned(),
        ErrorKind::ExecutableFileBusy | ErrorKind::ResourceBusy => words.io_in_use().to_owned(),
        ErrorKind::IsADirectory | ErrorKind::InvalidInput => words.io_is_folder().to_owned(),
        ErrorKind::AlreadyExists => words.io_is_file().to_owned(),
        ErrorKind::InvalidData => words.why_not_utf8().to_owned(),
        _ => error.to_string(),
    }
}
