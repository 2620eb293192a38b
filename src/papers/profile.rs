//! The form of a Party document by its date: every measure that a guidance fixes, read from data.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::Error as _;
use toml_edit::de::{Error, from_document};
use toml_edit::{Datetime, DocumentMut, Item, TableLike};

use super::sentences::BLANK;

/// The form of a document by one guidance; lengths in twips, sizes and line heights in points.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// A short name: `hd36`.
    pub id: String,
    /// The guidance.
    pub name: String,
    /// The first day of its validity, unless it is the oldest.
    pub(crate) valid_from: Option<Datetime>,
    /// The last day of its validity.
    pub(crate) valid_to: Option<Datetime>,
    /// The typeface.
    pub font: String,
    /// The paper, its margins and its page number.
    pub page: Page,
    /// The letterhead.
    pub head: Head,
    /// Number and symbol.
    pub number: Number,
    /// How sections and the levels under them are numbered.
    pub outline: Outline,
    /// How a document ends.
    pub end: End,
    /// How tables are set.
    pub table: TableForm,
    /// How each element looks.
    pub style: Each<Style>,
}

/// The paper (36-HD/VPTW, II.1), in twips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Width of the paper, upright.
    pub width: u16,
    /// Height of the paper, upright.
    pub height: u16,
    /// Margin at the top.
    pub top: u16,
    /// Margin at the bottom.
    pub bottom: u16,
    /// Margin on the left, where a page is bound.
    pub left: u16,
    /// Margin on the right.
    pub right: u16,
    /// From the upper edge to the page number.
    pub number_from_edge: u16,
    /// The first page that has a number.
    pub number_from_page: u16,
}

impl Page {
    /// Returns the width of the text on an upright page.
    pub fn text(&self) -> u16 {
        self.width - self.left - self.right
    }

    /// Returns the height of the text on an upright page, in twips.
    pub(crate) fn text_height(&self) -> u32 {
        u32::from(self.height) - u32::from(self.top) - u32::from(self.bottom)
    }

    /// Returns the page turned on its side: the left margin, where it is bound, becomes the top margin.
    #[must_use]
    pub fn turned(&self) -> Self {
        Self {
            width: self.height,
            height: self.width,
            top: self.left,
            bottom: self.right,
            left: self.bottom,
            right: self.top,
            ..*self
        }
    }
}

/// The letterhead (36-HD/VPTW, appendix 3).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Width of the left column, in twips.
    pub left_column: u16,
    /// Width of the right column, in twips.
    pub right_column: u16,
    /// Between the Party's name and the rule under it, in points.
    pub rule_gap: u16,
    /// The mark between the organ and the number.
    pub(crate) asterisk: String,
    /// The Party's name.
    pub party: String,
    /// The hyphens under the subject.
    pub(crate) dashes: String,
}

/// Number and symbol of a document (`guide/domain.md` §1.4).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// The pattern, with `{number}`, `{type}` and `{organ}`.
    pub(crate) pattern: String,
    /// The blank for a number that is not known yet.
    pub(crate) blank: String,
    /// Digits that a number has at least.
    pub(crate) digits: usize,
    /// The type of the minutes in a symbol: `BB`.
    pub(crate) minutes: String,
    /// The type of a notice: `TB`.
    pub(crate) notice: String,
    /// The type of an invitation: `GM`.
    pub(crate) invitation: String,
}

impl Number {
    /// Returns number and symbol: `Số 12-BB/BTCTU`.
    pub fn of(&self, number: Option<i64>, kind: &str, organ: &str) -> String {
        let digits = self.digits;
        let number = number.map_or_else(|| self.blank.clone(), |n| format!("{n:0digits$}"));
        self.pattern
            .replace("{number}", &number)
            .replace("{type}", kind)
            .replace("{organ}", organ)
    }
}

