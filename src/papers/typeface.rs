//! The typeface of the papers: Tinos, whose letters are as wide as those of Times New Roman, in its four faces.

use std::sync::LazyLock;

use ttf_parser::Face as Glyphs;

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
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../templates/fonts/Tinos-Regular.ttf"),
            Self::Bold => include_bytes!("../templates/fonts/Tinos-Bold.ttf"),
            Self::Italic => include_bytes!("../templates/fonts/Tinos-Italic.ttf"),
            Self::BoldItalic => include_bytes!("../templates/fonts/Tinos-BoldItalic.ttf"),
        }
    }

    /// Returns the glyphs of the face.
    pub fn glyphs(self) -> &'static Glyphs<'static> {
        static GLYPHS: LazyLock<[Glyphs<'static>; 4]> = LazyLock::new(|| {
            // The files are the program's own, and a test reads them.
            Face::ALL.map(|face| {
                Glyphs::parse(face.bytes(), 0).unwrap_or_else(|why| panic!("Tinos: {why}"))
            })
        });
        &GLYPHS[self as usize]
    }

    /// Says whether the face has a glyph for a letter.
    pub fn has(self, letter: char) -> bool {
        self.glyphs().glyph_index(letter).is_some()
    }

    /// Returns how wide a text is at a size in points, in twips; kerning is not counted, as Word does not kern.
    pub fn width(self, text: &str, size: u16) -> u32 {
        let glyphs = self.glyphs();
        let units: u32 = text
            .chars()
            .filter_map(|letter| glyphs.glyph_index(letter))
            .filter_map(|glyph| glyphs.glyph_hor_advance(glyph))
            .map(u32::from)
            .sum();
        units * u32::from(size) * 20 / u32::from(glyphs.units_per_em())
    }
}
