//! The sentences of the papers on the command line: printed as they are in use, or a file of them checked.

use super::options::PhrasesRequest;
use super::print;
use crate::app::read_wording;
use crate::app::view::Wording;
use crate::files;
use crate::papers::phrases::Phrases;
use crate::words::Words;

/// The name of the file in the folder of the configuration.
pub(crate) const FILE: &str = "phrases.toml";

/// Prints the sentences that are in use, or says whether a file of them is right.
pub(crate) fn tell(request: &PhrasesRequest, words: Words) -> Result<(), String> {
    let usual = || files::config_folder().map(|folder| folder.join(FILE));
    let file = request.file.clone().or_else(usual);
    let path = file.as_ref().map(|file| file.display().to_string());
    let path = path.unwrap_or_default();
    match read_wording(file.as_deref(), words).1 {
        Wording::Own if request.check => Err(words.fail_no_file(&path)),
        Wording::Own => print(Phrases::FILE, words),
        Wording::Read(retired) if request.check => {
            let right = [words.told_phrases_right(&path)].into_iter();
            let retired = retired.iter().map(|retired| retired.sentence(words));
            let lines: Vec<String> = right.chain(retired).collect();
            print(&format!("{}\n", lines.join("\n")), words)
        }
        Wording::Read(_) => {
            let content = file.map_or(Ok(None), |file| files::read_text(&file));
            let content = content.map_err(|error| words.fail_unread(&path, &error.to_string()))?;
            print(&content.unwrap_or_default(), words)
        }
        Wording::Broken(mistake) => Err(words.fail_phrases_check(&path, &mistake.sentence(words))),
        Wording::Unread(why) => Err(words.fail_unread(&path, &why)),
    }
}
