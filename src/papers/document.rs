//! A document as blocks, with its order and its words; every file format is made from them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::blanks;
use super::gaps::Gap;
use super::kept::lenient;
use super::profile::{self, Profile};
use crate::meeting::cell::Id;
use crate::meeting::code::PaperKind;
use crate::meeting::rows::{Action, AgendaItem, Conclusion, Issue, Issuer, Note, Seat};
use crate::text::dates::count;

/// A document of the Party's form, ready to be rendered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its name, for the properties of a file.
    pub title: String,
    /// The body that issues it, for the properties of a file.
    pub author: String,
    /// The day it is dated.
    pub dated: NaiveDate,
    /// The choices of the issuer where the guidance leaves one.
    pub house: House,
    /// Its pieces in order.
    pub pieces: Vec<Piece>,
}

impl Document {
    /// Returns the form that its date demands.
    pub fn profile(&self) -> &'static Profile {
        profile::of(self.dated)
    }

    /// Says whether its first page lies on its side: nothing but marks stands above a wide annex.
    pub(super) fn begins_wide(&self) -> bool {
        let mut blocks = self.pieces.iter().map(|piece| &piece.block);
        let first = blocks.find(|block| !block.is_mark());
        matches!(first, Some(Block::Annex { is_wide: true, .. }))
    }

    /// Returns what is missing: a value for each blank that it prints, in their order.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.pieces.iter().flat_map(|piece| &piece.gaps)
    }

    /// Returns the document with its blanks listed.
    pub(super) fn finished(self) -> Self {
        Self {
            title: blanks::bare(self.title),
            pieces: blanks::finished(self.pieces),
            ..self
        }
    }
}

/// The choices of an issuer where the guidance leaves one (`guide/domain.md` §1.3, 5c and 7b).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct House {
    /// Whether five hyphens stand under the subject.
    pub dashes: bool,
    /// Whether the office of the one who signs is bold where the head signs.
    pub bold_position: bool,
    /// Whether it is printed on both sides.
    pub two_sided: bool,
}

impl Default for House {
    fn default() -> Self {
        Self {
            dashes: true,
            bold_position: false,
            two_sided: false,
        }
    }
}

impl House {
    /// Returns the choices of this issuer.
    pub fn of(issuer: &Issuer) -> Self {
        let usual = Self::default();
        Self {
            dashes: issuer.dashes.unwrap_or(usual.dashes),
            bold_position: issuer.bold_position.unwrap_or(usual.bold_position),
            two_sided: issuer.two_sided.unwrap_or(usual.two_sided),
        }
    }
}

/// A block with the record that its text comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its text and form.
    pub block: Block,
    /// The record that changes its text; none where the text is the program's own.
    #[serde(deserialize_with = "lenient")]
    pub source: Option<Source>,
    /// What is missing for each blank that it prints, in their order; known once the document is finished.
    #[serde(deserialize_with = "lenient")]
    pub gaps: Vec<Gap>,
    /// The section and the name of the sentence that it prints though nobody has asked for it.
    #[serde(skip)]
    pub phrase: Option<(&'static str, &'static str)>,
}

impl From<Block> for Piece {
    fn from(block: Block) -> Self {
        Self {
            block,
            source: None,
            gaps: Vec::new(),
            phrase: None,
        }
    }
}

impl Piece {
    /// Returns the piece with the name of the sentence that it prints though nobody has asked for it.
    pub(super) fn worded(self, section: &'static str, name: &'static str) -> Self {
        Self {
            phrase: Some((section, name)),
            ..self
        }
    }
}

/// The record that the text of a block comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// A particular of the meeting.
    Meeting(Particular),
    /// The roll call of a seat, or of all.
    RollCall(Option<Id<Seat>>),
    /// An item of the agenda.
    Item(Id<AgendaItem>),
    /// A line said.
    Note(Id<Note>),
    /// A conclusion of the chair.
    Conclusion(Id<Conclusion>),
    /// An action.
    Action(Id<Action>),
    /// An issue.
    Issue(Id<Issue>),
    /// Number, day, signature and recipients of the paper.
    Imprint(PaperKind),
    /// The body that issues the paper.
    Issuer,
}

/// A particular of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Particular {
    /// Its title.
    Title,
    /// When it began, and when it ended.
    Times,
    /// Where it was held.
    Venue,
    /// Its subject.
    Content,
    /// Who was in the chair.
    Chair,
    /// Who took the minutes.
    Recorder,
    /// Which documents were used.
    Documents,
    /// Whether it was recorded.
    Recording,
    /// How many copies of the minutes there are.
    Copies,
    /// What is to be prepared for it.
    Prepare,
    /// By when who comes is to be told.
    ReplyBy,
    /// Whom to ask.
    Contact,
}