/// How sections and the levels under them are numbered: `{I}` in Roman numbers, `{1}` and `{2}` in Arabic ones.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// A section: `I-`.
    pub(crate) section: String,
    /// A heading in a section: `1.`.
    pub(crate) heading: String,
    /// A speaker under a heading: `3.1.`.
    pub(crate) speaker: String,
    /// A numbered paragraph: `1.`.
    pub(crate) numbered: String,
    /// A line in a list.
    pub(crate) item: String,
}

/// How a document ends (36-HD/VPTW, appendix 3).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// The line above the recipients.
    pub recipients_label: String,
    /// The sign before each recipient.
    pub(crate) recipient: String,
    /// The sign after each recipient but the last.
    pub recipient_separator: String,
    /// The sign after the last recipient.
    pub(crate) recipients_last: String,
    /// Empty lines for a signature.
    pub signature_lines: u16,
}

/// How tables are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableForm {
    /// Thickness of the lines, in eighths of a point.
    pub border_eighths: u16,
    /// Between a line and the text, in twips.
    pub cell_margin: u16,
    /// Whether the heading comes again on each page.
    pub repeats_head: bool,
}

/// How an element looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "letters are bold or not, italic or not, whatever else they are"
)]
pub struct Style {
    /// Size of its letters, in points.
    pub size: u16,
    /// Whether they are bold.
    #[serde(default)]
    pub bold: bool,
    /// Whether they are italic.
    #[serde(default)]
    pub italic: bool,
    /// Whether they are underlined.
    #[serde(default)]
    pub underline: bool,
    /// Whether they are capitals.
    #[serde(default)]
    pub caps: bool,
    /// Whether a frame is around it.
    #[serde(default)]
    pub framed: bool,
    /// Where its lines stand.
    pub align: Align,
    /// Indent of its first line, in twips.
    #[serde(default)]
    pub first_line: u16,
    /// Room before it, in twips.
    #[serde(default)]
    pub before: u16,
    /// Room after it, in twips.
    #[serde(default)]
    pub after: u16,
    /// Exact height of a line, in points; with 0 the height follows the letters.
    #[serde(default)]
    pub line: u16,
    /// Whether it stays on the page of the next paragraph.
    #[serde(default)]
    pub keep_next: bool,
}

impl Style {
    /// Returns the part of a text that the style sets in its capitals, and the part behind it that keeps its letters:
    /// the hour in brackets after a heading, `KẾT LUẬN (10 giờ 00)`.
    pub(crate) fn parted<'a>(&self, text: &'a str) -> (&'a str, &'a str) {
        let bracket = text
            .rfind(" (")
            .filter(|_| self.caps && text.ends_with(')'));
        text.split_at(bracket.unwrap_or(text.len()))
    }

    /// Returns a text in capitals where the style asks for them.
    pub(crate) fn cased(&self, text: &str) -> String {
        if !self.caps {
            return text.to_owned();
        }
        let (capitals, rest) = self.parted(text);
        format!("{}{rest}", capitals.to_uppercase())
    }
}

/// Where the lines of an element stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Centre,
    /// Along both edges.
    Both,
}

