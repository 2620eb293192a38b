//! What went wrong with a book, as a sentence in the user's language.

use crate::store::{Failure, Trouble};
use crate::words::Words;

/// Returns the sentence for a failure; what SQLite says besides is added where the kind alone tells too little.
pub fn sentence(failure: &Failure, words: Words) -> String {
    let known = match failure.trouble {
        Trouble::NotADatabase => words.fail_not_a_database(),
        Trouble::OtherProgram => words.fail_other_program(),
        Trouble::Newer => words.fail_newer(),
        Trouble::Older => words.fail_older(),
        Trouble::ReadOnly => words.fail_read_only(),
        Trouble::Locked => words.fail_locked(),
        Trouble::NoFolder => words.fail_no_folder(),
        Trouble::Full => words.fail_full(),
        Trouble::Clash => words.fail_clash(),
        Trouble::Overtaken => return words.fail_overtaken(&failure.to_string()),
        Trouble::Signed => words.fail_signed(),
        Trouble::InUse => words.fail_in_use(),
        Trouble::Damaged => return format!("{} ({failure})", words.fail_damaged()),
        Trouble::Other => return format!("{} ({failure})", words.fail_other()),
    };
    known.to_owned()
}
