//! A document as blocks: order and words are decided here once, whatever file it becomes.

/// A document of the Party's form, ready to be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name, for the properties of a file.
    pub title: String,
    /// The day it is dated, ISO 8601, for the properties of a file.
    pub dated: String,
    /// What it consists of, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The two columns at the head of the first page.
    Letterhead(Letterhead),
    /// A framed warning that the content is for practice.
    Mark(String),
    /// The type of the document over its subject, with the five hyphens under it.
    Title {
        /// `BIÊN BẢN`.
        kind: String,
        /// What it is about.
        subject: String,
    },
    /// `I- TÊN MỤC`.
    Section(String),
    /// `1. Tên khoản`.
    Heading(String),
    /// `3.1. Đồng chí …`: names who speaks.
    Speaker(String),
    /// A paragraph.
    Paragraph(String),
    /// A line behind a hyphen.
    Item(String),
    /// Where an annex begins: on a new page.
    Annex {
        /// `Phụ lục 1`.
        number: String,
        /// What it holds.
        title: String,
    },
    /// A table.
    Table(Table),
    /// The names under the document.
    Signatures {
        /// On the left.
        left: Signature,
        /// On the right.
        right: Signature,
    },
}

/// The two columns at the head of the first page (36-HD/VPTW, appendix 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// Left, first line.
    pub superior: String,
    /// Left, second line.
    pub organ: String,
    /// Left, under the asterisk.
    pub number: String,
    /// Right, first line.
    pub party: String,
    /// Right, under the rule.
    pub place_date: String,
}

/// A table with a heading that is repeated on each page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells, row by row, as many in each as there are columns.
    pub rows: Vec<Vec<String>>,
    /// A line under the table.
    pub total: Option<String>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Its share of the width of the text, in thousandths.
    pub width: u16,
}

/// Who signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// In what role: `CHỦ TRÌ HỘI NGHỊ`.
    pub role: String,
    /// The name under it.
    pub name: String,
}