/// Declares the elements of a document: the field of each in [`Each`], and all of them in order.
macro_rules! elements {
    ($($(#[$doc:meta])* $variant:ident $field:ident,)+) => {
        /// An element of a document that has a look of its own (36-HD/VPTW, appendix 3; `guide/domain.md` §1.3).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Element { $($(#[$doc])* $variant,)+ }

        impl Element {
            /// Every element, from the head of a document to its end.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the name of its style in a file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),+ }
            }
        }

        /// Something for each element.
        #[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Each<T> { $($(#[$doc])* pub $field: T,)+ }

        impl<T: Clone> Each<T> {
            /// Returns it for one element.
            pub fn of(&self, element: Element) -> T {
                match element { $(Element::$variant => self.$field.clone()),+ }
            }
        }
    };
}

elements! {
    /// `ĐẢNG CỘNG SẢN VIỆT NAM`.
    Party party,
    /// The superior organ.
    Superior superior,
    /// The issuing organ.
    Organ organ,
    /// The asterisk under it.
    Asterisk asterisk,
    /// Number and symbol.
    Number number,
    /// Place and date.
    PlaceDate place_date,
    /// `Dự thảo lần 2`.
    Draft draft,
    /// A framed warning.
    Mark mark,
    /// `BIÊN BẢN`.
    DocType doc_type,
    /// The subject of the document.
    Subject subject,
    /// The five hyphens under it.
    Dashes dashes,
    /// `I- TÊN MỤC`.
    Section section,
    /// `1. Tên khoản`.
    Heading heading,
    /// `3.1. Đồng chí …`.
    Speaker speaker,
    /// Paragraphs and the lines of lists.
    Body body,
    /// `K/T TRƯỞNG BAN`.
    Authority authority,
    /// `PHÓ TRƯỞNG BAN`.
    Position position,
    /// The name of the one who signs.
    Signer signer,
    /// `Nơi nhận:`.
    RecipientsLabel recipients_label,
    /// Those who get the document.
    Recipients recipients,
    /// The number of a page.
    PageNumber page_number,
    /// `Phụ lục 1`.
    AnnexNumber annex_number,
    /// The title of an annex.
    AnnexTitle annex_title,
    /// The heading of a table.
    TableHead table_head,
    /// A line of a name plate.
    Plate plate,
    /// A cell of a table.
    TableCell table_cell,
}

/// The profiles, the oldest first (`guide/domain.md` §1.1): 36-HD/VPTW until 26 May 2026, then 05-HD/VPTW.
static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| {
    // The file is the program's own and read by a test; without it there would be no form to fall back to.
    read(include_str!("../templates/profiles.toml")).unwrap_or_else(|why| panic!("profiles: {why}"))
});

/// Returns the profiles of the program, the oldest first.
pub fn all() -> &'static [Profile] {
    &PROFILES
}

/// Returns the profile for a document of this day.
pub fn of(day: NaiveDate) -> &'static Profile {
    let day = day.to_string();
    let has_ended = |profile: &&Profile| {
        let last = profile.valid_to.as_ref();
        last.is_some_and(|last| last.to_string() < day)
    };
    let in_force = PROFILES.iter().find(|profile| !has_ended(profile));
    in_force.unwrap_or_else(newest)
}

/// Returns a recipient without the signs that a guidance puts around it; a blank keeps its dots.
pub(super) fn bare_recipient(line: &str) -> &str {
    let ends = || PROFILES.iter().map(|profile| &profile.end);
    let marks = ends().flat_map(|end| [&end.recipient_separator, &end.recipients_last]);
    let marks: Vec<char> = marks.flat_map(|mark| mark.chars()).collect();
    let named = ends().fold(line.trim(), |line, end| {
        line.trim_start_matches(&*end.recipient)
    });
    match named {
        BLANK => BLANK,
        name => name.trim_end_matches(&*marks),
    }
}

fn newest() -> &'static Profile {
    // As above: the file is the program's own, and a test reads it.
    PROFILES.last().unwrap_or_else(|| panic!("profiles: none"))
}

/// Reads a file of profiles: each is the common form with its own values laid over it.
pub fn read(file: &str) -> Result<Vec<Profile>, Error> {
    let file: DocumentMut = file.parse()?;
    let common = file.get("common").and_then(Item::as_table);
    let common = common.ok_or_else(|| Error::missing_field("common"))?;
    let profiles = file.get("profile").and_then(Item::as_array_of_tables);
    let profiles = profiles.ok_or_else(|| Error::missing_field("profile"))?;
    let whole = profiles.iter().map(|own| {
        let mut form = common.clone();
        lay_over(&mut form, own);
        from_document(DocumentMut::from(form))
    });
    whole.collect()
}

fn lay_over(form: &mut dyn TableLike, own: &dyn TableLike) {
    for (name, value) in own.iter() {
        let below = form.get_mut(name).and_then(Item::as_table_like_mut);
        match (below, value.as_table_like()) {
            (Some(below), Some(own)) => lay_over(below, own),
            (Some(_) | None, _) => {
                form.insert(name, value.clone());
            }
        }
    }
}
