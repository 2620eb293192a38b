//! Warnings before a paper is printed: a body that has ended, letters that the typeface lacks.

use unicode_segmentation::UnicodeSegmentation;

use super::Remark;
use crate::meeting::code::PaperKind;
use crate::meeting::dossier::Dossier;
use crate::papers::brief::imprint;
use crate::papers::content::lines;
use crate::papers::document::{Block, Document, Source};
use crate::papers::phrases::Phrases;
use crate::papers::typeface::Face;
use crate::text::clean::composed_text;
use crate::text::legacy::recognise_pasted;

/// Letters before one that cannot be printed that are shown with it.
const BEFORE: usize = 12;

/// Letters that are shown of the text around one.
const AROUND: usize = 40;

/// Returns that a paper is dated after the last day of its issuer.
pub(crate) fn ended(kind: PaperKind, dossier: &Dossier) -> Option<Remark> {
    let meeting = &dossier.meeting;
    let meeting_day = meeting.opened.unwrap_or(meeting.starts).date_naive();
    let own = imprint(kind, dossier);
    let day = own.and_then(|imprint| imprint.dated).unwrap_or(meeting_day);
    let last = dossier.issuer.valid_to;
    last.is_some_and(|last| last < day)
        .then_some(Remark::IssuerEnded)
}

/// Sentences that earlier programs wrote into the user's file with facts that the record may not have: what was passed,
/// what was praised. In the program's own words they state no fact, and are not noted.
const STATED: [(&str, &str); 2] = [("minutes", "reports"), ("notice", "tasks_lead")];

/// The sentence of an opening of which nothing was noted. It states, in the program's own words too, that somebody
/// introduced the delegates.
const OPENING: (&str, &str) = ("minutes", "opens");

/// Returns the sentences that a document prints unasked: those of the program, and those of an earlier one that still
/// stand in the user's file. Anything else that the user has worded anew was asked for.
pub(crate) fn set_phrases(document: &Document, phrases: &Phrases) -> Vec<Remark> {
    let pieces = document.pieces.iter();
    let unasked = pieces.filter_map(|piece| Some((piece.phrase?, &piece.block)));
    let noted = unasked.filter(|((section, name), _)| {
        let phrase = (*section, *name);
        phrase == OPENING || phrases.is_first(section, name) != STATED.contains(&phrase)
    });
    let printed = |block: &Block| beginning(lines(block).join(" ").chars());
    noted
        .map(|((section, name), block)| Remark::SetPhrase(section, name, printed(block)))
        .collect()
}

/// Returns where a document has letters that are printed as boxes: which, and the words around the first of them.
pub(crate) fn boxed(document: &Document) -> impl Iterator<Item = Remark> {
    texts(document).filter_map(|(text, source)| {
        let lacking = lacking(&text);
        let first = lacking.first()?.clone();
        let around = around(&text, &first);
        Some(Remark::Boxed(named(&lacking), around, source))
    })
}

/// Returns where a document has text in the letters of an old font, which somebody has kept.
pub(crate) fn in_old_letters(document: &Document) -> impl Iterator<Item = Remark> {
    texts(document).filter_map(|(text, source)| {
        recognise_pasted(&text)?;
        Some(Remark::OldLetters(beginning(text.chars()), source))
    })
}

/// Returns the letters of documents that are printed as boxes, each once, as they are named to the user; nothing is left
/// unsaid but what no letter stands for.
pub(crate) fn unprintable<'a>(documents: impl IntoIterator<Item = &'a Document>) -> Option<String> {
    let mut all: Vec<String> = Vec::new();
    for document in documents {
        for letter in texts(document).flat_map(|(text, _)| lacking(&text)) {
            if !all.contains(&letter) {
                all.push(letter);
            }
        }
    }
    (!all.is_empty()).then(|| named(&all))
}

/// Returns the printed texts of a document, each row of a table by itself, with their sources.
fn texts(document: &Document) -> impl Iterator<Item = (String, Option<Source>)> {
    document.pieces.iter().flat_map(|piece| {
        let text_of = |text: String| (text, piece.source);
        let Block::Table(table) = &piece.block else {
            return lines(&piece.block).into_iter().map(text_of).collect();
        };
        let titles = table.columns.iter().map(|column| column.title.clone());
        let around = titles.chain(table.total.clone()).map(text_of);
        let rows = table.rows.iter();
        let rows = rows.map(|row| (row.cells.join(" "), row.source.or(piece.source)));
        around.chain(rows).collect::<Vec<_>>()
    })
}

/// Returns the letters of a text that the face lacks, each once: whole graphemes, as they are printed.
fn lacking(text: &str) -> Vec<String> {
    let is_known = |letter: char| Face::Regular.has(letter) || letter == '\n' || letter == '\t';
    let mut lacking: Vec<String> = Vec::new();
    if text.chars().all(is_known) {
        return lacking;
    }
    for cluster in composed_text(text).graphemes(true) {
        let is_lacking = !cluster.chars().all(is_known);
        if is_lacking && !lacking.iter().any(|known| known == cluster) {
            lacking.push(cluster.to_owned());
        }
    }
    lacking
}

/// Returns letters as they are named to the user; one that no screen can show is named by its number.
fn named(letters: &[String]) -> String {
    let is_hidden = |letter: char| matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    let name = |letter: &String| match letter.chars().next() {
        Some(first) if is_hidden(first) => format!("U+{:04X}", u32::from(first)),
        Some(_) | None => letter.clone(),
    };
    letters.iter().map(name).collect::<Vec<_>>().join(" ")
}

/// Returns the words of a text around a letter.
fn around(text: &str, letter: &str) -> String {
    let start = text.find(letter).unwrap_or_default();
    let before = text.get(..start).unwrap_or_default().chars();
    let behind = text.get(start..).unwrap_or_default();
    let skipped = before.clone().count().saturating_sub(BEFORE);
    let before: String = before.skip(skipped).collect();
    let cut = if skipped > 0 { "…" } else { "" };
    format!("{cut}{}", beginning(before.chars().chain(behind.chars())))
}

/// Returns the beginning of a text on one line.
fn beginning(letters: impl Iterator<Item = char>) -> String {
    let mut letters = letters.map(|letter| if letter == '\n' { ' ' } else { letter });
    let mut beginning: String = letters.by_ref().take(AROUND).collect();
    if letters.next().is_some() {
        beginning.push('…');
    }
    beginning
}
