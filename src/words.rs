//! The phrases of the screen, each in Vietnamese and English side by side; one without both does not compile.

mod actions;
mod actions_files;
mod agenda;
mod also_called;
mod before;
mod commands;
mod demo;
mod file_names;
mod focus;
mod guide;
mod handover;
mod issues;
mod labels;
mod letterhead;
mod look_back;
mod names;
mod papers;
mod phrase_file;
mod preview;
mod settings;
mod told;
mod year;

use serde::{Deserialize, Serialize};

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Returns the language with this code, `vi` or `en`.
    pub(crate) fn of(code: &str) -> Option<Self> {
        match code {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Returns the other language.
    #[must_use]
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }
}

/// The phrases of the program in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(Lang);

impl Words {
    /// Returns the phrases in a language.
    pub fn of(lang: Lang) -> Self {
        Self(lang)
    }

    /// Returns the language.
    pub(crate) fn lang(self) -> Lang {
        self.0
    }
}

/// Declares phrases: name, arguments, Vietnamese, English.
///
/// A phrase without one of the two languages, or with other fields than arguments, does not compile.
macro_rules! phrases {
    ($($name:ident $(($($arg:ident: $type:ty),+))? = $vi:literal, $en:literal;)+) => {
        impl crate::words::Words {
            $(crate::words::phrases! { @one $name $(($($arg: $type),+))? = $vi, $en })+
        }
    };
    (@one $name:ident = $vi:literal, $en:literal) => {
        #[doc = concat!("Says «", $vi, "».")]
        pub const fn $name(self) -> &'static str {
            match self.0 {
                crate::words::Lang::Vi => $vi,
                crate::words::Lang::En => $en,
            }
        }
    };
    (@one $name:ident ($($arg:ident: $type:ty),+) = $vi:literal, $en:literal) => {
        #[doc = concat!("Says «", $vi, "».")]
        pub(crate) fn $name(self, $($arg: $type),+) -> String {
            crate::text::marks::one_mark(match self.0 {
                crate::words::Lang::Vi => format!($vi),
                crate::words::Lang::En => format!($en),
            })
        }
    };
}
pub(crate) use phrases;
