//! The sentences of the papers: templates with named fields, read from a file that the user can change.

#![expect(
    clippy::too_many_arguments,
    reason = "a phrase takes each of its fields, so that a forgotten one does not compile"
)]

mod people;
mod reader;
pub mod recipient;
mod template;

use std::borrow::Cow;
use std::sync::LazyLock;

use template::Template;

use crate::meeting::code::Tone;
use crate::meeting::rows::Issuer;
use crate::text::spelling::{ToneStyle, in_tone};

pub(crate) use reader::Mistake;
pub use reader::Retired;
pub(crate) use template::Form;

/// Declares the phrases, section by section: the name of each, the fields that its template must name, and behind a
/// semicolon those that it may leave out. Each becomes a template and a method that fills it.
macro_rules! phrases {
    ($($(#[$about:meta])* $section:ident $Section:ident {
        $($(#[$doc:meta])* $name:ident($($need:ident),* $(; $($may:ident),+)?);)*
    })+) => {
        /// Every sentence of the papers.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Phrases {
            $($(#[$about])* pub $section: $Section,)+
            /// Where the tones are written, where that is not left as the file has it.
            tone: Option<ToneStyle>,
        }

        $(
            $(#[$about])*
            #[derive(Clone, Debug, Default, PartialEq, Eq)]
            pub struct $Section { $($name: Template,)* }

            impl $Section {
                $(
                    $(#[$doc])*
                    pub fn $name(&self $(, $need: &str)* $($(, $may: &str)+)?) -> String {
                        self.$name.fill(&[$($need,)* $($($may),+)?])
                    }
                )*
            }
        )+

        static EVERY: &[(&str, &str, Form)] = &[$($((
            stringify!($section),
            stringify!($name),
            Form {
                needed: &[$(stringify!($need)),*],
                optional: &[$($(stringify!($may)),+)?],
            },
        ),)*)+];

        impl Phrases {
            /// The sections of a phrase file, in their order.
            pub(crate) const SECTIONS: &[&str] = &[$(stringify!($section)),+];

            /// Fills the phrase of a name in a section, its fields in their order; there may be none of that name.
            pub(crate) fn by_name(
                &self,
                section: &str,
                name: &str,
                fields: &[&str],
            ) -> Option<String> {
                match (section, name) {
                    $($((stringify!($section), stringify!($name)) => {
                        Some(self.$section.$name.fill(fields))
                    })*)+
                    _ => None,
                }
            }

            /// Every phrase in order: its section, its name and its fields.
            pub const ALL: &[(&str, &str, Form)] = EVERY;

            /// Returns the phrases before any has been read.
            fn silent() -> Self {
                Self { $($section: $Section::default(),)+ tone: None }
            }

            fn template(&mut self, section: &str, name: &str) -> Option<&mut Template> {
                match (section, name) {
                    $($((stringify!($section), stringify!($name)) => Some(&mut self.$section.$name),)*)+
                    _ => None,
                }
            }
        }
    };
}

// The declarations are made of `templates/phrases.toml` when the program is built (`build.rs`).
include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// The sentences of the program.
static FIRST: LazyLock<Phrases> = LazyLock::new(|| {
    // The file is the program's own and read by a test; without it there would be no sentence to fall back to.
    reader::lay_over(Phrases::silent(), Phrases::FILE)
        .unwrap_or_else(|why| panic!("phrases: {why:?}"))
});

impl Default for Phrases {
    fn default() -> Self {
        FIRST.clone()
    }
}

impl Phrases {
    /// The phrase file of the program, with all sentences as they are at first.
    pub const FILE: &str = include_str!("../templates/phrases.toml");

    /// Returns the phrases of the program.
    pub(super) fn first() -> &'static Self {
        &FIRST
    }

    /// Returns the user's own phrases, or else those of the program, which are read when a paper first needs them, with
    /// their tones where an issuer writes them (`guide/domain.md` §1.7): `uỷ` for `ủy`.
    ///
    /// The values of their fields stay as typed, and so do the phrases of an issuer that follows the older style.
    pub fn worded<'a>(own: Option<&'a Self>, issuer: Option<&Issuer>) -> Cow<'a, Self> {
        let phrases = own.unwrap_or(&FIRST);
        match issuer.and_then(|issuer| issuer.tone) {
            None | Some(Tone::Old | Tone::Off) => Cow::Borrowed(phrases),
            Some(Tone::New) => Cow::Owned(phrases.rewritten(ToneStyle::New)),
        }
    }

    fn rewritten(&self, style: ToneStyle) -> Self {
        let mut phrases = self.clone();
        for (section, name, _) in Self::ALL {
            if let Some(template) = phrases.template(section, name) {
                template.rewrite(|words| in_tone(words, style));
            }
        }
        phrases.tone = Some(style);
        phrases
    }

    /// Returns phrases that say the values of their fields alone, with a mark before, between and behind them.
    pub(crate) fn bare(&self, mark: char) -> Self {
        let mut phrases = self.clone();
        for (section, name, _) in Self::ALL {
            if let Some(template) = phrases.template(section, name) {
                template.bare(mark);
            }
        }
        phrases
    }

    /// Says whether their tones are written otherwise than the program ships them.
    pub(super) fn is_toned(&self) -> bool {
        self.tone.is_some()
    }

    /// Returns a name from a table of the program with its tones where these phrases have them.
    pub(crate) fn toned(&self, name: &str) -> String {
        self.tone
            .map_or_else(|| name.to_owned(), |style| in_tone(name, style))
    }

    /// Says whether a phrase is as the program has it, and not empty.
    pub(super) fn is_first(&self, section: &str, name: &str) -> bool {
        let form = Self::ALL
            .iter()
            .find(|(of, phrase, _)| (*of, *phrase) == (section, name));
        let fields: Vec<&str> = form.map_or_else(Vec::new, |(_, _, form)| form.fields().collect());
        let first = FIRST.by_name(section, name, &fields);
        let first = first.map(|sentence| self.toned(&sentence));
        let own = self.by_name(section, name, &fields);
        own == first && own.is_some_and(|sentence| !sentence.trim().is_empty())
    }

    /// Reads a phrase file; a sentence that it leaves out stays as it is at first.
    pub fn read(file: &str) -> Result<Self, Mistake> {
        reader::lay_over(Self::default(), file)
    }

    /// Returns the phrases of a file that no paper says any more, each with its line and what is said instead.
    pub fn retired(file: &str) -> Vec<Retired> {
        reader::retired(file)
    }

    /// Returns the fields of a phrase and its template.
    fn slot(&mut self, section: &str, name: &str) -> Option<(Form, &mut Template)> {
        let form = Self::ALL
            .iter()
            .find(|(of, phrase, _)| (*of, *phrase) == (section, name));
        let (_, _, form) = form?;
        self.template(section, name)
            .map(|template| (*form, template))
    }
}
