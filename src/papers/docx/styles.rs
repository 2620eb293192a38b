//! The styles of a DOCX: one for each element of the form, as the profile has it, and a few that follow from them.

use std::fmt::Write;

use super::super::profile::{Align, Element, Profile, Style};
use super::super::typeface::Face;
use super::lists::{ITEMS, OUTLINE, in_list};
use super::names::{BOLD_POSITION, BREAK, COLUMNS, GRID, ITEM, NAMES, NUMBERED, RULE};
use super::xml::{DECLARATION, NAMESPACES, escape};

/// Returns the part of the styles.
pub(super) fn styles(profile: &Profile) -> String {
    let elements = Element::ALL.iter().map(|element| of(*element, profile));
    format!(
        r"{DECLARATION}<w:styles {NAMESPACES}>{}{NORMAL}{}{}{}</w:styles>",
        defaults(profile),
        elements.collect::<String>(),
        derived(profile),
        tables(profile),
    )
}

const NORMAL: &str = r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>"#;

fn defaults(profile: &Profile) -> String {
    let font = escape(&profile.font);
    let size = size(profile.style.body.size);
    format!(
        r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>{size}<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"#
    )
}

/// The style of an element.
fn of(element: Element, profile: &Profile) -> String {
    let style = profile.style.of(element);
    let depth = outline_level(element);
    let list = depth
        .filter(|_| is_numbered(element))
        .map_or_else(String::new, |level| in_list(OUTLINE, level));
    let frame = if style.framed {
        framed(profile)
    } else {
        String::new()
    };
    let level = depth.map_or_else(String::new, |level| {
        format!(r#"<w:outlineLvl w:val="{level}"/>"#)
    });
    let keep_next = if style.keep_next { "<w:keepNext/>" } else { "" };
    let paragraph = format!(
        "{keep_next}{list}{frame}{}{}{}{level}",
        spacing(style),
        indent(style),
        align(style.align)
    );
    let follows = if is_numbered(element) {
        Element::Body.name()
    } else {
        element.name()
    };
    ParagraphStyle {
        id: element.name(),
        name: &NAMES.element.of(element),
        based_on: "Normal",
        next: follows,
        paragraph: &paragraph,
        letters: &letters(style),
    }
    .xml()
}

/// The styles that follow from those of the elements.
fn derived(profile: &Profile) -> String {
    let names = &NAMES.derived;
    let body = Element::Body.name();
    let number = Element::Number.name();
    let position = Element::Position.name();
    let style = |id, name, based_on, paragraph, letters| {
        let style = ParagraphStyle {
            id,
            name,
            based_on,
            next: id,
            paragraph,
            letters,
        };
        style.xml()
    };
    let rule = rule(profile);
    let item = in_list(ITEMS, 0);
    // A point is the least that a line can be.
    let point = r#"<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>"#;
    let bold = "<w:b/><w:bCs/>";
    [
        style(ITEM, &names.item, body, item.as_str(), ""),
        style(NUMBERED, &names.numbered, body, "", ""),
        style(BOLD_POSITION, &names.bold_position, position, "", bold),
        style(RULE, &names.rule, number, rule.as_str(), ""),
        style(BREAK, &names.section_break, "Normal", point, ""),
    ]
    .concat()
}

/// Returns the styles of tables.
fn tables(profile: &Profile) -> String {
    let sides =
        ["top", "left", "bottom", "right", "insideH", "insideV"].map(|side| line(side, profile, 0));
    let margin = profile.table.cell_margin;
    let lines = format!(
        r#"<w:tblBorders>{}</w:tblBorders><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>"#,
        sides.concat()
    );
    let style = |id: &str, name: &str, properties: &str| {
        format!(
            r#"<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:tblPr>{properties}</w:tblPr></w:style>"#
        )
    };
    [
        style(GRID, &NAMES.table.grid, &lines),
        style(COLUMNS, &NAMES.table.columns, ""),
    ]
    .concat()
}

/// The rule is a border as long as the Party's name, which stands in a paragraph of its own above it, so that a font a
/// little wider than Times does not break the name.
fn rule(profile: &Profile) -> String {
    let indent = rule_indent(profile.head.right_column.into(), profile);
    format!(
        r#"<w:pBdr>{}</w:pBdr><w:spacing w:before="{}"/><w:ind w:left="{indent}" w:right="{indent}"/>"#,
        line("top", profile, 0),
        profile.head.rule_gap * 20,
    )
}

/// Returns how far the rule is from the edges of a column of this width, in twips.
pub(super) fn rule_indent(column: u32, profile: &Profile) -> u32 {
    column.saturating_sub(width(&profile.head.party, profile.style.party)) / 2
}

/// Returns how wide a text is in a style, in twips.
pub(super) fn width(text: &str, style: Style) -> u32 {
    Face::of(style).width(&style.cased(text), style.size)
}

/// A frame stands as far from its text as a rule from the Party's name.
fn framed(profile: &Profile) -> String {
    let sides =
        ["top", "left", "bottom", "right"].map(|side| line(side, profile, profile.head.rule_gap));
    format!("<w:pBdr>{}</w:pBdr>", sides.concat())
}

/// Returns a line of the form, so many points from the text.
pub(super) fn line(side: &str, profile: &Profile, space: u16) -> String {
    let eighths = profile.table.border_eighths;
    format!(r#"<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="000000"/>"#)
}

/// A style of paragraphs as the part of the styles has it.
struct ParagraphStyle<'a> {
    id: &'a str,
    name: &'a str,
    based_on: &'a str,
    /// The style of the paragraph that is typed behind one of this style.
    next: &'a str,
    paragraph: &'a str,
    letters: &'a str,
}

impl ParagraphStyle<'_> {
    fn xml(&self) -> String {
        let Self {
            id,
            name,
            based_on,
            next,
            paragraph,
            letters,
        } = self;
        format!(
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/><w:next w:val="{next}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"#
        )
    }
}

