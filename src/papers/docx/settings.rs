//! The parts of a DOCX beside its text: settings, typeface, theme, and the header with the page number.

use super::super::document::House;
use super::super::profile::{Element, Profile};
use super::xml::{DECLARATION, NAMESPACES, escape};

/// The theme: Word asks for one, and nothing in the document names its colours.
const THEME: &str = include_str!("../../templates/theme.xml");

/// Returns the part of the settings: Vietnamese, the layout of Word since 2013, no marks of a proofreader under names.
pub(super) fn settings(profile: &Profile, house: House) -> String {
    let mirrored = if house.two_sided {
        "<w:mirrorMargins/>"
    } else {
        ""
    };
    let layout = [
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    ]
    .map(|(name, value)| {
        format!(
            r#"<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>"#
        )
    });
    format!(
        r#"{DECLARATION}<w:settings {NAMESPACES}>{mirrored}<w:hideSpellingErrors/><w:hideGrammaticalErrors/><w:defaultTabStop w:val="{}"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>{}</w:compat><w:themeFontLang w:val="vi-VN"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"#,
        profile.style.body.first_line,
        layout.concat()
    )
}

/// Returns the part of the typefaces; where the first is missing, the one of the PDF is as wide.
pub(super) fn fonts(profile: &Profile) -> String {
    format!(
        r#"{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name="{}"><w:altName w:val="Tinos"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>"#,
        escape(&profile.font)
    )
}

/// Returns the part of the theme.
pub(super) fn theme(profile: &Profile) -> String {
    THEME.replace("{font}", &escape(&profile.font))
}

/// Returns the part of the page number.
pub(super) fn header(profile: &Profile) -> String {
    format!(
        r#"{DECLARATION}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>{}</w:t></w:r></w:fldSimple></w:p></w:hdr>"#,
        Element::PageNumber.name(),
        profile.page.number_from_page
    )
}