/// A block of a document; its number, if it has one, comes from [`outline`](super::outline) and is not in its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// The two columns at the head of the first page.
    Letterhead(Letterhead),
    /// Which draft it is: `Dự thảo lần 2`.
    Draft(String),
    /// A framed warning that the content is for practice.
    Mark(String),
    /// The type of the document over its subject, with the five hyphens under it.
    Title {
        /// `BIÊN BẢN`.
        kind: String,
        /// Its subject.
        subject: String,
    },
    /// A section: `I- TÊN MỤC`.
    Section(String),
    /// A heading in a section: `1. Tên khoản`.
    Heading(String),
    /// Who speaks, under a heading: `3.1. Đồng chí …`.
    Speaker(String),
    /// A paragraph.
    Paragraph(String),
    /// A line behind a hyphen.
    Item(String),
    /// A numbered paragraph; the numbers begin anew under each heading.
    Numbered(String),
    /// Where an annex begins: on a new page.
    Annex {
        /// `Phụ lục 1`.
        number: String,
        /// Its title.
        title: String,
        /// Whether its pages lie on their side, for a wide table.
        is_wide: bool,
    },
    /// A table.
    Table(Table),
    /// A name plate.
    Plate(Plate),
    /// The names under minutes: who wrote them, and who was in the chair.
    Signatures {
        /// On the left.
        left: Signature,
        /// On the right.
        right: Signature,
    },
    /// Who gets the document on the left, who signs it on the right.
    Closing {
        /// Those who get it, without the marks between them.
        recipients: Vec<String>,
        /// Who signs.
        signature: Signature,
    },
}

impl Block {
    /// Says whether it is only a mark above the content, so that an annex after it needs no new page.
    pub(super) fn is_mark(&self) -> bool {
        match self {
            Self::Draft(_) | Self::Mark(_) => true,
            Self::Letterhead(_)
            | Self::Title { .. }
            | Self::Section(_)
            | Self::Heading(_)
            | Self::Speaker(_)
            | Self::Paragraph(_)
            | Self::Item(_)
            | Self::Numbered(_)
            | Self::Annex { .. }
            | Self::Table(_)
            | Self::Plate(_)
            | Self::Signatures { .. }
            | Self::Closing { .. } => false,
        }
    }

    /// Returns the block as a piece with the record that its text comes from.
    pub(crate) fn of(self, source: Source) -> Piece {
        Piece {
            source: Some(source),
            ..Piece::from(self)
        }
    }
}

/// The two columns at the head of the first page (36-HD/VPTW, appendix 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// Left, first line.
    pub superior: String,
    /// Left, second line.
    pub organ: String,
    /// Left, under the asterisk; a working paper has none.
    pub number: Option<String>,
    /// Right, under the rule, unless the house leaves it out.
    pub place_date: Option<String>,
    /// Whether the paper stays in the house: without number and signature it does not bear the name of the Party
    /// (`guide/domain.md` §1.1).
    #[serde(default)]
    pub is_internal: bool,
}

/// A name plate: it is folded in its middle, and its lines stand on both halves, each to be read from its own side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plate {
    /// The lines.
    pub lines: Vec<PlateLine>,
}

/// Returns how long a plate is, in twips: two lie on a page, with a line between them, each folded along its length.
pub(super) fn plate_length(page: &profile::Page) -> u32 {
    const BETWEEN: u32 = 80;
    page.text_height() / 2 - BETWEEN
}

/// A line of a name plate, which is never broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlateLine {
    /// Its letters.
    pub text: String,
    /// Their size, in points.
    pub size: u16,
}

/// A table with a heading that is repeated on each page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// A line under the table.
    pub total: Option<String>,
}

impl Table {
    /// Returns a table with these headings and widths; the first cell of each row becomes its number.
    pub(super) fn numbered(
        columns: impl IntoIterator<Item = (String, u16)>,
        rows: impl IntoIterator<Item = Row>,
    ) -> Self {
        let columns = columns.into_iter();
        let rows = (1..).zip(rows).map(|(number, row)| {
            let cells = std::iter::once(count(number)).chain(row.cells);
            Row {
                cells: cells.collect(),
                ..row
            }
        });
        Self {
            columns: columns
                .map(|(title, width)| Column { title, width })
                .collect(),
            rows: rows.collect(),
            total: None,
        }
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The cells, as many as there are columns.
    pub cells: Vec<String>,
    /// Where it is changed.
    #[serde(deserialize_with = "lenient")]
    pub source: Option<Source>,
}

impl Row {
    /// Returns a row with the record that its cells come from.
    pub(super) fn of(source: Source, cells: impl Into<Vec<String>>) -> Self {
        Self {
            cells: cells.into(),
            source: Some(source),
        }
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Its share of the width of the text, in thousandths.
    pub width: u16,
}

/// Who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The authority, `K/T TRƯỞNG BAN`; under minutes, the role at the meeting.
    pub authority: Option<String>,
    /// The office: `PHÓ TRƯỞNG BAN`.
    pub position: Option<String>,
    /// The name under it.
    pub name: String,
}
