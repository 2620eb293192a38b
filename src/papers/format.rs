//! The formats of a file that a document is written to.

use std::path::{Path, PathBuf};

use super::document::Document;
use super::docx::docx;
use super::markdown::markdown;
use super::pdf::pdf;
use super::plain;
use crate::text::clean::composed_text;

/// Columns of a document as plain text.
const PLAIN_COLUMNS: usize = 80;

/// A file that a document becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Format {
    /// A document of Word and LibreOffice.
    Docx,
    /// Pages as they are printed.
    Pdf,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

/// A file that a table becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFormat {
    /// A workbook of Excel and LibreOffice.
    Xlsx,
    /// Comma-separated values.
    Csv,
}

impl SheetFormat {
    /// Returns the format that the ending of a file's name tells, in whatever case it is written.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?;
        if ending.eq_ignore_ascii_case("csv") {
            Some(Self::Csv)
        } else if ending.eq_ignore_ascii_case("xlsx") {
            Some(Self::Xlsx)
        } else {
            None
        }
    }
}

/// Returns the name of a file with an ending: one that has none is a document of Word.
pub(crate) fn with_ending(path: &Path) -> PathBuf {
    match path.extension() {
        Some(_) => path.to_owned(),
        None => path.with_extension(Format::Docx.ending()),
    }
}

impl Format {
    /// Every format, the one to be signed first.
    pub const ALL: [Self; 4] = [Self::Docx, Self::Pdf, Self::Markdown, Self::Text];

    /// Says whether a document in it is plain text, whose form nobody signs.
    pub(crate) fn is_text(self) -> bool {
        match self {
            Self::Markdown | Self::Text => true,
            Self::Docx | Self::Pdf => false,
        }
    }

    /// Returns the ending of the file's name.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }

    /// Returns the format of a file by the ending of its name, in upper or lower case.
    pub fn of(path: &Path) -> Option<Self> {
        Self::from_name(&path.extension()?.to_string_lossy())
    }

    /// Returns the format that a name or an ending stands for.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name.to_lowercase().as_str() {
            "docx" => Some(Self::Docx),
            "pdf" => Some(Self::Pdf),
            "md" | "markdown" => Some(Self::Markdown),
            "txt" | "text" => Some(Self::Text),
            _ => None,
        }
    }

    /// Returns the bytes of a document in this format; the same document gives the same bytes.
    ///
    /// An error comes from the packer; it writes into memory, so none is expected.
    pub fn bytes(self, document: &Document) -> anyhow::Result<Vec<u8>> {
        Ok(match self {
            Self::Docx => docx(document)?,
            Self::Pdf => pdf(document)?,
            // Another tool may have written control characters into the book.
            Self::Markdown => composed_text(&markdown(document)).into_bytes(),
            Self::Text => {
                let lines = plain::lines(document, PLAIN_COLUMNS).join("\n");
                format!("{}\n", composed_text(&lines)).into_bytes()
            }
        })
    }
}
