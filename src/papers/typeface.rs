//! The typeface of the papers: Tinos, whose letters are as wide as those of Times New Roman, in its four faces.

use std::sync::LazyLock;

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::Metrics;
use skrifa::raw::tables::hmtx::Hmtx;
use skrifa::raw::{ReadError, TableProvider};
use skrifa::{FontRef, MetadataProvider};

use super::profile::Style;

/// A face of the typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Upright.
    Regular,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold and italic.
    BoldItalic,
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];

    /// Returns the face that a style asks for.
    pub fn of(style: Style) -> Self {
        match (style.bold, style.italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// Returns the bytes of the face, for a file that embeds it.
    pub(crate) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../templates/fonts/Tinos-Regular.ttf"),
            Self::Bold => include_bytes!("../templates/fonts/Tinos-Bold.ttf"),
            Self::Italic => include_bytes!("../templates/fonts/Tinos-Italic.ttf"),
            Self::BoldItalic => include_bytes!("../templates/fonts/Tinos-BoldItalic.ttf"),
        }
    }

    /// Returns the measures of the face, in its units.
    pub(crate) fn metrics(self) -> &'static Metrics {
        &self.table().metrics
    }

    /// Returns the glyph of a letter, if the face has one.
    pub(crate) fn glyph(self, letter: char) -> Option<Glyph> {
        let table = self.table();
        match usize::try_from(u32::from(letter)) {
            Ok(code) if code < NEAR => table.near.get(code).copied().flatten(),
            Ok(_) | Err(_) => table.find(letter),
        }
    }

    /// Says whether the face has a glyph for a letter.
    pub fn has(self, letter: char) -> bool {
        self.glyph(letter).is_some()
    }

    /// Returns how wide a text is at a size in points, in twips; kerning is not counted, as Word does not kern.
    pub fn width(self, text: &str, size: u16) -> u32 {
        let glyphs = text.chars().filter_map(|letter| self.glyph(letter));
        let units: u32 = glyphs.map(|glyph| u32::from(glyph.advance)).sum();
        units * u32::from(size) * 20 / u32::from(self.metrics().units_per_em)
    }

    fn table(self) -> &'static Table {
        static REGULAR: LazyLock<Table> = LazyLock::new(|| read(Face::Regular));
        static BOLD: LazyLock<Table> = LazyLock::new(|| read(Face::Bold));
        static ITALIC: LazyLock<Table> = LazyLock::new(|| read(Face::Italic));
        static BOLD_ITALIC: LazyLock<Table> = LazyLock::new(|| read(Face::BoldItalic));
        match self {
            Self::Regular => &REGULAR,
            Self::Bold => &BOLD,
            Self::Italic => &ITALIC,
            Self::BoldItalic => &BOLD_ITALIC,
        }
    }
}

/// Letters whose glyphs are looked up without a search: all that Vietnamese is written with.
const NEAR: usize = 0x1f00;

/// A glyph of a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Its number in the face.
    pub(crate) id: u16,
    /// How far behind it the next one stands, in units of the face.
    pub(crate) advance: u16,
}

/// A face that has been read once, and its near glyphs by their letters.
struct Table {
    metrics: Metrics,
    letters: Charmap<'static>,
    advances: Hmtx<'static>,
    near: Vec<Option<Glyph>>,
}

impl Table {
    fn find(&self, letter: char) -> Option<Glyph> {
        let id = self.letters.map(letter).filter(|id| id.to_u32() != 0)?;
        let advance = self.advances.advance(id)?;
        let id = u16::try_from(id.to_u32()).ok()?;
        Some(Glyph { id, advance })
    }
}

fn read(face: Face) -> Table {
    // The files are the program's own, and a test reads them.
    let mut table = parse(face).unwrap_or_else(|why| panic!("Tinos: {why}"));
    let letters = (0..).map(char::from_u32).take(NEAR);
    table.near = letters.map(|letter| table.find(letter?)).collect();
    table
}

fn parse(face: Face) -> Result<Table, ReadError> {
    let face = FontRef::new(face.bytes())?;
    Ok(Table {
        metrics: face.metrics(Size::unscaled(), LocationRef::default()),
        letters: face.charmap(),
        advances: face.hmtx()?,
        near: Vec::new(),
    })
}