fn spacing(style: Style) -> String {
    let mut spacing = format!(
        r#"<w:spacing w:before="{}" w:after="{}""#,
        style.before, style.after
    );
    if style.line > 0 {
        // Writing to a string cannot fail.
        let _written = write!(
            spacing,
            r#" w:line="{}" w:lineRule="exact""#,
            style.line * 20
        );
    }
    spacing + "/>"
}

fn indent(style: Style) -> String {
    if style.first_line == 0 {
        return String::new();
    }
    format!(r#"<w:ind w:left="0" w:firstLine="{}"/>"#, style.first_line)
}

fn align(align: Align) -> String {
    let align = match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Both => "both",
    };
    format!(r#"<w:jc w:val="{align}"/>"#)
}

fn letters(style: Style) -> String {
    let mut letters = String::new();
    let asked = [
        (style.bold, "<w:b/><w:bCs/>"),
        (style.italic, "<w:i/><w:iCs/>"),
        (style.caps, "<w:caps/>"),
    ];
    for (_, property) in asked.iter().filter(|(is_asked, _)| *is_asked) {
        letters.push_str(property);
    }
    letters.push_str(&size(style.size));
    if style.underline {
        letters.push_str(r#"<w:u w:val="single"/>"#);
    }
    letters
}

/// Sizes are half points.
fn size(points: u16) -> String {
    format!(r#"<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>"#, points * 2)
}

/// How deep an element is in the pane of headings, if it is one.
fn outline_level(element: Element) -> Option<usize> {
    match element {
        Element::Section | Element::AnnexNumber => Some(0),
        Element::Heading | Element::AnnexTitle => Some(1),
        Element::Speaker => Some(2),
        Element::Party
        | Element::Superior
        | Element::Organ
        | Element::Asterisk
        | Element::Number
        | Element::PlaceDate
        | Element::Draft
        | Element::Mark
        | Element::DocType
        | Element::Subject
        | Element::Dashes
        | Element::Body
        | Element::Authority
        | Element::Position
        | Element::Signer
        | Element::RecipientsLabel
        | Element::Recipients
        | Element::PageNumber
        | Element::TableHead
        | Element::Plate
        | Element::TableCell => None,
    }
}

fn is_numbered(element: Element) -> bool {
    matches!(
        element,
        Element::Section | Element::Heading | Element::Speaker
    )
}
