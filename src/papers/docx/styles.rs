//! The styles of a DOCX: one for each element of the form, as the profile has it, and a few that follow from them.

use std::fmt::Write;

use super::super::profile::{Align, Element, Profile, Style};
use super::super::typeface::Face;
use super::xml::{DECLARATION, NAMESPACES, escape};
use super::{numbering, table};

/// The style of the rule under the Party's name.
pub(super) const RULE: &str = "PartyRule";
/// The style of a line behind a hyphen.
pub(super) const ITEM: &str = "Item";
/// The style of a numbered paragraph.
pub(super) const NUMBERED: &str = "Numbered";
/// The style of the office of the one who signs, where the house has it bold.
pub(super) const BOLD_POSITION: &str = "PositionBold";
/// The style of the paragraph that parts two tables, or ends a section after one; nobody sees it.
pub(super) const BREAK: &str = "Break";

/// Returns the part of the styles.
pub(super) fn styles(profile: &Profile) -> String {
    let elements = Element::ALL.iter().map(|element| of(*element, profile));
    format!(
        r"{DECLARATION}<w:styles {NAMESPACES}>{}{NORMAL}{}{}{}</w:styles>",
        defaults(profile),
        elements.collect::<String>(),
        derived(profile),
        table::styles(profile),
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
        .map_or_else(String::new, |level| {
            numbering::in_list(numbering::OUTLINE, level)
        });
    let frame = if style.framed {
        framed(profile)
    } else {
        String::new()
    };
    let level = depth.map_or_else(String::new, |level| {
        format!(r#"<w:outlineLvl w:val="{level}"/>"#)
    });
    let kept = if style.keep_next { "<w:keepNext/>" } else { "" };
    let paragraph = format!(
        "{kept}{list}{frame}{}{}{}{level}",
        spacing(style),
        indent(style),
        align(style.align)
    );
    let follows = if is_numbered(element) {
        Element::Body.name()
    } else {
        element.name()
    };
    named(
        element.name(),
        title(element),
        "Normal",
        follows,
        &paragraph,
        &letters(style),
    )
}

/// The styles that follow from those of the elements.
fn derived(profile: &Profile) -> String {
    let body = Element::Body.name();
    let number = Element::Number.name();
    [
        named(
            ITEM,
            "Gạch đầu dòng",
            body,
            ITEM,
            &numbering::in_list(numbering::ITEMS, 0),
            "",
        ),
        named(NUMBERED, "Nội dung đánh số", body, NUMBERED, "", ""),
        named(
            BOLD_POSITION,
            "Chức vụ đậm",
            Element::Position.name(),
            BOLD_POSITION,
            "",
            "<w:b/><w:bCs/>",
        ),
        named(
            RULE,
            "Dòng kẻ dưới tên Đảng",
            number,
            RULE,
            &rule(profile),
            "",
        ),
        // A point is the least that a line can be.
        named(
            BREAK,
            "Ngắt phần",
            "Normal",
            BREAK,
            r#"<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>"#,
            "",
        ),
    ]
    .concat()
}

/// The rule is a border as long as the Party's name, which stands in a paragraph of its own above it, so that a font a
/// little wider than Times does not break the name.
fn rule(profile: &Profile) -> String {
    let style = profile.style.party;
    let column = u32::from(profile.head.right_column);
    let length = width(&profile.head.party, style);
    let indent = column.saturating_sub(length) / 2;
    format!(
        r#"<w:pBdr>{}</w:pBdr><w:spacing w:before="{}"/><w:ind w:left="{indent}" w:right="{indent}"/>"#,
        line("top", profile, 0),
        profile.head.rule_gap * 20,
    )
}

/// Returns how wide a text is in a style, in twips.
pub(super) fn width(text: &str, style: Style) -> u32 {
    Face::of(style).width(&style.shown(text), style.size)
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

fn named(
    id: &str,
    name: &str,
    based_on: &str,
    next: &str,
    paragraph: &str,
    letters: &str,
) -> String {
    format!(
        r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/><w:next w:val="{next}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"#
    )
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

/// Sizes are told in half points.
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
        | Element::TableCell => None,
    }
}

fn is_numbered(element: Element) -> bool {
    matches!(
        element,
        Element::Section | Element::Heading | Element::Speaker
    )
}

/// What the style of an element is called in Word; a comma would part two names.
fn title(element: Element) -> &'static str {
    match element {
        Element::Party => "Tên Đảng",
        Element::Superior => "Cơ quan cấp trên",
        Element::Organ => "Cơ quan ban hành",
        Element::Asterisk => "Dấu sao",
        Element::Number => "Số và ký hiệu",
        Element::PlaceDate => "Địa danh và ngày tháng năm",
        Element::Draft => "Dự thảo",
        Element::Mark => "Dấu đóng khung",
        Element::DocType => "Tên loại văn bản",
        Element::Subject => "Trích yếu",
        Element::Dashes => "Gạch dưới trích yếu",
        Element::Section => "Mục",
        Element::Heading => "Khoản",
        Element::Speaker => "Người phát biểu",
        Element::Body => "Nội dung",
        Element::Authority => "Quyền hạn ký",
        Element::Position => "Chức vụ",
        Element::Signer => "Họ và tên người ký",
        Element::RecipientsLabel => "Nhãn nơi nhận",
        Element::Recipients => "Nơi nhận",
        Element::PageNumber => "Số trang",
        Element::AnnexNumber => "Số phụ lục",
        Element::AnnexTitle => "Tên phụ lục",
        Element::TableHead => "Đầu bảng",
        Element::TableCell => "Ô bảng",
    }
}
